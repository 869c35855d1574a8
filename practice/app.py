"""All routes of the service. What a call means is in docs/SERVICE.md; who may make it is said here, at its route."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from client.model.strict_json import MAX_JSON_BYTES
from practice.account_data import collect_account_data
from practice.applications import APPLICATIONS
from practice.calls import Call, Gate, RequestBudget, json_response
from practice.core import ENVIRONMENT, PracticeCore
from practice.enrolment import Enrolment
from practice.faults import Faults
from practice.jobs import Jobs
from practice.json_object import JsonFormError, JsonObject
from practice.other_inbox import S3Uploads
from practice.problems import Problem
from practice.profile import PublishedProfile
from practice.results import Results
from practice.sessions import Sessions
from practice.tickets import Device
from practice.tokens import find_refresh_key, rotate_refresh_token
from practice.tus import Uploads

API_VERSION = 1
_DEVICE_ID = r"[A-Za-z0-9_-]{8,64}"
_SECRET_CHARS = 512


class PracticeApp:
    """The HTTP face of one service."""

    def __init__(self, core: PracticeCore, profile: PublishedProfile, executor: Executor, faults: Faults) -> None:
        self._core = core
        self._profile = profile
        self._faults = faults
        self._gate = Gate(core, executor)
        self._sessions = Sessions(core)
        self._enrolment = Enrolment(core)
        self._uploads = Uploads(core, self._gate)
        self._jobs = Jobs(core, profile.serial)
        self._results = Results(core)
        self._budget = RequestBudget(core.settings.requests_per_minute)

    def build(self) -> ASGIApp:
        """The ASGI application."""
        application = Starlette(
            routes=self._routes(),
            exception_handlers={HTTPException: self._http_exception},
        )
        application.router.redirect_slashes = False
        return self._outermost(application)

    def _routes(self) -> list[Route]:
        endpoint, uploads, jobs, results = self._gate.endpoint, self._uploads, self._jobs, self._results
        enrolling = {"optional": True}
        return [
            _route("/service", GET=endpoint(self._service, public=True)),
            _route("/profile", GET=endpoint(self._show_profile, public=True)),
            _route("/latest", GET=endpoint(self._show_latest, public=True)),
            _route("/session", POST=endpoint(self._begin, public=True), DELETE=endpoint(self._sign_out)),
            _route("/session/totp", POST=endpoint(self._complete_totp, public=True)),
            _route("/session/recovery", POST=endpoint(self._complete_recovery, public=True)),
            _route("/session/refresh", POST=self._gate.guarded(self._refresh)),
            _route("/session/unlock", POST=endpoint(self._unlock)),
            _route("/account/totp", POST=endpoint(self._totp_begin, **enrolling)),
            _route("/account/totp/confirm", POST=endpoint(self._totp_confirm, **enrolling)),
            _route("/account/totp/activate", POST=endpoint(self._totp_activate, public=True)),
            _route("/account/recovery-codes", POST=endpoint(self._recovery_codes)),
            _route("/account/password", POST=endpoint(self._password)),
            _route("/account/devices", GET=endpoint(self._devices)),
            _route("/account/devices/{device_id}", DELETE=endpoint(self._revoke)),
            _route("/account/data", GET=endpoint(self._data)),
            *self._s3_routes(),
            _route(
                "/uploads",
                OPTIONS=endpoint(uploads.options, public=True),
                POST=self._gate.guarded(uploads.create),
            ),
            _route(
                "/uploads/{upload_id}",
                OPTIONS=endpoint(uploads.options, public=True),
                HEAD=endpoint(uploads.head),
                PATCH=self._gate.guarded(uploads.patch),
                DELETE=endpoint(uploads.delete),
            ),
            _route("/uploads/{upload_id}/deletion", GET=endpoint(uploads.deletion)),
            _route("/jobs", POST=endpoint(jobs.submit), GET=endpoint(jobs.list_jobs)),
            _route("/jobs/{job_id}", GET=endpoint(jobs.show), DELETE=endpoint(jobs.delete)),
            _route("/jobs/{job_id}/cancel", POST=endpoint(jobs.cancel)),
            _route("/jobs/{job_id}/deletion", GET=endpoint(jobs.deletion)),
            _route("/jobs/{job_id}/results", GET=endpoint(results.manifest)),
            _route("/jobs/{job_id}/results/{name}", GET=endpoint(results.download), HEAD=endpoint(results.download)),
        ]

    def _s3_routes(self) -> list[Route]:
        """Only where an object store is the inbox; before the routes that would take `s3` for an upload's id."""
        if self._core.settings.object_store is None:
            return []
        endpoint, s3 = self._gate.endpoint, S3Uploads(self._core, self._core.settings.object_store)
        return [
            _route("/uploads/s3", POST=endpoint(s3.create)),
            _route("/uploads/s3/{upload_id}", DELETE=endpoint(s3.delete)),
            _route("/uploads/s3/{upload_id}/parts", POST=endpoint(s3.parts)),
            _route("/uploads/s3/{upload_id}/complete", POST=endpoint(s3.complete)),
        ]

    def _outermost(self, application: ASGIApp) -> ASGIApp:
        """Before any route: the request budget, and the faults that a test has asked for."""

        async def outermost(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                return
            client = scope.get("client") or ("-", 0)
            try:
                self._budget.require_left(client[0])
                fault = self._faults.next_for(scope["method"], scope["path"])
                if fault is not None:
                    receive, send = self._faults.arm(fault, receive, send)
            except Problem as problem:
                message = await receive()
                while message.get("more_body", False):
                    message = await receive()
                await problem.to_response(self._core.origin)(scope, receive, send)
                return
            await application(scope, receive, send)

        return outermost

    async def _http_exception(self, _: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        name = {404: "not-found", 405: "method-not-allowed"}.get(status, "malformed-request")
        return Problem(name).to_response(self._core.origin)

    # -- service and profile

    def _service(self, _: Call) -> Response:
        core, settings = self._core, self._core.settings
        with core.database.transaction() as transaction:
            notices = transaction.execute(
                "SELECT level, text, until FROM notices WHERE until IS NULL OR until > ? ORDER BY id",
                (core.now_text(),),
            ).fetchall()
        return json_response(
            {
                "name": settings.institution,
                "environment": ENVIRONMENT,
                "api_version": API_VERSION,
                "time": core.now_text(),
                "limits": {
                    "max_file_bytes": settings.max_file_bytes,
                    "max_files": settings.max_files,
                    "max_patch_bytes": settings.max_patch_bytes,
                },
                "retention_days": self._profile.retention_days,
                "applications": [application.to_json() for application in APPLICATIONS],
                "notices": [dict(notice) for notice in notices],
            }
        )

    def _show_profile(self, _: Call) -> Response:
        profile, signature = self._profile.texts()
        return json_response({"profile": profile, "signature": signature})

    def _show_latest(self, _: Call) -> Response:
        announced = self._profile.latest()
        if announced is None:
            raise Problem("not-found")
        return json_response({"latest": announced[0], "signature": announced[1]})

    # -- session

    def _begin(self, call: Call) -> Response:
        body = call.json()
        body.require_members("username", "password", "device")
        username = body.text("username", max_chars=128)
        return json_response(
            self._sessions.begin(username, body.text("password", max_chars=_SECRET_CHARS), _device(body))
        )

    def _complete_totp(self, call: Call) -> Response:
        body = call.json()
        return json_response(self._sessions.complete_totp(_secret(body, "mfa_ticket"), _secret(body, "code")))

    def _complete_recovery(self, call: Call) -> Response:
        body = call.json()
        return json_response(self._sessions.complete_recovery(_secret(body, "mfa_ticket"), _secret(body, "code")))

    async def _refresh(self, request: Request) -> Response:
        body = await self._gate.read_body(request, MAX_JSON_BYTES)
        return await self._gate.in_thread(self._refresh_signed, request, body)

    def _refresh_signed(self, request: Request, body: bytes) -> Response:
        """The signature is judged first: a stolen token alone can neither refresh nor get the device revoked."""
        token = _secret(Call(request, body, None).json(), "refresh_token")
        device_id, public_key = find_refresh_key(self._core, token)
        self._gate.require_signature(request, body, device_id, public_key)
        return json_response(rotate_refresh_token(self._core, token))

    def _unlock(self, call: Call) -> Response:
        return json_response(self._sessions.unlock(call.principal, _secret(call.json(), "code")))

    def _sign_out(self, call: Call) -> Response:
        self._sessions.sign_out(call.principal)
        return Response(status_code=204)

    # -- account

    def _totp_begin(self, call: Call) -> Response:
        body = call.json()
        if call.is_signed_in:
            code = body.optional_text("code", max_chars=_SECRET_CHARS)
            recovery_code = body.optional_text("recovery_code", max_chars=_SECRET_CHARS)
            if (code is None) == (recovery_code is None):
                raise JsonFormError("code")
            return json_response(self._enrolment.begin_replacement(call.principal, code, recovery_code))
        ticket, invitation = _secret(body, "enrolment_ticket"), _secret(body, "invitation_code")
        return json_response(self._enrolment.begin_first(ticket, invitation))

    def _totp_confirm(self, call: Call) -> Response:
        body = call.json()
        if call.is_signed_in:
            return json_response(self._enrolment.confirm_replacement(call.principal, _secret(body, "code")))
        return json_response(self._enrolment.confirm_first(_secret(body, "enrolment_ticket"), _secret(body, "code")))

    def _totp_activate(self, call: Call) -> Response:
        body = call.json()
        return json_response(
            self._enrolment.activate(_secret(body, "activation_ticket"), _secret(body, "recovery_code"))
        )

    def _recovery_codes(self, call: Call) -> Response:
        return json_response(self._enrolment.renew_recovery_codes(call.principal, _secret(call.json(), "code")))

    def _password(self, call: Call) -> Response:
        body = call.json()
        body.require_members("password", "new_password", "code")
        self._sessions.change_password(
            call.principal, _secret(body, "password"), _secret(body, "new_password"), _secret(body, "code")
        )
        return Response(status_code=204)

    def _devices(self, call: Call) -> Response:
        return json_response(self._sessions.devices(call.principal))

    def _revoke(self, call: Call) -> Response:
        self._sessions.revoke(call.principal, call.path_params["device_id"])
        return Response(status_code=204)

    def _data(self, call: Call) -> Response:
        return json_response(collect_account_data(self._core, call.principal))


def _secret(body: JsonObject, member: str) -> str:
    return body.text(member, max_chars=_SECRET_CHARS)


def _device(body: JsonObject) -> Device:
    device = body.object("device")
    public_key = device.base64("public_key", 32)
    if len(public_key) != 32:
        raise JsonFormError("public_key")
    return Device(device.text("id", _DEVICE_ID), device.text("name", max_chars=80), public_key)


def _route(path: str, **by_method: Callable[[Request], Awaitable[Response]]) -> Route:
    """One path with an endpoint for each method; Starlette adds HEAD to GET by itself, which we do not want."""

    async def dispatch(request: Request) -> Response:
        chosen = by_method.get(request.method)
        if chosen is None:
            raise HTTPException(405)
        return await chosen(request)

    methods: Sequence[str] = sorted(by_method)
    return Route(f"/api/v1{path}", dispatch, methods=list(methods))

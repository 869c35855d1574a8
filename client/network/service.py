"""Every call of the service's interface, typed. Field names are those of docs/SERVICE.md.

Calls that may be repeated without changing anything are tried again after passing faults as `retry.next_step` says;
sign-in calls never, because a code counts once, and the job call by the outbox.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from typing import TypeVar
from urllib.parse import quote

from client.model.clock import Clock
from client.model.errors import ClientError
from client.model.job import JOB_ID, RESULT_NAME
from client.model.service import Device, JobStatus, ServiceInfo
from client.model.strict_json import Json
from client.network.answers import (
    DeviceIdentity,
    JobAnswer,
    JobFile,
    LatestDocument,
    ProfileDocument,
    ResultDownload,
    SessionBegun,
    Tokens,
    TotpConfirmed,
    TotpSecret,
    build_job_body,
    read_device,
    read_job,
    read_job_answer,
    read_result_download,
    read_service_info,
    read_tokens,
    read_totp_secret,
)
from client.network.errors import NotThereError, ServerFaultError
from client.network.fields import Fields, wrong
from client.network.gate import Answer, Gate, RequestSigner
from client.network.problems import NO_PROBLEM, naming_nothing
from client.network.retry import NextStep, RetryPolicy, next_step
from client.network.transport import Patience

__all__ = [
    "DeviceIdentity",
    "JobAnswer",
    "JobFile",
    "LatestDocument",
    "ProfileDocument",
    "ResultDownload",
    "ServiceApi",
    "SessionBegun",
    "Tokens",
    "TotpConfirmed",
    "TotpSecret",
    "build_job_body",
]

API = "/api/v1"
_CALL_POLICY = RetryPolicy(max_attempts=4, longest_wait_s=8.0)
_LONGEST_CALL_WAIT_S = 30.0
_REFRESH_PATIENCE = Patience(connect_s=12.0, send_s=12.0, answer_s=12.0, grace_s=12.0)
"""A refresh whose answer was lost counts as the same one for 60 s; after that it revokes the workstation. All attempts
fit in."""

Result = TypeVar("Result")


class ServiceApi:
    """The calls. `wait` and `random_number` are for the pauses between attempts (fakes in tests)."""

    def __init__(
        self,
        gate: Gate,
        *,
        wait: Callable[[float], None] = time.sleep,
        random_number: Callable[[], float] = random.random,
        policy: RetryPolicy = _CALL_POLICY,
    ) -> None:
        self.gate = gate
        self._wait = wait
        self._random_number = random_number
        self._policy = policy

    # Service and profile

    def service_info(self) -> ServiceInfo:
        """`GET /service`; no token."""
        return read_service_info(self._get("/service", authorize=False))

    def clock_offset(self, clock: Clock) -> timedelta:
        """The service's clock minus ours, right to about the half of one round trip."""
        before = clock()
        service_time = self._get("/service", authorize=False).time("time")
        after = clock()
        return service_time - (before + (after - before) / 2)

    def current_profile(self, patience: Patience | None = None) -> ProfileDocument:
        """`GET /profile`; no token. With a `patience` it is asked once, and no longer than that."""
        if patience is None:
            fields = self._get("/profile", authorize=False)
        else:
            with naming_nothing():
                fields = Fields(self.gate.request("GET", f"{API}/profile", authorize=False, patience=patience).json)
        return ProfileDocument(fields.text("profile").encode("utf-8"), fields.text("signature"))

    def latest_version(self) -> LatestDocument | None:
        """`GET /latest`; no token. None where the institution announces nothing."""
        try:
            fields = self._get("/latest", authorize=False, may_be_missing=True)
        except NotThereError:
            return None
        return LatestDocument(fields.text("latest").encode("utf-8"), fields.text("signature"))

    # Session

    def begin_session(self, username: str, password: str, device: DeviceIdentity) -> SessionBegun:
        """`POST /session`."""
        fields = self._post(
            "/session", {"username": username, "password": password, "device": device.to_json()}, authorize=False
        )
        begun = SessionBegun(fields.text_or_none("mfa_ticket"), fields.text_or_none("enrolment_ticket"))
        if (begun.mfa_ticket is None) == (begun.enrolment_ticket is None):
            raise wrong("mfa_ticket")
        return begun

    def complete_totp(self, mfa_ticket: str, code: str) -> Tokens:
        """`POST /session/totp`."""
        return read_tokens(self._post("/session/totp", {"mfa_ticket": mfa_ticket, "code": code}, authorize=False))

    def complete_recovery(self, mfa_ticket: str, code: str) -> Tokens:
        """`POST /session/recovery`: the code is used up."""
        return read_tokens(self._post("/session/recovery", {"mfa_ticket": mfa_ticket, "code": code}, authorize=False))

    def refresh(self, refresh_token: str, signer: RequestSigner) -> Tokens:
        """`POST /session/refresh`, signed with the device key. A lost answer may be asked for again within 60 s."""
        body = json.dumps({"refresh_token": refresh_token}).encode("ascii")

        def call() -> Answer:
            return self.gate.request(
                "POST",
                f"{API}/session/refresh",
                body=body,
                headers={"content-type": "application/json"},
                authorize=False,
                signer=signer,
                patience=_REFRESH_PATIENCE,
            )

        return read_tokens(Fields(self._repeat(call).json))

    def unlock(self, code: str) -> None:
        """`POST /session/unlock`."""
        self._post("/session/unlock", {"code": code})

    def end_session(self) -> None:
        """`DELETE /session`."""
        self.gate.request("DELETE", f"{API}/session", expect=frozenset({204}))

    # Account

    def begin_totp(self, enrolment_ticket: str, invitation_code: str) -> TotpSecret:
        """`POST /account/totp` for a first factor."""
        body: dict[str, Json] = {"enrolment_ticket": enrolment_ticket, "invitation_code": invitation_code}
        return read_totp_secret(self._post("/account/totp", body, authorize=False))

    def replace_totp(self, *, code: str | None = None, recovery_code: str | None = None) -> TotpSecret:
        """`POST /account/totp` for another factor, from a session, with a fresh or a recovery code."""
        body: dict[str, Json] = {"code": code} if code is not None else {"recovery_code": recovery_code}
        return read_totp_secret(self._post("/account/totp", body))

    def confirm_totp(self, code: str, enrolment_ticket: str | None) -> TotpConfirmed:
        """`POST /account/totp/confirm`; the ticket for a first factor, None (the session's token) for another."""
        body: dict[str, Json] = {"code": code}
        if enrolment_ticket is not None:
            body["enrolment_ticket"] = enrolment_ticket
        fields = self._post("/account/totp/confirm", body, authorize=enrolment_ticket is None)
        return TotpConfirmed(fields.texts("recovery_codes"), fields.text("activation_ticket"))

    def activate_totp(self, activation_ticket: str, recovery_code: str) -> Tokens:
        """`POST /account/totp/activate`: from here on the factor is active."""
        body: dict[str, Json] = {"activation_ticket": activation_ticket, "recovery_code": recovery_code}
        return read_tokens(self._post("/account/totp/activate", body, authorize=False))

    def renew_recovery_codes(self, code: str) -> tuple[str, ...]:
        """`POST /account/recovery-codes`."""
        return self._post("/account/recovery-codes", {"code": code}).texts("recovery_codes")

    def change_password(self, password: str, new_password: str, code: str) -> None:
        """`POST /account/password`."""
        body: dict[str, Json] = {"password": password, "new_password": new_password, "code": code}
        self.gate.request("POST", f"{API}/account/password", json=body, expect=frozenset({204}))

    def devices(self) -> tuple[Device, ...]:
        """`GET /account/devices`."""
        return tuple(read_device(fields) for fields in self._get("/account/devices").items("devices"))

    def revoke_device(self, device_id: str) -> None:
        """`DELETE /account/devices/{id}`; NotThereError for an unknown or already revoked one."""
        self.gate.request("DELETE", f"{API}/account/devices/{_segment(device_id)}", expect=frozenset({204}))

    def account_data(self) -> dict[str, Json]:
        """`GET /account/data`: everything the service holds about the user, as it gives it."""
        return self._get("/account/data").raw()

    # Jobs

    def submit_job(self, body: bytes) -> JobAnswer:
        """`POST /jobs` with the bytes of `build_job_body`; safe to repeat with the same bytes, which is the caller's:
        it says meanwhile what is waited for."""
        try:
            answer = self.gate.request(
                "POST",
                f"{API}/jobs",
                body=body,
                headers={"content-type": "application/json"},
                expect=frozenset({200, 201}),
            )
        except NotThereError as error:
            if error.facts["problem"] != NO_PROBLEM:
                raise
            # Not the service's own word that an upload is missing: a front end whose service is away for a moment.
            raise ServerFaultError(status=404) from None
        return read_job_answer(Fields(answer.json))

    def jobs(self, after: str | None = None) -> tuple[JobStatus, ...]:
        """`GET /jobs`: one page, oldest first, of those after the given job id."""
        query = f"?after={_segment(after)}" if after else ""
        answer = self._get(f"/jobs{query}", may_be_missing=after is not None)
        return tuple(read_job(fields) for fields in answer.items("jobs"))

    def job(self, job_id: str) -> JobAnswer:
        """`GET /jobs/{id}`."""
        return read_job_answer(self._get(f"/jobs/{_segment(job_id)}", may_be_missing=True))

    def cancel_job(self, job_id: str) -> JobStatus:
        """`POST /jobs/{id}/cancel`; ConflictError for a finished job."""
        return read_job(self._post(f"/jobs/{_segment(job_id)}/cancel", None, may_be_missing=True).item("job"))

    def result_manifest(self, job_id: str) -> str:
        """`GET /jobs/{id}/results`: the signed result manifest (compact JWS, not verified here)."""
        return self._get(f"/jobs/{_segment(job_id)}/results", may_be_missing=True).text("manifest")

    @contextmanager
    def open_result(self, job_id: str, name: str, offset: int = 0) -> Iterator[ResultDownload]:
        """`GET /jobs/{id}/results/{name}` from `offset` on. The caller bounds the length and checks the hash."""
        headers = {"range": f"bytes={offset}-"} if offset else {}
        headers["accept"] = "*/*"
        with self.gate.download(f"{API}/jobs/{_segment(job_id)}/results/{_segment(name)}", headers=headers) as answer:
            yield read_result_download(answer, offset)

    def delete_job(self, job_id: str) -> str:
        """`DELETE /jobs/{id}`: the deletion certificate (compact JWS, not verified here)."""
        path = f"{API}/jobs/{_segment(job_id)}"
        return Fields(self._repeat(lambda: self.gate.request("DELETE", path)).json).text("certificate")

    def deletion_certificate(self, job_id: str) -> str:
        """`GET /jobs/{id}/deletion`; NotThereError while the job is not deleted."""
        return self._get(f"/jobs/{_segment(job_id)}/deletion", may_be_missing=True).text("certificate")

    # How calls go out

    def _get(self, path: str, authorize: bool = True, *, may_be_missing: bool = False) -> Fields:
        def call() -> Answer:
            with nullcontext() if may_be_missing else naming_nothing():
                return self.gate.request("GET", f"{API}{path}", authorize=authorize)

        return Fields(self._repeat(call).json)

    def _post(
        self, path: str, body: dict[str, Json] | None, authorize: bool = True, *, may_be_missing: bool = False
    ) -> Fields:
        with nullcontext() if may_be_missing else naming_nothing():
            return Fields(self.gate.request("POST", f"{API}{path}", json=body, authorize=authorize).json)

    def _repeat(self, call: Callable[[], Result]) -> Result:
        attempt = 0
        while True:
            attempt += 1
            try:
                return call()
            except ClientError as error:
                jitter = self._random_number()
                decision = next_step(error, attempt, jitter=jitter, policy=self._policy)
                passing = decision.step is NextStep.ASK_AND_GO_ON and decision.wait_s > 0
                if not passing or decision.wait_s > _LONGEST_CALL_WAIT_S:
                    raise
            self._wait(decision.wait_s)


def _segment(text: str) -> str:
    """One path segment. What is not of an id's form cannot exist there and must not become part of a path."""
    if not re.fullmatch(f"(?:{JOB_ID})|(?:{RESULT_NAME})|[A-Za-z0-9_-]{{1,128}}", text):
        raise NotThereError(problem="none")
    return quote(text, safe="")

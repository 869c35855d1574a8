"""One call: its body read within limits, its sender known, its answer written, and one log line without contents."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import time
import traceback
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from client.model.errors import ClientError
from client.model.strict_json import MAX_JSON_BYTES
from client.seal.http_signature import require_request_signature
from practice.core import PracticeCore
from practice.json_object import JsonFormError, JsonObject, parse_json_object
from practice.problems import Problem
from practice.tokens import Principal, require_principal

_SIGNATURE_MAX_AGE_S = 300
_READ_TIMEOUT_S = 120.0
_DISCARD_TIMEOUT_S = 10.0

_T = TypeVar("_T")


class RequestBudget:
    """How many requests an address may make in a minute. Counted by the machine's own clock, not the service's."""

    def __init__(self, requests_per_minute: int) -> None:
        self._rate_per_s = requests_per_minute / 60
        self._burst = float(requests_per_minute)
        self._left: dict[str, tuple[float, float]] = {}

    def require_left(self, address: str) -> None:
        """Raises `too-many-requests`. Called on the event loop's thread only."""
        now = time.monotonic()
        left, at = self._left.get(address, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._rate_per_s)
        if left < 1:
            raise Problem("too-many-requests", retry_after_s=max(1, int((1 - left) / self._rate_per_s) + 1))
        self._left[address] = (left - 1, now)


class Call:
    """What a handler sees of a request. Handlers run on worker threads and never touch the connection."""

    def __init__(self, request: Request, body: bytes, principal: Principal | None) -> None:
        self.body = body
        self.headers = request.headers
        self.path_params: dict[str, str] = request.path_params
        self.query_params = request.query_params
        self.method = request.method
        self._principal = principal

    @property
    def is_signed_in(self) -> bool:
        """Whether an Authorization header came and was good; one that came and was not has been refused before."""
        return self._principal is not None

    @property
    def principal(self) -> Principal:
        if self._principal is None:
            raise Problem("access-token-rejected")
        return self._principal

    def json(self) -> JsonObject:
        content_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content_type != "application/json":
            raise Problem("unsupported-media")
        return parse_json_object(self.body)


Handler = Callable[[Call], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def json_response(content: dict[str, Any], status: int = 200) -> Response:
    """JSON that no cache keeps."""
    body = json.dumps(content).encode()
    return Response(body, status, headers={"Cache-Control": "no-store"}, media_type="application/json")


class Gate:
    """Every request passes here: body limits, token, request signature, problems, log."""

    def __init__(self, core: PracticeCore, executor: Executor) -> None:
        self.core = core
        self._executor = executor

    async def in_thread(self, function: Callable[..., _T], *arguments: object) -> _T:
        """Run blocking work away from the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, function, *arguments)

    def endpoint(self, handler: Handler, *, public: bool = False, optional: bool = False) -> Endpoint:
        """A handler for JSON calls. `optional`: signed in where an Authorization header is sent, else by ticket."""

        async def answer(request: Request) -> Response:
            body = await self.read_body(request, MAX_JSON_BYTES)
            return await self.in_thread(self._handle, handler, request, body, public, optional)

        return self.guarded(answer)

    def guarded(self, answer: Endpoint) -> Endpoint:
        """Turns what goes wrong into problem details and writes the log line."""

        async def guarded(request: Request) -> Response:
            began = time.monotonic()
            try:
                response = await answer(request)
            except (Problem, JsonFormError, OSError, ClientDisconnect) as error:
                problem = problem_of(error)
                if problem.name == "internal":
                    self.core.logger.error("failed %s at %s", type(error).__name__, own_frames(error))
                response = problem.to_response(self.core.origin)
                await self._discard_body(request)
            except Exception as error:  # noqa: BLE001 - the edge: a bug answers 500 and is logged without its message
                self.core.logger.error("bug %s at %s", type(error).__name__, own_frames(error))
                response = Problem("internal").to_response(self.core.origin)
            route = getattr(request.scope.get("route"), "path", "-")
            took_ms = round((time.monotonic() - began) * 1000)
            self.core.logger.info("%s %s %d %d ms", request.method, route, response.status_code, took_ms)
            return response

        return guarded

    async def _discard_body(self, request: Request) -> None:
        """Take in what is still on its way: closing a connection with unread bytes loses the answer (RFC 9293, RST)."""
        left = self.core.settings.max_patch_bytes
        with contextlib.suppress(ClientDisconnect, RuntimeError, TimeoutError):
            async with asyncio.timeout(_DISCARD_TIMEOUT_S):
                async for part in request.stream():
                    left -= len(part)
                    if left < 0:
                        return

    def _handle(self, handler: Handler, request: Request, body: bytes, public: bool, optional: bool) -> Response:
        principal = None
        if not public and not (optional and "authorization" not in request.headers):
            principal = self.require_sender(request, body)
        return handler(Call(request, body, principal))

    def require_sender(self, request: Request, body: bytes) -> Principal:
        """The signed-in sender; where the profile demands it, the request's signature is verified too. Blocking."""
        principal = require_principal(self.core, request.headers.get("authorization"))
        if self.core.settings.request_signing:
            self.require_signature(request, body, principal.device_id, principal.device_public_key)
        return principal

    def target(self, request: Request) -> str:
        """The URL as the client signed it: our own origin, never what a Host header claims."""
        query = request.url.query
        return f"{self.core.origin}{request.url.path}{'?' + query if query else ''}"

    def require_signature(self, request: Request, body: bytes, device_id: str, public_key: bytes) -> None:
        """Raises `request-signature-rejected` unless the device key signed exactly this request just now."""
        try:
            key_id = require_request_signature(
                request.method,
                self.target(request),
                dict(request.headers),
                body,
                public_key,
                now=self.core.clock(),
                max_age_s=_SIGNATURE_MAX_AGE_S,
            )
        except ClientError:
            raise Problem("request-signature-rejected") from None
        if key_id != device_id:
            raise Problem("request-signature-rejected")

    async def read_body(self, request: Request, max_bytes: int) -> bytes:
        """The whole body, at most `max_bytes`, each piece within two minutes."""
        require_identity_encoding(request)
        parts: list[bytes] = []
        received = 0
        if int_header(request, "content-length", 0) > max_bytes:
            raise Problem("too-large")
        stream = request.stream()
        while True:
            async with asyncio.timeout(_READ_TIMEOUT_S):
                part = await anext(stream, None)
            if part is None:
                return b"".join(parts)
            received += len(part)
            if received > max_bytes:
                raise Problem("too-large")
            parts.append(part)


def require_identity_encoding(request: Request) -> None:
    """A compressed body could unfold to anything."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Problem("unsupported-media")


def int_header(request: Request, name: str, default: int | None = None) -> int:
    """A header of plain digits. Raises `malformed-request`."""
    text = request.headers.get(name)
    if text is None and default is not None:
        return default
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 18:
        raise Problem("malformed-request", f"the header {name} is missing or not a number")
    return int(text)


def problem_of(error: BaseException) -> Problem:
    """What the client is told about an expected exception."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, JsonFormError):
        return Problem("malformed-request", f"the member {error} is missing or not of its form")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem("disk-full")
    if isinstance(error, TimeoutError | ClientDisconnect):
        return Problem("malformed-request", "the body did not arrive")
    return Problem("internal")


def own_frames(error: BaseException) -> str:
    """File names and lines of the traceback; messages may hold contents and are left out."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-4:]))

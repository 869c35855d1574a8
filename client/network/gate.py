"""The one gate through which requests leave: exact origin, pinned TLS, no redirect, no environment, bounded answers.

A gate belongs to one origin of the profile. It may be used from several threads; each request runs in its caller's.
"""

from __future__ import annotations

import hashlib
import json as json_text
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import Protocol, TypeVar

from client.model.clock import Clock, system_clock
from client.model.strict_json import MAX_JSON_BYTES, Json
from client.network.errors import ContractError, NotSignedInError, OriginRefusedError
from client.network.fields import parse_json
from client.network.origin import parse_origin
from client.network.problems import NO_PROBLEM, answer_error, media_type
from client.network.proxy import ProxySettings
from client.network.spki_pin import PinSet, build_pinned_context
from client.network.transport import Patience, PinnedTransport, RefusingTransport
from client.network.wire import httpx

Result = TypeVar("Result")

_MAX_PROBLEM_BYTES = 64 * 1024
_JSON_TYPES = {"application/json", "application/problem+json"}
_DOWNLOAD_PATIENCE = Patience(receive_bytes=None)


class TokenSource(Protocol):
    """Where a gate gets access tokens. Whoever implements it renews under one lock for all processes."""

    def access_token(self) -> str:
        """The present token; raises a SignInError when nobody is signed in."""

    def renew(self, stale: str) -> str:
        """Another token than `stale`, which the service refused; raises a SignInError when there is none."""


RequestSigner = Callable[[str, str, bytes], Mapping[str, str]]
"""(method, url, SHA-256 of the body) to the headers of an RFC 9421 signature."""


@dataclass(frozen=True)
class Answer:
    """A success. Header names are in lower case. `json` is None when the answer has no body."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    json: Json = field(repr=False)


@dataclass(frozen=True)
class Download:
    """A success whose body is still to be read, once, in chunks as they arrive."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    chunks: Iterator[bytes] = field(repr=False)


class Gate:
    """Requests to one origin.

    `pins` are SHA-256 hashes of SubjectPublicKeyInfo, at least two (else ValueError); `ca_pem` is the profile's own
    CA, None the machine's store. Every method raises the coded errors of `client.network.errors`, and what `tokens`
    raises. Close it, or use it as a context manager.
    """

    def __init__(
        self,
        origin: str,
        pins: Sequence[bytes],
        ca_pem: bytes | None,
        *,
        proxy: ProxySettings | None = None,
        tokens: TokenSource | None = None,
        signer: RequestSigner | None = None,
        user_agent: str = "genoseal",
        patience: Patience | None = None,
        clock: Clock = system_clock,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self.origin = parse_origin(origin)
        self.patience = patience or Patience()
        self._tokens = tokens
        self._signer = signer
        self._clock = clock
        self._client = httpx.Client(
            transport=PinnedTransport(build_pinned_context(PinSet(pins), ca_pem), proxy, now_s),
            mounts={"http://": RefusingTransport()},
            trust_env=False,
            follow_redirects=False,
            headers={
                "user-agent": user_agent,
                "accept": "application/json, application/problem+json",
                "accept-encoding": "identity",
            },
        )
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def __enter__(self) -> Gate:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def sign_with(self, signer: RequestSigner) -> None:
        """Sign every request from now on."""
        self._signer = signer

    @property
    def signs_requests(self) -> bool:
        """Whether each request carries a signature: a streamed body's hash must be known before it goes out then."""
        return self._signer is not None

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Json = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        authorize: bool = True,
        expect: frozenset[int] = frozenset({200}),
        signer: RequestSigner | None = None,
        patience: Patience | None = None,
    ) -> Answer:
        """Send one request and read its whole answer.

        `expect` are the success codes that the call knows. A token that the service refuses (401) is renewed once and
        the request sent again. `signer` signs this request, whatever the gate's own signer is.
        """
        sent_headers = dict(headers or {})
        if json is not None:
            body = json_text.dumps(json, allow_nan=False).encode("ascii")
            sent_headers["content-type"] = "application/json"
        content = body or b""
        signer = signer or self._signer
        if signer is not None:
            sent_headers.update(signer(method, self.origin.url(path), hashlib.sha256(content).digest()))
        return self._with_token(
            authorize, sent_headers, lambda ready: self._exchange(method, path, content, ready, expect, patience)
        )

    def send_stream(
        self,
        method: str,
        path: str,
        pieces: Iterable[bytes],
        length: int,
        *,
        headers: Mapping[str, str],
        authorize: bool = True,
        expect: frozenset[int],
        body_sha256: bytes | None = None,
        patience: Patience | None = None,
    ) -> Answer:
        """Send `length` bytes out of `pieces`, never repeated from here.

        `body_sha256` is needed where requests are signed (see `signs_requests`). A refused token raises
        NotSignedInError after it was renewed: the caller asks how far it came, and goes on.
        """
        ready = {**headers, "content-length": str(length)}
        if self._signer is not None and body_sha256 is not None:
            ready.update(self._signer(method, self.origin.url(path), body_sha256))
        token = self._authorization(authorize, ready)
        try:
            return self._exchange(method, path, pieces, ready, expect, patience)
        except NotSignedInError as error:
            if token is not None and self._tokens is not None and _is_renewable(error):
                self._tokens.renew(token)
            raise

    @contextmanager
    def download(
        self,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        expect: frozenset[int] = frozenset({200, 206}),
        patience: Patience = _DOWNLOAD_PATIENCE,
    ) -> Iterator[Download]:
        """Open a body of any length; the least rate of `patience` holds for it, its length is the caller's to bound."""

        def open_answer(ready: Mapping[str, str]) -> httpx.Response:
            signed = dict(ready)
            if self._signer is not None:
                signed.update(self._signer("GET", self.origin.url(path), hashlib.sha256(b"").digest()))
            response = self._send("GET", path, b"", signed, patience)
            try:
                self._require_success(response, expect)
            except BaseException:
                response.close()
                raise
            return response

        response = self._with_token(True, dict(headers or {}), open_answer)
        try:
            yield Download(response.status_code, _lower(response), response.iter_raw())
        finally:
            response.close()

    def path_of(self, location: str, base_path: str) -> str:
        """The path on this origin that a `Location` names; raises OriginRefusedError for any other origin."""
        return self.origin.path_of(location, base_path)

    def _with_token(
        self, authorize: bool, headers: dict[str, str], send: Callable[[Mapping[str, str]], Result]
    ) -> Result:
        token = self._authorization(authorize, headers)
        try:
            return send(headers)
        except NotSignedInError as error:
            if token is None or self._tokens is None or not _is_renewable(error):
                raise
            headers["authorization"] = f"Bearer {self._tokens.renew(token)}"
        return send(headers)

    def _authorization(self, authorize: bool, headers: dict[str, str]) -> str | None:
        if not authorize or self._tokens is None:
            return None
        token = self._tokens.access_token()
        headers["authorization"] = f"Bearer {token}"
        return token

    def _exchange(
        self,
        method: str,
        path: str,
        content: bytes | Iterable[bytes],
        headers: Mapping[str, str],
        expect: frozenset[int],
        patience: Patience | None,
    ) -> Answer:
        response = self._send(method, path, content, headers, patience or self.patience)
        try:
            self._require_success(response, expect)
            lowered = _lower(response)
            # Also where there is none: only an answer read to its end leaves the connection open for the next one.
            body = _read_body(response, MAX_JSON_BYTES)
        finally:
            response.close()
        if not body:
            return Answer(response.status_code, lowered, None)
        if media_type(lowered) not in _JSON_TYPES:
            raise ContractError(reason="content-type")
        return Answer(response.status_code, lowered, parse_json(body))

    def _send(
        self,
        method: str,
        path: str,
        content: bytes | Iterable[bytes],
        headers: Mapping[str, str],
        patience: Patience,
    ) -> httpx.Response:
        url = httpx.URL(self.origin.url(path))
        port = url.port or 443
        if url.scheme != "https" or url.host != self.origin.host or port != self.origin.port or url.userinfo:
            raise OriginRefusedError
        request = self._client.build_request(
            method, url, content=content, headers=dict(headers), extensions={"patience": patience}
        )
        return self._client.send(request, stream=True, auth=None)

    def _require_success(self, response: httpx.Response, expect: frozenset[int]) -> None:
        headers = _lower(response)
        if "content-encoding" in headers:
            raise ContractError(reason="content-encoding")
        # An empty answer is no web page, whatever its type (object stores and frameworks label it so).
        html = media_type(headers) == "text/html" and headers.get("content-length") != "0"
        if response.status_code in expect and not html:
            return
        body = b""
        if media_type(headers) == "application/problem+json":
            body = _read_body(response, _MAX_PROBLEM_BYTES)
        raise answer_error(response.status_code, headers, body, self._clock)


def _is_renewable(error: NotSignedInError) -> bool:
    """401 also says that a code or password was wrong; sending such a request twice would count twice."""
    return error.facts["problem"] in {"access-token-rejected", NO_PROBLEM}


def _lower(response: httpx.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}


def _read_body(response: httpx.Response, max_bytes: int) -> bytes:
    """All raw bytes of an answer; raises ContractError past `max_bytes`. Nothing is ever decompressed."""
    pieces: list[bytes] = []
    length = 0
    for piece in response.iter_raw():
        length += len(piece)
        if length > max_bytes:
            raise ContractError(reason="too-long")
        pieces.append(piece)
    return b"".join(pieces)

"""A tus 1.0.0 server in memory, written from the protocol and not from the client, whose answers a test can spoil."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.support.tls_server import SeenRequest, http_answer

PATH = "/api/v1/uploads"
Spoil = Callable[["TusServer", SeenRequest], "bytes | Iterable[bytes] | None"]
"""Answers instead of the server (after doing to it whatever the test wants)."""
HANG_UP = b"hang up"


@dataclass
class TusServer:
    """`spoils` are taken one by one, each for the next request of its method; None lets a request through."""

    extensions: str = "creation,checksum,expiration,termination"
    location: str = f"{PATH}/u1"
    spoils: dict[str, list[Spoil | None]] = field(default_factory=dict)
    stored: bytearray = field(default_factory=bytearray)
    length: int | None = None
    metadata: str = ""
    gone: bool = False

    def __call__(self, request: SeenRequest) -> bytes | Iterable[bytes] | None:
        waiting = self.spoils.get(request.method, [])
        spoil = waiting.pop(0) if waiting else None
        answer = spoil(self, request) if spoil else self.answer(request)
        return None if answer == HANG_UP else answer

    def answer(self, request: SeenRequest) -> bytes:
        """What a good server does."""
        if request.method != "OPTIONS" and request.headers.get("tus-resumable") != "1.0.0":
            return http_answer(412, Tus_Version="1.0.0")
        if request.method == "OPTIONS":
            return http_answer(
                204,
                Tus_Resumable="1.0.0",
                Tus_Version="1.0.0",
                Tus_Extension=self.extensions,
                Tus_Checksum_Algorithm="sha256,sha1",
            )
        if request.method == "POST":
            self.length = int(request.headers["upload-length"])
            self.metadata = request.headers.get("upload-metadata", "")
            return http_answer(201, Tus_Resumable="1.0.0", Location=self.location)
        if self.gone or self.length is None:
            return http_answer(404)
        if request.method == "HEAD":
            return _bodiless(200, len(self.stored), self.length)
        if request.method == "DELETE":
            self.gone = True
            return _bodiless(204)
        return self._patch(request)

    def _patch(self, request: SeenRequest) -> bytes:
        if request.headers.get("content-type") != "application/offset+octet-stream":
            return http_answer(415)
        if int(request.headers["upload-offset"]) != len(self.stored):
            return http_answer(409)
        declared = int(request.headers["content-length"])
        checksum = request.headers.get("upload-checksum")
        if checksum is not None:
            algorithm, _, value = checksum.partition(" ")
            digest = base64.b64encode(hashlib.new(algorithm, request.body).digest()).decode()
            if digest != value:
                return http_answer(460)
        self.stored += request.body
        if len(request.body) < declared:
            return HANG_UP
        return _bodiless(204, len(self.stored))


def _bodiless(status: int, offset: int | None = None, length: int | None = None) -> bytes:
    headers = {"Tus_Resumable": "1.0.0", "Cache_Control": "no-store"}
    if offset is not None:
        headers["Upload_Offset"] = str(offset)
    if length is not None:
        headers["Upload_Length"] = str(length)
    answer = http_answer(status, **headers)
    return answer.replace(b"Content-Length: 0\r\n", b"") if status == 204 else answer


def answering(status: int, body: bytes = b"", **headers: str) -> Spoil:
    """Answers with this and stores nothing."""
    return lambda _server, _request: http_answer(status, body, **headers)


def stored_but(status: int | None, **headers: str) -> Spoil:
    """Stores the bytes and answers with this all the same (None: hangs up)."""

    def spoil(server: TusServer, request: SeenRequest) -> bytes | None:
        server.answer(request)
        return None if status is None else http_answer(status, **headers)

    return spoil


def truncated_to(keep: Callable[[int], int], then: Spoil | None = None) -> Spoil:
    """Loses bytes that were stored before, then answers (as it should, or as `then`)."""

    def spoil(server: TusServer, request: SeenRequest) -> bytes | Iterable[bytes] | None:
        del server.stored[keep(len(server.stored)) :]
        return then(server, request) if then else server.answer(request)

    return spoil

"""A tus 1.0.0 client (https://tus.io/protocols/resumable-upload): core, creation, checksum, expiration, termination.

What is optional is used only where OPTIONS lists it: other servers (the npm package @tus/server) have no checksum.

A checksum goes along where the body's hash is needed anyway, for a signed request. Elsewhere it would cost more than
it gives: TLS authenticates every byte, the manifest names the hash of the whole body, and with a checksum a service
keeps nothing of a PATCH that broke, so that a line that breaks often would never get a piece across.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import BinaryIO, NamedTuple

from client.network.errors import (
    ConflictError,
    ContractError,
    NotThereError,
    RequestRefusedError,
    UploadGoneError,
    UploadStuckError,
)
from client.network.gate import Answer, Gate
from client.network.hash_ahead import HashAhead
from client.network.inbox import Appended, read_pieces, require_size
from client.network.problems import naming_nothing
from client.network.transport import Patience

TUS_VERSION = "1.0.0"
DEFAULT_PATH = "/api/v1/uploads"

_MAX_OFFSET_DIGITS = 18
_PATCH_PATIENCE = Patience(answer_s=120.0, grace_s=180.0)
"""A service may write everything to disk and hash it before it answers a PATCH."""


class TusServer(NamedTuple):
    """What OPTIONS told: extensions, checksum algorithms, and the largest upload (None: not said)."""

    extensions: frozenset[str]
    checksum_algorithms: frozenset[str]
    max_bytes: int | None

    @property
    def takes_sha256(self) -> bool:
        return "checksum" in self.extensions and "sha256" in self.checksum_algorithms


class TusUpload:
    """Uploads to one tus server, behind the `Inbox` interface. The text to keep is the upload's path on the origin.

    `most_bytes` is the most that one body may have; the server may name less. `largest_patch_bytes` finds the service's
    limit for one PATCH (None: none is known); it is asked once, when the first body is to be sent.
    """

    def __init__(
        self,
        gate: Gate,
        path: str = DEFAULT_PATH,
        *,
        most_bytes: int | None = None,
        largest_patch_bytes: Callable[[], int | None] | None = None,
        patience: Patience = _PATCH_PATIENCE,
    ) -> None:
        self._gate = gate
        self._path = path
        self._most_bytes = most_bytes
        self._ask_largest_patch_bytes = largest_patch_bytes
        self._largest_patch_bytes: int | None = None
        self._patience = patience
        self._server: TusServer | None = None
        self._hashes = HashAhead()

    def server(self) -> TusServer:
        """Ask once what the server can do; NET-CONTRACT (`tus-version`) when it does not speak 1.0.0."""
        if self._server is None:
            with naming_nothing():
                answer = self._gate.request("OPTIONS", self._path, expect=frozenset({200, 204}))
            versions = _names(answer.headers.get("tus-version", answer.headers.get("tus-resumable", "")))
            if TUS_VERSION not in versions:
                raise ContractError(reason="tus-version")
            self._server = TusServer(
                extensions=_names(answer.headers.get("tus-extension", "")),
                checksum_algorithms=_names(answer.headers.get("tus-checksum-algorithm", "")),
                max_bytes=_whole_number(answer.headers, "tus-max-size"),
            )
        return self._server

    def create(self, sealed_bytes: int, name: str) -> str:
        if "creation" not in self.server().extensions:
            raise ContractError(reason="tus-version")
        require_size(sealed_bytes, self._most_bytes, self.server().max_bytes)
        metadata = base64.b64encode(name.encode("ascii")).decode("ascii")
        with naming_nothing():
            answer = self._gate.request(
                "POST",
                self._path,
                headers=_headers({"upload-length": str(sealed_bytes), "upload-metadata": f"name {metadata}"}),
                expect=frozenset({201}),
            )
        location = answer.headers.get("location")
        if not location:
            raise ContractError(reason="location")
        return self._gate.path_of(location, self._path)

    def offset(self, upload: str, sealed_bytes: int) -> int:
        try:
            answer = self._gate.request("HEAD", upload, headers=_headers(), expect=frozenset({200, 204}))
        except NotThereError:
            raise UploadGoneError from None
        length = _whole_number(answer.headers, "upload-length")
        offset = _whole_number(answer.headers, "upload-offset")
        if offset is None or (length is not None and length != sealed_bytes):
            raise ContractError(reason="offset")
        if offset > sealed_bytes:
            raise UploadStuckError(reason="offset")
        return offset

    def append(
        self, upload: str, source: BinaryIO, offset: int, patch_bytes: int, before_piece: Callable[[int], int]
    ) -> Appended:
        headers = _headers({"upload-offset": str(offset), "content-type": "application/offset+octet-stream"})
        body_sha256 = None
        if self._gate.signs_requests:
            body_sha256 = self._hashes.sha256(source, offset, patch_bytes)
            if self.server().takes_sha256:
                headers["upload-checksum"] = f"sha256 {base64.b64encode(body_sha256).decode('ascii')}"
        try:
            answer = self._gate.send_stream(
                "PATCH",
                upload,
                read_pieces(source, offset, patch_bytes, before_piece),
                patch_bytes,
                headers=headers,
                expect=frozenset({204}),
                body_sha256=body_sha256,
                patience=self._patience,
            )
        except (NotThereError, RequestRefusedError) as error:
            raise _upload_error(error) from None
        return Appended(upload, self._new_offset(answer, offset, patch_bytes))

    def finish(self, upload: str) -> None:
        """Nothing to do: a tus upload is complete when its last byte lies there."""

    def terminate(self, upload: str) -> None:
        try:
            self._gate.request("DELETE", upload, headers=_headers(), expect=frozenset({204}))
        except NotThereError:
            return
        except RequestRefusedError as error:
            # An extension: a server without it deletes nothing when asked, now or later, and lets uploads expire.
            if error.facts["status"] != HTTPStatus.METHOD_NOT_ALLOWED and "termination" in self.server().extensions:
                raise

    def largest_patch_bytes(self, sealed_bytes: int) -> int | None:
        if self._ask_largest_patch_bytes is not None:
            self._largest_patch_bytes = self._ask_largest_patch_bytes()
            self._ask_largest_patch_bytes = None
        return self._largest_patch_bytes

    @staticmethod
    def _new_offset(answer: Answer, offset: int, patch_bytes: int) -> int:
        found = _whole_number(answer.headers, "upload-offset")
        if found is None:
            raise ContractError(reason="offset")
        if found > offset + patch_bytes:
            raise UploadStuckError(reason="offset")
        return found


def _upload_error(error: NotThereError | RequestRefusedError) -> Exception:
    """404 and 410 on PATCH are asked about (HEAD) before anything is given up: some servers answer so while another
    request still holds the upload's lock."""
    return ConflictError(status=404, problem=error.facts["problem"]) if isinstance(error, NotThereError) else error


def _headers(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    return {"tus-resumable": TUS_VERSION, **(extra or {})}


def _names(value: str) -> frozenset[str]:
    return frozenset(part.strip().lower() for part in value.split(",") if part.strip())


def _whole_number(headers: Mapping[str, str], name: str) -> int | None:
    text = headers.get(name)
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > _MAX_OFFSET_DIGITS:
        raise ContractError(reason="offset")
    return int(text)

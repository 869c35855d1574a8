"""An object store as inbox: S3 multipart with presigned URLs, behind the same interface as tus.

The service makes the multipart upload and signs a URL for each part (15 minutes at most, the part's SHA-256 signed
in), so no key of the store is ever here. Parts go to the store's own origin through a gate of its own, with its own
pins and without a token. A part is whole or not there: after a fault the same part is sent again.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from client.model.strict_json import Json
from client.network.errors import (
    ConflictError,
    ContractError,
    NotAllowedError,
    NotThereError,
    RequestRefusedError,
    UploadGoneError,
)
from client.network.fields import Fields, parse_json, wrong
from client.network.gate import Answer, Gate
from client.network.hash_ahead import HashAhead
from client.network.inbox import Appended, read_pieces, require_size
from client.network.patch_size import MIB
from client.network.problems import naming_nothing
from client.network.transport import Patience

_PATH = "/api/v1/uploads/s3"
SMALLEST_PART_BYTES = 8 * MIB
MOST_PARTS = 10_000
"""S3's own limit; parts grow with the file so that it is never reached."""

_ETAG = re.compile(r'"?[A-Za-z0-9+/=._-]{1,128}"?')
_UPLOAD_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_PART_PATIENCE = Patience(answer_s=120.0, grace_s=180.0)
# The store refuses a URL that ran out, a damaged part, or one it lost track of; a fresh URL is the answer to each.
_PASSING_REFUSALS = (NotAllowedError, NotThereError, RequestRefusedError)


@dataclass(frozen=True)
class _S3State:
    """What is kept for a resume: the service's id, the part size, and the ETag of each part that lies there."""

    upload: str = field(repr=False)
    part_bytes: int
    etags: tuple[str, ...] = ()

    def to_text(self) -> str:
        return json.dumps({"upload": self.upload, "part_bytes": self.part_bytes, "etags": list(self.etags)})

    @property
    def stored_bytes(self) -> int:
        """Counted in whole parts; the last one may be shorter."""
        return len(self.etags) * self.part_bytes


class S3Upload:
    """Multipart uploads. `gate` is the service's, `store_gate` the object store's (without tokens).

    `most_bytes` is the most that one body may have.
    """

    def __init__(self, gate: Gate, store_gate: Gate, *, most_bytes: int | None = None) -> None:
        self._gate = gate
        self._store_gate = store_gate
        self._most_bytes = most_bytes
        self._hashes = HashAhead()

    def create(self, sealed_bytes: int, name: str) -> str:
        require_size(sealed_bytes, self._most_bytes)
        part_bytes = part_size(sealed_bytes)
        body: dict[str, Json] = {"bytes": sealed_bytes, "part_bytes": part_bytes, "name": name}
        with naming_nothing():
            answer = self._gate.request("POST", _PATH, json=body, expect=frozenset({200, 201}))
        return _S3State(_upload_id(Fields(answer.json).text("upload")), part_bytes).to_text()

    def offset(self, upload: str, sealed_bytes: int) -> int:
        """From the parts whose ETags are kept: only the service could list them, and it is not asked to."""
        return min(_parse(upload).stored_bytes, sealed_bytes)

    def append(
        self, upload: str, source: BinaryIO, offset: int, patch_bytes: int, before_piece: Callable[[int], int]
    ) -> Appended:
        """Send the one part that begins at `offset`; its size is the upload's own, whatever `patch_bytes` says."""
        state = _parse(upload)
        if offset != state.stored_bytes:
            raise ContractError(reason="offset")
        length = min(state.part_bytes, _length(source) - offset)
        sha256 = base64.b64encode(self._hashes.sha256(source, offset, length)).decode("ascii")
        path = self._part_path(state, len(state.etags) + 1, sha256)
        try:
            answer = self._store_gate.send_stream(
                "PUT",
                path,
                read_pieces(source, offset, length, before_piece),
                length,
                headers={"x-amz-checksum-sha256": sha256},
                authorize=False,
                expect=frozenset({200}),
                patience=_PART_PATIENCE,
            )
        except _PASSING_REFUSALS as error:
            raise ConflictError(status=_status(error), problem="none") from None
        stored = replace(state, etags=(*state.etags, _etag(answer)))
        return Appended(stored.to_text(), offset + length)

    def finish(self, upload: str) -> None:
        state = _parse(upload)
        body: dict[str, Json] = {"etags": list(state.etags)}
        try:
            self._gate.request("POST", f"{_PATH}/{state.upload}/complete", json=body, expect=frozenset({200, 201, 204}))
        except NotThereError:
            raise UploadGoneError from None

    def terminate(self, upload: str) -> None:
        try:
            self._gate.request("DELETE", f"{_PATH}/{_parse(upload).upload}", expect=frozenset({200, 204}))
        except NotThereError:
            return

    def largest_patch_bytes(self, sealed_bytes: int) -> int | None:
        return part_size(sealed_bytes)

    def _part_path(self, state: _S3State, number: int, sha256: str) -> str:
        body: dict[str, Json] = {"numbers": [number], "sha256": [sha256]}
        try:
            answer = self._gate.request("POST", f"{_PATH}/{state.upload}/parts", json=body)
        except NotThereError:
            raise UploadGoneError from None
        urls = Fields(answer.json).texts("parts")
        if len(urls) != 1:
            raise wrong("parts")
        return self._store_gate.path_of(urls[0], "/")


def part_size(sealed_bytes: int) -> int:
    """8 MiB, or as many MiB as keep the file below 10,000 parts."""
    least = -(-sealed_bytes // MOST_PARTS)
    return max(SMALLEST_PART_BYTES, -(-least // MIB) * MIB)


def _parse(upload: str) -> _S3State:
    """Our own text; whatever else it is, it is not an upload that could be gone on with."""
    try:
        fields = Fields(parse_json(upload.encode("utf-8")))
        return _S3State(_upload_id(fields.text("upload")), max(1, fields.integer("part_bytes")), fields.texts("etags"))
    except ContractError:
        raise UploadGoneError from None


def _upload_id(text: str) -> str:
    if not _UPLOAD_ID.fullmatch(text):
        raise wrong("upload")
    return text


def _etag(answer: Answer) -> str:
    value = answer.headers.get("etag", "")
    if not _ETAG.fullmatch(value):
        raise wrong("ETag")
    return value


def _status(error: NotAllowedError | NotThereError | RequestRefusedError) -> int:
    if isinstance(error, RequestRefusedError):
        return int(error.facts["status"])
    return 403 if isinstance(error, NotAllowedError) else 404


def _length(source: BinaryIO) -> int:
    return source.seek(0, 2)

"""A receiving service in a folder: it speaks the outbox's Protocols to any process, counts what comes, and has faults.

Uploads keep every byte that was handed over, also of a broken append, and count them, so that a test can tell how much
was sent twice.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from client.model.errors import ClientError
from client.model.transfer import SentFile
from client.network.errors import UploadGoneError
from client.network.gate import TokenSource
from client.network.inbox import Appended, read_pieces
from client.seal.container import BodyOpener, open_bytes, open_header
from client.seal.keys import Kem, PrivateKey, PublicKey, generate_private_key
from client.transfer.messages import OpenSink, Prepared, PreparedOutput, PrepareOrder
from client.transfer.plan import SubmissionPlan
from client.transfer.ports import JobAnswer, JobCall, Route
from prep.errors import BlockedError, RecheckError
from prep.findings import Finding
from tests.support.outbox_samples import ORIGIN

GOOD_TOKEN = "token-1"


@dataclass(frozen=True)
class FolderRoute:
    """The way to a FolderInbox. `piece_delay_s` makes the line slow."""

    folder: Path
    piece_delay_s: float = 0.0
    patch_bytes: int | None = None

    @contextlib.contextmanager
    def open(self, tokens: TokenSource) -> Iterator[FolderInbox]:
        yield FolderInbox(self, tokens)


@dataclass
class FolderInbox:
    route: FolderRoute
    tokens: TokenSource

    def create(self, sealed_bytes: int, name: str) -> str:
        self._sign_in()
        upload = f"upload-{os.urandom(8).hex()}"
        self._path(upload).touch()
        (self.route.folder / f"{upload}.name").write_text(name)
        return upload

    def offset(self, upload: str, sealed_bytes: int) -> int:
        self._sign_in()
        try:
            return self._path(upload).stat().st_size
        except FileNotFoundError:
            raise UploadGoneError from None

    def append(
        self, upload: str, source: BinaryIO, offset: int, patch_bytes: int, before_piece: Callable[[int], int]
    ) -> Appended:
        self._sign_in()
        if not self._path(upload).exists():
            raise UploadGoneError
        with self._path(upload).open("ab", buffering=0) as target:
            assert target.tell() == offset
            for piece in read_pieces(source, offset, patch_bytes, before_piece):
                time.sleep(self.route.piece_delay_s)
                target.write(piece)
                with (self.route.folder / "received").open("ab", buffering=0) as counter:
                    counter.write(f"{len(piece)}\n".encode())
        return Appended(upload, offset + patch_bytes)

    def finish(self, upload: str) -> None:
        assert self._path(upload).exists()

    def terminate(self, upload: str) -> None:
        raise NotImplementedError

    def largest_patch_bytes(self, sealed_bytes: int) -> int | None:
        return self.route.patch_bytes

    def _path(self, upload: str) -> Path:
        return self.route.folder / upload

    def _sign_in(self) -> None:
        token = self.tokens.access_token()
        refused = self.route.folder / "refused-tokens"
        if refused.exists() and token in refused.read_text().split():
            self.tokens.renew(token)


@dataclass
class FakeTokens:
    """Hands out `token`; `renewals` come one after the other, then `error`."""

    token: str = GOOD_TOKEN
    renewals: list[str] = field(default_factory=list)
    error: ClientError | None = None
    asked: list[str | None] = field(default_factory=list)

    def access_token(self) -> str:
        return self.token

    def renew(self, stale: str) -> str:
        self.asked.append(stale)
        if self.renewals:
            self.token = self.renewals.pop(0)
            return self.token
        if self.error is not None:
            raise self.error
        return self.token


@dataclass
class FakeDesk:
    """The service's other half. Lists named `…_errors` are raised one by one by the call they belong to."""

    folder: Path
    key: PrivateKey = field(default_factory=lambda: generate_private_key(Kem.X25519))
    tokens: FakeTokens = field(default_factory=FakeTokens)
    origin: str = ORIGIN
    environment: str = "practice"
    container: str = "gseal"
    piece_delay_s: float = 0.0
    patch_bytes: int | None = None
    submit_errors: list[ClientError] = field(default_factory=list)
    receipt_errors: list[ClientError] = field(default_factory=list)
    terminate_errors: list[ClientError] = field(default_factory=list)
    manifest_errors: list[ClientError] = field(default_factory=list)
    lose_next_answer: ClientError | None = None
    calls: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)

    def route(self) -> Route:
        return FolderRoute(self.folder, self.piece_delay_s, self.patch_bytes)

    def recipients(self) -> Sequence[PublicKey]:
        return (self.key.public_key(),)

    def build_manifest(self, submission_id: str, plan: SubmissionPlan, files: Sequence[SentFile]) -> bytes:
        _raise_next(self.manifest_errors)
        chromosomes = [file.chromosome for file in files]
        return json.dumps({"submission_id": submission_id, "chromosomes": chromosomes}).encode()

    def upload_reference(self, upload: str) -> str:
        return upload

    def submit(self, call: JobCall) -> JobAnswer:
        self.calls.append("submit")
        _raise_next(self.submit_errors)
        path = self.folder / f"job-{call.submission_id}"
        if path.exists():
            assert path.read_bytes() == call.body, "the same submission must be the same bytes"
        else:
            for file in json.loads(call.body)["files"]:
                assert (self.folder / file["upload"]).exists()
            path.write_bytes(call.body)
        with (self.folder / "submitted").open("a") as log:
            log.write(f"{call.submission_id}\n")
        if self.lose_next_answer is not None:
            error, self.lose_next_answer = self.lose_next_answer, None
            raise error
        return JobAnswer(f"job-{call.submission_id}", "receipt")

    def keep_receipt(self, call: JobCall, files: Sequence[SentFile], answer: JobAnswer) -> None:
        _raise_next(self.receipt_errors)
        (self.folder / f"receipt-{call.submission_id}").write_text(answer.receipt)

    def terminate(self, upload: str) -> None:
        self.calls.append("terminate")
        _raise_next(self.terminate_errors)
        (self.folder / upload).unlink(missing_ok=True)

    # ---- what a test asks -------------------------------------------------------------------------------------------

    def jobs(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("job-*"))

    def uploads(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("upload-*") if path.suffix != ".name")

    def received_bytes(self) -> int:
        path = self.folder / "received"
        return sum(int(line) for line in path.read_text().split()) if path.exists() else 0

    def contents(self, submission_id: str) -> list[bytes]:
        """Open every file of a job with the recipient's private key, in order."""
        body = json.loads((self.folder / f"job-{submission_id}").read_bytes())
        opened = []
        for file in body["files"]:
            file_key = open_header(_decoded(file["header"]), self.key)
            assert file_key.file_id.hex() == file["file_id"]
            opener = BodyOpener(file_key)
            opened.append(opener.update((self.folder / file["upload"]).read_bytes()) + opener.finish())
        assert json.loads(open_bytes(_decoded(body["manifest"]), self.key))["submission_id"] == submission_id
        return opened


def fake_prepare(order: PrepareOrder, open_sink: OpenSink, on_bytes: Callable[[int], None]) -> Prepared:
    """Stands in for real preparing: output is `PREPARED ` and the source's bytes. The source's first word steers it."""
    data = order.source.path.read_bytes()
    word = data.split(b" ", 1)[0]
    if word == b"LEFTOUT":
        return Prepared((), b'{"left_out": true}')
    if word == b"CRASH" and not (mark := order.source.path.with_suffix(".crashed")).exists():
        mark.touch()
        os._exit(9)
    if word == b"CRASHALWAYS":
        os._exit(9)
    if word == b"FULL" and not order.source.path.with_suffix(".room").exists():
        open_sink = _full_disk(open_sink, order.source.path.parent)
    chromosomes = ("1", "2") if word == b"MULTI" else (str(order.position + 1),)
    outputs = []
    for chromosome in chromosomes:
        sink = open_sink(f"chr{chromosome}.vcf.gz")
        sink.write(b"PREPARED ")
        for start in range(0, len(data), 65536):
            if word == b"SLOW":
                time.sleep(0.01)
            sink.write(data[start : start + 65536])
            on_bytes(start)
        outputs.append(PreparedOutput(f"chr{chromosome}.vcf.gz", chromosome, "ab" * 32))
    if word == b"RECHECKWHENTOLD":
        deadline = time.monotonic() + 60
        while not order.source.path.with_suffix(".go").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
    if word.startswith(b"RECHECK"):
        raise RecheckError(check="grammar")
    if word == b"BLOCKED":
        finding = Finding("VCF-COLUMNS", "check", "block", "records", 1, 1, None, "", None, ("local example",))
        raise BlockedError((finding,))
    if word == b"BUG":
        raise RuntimeError("/home/dr-secret/cohort.vcf.gz")
    return Prepared(tuple(outputs), b'{"records": 1}')


def _full_disk(open_sink: OpenSink, folder: Path) -> OpenSink:
    """The spool's part file is swapped for /dev/full: every write to it really fails with ENOSPC."""

    def opened(file_name: str) -> BinaryIO:
        sink = open_sink(file_name)
        parts = {path.stat().st_ino for path in folder.rglob("*.part")}
        for descriptor in range(3, 256):
            with contextlib.suppress(OSError):
                if os.fstat(descriptor).st_ino in parts:
                    with Path("/dev/full").open("wb") as full:
                        os.dup2(full.fileno(), descriptor)
        return sink

    return opened


def no_checks(reports: Sequence[bytes]) -> None:
    """Nothing to compare between fake reports."""


def _raise_next(errors: list[ClientError]) -> None:
    if errors:
        raise errors.pop(0)


def _decoded(text: str) -> bytes:
    return base64.b64decode(text)

"""Seal any file for recipients, and open a sealed file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from client.model.errors import ClientError
from client.seal.errors import OutputExistsError, OutputFailedError
from client.seal.private_output import private_source
from client.seal.streams import open_stream, seal_stream
from client.tasks.errors import about
from client.tasks.facts import Progress, TaskProgress
from client.tasks.keys import load_private_key, load_public_key
from client.tasks.left_parts import swept_output
from client.tasks.places import require_file, require_output
from client.tasks.rate import at_most_ten_a_second
from client.tasks.workplace import Workplace


@dataclass(frozen=True)
class SealedFile:
    """A file that only its recipients can open."""

    sealed_sha256: str
    bytes: int
    recipients: tuple[str, ...]
    file_id: str
    output: Path = field(repr=False)


@dataclass(frozen=True)
class OpenedFile:
    """A sealed file's content, every byte of it verified."""

    sha256: str
    bytes: int
    output: Path = field(repr=False)


def seal(
    workplace: Workplace,
    file: Path,
    recipients: Sequence[Path],
    out: Path,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> SealedFile:
    """Seal `file` for the public key files `recipients`; `out` appears when it is complete."""
    require_file(file)
    require_output(out, force=force, sources=(file, *recipients))
    keys = [load_public_key(recipient) for recipient in recipients]
    try:
        with private_source(file) as source, swept_output(out, force=force) as sink:
            facts = seal_stream(_counted(source, file, "seal", progress), sink, keys)
    except ClientError as error:
        raise _placed(error, file, out) from error
    workplace.note_where_kept(
        "files.sealed", sealed_sha256=facts.sealed_sha256, sealed_bytes=facts.sealed_bytes, recipients=len(keys)
    )
    return SealedFile(
        sealed_sha256=facts.sealed_sha256,
        bytes=facts.sealed_bytes,
        recipients=tuple(key.fingerprint for key in keys),
        file_id=facts.file_id.hex(),
        output=out,
    )


def open_sealed(
    workplace: Workplace,
    file: Path,
    key: Path,
    out: Path,
    *,
    passphrase: bytes | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> OpenedFile:
    """Open the sealed `file` with the private key file `key`; `out` appears only when all of it has verified."""
    require_file(file)
    require_output(out, force=force, sources=(file, key))
    private_key = load_private_key(key, passphrase)
    try:
        with private_source(file) as source, swept_output(out, force=force) as sink:
            facts = open_stream(_counted(source, file, "open", progress), sink, private_key)
    except ClientError as error:
        raise _placed(error, file, out) from error
    workplace.note_where_kept("files.opened", sha256=facts.sha256, bytes=facts.bytes)
    return OpenedFile(sha256=facts.sha256, bytes=facts.bytes, output=out)


def _placed(error: ClientError, file: Path, out: Path) -> ClientError:
    return about(error, out if isinstance(error, (OutputExistsError, OutputFailedError)) else file)


def _counted(source: BinaryIO, file: Path, step: str, progress: Progress | None) -> BinaryIO:
    if progress is None:
        return source
    return _CountedSource(source, file, step, progress)  # type: ignore[return-value]


class _CountedSource:
    """Reports how many bytes were read."""

    def __init__(self, source: BinaryIO, file: Path, step: str, progress: Progress) -> None:
        self._source, self._step, self._name = source, step, file.name
        self._progress = at_most_ten_a_second(progress)
        self._total = file.stat().st_size
        self._done = 0

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self._done += len(data)
        self._progress(TaskProgress(self._step, self._name, 1, 1, self._done, self._total))
        return data

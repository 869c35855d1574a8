"""One pass from source to sealed body: prepare → recheck → seal, in memory, into `.part`, then fsync and rename.

Plaintext never touches the disk: what preparing writes goes straight into the cipher. A body is published only when
the recheck has passed over every byte that was sealed; until then its key exists in this process alone, so a kill
leaves noise. After any error or stop nothing of the file is left in the spool.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable
from typing import BinaryIO, cast

from client.model.errors import ClientError
from client.seal.container import BodyWriter, FileKey, generate_file_key
from client.seal.file_formats import open_sealer
from client.transfer.errors import SourceChangedError, SourceVanishedError
from client.transfer.messages import PrepareFile, PrepareOrder, Sealed
from client.transfer.plan import SealedBody
from client.transfer.spool import Spool, as_coded_errors
from prep.errors import PrepError


class StopAsked(Exception):
    """Raised out of a sink or a progress call to leave preparing in the middle."""


class _Sink(io.RawIOBase):
    """What preparing writes into: seals each block at once, and leaves when it is told to."""

    def __init__(self, writer: BodyWriter, check_stop: Callable[[], None]) -> None:
        super().__init__()
        self._writer = writer
        self._check_stop = check_stop

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        self._check_stop()
        return self._writer.write(data)


class _Growing:
    """One body while it grows."""

    def __init__(self, spool: Spool, slot: int, container: str) -> None:
        self._spool = spool
        self._slot = slot
        self.file_key: FileKey = generate_file_key()
        self.file_id = self.file_key.file_id.hex()
        self._part = spool.create_part(self.file_id, slot)
        self.writer = BodyWriter(open_sealer(container, self.file_key), cast(BinaryIO, _CodedFile(self._part, spool)))

    def finish(self) -> None:
        """Write the end and make the bytes durable; the name follows later."""
        self.writer.finish()
        with as_coded_errors(self._spool.folder):
            os.fsync(self._part.fileno())
            self._part.close()

    def discard(self) -> None:
        # The error that is on its way out matters more than a disk that cannot even delete; the next start sweeps.
        with contextlib.suppress(OSError):
            self._part.close()
            self._spool.part_path(self.file_id, self._slot).unlink(missing_ok=True)


class _CodedFile(io.RawIOBase):
    """The part file, whose OSErrors become the outbox's own before preparing sees them (it would blame its output)."""

    def __init__(self, part: BinaryIO, spool: Spool) -> None:
        super().__init__()
        self._part = part
        self._spool = spool

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        with as_coded_errors(self._spool.folder):
            return self._part.write(data)


def prepare_and_seal(
    order: PrepareOrder,
    spool: Spool,
    slot: int,
    prepare_file: PrepareFile,
    on_read: Callable[[int], None],
    check_stop: Callable[[], None],
) -> Sealed:
    """Make the bodies of one source and publish them; see the module.

    `check_stop` raises StopAsked when the order is to be left. Raises what preparing raises (BlockedError, RecheckError
    and the other PrepErrors), SourceVanishedError, SourceChangedError, OutboxFullError and OutboxFolderError.
    """
    growing: dict[str, _Growing] = {}

    def open_sink(file_name: str) -> BinaryIO:
        if file_name in growing:
            # Preparing started this file over; what the first sink got is void, and so is its key.
            growing.pop(file_name).discard()
        body = growing[file_name] = _Growing(spool, slot, order.container)
        return cast(BinaryIO, _Sink(body.writer, check_stop))

    def on_bytes(read_bytes: int) -> None:
        check_stop()
        on_read(read_bytes)

    try:
        require_unchanged(order)
        try:
            prepared = prepare_file(order, open_sink, on_bytes)
        except PrepError:
            # A file that vanished or changed under the reader looks like many other things.
            require_unchanged(order)
            raise
        require_unchanged(order)
        check_stop()
        bodies = []
        for output in prepared.outputs:
            body = growing[output.file_name]
            body.finish()
            facts = SealedBody(
                file_id=body.file_id,
                chromosome=output.chromosome,
                file_name=output.file_name,
                prepared_sha256=output.prepared_sha256,
                body_sha256=body.writer.body_sha256,
                body_bytes=body.writer.body_bytes,
            )
            bodies.append((facts, body.file_key))
        spool.publish([facts.file_id for facts, _ in bodies], slot)
    except BaseException:
        for body in growing.values():
            body.discard()
        with contextlib.suppress(ClientError):
            spool.remove(body.file_id for body in growing.values())
        raise
    kept = {facts.file_id for facts, _ in bodies}
    for body in growing.values():
        if body.file_id not in kept:
            body.discard()
    return Sealed(tuple(bodies), prepared.report)


def require_unchanged(order: PrepareOrder) -> None:
    """Raise SourceVanishedError or SourceChangedError unless the source is what was queued."""
    number = order.position + 1
    try:
        with order.source.path.open("rb") as source:
            status = os.fstat(source.fileno())
    except OSError:
        raise SourceVanishedError(file_number=number) from None
    if (status.st_size, status.st_mtime_ns) != (order.source.source_bytes, order.source.modified_ns):
        raise SourceChangedError(file_number=number)

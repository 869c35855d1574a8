"""A source of any size that lies nowhere, and an inbox that keeps nothing but its count and the worker's memory."""

from __future__ import annotations

import contextlib
import hashlib
import re
import resource
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from client.network.gate import TokenSource
from client.network.inbox import Appended, read_pieces
from client.transfer.messages import OpenSink, Prepared, PreparedOutput, PrepareOrder
from client.transfer.ports import Route
from tests.support.fake_service import FakeDesk

_BLOCK = bytes(range(256)) * 4096


def prepare_megabytes(order: PrepareOrder, open_sink: OpenSink, on_bytes: Callable[[int], None]) -> Prepared:
    """Writes as many MiB as the source's text says."""
    megabytes = int(order.source.path.read_text())
    sink, digest = open_sink("chr1.vcf.gz"), hashlib.sha256()
    for number in range(megabytes):
        sink.write(_BLOCK)
        digest.update(_BLOCK)
        on_bytes(number)
    return Prepared((PreparedOutput("chr1.vcf.gz", "1", digest.hexdigest()),), b"{}")


@dataclass(frozen=True)
class CountingRoute:
    folder: Path

    @contextlib.contextmanager
    def open(self, tokens: TokenSource) -> Iterator[CountingInbox]:
        yield CountingInbox(self.folder)


@dataclass
class CountingInbox:
    """Hashes what comes and forgets it."""

    folder: Path
    offset_bytes: int = 0

    def __post_init__(self) -> None:
        self._hash = hashlib.sha256()

    def create(self, sealed_bytes: int, name: str) -> str:
        return "upload-1"

    def offset(self, upload: str, sealed_bytes: int) -> int:
        return self.offset_bytes

    def append(
        self, upload: str, source: BinaryIO, offset: int, patch_bytes: int, before_piece: Callable[[int], int]
    ) -> Appended:
        for piece in read_pieces(source, offset, patch_bytes, before_piece):
            self._hash.update(piece)
        self.offset_bytes = offset + patch_bytes
        return Appended(upload, self.offset_bytes)

    def finish(self, upload: str) -> None:
        (self.folder / "received-sha256").write_text(self._hash.hexdigest())
        (self.folder / "worker-peak-kib").write_text(str(peak_memory_kib()))

    def terminate(self, upload: str) -> None:
        return

    def largest_patch_bytes(self, sealed_bytes: int) -> int | None:
        return None


class CountingDesk(FakeDesk):
    """A FakeDesk in front of a CountingInbox."""

    def route(self) -> Route:
        return CountingRoute(self.folder)

    def upload_reference(self, upload: str) -> str:
        (self.folder / upload).touch()
        return upload


def peak_memory_kib() -> int:
    """This process's own peak. `ru_maxrss` survives exec on Linux and would count what our starter used."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text())[1])  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

"""Where results are fetched and opened in tests: two folders, and a source whose downloads break as planned."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from client.jobs.result_download import Download
from client.jobs.results import (
    ResultChoices,
    fetch_results,
)
from client.model.job import ResultEntry
from client.seal.container import seal_bytes
from client.seal.keys import Kem, PrivateKey
from tests.support.statements import result_manifest

KEY = PrivateKey(Kem.X25519, b"\x05" * 32)
TEXT = b"pseudonymised result\n" * 5000
SEALED = seal_bytes(TEXT, [KEY.public_key()])


def entry(sealed: bytes, name: str = "chr20.dose.vcf.gz", map_id: str | None = None) -> ResultEntry:
    digest = hashlib.sha256(sealed).hexdigest()
    return ResultEntry(name, "application/gzip", digest, len(sealed), map_id)


@dataclass
class Stream:
    offset: int
    total_bytes: int | None
    chunks: Iterator[bytes]


@dataclass
class FakeSource:
    """Gives sealed bytes; `plan` says what happens at each opening: how many bytes come and what ends them."""

    sealed: dict[str, bytes]
    plan: list[tuple[int | None, Exception | None]] = field(default_factory=list)
    ranges: bool = True
    lied_total: int | None = None
    offsets: list[int] = field(default_factory=list)

    def result_manifest(self, job_id: str) -> str:
        raise AssertionError

    @contextmanager
    def open_result(self, job_id: str, name: str, offset: int = 0) -> Iterator[Stream]:
        self.offsets.append(offset)
        data = self.sealed[name]
        start = offset if self.ranges else 0
        amount, error = self.plan.pop(0) if self.plan else (None, None)

        def chunks() -> Iterator[bytes]:
            part = data[start:] if amount is None else data[start : start + amount]
            for position in range(0, len(part), 10_000):
                yield part[position : position + 10_000]
            if error is not None:
                raise error

        yield Stream(start, len(data) if self.lied_total is None else self.lied_total, chunks())


@dataclass
class Bench:
    """A folder for results, one for what is on its way, and a source."""

    home: Path
    source: FakeSource
    waits: list[float] = field(default_factory=list)
    should_stop: Callable[[], bool] = lambda: False

    @property
    def out(self) -> Path:
        return self.home / "out"

    @property
    def download(self) -> Download:
        return Download(
            self.source,
            "job-00000001",
            self.home / "spool",
            should_stop=self.should_stop,
            wait=self.waits.append,
            random_number=lambda: 1.0,
        )

    def fetch(
        self, *entries: ResultEntry, restorer: Any = None, pseudonym_map: bytes | None = None, **choices: Any
    ) -> Any:
        return fetch_results(
            result_manifest(entries),
            self.download,
            KEY,
            ResultChoices(self.out, **choices),
            restorer=restorer,
            pseudonym_map=pseudonym_map,
        )


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

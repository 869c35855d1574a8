"""Put names and the original order back into results, with the job's map."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from client.tasks.errors import OutputTwiceError, about
from client.tasks.facts import Progress, TaskProgress
from client.tasks.left_parts import swept_output
from client.tasks.maps import load_map
from client.tasks.places import output_folder, require_files, require_free
from client.tasks.rate import at_most_ten_a_second
from client.tasks.workers import block_workers, shared_or_here
from client.tasks.workplace import Workplace
from prep.errors import PrepError
from prep.pseudonyms import PseudonymMap
from prep.restoration import restore


@dataclass(frozen=True)
class RestoredFile:
    """A result with the original names in the original order. `missing` of its job's people are not in it (a table)."""

    source: str = field(repr=False)
    output: Path = field(repr=False)
    samples: int
    missing: int
    records: int
    sha256: str


def restore_files(
    workplace: Workplace,
    files: Sequence[Path],
    map_file: Path,
    out: Path,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> tuple[RestoredFile, ...]:
    """Write each file under its own name (a BCF as `.vcf.gz`) into `out`, names and order as they were before.

    Raises OutputTwiceError before anything is written where two of them have one name, what `prep.restore`
    raises where names cannot be put back; files that were finished before stay.
    """
    require_files(files)
    _require_own_names(files)
    pseudonym_map = load_map(workplace, map_file)
    restored = []
    with output_folder(out), block_workers(files, None) as executor:
        for file in files:
            require_free(out / _restored_name(file), force=force, sources=(*files, map_file))
        for number, file in enumerate(files, 1):
            report = _report(progress, file, number, len(files))
            note = partial(workplace.note, "names.restored", files=1, map=pseudonym_map.map_id)
            write = partial(_restore_one, file, out / _restored_name(file), pseudonym_map, force, report, note)
            try:
                restored.append(shared_or_here(executor, write))
            except PrepError as error:
                raise about(error, file) from error
    return tuple(restored)


def _restore_one(
    file: Path,
    target: Path,
    pseudonym_map: PseudonymMap,
    force: bool,
    report: Callable[[int, int], None] | None,
    note: Callable[[], None],
    executor: Executor | None,
) -> RestoredFile:
    with swept_output(target, force=force, before_name=lambda: note() if facts.samples else None) as sink:
        hashed = _Hashed(sink)
        facts = restore(file, cast(BinaryIO, hashed), pseudonym_map, executor=executor, progress=report)
    return RestoredFile(str(file), target, facts.samples, facts.missing, facts.records, hashed.digest.hexdigest())


def _require_own_names(files: Sequence[Path]) -> None:
    """Outputs keep their files' names, in one folder. Names that some disks take for one count as one."""
    taken: set[str] = set()
    for file in files:
        name = unicodedata.normalize("NFC", _restored_name(file)).casefold()
        if name in taken:
            raise about(OutputTwiceError(), file)
        taken.add(name)


def _restored_name(file: Path) -> str:
    """The result's own name, but for a BCF, which comes back as a VCF."""
    return f"{file.name[:-4]}.vcf.gz" if file.name.lower().endswith(".bcf") else file.name


def _report(progress: Progress | None, file: Path, number: int, files: int) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    report = at_most_ten_a_second(progress)
    return lambda read, total: report(TaskProgress("restore", file.name, number, files, read, total))


class _Hashed:
    """A sink that hashes what passes."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self._sink.write(data)

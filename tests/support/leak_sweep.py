"""Looks for planted words wherever a program leaves bytes: files, shared memory, the processes' own records."""

from __future__ import annotations

import base64
import contextlib
import gzip
import stat
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

_LEAST_CHARS = 8
_GZIP_MAGIC = b"\x1f\x8b\x08"


class Needles:
    """Planted words, each in the spellings in which it could lie around. What is found is told by label only."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self._spellings: dict[bytes, str] = {}
        for label, word in words:
            assert len(word) >= _LEAST_CHARS, label
            for spelling in _spellings(word):
                self._spellings[spelling] = label

    def __len__(self) -> int:
        return len(self._spellings)

    def found_in(self, data: bytes) -> set[str]:
        """The labels of everything that lies in `data`, as it is or gzipped (also BGZF, from its first block on)."""
        found = {label for spelling, label in self._spellings.items() if spelling in data}
        if data.startswith(_GZIP_MAGIC):
            with contextlib.suppress(OSError, EOFError, zlib.error):
                found |= self.found_in(gzip.decompress(data))
        return found

    def found_under(self, folder: Path, except_files: Collection[Path] = ()) -> set[tuple[str, str]]:
        """(place, label) for names and contents of everything under `folder`. A file that goes away is passed over."""
        found = set()
        for path in sorted(folder.rglob("*")):
            if path in except_files:
                continue
            relative = str(path.relative_to(folder))
            found |= {(f"name of {path.suffix or 'a file'}", label) for label in self.found_in(relative.encode())}
            with contextlib.suppress(FileNotFoundError):
                if stat.S_ISREG(path.lstat().st_mode):
                    found |= {(path.name, label) for label in self.found_in(path.read_bytes())}
        return found


def _spellings(word: str) -> Iterator[bytes]:
    plain = word.encode()
    yield plain
    yield plain.hex().encode()
    yield word.encode("utf-16-le")
    yield quote(word, safe="").encode()
    yield word.encode("unicode_escape")
    for shift in range(3):
        # In base64 a word has three shapes; the characters at both ends also hold its neighbours' bits.
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            encoded = encode(b"\0" * shift + plain).rstrip(b"=")
            yield encoded[(0, 2, 3)[shift] : len(encoded) - 1]


@dataclass
class ProcessWatch:
    """What /proc tells of one process and all that it starts. Look often; a process that ends between is missed."""

    root: int
    seen: set[int] = field(default_factory=set)
    command_lines: dict[int, bytes] = field(default_factory=dict)
    environments: dict[int, bytes] = field(default_factory=dict)

    def look(self) -> None:
        for pid in self._family():
            self.seen.add(pid)
            for name, kept in (("cmdline", self.command_lines), ("environ", self.environments)):
                with contextlib.suppress(OSError):
                    if data := Path(f"/proc/{pid}/{name}").read_bytes():
                        kept[pid] = data

    def open_files(self, needles: Needles, except_under: Collection[Path]) -> set[tuple[str, str]]:
        """Searches the regular files that the family holds open, deleted and memory files included."""
        found = set()
        for pid in self._family():
            with contextlib.suppress(OSError):
                for entry in Path(f"/proc/{pid}/fd").iterdir():
                    with contextlib.suppress(OSError):
                        target = entry.readlink()
                        if any(target.is_relative_to(folder) for folder in except_under):
                            continue
                        if stat.S_ISREG(entry.stat().st_mode):
                            found |= {("an open file", label) for label in needles.found_in(entry.read_bytes())}
        return found

    def _family(self) -> list[int]:
        parents: dict[int, int] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdecimal():
                with contextlib.suppress(OSError, ValueError, IndexError):
                    parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        family = [self.root] if self.root in parents else []
        for pid in family:
            family.extend(child for child, parent in parents.items() if parent == pid)
        return family

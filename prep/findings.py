"""What was found in a file: one line of the report each, with a stable code, a place and a count.

A finding is made for people. `where`, `advice` and `server_text` are fit to be shown anywhere: they name places of the
file format ("INFO/CSQ", "sample names"), never text of the input. Only `examples` carry text of the input;
`shareable()` drops them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

Severity = Literal["block", "warn", "info", "removed"]
SEVERITIES: tuple[Severity, ...] = ("block", "warn", "info", "removed")
MAX_EXAMPLES = 5


class InFile(NamedTuple):
    """What one of several files has of a finding; `file` counts from 1, in the order the files were given."""

    file: int
    times: int
    line: int | None
    column: int | None


@dataclass(frozen=True)
class Finding:
    """One kind of thing found at one kind of place.

    `finding_class`: "check" for what a service would refuse, "change" for what preparing changes or leaves out, else
    the class of identifying text ("sample-name", "national-number", …). `severity`: "block" stops preparing, "warn"
    does not, "info" is worth knowing, "removed" is what preparing takes away. `count` counts occurrences (records,
    lines or values), `line` and `column` (tab-separated field, both from 1) are the first one's, where known.
    `server_text` is what a service itself would say hours later. `examples` are local: never in a shared report.
    `in_files` says, in a job of several files, which of them have it; `line` and `column` are then the first file's.
    `is_between` where it is between those files, and none of them has it by itself.
    """

    code: str
    finding_class: str
    severity: Severity
    where: str
    count: int
    line: int | None
    column: int | None
    advice: str
    server_text: str | None
    examples: tuple[str, ...] = field(default=(), repr=False)
    in_files: tuple[InFile, ...] = ()
    is_between: bool = False

    def of_file(self, number: int) -> Finding:
        """The same finding, as that of one file among several."""
        return replace(self, in_files=(InFile(number, self.count, self.line, self.column),))

    def between(self, *numbers: int) -> Finding:
        """The same finding, as one between files of a job."""
        return replace(self, in_files=tuple(InFile(number, 1, None, None) for number in numbers), is_between=True)

    def files_to_name(self, files: int) -> tuple[InFile, ...]:
        """Which of a job's `files` are worth naming with it: none where each has it, at no line."""
        is_of_each = len(self.in_files) == files and all(entry.line is None for entry in self.in_files)
        return () if is_of_each and not self.is_between else self.in_files

    def shareable(self) -> Finding:
        """The same finding without text of the input."""
        return replace(self, examples=())

    def blocks(self) -> bool:
        return self.severity == "block"


class FindingBook:
    """Collects findings; the same code at the same place is one finding with a sum and the first occurrence."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str], Finding] = {}

    def add(self, finding: Finding) -> None:
        """Take a finding in; of one that is known the count grows."""
        key = (finding.code, finding.where)
        known = self._by_key.get(key)
        if known is None:
            self._by_key[key] = replace(finding, examples=finding.examples[:MAX_EXAMPLES])
            return
        in_files = (*known.in_files, *finding.in_files)
        # Of two files no line comes before the other.
        first = known if in_files else min((known, finding), key=lambda f: f.line if f.line is not None else 1 << 62)
        examples = tuple(dict.fromkeys((*known.examples, *finding.examples)))[:MAX_EXAMPLES]
        count = known.count + finding.count
        self._by_key[key] = replace(first, count=count, examples=examples, in_files=in_files)

    def extend(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.add(finding)

    def findings(self) -> tuple[Finding, ...]:
        """All findings, the most serious first, then by code and place."""
        return tuple(
            sorted(self._by_key.values(), key=lambda f: (SEVERITIES.index(f.severity), f.code, f.where)),
        )

    def blocks(self) -> bool:
        return any(finding.blocks() for finding in self._by_key.values())

"""Findings as people read them: what stops first, then what to mind, then what is taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ui.messages import explain, finding_title
from ui.terminal.lines import Line
from ui.terminal.screen import Screen, counted

if TYPE_CHECKING:
    from client.tasks.facts import Finding

_MARKS = {
    "block": ("stops", "bold red"),
    "warn": ("mind", "yellow"),
    "info": ("note", "dim"),
    "removed": ("removed", "green"),
}
_FIXED_COLUMNS = 9
_MOST_FILES = 5
# What there is of, and not how often.
_COUNTS = {"VCF-SAMPLES-FEW": "sample", "VCF-SAMPLES-MANY": "sample", "VCF-CHROM-SEVERAL": "chromosome"}
_OF_RECORDS = ("ID", "INFO", "FORMAT")
_WORTH_AN_EXAMPLE = {
    "LEAK-SAMPLE-NAME",
    "LEAK-NATIONAL-NUMBER",
    "LEAK-PERSON-NAME",
    "LEAK-BIRTH-DATE",
    "LEAK-MEDICAL-RECORD",
    "LEAK-E-MAIL",
    "LEAK-PHONE",
    "LEAK-PATH",
    "LEAK-HOST",
    "LEAK-FILE-NAME",
}


def finding_facts(finding: Finding, files: Sequence[str] = ()) -> dict[str, Any]:
    """A finding for `--json`; examples are text of the input and are left out.

    `files` are those of a job, as given: of several, each that has the finding is named with its own line.
    """
    places = [
        {"file": files[entry.file - 1], "count": entry.times, "line": entry.line, "column": entry.column}
        for entry in finding.in_files
    ]
    return {
        "code": finding.code,
        "class": finding.finding_class,
        "where": finding.where,
        "count": finding.count,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "advice": finding.advice,
        "server_text": finding.server_text,
    } | ({"files": places} if places else {})


def show_findings(screen: Screen, findings: Sequence[Finding], files: Sequence[str] = ()) -> None:
    """Print findings, each severity together; `files` are those of a job, as given."""
    for severity in ("block", "warn", "info"):
        for finding in findings:
            if finding.severity == severity:
                _show(screen, finding, files)
    _show_removed(screen, [finding for finding in findings if finding.severity == "removed"])


def show_unreadable(screen: Screen, problem: Exception, file: str | None = None) -> None:
    """Print why a file cannot be read; `file` names it, as given, where no heading does."""
    explanation = explain(problem)
    screen.say(Line("  ", ("stops    ", "bold red"), explanation.what, (f"  [{explanation.code}]", "dim")))
    screen.say(f"  {'':<9}{explanation.next}")
    if file is not None:
        screen.say(Line((f"  {'':<9}{Screen.shown(screen.as_given(file))}", "dim")))


def problem_facts(problem: Exception) -> dict[str, str]:
    """Why a file cannot be read, for `--json`."""
    explanation = explain(problem)
    return {
        "code": explanation.code,
        "what": explanation.what,
        "meaning": explanation.meaning,
        "next": explanation.next,
    }


def _show(screen: Screen, finding: Finding, files: Sequence[str]) -> None:
    mark, style = _MARKS[finding.severity]
    screen.say(Line("  ", (f"{mark:<9}", style), finding_title(finding.code), (f"  {_place(finding)}", "dim")))
    screen.say(Line(f"  {'':<9}{Screen.shown(finding.advice, 400)}"))
    if finding.server_text and finding.severity == "block":
        screen.say(Line((f"  {'':<9}The service would say: “{Screen.shown(finding.server_text, 300)}”", "dim")))
    _show_files(screen, finding, files)
    _show_examples(screen, finding)


def _show_files(screen: Screen, finding: Finding, files: Sequence[str]) -> None:
    """Which of several files have it, and where."""
    named = finding.files_to_name(len(files))
    for entry in named[:_MOST_FILES]:
        if finding.code in _COUNTS:
            where: Iterable[str] = (counted(entry.times, _COUNTS[finding.code]),)
        else:
            where = _times_and_line(entry.times, entry.line, entry.column)
        file = Screen.shown(screen.as_given(files[entry.file - 1]))
        screen.say(Line((f"  {'':<9}{' · '.join((file, *where))}", "dim")))
    if (more := len(named) - _MOST_FILES) > 0:
        screen.say(Line((f"  {'':<9}and {counted(more, 'more file')}; --json names them all", "dim")))


def _show_removed(screen: Screen, findings: Sequence[Finding]) -> None:
    """What preparing takes away: one line a kind, with all its places."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.code, []).append(finding)
    mark, style = _MARKS["removed"]
    for code, found in kinds.items():
        times = sum(finding.count for finding in found)
        places = ", ".join(dict.fromkeys(Screen.shown(finding.where) for finding in found))
        # Records' text is searched in part.
        is_least = code.startswith("LEAK-") and any(finding.where.startswith(_OF_RECORDS) for finding in found)
        how_often = f" × {times:,}{' or more' if is_least else ''}" if times > 1 or is_least else ""
        line = found[0].line if found[0].finding_class == "change" and not found[0].in_files else None
        shown_places = "  " + " · ".join((Screen.shown(places, 160), *_line(times, line)))
        screen.say(Line("  ", (f"{mark:<9}", style), finding_title(code), (how_often, "bold"), (shown_places, "dim")))
        examples = [example for finding in found for example in finding.examples[:1]]
        if examples and code in _WORTH_AN_EXAMPLE:
            shown = ", ".join(_quoted(Screen.shown(example, 40)) for example in dict.fromkeys(examples[:3]))
            screen.say(Line((f"  {'':<9}such as {shown}", "dim")))


def _show_examples(screen: Screen, finding: Finding) -> None:
    """Examples are text of the input: for this screen only."""
    if finding.examples:
        shown = ", ".join(_quoted(Screen.shown(example, 60)) for example in finding.examples[:3])
        screen.say(Line((f"  {'':<9}such as {shown}", "dim")))


def _quoted(example: str) -> str:
    """In quotes where its bounds could not be seen: `0/1 ` and `Holm, Karen`."""
    return f"“{example}”" if example == "" or set(example) & {" ", ","} else example


def _place(finding: Finding) -> str:
    if finding.code in _COUNTS:
        return Screen.shown(finding.where) if finding.in_files else counted(finding.count, _COUNTS[finding.code])
    line, column = (None, None) if finding.in_files else (finding.line, finding.column)
    return " · ".join((Screen.shown(finding.where), *_times_and_line(finding.count, line, column)))


def _times_and_line(count: int, line: int | None, column: int | None) -> Iterator[str]:
    if count > 1:
        yield f"{count:,} times"
    yield from _line(count, line)
    if column is not None and column > _FIXED_COLUMNS:  # of a sample; the others have names
        yield f"column {column:,}"


def _line(count: int, line: int | None) -> Iterator[str]:
    if line is not None:
        yield f"line {line:,}" if count == 1 else f"first in line {line:,}"

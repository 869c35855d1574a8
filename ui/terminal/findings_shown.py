"""Findings as people read them: what stops first, then what to mind, then what is taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ui.messages import finding_title
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
_COUNTS_SAMPLES = {"VCF-SAMPLES-FEW", "VCF-SAMPLES-MANY"}  # the samples that there are, not how often
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


def finding_facts(finding: Finding) -> dict[str, Any]:
    """A finding for `--json`; examples are text of the input and are left out."""
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
    }


def show_findings(screen: Screen, findings: Sequence[Finding], *, with_examples: bool = True) -> None:
    """Print findings, each severity together."""
    for severity in ("block", "warn", "info"):
        for finding in findings:
            if finding.severity == severity:
                _show(screen, finding, with_examples)
    _show_removed(screen, [finding for finding in findings if finding.severity == "removed"], with_examples)


def _show(screen: Screen, finding: Finding, with_examples: bool) -> None:
    mark, style = _MARKS[finding.severity]
    screen.say(Line("  ", (f"{mark:<9}", style), finding_title(finding.code), (f"  {_place(finding)}", "dim")))
    screen.say(Line(f"  {'':<9}{Screen.shown(finding.advice, 400)}"))
    if finding.server_text and finding.severity == "block":
        screen.say(Line((f"  {'':<9}The service would say: “{Screen.shown(finding.server_text, 300)}”", "dim")))
    _show_examples(screen, finding, with_examples)


def _show_removed(screen: Screen, findings: Sequence[Finding], with_examples: bool) -> None:
    """What preparing takes away: one line a kind, with all its places."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.code, []).append(finding)
    mark, style = _MARKS["removed"]
    for code, found in kinds.items():
        times = sum(finding.count for finding in found)
        places = ", ".join(dict.fromkeys(Screen.shown(finding.where) for finding in found))
        how_often = f" × {times:,}" if times > 1 else ""
        shown_places = f"  {Screen.shown(places, 160)}"
        screen.say(Line("  ", (f"{mark:<9}", style), finding_title(code), (how_often, "bold"), (shown_places, "dim")))
        examples = [example for finding in found for example in finding.examples[:1]]
        if with_examples and examples and code in _WORTH_AN_EXAMPLE:
            shown = ", ".join(_quoted(Screen.shown(example, 40)) for example in dict.fromkeys(examples[:3]))
            screen.say(Line((f"  {'':<9}such as {shown}", "dim")))


def _show_examples(screen: Screen, finding: Finding, with_examples: bool) -> None:
    """Examples are text of the input: for this screen only."""
    if with_examples and finding.examples:
        shown = ", ".join(_quoted(Screen.shown(example, 60)) for example in finding.examples[:3])
        screen.say(Line((f"  {'':<9}such as {shown}", "dim")))


def _quoted(example: str) -> str:
    """In quotes where its bounds could not be seen: `0/1 ` and `Holm, Karen`."""
    return f"“{example}”" if example == "" or set(example) & {" ", ","} else example


def _place(finding: Finding) -> str:
    if finding.code in _COUNTS_SAMPLES:
        return counted(finding.count, "sample")
    parts = [Screen.shown(finding.where)]
    if finding.count > 1:
        parts.append(f"{finding.count:,} times")
    if finding.line is not None:
        parts.append(f"line {finding.line:,}")
    if finding.column is not None and finding.column > _FIXED_COLUMNS:  # of a sample; the others have names
        parts.append(f"column {finding.column:,}")
    return " · ".join(parts)

"""How many places of a file identify somebody: one count, whichever face shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

_LEAK = "LEAK-"


class CountedFinding(Protocol):
    """What is read of a finding."""

    @property
    def code(self) -> str: ...

    @property
    def severity(self) -> str: ...

    @property
    def count(self) -> int: ...


def identifying_places(findings: Iterable[CountedFinding]) -> int:
    """Places with identifying text that preparing takes away.

    Records that are left out and half calls that become missing are taken away too, and identify nobody.
    """
    return sum(
        finding.count for finding in findings if finding.severity == "removed" and finding.code.startswith(_LEAK)
    )

"""Only what identifies somebody counts as a place that identifies."""

from __future__ import annotations

from ui.desktop.views import FindingView
from ui.identifying import identifying_places


def test_half_calls_and_dropped_records_identify_nobody() -> None:
    findings = [
        FindingView("LEAK-SAMPLE-NAME", "sample-name", "removed", "sample names", 16),
        FindingView("LEAK-DATE", "date", "removed", "header ##comment", 2),
        FindingView("VCF-HALF-CALLS", "change", "removed", "genotypes", 440_000),
        FindingView("VCF-DROPPED-INDEL", "change", "removed", "records", 59),
        FindingView("LEAK-SAMPLE-NAME", "sample-name", "block", "sample names", 7),
    ]
    assert identifying_places(findings) == 18

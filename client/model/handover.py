"""The files that a person who sends and the second person who approves hand each other, by name."""

from __future__ import annotations

from typing import NamedTuple

REPORT_NAME = "report.json"
PAGE_NAME = "report.html"
"""The report for people; it lies beside the other."""
PAGE_DIGEST_KEY = "page_sha256"
"""Where the report names the page by its SHA-256, so that whoever approves the one has read the other."""
APPROVAL_NAME = "approval.json"


class BuildSaid(NamedTuple):
    """Who said the genome build of the files in a report, and what well-known variants say to it."""

    by_header: bool = False
    by_person: bool = False
    """Whoever prepared the files, where a header does not say it."""
    is_confirmed: bool = False
    """Well-known variants of such files lie where it has them."""
    is_doubtful: bool = False
    """Well-known variants lie where the other build has them."""


NOBODY_SAID = BuildSaid()
"""What a report of an older program tells of it."""

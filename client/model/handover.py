"""The files that a person who sends and the second person who approves hand each other, by name."""

from __future__ import annotations

REPORT_NAME = "report.json"
PAGE_NAME = "report.html"
"""The report for people; it lies beside the other."""
PAGE_DIGEST_KEY = "page_sha256"
"""Where the report names the page by its SHA-256, so that whoever approves the one has read the other."""
APPROVAL_NAME = "approval.json"

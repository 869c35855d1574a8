"""A build as a person names it, as prep names it."""

from __future__ import annotations

from prep.contigs import Build


def require_build(build: str | None) -> Build | None:
    """The build as prep names it; ValueError for any other text."""
    match build:
        case None:
            return None
        case "hg19":
            return "hg19"
        case "hg38":
            return "hg38"
    raise ValueError("a build is hg19 or hg38")

"""The mark that lupdate collects texts by, and the shape of a row."""

from __future__ import annotations

Words = tuple[str, str, str]
"""What happened, what it means for your file, what to do next."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001, RUF100 (the name lupdate looks for)
    """Return `text`; the call marks it for translation in `context`, without Qt."""
    return text


KEPT = QT_TRANSLATE_NOOP("errors", "Your files are untouched; what is on its way keeps its place.")
"""What most errors on the way mean. Where it would be untrue (nothing queued, given up) other words stand in."""

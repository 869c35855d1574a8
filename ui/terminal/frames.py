"""What is shown and logged of an unexpected exception: its class and our own frames, never its text.

A library's exception text can hold a path, a sample name or a token; file and line of our own code cannot.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType

_ROOT = Path(__file__).resolve().parent.parent.parent
_OURS = ("client", "prep", "ui", "practice", "resources")


def own_frames(error_class: type[BaseException], trace: TracebackType | None) -> list[str]:
    """Lines such as `client/tasks/prepare.py:41 in prepare_files`, outermost first, the class last."""
    lines = []
    for frame in traceback.extract_tb(trace):
        place = Path(frame.filename)
        if place.is_relative_to(_ROOT) and place.relative_to(_ROOT).parts[0] in _OURS:
            lines.append(f"{place.relative_to(_ROOT).as_posix()}:{frame.lineno} in {frame.name}")
    return [*lines, f"{error_class.__module__}.{error_class.__qualname__}"]

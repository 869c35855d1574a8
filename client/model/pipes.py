"""The end of a pipe to another process, by the name that its class has on this system."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as PipeEnd
else:
    from multiprocessing.connection import Connection as PipeEnd

__all__ = ["PipeEnd"]

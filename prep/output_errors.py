"""Operating-system errors of a sink become coded ones; a sink's own errors pass through."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from prep.errors import DiskFullError, OutputError

_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG))


@contextmanager
def output_errors() -> Iterator[None]:
    """Raises DiskFullError or OutputError for an OSError inside."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError from error
        raise OutputError from error

"""Which of the operating system's errors say that there is no room."""

from __future__ import annotations

import errno

# EFBIG: a limit on the size of one file, of the file system or of `ulimit`. Windows has no quota's own error.
_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG))


def is_disk_full(error: OSError) -> bool:
    """Whether the disk, the user's quota or the size that one file may have is used up."""
    return error.errno in _FULL

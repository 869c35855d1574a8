"""Keeps what blocks free for the next ones. Imports next to nothing: for a program's first lines too."""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_MAPPED_BYTES, _KEPT_BYTES = 80 << 20, 160 << 20
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # <malloc.h>
_MADV_HUGEPAGE, _LARGEST_SMALL_PAGE = 14, 64 << 10  # <sys/mman.h>; the size of a page is 4, 16 or 64 KiB


@cache
def keep_memory() -> None:
    """Let the C library keep freed memory (up to 160 MiB) instead of giving it back after every block, in large pages.

    Blocks make and free the same few megabytes over and over; glibc would map and unmap them each time, which took
    longer than the work itself on some blocks (measured). A vault's key needs 64 MiB at a start, and in large pages
    three quarters of its time. Does nothing where the C library is another one.
    """
    if not sys.platform.startswith("linux"):
        return
    try:
        library = ctypes.CDLL(None)
        mallopt, madvise, malloc, free = library.mallopt, library.madvise, library.malloc, library.free
    except (AttributeError, OSError):
        return
    mallopt(_M_MMAP_THRESHOLD, _MAPPED_BYTES)
    mallopt(_M_TRIM_THRESHOLD, _KEPT_BYTES)
    mallopt(_M_ARENA_MAX, 1)  # threads too take theirs from what is kept
    # Looking up where small pages lie takes a twentieth of a block's time. What is asked for and freed here is kept
    # too, untouched, and what blocks need is taken from it.
    malloc.restype, malloc.argtypes, free.argtypes = ctypes.c_void_p, (ctypes.c_size_t,), (ctypes.c_void_p,)
    madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    if place := malloc(_MAPPED_BYTES - _LARGEST_SMALL_PAGE):
        start = -(-place // _LARGEST_SMALL_PAGE) * _LARGEST_SMALL_PAGE
        madvise(start, _MAPPED_BYTES - 2 * _LARGEST_SMALL_PAGE, _MADV_HUGEPAGE)
        free(place)

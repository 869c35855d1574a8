"""How much one PATCH carries: large on a good line, small on a bad one, between 1 and 64 MiB.

A PATCH that breaks may have to be sent again whole, and while it runs nothing is confirmed: on a slow or breaking line
small ones lose less. On a fast line each PATCH costs a round trip and a flush at the service: large ones keep it full.
"""

from __future__ import annotations

MIB = 1024 * 1024
FIRST_PATCH_BYTES = 8 * MIB
SMALLEST_PATCH_BYTES = 1 * MIB
LARGEST_PATCH_BYTES = 64 * MIB

GROWTH = (2, 4)
"""How many times larger the next PATCH is after a quick one, and after a very quick one."""

_VERY_QUICK_S = 0.5
_QUICK_S = 4.0
_SLOW_S = 20.0


class PatchSize:
    """The size of the next PATCH, from how the last ones went.

    Doubles after one that took under 4 s (four times as much after half a second), halves after one over 20 s or one
    that broke. `limit_bytes` is the service's own limit, which may lie under 1 MiB.
    """

    def __init__(self, limit_bytes: int | None = None) -> None:
        self._ceiling = min(LARGEST_PATCH_BYTES, limit_bytes) if limit_bytes else LARGEST_PATCH_BYTES
        self._floor = min(SMALLEST_PATCH_BYTES, self._ceiling)
        self.patch_bytes = min(FIRST_PATCH_BYTES, self._ceiling)

    def succeeded(self, length: int, took_s: float) -> None:
        """A PATCH of `length` bytes was confirmed after `took_s` seconds."""
        if took_s > _SLOW_S:
            self._set(self.patch_bytes // 2)
        elif took_s < _QUICK_S and length == self.patch_bytes:
            quick, very_quick = GROWTH
            self._set(self.patch_bytes * (very_quick if took_s < _VERY_QUICK_S else quick))

    def failed(self) -> None:
        """A PATCH broke, or its answer was no success."""
        self._set(self.patch_bytes // 2)

    def shrink_to_limit(self) -> bool:
        """413: never this much again. False when there is nothing smaller left to try."""
        if self.patch_bytes <= self._floor:
            return False
        self._ceiling = max(self.patch_bytes // 2, self._floor)
        self._set(self._ceiling)
        return True

    def _set(self, patch_bytes: int) -> None:
        self.patch_bytes = max(self._floor, min(patch_bytes, self._ceiling))

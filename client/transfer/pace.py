"""Keeps an upload under a rate: a token bucket of a quarter of a second, so that a limited line stays usable."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

_BURST_S = 0.25
_SMALLEST_PIECE_BYTES = 1024
_LONGEST_NAP_S = 0.25
_SHORTEST_NAP_S = 0.001
"""Shorter ones can vanish in the clock's rounding, and the loop would spin."""


class RateSource(Protocol):
    """Where the present limit comes from; it may change while a body is on its way."""

    @property
    def rate(self) -> float | None:
        """Bytes a second, None without a limit."""

    def nap(self, seconds: float) -> None:
        """Wait; raises what ends the upload."""


class Pace:
    """Counts pieces against the limit; one for all bodies of a worker, or small ones would each begin with credit."""

    def __init__(self, source: RateSource, now_s: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._now_s = now_s
        self._credit_bytes = 0.0
        self._counted_s = now_s()

    def before_piece(self, length: int) -> int:
        """Wait until some of `length` bytes fit the limit; returns how many may go: a quarter of a second's at most."""
        while True:
            rate = self._source.rate
            now_s = self._now_s()
            if rate is None:
                self._credit_bytes, self._counted_s = 0.0, now_s
                return length
            burst_bytes = max(rate * _BURST_S, _SMALLEST_PIECE_BYTES)
            self._credit_bytes = min(self._credit_bytes + (now_s - self._counted_s) * rate, burst_bytes)
            self._counted_s = now_s
            allowed = min(length, int(burst_bytes))
            if self._credit_bytes >= allowed:
                self._credit_bytes -= allowed
                return allowed
            missing_s = (allowed - self._credit_bytes) / rate
            self._source.nap(min(_LONGEST_NAP_S, max(_SHORTEST_NAP_S, missing_s)))

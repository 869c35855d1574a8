"""How long the event loop was away: gaps between the beats of a precise timer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer


class StallMeter(QObject):
    """Beats every five milliseconds; what is longer is a stall."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_s: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def stop(self) -> None:
        self._timer.stop()
        self._beat()

    @property
    def longest_s(self) -> float:
        return max(self.gaps_s, default=0.0)

    def percentile_s(self, share: float) -> float:
        ordered = sorted(self.gaps_s)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_s.append(now - self._last)
        self._last = now


@contextmanager
def stall_meter() -> Iterator[StallMeter]:
    meter = StallMeter()
    try:
        yield meter
    finally:
        meter.stop()

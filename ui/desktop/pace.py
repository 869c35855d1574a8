"""How fast it goes and how long it still takes, steady enough to be read."""

from __future__ import annotations

from collections import deque

from client.model.transfer import FileState, TransferProgress

_HALF_LIFE_S = 6.0
_LEAST_SECONDS = 3.0


class Pace:
    """Feed it (seconds, bytes done); it answers with a smoothed rate and a time left that does not jump.

    The rate is an exponential mean with a half-life of six seconds. The shown time left moves towards the computed one
    and is held back when they differ by less than a sixth. Clocks are passed in; nothing here looks at the time.
    """

    def __init__(self, history: int = 90) -> None:
        self._last: tuple[float, int] | None = None
        self._started: float | None = None
        self._rate = 0.0
        self._shown_s: float | None = None
        self.history: deque[float] = deque(maxlen=history)
        """Rates in bytes a second, oldest first, about one a second; what the sparkline draws."""
        self._history_at = float("-inf")

    def feed(self, now_s: float, done_bytes: int) -> None:
        """Take a measurement; counts that fall (another submission, a new upload) start afresh."""
        if self._last is None or done_bytes < self._last[1]:
            self._last, self._started, self._shown_s = (now_s, done_bytes), now_s, None
            return
        passed = now_s - self._last[0]
        if passed < 0.2:
            return
        measured = (done_bytes - self._last[1]) / passed
        weight = 1 - 0.5 ** (passed / _HALF_LIFE_S)
        self._rate = measured if self._rate == 0 else self._rate + weight * (measured - self._rate)
        self._last = (now_s, done_bytes)
        # Before the first byte there is no rate to draw: files are still being prepared.
        if now_s - self._history_at >= 1 and (self._rate or self.history):
            self.history.append(self._rate)
            self._history_at = now_s

    @property
    def bytes_per_s(self) -> float:
        """The smoothed rate."""
        return self._rate

    def remaining_s(self, total_bytes: int) -> float | None:
        """Seconds that are left, or None while it is too early to say."""
        if self._last is None or self._started is None or self._rate <= 0:
            return None
        if self._last[0] - self._started < _LEAST_SECONDS:
            return None
        computed = max(0.0, (total_bytes - self._last[1]) / self._rate)
        if self._shown_s is None or abs(computed - self._shown_s) > self._shown_s / 6 or computed < 60:
            self._shown_s = computed
        return self._shown_s


class FilePaces:
    """The pace of each file on its way: a file's row tells when that file is there, not when all are."""

    def __init__(self) -> None:
        self._paces: dict[tuple[str, int], Pace] = {}

    def remaining_s(self, now_s: float, progress: TransferProgress) -> dict[int, float]:
        """Take a measurement of every file that is uploading; answers seconds left by the file's position."""
        left: dict[int, float] = {}
        for file in progress.files:
            if file.state is FileState.UPLOADING:
                pace = self._paces.setdefault((progress.submission_id, file.position), Pace(history=1))
                pace.feed(now_s, file.sent_bytes)
                if (seconds := pace.remaining_s(file.sealed_bytes)) is not None:
                    left[file.position] = seconds
        return left

"""What a person sees on stderr while a transfer runs: a bar for each file, and a line when something has to be waited
out. A bar that stands still for an hour and says nothing looks like a program that hangs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from client.model.transfer import FileState, TransferProgress
from client.tasks.outbox import OnChange
from ui.messages import explain, wait_words
from ui.terminal.lines import Terminal
from ui.terminal.screen import Screen, sized

_AGAIN_AFTER_S = 600.0


class WaitNotes:
    """Says once what is being waited out; the same again only after ten minutes, or a bad line would fill the log."""

    def __init__(self, screen: Screen, now_s: Callable[[], float] = time.monotonic) -> None:
        self._screen = screen
        self._now_s = now_s
        self._noted_s: dict[tuple[str, str], float] = {}

    def hear(self, transfer: TransferProgress) -> None:
        """A transfer as it stands now."""
        trouble = transfer.trouble
        if trouble is None:
            return
        key, now_s = (transfer.submission_id, trouble.code), self._now_s()
        if now_s - self._noted_s.get(key, -_AGAIN_AFTER_S) < _AGAIN_AFTER_S:
            return
        self._noted_s[key] = now_s
        seconds = trouble.facts.get("retry_after_s")
        asked = f" It asks for {wait_words(seconds)}." if isinstance(seconds, int) and seconds else ""
        words = explain(trouble)
        self._screen.note(
            f"{transfer.submission_id[:8]}: {words.what}{asked}"
            f" It goes on by itself, from where it stands.  [{words.code}]"
        )


@contextmanager
def transfer_watch(screen: Screen) -> Iterator[OnChange]:
    """Hears every change of a transfer; the bars appear on a terminal only."""
    notes = WaitNotes(screen)
    if not isinstance(screen.err, Terminal):
        yield notes.hear
        return
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[detail]}", markup=False),
        TimeRemainingColumn(),
        console=screen.err.console,
        transient=True,
    ) as progress:
        bars: dict[tuple[str, int], TaskID] = {}

        def show(transfer: TransferProgress) -> None:
            notes.hear(transfer)
            for file in transfer.files:
                key = (transfer.submission_id, file.position)
                if key not in bars:
                    bars[key] = progress.add_task(Screen.shown(file.name, 40), total=None, detail="waiting")
                is_sending = file.state in (FileState.UPLOADING, FileState.SEALED, FileState.STORED)
                done, total = (
                    (file.sent_bytes, file.sealed_bytes) if is_sending else (file.prepared_bytes, file.source_bytes)
                )
                words = f"{file.state.value.replace('_', ' ')}  {sized(done)} of {sized(total)}"
                progress.update(bars[key], completed=done, total=total or None, detail=words)

        yield show

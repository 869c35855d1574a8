"""The outbox shows what is on its way and the latest of what has ended, and says how much it does not show."""

from __future__ import annotations

from client.model.transfer import TransferProgress, TransferState
from ui.terminal.sending import _ENDED_SHOWN, _latest


def test_only_the_latest_that_ended_are_shown_and_everything_on_its_way() -> None:
    ended = [TransferProgress(f"{number:032x}", TransferState.FAILED) for number in range(_ENDED_SHOWN + 3)]
    waiting = TransferProgress("f" * 32, TransferState.WAITING)
    assert _latest([waiting, *ended]) == ([waiting, *ended[3:]], 3)
    assert _latest([*ended[:2], waiting]) == ([*ended[:2], waiting], 0)
    assert _latest([]) == ([], 0)

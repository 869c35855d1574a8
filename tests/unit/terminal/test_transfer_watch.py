"""While a transfer waits for line or service, the terminal says so: once, in words, and not again and again."""

from __future__ import annotations

import pytest

from client.model.transfer import Problem, TransferProgress, TransferState
from client.network.errors import BusyError, RequestRefusedError
from client.network.problems import FOREVER_S
from ui.messages import explain
from ui.terminal.screen import Screen
from ui.terminal.transfer_watch import WaitNotes, transfer_watch

BUSY = Problem("NET-BUSY", {"status": 503, "retry_after_s": 1800})
DOWN = Problem("NET-UNREACHABLE", {"reason": "reset"})


def _waiting(trouble: Problem | None, submission: str = "a" * 32) -> TransferProgress:
    return TransferProgress(submission, TransferState.UPLOADING, trouble=trouble)


def test_what_is_waited_out_is_said_once_and_again_after_ten_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    clock = [1000.0]
    notes = WaitNotes(Screen(is_json=False), lambda: clock[0])
    for trouble in (None, BUSY, BUSY, None, BUSY, DOWN):
        notes.hear(_waiting(trouble))
    notes.hear(_waiting(DOWN, "b" * 32))
    said = capsys.readouterr().err.splitlines()
    assert [line[:8] for line in said] == ["aaaaaaaa", "aaaaaaaa", "bbbbbbbb"]
    assert "asks for 30 minutes" in said[0]
    assert "goes on by itself" in said[0]
    assert "NET-BUSY" in said[0]
    assert "cannot be reached" in said[1]
    clock[0] += 600
    notes.hear(_waiting(BUSY))
    assert "NET-BUSY" in capsys.readouterr().err


def test_a_refusal_that_names_no_problem_shows_no_word_of_ours_for_that() -> None:
    assert explain(RequestRefusedError(status=422, problem="none")).what.endswith("(HTTP 422, –).")
    assert explain(RequestRefusedError(status=422, problem="too-odd")).what.endswith("(HTTP 422, too-odd).")


def test_a_command_in_a_script_says_it_too_and_stdout_stays_the_json_objects(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with transfer_watch(Screen(is_json=True)) as on_change:
        on_change(_waiting(BUSY))
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "NET-BUSY" in seen.err


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "Wait a few minutes,"),
        (1, "Wait 1 second,"),
        (11, "Wait 11 seconds,"),
        (150, "Wait 3 minutes,"),
        (7200, "Wait 2 hours,"),
        (FOREVER_S, "Wait longer than a day,"),
    ],
)
def test_a_wait_is_said_in_units_that_people_use(seconds: int, words: str) -> None:
    assert explain(BusyError(status=503, retry_after_s=seconds)).next.startswith(words)

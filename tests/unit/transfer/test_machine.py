"""The state machine of transfers: the page that draws it is true, and no walk through it can lose or leak a job."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from client.model.transfer import FileState, Problem, TransferState
from client.transfer.machine import (
    FILE_TABLE,
    TABLE,
    Command,
    FileReport,
    RefusedReportError,
    Report,
    Submission,
    summary,
    transition,
    with_file,
)

PAGE = Path(__file__).resolve().parents[3] / "docs" / "TRANSFER.md"


def rows(name: str) -> list[tuple[str, ...]]:
    text = PAGE.read_text(encoding="utf-8")
    found = re.search(rf"<!-- table: {name} -->\n(.*?)<!-- end -->", text, re.DOTALL)
    assert found is not None
    lines = [line for line in found.group(1).splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def test_the_page_draws_the_submission_table_of_the_code() -> None:
    assert rows("submission") == [
        (state, report, edge.target, ", ".join(edge.commands) or "–") for (state, report), edge in TABLE.items()
    ]


def test_the_page_draws_the_file_table_of_the_code() -> None:
    assert rows("file") == [(state, report, target) for (state, report), target in FILE_TABLE.items()]


def walk(submission: Submission, *steps: Report | tuple[int, FileReport]) -> tuple[Submission, list[Command]]:
    commands: list[Command] = []
    for step in steps:
        submission, new = transition(submission, step) if isinstance(step, Report) else with_file(submission, *step)
        commands += new
    return submission, commands


def fresh(files: int = 2) -> Submission:
    return Submission(TransferState.WAITING, (FileState.WAITING,) * files)


def test_two_files_upload_while_others_are_prepared_and_the_job_comes_last() -> None:
    submission, commands = walk(
        fresh(),
        Report.GO,
        (0, FileReport.STARTED),
        (0, FileReport.SEALED),
        (1, FileReport.STARTED),
        (0, FileReport.UPLOAD_STARTED),
        (0, FileReport.STORED),
    )
    assert submission.state is TransferState.PREPARING
    assert set(commands) == {Command.WORK}
    submission, commands = walk(
        submission, (1, FileReport.SEALED), (1, FileReport.UPLOAD_STARTED), (1, FileReport.STORED)
    )
    assert submission.state is TransferState.STORED
    assert commands[-1] is Command.FIX_JOB
    submission, commands = walk(submission, Report.JOB_FIXED, Report.RECEIPT_KEPT, Report.SPOOL_CLEARED)
    assert submission.state is TransferState.DONE
    assert commands == [Command.POST_JOB, Command.CLEAR_SPOOL]


def test_a_fixed_job_call_is_sent_again_and_never_cancelled() -> None:
    stored = Submission(TransferState.STORED, (FileState.STORED,))
    stopped, _ = walk(stored, Report.JOB_FIXED, Report.STOP)
    assert stopped.state is TransferState.NEEDS_YOU
    for wish in (Report.CANCEL, Report.PAUSE):
        with pytest.raises(RefusedReportError):
            transition(stopped, wish)
    again, commands = transition(stopped, Report.GO)
    assert (again.state, commands) == (TransferState.SUBMITTING, (Command.POST_JOB,))


def test_expired_uploads_unfix_the_job_call_and_go_again() -> None:
    stored = Submission(TransferState.STORED, (FileState.STORED, FileState.LEFT_OUT))
    asked, _ = walk(stored, Report.JOB_FIXED, Report.UPLOADS_GONE)
    assert (asked.state, asked.job_fixed) == (TransferState.NEEDS_YOU, False)
    assert asked.files == (FileState.SEALED, FileState.LEFT_OUT)
    again, _ = transition(asked, Report.GO)
    assert again.state is TransferState.UPLOADING


def test_giving_up_forgets_the_keys_before_anything_else_and_survives_a_restart() -> None:
    going, _ = walk(fresh(), Report.GO, (0, FileReport.STARTED))
    failing, commands = transition(going, Report.GIVE_UP, Problem("RECHECK-FAILED"))
    assert commands[0] is Command.FORGET
    assert failing.problem == Problem("RECHECK-FAILED")
    again, commands = transition(failing, Report.GO)
    assert (again.problem, commands) == (failing.problem, (Command.FORGET, Command.WITHDRAW))
    assert transition(again, Report.WITHDRAWN)[0].state is TransferState.FAILED


@st.composite
def walks(draw: st.DrawFn) -> list[Submission]:
    """Every state that some sequence of accepted reports can reach from a fresh submission."""
    submission = fresh(draw(st.integers(1, 3)))
    seen = [submission]
    for _ in range(draw(st.integers(0, 40))):
        step: Report | tuple[int, FileReport] = draw(
            st.sampled_from(list(Report))
            | st.tuples(st.integers(0, len(submission.files) - 1), st.sampled_from(list(FileReport)))
        )
        try:
            submission, _ = walk(submission, step)
        except RefusedReportError:
            continue
        seen.append(submission)
    return seen


@settings(max_examples=100, deadline=None)
@given(walks())
def test_no_walk_submits_before_every_file_is_stored(states: list[Submission]) -> None:
    for before, after in itertools.pairwise(states):
        if after.job_fixed and not before.job_fixed:
            assert summary(before.files) is TransferState.STORED
        if after.state in (TransferState.SUBMITTED, TransferState.DONE):
            assert after.job_fixed
        if before.state in (TransferState.FAILING, TransferState.CANCELLING):
            assert after.state not in (TransferState.SUBMITTING, *(s for s in TransferState if s.is_under_way))
        if before.state.is_finished:
            assert after.state is before.state


@settings(max_examples=100, deadline=None)
@given(walks())
def test_from_everywhere_the_end_can_be_reached(states: list[Submission]) -> None:
    """No dead ends: driven on without faults, each reachable state ends as done, failed or cancelled."""
    submission = states[-1]
    forward = {
        FileState.WAITING: FileReport.STARTED,
        FileState.PREPARING: FileReport.SEALED,
        FileState.SEALED: FileReport.UPLOAD_STARTED,
        FileState.UPLOADING: FileReport.STORED,
    }
    for _ in range(40):
        if submission.state.is_finished:
            return
        if submission.state.is_under_way:
            position = next((i for i, file in enumerate(submission.files) if file in forward), None)
            step = Report.JOB_FIXED if position is None else (position, forward[submission.files[position]])
        else:
            step = {
                TransferState.SUBMITTING: Report.RECEIPT_KEPT,
                TransferState.SUBMITTED: Report.SPOOL_CLEARED,
                TransferState.FAILING: Report.WITHDRAWN,
                TransferState.CANCELLING: Report.WITHDRAWN,
            }.get(submission.state, Report.GO)
        submission, _ = walk(submission, step)
    pytest.fail(f"stuck at {submission}")

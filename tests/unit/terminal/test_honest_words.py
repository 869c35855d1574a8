"""Sentences that once said more than was so, or said it badly."""

from __future__ import annotations

import errno
import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from client.account.errors import SignInWaitError
from client.model.errors import ClientError
from client.secrets.errors import VaultDamagedError
from client.transfer.errors import EmptySubmissionError
from tests.support.command import Command
from tests.support.prep_files import record, vcf
from ui.messages import _WINDOW_WORDS, explain
from ui.terminal.boundary import guarded, install_hooks
from ui.terminal.main import run
from ui.terminal.screen import Screen


def test_where_every_chromosome_is_left_out_nothing_is_called_rechecked(tmp_path: Path) -> None:
    (tmp_path / "y.vcf").write_text(
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\n"
        "Y\t5000000\t.\tA\tC\t.\tPASS\t.\tGT\t0\t1\n"
    )
    looked = Command(tmp_path).run("inspect", "y.vcf", "--build", "hg19", "--json")
    assert (looked.code, looked.error_code) == (3, "NOTHING-TO-PREPARE")
    assert "Nothing stands in the way" not in Command(tmp_path).run("inspect", "y.vcf", "--build", "hg19").out
    finished = Command(tmp_path).run("prepare", "y.vcf", "--out", "out", "--build", "hg19")
    assert finished.code == 3
    assert "one that the policy sends" in finished.err
    assert "Rechecked" not in finished.out
    said = Command(tmp_path).run("prepare", "y.vcf", "--out", "out", "--build", "hg19", "--map", "m.gmap", "--json")
    assert (said.code, said.error_code) == (3, "NOTHING-PREPARED")
    # No report that says "recheck passed" of nothing, and no map of nobody; the next try needs no --force.
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "m.gmap").exists()
    assert "VCF-CHROM-LEFT-OUT" in {finding["code"] for finding in said.json["findings"]}


def test_files_of_which_nothing_may_be_sent_need_the_user() -> None:
    assert issubclass(EmptySubmissionError, ClientError)
    assert EmptySubmissionError.exit_code == 3


def test_a_suggestion_for_a_mistyped_command_ends_with_its_question_mark(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["seals"]) == 2
    assert "Did you mean 'seal'?  [GS-USAGE]" in capsys.readouterr().err


def test_too_few_samples_are_counted_as_samples(tmp_path: Path) -> None:
    (tmp_path / "few.vcf").write_bytes(vcf([record(5000, "0/1", "1/1", "0/0")]))
    looked = Command(tmp_path).run("inspect", "few.vcf", "--service", "michigan")
    line = next(line for line in looked.out.splitlines() if "Too few samples" in line)
    assert line.split("Too few samples")[1].strip() == "3 samples"


def test_a_wait_is_said_once_with_its_unit_and_in_the_windows_language() -> None:
    told = explain(SignInWaitError(retry_after_s=90)).meaning
    assert told == "No try counts for the next 90 seconds, not even a right one."
    # What the terminal makes of seconds is English.
    here = [words for rows in _WINDOW_WORDS.values() for words in rows if "{retry_after_s}" in words]
    assert here == []


def _without_more_files() -> int:
    try:
        raise OSError(errno.EMFILE, "too many")
    except OSError:
        raise VaultDamagedError from None


def _without_more_threads() -> int:
    raise RuntimeError("can't start new thread")


@pytest.mark.parametrize(
    ("command", "code", "next_step"),
    [(_without_more_files, "OPEN-FILES", "ulimit -n"), (_without_more_threads, "THREADS", "ulimit -u")],
)
def test_what_the_system_refuses_is_called_neither_damaged_nor_a_mistake_of_the_program(
    capsys: pytest.CaptureFixture[str], command: Callable[[], int], code: str, next_step: str
) -> None:
    assert guarded(Screen(is_json=True), command) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] == code
    assert next_step in error["next"]


def test_a_line_of_the_log_is_not_shown_where_no_log_is_open(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging, "lastResort", logging.lastResort)
    install_hooks()
    unheard = logging.getLogger("tests.nobody_listens")
    monkeypatch.setattr(unheard, "propagate", False)
    unheard.error("not for the screen")
    assert capsys.readouterr().err == ""


def _refused() -> int:
    raise PermissionError(errno.EACCES, "Permission denied", "/home/of/another/.local")


def test_what_may_not_be_read_or_written_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(Screen(is_json=False), _refused) == 2
    assert "/home/of/another/.local: The operating system does not let you" in " ".join(capsys.readouterr().err.split())

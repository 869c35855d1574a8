"""A command works with its standard streams closed, and where they cannot write every mark."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.support.command import Command

_MARKS = "✓✗×·→…“”"


def _redirected(folder: Path, streams: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command by a shell that redirects its streams so."""
    command = Command(folder)
    return subprocess.run(
        ["sh", "-c", f'"$@" {streams}', "sh", *command.arguments(*arguments)],
        capture_output=True,
        text=True,
        env=command.environment | {"PYTHONPATH": str(REPOSITORY)},
        cwd=command.folder,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="a shell's way to close a stream")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 2), (">&-", 2), ("2>&-", 2), ("<&- >&- 2>&-", 2)])
def test_a_closed_stream_is_no_mistake_of_the_program(tmp_path: Path, closed: str, code: int) -> None:
    ended = _redirected(tmp_path, closed, "inspect", "nothing.vcf")
    assert ended.returncode == code, ended.stderr
    assert "mistake" not in ended.stderr
    assert ("FILE-MISSING" in ended.stderr) is ("2>" not in closed)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_marks_that_an_encoding_lacks_are_written_plainly(tmp_path: Path, encoding: str) -> None:
    command = Command(tmp_path)
    command.environment |= {"PYTHONIOENCODING": encoding}
    for arguments, code in ((("doctor",), None), (("nosuch",), 2), (("outbox", "--help"), 0)):
        ended = subprocess.run(
            command.arguments(*arguments),
            capture_output=True,
            env=command.environment | {"PYTHONPATH": str(REPOSITORY)},
            cwd=command.folder,
            timeout=60,
            check=False,
        )
        shown = ended.stdout.decode(encoding) + ended.stderr.decode(encoding)
        assert code is None or ended.returncode == code, shown  # the doctor's says how this computer is
        assert "mistake" not in shown
        if encoding == "ascii":
            assert not set(_MARKS) & set(shown)
    assert encoding != "utf-8" or "╭" in shown


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has a disk that is always full")  # noqa: PTH110
@pytest.mark.parametrize("redirected", ["> /dev/full", "> /dev/full 2>&1"])
@pytest.mark.parametrize("options", [["--json"], []], ids=["json", "words"])
def test_where_nothing_can_be_shown_the_exit_code_says_it(tmp_path: Path, redirected: str, options: list[str]) -> None:
    """A full disk behind `>`: stderr says why, in words with `--json` too, unless it lies there as well."""
    ended = _redirected(tmp_path, redirected, "audit", "verify", *options)
    assert ended.returncode == 2, ended.stderr
    assert ("[OUTPUT-UNSHOWN]" in ended.stderr) is (redirected == "> /dev/full")
    assert "is removed" not in ended.stderr, "of the work nothing is known here"
    assert "mistake" not in ended.stderr
    assert "Exception" not in ended.stderr

"""What stops a command is said in words of its own before anything is done, and names files as they were typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from client.model.handover import BuildSaid
from client.tasks.errors import DesktopMissingError, DisplayMissingError
from prep.leakscan import _ADVICE
from tests.conftest import REPOSITORY
from tests.support.command import Command
from tests.support.here import Here
from ui.display_here import require_display
from ui.messages import class_title, explain
from ui.terminal.approving import _said_words
from ui.terminal.demo_cohort import DemoCohort
from ui.terminal.main import run
from ui.terminal.screen import Screen, good, heading

_NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)


def _without_display(command: Command) -> dict[str, str]:
    return {name: value for name, value in command.environment.items() if name not in _NO_DISPLAY}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only a Linux may have no display")
def test_the_window_without_a_display_is_wrong_usage_in_our_words(command: Command) -> None:
    command.environment = _without_display(command)
    refused = command.run("--json")
    assert (refused.code, refused.error_code) == (2, "DISPLAY-MISSING")
    assert refused.err == ""
    window = subprocess.run(
        [sys.executable, "-m", "ui.desktop.launch"],
        env=command.environment | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert window.returncode == 2
    assert "DISPLAY-MISSING" in window.stderr
    assert "genoseal --help" in window.stderr
    assert "Traceback" not in window.stderr


def test_missing_qt_libraries_are_named_without_a_traceback(command: Command, tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "PySide6"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("")
    (broken / "QtCore.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')")
    command.environment = _without_display(command) | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": f"{broken.parent}:{REPOSITORY}",
    }
    for arguments in (["-m", "ui.desktop.launch"], ["-m", "ui.terminal.launch"]):
        ended = subprocess.run(
            [sys.executable, *arguments],
            env=command.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (ended.returncode, ended.stdout) == (2, ""), ended.stderr
        assert ended.stderr.count("DESKTOP-MISSING") == 1
        assert "libxcb-cursor0" in ended.stderr
        assert "Traceback" not in ended.stderr


def test_a_display_is_asked_for_on_linux_alone_and_not_where_a_platform_was_chosen() -> None:
    def load(name: str) -> None:
        assert name == "libxcb-cursor.so.0"

    def fail(name: str) -> None:
        raise OSError(name)

    require_display({"DISPLAY": ":0"}, "linux", load)
    require_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux", fail)
    require_display({"QT_QPA_PLATFORM": "offscreen"}, "linux", fail)
    for system in ("win32", "darwin"):
        require_display({}, system, fail)
    with pytest.raises(DisplayMissingError):
        require_display({}, "linux", load)
    with pytest.raises(DesktopMissingError):
        require_display({"DISPLAY": ":0"}, "linux", fail)


def test_an_output_into_a_folder_that_is_not_there_is_wrong_usage(command: Command) -> None:
    nowhere = command.folder / "nowhere" / "file"
    for arguments in (("audit", "export", nowhere), ("doctor", "--bundle", nowhere)):
        refused = command.run(*arguments, "--json")
        assert (refused.code, refused.error_code) == (2, "SEAL-OUTPUT"), arguments
        assert refused.json["error"]["file"] == str(nowhere)
    password = command.folder / "vault-password"
    refused = command.run("keys", "export", nowhere, "--password-file", password, "--json")
    assert (refused.code, refused.error_code) == (2, "SEAL-OUTPUT")


def test_without_a_terminal_a_secret_that_would_be_shown_needs_a_file(command: Command) -> None:
    for given, option in (((), "--key-file"), (("--key-file", "key"), "--recovery-codes")):
        refused = command.run("enrol", *given, "--json")
        assert (refused.code, refused.error_code) == (2, "OUTPUT-NEEDED")
        assert option in refused.json["error"]["next"]
    asked = command.run("enrol", "--key-file", "key", "--recovery-codes", "codes", "--json")
    assert (asked.code, asked.error_code) == (5, "SECRET-NEEDED")
    assert "--code-file" in asked.json["error"]["next"]


def test_a_new_key_without_a_terminal_names_both_ways(command: Command) -> None:
    refused = command.run("keys", "new", "--out", "keys", "--json")
    assert (refused.code, refused.error_code) == (5, "SECRET-NEEDED")
    assert "--password-file or --no-passphrase" in refused.json["error"]["next"]
    assert not (command.folder / "keys").exists()


def test_an_address_is_no_file_and_is_shown_as_it_was_typed(command: Command) -> None:
    refused = command.run("inspect", "https://example.org//cohort.vcf.gz", "--json")
    assert (refused.code, refused.error_code) == (2, "FILE-IS-URL")
    assert refused.json["error"]["file"] == "https://example.org//cohort.vcf.gz"
    missing = command.run("inspect", ".//cohort.vcf.gz", "--json")
    assert (missing.code, missing.error_code) == (2, "FILE-MISSING")
    assert missing.json["error"]["file"] == ".//cohort.vcf.gz"


def test_every_file_of_the_object_is_named_as_it_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(is_json=True, arguments=["seal", ".//a", "--out=b//c", "a"])
    screen.facts |= {"files": [{"file": "a", "output": "a"}], "map": {"file": "b/c"}, "file": "other"}
    screen.finish()
    assert capsys.readouterr().out == (
        '{"schema": 1, "files": [{"file": ".//a", "output": "a"}], "map": {"file": "b//c"}, "file": "other"}\n'
    )


def test_a_list_as_a_whole_has_no_line_in_its_words() -> None:
    from prep.errors import RulesFileError

    for line in (0, 7):
        words = explain(RulesFileError(kind="site-list", line=line))
        assert ("7" in words.what) == (line == 7)
        assert "line 0" not in words.what + words.next


_VCF = (
    "##fileformat=VCFv4.2\n##contig=<ID={chromosome},length={length}>\n"
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n'
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tANNA\tBERIT\tANNA\n"
    "{chromosome}\t16050075\t.\tA\tG\t.\tPASS\t.\tGT\t0|1\t0|0\t1|1\n"
)


def test_a_name_twice_is_one_finding_for_all_files_of_the_job(command: Command) -> None:
    for chromosome, length in (("20", 63025520), ("22", 51304566)):
        text = _VCF.format(chromosome=chromosome, length=length)
        (command.folder / f"{chromosome}.vcf").write_text(text)
    refused = command.run("prepare", "20.vcf", "22.vcf", "--out", "out", "--json")
    assert refused.code == 3
    twice = [finding for finding in refused.json["findings"] if finding["code"] == "VCF-SAMPLES-DUPLICATE"]
    assert [finding["count"] for finding in twice] == [1]


def test_resuming_where_nothing_waits_says_so(command: Command) -> None:
    finished = command.run("resume")
    assert (finished.code, finished.out) == (0, "Nothing waits.\n"), finished.err


def test_what_was_given_up_is_shown_as_withdrawn_and_not_as_sent() -> None:
    from client.model.transfer import FileProgress, FileState, TransferProgress, TransferState
    from ui.terminal.sending import _sent

    file = FileProgress(0, "a", FileState.STORED, sealed_bytes=2000, sent_bytes=1000)
    for state, words in ((TransferState.FAILED, "withdrawn"), (TransferState.PAUSED, "1.0 kB")):
        assert _sent(TransferProgress("0" * 32, state, files=(file,))) == words


def test_a_wrong_fingerprint_is_not_answered_with_the_right_one() -> None:
    from client.institution.errors import ProfileKeyError

    words = explain(ProfileKeyError(fingerprint="ABCD-EFGH-2345-6767"))
    assert "ABCD" not in f"{words.what} {words.meaning} {words.next}"


@pytest.mark.parametrize("arguments", [[], ["keys"], ["keys", "new"], ["prepare"]])
def test_help_stands_among_the_options_without_a_type(command: Command, arguments: list[str]) -> None:
    shown = command.run(*arguments, "--help")
    assert shown.code == 0, shown.err
    assert "Show this message and exit." in shown.out
    assert "bool" not in shown.out.lower()


def test_what_a_variable_without_a_value_leaves_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty `--out` would be the folder that somebody happens to be in."""
    monkeypatch.chdir(tmp_path)
    for arguments in (["prepare", "x.vcf", "--out", ""], ["inspect", ""]):
        assert run(arguments) == 2
        assert "An argument is empty" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_in_a_sentence_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(is_json=False)
    screen.say("out/\x1b]52;c;x\x07.vcf", good("a\x1b[2Jb"), heading("\x9b31m"))
    screen.note("c\u202ed")
    captured = capsys.readouterr()
    assert captured.out.splitlines() == ["out/\\x1b]52;c;x\\x07.vcf", "✓ a\\x1b[2Jb", "\\x9b31m"]
    assert captured.err == "c\\u202ed\n"


def test_wrong_usage_is_said_as_a_sentence(here: Here) -> None:
    refused = here.run("jobs", "--follow")
    assert (refused.code, refused.error_code) == (2, "GS-USAGE")
    assert refused.json["error"]["what"] == "--follow goes with --job."
    empty = here.run("prepare", "", "--out", "x")
    assert empty.json["error"]["what"].startswith("An argument is empty")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (BuildSaid(), ""),
        (BuildSaid(by_header=True), " (the headers say it)"),
        (
            BuildSaid(by_person=True, is_confirmed=True),
            " (whoever prepared the files said it, the headers do not; well-known variants lie where it has them)",
        ),
        (
            BuildSaid(by_header=True, by_person=True, is_doubtful=True),
            " (some headers say it, and of the other files whoever prepared them said it; well-known variants lie "
            "where the other build has them)",
        ),
    ],
)
def test_the_second_person_reads_who_said_the_genome_build(said: BuildSaid, words: str) -> None:
    assert _said_words(said) == words


def test_the_second_person_reads_what_was_taken_away_in_words() -> None:
    assert class_title("birth-date") == "Dates of birth"
    assert class_title("something\x1b[2J") == "something\\x1b[2J"
    assert [name for name in _ADVICE if class_title(name) == name] == []


@pytest.mark.parametrize("arguments", [("map", "--json"), ("keys", "--json"), ("certificate", "--json")])
def test_a_group_without_its_command_says_so_to_scripts_too(here: Here, arguments: tuple[str, ...]) -> None:
    refused = here.run(*arguments, as_json=False)
    assert (refused.code, refused.json["error"]["what"]) == (2, "Missing command.")


def test_dashes_before_the_command_end_nothing_and_behind_it_name_files(here: Here) -> None:
    found = here.run("--", "inspect", "no.vcf", "--json", as_json=False)
    assert (found.code, found.error_code) == (2, "FILE-MISSING")
    named = here.run("inspect", "--", "--json", as_json=False)
    assert (named.code, named.out) == (2, "")
    assert "--json: There is no such file" in named.err


def test_an_output_that_cannot_be_written_is_named(here: Here, cohort: DemoCohort) -> None:
    map_file = str(here.folder / "no-folder" / "m.gmap")
    refused = here.run("prepare", cohort.files[0], "--out", "out", "--map", map_file)
    assert (refused.code, refused.error_code, refused.json["error"]["file"]) == (2, "SEAL-OUTPUT", map_file)
    assert not (here.folder / "out").exists()

"""What a command imports before it works. Counted, never timed: a module that came back is named by the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import tomllib
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest
import typer
from typer._coercion import build_runtime_param, resolve_type_descriptor

from client.model.folders import PrivateFolders
from client.secrets.errors import VaultPassphraseError
from client.secrets.vault import VaultStore
from client.tasks.versions import program_version
from client.tasks.workplace import Workplace
from tests.conftest import REPOSITORY
from ui.terminal import opening, plain_values
from ui.terminal.commands import _ENTRIES, build_app

_CALL = """
import json, sys
from ui.terminal.launch import main
sys.argv = ["genoseal", *sys.argv[1:]]
code = main()
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""
_NO_COMMAND_ON_FILES = {
    "pydantic", "keyring", "importlib.metadata", "importlib_metadata", "email.message", "httpx", "ssl", "http.client",
    "urllib.request", "sqlite3", "asyncio", "multiprocessing.connection", "concurrent.futures.process", "pysam",
    "rich.progress", "client.model.job", "client.network.gate", "client.transfer.runner", "client.jobs.results",
    "socket", "logging.handlers", "plistlib", "client.tasks.doctor", "client.tasks.sealing", "client.tasks.keys",
    "client.tasks.submission_order", "prep.bcf_header", "client.institution.store", "csv",
}  # fmt: skip
_ONLY_WHERE_FILES_ARE_READ = {
    "numpy", "isal", "stdnum", "cryptography", "prep.source", "client.tasks.facts", "client.tasks.workplace",
    "client.audit.log",
}  # fmt: skip
_VCF = (
    "##fileformat=VCFv4.2\n##contig=<ID=20,length=63025520>\n"
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n'
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tPERSONAL-A\tPERSONAL-B\n"
    "20\t60000\t.\tA\tC\t.\tPASS\t.\tGT\t0|1\t1|1\n"
)


def _imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that are there when this command has ended well; the vault's passphrase lies in a file."""
    passphrase = folder / "passphrase"
    passphrase.write_text("a passphrase of this test")
    passphrase.chmod(0o600)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("COVERAGE", "GENOSEAL"))}
    environment |= {
        "PYTHONPATH": str(REPOSITORY),
        "GENOSEAL_HOME": str(folder / "home"),
        "GENOSEAL_VAULT_PASSWORD_FILE": str(passphrase),
    }
    ended = subprocess.run(
        [sys.executable, "-c", _CALL, *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    code, modules = json.loads(ended.stderr.splitlines()[-1])
    assert code == 0, ended.stderr
    return set(modules)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["prepare", "--help"], ["restore", "--help"]])
def test_what_only_talks_imports_nothing_that_works(arguments: list[str], tmp_path: Path) -> None:
    imported = _imported(tmp_path, *arguments)
    assert not sorted(imported & (_NO_COMMAND_ON_FILES | _ONLY_WHERE_FILES_ARE_READ))


def test_a_small_file_is_prepared_without_what_only_other_commands_need(tmp_path: Path) -> None:
    (tmp_path / "cohort.vcf").write_text(_VCF)
    inspected = _imported(tmp_path, "inspect", "cohort.vcf", "--build", "hg19", "--jobs", "2")
    unneeded = _NO_COMMAND_ON_FILES | {"client.tasks.restoration", "prep.restoration", "rich", "typer"}
    assert not sorted(inspected & (unneeded | {"client.tasks.preparation", "prep.report"}))
    prepared = _imported(tmp_path, "prepare", "cohort.vcf", "--out", "out", "--jobs", "2")
    assert not sorted(prepared & unneeded)


def test_a_worker_imports_what_blocks_need() -> None:
    code = "import prep.plans, sys; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    unneeded = {"prep.policy", "prep.preparation", "prep.report", "prep.pseudonyms", "prep.restoration", "tomllib"}
    assert not sorted(set(ended.stdout.split()) & unneeded)


def test_the_version_is_the_one_of_the_project() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as stream:
        assert program_version() == tomllib.load(stream)["project"]["version"]


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    whole = typer.main.get_command(build_app(()))
    listed = typer.main.get_command(build_app((), is_list_enough=True))
    own = {name: cleandoc(command.help).split("\n\n")[0] for name, command in whole.commands.items()}  # type: ignore[attr-defined]
    assert own == {entry.name: entry.summary for entry in _ENTRIES}
    names = {name: type(command) for name, command in listed.commands.items()}  # type: ignore[attr-defined]
    assert list(names.items()) == [(name, type(command)) for name, command in whole.commands.items()]  # type: ignore[attr-defined]


# --- plain values -------------------------------------------------------------------------------------------------


class _Word(StrEnum):
    first = "first"
    second = "second-word"


_ASKED: list[tuple[Any, typer.models.ParameterInfo]] = [
    (str, typer.Option()),
    (Path, typer.Option()),
    (Path, typer.Option(exists=True)),
    (Path, typer.Option(dir_okay=False)),
    (list[Path], typer.Argument()),
    (list[str], typer.Option()),
    (int, typer.Option(min=1, max=64)),
    (int, typer.Option()),
    (float, typer.Option()),
    (bool, typer.Option()),
    (_Word, typer.Option()),
]
_GIVEN = ["", "a", "first", "second-word", "First", "1", "01", "64", "65", "0", "-1", "1.5", "²", "1e3", "9" * 12, ".",
          "pyproject.toml", "pyproject.toml/", "not there", "tests/", "~/x",
          "a\0b", "æ ø", "caf\udce9", "true"]  # fmt: skip


@pytest.mark.parametrize("given", _GIVEN, ids=ascii)
def test_a_plain_value_becomes_what_typer_makes_of_it(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    parameter = typer.core.TyperOption(
        param_decls=["--it"], type_descriptor=resolve_type_descriptor(str, typer.Option())
    )
    taken = 0
    for annotation, asked in _ASKED:
        value = (given, given) if annotation in (list[Path], list[str]) else given
        if plain_values._taken(value, annotation, asked) is plain_values._NOT_PLAIN:
            continue
        taken += 1
        descriptor = resolve_type_descriptor(annotation, asked)
        typers = build_runtime_param(descriptor)._coerce_value(value, parameter, None)  # type: ignore[arg-type]
        ours = plain_values._PlainFirst.of(descriptor)._coerce_value(value, parameter, None)
        assert (ours, type(ours)) == (typers, type(typers)), annotation
    assert taken or not given.isprintable() or "\udce9" in given


def test_a_mistake_has_typers_own_words() -> None:
    app = typer.main.get_command(build_app(("prepare",)))
    with pytest.raises(Exception, match="less than or equal to 64"):
        app(["prepare", "x", "--out", "y", "--jobs", "65"], standalone_mode=False)


# --- the vault, opened beside the imports -------------------------------------------------------------------------


def _workplace(folder: Path, passphrase: str) -> Workplace:
    file = folder / "passphrase"
    file.write_text(passphrase)
    file.chmod(0o600)
    return Workplace(PrivateFolders(folder / "home"), password_file=file)


def test_a_vault_that_was_opened_ahead_is_the_store_and_is_opened_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _workplace(tmp_path, "right") as workplace:
        workplace.open_store_ahead()
        assert workplace._ahead is None, "there is no vault yet, and none is made before it is wanted"
        workplace.secret_store.set("kept", b"here")
    opened: list[Path] = []
    whole = VaultStore.__init__
    monkeypatch.setattr(
        VaultStore, "__init__", lambda store, path, phrase: (opened.append(path), whole(store, path, phrase))[1]
    )
    with _workplace(tmp_path, "right") as workplace:
        workplace.open_store_ahead()
        workplace.open_store_ahead()
        assert workplace.secret_store.get("kept") == b"here"
    assert len(opened) == 1


def test_a_wrong_passphrase_is_told_when_the_store_is_wanted(tmp_path: Path) -> None:
    with _workplace(tmp_path, "right") as workplace:
        workplace.secret_store.set("kept", b"here")
    with _workplace(tmp_path, "wrong") as workplace:
        workplace.open_store_ahead()
        with pytest.raises(VaultPassphraseError):
            workplace.secret_store  # noqa: B018
        with pytest.raises(VaultPassphraseError):
            workplace.secret_store  # noqa: B018


def test_where_no_thread_can_be_started_the_vault_is_opened_when_it_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with _workplace(tmp_path, "right") as workplace:
        workplace.secret_store.set("kept", b"here")
    monkeypatch.setattr(threading.Thread, "start", refuse)
    with _workplace(tmp_path, "right") as workplace:
        workplace.open_store_ahead()
        assert workplace.secret_store.get("kept") == b"here"


def test_a_command_takes_the_workplace_whose_vault_was_begun_before_the_rest_was_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _workplace(tmp_path, "right") as workplace:
        workplace.secret_store.set("kept", b"here")
    monkeypatch.setenv("GENOSEAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GENOSEAL_VAULT_PASSWORD_FILE", str(tmp_path / "passphrase"))
    opening.open_ahead()
    with opening.workplace_here() as workplace, opening.workplace_here() as another:
        assert workplace._ahead is not None
        assert another._ahead is None
        assert workplace.secret_store.get("kept") == b"here"


def test_a_brief_command_makes_memory_ready_for_the_vaults_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENOSEAL_HOME", str(tmp_path / "home"))
    made: list[str] = []
    monkeypatch.setattr("client.tasks.workplace.keep_memory", lambda: made.append("ready"))
    opening.workplace_here(is_brief=False).close()
    assert not made
    opening.workplace_here().close()
    assert made == ["ready"]


def test_the_launcher_begins_before_it_imports_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENOSEAL_HOME", str(tmp_path / "home"))
    (tmp_path / "cohort.vcf").write_text(_VCF)
    code = (
        "import sys; from ui.terminal import launch, opening\n"
        "opening.open_ahead = lambda: print('begun', 'ui.terminal.main' in sys.modules)\n"
        "sys.argv = ['genoseal', 'prepare', sys.argv[1], '--out', 'no/such/folder', '--policy', 'none']\n"
        "launch.main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "cohort.vcf")], cwd=REPOSITORY, capture_output=True, text=True
    )
    assert ended.stdout.splitlines()[0] == "begun False"

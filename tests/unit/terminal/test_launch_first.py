"""OpenSSL is narrowed before anything can make it read another configuration."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

_PROBE = """
import os, sys
import ui.terminal.launch
first = [name for name in ("_hashlib", "_ssl", "_asyncio") if name in sys.modules]
assert not first, first
assert os.environ["OPENSSL_CONF"] == {expected!r}, os.environ["OPENSSL_CONF"]
import ssl
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
suites = [c["name"] for c in context.get_ciphers() if c["protocol"] == "TLSv1.3"]
assert suites == ["TLS_AES_256_GCM_SHA384"], suites
"""
_EXPECTED = str(REPOSITORY / "resources" / "tls" / "openssl.cnf")


def _python(*arguments: str, configuration: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=REPOSITORY,
        env={"OPENSSL_CONF": configuration, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _imports(path: str) -> list[str]:
    found = []
    for statement in ast.parse((REPOSITORY / path).read_text()).body:
        if isinstance(statement, ast.Import):
            found.extend(alias.name for alias in statement.names)
        if isinstance(statement, ast.ImportFrom) and statement.module != "__future__":
            found.append(str(statement.module))
    return found


@pytest.mark.parametrize("face", ["terminal", "desktop"])
def test_a_face_imports_nothing_before_openssl_is_narrowed(face: str) -> None:
    first = [name for name in _imports(f"ui/{face}/launch.py") if name != "ui.terminal.first_stop"]
    assert first[0] == "ui.openssl_first"
    assert set(_imports("ui/terminal/first_stop.py")) == {"_signal", "sys"}
    assert set(_imports("ui/openssl_first.py")) == {"os", "sys"}
    assert _imports("ui/__init__.py") == _imports(f"ui/{face}/__init__.py") == []


def test_launching_overrides_an_inherited_openssl_configuration_before_openssl_reads_it() -> None:
    finished = _python("-c", _PROBE.format(expected=_EXPECTED), configuration="/dev/null")
    assert finished.returncode == 0, finished.stderr


def test_a_process_whose_openssl_was_read_too_early_starts_itself_anew() -> None:
    # What a .pth file of the environment may do before the launcher's first line.
    code = (
        "import os, hashlib, ssl, sys\n"
        "import ui.terminal.launch as launch\n"
        "sys.argv = ['genoseal', '--version']\n"
        "print('round', ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).get_ciphers()[0]['name'], flush=True)\n"
        "sys.exit(launch.main())\n"
    )
    finished = _python("-c", code, configuration="/dev/null")
    rounds = [line for line in finished.stdout.splitlines() if line.startswith("round")]
    assert finished.returncode == 0, finished.stderr
    assert len(rounds) == 2
    assert rounds[-1] == "round TLS_AES_256_GCM_SHA384"


def test_no_command_line_module_needs_qt() -> None:
    finished = _python(
        "-c",
        "import sys, ui.terminal.commands as c; c.build_app(());"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken'))]",
        configuration=_EXPECTED,
    )
    assert finished.returncode == 0, finished.stderr


def test_helper_processes_import_nothing_from_the_folder_of_the_data(tmp_path: Path) -> None:
    start = tmp_path / "bin" / "start.py"
    start.parent.mkdir()
    start.write_text(
        "import sys\nfrom ui.terminal.launch import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
    )
    data = tmp_path / "data"
    data.mkdir()
    for name in ("multiprocessing", "prep", "signal"):
        (data / f"{name}.py").write_text(f"open({str(tmp_path / 'was-run')!r}, 'w').close()\n")
    with (data / "cohort.vcf").open("wb") as large:
        large.truncate(26_000_000)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONSAFEPATH"}
    environment |= {"PYTHONPATH": str(REPOSITORY), "GENOSEAL_HOME": str(tmp_path / "home")}
    command = [sys.executable, str(start), "inspect", "cohort.vcf"]
    ended = subprocess.run(command, cwd=data, env=environment, capture_output=True, check=False)
    assert ended.returncode == 3, ended.stderr
    assert not (tmp_path / "was-run").exists()


_DEEPER_AND_DEEPER = """
import resource, sys
import ui.terminal.launch, ui.terminal.main

def nothing():
    pass

def faults_of_calls():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(300):
        nothing()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

def deeper(left):
    return max(faults_of_calls(), deeper(left - 1)) if left else 0

ui.terminal.main.run = lambda arguments: deeper(400)
start = ui.terminal.launch._run if sys.argv[1] == "launched" else ui.terminal.main.run.__class__(
    ui.terminal.launch._run.__code__.replace(co_stacksize=20), vars(ui.terminal.launch))
sys.argv[1:] = []
print(start())
"""


def test_no_call_of_a_command_maps_memory_for_its_frame() -> None:
    most = {}
    for how in ("launched", "as Python does"):
        finished = _python("-c", _DEEPER_AND_DEEPER, how, configuration=_EXPECTED)
        assert finished.returncode == 0, finished.stderr
        most[how] = int(finished.stdout)
    assert most["launched"] < 100 < most["as Python does"]

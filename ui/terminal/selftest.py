"""`genoseal --selftest` and `genoseal verify-install`: is this installation complete and able to do its work?

The self-test runs on a made-up cohort in a folder that goes with it: it opens no vault, asks nothing, remembers nothing
and speaks to nobody but a practice service of its own on loopback.
"""

from __future__ import annotations

import importlib
import os
import ssl
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import typer

from client.model.errors import ClientError
from client.tasks import keys as key_tasks
from client.tasks import sealing as sealing_tasks
from client.tasks.doctor import run_checks
from client.tasks.facts import PrepareChoices
from client.tasks.inspection import inspect_files
from client.tasks.installation import InstallCheck, ManifestState, check_installation, program_folder
from client.tasks.places import passing_folder
from client.tasks.preparation import prepare_files
from client.tasks.workplace import Workplace, open_workplace
from ui.messages import Explanation
from ui.terminal.demo_cohort import write_demo_cohort
from ui.terminal.options import Json, path_option, screen_of
from ui.terminal.screen import Screen, counted, good

LIBRARIES = (
    "cryptography",
    "httpx",
    "isal.igzip_lib",
    "isal.isal_zlib",
    "keyring",
    "numpy",
    "pyotp",
    "segno",
    "stdnum.no.fodselsnummer",
)
_POSIX_LIBRARIES = ("pysam",)
_ALLOWED_SUITES = {"TLS_AES_256_GCM_SHA384"}
_WINDOW_TIMEOUT_S = 60
_EXIT_FAILED = 1
_EXIT_CHANGED = 3
_EXIT_SIGNATURE = 7
_NO_LIST = Explanation(
    "INSTALL-NO-LIST",
    "There is no signed list of files here: this is not an installed build of Genoseal.",
    "Nothing was compared.",
    "Name the folder of an installation with --folder.",
)
_REFUSED = Explanation(
    "INSTALL-SIGNATURE",
    "The list of files is not signed by this key.",
    "Whoever wrote the list is not the builder that the key belongs to.",
    "Do not use this installation; install it anew and tell your IT department.",
)
_CHANGED = Explanation(
    "INSTALL-CHANGED",
    "These files are not as they were built.",
    "Somebody or something has changed the program.",
    "Install Genoseal anew and tell your IT department.",
)


class SelftestFailure(Exception):
    """A part of the installation does not do what it must; the text is for the screen."""


def selftest(screen: Screen) -> int:
    """Run every part and say what happened; returns the exit code."""
    steps: list[dict[str, object]] = []
    screen.facts |= {"steps": steps, "ok": False}
    with (
        passing_folder("selftest") as folder,
        open_workplace(folder / "home", allow_memory=True, use_keyring=False) as workplace,
    ):
        for name, step in _steps(workplace, folder).items():
            steps.append(_run(screen, name, step))
    is_ok = all(step["ok"] for step in steps)
    screen.facts["ok"] = is_ok
    return 0 if is_ok else _EXIT_FAILED


def _steps(workplace: Workplace, folder: Path) -> dict[str, Callable[[], str]]:
    return {
        "imports": _imports,
        "tls": _tls,
        "prepare": lambda: _prepare(workplace, folder),
        "seal": lambda: _seal(workplace, folder),
        "workers": _workers,
        "practice": lambda: _practice(folder),
        "window": _window,
        "keyring": lambda: _keyring(workplace),
    }


def _run(screen: Screen, name: str, step: Callable[[], str]) -> dict[str, object]:
    started = time.monotonic()
    try:
        detail, is_ok = step(), True
    except SelftestFailure as failure:
        detail, is_ok = str(failure), False
    except ClientError as error:
        detail, is_ok = error.code, False
    except Exception as error:  # noqa: BLE001 - whatever is missing in an installation, the other parts are tried too
        detail, is_ok = type(error).__name__, False
    seconds = round(time.monotonic() - started, 2)
    line = f"{name:9} {detail} ({seconds} s)"
    screen.say(good(line) if is_ok else f"✗ {line}")
    return {"name": name, "ok": is_ok, "seconds": seconds, "detail": detail}


def _imports() -> str:
    names = LIBRARIES + (_POSIX_LIBRARIES if os.name == "posix" else ())
    missing = [name for name in names if not _can_import(name)]
    if missing:
        raise SelftestFailure(f"cannot be loaded: {', '.join(missing)}")
    return f"{counted(len(names), 'library', 'libraries')} loaded"


def _can_import(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def _tls() -> str:
    """OpenSSL has read our configuration and nobody else's."""
    context = ssl.create_default_context()
    offered = {suite["name"] for suite in context.get_ciphers() if suite["protocol"] == "TLSv1.3"}
    if offered != _ALLOWED_SUITES:
        raise SelftestFailure("OpenSSL was set up by something else than Genoseal's own configuration")
    return ", ".join(sorted(offered))


def _prepare(workplace: Workplace, folder: Path) -> str:
    (folder / "cohort").mkdir()
    cohort = write_demo_cohort(folder / "cohort", samples=8, sites=60)
    choices = PrepareChoices(map_file=folder / "selftest.gmap")
    if not inspect_files(workplace, cohort.files, choices).files:
        raise SelftestFailure("nothing was inspected")
    prepared = prepare_files(workplace, cohort.files, folder / "prepared", choices)
    return f"{counted(len(prepared.files), 'file')} prepared, recheck {prepared.recheck}"


def _seal(workplace: Workplace, folder: Path) -> str:
    plain = next(iter(sorted((folder / "prepared").glob("*.vcf.gz"))))
    sealed, opened = folder / "selftest.gseal", folder / "opened.vcf.gz"
    key_tasks.new_keys(workplace, folder / "keys")
    facts = sealing_tasks.seal(workplace, plain, [folder / "keys" / "public.pem"], sealed)
    sealing_tasks.open_sealed(workplace, sealed, folder / "keys" / "private.pem", opened)
    if opened.read_bytes() != plain.read_bytes():
        raise SelftestFailure("a file was not the same after sealing and opening")
    return f"{facts.bytes} bytes sealed and opened"


def _workers() -> str:
    """Processes of our own start and answer; in a frozen program that needs its own entry."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        pid = pool.submit(os.getpid).result(timeout=_WINDOW_TIMEOUT_S)
    if pid == os.getpid():
        raise SelftestFailure("work is not done in a process of its own")
    return "a worker process answered"


def _practice(folder: Path) -> str:
    from practice.server import PracticeService

    with PracticeService(folder / "service") as service:
        return f"answered on loopback as {service.user}"


def _window() -> str:
    """The window paints itself, offscreen and in a process of its own: the terminal never imports Qt."""
    done = subprocess.run(
        [*desktop_command(), "--selftest"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=_WINDOW_TIMEOUT_S,
        check=False,
    )
    if done.returncode != 0:
        raise SelftestFailure(f"the window could not be painted (exit {done.returncode})")
    return done.stdout.decode("utf-8", "replace").strip()


def desktop_command() -> list[str]:
    """What starts the window's process."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name(f"genoseal-desktop{program.suffix}"))]
    return [sys.executable, "-m", "ui.desktop.launch"]


def _keyring(workplace: Workplace) -> str:
    """Any state is right here; that it can be asked for is what an installation must be able to do."""
    (check,) = [check for check in run_checks(workplace, {}) if check.name == "keyring"]
    return str(check.facts.get("keyring_state", "asked"))


def verify_install(
    context: typer.Context,
    public_key: Annotated[
        Path | None,
        path_option("--public-key", metavar="FILE", help="The builder's minisign key: also verify the signature."),
    ] = None,
    folder: Annotated[
        Path | None, path_option("--folder", metavar="DIR", help="Another installation than the one that runs.")
    ] = None,
    json_output: Json = False,
) -> None:
    """Compare the installed files with the list that was signed when they were built.

    Exit 0: all as built. 2: no list here. 3: files differ, they are listed. 7: the list's signature was refused.
    """
    screen = screen_of(context)
    check = check_installation(folder or program_folder(), public_key)
    raise typer.Exit(_show_check(screen, check))


def _show_check(screen: Screen, check: InstallCheck) -> int:
    screen.facts |= {
        "manifest": check.manifest.value,
        "files": check.files,
        "changed": list(check.changed),
        "missing": list(check.missing),
        "added": list(check.added),
        "ok": check.is_whole,
    }
    if check.manifest is ManifestState.MISSING:
        screen.problem(_NO_LIST)
        return 2
    if check.manifest is ManifestState.REFUSED:
        screen.problem(_REFUSED)
        return _EXIT_SIGNATURE
    for word, names in (("changed", check.changed), ("missing", check.missing), ("added", check.added)):
        screen.say(*(f"✗ {word:8} {name}" for name in names))
    if not check.is_whole:
        screen.problem(_CHANGED)
        return _EXIT_CHANGED
    screen.say(good(f"{counted(check.files, 'file')} as built, signature {check.manifest.value}."))
    if check.manifest is ManifestState.NOT_CHECKED:
        screen.say("Give --public-key to verify the signature as well.")
    return 0

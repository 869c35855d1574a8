"""A whole submission, killed once in its middle, its results and its deletion: nothing private lies anywhere in clear.

The words are planted: names and header lines in the files, the folder they lie in, the job's name, every secret of the
account. Then everything that client and service wrote is searched, and what the system shows of the processes.
"""

from __future__ import annotations

import base64
import gzip
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from client.account.session_store import SessionStore
from client.model.folders import PrivateFolders
from client.model.transfer import TransferProgress
from client.tasks.outbox import transfers
from client.tasks.workplace import Workplace
from tests.conftest import REPOSITORY
from tests.support.command import VAULT_PASSWORD, Command
from tests.support.enrolled import Enrolled, enrol, running_practice
from tests.support.leak_sweep import Needles, ProcessWatch
from ui.terminal.demo_cohort import DemoCohort, write_demo_cohort

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="reads /proc")

FOLDER = "Akutmodtagelse_Skejby_2026"
JOB_NAME = "Hansen-familien i Skejby"
CONSENT = ("--consent", "H-21017733", "--accept-statement", "2026-1")
SLOW = "schema = 1\nrate_limit_bytes_per_s = 6000\nparallel_files = 2\n"
"""A body goes out by a quarter of a second's bytes: it is killed while it waits for the next."""
SHARED_MEMORY = Path("/dev/shm")


@dataclass
class Scene:
    """A signed-in client whose every place of opportunity lies under `folder`."""

    folder: Path
    client: Enrolled
    cohort: DemoCohort
    shared_before: frozenset[str]
    secrets: dict[str, str]

    @property
    def command(self) -> Command:
        return self.client.command

    @property
    def service(self) -> Path:
        return self.folder / "service"

    def workplace(self) -> Workplace:
        password_file = Path(self.command.environment["GENOSEAL_VAULT_PASSWORD_FILE"])
        return Workplace(PrivateFolders(self.command.home), password_file=password_file, use_keyring=False)

    def note_tokens(self) -> None:
        """Remember the tokens and upload ids of this moment; they change under way."""
        with self.workplace() as workplace:
            session = SessionStore(workplace.secret_store, self.client.facts["url"].rstrip("/")).load()
        if session is not None:
            self.secrets[f"refresh token {len(self.secrets)}"] = session.refresh_token
            self.secrets[f"access token {len(self.secrets)}"] = session.access_token or session.refresh_token
        for upload in self.upload_ids():
            self.secrets[f"upload {upload[:4]}"] = upload

    def upload_ids(self) -> list[str]:
        (file,) = self.service.rglob("*.sqlite3")
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            return [row[0] for row in database.execute("SELECT id FROM uploads")]

    def identities(self) -> list[tuple[str, str]]:
        planted = [(f"planted word {number}", word) for number, word in enumerate(self.cohort.secrets)]
        return [*planted, ("the user's folder", FOLDER), ("the job's name", JOB_NAME)]

    def needles(self) -> Needles:
        return Needles([*self.identities(), *self.secrets.items()])

    def require_clean_client(self) -> None:
        needles = self.needles()
        for place in ("home", "tmp", "user"):
            assert needles.found_under(self.folder / place) == set()
        found = set()
        for path in SHARED_MEMORY.iterdir():
            if path.is_file() and path.name not in self.shared_before:
                found |= needles.found_in(path.name.encode() + path.read_bytes())
        assert found == set()

    def require_clean_service(self) -> None:
        """The service knows upload ids, and the user's first password and invitation lie beside it for the user."""
        kept = {label: word for label, word in self.secrets.items() if not label.startswith("upload")}
        needles = Needles([*self.identities(), *kept.items(), ("the consent's reference", CONSENT[1])])
        for_the_user = [Path(self.client.facts[name]) for name in ("password_file", "invitation_file")]
        assert needles.found_under(self.service, for_the_user) == set()

    def started(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command.arguments(*arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.command.environment | {"PYTHONPATH": str(REPOSITORY)},
            cwd=self.folder,
        )


@contextmanager
def scene_in(folder: Path) -> Iterator[Scene]:
    for name in ("tmp", "user", FOLDER):
        (folder / name).mkdir()
    command = Command(folder)
    command.environment |= {"TMPDIR": str(folder / "tmp"), "HOME": str(folder / "user")}
    for name in [name for name in command.environment if name.startswith("XDG_")]:
        del command.environment[name]
    shared = frozenset(path.name for path in SHARED_MEMORY.iterdir()) if SHARED_MEMORY.is_dir() else frozenset()
    cohort = write_demo_cohort(folder / FOLDER, samples=30, sites=8000, seed=71_193)
    with running_practice(command, folder / "service") as facts:
        client = enrol(command, facts)
        secrets = {
            "password": Path(facts["password_file"]).read_text().strip(),
            "invitation": Path(facts["invitation_file"]).read_text().strip(),
            "vault passphrase": VAULT_PASSWORD,
            "second factor": client.phone.totp.secret,
            **{f"recovery code {number}": code for number, code in enumerate(client.recovery_codes)},
            **{f"bare recovery code {n}": code.replace("-", "") for n, code in enumerate(client.recovery_codes)},
        }
        yield Scene(folder, client, cohort, shared, secrets)


def _watch_until_uploading(scene: Scene, process: subprocess.Popen[bytes]) -> ProcessWatch:
    """Look at the processes all the time until the service has room for a body, which then takes its twenty seconds."""
    watch = ProcessWatch(process.pid)
    deadline = time.monotonic() + 90
    while not scene.upload_ids():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        watch.look()
        time.sleep(0.05)
    scene.note_tokens()
    assert watch.open_files(scene.needles(), [scene.folder / FOLDER, scene.service, REPOSITORY]) == set()
    scene.require_clean_client()
    watch.look()
    return watch


def _transfers(scene: Scene) -> tuple[TransferProgress, ...]:
    with scene.workplace() as workplace:
        return transfers(workplace)


def _require_clean_processes(scene: Scene, watch: ProcessWatch) -> None:
    needles = scene.needles()
    workers = watch.seen - {watch.root}
    assert len(workers) >= 2
    for pid in watch.seen:
        assert needles.found_in(watch.environments[pid]) == set()
        # What the user typed is the user's: the command itself shows it, and nobody else.
        assert pid == watch.root or needles.found_in(watch.command_lines[pid]) == set()


def _run(scene: Scene, *arguments: str | Path) -> dict[str, Any]:
    finished = scene.client.run(*arguments, "--json")
    assert finished.code == 0, finished.out + finished.err
    scene.note_tokens()
    return finished.json


def test_from_send_to_deletion_nothing_private_lies_in_clear(tmp_path: Path) -> None:
    with scene_in(tmp_path) as scene:
        settings = scene.command.home / "settings.toml"
        settings.write_text(SLOW)
        scene.note_tokens()
        process = scene.started("send", *scene.cohort.files, *CONSENT, "--name", JOB_NAME, "--json")
        try:
            watch = _watch_until_uploading(scene, process)
            (transfer,) = _transfers(scene)
            assert not transfer.state.is_finished
        finally:
            process.send_signal(signal.SIGKILL)
            process.communicate(timeout=60)
        _require_clean_processes(scene, watch)
        deadline = time.monotonic() + 10
        while any(Path(f"/proc/{pid}").exists() for pid in watch.seen):
            assert time.monotonic() < deadline, "a worker outlived its parent"
            time.sleep(0.05)
        scene.require_clean_client()
        scene.require_clean_service()

        settings.unlink()
        _run(scene, "resume")
        job = _run(scene, "jobs")["jobs"][0]["job"]
        _run(scene, "jobs", "--job", job, "--follow")
        _run(scene, "results", job, "--out", tmp_path / "results")
        restored = [gzip.decompress(path.read_bytes()).decode() for path in (tmp_path / "results").glob("*.vcf.gz")]
        assert restored
        assert all(name in text for text in restored for name in scene.cohort.sample_ids)
        _run(scene, "delete", job, "--yes")
        _run(scene, "audit", "export", tmp_path / "home" / "activity.csv")
        scene.client.run("doctor", "--bundle", tmp_path / "home" / "bundle.txt", "--json")
        _run(scene, "sign-out")
        scene.require_clean_client()
        scene.require_clean_service()
        assert {label.split()[0] for label in scene.secrets} >= {"refresh", "access", "upload", "recovery", "second"}
        searched = {path.name for path in (tmp_path / "home").rglob("*")}
        assert searched >= {"ledger.sqlite3", "audit.log", "logs", "maps", "receipts", "certificates", "vault"}
    # The service has ended and tidied up; what it leaves is searched once more.
    scene.require_clean_service()


CRASH = """
import sys
import ui.terminal.launch as launch
import client.tasks.inspection, client.tasks.logs
from ui.terminal import files_room
def crash(*arguments, **keywords):
    import logging
    word = open(sys.argv[-1], "rb").name
    try:
        raise KeyError(word)
    except KeyError as error:
        logging.getLogger("client.tasks").exception("inspection failed")
        raise ValueError(f"could not read {word} of {PLANTED!r}") from error
for module in (client.tasks.inspection, files_room):
    for name in [name for name in vars(module) if name.startswith("inspect_")]:
        setattr(module, name, crash)
sys.exit(launch.main())
"""


def test_a_crash_leaves_class_and_place_and_no_word_of_the_users(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    command = Command(tmp_path)
    cohort = write_demo_cohort(tmp_path / FOLDER, samples=8, sites=20, seed=71_193)
    finished = subprocess.run(
        [sys.executable, "-c", f"PLANTED = {cohort.sample_ids[0]!r}\n{CRASH}", "inspect", cohort.files[0]],
        env=command.environment | {"PYTHONPATH": str(REPOSITORY), "OPENSSL_CONF": _our_configuration()},
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 1, finished.stderr
    assert b"ValueError" in finished.stderr
    needles = Needles(
        [*((f"planted word {n}", word) for n, word in enumerate(cohort.secrets)), ("the user's folder", FOLDER)]
    )
    assert needles.found_in(finished.stdout + finished.stderr) == set()
    assert needles.found_under(command.home) == set()
    logs = b"".join(path.read_bytes() for path in (command.home / "logs").iterdir())
    assert b"ValueError" in logs


def _our_configuration() -> str:
    return str(REPOSITORY / "resources" / "tls" / "openssl.cnf")


def test_the_search_finds_what_lies_hidden(tmp_path: Path) -> None:
    word = "Anders_Jespersen_1940"
    needles = Needles([("name", word)])
    database = tmp_path / "ledger.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE rows (text TEXT)")
        connection.execute("INSERT INTO rows VALUES (?)", (word,))
        connection.commit()
        connection.execute("DELETE FROM rows")
        connection.commit()
    (tmp_path / "packed.gz").write_bytes(gzip.compress(f"x{word}x".encode()))
    (tmp_path / "wide").write_bytes(f"x{word}".encode("utf-16-le"))
    for shift in range(3):
        (tmp_path / f"base64-{shift}").write_bytes(base64.b64encode(b"y" * shift + word.encode() + b"zz"))
    (tmp_path / "clean").write_bytes(os.urandom(1_000_000))
    hiding = {name for name, _ in needles.found_under(tmp_path)}
    assert hiding == {"ledger.sqlite3", "packed.gz", "wide", "base64-0", "base64-1", "base64-2"}

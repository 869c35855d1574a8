"""Starts and stops a practice service: `PracticeService` in threads of its own, `serve` in the foreground."""

from __future__ import annotations

import logging
import logging.handlers
import os
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

import uvicorn

from client.model.clock import Clock, format_time, system_clock
from client.seal.file_formats import CRYPT4GH
from client.seal.keys import Kem
from practice.accounts import FirstCredentials, create_user
from practice.app import PracticeApp
from practice.certificates import ServerIdentity, load_server_identity
from practice.core import DataFolders, PracticeCore
from practice.database import Database
from practice.errors import PracticeAddressError, PracticeFolderError, PracticePortError, PracticeStartTimeoutError
from practice.faults import Faults
from practice.folder_lock import FolderLock
from practice.handover import write_handover
from practice.private_file import make_private_folder, read_text, write_private_file
from practice.profile import PublishedProfile
from practice.settings import PracticeSettings
from practice.signing import load_service_keys
from practice.worker import JobWorker

_LOOPBACK = "127.0.0.1"
_LOOPBACK_NAMES = (_LOOPBACK, "localhost")
_START_TIMEOUT_S = 10.0
_HANDLER_THREADS = 4
_LOG_BYTES = 1_000_000
_LOG_FILES = 4


@dataclass(frozen=True)
class PracticeFacts:
    """What a client needs to begin: where the service is, whose profile it is, and how to get in."""

    url: str
    profile_path: Path
    signature_path: Path
    key_fingerprint: str
    user: str
    password_file: Path = field(repr=False)
    invitation_file: Path = field(repr=False)

    def to_json(self) -> dict[str, str]:
        """The members of the ready line of `genoseal practice --json`."""
        return {
            "url": self.url,
            "profile": str(self.profile_path),
            "key_fingerprint": self.key_fingerprint,
            "user": self.user,
            "password_file": str(self.password_file),
            "invitation_file": str(self.invitation_file),
        }


class PracticeService:
    """A whole receiving service on loopback. A context manager, or `start` and `stop`.

    Everything it makes lies under `data_dir`, and a later service there goes on with the same keys, users and jobs.
    With `port=0` it takes the port it had before, or a free one. Raises the errors of practice/errors.py at start.
    """

    def __init__(
        self,
        data_dir: Path,
        port: int = 0,
        *,
        host: str = _LOOPBACK,
        clock: Clock = system_clock,
        settings: PracticeSettings | None = None,
    ) -> None:
        if host not in _LOOPBACK_NAMES:
            raise PracticeAddressError
        self._folders = DataFolders(data_dir)
        self._port = port
        self._clock = clock
        self._settings = settings or PracticeSettings()
        self._running: _Running | None = None
        self.faults = Faults()
        """For tests and training; empty unless something is put into it."""

    def __enter__(self) -> PracticeService:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> PracticeFacts:
        """Make what is missing, listen, and return once requests are answered."""
        if self._running is None:
            self._running = _Running(self._folders, self._port, self._clock, self._settings, self.faults)
        return self._running.facts

    def stop(self) -> None:
        """Answer what is being answered, end all threads, close the database. Does nothing when not running."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()

    @property
    def facts(self) -> PracticeFacts:
        return self._require_running().facts

    @property
    def url(self) -> str:
        return self.facts.url

    @property
    def profile_path(self) -> Path:
        return self.facts.profile_path

    @property
    def signature_path(self) -> Path:
        return self.facts.signature_path

    @property
    def key_fingerprint(self) -> str:
        return self.facts.key_fingerprint

    @property
    def user(self) -> str:
        return self.facts.user

    @property
    def password_file(self) -> Path:
        return self.facts.password_file

    @property
    def invitation_file(self) -> Path:
        return self.facts.invitation_file

    def add_user(self, username: str) -> FirstCredentials:
        """Another account, as the operator's helpdesk would make it."""
        return create_user(self._require_running().core, username)

    def set_notice(self, level: str, text: str, until: datetime | None = None) -> None:
        """Show a notice to all clients (`info` or `warn`) until its time; an empty text takes all notices back."""
        if level not in ("info", "warn"):
            raise ValueError("a notice is info or warn")
        with self._require_running().core.database.transaction() as transaction:
            if not text:
                transaction.execute("DELETE FROM notices")
                return
            transaction.execute(
                "INSERT INTO notices (level, text, until) VALUES (?, ?, ?)",
                (level, text, format_time(until) if until else None),
            )

    def _require_running(self) -> _Running:
        if self._running is None:
            raise RuntimeError("the practice service is not running")
        return self._running


def serve(
    data_dir: Path,
    port: int = 0,
    *,
    on_ready: Callable[[PracticeFacts], None],
    settings: PracticeSettings | None = None,
    stop: threading.Event | None = None,
) -> None:
    """Run in the foreground until SIGINT, SIGTERM or `stop`; `on_ready` is called once when requests are answered."""
    stopping = stop or threading.Event()
    on_main_thread = threading.current_thread() is threading.main_thread()
    signals = (signal.SIGINT, signal.SIGTERM) if on_main_thread else ()
    before = [(number, signal.signal(number, lambda *_: stopping.set())) for number in signals]
    try:
        with PracticeService(data_dir, port, settings=settings) as service:
            on_ready(service.facts)
            # In slices: on Windows a wait without end does not notice Ctrl+C.
            while not stopping.wait(0.5):
                pass
    finally:
        for number, handler in before:
            signal.signal(number, handler)


class _Server(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answers = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.answers.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # A client that keeps a connection open for later would hold the end up for the whole grace: TLS waits for
        # its goodbye. What is being answered still gets the grace.
        for connection in list(self.server_state.connections):
            cycle = getattr(connection, "cycle", None)
            transport = getattr(connection, "transport", None)
            if transport is not None and (cycle is None or cycle.response_complete):
                transport.abort()
        await super().shutdown(sockets)


class _Running:
    """One life of the service, from a bound port to the last thread's end."""

    def __init__(
        self, folders: DataFolders, port: int, clock: Clock, settings: PracticeSettings, faults: Faults
    ) -> None:
        for folder in (folders.home, folders.uploads, folders.results, folders.keys, folders.logs):
            make_private_folder(folder)
        with ExitStack() as undo:
            lock = FolderLock(folders.home / "in-use.lock")
            undo.callback(lock.release)
            identity = load_server_identity(folders.keys, clock)
            kem = Kem.X25519 if settings.container == CRYPT4GH else Kem.X_WING
            keys = load_service_keys(folders.keys, clock, kem)
            database = Database(folders.database)
            undo.callback(database.close)
            listener = _bind(folders.home / "port", port)
            undo.callback(listener.close)
            origin = f"https://{_LOOPBACK}:{listener.getsockname()[1]}"
            self.core = PracticeCore(settings, clock, folders, database, keys, origin)
            undo.callback(_open_log(self.core).close)
            self.profile = profile = PublishedProfile(folders.home, settings, keys, clock)
            profile.publish(origin, identity)
            write_handover(folders.home, identity, keys)
            password_file, invitation_file = _require_first_user(self.core)
            self.facts = PracticeFacts(
                origin,
                profile.profile_path,
                profile.signature_path,
                profile.key_fingerprint,
                settings.username,
                password_file,
                invitation_file,
            )
            executor = ThreadPoolExecutor(_HANDLER_THREADS, thread_name_prefix="practice-call")
            undo.callback(executor.shutdown)
            app = PracticeApp(self.core, profile, executor, faults).build()
            self._server = _Server(_config(app, identity))
            # Undone in reverse order: first the threads that use the database, then the database, the lock last.
            self._undo = undo.pop_all()
        self._worker = JobWorker(self.core)
        self._worker.start()
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="practice-server", daemon=True
        )
        self._thread.start()
        if not self._server.answers.wait(_START_TIMEOUT_S):
            self.stop()
            raise PracticeStartTimeoutError

    def stop(self) -> None:
        self.core.stopping.set()
        self._server.should_exit = True
        self._worker.stop()
        self._thread.join()
        self._undo.close()


def _config(app: object, identity: ServerIdentity) -> uvicorn.Config:
    config = uvicorn.Config(
        app,  # type: ignore[arg-type] # Starlette's and uvicorn's names for the same ASGI types differ
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        # uvicorn's own messages hold addresses and, for a bug, a traceback with values: ours are in practice.log.
        log_level=logging.CRITICAL + 1,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
        ssl_certfile=identity.certificate_path,
        ssl_keyfile=identity.key_path,
    )
    config.load()
    context = config.ssl
    if context is None:
        raise RuntimeError("uvicorn was given a certificate and made no TLS context")
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    # OpenSSL's own order begins with TLS_AES_256_GCM_SHA384; the server's order wins over the client's.
    context.options |= ssl.OP_CIPHER_SERVER_PREFERENCE
    # Every connection is a full handshake: no tickets, no resumption.
    context.num_tickets = 0
    return config


def _bind(port_file: Path, port: int) -> socket.socket:
    """Listen on loopback. Raises PracticePortError for a wanted port that cannot be had."""
    candidates = [port]
    if port == 0 and port_file.exists():
        text = read_text(port_file).strip()
        if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
            candidates = [int(text), 0]
    for candidate in candidates:
        # With the protocol named, asyncio sets TCP_NODELAY on what is accepted: without it each answer waits 40 ms.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if sys.platform == "win32":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((_LOOPBACK, candidate))
            listener.listen(128)
        except (OSError, OverflowError):
            listener.close()
            continue
        write_private_file(port_file, f"{listener.getsockname()[1]}\n")
        return listener
    raise PracticePortError(port=port)


class _PrivateLogFile(logging.handlers.RotatingFileHandler):
    """Rotating files that only their owner reads, whatever the umask says."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")


def _open_log(core: PracticeCore) -> logging.Handler:
    try:
        handler = _PrivateLogFile(
            core.folders.logs / "practice.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
        )
    except OSError as error:
        raise PracticeFolderError from error
    formatter = logging.Formatter("%(asctime)sZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = lambda _seconds: core.clock().timetuple()
    handler.setFormatter(formatter)
    core.logger.setLevel(logging.INFO)
    core.logger.addHandler(handler)
    return handler


def _require_first_user(core: PracticeCore) -> tuple[Path, Path]:
    """The account that `genoseal practice` prints; its two secrets lie in two files (0600)."""
    password_file, invitation_file = core.folders.home / "first-password", core.folders.home / "invitation-code"
    with core.database.transaction() as transaction:
        exists = transaction.execute("SELECT 1 FROM users LIMIT 1").fetchone() is not None
    if not exists:
        credentials = create_user(core, core.settings.username)
        write_private_file(password_file, f"{credentials.password}\n")
        write_private_file(invitation_file, f"{credentials.invitation_code}\n")
    return password_file, invitation_file

"""What a face builds once: the private folder and everything that is opened from it, each at its first use.

Opening a workplace touches nothing. The secret store is opened when something has to be remembered or read, so that
`inspect`, `seal` and `open` work where no keyring answers; what must remember something asks for `secret_store` first
and so fails before it begins.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from client.model.clock import Clock, system_clock
from client.model.errors import ClientError, Fact, SignInError
from client.model.folders import PrivateFolders
from client.secrets.hardening import harden_process
from client.secrets.open_store import open_secret_store, opens_by_file
from client.secrets.store import SecretStore, load_vault_key
from client.tasks.logs import start_logging
from client.tasks.places import make_output_folder
from prep.memory import keep_memory

if TYPE_CHECKING:
    from concurrent.futures import Future

    from client.audit.log import ActivityLog

_log = logging.getLogger(__name__)

HOME_VARIABLE = "GENOSEAL_HOME"

AskPassphrase = Callable[[bool], bytes]
"""Asks for the vault's passphrase; True: a new vault is being made, so ask twice."""


class Workplace:
    """One person's Genoseal on one computer. Use it on one thread at a time, or open one per thread."""

    def __init__(
        self,
        folders: PrivateFolders,
        *,
        ask_passphrase: AskPassphrase | None = None,
        password_file: Path | None = None,
        allow_memory: bool = False,
        use_keyring: bool = True,
        clock: Clock = system_clock,
    ) -> None:
        self.folders = folders
        self.clock = clock
        self._ask_passphrase = ask_passphrase
        self._password_file = password_file
        self._allow_memory = allow_memory
        self._use_keyring = use_keyring
        self._ahead: Future[SecretStore] | None = None

    @cached_property
    def secret_store(self) -> SecretStore:
        """Keyring, vault or memory. Raises the errors of `client.secrets`: nothing can be remembered then."""
        make_private(self.folders.home)
        if not self.folders.logs.is_dir():
            start_logging(self.folders)
        ahead, self._ahead = self._ahead, None
        return self._open_store() if ahead is None else ahead.result()

    def open_store_ahead(self) -> None:
        """Begin to open a vault whose passphrase lies in a file: its key takes a third of a second of one processor.

        For a command that will need the store and has imports to do first. Nobody is asked anything, and what is wrong
        is raised by `secret_store`, when it is wanted.
        """
        if self.has_open_store or self._ahead is not None or not os.path.lexists(self.folders.vault):
            return
        if not opens_by_file(self._password_file):
            return
        from concurrent.futures import ThreadPoolExecutor

        thread = ThreadPoolExecutor(1)
        with suppress(RuntimeError):  # no more threads for this user: it is opened when it is wanted
            self._ahead = thread.submit(self._open_store)
        thread.shutdown(wait=False)

    def require_vault_key(self) -> None:
        """Raise what keeps the vault key from being read, as far as that is known: what was begun ahead is not waited
        for, so whoever goes on asks again while it works."""
        if self._ahead is None or self._ahead.done():
            self.vault_key  # noqa: B018

    def _open_store(self) -> SecretStore:
        ask = self._ask_passphrase
        return open_secret_store(
            self.folders,
            passphrase=None if ask is None else lambda: ask(not os.path.lexists(self.folders.vault)),
            password_file=self._password_file,
            allow_memory=self._allow_memory,
            use_keyring=self._use_keyring,
        )

    @property
    def has_open_store(self) -> bool:
        """Whether the secret store has been opened in this process."""
        return "secret_store" in self.__dict__

    @cached_property
    def vault_key(self) -> bytes:
        """The key under which everything private at rest lies."""
        return load_vault_key(self.secret_store)

    @cached_property
    def activity(self) -> ActivityLog:
        """The activity log, anchored in the secret store."""
        from client.audit.log import ActivityLog  # not before a vault can be opened ahead of it

        return ActivityLog(self.folders.audit_log, self.secret_store, self.clock)

    def note(self, event: str, **facts: Fact) -> None:
        """Write a line into the activity log; raises what `ActivityLog.append` raises."""
        anchor = self.activity.append(event, **facts)
        _log.info("%s (activity line %d)", event, anchor.count)

    def note_where_kept(self, event: str, **facts: Fact) -> None:
        """Write a line where a log is kept already and its store opens without asking; else do nothing.

        For what works without any private folder (sealing a file for a colleague): it must not make one.
        """
        if not self.folders.audit_log.exists():
            return
        ask, self._ask_passphrase = self._ask_passphrase, None
        try:
            self.note(event, **facts)
        except (SignInError, OSError):
            self.__dict__.pop("secret_store", None)
        except ClientError as error:
            if error.exit_code == ClientError.exit_code:
                raise
        finally:
            self._ask_passphrase = ask

    def close(self) -> None:
        """Forget the keys."""
        self._ahead = None
        for name in ("secret_store", "vault_key", "activity"):
            self.__dict__.pop(name, None)

    def __enter__(self) -> Workplace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_workplace(
    home: Path | None = None,
    *,
    ask_passphrase: AskPassphrase | None = None,
    password_file: Path | None = None,
    allow_memory: bool = False,
    use_keyring: bool = True,
    is_brief: bool = False,
    environment: Mapping[str, str] = os.environ,
    clock: Clock = system_clock,
) -> Workplace:
    """Open the private folder: `home`, else GENOSEAL_HOME, else the platform's own.

    `ask_passphrase` None: nothing is asked. `password_file` wins over GENOSEAL_VAULT_PASSWORD_FILE. `is_brief`: the
    process ends soon, so the 64 MiB in which a vault's key is derived may stay with it; a quarter less time.
    """
    harden_process()
    if is_brief:
        keep_memory()
    folders = PrivateFolders((home or home_folder(environment)).absolute())
    start_logging(folders)
    return Workplace(
        folders,
        ask_passphrase=ask_passphrase,
        password_file=password_file,
        allow_memory=allow_memory,
        use_keyring=use_keyring,
        clock=clock,
    )


def home_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """GENOSEAL_HOME, else the platform's folder for application data (never a roaming one: it is copied about)."""
    if named := environment.get(HOME_VARIABLE):
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("genoseal", appauthor=False, roaming=False))


def make_private(folder: Path) -> None:
    """Make a folder of ours, 0700; raises OutputFolderError."""
    make_output_folder(folder)
    if os.name == "posix":
        folder.chmod(0o700)

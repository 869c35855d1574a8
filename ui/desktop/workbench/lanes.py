"""What every room of the workbench stands on: one workplace a lane of the bridge, and the account that stays open.

Calls come from several lanes, and a workplace is for one thread at a time, so each lane has its own. The account stays
open between the steps of a sign-in or enrolment.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from client.tasks import connection
from client.tasks.errors import SecretNeededError
from client.tasks.facts import (
    Account,
    Enrolment,
    EnrolmentTicket,
    InspectedFile,
    MfaTicket,
    Progress,
    SiteList,
    TaskProgress,
)
from client.tasks.workplace import Workplace, open_workplace
from ui.desktop.core import StepReport
from ui.desktop.views import Step


def as_steps(report: StepReport) -> Progress:
    """What a task tells of its progress, told on as the window's steps."""

    def tell(facts: TaskProgress) -> None:
        report(Step(facts.file, facts.file_number, facts.files, facts.done, facts.total))

    return tell


class Lanes:
    """One private folder's workplaces, by lane. `password_file` and `use_keyring=False` are for practice mode."""

    def __init__(
        self, home: Path | None = None, *, password_file: Path | None = None, use_keyring: bool = True
    ) -> None:
        self._home, self._password_file, self._use_keyring = home, password_file, use_keyring
        self._passphrase: bytes | None = None
        self._allow_memory = False
        self._workplaces: dict[str, tuple[Workplace, threading.RLock]] = {}
        self._lock = threading.Lock()
        self._looked_into: dict[Path, InspectedFile] = {}
        """What was found in files, by path, for `check_together`; only the lane of inspections uses it."""
        self._site_list: SiteList | None = None
        """The one that files are compared with: held, so that it is read once and not for each file."""
        self._account: Account | None = None
        self._account_stack = ExitStack()
        self._ticket: MfaTicket | EnrolmentTicket | None = None
        self._enrolment: Enrolment | None = None

    def close(self) -> None:
        self._site_list = None
        self._forget_account()
        with self._lock:
            opened = list(self._workplaces.values())
            self._workplaces.clear()
        for workplace, _lock in opened:
            workplace.close()

    @contextmanager
    def _at(self, lane: str) -> Iterator[Workplace]:
        """The workplace of a lane, for this thread alone until the block ends."""
        with self._lock:
            found = self._workplaces.get(lane)
            if found is None:
                workplace = open_workplace(
                    self._home,
                    # Where nobody has typed one, the store itself says what is the matter: locked, no keyring, a vault.
                    ask_passphrase=None if self._passphrase is None else self._typed_passphrase,
                    password_file=self._password_file,
                    allow_memory=self._allow_memory,
                    use_keyring=self._use_keyring,
                )
                found = self._workplaces[lane] = (workplace, threading.RLock())
        workplace, own = found
        with own:
            if lane != "core" and self._allow_memory and not workplace.has_open_store:
                # Secrets in memory are one store, not one per thread.
                workplace.secret_store = self._workplaces["core"][0].secret_store
            yield workplace

    def _typed_passphrase(self, is_new: bool) -> bytes:
        if self._passphrase is None:
            raise SecretNeededError(option="passphrase")
        return self._passphrase

    def _reopen(self) -> None:
        self._forget_account()
        with self._lock:
            opened, self._workplaces = list(self._workplaces.values()), {}
        for workplace, own in opened:
            with own:
                workplace.close()

    def _open_account(self, workplace: Workplace) -> Account:
        if self._account is None:
            self._account = self._account_stack.enter_context(connection.open_account(workplace))
        return self._account

    def _forget_account(self) -> None:
        self._account, self._ticket, self._enrolment = None, None, None
        self._account_stack.close()

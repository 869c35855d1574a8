"""Access tokens for the gate: renewed once for all threads and all processes of this user.

A refresh token works once, and a second use of it revokes the workstation. Two processes that refreshed at the same
time would do that to themselves, so a refresh runs under a thread lock and a lock on a file, and each looks first
whether another has already renewed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from client.account.errors import DeviceRevokedError, SessionLockedError, SignInNeededError
from client.account.problems import account_errors
from client.account.process_lock import process_lock
from client.account.session_store import Session, SessionStore
from client.model.clock import Clock
from client.network.gate import TokenSource
from client.network.service import ServiceApi
from client.seal.http_signature import request_signer


class _TransferTokens(NamedTuple):
    present: Callable[[], str]
    renewed: Callable[[str], str]

    def access_token(self) -> str:
        return self.present()

    def renew(self, stale: str) -> str:
        return self.renewed(stale)


class SessionTokens:
    """The `TokenSource` of a signed-in user.

    `api` is a service without tokens, for the refresh itself. `access_token` and `renew` raise SignInNeededError when
    the session is over, DeviceRevokedError when this workstation was revoked (the session is forgotten in both cases),
    SessionLockedError while locked, and the network's errors.
    """

    def __init__(self, api: ServiceApi, store: SessionStore, lock_path: Path, clock: Clock) -> None:
        self._api = api
        self._store = store
        self._lock_path = lock_path
        self._clock = clock
        self._thread_lock = threading.Lock()
        self._session: Session | None = None
        self._locked = False
        self.on_end: Callable[[], None] = lambda: None

    def access_token(self) -> str:
        """The present token, renewed when it is about to end."""
        self._require_unlocked()
        return self._present()

    def renew(self, stale: str) -> str:
        """Another token than `stale`."""
        self._require_unlocked()
        return self._renew_unless(stale)

    def for_transfers(self) -> TokenSource:
        """The same tokens, also while locked: a lock after idle time must not stop an upload that runs for hours."""
        return _TransferTokens(self._present, self._renew_unless)

    def begin(self, session: Session) -> None:
        """A new session: kept, and used from now on."""
        with self._thread_lock, process_lock(self._lock_path):
            self._store.save(session)
            self._session = session
            self._locked = False

    def end(self) -> None:
        """Forget the session here."""
        with self._thread_lock, process_lock(self._lock_path):
            self._forget()

    def lock(self) -> None:
        """Idle too long: access token and session leave the memory, and no token is given out."""
        self._session = None
        self._locked = True

    def unlock(self) -> None:
        """Give tokens again."""
        self._locked = False

    @property
    def is_locked(self) -> bool:
        return self._locked

    def _require_unlocked(self) -> None:
        if self._locked:
            raise SessionLockedError

    def _present(self) -> str:
        session = self._session or self._store.load()
        if session is None:
            raise SignInNeededError
        if not self._locked:
            self._session = session
        return session.fresh_access_token(self._clock()) or self._renew_unless(session.access_token)

    def _renew_unless(self, stale: str | None) -> str:
        """The stored token when another process has renewed it meanwhile, else a refreshed one."""
        with self._thread_lock, process_lock(self._lock_path):
            session = self._newest()
            if session is None:
                raise SignInNeededError
            fresh = session.fresh_access_token(self._clock())
            if fresh is None or fresh == stale:
                session = self._refresh(session)
            self._session = None if self._locked else session
            return session.access_token or ""

    def _newest(self) -> Session | None:
        """The stored session; its access token may be in memory only (too long for the store)."""
        stored = self._store.load()
        mine = self._session
        return mine if stored and mine and mine.refresh_token == stored.refresh_token else stored

    def _refresh(self, session: Session) -> Session:
        device = self._store.load_device()
        if device is None:
            self._forget()
            raise SignInNeededError
        try:
            with account_errors():
                signer = request_signer(device.key, device.device_id, self._clock)
                tokens = self._api.refresh(session.refresh_token, signer)
        except DeviceRevokedError:
            self._forget()
            self._store.forget_device()
            raise
        except SignInNeededError:
            self._forget()
            raise
        renewed = session.with_tokens(tokens, self._clock())
        self._store.save(renewed)
        return renewed

    def _forget(self) -> None:
        self._session = None
        self._store.forget()
        self.on_end()

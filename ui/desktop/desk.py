"""What is on the desk: the profile, the account, the queue and the jobs as the window knows them now.

The desk outlives pages (a change of language builds them anew), asks the core through the bridge, and tells pages with
a few signals. It decides nothing: order and meaning come from `client.tasks`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from client.model.errors import SignInError
from client.model.transfer import FileState, TransferProgress, TransferState
from ui.desktop.bridge import Bridge, Call, LongCall, Report
from ui.desktop.core import Core
from ui.desktop.desk_work import Inspection, LookedInto, Queueing, together
from ui.desktop.error_words import explain_here
from ui.desktop.handing_over import HandingOver
from ui.desktop.models.queue import QueueModel, QueueState
from ui.desktop.models.queue_rows import checking_row, inspected_row, transfer_rows
from ui.desktop.pace import FilePaces, Pace
from ui.desktop.site_list import SiteListChoice
from ui.desktop.together import Together
from ui.desktop.views import AccountView, FileView, ProfileView, SendOrder, SentView
from ui.desktop.widgets.drop_zone import vcf_files_of

MOST_FILES = 1000
_STOPPED = (TransferState.NEEDS_YOU, TransferState.WAITING)


class Desk(QObject):
    """One per application, on the window's thread."""

    profile_changed = Signal()
    account_changed = Signal()
    queue_changed = Signal()
    sending_changed = Signal()
    transfers_loaded = Signal()
    sent = Signal(object)
    failed = Signal(object)
    """An error that belongs to the Send page: `(exception)`."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.core: Core | None = None
        self.profile: ProfileView | None = None
        self.account: AccountView | None = None
        self.second_person = ""
        """The name of the policy that wants a second person's approval, if the one that counts does."""
        self.handing_over = HandingOver(bridge, self)
        self.together = Together(bridge, self.need, self)
        self.site_list = SiteListChoice(bridge, self.need, self)
        self.site_list.chosen.connect(self._look_again)
        self.queue_changed.connect(self._look_at_ready)
        self.queue = QueueModel(self)
        self.pace, self._file_paces = Pace(), FilePaces()
        self.staged: dict[str, Path] = {}
        self.inspected: dict[str, FileView] = {}
        self.build: str | None = None
        """The genome build that the person chose for the files that are staged, where a header does not say it."""
        self.known: dict[str, TransferProgress] = {}
        self.now_sending: TransferProgress | None = None
        """What is on its way now; several submissions together where several are driven."""
        self._moving: dict[str, TransferProgress] = {}
        self._send_ticket: int | None = None
        self._sending_keys: tuple[str, ...] = ()
        self._last_order: SendOrder | None = None
        self._gone_on_with: set[str] = set()
        self._turns: tuple[str, ...] = ()
        self._taken_off: set[str] = set()
        self._looking: dict[str, int] = {}
        self._count = 0

    # ---- where the desk gets its facts

    def use_core(self, core: Core) -> None:
        """Work with `core` from now on: empty the desk and ask for everything again."""
        self.core = core
        self.profile, self.account, self.now_sending, self.second_person = None, None, None, ""
        for ticket in self._looking.values():
            self.bridge.stop(ticket)
        self._looking.clear()
        self.staged.clear()
        self.inspected.clear()
        self.build = None
        self.site_list.remove()
        self.known.clear()
        self._gone_on_with.clear()
        self._taken_off.clear()
        self._turns = ()
        self.queue.clear()
        self.handing_over.put_away()
        self.profile_changed.emit()
        self.account_changed.emit()
        self.queue_changed.emit()
        self.refresh()

    def refresh(self) -> None:
        """Ask for profile, account and transfers; what is known of staged files is said anew, in today's language."""
        self._show_inspected([key for key in self.open_files if key not in self._looking])
        self.bridge.run(Call(self.need().profile), done=self._profile_loaded, failed=self._failed)
        self.bridge.run(Call(self.need().account), done=self._account_loaded)
        self.bridge.run(self._load_transfers, done=self._transfers_loaded, failed=self._failed)
        self.bridge.run(Call(self.need().second_person_policy), done=self._second_person_known)
        self.bridge.run(Call(self.need().site_list_policy), done=self.site_list.rules_known)

    def account_is(self, account: AccountView) -> None:
        """A page has signed in, out, or was locked."""
        self._account_loaded(account)

    def refresh_account(self) -> None:
        """Ask who is signed in."""
        self.bridge.run(Call(self.need().account), done=self._account_loaded)

    def need(self) -> Core:
        """The core, which is there from just after the first paint."""
        if self.core is None:
            raise RuntimeError("the desk has no core yet")
        return self.core

    def _load_transfers(self, report: Report, stop: threading.Event) -> object:
        core = self.need()
        return core.transfers(), core.turns()

    def _profile_loaded(self, profile: ProfileView | None) -> None:
        self.profile = profile
        self.profile_changed.emit()

    def _second_person_known(self, policy: str) -> None:
        self.second_person = policy
        self.profile_changed.emit()

    def _account_loaded(self, account: AccountView) -> None:
        self.account = account
        self.account_changed.emit()

    def _transfers_loaded(self, found: tuple[tuple[TransferProgress, ...], tuple[str, ...]]) -> None:
        transfers, self._turns = found
        for progress in transfers:
            self._note_transfer(progress)
        gone = set(self.known) - {progress.submission_id for progress in transfers}
        for submission_id in gone - set(self._moving):
            del self.known[submission_id]
        self.queue.remove([row.key for row in self.queue.rows if row.submission_id in gone - set(self._moving)])
        self.queue.arrange(self._turns)
        self.queue_changed.emit()
        self.transfers_loaded.emit()

    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)

    # ---- files that come in

    def add_files(self, paths: list[Path]) -> int:
        """Stage files (folders give theirs), at most MOST_FILES, and have each looked into. Gives how many were new."""
        known = {path.resolve() for path in self.staged.values()}
        fresh = [path for path in vcf_files_of(paths) if path.resolve() not in known]
        keys = []
        for path in fresh[:MOST_FILES]:
            self._count += 1
            keys.append(f"staged/{self._count}")
            self.staged[keys[-1]] = path
        if keys:
            self._look_into(keys)
        return len(fresh)

    def remove(self, key: str) -> None:
        """Take a row off the desk; files themselves are not touched."""
        if self.staged.pop(key, None) is None:
            self._taken_off.add(key)
        self._stop_looking(key)
        self.inspected.pop(key, None)
        self.queue.remove([key])
        self._drop_idle_choice()
        self.queue_changed.emit()

    @property
    def ready_keys(self) -> list[str]:
        """Staged files that can be sent now."""
        return [row.key for row in self.queue.rows if row.state is QueueState.READY]

    @property
    def is_checking(self) -> bool:
        """Whether a staged file is still being looked into, or what is ready as one job."""
        return self._has_files_to_check or self.together.is_asking

    @property
    def _has_files_to_check(self) -> bool:
        return any(row.state is QueueState.CHECKING for row in self.queue.rows)

    def _look_at_ready(self) -> None:
        if not self._has_files_to_check:
            ready = [(self.staged[key], self.inspected[key]) for key in self.ready_keys]
            self.together.look_at(tuple((path, facts.given_build, facts.site_list) for path, facts in ready))

    def _look_into(self, keys: Sequence[str]) -> None:
        """Have staged files looked into with the build and the site list that are chosen now."""
        self.queue.put([checking_row(key, self.staged[key].name) for key in keys])
        for key in keys:
            self._stop_looking(key)
            self._looking[key] = self.bridge.run(
                Inspection(self.need(), key, self.staged[key], self.build, self.site_list.file),
                done=self._file_inspected,
                failed=self._inspection_failed,
                lane="inspect",
            )
        self.queue_changed.emit()

    def _stop_looking(self, key: str) -> None:
        if (ticket := self._looking.pop(key, None)) is not None:
            self.bridge.stop(ticket)

    def _inspection_failed(self, error: Exception) -> None:
        found = getattr(error, "looked_into", None)
        if isinstance(found, LookedInto) and not self.site_list.is_gone(error):
            self._file_inspected(found)

    def _file_inspected(self, found: LookedInto | None) -> None:
        if found is None or found.key not in self._looking:
            return
        if (found.facts.given_build, found.facts.site_list) != (self.build, self.site_list.file):
            return
        del self._looking[found.key]
        self.inspected[found.key] = found.facts
        self._show_inspected([found.key])
        self._drop_idle_choice()
        self.queue_changed.emit()

    def _show_inspected(self, keys: Iterable[str]) -> None:
        rows = []
        for key in keys:
            path, facts = self.staged.get(key), self.inspected.get(key)
            if path is not None and facts is not None:
                words = explain_here(facts.problem).what if facts.problem is not None else ""
                rows.append(inspected_row(key, path.name, facts, words))
        self.queue.put(rows)

    # ---- the genome build, where headers do not say it

    @property
    def open_files(self) -> dict[str, FileView]:
        """What is known of the staged files that are not being sent yet."""
        open_rows = [row.key for row in self.queue.rows if row.state is not QueueState.WAITING]
        return {key: self.inspected[key] for key in open_rows if key in self.inspected}

    def choose_build(self, build: str | None) -> None:
        """Look into the staged files anew as files of this build, as far as it changes anything for them."""
        stale = set(self._looking) if build != self.build else set()
        self.build = build
        self._look_again(stale)

    def _look_again(self, stale: Iterable[str] | None = None) -> None:
        """Look into staged files anew: `stale` (else all that are being looked into) and whatever the build and the
        site list of now would change."""
        stale = set(self._looking if stale is None else stale)
        for key, facts in self.open_files.items():
            is_other_build = (facts.given_build or facts.header_build) != (self.build or facts.header_build)
            if is_other_build or facts.site_list != self.site_list.file:
                stale.add(key)
        self._look_into([key for key in self.staged if key in stale])

    def _drop_idle_choice(self) -> None:
        """A choice that no file needs any more counts for none that comes later."""
        is_needed = self._looking or any(facts.asks_for_build for facts in self.open_files.values())
        if self.build is not None and not is_needed:
            self.choose_build(None)

    # ---- sending

    @property
    def is_sending(self) -> bool:
        """Whether a submission is being driven by this window."""
        return self._send_ticket is not None

    def send(self, keys: list[str], order: SendOrder) -> None:
        """Send the staged files `keys` as `order` says, beside what is sent already; progress shows in the queue."""
        if self.is_sending:
            self._show_waiting(keys)
            work = Queueing(self.need(), order, tuple(keys))
            self.bridge.run(work, done=self._queued, failed=self._queueing_failed, lane="queue")
            return
        self._sending_keys, self._last_order = tuple(keys), order
        self._show_waiting(keys)
        self._start(LongCall(self.need().send, order))

    def _show_waiting(self, keys: Sequence[str]) -> None:
        for key in keys:
            row = self.queue.row(key)
            if row is not None:
                self.queue.put([replace(row, state=QueueState.WAITING, actions=())])
        self._drop_idle_choice()
        self.queue_changed.emit()

    def _queued(self, keys: tuple[str, ...]) -> None:
        """It lies in the outbox: whoever drives takes it up, or we do once the transfers are loaded."""
        for key in keys:
            self.staged.pop(key, None)
            self.inspected.pop(key, None)
        self.queue.remove(keys)
        self._changed(None)

    def _queueing_failed(self, error: Exception) -> None:
        self._show_ready(getattr(error, "queued_keys", ()))
        self.failed.emit(error)

    def _show_ready(self, keys: Sequence[str]) -> None:
        """What could not be sent is there to be sent again, with the build it was looked into with."""
        self._show_inspected(keys)
        given = [facts.given_build for key, facts in self.inspected.items() if key in keys and facts.asks_for_build]
        if self.build is None and any(given):
            self.build = given[0]
        self.choose_build(self.build)

    def resume(self, submission_id: str) -> None:
        """Go on with a submission that waits, was paused or needed somebody."""
        if self.is_sending:
            self.bridge.run(Call(self.need().go_on, submission_id), failed=self._failed)
        else:
            self._start(LongCall(self.need().resume, submission_id))

    def resume_waiting(self) -> None:
        """Go on with what an earlier window left behind, each once; what was paused stays paused."""
        waiting = [
            key
            for key, known in self.known.items()
            if known.state is TransferState.WAITING and key not in self._gone_on_with
        ]
        if waiting and not self.is_sending and self.account is not None and self.account.is_signed_in:
            self._gone_on_with.add(waiting[0])
            self._start(LongCall(self.need().resume, waiting[0]))

    def try_again(self) -> bool:
        """Go on with the latest submission that stopped, or send once more what was just confirmed and not queued.

        False where there is nothing of the kind.
        """
        stopped = [key for key, known in self.known.items() if known.state in _STOPPED]
        if self.is_sending:
            return False
        if stopped:
            self._start(LongCall(self.need().resume, stopped[-1]))
            return True
        order, ready = self._last_order, {self.staged[key]: key for key in self.ready_keys}
        if (
            order is None
            or not order.files
            or not set(order.files) <= set(ready)
            or (order.build not in (None, self.build))
            or order.site_list != self.site_list.file
        ):
            return False
        self.send([ready[file] for file in order.files], order)
        return True

    def pause(self, submission_id: str) -> None:
        """Stop driving it; its place is kept."""
        self.bridge.run(Call(self.need().pause, submission_id), done=self._changed, failed=self._failed)

    def pause_all(self) -> None:
        """Stop driving whatever is driven."""
        for submission_id, progress in self._moving.items():
            if not progress.state.is_finished:
                self.pause(submission_id)

    def cancel(self, submission_id: str) -> None:
        """Give a submission up: keys are forgotten, and the service is asked to delete once the driver has let go."""
        core = self.need()
        self.bridge.run(Call(core.cancel, submission_id), done=self._changed, failed=self._failed)
        self.bridge.run(Call(core.withdraw, submission_id), done=self._changed, failed=self._failed, lane="send")

    def send_first(self, submission_id: str) -> None:
        """Let it go before the others that wait."""
        self.bridge.run(Call(self.need().send_first, submission_id), done=self._changed, failed=self._failed)

    @property
    def has_finished(self) -> bool:
        """Whether the queue shows submissions that have ended."""
        return any(known.state.is_finished for known in self.known.values())

    def clear_finished(self) -> None:
        """Forget the submissions that have ended."""
        self.bridge.run(Call(self.need().clear_finished), done=self._changed, failed=self._failed)

    def _start(self, work: LongCall) -> None:
        self.pace, self._file_paces = Pace(), FilePaces()
        self._send_ticket = self.bridge.run(
            work, done=self._send_done, failed=self._send_failed, progress=self._send_progress, lane="send"
        )
        self.sending_changed.emit()

    def _send_progress(self, progress: TransferProgress) -> None:
        self._moving[progress.submission_id] = progress
        self.now_sending = together(self._moving)
        self.pace.feed(time.monotonic(), self.now_sending.sent_bytes)
        if self._sending_keys and progress.files:
            self._forget_staged()
        self._note_transfer(progress)
        self.queue_changed.emit()

    def _send_done(self, outcome: SentView | None) -> None:
        moved = tuple(self._moving.values())
        self._ended()
        if outcome is not None:
            self.sent.emit(outcome)
        for progress in moved:
            is_first = outcome is not None and progress.submission_id == outcome.submission_id
            if progress.state is TransferState.DONE and progress.job_id is not None and not is_first:
                files = sum(file.state is not FileState.LEFT_OUT for file in progress.files)
                self.sent.emit(SentView(progress.submission_id, progress.job_id, files))

    def _send_failed(self, error: Exception) -> None:
        keys = self._sending_keys
        self._ended()
        self._show_ready(keys)
        if isinstance(error, SignInError):
            self.refresh_account()  # the service has ended the session: every page says so
        self.failed.emit(error)

    def _ended(self) -> None:
        self._send_ticket, self.now_sending, self._sending_keys = None, None, ()
        self._moving.clear()
        self.sending_changed.emit()
        self.bridge.run(self._load_transfers, done=self._transfers_loaded, failed=self._failed)

    def _forget_staged(self) -> None:
        self._last_order = None
        for key in self._sending_keys:
            self.staged.pop(key, None)
            self.inspected.pop(key, None)
        self.queue.remove(self._sending_keys)
        self._sending_keys = ()

    def _note_transfer(self, progress: TransferProgress) -> None:
        is_moving = progress.submission_id in self._moving
        seconds_left = self._file_paces.remaining_s(time.monotonic(), progress) if is_moving else {}
        may_go_first = progress.submission_id in self._turns[1:]
        rows = transfer_rows(progress, seconds_left, may_go_first=may_go_first)
        self.queue.put(row for row in rows if row.key not in self._taken_off)
        self.known[progress.submission_id] = progress

    def _changed(self, _answer: object) -> None:
        self.bridge.run(self._load_transfers, done=self._transfers_loaded, failed=self._failed)

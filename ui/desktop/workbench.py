"""The core behind the window: `client.tasks` for one private folder, as the protocol `Core` asks for it.

Calls come from several lanes of the bridge, and a workplace is for one thread at a time, so each lane has its own. The
account stays open between the steps of a sign-in or enrolment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from client.model.errors import ClientError, SignInError
from client.model.job import DeletionCertificate
from client.model.service import Device, ServiceInfo
from client.model.transfer import TransferProgress
from client.tasks import account as account_tasks
from client.tasks import (
    activity,
    bundle,
    connection,
    doctor,
    inspection,
    jobs,
    leaving,
    maps,
    outbox,
    preferences,
    profile,
    result_keys,
    results,
    send,
)
from client.tasks.errors import SecretNeededError
from client.tasks.facts import (
    Account,
    ConsentGiven,
    Enrolment,
    EnrolmentTicket,
    MfaTicket,
    SubmissionOrder,
)
from client.tasks.settings import Settings
from client.tasks.workplace import Workplace, open_workplace
from ui.desktop.views import (
    AccountView,
    ActivityJudgement,
    ActivityRow,
    CheckView,
    CodeJudgement,
    DeletionView,
    FactorSetup,
    FileView,
    FindingView,
    HeaderLineView,
    JobView,
    ProfileView,
    ResultView,
    SendOrder,
    SentView,
    SettingView,
    SignInStep,
    Step,
)

if TYPE_CHECKING:
    from client.tasks.facts import CodeVerdict, Finding, InspectedFile, InstalledProfile, TaskProgress

KEY_BACKUP_NAME = "genoseal-keys.json"

StepReport = Callable[[Step], None]
TransferReport = Callable[[TransferProgress], None]


class Workbench:
    """One private folder's core. `password_file` and `use_keyring=False` are for practice mode."""

    def __init__(
        self, home: Path | None = None, *, password_file: Path | None = None, use_keyring: bool = True
    ) -> None:
        self._home, self._password_file, self._use_keyring = home, password_file, use_keyring
        self._passphrase: bytes | None = None
        self._allow_memory = False
        self._workplaces: dict[str, tuple[Workplace, threading.RLock]] = {}
        self._lock = threading.Lock()
        self._account: Account | None = None
        self._account_stack = ExitStack()
        self._ticket: MfaTicket | EnrolmentTicket | None = None
        self._enrolment: Enrolment | None = None

    # ---- profile and settings

    def profile(self) -> ProfileView | None:
        with self._at("core") as workplace:
            installed = profile.installed_profile(workplace)
            return None if installed is None else _profile_view(workplace, installed)

    def unproven_fingerprint_groups(self, file: Path) -> int:
        with self._at("core") as workplace:
            profile.look_at_profile(workplace, file)
            return 4

    def install_profile(self, file: Path, typed_fingerprint: str) -> ProfileView:
        with self._at("core") as workplace:
            installed = profile.install_profile(workplace, file, typed_fingerprint)
            self._forget_account()
            return _profile_view(workplace, installed)

    def settings(self) -> dict[str, SettingView]:
        with self._at("core") as workplace:
            return _settings_view(preferences.load_preferences(workplace))

    def change_setting(self, name: str, value: str | int) -> dict[str, SettingView]:
        with self._at("core") as workplace:
            changed = preferences.save_preference(workplace, name, value)
            self._forget_account()
            return _settings_view(changed)

    def back_up(self, folder: Path, passphrase: bytes) -> tuple[int, int]:
        """Write every map and all result keys into `folder`; returns how many of each."""
        with self._at("core") as workplace:
            ids = maps.list_maps(workplace)
            for map_id in ids:
                maps.export_map(
                    workplace,
                    maps.map_file(workplace, map_id),
                    folder / f"{map_id}{maps.SUFFIX}",
                    passphrase,
                    force=True,
                )
            count = result_keys.export_result_keys(workplace, folder / KEY_BACKUP_NAME, passphrase, force=True)
            return len(ids), count

    def bring_back(self, folder: Path, passphrase: bytes) -> tuple[int, int]:
        """Read every map and key backup in `folder`; what is here already stays as it is."""
        with self._at("core") as workplace:
            brought = 0
            for file in sorted(folder.glob(f"*{maps.SUFFIX}")):
                if not maps.map_file(workplace, file.stem).exists():
                    maps.import_map(workplace, file, passphrase)
                    brought += 1
            backup = folder / KEY_BACKUP_NAME
            added = result_keys.import_result_keys(workplace, backup, passphrase).added if backup.exists() else 0
            return brought, added

    # ---- account

    def use_passphrase(self, passphrase: bytes) -> AccountView:
        self._passphrase = passphrase
        self._reopen()
        view = self.account()
        if view.problem is not None:
            self._passphrase = None
        return view

    def use_memory(self) -> AccountView:
        self._allow_memory = True
        self._reopen()
        return self.account()

    def account(self) -> AccountView:
        """Never raises what is wrong with the secret store: the page has to show it."""
        with self._at("core") as workplace:
            if profile.installed_profile(workplace) is None:
                return AccountView(None, "")
            try:
                return self._account_view(workplace)
            except SignInError as error:
                return AccountView(None, "", problem=error)

    def begin_sign_in(self, user: str, password: bytes) -> SignInStep:
        with self._at("core") as workplace:
            account = self._open_account(workplace)
            self._ticket = account_tasks.begin_sign_in(workplace, account, user, password)
            if isinstance(self._ticket, EnrolmentTicket):
                self._enrolment = account.enrolment(self._ticket)
                return SignInStep("enrolment")
            return SignInStep("code")

    def finish_sign_in(self, code: str, *, is_recovery_code: bool) -> AccountView:
        with self._at("core") as workplace:
            account, ticket = self._open_account(workplace), self._ticket
            if not isinstance(ticket, MfaTicket):
                raise SignInError
            finish = account_tasks.complete_recovery if is_recovery_code else account_tasks.complete_totp
            finish(workplace, account, ticket, code)
            self._ticket = None
            return self._account_view(workplace)

    def begin_factor(self, invitation: str) -> FactorSetup:
        return _setup_view(self._require_enrolment().begin(invitation))

    def begin_new_factor(self, code: str, *, is_recovery_code: bool) -> FactorSetup:
        with self._at("core") as workplace:
            self._enrolment = self._open_account(workplace).replacement()
        if is_recovery_code:
            return _setup_view(self._enrolment.begin_replacement(recovery_code=code))
        return _setup_view(self._enrolment.begin_replacement(code=code))

    def check_factor_code(self, typed: str) -> CodeJudgement:
        return _judgement(self._require_enrolment().check_code(typed))

    def confirm_factor_code(self, typed: str) -> tuple[CodeJudgement, tuple[str, ...]]:
        verdict, codes = account_tasks.confirm_code(self._require_enrolment(), typed)
        return (CodeJudgement("") if verdict is None else _judgement(verdict)), codes

    def activate_factor(self, recovery_code: str) -> AccountView:
        with self._at("core") as workplace:
            account_tasks.activate_factor(
                workplace, self._open_account(workplace), self._require_enrolment(), recovery_code
            )
            self._enrolment, self._ticket = None, None
            return self._account_view(workplace)

    def sign_out(self) -> AccountView:
        with self._at("core") as workplace:
            account_tasks.sign_out(workplace, self._open_account(workplace))
            return self._account_view(workplace)

    def practice_code(self) -> str | None:
        """The code of the rehearsal's phone; only practice mode has one."""
        return None

    def touch(self) -> None:
        """The person did something: the idle time begins anew."""
        if self._account is not None:
            self._account.touch()

    def lock_when_idle(self) -> AccountView:
        with self._at("core") as workplace:
            if self._account is not None:
                self._account.lock_when_idle()
            return self.account() if self._account is None else self._account_view(workplace)

    def unlock(self, code: str) -> AccountView:
        with self._at("core") as workplace:
            self._open_account(workplace).unlock(code)
            return self._account_view(workplace)

    def devices(self) -> tuple[Device, ...]:
        with self._at("core") as workplace:
            return account_tasks.list_devices(self._open_account(workplace))

    def revoke_device(self, device_id: str) -> tuple[Device, ...]:
        with self._at("core") as workplace:
            account = self._open_account(workplace)
            account_tasks.revoke_device(workplace, account, device_id)
            return account_tasks.list_devices(account) if account.session() is not None else ()

    def renew_recovery_codes(self, code: str) -> tuple[str, ...]:
        with self._at("core") as workplace:
            return account_tasks.renew_recovery_codes(workplace, self._open_account(workplace), code)

    def change_password(self, old: bytes, new: bytes, code: str) -> None:
        with self._at("core") as workplace:
            account_tasks.change_password(workplace, self._open_account(workplace), old, new, code)

    def account_data(self) -> str:
        with self._at("core") as workplace:
            data = account_tasks.account_data(workplace, self._open_account(workplace))
            return "\n".join(account_tasks.readable_lines(data))

    def clock_offset_s(self) -> float:
        with self._at("checks") as workplace:
            checks = {check.name: check for check in doctor.run_checks(workplace)}
            seconds = checks["clock"].facts.get("seconds")
            if checks["clock"].ok is None or seconds is None:
                raise ClientError
            return float(seconds)

    # ---- sending

    def service_info(self) -> ServiceInfo:
        with self._at("core") as workplace:
            return self._open_account(workplace).api.service_info()

    def inspect(self, file: Path) -> FileView:
        with self._at("inspect") as workplace:
            facts = inspection.inspect_files(workplace, (file,)).files[0]
            found = facts.inspection
            if found is None or not found.chromosomes:
                return _file_view(facts, ())
            prefix = "chr" if any(line.line.startswith("##contig=<ID=chr") for line in facts.header_lines) else ""
            return _file_view(
                facts, leaving.header_that_leaves(workplace, f"{prefix}{found.chromosomes[0]}", found.samples)
            )

    def send(self, order: SendOrder, report: TransferReport, stop: threading.Event) -> SentView | None:
        with self._at("send") as workplace:
            given = ConsentGiven(order.consent_version, order.consent_reference)
            queued = send.queue_submission(workplace, SubmissionOrder(order.files, given))
            return self._drive(workplace, queued.submission_id, report, stop)

    def transfers(self) -> tuple[TransferProgress, ...]:
        with self._at("core") as workplace:
            return outbox.transfers(workplace)

    def resume(self, submission_id: str, report: TransferReport, stop: threading.Event) -> SentView | None:
        with self._at("send") as workplace:
            outbox.open_outbox(workplace).resume(submission_id)
            workplace.note("submission.resumed", submission=submission_id)
            return self._drive(workplace, submission_id, report, stop)

    def go_on(self, submission_id: str) -> None:
        """Ask whoever drives the outbox to take it up again."""
        with self._at("core") as workplace:
            outbox.open_outbox(workplace).resume(submission_id)

    def pause(self, submission_id: str) -> None:
        with self._at("core") as workplace:
            outbox.pause(workplace, submission_id)

    def cancel(self, submission_id: str) -> None:
        with self._at("core") as workplace:
            outbox.cancel(workplace, submission_id)

    def withdraw(self, submission_id: str) -> None:
        """Have the service delete what a cancelled submission left there; needs the outbox to be free."""
        with self._at("send") as workplace:
            outbox.withdraw(workplace, submission_id)

    def _drive(
        self, workplace: Workplace, submission_id: str, report: TransferReport, stop: threading.Event
    ) -> SentView | None:
        outcomes = outbox.drive_outbox(workplace, submission_id, report)
        outcome = outcomes[submission_id]
        if outcome.job_id is None and outcome.problem is None and outcome.error is None:
            return None
        outbox.require_sent(outcome)
        sent = send.sent_submission(workplace, submission_id)
        return SentView(submission_id, sent.job, len(sent.claims["files"]))

    # ---- afterwards

    def jobs(self) -> tuple[JobView, ...]:
        with self._at("core") as workplace:
            known = jobs.list_jobs(workplace)
            return tuple(JobView(job.status, job.name, job.is_of_this_computer) for job in reversed(known))

    def results(self, job: str, folder: Path, *, keep_pseudonyms: bool, report: StepReport) -> tuple[ResultView, ...]:
        def progress(facts: TaskProgress) -> None:
            report(Step(facts.file, facts.file_number, facts.files, facts.done, facts.total))

        with self._at("results") as workplace:
            fetched = results.fetch_job_results(
                workplace, job, folder, keep_pseudonyms=keep_pseudonyms, force=True, progress=progress
            )
            return tuple(ResultView(one.name, one.path, one.bytes, one.names) for one in fetched)

    def delete_job(self, job: str) -> DeletionView:
        with self._at("core") as workplace:
            verified = jobs.delete_job(workplace, job)
            certificate = verified.certificate
            if not isinstance(certificate, DeletionCertificate):
                raise ClientError
            return DeletionView(job, certificate.deleted_at, dict(certificate.deleted), certificate.reference.iss)

    # ---- activity and help

    def activity(self) -> tuple[ActivityRow, ...]:
        with self._at("core") as workplace:
            return tuple(
                ActivityRow(number, "", "", {})
                if line is None
                else ActivityRow(number, line.time, line.event, line.facts)
                for number, line in enumerate(activity.show_activity(workplace), 1)
            )

    def verify_activity(self) -> ActivityJudgement:
        with self._at("core") as workplace:
            verdict = workplace.activity.verify()
            return ActivityJudgement(
                verdict.lines,
                verdict.complete_until,
                verdict.complete_up_to_job,
                verdict.complete_up_to_time,
                verdict.problem,
            )

    def export_activity(self, file: Path) -> int:
        with self._at("core") as workplace:
            return activity.export_activity(workplace, file, force=True)

    def checks(self) -> tuple[CheckView, ...]:
        with self._at("checks") as workplace:
            found = doctor.run_checks(workplace)
        return tuple(CheckView(check.name, check.ok, check.state, check.facts) for check in found)

    def diagnostics(self) -> str:
        with self._at("checks") as workplace:
            return bundle.build_bundle(workplace, doctor.run_checks(workplace))

    def save_diagnostics(self, text: str, file: Path) -> None:
        bundle.save_bundle(text, file, force=True)

    def close(self) -> None:
        self._forget_account()
        with self._lock:
            opened = list(self._workplaces.values())
            self._workplaces.clear()
        for workplace, _lock in opened:
            workplace.close()

    # ---- inside

    @contextmanager
    def _at(self, lane: str) -> Iterator[Workplace]:
        """The workplace of a lane, for this thread alone until the block ends."""
        with self._lock:
            found = self._workplaces.get(lane)
            if found is None:
                workplace = open_workplace(
                    self._home,
                    ask_passphrase=self._ask_passphrase,
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

    def _ask_passphrase(self, is_new: bool) -> bytes:
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

    def _account_view(self, workplace: Workplace) -> AccountView:
        state = account_tasks.account_state(workplace, self._open_account(workplace))
        if state.session is None:
            return AccountView(None, state.store)
        session = state.session
        return AccountView(
            session.user, state.store, session.device_id, session.signed_in_at, session.recovery_codes_left,
            session.locked,
        )  # fmt: skip

    def _require_enrolment(self) -> Enrolment:
        if self._enrolment is None:
            raise SignInError
        return self._enrolment


def _profile_view(workplace: Workplace, installed: InstalledProfile) -> ProfileView:
    return ProfileView(
        installed.profile,
        installed.key_fingerprint,
        installed.source,
        installed.profile.is_expired(workplace.clock()),
    )


def _settings_view(settings: Settings) -> dict[str, SettingView]:
    return {name: SettingView(name, settings.values[name], settings.origin(name)) for name in settings.values}


def _setup_view(setup: object) -> FactorSetup:
    from client.tasks.facts import TotpSetup

    assert isinstance(setup, TotpSetup)
    return FactorSetup(setup.issuer, setup.account, setup.otpauth_uri, setup.grouped_secret)


def _judgement(verdict: CodeVerdict) -> CodeJudgement:
    return CodeJudgement(verdict.message_code, verdict.phone_offset_s, verdict.typed_late)


def _file_view(facts: InspectedFile, leaving_header: tuple[str, ...]) -> FileView:
    name, found = Path(facts.file).name, facts.inspection
    if found is None:
        return FileView(name, problem=facts.problem)
    return FileView(
        name,
        samples=found.samples,
        records=found.records,
        build=found.build,
        chromosomes=found.chromosomes,
        findings=tuple(_finding_view(finding) for finding in found.findings),
        header=tuple(HeaderLineView(line.line, line.spans) for line in facts.header_lines),
        leaving=leaving_header,
    )


def _finding_view(finding: Finding) -> FindingView:
    return FindingView(
        finding.code,
        finding.finding_class,
        finding.severity,
        finding.where,
        finding.count,
        finding.advice,
        finding.server_text,
    )

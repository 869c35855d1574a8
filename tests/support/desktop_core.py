"""A core for the window's tests that answers at once: no files, no network. It remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from client.model.errors import ClientError
from client.model.handover import BuildSaid
from client.model.service import Application, Device, Notice
from client.model.site_numbers import SiteNumbers
from client.model.transfer import FileState, TransferProgress, TransferState
from client.tasks.approval_errors import HandOverStoppedError
from prep.errors import RulesFileError
from tests.support.desktop_facts import (
    NOW,
    RECOVERY_CODES,
    inspected_file,
    mismatch,
    profile_view,
    setup,
    signed_in,
    silent_file,
    transfer,
)
from tests.support.desktop_records import FakeRecords
from ui.desktop.views import (
    AccountView,
    ApprovalView,
    CodeJudgement,
    DeletionView,
    FactorSetup,
    FileView,
    HandedOverView,
    HandOverOrder,
    JobFindingView,
    JobView,
    LocalCopyView,
    ProfileView,
    ReceiptView,
    ReportView,
    ResultsView,
    ResultView,
    SendOrder,
    SentView,
    SettingView,
    SignInStep,
    Step,
)


class FakeCore(FakeRecords):
    """Answers at once; set the attributes to what a test needs, or `raises[name]` to an error."""

    def __init__(self) -> None:
        super().__init__()
        self.installed: ProfileView | None = profile_view()
        self.state = signed_in()
        self.on_their_way: list[TransferProgress] = []
        self.job_list: list[JobView] = []
        self.blocked_names: set[str] = set()
        self.silent_names: set[str] = set()
        """Files whose header does not say the build; `well_known` is what their variants say."""
        self.both_names: set[str] = set()
        """Of those, the ones whose header says both."""
        self.well_known: str | None = None
        self.job_findings: tuple[JobFindingView, ...] = ()
        """What stops the files that it names, and others, as one job."""
        self.build_said = BuildSaid(by_header=True)
        self.needs = "code"
        self.right_code = "123456"
        self.judgement = CodeJudgement("")
        self.hold = threading.Event()
        self.hold.set()
        self.numbers: SiteNumbers | None = None
        self.results_are_empty = False
        self.results_left_out: tuple[str, ...] = ()
        self.offered: tuple[Application, ...] = ()
        self.backup_is_missing = False
        self.stopped: Exception = ClientError()
        self.service_notices: tuple[Notice, ...] = ()
        self.newest: str | None = None
        self.two_people = ""
        self.lists_only = ""
        """The name of the policy, where it sends only the sites of a list."""
        self.copies: tuple[LocalCopyView, ...] = ()
        self.values: dict[str, SettingView] = {
            name: SettingView(value, "default")
            for name, value in {
                "language": "system", "theme": "system", "proxy": "", "proxy_user": "", "rate_limit_bytes_per_s": 0,
                "quiet_hours": "",
                "parallel_files": 2, "policy": "imputation", "service": "", "results_folder": "",
                "project": "default",
            }.items()
        }  # fmt: skip

    def profile(self) -> ProfileView | None:
        self._note("profile")
        return self.installed

    def look_at_profile(self, file: Path) -> None:
        self._note("look_at_profile", file)

    def install_profile(self, file: Path, typed_fingerprint: str) -> ProfileView:
        self._note("install_profile", typed_fingerprint)
        self.installed = profile_view()
        return self.installed

    def settings(self) -> dict[str, SettingView]:
        self._note("settings")
        return dict(self.values)

    def change_setting(self, name: str, value: str | int) -> dict[str, SettingView]:
        self._note("change_setting", (name, value))
        self.values[name] = SettingView(value, "settings")
        return dict(self.values)

    def set_proxy(self, url: str, sign_in: tuple[str, bytes] | None) -> dict[str, SettingView]:
        self._note("set_proxy", (url, sign_in))
        self.values["proxy"] = SettingView(url, "settings")
        self.values["proxy_user"] = SettingView("" if sign_in is None else sign_in[0], "settings")
        return dict(self.values)

    def back_up(self, folder: Path, passphrase: bytes) -> tuple[int, int]:
        self._note("back_up", folder)
        return 2, 3

    def is_backup_missing(self) -> bool:
        self._note("is_backup_missing")
        return self.backup_is_missing

    def bring_back(self, folder: Path, passphrase: bytes) -> tuple[int, int]:
        self._note("bring_back", folder)
        return 1, 0

    def use_passphrase(self, passphrase: bytes) -> AccountView:
        self._note("use_passphrase")
        self.state = replace(self.state, store="vault", problem=None)
        return self.state

    def use_memory(self) -> AccountView:
        self._note("use_memory")
        self.state = replace(self.state, store="memory", problem=None)
        return self.state

    def account(self) -> AccountView:
        self._note("account")
        return self.state

    def begin_sign_in(self, user: str, password: bytes) -> SignInStep:
        self._note("begin_sign_in", user)
        return SignInStep(self.needs)

    def finish_sign_in(self, code: str, *, is_recovery_code: bool) -> AccountView:
        self._note("finish_sign_in", is_recovery_code)
        self.state = signed_in()
        return self.state

    def begin_factor(self, invitation: str) -> FactorSetup:
        self._note("begin_factor", invitation)
        return setup()

    def begin_new_factor(self, code: str, *, is_recovery_code: bool) -> FactorSetup:
        self._note("begin_new_factor", is_recovery_code)
        return setup()

    def check_factor_code(self, typed: str) -> CodeJudgement:
        self._note("check_factor_code")
        digits = "".join(character for character in typed if character.isdigit())
        if len(digits) < 6:
            return CodeJudgement("3-A")
        return CodeJudgement("") if digits == self.right_code else self.judgement

    def confirm_factor_code(self, typed: str) -> tuple[CodeJudgement, tuple[str, ...]]:
        self._note("confirm_factor_code")
        return CodeJudgement(""), RECOVERY_CODES

    def activate_factor(self, recovery_code: str) -> AccountView:
        self._note("activate_factor")
        self.state = signed_in(recovery_codes_left=10)
        return self.state

    def sign_out(self) -> AccountView:
        self._note("sign_out")
        self.state = AccountView(None, "keyring", "d1")
        return self.state

    def practice_code(self) -> str | None:
        return None

    def touch(self) -> None:
        self._note("touch")

    def lock_when_idle(self) -> AccountView:
        self._note("lock_when_idle")
        self.state = replace(self.state, is_locked=True)
        return self.state

    def unlock(self, code: str) -> AccountView:
        self._note("unlock")
        self.state = signed_in()
        return self.state

    def devices(self) -> tuple[Device, ...]:
        self._note("devices")
        day = datetime(2026, 10, 2, 8, tzinfo=UTC)
        return (
            Device("d1", "ws-0147", day, datetime(2026, 11, 21, 10, 2, tzinfo=UTC), True),
            Device("d2", "laptop at home", day, datetime(2026, 10, 30, 18, 20, tzinfo=UTC), False),
        )

    def revoke_device(self, device_id: str) -> tuple[Device, ...]:
        self._note("revoke_device", device_id)
        return self.devices()[:1]

    def renew_recovery_codes(self, code: str) -> tuple[str, ...]:
        self._note("renew_recovery_codes")
        return RECOVERY_CODES

    def change_password(self, old: bytes, new: bytes, code: str) -> None:
        self._note("change_password")

    def account_data(self) -> str:
        self._note("account_data")
        return "user: anna.holm\ndevices:\n  - ws-0147\njobs: none"

    def clock_offset_s(self) -> float:
        self._note("clock_offset_s")
        return 0.4

    def applications(self) -> tuple[Application, ...]:
        self._note("applications")
        return self.offered

    def notices(self) -> tuple[Notice, ...]:
        self._note("notices")
        return self.service_notices

    def newer_version(self) -> str | None:
        self._note("newer_version")
        return self.newest

    def site_list_policy(self) -> str:
        self._note("site_list_policy")
        return self.lists_only

    def check_site_list(self, file: Path) -> None:
        self._note("check_site_list", file)
        self.hold.wait(10)

    def inspect(self, file: Path, build: str | None, site_list: Path | None = None) -> FileView:
        self._note("inspect", (file, build))
        self.hold.wait(10)
        if self.lists_only and site_list is None:
            raise RulesFileError(kind="site-list", line=0)
        facts = inspected_file(file.name, blocked=file.name in self.blocked_names)
        facts = replace(facts, site_list=site_list)
        if file.name in self.silent_names:
            return silent_file(facts, build, self.well_known, says_both=file.name in self.both_names)
        found = (*facts.findings, *mismatch(facts.header_build, build))
        return replace(facts, build=build or facts.build, given_build=build, findings=found)

    def check_together(self, files: tuple[Path, ...]) -> tuple[JobFindingView, ...]:
        self._note("check_together", files)
        named = {file for entry in self.job_findings for file in entry.files}
        return self.job_findings if set(files) >= named else ()

    def send(
        self, order: SendOrder, report: Callable[[TransferProgress], None], stop: threading.Event
    ) -> SentView | None:
        self._note("send", order)
        base = transfer(files=len(order.files))
        names = tuple(path.name for path in order.files)
        files = tuple(replace(file, name=name) for file, name in zip(base.files, names, strict=True))
        report(replace(base, files=files))
        while not self.hold.wait(0.01):
            if stop.is_set():
                self.on_their_way = [replace(base, state=TransferState.PAUSED, files=files)]
                return None
        stored = tuple(replace(file, state=FileState.STORED) for file in files)
        done = replace(base, state=TransferState.DONE, files=stored, job_id="job-20261121-1")
        self.on_their_way = [done]
        report(done)
        return SentView("a1", "job-20261121-1", len(files))

    def queue(self, order: SendOrder) -> str:
        self._note("queue", order)
        waiting = transfer(TransferState.WAITING, f"queued-{len(self.calls('queue'))}", files=len(order.files))
        self.on_their_way.append(waiting)
        return waiting.submission_id

    def transfers(self) -> tuple[TransferProgress, ...]:
        self._note("transfers")
        return tuple(self.on_their_way)

    def resume(
        self, submission_id: str, report: Callable[[TransferProgress], None], stop: threading.Event
    ) -> SentView | None:
        self._note("resume", submission_id)
        return None

    def go_on(self, submission_id: str) -> None:
        self._note("go_on", submission_id)

    def pause(self, submission_id: str) -> None:
        self._note("pause", submission_id)

    def cancel(self, submission_id: str) -> None:
        self._note("cancel", submission_id)

    def withdraw(self, submission_id: str) -> None:
        self._note("withdraw", submission_id)

    def turns(self) -> tuple[str, ...]:
        self._note("turns")
        return tuple(one.submission_id for one in self.on_their_way if not one.state.is_finished)

    def send_first(self, submission_id: str) -> None:
        self._note("send_first", submission_id)
        self.on_their_way.sort(key=lambda one: one.submission_id != submission_id)

    def clear_finished(self) -> int:
        self._note("clear_finished")
        before = len(self.on_their_way)
        self.on_their_way = [one for one in self.on_their_way if not one.state.is_finished]
        return before - len(self.on_their_way)

    def second_person_policy(self) -> str:
        self._note("second_person_policy")
        return self.two_people

    def prepare_for_approval(
        self, order: HandOverOrder, report: Callable[[Step], None], stop: threading.Event
    ) -> HandedOverView:
        self._note("prepare_for_approval", order)
        report(Step(order.files[0].name, 1, len(order.files), 43, 100))
        while not self.hold.wait(0.01):
            if stop.is_set():
                raise HandOverStoppedError
        return HandedOverView(order.folder, NOW + timedelta(days=30))

    def check_approval(self, file: Path) -> ApprovalView:
        self._note("check_approval", file)
        return ApprovalView(file, "birk-dam", "2026-11-21T10:00:00Z")

    def report_to_approve(self, folder: Path) -> ReportView:
        self._note("report_to_approve", folder)
        removed = ("sample-name", "path", "person-name")
        page = folder / "report.html"
        return ReportView(folder, "two-people", 2504, 122_468, 120_000, ("20", "21"), removed, page, ("hg38",),
                          self.build_said)  # fmt: skip

    def approve(self, folder: Path, approver: str, file: Path) -> ApprovalView:
        self._note("approve", (folder, approver, file))
        return ApprovalView(file, approver, "2026-11-21T10:00:00Z")

    def copies_due(self) -> tuple[LocalCopyView, ...]:
        self._note("copies_due")
        return self.copies

    def remove_copies(self, note_ids: tuple[str, ...]) -> int:
        self._note("remove_copies", note_ids)
        gone = [copy for copy in self.copies if copy.note_id in note_ids]
        self.copies = tuple(copy for copy in self.copies if copy not in gone)
        return sum(copy.files for copy in gone)

    def jobs(self) -> tuple[JobView, ...]:
        self._note("jobs")
        return tuple(self.job_list)

    def results(
        self,
        job: str,
        folder: Path,
        *,
        keep_pseudonyms: bool,
        report: Callable[[object], None],
        stop: threading.Event,
    ) -> ResultsView:
        self._note("results", (job, keep_pseudonyms))
        while not self.hold.wait(0.01):
            if stop.is_set():
                raise self.stopped
        if self.results_are_empty:
            return ResultsView(())
        files = (
            ResultView("chr20.dose.vcf.gz", folder / "chr20.dose.vcf.gz", 12_400_000, "original"),
            ResultView("frequencies.tsv", folder / "frequencies.tsv", 84_000, "none"),
        )
        return ResultsView(files, self.results_left_out)

    def delete_job(self, job: str) -> DeletionView:
        self._note("delete_job", job)
        return DeletionView(job, "2026-11-21T12:00:00Z", {"sealed_inputs": 3, "results": 2}, "imputation.north.example")

    def results_place(self, job: str) -> Path | None:
        self._note("results_place", job)
        folder = str(self.values["results_folder"].value)
        return Path(folder) / job if folder else None

    def result_numbers(self, job: str, files: tuple[Path, ...]) -> SiteNumbers | None:
        self._note("result_numbers", (job, [file.name for file in files]))
        return self.numbers

    def save_report(self, job: str, file: Path) -> None:
        self._note("save_report", (job, file))

    def cancel_job(self, job: str) -> None:
        self._note("cancel_job", job)
        self.job_list = [
            replace(one, status=one.status._replace(state="cancelled")) if one.status.id == job else one
            for one in self.job_list
        ]

    def receipt(self, job: str) -> ReceiptView:
        self._note("receipt", job)
        files = tuple((f"{number:032x}", f"{number:064x}", 1_234_567 * number) for number in range(1, 4))
        return ReceiptView(
            job,
            "https://imputation.north.example",
            "2026-11-21T10:00:00Z",
            "2026-11-21T10:00:01Z",
            files,
            "ab" * 32,
            41,
        )

    def certificate(self, job: str) -> DeletionView:
        self._note("certificate", job)
        deleted = {"sealed_inputs": 3, "working_copies": 7, "results": 2}
        return DeletionView(
            job, "2026-11-21T12:00:00Z", deleted, "https://imputation.north.example", "retention",
            "2026-12-21T12:00:00Z", "deletion-1",
        )  # fmt: skip

    def save_receipt(self, job: str, file: Path) -> None:
        self._note("save_receipt", (job, file))

    def save_certificate(self, job: str, file: Path) -> None:
        self._note("save_certificate", (job, file))

    def close(self) -> None:
        self._note("close")

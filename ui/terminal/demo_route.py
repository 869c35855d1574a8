"""The whole route, step by step, on a practice service of its own: what `genoseal demo` runs."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from client.model.display import display_text
from client.model.job import DeletionCertificate
from client.model.transfer import FileState, SubmissionOutcome, TransferProgress, TransferState
from client.tasks import account as account_tasks
from client.tasks import activity, jobs, outbox, profile, send
from client.tasks.certificate import verify_certificate
from client.tasks.connection import open_account
from client.tasks.errors import DemoProofError, FindingsBlockError
from client.tasks.facts import (
    ConsentGiven,
    EnrolmentTicket,
    FetchedResult,
    Inspected,
    MfaTicket,
    PrepareChoices,
    Prepared,
    SubmissionOrder,
)
from client.tasks.inspection import inspect_files
from client.tasks.names_here import user_name
from client.tasks.preparation import prepare_files
from client.tasks.results import fetch_job_results
from client.tasks.workplace import Workplace, open_workplace
from practice.phone import TIME_STEP_S, PracticePhone
from ui.identifying import identifying_places
from ui.terminal.demo_proof import (
    count_equal_genotypes,
    find_any,
    find_in_gzip,
    first_chromosome,
    first_lines,
    sample_row,
    search_folder,
)
from ui.terminal.screen import counted, sized

if TYPE_CHECKING:
    from practice.server import PracticeService

STEP_NAMES = (
    "practice",
    "profile",
    "enrol",
    "sign-in",
    "inspect",
    "prepare",
    "recheck",
    "seal",
    "upload",
    "job",
    "results",
    "restore",
    "delete",
    "certificate",
    "audit",
)
_CONSENT_REFERENCE = "DEMO-1"
_SHOWN_RECORDS = 3


class DemoFolders(NamedTuple):
    """Where the demo works; nothing of it is the user's own home."""

    root: Path

    @property
    def service(self) -> Path:
        return self.root / "service"

    @property
    def client(self) -> Path:
        return self.root / "client"

    @property
    def results(self) -> Path:
        return self.root / "results"

    @property
    def prepared(self) -> Path:
        return self.root / "prepared"

    @property
    def vault_password(self) -> Path:
        return self.root / "vault-password"


@dataclass
class DemoRoute:
    """Runs the steps in their order; each returns the sentence that is shown for it."""

    folders: DemoFolders
    files: tuple[Path, ...]
    secrets: tuple[str, ...]
    build: str | None
    stack: ExitStack
    on_inspected: Callable[[Inspected], None] = lambda inspected: None
    on_prepared: Callable[[Prepared, Sequence[str]], None] = lambda prepared, lines: None
    times: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._phone: PracticePhone | None = None
        self._last_step = 0
        self._sample_ids: list[str] = []
        self._original_of: dict[str, Path] = {}
        self._submission_id = ""
        self._outcome: SubmissionOutcome | None = None
        self._job = ""
        self._fetched: tuple[FetchedResult, ...] = ()

    @property
    def prepared(self) -> Prepared:
        return self._prepared

    @property
    def fetched(self) -> tuple[FetchedResult, ...]:
        return self._fetched

    @property
    def sent_bytes(self) -> int:
        """Bytes of all sealed bodies that were sent."""
        return 0 if self._outcome is None else sum(file.body_bytes for file in self._outcome.files)

    def step(self, name: str) -> str:
        """Run one step of STEP_NAMES; raises what stopped it."""
        run: Callable[[], str] = getattr(self, f"_step_{name.replace('-', '_')}")
        started = time.monotonic()
        try:
            return run()
        finally:
            # A step that was measured inside another (seal, upload) has its own time already.
            self.times.setdefault(name, time.monotonic() - started)

    # ---- the other side ---------------------------------------------------------------------------------------------

    def _step_practice(self) -> str:
        from practice.server import PracticeService

        self._service: PracticeService = self.stack.enter_context(PracticeService(self.folders.service))
        return f"A receiving service answers on this computer only: {self._service.url}"

    def _step_profile(self) -> str:
        self.folders.vault_password.write_text(secrets.token_urlsafe(24) + "\n")
        self.folders.vault_password.chmod(0o600)
        self._workplace: Workplace = self.stack.enter_context(
            open_workplace(self.folders.client, password_file=self.folders.vault_password, use_keyring=False)
        )
        installed = profile.install_profile(self._workplace, self._service.profile_path, self._service.key_fingerprint)
        return f"Signed settings of “{display_text(installed.profile.institution)}”, key {installed.key_fingerprint}"

    # ---- who you are ------------------------------------------------------------------------------------------------

    def _step_enrol(self) -> str:
        invitation = self._service.invitation_file.read_text().strip()
        with open_account(self._workplace) as account:
            ticket = account_tasks.begin_sign_in(self._workplace, account, self._service.user, self._password())
            if not isinstance(ticket, EnrolmentTicket):
                raise DemoProofError(check="enrolment")
            enrolment = account.enrolment(ticket)
            self._phone = PracticePhone(enrolment.begin(invitation).secret)
            codes = enrolment.confirm(self._next_code())
            account_tasks.activate_factor(self._workplace, account, enrolment, codes[0])
            account_tasks.sign_out(self._workplace, account)
        return f"A phone app was set up as second factor; {counted(len(codes), 'recovery code')} for a lost phone"

    def _step_sign_in(self) -> str:
        with open_account(self._workplace) as account:
            ticket = account_tasks.begin_sign_in(self._workplace, account, self._service.user, self._password())
            if not isinstance(ticket, MfaTicket):
                raise DemoProofError(check="sign-in")
            account_tasks.complete_totp(self._workplace, account, ticket, self._next_code())
        return "Password and six-digit code; the session is kept in a vault of the demo's own"

    def _password(self) -> bytes:
        return self._service.password_file.read_bytes().strip()

    def _next_code(self) -> str:
        """A code counts once: the next time step's code instead of waiting for it."""
        if self._phone is None:
            raise DemoProofError(check="phone")
        self._last_step = max(self._last_step + 1, int(time.time()) // TIME_STEP_S)
        return self._phone.code_at(datetime.fromtimestamp(self._last_step * TIME_STEP_S, UTC))

    # ---- the files --------------------------------------------------------------------------------------------------

    def _step_inspect(self) -> str:
        inspected = inspect_files(self._workplace, self.files, PrepareChoices(build=self.build))
        self.on_inspected(inspected)
        if inspected.blocking:
            raise FindingsBlockError(count=inspected.blocking)
        # Plain reading only: of a BCF the names are not known here, and that part of the proof is left out.
        self._sample_ids = sample_row(self.files[0])
        self._original_of = {
            chromosome: path
            for path, file in zip(self.files, inspected.files, strict=True)
            if file.inspection is not None and self._sample_ids
            for chromosome in file.inspection.chromosomes
        }
        removed = identifying_places(finding for file in inspected.files for finding in file.findings)
        records = sum(file.inspection.records for file in inspected.files if file.inspection is not None)
        found = f"{removed:,} places that identify people or this hospital"
        return f"{counted(len(self.files), 'file')}, {counted(records, 'record')}: {found}"

    def _step_prepare(self) -> str:
        self._prepared = prepare_files(
            self._workplace, self.files, self.folders.prepared, PrepareChoices(build=self.build)
        )
        first = self._prepared.files[0]
        self.on_prepared(self._prepared, first_lines(self.folders.prepared / first.file_name, _SHOWN_RECORDS))
        read = sum(file.records_in for file in self._prepared.files)
        kept = sum(file.records_kept for file in self._prepared.files)
        names = counted(self._prepared.map.samples, "name")
        return f"{names} became pseudonyms, columns shuffled; {kept:,} of {read:,} records kept"

    def _step_recheck(self) -> str:
        total = 0
        found: list[str] = []
        for file in self._prepared.files:
            read, seen = find_in_gzip(self.folders.prepared / file.file_name, self._needles())
            found += seen + find_any(file.file_name.encode(), self._needles())
            total += read
        report = self._prepared.report_html.read_bytes() + self._prepared.report_json.read_bytes()
        found += find_any(report, self._needles())
        if found:
            raise DemoProofError(check="recheck")
        needles = counted(len(self._needles()), "name and secret", "names and secrets")
        return f"Passed; none of {needles} in {sized(total)} of text that will leave, its name or the report"

    # ---- on its way -------------------------------------------------------------------------------------------------

    def _step_seal(self) -> str:
        statement = send.consent_statements(self._workplace)[-1]
        order = SubmissionOrder(
            self.files,
            ConsentGiven(statement.version, _CONSENT_REFERENCE),
            PrepareChoices(build=self.build, map_file=self._prepared.map.file),
            name="demo",
        )
        started = time.monotonic()
        marks: dict[str, float] = {}

        def on_change(progress: TransferProgress) -> None:
            if all(file.state not in (FileState.WAITING, FileState.PREPARING) for file in progress.files):
                marks.setdefault("sealed", time.monotonic())
            if progress.state in (TransferState.STORED, TransferState.SUBMITTING, TransferState.SUBMITTED):
                marks.setdefault("stored", time.monotonic())

        queued = send.queue_submission(self._workplace, order)
        self._submission_id = queued.submission_id
        outcome = outbox.drive_outbox(self._workplace, queued.submission_id, on_change)[queued.submission_id]
        ended = time.monotonic()
        self._outcome = outbox.require_sent(outcome)
        sealed = min(marks.get("sealed", ended), marks.get("stored", ended))
        # Preparing, rechecking and sealing are one pass, and uploads begin while later files are still in it.
        self.times["seal"] = sealed - started
        self.times["upload"] = ended - sealed
        sealed_bytes = sum(file.body_bytes for file in outcome.files)
        files = counted(len(outcome.files), "file")
        return f"{files}, {sized(sealed_bytes)}, to the service's own key (post-quantum); nobody else can open them"

    def _step_upload(self) -> str:
        sent = send.sent_submission(self._workplace, self._submission_id)
        self._job = sent.job
        return (
            f"TLS 1.3, pinned; keys and instructions went last, sealed. Signed receipt of job {self._job[:8]} verified"
        )

    def _step_job(self) -> str:
        status = jobs.wait_for_job(self._workplace, self._job)
        if status.state != "succeeded":
            raise DemoProofError(check="job")
        files, total, found = search_folder(self.folders.service, self._needles())
        _, _, logged = search_folder(self.folders.client / "logs", self._needles())
        if found or logged:
            raise DemoProofError(check="storage")
        return f"Succeeded; searched all the service keeps ({counted(files, 'file')}, {sized(total)}): no name, no path"

    # ---- back again -------------------------------------------------------------------------------------------------

    def _step_results(self) -> str:
        self._fetched = fetch_job_results(self._workplace, self._job, self.folders.results)
        total = sum(result.bytes for result in self._fetched)
        results = counted(len(self._fetched), "result")
        return f"{results}, {sized(total)}, checked against the service's signed list and opened here"

    def _step_restore(self) -> str:
        compared = equal = 0
        for result in self._fetched:
            if result.names != "original" or not (names := sample_row(result.path)):
                continue
            if self._sample_ids and names != self._sample_ids:
                raise DemoProofError(check="names")
            original = self._original_of.get(first_chromosome(result.path) or "")
            if original is not None:
                seen, same = count_equal_genotypes(original, result.path)
                compared += seen
                equal += same
        if compared != equal or (self._original_of and not compared):
            raise DemoProofError(check="genotypes")
        names_back = counted(self._prepared.map.samples, "name")
        return f"{names_back} in the original order; {compared:,} records compared, each genotype under its own name"

    def _step_delete(self) -> str:
        verified = jobs.delete_job(self._workplace, self._job)
        self._certificate = verified
        certificate = verified.certificate
        gone = sum(certificate.deleted.values()) if isinstance(certificate, DeletionCertificate) else 0
        return f"The service states, signed, that it deleted {counted(gone, 'file')} of this job"

    def _step_certificate(self) -> str:
        if self._certificate.file is None:
            raise DemoProofError(check="certificate")
        verified = verify_certificate(self._workplace, self._certificate.file)
        if not verified.is_of_this_workstation:
            raise DemoProofError(check="certificate")
        return f"Verified offline: key {verified.kid} of the profile, this job, all of it"

    def _step_audit(self) -> str:
        verdict = activity.verify_activity(self._workplace)
        activity.require_intact(verdict)
        proven = "" if verdict.complete_up_to_job is None else "; the service's receipt says so too"
        return f"{counted(verdict.lines, 'line')} of activity, none changed, none missing{proven}"

    def _needles(self) -> list[str]:
        """What must never be seen outside: names, planted secrets, this computer's user, the files' names."""
        own = [user_name(), *(file.name for file in self.files), *(str(file.parent) for file in self.files)]
        return [needle for needle in dict.fromkeys((*self._sample_ids, *self.secrets, *own)) if len(needle) >= 6]

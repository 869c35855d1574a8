"""What pages show, as small frozen pictures of the core's facts.

They import nothing heavy, so that the first paint does not wait for the network's libraries, and hold no secret
beyond the moment they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from client.model.errors import Fact
from client.model.handover import NOBODY_SAID, BuildSaid
from client.model.profile import Profile
from client.model.service import JobStatus


class ProfileView(NamedTuple):
    """The institution's profile that holds. `source` is system, user or service."""

    profile: Profile
    key_fingerprint: str
    source: str
    is_expired: bool


@dataclass(frozen=True)
class AccountView:
    """Who is signed in. `store` is keyring, vault or memory, or empty where no store could be opened."""

    user: str | None = field(repr=False)
    store: str
    device_id: str = ""
    signed_in_at: datetime | None = None
    recovery_codes_left: int | None = None
    is_locked: bool = False
    problem: Exception | None = None
    """Why the secret store does not open."""

    @property
    def is_signed_in(self) -> bool:
        """Signed in and not locked after idle time."""
        return self.user is not None and not self.is_locked


class SignInStep(NamedTuple):
    """The password was right; `needs` is `code`, or `enrolment` where no second factor is set up yet."""

    needs: str


@dataclass(frozen=True)
class FactorSetup:
    """What an authenticator app needs."""

    issuer: str
    account: str
    otpauth_uri: str = field(repr=False)
    grouped_secret: str = field(repr=False)


class CodeJudgement(NamedTuple):
    """What was found about a typed code: `message_code` is 3-A to 3-E, empty where it is right."""

    message_code: str
    phone_offset_s: int = 0
    typed_late: bool = False

    @property
    def is_right(self) -> bool:
        """The code counts."""
        return not self.message_code


@dataclass(frozen=True)
class FindingView:
    """Something found in a file. `severity` is block, warn, info or removed; `where` never holds text of the file."""

    code: str
    finding_class: str
    severity: str
    where: str
    count: int
    advice: str = ""
    server_text: str | None = None


@dataclass(frozen=True)
class JobFindingView:
    """Something that stops files as one job; `files` are those that it is between, where it is not of all."""

    finding: FindingView
    files: tuple[Path, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class HeaderLineView:
    """A line of a file's header as it was, and the spans (start, end, class) that identify somebody."""

    line: str = field(repr=False)
    spans: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True)
class FileView:
    """A file that was looked into; with a `problem` it could not be read and the numbers are 0."""

    name: str = field(repr=False)
    problem: Exception | None = None
    samples: int = 0
    records: int = 0
    kept: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    """Records that will not be sent, counted by reason. With `kept` and records of other chromosomes: all of them."""
    build: str | None = None
    chromosomes: tuple[str, ...] = ()
    findings: tuple[FindingView, ...] = ()
    header: tuple[HeaderLineView, ...] = field(default=(), repr=False)
    leaving: tuple[str, ...] = ()
    """The header that leaves instead."""
    header_build: str | None = None
    """The build that the header proves."""
    header_says_both: bool = False
    """Whether the header has contig lengths of both builds, which prove neither."""
    given_build: str | None = None
    """The build that a person chose, with which the file was looked into."""
    site_list: Path | None = field(default=None, repr=False)
    """The site list that it was compared with."""

    @property
    def lacks_site_list(self) -> bool:
        """Whether it was not looked into because the rules send only the sites of a list, and none was chosen."""
        facts = getattr(self.problem, "facts", {})
        return self.site_list is None and facts.get("kind") == "site-list"

    @property
    def asks_for_build(self) -> bool:
        """Whether a person has to say the build, for the header does not; also once they have said it. Of a file
        without a chromosome nobody has to."""
        if self.problem is not None or self.header_build is not None or not self.chromosomes:
            return False
        return all(finding.code != "VCF-BUILD-OTHER" for finding in self.findings)

    @property
    def is_build_doubtful(self) -> bool:
        """Whether well-known variants contradict the build that the header or a person says."""
        return any(finding.code == "VCF-BUILD-DOUBTFUL" for finding in self.findings)

    @property
    def fitting_build(self) -> str | None:
        """The build at whose places well-known variants lie, where the header says none and they tell."""
        codes = {finding.code for finding in self.findings}
        return next((build for build in ("hg19", "hg38") if f"VCF-BUILD-FITS-{build.upper()}" in codes), None)


@dataclass(frozen=True)
class JobView:
    """A job as the service reports it. `name` is what the user called it; results open only where it was sent."""

    status: JobStatus
    name: str = field(default="", repr=False)
    is_of_this_computer: bool = True
    standing: str = ""
    """What this computer has done with it: `opened`, `restored` (names are back) or `certified` (deletion proven)."""


@dataclass(frozen=True)
class CheckView:
    """One line of the workstation check. `ok` None: could not be found out, or does not matter here."""

    name: str
    ok: bool | None
    state: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """How far long work is: `done` of `total` bytes of the file with that number."""

    name: str = field(repr=False)
    number: int
    of: int
    done: int
    total: int | None


@dataclass(frozen=True)
class SendOrder:
    """What is to be sent, as it was confirmed."""

    files: tuple[Path, ...] = field(repr=False)
    consent_version: str
    consent_reference: str = field(repr=False)
    name: str = field(default="", repr=False)
    """What the person calls it; stays on this computer."""
    application: str | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    approval: Path | None = field(default=None, repr=False)
    """A second person's approval, where the rules want one."""
    build: str | None = None
    """The genome build that the person chose, where a header does not say it."""
    site_list: Path | None = field(default=None, repr=False)
    """The sites that the files were compared with; some policies send only those."""


@dataclass(frozen=True)
class HandOverOrder:
    """What is to be prepared for a second person, into which folder, with what the person chose."""

    files: tuple[Path, ...] = field(repr=False)
    folder: Path = field(repr=False)
    build: str | None = None
    site_list: Path | None = field(default=None, repr=False)


@dataclass(frozen=True)
class HandedOverView:
    """Files that were prepared for a second person to read. `keep_until`: the rules let them lie here until then."""

    folder: Path = field(repr=False)
    keep_until: datetime | None


@dataclass(frozen=True)
class ReportView:
    """What a second person is asked to approve; the files beside the report were compared with it."""

    folder: Path = field(repr=False)
    policy: str
    samples: int
    records_in: int
    records_kept: int
    chromosomes: tuple[str, ...]
    removed: tuple[str, ...]
    """Classes of what was taken away."""
    page: Path | None = field(repr=False)
    """The report to be read, where it lies beside."""
    builds: tuple[str, ...] = ()
    """The genome builds that the files were prepared as."""
    build_said: BuildSaid = NOBODY_SAID


@dataclass(frozen=True)
class ApprovalView:
    """A second person's yes. `approver` is their id at the service."""

    file: Path = field(repr=False)
    approver: str = field(repr=False)
    approved_at: str


@dataclass(frozen=True)
class LocalCopyView:
    """Prepared files that lie in one folder longer than the rules let them."""

    note_id: str
    folder: Path = field(repr=False)
    files: int
    keep_until: datetime


class SentView(NamedTuple):
    """The service has confirmed a submission."""

    submission_id: str
    job: str
    files: int


@dataclass(frozen=True)
class ResultView:
    """One result on this computer. `names` says whose it carries: original, pseudonyms or none."""

    name: str
    output: Path = field(repr=False)
    bytes: int
    names: str


class ResultsView(NamedTuple):
    """What was fetched of a job. `left_out`: indexes and checksums that would not fit results with their names back."""

    files: tuple[ResultView, ...]
    left_out: tuple[str, ...] = ()


class DeletionView(NamedTuple):
    """A verified deletion certificate. `reason` is request, retention or cancelled."""

    job: str
    deleted_at: str
    deleted: Mapping[str, int]
    issuer: str
    reason: str = "request"
    backup_until: str | None = None
    key_id: str = ""
    """Which of the service's keys signed it."""


class ReceiptView(NamedTuple):
    """A verified receipt: what the service states, signed, that it has. `files`: id, SHA-256 and bytes of each body."""

    job: str
    issuer: str
    received_at: str
    verified_at: str
    files: tuple[tuple[str, str, int], ...]
    manifest_sha256: str
    log_lines: int
    """How many lines of this computer's activity log it vouches for."""


class ActivityRow(NamedTuple):
    """One line of the activity log; `event` empty stands for a line that cannot be read."""

    number: int
    time: str
    event: str
    facts: Mapping[str, Fact]


class ActivityJudgement(NamedTuple):
    """Whether the log is whole, and up to where that is proven."""

    lines: int
    proven_lines: int
    proven_by_job: str | None
    proven_at: str | None
    problem: Exception | None


@dataclass(frozen=True)
class SettingView:
    """One setting as it counts; `origin` is profile, settings or default."""

    value: str | int = field(repr=False)
    origin: str

    @property
    def is_locked(self) -> bool:
        """Set by the institution's profile."""
        return self.origin == "profile"

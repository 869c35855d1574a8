"""What the use cases return and report: frozen, picklable, and the same for both faces.

Texts inside (sample names, file names, messages of the service) are as they came: a face passes them through
`client.model.display.display_text` before it shows them. Sizes are bytes, times RFC 3339 `Z` strings.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from client.account.account import Account, EnrolmentTicket, MfaTicket, SessionFacts
    from client.account.enrolment import Enrolment, TotpSetup
    from client.account.totp_code import CodeFinding, CodeVerdict
    from client.audit.lines import ActivityLine
    from client.audit.verify import AuditVerdict
    from client.institution.store import InstalledProfile, UnprovenProfile
    from client.jobs.deletion import VerifiedCertificate
    from client.jobs.results import FetchedResult
    from client.tasks.doctor import Check
    from client.tasks.keys import KeyFacts
    from client.tasks.restoration import RestoredFile
    from client.tasks.sealing import OpenedFile, SealedFile
    from client.tasks.submission_order import ConsentGiven, SubmissionOrder
    from prep.contigs import Build
    from prep.errors import PrepError
    from prep.findings import Finding
    from prep.results import Inspection
    from prep.site_list import SiteList

_HOMES = {
    "Account": "client.account.account",
    "ActivityLine": "client.audit.lines",
    "AuditVerdict": "client.audit.verify",
    "Check": "client.tasks.doctor",
    "CodeFinding": "client.account.totp_code",
    "CodeVerdict": "client.account.totp_code",
    "ConsentGiven": "client.tasks.submission_order",
    "Enrolment": "client.account.enrolment",
    "EnrolmentTicket": "client.account.account",
    "FetchedResult": "client.jobs.results",
    "Finding": "prep.findings",
    "Inspection": "prep.results",
    "InstalledProfile": "client.institution.store",
    "KeyFacts": "client.tasks.keys",
    "MfaTicket": "client.account.account",
    "OpenedFile": "client.tasks.sealing",
    "RestoredFile": "client.tasks.restoration",
    "SealedFile": "client.tasks.sealing",
    "SessionFacts": "client.account.account",
    "SiteList": "prep.site_list",
    "SubmissionOrder": "client.tasks.submission_order",
    "TotpSetup": "client.account.enrolment",
    "UnprovenProfile": "client.institution.store",
    "VerifiedCertificate": "client.jobs.deletion",
}


def __getattr__(name: str) -> Any:
    """What one use case or a room below returns; the faces import it from here, which imports its module only then."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(importlib.import_module(home), name)


class TaskProgress(NamedTuple):
    """How far long work is. `total` None: no end is known. `unit` is `bytes` or `records`."""

    step: str
    file: str
    file_number: int
    files: int
    done: int
    total: int | None
    unit: str = "bytes"


__all__ = [
    "Account",
    "AccountState",
    "ActivityLine",
    "AuditVerdict",
    "Check",
    "CodeFinding",
    "CodeVerdict",
    "ConsentGiven",
    "Enrolment",
    "EnrolmentTicket",
    "FetchedResult",
    "Finding",
    "HeaderLine",
    "Inspected",
    "InspectedFile",
    "Inspection",
    "InstalledProfile",
    "KeyFacts",
    "MapFacts",
    "MfaTicket",
    "OpenedFile",
    "PrepareChoices",
    "Prepared",
    "PreparedFile",
    "Progress",
    "RestoredFile",
    "SealedFile",
    "SessionFacts",
    "SiteList",
    "SubmissionOrder",
    "TaskProgress",
    "TotpSetup",
    "UnprovenProfile",
    "VerifiedCertificate",
]

Progress = Callable[[TaskProgress], None]
"""Called on the thread that does the work, at most ten times a second."""


# ---- files ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class HeaderLine:
    """One line of the input's header as it was, with the spans (start, end, class) that identify somebody."""

    line: str = field(repr=False)
    spans: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class InspectedFile:
    """One file of an inspection: what was found, or the error that kept it from being read at all."""

    file: str = field(repr=False)
    inspection: Inspection | None = field(repr=False)
    problem: PrepError | None
    header_lines: tuple[HeaderLine, ...] = field(default=(), repr=False)
    header_build: Build | None = None
    """The build that the header's contig lengths prove; None where somebody has to say it."""
    header_says_both: bool = False
    """Whether it has lengths of both builds, which prove neither."""
    sample_ids: tuple[str, ...] = field(default=(), repr=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return () if self.inspection is None else self.inspection.findings


class Inspected(NamedTuple):
    """All files of one call, and what is wrong between them (`job_findings`)."""

    files: tuple[InspectedFile, ...]
    job_findings: tuple[Finding, ...]

    @property
    def blocking(self) -> int:
        """How many things need the user before anything can be sent."""
        findings = [finding for file in self.files for finding in file.findings] + list(self.job_findings)
        unreadable = sum(file.problem is not None for file in self.files)
        return unreadable + sum(finding.blocks() for finding in findings)

    @property
    def is_all_left_out(self) -> bool:
        """Whether every file could be read, and none has a chromosome that the policy sends."""
        return all(file.inspection is not None and not file.inspection.chromosomes for file in self.files)


@dataclass(frozen=True)
class PrepareChoices:
    """What the user chose; None means: the profile's, then the default."""

    policy: str | None = None
    service: str | None = None
    build: str | None = None
    leave_out: Path | None = field(default=None, repr=False)
    site_list: Path | None = field(default=None, repr=False)
    map_file: Path | None = field(default=None, repr=False)
    project: str | None = field(default=None, repr=False)
    parallel: int | None = None
    accept_remaining: bool = False
    """What the policy's leak level asks about may leave."""


@dataclass(frozen=True)
class MapFacts:
    """A pseudonym map on this computer."""

    map_id: str
    samples: int
    file: Path = field(repr=False)


@dataclass(frozen=True)
class PreparedFile:
    """One prepared file. `dropped` counts records by reason; records_in = records_kept + all dropped."""

    source: str = field(repr=False)
    output: Path | None = field(repr=False)
    file_name: str
    chromosome: str
    sha256: str
    bytes: int
    samples: int
    records_in: int
    records_kept: int
    dropped: dict[str, int]


@dataclass(frozen=True)
class Prepared:
    """One job's prepared files: each rechecked over the bytes that were written, with its reports beside them."""

    files: tuple[PreparedFile, ...]
    findings: tuple[Finding, ...]
    map: MapFacts
    report_json: Path = field(repr=False)
    report_html: Path = field(repr=False)
    report_local_html: Path = field(repr=False)
    """Where it would lie, where it was not wanted."""
    recheck: str = "passed"
    keep_until: datetime | None = None
    """Until when the policy or the profile lets the files stay here; `tidy` removes them then."""


# ---- account ------------------------------------------------------------------------------------------------------


class AccountState(NamedTuple):
    """Who is signed in here. `store` is where the tokens are kept: keyring, vault or memory."""

    session: SessionFacts | None
    store: str

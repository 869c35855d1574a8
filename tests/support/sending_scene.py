"""A practice service, a workplace that is signed in to it, and a small leaky cohort: everything that `send` needs."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from client.account.account import EnrolmentTicket, MfaTicket
from client.account.totp_code import time_step, totp_code
from client.tasks.connection import open_account
from client.tasks.facts import ConsentGiven, SubmissionOrder
from client.tasks.outbox import OnChange, drive_outbox
from client.tasks.profile import install_profile
from client.tasks.send import Sent, consent_statements, queue_submission, require_submitted, sent_submission
from client.tasks.workplace import Workplace
from practice.server import PracticeService
from practice.settings import PracticeSettings
from tests.support.places import make_workplace
from tests.support.practice_client import cheap_settings

SAMPLES = tuple(f"Anders_Jespersen_{1940 + i}" for i in range(24))


@dataclass
class SendingScene:
    """See the module. `home` and `service_folder` hold all that client and service ever wrote."""

    folder: Path
    service: PracticeService
    workplace: Workplace
    recovery_codes: tuple[str, ...]

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def service_folder(self) -> Path:
        return self.folder / "service"

    def cohort(self, chromosomes: Sequence[str], sites: int = 300, samples: Sequence[str] = SAMPLES) -> list[Path]:
        """One gzipped VCF for each chromosome, with names where names should not be."""
        return [
            write_cohort(self.folder / f"Jespersen_family_{chromosome}.vcf.gz", (chromosome,), sites, samples)
            for chromosome in chromosomes
        ]

    def order(self, files: Sequence[Path]) -> SubmissionOrder:
        version = consent_statements(self.workplace)[-1].version
        return SubmissionOrder(tuple(files), ConsentGiven(version, "REC-2026/17"), name="Jespersen family")

    def send(self, order: SubmissionOrder, on_change: OnChange | None = None) -> Sent:
        """Queue it and drive it until the receipt is here, as the command does; raises what stopped it."""
        submission_id = queue_submission(self.workplace, order).submission_id
        outcomes = drive_outbox(self.workplace, submission_id, on_change)
        require_submitted(self.workplace, order, outcomes[submission_id], lambda: None)
        return sent_submission(self.workplace, submission_id)


def write_cohort(path: Path, chromosomes: Sequence[str], sites: int, samples: Sequence[str]) -> Path:
    """Random genotypes at `sites` positions of each chromosome (hg19)."""
    draw = random.Random(path.name)
    lines = [
        "##fileformat=VCFv4.2",
        "##source=/home/jespersen/pipeline --bam Anders_Jespersen_1940.bam",
        *(f"##contig=<ID={chromosome},length={_LENGTHS[chromosome]}>" for chromosome in chromosomes),
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
        "\t".join(["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *samples]),
    ]
    calls = ("0|0", "0|1", "1|0", "1|1")
    for chromosome in chromosomes:
        for site in range(sites):
            row = [chromosome, str(1_000_000 + 997 * site), f"rs{site}", "A", "G", ".", "PASS", "AC=1", "GT"]
            lines.append("\t".join([*row, *draw.choices(calls, (5, 2, 2, 1), k=len(samples))]))
    path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", 1))
    return path


_LENGTHS = {"20": 63_025_520, "21": 48_129_895, "22": 51_304_566}


@contextmanager
def sending_scene(folder: Path, settings: PracticeSettings | None = None) -> Iterator[SendingScene]:
    """The service runs for the block; the workplace has its profile, a second factor and a session."""
    with PracticeService(folder / "service", settings=settings or cheap_settings()) as service:
        workplace = make_workplace(folder / "home")
        with workplace:
            install_profile(workplace, service.profile_path, service.key_fingerprint)
            codes = sign_in_for_the_first_time(workplace, service)
            yield SendingScene(folder, service, workplace, codes)


def sign_in_again(workplace: Workplace, service: PracticeService, recovery_code: str) -> None:
    """By password and a recovery code, which needs no waiting for the next time step."""
    with open_account(workplace) as account:
        ticket = account.begin_sign_in(service.user, service.password_file.read_text().strip())
        assert isinstance(ticket, MfaTicket)
        account.complete_recovery(ticket, recovery_code)


def sign_in_for_the_first_time(workplace: Workplace, service: PracticeService) -> tuple[str, ...]:
    """Enrol a second factor; its last step signs in. Returns the recovery codes."""
    with open_account(workplace) as account:
        ticket = account.begin_sign_in(service.user, service.password_file.read_text().strip())
        assert isinstance(ticket, EnrolmentTicket)
        enrolment = account.enrolment(ticket)
        secret = enrolment.begin(service.invitation_file.read_text().strip()).secret
        codes = enrolment.confirm(totp_code(secret, time_step(workplace.clock())))
        enrolment.activate(codes[0])
    return tuple(codes)

"""Plausible facts for the window's tests: what the core says of an institution, a person, files and jobs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from client.model.profile import ConsentStatement, Helpdesk, Inbox, Profile, ServicePlace
from client.model.service import JobMessage, JobStatus, JobStep
from client.model.transfer import FileProgress, FileState, Problem, TransferProgress, TransferState
from ui.desktop.views import (
    AccountView,
    FactorSetup,
    FileView,
    FindingView,
    HeaderLineView,
    JobView,
    ProfileView,
)

GB = 1_000_000_000
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CONSENT = (
    "I confirm that the persons whose data I send have consented to this use, or that an ethics committee has "
    "approved it, and that my institution has agreed."
)


SECRET = "Y2K5CLJH3WLT2ULEG3JTCVC434FAMJYJ"
RECOVERY_CODES = tuple(f"K7QM-{number}ABD-XW4T-6HJP" for number in range(2, 8)) + tuple(
    f"M{number}XZ-2CDE-RS5U-7KLQ" for number in range(2, 6)
)


def setup(secret: str = SECRET) -> FactorSetup:
    uri = f"otpauth://totp/North%20Imputation:anna.holm?secret={secret}&issuer=North%20Imputation"
    grouped = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return FactorSetup("North Imputation", "anna.holm", uri, grouped)


def profile_view(environment: str = "production", *, is_expired: bool = False, container: str = "gseal") -> ProfileView:
    profile = Profile(
        institution="University Hospital North",
        environment=environment,
        serial=7,
        not_after=datetime(2027, 1, 31, tzinfo=UTC),
        service=ServicePlace("https://imputation.north.example", (b"1" * 32, b"2" * 32)),
        recipients=("-----BEGIN PUBLIC KEY-----",),
        signing_keys=(),
        consent=(ConsentStatement("2026-1", CONSENT),),
        helpdesk=Helpdesk("+45 70 12 34 56", "Mon–Fri 8–16", "helpdesk@north.example"),
        inbox=Inbox(container=container),
    )
    return ProfileView(profile, "KQ7M-2ABD-XW4T-6HJP", "user", is_expired)


def signed_in(**changes: object) -> AccountView:
    view = AccountView("anna.holm", "keyring", "d1", NOW - timedelta(hours=2), 8)
    return replace(view, **changes)  # type: ignore[arg-type]


def inspected_file(name: str = "cohort.vcf.gz", *, blocked: bool = False) -> FileView:
    findings = [
        FindingView("LEAK-SAMPLE-NAME", "sample-name", "removed", "sample names", 2504),
        FindingView("LEAK-PATH", "path", "removed", "header ##reference", 3),
        FindingView("VCF-VERSION", "change", "info", "header ##fileformat", 1),
    ]
    if blocked:
        advice = "Two columns have the same sample name. Rename one: bcftools reheader -s NAMES FILE"
        said = "Two individuals or more have the following ID: …"
        findings.append(FindingView("VCF-SAMPLES-DUPLICATE", "check", "block", "sample names", 1, advice, said))
    lines = (
        ("##fileformat=VCFv4.2", ()),
        ("##reference=file:///home/anna.holm/patients/ref.fa", (("/home/anna.holm/patients/ref.fa", "path"),)),
        ('##SAMPLE=<ID=NA00001,Description="Anna Holm, born 1974">', (("NA00001", "sample-name"),
                                                                     ("Anna Holm, born 1974", "person-name"))),
        ("##contig=<ID=20,length=63025520>", ()),
        ('##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">', ()),
        ("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNA00001\tNA00002", (("NA00001\tNA00002",
                                                                                     "sample-name"),)),
    )  # fmt: skip
    marks = tuple(
        HeaderLineView(line, tuple((line.index(text), line.index(text) + len(text), kind) for text, kind in texts))
        for line, texts in lines
    )
    leaving = (
        "##fileformat=VCFv4.2",
        "##contig=<ID=20>",
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t<pseudonym 1>\t<pseudonym 2>\t<pseudonym 3>\t…",
    )
    dropped = {"multi-allelic": 1_204, "monomorphic": 26, "duplicate": 4}
    return FileView(name, None, 2504, 61_234, 60_000, dropped, "hg38", ("20",), tuple(findings), marks, leaving,
                    header_build="hg38")  # fmt: skip


def silent_file(facts: FileView, given: str | None, well_known: str | None, *, says_both: bool = False) -> FileView:
    """`facts` of a file whose header does not say the build (or says both), looked into with the one that was given."""
    found = list(facts.findings)
    if given is None:
        code = "VCF-BUILD-BOTH" if says_both else "VCF-BUILD-UNKNOWN"
        found.append(FindingView(code, "check", "block", "header ##contig", 1, "Give it."))
    if well_known is not None:
        found.append(FindingView(f"VCF-BUILD-FITS-{well_known.upper()}", "check", "info", "records", 1, "Said."))
        if given not in (None, well_known):
            found.append(FindingView("VCF-BUILD-DOUBTFUL", "check", "warn", "records", 1, "Ask."))
    build = given or well_known
    return replace(facts, findings=tuple(found), build=build, header_build=None, header_says_both=says_both,
                   given_build=given)  # fmt: skip


def mismatch(said: str | None, given: str | None) -> tuple[FindingView, ...]:
    """What is found where a header says another build than the one that was given."""
    if given in (None, said):
        return ()
    return (FindingView("VCF-BUILD-MISMATCH", "check", "block", "header ##contig", 1, "Check it."),)


def transfer(
    state: TransferState = TransferState.UPLOADING, submission_id: str = "a1", files: int = 3
) -> TransferProgress:
    states = [FileState.UPLOADING, FileState.SEALED, FileState.PREPARING, FileState.WAITING]
    lines = tuple(
        FileProgress(
            position=number,
            name=f"cohort-2026.chr{20 + number}.vcf.gz",
            state=states[min(number, 3)],
            source_bytes=6 * GB,
            prepared_bytes=(6 * GB, 6 * GB, 2 * GB, 0)[min(number, 3)],
            sealed_bytes=(5 * GB, 4 * GB, 0, 0)[min(number, 3)],
            sent_bytes=(31 * GB // 10, 0, 0, 0)[min(number, 3)],
        )
        for number in range(files)
    )
    problem = Problem("NET-UNREACHABLE", {"reason": "refused"}) if state is TransferState.NEEDS_YOU else None
    return TransferProgress(submission_id, state, "cohort 2026", lines, problem, None, "2026-11-21T10:00:00Z")


def job(state: str = "succeeded", name: str = "job-20261121-1") -> JobView:
    second = {"succeeded": "succeeded", "running": "running", "failed": "failed"}.get(state, "waiting")
    steps = (
        JobStep("Input check", "succeeded", (JobMessage("info", "22 files, 1,126 samples, GRCh37"),)),
        JobStep("Frequencies", second, (JobMessage("info", "This is practice: no imputation was done."),)),
    )
    results = ("frequencies.tsv", "chr20.dose.vcf.gz") if state == "succeeded" else ()
    finished = None if state in ("waiting", "running") else NOW - timedelta(hours=23)
    status = JobStatus(
        name, "a1", state, steps, NOW - timedelta(days=1), finished, NOW + timedelta(days=5, hours=3), results
    )
    return JobView(status, "cohort 2026")

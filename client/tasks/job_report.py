"""The report of a job that was sent: how its files were prepared, from what the outbox kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from client.jobs.receipts import ReceiptStore
from client.model.display import display_text
from client.model.errors import ClientError
from client.seal.private_output import private_output
from client.tasks.connection import program_version
from client.tasks.errors import ReportMissingError, about
from client.tasks.kept_report import parse_kept_report
from client.tasks.outbox import open_outbox
from client.tasks.places import require_output
from client.tasks.workplace import Workplace
from client.transfer.plan import SubmissionPlan
from prep.limits import load_service_limits
from prep.policy import load_policy
from prep.pseudonyms import parse_pseudonym_map
from prep.report import MapInfo, build_report, render_html
from prep.results import PrepareReport


@dataclass(frozen=True)
class KeptPreparation:
    """What is still known of how a job's files were prepared. `received_at` is when the service took them."""

    plan: SubmissionPlan = field(repr=False)
    reports: tuple[PrepareReport, ...] = field(repr=False)
    received_at: str


def load_preparation(workplace: Workplace, job: str) -> KeptPreparation:
    """How the files of `job` were prepared. Raises JobUnknownError (no receipt here) and ReportMissingError."""
    try:
        receipt = ReceiptStore(workplace.folders.receipts, workplace.clock).load(job).receipt
    except ClientError as error:
        raise about(error, job) from error
    kept = open_outbox(workplace).kept_reports(receipt.reference.submission_id)
    reports = [] if kept is None else [parse_kept_report(data) for data in kept[1]]
    if kept is None or not reports or None in reports:
        raise about(ReportMissingError(), job)
    return KeptPreparation(kept[0], tuple(report for report in reports if report is not None), receipt.received_at)


def save_job_report(workplace: Workplace, job: str, out: Path, *, force: bool = False) -> None:
    """Write the job's shareable report, a page for people, to `out`: the one that `prepare_files` writes.

    Raises like `load_preparation`, and what `require_output` raises.
    """
    require_output(out, force=force)
    kept = load_preparation(workplace, job)
    plan, pseudonym_map = kept.plan, parse_pseudonym_map(kept.plan.pseudonym_map)
    report = build_report(
        kept.reports,
        MapInfo(pseudonym_map.map_id, len(pseudonym_map.entries)),
        load_policy(plan.policy_toml),
        load_service_limits(plan.limits_toml, plan.limits_service),
        created=kept.received_at,
        client_version=program_version(),
    )
    page = render_html(report, local=False, display_text=display_text)
    with private_output(out, force=force) as sink:
        sink.write(page.encode())

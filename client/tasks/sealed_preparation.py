"""What a worker runs for one source of a submission, and what is checked over all of them before the job call."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache

from client.tasks.builds import require_build
from client.tasks.kept_report import kept_chromosomes, kept_report, parse_kept_report
from client.transfer.errors import SiteListChangedError
from client.transfer.messages import OpenSink, Prepared, PreparedOutput, PrepareOrder
from client.transfer.plan import SourceFile
from prep.check_findings import finding
from prep.checks import check_chromosomes, check_counts
from prep.errors import BlockedError
from prep.limits import load_service_limits
from prep.policy import load_policy
from prep.preparation import prepare
from prep.pseudonyms import PseudonymMap, parse_pseudonym_map
from prep.results import PrepareReport
from prep.site_list import SiteList, load_site_list
from prep.source import read_source_header


def prepare_for_sealing(order: PrepareOrder, open_sink: OpenSink, on_read: Callable[[int], None]) -> Prepared:
    """Prepare and recheck one source into sinks that seal at once. A `client.transfer.messages.PrepareFile`."""
    pseudonym_map = _parse_map(order.pseudonym_map)
    staying = set(pseudonym_map.sample_ids)
    # All files of a job had the same samples when it was queued, and none has changed since: what the map does not
    # cover is what the user left out.
    left_out = [name for name in read_source_header(order.source.path).sample_ids if name not in staying]
    policy = load_policy(order.policy_toml)
    report = prepare(
        order.source.path,
        policy=policy,
        limits=load_service_limits(order.limits_toml, order.limits_service),
        build=require_build(order.build),
        pseudonym_map=pseudonym_map,
        open_sink=lambda name: open_sink(name.file_name),
        progress=lambda progress: on_read(progress.read_bytes),
        leave_out=left_out,
        site_list=None if order.site_list is None else _load_site_list(order.site_list, policy.chromosomes),
        is_whole_job=order.is_whole_job,
    )
    _require_approved(report, order.approved)
    outputs = tuple(PreparedOutput(output.file_name, output.chromosome, output.sha256) for output in report.outputs)
    return Prepared(outputs, kept_report(report))


@lru_cache(maxsize=1)
def _parse_map(data: bytes) -> PseudonymMap:
    """A worker prepares file after file of one job, and thousands of names take their time to read and check."""
    return parse_pseudonym_map(data)


def _load_site_list(listed: SourceFile, chromosomes: Collection[str]) -> SiteList:
    """The list as it was when the submission was queued. Raises SiteListChangedError, RulesFileError."""
    try:
        status = listed.path.stat()
    except OSError:
        raise SiteListChangedError from None
    if (status.st_size, status.st_mtime_ns) != (listed.source_bytes, listed.modified_ns):
        raise SiteListChangedError
    return load_site_list(listed.path, chromosomes)


def _require_approved(report: PrepareReport, approved: Mapping[str, str] | None) -> None:
    """Raise BlockedError where a prepared file is none of those that the second person approved."""
    if approved is None:
        return
    others = [output.file_name for output in report.outputs if approved.get(output.chromosome) != output.sha256]
    if others:
        raise BlockedError(tuple(finding("REVIEW-NOT-APPROVED", where=name) for name in others))


def check_reports(reports: Sequence[bytes]) -> None:
    """Raise BlockedError when two sources hold the same chromosome, or for what is counted over all of them."""
    findings = check_chromosomes([kept_chromosomes(report) for report in reports])
    kept = [report for data in reports if (report := parse_kept_report(data)) is not None]
    if len(reports) > 1 and len(kept) == len(reports):
        sent = [report for report in kept if report.outputs]
        findings += check_counts(
            [report.findings for report in sent],
            [report.summary for report in sent],
            most_strand_flips=max(report.most_strand_flips for report in kept),
            most_window_sites=max(report.most_window_sites for report in kept),
        )
    if findings:
        raise BlockedError(findings)

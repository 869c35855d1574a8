"""What a worker runs for one source of a submission, and what is checked over all of them before the job call."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from client.tasks.builds import require_build
from client.tasks.kept_report import kept_chromosomes, kept_report
from client.transfer.messages import OpenSink, Prepared, PreparedOutput, PrepareOrder
from prep.checks import check_chromosomes
from prep.errors import BlockedError
from prep.limits import load_service_limits
from prep.policy import load_policy
from prep.preparation import prepare
from prep.pseudonyms import parse_pseudonym_map
from prep.source import read_source_header


def prepare_for_sealing(order: PrepareOrder, open_sink: OpenSink, on_read: Callable[[int], None]) -> Prepared:
    """Prepare and recheck one source into sinks that seal at once. A `client.transfer.messages.PrepareFile`."""
    pseudonym_map = parse_pseudonym_map(order.pseudonym_map)
    staying = set(pseudonym_map.sample_ids)
    # All files of a job had the same samples when it was queued, and none has changed since: what the map does not
    # cover is what the user left out.
    left_out = [name for name in read_source_header(order.source.path).sample_ids if name not in staying]
    report = prepare(
        order.source.path,
        policy=load_policy(order.policy_toml),
        limits=load_service_limits(order.limits_toml, order.limits_service),
        build=require_build(order.build),
        pseudonym_map=pseudonym_map,
        open_sink=lambda name: open_sink(name.file_name),
        progress=lambda progress: on_read(progress.read_bytes),
        leave_out=left_out,
    )
    outputs = tuple(PreparedOutput(output.file_name, output.chromosome, output.sha256) for output in report.outputs)
    return Prepared(outputs, kept_report(report))


def check_reports(reports: Sequence[bytes]) -> None:
    """Raise BlockedError when two sources of the job hold the same chromosome."""
    findings = check_chromosomes([kept_chromosomes(report) for report in reports])
    if findings:
        raise BlockedError(findings)

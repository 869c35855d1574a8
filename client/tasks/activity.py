"""The activity log: show, verify, export."""

from __future__ import annotations

from pathlib import Path

from client.audit.errors import AuditExportExistsError
from client.audit.export import export_csv
from client.audit.lines import ActivityLine
from client.audit.verify import AuditVerdict
from client.jobs.receipts import ReceiptStore
from client.tasks.errors import about
from client.tasks.places import require_output
from client.tasks.workplace import Workplace


def show_activity(workplace: Workplace) -> tuple[ActivityLine | None, ...]:
    """All lines in their order; None stands for one that cannot be read."""
    return tuple(workplace.activity.iter_entries())


def export_activity(workplace: Workplace, out: Path, *, force: bool = False) -> int:
    """Write the log as CSV and return how many lines it has. Raises what `require_output` raises."""
    require_output(out, force=force)
    try:
        lines = export_csv(workplace.activity, out, force)
    except AuditExportExistsError as error:
        raise about(error, out) from error
    workplace.note("log.exported", lines=lines)
    return lines


def verify_activity(workplace: Workplace) -> AuditVerdict:
    """Judge the log against the anchor in keyring or vault and those in the receipts kept here.

    Of a log that is whole the verdict says how many lines it had; that it was verified is the next one.
    """
    receipts = ReceiptStore(workplace.folders.receipts, workplace.clock)
    verdict = workplace.activity.verify(receipts.anchors())
    if verdict.is_intact and verdict.lines:
        workplace.note_where_kept("log.verified", lines=verdict.lines)
    return verdict


def require_intact(verdict: AuditVerdict) -> None:
    """Raise what `verify_activity` found wrong, if anything."""
    if verdict.problem is not None:
        raise verdict.problem

"""Two people: files prepared for a second person, the report they read, the approval they give; and local copies."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from client.tasks import account as account_tasks
from client.tasks import approval, local_copies
from client.tasks.facts import PrepareChoices
from ui.desktop.core import StepReport
from ui.desktop.views import ApprovalView, HandedOverView, HandOverOrder, LocalCopyView, ReportView
from ui.desktop.workbench.lanes import Lanes, as_steps

if TYPE_CHECKING:
    from client.tasks.approval import GivenApproval


class Approving(Lanes):
    """What policies with a second person need, and the prepared files that such a preparation leaves here."""

    def second_person_policy(self) -> str:
        with self._at("core") as workplace:
            return approval.second_person_policy(workplace)

    def prepare_for_approval(self, order: HandOverOrder, report: StepReport, stop: threading.Event) -> HandedOverView:
        """Ends soon after `stop` was set (APPROVAL-STOPPED); nothing is left of it then."""
        with self._at("handover") as workplace:
            prepared = approval.prepare_for_approval(
                workplace,
                order.files,
                order.folder,
                PrepareChoices(build=order.build, site_list=order.site_list),
                progress=as_steps(report),
                should_stop=stop.is_set,
            )
        return HandedOverView(order.folder, prepared.keep_until)

    def check_approval(self, file: Path) -> ApprovalView:
        with self._at("core") as workplace:
            session = account_tasks.account_state(workplace, self._open_account(workplace)).session
            sender = "" if session is None else session.user
            return _approval_view(approval.check_approval(workplace, file, sender), file)

    def report_to_approve(self, folder: Path) -> ReportView:
        found = approval.read_report(folder)
        return ReportView(
            folder,
            found.policy,
            found.samples,
            found.records_in,
            found.records_kept,
            tuple(found.prepared),
            found.removed,
            found.page,
            found.builds,
            found.build_said,
        )

    def approve(self, folder: Path, approver: str, file: Path) -> ApprovalView:
        """The files are compared with the report once more: what was read is what is approved."""
        reported = approval.read_report(folder)
        with self._at("approving") as workplace:
            return _approval_view(approval.approve(workplace, reported, approver, file, force=True), file)

    def copies_due(self) -> tuple[LocalCopyView, ...]:
        with self._at("copies") as workplace:
            return tuple(
                LocalCopyView(copy.note_id, copy.folder, len(copy.present()), copy.keep_until)
                for copy in local_copies.copies_due(workplace)
            )

    def remove_copies(self, note_ids: tuple[str, ...]) -> int:
        with self._at("copies") as workplace:
            due = [copy for copy in local_copies.copies_due(workplace) if copy.note_id in note_ids]
            return local_copies.remove_copies(workplace, due)


def _approval_view(given: GivenApproval, file: Path) -> ApprovalView:
    return ApprovalView(file, given.approver_id, given.approved_at)

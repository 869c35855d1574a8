"""Sending: looking into files, queueing a submission, driving the outbox."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from client.model.service import Application, Notice
from client.model.transfer import TransferProgress
from client.tasks import inspection, latest, leaving, notices, offer, outbox, policies, send
from client.tasks.facts import ConsentGiven, PrepareChoices, SubmissionOrder
from client.tasks.workplace import Workplace
from ui.desktop.core import TransferReport
from ui.desktop.views import FileView, FindingView, HeaderLineView, JobFindingView, SendOrder, SentView
from ui.desktop.workbench.lanes import Lanes

if TYPE_CHECKING:
    from client.tasks.facts import Finding, InspectedFile, Inspection


class Sending(Lanes):
    """Files on their way: looked into, queued, driven, paused, given up."""

    def applications(self) -> tuple[Application, ...]:
        with self._at("notices") as workplace:
            return offer.applications(workplace)

    def notices(self) -> tuple[Notice, ...]:
        with self._at("notices") as workplace:
            return notices.current_notices(workplace)

    def newer_version(self) -> str | None:
        with self._at("notices") as workplace:
            return latest.newer_version(workplace)

    def site_list_policy(self) -> str:
        """The name of the policy that counts, where it sends only the sites of a list."""
        with self._at("core") as workplace:
            policy = policies.choose_rules(workplace, PrepareChoices()).policy
        return policy.name if policy.sites == "list" else ""

    def check_site_list(self, file: Path) -> None:
        """Read it with the policy that counts. Raises what is wrong with it."""
        with self._at("site-list") as workplace:
            self._site_list = policies.choose_rules(workplace, PrepareChoices(site_list=file)).site_list

    def inspect(self, file: Path, build: str | None, site_list: Path | None = None) -> FileView:
        choices = PrepareChoices(build=build, site_list=site_list)
        with self._at("inspect") as workplace:
            self._site_list = policies.choose_rules(workplace, choices).site_list
            facts = inspection.inspect_files(workplace, (file,), choices, is_part=True).files[0]
            self._looked_into[file] = replace(facts, header_lines=())
            found = facts.inspection
            if found is None or not found.chromosomes:
                return _file_view(facts, (), choices)
            header = leaving.header_that_leaves(workplace, found.chromosomes[0], found.build, found.samples)
            return _file_view(facts, header, choices)

    def check_together(self, files: tuple[Path, ...]) -> tuple[JobFindingView, ...]:
        """What stops `files`, each of which was looked into (with its site list, so none is read here), as one job."""
        with self._at("inspect") as workplace:
            known = [self._looked_into[file] for file in files if file in self._looked_into]
            found = inspection.check_together(workplace, known)
        return tuple(_job_finding(entry, known) for entry in found if entry.blocks())

    def send(self, order: SendOrder, report: TransferReport, stop: threading.Event) -> SentView | None:
        with self._at("send") as workplace:
            queued = _queue(workplace, order)
            return self._drive(workplace, queued.submission_id, report, stop)

    def queue(self, order: SendOrder) -> str:
        """Put it into the outbox while another submission is driven, which takes it up. Returns its id."""
        with self._at("queue") as workplace:
            return _queue(workplace, order).submission_id

    def transfers(self) -> tuple[TransferProgress, ...]:
        with self._at("core") as workplace:
            return outbox.transfers(workplace)

    def resume(self, submission_id: str, report: TransferReport, stop: threading.Event) -> SentView | None:
        with self._at("send") as workplace:
            outbox.open_outbox(workplace).resume(submission_id)
            workplace.note("submission.resumed", submission=submission_id)
            return self._drive(workplace, submission_id, report, stop)

    def go_on(self, submission_id: str) -> None:
        """Ask whoever drives the outbox to take it up again."""
        with self._at("core") as workplace:
            outbox.open_outbox(workplace).resume(submission_id)

    def pause(self, submission_id: str) -> None:
        with self._at("core") as workplace:
            outbox.pause(workplace, submission_id)

    def cancel(self, submission_id: str) -> None:
        with self._at("core") as workplace:
            outbox.cancel(workplace, submission_id)

    def withdraw(self, submission_id: str) -> None:
        """Have the service delete what a cancelled submission left there; needs the outbox to be free."""
        with self._at("send") as workplace:
            outbox.withdraw(workplace, submission_id)

    def turns(self) -> tuple[str, ...]:
        with self._at("core") as workplace:
            return outbox.turns(workplace)

    def send_first(self, submission_id: str) -> None:
        with self._at("core") as workplace:
            outbox.send_first(workplace, submission_id)

    def clear_finished(self) -> int:
        with self._at("core") as workplace:
            return outbox.clear_finished(workplace)

    def _drive(
        self, workplace: Workplace, submission_id: str, report: TransferReport, stop: threading.Event
    ) -> SentView | None:
        outcomes = outbox.drive_outbox(workplace, submission_id, report)
        outcome = outcomes[submission_id]
        if outcome.job_id is None and outcome.problem is None and outcome.error is None:
            return None
        outbox.require_sent(outcome)
        sent = send.sent_submission(workplace, submission_id)
        return SentView(submission_id, sent.job, len(sent.claims["files"]))


def _queue(workplace: Workplace, order: SendOrder) -> send.Queued:
    given = ConsentGiven(order.consent_version, order.consent_reference)
    return send.queue_submission(
        workplace,
        SubmissionOrder(
            order.files,
            given,
            PrepareChoices(build=order.build, site_list=order.site_list),
            name=order.name or None,
            application=order.application,
            parameters=dict(order.parameters),
            approval=order.approval,
        ),
    )


def _file_view(facts: InspectedFile, leaving_header: tuple[str, ...], choices: PrepareChoices) -> FileView:
    name, found = Path(facts.file).name, facts.inspection
    if found is None:
        return FileView(name, problem=facts.problem, given_build=choices.build, site_list=choices.site_list)
    return FileView(
        name,
        samples=found.samples,
        records=found.records,
        kept=sum(summary.records_kept for summary in found.summary.chromosomes),
        dropped=_dropped(found),
        build=found.build,
        chromosomes=found.chromosomes,
        findings=tuple(_finding_view(finding) for finding in found.findings),
        header=tuple(HeaderLineView(line.line, line.spans) for line in facts.header_lines),
        leaving=leaving_header,
        header_build=facts.header_build,
        header_says_both=facts.header_says_both,
        given_build=choices.build,
        site_list=choices.site_list,
    )


def _job_finding(found: Finding, files: Sequence[InspectedFile]) -> JobFindingView:
    return JobFindingView(_finding_view(found), tuple(Path(files[entry.file - 1].file) for entry in found.in_files))


def _dropped(found: Inspection) -> dict[str, int]:
    """Over all chromosomes of the file, by reason; chromosomes that are left out whole count as one."""
    dropped: dict[str, int] = {}
    for summary in found.summary.chromosomes:
        for reason, count in summary.dropped.items():
            dropped[reason] = dropped.get(reason, 0) + count
    if left_out := sum(found.summary.left_out.values()):
        dropped["chromosome"] = left_out
    return dropped


def _finding_view(finding: Finding) -> FindingView:
    return FindingView(
        finding.code,
        finding.finding_class,
        finding.severity,
        finding.where,
        finding.count,
        finding.advice,
        finding.server_text,
    )

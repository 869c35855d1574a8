"""`send`, `outbox`, `resume`, `pause`, `cancel`: what is on its way."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from client.model.profile import ConsentStatement
from client.model.transfer import SubmissionOutcome, TransferProgress, TransferState
from client.tasks import outbox as outbox_tasks
from client.tasks import send as send_tasks
from client.tasks.errors import ConsentNeededError, ConsentVersionError, ParameterError, about
from client.tasks.facts import ConsentGiven, PrepareChoices, SubmissionOrder
from client.tasks.workplace import Workplace
from ui.messages import explain
from ui.terminal.ask import ask_text, can_ask, confirm
from ui.terminal.lines import Line
from ui.terminal.opening import workplace_here
from ui.terminal.options import (
    AcceptRemaining,
    BuildOption,
    Files,
    Json,
    LeaveOut,
    MapFile,
    Policy,
    Project,
    Service,
    SiteList,
    Yes,
    path_option,
    screen_of,
)
from ui.terminal.screen import Screen, counted, good, heading, sized
from ui.terminal.transfer_watch import transfer_watch
from ui.terminal.work import say_map_is_awaited

_ENDED_SHOWN = 10
STATE_WORDS = {
    TransferState.WAITING: "waiting",
    TransferState.PREPARING: "preparing",
    TransferState.UPLOADING: "uploading",
    TransferState.STORED: "stored at the service, not submitted",
    TransferState.SUBMITTING: "submitting",
    TransferState.SUBMITTED: "submitted",
    TransferState.DONE: "sent",
    TransferState.PAUSED: "paused",
    TransferState.NEEDS_YOU: "needs you",
    TransferState.FAILING: "withdrawing",
    TransferState.FAILED: "failed",
    TransferState.CANCELLING: "withdrawing",
    TransferState.CANCELLED: "cancelled",
}


def send(
    context: typer.Context,
    files: Files,
    consent: Annotated[
        str | None, typer.Option("--consent", metavar="REF", help="Where the consent is filed, such as H-21012345.")
    ] = None,
    accept_statement: Annotated[
        str | None,
        typer.Option("--accept-statement", metavar="VERSION", help="You accept this version of the consent statement."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What you call it; stays on this computer.")
    ] = None,
    policy: Policy = None,
    service: Service = None,
    build: BuildOption = None,
    leave_out: LeaveOut = None,
    site_list: SiteList = None,
    map_file: MapFile = None,
    project: Project = None,
    accept_remaining: AcceptRemaining = False,
    approval: Annotated[
        Path | None,
        path_option(
            "--approval",
            metavar="FILE",
            help="A second person's approval (“genoseal approve”); --map too, where “prepare” was given one.",
        ),
    ] = None,
    application: Annotated[
        str | None,
        typer.Option("--application", metavar="ID", help="What the service is to do; its first one is usual."),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            metavar="KEY=VALUE",
            help="A parameter of the application; repeatable. Its “build” is filled in where the files say theirs.",
        ),
    ] = None,
    json_output: Json = False,
) -> None:
    """Prepare, recheck, seal, upload and submit: all FILEs as one job. Survives being killed; go on with “resume”.

    Nothing readable leaves this computer: what is uploaded stays closed to everybody until all files have passed.

    Example: genoseal send cohort.chr*.vcf.gz --consent H-21012345 --name cohort-3
    """
    screen = screen_of(context)
    with workplace_here(is_brief=False) as workplace:
        given = _confirmed_consent(screen, send_tasks.consent_statements(workplace), consent, accept_statement)
        order = SubmissionOrder(
            files=tuple(files),
            consent=given,
            choices=PrepareChoices(
                policy=policy,
                service=service,
                build=build.value if build else None,
                leave_out=leave_out,
                site_list=site_list,
                map_file=map_file,
                project=project,
                accept_remaining=accept_remaining,
            ),
            name=name,
            application=application,
            parameters=_parameters(param or []),
            fill_build=True,
            approval=approval,
        )
        queued = send_tasks.queue_submission(workplace, order, lambda: say_map_is_awaited(screen))
        screen.facts["submission"] = queued.submission_id
        screen.facts["map"] = {"file": str(queued.map.file), "id": queued.map.map_id, "samples": queued.map.samples}
        screen.facts["container"] = queued.container
        screen.facts["parameters"] = queued.parameters
        if filled := queued.parameters.items() - order.parameters.items():
            said = ", ".join(f"{key}={value}" for key, value in sorted(filled))
            screen.say(f"The service is told {said}, as the files say; --param would change that.")
        if queued.container == "crypt4gh":
            screen.say("This inbox takes Crypt4GH: sealed with ChaCha20-Poly1305, which is not AES-256.")
        with transfer_watch(screen) as on_change:
            outcomes = outbox_tasks.drive_outbox(
                workplace, queued.submission_id, on_change, lambda pid: _say_who_drives(screen, pid)
            )
        outcome = send_tasks.require_submitted(
            workplace, order, outcomes[queued.submission_id], lambda: _say_others_are_read(screen)
        )
        sent = send_tasks.sent_submission(workplace, queued.submission_id)
    screen.facts |= {"job": sent.job, "receipt": sent.claims, "files": _files(outcome, files)}
    _show_sent(screen, sent, outcome, files)


def outbox(
    context: typer.Context,
    first: Annotated[
        str | None,
        typer.Option(
            "--first", metavar="ID", help="Let this transfer go before the others; the id's beginning will do."
        ),
    ] = None,
    clear: Annotated[
        bool,
        typer.Option(
            "--clear", metavar="", help="Forget transfers that have ended; jobs, receipts, results and maps stay."
        ),
    ] = False,
    yes: Yes = False,
    json_output: Json = False,
) -> None:
    """Show what is on its way, in the order it was queued."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        if first is not None:
            outbox_tasks.send_first(workplace, outbox_tasks.find_transfer(workplace, first))
        if clear:
            if not confirm("Forget transfers that have ended, with what reports of their jobs need", yes=yes):
                raise KeyboardInterrupt
            screen.facts["cleared"] = outbox_tasks.clear_finished(workplace)
            screen.say(good(f"{counted(screen.facts['cleared'], 'transfer')} forgotten."))
        found = outbox_tasks.transfers(workplace)
        screen.facts["turns"] = list(outbox_tasks.turns(workplace))
    screen.facts["transfers"] = [_transfer_facts(progress) for progress in found]
    if not found:
        screen.say("Nothing is on its way.")
        return
    shown, older = _latest(found)
    rows = [
        (
            progress.submission_id[:8],
            Screen.shown(progress.name) or counted(len(progress.files), "file"),
            _state(progress),
            _sent(progress),
            sized(progress.sealed_bytes),
            progress.job_id or "",
        )
        for progress in shown
    ]
    screen.table(("ID", "Name", "State", "Sent", "Sealed", "Job"), rows, right=(3, 4), whole=(0, 5))
    if older:
        screen.say("", f"{counted(older, 'older transfer')} that ended: “genoseal outbox --json” lists them too.")
    for progress in found:
        if progress.problem is not None and not progress.state.is_finished:
            explanation = explain(progress.problem)
            screen.say("", Line(f"{progress.submission_id[:8]}: {explanation.what}"), f"  {explanation.next}")


def _latest(found: Sequence[TransferProgress]) -> tuple[list[TransferProgress], int]:
    """All that is on its way, and the latest of what has ended; how many older ones there are."""
    ended = [progress.submission_id for progress in found if progress.state.is_finished]
    older = set(ended[:-_ENDED_SHOWN])
    return [progress for progress in found if progress.submission_id not in older], len(older)


def resume(
    context: typer.Context,
    transfer: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="From “genoseal outbox”; the id's beginning will do. All when left out."),
    ] = None,
    json_output: Json = False,
) -> None:
    """Go on with what was interrupted, paused or waits for you; the same bytes go on where they stopped."""
    screen = screen_of(context)
    with workplace_here(is_brief=False) as workplace:
        submission_id = None if transfer is None else outbox_tasks.find_transfer(workplace, transfer)
        if submission_id is None and not _goes_on(screen, outbox_tasks.transfers(workplace)):
            _show_transfers(screen, workplace, None, ())
            return
        with transfer_watch(screen) as on_change:
            outcomes = outbox_tasks.resume(
                workplace, submission_id, on_change, lambda pid: _say_who_drives(screen, pid)
            )
        _show_transfers(screen, workplace, submission_id, outcomes)
    for outcome in outcomes.values():
        outbox_tasks.require_sent(outcome)


def _goes_on(screen: Screen, found: Sequence[TransferProgress]) -> bool:
    """Whether anything is there that goes on by itself; else say so, and how what is paused goes on."""
    waiting = [progress for progress in found if not progress.state.is_finished]
    if any(progress.state is not TransferState.PAUSED for progress in waiting):
        return True
    screen.say("Nothing waits.")
    if waiting:
        screen.say(f"{counted(len(waiting), 'transfer is', 'transfers are')} paused; “genoseal resume ID” goes on.")
    return False


def pause(
    context: typer.Context,
    transfer: Annotated[str, typer.Argument(metavar="ID", help="From “genoseal outbox”; the id's beginning will do.")],
    json_output: Json = False,
) -> None:
    """Stop a transfer; it keeps its place."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        submission_id = outbox_tasks.find_transfer(workplace, transfer)
        outbox_tasks.pause(workplace, submission_id)
        _show_transfers(screen, workplace, submission_id)


def cancel(
    context: typer.Context,
    transfer: Annotated[str, typer.Argument(metavar="ID", help="From “genoseal outbox”; the id's beginning will do.")],
    yes: Yes = False,
    json_output: Json = False,
) -> None:
    """Give a transfer up: its keys are forgotten at once, and what was uploaded is deleted at the service."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        submission_id = outbox_tasks.find_transfer(workplace, transfer)
        if not confirm("Give this transfer up", yes=yes):
            raise KeyboardInterrupt
        outbox_tasks.cancel(workplace, submission_id)
        outbox_tasks.withdraw(workplace, submission_id)
        _show_transfers(screen, workplace, submission_id)


def _confirmed_consent(
    screen: Screen, statements: Sequence[ConsentStatement], reference: str | None, version: str | None
) -> ConsentGiven:
    latest = statements[-1]
    if not can_ask():
        if reference is None or version is None:
            raise ConsentNeededError(version=latest.version)
        return ConsentGiven(version, reference)
    if version is None:
        screen.note(heading(f"Consent statement {Screen.shown(latest.version)}"))
        for line in latest.text.splitlines():
            screen.note(Screen.shown(line, 2000))
        screen.note("")
        if not confirm("Is this so for everybody in these files", yes=False, option="--accept-statement"):
            raise KeyboardInterrupt
        version = latest.version
    if all(statement.version != version for statement in statements):
        raise about(ConsentVersionError(version=latest.version), version)
    return ConsentGiven(version, reference or ask_text("Where is the consent filed (a reference number)", "--consent"))


def _parameters(given: Sequence[str]) -> dict[str, str]:
    parameters = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals or not key:
            raise about(ParameterError(), text)
        parameters[key] = value
    return parameters


def _files(outcome: SubmissionOutcome, files: Sequence[Path]) -> list[dict[str, Any]]:
    return [
        {
            "file": str(files[file.position]),
            "output": file.file_name,
            "chromosome": file.chromosome,
            "sha256": file.prepared_sha256,
            "file_id": file.file_id,
            "body_sha256": file.body_sha256,
            "bytes": file.body_bytes,
        }
        for file in outcome.files
    ]


def _transfer_facts(progress: TransferProgress) -> dict[str, Any]:
    return {
        "id": progress.submission_id,
        "name": progress.name,
        "state": progress.state.value,
        "sent_bytes": progress.sent_bytes,
        "sealed_bytes": progress.sealed_bytes,
        "job": progress.job_id,
        "created_at": progress.created_at,
        "problem": None if progress.problem is None else progress.problem.code,
        "files": [
            {
                "file": file.name,
                "state": file.state.value,
                "source_bytes": file.source_bytes,
                "prepared_bytes": file.prepared_bytes,
                "sealed_bytes": file.sealed_bytes,
                "sent_bytes": file.sent_bytes,
            }
            for file in progress.files
        ],
    }


def _show_transfers(
    screen: Screen, workplace: Workplace, submission_id: str | None, news: Collection[str] | None = None
) -> None:
    """One transfer or all. Where `news` are given, what has ended is told of only where it is among them."""
    found = [
        progress
        for progress in outbox_tasks.transfers(workplace)
        if submission_id is None or progress.submission_id == submission_id
    ]
    screen.facts["transfers"] = [_transfer_facts(progress) for progress in found]
    for progress in found:
        if news is not None and progress.state.is_finished and progress.submission_id not in news:
            continue
        words = f"{progress.submission_id[:8]}: {_state(progress)}"
        screen.say(good(f"{words}, job {progress.job_id}") if progress.job_id else words)


def _state(progress: TransferProgress) -> str:
    words = STATE_WORDS[progress.state]
    return f"{words} ({progress.problem.code})" if progress.problem is not None else words


def _sent(progress: TransferProgress) -> str:
    """What of it lies at the service: nothing of what was given up, whatever was sent once."""
    is_withdrawn = progress.state in (TransferState.FAILED, TransferState.CANCELLED)
    return "withdrawn" if is_withdrawn else sized(progress.sent_bytes)


def _say_who_drives(screen: Screen, pid: int) -> None:
    screen.note(f"Another Genoseal (process {pid}) is sending; it takes this up too. Waiting for it.")


def _say_others_are_read(screen: Screen) -> None:
    screen.note("A file stops the job. The others are read too, so that everything is told at once.")


def _show_sent(screen: Screen, sent: send_tasks.Sent, outcome: SubmissionOutcome, files: Sequence[Path]) -> None:
    screen.say(good(f"Sent as job {sent.job}. The service confirmed it with a signed receipt."), "")
    rows = [
        (files[file.position].name, file.file_name, sized(file.body_bytes), file.prepared_sha256[:16] + "…")
        for file in outcome.files
    ]
    screen.table(("File", "Left as", "Sealed", "SHA-256 of what left"), rows, right=(2,))
    for position in outcome.left_out:
        screen.say(f"{Screen.shown(files[position].name)}: left out, the policy sends none of its chromosomes.")
    screen.say("", f"Follow it with “genoseal jobs”; fetch results with “genoseal results {sent.job} --out DIR”.")

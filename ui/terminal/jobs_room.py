"""`jobs`, `delete`, `certificate`: what happens at the service after sending."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from client.model.clock import format_time
from client.model.job import DeletionCertificate
from client.model.service import JobStatus
from client.tasks import jobs as job_tasks
from client.tasks.certificate import verify_certificate
from client.tasks.facts import FetchedResult, VerifiedCertificate
from client.tasks.results import fetch_job_results
from ui.terminal.ask import confirm
from ui.terminal.lines import Line
from ui.terminal.opening import workplace_here
from ui.terminal.options import Force, Json, Yes, path_argument, path_option, screen_of
from ui.terminal.screen import Screen, counted, good, local_time, sized
from ui.terminal.work import progress_bar

jobs_app = typer.Typer(
    name="jobs",
    invoke_without_command=True,
    help="Your jobs at the service.\n\nWithout a command they are listed; --job shows one with the service's messages.",
)
certificate_app = typer.Typer(name="certificate", no_args_is_help=True, help="Deletion certificates.")

JobId = Annotated[str, typer.Argument(metavar="JOB", help="From “genoseal jobs”; the id's beginning will do.")]
_LEVELS = {"error": "red", "warn": "yellow"}


@jobs_app.callback()
def jobs(
    context: typer.Context,
    job: Annotated[
        str | None,
        typer.Option("--job", metavar="JOB", help="Only this one, with its steps; the id's beginning will do."),
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", metavar="", help="With --job: wait until it has ended.")] = False,
    json_output: Json = False,
) -> None:
    """List the jobs, or show one."""
    if context.invoked_subcommand is not None:
        return
    if follow and job is None:
        raise typer.BadParameter("--follow goes with --job")
    screen = screen_of(context)
    with workplace_here() as workplace:
        if job is not None:
            job = job_tasks.find_job(workplace, job)
            status = job_tasks.wait_for_job(workplace, job) if follow else job_tasks.show_job(workplace, job)
            screen.facts |= job_facts(status)
            _show_job(screen, status)
            return
        found = job_tasks.list_jobs(workplace)
    screen.facts["jobs"] = [
        job_facts(known.status) | {"name": known.name, "of_this_computer": known.is_of_this_computer} for known in found
    ]
    if not found:
        screen.say("No jobs.")
        return
    rows = [
        (
            known.status.id,
            known.name,
            known.status.state,
            local_time(known.status.submitted_at),
            time_left(known.status),
            "" if known.is_of_this_computer else "sent from elsewhere",
        )
        for known in found
    ]
    screen.table(("Job", "Name", "State", "Sent", "Deleted", ""), rows, whole=(0,))


@jobs_app.command("cancel")
def jobs_cancel(
    context: typer.Context,
    job: JobId,
    yes: Yes = False,
    json_output: Json = False,
) -> None:
    """Stop a job that waits or runs."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        job = job_tasks.find_job(workplace, job)
        if not confirm(f"Stop job {job}", yes=yes):
            raise KeyboardInterrupt
        status = job_tasks.cancel_job(workplace, job)
    screen.facts |= job_facts(status)
    screen.say(good(f"The job is {status.state}."))


def delete(
    context: typer.Context,
    job: JobId,
    yes: Yes = False,
    json_output: Json = False,
) -> None:
    """Delete everything of a job at the service, and keep its signed certificate. Fetch results first."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        job = job_tasks.find_sent_job(workplace, job)
        if not confirm(f"Delete job {job} and its results at the service", yes=yes):
            raise KeyboardInterrupt
        verified = job_tasks.delete_job(workplace, job)
    screen.facts |= certificate_facts(verified) | {"state": "deleted"}
    show_certificate(screen, verified)


@certificate_app.command("verify")
def certificate_verify(
    context: typer.Context,
    file: Annotated[
        Path, path_argument(metavar="FILE", help="A certificate, as Genoseal keeps it or as the service gave it.")
    ],
    json_output: Json = False,
) -> None:
    """Check a deletion certificate, offline."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        verified = verify_certificate(workplace, file)
    screen.facts |= certificate_facts(verified) | {"ok": True}
    show_certificate(screen, verified)


@certificate_app.command("fetch")
def certificate_fetch(
    context: typer.Context,
    job: Annotated[
        str,
        typer.Argument(metavar="JOB", help="A job that the service deleted by itself; the id's beginning will do."),
    ],
    json_output: Json = False,
) -> None:
    """Fetch the certificate of a job that the service deleted after its retention time."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        verified = job_tasks.fetch_certificate(workplace, job_tasks.find_sent_job(workplace, job))
    screen.facts |= certificate_facts(verified)
    show_certificate(screen, verified)


def job_facts(status: JobStatus) -> dict[str, Any]:
    """A job for `--json`."""
    return {
        "job": status.id,
        "submission": status.submission_id,
        "state": status.state,
        "submitted_at": format_time(status.submitted_at),
        "finished_at": None if status.finished_at is None else format_time(status.finished_at),
        "delete_after": None if status.delete_after is None else format_time(status.delete_after),
        "steps": [
            {
                "name": step.name,
                "state": step.state,
                "messages": [{"level": message.level, "text": message.text} for message in step.messages],
            }
            for step in status.steps
        ],
        "results": list(status.results),
    }


def certificate_facts(verified: VerifiedCertificate) -> dict[str, Any]:
    """A certificate for `--json`."""
    certificate = verified.certificate
    facts: dict[str, Any] = certificate.to_claims()
    facts["kid"] = verified.kid
    facts["of_this_computer"] = verified.is_of_this_workstation
    facts["certificate"] = None if verified.file is None else str(verified.file)
    return facts


def show_certificate(screen: Screen, verified: VerifiedCertificate) -> None:
    """What the service states, in its words and no more."""
    certificate = verified.certificate
    issuer = certificate.reference.iss if isinstance(certificate, DeletionCertificate) else certificate.iss
    screen.say(good(f"The service {Screen.shown(issuer)} states, signed, that it deleted on {certificate.deleted_at}:"))
    if isinstance(certificate, DeletionCertificate):
        words = {"sealed_inputs": "sealed file", "working_copies": "working copy", "results": "result"}
        many = {"working_copies": "working copies"}
        for name, count in certificate.deleted.items():
            screen.say(f"  {counted(count, words[name], many.get(name))}")
        screen.say(f"  of job {certificate.reference.job}")
    else:
        screen.say(f"  an upload of {certificate.deleted_bytes:,} bytes that never became part of a job")
    backups = certificate.backup_until
    screen.say(
        f"  Copies may lie in its backups until {backups}." if backups else "  It says that no backups hold copies."
    )
    if not verified.is_of_this_workstation:
        screen.note("No receipt here belongs to it: it is genuine, but not for a job sent from this computer.")
    if verified.file is not None:
        screen.say(f"  Kept in {verified.file}")


def time_left(status: JobStatus) -> str:
    """`in 5 days 3 h`, by this computer's clock."""
    if status.state == "deleted":
        return "done"
    if status.delete_after is None:
        return ""
    seconds = int((status.delete_after - datetime.now(UTC)).total_seconds())
    if seconds <= 0:
        return "any moment"
    days, hours, minutes = seconds // 86400, seconds % 86400 // 3600, seconds % 3600 // 60
    if days:
        return f"in {counted(days, 'day')} {hours} h"
    return f"in {hours} h {minutes} min" if hours else f"in {minutes} min"


def _show_job(screen: Screen, status: JobStatus) -> None:
    screen.say(f"Job {status.id}: {status.state}")
    for step in status.steps:
        screen.say(f"  {step.state:<10} {Screen.shown(step.name)}")
        for message in step.messages:
            text = Screen.shown(message.text, 500)
            screen.say(Line((f"             {text}", _LEVELS.get(message.level, ""))))
    if status.results:
        screen.say(f"Results: {', '.join(Screen.shown(name) for name in status.results)}")
    if left := time_left(status):
        screen.say(f"Deleted {left}")


def results(
    context: typer.Context,
    job: JobId,
    out: Annotated[Path, path_option("--out", metavar="DIR", help="Where the results go.")],
    keep_pseudonyms: Annotated[
        bool, typer.Option("--keep-pseudonyms", metavar="", help="Do not put the original names back.")
    ] = False,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="NAME", help="Only this result; repeatable.")
    ] = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Download a job's results, verify and open them, and put the original names back in their order.

    Example: genoseal results 5ff3e175 --out results
    """
    screen = screen_of(context)
    with workplace_here() as workplace, progress_bar(screen, "Fetching") as progress:
        job = job_tasks.find_sent_job(workplace, job)
        left_out: list[str] = []
        fetched = fetch_job_results(
            workplace,
            job,
            out,
            names=name,
            keep_pseudonyms=keep_pseudonyms,
            force=force,
            progress=progress,
            on_left_out=left_out.append,
            on_wait=lambda: screen.note("Another Genoseal is fetching results of this job. Waiting for it."),
        )
    screen.facts |= {"job": job, "files": [result_facts(result) for result in fetched], "left_out": left_out}
    show_results(screen, fetched)
    if left_out:
        shown = ", ".join(map(Screen.shown, left_out))
        screen.say(f"  Left there: {shown}. With the names back the files have other bytes: index them anew.")


def result_facts(result: FetchedResult) -> dict[str, Any]:
    """A result for `--json`."""
    return {
        "name": result.name,
        "output": str(result.path),
        "bytes": result.bytes,
        "sha256": result.sha256,
        "names": result.names,
    }


def show_results(screen: Screen, fetched: Sequence[FetchedResult]) -> None:
    """The results, with whose names they carry."""
    words = {"original": "original names, original order", "pseudonyms": "pseudonyms", "none": ""}
    screen.table(
        ("Result", "Size", "Carries"),
        [(str(result.path), sized(result.bytes), words[result.names]) for result in fetched],
        right=(1,),
    )
    screen.say(
        good(f"{counted(len(fetched), 'result')} verified against the service's signed list, opened and written.")
    )

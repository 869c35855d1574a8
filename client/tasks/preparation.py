"""Prepare files of one job into a folder: outputs and reports appear together, or not at all.

Each output is written to a private `.part` beside its place. Only when every file has been rechecked and the reports
are written do all of them take their names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from pathlib import Path

from client.model.clock import format_time
from client.model.display import display_text
from client.model.handover import PAGE_DIGEST_KEY, PAGE_NAME, REPORT_NAME
from client.tasks.builds import require_build
from client.tasks.disk import free_bytes
from client.tasks.errors import NothingPreparedError, about, about_files
from client.tasks.every_stop import with_every_stop
from client.tasks.facts import MapFacts, PrepareChoices, Prepared, PreparedFile, Progress, TaskProgress
from client.tasks.folder_outputs import LOCAL_PAGE_NAME, REPORT_NAMES, SHARED_NAMES, FolderOutputs
from client.tasks.inspection import progress_of
from client.tasks.job_start import JobStart, found_in, keep_job_map, start_job, stopped_by
from client.tasks.local_copies import forget_copy, keep_days, note_copy
from client.tasks.maps import making_map
from client.tasks.places import names_apart, output_folder, require_files, require_free
from client.tasks.policies import Rules, choose_rules
from client.tasks.refusals import noting_refusal
from client.tasks.versions import program_version
from client.tasks.workers import block_workers, bytes_of, shared_or_here
from client.tasks.workplace import Workplace
from prep.check_findings import finding
from prep.checks import check_chromosomes, check_counts
from prep.errors import BlockedError, PrepError
from prep.findings import Finding, FindingBook
from prep.preparation import prepare
from prep.report import MapInfo, build_local_details, build_report, render_html
from prep.results import PrepareReport


def prepare_files(
    workplace: Workplace,
    files: Sequence[Path],
    out: Path,
    choices: PrepareChoices = PrepareChoices(),
    *,
    force: bool = False,
    progress: Progress | None = None,
    with_local_report: bool = True,
    on_wait: Callable[[], None] | None = None,
) -> Prepared:
    """Strip, write and recheck `files` as one job into `out`, with reports, and keep the job's map.

    Without the local report (the one that shows what was found) nothing in the folder identifies anybody by name.
    `on_wait` is called once where another process is making the map of this name, which is waited for.

    Raises BlockedError (its `findings` are those of all files), NothingPreparedError (the policy sends no chromosome of
    theirs), RecheckError, the errors of reading, of the policy, of the outputs and of the secret store. After any of
    them the folder is as it was before.
    """
    require_files(files)
    with noting_refusal(workplace), making_map(workplace, choices.map_file, on_wait):
        return _prepare_files(
            workplace, files, out, choices, force=force, progress=progress, with_local_report=with_local_report
        )


def _prepare_files(
    workplace: Workplace,
    files: Sequence[Path],
    out: Path,
    choices: PrepareChoices,
    *,
    force: bool,
    progress: Progress | None,
    with_local_report: bool,
) -> Prepared:
    rules = choose_rules(workplace, choices)
    try:
        start = start_job(workplace, files, rules, choices)
    except PrepError as error:
        raise with_every_stop(workplace, files, choices, error, progress) from error
    sources = _sources(files, choices)
    makes_folder = not out.is_dir()
    with output_folder(out), FolderOutputs(out, sources, force=force) as outputs:
        wanted = REPORT_NAMES if with_local_report else SHARED_NAMES
        for name in wanted:
            require_free(out / name, force=force, sources=sources)
        space = _space_findings(files, out)

        def report_progress(facts: TaskProgress) -> None:
            workplace.require_vault_key()  # a wrong passphrase ends an hour's reading at its beginning
            if progress is not None:
                progress(facts)

        try:
            with block_workers(files, choices.parallel) as executor:
                reports = _prepare_all(files, rules, start, choices, outputs, report_progress, executor)
        except BlockedError:
            raise  # of all files
        except PrepError as error:
            raise with_every_stop(workplace, files, choices, error, progress) from error
        if not any(report.outputs for report in reports):
            # No report either: it would say that every byte of nothing was rechecked, and stand in the next try's way.
            nothing = NothingPreparedError(_together([finding for report in reports for finding in report.findings]))
            raise about_files(nothing, files)
        reports[0] = reports[0]._replace(findings=_together([*reports[0].findings, *start.remaining, *space]))
        for name, text in _report_texts(workplace, files, reports, rules, start).items():
            if name in wanted:
                outputs.add(name, text.encode())
        kept = keep_job_map(workplace, start)
        days = keep_days(workplace, rules.policy.local_days)
        copy = note_copy(workplace, out, outputs.sha256(reports), days, made_folder=makes_folder)
        try:
            outputs.settle(reports)
            # Before the names: a crash may leave a line without its files, never files without their line.
            _note(workplace, reports, rules, kept)
            outputs.publish()
        except BaseException:
            forget_copy(workplace, copy)
            raise
    return replace(_facts(files, out, reports, kept), keep_until=copy.keep_until)


def _space_findings(files: Sequence[Path], out: Path) -> list[Finding]:
    """Whether the outputs may not fit: they are mostly smaller than what they are made from, never much larger."""
    free = free_bytes(out)
    return [finding("VCF-DISK-SPACE")] if free is not None and free < bytes_of(files) else []


def _sources(files: Sequence[Path], choices: PrepareChoices) -> tuple[Path, ...]:
    """Every file that the person named for reading, and the map: no output may take the place of one of them."""
    policy = None if choices.policy is None else Path(choices.policy)
    named = (policy, choices.leave_out, choices.site_list, choices.map_file)
    return (*files, *(file for file in named if file is not None))


def _prepare_all(
    files: Sequence[Path],
    rules: Rules,
    start: JobStart,
    choices: PrepareChoices,
    outputs: FolderOutputs,
    progress: Progress | None,
    executor: Executor | None,
) -> list[PrepareReport]:
    """Prepare every file, also after one was blocked, so that all findings come at once."""
    reports: list[PrepareReport] = []
    blocked: list[Finding] = []
    found: list[Sequence[Finding]] = []  # in each file of which something is sent
    chromosomes: list[list[str]] = []  # of each file's outputs
    stopping: list[Path] = []
    for number, file in enumerate(files, 1):
        run = partial(
            prepare,
            file,
            policy=rules.policy,
            limits=rules.limits,
            build=require_build(choices.build),
            pseudonym_map=start.pseudonym_map,
            open_sink=partial(outputs.open, number),
            progress=progress_of(progress, "prepare", file, number, len(files)),
            leave_out=start.left_out,
            site_list=rules.site_list,
            is_whole_job=len(files) == 1,
        )
        try:
            report = shared_or_here(executor, lambda workers, run=run: run(executor=workers))  # type: ignore[misc]
        except BlockedError as error:
            blocked += found_in(error.findings, number, files)
            found.append(error.findings)
            chromosomes.append([])
            stopping.append(file)
            continue
        except PrepError as error:
            raise about(error, file) from error
        if report.outputs:
            found.append(report.findings)
        chromosomes.append([output.chromosome for output in report.outputs])
        reports.append(report._replace(findings=found_in(report.findings, number, files)))
    across = len(blocked)
    blocked += check_chromosomes(chromosomes)
    if len(files) > 1:
        blocked += check_counts(found, [report.summary for report in reports], **rules.limits.of_jobs())
    if blocked:
        raise stopped_by(stopping if len(blocked) == across else (), _together(blocked), files)
    return reports


def _together(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    book = FindingBook()
    book.extend(findings)
    return book.findings()


def _report_texts(
    workplace: Workplace, files: Sequence[Path], reports: Sequence[PrepareReport], rules: Rules, start: JobStart
) -> dict[str, str]:
    shareable = build_report(
        reports,
        MapInfo(start.pseudonym_map.map_id, len(start.pseudonym_map.entries)),
        rules.policy,
        rules.limits,
        created=format_time(workplace.clock()),
        client_version=program_version(),
    )
    local = build_local_details(reports, names_apart(files))
    page = render_html(shareable, local=False, display_text=display_text)
    # People read the page and approve the report: so the report says which page is its own.
    bound = {**shareable, PAGE_DIGEST_KEY: hashlib.sha256(page.encode()).hexdigest()}
    return {
        REPORT_NAME: json.dumps(bound, indent=1, ensure_ascii=True) + "\n",
        PAGE_NAME: page,
        LOCAL_PAGE_NAME: render_html(shareable, local=True, display_text=display_text, details=local),
    }


def _note(workplace: Workplace, reports: Sequence[PrepareReport], rules: Rules, kept: MapFacts) -> None:
    outputs = [output for report in reports for output in report.outputs]
    workplace.note(
        "files.prepared",
        files=len(outputs),
        samples=kept.samples,
        records_in=sum(output.records_in for output in outputs),
        records_kept=sum(output.records_kept for output in outputs),
        map=kept.map_id,
        policy=rules.policy.name,
        policy_sha256=rules.policy.digest,
        service=rules.limits.name,
    )


def _facts(files: Sequence[Path], out: Path, reports: Sequence[PrepareReport], kept: MapFacts) -> Prepared:
    prepared = tuple(
        PreparedFile(
            source=str(file),
            output=out / output.file_name,
            file_name=output.file_name,
            chromosome=output.chromosome,
            sha256=output.sha256,
            bytes=output.bytes,
            samples=output.samples,
            records_in=output.records_in,
            records_kept=output.records_kept,
            dropped=dict(output.dropped),
        )
        for file, report in zip(files, reports, strict=True)
        for output in report.outputs
    )
    findings = _together([finding for report in reports for finding in report.findings])
    report_json, report_html, report_local_html = (out / name for name in REPORT_NAMES)
    return Prepared(prepared, findings, kept, report_json, report_html, report_local_html)

"""Look at files: what they are, what identifies people in them, what a service would refuse. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from client.tasks.builds import require_build
from client.tasks.errors import about
from client.tasks.facts import HeaderLine, Inspected, InspectedFile, PrepareChoices, Progress, TaskProgress
from client.tasks.places import require_files
from client.tasks.policies import Rules, choose_rules
from client.tasks.rate import at_most_ten_a_second
from client.tasks.workers import block_workers, shared_or_here
from client.tasks.workplace import Workplace
from prep.checks import check_chromosomes, check_counts, check_job
from prep.contigs import builds_of_lengths
from prep.errors import PrepError
from prep.findings import Finding
from prep.header import SourceHeader
from prep.inspection import inspect
from prep.results import HeaderMark, Inspection, PrepareProgress
from prep.source import read_source_header

_MOST_HEADER_LINES = 5000


def inspect_files(
    workplace: Workplace,
    files: Sequence[Path],
    choices: PrepareChoices = PrepareChoices(),
    progress: Progress | None = None,
    *,
    is_part: bool = False,
) -> Inspected:
    """Inspect each file, and all of them as one job. A file that cannot be read is a result, not an exception.

    `is_part`: more files of the same job are inspected by other calls, and `check_together` looks at all of them.
    Raises FileMissingError, FileIsFolderError and RulesFileError (no site list, where the policy sends only listed
    sites) before anything is read.
    """
    require_files(files)
    rules = choose_rules(workplace, choices)
    rules.require_site_list()
    inspected: list[InspectedFile] = []
    with block_workers(files, choices.parallel) as executor:
        for number, file in enumerate(files, 1):
            report = progress_of(progress, "inspect", file, number, len(files))
            try:
                header = read_source_header(file)
                is_whole_job = len(files) == 1 and not is_part
                found = shared_or_here(executor, partial(_inspect, file, rules, choices, report, is_whole_job))
            except PrepError as error:
                inspected.append(InspectedFile(str(file), None, about(error, file)))
                continue
            lines = _header_lines(header, found.header_marks)
            says_both = len(builds_of_lengths(header.contigs)) > 1
            inspected.append(InspectedFile(str(file), found, None, lines, header.build, says_both, header.sample_ids))
    across = _across(inspected, rules) if len(files) > 1 else ()
    result = Inspected(tuple(inspected), across)
    workplace.note_where_kept("files.inspected", files=len(files), blocking=result.blocking)
    return result


def check_together(
    workplace: Workplace, inspected: Sequence[InspectedFile], choices: PrepareChoices = PrepareChoices()
) -> tuple[Finding, ...]:
    """What is wrong between files that were inspected one by one (`is_part`)."""
    return _across(inspected, choose_rules(workplace, choices))


def _across(files: Sequence[InspectedFile], rules: Rules) -> tuple[Finding, ...]:
    found = [file.inspection for file in files]
    sent = [one for one in found if one is not None and one.chromosomes]
    samples = [None if file.inspection is None else file.sample_ids for file in files]
    return (
        *check_job(samples, [file.header_build for file in files]),
        *check_chromosomes([() if one is None else one.chromosomes for one in found]),
        *check_counts([one.findings for one in sent], [one.summary for one in sent], **rules.limits.of_jobs()),
    )


def progress_of(
    progress: Progress | None, step: str, file: Path, number: int, files: int
) -> Callable[[PrepareProgress], None] | None:
    """Turn prep's progress into the faces', at most ten reports a second."""
    if progress is None:
        return None
    report = at_most_ten_a_second(progress)

    def on_progress(facts: PrepareProgress) -> None:
        report(TaskProgress(step, file.name, number, files, facts.read_bytes, facts.source_bytes))

    return on_progress


def _inspect(
    file: Path,
    rules: Rules,
    choices: PrepareChoices,
    report: Callable[[PrepareProgress], None] | None,
    is_whole_job: bool,
    executor: Executor | None,
) -> Inspection:
    return inspect(
        file,
        policy=rules.policy,
        limits=rules.limits,
        build=require_build(choices.build),
        progress=report,
        executor=executor,
        site_list=rules.site_list,
        is_whole_job=is_whole_job,
    )


def _header_lines(header: SourceHeader, marks: Sequence[HeaderMark]) -> tuple[HeaderLine, ...]:
    spans: dict[int, list[tuple[int, int, str]]] = {}
    for mark in marks:
        spans.setdefault(mark.line, []).append((mark.start, mark.end, mark.finding_class))
    return tuple(
        HeaderLine(line, tuple(sorted(spans.get(number, []))))
        for number, line in enumerate(header.meta_lines[:_MOST_HEADER_LINES], 1)
    )

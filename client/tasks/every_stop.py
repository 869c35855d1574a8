"""What stops a job, told at once: what is wrong with its other files too, where the first of them ended the work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from client.tasks.errors import about_unreadable, subject_of
from client.tasks.facts import Inspected, PrepareChoices, Progress
from client.tasks.inspection import inspect_files
from client.tasks.job_start import found_in, samples_once, stopped_by
from client.tasks.workplace import Workplace
from prep.errors import BlockedError, InputError, PrepError
from prep.findings import Finding, FindingBook

_OF_HOW_MANY = frozenset(("VCF-SAMPLES-FEW", "VCF-SAMPLES-MANY"))


def with_every_stop(
    workplace: Workplace,
    files: Sequence[Path],
    choices: PrepareChoices,
    error: PrepError,
    progress: Progress | None = None,
) -> PrepError:
    """The error to raise in place of `error`, which ended a job of `files` before all of them were read to their end.

    A BlockedError with the findings of all files, and with those that cannot be read; `error` itself where it is not
    about what a file is, or no other file stops.
    """
    is_blocked = isinstance(error, BlockedError)
    is_unreadable = isinstance(error, InputError) and subject_of(error) in {str(file) for file in files}
    if not is_blocked and (not is_unreadable or len(files) == 1):
        return error
    inspected = inspect_files(workplace, files, choices, progress)
    if not is_blocked and inspected.blocking < 2:
        return error
    findings = _findings(inspected, error.findings if isinstance(error, BlockedError) else (), files)
    unreadable = tuple((file.file, file.problem) for file in inspected.files if file.problem is not None)
    told = stopped_by(_stopping(inspected, findings, files), findings, files)
    told.facts["blocking"] = int(told.facts["blocking"]) + len(unreadable)
    return about_unreadable(told, unreadable)


def _findings(inspected: Inspected, first: Sequence[Finding], files: Sequence[Path]) -> tuple[Finding, ...]:
    """All that was found, and of what was found at `first` what inspecting does not show."""
    found = [
        entry for number, file in enumerate(inspected.files, 1) for entry in found_in(file.findings, number, files)
    ]
    # How many samples there are was checked without those that are left out, which `inspect` knows nothing of.
    seen = [entry for entry in (*inspected.job_findings, *found) if entry.code not in _OF_HOW_MANY]
    codes = {entry.code for entry in seen}
    book = FindingBook()
    book.extend(samples_once([*(entry for entry in first if entry.code not in codes), *seen], len(files)))
    return book.findings()


def _stopping(inspected: Inspected, findings: Sequence[Finding], files: Sequence[Path]) -> list[Path]:
    """The files that stop the job, where none is stopped by what is between them."""
    blocking = [entry for entry in findings if entry.blocks()]
    if len(files) == 1:
        return [*files]
    if any(entry.is_between or not entry.in_files for entry in blocking):
        return []
    numbers = {place.file for entry in blocking for place in entry.in_files}
    numbers |= {number for number, file in enumerate(inspected.files, 1) if file.problem is not None}
    return [files[number - 1] for number in sorted(numbers)]

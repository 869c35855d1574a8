"""`inspect`, `prepare`, `restore`: files on this computer, before and after a service.

What reads files is imported by the command itself: mistakes in the command line do not wait for numpy, and the vault's
key is derived meanwhile. How they are declared to Typer is in files_commands.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from client.model.clock import format_time
from client.tasks.errors import FindingsBlockError, NothingToPrepareError
from ui.terminal.findings_shown import finding_facts, problem_facts, show_findings, show_unreadable
from ui.terminal.screen import Screen, counted, good, heading, sized
from ui.terminal.work import imports_at_once, progress_bar, say_map_is_awaited

if TYPE_CHECKING:
    from client.tasks.facts import Inspected, InspectedFile, Prepared


def inspect(screen: Screen, files: Sequence[Path], **chosen: Any) -> None:
    """Show what the files are and what stands in the way; `chosen` are fields of PrepareChoices."""
    with imports_at_once():
        from client.tasks.facts import PrepareChoices
        from ui.terminal.opening import workplace_here

    choices = PrepareChoices(**chosen)
    with workplace_here() as workplace, progress_bar(screen, "Reading") as progress:
        workplace.open_store_ahead()
        with imports_at_once():
            from client.tasks.inspection import inspect_files

        inspected = inspect_files(workplace, files, choices, progress)
    report_inspection(screen, inspected)
    if inspected.blocking:
        raise FindingsBlockError(count=inspected.blocking)
    if inspected.is_all_left_out:
        raise NothingToPrepareError


def restore(screen: Screen, files: Sequence[Path], *, map_file: str, out: Path, force: bool = False) -> None:
    """Put names and order back into results."""
    with imports_at_once():
        from ui.terminal.opening import workplace_here

    with workplace_here() as workplace, progress_bar(screen, "Restoring") as progress:
        workplace.open_store_ahead()
        with imports_at_once():
            from client.tasks.maps import find_map
            from client.tasks.restoration import restore_files

        restored = restore_files(workplace, files, find_map(workplace, map_file), out, force=force, progress=progress)
    screen.facts["files"] = [
        {
            "file": file.source,
            "output": str(file.output),
            "samples": file.samples,
            "missing": file.missing,
            "records": file.records,
            "sha256": file.sha256,
        }
        for file in restored
    ]
    for file in restored:
        of_people = f"{counted(file.samples, 'sample')}, {counted(file.records, 'record')}"
        if file.missing:
            of_people = f"{file.samples:,} of {counted(file.samples + file.missing, 'sample')} are in it"
        screen.say(
            good(f"{_shown(file.output)}  {of_people if file.samples else 'nobody is in it; written as it was'}")
        )
    if any(file.samples for file in restored):
        screen.say("These files carry real names again.")


def report_inspection(screen: Screen, inspected: Inspected) -> None:
    """Facts and words of an inspection, findings that block first."""
    screen.facts["files"] = [_file_facts(file) for file in inspected.files]
    files = [file.file for file in inspected.files]
    screen.facts["job_findings"] = [finding_facts(finding, files) for finding in inspected.job_findings]
    screen.facts["blocking"] = inspected.blocking
    for file in inspected.files:
        _show_file(screen, file)
    if inspected.job_findings:
        screen.say(heading("All files together"))
        show_findings(screen, inspected.job_findings, files)
        screen.say("")
    if not inspected.blocking and not inspected.is_all_left_out:
        screen.say(good("Nothing stands in the way. “genoseal prepare” takes away what is marked “removed”."))


def _file_facts(file: InspectedFile) -> dict[str, Any]:
    facts: dict[str, Any] = {"file": file.file, "findings": [finding_facts(finding) for finding in file.findings]}
    found = file.inspection
    if found is not None:
        facts |= {
            "samples": found.samples,
            "records": found.records,
            "build": found.build,
            "container": found.container,
            "version": found.version,
            "producer": found.producer,
            "chromosomes": list(found.chromosomes),
            "phased": found.phased,
        }
        return facts
    facts |= {"samples": None, "records": None, "build": None, "container": None}
    if file.problem is not None:
        facts["error"] = problem_facts(file.problem)
    return facts


def _show_file(screen: Screen, file: InspectedFile) -> None:
    screen.say(heading(Screen.shown(screen.as_given(file.file))))
    found = file.inspection
    if found is None:
        if file.problem is not None:
            show_unreadable(screen, file.problem)
        screen.say("")
        return
    chromosomes = ", ".join(Screen.shown(name) for name in found.chromosomes) or "none"
    parts = [
        f"VCF {Screen.shown(found.version)}" if found.version else "VCF",
        found.container,
        counted(found.samples, "sample"),
        counted(found.records, "record"),
        f"chromosome {chromosomes}" if len(found.chromosomes) <= 1 else f"chromosomes {chromosomes}",
        found.build or "build unknown",
        "phased" if found.phased else "unphased",
    ]
    screen.say(f"  {' · '.join(parts)}")
    show_findings(screen, found.findings)
    screen.say("")


def prepare(screen: Screen, files: Sequence[Path], *, out: Path, force: bool = False, **chosen: Any) -> None:
    """Write, recheck and report all files as one job; `chosen` are fields of PrepareChoices."""
    with imports_at_once():
        from client.tasks.facts import PrepareChoices
        from ui.terminal.opening import workplace_here

    choices = PrepareChoices(**chosen)
    with workplace_here() as workplace, progress_bar(screen, "Preparing") as progress:
        workplace.open_store_ahead()
        with imports_at_once():
            from client.tasks.preparation import prepare_files

        prepared = prepare_files(
            workplace, files, out, choices, force=force, progress=progress, on_wait=lambda: say_map_is_awaited(screen)
        )
    screen.facts |= prepared_facts(prepared, files)
    show_prepared(screen, prepared, files)


def prepared_facts(prepared: Prepared, files: Sequence[Path]) -> dict[str, Any]:
    """A preparation for `--json`."""
    return {
        "files": [
            {
                "file": file.source,
                "output": str(file.output),
                "chromosome": file.chromosome,
                "sha256": file.sha256,
                "bytes": file.bytes,
                "samples": file.samples,
                "records_in": file.records_in,
                "records_kept": file.records_kept,
                "dropped": file.dropped,
            }
            for file in prepared.files
        ],
        "recheck": prepared.recheck,
        "map": {"file": str(prepared.map.file), "id": prepared.map.map_id, "samples": prepared.map.samples},
        "report": str(prepared.report_json),
        "keep_until": None if prepared.keep_until is None else format_time(prepared.keep_until),
        "findings": [finding_facts(finding, [*map(str, files)]) for finding in prepared.findings],
    }


def show_prepared(screen: Screen, prepared: Prepared, files: Sequence[Path]) -> None:
    """What was written, what was taken away, and where the map is."""
    show_findings(screen, prepared.findings, [*map(str, files)])
    screen.say("")
    rows = [
        (
            str(file.output),
            f"{file.samples:,}",
            f"{file.records_in:,}",
            f"{file.records_kept:,}",
            dropped_words(file.dropped),
            sized(file.bytes),
        )
        for file in prepared.files
    ]
    screen.table(("Prepared", "Samples", "Read", "Kept", "Left out", "Size"), rows, right=(1, 2, 3, 5))
    screen.say("", good("Rechecked by an independent second pass over the bytes that were written."))
    screen.say(
        f"  Report      {_shown(prepared.report_html)}  (to share)   {_shown(prepared.report_local_html)}  (for you)"
    )
    names = counted(prepared.map.samples, "name")
    screen.say(f"  Map         {_shown(prepared.map.file)}  ({names}; back it up: genoseal map export)")
    if prepared.keep_until is not None:
        screen.say(
            f"  Keep until  {format_time(prepared.keep_until)}  (the policy's days; “genoseal tidy” removes them)"
        )


def _shown(path: Path) -> str:
    """A path on a line of its own: also where its name has line ends in it."""
    return Screen.shown(str(path), 4096)


def dropped_words(dropped: Mapping[str, int]) -> str:
    """`18 indel, 10 multi-allelic`."""
    return ", ".join(f"{count:,} {reason.replace('-', ' ')}" for reason, count in dropped.items() if count) or "none"

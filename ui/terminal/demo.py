"""`demo`: the whole route on a practice service, with a home and a vault of its own; asks nothing, keeps nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer

from client.tasks.facts import Inspected, Prepared
from client.tasks.places import make_output_folder, passing_folder, require_empty, require_files
from ui.terminal.demo_cohort import write_demo_cohort
from ui.terminal.demo_route import STEP_NAMES, DemoFolders, DemoRoute
from ui.terminal.files_room import dropped_words
from ui.terminal.findings_shown import show_findings, show_unreadable
from ui.terminal.lines import Line
from ui.terminal.options import BuildOption, Force, Json, path_argument, path_option, screen_of
from ui.terminal.practice_room import require_practice
from ui.terminal.screen import Screen, counted, heading, sized

_SHOWN_COLUMNS = 96


def demo(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        path_argument(metavar="FILE...", help="VCF files of your own; else a small cohort is made."),
    ] = None,
    keep: Annotated[
        Path | None, path_option("--keep", metavar="DIR", help="Keep everything: service/, client/, results/.")
    ] = None,
    build: BuildOption = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """The whole route, really, on a practice service on this computer: from a leaky VCF to restored results.

    It sets up a second factor, signs in, prepares, rechecks, seals, uploads, follows the job, fetches and restores the
    results, deletes the job and verifies the certificate. It never touches your own Genoseal, and asks nothing.
    """
    screen = screen_of(context)
    require_practice()
    require_files(files or [])
    screen.facts |= {"ok": False, "steps": []}
    with ExitStack() as stack:
        folders = DemoFolders(_root(keep, stack, force=force))
        given = tuple(file.absolute() for file in files or [])
        secrets: tuple[str, ...] = ()
        screen.say(heading("Genoseal demo: a practice service on this computer, nothing leaves it"), "")
        if not given:
            cohort_folder = folders.root / "cohort"
            make_output_folder(cohort_folder)
            cohort = write_demo_cohort(cohort_folder)
            given, secrets = cohort.files, cohort.secrets
            screen.say(
                f"Made a cohort of {counted(len(cohort.sample_ids), 'person', 'people')} who do not exist, "
                "in files that leak as real ones do:",
                *(f"  {file.name}" for file in given),
                "",
            )
        route = DemoRoute(
            folders,
            given,
            secrets,
            build.value if build else None,
            stack,
            lambda inspected: _show_inspected(screen, inspected, given),
            lambda prepared, lines: _show_prepared(screen, prepared, lines),
        )
        started = time.monotonic()
        _run(screen, route)
        screen.facts["ok"] = True
        screen.facts["seconds"] = round(time.monotonic() - started, 2)
        _show_summary(screen, route, keep, time.monotonic() - started)


def _run(screen: Screen, route: DemoRoute) -> None:
    steps: list[dict[str, Any]] = screen.facts["steps"]
    for name in STEP_NAMES:
        try:
            detail = route.step(name)
        except BaseException:
            steps.append({"name": name, "ok": False, "seconds": round(route.times.get(name, 0), 2), "detail": ""})
            screen.say(Line(("✗ ", "bold red"), f"{name:<12}"))
            raise
        seconds = round(route.times[name], 2)
        steps.append({"name": name, "ok": True, "seconds": seconds, "detail": detail})
        screen.say(Line(("✓ ", "green"), (f"{name:<12}", "bold"), (f"{seconds:>6.2f} s  ", "dim"), detail))


def _root(keep: Path | None, stack: ExitStack, *, force: bool) -> Path:
    if keep is None:
        return stack.enter_context(passing_folder("demo"))
    make_output_folder(keep)
    require_empty(keep, force=force)
    return keep.absolute()


def _look_around(variables: Mapping[str, Path], system: str = os.name) -> tuple[str, ...]:
    """How a shell of this system shows what the kept client did: PowerShell, or sh."""
    if system == "nt":
        return (*(f"  $env:{name} = '{place}'" for name, place in variables.items()), "  genoseal audit show")
    return (f"  {' '.join(f'{name}={place}' for name, place in variables.items())} \\", "    genoseal audit show")


def _show_inspected(screen: Screen, inspected: Inspected, given: Sequence[Path]) -> None:
    screen.say("", heading("  What was found (it stays here)"))
    for file in inspected.files:
        if file.problem is not None:
            show_unreadable(screen, file.problem, file.file)
    findings = [finding for file in inspected.files for finding in file.findings]
    show_findings(screen, [*findings, *inspected.job_findings], [*map(str, given)])
    screen.say("")


def _show_prepared(screen: Screen, prepared: Prepared, lines: Sequence[str]) -> None:
    first = prepared.files[0]
    screen.say("", heading(f"  What will leave: {first.file_name}, all of its header and the first records"))
    for line in lines:
        text = line.replace("\t", " ")
        cut = f"{text[:_SHOWN_COLUMNS]} …" if len(text) > _SHOWN_COLUMNS else text
        screen.say(Line((f"  {Screen.shown(cut)}", "cyan")))
    for file in prepared.files:
        screen.say(f"  {file.file_name}: left out {dropped_words(file.dropped)}")
    screen.say("")


def _show_summary(screen: Screen, route: DemoRoute, keep: Path | None, seconds: float) -> None:
    prepared, fetched = route.prepared, route.fetched
    samples = prepared.map.samples
    screen.say(
        "",
        Line(("─" * 78, "dim")),
        heading(f"  The whole route in {seconds:.1f} s, and every step held."),
        "",
        f"  Left this computer   {counted(len(prepared.files), 'sealed file')}, {sized(route.sent_bytes)}, "
        "under pseudonyms, readable for the service alone",
        f"  Stayed here          {counted(samples, 'name')}, every header line, the map, your file names and paths",
        f"  Came back            {counted(len(fetched), 'result')}; {counted(samples, 'name')} over the right "
        "genotypes, in their order",
        "  At the service       nothing any more, says its signed certificate",
        "",
        Line(("  Pseudonymised genotypes are still personal data: a genome identifies whoever it belongs to.", "dim")),
    )
    if keep is not None:
        screen.say(
            "",
            heading("  Kept, to look around in"),
            f"  {keep / 'service'}   what the service had",
            f"  {keep / 'client'}    Genoseal's private folder",
            f"  {keep / 'results'}   the results with their names",
            "",
            *_look_around({"GENOSEAL_HOME": keep / "client", "GENOSEAL_VAULT_PASSWORD_FILE": keep / "vault-password"}),
        )
        screen.facts["kept"] = str(keep)
    else:
        screen.say("", "  Next: “genoseal inspect YOUR_FILE.vcf.gz”, or “genoseal demo YOUR_FILE.vcf.gz --keep DIR”.")

"""`inspect`, `prepare`, `restore` as Typer takes them; what they do is in files_room.py.

A plain command line does without this module (plain_line.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.terminal import files_room
from ui.terminal.options import (
    AcceptRemaining,
    BuildOption,
    Files,
    Force,
    Json,
    LeaveOut,
    MapFile,
    Parallel,
    Policy,
    Project,
    Service,
    SiteList,
    path_argument,
    path_option,
    screen_of,
)


def inspect(
    context: typer.Context,
    files: Files,
    policy: Policy = None,
    service: Service = None,
    build: BuildOption = None,
    site_list: SiteList = None,
    parallel: Parallel = None,
    json_output: Json = False,
) -> None:
    """Show what the files are, what identifies people in them and what a service would refuse. Changes nothing.

    Example: genoseal inspect cohort.chr*.vcf.gz --service michigan
    """
    files_room.inspect(
        screen_of(context),
        files,
        policy=policy,
        service=service,
        build=build.value if build else None,
        site_list=site_list,
        parallel=parallel,
    )


def prepare(
    context: typer.Context,
    files: Files,
    out: Annotated[Path, path_option("--out", metavar="DIR", help="Folder for prepared files and reports.")],
    policy: Policy = None,
    service: Service = None,
    build: BuildOption = None,
    leave_out: LeaveOut = None,
    site_list: SiteList = None,
    map_file: MapFile = None,
    project: Project = None,
    accept_remaining: AcceptRemaining = False,
    parallel: Parallel = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Write files in which nothing identifies anybody by name, recheck them and report.

    All FILEs of one call are one job: same samples, one map, one column order. Nothing leaves this computer.

    Example: genoseal prepare cohort.chr*.vcf.gz --out prepared --build hg38
    """
    files_room.prepare(
        screen_of(context),
        files,
        out=out,
        policy=policy,
        service=service,
        build=build.value if build else None,
        leave_out=leave_out,
        site_list=site_list,
        map_file=map_file,
        project=project,
        accept_remaining=accept_remaining,
        parallel=parallel,
        force=force,
    )


def restore(
    context: typer.Context,
    files: Annotated[list[Path], path_argument(metavar="FILE...", help="Results that came back under pseudonyms.")],
    map_file: Annotated[
        str,
        typer.Option(
            "--map",
            metavar="FILE.gmap",
            help="The job's map: a file, or the id of one kept here (“genoseal map list”); its beginning will do.",
        ),
    ],
    out: Annotated[Path, path_option("--out", metavar="DIR", help="Where the results with names go.")],
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Put the original names and their order back into results.

    Example: genoseal restore chr20.dose.vcf.gz --map 17d9e6d5 --out restored
    """
    files_room.restore(screen_of(context), files, map_file=map_file, out=out, force=force)

"""Options that several commands share, worded once."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ui.terminal.screen import Screen

# What cannot be read is told of by what reads it, in words and with an exit code of its own.
path_argument = partial(typer.Argument, readable=False)
path_option = partial(typer.Option, readable=False)

Json = Annotated[bool, typer.Option("--json", metavar="", help="Print one JSON object on stdout, for scripts.")]
Force = Annotated[bool, typer.Option("--force", metavar="", help="Replace outputs that exist already.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", metavar="", help="Do not ask whether you are sure.")]
Files = Annotated[list[Path], path_argument(metavar="FILE...", help="VCF or BCF files; plain, gzip or BGZF.")]
PasswordFile = Annotated[
    Path | None,
    path_option("--password-file", metavar="FILE", help="Read the password or passphrase from FILE (- is stdin)."),
]
CodeFile = Annotated[
    Path | None, path_option("--code-file", metavar="FILE", help="Read the code from FILE (- is stdin).")
]
Policy = Annotated[
    str | None,
    typer.Option(
        "--policy", metavar="NAME|FILE", help="How to prepare: imputation (default), dosages, likelihoods or a file."
    ),
]
Service = Annotated[
    str | None, typer.Option("--service", metavar="NAME", help="Whose limits count: michigan, topmed, generic …")
]
LeaveOut = Annotated[
    Path | None, path_option("--leave-out", metavar="FILE", help="Samples to leave out, one name a line.")
]
SiteList = Annotated[
    Path | None,
    path_option(
        "--site-list",
        metavar="FILE",
        help="Compare with the sites in this list (VCF or CHROM POS REF ALT); some policies send only those.",
    ),
]
AcceptRemaining = Annotated[
    bool,
    typer.Option(
        "--accept-remaining", metavar="", help="Let leave what the policy's leak level asks about; it is reported."
    ),
]
MapFile = Annotated[
    Path | None,
    path_option(
        "--map",
        metavar="FILE.gmap",
        help="Go on with this pseudonym map, or make it; without --map a new one is kept here.",
    ),
]
Project = Annotated[
    str | None,
    typer.Option("--project", metavar="NAME", help="The project a new map belongs to; stays on this computer."),
]
Parallel = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", metavar="N", min=1, max=64, help="Processes that share large files; else as many as pay off."
    ),
]


class Build(StrEnum):
    """Genome builds."""

    hg19 = "hg19"
    hg38 = "hg38"


BuildOption = Annotated[
    Build | None, typer.Option("--build", help="The genome build, where the contig lengths do not tell.")
]


def screen_of(context: typer.Context) -> Screen:
    """The screen that `run` made for this call."""
    screen = context.obj
    if not isinstance(screen, Screen):
        raise TypeError("the command was not started through run()")
    return screen

"""`map`: back the encrypted pseudonym map up, bring it to another computer, look one person up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from client.model.clock import format_time
from client.tasks import maps as map_tasks
from client.tasks.person import find_person
from client.tasks.places import require_not_read
from ui.terminal.ask import ask_secret
from ui.terminal.opening import workplace_here
from ui.terminal.options import Force, Json, PasswordFile, path_argument, path_option, screen_of
from ui.terminal.screen import counted, good, local_time

map_app = typer.Typer(name="map", no_args_is_help=True, help="Pseudonym maps: the only way back to the names.")


@map_app.command("export")
def export(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A .gmap file, or the id of a map kept here (“genoseal map list”); the id's beginning will do.",
        ),
    ],
    out: Annotated[Path, path_option("--out", metavar="FILE", help="The backup to write.")],
    password_file: PasswordFile = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Back a map up under a passphrase. Without the map, names cannot be put back into results.

    Example: genoseal map export 17d9e6d5 --out cohort.gmap-backup
    """
    screen = screen_of(context)
    require_not_read((out,), (password_file,))
    with workplace_here() as workplace:
        source = map_tasks.find_map(workplace, file)
        passphrase = ask_secret("Passphrase for the backup", "--password-file", password_file, twice=True)
        facts = map_tasks.export_map(workplace, source, out, passphrase, force=force)
    screen.facts |= {"file": str(out), "id": facts.map_id, "samples": facts.samples}
    screen.say(good(f"Map {facts.map_id} ({counted(facts.samples, 'sample')}) backed up to {out}."))
    screen.say("  Keep it away from this computer, and its passphrase away from it.")


@map_app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, path_argument(metavar="FILE", help="A backup made with “genoseal map export”.")],
    password_file: PasswordFile = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Bring a map from another computer, so that names can be put back here.

    Where the map is here already, jobs that only the backup knows are added to it; nothing that is here is lost.
    --force puts the backup in the place of a map that cannot be read here, or that disagrees with it.
    """
    screen = screen_of(context)
    with workplace_here() as workplace:
        passphrase = ask_secret("Passphrase of the backup", "--password-file", password_file)
        imported = map_tasks.import_map(workplace, file, passphrase, force=force)
    facts = imported.map
    screen.facts |= {
        "file": str(facts.file),
        "id": facts.map_id,
        "samples": facts.samples,
        "change": imported.change,
    }
    words = {
        "new": "is here.",
        "more": "was here already; jobs that only the backup knew are added.",
        "none": "was here already, with all that the backup knows: there was nothing to do.",
    }[imported.change]
    screen.say(good(f"Map {facts.map_id} ({counted(facts.samples, 'sample')}) {words}"), f"  {facts.file}")


@map_app.command("list")
def list_(context: typer.Context, json_output: Json = False) -> None:
    """List the maps kept on this computer."""
    screen = screen_of(context)
    with workplace_here() as workplace:
        kept = {map_id: map_tasks.map_kept_at(workplace, map_id) for map_id in map_tasks.list_maps(workplace)}
        screen.facts["maps"] = [
            {"id": map_id, "file": str(map_tasks.map_file(workplace, map_id)), "kept_at": format_time(moment)}
            for map_id, moment in kept.items()
        ]
    if not kept:
        screen.say("No maps here yet.")
        return
    by_age = sorted(kept.items(), key=lambda entry: entry[1])
    rows = [(map_id, local_time(moment)) for map_id, moment in by_age]
    screen.table(("Map", "Last written"), rows, whole=(0,))
    screen.say("  “genoseal audit show” names what was prepared and sent under each.")


@map_app.command("find")
def find(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="Maps to look in: files or ids, never the person. Default: all."),
    ] = None,
    name_file: Annotated[
        Path | None,
        path_option("--name-file", metavar="FILE", help="A file with the name; - is standard input. Else it is asked."),
    ] = None,
    json_output: Json = False,
) -> None:
    """Show one person's pseudonyms, for a request for access or a withdrawal.

    The name is asked for or read from a file, exactly as it stands in the VCF: an argument would stay in the history
    of the shell and show in the list of processes.
    """
    screen = screen_of(context)
    with workplace_here() as workplace:
        named = [map_tasks.find_map(workplace, file) for file in files or ()]
        name = ask_secret("Name of the sample", "--name-file", name_file).decode("utf-8", "surrogateescape")
        looked = find_person(workplace, name, named)
    screen.facts |= {
        "found": [{"map": one.map_id, "pseudonym": one.pseudonym, "jobs": one.jobs} for one in looked.places],
        "maps": looked.maps,
        "unreadable": looked.unreadable,
    }
    rows = [(one.pseudonym, one.map_id, f"{one.jobs:,}") for one in looked.places]
    if rows:
        screen.table(("Pseudonym", "Map", "Jobs"), rows, right=(2,))
        screen.say("  “genoseal audit show” names the submissions of each map.")
    else:
        screen.say(f"Not in any of {counted(looked.maps, 'map')}.")
    if looked.unreadable:
        screen.note(
            f"{counted(looked.unreadable, 'map')} could not be read here: made by another user, computer or vault."
        )

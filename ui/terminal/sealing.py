"""`keys`, `seal`, `open`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from client.tasks import keys as key_tasks
from client.tasks import sealing as sealing_tasks
from client.tasks.errors import SecretNeededError
from client.tasks.facts import KeyFacts
from client.tasks.places import require_not_read
from ui.terminal.ask import ask_secret, can_ask
from ui.terminal.options import Force, Json, PasswordFile, path_argument, path_option, screen_of
from ui.terminal.screen import Screen, counted, good, sized
from ui.terminal.work import progress_bar

keys_app = typer.Typer(name="keys", no_args_is_help=True, help="Make, show and back up keys.")


class KemName(StrEnum):
    """Kinds of keys."""

    x_wing = "x-wing"
    x25519 = "x25519"


@keys_app.command("new")
def keys_new(
    context: typer.Context,
    out: Annotated[Path, path_option("--out", metavar="DIR", help="Folder for public.pem and private.pem.")],
    kem: Annotated[
        KemName, typer.Option("--kem", help="x-wing also withstands quantum computers; x25519 where it must be.")
    ] = KemName.x_wing,
    no_passphrase: Annotated[
        bool,
        typer.Option("--no-passphrase", metavar="", help="Write the private key unprotected. Only for a safe place."),
    ] = False,
    password_file: PasswordFile = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Make a key pair: public.pem to give away, private.pem to keep.

    The private key is protected by a passphrase, which is asked for or read from --password-file.

    Example: genoseal keys new --out keys
    """
    screen = screen_of(context)
    if no_passphrase and password_file is not None:
        raise typer.BadParameter("--no-passphrase does not go with --password-file")
    require_not_read((out / "public.pem", out / "private.pem"), (password_file,))
    passphrase = None
    if not no_passphrase:
        if password_file is None and not can_ask():
            raise SecretNeededError(option="--password-file or --no-passphrase")
        passphrase = ask_secret("Passphrase for the private key", "--password-file", password_file, twice=True)
    from ui.terminal.opening import workplace_here

    with workplace_here() as workplace:
        facts = key_tasks.new_keys(workplace, out, kem.value, passphrase, force=force)
    _show(screen, facts)
    screen.facts["private_file"] = str(facts.private_file)
    screen.facts["public_file"] = str(facts.public_file)
    screen.say("", good(f"Public key   {facts.public_file}   give this to whoever sends you files"))
    screen.say(good(f"Private key  {facts.private_file}  keep this, and a backup of it"))
    if no_passphrase:
        screen.note("The private key is not protected by a passphrase. Whoever has the file can open everything.")


@keys_app.command("show")
def keys_show(
    context: typer.Context,
    file: Annotated[Path, path_argument(metavar="FILE", help="A public or private key file.")],
    password_file: PasswordFile = None,
    json_output: Json = False,
) -> None:
    """Show a key's fingerprint, to compare by telephone or on paper."""
    passphrase = None
    if key_tasks.needs_passphrase(file):
        passphrase = ask_secret("Passphrase of the private key", "--password-file", password_file)
    _show(screen_of(context), key_tasks.show_key(file, passphrase))


@keys_app.command("export")
def keys_export(
    context: typer.Context,
    out: Annotated[Path, path_argument(metavar="FILE", help="The backup to write.")],
    password_file: PasswordFile = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Back up the keys that your results are sealed to, under a passphrase."""
    from client.tasks.result_keys import export_result_keys
    from ui.terminal.opening import workplace_here

    screen = screen_of(context)
    require_not_read((out,), (password_file,))
    with workplace_here() as workplace:
        passphrase = ask_secret("Passphrase for the backup", "--password-file", password_file, twice=True)
        count = export_result_keys(workplace, out, passphrase, force=force)
    screen.facts |= {"file": str(out), "keys": count}
    screen.say(good(f"{counted(count, 'result key')} backed up to {out}. Keep it away from this computer."))


@keys_app.command("import")
def keys_import(
    context: typer.Context,
    file: Annotated[Path, path_argument(metavar="FILE", help="A backup made with “genoseal keys export”.")],
    password_file: PasswordFile = None,
    json_output: Json = False,
) -> None:
    """Bring result keys from another computer, so that results can be opened here."""
    from client.tasks.result_keys import import_result_keys
    from ui.terminal.opening import workplace_here

    screen = screen_of(context)
    with workplace_here() as workplace:
        passphrase = ask_secret("Passphrase of the backup", "--password-file", password_file)
        imported = import_result_keys(workplace, file, passphrase)
    screen.facts |= {"file": str(file), "added": imported.added, "known": imported.known}
    screen.say(good(f"{counted(imported.added, 'key')} added, {imported.known} were here already."))


def seal(
    context: typer.Context,
    file: Annotated[Path, path_argument(metavar="FILE", help="Any file.")],
    to: Annotated[
        list[Path], path_option("--to", metavar="PUBLIC_KEY", help="A recipient's public key file; repeatable.")
    ],
    out: Annotated[Path, path_option("--out", metavar="FILE.gseal", help="The sealed file.")],
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Encrypt a file so that only the recipients can open it.

    Example: genoseal seal letter.pdf --to public.pem --out letter.pdf.gseal
    """
    screen = screen_of(context)
    from ui.terminal.opening import workplace_here

    with workplace_here() as workplace, progress_bar(screen, "Sealing") as progress:
        workplace.open_store_ahead()
        sealed = sealing_tasks.seal(workplace, file, to, out, force=force, progress=progress)
    screen.facts |= {
        "file": str(file),
        "output": str(out),
        "sealed_sha256": sealed.sealed_sha256,
        "bytes": sealed.bytes,
        "recipients": list(sealed.recipients),
        "file_id": sealed.file_id,
    }
    screen.say(good(f"Sealed for {counted(len(sealed.recipients), 'recipient')}: {out} ({sized(sealed.bytes)})"))
    for fingerprint in sealed.recipients:
        screen.say(f"  to      {fingerprint}")
    screen.say(f"  sha256  {sealed.sealed_sha256}")


def open_(
    context: typer.Context,
    file: Annotated[Path, path_argument(metavar="FILE.gseal", help="A sealed file.")],
    key: Annotated[Path, path_option("--key", metavar="PRIVATE_KEY", help="Your private key file.")],
    out: Annotated[Path, path_option("--out", metavar="FILE", help="Where the contents go.")],
    password_file: PasswordFile = None,
    force: Force = False,
    json_output: Json = False,
) -> None:
    """Decrypt a sealed file. The output appears only when every byte has been verified.

    Example: genoseal open letter.pdf.gseal --key private.pem --out letter.pdf
    """
    screen = screen_of(context)
    require_not_read((out,), (password_file,))
    passphrase = None
    if key_tasks.needs_passphrase(key):
        passphrase = ask_secret("Passphrase of the private key", "--password-file", password_file)
    from ui.terminal.opening import workplace_here

    with workplace_here() as workplace, progress_bar(screen, "Opening") as progress:
        workplace.open_store_ahead()
        opened = sealing_tasks.open_sealed(
            workplace, file, key, out, passphrase=passphrase, force=force, progress=progress
        )
    screen.facts |= {"file": str(file), "output": str(out), "sha256": opened.sha256, "bytes": opened.bytes}
    screen.say(good(f"Opened: {out} ({sized(opened.bytes)})"), f"  sha256  {opened.sha256}")


def _show(screen: Screen, facts: KeyFacts) -> None:
    screen.facts |= {
        "fingerprint": facts.fingerprint,
        "kem": facts.kem,
        "kind": facts.kind,
        "public_key": facts.public_key,
    }
    screen.say(f"Kind         {facts.kem}, {facts.kind.replace('-', ' ')} key", f"Fingerprint  {facts.fingerprint}")

"""The commands of `installers/profile`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from client.institution.latest import latest_comment, latest_json, require_signed_latest, sign_latest
from client.institution.profile import parse_profile
from client.institution.profile_writer import profile_toml
from client.institution.trust import claimed_key, require_signed, sign_profile, trusted_comment, untrusted_comment
from client.model.clock import format_time, parse_time, system_clock
from client.model.errors import ClientError
from client.model.profile import (
    ConsentStatement,
    Helpdesk,
    PolicyChoice,
    Profile,
    Retention,
    ServicePlace,
    SubmissionLimits,
)
from client.seal.minisign import (
    MinisignPublicKey,
    MinisignSecretKey,
    parse_minisign_public_key,
    profile_key_fingerprint,
)
from client.seal.private_output import private_output
from installers.profile_tool.asking import ask, ask_many, read_bytes, read_text
from installers.profile_tool.checking import check, told
from installers.profile_tool.deb import build_deb, require_package_names
from installers.profile_tool.making import (
    ToolError,
    build_signing_keys,
    expire,
    read_ed25519,
    read_pin,
    renew,
    rotate_pins,
)
from installers.profile_tool.msi import build_msi
from ui.terminal.help_option import show_help_without_type

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Make, check and sign an institution's profile.",
)

File = Annotated[Path, typer.Argument(metavar="FILE", help="the profile, a TOML file")]
PublicKey = Annotated[
    Path | None, typer.Option(metavar="FILE", help="its public key; needed for one under a passphrase")
]
Force = Annotated[bool, typer.Option("--force", metavar="", help="replace what is there")]


def main() -> NoReturn:
    """Run; exit 0 done, 2 wrong usage, 3 the profile needs work."""
    show_help_without_type()
    try:
        app(prog_name="genoseal-profile", standalone_mode=True)
    except ToolError as error:
        print(f"genoseal-profile: {error}", file=sys.stderr)
        sys.exit(2)
    except ClientError as error:
        print(f"genoseal-profile: {told(error)}", file=sys.stderr)
        sys.exit(error.exit_code)
    sys.exit(0)


@app.command("new")
def new(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="the TOML file to write")],
    institution: Annotated[str | None, typer.Option(metavar="NAME", help="name, as users know it")] = None,
    environment: Annotated[str | None, typer.Option(metavar="KIND", help="production, test or practice")] = None,
    origin: Annotated[str | None, typer.Option(metavar="URL", help="https://host[:port] of the service")] = None,
    pin: Annotated[
        list[str] | None, typer.Option(metavar="FILE|PIN", help="certificate, public key or pin; at least two")
    ] = None,
    ca: Annotated[Path | None, typer.Option(metavar="FILE", help="PEM of a private certificate authority")] = None,
    recipient: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="public.pem of `genoseal keys new`")
    ] = None,
    receipt_key: Annotated[
        str | None, typer.Option(metavar="FILE|KEY", help="Ed25519 public key that signs receipts")
    ] = None,
    results_key: Annotated[
        str | None, typer.Option(metavar="FILE|KEY", help="Ed25519 public key that signs result manifests")
    ] = None,
    deletion_key: Annotated[
        str | None, typer.Option(metavar="FILE|KEY", help="Ed25519 public key that signs certificates")
    ] = None,
    consent_version: Annotated[str | None, typer.Option(metavar="VERSION", help="such as 2026-1")] = None,
    consent_text: Annotated[
        str | None, typer.Option(metavar="FILE", help="file with the statement users confirm")
    ] = None,
    phone: Annotated[str | None, typer.Option(metavar="NUMBER", help="helpdesk telephone")] = None,
    hours: Annotated[str, typer.Option(metavar="WORDS", help="when the helpdesk answers")] = "",
    email: Annotated[str, typer.Option(metavar="ADDRESS", help="helpdesk mail address")] = "",
    policy: Annotated[str, typer.Option(metavar="NAME", help="preparation policy")] = "imputation",
    lock_policy: Annotated[
        bool, typer.Option("--lock-policy", metavar="", help="users cannot choose a looser policy")
    ] = False,
    limits: Annotated[
        str, typer.Option(metavar="NAME", help="whose upload rules hold: michigan, topmed, generic or practice")
    ] = "generic",
    service_days: Annotated[int, typer.Option(metavar="N", help="days after which the service deletes a job")] = 7,
    days: Annotated[int, typer.Option(metavar="N", help="days the profile is valid, at most 90")] = 60,
    force: Force = False,
) -> None:
    """Ask, explain, and write a first profile (serial 1). Every question can be answered by an option."""
    now = system_clock()
    pins = ask_many(
        pin,
        "--pin",
        "certificate, public key file or pin",
        "Clients talk only to a server whose public key they know. Give the server's certificate and the public key\n"
        "of a spare pair that lies offline: when the first is lost, the second keeps every workstation connected.",
        2,
    )
    recipients = ask_many(
        recipient,
        "--recipient",
        "public.pem",
        "Files are sealed to these keys before they leave. Make a pair with `genoseal keys new`; the private half\n"
        "belongs on the machine that works on the data, not on the web server.",
        1,
    )
    signing = {
        "receipt": receipt_key,
        "results": results_key,
        "deletion": deletion_key,
    }
    signing_keys = {
        purpose: _statement_key(
            ask(
                given,
                f"--{purpose}-key",
                f"Ed25519 public key for {purpose}",
                f"The service signs what it states about a job ({purpose}), each kind with a key of its own. A file's\n"
                "name without its ending is the key's id in signatures: keep the operator's file names.",
            )
        )
        for purpose, given in signing.items()
    }
    version = ask(
        consent_version, "--consent-version", "version", "Users confirm a consent statement; name its version."
    )
    text_file = ask(consent_text, "--consent-text", "file", "The statement's text, as your ethics board approved it.")
    profile = Profile(
        institution=ask(institution, "--institution", "name", "Who this profile is from, as users know you."),
        environment=ask(
            environment,
            "--environment",
            "production, test or practice",
            "A submission can never cross from one to the other.",
        ),
        serial=0,
        not_after=now,
        service=ServicePlace(
            ask(origin, "--origin", "https://host[:port]", "Where the service is. Clients follow no redirect."),
            tuple(read_pin(_value_or_file(value)) for value in pins),
            None if ca is None else read_text(ca, "the CA"),
        ),
        recipients=tuple(read_text(path, "the recipient key") for path in recipients),
        signing_keys=build_signing_keys(signing_keys, now),
        consent=(ConsentStatement(version, read_text(text_file, "the consent statement")),),
        policy=PolicyChoice(policy, lock_policy),
        limits=SubmissionLimits(limits),
        retention=Retention(service_days=service_days),
        helpdesk=Helpdesk(
            ask(phone, "--phone", "telephone", "Users call this number when something looks wrong."), hours, email
        ),
    )
    _write(out, profile_toml(renew(profile, now, days)), force)
    print(f"{out} written, not signed yet. Next: “check {out}”, then “sign {out} --key …”")


@app.command("check")
def check_command(file: File) -> None:
    """Say everything that is wrong or worth knowing; exit 3 where clients would refuse the profile."""
    data = read_bytes(file, "the profile")
    signature = _signature_path(file)
    text = read_text(signature, "the signature") if signature.exists() else None
    remarks = check(data, text, system_clock())
    for remark in remarks:
        print(f"{'✗' if remark.is_problem else '·'} {remark.text}")
    if any(remark.is_problem for remark in remarks):
        raise typer.Exit(3)


@app.command("key")
def key_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="folder for profile.key and profile.pub")],
    no_passphrase: Annotated[
        bool, typer.Option("--no-passphrase", metavar="", help="leave the secret key unprotected")
    ] = False,
) -> None:
    """Make the institution's signing key. It decides whom every workstation trusts: keep it offline, keep a copy."""
    secret, public = folder / "profile.key", folder / "profile.pub"
    if secret.exists() or public.exists():
        raise ToolError(f"{secret} or {public} is there already")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if no_passphrase:
        key = MinisignSecretKey.generate()
        _write(secret, key.to_text().encode(), False)
        _write(public, key.public_key().to_text().encode(), False)
    else:
        _minisign("-G", "-s", str(secret), "-p", str(public))
    print(f"fingerprint: {profile_key_fingerprint(parse_minisign_public_key(read_text(public, 'the public key')))}")
    print(
        "Print it on paper or on your own page: users type it once, and never take it from a mail or a screen of ours."
    )


@app.command("sign")
def sign_command(
    file: File,
    key: Annotated[Path, typer.Option(metavar="FILE", help="the secret key, as minisign keeps it")],
    public: PublicKey = None,
) -> None:
    """Sign; the signature lies beside the profile as FILE.minisig. A key under a passphrase needs `minisign`."""
    data = read_bytes(file, "the profile")
    profile = parse_profile(data)
    problems = [remark.text for remark in check(data, None, system_clock()) if remark.is_problem]
    if problems:
        raise ToolError(f"not signed, because clients would refuse it: {'; '.join(problems)}")
    signature_path = _signature_path(file)
    public_key = _sign(file, key, public, trusted_comment(profile.serial), lambda secret: sign_profile(data, secret))
    trusted = require_signed(data, read_text(signature_path, "the signature"), public_key)
    print(f"{signature_path}: serial {profile.serial}, valid until {format_time(profile.not_after)}")
    print(f"fingerprint: {trusted.key_fingerprint}")


@app.command("announce")
def announce_command(
    version: Annotated[
        str, typer.Argument(metavar="VERSION", help="the version you have made available, such as 0.2.0")
    ],
    key: Annotated[Path, typer.Option(metavar="FILE", help="the secret key that signs your profile")],
    public: PublicKey = None,
    out: Annotated[Path, typer.Option(metavar="FILE", help="where to write it")] = Path("latest.json"),
) -> None:
    """Write and sign latest.json: "a newer version is out". Serve both files as `GET /api/v1/latest`.

    It installs and stops nothing; what must not send any more is said by the profile's minimum version.
    """
    try:
        data = latest_json(version, system_clock())
    except ClientError:
        raise ToolError("a version is numbers with dots between them, such as 0.2.0") from None
    _signature_path(out).unlink(missing_ok=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    _write(out, data, True)
    public_key = _sign(out, key, public, latest_comment(version), lambda secret: sign_latest(data, secret))
    require_signed_latest(data, read_text(_signature_path(out), "the signature"), public_key)
    print(f"{out} and {_signature_path(out)}: version {version}, signed by {profile_key_fingerprint(public_key)}")


@app.command("renew")
def renew_command(
    file: File, days: Annotated[int, typer.Option(metavar="N", help="days from now, at most 90")] = 60
) -> None:
    """Next serial, new end. Sign it again and hand it out through the service before the old one ends."""
    _change(file, lambda profile, now: renew(profile, now, days))


@app.command("rotate-pins")
def rotate_command(
    file: File,
    add: Annotated[
        str | None, typer.Option(metavar="FILE|PIN", help="certificate, public key or pin of the server's next key")
    ] = None,
    day: Annotated[
        str | None, typer.Option(metavar="TIME", help="when it counts from, such as 2027-01-31T00:00:00Z")
    ] = None,
    drop: Annotated[str | None, typer.Option(metavar="FILE|PIN", help="pin (or file) that no longer counts")] = None,
) -> None:
    """Announce the pin of the server's next key, take over those whose day has come, drop an old one."""
    try:
        moment = None if day is None else parse_time(day)
    except ValueError:
        raise ToolError("--day is a time such as 2027-01-31T00:00:00Z") from None
    added = None if add is None else read_pin(_value_or_file(add))
    dropped = None if drop is None else read_pin(_value_or_file(drop))
    _change(file, lambda profile, now: rotate_pins(profile, now, add=added, day=moment, drop=dropped))


@app.command("expire")
def expire_command(
    file: File, hours: Annotated[int, typer.Option(metavar="N", help="hours until nothing is sent any more")] = 24
) -> None:
    """The last profile: when it is over, no workstation sends; results and deletion go on."""
    _change(file, lambda profile, now: expire(profile, now, hours))


@app.command("package")
def package_command(
    file: File,
    out: Annotated[Path, typer.Option(metavar="DIR", help="folder for the package")] = Path(),
    name: Annotated[str, typer.Option(metavar="NAME", help="the package's name")] = "genoseal-profile-institution",
    maintainer: Annotated[
        str, typer.Option(metavar="WORDS", help="name and address in the package")
    ] = "IT department <root@localhost>",
    msi: Annotated[bool, typer.Option("--msi", metavar="", help="an MSI for Windows instead")] = False,
) -> None:
    """A package that only carries the signed profile: for Debian and Ubuntu, or (--msi) for Windows."""
    signature = read_text(_signature_path(file), "the signature")
    key = claimed_key(signature)
    if key is None:
        raise ToolError("the signature does not bring its key; sign the profile with this tool")
    trusted = require_signed(read_bytes(file, "the profile"), signature, key)
    require_package_names(name, maintainer)
    out.mkdir(parents=True, exist_ok=True)
    print((build_msi if msi else build_deb)(trusted, out, name, maintainer))


def _change(file: Path, change: Callable[[Profile, datetime], Profile]) -> None:
    """Rewrite the profile. Its comments are not kept; its signature no longer fits and is removed."""
    before = parse_profile(read_bytes(file, "the profile"))
    after = change(before, system_clock())
    _write(file, profile_toml(after), True)
    _signature_path(file).unlink(missing_ok=True)
    until = format_time(after.not_after)
    print(f"{file}: serial {after.serial}, valid until {until}, not signed yet. Next: “sign {file} --key …”")


def _sign(
    file: Path, key: Path, public: Path | None, comment: str, sign: Callable[[MinisignSecretKey], str]
) -> MinisignPublicKey:
    """Write `<file>.minisig`: by `sign` with an unprotected key, else by the program minisign, which asks for it."""
    signature_path = _signature_path(file)
    text = read_text(key, "the secret key")
    if not text.startswith("untrusted comment:"):
        raise ToolError(f"the secret key {key} is not a key file of minisign's")
    try:
        secret = MinisignSecretKey.parse(text)
    except ClientError:
        beside = public or key.with_suffix(".pub")
        public_key = parse_minisign_public_key(read_text(beside, "the public key"))
        comments = ["-t", comment, "-c", untrusted_comment(public_key)]
        _minisign("-S", "-s", str(key), "-m", str(file), "-x", str(signature_path), *comments)
        return public_key
    _write(signature_path, sign(secret).encode(), True)
    return secret.public_key()


def _statement_key(value: str) -> tuple[str, bytes]:
    """The key's id (a file's name without its ending, empty for a key that was typed in) and the key."""
    path = Path(value).expanduser()
    return (path.stem if path.is_file() else ""), read_ed25519(_value_or_file(value))


def _value_or_file(value: str) -> bytes:
    """A file's contents where `value` names one, else `value` itself (a pin or key typed in)."""
    path = Path(value).expanduser()
    return read_bytes(path, "the key") if path.is_file() else value.encode()


def _signature_path(file: Path) -> Path:
    return file.with_name(file.name + ".minisig")


def _write(path: Path, data: bytes, force: bool) -> None:
    with private_output(path, force=force) as sink:
        sink.write(data)


def _minisign(*arguments: str) -> None:
    """Run the program minisign at this terminal; it asks for the key's passphrase itself."""
    program = shutil.which("minisign")
    if program is None:
        raise ToolError("a key under a passphrase needs the program minisign (package minisign)")
    if subprocess.run([program, *arguments], check=False).returncode:
        raise ToolError("minisign did not sign; see above")

"""Key pairs for sealed files: make one, show one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from client.seal.errors import KeyFileError, KeyKindError
from client.seal.keys import (
    Kem,
    PrivateKey,
    PublicKey,
    generate_private_key,
    is_encrypted_private_key,
    parse_private_key,
    parse_public_key,
)
from client.seal.private_output import private_output
from client.tasks.errors import about
from client.tasks.places import make_output_folder, read_named, require_free
from client.tasks.workplace import Workplace

KEM_NAMES = {"x-wing": Kem.X_WING, "x25519": Kem.X25519}
_NAME_OF_KEM = {kem: name for name, kem in KEM_NAMES.items()}
_MAX_KEY_FILE_BYTES = 64 * 1024


@dataclass(frozen=True)
class KeyFacts:
    """A key file's public side. `kind` is public, private or encrypted-private."""

    kem: str
    fingerprint: str
    public_key: str
    kind: str
    public_file: Path | None = field(default=None, repr=False)
    private_file: Path | None = field(default=None, repr=False)


def new_keys(
    workplace: Workplace, out: Path, kem: str = "x-wing", passphrase: bytes | None = None, *, force: bool = False
) -> KeyFacts:
    """Write `public.pem` and `private.pem` (0600; in clear where `passphrase` is None) into the folder `out`.

    Raises OutputFolderError and OutputExistsError; nothing is written unless both can be.
    """
    public_file, private_file = out / "public.pem", out / "private.pem"
    make_output_folder(out)
    for path in (public_file, private_file):
        require_free(path, force=force)
    key = generate_private_key(KEM_NAMES[kem])
    private_text = key.to_pem() if passphrase is None else key.to_encrypted_pem(passphrase)
    with private_output(private_file, force=force) as sink:
        sink.write(private_text.encode())
    with private_output(public_file, force=force) as sink:
        sink.write(key.public_key().to_pem().encode())
    workplace.note_where_kept("keys.made", kem=kem, fingerprint=key.public_key().fingerprint)
    kind = "private" if passphrase is None else "encrypted-private"
    return _facts(key.public_key(), kind, public_file, private_file)


def show_key(file: Path, passphrase: bytes | None = None) -> KeyFacts:
    """What a key file is. An encrypted private key needs `passphrase` (PassphraseNeededError without)."""
    text = read_key_text(file)
    try:
        return _facts(parse_public_key(text), "public", file, None)
    except KeyKindError:
        kind = "encrypted-private" if is_encrypted_private_key(text) else "private"
        return _facts(load_private_key(file, passphrase).public_key(), kind, None, file)
    except KeyFileError as error:
        raise about(error, file) from error


def needs_passphrase(file: Path) -> bool:
    """Whether a private key file is under a passphrase; raises what `require_file` raises."""
    return is_encrypted_private_key(read_key_text(file))


def load_public_key(file: Path) -> PublicKey:
    """Read a public key file; raises KeyFileError and the errors of `require_file`."""
    try:
        return parse_public_key(read_key_text(file))
    except KeyFileError as error:
        raise about(error, file) from error


def load_private_key(file: Path, passphrase: bytes | None) -> PrivateKey:
    """Read a private key file; raises KeyFileError, PassphraseNeededError, WrongPassphraseError."""
    try:
        return parse_private_key(read_key_text(file), passphrase)
    except KeyFileError as error:
        raise about(error, file) from error


def read_key_text(file: Path) -> str:
    """The text of a key file, at most 64 KiB. Bytes that are no text make it no key file, not a crash."""
    return read_named(file, _MAX_KEY_FILE_BYTES).decode("ascii", errors="replace")


def _facts(public_key: PublicKey, kind: str, public_file: Path | None, private_file: Path | None) -> KeyFacts:
    return KeyFacts(
        kem=_NAME_OF_KEM[public_key.kem],
        fingerprint=public_key.fingerprint,
        public_key=public_key.to_pem(),
        kind=kind,
        public_file=public_file,
        private_file=private_file,
    )

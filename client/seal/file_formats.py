"""The two formats of a sealed file behind one set of calls: `.gseal`, and Crypt4GH where a profile asks for it.

Both work the same way for a transfer: the body depends on the file's key alone and travels first, the header is made
last and lets recipients open it. Crypt4GH has no place for the file's id, so only the manifest binds the two there.
"""

from __future__ import annotations

from collections.abc import Sequence

from client.seal.body import BodySealer, Sealer
from client.seal.crypt4gh import Crypt4ghSealer, build_crypt4gh_header, parse_crypt4gh_public_key
from client.seal.errors import KeyFileError
from client.seal.header import FileKey, build_header
from client.seal.keys import PublicKey, parse_public_key

GSEAL = "gseal"
CRYPT4GH = "crypt4gh"
CONTAINERS = (GSEAL, CRYPT4GH)


def open_sealer(container: str, file_key: FileKey) -> Sealer:
    """What turns plaintext into the body of one file. Raises ValueError for a container that is neither."""
    if container == CRYPT4GH:
        return Crypt4ghSealer(file_key)
    if container == GSEAL:
        return BodySealer(file_key)
    raise ValueError("container")


def build_file_header(container: str, file_key: FileKey, recipients: Sequence[PublicKey]) -> bytes:
    """The header that makes a body readable for `recipients`: written in front of it, the two are one whole file.

    Raises RecipientsError, KeyValueError, KeyKindError (Crypt4GH knows X25519 keys only) and ValueError.
    """
    if container == CRYPT4GH:
        return build_crypt4gh_header(file_key, recipients)
    if container == GSEAL:
        return build_header(file_key, recipients)
    raise ValueError("container")


def parse_recipient(text: str) -> PublicKey:
    """A recipient's public key file, ours or an archive's. Raises KeyFileError, KeyKindError and KeyValueError."""
    try:
        return parse_crypt4gh_public_key(text)
    except KeyFileError:
        return parse_public_key(text)

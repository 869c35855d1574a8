"""Sealing and opening files on disk: whole or not at all, 0600, nothing left behind on failure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from client.seal.keys import PrivateKey, PublicKey
from client.seal.private_output import private_output, private_source
from client.seal.streams import OpenedFacts, SealedFacts, open_stream, seal_stream


def seal_file(path: Path, out: Path, recipients: Sequence[PublicKey], force: bool = False) -> SealedFacts:
    """Write `out`, the sealed form of `path`.

    Raises SourceMissingError, SourceUnreadableError, OutputExistsError, OutputFailedError, DiskFullError,
    RecipientsError and KeyValueError.
    """
    with private_source(path) as source, private_output(out, force=force) as sink:
        return seal_stream(source, sink, recipients)


def open_file(path: Path, out: Path, private_key: PrivateKey, force: bool = False) -> OpenedFacts:
    """Write `out`, the contents of the sealed file `path`, once all of it has verified.

    Raises the SealedFileErrors of `client.seal.streams.open_stream` and the file errors of `seal_file`.
    """
    with private_source(path) as source, private_output(out, force=force) as sink:
        return open_stream(source, sink, private_key)

"""Opens what was submitted, in the format that this service's profile asks for and in no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from client.seal.container import BodyOpener, open_header
from client.seal.crypt4gh import Crypt4ghOpener, open_crypt4gh_header
from client.seal.errors import HeaderAlteredError
from client.seal.file_formats import CRYPT4GH
from practice.core import PracticeCore


class Opener(Protocol):
    """Turns a body back into plaintext, piece by piece."""

    def update(self, data: bytes) -> bytes: ...
    def finish(self) -> bytes: ...


def open_input(core: PracticeCore, header: bytes, file_id: str) -> Callable[[], Opener]:
    """What opens the body of `file_id`, as often as it is called.

    Raises the ClientErrors of a header that is damaged, another format, not for this service's key, or of another file
    (Crypt4GH names none: there only the manifest's SHA-256 of the body tells).
    """
    if core.settings.container == CRYPT4GH:
        data_keys = open_crypt4gh_header(header, core.keys.recipient)
        return lambda: Crypt4ghOpener(data_keys)
    file_key = open_header(header, core.keys.recipient)
    if file_key.file_id.hex() != file_id:
        raise HeaderAlteredError
    return lambda: BodyOpener(file_key)

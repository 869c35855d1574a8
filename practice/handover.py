"""What an operator gives an institution to make a profile of its own: public keys and pins, nothing secret.

Written beside the practice service's data, so that the whole way from an operator's keys to a signed profile can be
rehearsed with the same files a real operator would send (docs/FIRST-CLIENT.md).
"""

from __future__ import annotations

import base64
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from client.model.profile import SIGNING_PURPOSES
from practice.applications import CONSENT
from practice.certificates import ServerIdentity
from practice.private_file import make_private_folder, read_text, write_private_file
from practice.signing import ServiceKeys

FOLDER = "handover"


def write_handover(home: Path, identity: ServerIdentity, keys: ServiceKeys) -> Path:
    """Write `home`/handover: pins, CA, recipient key, a public key for each kind of statement, the consent's text.

    The name of a statement's key file is the key's id in signatures. Raises PracticeFolderError.
    """
    folder = home / FOLDER
    make_private_folder(folder)
    files = {
        "server.pin": base64.b64encode(identity.pin).decode() + "\n",
        "spare.pin": base64.b64encode(identity.spare_pin).decode() + "\n",
        "ca.pem": identity.ca_pem,
        "recipient.pem": keys.recipient.public_key().to_pem(),
        "consent.txt": CONSENT.text,
    }
    for purpose in SIGNING_PURPOSES:
        key = keys.signing(purpose)
        pem = key.private_key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        files[f"{key.kid}.pem"] = pem.decode()
    for name, text in files.items():
        path = folder / name
        if not path.exists() or read_text(path) != text:
            write_private_file(path, text)
    return folder

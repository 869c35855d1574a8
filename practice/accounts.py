"""Making an account: a first password for one channel and an invitation code for another."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass, field

from practice.core import PracticeCore, hash_secret, new_id
from practice.second_factor import normal_recovery_code

_PASSWORD_GROUPS, _GROUP_CHARS = 4, 5
# Without characters that look alike when read out on the telephone or copied from paper.
_PASSWORD_ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # noqa: S105 - an alphabet


@dataclass(frozen=True)
class FirstCredentials:
    """What the helpdesk hands out, the two by different channels."""

    username: str
    password: str = field(repr=False)
    invitation_code: str = field(repr=False)


def create_user(core: PracticeCore, username: str) -> FirstCredentials:
    """A new account without a second factor. Raises sqlite3.IntegrityError when the name is taken."""
    groups = ("".join(secrets.choice(_PASSWORD_ALPHABET) for _ in range(_GROUP_CHARS)) for _ in range(_PASSWORD_GROUPS))
    password = "-".join(groups)
    code = base64.b32encode(secrets.token_bytes(10)).decode()
    invitation_code = "-".join(code[at : at + 4] for at in range(0, len(code), 4))
    with core.database.transaction() as transaction:
        transaction.execute(
            "INSERT INTO users (id, username, password_phc, invitation_sha256, created_at) VALUES (?, ?, ?, ?, ?)",
            (
                new_id(),
                username,
                core.settings.hash_password(password.encode()),
                hash_secret(normal_recovery_code(invitation_code)),
                core.now_text(),
            ),
        )
    return FirstCredentials(username, password, invitation_code)

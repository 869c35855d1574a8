"""What can be set about a practice service; the defaults are what `genoseal practice` runs with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from client.model.profile import Inbox, PasswordRules
from client.seal.passphrase import hash_password
from practice.object_store import ObjectStore


@dataclass(frozen=True)
class PracticeSettings:
    """Limits and times. Sizes are bytes, times seconds where the name says so."""

    username: str = "practice"
    institution: str = "Genoseal Practice"
    retention: timedelta = timedelta(days=7)
    upload_expiry_s: int = 24 * 3600
    access_token_s: int = 600
    refresh_token_s: int = 30 * 24 * 3600
    refresh_grace_s: int = 60
    mfa_ticket_s: int = 300
    enrolment_ticket_s: int = 1800
    activation_ticket_s: int = 900
    max_file_bytes: int = 20 * 1024**3
    max_files: int = 26
    max_patch_bytes: int = 64 * 1024**2
    inbox: Inbox | None = None
    """What its profile says about the inbox, where that is another one than the service itself."""
    object_store: ObjectStore | None = field(default=None, repr=False)
    """The store behind an inbox of kind `s3`."""
    tus_folder: Path | None = None
    """Where the other server of an inbox of kind `tus` puts its uploads."""
    least_samples: int = 1
    requests_per_minute: int = 6000
    """Of one address; on loopback this only stops a client that spins."""
    request_signing: bool = False
    container: str = "gseal"
    """The format of sealed files that its profile asks for: `gseal` or `crypt4gh`."""
    password_rules: PasswordRules = field(default_factory=lambda: PasswordRules(min_length=12, min_classes=2))
    hash_password: Callable[[bytes], str] = field(default=hash_password, repr=False)
    """Tests give cheaper Argon2id parameters; verification reads them from the PHC string."""
    step_seconds: float = 0.0
    """A pause after each step of a job, so that a person in training can watch it; tests of cancelling use it too."""

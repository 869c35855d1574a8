"""The institution profile that the practice service makes and signs for itself."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from pathlib import Path

from client.institution.profile import parse_profile
from client.institution.profile_writer import profile_toml
from client.institution.trust import sign_profile
from client.model.clock import Clock
from client.model.errors import ClientError
from client.model.profile import (
    SIGNING_PURPOSES,
    AccountRules,
    Helpdesk,
    Inbox,
    PolicyChoice,
    Profile,
    Retention,
    ServicePlace,
    SigningKey,
    SubmissionLimits,
)
from client.seal.crypt4gh import format_crypt4gh_public_key
from client.seal.file_formats import CRYPT4GH
from client.seal.keys import PublicKey
from client.seal.minisign import profile_key_fingerprint
from practice.applications import CONSENT
from practice.certificates import ServerIdentity
from practice.core import ENVIRONMENT
from practice.private_file import read_text, write_private_file
from practice.settings import PracticeSettings
from practice.signing import ServiceKeys

FILE_NAME = "profile.toml"
LATEST_NAME = "latest.json"
_LIFETIME = timedelta(days=89)
_RENEW_BEFORE = timedelta(days=30)


class PublishedProfile:
    """The signed profile in the data folder. It keeps its serial until something in it changes or it grows old."""

    def __init__(self, folder: Path, settings: PracticeSettings, keys: ServiceKeys, clock: Clock) -> None:
        self.profile_path = folder / FILE_NAME
        self.signature_path = folder / f"{FILE_NAME}.minisig"
        self.retention_days = math.ceil(settings.retention / timedelta(days=1))
        self.key_fingerprint = profile_key_fingerprint(keys.minisign.public_key())
        self._settings = settings
        self._keys = keys
        self._clock = clock

    def serial(self) -> int:
        """The serial of what lies in the folder, which clients are given; 0 where nothing readable does."""
        published = self._read()
        return 0 if published is None else published.serial

    def texts(self) -> tuple[str, str]:
        """Profile and signature, byte for byte as they lie in the folder."""
        return read_text(self.profile_path), read_text(self.signature_path)

    def latest(self) -> tuple[str, str] | None:
        """`latest.json` and its signature, where the institution has put them into the folder."""
        path = self.profile_path.with_name(LATEST_NAME)
        signature = path.with_name(f"{LATEST_NAME}.minisig")
        return (read_text(path), read_text(signature)) if path.exists() and signature.exists() else None

    def publish(self, origin: str, identity: ServerIdentity) -> None:
        """Write and sign the profile for this origin, unless the one in the folder says the same and is young."""
        now = self._clock()
        before = self._read()
        wanted = self._build(origin, identity, now, before.serial if before else 1)
        if before is not None:
            says_the_same = wanted._replace(not_after=before.not_after) == before
            if says_the_same and before.not_after - _RENEW_BEFORE > now and self.signature_path.exists():
                return
            wanted = wanted._replace(serial=before.serial + 1)
        data = profile_toml(wanted)
        # The profile first: a kill in between leaves a pair that does not verify, and the next start signs again.
        self.signature_path.unlink(missing_ok=True)
        write_private_file(self.profile_path, data)
        write_private_file(self.signature_path, sign_profile(data, self._keys.minisign))

    def _read(self) -> Profile | None:
        if not self.profile_path.exists():
            return None
        try:
            return parse_profile(read_text(self.profile_path).encode())
        except ClientError:
            return None

    def _build(self, origin: str, identity: ServerIdentity, now: datetime, serial: int) -> Profile:
        settings, keys = self._settings, self._keys
        signing = (keys.signing(purpose) for purpose in SIGNING_PURPOSES)
        return Profile(
            institution=settings.institution,
            environment=ENVIRONMENT,
            serial=serial,
            not_after=(now + _LIFETIME).replace(microsecond=0),
            service=ServicePlace(origin, (identity.pin, identity.spare_pin), identity.ca_pem),
            recipients=(_recipient_text(keys.recipient.public_key(), settings.container),),
            signing_keys=tuple(
                SigningKey(key.purpose, key.kid, key.public_bytes(), key.not_before, key.not_after) for key in signing
            ),
            consent=(CONSENT,),
            inbox=(settings.inbox or Inbox())._replace(
                container=settings.container, request_signing=settings.request_signing
            ),
            account=AccountRules(token_stores=("keyring", "vault", "memory"), password=settings.password_rules),
            policy=PolicyChoice(),
            limits=SubmissionLimits("practice", settings.max_files, settings.max_file_bytes),
            retention=Retention(service_days=self.retention_days),
            helpdesk=Helpdesk(hours="Whenever this program runs; nobody answers, it is practice"),
        )


def _recipient_text(key: PublicKey, container: str) -> str:
    """The recipient's key file as those who use that format write it."""
    return format_crypt4gh_public_key(key) if container == CRYPT4GH else key.to_pem()

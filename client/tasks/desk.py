"""The service as the outbox sees it: how workers reach the inbox, the manifest, the job call, the receipt."""

from __future__ import annotations

import getpass
import hashlib
import socket
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from client.account.account import Account
from client.account.session_store import StoredDevice
from client.account.session_tokens import device_signer
from client.institution.store import InstalledProfile
from client.jobs.manifest import build_submission_manifest, signed_manifest
from client.jobs.receipts import OwnRecord, ReceiptStore
from client.model.clock import parse_time, system_clock
from client.model.job import Consent, LogAnchor, ManifestFile, SubmittedFile
from client.model.profile import Profile
from client.model.transfer import SentFile
from client.network.gate import Gate, TokenSource
from client.network.inbox import Inbox
from client.network.proxy import ProxySettings
from client.network.tus import TusUpload
from client.seal.keys import PublicKey, parse_public_key
from client.seal.manifest_envelope import require_manifest
from client.tasks.connection import program_version, proxy_of
from client.tasks.errors import InboxKindError
from client.tasks.keys import result_key_store
from client.tasks.workplace import Workplace
from client.transfer.plan import SubmissionPlan
from client.transfer.ports import JobAnswer, JobCall, Route
from prep.pseudonyms import parse_pseudonym_map


@dataclass(frozen=True)
class ServiceRoute:
    """How a worker reaches the service's own tus inbox. Pickles; holds no token.

    `device` signs each request where the profile asks for that; like everything secret it travels in the pipe alone.
    """

    origin: str
    pins: tuple[bytes, ...]
    ca_pem: bytes | None
    proxy: ProxySettings | None = field(repr=False)
    user_agent: str
    device: StoredDevice | None = field(default=None, repr=False)

    @contextmanager
    def open(self, tokens: TokenSource) -> Iterator[Inbox]:
        signer = None if self.device is None else device_signer(self.device, system_clock)
        with Gate(
            self.origin,
            self.pins,
            self.ca_pem,
            proxy=self.proxy,
            tokens=tokens,
            signer=signer,
            user_agent=self.user_agent,
        ) as gate:
            yield TusUpload(gate)


class ServiceDesk:
    """A `client.transfer.ports.Desk` for the installed profile and the signed-in user."""

    def __init__(self, workplace: Workplace, installed: InstalledProfile, account: Account) -> None:
        self._workplace = workplace
        self._installed = installed
        self._account = account
        self._receipts = ReceiptStore(workplace.folders.receipts, workplace.clock)

    @property
    def _profile(self) -> Profile:
        return self._installed.profile

    @property
    def origin(self) -> str:
        return self._profile.service.origin

    @property
    def environment(self) -> str:
        return self._profile.environment

    @property
    def tokens(self) -> TokenSource:
        return self._account.tokens.for_transfers()

    def route(self) -> Route:
        inbox, place = self._profile.inbox, self._profile.service
        if inbox.kind != "service" or inbox.container != "gseal":
            raise InboxKindError(kind=inbox.kind, container=inbox.container)
        return ServiceRoute(
            place.origin,
            place.pins_at(self._workplace.clock()),
            None if place.ca_pem is None else place.ca_pem.encode(),
            proxy_of(self._workplace),
            f"genoseal/{program_version()}",
            self._account.device() if inbox.request_signing else None,
        )

    def recipients(self) -> Sequence[PublicKey]:
        return [parse_public_key(pem) for pem in self._profile.recipients]

    def build_manifest(self, submission_id: str, plan: SubmissionPlan, files: Sequence[SentFile]) -> bytes:
        declared = plan.declaration
        consent = Consent(**declared["consent"])
        self._workplace.note(
            "submission.uploaded",
            submission=submission_id,
            files=len(files),
            body_bytes=sum(file.body_bytes for file in files),
        )
        result_key = result_key_store(self._workplace).make(submission_id)
        manifest = build_submission_manifest(
            self._profile,
            submission_id=submission_id,
            result_recipient=result_key,
            application=declared["application"],
            parameters=declared["parameters"],
            consent=consent,
            policy_name=declared["policy_name"],
            policy_digest=declared["policy_digest"],
            map_id=declared["map_id"],
            files=[
                ManifestFile(
                    file_id=file.file_id,
                    body_sha256=file.body_sha256,
                    body_bytes=file.body_bytes,
                    prepared_sha256=file.prepared_sha256,
                    chromosome=file.chromosome,
                )
                for file in files
            ],
            activity_log=self._workplace.activity.head_and_count(),
            private_words=private_words(parse_pseudonym_map(plan.pseudonym_map).sample_ids),
        )
        device = self._account.device()
        return signed_manifest(manifest, device.key, device.device_id)

    def upload_reference(self, upload: str) -> str:
        return upload.rstrip("/").rpartition("/")[2]

    def submit(self, call: JobCall) -> JobAnswer:
        answer = self._account.api.submit_job(call.body)
        return JobAnswer(answer.job.id, answer.receipt)

    def keep_receipt(self, call: JobCall, files: Sequence[SentFile], answer: JobAnswer) -> None:
        claims = require_manifest(call.envelope, self._account.device().key.public_bytes)
        own = OwnRecord(
            iss=claims["origin"],
            environment=claims["environment"],
            submission_id=call.submission_id,
            manifest_sha256=hashlib.sha256(call.manifest).hexdigest(),
            result_recipient=parse_public_key(claims["result_recipient"]).key_id.hex(),
            files=tuple(SubmittedFile(file.file_id, file.body_sha256, file.body_bytes) for file in files),
            activity_log=LogAnchor(claims["activity_log"]["head"], claims["activity_log"]["count"]),
            map_id=claims["map_id"],
            # The earliest moment at which anything of this submission can have happened.
            made_at=parse_time(claims["consent"]["confirmed_at"]),
        )
        self._receipts.accept(answer.receipt, own, self._installed.signed)

    def terminate(self, upload: str) -> None:
        with self.route().open(self.tokens) as inbox:
            inbox.terminate(upload)


def private_words(sample_ids: Collection[str]) -> tuple[str, ...]:
    """What must not appear in a value that the user chose: sample ids, the names of this user and this computer."""
    return (*sample_ids, *filter(None, (_user_name(), socket.gethostname())))


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

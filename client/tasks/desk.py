"""The service as the outbox sees it: how workers reach the inbox, the manifest, the job call, the receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

from client.account.account import Account
from client.institution.store import InstalledProfile
from client.institution.trust import require_may_send
from client.jobs.manifest import build_submission_manifest, signed_manifest
from client.jobs.receipts import OwnRecord, ReceiptStore
from client.model.clock import parse_time
from client.model.job import Approval, Consent, LogAnchor, ManifestFile, SubmittedFile
from client.model.profile import Profile
from client.model.transfer import SentFile
from client.network.gate import TokenSource
from client.network.inbox import upload_reference
from client.network.inbox_route import RequestKey, build_inbox_route
from client.seal.errors import Aes256PolicyError
from client.seal.file_formats import CRYPT4GH, parse_recipient
from client.seal.keys import PublicKey, parse_public_key
from client.seal.manifest_envelope import require_manifest
from client.tasks.names_here import names_here
from client.tasks.proxy import proxy_of
from client.tasks.result_keys import result_key_store
from client.tasks.versions import program_version
from client.tasks.workplace import Workplace
from client.transfer.plan import SubmissionPlan
from client.transfer.ports import JobAnswer, JobCall, Route
from prep.pseudonyms import parse_pseudonym_map


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
    def container(self) -> str:
        # Asked for every submission that is taken up: the workstation's policy may have come after it was queued.
        require_container_allowed(self._profile)
        return self._profile.inbox.container

    @property
    def tokens(self) -> TokenSource:
        return self._account.tokens.for_transfers()

    def route(self) -> Route:
        device = self._account.device()
        return build_inbox_route(
            self._profile,
            now=self._workplace.clock,
            user_agent=f"genoseal/{program_version()}",
            proxy=proxy_of(self._workplace),
            request_key=RequestKey(device.device_id, device.key),
        )

    def recipients(self) -> Sequence[PublicKey]:
        return [parse_recipient(pem) for pem in self._profile.recipients]

    def build_manifest(self, submission_id: str, plan: SubmissionPlan, files: Sequence[SentFile]) -> bytes:
        # Asked here too: a transfer may have waited until the profile's end, or be taken up by an older program.
        # What was uploaded stays closed, and its place is kept until profile or program may send again.
        require_may_send(self._profile, self._workplace.clock(), program_version())
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
            approval=None if declared.get("approval") is None else Approval(**declared["approval"]),
            private_words=private_words(parse_pseudonym_map(plan.pseudonym_map).sample_ids),
        )
        device = self._account.device()
        return signed_manifest(manifest, device.key, device.device_id)

    def upload_reference(self, upload: str) -> str:
        return upload_reference(upload)

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


def require_container_allowed(profile: Profile) -> None:
    """Raise Aes256PolicyError where profile or workstation demand AES-256 and the inbox takes Crypt4GH."""
    if profile.inbox.aes256_required and profile.inbox.container == CRYPT4GH:
        raise Aes256PolicyError


def private_words(sample_ids: Collection[str]) -> tuple[str, ...]:
    """What must not appear in a value that the user chose: sample ids, the names of this user and this computer."""
    return (*sample_ids, *names_here())

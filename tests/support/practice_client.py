"""Drives a practice service over real TLS with httpx: a client that shares no code with ours above the seal room."""

from __future__ import annotations

import base64
import hashlib
import json
import ssl
import time
import tomllib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pyotp
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from client.institution.profile import parse_profile
from client.model.job import Consent, LogAnchor, ManifestFile, SubmissionManifest
from client.seal.container import BodySealer, FileKey, build_header, generate_file_key, open_bytes, seal_bytes
from client.seal.device_key import DeviceKey
from client.seal.http_signature import sign_request
from client.seal.jws import VerificationKey
from client.seal.keys import PrivateKey, PublicKey, generate_private_key, parse_public_key
from client.seal.manifest_envelope import sign_manifest
from practice.applications import CONSENT
from practice.server import PracticeService
from practice.settings import PracticeSettings

TUS = {"Tus-Resumable": "1.0.0"}
OFFSET_TYPE = "application/offset+octet-stream"
CONSENT_REFERENCE = "REC-2026/17"


class FakeClock:
    """A clock that only moves when told to; starts at the real time, so that TLS certificates are valid."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def cheap_hash(password: bytes) -> str:
    """Argon2id with the least cost, for tests that sign in often."""
    return Argon2id(salt=b"0123456789abcdef", length=32, iterations=1, lanes=1, memory_cost=8).derive_phc_encoded(
        password
    )


def cheap_settings(**changes: Any) -> PracticeSettings:
    return PracticeSettings(hash_password=cheap_hash, **changes)


@dataclass
class Submission:
    """Everything of one prepared submission, so that a test can post it, spoil it, post it again."""

    submission_id: str
    manifest: SubmissionManifest
    body: dict[str, Any]
    result_key: PrivateKey = field(repr=False)


class PracticeClient:
    """One workstation of one user."""

    def __init__(self, service: PracticeService, clock: FakeClock, user: str = "", password: str = "") -> None:
        self.service = service
        self.clock = clock
        self.user = user or service.user
        self.password = password or service.password_file.read_text().strip()
        self.device_key = DeviceKey.generate()
        self.device_id = f"device-{uuid.uuid4().hex[:12]}"
        profile = tomllib.loads(service.profile_path.read_text())
        self.profile = profile
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cadata=profile["service"]["ca_pem"])
        self.http = httpx.Client(base_url=service.url, verify=context, trust_env=False, timeout=30)
        self.secret = ""
        self.recovery_codes: list[str] = []
        self.tokens: dict[str, Any] = {}
        self.sign_requests = False

    def close(self) -> None:
        self.http.close()

    # -- requests

    def call(self, method: str, path: str, content: Any = None, *, token: bool = True, **extra: Any) -> httpx.Response:
        headers = dict(extra.pop("headers", {}))
        body = b"" if content is None else content if isinstance(content, bytes) else json.dumps(content).encode()
        if content is not None:
            headers.setdefault("Content-Type", "application/json")
        if token and self.tokens:
            headers["Authorization"] = f"Bearer {self.tokens['access_token']}"
        if self.sign_requests:
            headers.update(self.signature(method, path, body))
        return self.http.request(method, f"/api/v1{path}", content=body, headers=headers, **extra)

    def signature(
        self, method: str, path: str, body: bytes, key: DeviceKey | None = None, device_id: str = ""
    ) -> dict[str, str]:
        url, digest = f"{self.service.url}/api/v1{path}", hashlib.sha256(body).digest()
        return sign_request(method, url, digest, key or self.device_key, device_id or self.device_id, self.clock())

    def post(self, path: str, content: Any = None, **extra: Any) -> httpx.Response:
        return self.call("POST", path, content, **extra)

    # -- account

    def device(self) -> dict[str, str]:
        public_key = base64.b64encode(self.device_key.public_bytes).decode()
        return {"id": self.device_id, "name": "Test workstation", "public_key": public_key}

    def begin(self, password: str | None = None) -> httpx.Response:
        content = {"username": self.user, "password": password or self.password, "device": self.device()}
        return self.post("/session", content, token=False)

    def code(self, steps_ahead: int = 0) -> str:
        return pyotp.TOTP(self.secret).at(self.clock().timestamp() + 30 * steps_ahead)

    def enrol(self, invitation_code: str = "") -> None:
        """First sign-in: enrols a factor and is signed in afterwards. The clock moves on by one step."""
        invitation_code = invitation_code or self.service.invitation_file.read_text().strip()
        ticket = good(self.begin())["enrolment_ticket"]
        begun = good(
            self.post("/account/totp", {"enrolment_ticket": ticket, "invitation_code": invitation_code}, token=False)
        )
        self.secret = begun["secret"]
        content = {"enrolment_ticket": ticket, "code": self.code()}
        confirmed = good(self.post("/account/totp/confirm", content, token=False))
        self.recovery_codes = confirmed["recovery_codes"]
        content = {"activation_ticket": confirmed["activation_ticket"], "recovery_code": self.recovery_codes[3]}
        self.tokens = good(self.post("/account/totp/activate", content, token=False))
        self.clock.advance(30)

    def sign_in(self) -> None:
        """Password and code; the clock moves on by one step, so that the next code is a new one."""
        ticket = good(self.begin())["mfa_ticket"]
        content = {"mfa_ticket": ticket, "code": self.code()}
        self.tokens = good(self.post("/session/totp", content, token=False))
        self.clock.advance(30)

    def refresh(self, refresh_token: str | None = None, key: DeviceKey | None = None) -> httpx.Response:
        body = json.dumps({"refresh_token": refresh_token or self.tokens["refresh_token"]}).encode()
        headers = self.signature("POST", "/session/refresh", body, key)
        headers["Content-Type"] = "application/json"
        return self.http.post("/api/v1/session/refresh", content=body, headers=headers)

    # -- uploads and jobs

    def create_upload(self, length: int | None) -> str:
        headers = {**TUS, **({"Upload-Defer-Length": "1"} if length is None else {"Upload-Length": str(length)})}
        answer = self.call("POST", "/uploads", headers=headers)
        assert answer.status_code == 201, answer.text
        return answer.headers["Location"].rsplit("/", 1)[1]

    def patch(self, upload: str, offset: int, data: bytes, **headers: str) -> httpx.Response:
        sent = {**TUS, "Upload-Offset": str(offset), "Content-Type": OFFSET_TYPE}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.call("PATCH", f"/uploads/{upload}", data, headers=sent)

    def upload(self, body: bytes) -> str:
        upload = self.create_upload(len(body))
        answer = self.patch(upload, 0, body)
        assert answer.status_code == 204, answer.text
        return upload

    @property
    def recipient(self) -> PublicKey:
        return parse_public_key(self.profile["recipients"][0]["public_key"])

    def prepare(self, files: dict[str, bytes], **changes: Any) -> Submission:
        """Seal and upload `files` (chromosome → bytes of a gzipped VCF) and build the body of `POST /jobs`."""
        result_key = generate_private_key()
        entries: list[ManifestFile] = []
        listed: list[dict[str, str]] = []
        for chromosome, data in files.items():
            file_key = generate_file_key()
            body = seal_body(file_key, data)
            listed.append(
                {
                    "file_id": file_key.file_id.hex(),
                    "upload": self.upload(body),
                    "header": base64.b64encode(build_header(file_key, [self.recipient])).decode(),
                }
            )
            sha256 = hashlib.sha256(body).hexdigest()
            prepared = hashlib.sha256(data).hexdigest()
            entries.append(ManifestFile(file_key.file_id.hex(), sha256, len(body), prepared, chromosome))
        facts: dict[str, Any] = {
            "environment": "practice",
            "origin": self.service.url,
            "profile_serial": self.profile["serial"],
            "submission_id": str(uuid.uuid4()),
            "result_recipient": result_key.public_key().to_pem(),
            "application": "practice",
            "parameters": {"build": "hg19"},
            "name": "job-0123abcd",
            "consent": Consent(CONSENT.version, CONSENT.text_sha256, CONSENT_REFERENCE, "2026-11-21T10:00:00Z"),
            "policy_name": "imputation",
            "policy_digest": "ab" * 32,
            "map_id": "map-0123",
            "files": tuple(entries),
            "activity_log": LogAnchor("cd" * 32, 7),
        }
        manifest = SubmissionManifest(**{**facts, **changes})
        content = {
            "submission_id": facts["submission_id"],
            "manifest": self.seal_manifest(manifest),
            "files": listed,
        }
        return Submission(facts["submission_id"], manifest, content, result_key)

    def seal_manifest(self, manifest: SubmissionManifest, key: DeviceKey | None = None) -> str:
        envelope = sign_manifest(manifest.to_claims(), key or self.device_key, self.device_id)
        return base64.b64encode(seal_bytes(envelope, [self.recipient])).decode()

    def wait_for_job(self, job_id: str, timeout_s: float = 20) -> dict[str, Any]:
        """The job once it has ended."""
        deadline = time.monotonic() + timeout_s
        while True:
            job: dict[str, Any] = good(self.call("GET", f"/jobs/{job_id}"))["job"]
            if job["state"] not in ("waiting", "running"):
                return job
            assert time.monotonic() < deadline, "the job did not end"
            time.sleep(0.02)

    def result(self, job_id: str, name: str, key: PrivateKey) -> bytes:
        answer = self.call("GET", f"/jobs/{job_id}/results/{name}")
        assert answer.status_code == 200, answer.text
        return open_bytes(answer.content, key)


def seal_body(file_key: FileKey, data: bytes) -> bytes:
    sealer = BodySealer(file_key)
    return sealer.update(data) + sealer.finish()


def verification_keys(client: PracticeClient) -> list[VerificationKey]:
    """The service's signing keys as its profile names them."""
    profile = parse_profile(client.service.profile_path.read_bytes())
    return [
        VerificationKey(key.kid, key.purpose, key.public_key, key.not_before, key.not_after)
        for key in profile.signing_keys
    ]


def good(answer: httpx.Response) -> dict[str, Any]:
    """The JSON of an answer that must be a success."""
    assert answer.status_code in (200, 201), answer.text
    content: dict[str, Any] = answer.json()
    return content


def problem(answer: httpx.Response) -> str:
    """The last part of a problem's type; fails when the answer is none."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    content = answer.json()
    assert content["status"] == answer.status_code
    return str(content["type"]).rsplit("/", 1)[1]


@contextmanager
def running_service(
    folder: Path, clock: FakeClock | None = None, **changes: Any
) -> Iterator[tuple[PracticeService, FakeClock]]:
    """A service with a clock that the test moves and cheap password hashes."""
    clock = clock or FakeClock()
    with PracticeService(folder, clock=clock, settings=cheap_settings(**changes)) as service:
        yield service, clock

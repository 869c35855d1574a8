"""What the service's answers say, as plain data, and how they are read: strictly, by the names of docs/SERVICE.md."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from client.model.job import JOB_ID
from client.model.service import (
    JOB_STATES,
    STEP_STATES,
    Application,
    ApplicationParameter,
    Device,
    JobMessage,
    JobStatus,
    JobStep,
    Notice,
    ServiceInfo,
    TransferLimits,
)
from client.model.strict_json import Json
from client.network.errors import ContractError
from client.network.fields import Fields, wrong
from client.network.gate import Download

_API_VERSION = 1
_MOST_SECONDS = 400 * 24 * 3600
_MOST_CODES = 1000
"""No service means more; a clock and a window have no room for what a number may be."""

_CONTENT_RANGE = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})")


class DeviceIdentity(NamedTuple):
    """How this workstation introduces itself; `public_key` is its raw Ed25519 key."""

    id: str
    name: str
    public_key: bytes

    def to_json(self) -> dict[str, Json]:
        return {"id": self.id, "name": self.name, "public_key": base64.b64encode(self.public_key).decode("ascii")}


@dataclass(frozen=True)
class Tokens:
    """A pair of tokens; the access token is opaque and lives `expires_in_s` seconds."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in_s: int
    recovery_codes_left: int


@dataclass(frozen=True)
class SessionBegun:
    """After the password: a ticket for the second factor, or one for enrolling it. Exactly one is not None."""

    mfa_ticket: str | None = field(repr=False)
    enrolment_ticket: str | None = field(repr=False)


@dataclass(frozen=True)
class TotpSecret:
    """A fresh second factor that is not active yet: base32 secret, and the label the app will show."""

    secret: str = field(repr=False)
    issuer: str
    account: str


@dataclass(frozen=True)
class TotpConfirmed:
    """Ten recovery codes, shown once, and the ticket for the last step."""

    recovery_codes: tuple[str, ...] = field(repr=False)
    activation_ticket: str = field(repr=False)


class ProfileDocument(NamedTuple):
    """The service's present profile and its signature, byte for byte; nothing about them has been checked."""

    profile_toml: bytes
    signature: str


class LatestDocument(NamedTuple):
    """What the institution announces as its newest version, and the signature; nothing about them has been checked."""

    latest: bytes
    signature: str


@dataclass(frozen=True)
class JobFile:
    """One file of a job call: `upload` is the last part of the upload's path, `header` the sealed file's header."""

    file_id: str
    upload: str = field(repr=False)
    header: bytes = field(repr=False)


@dataclass(frozen=True)
class JobAnswer:
    """A job and its receipt (compact JWS, not verified here)."""

    job: JobStatus
    receipt: str = field(repr=False)


@dataclass(frozen=True)
class ResultDownload:
    """Bytes of a sealed result from `offset` on (0 when the service ignored the range). `total_bytes` of the whole."""

    offset: int
    total_bytes: int | None
    chunks: Iterator[bytes] = field(repr=False)


def build_job_body(submission_id: str, manifest: bytes, files: Sequence[JobFile]) -> bytes:
    """The exact bytes of `POST /jobs`: kept, and sent again unchanged until the receipt is here."""
    return json.dumps(
        {
            "submission_id": submission_id,
            "manifest": base64.b64encode(manifest).decode("ascii"),
            "files": [
                {
                    "file_id": file.file_id,
                    "upload": file.upload,
                    "header": base64.b64encode(file.header).decode("ascii"),
                }
                for file in files
            ],
        }
    ).encode("ascii")


def read_result_download(answer: Download, offset: int) -> ResultDownload:
    """Where the bytes that come begin, from status and Content-Range."""
    if answer.status == 200:
        length = answer.headers.get("content-length", "")
        return ResultDownload(0, int(length) if re.fullmatch("[0-9]{1,18}", length) else None, answer.chunks)
    match = _CONTENT_RANGE.fullmatch(answer.headers.get("content-range", ""))
    if match is None or int(match[1]) != offset or int(match[2]) >= int(match[3]):
        raise ContractError(reason="range")
    return ResultDownload(offset, int(match[3]), answer.chunks)


def read_tokens(fields: Fields) -> Tokens:
    """A pair of tokens."""
    if fields.text("token_type").lower() != "bearer":
        raise wrong("token_type")
    tokens = Tokens(
        fields.text("access_token"),
        fields.text("refresh_token"),
        fields.integer("expires_in", most=_MOST_SECONDS),
        fields.integer("recovery_codes_left", 0, most=_MOST_CODES),
    )
    for name, text in (("access_token", tokens.access_token), ("refresh_token", tokens.refresh_token)):
        # They become a header and a line of the secret store.
        if not re.fullmatch(r"[A-Za-z0-9._~+/=-]{1,4096}", text):
            raise wrong(name)
    return tokens


def read_totp_secret(fields: Fields) -> TotpSecret:
    """A fresh second factor."""
    return TotpSecret(fields.text("secret"), fields.text("issuer"), fields.text("account"))


def read_device(fields: Fields) -> Device:
    """One workstation."""
    return Device(
        id=fields.identifier("id"),
        name=fields.text("name"),
        created_at=fields.time("created_at"),
        last_seen_at=fields.time_or_none("last_seen_at"),
        current=fields.boolean("current", False),
    )


def read_service_info(fields: Fields) -> ServiceInfo:
    """The answer of `GET /service`; a service of another version of the interface is refused."""
    if fields.integer("api_version") != _API_VERSION:
        raise wrong("api_version")
    limits = fields.item("limits")
    return ServiceInfo(
        name=fields.text("name"),
        environment=fields.text("environment"),
        time=fields.time("time"),
        limits=TransferLimits(
            limits.integer("max_file_bytes"), limits.integer("max_files"), limits.integer_or_none("max_patch_bytes")
        ),
        retention_days=fields.integer("retention_days"),
        applications=tuple(_application(item) for item in fields.items("applications")),
        notices=tuple(
            Notice(item.text("level"), item.text("text"), item.time_or_none("until"))
            for item in fields.items("notices", [])
        ),
    )


def _application(fields: Fields) -> Application:
    parameters = tuple(
        ApplicationParameter(item.identifier("name"), item.texts("values")) for item in fields.items("parameters", [])
    )
    return Application(fields.identifier("id"), fields.text("name"), parameters)


def read_job_answer(fields: Fields) -> JobAnswer:
    """A job and its receipt."""
    return JobAnswer(read_job(fields.item("job")), fields.text("receipt"))


def read_job(fields: Fields) -> JobStatus:
    """One job; ids and states of other forms are refused. Names of results are only shown: which files there are, the
    signed list says, and what is wrong in it is told where that job's are fetched, not of all jobs."""
    job_id = fields.identifier("id")
    if not re.fullmatch(JOB_ID, job_id):
        raise wrong("id")
    return JobStatus(
        id=job_id,
        submission_id=fields.identifier("submission_id"),
        state=_state(fields, JOB_STATES),
        steps=tuple(_step(item) for item in fields.items("steps", [])),
        submitted_at=fields.time("submitted_at"),
        finished_at=fields.time_or_none("finished_at"),
        delete_after=fields.time_or_none("delete_after"),
        results=fields.texts("results", []),
    )


def _step(fields: Fields) -> JobStep:
    messages = tuple(JobMessage(item.text("level"), item.text("text")) for item in fields.items("messages", []))
    return JobStep(fields.text("name"), _state(fields, STEP_STATES), messages)


def _state(fields: Fields, known: Sequence[str]) -> str:
    value = fields.text("state")
    if value not in known:
        raise wrong("state")
    return value

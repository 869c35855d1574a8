"""What a submission was asked to be, fixed when it is queued, and what is known of its sealed bodies."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from client.seal.file_formats import CONTAINERS, GSEAL
from client.transfer.errors import EmptySubmissionError

_SCHEMA = 2
_OLDER_SCHEMA = 1
"""Without a container: what was queued then is sealed as `.gseal`."""


@dataclass(frozen=True)
class SourceFile:
    """One file to send, as it was when it was queued. A change of size or time stops the transfer."""

    path: Path = field(repr=False)
    source_bytes: int
    modified_ns: int


@dataclass(frozen=True)
class SubmissionPlan:
    """Everything a submission needs after a restart, so that nothing is asked twice. Kept encrypted in the ledger.

    `declaration` is the caller's own (application, parameters, consent, approval …): JSON that is handed back unchanged
    when the manifest is built. `policy_toml` and `limits_toml` are the exact bytes that prepare the files.
    """

    name: str = field(repr=False)
    """What the user calls it; stays here."""
    origin: str
    environment: str
    policy_toml: bytes = field(repr=False)
    limits_toml: bytes = field(repr=False)
    limits_service: str
    build: str | None
    pseudonym_map: bytes = field(repr=False)
    container: str = GSEAL
    """The format of the sealed files, as the profile named it."""
    declaration: Mapping[str, Any] = field(repr=False, default_factory=dict)
    site_list: SourceFile | None = field(repr=False, default=None)
    """The list that records are compared with; read where it lies, and only as it was when this was queued."""
    approved: Mapping[str, str] | None = field(repr=False, default=None)
    """SHA-256 of each prepared file that a second person approved, by chromosome; None where nobody had to."""

    def to_json(self) -> bytes:
        """The bytes that are encrypted into the ledger."""
        return json.dumps(
            {
                "schema": _SCHEMA,
                "name": self.name,
                "origin": self.origin,
                "environment": self.environment,
                "policy_toml": _text(self.policy_toml),
                "limits_toml": _text(self.limits_toml),
                "limits_service": self.limits_service,
                "build": self.build,
                "pseudonym_map": _text(self.pseudonym_map),
                "container": self.container,
                "declaration": dict(self.declaration),
                "site_list": None if self.site_list is None else _source_to_json(self.site_list),
                "approved": None if self.approved is None else dict(self.approved),
            }
        ).encode()


def parse_plan(data: bytes) -> SubmissionPlan:
    """Read what `to_json` wrote; raises ValueError, KeyError or TypeError for anything else."""
    value = json.loads(data)
    if value["schema"] not in (_SCHEMA, _OLDER_SCHEMA):
        raise ValueError("schema")
    container = GSEAL if value["schema"] == _OLDER_SCHEMA else value["container"]
    if container not in CONTAINERS:
        raise ValueError("container")
    return SubmissionPlan(
        name=value["name"],
        origin=value["origin"],
        environment=value["environment"],
        policy_toml=_bytes(value["policy_toml"]),
        limits_toml=_bytes(value["limits_toml"]),
        limits_service=value["limits_service"],
        build=value["build"],
        pseudonym_map=_bytes(value["pseudonym_map"]),
        container=container,
        declaration=value["declaration"],
        site_list=None if value.get("site_list") is None else _parse_source(value["site_list"]),
        approved=value.get("approved"),
    )


class SealedBody(NamedTuple):
    """One sealed body in the spool: the facts that the manifest names. `file_id` is hex."""

    file_id: str
    chromosome: str
    file_name: str
    prepared_sha256: str
    body_sha256: str
    body_bytes: int


def require_sources(paths: tuple[Path, ...]) -> tuple[SourceFile, ...]:
    """Note size and time of each file; raises EmptySubmissionError for none and OSError as `stat` does."""
    if not paths:
        raise EmptySubmissionError
    sources = []
    for path in paths:
        absolute = path.absolute()
        status = absolute.stat()
        sources.append(SourceFile(absolute, status.st_size, status.st_mtime_ns))
    return tuple(sources)


def _source_to_json(source: SourceFile) -> list[Any]:
    return [str(source.path), source.source_bytes, source.modified_ns]


def _parse_source(value: list[Any]) -> SourceFile:
    path, source_bytes, modified_ns = value
    return SourceFile(Path(path), int(source_bytes), int(modified_ns))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

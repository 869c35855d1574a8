"""Results: the service states, signed, what came out of a job; only those bytes are fetched, checked and opened."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from client.institution.trust import TrustedProfile
from client.jobs.claims import ClaimsError, first_difference, read_result_manifest
from client.jobs.errors import (
    JobNotFinishedError,
    JobWithoutResultsError,
    ResultExistsError,
    ResultLimitError,
    ResultMapError,
    ResultOtherError,
    ResultPlaceError,
    ResultRestoreError,
    ResultSignatureError,
    ResultUnknownError,
)
from client.jobs.receipts import CLOCK_TOLERANCE, StoredReceipt
from client.jobs.result_download import Download
from client.jobs.result_worker import OpenOrder, Restorer, open_in_worker
from client.jobs.signed_by import verification_keys
from client.model.clock import parse_time
from client.model.errors import ClientError, about
from client.model.folders import make_private_folders
from client.model.job import RESULTS_TYP, ResultEntry, ResultManifest
from client.model.service import FINAL_JOB_STATES
from client.seal.errors import JwsError
from client.seal.jws import require_jws
from client.seal.keys import PrivateKey

_LEAST_OUTPUT_BYTES = 64 * 1024 * 1024
_OF_EXACT_BYTES = ("tbi", "csi", "gzi", "md5", "sha1", "sha256", "sha512")


class ResultLimits(NamedTuple):
    """What one result may cost: sealed bytes, and how many times its own size it may become when names are put back."""

    max_sealed_bytes: int = 1024**4
    max_growth: int = 8

    def output_bytes(self, entry: ResultEntry) -> int:
        return max(_LEAST_OUTPUT_BYTES, entry.sealed_bytes * self.max_growth)


@dataclass(frozen=True)
class FetchedResult:
    """One result as it lies in the user's folder. `names`: `original`, `pseudonyms`, or `none` where it has no ids."""

    name: str
    path: Path = field(repr=False)
    bytes: int
    sha256: str
    names: str


@dataclass(frozen=True)
class ResultChoices:
    """What the user asked for. `names` None: all but `of_other_bytes`. `keep_pseudonyms`: original names are not put
    back."""

    out: Path = field(repr=False)
    names: Sequence[str] | None = None
    keep_pseudonyms: bool = False
    force: bool = False
    limits: ResultLimits = field(default_factory=ResultLimits)


def require_results_ready(state: str) -> None:
    """Raise JobNotFinishedError or JobWithoutResultsError unless the job's `state` is `succeeded`."""
    if state == "succeeded":
        return
    raise JobWithoutResultsError(state=state) if state in FINAL_JOB_STATES else JobNotFinishedError(state=state)


def require_result_manifest(
    token: str, stored: StoredReceipt, profile: TrustedProfile, now: datetime
) -> ResultManifest:
    """Verify a result manifest and compare it with the job's receipt.

    Raises ResultSignatureError, ResultOtherError and ResultMapError (ids of another map than the job's).
    """
    keys = verification_keys(profile.profile, "results")
    try:
        payload = require_jws(token, keys, purpose="results", typ=RESULTS_TYP, now=now)
    except JwsError:
        raise ResultSignatureError from None
    try:
        manifest = read_result_manifest(payload)
    except ClaimsError as error:
        raise ResultOtherError(field=error.field) from None
    different = first_difference(manifest.reference, stored.reference)
    created_at, received_at = parse_time(manifest.created_at), parse_time(stored.receipt.received_at)
    if different is None and not received_at <= created_at <= now + CLOCK_TOLERANCE:
        different = "created_at"
    if different is not None:
        raise ResultOtherError(field=different)
    if any(result.map_id not in (None, stored.map_id) for result in manifest.results):
        raise ResultMapError
    return manifest


def of_other_bytes(manifest: ResultManifest, *, keep_pseudonyms: bool) -> tuple[str, ...]:
    """Indexes and checksums of results into which names are put back: beside what is written they would be wrong,
    and programs take an index that lies there. The results themselves are checked against the signed list."""
    changed = {entry.name for entry in manifest.results if entry.map_id is not None and not keep_pseudonyms}
    parts = [(entry.name, *entry.name.rpartition(".")) for entry in manifest.results]
    return tuple(name for name, of, _, kind in parts if of in changed and kind in _OF_EXACT_BYTES)


def fetch_results(
    manifest: ResultManifest,
    download: Download,
    private_key: PrivateKey,
    choices: ResultChoices,
    *,
    pseudonym_map: bytes | None = None,
    restorer: Restorer | None = None,
    opened: Callable[[FetchedResult], None] = lambda result: None,
) -> tuple[FetchedResult, ...]:
    """Download, check, open and put names back, one result after the other, into `choices.out` (made 0700).

    `manifest` comes from `require_result_manifest`. `pseudonym_map` is the map's JSON; a result that carries its ids
    needs it (ResultMapError) unless pseudonyms are kept. Each sealed copy is removed once its result is open. Raises
    ResultExistsError before anything is fetched where an output lies there and `force` was not given,
    ResultLimitError, ResultPlaceError, ResultUnknownError for a name that was asked for and is not there, and
    what `Download.fetch` and `open_in_worker` raise. Results that were finished before stay, and the next fetch of
    them goes on behind them. Where names cannot be put back into some, ResultRestoreError comes after all others.
    """
    entries = _chosen(manifest, choices)
    outputs = {entry.name: choices.out / _written_name(entry, manifest, choices) for entry in entries}
    finished = {} if choices.force else _finished_before(entries, outputs, choices, download.spool)
    for entry in entries:
        if entry.name not in finished:
            _require_room(entry, outputs[entry.name], choices)
        if entry.map_id is not None and not choices.keep_pseudonyms and (pseudonym_map is None or restorer is None):
            raise ResultMapError
    _make_folder(choices.out)
    fetched = []
    unrestored: dict[str, ResultRestoreError] = {}
    for entry in entries:
        if entry.name in finished:
            fetched.append(finished[entry.name])
            continue
        names = _names_in(entry, choices)
        restores = names == "original"
        try:
            sealed = download.fetch(entry)
            order = OpenOrder(
                sealed=sealed,
                out=outputs[entry.name],
                private_key=private_key,
                pseudonym_map=pseudonym_map if restores else None,
                restorer=restorer if restores else None,
                max_opened_bytes=entry.sealed_bytes,
                max_output_bytes=choices.limits.output_bytes(entry),
                force=choices.force,
            )
            result = open_in_worker(order, download.should_stop)
        except ResultRestoreError as error:
            unrestored[entry.name] = error
            continue
        except ClientError as error:
            about(error, entry.name)
            raise
        sealed.unlink(missing_ok=True)
        fetched.append(FetchedResult(entry.name, order.out, result.bytes, result.sha256, names))
        with contextlib.suppress(OSError):
            _record(download.spool, entry, choices).write_text(result.sha256)
        opened(fetched[-1])
    if unrestored:
        raise about(next(iter(unrestored.values())), ", ".join(unrestored))
    with contextlib.suppress(OSError):
        for entry in entries:
            _record(download.spool, entry, choices).unlink(missing_ok=True)
        download.spool.rmdir()  # empty unless something is still to be fetched
    return tuple(fetched)


def _names_in(entry: ResultEntry, choices: ResultChoices) -> str:
    """Whose names the result carries once it is written, as FetchedResult says it."""
    if entry.map_id is None:
        return "none"
    return "pseudonyms" if choices.keep_pseudonyms else "original"


def _record(spool: Path, entry: ResultEntry, choices: ResultChoices) -> Path:
    """Holds the hash of what was written for this result, until all that was asked for is there."""
    return spool / f"{entry.sealed_sha256}.{_names_in(entry, choices)}.done"


def _finished_before(
    entries: Sequence[ResultEntry], outputs: dict[str, Path], choices: ResultChoices, spool: Path
) -> dict[str, FetchedResult]:
    """The results that a fetch wrote which then stopped, and that lie there as it left them."""
    finished = {}
    for entry in entries:
        path = outputs[entry.name]
        with contextlib.suppress(OSError, ValueError):
            digest = _record(spool, entry, choices).read_text()
            if path.is_symlink() or not path.is_file():
                continue
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                if hashlib.file_digest(file, "sha256").hexdigest() == digest:
                    names = _names_in(entry, choices)
                    finished[entry.name] = FetchedResult(entry.name, path, size, digest, names)
    return finished


def _chosen(manifest: ResultManifest, choices: ResultChoices) -> list[ResultEntry]:
    if choices.names is None:
        wrong = of_other_bytes(manifest, keep_pseudonyms=choices.keep_pseudonyms)
        return [entry for entry in manifest.results if entry.name not in wrong]
    by_name = {entry.name: entry for entry in manifest.results}
    for name in choices.names:
        if name not in by_name:
            raise about(ResultUnknownError(), name)
    return [by_name[name] for name in dict.fromkeys(choices.names)]


def _written_name(entry: ResultEntry, manifest: ResultManifest, choices: ResultChoices) -> str:
    """The result's own name, but for a BCF into which names are put back: what is written is a VCF."""
    if entry.map_id is None or choices.keep_pseudonyms or not entry.name.lower().endswith(".bcf"):
        return entry.name
    name = f"{entry.name[:-4]}.vcf.gz"
    is_taken = any(name.casefold() == other.name.casefold() for other in manifest.results)
    return f"{entry.name}.vcf.gz" if is_taken else name


def _require_room(entry: ResultEntry, path: Path, choices: ResultChoices) -> None:
    if entry.sealed_bytes > choices.limits.max_sealed_bytes:
        raise ResultLimitError(limit="sealed", max_bytes=choices.limits.max_sealed_bytes)
    if path.is_dir() or (not choices.force and os.path.lexists(path)):
        raise ResultExistsError


def _make_folder(out: Path) -> None:
    try:
        make_private_folders(out)
    except (OSError, ValueError):
        raise ResultPlaceError(reason="EACCES") from None

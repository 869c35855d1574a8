"""What all files of one job share, settled before the first record is read: samples, one map, one column order."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from client.tasks.builds import require_build
from client.tasks.errors import LeaveOutEmptyError, LeaveOutUnknownError, about, about_files
from client.tasks.facts import MapFacts, PrepareChoices
from client.tasks.maps import keep_map, load_map
from client.tasks.places import require_file, require_files
from client.tasks.policies import Rules
from client.tasks.preferences import load_preferences
from client.tasks.workplace import Workplace
from prep.check_findings import finding
from prep.checks import check_header, check_job
from prep.contigs import Build
from prep.errors import BlockedError, PrepError
from prep.findings import Finding, FindingBook
from prep.header import SourceHeader, decoded
from prep.leakscan import scan_pseudonyms
from prep.policy import Policy
from prep.pseudonyms import IdScheme, PseudonymMap, build_pseudonym_map
from prep.source import read_source_header

_MAX_LIST_BYTES = 64 * 1024 * 1024
_PROJECT_KEY_BYTES = 32
_OF_SAMPLES = ("sample names", "samples")


@dataclass(frozen=True)
class JobStart:
    """The job's map, not kept yet, and the samples that stay here by the user's order."""

    pseudonym_map: PseudonymMap = field(repr=False)
    map_file: Path | None = field(repr=False)
    is_new_map: bool
    left_out: frozenset[str] = field(repr=False)
    remaining: tuple[Finding, ...] = ()
    """What would remain in what leaves, where the policy lets it."""
    build: Build | None = None
    """The genome build of all files, where the person or every header says it."""


def start_job(workplace: Workplace, files: Sequence[Path], rules: Rules, choices: PrepareChoices) -> JobStart:
    """Read all headers and make, or carry on, the job's map.

    Raises BlockedError where the headers alone stop the job (not the same samples, a name twice, none at all), the
    errors of reading a header, LeaveOutUnknownError for a name that no sample has, LeaveOutEmptyError, MapProjectError,
    MapSchemeError, and those of the secret store as far as they are known, before anything is prepared.
    """
    require_files(files)
    rules.require_site_list()
    headers = [_read_header(file) for file in files]
    left_out = _read_left_out(choices.leave_out, [name for header in headers for name in header.sample_ids])
    _require_one_job(files, headers, rules, left_out)
    sample_ids = headers[0].sample_ids
    if left_out.issuperset(sample_ids):
        raise BlockedError((finding("VCF-NO-SAMPLES", where="samples that stay"),))
    # Asked for before any work: without a place for the map nothing may be prepared, for nobody could ever undo it.
    workplace.require_vault_key()
    existing = None
    scheme = _scheme(rules.policy.id_scheme)
    if choices.map_file is not None and choices.map_file.exists():
        existing = load_map(workplace, choices.map_file)
        scheme = _scheme(existing.scheme)
    project = choices.project
    if project is None:
        project = load_preferences(workplace).text("project") if existing is None else existing.project
    try:
        rules.require_within_lock(scheme)
        pseudonym_map = build_pseudonym_map(
            [name for name in sample_ids if name not in left_out],
            origin=rules.origin,
            project=project,
            scheme=scheme,
            existing=existing,
            project_key=_project_key(workplace, rules, project) if scheme == "hmac" else None,
            shuffle_columns=rules.policy.shuffle_columns,
        )
    except PrepError as error:
        raise about(error, choices.map_file or files[0]) from error
    remaining = _require_no_leak(rules.policy, pseudonym_map, accepted=choices.accept_remaining)
    build = _said_build(headers, choices)
    return JobStart(pseudonym_map, choices.map_file, existing is None, left_out, remaining, build)


def _said_build(headers: Sequence[SourceHeader], choices: PrepareChoices) -> Build | None:
    said = {require_build(choices.build) or header.build for header in headers}
    return said.pop() if len(said) == 1 else None


def _require_no_leak(policy: Policy, pseudonym_map: PseudonymMap, *, accepted: bool) -> tuple[Finding, ...]:
    """What identifying text would remain in what leaves: in the generated language only the ids have room for any.

    Raises BlockedError at the policy's leak level `block`, and at `ask` unless it was `accepted`.
    """
    classes = scan_pseudonyms(pseudonym_map.output_pseudonyms)
    if not classes:
        return ()
    found = tuple(finding("LEAK-REMAINS", where=f"pseudonyms: {leak_class}") for leak_class in sorted(classes))
    if policy.leak_level == "block" or (policy.leak_level == "ask" and not accepted):
        raise BlockedError(found)
    return tuple(replace(entry, severity="warn") for entry in found)


def keep_job_map(workplace: Workplace, start: JobStart, *, here_too: bool = False) -> MapFacts:
    """Keep the job's map where the user said, else under `maps/`; on disk when this returns.

    `here_too`: under `maps/` in any case, where the results of a job that was sent look for it.
    Raises MapCopiesError.
    """
    made = start.pseudonym_map
    # Before the map has its name: a crash may leave a line without its map, never a map without its line.
    note = partial(workplace.note, "map.made", map=made.map_id, samples=len(made.entries)) if start.is_new_map else None
    if here_too and start.map_file is not None:
        keep_map(workplace, made, before_name=note)
        note = None
    return keep_map(workplace, made, start.map_file, before_name=note)


def _read_header(file: Path) -> SourceHeader:
    try:
        return read_source_header(file)
    except PrepError as error:
        raise about(error, file) from error


def _require_one_job(
    files: Sequence[Path], headers: Sequence[SourceHeader], rules: Rules, left_out: frozenset[str]
) -> None:
    book = FindingBook()
    book.extend(check_job([header.sample_ids for header in headers], [header.build for header in headers]))
    is_of_files = not book.blocks()
    stopping: list[Path] = []
    of_files: list[Finding] = []
    for number, header in enumerate(headers, 1):
        found = tuple(check_header(header, rules.policy, rules.limits, left_out))
        if any(entry.blocks() for entry in found):
            stopping.append(files[number - 1])
        of_files += found_in(found, number, files)
    book.extend(samples_once(of_files, len(files)))
    if book.blocks():
        raise stopped_by(stopping if is_of_files else (), book.findings(), files)


def stopped_by(stopping: Sequence[Path], findings: tuple[Finding, ...], files: Sequence[Path]) -> BlockedError:
    """What stops a job of `files`; it names the file where one of them alone is why."""
    error = about_files(BlockedError(findings), files)
    return about(error, stopping[0]) if len(stopping) == 1 else error


def samples_once(findings: Sequence[Finding], files: int) -> list[Finding]:
    """The files of a job share their samples: what is wrong with those is one finding, however many files there are.

    It says which files have it where not all have.
    """
    of_samples: dict[str, Finding] = {}
    others = []
    for entry in findings:
        if entry.where not in _OF_SAMPLES:
            others.append(entry)
        elif (known := of_samples.get(entry.code)) is None:
            of_samples[entry.code] = entry
        else:
            of_samples[entry.code] = replace(known, in_files=(*known.in_files, *entry.in_files))
    of_all = (entry if len(entry.in_files) < files else replace(entry, in_files=()) for entry in of_samples.values())
    return [*of_all, *others]


def found_in(findings: Iterable[Finding], number: int, files: Sequence[Path]) -> tuple[Finding, ...]:
    """The findings of file `number` of a job, from 1; they say so where it is one of several."""
    return tuple(findings) if len(files) == 1 else tuple(entry.of_file(number) for entry in findings)


def _read_left_out(file: Path | None, sample_ids: Sequence[str]) -> frozenset[str]:
    """One name a line. A name that no sample has is refused: mistyped, it would keep somebody who withdrew; so is a
    list without any, which is what a query that failed writes.

    A name that no sample has to the byte leaves out those that look the same: Macs store `å` as two characters in the
    names of files, which sample names are often made of.
    """
    if file is None:
        return frozenset()
    require_file(file)
    with file.open("rb") as stream:
        text, _ = decoded(stream.read(_MAX_LIST_BYTES))
    known = set(sample_ids)
    known_by_look: dict[str, set[str]] = {}
    for sample_id in sample_ids:
        known_by_look.setdefault(_composed(sample_id), set()).add(sample_id)
    left_out: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        name = line.rstrip("\r")
        if not name.strip():
            continue
        look_alike = {name} & known or known_by_look.get(_composed(name))
        if not look_alike:
            raise about(LeaveOutUnknownError(line=number), file)
        left_out |= look_alike
    if not left_out:
        raise about(LeaveOutEmptyError(), file)
    return frozenset(left_out)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _scheme(name: str) -> IdScheme:
    match name:
        case "hmac":
            return "hmac"
        case "sequential":
            return "sequential"
    return "random"


def _project_key(workplace: Workplace, rules: Rules, project: str) -> bytes:
    """The key that makes `hmac` pseudonyms stable for one recipient and project; made at its first use."""
    name = "project-key-" + hashlib.sha256(f"{rules.origin}\n{project}".encode()).hexdigest()[:32]
    store = workplace.secret_store
    with store.exclusive():
        key = store.get(name)
        if key is None:
            key = os.urandom(_PROJECT_KEY_BYTES)
            store.set(name, key)
    return key

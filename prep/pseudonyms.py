"""Pseudonyms for sample ids, the map between the two, and the order of columns that leaves.

A pseudonym is a tag of its map (four consonants, random) and a body. Consonants alone can neither spell a name nor
repeat a date or a national number by accident; whatever still holds a part of an original name is drawn again.

| scheme | body | meant for |
|---|---|---|
| random | 15 random consonants (64.8 bits) | the default |
| hmac | 16 base32 characters of HMAC-SHA-256(project key, origin, project, sample id) | the same id on every upload |
| sequential | eight digits, given after a shuffle | services that want short ids |

Map file format (JSON): `schema` 2, `map_id`, `tag`, `origin`, `project`, `scheme`, `entries` [[sample id, pseudonym]]
in the original order, `column_order` (output column j holds entry `column_order[j]`), `others` (known from earlier jobs
of the project, not in this one), `jobs` (the earlier jobs: each `samples`, places in entries and then others, in that
job's original order, and its `column_order`). Schema 1 has no `jobs` and is still read.
"""

from __future__ import annotations

import base64
import hmac
import json
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, Literal, TypeVar

from prep.errors import (
    MapCopiesError,
    MapDamagedError,
    MapNewerError,
    MapProjectError,
    MapSamplesError,
    UsageError,
)

IdScheme = Literal["random", "hmac", "sequential"]
MAP_SCHEMA = 2
PSEUDONYM_PATTERN = re.compile(r"[A-Z0-9]{8,20}", re.ASCII)
_CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_ALPHABETS = {"random": _CONSONANTS, "hmac": _BASE32, "sequential": _CONSONANTS + "0123456789"}
_CONSONANT_OF_BYTE = bytes(ord(_CONSONANTS[byte % 20]) for byte in range(256))
_THROWN_AWAY = bytes(range(240, 256))
_TAG_LENGTH = 4
_RANDOM_LENGTH = 15
_SHORTEST_PART = 4
_COLUMN_NAMES = frozenset(("CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"))
_DRAWS = 1000
_T = TypeVar("_T")


@dataclass(frozen=True)
class MapJob:
    """One job of a map: its samples with their pseudonyms in their original order, and the order of its columns."""

    entries: tuple[tuple[str, str], ...] = field(repr=False)
    column_order: tuple[int, ...] = field(repr=False)

    @cached_property
    def pseudonyms(self) -> frozenset[str]:
        """The id set that results of this job carry."""
        return frozenset(pseudonym for _, pseudonym in self.entries)

    @cached_property
    def output_pseudonyms(self) -> tuple[str, ...]:
        """The pseudonyms in the order of the columns that left."""
        return tuple(self.entries[index][1] for index in self.column_order)


@dataclass(frozen=True)
class PseudonymMap:
    """The map of a job, and of the earlier jobs that it was used for (`jobs`).

    Secret: it leaves the workstation only under a passphrase, by the user's own order.
    """

    map_id: str
    tag: str
    origin: str
    project: str
    entries: tuple[tuple[str, str], ...] = field(repr=False)
    column_order: tuple[int, ...] = field(repr=False)
    scheme: str = "random"
    others: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    jobs: tuple[MapJob, ...] = field(default=(), repr=False)

    @property
    def latest_job(self) -> MapJob:
        """The job that the map was made or carried on for last."""
        return MapJob(self.entries, self.column_order)

    def find_job(self, pseudonyms: Sequence[str]) -> MapJob | None:
        """The job whose id set is exactly `pseudonyms`; None where no job's is.

        Jobs of the same samples can differ in their original order: the one whose columns left in this order is taken,
        else the latest.
        """
        wanted, row = frozenset(pseudonyms), tuple(pseudonyms)
        fitting = [job for job in (self.latest_job, *reversed(self.jobs)) if job.pseudonyms == wanted]
        return next((job for job in fitting if job.output_pseudonyms == row), fitting[0] if fitting else None)

    def find_job_with(self, pseudonyms: frozenset[str]) -> MapJob | None:
        """A job that all of `pseudonyms` were in, exactly theirs or the latest; None where none has them all."""
        exact = self.find_job(tuple(pseudonyms))
        return exact or next(
            (job for job in (self.latest_job, *reversed(self.jobs)) if pseudonyms <= job.pseudonyms), None
        )

    @cached_property
    def sample_ids(self) -> tuple[str, ...]:
        """The original names in their original order."""
        return tuple(sample_id for sample_id, _ in self.entries)

    @cached_property
    def output_pseudonyms(self) -> tuple[str, ...]:
        """The pseudonyms in the order of the columns that leave."""
        return tuple(self.entries[index][1] for index in self.column_order)

    def to_json_bytes(self) -> bytes:
        """The map as a file's contents; `parse_pseudonym_map` reads it back."""
        places = {sample_id: place for place, (sample_id, _) in enumerate((*self.entries, *self.others))}
        document = {
            "schema": MAP_SCHEMA,
            "map_id": self.map_id,
            "tag": self.tag,
            "origin": self.origin,
            "project": self.project,
            "scheme": self.scheme,
            "entries": [list(entry) for entry in self.entries],
            "column_order": list(self.column_order),
            "others": [list(entry) for entry in self.others],
            "jobs": [
                {
                    "samples": [places[sample_id] for sample_id, _ in job.entries],
                    "column_order": list(job.column_order),
                }
                for job in self.jobs
            ],
        }
        return json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def without_families(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids without the family that plink writes before each: `P_P` (its doubled id) or `0_P` is `P`.

    Unless all of them are so, they stay as they are; another family than these two is no doing of plink's alone.
    """
    parts = [id_.partition("_") for id_ in ids]
    is_so = all(separator and family in ("0", own) for family, separator, own in parts)
    return tuple(own for _, _, own in parts) if is_so else tuple(ids)


def parse_pseudonym_map(data: bytes) -> PseudonymMap:
    """Read a map back. Raises MapDamagedError for anything that is not one, MapNewerError for a newer schema."""
    try:
        document: Any = json.loads(data)
        schema = document["schema"]
        if isinstance(schema, int) and schema > MAP_SCHEMA:
            raise MapNewerError(schema=schema)
        texts = {key: document[key] for key in ("map_id", "tag", "origin", "project", "scheme")}
        entries = _parse_entries(document["entries"])
        others = _parse_entries(document["others"])
        column_order = tuple(document["column_order"])
        jobs = () if schema == 1 else _parse_jobs(document["jobs"], (*entries, *others))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        raise MapDamagedError from None
    if schema not in (1, MAP_SCHEMA) or not all(isinstance(text, str) for text in texts.values()):
        raise MapDamagedError
    pseudonym_map = PseudonymMap(entries=entries, column_order=column_order, others=others, jobs=jobs, **texts)
    if not _is_consistent(pseudonym_map):
        raise MapDamagedError
    return pseudonym_map


def build_pseudonym_map(
    sample_ids: Sequence[str],
    *,
    origin: str,
    project: str,
    scheme: IdScheme = "random",
    existing: PseudonymMap | None = None,
    project_key: bytes | None = None,
    shuffle_columns: bool = True,
) -> PseudonymMap:
    """Make the map of a job, or carry an `existing` one on: samples it knows keep their pseudonyms, its jobs stay.

    `sample_ids` are the job's samples in their original order, each once. The map belongs to `origin` (the service) and
    `project`; an existing one of another raises MapProjectError. `project_key` (at least 16 bytes) is for `hmac`.
    Raises UsageError when samples repeat or the key is missing or short.
    """
    if len(set(sample_ids)) != len(sample_ids) or not sample_ids:
        raise UsageError
    if existing is not None and (existing.origin, existing.project) != (origin, project):
        raise MapProjectError
    if existing is not None:
        scheme = existing.scheme  # type: ignore[assignment]
    maker = _Maker(sample_ids, origin, project, scheme, project_key, existing)
    known = dict((*existing.entries, *existing.others)) if existing else {}
    unknown = [sample_id for sample_id in sample_ids if sample_id not in known]
    made = dict(known)
    for sample_id in _shuffled(unknown) if scheme == "sequential" else unknown:
        made[sample_id] = maker.pseudonym_of(sample_id)
    here = set(sample_ids)
    entries = tuple((sample_id, made[sample_id]) for sample_id in sample_ids)
    jobs = (existing.latest_job, *reversed(existing.jobs)) if existing else ()
    made_map = PseudonymMap(
        map_id=existing.map_id if existing else secrets.token_hex(8),
        tag=maker.tag,
        origin=origin,
        project=project,
        entries=entries,
        column_order=_column_order(entries, shuffle_columns, jobs),
        scheme=scheme,
        others=tuple((sample_id, pseudonym) for sample_id, pseudonym in made.items() if sample_id not in here),
    )
    return made_map if existing is None else with_earlier_jobs(made_map, existing)


def with_earlier_jobs(pseudonym_map: PseudonymMap, earlier: PseudonymMap) -> PseudonymMap:
    """`pseudonym_map`, and every job and sample that `earlier`, another state of the same map, knows beside it.

    Raises MapCopiesError where the two are no states of one map: two copies that were carried on apart, so that one
    pseudonym would stand for two people, or one person for two pseudonyms.
    """
    pairs = dict((*pseudonym_map.entries, *pseudonym_map.others, *earlier.entries, *earlier.others))
    states = (pseudonym_map, earlier)
    agree = all(pairs[sample_id] == name for state in states for sample_id, name in (*state.entries, *state.others))
    if pseudonym_map.map_id != earlier.map_id or not agree or len(set(pairs.values())) != len(pairs):
        raise MapCopiesError
    here = set(pseudonym_map.sample_ids)
    jobs = dict.fromkeys((*earlier.jobs, earlier.latest_job, *pseudonym_map.jobs))
    jobs.pop(pseudonym_map.latest_job, None)
    others = tuple((sample_id, name) for sample_id, name in pairs.items() if sample_id not in here)
    return replace(pseudonym_map, others=others, jobs=tuple(jobs))


def require_covers(pseudonym_map: PseudonymMap, sample_ids: Iterable[str]) -> None:
    """Raise MapSamplesError unless the map's samples are exactly `sample_ids` (in any order)."""
    mapped, given = set(pseudonym_map.sample_ids), set(sample_ids)
    if mapped != given:
        raise MapSamplesError(missing=len(given - mapped), extra=len(mapped - given))


def name_parts(sample_ids: Iterable[str]) -> frozenset[str]:
    """The names and their parts of four characters or more, upper-cased: what must not occur in what leaves.

    Parts are runs of letters and digits, and inside them runs of letters alone and of digits alone.
    """
    return _name_parts(tuple(sample_ids))


@lru_cache(maxsize=1)  # the files of a job have the same samples, and thousands of them
def _name_parts(sample_ids: tuple[str, ...]) -> frozenset[str]:
    names = [sample_id.upper() for sample_id in sample_ids]
    text = "\n".join(names)  # searched at once: no part goes on behind the end of a line
    parts = {*names, *re.findall(r"[^\W_]+", text), *re.findall(r"[^\W\d_]+|\d+", text)}
    return frozenset(part for part in parts if len(part) >= _SHORTEST_PART)


class _Maker:
    """Draws pseudonyms that are new, are no column name and hold no part of an original name."""

    def __init__(
        self,
        sample_ids: Sequence[str],
        origin: str,
        project: str,
        scheme: IdScheme,
        project_key: bytes | None,
        existing: PseudonymMap | None,
    ) -> None:
        if scheme == "hmac" and (project_key is None or len(project_key) < 16):
            raise UsageError
        self._scope = [origin, project]
        self._scheme = scheme
        self._key = project_key or b""
        # Parts with a letter that no pseudonym of this scheme has cannot occur in one: most names, at once.
        alphabet = frozenset(_ALPHABETS[scheme])
        self._parts = frozenset(part for part in name_parts(sample_ids) if alphabet.issuperset(part))
        longest = max((len(p) for p in self._parts if len(p) <= 20), default=0)
        self._part_lengths = range(_SHORTEST_PART, longest + 1)
        self._used = {pseudonym for _, pseudonym in (*existing.entries, *existing.others)} if existing else set()
        self._counter = len(self._used)
        # Names that hold numbers (SAMPLE000001) would be parts of most numbers: then the sequence is one of letters.
        self._has_numbered_names = any(part.isdigit() for part in self._parts)
        self.tag = existing.tag if existing else self._new_tag()

    def pseudonym_of(self, sample_id: str) -> str:
        for attempt in range(_DRAWS):
            pseudonym = self.tag + self._body(sample_id, attempt)
            if pseudonym not in self._used and pseudonym not in _COLUMN_NAMES and not self._holds_a_part(pseudonym):
                self._used.add(pseudonym)
                return pseudonym
        raise UsageError  # only names that fill the whole alphabet come here

    def _body(self, sample_id: str, attempt: int) -> str:
        if self._scheme == "hmac":
            return self._keyed("sample", sample_id, str(attempt))[:16]
        if self._scheme == "sequential":
            self._counter += 1
            return self._letters(self._counter) if self._has_numbered_names else f"{self._counter:08d}"
        return _consonants(_RANDOM_LENGTH)

    @staticmethod
    def _letters(number: int) -> str:
        """Eight consonants that count like digits."""
        letters = ""
        for _ in range(8):
            number, place = divmod(number, len(_CONSONANTS))
            letters = _CONSONANTS[place] + letters
        return letters

    def _new_tag(self) -> str:
        for attempt in range(_DRAWS):
            # A stable id needs a stable tag: with hmac it is the project's, else the map's own.
            tag = self._keyed("tag", str(attempt))[:_TAG_LENGTH] if self._scheme == "hmac" else _consonants(_TAG_LENGTH)
            if not self._holds_a_part(tag):
                return tag
        raise UsageError

    def _keyed(self, *parts: str) -> str:
        message = json.dumps([*self._scope, *parts], ensure_ascii=True).encode("ascii")
        return base64.b32encode(hmac.digest(self._key, message, "sha256")).decode("ascii")

    def _holds_a_part(self, text: str) -> bool:
        parts = self._parts
        return any(
            text[start : start + length] in parts
            for length in self._part_lengths
            for start in range(len(text) - length + 1)
        )


def _consonants(count: int) -> str:
    """Uniform draws: bytes of 240 and more are thrown away, as 240 is the largest multiple of 20."""
    drawn = b""
    while len(drawn) < count:
        drawn += secrets.token_bytes(2 * count).translate(_CONSONANT_OF_BYTE, _THROWN_AWAY)
    return drawn[:count].decode("ascii")


def _column_order(
    entries: tuple[tuple[str, str], ...], shuffle: bool, earlier_jobs: Sequence[MapJob]
) -> tuple[int, ...]:
    """The order of the columns that leave. A job of exactly the samples of an earlier one, in their order, keeps its:
    the same files prepared twice under one map are the same bytes. Any other gets one that no earlier job of the map
    has, where there is one: it tells jobs of the same samples apart when their results come back."""
    in_order = tuple(range(len(entries)))
    if not shuffle:
        return in_order
    for job in earlier_jobs:
        # The order of the input is one that a policy without shuffling made; of two columns it says nothing.
        if job.entries == entries and (job.column_order != in_order or len(entries) <= 2):
            return job.column_order
    taken = {job.output_pseudonyms for job in earlier_jobs}
    for _ in range(_DRAWS):
        drawn = tuple(_shuffled(in_order))
        is_shuffled = drawn != in_order or len(entries) <= 2
        if is_shuffled and tuple(entries[place][1] for place in drawn) not in taken:
            break
    return drawn


def _shuffled(items: Sequence[_T]) -> list[_T]:
    shuffled = list(items)
    secrets.SystemRandom().shuffle(shuffled)
    return shuffled


def _parse_entries(value: Any) -> tuple[tuple[str, str], ...]:
    entries = tuple((sample_id, pseudonym) for sample_id, pseudonym in value)
    if not all(isinstance(text, str) for entry in entries for text in entry):
        raise TypeError
    return entries


def _parse_jobs(value: Any, known: Sequence[tuple[str, str]]) -> tuple[MapJob, ...]:
    jobs = []
    for job in value:
        places, column_order = job["samples"], tuple(job["column_order"])
        if any(type(place) is not int or place < 0 for place in places) or len(set(places)) != len(places):
            raise ValueError
        if any(type(place) is not int for place in column_order) or sorted(column_order) != list(range(len(places))):
            raise ValueError
        jobs.append(MapJob(tuple(known[place] for place in places), column_order))
    return tuple(jobs)


def _is_consistent(pseudonym_map: PseudonymMap) -> bool:
    everything = (*pseudonym_map.entries, *pseudonym_map.others)
    sample_ids = {sample_id for sample_id, _ in everything}
    pseudonyms = {pseudonym for _, pseudonym in everything}
    return (
        len(sample_ids) == len(pseudonyms) == len(everything)
        and all(PSEUDONYM_PATTERN.fullmatch(pseudonym) for pseudonym in pseudonyms)
        and sorted(pseudonym_map.column_order) == list(range(len(pseudonym_map.entries)))
    )

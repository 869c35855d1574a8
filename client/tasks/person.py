"""Whose a pseudonym is: one person's pseudonyms in the maps kept here, for a request for access or a withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from client.model.errors import ClientError
from client.tasks.maps import list_maps, load_map, map_file
from client.tasks.workplace import Workplace


@dataclass(frozen=True)
class PersonInMap:
    """A person's pseudonym in one map, and in how many of the map's jobs that person was."""

    map_id: str
    pseudonym: str = field(repr=False)
    jobs: int


class PersonFound(NamedTuple):
    """`maps`: how many were looked into. `unreadable`: how many lie here and open for another user or vault only."""

    places: tuple[PersonInMap, ...]
    maps: int
    unreadable: int


def find_person(workplace: Workplace, sample_id: str, files: Sequence[Path] = ()) -> PersonFound:
    """Look `sample_id` up, exactly as it stands in the files: in the maps `files`, or in all that are kept here.

    A map of `files` that cannot be read raises what `load_map` does; of those kept here it is counted.
    """
    places: list[PersonInMap] = []
    kept = tuple(files) or tuple(map_file(workplace, map_id) for map_id in list_maps(workplace))
    unreadable = 0
    for file in kept:
        try:
            found = load_map(workplace, file)
        except ClientError as error:
            if files or error.exit_code not in (3, 5):
                raise
            unreadable += 1
            continue
        pseudonym = dict((*found.entries, *found.others)).get(sample_id)
        if pseudonym is not None:
            jobs = sum(any(sample_id == name for name, _ in job.entries) for job in (found.latest_job, *found.jobs))
            places.append(PersonInMap(found.map_id, pseudonym, jobs))
    workplace.note("person.looked_up", maps=len(kept) - unreadable, found_count=len(places))
    return PersonFound(tuple(places), len(kept) - unreadable, unreadable)

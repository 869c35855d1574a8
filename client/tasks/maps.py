"""Pseudonym maps on this computer: encrypted under the vault key, exported and imported under a passphrase.

A `.gmap` file is one line of JSON: `{"schema": 1, "kind": "map", "id": …, "sealed": base64}`. An export has the kind
`map-export` and its `sealed` is the passphrase envelope. The id outside binds the file to its contents (it is part of
the associated data) and says nothing about anybody.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from client.model.forms import MAP_ID
from client.seal.at_rest import open_at_rest, seal_at_rest
from client.seal.errors import AtRestError, AtRestVersionError
from client.seal.passphrase import open_with_passphrase, seal_with_passphrase
from client.secrets.file_lock import FileLock
from client.tasks.errors import (
    MapBackupError,
    MapInTheWayError,
    MapOfOtherVaultError,
    MapUnreadableError,
    NoSuchMapError,
    OutputFolderError,
    about,
)
from client.tasks.facts import MapFacts
from client.tasks.left_parts import swept_output
from client.tasks.places import require_file, require_free, require_output
from client.tasks.typed_ids import find_typed_id
from client.tasks.workplace import Workplace, make_private
from prep.errors import MapCopiesError, MapDamagedError, MapNewerError
from prep.pseudonyms import MapJob, PseudonymMap, parse_pseudonym_map, with_earlier_jobs

SCHEMA = 1
SUFFIX = ".gmap"
_KEPT, _EXPORTED = "map", "map-export"
_MAX_FILE_BYTES = 512 * 1024 * 1024


def map_file(workplace: Workplace, map_id: str) -> Path:
    """Where the map of this id is kept."""
    return workplace.folders.maps / f"{map_id}{SUFFIX}"


def keep_map(
    workplace: Workplace,
    pseudonym_map: PseudonymMap,
    file: Path | None = None,
    *,
    instead: bool = False,
    before_name: Callable[[], None] | None = None,
) -> MapFacts:
    """Write a map; into `maps/` unless a `file` is named. Jobs that an earlier state there knows stay in it.

    `instead`: what lies there is replaced whole, whatever it is, in one step. `before_name`: see `private_output`.

    Raises OutputFolderError, and MapCopiesError where what lies there is no earlier state of the same map. Of two
    processes that carry the same file on at the same time, neither can lose what the other wrote: looking and writing
    are one step.
    """
    make_private(workplace.folders.maps)
    if file is None:
        file = map_file(workplace, pseudonym_map.map_id)
    with _writing_maps(workplace):
        if file.exists() and not instead:
            pseudonym_map = with_earlier_jobs(pseudonym_map, load_map(workplace, file))
        sealed = seal_at_rest(workplace.vault_key, _KEPT, pseudonym_map.map_id, pseudonym_map.to_json_bytes())
        _write(file, _KEPT, pseudonym_map.map_id, sealed, force=True, before_name=before_name)
    return MapFacts(pseudonym_map.map_id, len(pseudonym_map.entries), file)


@contextlib.contextmanager
def making_map(workplace: Workplace, file: Path | None, on_wait: Callable[[], None] | None = None) -> Iterator[None]:
    """The time from looking for a map `file` to keeping it. Of two commands that would make the same new one, the
    second waits here until the first has kept it (or ended), and goes on with that one; `on_wait` is called first.

    Nothing is waited for where no file is named, or the map is there.
    """
    with contextlib.ExitStack() as stack:
        if file is not None and not file.exists():
            make_private(workplace.folders.maps)
            # A few lock files for all places: they are never removed.
            bucket = hashlib.sha256(os.fsencode(os.path.realpath(file))).hexdigest()[:2]  # also of a link to itself
            try:
                stack.enter_context(FileLock(workplace.folders.maps / f".new-{bucket}.lock").held(on_wait))
            except OSError:
                raise about(OutputFolderError(), workplace.folders.maps) from None
            if file.exists():
                stack.close()
        yield


@contextlib.contextmanager
def _writing_maps(workplace: Workplace) -> Iterator[None]:
    """One process at a time; the lock lies in the private folder, wherever the map is."""
    lock = FileLock(workplace.folders.maps / ".lock")
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(lock.held())
        except OSError:
            raise about(OutputFolderError(), workplace.folders.maps) from None
        yield


def load_map(workplace: Workplace, file: Path) -> PseudonymMap:
    """Read a kept map. Raises MapUnreadableError, MapNewerError, MapOfOtherVaultError, and what `require_file` raises.

    An export is not read here: it has to be imported first, so that a passphrase is typed once and not for each use.
    """
    require_file(file)
    kind, map_id, sealed = _read(file)
    if kind != _KEPT:
        raise about(MapUnreadableError(), file)
    try:
        plain = open_at_rest(workplace.vault_key, _KEPT, map_id, sealed)
    except AtRestVersionError:
        raise
    except AtRestError:
        raise about(MapOfOtherVaultError(), file) from None
    return _parsed(plain, map_id, file)


def load_map_by_id(workplace: Workplace, map_id: str) -> PseudonymMap:
    """Read the map of a job from `maps/`. Raises NoSuchMapError."""
    file = map_file(workplace, map_id)
    if not re.fullmatch(MAP_ID, map_id) or not file.is_file():
        raise NoSuchMapError
    return load_map(workplace, file)


def list_maps(workplace: Workplace) -> tuple[str, ...]:
    """The ids of the maps kept here."""
    return tuple(sorted(file.stem for file in workplace.folders.maps.glob(f"*{SUFFIX}")))


def map_kept_at(workplace: Workplace, map_id: str) -> datetime:
    """When the map was last written here: for its latest job, or when it was imported."""
    return datetime.fromtimestamp(int(map_file(workplace, map_id).stat().st_mtime), UTC)


def find_map(workplace: Workplace, named: str) -> Path:
    """The file for what a person named: a path, or the id of a kept map, of which the beginning will do.

    Raises NoSuchMapError, ShortenedIdError.
    """
    if os.path.exists(named):  # noqa: PTH110 - a name too long must not raise
        return Path(named)
    map_id = find_typed_id(named, (kept for kept in list_maps(workplace) if re.fullmatch(MAP_ID, kept)))
    if map_id is None:
        raise about(NoSuchMapError(), named)
    return map_file(workplace, map_id)


def export_map(workplace: Workplace, file: Path, out: Path, passphrase: bytes, *, force: bool = False) -> MapFacts:
    """Write a backup of the kept map `file` to `out`, under a passphrase, for another workstation."""
    require_output(out, force=force, sources=(file,))
    pseudonym_map = load_map(workplace, file)
    sealed = seal_with_passphrase(pseudonym_map.to_json_bytes(), passphrase, _export_aad(pseudonym_map.map_id))
    _write(out, _EXPORTED, pseudonym_map.map_id, sealed, force=force)
    workplace.note("map.exported", map=pseudonym_map.map_id, samples=len(pseudonym_map.entries))
    return MapFacts(pseudonym_map.map_id, len(pseudonym_map.entries), out)


class ImportedMap(NamedTuple):
    """What `import_map` left here; `change` says what that did: a new map, more jobs of a known one, or nothing."""

    map: MapFacts
    change: Literal["new", "more", "none"]


def import_map(workplace: Workplace, file: Path, passphrase: bytes, *, force: bool = False) -> ImportedMap:
    """Bring an exported map here: it is kept under `maps/`, under this computer's vault key.

    Of a map that is known here nothing is lost: jobs that only the backup knows are added, and where there are none
    nothing is written. `force` puts the backup in the place of what cannot be read or disagrees with it; without, those
    are MapInTheWayError and MapCopiesError. Raises MapBackupError for a file that is no backup, and MapNewerError.
    """
    require_file(file)
    try:
        kind, map_id, sealed = _read(file)
    except MapUnreadableError:
        raise about(MapBackupError(), file) from None
    if kind != _EXPORTED:
        raise about(MapBackupError(), file)
    kept = map_file(workplace, map_id)
    require_free(kept, force=True, sources=(file,))
    pseudonym_map = _parsed(open_with_passphrase(sealed, passphrase, _export_aad(map_id)), map_id, file)
    is_there = os.path.lexists(kept)
    known = _known_state(workplace, kept, pseudonym_map, force=force) if is_there else None
    if known is not None and _jobs_of(known).issuperset(_jobs_of(pseudonym_map)):
        return ImportedMap(MapFacts(map_id, len(known.entries), kept), "none")
    facts = keep_map(workplace, pseudonym_map, instead=is_there and known is None)
    workplace.note("map.imported", map=map_id, samples=facts.samples)
    return ImportedMap(facts, "new" if known is None else "more")


def _known_state(workplace: Workplace, kept: Path, pseudonym_map: PseudonymMap, *, force: bool) -> PseudonymMap | None:
    """What is kept, where it is another state of this map; None where the backup is to be put in its place."""
    try:
        known = load_map(workplace, kept)
        with_earlier_jobs(pseudonym_map, known)
    except (MapUnreadableError, MapOfOtherVaultError, MapDamagedError):
        if not force:
            raise about(MapInTheWayError(), kept) from None
        return None
    except MapCopiesError as error:
        if not force:
            raise about(error, kept) from None
        return None
    return known


def _jobs_of(pseudonym_map: PseudonymMap) -> set[MapJob]:
    return {pseudonym_map.latest_job, *pseudonym_map.jobs}


def _export_aad(map_id: str) -> bytes:
    return b"genoseal map export 1 " + map_id.encode("ascii")


def _parsed(plain: bytes, map_id: str, file: Path) -> PseudonymMap:
    pseudonym_map = parse_pseudonym_map(plain)
    if pseudonym_map.map_id != map_id:
        raise about(MapUnreadableError(), file)
    return pseudonym_map


def _write(
    file: Path,
    kind: str,
    map_id: str,
    sealed: bytes,
    *,
    force: bool,
    before_name: Callable[[], None] | None = None,
) -> None:
    document = {"schema": SCHEMA, "kind": kind, "id": map_id, "sealed": base64.b64encode(sealed).decode("ascii")}
    with swept_output(file, force=force, before_name=before_name) as sink:
        sink.write(json.dumps(document).encode("ascii") + b"\n")


def _read(file: Path) -> tuple[str, str, bytes]:
    try:
        with file.open("rb") as stream:
            document: Any = json.loads(stream.read(_MAX_FILE_BYTES))
        schema, kind, map_id = document["schema"], document["kind"], document["id"]
        if type(schema) is int and schema > SCHEMA:
            raise MapNewerError(schema=schema)
        sealed = base64.b64decode(document["sealed"], validate=True)
        if schema != SCHEMA or kind not in (_KEPT, _EXPORTED) or not re.fullmatch(MAP_ID, map_id):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        raise about(MapUnreadableError(), file) from None
    return kind, map_id, sealed

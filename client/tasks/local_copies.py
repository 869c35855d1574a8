"""Local copies and how long they are kept: prepared files lie where the user wanted them, and are to go again.

`prepare` writes down, encrypted, where it put what and until when the policy (or the profile, whichever is shorter)
lets it stay. `tidy` removes what is due: only files that still are, byte for byte, what was written then. Nothing is
removed without being asked for, and never a file that was changed or made by anybody else.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from client.model.clock import format_time, parse_time
from client.seal.at_rest import open_at_rest, seal_at_rest
from client.seal.errors import AtRestError
from client.seal.private_output import private_output
from client.tasks.profile import installed_profile
from client.tasks.workplace import Workplace, make_private

_PURPOSE = "prepared"
_SUFFIX = ".sealed"
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True)
class LocalCopy:
    """What one preparation left in one folder. `files` are SHA-256 by name; `made_folder`: the folder is ours too."""

    note_id: str
    folder: Path = field(repr=False)
    files: Mapping[str, str]
    made_at: datetime
    keep_until: datetime
    made_folder: bool = False

    def present(self) -> tuple[Path, ...]:
        """Those of its files that still are what was written."""
        places = (self.folder / name for name in self.files)
        return tuple(place for place in places if _sha256_of(place) == self.files[place.name])


def keep_days(workplace: Workplace, policy_days: int) -> int:
    """For how many days local copies may stay: the policy's word or the profile's, whichever is less."""
    installed = installed_profile(workplace)
    return policy_days if installed is None else min(policy_days, installed.profile.retention.local_days)


def note_copy(
    workplace: Workplace, folder: Path, files: Mapping[str, str], days: int, *, made_folder: bool = False
) -> LocalCopy:
    """Write down what is about to get its name in `folder` (SHA-256 by name), and until when it may stay.

    Before the files have their names: on a full disk no copy may stand that nobody knows to remove. `forget_copy`
    where they do not get them. `made_folder`: the folder was made for them.
    """
    now = workplace.clock()
    place, note_id = folder.absolute(), secrets.token_hex(8)
    # A folder that an earlier preparation made for itself stays one to remove.
    made_folder = made_folder or any(copy.made_folder and copy.folder == place for copy in _noted(workplace))
    copy = LocalCopy(note_id, place, dict(files), now, now + timedelta(days=days), made_folder)
    document = {
        "folder": str(place),
        "files": copy.files,
        "made_at": format_time(copy.made_at),
        "keep_until": format_time(copy.keep_until),
        "made_folder": made_folder,
    }
    sealed = seal_at_rest(workplace.vault_key, _PURPOSE, note_id, json.dumps(document).encode())
    make_private(_notes(workplace))
    with private_output(_note_file(workplace, note_id)) as sink:
        sink.write(sealed)
    return copy


def forget_copy(workplace: Workplace, copy: LocalCopy) -> None:
    """Take a note back whose files did not come to stand."""
    with contextlib.suppress(OSError):  # a note of files that are not there asks for nothing
        _note_file(workplace, copy.note_id).unlink(missing_ok=True)


def copies_due(workplace: Workplace) -> tuple[LocalCopy, ...]:
    """The copies whose time is over and of which something is still there, the oldest first."""
    now = workplace.clock()
    due = [copy for copy in _copies(workplace) if copy.keep_until <= now and copy.present()]
    return tuple(sorted(due, key=lambda copy: copy.keep_until))


def remove_copies(workplace: Workplace, copies: Iterable[LocalCopy]) -> int:
    """Remove what is left of `copies` and the notes of them; how many files went.

    A file that cannot be removed now, as on Windows one that another program has open, stays noted and due.
    """
    removed = 0
    for copy in copies:
        present = copy.present()
        gone = sum(map(_has_removed, present))
        removed += gone
        if gone < len(present):
            continue
        _note_file(workplace, copy.note_id).unlink(missing_ok=True)
        if copy.made_folder:
            with contextlib.suppress(OSError):  # not empty: the user keeps other things there
                copy.folder.rmdir()
    if removed:
        workplace.note("local.removed", files=removed)
    return removed


def _copies(workplace: Workplace) -> tuple[LocalCopy, ...]:
    """All that are noted, the latest first. What a later one wrote under a name is no earlier one's any more."""
    taken: set[Path] = set()
    copies = []
    for copy in sorted(_noted(workplace), key=lambda copy: (copy.made_at, copy.keep_until), reverse=True):
        files = {name: digest for name, digest in copy.files.items() if copy.folder / name not in taken}
        taken.update(copy.folder / name for name in files)
        copies.append(replace(copy, files=files))
    return tuple(copies)


def _noted(workplace: Workplace) -> Iterator[LocalCopy]:
    for file in sorted(_notes(workplace).glob(f"*{_SUFFIX}")):
        try:
            plain = open_at_rest(workplace.vault_key, _PURPOSE, file.stem, file.read_bytes())
            value: Any = json.loads(plain)
        except (OSError, AtRestError, ValueError):
            continue  # of another vault: not ours to judge
        yield LocalCopy(
            file.stem,
            Path(value["folder"]),
            dict(value["files"]),
            parse_time(value["made_at"]),
            parse_time(value["keep_until"]),
            bool(value.get("made_folder")),  # not in notes of earlier versions
        )


def _notes(workplace: Workplace) -> Path:
    return workplace.folders.home / "prepared"


def _note_file(workplace: Workplace, note_id: str) -> Path:
    return _notes(workplace) / f"{note_id}{_SUFFIX}"


def _has_removed(file: Path) -> bool:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _sha256_of(file: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while piece := stream.read(_PIECE_BYTES):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()

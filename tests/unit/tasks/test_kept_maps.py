"""Maps rest encrypted, travel only under a passphrase, and a foreign one is told apart from a damaged one."""

from __future__ import annotations

import errno
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from client.model.shortened_ids import ShortenedIdError
from client.seal.errors import DiskFullError, WrongPassphraseError
from client.secrets.errors import NoSecretStoreError
from client.tasks.errors import (
    MapBackupError,
    MapInTheWayError,
    MapOfOtherVaultError,
    MapUnreadableError,
    NoSuchMapError,
    OutputExistsError,
)
from client.tasks.maps import export_map, find_map, import_map, keep_map, list_maps, load_map, load_map_by_id
from prep.errors import MapCopiesError, MapNewerError
from prep.pseudonyms import PseudonymMap, build_pseudonym_map
from tests.support.places import make_workplace

NAMES = ("Karen_Jespersen_19600522", "650250-6228", "MRN96821899")


@pytest.fixture(scope="module")
def pseudonym_map() -> PseudonymMap:
    return build_pseudonym_map(NAMES, origin="https://service.example", project="default")


def test_a_kept_map_reads_back_and_no_name_is_on_the_disk(tmp_path: Path, pseudonym_map: PseudonymMap) -> None:
    with make_workplace(tmp_path / "home") as workplace:
        facts = keep_map(workplace, pseudonym_map)
        assert load_map(workplace, facts.file) == pseudonym_map
        assert load_map_by_id(workplace, facts.map_id) == pseudonym_map
        assert find_map(workplace, facts.map_id) == facts.file
        assert list_maps(workplace) == (facts.map_id,)
    assert stat.S_IMODE(facts.file.stat().st_mode) == 0o600
    for file in (tmp_path / "home").rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not any(name.encode() in data or name in str(file) for name in NAMES)


def test_the_beginning_of_an_id_names_one_kept_map_or_is_refused(tmp_path: Path, pseudonym_map: PseudonymMap) -> None:
    first = replace(pseudonym_map, map_id="ab12cd340000")
    second = replace(pseudonym_map, map_id="ab12ff560000")
    with make_workplace(tmp_path / "home") as workplace:
        kept = keep_map(workplace, first).file
        assert find_map(workplace, "a") == kept
        keep_map(workplace, second)
        assert find_map(workplace, "ab12c") == kept
        with pytest.raises(ShortenedIdError) as several:
            find_map(workplace, "ab12")
        assert several.value.facts == {"matches": 2, "candidates": "ab12cd34, ab12ff56"}
        for unknown in ("b", "ab12cd3400001", "../maps/ab12cd340000"):
            with pytest.raises(NoSuchMapError):
                find_map(workplace, unknown)


def test_an_export_opens_on_another_computer_under_its_passphrase_only(
    tmp_path: Path, pseudonym_map: PseudonymMap
) -> None:
    export = tmp_path / "backup"
    with make_workplace(tmp_path / "one") as one:
        file = keep_map(one, pseudonym_map).file
        export_map(one, file, export, b"backup passphrase")
        with pytest.raises(OutputExistsError):
            export_map(one, file, export, b"backup passphrase")
    with make_workplace(tmp_path / "two", passphrase=b"another vault") as two:
        with pytest.raises(MapOfOtherVaultError):
            load_map(two, file)
        with pytest.raises(MapUnreadableError):
            load_map(two, export)
        with pytest.raises(WrongPassphraseError):
            import_map(two, export, b"wrong")
        assert list_maps(two) == ()
        imported = import_map(two, export, b"backup passphrase")
        assert imported.change == "new"
        assert load_map(two, imported.map.file) == pseudonym_map


def test_a_map_that_is_here_already_is_no_mistake_and_only_what_is_new_is_added(
    tmp_path: Path, pseudonym_map: PseudonymMap
) -> None:
    later = replace(pseudonym_map, column_order=pseudonym_map.column_order[::-1], jobs=(pseudonym_map.latest_job,))
    with make_workplace(tmp_path / "one") as one:
        for name, state in (("early", pseudonym_map), ("late", later)):
            export_map(one, keep_map(one, state).file, tmp_path / name, b"p")
    with make_workplace(tmp_path / "two", passphrase=b"another vault") as two:
        kept = import_map(two, tmp_path / "early", b"p").map.file
        before = kept.read_bytes()
        assert import_map(two, tmp_path / "early", b"p").change == "none"
        assert kept.read_bytes() == before
        assert import_map(two, tmp_path / "late", b"p").change == "more"
        assert load_map(two, kept) == later
        assert import_map(two, tmp_path / "early", b"p", force=True).change == "none"
        assert load_map(two, kept) == later


def test_what_is_no_backup_is_not_brought_here_and_called_that(tmp_path: Path, pseudonym_map: PseudonymMap) -> None:
    with make_workplace(tmp_path / "one") as one:
        kept = keep_map(one, pseudonym_map).file
        (tmp_path / "other").write_bytes(b"##fileformat=VCFv4.2\n")
        for file in (kept, tmp_path / "other"):
            with pytest.raises(MapBackupError):
                import_map(one, file, b"p")


def test_a_map_that_disagrees_or_cannot_be_read_is_replaced_only_by_force(
    tmp_path: Path, pseudonym_map: PseudonymMap
) -> None:
    names, pseudonyms = zip(*pseudonym_map.entries, strict=True)
    swapped = tuple(zip(names, pseudonyms[::-1], strict=True))
    with make_workplace(tmp_path / "one") as one:
        kept = keep_map(one, pseudonym_map).file
        export_map(one, kept, tmp_path / "backup", b"p")
        keep_map(one, replace(pseudonym_map, entries=swapped), instead=True)
        with pytest.raises(MapCopiesError):
            import_map(one, tmp_path / "backup", b"p")
        kept.write_bytes(b"damaged")
        with pytest.raises(MapInTheWayError):
            import_map(one, tmp_path / "backup", b"p")
        assert kept.read_bytes() == b"damaged"
        assert import_map(one, tmp_path / "backup", b"p", force=True).change == "new"


def test_a_backup_put_in_the_place_of_a_damaged_map_replaces_it_in_one_step(
    tmp_path: Path, pseudonym_map: PseudonymMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    with make_workplace(tmp_path / "one") as one:
        kept = keep_map(one, pseudonym_map).file
        export_map(one, kept, tmp_path / "backup", b"p")
        kept.write_bytes(b"damaged")

        def fail(descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "full")

        with monkeypatch.context() as full:
            full.setattr(os, "fsync", fail)
            with pytest.raises(DiskFullError):
                import_map(one, tmp_path / "backup", b"p", force=True)
        assert kept.read_bytes() == b"damaged"
        import_map(one, tmp_path / "backup", b"p", force=True)
        assert load_map(one, kept) == pseudonym_map


def test_an_export_renamed_to_another_id_does_not_open(tmp_path: Path, pseudonym_map: PseudonymMap) -> None:
    with make_workplace(tmp_path / "one") as one:
        export_map(one, keep_map(one, pseudonym_map).file, tmp_path / "backup", b"p")
        document = json.loads((tmp_path / "backup").read_bytes())
        document["id"] = "0123456789abcdef"
        (tmp_path / "backup").write_text(json.dumps(document))
        with pytest.raises(WrongPassphraseError):
            import_map(one, tmp_path / "backup", b"p")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", MapUnreadableError),
        (b"\xff\xfe", MapUnreadableError),
        (b"[" * 100_000, MapUnreadableError),
        (b'{"schema": 1, "kind": "map", "id": "../../etc", "sealed": ""}', MapUnreadableError),
        (b'{"schema": 1, "kind": "map", "id": "abcd1234", "sealed": "!"}', MapUnreadableError),
        (b'{"schema": 1, "kind": "map", "id": 7, "sealed": ""}', MapUnreadableError),
        (b'{"schema": 1, "kind": "map", "id": "abcd1234"}', MapUnreadableError),
        (b'{"schema": 2, "kind": "map", "id": "abcd1234", "sealed": ""}', MapNewerError),
        (b'{"schema": 1, "kind": "map", "id": "abcd1234", "sealed": ""}', MapOfOtherVaultError),
    ],
)
def test_what_is_no_map_is_refused(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    (tmp_path / "x.gmap").write_bytes(content)
    with make_workplace(tmp_path / "home") as workplace, pytest.raises(error):
        load_map(workplace, tmp_path / "x.gmap")


def test_without_a_place_for_secrets_nothing_is_kept(tmp_path: Path, pseudonym_map: PseudonymMap) -> None:
    with make_workplace(tmp_path / "home", passphrase=None) as workplace:
        with pytest.raises(NoSecretStoreError):
            keep_map(workplace, pseudonym_map)
        assert list_maps(workplace) == ()
        with pytest.raises(NoSuchMapError):
            find_map(workplace, "abcd1234")

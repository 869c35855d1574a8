"""Every event of the activity log's list is written somewhere, and what people do leaves its line."""

from __future__ import annotations

import ast
import errno
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from client.account.errors import CodeRejectedError
from client.audit import facts
from client.audit.facts import EVENTS
from client.tasks import account, activity, bundle, keys, sealing
from client.tasks.errors import MapUnreadableError
from client.tasks.facts import PrepareChoices
from client.tasks.inspection import inspect_files
from client.tasks.maps import list_maps, load_map_by_id, map_file
from client.tasks.person import find_person
from client.tasks.preparation import prepare_files
from client.tasks.workplace import Workplace, open_workplace
from prep.errors import PrepError
from tests.conftest import REPOSITORY
from ui.desktop.activity_words import event_words
from ui.terminal.demo_cohort import write_demo_cohort

_OWN_NAMES = {name: value for name, value in vars(facts).items() if name.endswith("_EVENT")}


def _words_of(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Name) and node.id in _OWN_NAMES:
            yield _OWN_NAMES[node.id]


def test_each_event_of_the_list_has_a_place_that_writes_it_and_words_of_its_own() -> None:
    places = [*(REPOSITORY / "client").rglob("*.py"), *(REPOSITORY / "ui" / "desktop" / "workbench").rglob("*.py")]
    written = {word for file in places if file.name != "facts.py" for word in _words_of(file)}
    assert EVENTS - written == set()
    assert {event for event in EVENTS if event_words(event) == event} == set()


def _lines_of(file: Path) -> Iterator[tuple[ast.expr, list[str]]]:
    """Of each call that writes a line: the event, and the facts that are named there."""
    text = file.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text if ".note" in text else "")):
        if isinstance(node, ast.Call):
            callees = [node.func, *node.args[:1]]  # partial(workplace.note, event)
            for place, callee in enumerate(callees):
                if isinstance(callee, ast.Attribute) and callee.attr in ("note", "note_where_kept"):
                    yield node.args[place], [keyword.arg for keyword in node.keywords if keyword.arg]


def test_each_line_that_is_written_is_on_the_closed_lists() -> None:
    """One that is not ends the work in a mistake of the program, when the work is already done."""
    found = [line for file in (REPOSITORY / "client").rglob("*.py") for line in _lines_of(file)]
    assert len(found) > 25
    written = {event.value for event, _ in found if isinstance(event, ast.Constant)}
    assert written <= EVENTS
    assert {fact for _, names in found for fact in names} <= {*facts.NUMBERS, *facts.TEXT_FORMS}


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "home", allow_memory=True, use_keyring=False) as opened:
        yield opened


def _events(workplace: Workplace) -> list[str]:
    return [line.event for line in activity.show_activity(workplace) if line is not None]


def _last(workplace: Workplace) -> tuple[str, dict[str, Any]]:
    line = activity.show_activity(workplace)[-1]
    assert line is not None
    return line.event, dict(line.facts)


def test_what_happens_to_files_and_keys_is_written_once_a_log_is_kept(workplace: Workplace, tmp_path: Path) -> None:
    file = write_demo_cohort(tmp_path, samples=22, sites=30).files[0]
    inspect_files(workplace, [file])
    keys.new_keys(workplace, tmp_path / "before")
    assert not workplace.folders.audit_log.exists()
    prepare_files(workplace, [file], tmp_path / "out")
    inspect_files(workplace, [file])
    assert _last(workplace) == ("files.inspected", {"files": 1, "blocking": 0})

    made = keys.new_keys(workplace, tmp_path / "keys")
    assert _last(workplace) == ("keys.made", {"kem": "x-wing", "fingerprint": made.fingerprint})
    sealed = sealing.seal(workplace, file, [tmp_path / "keys" / "public.pem"], tmp_path / "x.gseal")
    assert _last(workplace) == (
        "files.sealed",
        {"sealed_sha256": sealed.sealed_sha256, "sealed_bytes": sealed.bytes, "recipients": 1},
    )
    opened = sealing.open_sealed(workplace, tmp_path / "x.gseal", tmp_path / "keys" / "private.pem", tmp_path / "x")
    assert _last(workplace) == ("files.opened", {"sha256": opened.sha256, "bytes": opened.bytes})

    bundle.save_bundle(workplace, "{}", tmp_path / "bundle.json")
    assert _last(workplace) == ("doctor.bundled", {"bytes": 3})
    lines = len(_events(workplace))
    assert activity.verify_activity(workplace).lines == lines
    assert _last(workplace) == ("log.verified", {"lines": lines})
    activity.require_intact(activity.verify_activity(workplace))
    told = workplace.folders.audit_log.read_text()
    assert file.name not in told
    assert str(tmp_path) not in told


def test_files_that_are_refused_leave_their_code_and_nothing_else(workplace: Workplace, tmp_path: Path) -> None:
    file = write_demo_cohort(tmp_path, samples=22, sites=30).files[0]
    prepare_files(workplace, [file], tmp_path / "out")
    damaged = tmp_path / "ANNA-HOLM.vcf"
    damaged.write_text("##fileformat=VCFv4.2\nno header line\n")
    with pytest.raises(PrepError) as refused:
        prepare_files(workplace, [damaged], tmp_path / "refused", PrepareChoices(build="hg19"))
    refusals = [line for line in activity.show_activity(workplace) if line and line.event == "files.refused"]
    assert [dict(line.facts) for line in refusals] == [{"code": refused.value.code}]
    assert "HOLM" not in workplace.folders.audit_log.read_text()


def test_prepared_files_never_stand_without_their_line(
    workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, out = write_demo_cohort(tmp_path, samples=22, sites=30).files[0], tmp_path / "out"
    prepare_files(workplace, [file], tmp_path / "earlier")
    out.mkdir()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("client.tasks.folder_outputs.FolderOutputs.publish", crash)
        with pytest.raises(KeyboardInterrupt):
            prepare_files(workplace, [file], out)
    assert _events(workplace).count("files.prepared") == 2
    assert list(out.iterdir()) == []

    def full_disk(event: str, **_: object) -> None:
        if event == "files.prepared":
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(workplace, "note", full_disk)
    with pytest.raises(OSError, match="full"):
        prepare_files(workplace, [file], out)
    assert list(out.iterdir()) == []


class _Account:
    """An account whose idle time is over, and one right code."""

    def __init__(self) -> None:
        self.tokens = SimpleNamespace(is_locked=False)

    def lock_when_idle(self) -> bool:
        self.tokens.is_locked = True
        return True

    def unlock(self, code: str) -> None:
        if code != "123456":
            raise CodeRejectedError
        self.tokens.is_locked = False


def test_locking_is_written_once_and_unlocking_and_a_wrong_code_too(workplace: Workplace) -> None:
    idle: Any = _Account()
    for _ in range(3):
        assert account.lock_when_idle(workplace, idle)
    with pytest.raises(CodeRejectedError):
        account.unlock(workplace, idle, "000000")
    account.unlock(workplace, idle, "123456")
    assert _events(workplace) == ["account.locked", "account.refused", "account.unlocked"]


def test_a_person_is_found_in_each_map_and_the_log_does_not_say_who(workplace: Workplace, tmp_path: Path) -> None:
    cohort = write_demo_cohort(tmp_path, samples=22, sites=30)
    name = cohort.sample_ids[3]
    for out in ("first", "second"):
        prepare_files(workplace, [cohort.files[0]], tmp_path / out)
    found = find_person(workplace, name)
    assert (found.maps, found.unreadable) == (2, 0)
    for place in found.places:
        kept = load_map_by_id(workplace, place.map_id)
        assert (dict(kept.entries)[name], 1) == (place.pseudonym, place.jobs)
        assert place.pseudonym not in repr(found)
    assert len({place.pseudonym for place in found.places}) == 2
    only = find_person(workplace, name, [map_file(workplace, found.places[0].map_id)])
    assert (only.places, only.maps) == (found.places[:1], 1)
    assert find_person(workplace, name.lower() + "?").places == ()
    assert _last(workplace) == ("person.looked_up", {"maps": 2, "found_count": 0})
    map_file(workplace, found.places[0].map_id).write_bytes(b"not a map")
    assert (find_person(workplace, name).maps, find_person(workplace, name).unreadable) == (1, 1)
    # Of a map that was named, "not found" would be an answer that nobody gave.
    with pytest.raises(MapUnreadableError):
        find_person(workplace, name, [map_file(workplace, map_id) for map_id in list_maps(workplace)])
    assert name not in workplace.folders.audit_log.read_text()

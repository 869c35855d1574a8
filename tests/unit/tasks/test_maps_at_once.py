"""Two commands that carry one map on at the same moment, and two results of one name: nothing is lost or replaced."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import client.tasks.maps
from client.tasks.errors import OutputTwiceError
from client.tasks.facts import MapFacts
from client.tasks.maps import keep_map, load_map, making_map
from client.tasks.restoration import restore_files
from prep.errors import MapCopiesError
from prep.pseudonyms import PseudonymMap, build_pseudonym_map
from tests.support.places import make_workplace

ORIGIN = "https://service.example"


def new_map(*names: str, existing: PseudonymMap | None = None) -> PseudonymMap:
    return build_pseudonym_map(names, origin=ORIGIN, project="default", existing=existing)


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> threading.Barrier:
    """Makes whoever is about to write wait for the other, as long as the other can come at all."""
    barrier = threading.Barrier(2)
    write = client.tasks.maps._write

    def write_together(*arguments: Any, **named: Any) -> None:
        # Broken where the other is kept out, as it should be.
        with contextlib.suppress(threading.BrokenBarrierError):
            barrier.wait(0.5)
        write(*arguments, **named)

    monkeypatch.setattr(client.tasks.maps, "_write", write_together)
    return barrier


def both(home: Path, file: Path, *maps: PseudonymMap) -> list[MapFacts | MapCopiesError]:
    def keep(pseudonym_map: PseudonymMap) -> MapFacts | MapCopiesError:
        with make_workplace(home) as workplace:
            try:
                return keep_map(workplace, pseudonym_map, file)
            except MapCopiesError as error:
                return error

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(keep, maps))


def test_of_two_new_maps_for_one_file_one_is_kept_and_the_other_refused(tmp_path: Path, met: threading.Barrier) -> None:
    with make_workplace(tmp_path / "home") as workplace:
        workplace.vault_key  # noqa: B018 - made before the two meet
        maps = (new_map("Anna", "Bert"), new_map("Carl", "Dora"))
        done = both(tmp_path / "home", tmp_path / "mine.gmap", *maps)
        (kept,) = (facts for facts in done if isinstance(facts, MapFacts))
        assert sum(isinstance(error, MapCopiesError) for error in done) == 1
        assert load_map(workplace, kept.file) == next(m for m in maps if m.map_id == kept.map_id)


def test_a_second_command_waits_for_the_new_map_of_the_first_and_goes_on_with_it(tmp_path: Path) -> None:
    file, order = tmp_path / "mine.gmap", list[str]()
    first_looks, second_waits = threading.Event(), threading.Event()

    def first() -> None:
        with make_workplace(tmp_path / "home") as workplace, making_map(workplace, file):
            first_looks.set()
            assert second_waits.wait(30)
            keep_map(workplace, new_map("Anna", "Bert"), file)
            order.append("kept")

    def second() -> PseudonymMap:
        with make_workplace(tmp_path / "home") as workplace:
            assert first_looks.wait(30)
            with making_map(workplace, file, second_waits.set):
                order.append("goes on")
                return load_map(workplace, file)

    with make_workplace(tmp_path / "home") as workplace:
        workplace.vault_key  # noqa: B018 - made before the two meet
    with ThreadPoolExecutor(2) as pool:
        made, found = pool.submit(first), pool.submit(second)
        made.result()
        assert found.result().sample_ids == ("Anna", "Bert")
    assert order == ["kept", "goes on"]


def test_a_command_that_ends_without_a_map_lets_the_next_one_make_it(tmp_path: Path) -> None:
    file = tmp_path / "mine.gmap"
    with make_workplace(tmp_path / "home") as workplace:
        with pytest.raises(ValueError, match="stopped"), making_map(workplace, file):
            raise ValueError("stopped")
        with making_map(workplace, file):
            keep_map(workplace, new_map("Anna"), file)
        nobody_waits = pytest.fail
        with making_map(workplace, file, nobody_waits), making_map(workplace, file, nobody_waits):
            assert load_map(workplace, file).sample_ids == ("Anna",)


def test_two_jobs_that_carry_one_map_on_both_stay_in_it(tmp_path: Path, met: threading.Barrier) -> None:
    with make_workplace(tmp_path / "home") as workplace:
        file = tmp_path / "mine.gmap"
        first = new_map("Anna", "Bert", "Carl")
        met.abort()
        keep_map(workplace, first, file)
        met.reset()
        fewer = (new_map("Anna", existing=first), new_map("Bert", "Carl", existing=first))
        done = both(tmp_path / "home", file, *fewer)
        assert all(isinstance(facts, MapFacts) for facts in done)
        jobs = load_map(workplace, file)
        sizes = sorted(len(job.entries) for job in (jobs.latest_job, *jobs.jobs))
        assert sizes == [1, 2, 3]


@pytest.mark.parametrize(
    "rename", [str, str.upper, lambda name: name.replace(".vcf.gz", ".bcf")], ids=["same", "case", "bcf"]
)
def test_two_results_of_one_name_are_refused_before_anything_is_written(
    tmp_path: Path, rename: Callable[[str], str]
) -> None:
    files = (tmp_path / "a" / "chr20.vcf.gz", tmp_path / "b" / rename("chr20.vcf.gz"))
    for file in files:
        file.parent.mkdir()
        file.write_bytes(b"not read")
    out = tmp_path / "out"
    out.mkdir()
    (out / "chr20.vcf.gz").write_bytes(b"here before")
    with make_workplace(tmp_path / "home") as workplace:
        kept = keep_map(workplace, new_map("Anna"))
        with pytest.raises(OutputTwiceError) as refused:
            restore_files(workplace, files, kept.file, out, force=True)
    assert refused.value.exit_code == 2
    assert [(path.name, path.read_bytes()) for path in out.iterdir()] == [("chr20.vcf.gz", b"here before")]


def test_a_map_named_by_a_link_to_itself_is_one_that_is_not_there(tmp_path: Path) -> None:
    link = tmp_path / "job.gmap"
    link.symlink_to(link.name)
    with make_workplace(tmp_path / "home") as workplace, making_map(workplace, link):
        keep_map(workplace, new_map("ANNA"), link)
        assert load_map(workplace, link).sample_ids == ("ANNA",)

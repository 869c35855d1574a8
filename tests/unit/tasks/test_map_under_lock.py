"""A map that is gone on with keeps the kind of its ids, and is refused where a locked policy wants a stricter one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.model.profile import PolicyChoice
from client.tasks.errors import subject_of
from client.tasks.facts import PrepareChoices
from client.tasks.job_start import JobStart, keep_job_map, start_job
from client.tasks.policies import choose_rules
from client.tasks.workplace import Workplace
from prep.errors import MapSchemeError
from tests.support.places import make_workplace
from tests.support.prep_files import POLICIES, record, vcf
from tests.support.profiles import make_profile

IMPUTATION = (POLICIES / "imputation.toml").read_text()
PEOPLE = ("KAREN", "LIS", "MONA")
Start = Callable[[tuple[str, ...], str, str | None], JobStart]


def with_ids(ids: str) -> str:
    return IMPUTATION.replace('ids = "random"', f'ids = "{ids}"')


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path) as opened:
        yield opened


@pytest.fixture
def start(workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Begins a job of these people with a map, under ids of the user's choice and of a lock's."""

    def run(people: tuple[str, ...], ids: str, lock: str | None) -> JobStart:
        (tmp_path / "cohort.vcf").write_bytes(vcf([record(5, *("0/1" for _ in people))], people))
        (tmp_path / "chosen.toml").write_text(with_ids(ids))

        class Installed:
            profile = make_profile(policy=PolicyChoice("imputation", lock is not None, with_ids(lock or ids)))

        monkeypatch.setattr("client.tasks.policies.installed_profile", lambda _: Installed)
        choices = PrepareChoices(policy=str(tmp_path / "chosen.toml"), map_file=tmp_path / "study.gmap")
        made = start_job(workplace, [tmp_path / "cohort.vcf"], choose_rules(workplace, choices), choices)
        keep_job_map(workplace, made)
        return made

    return run


@pytest.mark.parametrize(("ids", "lock"), [("sequential", "random"), ("hmac", "random"), ("sequential", "hmac")])
def test_a_lock_refuses_a_map_of_looser_ids(start: Start, tmp_path: Path, ids: str, lock: str) -> None:
    start(PEOPLE, ids, None)
    before = (tmp_path / "study.gmap").read_bytes()
    with pytest.raises(MapSchemeError) as refused:
        start(PEOPLE, lock, lock)
    assert subject_of(refused.value) == str(tmp_path / "study.gmap")
    assert (tmp_path / "study.gmap").read_bytes() == before


@pytest.mark.parametrize(
    ("ids", "lock"), [("random", "sequential"), ("random", "random"), ("sequential", "sequential")]
)
def test_one_of_ids_as_strict_goes_on_under_it(start: Start, ids: str, lock: str) -> None:
    first = start(PEOPLE, ids, None).pseudonym_map
    assert start(PEOPLE, lock, lock).pseudonym_map.output_pseudonyms == first.output_pseudonyms


@pytest.mark.parametrize("ids", ["sequential", "hmac", "random"])
@pytest.mark.parametrize("then", ["sequential", "hmac", "random"])
def test_without_a_lock_a_map_goes_on_with_the_kind_of_ids_it_has(start: Start, ids: str, then: str) -> None:
    first = start(PEOPLE, ids, None).pseudonym_map
    more = start((*PEOPLE, "NORA"), then, None).pseudonym_map
    assert more.scheme == ids
    assert set(first.entries) < set(more.entries)
    assert len({len(pseudonym) for _, pseudonym in more.entries}) == 1

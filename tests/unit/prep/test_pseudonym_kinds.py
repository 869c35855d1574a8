"""The three kinds of pseudonyms: drawn, made with a project's key, counted."""

from __future__ import annotations

import json

import pytest

from prep.errors import MapNewerError, UsageError
from prep.pseudonyms import MAP_SCHEMA, IdScheme, PseudonymMap, build_pseudonym_map, parse_pseudonym_map

NAMES = ("Anna", "Bert", "Carl")
KEY = b"k" * 32


def made(
    *names: str, scheme: IdScheme = "hmac", origin: str = "o", project: str = "p", key: bytes | None = KEY
) -> PseudonymMap:
    return build_pseudonym_map(names or NAMES, origin=origin, project=project, scheme=scheme, project_key=key)


def ids(pseudonym_map: PseudonymMap) -> dict[str, str]:
    return dict(pseudonym_map.entries)


def test_keyed_ids_of_a_person_are_the_same_in_every_map_of_one_recipient_project_and_key() -> None:
    first, later = made(), made("Dora", "Carl", "Anna")
    assert first.map_id != later.map_id
    assert [ids(later)[name] for name in ("Anna", "Carl")] == [ids(first)[name] for name in ("Anna", "Carl")]
    others = (made(origin="x"), made(project="x"), made(key=b"j" * 32), made(scheme="random"), made(scheme="random"))
    every = [pseudonym for one in (first, *others) for pseudonym in ids(one).values()]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("key", [None, b"", b"k" * 15])
def test_keyed_ids_want_a_key_of_sixteen_bytes(key: bytes | None) -> None:
    with pytest.raises(UsageError):
        made(key=key)
    assert made(key=b"k" * 16)


def test_counted_ids_are_counted_in_another_order_than_the_names() -> None:
    names = [f"Somebody{chr(65 + number // 26)}{chr(65 + number % 26)}" for number in range(200)]
    drawn = made(*names, scheme="sequential", key=None)
    numbers = [int(pseudonym.removeprefix(drawn.tag)) for _, pseudonym in drawn.entries]
    assert sorted(numbers) == list(range(1, 201))
    assert numbers != sorted(numbers)


def test_a_map_of_a_newer_program_is_called_that() -> None:
    document = json.loads(made().to_json_bytes()) | {"schema": MAP_SCHEMA + 1}
    with pytest.raises(MapNewerError) as refused:
        parse_pseudonym_map(json.dumps(document).encode())
    assert refused.value.facts["schema"] == MAP_SCHEMA + 1

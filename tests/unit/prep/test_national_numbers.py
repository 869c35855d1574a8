"""Own rules for numbers in text say what python-stdnum says of the same numbers."""

from __future__ import annotations

import random
from importlib import import_module

import pytest

from prep.national_numbers import _TEXT_CHECKS

_MARKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def hetu(rng: random.Random) -> str:
    day, number = (
        f"{rng.randrange(33):02d}{rng.randrange(14):02d}{rng.randrange(100):02d}",
        f"{rng.randrange(1000):03d}",
    )
    mark = _MARKS[int(day + number) % 31] if rng.random() < 0.8 else rng.choice(_MARKS)
    return day + rng.choice("-+ABCDEFUVWXY") + number + mark


def nhs(rng: random.Random) -> str:
    digits = "".join(rng.choices("0123456789", k=10))
    return rng.choice(" -").join((digits[:3], digits[3:6], digits[6:]))


def ssn(rng: random.Random) -> str:
    area = rng.choice(("000", "666", "900", f"{rng.randrange(1000):03d}", f"{rng.randrange(1000):03d}"))
    serial = rng.choice(("0000", f"{rng.randrange(10_000):04d}"))
    return rng.choice((f"{area}-{rng.randrange(6):02d}-{serial}", "078-05-1120", "457-55-5462", "219-09-9999"))


_MAKERS = {"hetu": hetu, "nhs": nhs, "ssn": ssn}


@pytest.mark.parametrize(
    ("kind", "module"), [("hetu", "stdnum.fi.hetu"), ("nhs", "stdnum.gb.nhs"), ("ssn", "stdnum.us.ssn")]
)
def test_own_rules_agree_with_the_library(kind: str, module: str) -> None:
    rng, is_valid = random.Random(kind), import_module(module).is_valid
    answers = []
    for _ in range(4000):
        number = _MAKERS[kind](rng)
        answers.append(_TEXT_CHECKS[kind](number))
        assert answers[-1] == is_valid(number), number
    assert min(answers.count(True), answers.count(False)) > 100

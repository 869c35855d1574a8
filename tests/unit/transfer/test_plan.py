"""A plan that was kept by an earlier version means what it meant then; one of a later version is not guessed at."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from client.transfer.plan import parse_plan
from tests.support.outbox_samples import sample_plan


def changed(**values: Any) -> bytes:
    return json.dumps({**json.loads(sample_plan().to_json()), **values}).encode()


@pytest.mark.parametrize("container", ["gseal", "crypt4gh"])
def test_a_plan_reads_back_as_it_was(container: str) -> None:
    plan = replace(sample_plan(), container=container)
    assert parse_plan(plan.to_json()) == plan


def test_a_plan_from_before_crypt4gh_is_sealed_as_it_was_promised() -> None:
    older = json.loads(changed(schema=1))
    del older["container"]
    assert parse_plan(json.dumps(older).encode()) == sample_plan()
    assert parse_plan(changed(schema=1, container="crypt4gh")).container == "gseal"


@pytest.mark.parametrize("values", [{"schema": 3}, {"schema": 0}, {"schema": "2"}, {"container": "zip"}])
def test_a_plan_that_this_version_does_not_know_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"schema|container"):
        parse_plan(changed(**values))

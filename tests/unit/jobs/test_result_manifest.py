"""The signed list of a job's results: believed only when it is ours, and names nothing that leads elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from client.jobs.errors import (
    JobNotFinishedError,
    JobWithoutResultsError,
    ResultMapError,
    ResultOtherError,
    ResultSignatureError,
)
from client.jobs.results import (
    require_result_manifest,
    require_results_ready,
)
from client.model.clock import format_time
from client.model.job import ResultEntry
from tests.support.profiles import NOW
from tests.support.result_bench import SEALED, entry
from tests.support.statements import (
    MAP_ID,
    SigningService,
    receipt,
    reference,
    result_manifest,
    stored_receipt,
)

SERVICE = SigningService()
STORED = stored_receipt(SERVICE)
LATER = NOW + timedelta(hours=2)


def manifest_token(*entries: ResultEntry, **changes: Any) -> str:
    return SERVICE.sign("results", result_manifest(entries, **changes).to_claims())


def test_a_manifest_for_our_job_is_believed() -> None:
    results = (entry(SEALED, map_id=MAP_ID), entry(SEALED, "sites.tsv"))
    assert require_result_manifest(manifest_token(*results), STORED, SERVICE.trusted(), LATER).results == results


@pytest.mark.parametrize(
    ("changes", "field_name"),
    [
        ({"reference": reference(job="job-00000002")}, "job"),
        ({"reference": reference(submission_id="0" * 32)}, "submission_id"),
        ({"reference": reference(manifest_sha256="0" * 64)}, "manifest_sha256"),
        ({"reference": reference(result_recipient="0" * 64)}, "result_recipient"),
        ({"reference": reference(environment="test")}, "environment"),
        ({"created_at": format_time(NOW - timedelta(hours=1))}, "created_at"),
        ({"created_at": format_time(NOW + timedelta(days=9))}, "created_at"),
    ],
)
def test_a_signed_manifest_of_another_job_is_refused_by_name(changes: Any, field_name: str) -> None:
    with pytest.raises(ResultOtherError) as caught:
        require_result_manifest(manifest_token(entry(SEALED), **changes), STORED, SERVICE.trusted(), LATER)
    assert caught.value.facts == {"field": field_name}


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/passwd",
        "a/b",
        "a\\b",
        ".bashrc",
        "A.vcf",
        "",
        "x" * 65,
        "con",
        "nul.txt",
        "com1.gz",
        "a.",
        "a\n",
        "a:b",
        "ä",
    ],
)
def test_no_name_leads_out_of_the_folder_or_to_a_device(name: str) -> None:
    with pytest.raises(ResultOtherError) as caught:
        require_result_manifest(manifest_token(entry(SEALED, name)), STORED, SERVICE.trusted(), LATER)
    assert caught.value.facts == {"field": "name"}


def test_one_name_twice_an_impossible_size_and_another_map_are_refused() -> None:
    for wrong, error in (
        ((entry(SEALED), entry(SEALED)), ResultOtherError),
        ((entry(SEALED)._replace(sealed_bytes=-1),), ResultOtherError),
        ((entry(SEALED)._replace(sealed_sha256="x"),), ResultOtherError),
        ((entry(SEALED)._replace(media_type="text/html; charset=x"),), ResultOtherError),
        ((entry(SEALED, map_id="OTHER-MAP"),), ResultMapError),
    ):
        with pytest.raises(error):
            require_result_manifest(manifest_token(*wrong), STORED, SERVICE.trusted(), LATER)


def test_nobody_else_can_sign_a_result_manifest() -> None:
    claims = result_manifest((entry(SEALED),)).to_claims()
    for forged in (
        SigningService(seed=2).sign("results", claims),
        SERVICE.sign("receipt", claims, kid="results-1", typ="genoseal-results+jws"),
        SERVICE.sign("receipt", receipt().to_claims()),
        manifest_token(entry(SEALED))[:-4] + "AAAA",
        "x.y.z",
    ):
        with pytest.raises(ResultSignatureError):
            require_result_manifest(forged, STORED, SERVICE.trusted(), LATER)


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_a_job_that_runs_has_no_results_yet(state: str) -> None:
    with pytest.raises(JobNotFinishedError):
        require_results_ready(state)


@pytest.mark.parametrize("state", ["failed", "cancelled", "deleted"])
def test_a_job_that_ended_otherwise_will_have_none(state: str) -> None:
    require_results_ready("succeeded")
    with pytest.raises(JobWithoutResultsError):
        require_results_ready(state)

"""The submission manifest: complete, in closed grammars, and nothing of a person fits into it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.jobs.errors import ManifestFieldError
from client.jobs.manifest import build_consent, build_submission_manifest, require_parameters, signed_manifest
from client.model.job import Consent, LogAnchor, ManifestFile, SubmissionManifest
from client.seal.keys import Kem, PrivateKey
from client.seal.manifest_envelope import require_manifest
from tests.support.profiles import make_profile

RESULT_KEY = PrivateKey(Kem.X25519, b"\x05" * 32).public_key()
FILE = ManifestFile("a" * 32, "b" * 64, 10, "c" * 64, "20")


def consent(reference: str = "REC-2026/17", private_words: tuple[str, ...] = ()) -> Consent:
    statement = make_profile().consent[0]
    return build_consent(statement, reference, "2026-11-21T12:00:00Z", private_words=private_words)


def build(**changes: Any) -> SubmissionManifest:
    arguments: dict[str, Any] = {
        "submission_id": "0123456789abcdef" * 2,
        "result_recipient": RESULT_KEY,
        "application": "frequencies",
        "parameters": {"build": "hg38"},
        "consent": consent(),
        "policy_name": "imputation",
        "policy_digest": "d" * 64,
        "map_id": "MAP-7Q2K",
        "files": (FILE, replace(FILE, file_id="e" * 32, chromosome="X")),
        "activity_log": LogAnchor("f" * 64, 3),
        "private_words": (),
        **changes,
    }
    return build_submission_manifest(make_profile(), **arguments)


def test_the_manifest_says_all_that_steers_a_job_and_is_signed_by_the_device() -> None:
    key = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
    claims = require_manifest(signed_manifest(build(), key, "device-1"), key.public_key().public_bytes_raw())
    assert claims == build().to_claims()
    assert claims["environment"] == "practice"
    assert claims["origin"] == "https://localhost:8443"
    assert claims["profile_serial"] == 3
    assert claims["name"] == "job-01234567"
    assert claims["consent"]["text_sha256"] == make_profile().consent[0].text_sha256
    assert claims["result_recipient"] == RESULT_KEY.to_pem()


@pytest.mark.parametrize("reference", ["H-21012345", "REC-2026/17", "21/LO/0123", "REK-2026-12345", "PRACTICE-1"])
def test_file_numbers_of_ethics_boards_fit(reference: str) -> None:
    assert consent(reference).reference == reference


@pytest.mark.parametrize(
    "reference",
    [
        "",
        "1",
        "Hansen",
        "HANSEN",
        "PETER HANSEN 1",
        "010190-1234",
        "CPR-010190-1234",
        "C19900101-1234",
        "REC-2026/17\n",
        "rec-2026",
        "REC-2026; DROP",
        "A1" * 30,
        "../1A",
        "REC-٣",
    ],
)
def test_names_national_numbers_and_free_text_do_not_fit(reference: str) -> None:
    with pytest.raises(ManifestFieldError) as caught:
        consent(reference)
    assert caught.value.facts == {"field": "consent.reference"}


def test_a_reference_or_parameter_that_carries_a_sample_or_user_name_is_refused() -> None:
    with pytest.raises(ManifestFieldError):
        consent("NA12878-1", private_words=("na12878",))
    with pytest.raises(ManifestFieldError):
        require_parameters({"label": "ward-hansen-7"}, private_words=("Hansen",))
    with pytest.raises(ManifestFieldError):
        build(consent=consent("NA12878-1"), private_words=("NA12878",))
    with pytest.raises(ManifestFieldError):
        require_parameters({"label": "xna12878x"}, private_words=("NA12878",))


def test_numbered_samples_and_short_names_do_not_get_in_the_way_of_file_numbers() -> None:
    numbered = tuple(str(number) for number in range(1, 5000))
    assert build(consent=consent("REC-2026/17", numbered), private_words=(*numbered, "re", "act", "practice"))
    with pytest.raises(ManifestFieldError):
        consent("H-21012345", private_words=("21012345",))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"submission_id": "x"}, "submission_id"),
        ({"submission_id": "-" * 20}, "submission_id"),
        ({"submission_id": "0123456789abcdef/.."}, "submission_id"),
        ({"application": "Do it"}, "application"),
        ({"parameters": {"a b": "c"}}, "parameters.name"),
        ({"parameters": {"a": "free text"}}, "parameters.value"),
        ({"parameters": {"a": "/home/hansen"}}, "parameters.value"),
        ({"parameters": {f"p{n}": "1" for n in range(33)}}, "parameters"),
        ({"policy_digest": "x"}, "policy.digest"),
        ({"policy_name": "my policy"}, "policy.name"),
        ({"map_id": "../map"}, "map_id"),
        ({"files": ()}, "files"),
        ({"files": (FILE, FILE)}, "files.file_id"),
        ({"files": (FILE, replace(FILE, file_id="e" * 32))}, "files.chromosome"),
        ({"files": (replace(FILE, chromosome="chr20"),)}, "files.chromosome"),
        ({"files": (replace(FILE, body_bytes=0),)}, "files.body_bytes"),
        ({"files": (replace(FILE, prepared_sha256="x"),)}, "files.prepared_sha256"),
        ({"activity_log": LogAnchor("x", 1)}, "activity_log.head"),
        ({"consent": Consent("2025-9", "a" * 64, "REC-1", "2026-11-21T12:00:00Z")}, "consent.version"),
        ({"consent": Consent("2026-1", "a" * 64, "REC-1", "2026-11-21T12:00:00Z")}, "consent.version"),
        ({"consent": replace(consent(), confirmed_at="2026-13-21T12:00:00Z")}, "consent.confirmed_at"),
    ],
)
def test_what_is_outside_its_grammar_is_refused_by_name(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(ManifestFieldError) as caught:
        build(**changes)
    assert caught.value.facts == {"field": field}


def test_a_device_id_that_is_none_is_refused() -> None:
    with pytest.raises(ManifestFieldError):
        signed_manifest(build(), Ed25519PrivateKey.generate(), "my laptop")

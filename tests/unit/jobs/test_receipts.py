"""Receipts: only what our own records say counts, and what was kept can be proven again."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from client.jobs.errors import (
    JobIdError,
    JobUnknownError,
    ReceiptOtherError,
    ReceiptSignatureError,
    RecordDamagedError,
    RecordNewerError,
    RecordWriteError,
)
from client.jobs.receipts import ReceiptStore, require_receipt
from client.model.clock import format_time
from client.model.job import LogAnchor, SubmittedFile
from tests.support.profiles import NOW
from tests.support.statements import (
    FILES,
    LOG,
    MAP_ID,
    SigningService,
    certificate,
    clock_at,
    own_record,
    receipt,
    reference,
)

SERVICE = SigningService()


@pytest.fixture
def store(tmp_path: Path) -> ReceiptStore:
    return ReceiptStore(tmp_path / "receipts", clock_at(NOW))


def token(claims: dict[str, Any] | None = None, service: SigningService = SERVICE) -> str:
    return service.sign("receipt", claims or receipt().to_claims())


def test_a_receipt_for_exactly_what_was_sent_is_kept_and_proven_again(store: ReceiptStore, tmp_path: Path) -> None:
    accepted = store.accept(token(), own_record(), SERVICE.trusted())
    loaded = store.load("job-00000001")
    assert loaded == accepted
    assert (loaded.map_id, loaded.reference, set(loaded.receipt.files)) == (MAP_ID, reference(), set(FILES))
    path = tmp_path / "receipts" / "job-00000001.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert store.find_submission("d" * 32) == accepted
    assert store.find_submission("0" * 32) is None
    assert [anchor.anchor for anchor in store.anchors()] == [LOG]


def test_the_order_of_files_does_not_matter(store: ReceiptStore) -> None:
    store.accept(token(receipt(files=FILES[::-1]).to_claims()), own_record(), SERVICE.trusted())


@pytest.mark.parametrize(
    ("forged", "field"),
    [
        (receipt(reference=reference(iss="https://localhost:1")), "iss"),
        (receipt(reference=reference(environment="production")), "environment"),
        (receipt(reference=reference(submission_id="0" * 32)), "submission_id"),
        (receipt(reference=reference(manifest_sha256="0" * 64)), "manifest_sha256"),
        (receipt(reference=reference(result_recipient="0" * 64)), "result_recipient"),
        (receipt(files=FILES[:1]), "files"),
        (receipt(files=(*FILES, SubmittedFile("a3" * 16, "b3" * 32, 1))), "files"),
        (receipt(files=(FILES[0], replace(FILES[1], body_sha256="0" * 64))), "files"),
        (receipt(files=(FILES[0], replace(FILES[1], body_bytes=1))), "files"),
        (receipt(files=(FILES[0], FILES[0])), "files"),
        (receipt(activity_log=LogAnchor("c" * 64, 11)), "activity_log"),
        (receipt(received_at=format_time(NOW + timedelta(days=2))), "received_at"),
        (receipt(received_at=format_time(NOW - timedelta(days=2))), "received_at"),
        (receipt(received_at="2026-02-30T12:00:00Z"), "received_at"),
        (receipt(received_at="2026-11-21 12:00:00Z"), "received_at"),
        (receipt(reference=reference(job="../../x")), "job"),
    ],
)
def test_a_signed_receipt_for_anything_else_is_refused_by_name(store: ReceiptStore, forged: Any, field: str) -> None:
    with pytest.raises(ReceiptOtherError) as caught:
        store.accept(token(forged.to_claims()), own_record(), SERVICE.trusted())
    assert caught.value.facts == {"field": field}
    assert list(store.iter_readable()) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda claims: {**claims, "note": "x"}, "other"),
        (lambda claims: {name: value for name, value in claims.items() if name != "files"}, "files"),
        (lambda claims: {**claims, "files": []}, "files"),
        (lambda claims: {**claims, "files": {}}, "files"),
        (lambda claims: {**claims, "files": ["x"]}, "files"),
        (lambda claims: {**claims, "job": 1}, "job"),
        (lambda claims: {**claims, "environment": ["practice"]}, "environment"),
        (lambda claims: {**claims, "activity_log": {"head": "c" * 64, "count": True}}, "count"),
        (lambda claims: {**claims, "activity_log": {"head": "c" * 64, "count": -1}}, "count"),
        (lambda claims: {**claims, "activity_log": {"head": "c" * 64, "count": 2**60}}, "count"),
        (lambda claims: {**claims, "activity_log": None}, "activity_log"),
        (lambda claims: {**claims, "activity_log": {"head": "c" * 64, "count": 5, "note": "x"}}, "other"),
        (lambda claims: {**claims, "iss": "x" * 1000}, "iss"),
    ],
)
def test_a_receipt_with_more_less_or_other_members_is_refused(
    change: Callable[[dict[str, Any]], dict[str, Any]], field: str
) -> None:
    forged = token(change(receipt().to_claims()))
    with pytest.raises(ReceiptOtherError) as caught:
        require_receipt(forged, own_record(), SERVICE.trusted(), NOW)
    assert caught.value.facts == {"field": field}


def test_nobody_else_can_sign_a_receipt() -> None:
    good = token()
    header, payload, signature = good.split(".")
    stranger = SigningService(seed=2)
    later = SERVICE.sign("receipt", receipt().to_claims(), kid="receipt-9")
    for forged in (
        token(service=stranger),
        SERVICE.sign("deletion", receipt().to_claims(), typ="genoseal-receipt+jws"),
        SERVICE.sign("results", receipt().to_claims(), kid="receipt-1", typ="genoseal-receipt+jws"),
        SERVICE.sign("receipt", receipt().to_claims(), typ="genoseal-deletion+jws"),
        SERVICE.sign("deletion", certificate().to_claims()),
        later,
        f"{header}.{payload}.",
        f"{header}.{payload[:-4]}.{signature}",
        f"{header}.{payload}.{signature[:-2]}AA",
        "",
        "...",
        "garbage",
        "x" * 7_000_000,
    ):
        with pytest.raises(ReceiptSignatureError):
            require_receipt(forged, own_record(), SERVICE.trusted(), NOW)


def test_a_receipt_key_counts_only_in_its_time() -> None:
    with pytest.raises(ReceiptSignatureError):
        require_receipt(token(), own_record(), SERVICE.trusted(), NOW + timedelta(days=400))


def test_an_id_that_is_none_and_a_job_of_another_workstation(store: ReceiptStore) -> None:
    with pytest.raises(JobIdError):
        store.load("../../../etc/passwd")
    with pytest.raises(JobUnknownError):
        store.load("job-00000002")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda value: {**value, "receipt": token(service=SigningService(seed=2))}, RecordDamagedError),
        (lambda value: {**value, "receipt": token(receipt().to_claims() | {"note": "x"})}, RecordDamagedError),
        (lambda value: {**value, "receipt": 1}, RecordDamagedError),
        (lambda value: {**value, "kind": "certificate"}, RecordDamagedError),
        (lambda value: {**value, "map_id": "../x"}, RecordDamagedError),
        (lambda value: {**value, "verified_at": "never"}, RecordDamagedError),
        (lambda value: {**value, "profile": {**value["profile"], "signature": "x"}}, RecordDamagedError),
        (lambda value: {**value, "profile": []}, RecordDamagedError),
        (lambda value: {**value, "schema": True}, RecordDamagedError),
        (lambda value: {**value, "schema": 2}, RecordNewerError),
        (lambda value: [], RecordDamagedError),
        (lambda value: "x", RecordDamagedError),
    ],
)
def test_a_kept_receipt_that_was_changed_is_not_believed(
    store: ReceiptStore, tmp_path: Path, change: Callable[[Any], Any], error: type[Exception]
) -> None:
    store.accept(token(), own_record(), SERVICE.trusted())
    path = tmp_path / "receipts" / "job-00000001.json"
    path.write_text(json.dumps(change(json.loads(path.read_text()))))
    with pytest.raises(error):
        store.load("job-00000001")
    if error is RecordDamagedError:
        assert list(store.iter_readable()) == []


def test_a_receipt_in_anothers_place_is_not_believed(store: ReceiptStore, tmp_path: Path) -> None:
    store.accept(token(), own_record(), SERVICE.trusted())
    folder = tmp_path / "receipts"
    (folder / "job-00000001.json").rename(folder / "job-00000002.json")
    with pytest.raises(RecordDamagedError):
        store.load("job-00000002")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "receipts").write_text("a file")
    with pytest.raises(RecordWriteError):
        ReceiptStore(tmp_path / "receipts", clock_at(NOW)).accept(token(), own_record(), SERVICE.trusted())

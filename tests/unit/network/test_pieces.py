"""How a body is cut on its way out, and how the job call names where it went."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from client.network.errors import ContractError, UploadGoneError
from client.network.inbox import read_pieces, upload_reference

KIB = 1024


def _piece_lengths(monkeypatch: pytest.MonkeyPatch, seconds: list[float], *, allowed: int = 1 << 30) -> list[int]:
    """Of a body of zeros, one for each of `seconds`, which its sending took."""
    now_s = 0.0
    monkeypatch.setattr("client.network.inbox.time", SimpleNamespace(monotonic=lambda: now_s))
    pieces = read_pieces(io.BytesIO(bytes(4 << 20)), 0, 4 << 20, lambda length: min(length, allowed))
    lengths = []
    for took_s, piece in zip(seconds, pieces, strict=False):
        lengths.append(len(piece) // KIB)
        now_s += took_s
    return lengths


def test_pieces_grow_on_a_fast_line_and_shrink_on_a_slow_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = [0.01, 0.01, 0.5, 2.0, 2.0, 2.0, 0.01, 0.01]
    assert _piece_lengths(monkeypatch, seconds) == [128, 256, 256, 256, 128, 64, 64, 128]


def test_no_piece_is_longer_than_the_bandwidth_limit_lets_go_now(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _piece_lengths(monkeypatch, [0.01] * 4, allowed=40 * KIB) == [40, 40, 40, 8]


def test_pieces_are_exactly_the_bytes_that_were_asked_for() -> None:
    body = bytes(range(256)) * 2000
    assert b"".join(read_pieces(io.BytesIO(body), 1000, 300_000, lambda length: length)) == body[1000:301_000]
    with pytest.raises(ContractError):
        list(read_pieces(io.BytesIO(body), len(body) - 10, 11, lambda length: length))


@pytest.mark.parametrize(
    ("upload", "reference"),
    [
        ("https://h.example/api/v1/uploads/7b05", "7b05"),
        ("https://h.example/files/7b05?sig=a/b", "7b05"),
        ('{"upload": "u-000001"}', "u-000001"),
    ],
)
def test_the_job_call_names_an_upload_by_the_last_part_of_its_path_or_its_id(upload: str, reference: str) -> None:
    assert upload_reference(upload) == reference


@pytest.mark.parametrize("upload", ["", "https://h.example/uploads/", '{"upload": "../x"}', "{"])
def test_a_text_that_names_no_upload_is_an_upload_that_is_gone(upload: str) -> None:
    with pytest.raises(UploadGoneError):
        upload_reference(upload)

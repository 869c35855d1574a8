"""One pass into the spool: the order of durable steps, no plaintext on disk, and nothing left after any failure."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from client.model.errors import ClientError, iter_error_classes
from client.seal.container import BodyOpener
from client.transfer.errors import OutboxFolderError, OutboxFullError, SourceChangedError, SourceVanishedError
from client.transfer.failures import error_of, problem_of, to_error, to_failure
from client.transfer.messages import (
    BodyOrder,
    Failure,
    NeedToken,
    OpenSink,
    Prepared,
    PreparedOutput,
    PrepareOrder,
    Sealed,
    TokenGiven,
    UploadMade,
)
from client.transfer.pipeline import StopAsked, prepare_and_seal
from client.transfer.plan import require_sources
from client.transfer.spool import Spool
from prep.errors import BlockedError, DamagedError, PrepError, RecheckError
from tests.support.fake_service import fake_prepare
from tests.support.outbox_samples import PLANTED, sample_body

PLAIN = b"GT " + b"the genotypes of somebody " * 20_000


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    spool = Spool(tmp_path / "outbox")
    spool.make_folder()
    return spool


def order_for(tmp_path: Path, content: bytes = PLAIN) -> PrepareOrder:
    path = tmp_path / "source.vcf"
    path.write_bytes(content)
    (source,) = require_sources((path,))
    return PrepareOrder("s" * 32, 0, source, b"", b"", "practice", None, b"")


def run(
    order: PrepareOrder, spool: Spool, prepare: Any = fake_prepare, check: Callable[[], None] = lambda: None
) -> Sealed:
    return prepare_and_seal(order, spool, 0, prepare, lambda _read: None, check)


def names(spool: Spool) -> list[str]:
    return sorted(path.name for path in spool.folder.iterdir())


def test_a_body_becomes_durable_before_its_name_and_its_name_before_anybody_hears_of_it(
    tmp_path: Path, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        target = Path(f"/proc/self/fd/{descriptor}").readlink()
        steps.append("fsync folder" if target == spool.folder else f"fsync {target.suffix}")
        real_fsync(descriptor)

    def rename(part: Path, target: Path) -> None:
        steps.append(f"rename {part.suffix} to {target.suffix}")
        real_replace(part, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", rename)
    sealed = run(order_for(tmp_path, b"MULTI " + PLAIN), spool)
    assert steps == ["fsync .part"] * 2 + ["rename .part to .body"] * 2 + ["fsync folder"]
    assert names(spool) == sorted(f"{body.file_id}.body" for body, _ in sealed.bodies)


def test_what_lies_in_the_spool_is_the_sealed_form_of_what_was_prepared(tmp_path: Path, spool: Spool) -> None:
    ((body, file_key),) = run(order_for(tmp_path), spool).bodies
    data = spool.body_path(body.file_id).read_bytes()
    opener = BodyOpener(file_key)
    assert opener.update(data) + opener.finish() == b"PREPARED " + PLAIN
    assert len(data) == body.body_bytes
    assert b"genotypes" not in data


def starts_over(order: PrepareOrder, open_sink: OpenSink, on_bytes: Callable[[int], None]) -> Prepared:
    open_sink("chr1.vcf.gz").write(b"a first try that was wrong")
    open_sink("chr2.vcf.gz").write(b"never in the report")
    open_sink("chr1.vcf.gz").write(b"the second try")
    return Prepared((PreparedOutput("chr1.vcf.gz", "1", "ab" * 32),), b"{}")


def test_preparing_that_starts_over_keeps_only_its_second_try(tmp_path: Path, spool: Spool) -> None:
    ((body, file_key),) = run(order_for(tmp_path), spool, starts_over).bodies
    opener = BodyOpener(file_key)
    assert opener.update(spool.body_path(body.file_id).read_bytes()) + opener.finish() == b"the second try"
    assert names(spool) == [f"{body.file_id}.body"]


@pytest.mark.parametrize(
    ("word", "expected"), [(b"RECHECK ", RecheckError), (b"BLOCKED ", BlockedError), (b"BUG ", RuntimeError)]
)
def test_whatever_goes_wrong_nothing_is_left(
    tmp_path: Path, spool: Spool, word: bytes, expected: type[Exception]
) -> None:
    with pytest.raises(expected):
        run(order_for(tmp_path, word + PLAIN), spool)
    assert names(spool) == []


def test_a_stop_in_the_middle_leaves_nothing(tmp_path: Path, spool: Spool) -> None:
    checks = iter([None, None, None, StopAsked()])

    def check() -> None:
        if (asked := next(checks)) is not None:
            raise asked

    with pytest.raises(StopAsked):
        run(order_for(tmp_path), spool, check=check)
    assert names(spool) == []


@pytest.mark.parametrize("step", ["fsync", "rename"])
@pytest.mark.parametrize(("number", "expected"), [(errno.ENOSPC, OutboxFullError), (errno.EIO, OutboxFolderError)])
def test_a_disk_that_fails_at_the_last_step_leaves_nothing(
    tmp_path: Path,
    spool: Spool,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    expected: type[ClientError],
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "x", PLANTED[1])

    order = order_for(tmp_path, b"MULTI " + PLAIN)
    monkeypatch.setattr(os, "fsync" if step == "fsync" else "replace", fail)
    with pytest.raises(expected) as caught:
        run(order, spool)
    assert PLANTED[1] not in repr(caught.value)
    assert names(spool) == []


def test_a_source_that_changes_or_goes_while_it_is_read_is_named_as_that(tmp_path: Path, spool: Spool) -> None:
    order = order_for(tmp_path)

    def change(order: PrepareOrder, open_sink: OpenSink, on_bytes: Callable[[int], None]) -> Prepared:
        order.source.path.write_bytes(PLAIN + b"more")
        raise DamagedError(offset=0)

    with pytest.raises(SourceChangedError):
        run(order, spool, change)
    order.source.path.unlink()
    with pytest.raises(SourceVanishedError) as caught:
        run(replace(order, position=6), spool)
    assert caught.value.facts == {"file_number": 7}


def test_a_source_that_changes_after_its_last_byte_was_read_is_not_sealed(tmp_path: Path, spool: Spool) -> None:
    """Preparing itself noticed nothing: half of an old file and half of a new one may have been read."""

    def change(order: PrepareOrder, open_sink: OpenSink, on_bytes: Callable[[int], None]) -> Prepared:
        open_sink("chr20.vcf.gz").write(PLAIN)
        order.source.path.write_bytes(PLAIN + b"more")
        return Prepared((PreparedOutput("chr20.vcf.gz", "20", "ab" * 32),), b"{}")

    with pytest.raises(SourceChangedError):
        run(order_for(tmp_path), spool, change)
    assert names(spool) == []


def all_error_classes() -> list[type[ClientError | PrepError]]:
    rooms = ("client.model", "client.network", "client.seal", "client.account", "client.transfer", "prep")
    return [
        cls
        for root in (ClientError, PrepError)
        for cls in iter_error_classes(root)
        if cls.__module__.startswith(rooms) and issubclass(cls, ClientError | PrepError)
    ]


@pytest.mark.parametrize("cls", all_error_classes(), ids=lambda cls: cls.__name__)
def test_an_error_crosses_the_pipe_and_the_ledger_as_its_own_class(cls: type[ClientError | PrepError]) -> None:
    error = BlockedError(()) if cls is BlockedError else cls(**dict.fromkeys(cls.fact_names, 1))
    for back in (to_error(to_failure(error)), error_of(problem_of(error))):
        assert (type(back), back.code, back.facts) == (cls, error.code, error.facts)


def test_an_error_nobody_foresaw_crosses_as_class_and_frames_without_its_text() -> None:
    try:
        to_error(Failure("X", {"no": 1}))
        raise ValueError(PLANTED[1])
    except ValueError as error:
        failure = to_failure(error)
    assert (failure.code, failure.frames[0]) == ("GS-BUG", "ValueError")
    assert PLANTED[1] not in repr(failure)


def test_no_message_shows_a_secret() -> None:
    body, file_key = sample_body()
    messages = (
        NeedToken(1, PLANTED[0]),
        TokenGiven(1, PLANTED[0]),
        UploadMade(1, "f", PLANTED[2]),
        BodyOrder("f", 1, "x", PLANTED[2]),
        Sealed(((body, file_key),), PLANTED[3].encode()),
    )
    for message in messages:
        assert not any(planted in repr(message) for planted in PLANTED)
        assert file_key.key.hex() not in repr(message)
        assert repr(file_key.key) not in repr(message)

"""Results: only signed bytes are opened, in a process that cannot carry them away, into files that were not there."""

from __future__ import annotations

import hashlib
import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from client.jobs.errors import (
    JobNotFinishedError,
    JobWithoutResultsError,
    ResultExistsError,
    ResultHashError,
    ResultLengthError,
    ResultLimitError,
    ResultMapError,
    ResultOpenError,
    ResultOtherError,
    ResultPlaceError,
    ResultRestoreError,
    ResultSignatureError,
    ResultStoppedError,
    ResultWorkerError,
)
from client.jobs.receipts import StoredReceipt, require_receipt
from client.jobs.result_download import Download
from client.jobs.results import (
    ResultChoices,
    ResultLimits,
    fetch_results,
    require_result_manifest,
    require_results_ready,
)
from client.model.clock import format_time
from client.model.job import ResultEntry
from client.network.errors import NotSignedInError, PinMismatchError, UnreachableError
from client.seal.container import seal_bytes
from client.seal.keys import Kem, PrivateKey
from tests.support import restorers
from tests.support.profiles import NOW
from tests.support.statements import MAP_ID, SigningService, own_record, receipt, reference, result_manifest

SERVICE = SigningService()
KEY = PrivateKey(Kem.X25519, b"\x05" * 32)
LATER = NOW + timedelta(hours=2)
TEXT = b"pseudonymised result\n" * 5000


def stored() -> StoredReceipt:
    return require_receipt(SERVICE.sign("receipt", receipt().to_claims()), own_record(), SERVICE.trusted(), NOW)


def entry(sealed: bytes, name: str = "chr20.dose.vcf.gz", map_id: str | None = None) -> ResultEntry:
    digest = hashlib.sha256(sealed).hexdigest()
    return ResultEntry(name, "application/gzip", digest, len(sealed), map_id)


def manifest_token(*entries: ResultEntry, **changes: Any) -> str:
    return SERVICE.sign("results", result_manifest(entries, **changes).to_claims())


@dataclass
class Stream:
    offset: int
    total_bytes: int | None
    chunks: Iterator[bytes]


@dataclass
class FakeSource:
    """Gives sealed bytes; `plan` says what happens at each opening: how many bytes come and what ends them."""

    sealed: dict[str, bytes]
    plan: list[tuple[int | None, Exception | None]] = field(default_factory=list)
    ranges: bool = True
    lied_total: int | None = None
    offsets: list[int] = field(default_factory=list)

    def result_manifest(self, job_id: str) -> str:
        raise AssertionError

    @contextmanager
    def open_result(self, job_id: str, name: str, offset: int = 0) -> Iterator[Stream]:
        self.offsets.append(offset)
        data = self.sealed[name]
        start = offset if self.ranges else 0
        amount, error = self.plan.pop(0) if self.plan else (None, None)

        def chunks() -> Iterator[bytes]:
            part = data[start:] if amount is None else data[start : start + amount]
            for position in range(0, len(part), 10_000):
                yield part[position : position + 10_000]
            if error is not None:
                raise error

        yield Stream(start, len(data) if self.lied_total is None else self.lied_total, chunks())


@dataclass
class Bench:
    """A folder for results, one for what is on its way, and a source."""

    home: Path
    source: FakeSource
    waits: list[float] = field(default_factory=list)
    should_stop: Callable[[], bool] = lambda: False

    @property
    def out(self) -> Path:
        return self.home / "out"

    @property
    def download(self) -> Download:
        return Download(
            self.source,
            "job-00000001",
            self.home / "spool",
            should_stop=self.should_stop,
            wait=self.waits.append,
            random_number=lambda: 1.0,
        )

    def fetch(
        self, *entries: ResultEntry, restorer: Any = None, pseudonym_map: bytes | None = None, **choices: Any
    ) -> Any:
        return fetch_results(
            result_manifest(entries),
            self.download,
            KEY,
            ResultChoices(self.out, **choices),
            restorer=restorer,
            pseudonym_map=pseudonym_map,
        )


SEALED = seal_bytes(TEXT, [KEY.public_key()])


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, FakeSource({"chr20.dose.vcf.gz": SEALED}))


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# ---- the manifest -------------------------------------------------------------------------------------------------


def test_a_manifest_for_our_job_is_believed() -> None:
    results = (entry(SEALED, map_id=MAP_ID), entry(SEALED, "sites.tsv"))
    assert require_result_manifest(manifest_token(*results), stored(), SERVICE.trusted(), LATER).results == results


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
        require_result_manifest(manifest_token(entry(SEALED), **changes), stored(), SERVICE.trusted(), LATER)
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
        require_result_manifest(manifest_token(entry(SEALED, name)), stored(), SERVICE.trusted(), LATER)
    assert caught.value.facts == {"field": "name"}


def test_one_name_twice_an_impossible_size_and_another_map_are_refused() -> None:
    for wrong, error in (
        ((entry(SEALED), entry(SEALED)), ResultOtherError),
        ((replace(entry(SEALED), sealed_bytes=-1),), ResultOtherError),
        ((replace(entry(SEALED), sealed_sha256="x"),), ResultOtherError),
        ((replace(entry(SEALED), media_type="text/html; charset=x"),), ResultOtherError),
        ((entry(SEALED, map_id="OTHER-MAP"),), ResultMapError),
    ):
        with pytest.raises(error):
            require_result_manifest(manifest_token(*wrong), stored(), SERVICE.trusted(), LATER)


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
            require_result_manifest(forged, stored(), SERVICE.trusted(), LATER)


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_a_job_that_runs_has_no_results_yet(state: str) -> None:
    with pytest.raises(JobNotFinishedError):
        require_results_ready(state)


@pytest.mark.parametrize("state", ["failed", "cancelled", "deleted"])
def test_a_job_that_ended_otherwise_will_have_none(state: str) -> None:
    require_results_ready("succeeded")
    with pytest.raises(JobWithoutResultsError):
        require_results_ready(state)


# ---- the download -------------------------------------------------------------------------------------------------


def test_a_download_that_breaks_goes_on_where_it_was(bench: Bench) -> None:
    bench.source.plan = [
        (20_000, UnreachableError(reason="reset")),
        (0, UnreachableError(reason="reset")),
        (5_000, None),
    ]
    path = bench.download.fetch(entry(SEALED))
    assert path.read_bytes() == SEALED
    assert bench.source.offsets == [0, 20_000, 20_000, 25_000]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_part_from_an_earlier_run_is_continued(bench: Bench) -> None:
    bench.source.plan = [(20_000, PinMismatchError(presented_pin="x"))]
    with pytest.raises(PinMismatchError):
        bench.download.fetch(entry(SEALED))
    assert bench.waits == []
    assert bench.download.fetch(entry(SEALED)).read_bytes() == SEALED
    assert bench.source.offsets == [0, 20_000]


def test_a_service_that_ignores_ranges_is_read_from_the_start(bench: Bench) -> None:
    bench.source.ranges = False
    bench.source.plan = [(20_000, UnreachableError(reason="reset"))]
    assert bench.download.fetch(entry(SEALED)).read_bytes() == SEALED


def test_a_service_that_never_goes_on_is_given_up_and_the_part_is_kept(bench: Bench) -> None:
    bench.source.plan = [(20_000, UnreachableError(reason="reset"))] + [(0, UnreachableError(reason="reset"))] * 50
    with pytest.raises(UnreachableError):
        bench.download.fetch(entry(SEALED))
    assert len(bench.source.offsets) == 6
    assert sum(bench.waits) > 20
    assert [path.stat().st_size for path in (bench.home / "spool").iterdir()] == [20_000]


def test_a_session_that_is_over_stops_at_once(bench: Bench) -> None:
    bench.source.plan = [(0, NotSignedInError(problem="none"))] * 5
    with pytest.raises(NotSignedInError):
        bench.download.fetch(entry(SEALED))
    assert len(bench.source.offsets) == 2


def test_more_bytes_than_were_signed_are_cut_off_and_nothing_is_kept(bench: Bench) -> None:
    bench.source.sealed["chr20.dose.vcf.gz"] = SEALED * 50
    for lied in (None, len(SEALED)):
        bench.source.lied_total = lied
        with pytest.raises(ResultLengthError):
            bench.download.fetch(entry(SEALED))
    assert listing(bench.home / "spool") == []


def test_other_bytes_than_were_signed_are_never_opened(bench: Bench) -> None:
    changed = bytearray(SEALED)
    changed[-1] ^= 1
    bench.source.sealed["chr20.dose.vcf.gz"] = bytes(changed)
    with pytest.raises(ResultHashError):
        bench.fetch(entry(SEALED))
    assert listing(bench.home / "spool") == []
    assert listing(bench.out) == []


def test_a_link_in_the_place_of_a_part_is_not_followed(bench: Bench) -> None:
    precious = bench.home / "precious"
    precious.write_bytes(b"precious")
    (bench.home / "spool").mkdir()
    (bench.home / "spool" / f"{entry(SEALED).sealed_sha256}.part").symlink_to(precious)
    with pytest.raises(ResultPlaceError) as caught:
        bench.download.fetch(entry(SEALED))
    assert caught.value.facts == {"reason": "link"}
    assert precious.read_bytes() == b"precious"


def test_a_download_can_be_stopped_and_keeps_its_part(bench: Bench) -> None:
    answers = iter([False, False, True])
    bench.should_stop = lambda: next(answers, True)
    with pytest.raises(ResultStoppedError):
        bench.download.fetch(entry(SEALED))
    assert [path.stat().st_size for path in (bench.home / "spool").iterdir()] == [20_000]


# ---- opening ------------------------------------------------------------------------------------------------------


def test_a_result_is_opened_whole_private_and_its_sealed_copy_is_gone(bench: Bench) -> None:
    (fetched,) = bench.fetch(entry(SEALED))
    assert fetched.path.read_bytes() == TEXT
    assert (fetched.bytes, fetched.sha256) == (len(TEXT), hashlib.sha256(TEXT).hexdigest())
    assert (fetched.names, fetched.name) == ("none", "chr20.dose.vcf.gz")
    assert stat.S_IMODE(fetched.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(bench.out.stat().st_mode) == 0o700
    assert listing(bench.out) == ["chr20.dose.vcf.gz"]
    assert not (bench.home / "spool").exists()


def test_names_are_put_back_or_kept_away_as_asked(bench: Bench) -> None:
    (restored,) = bench.fetch(entry(SEALED, map_id=MAP_ID), restorer=restorers.upper_case, pseudonym_map=b"MAP")
    assert restored.path.read_bytes() == TEXT.upper() + b"MAP"
    assert restored.names == "original"
    (kept,) = bench.fetch(entry(SEALED, map_id=MAP_ID), keep_pseudonyms=True, force=True)
    assert (kept.path.read_bytes(), kept.names) == (TEXT, "pseudonyms")
    assert listing(bench.out) == ["chr20.dose.vcf.gz"]


def test_a_result_with_ids_is_not_fetched_without_its_map(bench: Bench) -> None:
    with pytest.raises(ResultMapError):
        bench.fetch(entry(SEALED, map_id=MAP_ID))
    assert bench.source.offsets == []


def test_only_what_was_asked_for_is_fetched(bench: Bench) -> None:
    bench.source.sealed["sites.tsv"] = SEALED
    entries = (entry(SEALED), entry(SEALED, "sites.tsv"))
    assert [result.name for result in bench.fetch(*entries, names=["sites.tsv"])] == ["sites.tsv"]
    with pytest.raises(ResultOtherError):
        bench.fetch(*entries, names=["other"])


def test_what_lies_there_is_not_replaced_unless_asked_and_a_link_never_followed(bench: Bench) -> None:
    bench.out.mkdir()
    precious = bench.home / "precious"
    precious.write_bytes(b"precious")
    output = bench.out / "chr20.dose.vcf.gz"
    output.symlink_to(precious)
    with pytest.raises(ResultExistsError):
        bench.fetch(entry(SEALED))
    assert bench.source.offsets == []
    bench.fetch(entry(SEALED), force=True)
    assert precious.read_bytes() == b"precious"
    assert not output.is_symlink()
    output.unlink()
    output.mkdir()
    with pytest.raises(ResultExistsError):
        bench.fetch(entry(SEALED), force=True)


def test_a_place_that_is_a_file_is_said(bench: Bench) -> None:
    bench.out.write_text("a file")
    with pytest.raises(ResultPlaceError):
        bench.fetch(entry(SEALED))


def test_a_result_for_another_key_or_damaged_inside_its_seal_leaves_nothing(bench: Bench) -> None:
    other = seal_bytes(TEXT, [PrivateKey(Kem.X25519, b"\x06" * 32).public_key()])
    cut = SEALED[:-100]
    for sealed, reason in ((other, "SEAL-NOT-FOR-KEY"), (cut, "SEAL-BODY"), (b"garbage" * 1000, "SEAL-MAGIC")):
        bench.source.sealed["chr20.dose.vcf.gz"] = sealed
        with pytest.raises(ResultOpenError) as caught:
            bench.fetch(entry(sealed))
        assert caught.value.facts == {"reason": reason}
        assert listing(bench.out) == []


def test_a_result_that_grows_without_end_stops_at_its_limit(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.jobs.results._LEAST_OUTPUT_BYTES", 8 * 1024 * 1024)
    with pytest.raises(ResultLimitError) as caught:
        bench.fetch(entry(SEALED, map_id=MAP_ID), restorer=restorers.never_ending, pseudonym_map=b"{}")
    assert caught.value.facts == {"limit": "opened", "max_bytes": 8 * 1024 * 1024}
    assert listing(bench.out) == []
    with pytest.raises(ResultLimitError):
        bench.fetch(entry(SEALED), limits=ResultLimits(max_sealed_bytes=10))


@pytest.mark.parametrize(
    ("restorer", "error", "facts"),
    [
        (restorers.refusing, ResultRestoreError, {"reason": "VCF-UNREADABLE"}),
        (restorers.leaking, ResultRestoreError, {"reason": "OTHER"}),
        (restorers.killed, ResultWorkerError, {"exit_status": -9}),
    ],
)
def test_whatever_happens_while_names_are_put_back_nothing_is_left(
    bench: Bench, restorer: Any, error: type[Exception], facts: dict[str, Any]
) -> None:
    with pytest.raises(error) as caught:
        bench.fetch(entry(SEALED, map_id=MAP_ID), restorer=restorer, pseudonym_map=b"{}")
    assert caught.value.facts == facts  # type: ignore[attr-defined]
    assert "pseudonymised" not in str(caught.value) + repr(caught.value)
    assert listing(bench.out) == []


def test_opening_can_be_stopped_and_leaves_nothing(bench: Bench) -> None:
    started = threading.Event()

    def stop_once_opened() -> bool:
        if bench.out.exists() and any(name.endswith(".part") for name in listing(bench.out)):
            started.set()
        return started.is_set()

    bench.should_stop = stop_once_opened
    with pytest.raises(ResultStoppedError):
        bench.fetch(entry(SEALED, map_id=MAP_ID), restorer=restorers.asleep, pseudonym_map=b"{}")
    assert listing(bench.out) == []


def test_the_process_that_opens_cannot_talk_to_anybody(bench: Bench) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1]).encode()
        (fetched,) = bench.fetch(entry(SEALED, map_id=MAP_ID), restorer=restorers.talking, pseudonym_map=port)
    assert fetched.path.read_bytes() == b"refused " * 4


def test_key_and_map_are_neither_in_arguments_nor_in_the_environment(bench: Bench) -> None:
    secret_map = os.urandom(8).hex().encode()
    (fetched,) = bench.fetch(entry(SEALED, map_id=MAP_ID), restorer=restorers.environment, pseudonym_map=secret_map)
    seen = fetched.path.read_bytes()
    assert len(seen) > 50
    assert secret_map not in seen
    assert KEY.raw not in seen
    assert b"chr20" not in seen

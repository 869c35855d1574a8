"""Results: only signed bytes are opened, in a process that cannot carry them away, into files that were not there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
from types import SimpleNamespace
from typing import Any

import pytest

from client.jobs import confinement
from client.jobs.errors import (
    ResultExistsError,
    ResultLimitError,
    ResultMapError,
    ResultOpenError,
    ResultPlaceError,
    ResultRestoreError,
    ResultStoppedError,
    ResultUnknownError,
    ResultWorkerError,
)
from client.jobs.results import ResultLimits
from client.model.job import ResultEntry
from client.network.errors import NotSignedInError
from client.seal.container import seal_bytes
from client.seal.keys import Kem, PrivateKey
from tests.support import restorers
from tests.support.result_bench import KEY, SEALED, TEXT, Bench, entry, listing
from tests.support.statements import MAP_ID


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


def test_a_bcf_into_which_names_are_put_back_is_called_what_it_is_then(bench: Bench) -> None:
    names = ("chr20.bcf", "chr21.bcf", "CHR21.vcf.gz")
    bench.source.sealed |= dict.fromkeys(names, SEALED)
    entries = [entry(SEALED, name, MAP_ID) for name in names]
    restored = bench.fetch(*entries, restorer=restorers.upper_case, pseudonym_map=b"MAP")
    written = ["chr20.vcf.gz", "chr21.bcf.vcf.gz", "CHR21.vcf.gz"]
    assert [result.path.name for result in restored] == written
    assert [result.name for result in restored] == list(names)
    assert listing(bench.out) == sorted(written)
    with pytest.raises(ResultExistsError):
        bench.fetch(entries[0], restorer=restorers.upper_case, pseudonym_map=b"MAP")
    (kept,) = bench.fetch(entries[0], keep_pseudonyms=True)
    assert kept.path.name == "chr20.bcf"


def test_an_index_that_would_be_wrong_beside_the_names_is_left_out(bench: Bench) -> None:
    """Nor a checksum; both are there for the file under pseudonyms, and where they are asked for."""
    name = "chr20.dose.vcf.gz"
    others = (f"{name}.tbi", f"{name}.csi", f"{name}.md5", "qc.txt", "qc.txt.md5")
    bench.source.sealed |= dict.fromkeys(others, SEALED)
    entries = (entry(SEALED, map_id=MAP_ID), *(entry(SEALED, other) for other in others))
    bench.fetch(*entries, restorer=restorers.upper_case, pseudonym_map=b"MAP")
    assert listing(bench.out) == sorted((name, "qc.txt", "qc.txt.md5"))
    bench.fetch(*entries, keep_pseudonyms=True, force=True)
    assert listing(bench.out) == sorted((name, *others))
    (index,) = bench.fetch(*entries, restorer=restorers.upper_case, pseudonym_map=b"MAP", names=[others[0]], force=True)
    assert index.path.read_bytes() == TEXT


def test_a_result_with_ids_is_not_fetched_without_its_map(bench: Bench) -> None:
    with pytest.raises(ResultMapError):
        bench.fetch(entry(SEALED, map_id=MAP_ID))
    assert bench.source.offsets == []


def test_only_what_was_asked_for_is_fetched(bench: Bench) -> None:
    bench.source.sealed["sites.tsv"] = SEALED
    entries = (entry(SEALED), entry(SEALED, "sites.tsv"))
    assert [result.name for result in bench.fetch(*entries, names=["sites.tsv"])] == ["sites.tsv"]
    for other in ("other", "../sites.tsv"):
        with pytest.raises(ResultUnknownError):
            bench.fetch(*entries, names=["sites.tsv", other], force=True)
    assert len(bench.source.offsets) == 1


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
        pytest.param(
            restorers.without_room,
            ResultPlaceError,
            {"reason": "ENOSPC"},
            marks=pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has a disk that is always full"),  # noqa: PTH110
        ),
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


def test_names_that_cannot_be_put_back_keep_no_other_result_away(bench: Bench) -> None:
    bench.source.sealed |= {name: seal_bytes(name.encode(), [KEY.public_key()]) for name in ("a.txt", "b.txt")}
    entries = [entry(bench.source.sealed[name], name, MAP_ID) for name in ("a.txt", "b.txt")]
    for _ in range(2):
        with pytest.raises(ResultRestoreError) as caught:
            bench.fetch(*entries, restorer=restorers.refusing_a, pseudonym_map=b"")
        assert caught.value.subject == "a.txt"  # type: ignore[attr-defined]
        assert [(name, (bench.out / name).read_bytes()) for name in listing(bench.out)] == [("b.txt", b"B.TXT")]
    assert bench.source.offsets == [0, 0]


def stopped_in_the_second(bench: Bench) -> tuple[ResultEntry, ResultEntry]:
    bench.source.sealed["b.txt"] = seal_bytes(b"b" * 9000, [KEY.public_key()])
    entries = (entry(SEALED, map_id=MAP_ID), entry(bench.source.sealed["b.txt"], "b.txt"))
    bench.source.plan = [(None, None), *[(amount, NotSignedInError(problem="none")) for amount in (2000, 0)]]
    with pytest.raises(NotSignedInError) as caught:
        bench.fetch(*entries, keep_pseudonyms=True)
    assert caught.value.subject == "b.txt"  # type: ignore[attr-defined]
    assert listing(bench.out) == ["chr20.dose.vcf.gz"]
    bench.source.offsets.clear()
    bench.source.plan.clear()
    return entries


def test_the_same_command_goes_on_behind_the_results_that_are_there(bench: Bench) -> None:
    entries = stopped_in_the_second(bench)
    before = (bench.out / "chr20.dose.vcf.gz").stat()
    first, second = bench.fetch(*entries, keep_pseudonyms=True)
    assert bench.source.offsets == [2000]
    assert (first.path.read_bytes(), second.path.read_bytes()) == (TEXT, b"b" * 9000)
    assert (first.bytes, first.sha256, first.names) == (len(TEXT), hashlib.sha256(TEXT).hexdigest(), "pseudonyms")
    assert (first.path.stat().st_ino, first.path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not (bench.home / "spool").exists()
    with pytest.raises(ResultExistsError):
        bench.fetch(*entries, keep_pseudonyms=True)


def test_only_what_the_stopped_command_wrote_itself_is_taken_for_finished(bench: Bench) -> None:
    entries = stopped_in_the_second(bench)
    output = bench.out / "chr20.dose.vcf.gz"
    with pytest.raises(ResultExistsError):
        bench.fetch(*entries, restorer=restorers.upper_case, pseudonym_map=b"")
    output.rename(bench.home / "moved")
    output.symlink_to(bench.home / "moved")
    with pytest.raises(ResultExistsError):
        bench.fetch(*entries, keep_pseudonyms=True)
    output.unlink()
    output.write_bytes(TEXT[:-1])
    with pytest.raises(ResultExistsError):
        bench.fetch(*entries, keep_pseudonyms=True)
    assert bench.source.offsets == []


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
    assert fetched.path.read_bytes() == b"refused " * 10


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has networks of one process")
def test_the_process_that_opens_is_on_no_network_and_its_files_and_core_dumps_are_limited(bench: Bench) -> None:
    what = entry(SEALED, map_id=MAP_ID)
    (fetched,) = bench.fetch(what, restorer=restorers.surroundings, pseudonym_map=b"{}")
    seen = json.loads(fetched.path.read_bytes())
    most = ResultLimits().output_bytes(what) + 16 * 1024 * 1024
    assert (seen["file"], seen["core"]) == ([most, most], [0, 0])
    left = ["unshare", *(["--user"] if os.geteuid() else []), "--net", "cat", "/proc/self/net/dev"]
    if shutil.which(left[0]) is None or (alone := subprocess.run(left, capture_output=True, text=True)).returncode:
        pytest.skip("this system lets no process leave the network")
    assert interfaces(seen["interfaces"]) == interfaces(alone.stdout)


def interfaces(table: str) -> list[str]:
    return [line.split(":")[0].strip() for line in table.splitlines()[2:]]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has networks of one process")
@pytest.mark.parametrize(("user", "asked_for", "has_left"), [(0, ["net"], False), (1000, ["net", "user net"], True)])
def test_root_never_leaves_the_network_as_another_user(
    monkeypatch: pytest.MonkeyPatch, user: int, asked_for: list[str], has_left: bool
) -> None:
    """Where a process may have a network of its own only as a user of its own: root would lose its files with it."""
    names = {0x40000000: "net", 0x50000000: "user net"}
    asked: list[str] = []

    def unshare(flags: int) -> int:
        asked.append(names[flags])
        return 0 if asked[-1] == "user net" else -1

    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: SimpleNamespace(unshare=unshare))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert confinement._leave_network() is has_left
    assert asked == asked_for


def test_key_and_map_are_neither_in_arguments_nor_in_the_environment(bench: Bench) -> None:
    secret_map = os.urandom(8).hex().encode()
    (fetched,) = bench.fetch(entry(SEALED, map_id=MAP_ID), restorer=restorers.environment, pseudonym_map=secret_map)
    seen = fetched.path.read_bytes()
    assert len(seen) > 50
    assert secret_map not in seen
    assert KEY.raw not in seen
    assert b"chr20" not in seen

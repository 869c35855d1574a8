"""Findings that no other test provokes: how grave each is, where, how often, and what a service would say."""

from __future__ import annotations

from pathlib import Path

import pytest

import prep
from prep.check_findings import DROP_ADVICE, KINDS
from prep.errors import BlockedError
from prep.reasons import DROP_REASONS
from prep.report.build import shared_finding
from tests.support.prep_files import HG38_20, REPOSITORY, limits, policy, prepare_text, record, vcf

GOOD = ("0/1", "1/1", "0/0")
LATIN = "##contact=Jørgen"


def found_in(folder: Path, text: bytes, code: str, the_policy: prep.Policy | None = None) -> prep.Finding:
    """The finding as `inspect` and `prepare` give it, which must be the same."""
    the_policy = the_policy or policy()
    try:
        prepared = prepare_text(folder, text, the_policy=the_policy).report.findings
    except BlockedError as error:
        prepared = error.findings
    inspected = prep.inspect(folder / "input.vcf", policy=the_policy, limits=limits()).findings
    (one,), (other,) = ([entry for entry in found if entry.code == code] for found in (prepared, inspected))
    assert one == other
    return one


@pytest.mark.parametrize(
    ("text", "code", "severity", "where", "count", "place"),
    [
        (vcf([record(5, *GOOD), "", record(9, *GOOD), ""]), "VCF-BLANK-LINE", "info", "lines", 2, (5, None)),
        (vcf([record(5, *GOOD)], ("ALPHA", "", "")), "VCF-SAMPLE-EMPTY", "block", "sample names", 2, (None, 11)),
        (vcf([record(5, *GOOD)], meta=[HG38_20, LATIN]).decode().encode("latin-1"), "VCF-ENCODING", "info", "header", 1,
         (None, None)),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_has_its_place(
    tmp_path: Path, text: bytes, code: str, severity: str, where: str, count: int, place: tuple[int, int]
) -> None:
    found = found_in(tmp_path, text, code)
    assert (found.severity, found.where, found.count, (found.line, found.column)) == (severity, where, count, place)
    assert found.advice == KINDS[code].advice


def test_a_window_in_which_a_sample_lacks_most_calls_is_told_of(tmp_path: Path) -> None:
    names = [f"PERSON{number}" for number in range(20)]
    # Each site is called in 95 %. In the first window the first sample has none, in the second half, in the third less.
    lines = [record(100 + site, "./.", *["0/1"] * 19) for site in range(4)]
    lines += [record(20_000_100 + site, "./." if site % 2 else "0/1", *["0/1"] * 19) for site in range(4)]
    lines += [record(40_000_100 + site, "./." if site else "0/1", *["0/1"] * 19) for site in range(4)]
    found = found_in(tmp_path, vcf(lines, names), "VCF-CHUNK-CALL-RATE")
    assert (found.severity, found.where, found.count) == ("warn", "samples", 2)
    assert found.server_text == "Chunk(s) excluded: at least one sample has a call rate < 50.0% …"


@pytest.mark.parametrize(
    ("of_service", "of_policy", "is_too_many"),
    [(0, 2, True), (2, 0, True), (3, 2, True), (2, 3, True), (3, 3, False), (0, 0, False)],
)
def test_the_lower_of_two_limits_of_samples_counts(
    tmp_path: Path, of_service: int, of_policy: int, is_too_many: bool
) -> None:
    path = tmp_path / "input.vcf"
    path.write_bytes(vcf([record(5, *GOOD)]))
    found = prep.inspect(
        path,
        policy=policy()._replace(largest_samples=of_policy),
        limits=limits()._replace(most_samples=of_service),
    ).findings
    many = [(entry.severity, entry.where, entry.count) for entry in found if entry.code == "VCF-SAMPLES-MANY"]
    assert many == ([("block", "samples", 3)] if is_too_many else [])


def test_a_prepared_file_over_the_services_limit_of_size_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = vcf([record(5, *GOOD)])
    size = prepare_text(tmp_path, text).report.outputs[0].bytes
    least_limit = limits()._replace(most_file_bytes=size + 10)  # another map packs a few bytes otherwise
    monkeypatch.setattr("tests.support.prep_files.limits", lambda service: least_limit)
    assert prepare_text(tmp_path, text).report.outputs
    monkeypatch.setattr("tests.support.prep_files.limits", lambda service: limits()._replace(most_file_bytes=size - 10))
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, text)
    blocking = [(entry.code, entry.where) for entry in caught.value.findings if entry.blocks()]
    assert blocking == [("VCF-FILE-SIZE", "file")]


def test_every_finding_is_spoken_of_in_some_test() -> None:
    """One that is not could cease to be found, and nobody would see it."""
    texts = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "tests").rglob("test_*.py")]
    # test_builds.py puts VCF-BUILD-FITS-HG38 together from its parts.
    assert [code for code in KINDS if not any(code in text for text in texts)] == []


def test_counts_of_few_samples_are_not_shared() -> None:
    few = prep.Finding("VCF-SAMPLES-MANY", "check", "block", "samples", 3, None, None, "", None)
    assert shared_finding(few, 100)["count"] == "<5"


def test_of_each_reason_to_leave_a_record_out_it_is_said_why() -> None:
    assert DROP_ADVICE.keys() == {*DROP_REASONS} - {""}

"""The reports: what is shared holds aggregates alone, everything is escaped, and nothing can run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from client.model.display import display_text
from prep.contigs import BuildSource
from prep.policy import Policy
from prep.report import REPORT_SCHEMA, MapInfo, build, build_local_details, build_report, render_html
from prep.report.build import merge_bins, shared_count
from prep.site_list import load_site_list
from tests.support.prep_files import Prepared, limits, policy, prepare_text, random_records, record, vcf

HOSTILE = ("<script>alert(1)</script>", "\u202eevil", "=cmd|calc", "\x1b]52;c;x\x07", "a&b\"'<img src=x>")


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    meta = ["##contig=<ID=chr20,length=64444167>", '##SAMPLE=<ID="<b>x</b>",mail="a@b.example">']
    return prepare_text(tmp_path, vcf(random_records(31, 5, 120), HOSTILE, meta=meta))


def report_of(prepared: Prepared, the_policy: Policy | None = None) -> dict[str, Any]:
    info = MapInfo(prepared.map.map_id, len(prepared.map.entries))
    the_policy = the_policy or policy()
    return build_report([prepared.report], info, the_policy, limits(), created="2026-01-01T00:00:00Z")


def test_the_report_is_json_with_an_integer_schema(prepared: Prepared) -> None:
    report = report_of(prepared)
    assert json.loads(json.dumps(report)) == report
    assert report["schema"] == REPORT_SCHEMA == 1
    files = report["files"]
    assert isinstance(files, list)
    assert files[0]["records_in"] == files[0]["records_kept"] + sum(files[0]["dropped"].values())


def test_a_change_stands_once_in_the_table_and_the_service_would_have_said_its_words(tmp_path: Path) -> None:
    lines = [*random_records(31, 5, 20), *(line.replace("chr20", "chr21") for line in random_records(32, 5, 20))]
    prepared = prepare_text(tmp_path, vcf(lines, [f"PERSON{n}" for n in range(5)], version="4.3"))
    page = render_html(report_of(prepared), local=False, display_text=display_text)
    assert page.count("VCF-CHROM-SEVERAL") == page.count("VCF-VERSION") == 1
    assert "The service would have said: “Unsupported VCF version”" in page


def test_what_is_said_of_one_field_or_chromosome_among_several_names_it(tmp_path: Path) -> None:
    lines = [*random_records(31, 5, 20), *(record(5, *["0/1"] * 5, chrom=name) for name in ("chrY", "chrM"))]
    dosages = policy("dosages")
    prepared = prepare_text(tmp_path, vcf(lines, [f"PERSON{n}" for n in range(5)]), the_policy=dosages)
    page = render_html(report_of(prepared, dosages), local=False, display_text=display_text)
    for place in ("FORMAT/DS: The policy", "FORMAT/GP: The policy", "chromosome Y: Records", "chromosome MT: Records"):
        assert f"<td>{place}" in page


@pytest.mark.parametrize("local", [False, True])
def test_every_column_of_a_table_has_a_name(prepared: Prepared, local: bool) -> None:
    details = build_local_details([prepared.report]) if local else None
    page = render_html(report_of(prepared), local=local, display_text=display_text, details=details)
    assert page.count("<thead>") == (5 if local else 3)
    assert not re.search("<th[^>]*></th>", page)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


@pytest.mark.parametrize("local", [False, True])
def test_hostile_names_stay_text_and_no_script_can_run(prepared: Prepared, local: bool) -> None:
    details = build_local_details([prepared.report]) if local else None
    page = render_html(report_of(prepared), local=local, display_text=display_text, details=details)
    tags = Tags()
    tags.feed(page)
    assert not {"script", "img", "link", "iframe", "b", "form", "a"} & set(tags.tags) - {"b"}
    assert all(not name.startswith("on") and name not in ("src", "href", "style") for name, _ in tags.attributes)
    policy_text = next(value for name, value in tags.attributes if value and "default-src" in value)
    assert policy_text is not None
    assert "default-src 'none'" in policy_text
    assert "unsafe" not in policy_text
    assert not re.search("[\u202e\x1b\x07]", page)
    assert "anonym" not in page.lower()
    style = page.partition("<style>")[2].partition("</style>")[0]
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy_text == f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"


def test_the_shared_page_holds_no_example_and_the_local_one_does(prepared: Prepared) -> None:
    report = report_of(prepared)
    shared = render_html(report, local=False, display_text=display_text)
    local = render_html(report, local=True, display_text=display_text, details=build_local_details([prepared.report]))
    assert "a@b.example" not in shared + json.dumps(report)
    assert "alert(1)" not in shared + json.dumps(report)
    assert "a@b.example" in local
    assert "alert(1)" in local


def test_the_page_says_which_genome_build_the_files_were_prepared_as(tmp_path: Path, prepared: Prepared) -> None:
    page = render_html(report_of(prepared), local=False, display_text=display_text)
    assert "genome build hg38 (the header says so) ·" in page
    silent = prepare_text(tmp_path, vcf(random_records(3, 5, 90), HOSTILE, meta=[]), build="hg19")
    page = render_html(report_of(silent), local=False, display_text=display_text)
    assert "genome build hg19 (whoever prepared it said so) ·" in page


@pytest.mark.parametrize(
    ("said_by", "words"),
    [
        ((("header",),), " (the header says so)"),
        ((("header", "person"), ("header",)), " (the header says so)"),
        ((("person", "variants"),), " (whoever prepared it said so, and well-known variants lie where it has them)"),
        ((("header",), ("person",)), " (some headers say so, and whoever prepared the files said it of the others)"),
        (((), ()), ""),
    ],
)
def test_the_report_says_who_said_the_genome_build(
    prepared: Prepared, said_by: tuple[tuple[BuildSource, ...], ...], words: str
) -> None:
    reports = [prepared.report._replace(summary=replace(prepared.report.summary, build_said_by=who)) for who in said_by]
    info = MapInfo(prepared.map.map_id, len(prepared.map.entries))
    report = build_report(reports, info, policy(), limits(), created="2026-01-01T00:00:00Z")
    assert [tuple(source["build_said_by"]) for source in report["sources"]] == list(said_by)
    assert f"genome build hg38{words} ·" in render_html(report, local=False, display_text=display_text)


def test_details_belong_to_the_local_page_alone(prepared: Prepared) -> None:
    with pytest.raises(ValueError, match="details"):
        render_html(report_of(prepared), local=True, display_text=display_text)
    with pytest.raises(ValueError, match="details"):
        render_html(
            report_of(prepared), local=False, display_text=display_text, details=build_local_details([prepared.report])
        )


def test_call_rates_by_sample_are_under_the_original_names(prepared: Prepared) -> None:
    details = build_local_details([prepared.report])
    kept = prepared.genotypes()
    missing = [sum(genotypes[place] == "./." for genotypes in kept.values()) for place in range(len(HOSTILE))]
    assert len(set(missing)) > 1
    called = {name: 1 - count / len(kept) for name, count in zip(HOSTILE, missing, strict=True)}
    assert {sample.sample_id: sample.call_rate for sample in details.worst_samples} == pytest.approx(called)
    assert [s.call_rate for s in details.worst_samples] == sorted(s.call_rate for s in details.worst_samples)


@pytest.mark.parametrize(
    ("missing", "listed", "words"),
    [((0, 0), (), "Every sample has a call in every record that was kept."), ((0, 1), ("S2",), "99.99%")],
)
def test_only_who_lacks_a_call_is_among_the_lowest_call_rates(
    prepared: Prepared, missing: tuple[int, ...], listed: tuple[str, ...], words: str
) -> None:
    summary = replace(prepared.report.summary, kept_sample_ids=("S1", "S2"), sample_missing=missing)
    chromosomes = tuple(replace(one, records_kept=30_000) for one in summary.chromosomes)
    report = prepared.report._replace(summary=replace(summary, chromosomes=chromosomes))
    details = build_local_details([report])
    assert tuple(sample.sample_id for sample in details.worst_samples) == listed
    page = render_html(report_of(prepared), local=True, display_text=display_text, details=details)
    assert words in page
    assert "100.00%" not in page


@pytest.mark.parametrize("samples", [1, 4, 5])
def test_of_fewer_than_five_people_nothing_is_spread_out(tmp_path: Path, samples: int) -> None:
    prepared = prepare_text(tmp_path, vcf(random_records(31, samples, 120), HOSTILE[:samples]))
    report = report_of(prepared)
    page = render_html(report, local=False, display_text=display_text)
    (file,) = report["files"]
    assert (
        bool(file["call_rate"]) is bool(file["minor_allele_frequency"]) is ('class="chart"' in page) is (samples == 5)
    )
    assert ("None is shown of fewer than five samples" in page) is (samples < 5)
    assert ("how common the rarer of the two alleles is" in page) is (samples == 5)


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("imputation", {}, "the two alleles and genotypes."),
        ("dosages", {}, "the two alleles, genotypes, dosages and genotype probabilities."),
        ("likelihoods", {"record_id": "rs"}, "the two alleles, genotypes, genotype likelihoods and rs numbers."),
        (
            "imputation",
            {"record_id": "chr-pos-ref-alt", "info_keys": ("AC", "AF")},
            "genotypes, ids made of chromosome, position and alleles and counts of alleles over all samples.",
        ),
    ],
)
def test_the_report_says_what_the_policy_lets_leave(
    prepared: Prepared, name: str, changes: dict[str, object], words: str
) -> None:
    chosen = policy(name)._replace(**changes)  # type: ignore[arg-type]
    report = report_of(prepared, chosen)
    assert words in render_html(report, local=False, display_text=display_text)
    said = report["policy"]
    assert (tuple(said["format"]), tuple(said["info"]), said["id"]) == (
        chosen.format_keys, chosen.info_keys, chosen.record_id,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (7_114, "7.1 kB"), (5_000_000, "5.0 MB"), (3_200_000_000, "3.2 GB"),
     (4_000_000_000_000, "4000.0 GB")],
)  # fmt: skip
def test_sizes_and_shares_stand_in_the_tiles(prepared: Prepared, size: int, words: str) -> None:
    report = report_of(prepared)
    report["totals"] |= {"bytes": size, "records_kept": 1_500, "records_in": 6_000}
    page = render_html(report, local=False, display_text=display_text)
    assert f"<b>{words}</b><span>to be sealed and sent</span>" in page
    assert "<b>1,500</b><span>records kept of 6,000 (25.0%)</span>" in page
    assert "made 1 Jan 2026 00:00 UTC" in page


def test_every_key_of_the_report_is_documented(tmp_path: Path) -> None:
    lines = random_records(31, 5, 120)
    sites = tmp_path / "sites.tsv"
    sites.write_text("CHROM\tPOS\tREF\tALT\tAF\n" + "".join(
        "\t".join(line.split()[place] for place in (0, 1, 3, 4)) + "\t0.4\n" for line in lines
    ))  # fmt: skip
    prepared = prepare_text(tmp_path, vcf(lines, HOSTILE), site_list=load_site_list(sites))
    report = report_of(prepared)
    assert report["files"][0]["site_list"]["frequencies"]
    rows = [line.split("|") for line in str(build.__doc__).split("\n") if line.startswith(("| `", "| |"))]
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row[1])}
    assert documented == {*report, "page_sha256"}
    anywhere = {name for row in rows for cell in row for name in re.findall(r"`(\w+)`", cell)}
    of_the_data = ("dropped", "left_out", "matches")  # their keys are reasons, chromosomes and kinds
    assert set(iter_keys(report, but_in=of_the_data)) <= anywhere


def iter_keys(value: Any, but_in: tuple[str, ...]) -> Iterator[str]:
    """All keys at any depth."""
    if isinstance(value, list):
        for entry in value:
            yield from iter_keys(entry, but_in)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            if key not in but_in:
                yield from iter_keys(entry, but_in)


def test_counts_of_what_was_removed_are_called_the_least_that_there_was(tmp_path: Path) -> None:
    lines = [record(n, *["0/1"] * 5, info=f"CARRIER=PERSON3;{'x' * 90}") for n in range(1, 301)]
    prepared = prepare_text(tmp_path, vcf(lines, [f"PERSON{n}" for n in range(5)]))
    (in_records,) = (found for found in prepared.report.findings if found.where == "INFO/CARRIER")
    assert 100 < in_records.count < 300
    page = render_html(report_of(prepared), local=False, display_text=display_text)
    assert "a part was searched, so there may have been more than was counted. It stayed here all the same." in page


def test_reasons_are_shown_where_records_were_left_out(tmp_path: Path) -> None:
    everything = prepare_text(tmp_path, vcf([record(5, "0/1", "1/1", "0/0")]))
    assert "Left out, by reason" not in render_html(report_of(everything), local=False, display_text=display_text)
    lines = [record(5, "0/1", "1/1", "0/0"), record(9, "0/1", "1/1", "0/0", alt="GA")]
    page = render_html(report_of(prepare_text(tmp_path, vcf(lines))), local=False, display_text=display_text)
    assert "Left out, by reason" in page
    assert "Insertion or deletion" in page


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        ([5, 0, 7], [(0.0, 1.0, 5), (2.0, 3.0, 7)]),
        ([1, 2, 3, 9], [(0.0, 3.0, 6), (3.0, 4.0, 9)]),
        ([9, 1, 0, 1], [(0.0, 4.0, 11)]),
        ([1, 1], []),
        ([0, 0], []),
    ],
)
def test_every_bin_holds_five_or_more(counts: list[int], wanted: list[tuple[float, float, int]]) -> None:
    assert [(b["from"], b["to"], b["count"]) for b in merge_bins(counts, 1.0)] == wanted


def test_small_counts_of_people_are_not_told() -> None:
    assert [shared_count(n) for n in (0, 1, 4, 5, 60)] == [0, "<5", "<5", 5, 60]
    assert [shared_count(n, 30) for n in (0, 4, 25, 26, 29, 30, 31, 34, 35)] == [
        0, "<5", 25, ">25", ">25", 30, ">25", ">25", 35,
    ]  # fmt: skip
    assert shared_count(6, 5) == ">0"


@pytest.mark.parametrize("files", [1, 2])
@pytest.mark.parametrize("left_out", [1, 4, 5])
def test_how_few_are_left_out_cannot_be_reckoned_from_the_report(tmp_path: Path, left_out: int, files: int) -> None:
    names = [f"NAME{number:02d}" for number in range(14)]
    texts = [vcf([line.replace("chr20 ", f"chr2{n} ") for line in random_records(31, 14, 60)], names) for n in (0, 1)]
    jobs = [prepare_text(tmp_path, text, leave_out=names[:left_out], build="hg38") for text in texts[:files]]
    reports = [job.report for job in jobs]
    report = build_report(reports, MapInfo("0", 14 - left_out), policy(), limits(), created="2026-01-01T00:00:00Z")
    (count,) = (entry["count"] for entry in report["removed"] if entry["class"] == "sample-name")
    assert count == (f">{9 - left_out}" if left_out < 5 else 14)


def test_a_report_of_several_files_adds_up(tmp_path: Path, prepared: Prepared) -> None:
    other = prepare_text(
        tmp_path, vcf([line.replace("chr20 ", "chr21 ") for line in random_records(32, 5, 90)], HOSTILE)
    )
    info = MapInfo("m", 5)
    report = build_report([prepared.report, other.report], info, policy(), limits(), created="x")
    totals = report["totals"]
    assert totals["files"] == 2
    assert totals["records_kept"] == sum(o.records_kept for p in (prepared, other) for o in p.report.outputs)
    assert totals["bytes"] == sum(o.bytes for p in (prepared, other) for o in p.report.outputs)
    assert [source["number"] for source in report["sources"]] == [1, 2]


def test_a_line_that_every_file_of_a_job_has_is_told_once(prepared: Prepared) -> None:
    everywhere = [found for found in prepared.report.findings if found.line is not None]
    elsewhere = [replace(found, line=found.line + 1) for found in everywhere[1:] if found.line is not None]
    reports = [
        prepared.report._replace(findings=tuple(found.of_file(1) for found in everywhere)),
        prepared.report._replace(findings=tuple(found.of_file(2) for found in (everywhere[0], *elsewhere))),
    ]
    details = build_local_details(reports, ("one.vcf", "two.vcf"))
    page = render_html(report_of(prepared), local=True, display_text=display_text, details=details)
    assert page.count(f"each file: {everywhere[0].line}</td>") == page.count("each file") == 1
    assert page.count("<div>one.vcf: ") == page.count("<div>two.vcf: ") == len(elsewhere) > 0

"""Site lists: reading them, comparing records with them, and sending only what is listed."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import numpy as np
import pytest

import prep
from client.model.display import display_text
from prep.errors import BlockedError, RulesFileError, SiteListShapeError
from prep.report import MapInfo, build_report, render_html
from prep.site_list import load_site_list
from tests.support.prep_files import HG19_20, codes, limits, policy, prepare_text, record, vcf
from ui.messages import explain

HRC = "#CHROM\tPOS\tID\tREF\tALT\tAC\tAN\tAF\n"
GOOD = ("0/1", "1/1", "0/0")


def listed(folder: Path, text: str, packed: bool = False) -> prep.SiteList:
    path = folder / "sites.tab"
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    return load_site_list(path)


@pytest.mark.parametrize(
    "text",
    [
        HRC + "20\t5\t.\tA\tG\t3\t10\t0.3\n20\t9\t.\tC\tT\t1\t10\t0.1\n",
        "chr20\t5\tA\tG\nchr20\t9\tC\tT\n",
        "chr20\t5\trs1\ta\tg\nchr20\t9\trs2\tc\tt\n",
        "chr\tposition\tid\tref\talt\n20\t5\t.\tA\tG\n20\t9\t.\tC\tT\n",
        vcf(["20 5 . A G . . AF=0.3", "20 9 . C T . . AC=1;AF=0.1"], samples=()).decode(),
        "20\t9\tC\tT\r\n20\t5\tA\tG\r\n20\t7\tA\tGT\r\nweird\t9\tC\tT\r\n",
        "20 5 A G\n20 9 C T\n",
        "20\t5\tA\tG\t0.3\n20\t9\tC\tT\t0.1\n",
        "20\t5\trs1\tA\tG\t0.3\r\n20\t9\trs2\tC\tT\t0.1\r\n",
        "\ufeff20\t5\tA\tG\n20\t9\tC\tT\n",
        "\ufeffCHROM\tPOS\tID\tREF\tALT\n20\t5\t.\tA\tG\n20\t9\t.\tC\tT\n",
        "id chr position a0 a1 TYPE EUR ALL\n20:5:A:G 20 5 A G SNP 0.2 0.3\n.:9 20 9 C T SNP 0 0.1\n",
        "CHROM\tPOS\tID\tREF\tALT\tAAF_ALL\n20\t5\t.\tA\tG\t0.3\n20\t9\t.\tC\tT\t0.1\n",
        "##comment with blanks\n#CHROM\tPOS\tID\tREF\tALT\n20\t5\trs 1\tA\tG\n20\t9\trs2\tC\tT\n",
        vcf(
            ["20 5 . A GT,G,<DEL>,* . . AF=0.2,0.3,1e-3,0", "20 9 . C T . . AF=0.1", "20 11 . AC G,T . . ."], ()
        ).decode(),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_lists_of_many_shapes_are_read(tmp_path: Path, text: str, packed: bool) -> None:
    table = listed(tmp_path, text, packed).tables["20"]
    assert table.positions.tolist() == [5, 9]
    assert bytes(table.reference) + bytes(table.alternate) == b"ACGT"
    if "0.3" in text:
        assert table.frequency.round(3).tolist() == pytest.approx([0.3, 0.1])


def test_each_base_of_several_alternates_is_a_site_with_its_own_frequency(tmp_path: Path) -> None:
    text = vcf(["20 5 . A G,T . . AF=0.3,0.2", "20 9 . C T,G . . AF=0.1"], samples=()).decode()
    table = listed(tmp_path, text).tables["20"]
    assert table.positions.tolist() == [5, 5, 9, 9]
    assert bytes(table.alternate) == b"GTTG"
    assert table.frequency[:2].round(3).tolist() == pytest.approx([0.3, 0.2])
    assert np.isnan(table.frequency[2:]).all()  # which of the two one frequency is of, nobody knows


@pytest.mark.parametrize("no_share", ["30%", "30", "-0.1", "inf", "nan", "NA", "."])
def test_what_is_no_share_is_no_frequency(tmp_path: Path, no_share: str) -> None:
    table = listed(tmp_path, f"CHROM\tPOS\tREF\tALT\tAF\n20\t5\tA\tG\t{no_share}\n20\t9\tC\tT\t1\n").tables["20"]
    assert np.isnan(table.frequency).tolist() == [True, False]


LEGEND = "id position a0 a1 TYPE ALL\n20:5:A:G 5 A G Biallelic_SNP 0.3\n20:9:C:T 9 C T Biallelic_SNP 0.1\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("20\trs1\t0\t5\tG\tA\n20\trs2\t0\t9\tT\tC\n", "bim"),
        ("20 1000 0.0125 5 G A\n", "bim"),
        ("1\t.\t-9\t5\tG\tA\n", "bim"),
        (LEGEND, "legend"),
        (LEGEND.replace(" ", "\t"), "legend"),
        ("BCF\2\2 and more", "bcf"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_other_files_of_sites_are_called_what_they_are(tmp_path: Path, text: str, kind: str, packed: bool) -> None:
    with pytest.raises(SiteListShapeError) as caught:
        listed(tmp_path, text, packed)
    assert caught.value.facts == {"kind": kind}


def test_what_the_words_say_of_a_legend_and_a_bcf_makes_a_list_of_them(tmp_path: Path) -> None:
    (tmp_path / "LEGEND").write_bytes(gzip.compress(LEGEND.encode()))
    panel = vcf(["20 5 . A G . . AF=0.3 GT 0/1", "20 9 . C T . . AF=0.1 GT 0/0"], ("ALPHA",), [HG19_20])
    declared = (
        b'##FORMAT=<ID=GT,Number=1,Type=String,Description="">\n##INFO=<ID=AF,Number=A,Type=Float,Description="">\n'
    )
    (tmp_path / "panel.vcf").write_bytes(panel.replace(b"#CHROM", declared + b"#CHROM"))
    subprocess.run(["bcftools", "view", "--no-version", "-Ob", "-o", "LIST", "panel.vcf"], cwd=tmp_path, check=True)
    for kind, made in (("legend", "sites.txt"), ("bcf", "sites.vcf.gz")):
        command = explain(SiteListShapeError(kind=kind)).next.partition(": ")[2]
        subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
        table = load_site_list(tmp_path / made).tables["20"]
        assert table.positions.tolist() == [5, 9]
        assert table.frequency.round(3).tolist() == pytest.approx([0.3, 0.1])


@pytest.mark.parametrize(
    ("text", "line"),
    [("20\t5\tA\tG\n20\tx\tA\tG\n", 2), ("20\t5\tA\tG\n20\t5\n", 2), ("x\n", 1),
     ("#rsid\tchange\tgene\tnote\n", 1), ("#CHROM\tPOS\tREF\n", 1), ("", 0), ("##only\n##meta\n", 0)],
)  # fmt: skip
def test_a_line_that_is_no_site_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(RulesFileError) as caught:
        listed(tmp_path, text)
    assert caught.value.facts == {"kind": "site-list", "line": line}


LINES = [
    record(5, *GOOD, ref="A", alt="G"),
    record(9, *GOOD, ref="T", alt="C"),
    record(11, *GOOD, ref="A", alt="C"),
    record(13, *GOOD, ref="A", alt="C"),
    record(15, *GOOD, ref="A", alt="C"),
    record(17, *GOOD, ref="A", alt="T"),
    record(19, *GOOD, ref="A", alt="C"),
]
LIST = HRC + "".join(
    f"20\t{position}\t.\t{ref}\t{alt}\t3\t10\t0.4\n"
    for position, ref, alt in (
        (5, "A", "G"),
        (9, "C", "T"),
        (11, "T", "G"),
        (13, "G", "T"),
        (15, "A", "G"),
        (17, "A", "T"),
    )
)


def test_each_way_to_differ_from_a_list_is_counted(tmp_path: Path) -> None:
    site_list = listed(tmp_path, LIST)
    prepared = prepare_text(tmp_path, vcf(LINES), site_list=site_list)
    summary = prepared.report.summary.chromosomes[0]
    assert summary.list_matches == {
        "match": 2, "switch": 1, "flip": 1, "flip-and-switch": 1, "other-alleles": 1, "absent": 1,
    }  # fmt: skip
    assert summary.ambiguous == 1
    assert codes(prepared.report.findings) >= {
        "VCF-STRAND-FLIPS-FEW", "VCF-LIST-SWITCHES", "VCF-LIST-ALLELES", "VCF-LIST-AMBIGUOUS",
    }  # fmt: skip
    assert prepared.report.outputs[0].records_kept == 7


def test_only_listed_sites_leave_where_the_policy_says_so(tmp_path: Path) -> None:
    strict = policy()._replace(sites="list")
    prepared = prepare_text(tmp_path, vcf(LINES), the_policy=strict, site_list=listed(tmp_path, LIST))
    assert list(prepared.genotypes()) == [5, 9, 17]
    assert prepared.report.outputs[0].dropped == {"not-on-site-list": 4}
    with pytest.raises(RulesFileError):
        prepare_text(tmp_path, vcf(LINES), the_policy=strict)


def test_a_site_is_found_however_many_entries_lie_at_its_position(tmp_path: Path) -> None:
    """As in lists that were joined, or have a line for each sample or gene; the first entry's frequency counts."""
    others = [f"20 9 {ref} {alt} 0.5\n" for ref in "ACGT" for alt in "ACGT" if ref != alt and (ref, alt) != ("A", "G")]
    lines = vcf([record(9, "0/1", "1/1", "0/0", chrom="20")], meta=(HG19_20,))
    by_list = policy(keep='"list"', rare_rule='"never"')
    for entries in (others[:6], others, 300 * others):
        text = "".join(["chrom pos ref alt af\n", *entries, "20 9 A G 0.125\n20 9 A G 0.5\n"])
        prepared = prepare_text(tmp_path, lines, the_policy=by_list, site_list=listed(tmp_path, text))
        assert list(prepared.genotypes()) == [9]
        assert prepared.report.summary.chromosomes[0].list_matches == {"match": 1}
        assert "VCF-LIST-FREQUENCY" in codes(prepared.report.findings)


def test_a_list_of_another_build_blocks_by_its_overlap(tmp_path: Path) -> None:
    lines = [record(5 + 3 * n, *GOOD) for n in range(20)]
    other = HRC + "".join(f"20\t{1000 + n}\t.\tA\tG\t3\t10\t0.4\n" for n in range(20))
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines), site_list=listed(tmp_path, other))
    assert codes(caught.value.findings, "block") == {"VCF-LIST-OVERLAP"}


def test_a_chromosome_that_the_list_lacks_stops_no_other(tmp_path: Path) -> None:
    prepared = prepare_text(
        tmp_path,
        vcf([*LINES, record(8, *GOOD, chrom="chr21")], meta=[]),
        site_list=listed(tmp_path, LIST),
        build="hg38",
    )
    overlap = [found for found in prepared.report.findings if "OVERLAP" in found.code]
    assert [(found.severity, found.code, found.count) for found in overlap] == [("warn", "VCF-CHUNK-OVERLAP", 1)]


def test_strand_flips_are_counted_over_all_chromosomes_of_a_file(tmp_path: Path) -> None:
    lines = [record(5 + n, *GOOD, alt="C", chrom=name) for name in ("chr20", "chr21") for n in range(60)]
    site_list = listed(
        tmp_path, HRC + "".join(f"{name}\t{5 + n}\t.\tT\tG\t3\t10\t0.4\n" for name in (20, 21) for n in range(60))
    )
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines), site_list=site_list)
    flips = next(found for found in caught.value.findings if found.code == "VCF-STRAND-FLIPS")
    assert flips.blocks()
    assert flips.count == 120


def test_more_than_a_hundred_strand_flips_block_a_file_and_a_job(tmp_path: Path) -> None:
    lines = [record(5 + n, *GOOD, alt="C") for n in range(101)]
    site_list = listed(tmp_path, HRC + "".join(f"20\t{5 + n}\t.\tT\tG\t3\t10\t0.4\n" for n in range(101)))
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines), site_list=site_list)
    assert codes(caught.value.findings, "block") == {"VCF-STRAND-FLIPS"}
    halves = [
        prepare_text(tmp_path, vcf(lines[:few]), site_list=site_list, is_whole_job=False).report for few in (60, 41)
    ]
    found = [report.findings for report in halves]
    assert codes(prep.check_counts(found, [], **limits().of_jobs()), "block") == {"VCF-STRAND-FLIPS"}
    assert prep.check_counts(found[:1] + found[2:], [], **limits().of_jobs()) == ()


def test_a_listed_frequency_on_a_bound_or_just_as_far_as_is_fine_is_taken_for_that(tmp_path: Path) -> None:
    # Turned round, the list's 0.6 is 0.4: at the lower bound of the tenth bin, and 0.2 away from the file's 0.6.
    lines = [record(5 + n, "1/1", "1/1", "1/1", "0/0", "0/0") for n in range(5)]
    site_list = listed(tmp_path, HRC + "".join(f"20\t{5 + n}\t.\tG\tA\t3\t10\t0.6\n" for n in range(5)))
    report = prepare_text(tmp_path, vcf(lines, [f"PERSON{n}" for n in range(5)]), site_list=site_list).report
    assert report.summary.chromosomes[0].frequency_grid[10][15] == 5
    assert "VCF-LIST-FREQUENCY" not in codes(report.findings)


def test_frequencies_are_compared_and_drawn_in_bins_of_five(tmp_path: Path) -> None:
    lines = [record(5 + n, *GOOD, *GOOD) for n in range(12)]
    site_list = listed(
        tmp_path, HRC + "".join(f"20\t{5 + n}\t.\tA\tG\t3\t10\t{0.5 if n < 8 else 0.01}\n" for n in range(12))
    )
    prepared = prepare_text(tmp_path, vcf(lines, [f"PERSON{n}" for n in range(6)]), site_list=site_list)
    far = next(f for f in prepared.report.findings if f.code == "VCF-LIST-FREQUENCY")
    assert far.count == 4
    report = build_report([prepared.report], MapInfo("m", 6), policy(), limits(), created="x")
    assert [cell["count"] for cell in report["files"][0]["site_list"]["frequencies"]] == [8]
    assert "site list" in render_html(report, local=False, display_text=display_text)
    few = prepare_text(tmp_path, vcf([record(5 + n, *GOOD) for n in range(12)]), site_list=site_list)
    report = build_report([few.report], MapInfo("m", 3), policy(), limits(), created="x")
    assert report["files"][0]["site_list"]["frequencies"] == []  # of three people they would be nearly their own
    assert "Records compared with the site list" in render_html(report, local=False, display_text=display_text)

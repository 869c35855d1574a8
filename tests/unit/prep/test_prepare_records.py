"""Which records leave, why others do not, and that the counts reconcile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import prep
from prep.errors import BlockedError, MapSamplesError
from tests.support.prep_files import HG19_20, HG38_20, codes, limits, policy, prepare_text, random_records, record, vcf

GRAMMAR = re.compile(r"(?:chr)?20\t[0-9]{1,9}\t\.\t[ACGT]\t[ACGT]\t\.\tPASS\t\.\tGT(\t[01.]([|/][01.])?)+")
GOOD = ("0/1", "1/1", "0/0")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"filter": "LowQual"}, "filter"),
        ({"filter": "PASS;q10"}, "filter"),
        ({"filter": "pass"}, "filter"),
        ({"alt": "."}, "no-alternate"),
        ({"alt": "<NON_REF>"}, "symbolic"),
        ({"alt": "G,<NON_REF>"}, "symbolic"),
        ({"alt": "G]17:198982]"}, "symbolic"),
        ({"alt": "*"}, "symbolic"),
        ({"alt": "G,T"}, "multi-allelic"),
        ({"ref": "N"}, "not-acgt"),
        ({"ref": "R"}, "not-acgt"),
        ({"alt": "GA"}, "indel"),
        ({"ref": "AC"}, "indel"),
        ({"ref": "AC", "alt": "GT"}, "multi-nucleotide"),
        ({"alt": "A"}, "same-alleles"),
        ({"alt": "a"}, "same-alleles"),
    ],
)
def test_each_reason_for_dropping_a_record_is_counted(tmp_path: Path, fields: dict[str, str], reason: str) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, *GOOD), record(9, *GOOD, **fields)]))
    output = prepared.report.outputs[0]
    assert (output.records_in, output.records_kept, output.dropped) == (2, 1, {reason: 1})
    assert f"VCF-DROPPED-{reason.upper()}" in codes(prepared.report.findings, "removed")


@pytest.mark.parametrize("genotypes", [("0/0", "0/0", "./."), ("./1", "0/0", "0/0"), ("./.", "./.", "./.")])
def test_records_that_nobody_carries_are_dropped(tmp_path: Path, genotypes: tuple[str, ...]) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, *GOOD), record(9, *genotypes)]))
    assert prepared.report.outputs[0].dropped == {"monomorphic": 1}


def test_a_record_that_everybody_carries_is_kept(tmp_path: Path) -> None:
    assert 9 in prepare_text(tmp_path, vcf([record(9, "1/1", "1/1", "./.")])).genotypes()


def test_the_second_of_two_equal_sites_is_dropped_and_other_alleles_are_not(tmp_path: Path) -> None:
    lines = [
        record(5, *GOOD),
        record(5, *GOOD, alt="T"),
        record(5, *GOOD),
        record(5, *GOOD, ref="T", alt="A"),
        record(5, *GOOD, alt="T"),
    ]
    output = prepare_text(tmp_path, vcf(lines)).report.outputs[0]
    assert (output.records_kept, output.dropped) == (3, {"duplicate": 2})


def test_rare_alleles_are_dropped_where_the_policy_says_so(tmp_path: Path) -> None:
    strict = policy(rare_rule='"always"   # never | sequencing-or-million | always')
    lines = [record(5, "0/1", "0/1", "0/0"), record(9, "0/1", "1/1", "0/0"), record(11, "1/1", "1/1", "0/1")]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=strict)
    assert list(prepared.genotypes()) == [9]
    assert prepared.report.outputs[0].dropped == {"rare": 2}


def test_every_line_matches_the_closed_grammar_and_nothing_of_the_header_is_left(tmp_path: Path) -> None:
    meta = [HG38_20, "##SAMPLE=<ID=ALPHA,Name=Anna>", "##bcftools_viewCommand=view /home/anna/x.vcf"]
    lines = [record(5, *GOOD, id="rs123", qual="99", info="CARRIERS=ALPHA", filter=".")]
    prepared = prepare_text(tmp_path, vcf(lines, meta=meta))
    text = prepared.texts["chr20.vcf.gz"].split("\n")
    assert text[:3] == [
        "##fileformat=VCFv4.2",
        "##contig=<ID=chr20>",
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    ]
    assert text[3].split("\t")[:9] == ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"]
    assert GRAMMAR.fullmatch(text[4])
    assert sorted(text[3].split("\t")[9:]) == sorted(p for _, p in prepared.map.entries)


@pytest.mark.parametrize(
    ("meta", "name", "inside"),
    [(HG19_20, "20", "20"), (HG19_20, "chr20", "20"), (HG38_20, "20", "chr20"), (HG38_20, "CHR20", "chr20")],
)
def test_the_contig_is_written_as_the_build_wants_it(tmp_path: Path, meta: str, name: str, inside: str) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, *GOOD, chrom=name)], meta=[meta]))
    assert prepared.report.outputs[0].contig == inside
    assert prepared.report.outputs[0].file_name == "chr20.vcf.gz"
    assert prepared.records()[0][0] == inside


def test_several_chromosomes_become_several_files(tmp_path: Path) -> None:
    lines = [
        record(5, *GOOD),
        record(3, *GOOD, chrom="chr21"),
        record(8, *GOOD, chrom="chr21"),
        record(2_800_000, *GOOD, chrom="chrX"),
    ]
    prepared = prepare_text(tmp_path, vcf(lines))
    assert [(o.file_name, o.records_kept) for o in prepared.report.outputs] == [
        ("chr20.vcf.gz", 1), ("chr21.vcf.gz", 2), ("chrX.vcf.gz", 1),
    ]  # fmt: skip
    several = next(f for f in prepared.report.findings if f.code == "VCF-CHROM-SEVERAL")
    assert several.server_text is not None
    assert several.server_text.startswith("The provided VCF file contains more than one chromosome.")


def test_a_chromosome_that_comes_back_blocks(tmp_path: Path) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([record(5, *GOOD), record(3, *GOOD, chrom="chr21"), record(8, *GOOD)]))
    assert codes(caught.value.findings, "block") == {"VCF-CHROM-SCATTERED"}


@pytest.mark.parametrize(
    ("name", "code"),
    [("chrY", "VCF-CHROM-LEFT-OUT"), ("chrM", "VCF-CHROM-LEFT-OUT"), ("26", "VCF-CHROM-LEFT-OUT"),
     ("chrUn_KI270302v1", "VCF-CONTIGS-LEFT-OUT"), ("HLA-A", "VCF-CONTIGS-LEFT-OUT"),
     ("NC_000020.11", "VCF-CONTIGS-LEFT-OUT"), ("0", "VCF-CONTIGS-LEFT-OUT"), ("25", "VCF-XY-LEFT-OUT"),
     ("chrXY", "VCF-XY-LEFT-OUT"), ("PAR1", "VCF-XY-LEFT-OUT")],
)  # fmt: skip
def test_chromosomes_that_the_policy_leaves_out_are_listed_and_skipped(tmp_path: Path, name: str, code: str) -> None:
    prepared = prepare_text(tmp_path, vcf([record(3, *GOOD, chrom=name)]))
    assert prepared.report.outputs == ()
    assert codes(prepared.report.findings, "warn") == {code}


@pytest.mark.parametrize("ends", ["<NON_REF>", "<*>"])
def test_a_gvcf_is_called_one(tmp_path: Path, ends: str) -> None:
    meta = [HG38_20, f'##ALT=<ID={ends[1:-1]},Description="any other allele">']
    lines = [record(5, *GOOD, alt=ends), record(9, *GOOD, alt=ends), record(12, *GOOD, alt=f"G,{ends}")]
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines, meta=meta))
    assert codes(caught.value.findings, "warn") == {"VCF-GVCF"}
    called = prepare_text(tmp_path, vcf([record(5, *GOOD), record(9, *GOOD, alt="*")], meta=meta))
    assert "VCF-GVCF" not in codes(called.report.findings)


def test_a_field_that_the_policy_sends_and_the_file_lacks_is_missed(tmp_path: Path) -> None:
    text = vcf([record(5, "0/1:1", "1/1:2", "0/0:.", format="GT:DS"), record(9, *GOOD)])
    prepared = prepare_text(tmp_path, text, the_policy=policy("dosages"))
    absent = [finding for finding in prepared.report.findings if finding.code == "VCF-FIELD-ABSENT"]
    assert [(finding.where, finding.severity) for finding in absent] == [("FORMAT/GP", "warn")]


def test_a_chromosome_spelled_otherwise_than_services_want_is_named(tmp_path: Path) -> None:
    prepared = prepare_text(tmp_path, vcf([record(5, *GOOD), record(9, *GOOD, chrom="20"), record(12, *GOOD)]))
    spelled = next(finding for finding in prepared.report.findings if finding.code == "VCF-CHROM-NAME")
    assert spelled.examples == ("20",)
    assert {line[0] for line in prepared.records()} == {"chr20"}
    assert "VCF-CHROM-NAME" not in codes(prepare_text(tmp_path, vcf([record(5, *GOOD)])).report.findings)


def test_an_unsorted_file_is_refused_with_the_command_that_sorts_it(tmp_path: Path) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([record(9, *GOOD), record(5, *GOOD)]))
    finding = next(f for f in caught.value.findings if f.code == "VCF-UNSORTED")
    assert (finding.line, finding.column) == (5, 2)
    assert "bcftools sort" in finding.advice
    assert "Unsorted positions" in str(finding.server_text)


@pytest.mark.parametrize(
    ("position", "code"),
    [("0", "VCF-POSITION-RANGE"), ("64444168", "VCF-POSITION-RANGE"), ("-5", "VCF-POSITION"), ("1e3", "VCF-POSITION"),
     ("", "VCF-POSITION"), ("1234567890", "VCF-POSITION"), ("٣", "VCF-POSITION")],
)  # fmt: skip
def test_positions_outside_the_contig_or_no_numbers_block(tmp_path: Path, position: str, code: str) -> None:
    line = record(5, *GOOD).replace(" 5 ", f" {position} ", 1)
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([line]))
    assert codes(caught.value.findings, "block") == {code}


@pytest.mark.parametrize("line", ["chr20 5 . A G . PASS .", "chr20 5 . A G . PASS . GT 0/1 0/0", "chr20", "x" * 50])
def test_lines_with_other_columns_than_the_header_block(tmp_path: Path, line: str) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([record(3, *GOOD), line, record(9, *GOOD)]))
    finding = next(f for f in caught.value.findings if f.blocks())
    assert (finding.code, finding.line) == ("VCF-COLUMNS", 5)


def test_blank_lines_are_ignored_and_a_second_header_blocks(tmp_path: Path) -> None:
    assert len(prepare_text(tmp_path, vcf([record(3, *GOOD), "", record(9, *GOOD), ""])).genotypes()) == 2
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([record(3, *GOOD)]) + vcf([record(9, *GOOD)]))
    assert "VCF-HEADER-IN-BODY" in codes(caught.value.findings, "block")


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    lines = [
        record(9, *GOOD),
        record(5, *GOOD),
        record(70_000_000, *GOOD),
        record(70, "0/9", "0/0", "x"),
        record(90, "7", format="DP"),
    ]
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(lines, samples=("ALPHA", "ALPHA", "BRAVO")), service="michigan")
    assert codes(caught.value.findings, "block") >= {
        "VCF-UNSORTED", "VCF-POSITION-RANGE", "VCF-ALLELE-INDEX", "VCF-COLUMNS", "VCF-SAMPLES-DUPLICATE",
        "VCF-SAMPLES-FEW",
    }  # fmt: skip


@pytest.mark.parametrize("container", ["text", "gzip", "bgzf"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_container_and_line_end_gives_the_same_lines(tmp_path: Path, container: str, newline: str) -> None:
    lines = random_records(3, 5, 200, text_format="GT:AD:DP")
    samples = [f"PERSON{n}" for n in range(5)]
    wanted = prepare_text(tmp_path, vcf(lines, samples))
    got = prepare_text(tmp_path, vcf(lines, samples, newline=newline), container, existing=wanted.map)
    assert got.texts == wanted.texts
    assert got.report.outputs[0].dropped == wanted.report.outputs[0].dropped


def test_a_last_line_without_newline_counts(tmp_path: Path) -> None:
    text = vcf([record(3, *GOOD), record(9, *GOOD)]).rstrip(b"\n")
    for container in ("text", "gzip", "bgzf"):
        assert list(prepare_text(tmp_path, text, container).genotypes()) == [3, 9]


def test_preparing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    text = vcf(random_records(4, 3, 50))
    first = prepare_text(tmp_path, text, "bgzf")
    assert prepare_text(tmp_path, text, "bgzf", existing=first.map).sinks == first.sinks


def test_samples_to_leave_out_are_gone_and_counts_are_of_the_others(tmp_path: Path) -> None:
    text = vcf([record(3, "0/1", "0/0", "1/1"), record(9, "0/0", "0/1", "0/0"), record(12, "0/1", "bad", "1/1")])
    prepared = prepare_text(tmp_path, text, leave_out=["BRAVO"])
    assert prepared.genotypes() == {3: ["0/1", "1/1"], 12: ["0/1", "1/1"]}
    assert prepared.report.outputs[0].samples == 2
    assert prepared.report.outputs[0].dropped == {"monomorphic": 1}


@pytest.mark.parametrize(("names", "missing", "extra"), [(("ALPHA", "BRAVO"), 1, 0), ((*"AB", "ALPHA"), 2, 2)])
def test_a_map_of_other_samples_prepares_nothing(
    tmp_path: Path, names: tuple[str, ...], missing: int, extra: int
) -> None:
    other = prep.build_pseudonym_map(names, origin="https://example.org", project="study")
    with pytest.raises(MapSamplesError) as caught:
        prepare_text(tmp_path, vcf([record(3, *GOOD)]), existing=other)
    assert (caught.value.facts["missing"], caught.value.facts["extra"]) == (missing, extra)


def test_a_service_refuses_only_where_no_chromosome_has_a_window_left(tmp_path: Path) -> None:
    names, genotypes = [f"PERSON{number}" for number in range(20)], ["0/1"] * 20
    alone = [record(9, "./.", *genotypes[1:], chrom="chr21")]
    beside = [record(position, *genotypes) for position in (3, 5, 8)]
    prepared = prepare_text(tmp_path, vcf([*beside, *alone], names), service="michigan")
    assert codes(prepared.report.findings, "warn") == {"VCF-CHUNK-SITES"}  # and not of too few calls in it as well
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(alone, names, [HG38_20]), service="michigan")
    assert codes(caught.value.findings, "block") == {"VCF-NO-CHUNK"}


def test_where_a_header_stops_all_else_is_told_as_inspect_tells_it(tmp_path: Path) -> None:
    rare = policy(rare_rule='"always"')
    text = vcf([record(3, *GOOD), record(5, "0/1", "0/0", "0/0")], samples=("ALPHA", "BRAVO", "ALPHA"))
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, text, the_policy=rare)
    inspection = prep.inspect(tmp_path / "input.vcf", policy=rare, limits=limits())
    assert codes(caught.value.findings) == codes(inspection.findings) >= {"VCF-SAMPLES-DUPLICATE", "VCF-DROPPED-RARE"}


@pytest.mark.parametrize("keys", [".:GT", "GT:DP:DP", "GT:", ":GT"])
def test_keys_that_other_programs_stop_at_are_told(tmp_path: Path, keys: str) -> None:
    values = "1:0/1" if keys.endswith("GT") else "0/1:1:1"
    odd = record(5, values, values, values, format=keys)
    prepared = prepare_text(tmp_path, vcf([odd, record(9, *GOOD), record(12, ".", ".", ".", filter="q", format=".")]))
    assert prepared.genotypes()[5] == ["0/1", "0/1", "0/1"]
    assert "VCF-FORMAT-KEYS" in codes(prepared.report.findings, "info")
    plain = prepare_text(tmp_path, vcf([record(9, *GOOD), record(12, ".", ".", ".", filter="q", format=".")]))
    assert "VCF-FORMAT-KEYS" not in codes(plain.report.findings)


def test_of_a_file_without_samples_nothing_is_said_about_format(tmp_path: Path) -> None:
    sites = ["chr20 5 . A G . PASS .", "chr20 9 . C T . PASS ."]
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf(sites, samples=()), the_policy=policy("dosages"))
    assert codes(caught.value.findings) == {"VCF-NO-SAMPLES"}


def test_values_behind_those_that_format_names_change_nothing(tmp_path: Path) -> None:
    more = record(5, "0/1:3:7", "1/1:4", "0/0:5:8:9", format="GT:DP")
    assert prepare_text(tmp_path, vcf([more])).genotypes() == {5: ["0/1", "1/1", "0/0"]}


def test_a_byte_order_mark_is_told(tmp_path: Path) -> None:
    text = vcf([record(5, *GOOD)])
    for marked in (True, False):
        prepared = prepare_text(tmp_path, b"\xef\xbb\xbf" * marked + text)
        assert ("VCF-BYTE-ORDER-MARK" in codes(prepared.report.findings, "info")) is marked


def test_one_allele_where_everybody_has_two_is_told_in_the_words_of_who_would_stop(tmp_path: Path) -> None:
    with pytest.raises(BlockedError) as caught:
        prepare_text(tmp_path, vcf([record(5, *GOOD), record(9, "0/1", "1", "0/0"), record(12, *GOOD)]))
    (found,) = (entry for entry in caught.value.findings if entry.blocks())
    assert (found.code, found.line, found.column, found.count) == ("VCF-PLOIDY", 5, 11, 1)
    assert found.server_text == "Error: Sample … changes ploidy at …"


@pytest.mark.parametrize("container", ["text", "bgzf"])
def test_ids_that_name_their_place_are_no_dates(tmp_path: Path, container: str) -> None:
    places = [
        record(20001021 + at, *GOOD, id=f"chr20:{20001021 + at}:A:G", info=f"END={20001021 + at}") for at in (0, 9)
    ]
    prepared = prepare_text(tmp_path, vcf(places), container)
    assert "LEAK-DATE" not in codes(prepared.report.findings)


def test_a_chromosome_of_which_nothing_is_left_is_told_with_its_records(tmp_path: Path) -> None:
    """In a file of several it has no file of its own, and the counts of those that do would not add up."""
    records = [record(5, *GOOD), record(6, *GOOD, chrom="chr21", filter="q"), record(7, *GOOD, chrom="chr21", alt="GT"),
               record(8, *GOOD, chrom="chr22")]  # fmt: skip
    report = prepare_text(tmp_path, vcf(records)).report
    assert [output.chromosome for output in report.outputs] == ["20", "22"]
    empty = [found for found in report.findings if found.code == "VCF-CHROM-EMPTY"]
    assert [(found.where, found.count, found.severity) for found in empty] == [("chromosome 21", 2, "warn")]
    assert sum(output.records_in for output in report.outputs) + empty[0].count == report.summary.records

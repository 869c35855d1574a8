"""Policies: what they let leave, that nothing else does, and that a locked one cannot be loosened."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import prep
from prep import assemble_rich, block, generated, pseudonyms, recheck, recheck_fields, recheck_spot
from prep.errors import LimitsError, PolicyError, RecheckError, RulesFileError, ServiceUnknownError
from prep.fields import NUMBER_FIELDS
from prep.policy import FORMAT_KEYS, Policy
from prep.regions import parse_bed
from prep.report import page
from tests.support.prep_files import POLICIES, codes, limits, policy, prepare_text, record, vcf


@pytest.mark.parametrize("name", ["imputation", "dosages", "likelihoods"])
def test_shipped_policies_load_and_name_their_bytes(name: str) -> None:
    loaded = policy(name)
    assert loaded.name == name
    assert re.fullmatch(r"[0-9a-f]{64}", loaded.digest)
    assert loaded.chromosomes == (*(str(n) for n in range(1, 23)), "X")


def test_a_policy_that_was_saved_on_windows_means_the_same() -> None:
    text = (POLICIES / "dosages.toml").read_bytes()
    saved = prep.load_policy(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert saved._replace(digest="") == policy("dosages")._replace(digest="")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("schema = 1", "schema = 2", "schema"),
        ('ids = "random" ', 'ids = "hash" ', "samples.ids"),
        ('format = ["GT"]', 'format = ["GT", "TX"]', "records.format"),
        ('format = ["GT"]', 'format = ["DS"]', "records.format"),
        ('format = ["GT"]', 'format = ["GT", "DS", "DS"]', "records.format"),
        ('"22", "X",\n', '"22", "X", "X",\n', "records.chromosomes"),
        ("info = []", 'info = ["CARRIERS"]', "records.info"),
        ("info = []", 'info = [["AC"]]', "records.info"),
        ("local_days = 30", "local_days = true", "review.local_days"),
        ("local_days = 30", "local_days = -1", "review.local_days"),
        ("local_days = 30", "local_days = 30\nkeep_names = true", "review.keep_names"),
        ("second_person = false", "", "review.second_person"),
        ('name = "imputation"', 'name = "../x"', "name"),
        ("schema = 1", "schema = ", "line 2"),
        ("local_days = 30", "local_days = 30\nlocal_days = 31", "line 33"),
        ("[review]", "[sharing]\n\n[review]", "sharing"),
        ('bed = ""', 'bed = "6 10 20\\n6 20 20"', "records.regions_left_out_bed, line 2"),
        ('bed = ""', 'bed = ["6 10 20"]', "records.regions_left_out_bed"),
        ("schema = 1", "schema = " + "[" * 5000, "toml"),
        ("schema = 1", "schema = " + "1" * 5000, "toml"),
        ("schema = 1", "a." * 5000 + "a = 1", "toml"),
        ("schema = 1", 'schema = 1\n"samples.ids" = "sequential"', "toml"),
    ],
)
def test_a_policy_that_is_not_fully_understood_is_refused(old: str, new: str, key: str) -> None:
    text = (POLICIES / "imputation.toml").read_text()
    assert old in text
    with pytest.raises(PolicyError) as caught:
        prep.load_policy(text.replace(old, new).encode())
    assert caught.value.facts == {"key": key}


def test_a_policy_under_which_no_chromosome_could_leave_is_refused() -> None:
    text = re.sub(r"(?s)chromosomes = \[.*?\]", "chromosomes = []", (POLICIES / "imputation.toml").read_text())
    with pytest.raises(PolicyError) as caught:
        prep.load_policy(text.encode())
    assert caught.value.facts == {"key": "records.chromosomes"}


def test_a_policy_from_before_half_calls_had_a_rule_leaves_them_missing() -> None:
    text = re.sub(r"(?m)^haploid_half_calls.*\n", "", (POLICIES / "imputation.toml").read_text())
    assert prep.load_policy(text.encode()).haploid_half_calls == "missing"
    assert policy("imputation").haploid_half_calls == "one-allele"


@pytest.mark.parametrize("key", FORMAT_KEYS)
def test_each_field_that_a_policy_can_name_is_known_to_writer_recheck_and_report(key: str) -> None:
    assert generated._LINES[key] + "\n" == recheck._FORMAT_LINES[key]
    assert key in page._FIELD_NAMES
    for table in (
        NUMBER_FIELDS,
        recheck_fields._VALUES,
        recheck_fields._USUAL,
        recheck_fields._OF_ONE,
        recheck_spot._PLAIN,
    ):
        assert key == "GT" or key in table


LOCKED_CHANGES = {"largest_samples": 100, "second_person": True, "sites": "list", "id_scheme": "hmac",
                  "info_keys": ("AN",), "record_id": "rs", "leak_level": "ask",
                  "format_keys": ("GT", "DS"), "regions_left_out": parse_bed(b"6 10 20\n")}  # fmt: skip
LOOSER_AND_STRICTER: list[tuple[str, str, object, object]] = [
    ("samples.ids", "id_scheme", "sequential", "random"),
    ("samples.shuffle_columns", "shuffle_columns", False, True),
    ("samples.largest_number", "largest_samples", 101, 99),
    ("samples.largest_number", "largest_samples", 0, 1),
    ("records.format", "format_keys", ("GT", "DS", "PL"), ("GT",)),
    ("records.info", "info_keys", ("AN", "AC"), ()),
    ("records.id", "record_id", "chr-pos-ref-alt", "none"),
    ("records.chromosomes", "chromosomes", ("1", "MT"), ("1",)),
    ("records.regions_left_out_bed", "regions_left_out", parse_bed(b"6 10 19\n"), parse_bed(b"6 1 30\n")),
    ("records.regions_left_out_bed", "regions_left_out", (), parse_bed(b"6 10 14\n6 12 17\n6 17 20\n")),
    ("records.regions_left_out_bed", "regions_left_out", parse_bed(b"6 10 14\n6 15 20\n"), parse_bed(b"6 0 9\n6 9 21")),
    ("records.regions_left_out_bed", "regions_left_out", parse_bed(b"7 10 20\n"), parse_bed(b"6 10 20\n7 1 2\n")),
    ("sites.keep", "sites", "all", "list"),
    ("sites.minimum_minor_allele_count", "minimum_minor_allele_count", 2, 4),
    ("sites.rare_rule", "rare_rule", "never", "always"),
    ("review.leak_level", "leak_level", "report", "block"),
    ("review.second_person", "second_person", False, True),
    ("review.local_days", "local_days", 31, 0),
]


@pytest.mark.parametrize(("key", "field", "looser", "stricter"), LOOSER_AND_STRICTER)
def test_each_knob_is_compared_in_both_directions(key: str, field: str, looser: object, stricter: object) -> None:
    locked = policy()._replace(**LOCKED_CHANGES)  # type: ignore[arg-type]
    assert prep.looser_keys(locked, locked) == ()
    assert prep.looser_keys(locked._replace(**{field: looser}), locked) == (key,)  # type: ignore[arg-type]
    assert prep.looser_keys(locked._replace(**{field: stricter}), locked) == ()  # type: ignore[arg-type]


def test_every_key_of_a_policy_that_could_be_loosened_is_compared() -> None:
    says_nothing_of_what_leaves = {"name", "version", "digest", "title", "locked"}
    compared = {field for _, field, _, _ in LOOSER_AND_STRICTER} | {"haploid_half_calls"}
    assert compared == set(Policy._fields) - says_nothing_of_what_leaves


def test_half_calls_that_the_reference_drops_stay_dropped() -> None:
    drops, keeps = policy()._replace(haploid_half_calls="missing"), policy()
    assert keeps.haploid_half_calls == "one-allele"
    assert prep.looser_keys(keeps, drops) == ("records.haploid_half_calls",)
    assert prep.looser_keys(drops, keeps) == ()


def test_all_that_is_looser_is_named_and_a_count_that_no_rule_uses_is_not() -> None:
    looser = policy()._replace(local_days=31, shuffle_columns=False)
    assert prep.looser_keys(looser, policy()) == ("samples.shuffle_columns", "review.local_days")
    never = policy()._replace(rare_rule="never")
    assert prep.looser_keys(never._replace(minimum_minor_allele_count=0), never) == ()


def test_dosages_leave_as_numbers_written_anew(tmp_path: Path) -> None:
    lines = [
        record(5, "0/1:0.97000000:0.01,0.95,0.04:x", "0/0:1e-05:1,0,0:y", "./.:.:.", format="GT:DS:GP:TX"),
        record(9, "0/1:SECRET:0.5", "1/1:2.0004:0.2,0.3,0.5", "0/0:7:.", format="GT:DS:GP"),
        record(12, "0/1", "1/1", "0/0"),
    ]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy("dosages"))
    assert {int(f[1]): f[8:] for f in prepared.records()} == {
        5: ["GT:DS:GP", "0/1:0.97:0.01,0.95,0.04", "0/0:0:1,0,0", "./.:.:."],
        9: ["GT:DS:GP", "0/1:.:.", "1/1:2:0.2,0.3,0.5", "0/0:.:."],
        12: ["GT:DS:GP", "0/1:.:.", "1/1:.:.", "0/0:.:."],
    }
    assert "##FORMAT=<ID=DS" in prepared.texts["chr20.vcf.gz"]
    lost = next(f for f in prepared.report.findings if f.code == "VCF-FIELD-UNREADABLE")
    assert lost.count == 3


def test_likelihoods_leave_as_whole_numbers(tmp_path: Path) -> None:
    lines = [record(5, "0/1:12,0,999999", "0/0:0,3,40", "1/1:9,-1,0", format="GT:PL")]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy("likelihoods"))
    assert prepared.records()[0][8:] == ["GT:PL", "0/1:12,0,99999", "0/0:0,3,40", "1/1:."]


def test_two_alleles_take_three_likelihoods_or_probabilities(tmp_path: Path) -> None:
    lines = [record(5, "0/1:12,0", "./.:0,3", "1/1:9,1,0", format="GT:PL")]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy("likelihoods"))
    assert prepared.records()[0][9:] == ["0/1:.", "./.:.", "1/1:9,1,0"]
    lost = next(finding for finding in prepared.report.findings if finding.code == "VCF-FIELD-UNREADABLE")
    assert (lost.count, lost.severity) == (2, "warn")
    lines = [
        record(5_000_000, "0:0.9,0.1", "0|1:0.1,0.9", "1:0,1", chrom="chrX", format="GT:GP"),
        record(5_000_001, ".:0.9,0.1", "0|1:0,0,0", "./.:0.5,0.5", chrom="chrX", format="GT:GP"),
    ]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy("dosages"))
    assert [fields[9:] for fields in prepared.records("chrX.vcf.gz")] == [
        ["0:.:0.9,0.1", "0|1:.:.", "1:.:0,1"], [".:.:0.9,0.1", "0|1:.:0,0,0", ".:.:."],
    ]  # fmt: skip


def test_haploid_cells_carry_numbers_too(tmp_path: Path) -> None:
    lines = [record(5_000_000, "0:0.1", "0|1:1.1", "1:0.9", chrom="chrX", format="GT:DS")]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy("dosages"))
    assert prepared.records("chrX.vcf.gz")[0][9:] == ["0:0.1:.", "0|1:1.1:.", "1:0.9:."]


@pytest.mark.parametrize("text_format", ["GT:DS", "GT:GP:DS", "GT:DP"])
@pytest.mark.parametrize("lines", [1, 3])
def test_where_all_cells_are_single_alleles_without_their_numbers_they_are_missing(
    tmp_path: Path, text_format: str, lines: int
) -> None:
    records = [record(5 + number, "0", "1", "1", chrom="chrM", format=text_format) for number in range(lines)]
    sends_mt = policy("dosages")._replace(chromosomes=("MT",))
    prepared = prepare_text(tmp_path, vcf(records), the_policy=sends_mt)
    assert prepared.genotypes("chrMT.vcf.gz") == {5 + number: ["0:.:.", "1:.:.", "1:.:."] for number in range(lines)}


@pytest.mark.parametrize(
    ("text", "written"),
    [("1.", "1"), (".5", "0.5"), ("1e0", "1"), ("5E-1", "0.5"), ("2.0004", "2"), ("0_1", "."), ("1e400", "."),
     ("+1", "."), ("0x1", "."), ("nan", "."), ("2.1", "."), ("0.2512489996", "0.2512"), ("-0", "0"),
     ("-0.000", "0"), ("-1.1102230246251565e-16", "0"), ("-0.001", "."), ("-1", "."), ("--0", "."), ("-", ".")],
)  # fmt: skip
def test_a_dosage_is_a_plain_decimal_number(tmp_path: Path, text: str, written: str) -> None:
    line = record(5, f"0/1:{text}", "1/1:2", "0/0:0", format="GT:DS")
    prepared = prepare_text(tmp_path, vcf([line]), the_policy=policy("dosages"))
    assert sorted(prepared.records()[0][9:]) == sorted([f"0/1:{written}:.", "1/1:2:.", "0/0:0:."])


@pytest.mark.parametrize(
    ("choice", "wanted"), [("none", [".", ".", "."]), ("rs", ["rs12", ".", "."]),
                           ("chr-pos-ref-alt", ["chr20:5:A:G", "chr20:9:A:G", "chr20:11:A:G"])],
)  # fmt: skip
def test_ids_are_rs_numbers_or_made_or_none(tmp_path: Path, choice: str, wanted: list[str]) -> None:
    lines = [record(5, "0/1", "1/1", "0/0", id="rs12"), record(9, "0/1", "1/1", "0/0", id="LOCAL-ANNA"),
             record(11, "0/1", "1/1", "0/0", id="rs12;ANNA")]  # fmt: skip
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy()._replace(record_id=choice))
    assert [fields[2] for fields in prepared.records()] == wanted


def test_info_is_counted_from_what_leaves_and_never_copied(tmp_path: Path) -> None:
    lines = [record(5, "0/1", "1/1", "./1", info="AC=77;AN=99;CARRIERS=ANNA"), record(9, "0/0", "0/1", "0/0")]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy()._replace(info_keys=("AC", "AN", "AF")))
    assert [fields[7] for fields in prepared.records()] == ["AC=3;AN=4;AF=0.750000", "AC=1;AN=6;AF=0.166667"]


def test_dosages_are_written_a_few_lines_at_a_time_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble_rich, "_CELLS_AT_ONCE", 6)
    lines = [record(place, "0/1", "1/1", "0/0", chrom=f"chr{n}") for n in (20, 21) for place in range(1, 6)]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy("dosages"))
    for name in ("chr20.vcf.gz", "chr21.vcf.gz"):
        assert [fields[1] for fields in prepared.records(name)] == ["1", "2", "3", "4", "5"]


RICH_SABOTAGE = {
    "text in a number field": lambda text: text.replace(b":0.5", b":ANNA", 1),
    "too many decimals": lambda text: text.replace(b":0.5", b":0.123456", 1),
    "a cell without its number": lambda text: text.replace(b":0.5:.", b"", 1),
    "a further value": lambda text: text.replace(b":0.5", b":0.5:0.5", 1),
    "a wrong count": lambda text: text.replace(b"AC=3", b"AC=4", 1),
    "another site's id": lambda text: text.replace(b"chr20:5:A:G", b"chr20:6:A:G", 1),
    "a flipped genotype": lambda text: text.replace(b"1/1:", b"0/1:", 1),
    "a QUAL value": lambda text: text.replace(b"\t.\tPASS", b"\t99\tPASS", 1),
    "another FILTER": lambda text: text.replace(b"PASS", b"q10", 1),
    "a further INFO key": lambda text: text.replace(b"AC=3", b"AC=3;CARRIERS=ANNA", 1),
    "text as ID": lambda text: text.replace(b"chr20:5:A:G", b"LOCAL-ANNA", 1),
    "a further FORMAT key": lambda text: text.replace(b"GT:DS:GP", b"GT:DS:GP:DP", 1),
    "a long allele": lambda text: text.replace(b"\tA\tG\t", b"\tAC\tG\t", 1),
    "the same allele twice": lambda text: text.replace(b"\tA\tG\t", b"\tA\tA\t", 1).replace(b":A:G", b":A:A", 1),
    "another chromosome": lambda text: text.replace(b"chr20\t", b"chr21\t", 1),
    "a position with a zero before it": lambda text: text.replace(b"\t5\t", b"\t05\t", 1),
    "a position outside": lambda text: text.replace(b"\t5\t", b"\t64444168\t").replace(b":5:", b":64444168:"),
    "a carriage return": lambda text: text.replace(b"\n", b"\r\n", 1),
    "text behind the last line": lambda text: text + b"ANNA\n",
}


@pytest.mark.parametrize("name", RICH_SABOTAGE)
def test_broken_rich_lines_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    original = assemble_rich.iter_rich_texts

    def broken(*arguments: object) -> object:
        for chromosome, text in original(*arguments):  # type: ignore[arg-type]
            changed = RICH_SABOTAGE[name](text)
            assert changed != text
            yield chromosome, changed

    monkeypatch.setattr(block, "iter_rich_texts", broken)
    rich = policy("dosages")._replace(info_keys=("AC",), record_id="chr-pos-ref-alt")
    lines = [record(5, "0/1:0.5", "1/1:2", "0/0:0", format="GT:DS")]
    with pytest.raises(RecheckError):
        prepare_text(tmp_path, vcf(lines), the_policy=rich)


def test_regions_of_a_bed_file_are_left_out(tmp_path: Path) -> None:
    hidden = policy()._replace(regions_left_out=parse_bed(b"# comment\ntrack x\nchr20\t8\t10\n20 99 200 name\n"))
    lines = [record(n, "0/1", "1/1", "0/0") for n in (8, 9, 10, 11, 99, 100, 200, 201)]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=hidden)
    assert list(prepared.genotypes()) == [8, 11, 99, 201]
    assert prepared.report.outputs[0].dropped == {"region-left-out": 4}


@pytest.mark.parametrize("line", ["chr20 5", "chr20 9 5", "weird 1 5", "chr20 x 5"])
def test_a_bed_line_that_leaves_nothing_out_is_refused(line: str) -> None:
    with pytest.raises(RulesFileError) as caught:
        parse_bed(b"chr20 1 2\n" + line.encode())
    assert caught.value.facts == {"kind": "regions", "line": 2}


def test_services_are_data_and_their_limits_are_checked(tmp_path: Path) -> None:
    data = (POLICIES / "services.toml").read_bytes()
    assert (limits("michigan").fewest_samples, limits("topmed").most_samples) == (20, 25_000)
    with pytest.raises(ServiceUnknownError):
        prep.load_service_limits(data, "nowhere")
    for wrong in (
        data.replace(b"most_samples", b"most_sampels"),
        data.replace(b"schema = 1", b"schema = 2"),
        b"schema = 1",
        b"a = " + b"9" * 5000,
        b"a = " + b"[" * 5000,
    ):
        with pytest.raises(LimitsError):
            prep.load_service_limits(wrong, "topmed")
    (tmp_path / "input.vcf").write_bytes(vcf([record(5, "0/1", "1/1", "0/0")]))
    for fewest in (20, 5):
        service = limits("michigan")._replace(fewest_samples=fewest)
        inspection = prep.inspect(tmp_path / "input.vcf", policy=policy(), limits=service)
        few = next(f for f in inspection.findings if f.code == "VCF-SAMPLES-FEW")
        assert few.server_text == f"At least {fewest} samples must be uploaded."
    assert "VCF-SAMPLES-FEW" not in codes(
        prep.inspect(tmp_path / "input.vcf", policy=policy(), limits=limits()).findings
    )


def test_mitochondria_and_y_leave_only_where_a_policy_says(tmp_path: Path) -> None:
    lines = [record(5, "0", "1", ".", chrom="chrM"), record(5_000_000, "1", "0", ".", chrom="chrY")]
    prepared = prepare_text(tmp_path, vcf(lines), the_policy=policy()._replace(chromosomes=("MT", "Y")))
    assert [(o.file_name, o.contig) for o in prepared.report.outputs] == [
        ("chrMT.vcf.gz", "chrM"),
        ("chrY.vcf.gz", "chrY"),
    ]
    assert prepared.genotypes("chrMT.vcf.gz") == {5: ["0", "1", ".|."]}


@pytest.mark.parametrize("pattern", ["SAMPLE{:06d}", "PERSON{:05d}", "FAM{0:05d}_IND{0:06d}", "{:04d}", "1203{:06d}"])
def test_sequential_ids_are_drawn_for_numbered_names_too(pattern: str) -> None:
    names = [pattern.format(number) for number in range(1500)]
    made = prep.build_pseudonym_map(names, origin="o", project="p", scheme="sequential")
    assert len(set(made.output_pseudonyms)) == 1500
    assert all(re.fullmatch(r"[A-Z0-9]{8,20}", name) for name in made.output_pseudonyms)
    more = prep.build_pseudonym_map([*names, "ONE MORE 0815"], origin="o", project="p", existing=made)
    assert set(made.output_pseudonyms) < set(more.output_pseudonyms)


def test_an_id_that_would_hold_a_name_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "BCDFGHJKLM"
    drawn = iter(("ZZZZ", f"ZZ{name}ZZZ", f"{name[1:]}ZZZZZZ"))
    monkeypatch.setattr(pseudonyms, "_consonants", lambda count: next(drawn))
    made = prep.build_pseudonym_map([name], origin="o", project="p")
    assert made.output_pseudonyms == (f"ZZZZ{name[1:]}ZZZZZZ",)


@pytest.mark.parametrize(
    "record_id",
    [
        "rs2512489996", "rs1203999997", "rs0101701234", "rs1912121212", "rs9434765870", "rs7204021234", "rs25124800",
        "rs251248009996", "rs12345678901", "RS12", "rs", "rs12;rs13", "251248-9996",
    ],
)  # fmt: skip
def test_an_id_in_which_a_person_s_number_could_leave_is_written_as_missing(tmp_path: Path, record_id: str) -> None:
    """By its form, or because a sample is called so (the third name, without its dash and noughts)."""
    lines = [record(5, "0/1", "0/1", "0/1", id=record_id), record(6, "0/1", "0/1", "0/1", id="rs2099999999")]
    prepared = prepare_text(
        tmp_path, vcf(lines, ("ALPHA", "MRN7204021234", "25-1248-00")), the_policy=policy()._replace(record_id="rs")
    )
    assert [fields[2] for fields in prepared.records()] == [".", "rs2099999999"]
    assert {finding.code: finding.count for finding in prepared.report.findings}["VCF-ID-REMOVED"] == 1


def test_a_writer_that_lets_the_digits_of_a_sample_name_leave_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prep.assemble_rich.may_leave", lambda record_id, of_persons: True)
    text = vcf([record(5, "0/1", "0/1", id="rs251248")], ("ALPHA", "25-1248"))
    with pytest.raises(RecheckError) as caught:
        prepare_text(tmp_path, text, the_policy=policy()._replace(record_id="rs"))
    assert caught.value.facts["check"] == "record-id"

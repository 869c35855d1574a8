"""What the leak scan finds, and what it must not take for a leak. All numbers are specimens or never issued."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import prep
from prep import national_numbers
from prep.header import parse_header
from prep.header_scan import scan_header
from prep.leakscan import NameFinder, classify_names, iter_leaks, name_classes, scan_sample_names
from prep.record_scan import scan_sites
from prep.source import Source
from tests.support.prep_files import HG38_20, limits, policy, record, run, vcf

NOBODY = NameFinder(())


def classes_in(text: str, *names: str) -> set[str]:
    return {leak.leak_class for leak in iter_leaks(text, NameFinder(names))}


@pytest.mark.parametrize(
    "number",
    ["251248-9996", "680130-0123", "131052-308T", "19121212-1212", "121272-1212", "943 476 5870", "536-90-4399",
     "A000500015", "fnr 15108695088", "BSN: 111222333", "19701063-2391", "700669-7876"],
)  # fmt: skip
def test_national_numbers_in_text_are_found(number: str) -> None:
    assert "national-number" in classes_in(f"contact {number}, please")


@pytest.mark.parametrize(
    "text",
    ["rs123456789", "chr20:64444167", "123456789", "991399-0000", "1234-5678", "AC=34;AN=4280", "A000500016",
     "ENST00000356026", "NM_000059.3:c.5946delT", "20240312", "10.1038/s41586-020-2308-7"],
)  # fmt: skip
def test_ordinary_numbers_are_no_national_numbers(text: str) -> None:
    assert "national-number" not in classes_in(text)


@pytest.mark.parametrize(
    "name",
    ["6801300123", "680130-0123", "15108695088", "PT_131052-308T", "X1234567L", "12345678Z", "85073003328",
     "44051401359", "RSSMRA85T10A562S", "756.9217.0769.85"],
)  # fmt: skip
def test_undashed_numbers_in_names_are_found(name: str) -> None:
    assert list(national_numbers.iter_in_names(name))


NUMBERS = {
    "fodselsnummer": "15108695088", "personnummer": "19121212-1212", "bsn": "111222333", "nhs": "9434765870",
    "nir": "295109912611193", "dni": "12345678Z", "nie": "X1234567L", "codice-fiscale": "RSSMRA85T10A562S",
    "pesel": "44051401359", "rodne-cislo": "7103192745", "belgian-nn": "85.07.30-033.28", "isikukood": "37605030299",
    "cnp": "1630615123457", "oib": "94577403194", "ahv": "756.9217.0769.85", "pps": "1234567FA",
    "kennitala": "120174-3399", "idnr": "36 574 261 809", "belgian-bis": "98.47.28-997.65", "svnr": "1237 010180",
    "egn": "7523169263", "amka": "01013099997", "personas-kods": "161175-19997", "cartao-de-cidadao": "00000000 0 ZZ4",
    "emso": "0101006500006", "tc-kimlik": "17291716060", "cpf": "390.533.447-05", "rut": "12.531.909-2",
    "ric": "360426199101010071", "aadhaar": "2341 2341 2346", "rrn": "971013-9019902", "curp": "BOXW310820HNERXN09",
    "cnic": "34201-0891231-8", "pin": "1-2345-45678-78-1", "za-id": "7503305044089",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "pattern", "module"), national_numbers._NAME_MODULES)
def test_every_kind_of_number_is_known_in_names(kind: str, pattern: str, module: str) -> None:
    number = NUMBERS[kind]
    assert re.fullmatch(pattern, number)
    assert national_numbers._is_valid(module, number)
    assert list(national_numbers.iter_in_names(f"PT_{number}"))


@pytest.mark.parametrize("digits", ["20########80", "############3", "#######-8", "000000######"])
def test_barcodes_and_running_numbers_are_no_national_numbers(digits: str) -> None:
    chance = random.Random(5)
    names = [re.sub("#", lambda _: str(chance.randrange(10)), digits) for _ in range(100)]
    assert len(classify_names(names).get("national-number", ())) <= 3


@pytest.mark.parametrize("name", ["NA12878", "HG00096", "SAMPLE000123", "FAM00001_IND000002", "S1", "1", "patient-7"])
def test_ordinary_sample_names_are_no_numbers(name: str) -> None:
    assert not list(national_numbers.iter_in_names(name))
    assert name_classes(name) == set()


@pytest.mark.parametrize(
    "name",
    [
        "Kirsten_Holm",
        "Holm, Kirsten",
        "HOLM^KIRSTEN",
        "Kirsten Marie Holm",
        "Anne-Marie V. Øst 1971-05-03",
        "Pat O'Neil",
        "Holm_tumor",
        "Kirsten Holm Blood",
    ],
)
def test_names_of_persons_are_known_by_their_form(name: str) -> None:
    assert "person-name" in name_classes(name)


@pytest.mark.parametrize(
    "name",
    ["written by bgzip", "Sample 7", "LP6005441-DNA_A01", "NA12878", "Blood 12 B", "tumor_normal", "Negative Control",
     "whole-blood", "Genomic-DNA"],
)  # fmt: skip
def test_other_names_are_no_persons(name: str) -> None:
    assert "person-name" not in name_classes(name)


EXAMPLES = (
    ("kirsten.holm@regionh.example.dk", "e-mail"),
    ("call +45 35 45 00 00 today", "phone"),
    ("https://user:secret@license.example.com/x", "credentials"),
    ("https://lims.example.dk/case?id=1&token=ghp9fK3xQ1Zt7", "credentials"),
    ("https://x.blob.core.windows.net/c/ref.fa?sv=2020&sig=abc%3D", "credentials"),
    ("s3://b/ref.fa?X-Amz-Signature=0123abcd", "credentials"),
    ("view --password Hemmelig7 file", "credentials"),
    ("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI", "credentials"),
    ("/home/kirsten.holm/project/ref.fa", "path"),
    ("file:///data/ngs/run7/x.bam", "path"),
    (r"C:\Users\kholm\OneDrive - Region H\pt.txt", "path"),
    (r"\\fileserver\patients\list.txt", "path"),
    ("~/cohort/list.txt", "path"),
    ("https://lims.example.dk/case?id=1", "host"),
    ("10.12.13.14", "host"),
    ("Dr. Kirsten Holm", "person-name"),
    ("born 1971-05-03", "birth-date"),
    ("Patient foedt 03.05.1971", "birth-date"),
    ("MRN12345678", "medical-record"),
    ("MRN: 12345678", "medical-record"),
    ("MRN=12345678", "medical-record"),
    ("hostname=ws-042", "host"),
    ("Host: node12.cluster.rigshospitalet.example", "host"),
    ("D24-12345", "medical-record"),
    ("H2019-012345", "medical-record"),
    ("205699252753_R10C01", "array-barcode"),
    ("240311_A01077_0174_AH7JGVDMXY", "array-barcode"),
    ("Tue Mar 12 10:02:11 2024", "date"),
    ("March 12, 2024", "date"),
    ("2024-03-12T09:41", "date"),
    ("--lic-server=floating.example:1234", "licence"),
)


@pytest.mark.parametrize(("text", "leak_class"), EXAMPLES)
def test_each_class_is_found(text: str, leak_class: str) -> None:
    assert leak_class in classes_in(f'##x=<y="{text}">')


@pytest.mark.parametrize(("text", "leak_class"), EXAMPLES)
def test_the_first_look_at_records_passes_over_none_of_them(text: str, leak_class: str) -> None:
    lines = f".\tAC=5;AF=0.0125;NOTE={text};DP=1200\n" * 3
    found = {(finding.finding_class, finding.where, finding.count) for finding in scan_sites(lines, NOBODY)}
    assert (leak_class, "INFO/NOTE", 3) in found


@pytest.mark.parametrize(
    "text",
    [
        "Version=4.5.0.0",
        "chr1/chr2",
        "A/T",
        "</b>",
        "0.5/0.7",
        "GT:AD:DP:GQ:PL",
        "v1.2.3",
        "--password-file F",
        "passwordless",
        "a?monkey=b",
        "host=Homo sapiens",
        "localhost:8080",
        "PID=12345",
        "Gene3D:1.10.20.10&Pfam:PF00125",
    ],
)
def test_versions_and_ratios_are_no_leaks(text: str) -> None:
    assert classes_in(text) == set()


@pytest.mark.parametrize(
    "text", ["NA12878", "x/NA12878.bam", "NA12878_AF", "LOCAL-NA12878-10", "PredictedKaryotypeNA12878", "a;b=NA12878,c"]
)
def test_sample_names_are_found_inside_other_words(text: str) -> None:
    assert "sample-name" in classes_in(text, "NA12878", "HG1")


def test_short_names_and_other_names_are_not() -> None:
    assert classes_in("HG1 and NA128780 and NA1287", "NA12878", "HG1") == set()
    assert classes_in("cohort of Anna Berg (1971)", "Anna Berg") == {"sample-name"}


def test_no_example_shows_a_password() -> None:
    address = "https://user:secret@lims.example.dk/x"
    header = parse_header(
        f"##fileformat=VCFv4.2\n##bcftools_viewCommand=view {address}\n##bcftools_callCommand={'x' * 154} {address}\n"
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n".encode(),
        "text",
    )
    findings = [*scan_header(header, NOBODY)[0], *scan_sites(f".\tSOURCE={address}\n", NOBODY)]
    assert {"credentials", "command-line"} <= {finding.finding_class for finding in findings}
    assert all("secr" not in example for finding in findings for example in finding.examples)
    assert any("https://user:…@lims" in example for finding in findings for example in finding.examples)


@pytest.mark.parametrize(
    "text",
    ["https://lims.example.dk/?id=1&access_token=secr7 x", "https://x.net/f?sv=2&sig=secr%3D&se=9", "--api-key secr77",
     *(f"https://x.net/?{word}=secr77" for word in ("key", "x-signature", "credential", "password", "passwd",
                                                    "pwd", "auth")),
     "password: secr77", 'passwd="secr77"', "paſſword: secr77"],
)  # fmt: skip
def test_no_example_shows_an_access_token(text: str) -> None:
    header = parse_header(
        f"##fileformat=VCFv4.2\n##bcftools_viewCommand=view {text}\n##x={text}\n"
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n".encode(),
        "text",
    )
    findings = [*scan_header(header, NOBODY)[0], *scan_sites(f".\tSOURCE={text};ODD={text}\n", NOBODY)]
    assert {"credentials", "command-line"} <= {finding.finding_class for finding in findings}
    assert {"INFO/SOURCE", "INFO/…"} <= {
        finding.where for finding in findings if finding.finding_class == "credentials"
    }
    assert all("secr" not in example for finding in findings for example in finding.examples)


def test_the_address_around_an_access_token_is_told_too() -> None:
    assert classes_in("https://lims.example.dk/case?id=1&token=abc7") == {"host", "credentials"}


def test_a_key_that_holds_a_name_is_not_shown_as_a_place() -> None:
    header = parse_header(
        b"##fileformat=VCFv4.2\n##KaryotypeNA12878=XX\n##SAMPLE=<ID=NA12878>\n"
        b"#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNA12878\n",
        "text",
    )
    findings, marks = scan_header(header, NameFinder(header.sample_ids))
    assert {finding.where for finding in findings} == {"header ##…", "header ##SAMPLE"}
    assert [(mark.line, header.meta_lines[mark.line - 1][mark.start : mark.end]) for mark in marks] == [
        (2, "NA12878"), (3, "NA12878"),
    ]  # fmt: skip
    assert all(not finding.shareable().examples for finding in findings)


@pytest.mark.parametrize(
    "secret", ["CPR 251248-9996", "lims NA12878", "KaryoNA12878", "a.b@hosp.example", "/home/kirsten/x.vcf"]
)
@pytest.mark.parametrize("in_one_line", [False, True])
def test_what_identifies_at_the_end_of_a_long_header_is_found(
    monkeypatch: pytest.MonkeyPatch, secret: str, in_one_line: bool
) -> None:
    monkeypatch.setattr("prep.header_scan._WHOLLY_SEARCHED_CHARS", 10_000)
    filler = ("-" if in_one_line else "\n##").join(["x=" + "abc " * 60] * 600)
    text = f"##fileformat=VCFv4.2\n##{filler} {secret}\n##bcftools_viewCommand=view\n"
    text += "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNA12878\n"
    header = parse_header(text.encode(), "text")
    findings, marks = scan_header(header, NameFinder(header.sample_ids))
    assert len(findings) == 2
    assert [secret.endswith(header.meta_lines[mark.line - 1][mark.start : mark.end]) for mark in marks] == [True]
    assert "LEAK-COMMAND-LINE" in {finding.code for finding in findings}


def test_records_are_scanned_for_names_ids_and_keys() -> None:
    text = "rs1\tAC=1\nLOCAL-NA12878-7\tAC=1;CARRIERS=NA12878;NA12878_AF=0.5\n.\tCONTACT=a@b.example\n"
    found = {(finding.code, finding.where) for finding in scan_sites(text, NameFinder(["NA12878"]))}
    assert found == {
        ("LEAK-SAMPLE-NAME", "ID"), ("LEAK-SAMPLE-NAME", "INFO/CARRIERS"), ("LEAK-SAMPLE-NAME", "INFO keys"),
        ("LEAK-E-MAIL", "INFO/CONTACT"),
    }  # fmt: skip


_PIECES = (
    "ALPHA", "ALPHA-2", "two words", "BETA[1]", "a.b@c.example", r"C:\data\x", "/home/kirsten/x.bam", "251248-9996",
    "born 1979-09-27", "+45 20 30 40 50", "https://u:p@h.example/x", "licence key=ABCDEF", "MRN12345678", "2024-05-06",
    "0.125", "12", "rs12345678", "Dr Olsen", r"\\host\share", "CPR", "4.4.2.2", "A000500015", "20", "-", " ", "",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_entries_searched_together_give_what_each_gives_alone(seed: int) -> None:
    chance = random.Random(seed)
    names = NameFinder(("ALPHA", "two words", "BETA[1]", "a;b c"))

    def text() -> str:
        return "".join(chance.choices(_PIECES, k=chance.randrange(1, 4)))

    records = [
        (text().replace(" ", "_"), [f"{chance.choice(('AC', 'ALPHA_AF', 'x y'))}={text()}" for _ in range(4)])
        for _ in range(8)
    ]
    wanted = Counter(
        (leak.leak_class, "ID")
        for record_id, _ in records
        for leak in ([] if record_id.startswith("rs") else iter_leaks(record_id, names))
    )
    for _, info in records:
        for entry in info:
            key = entry.partition("=")[0]
            place = "INFO/AC" if key == "AC" else "INFO/…"
            for leak in iter_leaks(entry, names):
                wanted[leak.leak_class, "INFO keys" if leak.start < len(key) else place] += 1
    lines = "".join(f"{record_id}\t{';'.join(info)}\n" for record_id, info in records)
    found: Counter[tuple[str, str]] = Counter()
    for finding in scan_sites(lines, names):
        found[finding.finding_class, finding.where] += finding.count
        assert finding.examples
    assert found == wanted


def test_a_barcode_that_reads_like_a_number_of_somebody_is_a_barcode_alone() -> None:
    names = ["207507267396_R04C01", "201104022437_R08C01", "251248-9996_207507267396_R04C01"]
    assert classify_names(names) == {"array-barcode": {0, 1, 2}, "national-number": {2}}


def test_a_record_number_that_reads_like_a_date_is_a_record_number_alone() -> None:
    assert classify_names(["MRN20011225", "MRN20011225_20011225"]) == {"medical-record": {0, 1}, "date": {1}}


def test_a_telephone_number_takes_no_bracket_that_it_did_not_open() -> None:
    texts = ["(Dr. Holm, +45 35 45 00 00)", "+49 (30) 123456 (work)"]
    found = [text[leak.start : leak.end] for text in texts for leak in iter_leaks(text, NOBODY)]
    assert [text for text in found if "+" in text] == ["+45 35 45 00 00", "+49 (30) 123456"]


def test_sample_names_are_classified_with_counts() -> None:
    names = ["6801300123", "Sofie_Dahl_19790927", "MRN12345678", "205699252753_R10C01", "plain7", "SAMPLE2"]
    counts = {finding.code: finding.count for finding in scan_sample_names(names)}
    assert counts == {
        "LEAK-SAMPLE-NAME": 6, "LEAK-NATIONAL-NUMBER": 1, "LEAK-PERSON-NAME": 1, "LEAK-BIRTH-DATE": 1,
        "LEAK-MEDICAL-RECORD": 1, "LEAK-ARRAY-BARCODE": 1,
    }  # fmt: skip


@pytest.mark.parametrize("piece", ["+1 2", "a.b@", "/a", "C:\\a", "a-", "(1)", "1-1", "Dr A ", "\\\\a\\", "http://a:"])
def test_hostile_lines_do_not_slow_the_scan_down(piece: str) -> None:
    started = time.process_time()
    list(iter_leaks(piece * (60_000 // len(piece)), NOBODY))
    assert time.process_time() - started < 10


@pytest.mark.parametrize("service", ["inspect", "prepare"])
def test_text_in_format_values_is_reported_by_key(tmp_path: Path, service: str) -> None:
    meta = (
        HG38_20,
        '##FORMAT=<ID=NOTE,Number=1,Type=String,Description="x">',
        '##FORMAT=<ID=kirsten@regionh.example.dk,Number=1,Type=String,Description="x">',
        '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="x">',
    )
    cells = ["0/1:120399-9997:30:.", "1/1:/home/kirsten/x.bam:30:ALPHA", "0/1:.:120399-9997:."]
    lines = [record(5, *cells, format="GT:NOTE:DP:kirsten@regionh.example.dk")]
    path = tmp_path / "cohort.vcf"
    path.write_bytes(vcf(lines, ("ALPHA", "BRAVO", "CHARLIE"), meta))
    found = (
        prep.inspect(path, policy=policy(), limits=limits()).findings
        if service == "inspect"
        else run(path).report.findings
    )
    values = {(f.where, f.finding_class) for f in found if f.where.startswith("FORMAT/") and f.severity == "removed"}
    assert values == {("FORMAT/NOTE", "national-number"), ("FORMAT/NOTE", "path"), ("FORMAT/…", "sample-name")}


def test_of_a_large_file_one_record_of_each_block_is_looked_at_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prep.source._LARGE_TEXT_BYTES", 100)
    meta = (HG38_20, '##FORMAT=<ID=NOTE,Number=1,Type=String,Description="x">')
    samples = [f"SAMPLE_{number}" for number in range(600)]
    cells = [*["0/1:good"] * 599, "1/1:120399-9997"]
    info = "CSQ=" + "|".join(["upstream"] * 600) + ";CONTACT=kirsten@regionh.example.dk"
    path = tmp_path / "cohort.vcf"
    lines = [record(5 + number, *cells, info=info, format="GT:NOTE") for number in range(3)]
    path.write_bytes(vcf(lines, samples, meta))
    found = prep.inspect(path, policy=policy(), limits=limits()).findings
    assert {("INFO/CONTACT", "e-mail"), ("FORMAT/NOTE", "national-number")} <= {
        (f.where, f.finding_class) for f in found
    }


def test_how_much_of_a_block_is_looked_at_falls_without_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cohort.vcf"
    path.write_bytes(vcf([record(5, "0/1", "1/1", "0/0")]))
    shares = []
    with Source(path) as source:
        for large in range(path.stat().st_size + 10, 0, -1):
            monkeypatch.setattr("prep.source._LARGE_TEXT_BYTES", large)
            shares.append(source.share_of_block(32768, 2048))
    assert shares[0] == shares[9] == 32768
    assert shares[-1] == 2048
    assert all(0 <= before - after <= 500 for before, after in pairwise(shares))


@pytest.mark.parametrize(
    ("text", "is_phone"),
    [
        ("+45 35 45 00 00", True),
        ("+4535450000", True),
        ("+1 (555) 010-9999", True),
        ("10:02:11 +0000", False),
        ("+0100", False),
    ],
)
def test_a_time_zone_is_no_telephone_number(text: str, is_phone: bool) -> None:
    assert ("phone" in {leak.leak_class for leak in iter_leaks(text, NOBODY)}) is is_phone


def test_eight_digits_near_their_record_are_a_place_and_no_date() -> None:
    lines = ("20:20001021:A:G\tEND=20001031;DATE=20210312\n", ".\tAC=1\n", "20:20001021\tAC=3;END=20001031\n")
    near = list(scan_sites("".join(lines), NOBODY, [20_001_021, 20_001_030, 20_001_031]))
    assert [(found.where, found.examples) for found in near] == [("INFO/DATE", ("20210312",))]
    elsewhere = scan_sites("".join(lines), NOBODY, [20_001_021, 20_001_030, 700])
    assert {(found.where, found.count) for found in elsewhere} == {("INFO/DATE", 1), ("ID", 1), ("INFO/END", 1)}

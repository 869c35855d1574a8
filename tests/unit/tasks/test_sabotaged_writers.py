"""Whatever way a writer is broken in, on whatever way from input to output: refused, and nothing of it stays."""

from __future__ import annotations

import itertools
import multiprocessing
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Semaphore
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pysam
import pytest

import prep
from client.tasks.facts import PrepareChoices
from client.tasks.folder_outputs import FolderOutputs
from client.tasks.preparation import prepare_files
from client.tasks.workplace import Workplace
from prep import block, preparation
from prep.bgzf import END_BLOCK, compress_blocks
from prep.errors import RecheckError
from prep.generated import build_header
from tests.support.places import make_workplace
from tests.support.prep_files import bgzf, limits, policy, random_records, record, vcf
from ui.terminal.demo_cohort import write_demo_cohort

Change = Callable[[list[bytes]], list[bytes]]
SAMPLES = tuple(f"PERSON{number:02d}" for number in range(12))
META = (
    "##contig=<ID=chr20,length=64444167>",
    '##ALT=<ID=NON_REF,Description="x">',
    '##INFO=<ID=END,Number=1,Type=Integer,Description="x">',
    *(
        f'##FORMAT=<ID={key},Number={number},Type={kind},Description="x">'
        for key, number, kind in (
            ("GT", "1", "String"), ("AD", "R", "Integer"), ("DP", "1", "Integer"), ("DS", "1", "Float"),
            ("GP", "G", "Float"), ("PL", "G", "Integer"),
        )
    ),
)  # fmt: skip


def _numbers(*keys: str) -> list[str]:
    lines = []
    for line in random_records(5, 12, 60, separator="|"):
        fields = line.split(" ")
        values = {"DS": "0.5", "GP": "0.25,0.5,0.25", "PL": "30,0,60"}
        fields[8] = ":".join(("GT", *keys))
        fields[9:] = [":".join((cell, *(values[key] for key in keys))) for cell in fields[9:]]
        lines.append(" ".join(fields))
    return lines


def _gvcf() -> list[str]:
    lines = []
    for number, line in enumerate(random_records(5, 12, 60, separator="/", text_format="GT:AD:DP")):
        position = 1000 + 13 * number
        lines.append(line)
        cells = ["0/0:9,0:9"] * 12
        lines.append(record(position + 1, *cells, alt="<NON_REF>", info=f"END={position + 9}", format="GT:AD:DP"))
    return lines


def _x(*, is_phased: bool) -> bytes:
    """Of chromosome X, every third person with one allele: phased, and written as a half call in the other file."""
    lines = []
    for line in random_records(5, 12, 60, separator="|" if is_phased else "/"):
        fields = line.replace("chr20 1", "chrX 50001", 1).split(" ")
        fields[9::3] = [cell[:1] if is_phased else f"{cell[:1]}/." for cell in fields[9::3]]
        lines.append(" ".join(fields))
    return vcf(lines, SAMPLES, ("##contig=<ID=chrX,length=156040895>", *META[1:]))


TEXTS: dict[str, tuple[bytes, str]] = {
    "x": (_x(is_phased=True), "imputation"),
    "x with half calls": (_x(is_phased=False), "imputation"),
    "text": (vcf(random_records(5, 12, 60, separator="|"), SAMPLES, META), "imputation"),
    "bgzf": (vcf(random_records(5, 12, 60, separator="|", text_format="GT:AD:DP"), SAMPLES, META), "imputation"),
    "gvcf": (vcf(_gvcf(), SAMPLES, META), "imputation"),
    "bcf": (vcf(random_records(5, 12, 60, separator="|"), SAMPLES, META), "imputation"),
    "dosages": (vcf(_numbers("DS", "GP"), SAMPLES, META), "dosages"),
    "dosages-bcf": (vcf(_numbers("DS", "GP"), SAMPLES, META), "dosages"),
    "likelihoods": (vcf(_numbers("PL"), SAMPLES, META), "likelihoods"),
}


def in_first_line(old: bytes, new: bytes) -> Change:
    """In the first line that has it, if any."""

    def change(lines: list[bytes]) -> list[bytes]:
        at = next((number for number, line in enumerate(lines) if re.search(old, line)), 0)
        return [*lines[:at], re.sub(old, new, lines[at], count=1), *lines[at + 1 :]]

    return change


def in_fields(change: Callable[[list[bytes]], None]) -> Change:
    """In every line."""

    def changed(line: bytes) -> bytes:
        fields = line.split(b"\t")
        change(fields)
        return b"\t".join(fields)

    return lambda lines: [changed(line) for line in lines]


def swap_alleles(fields: list[bytes]) -> None:
    fields[3], fields[4] = fields[4], fields[3]


def other_allele(fields: list[bytes]) -> None:
    fields[4] = next(base for base in (b"A", b"C", b"G") if base not in fields[3:5])


def one_on(fields: list[bytes]) -> None:
    fields[1] = b"%d" % (int(fields[1]) + 1)


def same_column_twice(fields: list[bytes]) -> None:
    fields[10] = fields[9]


def another_number(fields: list[bytes]) -> None:
    """One value of one sample: 0.25 or 0.5, 30 or 60."""
    genotype, rest = fields[9].split(b":", 1)
    fields[9] = genotype + b":" + re.sub(rb"0\.5|30", b"1", rest, count=1)


def no_numbers(fields: list[bytes]) -> None:
    fields[9:] = [re.sub(rb":[^:]+", b":.", cell) for cell in fields[9:]]


LINES: dict[str, Change] = {
    "two records swapped": lambda lines: [*lines[1:2], lines[0], *lines[2:]],
    "a record twice": lambda lines: [lines[0], *lines],
    "a record twice in the place of its neighbour": lambda lines: [lines[0], lines[0], *lines[2:]],
    "the last record left out": lambda lines: lines[:-1],
    "one allele of two": in_first_line(rb"(\t[01])[|/][01]", rb"\1"),
    "another phase mark": lambda lines: [lines[0].translate(bytes.maketrans(b"|/", b"/|")), *lines[1:]],
    "another phase mark in one cell": in_first_line(rb"(\t[01])[|/]([01])", rb"\1-\2"),
    "no call as a call": in_first_line(rb"\t\.([|/])\.", rb"\t0\g<1>0"),
    "a call as no call": in_first_line(rb"\t0([|/])0", rb"\t.\g<1>."),
    "REF for ALT": in_fields(swap_alleles),
    "another ALT": in_fields(other_allele),
    "positions one on": in_fields(one_on),
    "a column twice": in_fields(same_column_twice),
}


def not_compared(lines: list[bytes]) -> list[int]:
    """The records that are not compared whole."""
    places = block._spots(len(lines), SimpleNamespace(selected=SAMPLES))
    return [number for number in range(len(lines)) if number not in places] or [0]


def in_one_not_compared(change: Callable[[list[bytes]], None]) -> Change:
    changed = in_fields(change)

    def in_that(lines: list[bytes]) -> list[bytes]:
        at = not_compared(lines)[0]
        return [*lines[:at], *changed(lines[at : at + 1]), *lines[at + 1 :]]

    return in_that


def exchange_genotypes(lines: list[bytes]) -> list[bytes]:
    """Of two records that are not compared whole: every sample's counts stay as they are."""
    fields = [line.split(b"\t") for line in lines]
    alternate = [sum(cell.split(b":")[0].count(b"1") for cell in cells[9:]) for cells in fields]
    first, *others = not_compared(lines)
    second = next((number for number in others if alternate[number] != alternate[first]), first)
    fields[first][9:], fields[second][9:] = fields[second][9:], fields[first][9:]
    return [b"\t".join(cells) for cells in fields]


def exchange_calls_crosswise(lines: list[bytes]) -> list[bytes]:
    """Of two people in two records that are not compared whole: all counts stay as they are, of people and records."""
    fields = [line.split(b"\t") for line in lines]
    calls = [[cell.split(b":")[0] for cell in cells[9:]] for cells in fields]
    for first, second in itertools.combinations(not_compared(lines), 2):
        for left, right in itertools.combinations(range(len(SAMPLES)), 2):
            here, there = calls[first], calls[second]
            if here[left] != here[right] and (here[left], here[right]) == (there[right], there[left]):
                for cells in (fields[first], fields[second]):
                    cells[9 + left], cells[9 + right] = cells[9 + right], cells[9 + left]
                return [b"\t".join(cells) for cells in fields]
    return lines


def turn_phase(fields: list[bytes]) -> None:
    """Of the first person whose alleles are two."""
    at = next(number for number, cell in enumerate(fields) if re.match(rb"[01][|/]", cell) and cell[:1] != cell[2:3])
    fields[at] = fields[at][2:3] + fields[at][1:2] + fields[at][:1] + fields[at][3:]


LINES |= {
    "genotypes of two records exchanged": exchange_genotypes,
    "calls of two people exchanged crosswise in two records": exchange_calls_crosswise,
    "one call's alleles turned": in_one_not_compared(turn_phase),
    "REF for ALT in one record": in_one_not_compared(swap_alleles),
    "another ALT in one record": in_one_not_compared(other_allele),
    "one record one place on": in_one_not_compared(one_on),
}
NUMBERS: dict[str, Change] = {
    "one value of one sample": in_fields(another_number),
    "no numbers": in_fields(no_numbers),
    "a number as text": in_first_line(rb"(0\.5|30)", b"PERSON03"),
    "a value less": in_first_line(rb",[0-9.]+(\t|$)", rb"\1"),
}


def _break(change: Change, patch: Callable[[object, str, object], None]) -> None:
    """Let the writer's lines be changed just before they are packed."""
    original = compress_blocks

    def compress(text: bytes | memoryview) -> bytes:
        return original(b"".join(line + b"\n" for line in change(bytes(text).split(b"\n")[:-1])))

    patch(block, "compress_blocks", compress)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("inputs")
    files = {}
    for name, (text, _) in TEXTS.items():
        plain = folder / f"{name}.vcf"
        plain.write_bytes(bgzf(text, 900) if name in ("bgzf", "gvcf") else text)
        files[name] = plain
        if name.endswith("bcf"):
            files[name] = plain.with_suffix(".bcf")
            with (
                pysam.VariantFile(str(plain)) as records,
                pysam.VariantFile(str(files[name]), "wb", header=records.header) as out,
            ):
                for found in records:
                    out.write(found)
    return files


def prepare_into(folder: Path, file: Path, policy_name: str, **options: Any) -> prep.PrepareReport:
    names = prep.read_source_header(file).sample_ids
    with FolderOutputs(folder, (), force=True) as outputs:
        report = prep.prepare(
            file,
            policy=policy(policy_name),
            limits=limits(),
            build=None,
            pseudonym_map=prep.build_pseudonym_map(names, origin="o", project="p"),
            open_sink=lambda name: outputs.open(1, name),
            **options,
        )
        outputs.settle([report])
        outputs.publish()
    return report


# A third of them in each run, so chosen that every way and every sabotage has its turn.
SHARE = [
    pytest.param(way, name, marks=[] if (at + number) % 3 == 0 else pytest.mark.soak)
    for at, way in enumerate(TEXTS)
    for number, name in enumerate((*LINES, *(NUMBERS if TEXTS[way][1] != "imputation" else ())))
]


@pytest.mark.parametrize(("way", "name"), SHARE)
def test_broken_lines_are_refused_on_every_way(
    tmp_path: Path, inputs: dict[str, Path], monkeypatch: pytest.MonkeyPatch, way: str, name: str
) -> None:
    (tmp_path / "chr20.vcf.gz").write_text("earlier")
    _break((LINES | NUMBERS)[name], monkeypatch.setattr)
    with pytest.raises(RecheckError):
        prepare_into(tmp_path, inputs[way], TEXTS[way][1])
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"chr20.vcf.gz": "earlier"}


def test_every_way_and_every_sabotage_has_its_turn() -> None:
    run = [case.values for case in SHARE if not case.marks]
    assert {way for way, _ in run} == TEXTS.keys()
    assert {name for _, name in run} == LINES.keys() | NUMBERS.keys()


@pytest.mark.parametrize("way", TEXTS)
def test_a_whole_writer_is_not_refused(tmp_path: Path, inputs: dict[str, Path], way: str) -> None:
    report = prepare_into(tmp_path, inputs[way], TEXTS[way][1])
    assert report.outputs[0].records_kept > 40
    assert [file.name for file in tmp_path.iterdir()] == ["chrX.vcf.gz" if way.startswith("x") else "chr20.vcf.gz"]


HEADERS: dict[str, Callable[[bytes], bytes]] = {
    "no contig": lambda text: text.replace(b"##contig=<ID=chr20>\n", b""),
    "another contig": lambda text: text.replace(b"chr20", b"chr21"),
    "no FORMAT": lambda text: re.sub(rb"##FORMAT=[^\n]*\n", b"", text),
    "two pseudonyms swapped": lambda text: re.sub(rb"(\w+)\t(\w+)\n$", rb"\2\t\1\n", text),
}


@pytest.mark.parametrize("name", HEADERS)
def test_broken_headers_are_refused(
    tmp_path: Path, inputs: dict[str, Path], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(preparation, "build_header", lambda *a: HEADERS[name](build_header(*a)))
    with pytest.raises(RecheckError):
        prepare_into(tmp_path, inputs["dosages"], "dosages")
    assert list(tmp_path.iterdir()) == []


SENT: dict[str, Callable[[bytes], bytes]] = {
    "no end": lambda data: b"" if data == END_BLOCK else data,
    "the end twice": lambda data: data * 2 if data == END_BLOCK else data,
    "a byte less of each": lambda data: data[:-1],
    "no records": lambda data: data if len(data) < 600 else b"",
}


@pytest.mark.parametrize("name", SENT)
def test_what_is_lost_on_the_way_to_the_disk_is_missed(
    tmp_path: Path, inputs: dict[str, Path], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The recheck sees bytes before they are written; what then lies on the disk has to be as many."""
    original = preparation._send
    monkeypatch.setattr(preparation, "_send", lambda sink, data: original(sink, SENT[name](data)))
    with pytest.raises(RecheckError):
        prepare_into(tmp_path, inputs["text"], "imputation")
    assert list(tmp_path.iterdir()) == []


def _break_one_worker(is_free: Semaphore) -> None:
    """The first worker to come is sabotaged, the other is whole."""
    if is_free.acquire(block=False):
        _break(LINES["a column twice"], setattr)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="workers are patched by forking")
@pytest.mark.parametrize("text_format", ["GT", "GT:AD:DP"])
def test_one_sabotaged_worker_of_two_is_enough(tmp_path: Path, text_format: str) -> None:
    file, out = tmp_path / "input.vcf.gz", tmp_path / "out"
    file.write_bytes(bgzf(vcf(random_records(5, 12, 2000, text_format=text_format), SAMPLES, META), 6000))
    out.mkdir()
    context = multiprocessing.get_context("fork")
    with (
        ProcessPoolExecutor(
            2, mp_context=context, initializer=_break_one_worker, initargs=(context.Semaphore(1),)
        ) as workers,
        pytest.raises(RecheckError),
    ):
        prepare_into(out, file, "imputation", executor=workers, chunk_bytes=12_000)
    assert list(out.iterdir()) == []


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path / "home") as opened:
        yield opened


def test_of_a_refused_job_nothing_stays_and_all_that_was_there_does(
    workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, out = write_demo_cohort(tmp_path, samples=22, sites=60).files, tmp_path / "out"
    prepare_files(workplace, files, out)
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    kept = [sorted((tmp_path / "home" / name).iterdir()) for name in ("maps", "prepared")]
    _break(LINES["REF for ALT"], monkeypatch.setattr)
    with pytest.raises(RecheckError):
        prepare_files(workplace, files, out, PrepareChoices(), force=True)
    with pytest.raises(RecheckError):
        prepare_files(workplace, files, tmp_path / "new")
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before
    assert not (tmp_path / "new").exists()
    assert [sorted((tmp_path / "home" / name).iterdir()) for name in ("maps", "prepared")] == kept

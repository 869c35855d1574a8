"""A broken writer is caught by the recheck, and nothing that it wrote counts."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import prep
from prep import assemble, block, genotypes, preparation, sites
from prep.errors import BlockedError, RecheckError
from prep.pseudonyms import PseudonymMap, build_pseudonym_map
from prep.results import PreparedName
from tests.support.prep_files import limits, policy, random_records, record, run, vcf

SAMPLES = tuple(f"PERSON{n:02d}" for n in range(12))
TEXT = vcf(random_records(11, 12, 400, separator="|"), SAMPLES)


def saboteur(change: Callable[[bytes], bytes]) -> Callable[..., Any]:
    """`iter_texts` whose text is changed."""
    original = assemble.iter_texts

    def iter_texts(*arguments: Any) -> Any:
        for chromosome, text in original(*arguments):
            yield chromosome, change(bytes(text))

    return iter_texts


def shift_genotypes(text: bytes) -> bytes:
    lines = [line.split(b"\t") for line in text.split(b"\n")[:-1]]
    return b"".join(b"\t".join((*f[:9], f[-1], *f[9:-1])) + b"\n" for f in lines)


def swap_two_samples(text: bytes) -> bytes:
    lines = [line.split(b"\t") for line in text.split(b"\n")[:-1]]
    for fields in lines:
        fields[9], fields[14] = fields[14], fields[9]
    return b"".join(b"\t".join(fields) + b"\n" for fields in lines)


def drop_one_line(text: bytes) -> bytes:
    return text.partition(b"\n")[2]


def repeat_one_line(text: bytes) -> bytes:
    return text.partition(b"\n")[0] + b"\n" + text


TEXT_SABOTAGE: dict[str, Callable[[bytes], bytes]] = {
    "a header line of the input": lambda text: b"##source=GATK\n" + text,
    "a sample name as ID": lambda text: text.replace(b"\t.\t", b"\tPERSON03\t", 1),
    "an INFO value": lambda text: text.replace(b"PASS\t.\t", b"PASS\tAC=3\t", 1),
    "a QUAL value": lambda text: text.replace(b"\t.\tPASS", b"\t99\tPASS", 1),
    "another FILTER": lambda text: text.replace(b"PASS", b"q10", 1),
    "a further FORMAT key": lambda text: text.replace(b"\tGT\t", b"\tGT:DP\t", 1),
    "a value behind a genotype": lambda text: text.replace(b"0|0", b"0|0:7", 1),
    "an allele that is none": lambda text: text.replace(b"0|1", b"0|2", 1),
    "a half call": lambda text: text.replace(b"0|1", b".|1", 1),
    "another separator": lambda text: text.replace(b"0|1", b"0/1", 1),
    "a flipped genotype": lambda text: text.replace(b"0|1", b"1|1", 1),
    "a call where none was": lambda text: text.replace(b".|.", b"0|0", 1),
    "genotypes one sample on": shift_genotypes,
    "two samples swapped": swap_two_samples,
    "a line less": drop_one_line,
    "a line twice": repeat_one_line,
    "lines out of order": lambda text: b"\n".join(reversed(text[:-1].split(b"\n"))) + b"\n",
    "a long allele": lambda text: text.replace(b"\tA\t", b"\tAC\t", 1),
    "a lower-case allele": lambda text: text.replace(b"\tA\t", b"\ta\t", 1),
    "another chromosome": lambda text: text.replace(b"chr20", b"chr21", 1),
    "a position with zeros before it": lambda text: text.replace(b"chr20\t", b"chr20\t0", 1),
    "a blank at a line's end": lambda text: text.replace(b"\n", b" \n", 1),
    "a carriage return": lambda text: text.replace(b"\n", b"\r\n", 1),
    "an unfinished line": lambda text: text[:-1],
    "text behind the last line": lambda text: text + b"PERSON03\n",
    "a line of nearly nothing": lambda text: text + b"5\n",
    "a zero byte": lambda text: text.replace(b"0|0", b"0|\x00", 1),
}


@pytest.mark.parametrize("name", TEXT_SABOTAGE)
def test_broken_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "input.vcf").write_bytes(TEXT)
    change = TEXT_SABOTAGE[name]
    fields, cells = b"chr20\t%d\t.\tA\tG\t.\tPASS\t.\tGT", b"\t0|0\t0|1\t.|." * 4 + b"\n"
    right = fields % 9 + cells + fields % 12 + cells
    assert change(right) != right
    monkeypatch.setattr(block, "iter_texts", saboteur(change))
    with pytest.raises(RecheckError) as caught:
        run(tmp_path / "input.vcf")
    assert caught.value.exit_code == 4


def hide_in_blocks(original: Callable[[bytes], bytes], change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda text: change(original(text))


def longer_block(data: bytes, extra: bytes) -> bytes:
    """The first block with bytes behind its deflate stream, inside the block."""
    size = int.from_bytes(data[16:18], "little") + 1
    return data[:16] + (size - 1 + len(extra)).to_bytes(2, "little") + data[18 : size - 8] + extra + data[size - 8 :]


BLOCK_SABOTAGE: dict[str, Callable[[bytes], bytes]] = {
    "a time": lambda data: data[:4] + b"\x01\x02\x03\x04" + data[8:],
    "a file name": lambda data: data[:3] + b"\x0c" + data[4:18] + b"anna\x00" + data[18:],
    "another extra field": lambda data: data[:10] + b"\x0c\x00" + b"XX\x02\x00hi" + data[12:],
    "a wrong size": lambda data: data[:16] + b"\x05\x00" + data[18:],
    "a wrong checksum": lambda data: data[:-8] + b"\x00\x00\x00\x00" + data[-4:],
    "a wrong length": lambda data: data[:-4] + b"\x01\x00\x00\x00",
    "text behind the deflate stream": lambda data: longer_block(data, b"PERSON03"),
    "text between blocks": lambda data: data + b"PERSON03",
    "an end block in the middle": lambda data: data + preparation.END_BLOCK,
    "a cut block": lambda data: data[:-1],
    "nothing": lambda data: b"",
}


@pytest.mark.parametrize("name", BLOCK_SABOTAGE)
@pytest.mark.parametrize("where", ["header", "body"])
def test_broken_blocks_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, where: str) -> None:
    (tmp_path / "input.vcf").write_bytes(TEXT)
    module = preparation if where == "header" else block
    monkeypatch.setattr(module, "compress_blocks", hide_in_blocks(module.compress_blocks, BLOCK_SABOTAGE[name]))
    with pytest.raises(RecheckError):
        run(tmp_path / "input.vcf")


HEADER_SABOTAGE: dict[str, Callable[[bytes], bytes]] = {
    "a meta line of the input": lambda text: text.replace(b"#CHROM", b"##SAMPLE=<ID=PERSON03>\n#CHROM"),
    "a length on the contig": lambda text: text.replace(b"<ID=chr20>", b"<ID=chr20,length=64444167>"),
    "another version": lambda text: text.replace(b"VCFv4.2", b"VCFv4.3"),
    "a name left in the sample row": lambda text: text[: text.rindex(b"\t")] + b"\tPERSON03\n",
    "a sample less": lambda text: text[: text.rindex(b"\t")] + b"\n",
}


@pytest.mark.parametrize("name", HEADER_SABOTAGE)
def test_a_broken_header_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "input.vcf").write_bytes(TEXT)
    original = preparation.build_header
    monkeypatch.setattr(preparation, "build_header", lambda *a: HEADER_SABOTAGE[name](original(*a)))
    with pytest.raises(RecheckError):
        run(tmp_path / "input.vcf")


def test_a_skipped_filter_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that fail FILTER are written although the count of kept records does not contain them."""
    (tmp_path / "input.vcf").write_bytes(vcf([record(5, "0|1"), record(9, "0|1", filter="q10")], SAMPLES[:1]))
    original = block.iter_texts

    def everything(the_sites: sites.Sites, the_genotypes: genotypes.Genotypes, rules: Any) -> Any:
        for chromosome, text in original(the_sites, the_genotypes, rules):
            yield chromosome, bytes(text) + bytes(text).replace(b"\t5\t", b"\t9\t")

    monkeypatch.setattr(block, "iter_texts", everything)
    with pytest.raises(RecheckError) as caught:
        run(tmp_path / "input.vcf")
    assert caught.value.facts["check"] == "record-counts"


def test_columns_in_another_order_than_the_maps_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "input.vcf").write_bytes(TEXT)
    original = preparation._output_order
    monkeypatch.setattr(preparation, "_output_order", lambda *a: np.roll(original(*a), 1))
    with pytest.raises(RecheckError) as caught:
        run(tmp_path / "input.vcf")
    assert caught.value.facts["check"] in {"sample-alleles", "sample-calls", "genotypes-of-a-record"}


@pytest.mark.parametrize(
    "pseudonym", ["PERSON03XXXXXXXX", "XXXXPERSON03", "short", "lowercaseid", "WITH SPACE XX", "ÄÄÄÄÄÄÄÄÄ"]
)
def test_a_map_whose_pseudonyms_are_none_is_refused(tmp_path: Path, pseudonym: str) -> None:
    (tmp_path / "input.vcf").write_bytes(vcf([record(5, "0|1", "0|0")], ("PERSON03", "PERSON04")))
    entries = (("PERSON03", pseudonym), ("PERSON04", "ABCDEFGHJKLM"))
    bad = PseudonymMap("00", "ABCD", "o", "p", entries, (0, 1))
    with pytest.raises(RecheckError):
        run(tmp_path / "input.vcf", existing=bad)


def test_the_hash_in_the_report_is_of_what_was_rechecked_whatever_a_sink_made_of_it(tmp_path: Path) -> None:
    class Altering(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(bytes(data).replace(b"\x00", b"\x01"))

    (tmp_path / "input.vcf").write_bytes(TEXT)
    prepared = run(tmp_path / "input.vcf")
    sound = prepared.sinks["chr20.vcf.gz"]
    sink = Altering()
    report = prep.prepare(
        tmp_path / "input.vcf", policy=policy(), limits=limits(), build=None, open_sink=lambda name: sink,
        pseudonym_map=prepared.map,
    )  # fmt: skip
    assert sink.getvalue() != sound
    assert (report.outputs[0].sha256, report.outputs[0].bytes) == (hashlib.sha256(sound).hexdigest(), len(sound))


def test_nothing_is_opened_for_a_file_that_blocks_at_its_header(tmp_path: Path) -> None:
    (tmp_path / "input.vcf").write_bytes(vcf([record(5, "0|1", "0|0")], ("SAME", "SAME")))
    opened: list[PreparedName] = []

    def open_sink(name: PreparedName) -> io.BytesIO:
        opened.append(name)
        return io.BytesIO()

    with pytest.raises(BlockedError):
        prep.prepare(
            tmp_path / "input.vcf", policy=policy(), limits=limits(), build=None, open_sink=open_sink,
            pseudonym_map=build_pseudonym_map(["SAME"], origin="o", project="p"),
        )  # fmt: skip
    assert opened == []

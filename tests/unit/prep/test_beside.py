"""What lies around an input (gzip header, file name, the index beside it) is reported, and none of it leaves."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import threading
import zlib
from pathlib import Path

import pytest

import prep
from prep.beside import gzip_header_texts, index_texts
from prep.errors import BlockedError, PrepError
from tests.support.prep_files import HG38_20, bgzf, limits, policy, record, run, vcf

SAMPLES = ("120399-9997", "KIRSTEN_HOLM", "CHARLIE")
TEXT = vcf([record(5, "0/1", "1/1", "0/0"), record(9, "0/1", "1/1", "0/1")], SAMPLES)


def gzip_with(text: bytes, *, name: bytes = b"", comment: bytes = b"", extra: bytes = b"") -> bytes:
    """One gzip member with what RFC 1952 lets its header carry."""
    flags = (4 if extra else 0) | (8 if name else 0) | (16 if comment else 0)
    head = b"\x1f\x8b\x08" + bytes((flags,)) + b"\x00\x00\x00\x00\x00\xff"
    if extra:
        head += struct.pack("<H", len(extra)) + extra
    head += (name + b"\x00" if name else b"") + (comment + b"\x00" if comment else b"")
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(text) + packer.flush()
    return head + packed + struct.pack("<II", zlib.crc32(text), len(text))


def subfield(label: bytes, text: bytes) -> bytes:
    return label + struct.pack("<H", len(text)) + text


def bgzf_with_hidden_text(text: bytes, hidden: bytes, *, in_block: int) -> bytes:
    """BGZF whose blocks hold 60 bytes of text each; one of them has another extra subfield behind its size."""
    out = b""
    for number, start in enumerate(range(0, len(text), 60)):
        extra = subfield(b"BC", b"\x00\x00") + (subfield(b"XX", hidden) if number == in_block else b"")
        block = bytearray(gzip_with(text[start : start + 60], extra=extra))
        block[16:18] = struct.pack("<H", len(block) - 1)
        out += bytes(block)
    return out + bgzf(b"")


def places(path: Path) -> set[tuple[str, str]]:
    found = prep.inspect(path, policy=policy(), limits=limits()).findings
    return {(finding.where, finding.finding_class) for finding in found}


def test_name_and_comment_and_extra_fields_of_a_gzip_header_are_read() -> None:
    member = gzip_with(b"x", name=b"cohort.vcf", comment=b"for Dr. Holm", extra=subfield(b"XX", b"born 1971-05-04"))
    assert gzip_header_texts(member) == (b"cohort.vcf", (b"born 1971-05-04", b"for Dr. Holm"))
    assert gzip_header_texts(bgzf(b"x")) == (None, ())
    for end in range(len(member)):
        gzip_header_texts(member[:end])  # cut anywhere: no error


def test_what_identifies_in_the_gzip_header_is_named_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "cohort.vcf.gz"
    path.write_bytes(
        gzip_with(
            TEXT, name=b"KIRSTEN_HOLM.vcf", comment=b"kirsten.holm@regionh.example.dk /home/kirsten/vcf",
            extra=subfield(b"XX", b"CPR 120399-9997"),
        )
    )  # fmt: skip
    assert {
        ("gzip header", "file-name"), ("gzip header", "sample-name"), ("gzip header", "e-mail"),
        ("gzip header", "path"), ("gzip header", "national-number"),
    } <= places(path)  # fmt: skip
    data = b"".join(run(path, build="hg38").sinks.values())
    assert not any(secret in data for secret in (b"KIRSTEN", b"regionh", b"120399", b"XX"))


@pytest.mark.parametrize("in_block", [0, 3, -1])
def test_text_in_extra_fields_of_any_bgzf_block_is_neither_believed_nor_copied(tmp_path: Path, in_block: int) -> None:
    path = tmp_path / "cohort.vcf.gz"
    hidden = b"##contig=<ID=chr20,length=63025520>\nKIRSTEN_HOLM kirsten@regionh.example.dk"
    last = (len(TEXT) - 1) // 60
    path.write_bytes(bgzf_with_hidden_text(TEXT, hidden, in_block=last if in_block < 0 else in_block))
    prepared = run(path)
    usual = tmp_path / "usual.vcf.gz"
    usual.write_bytes(bgzf(TEXT, 60))
    assert prepared.sinks == run(usual, existing=prepared.map).sinks
    assert (("gzip header", "e-mail") in places(path)) is (in_block == 0)


@pytest.mark.parametrize("flags", [8, 16, 2])
def test_a_name_or_comment_in_a_later_bgzf_block_is_refused(tmp_path: Path, flags: int) -> None:
    blocks = bgzf(TEXT, 60)
    second = blocks.index(b"\x1f\x8b\x08\x04", 10)
    data = bytearray(blocks)
    data[second + 3] |= flags
    path = tmp_path / "cohort.vcf.gz"
    path.write_bytes(bytes(data))
    with pytest.raises(PrepError) as refused:
        run(path)
    assert refused.value.code == "VCF-DAMAGED"


def test_a_second_header_in_a_later_block_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "cohort.vcf.gz"
    path.write_bytes(bgzf(TEXT)[:-28] + bgzf(TEXT))
    with pytest.raises(BlockedError) as blocked:
        run(path)
    assert "VCF-HEADER-IN-BODY" in {finding.code for finding in blocked.value.findings if finding.blocks()}


@pytest.mark.parametrize("behind", [b"KIRSTEN_HOLM", b"\x00" * 40, bgzf(b"secret"), gzip_with(b"secret")])
def test_what_lies_behind_the_end_block_is_refused(tmp_path: Path, behind: bytes) -> None:
    path = tmp_path / "cohort.vcf.gz"
    path.write_bytes(bgzf(TEXT) + behind)
    with pytest.raises(PrepError) as refused:
        run(path)
    assert refused.value.code in {
        "VCF-BEHIND-END",
        "VCF-DAMAGED",
        "VCF-BLOCKED",
    }  # blocked: for a line of other columns
    assert "KIRSTEN" not in f"{refused.value!r} {refused.value.facts}"


def tabix(names: list[bytes]) -> bytes:
    joined = b"".join(name + b"\x00" for name in names)
    return b"TBI\x01" + struct.pack("<8i", len(names), 2, 1, 2, 0, 35, 0, len(joined)) + joined


def csi(names: list[bytes]) -> bytes:
    joined = b"".join(name + b"\x00" for name in names)
    auxiliary = struct.pack("<7i", 2, 1, 2, 0, 35, 0, len(joined)) + joined
    return b"CSI\x01" + struct.pack("<3i", 14, 5, len(auxiliary)) + auxiliary + struct.pack("<i", len(names))


@pytest.mark.parametrize(("suffix", "make"), [(".tbi", tabix), (".csi", csi)])
def test_names_in_an_index_beside_the_file_are_reported(tmp_path: Path, suffix: str, make: object) -> None:
    path = tmp_path / "cohort.vcf.gz"
    path.write_bytes(bgzf(TEXT))
    index = make([b"chr20", b"scaffold_120399-9997", b"/home/kirsten.holm/study/ref.fa"])  # type: ignore[operator]
    path.with_name(path.name + suffix).write_bytes(bgzf(index, 50))
    assert {("index", "sample-name"), ("index", "national-number"), ("index", "path")} <= places(path)
    for end in (0, 5, 40, len(bgzf(index)) - 30):
        path.with_name(path.name + suffix).write_bytes(bgzf(index)[:end])
        places(path)  # a damaged index changes nothing
    path.with_name(path.name + suffix).write_bytes(bgzf(make([b"chr20"])))  # type: ignore[operator]
    assert not any(where == "index" for where, _ in places(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_in_the_place_of_an_index_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "cohort.vcf.gz"
    path.write_bytes(bgzf(TEXT))
    os.mkfifo(path.with_name("cohort.vcf.gz.tbi"))
    found: list[tuple[str, ...]] = []
    looking = threading.Thread(target=lambda: found.append(index_texts(path)), daemon=True)
    looking.start()
    looking.join(20)
    assert found == [()]


@pytest.mark.parametrize("option", ["-t", "-c"])
def test_an_index_made_by_another_program_is_read(tmp_path: Path, option: str) -> None:
    if shutil.which("bcftools") is None:
        pytest.skip("bcftools is not installed")
    path = tmp_path / "cohort.vcf.gz"
    path.write_bytes(bgzf(TEXT))
    subprocess.run(["bcftools", "index", option, str(path)], check=True)
    assert index_texts(path) == ("chr20",)


@pytest.mark.parametrize(
    ("name", "leak_class"),
    [
        ("study.120399-9997.vcf.gz", "national-number"),
        ("2024.final.KIRSTEN_HOLM.g.vcf.gz", "sample-name"),
        ("a.b.MRN12345678.vcf", "medical-record"),
    ],
)
def test_every_part_of_a_file_name_is_looked_at(tmp_path: Path, name: str, leak_class: str) -> None:
    path = tmp_path / name
    path.write_bytes(bgzf(TEXT) if name.endswith("gz") else TEXT)
    assert ("file name", leak_class) in places(path)
    assert HG38_20.encode() in TEXT


@pytest.mark.parametrize("samples", [3, 150])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_header_line_with_as_many_columns_as_a_record_is_no_record(tmp_path: Path, samples: int, place: int) -> None:
    names = [f"PERSON{number}" for number in range(samples)]
    lines = [record(5 + number, *["0|1"] * samples) for number in range(2)]
    lines.insert(place, " ".join(["#CHROM POS ID REF ALT QUAL FILTER INFO GT", *["0|1"] * samples]))
    path = tmp_path / "cohort.vcf"
    path.write_bytes(vcf(lines, names))
    with pytest.raises(BlockedError) as blocked:
        run(path)
    assert [(f.code, f.line) for f in blocked.value.findings if f.blocks()] == [("VCF-HEADER-IN-BODY", place + 4)]

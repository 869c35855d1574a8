"""Opening sources: every container, and every way in which a file can be none."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import random
import tarfile
import time
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import prep
from prep import errors
from prep.chunks import LoadedChunk, TextChunk
from prep.source import Source
from prep.text_in import LINE_LIMIT, whole_lines
from tests.support.prep_files import (
    END_BLOCK,
    HG38_20,
    bgzf,
    codes,
    policy,
    prepare_text,
    random_records,
    record,
    run,
    vcf,
)

GOOD = vcf([record(5, "0/1", "1/1", "0/0"), record(9, "0/1", "0/0", "0/0")])


def text_of(chunk: LoadedChunk) -> bytes:
    return chunk.text if isinstance(chunk, TextChunk) else gzip.decompress(chunk.blocks)


def write(folder: Path, data: bytes) -> Path:
    path = folder / "input.vcf.gz"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "container"),
    [(GOOD, "text"), (gzip.compress(GOOD), "gzip"), (bgzf(GOOD, 50), "bgzf")],
    ids=["text", "gzip", "bgzf"],
)
def test_the_header_tells_container_samples_and_build(tmp_path: Path, data: bytes, container: str) -> None:
    header = prep.read_source_header(write(tmp_path, data))
    assert (header.container, header.sample_ids, header.build, header.version, header.first_contig) == (
        container, ("ALPHA", "BRAVO", "CHARLIE"), "hg38", "4.2", "chr20",
    )  # fmt: skip


def test_a_missing_file_and_a_folder_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(errors.SourceMissingError) as missing:
        prep.read_source_header(tmp_path / "none.vcf")
    with pytest.raises(errors.SourceNotFileError) as folder:
        prep.read_source_header(tmp_path)
    assert missing.value.exit_code == folder.value.exit_code == 2


def test_a_url_is_only_looked_for_on_the_local_disk() -> None:
    with pytest.raises(errors.SourceMissingError):
        prep.read_source_header(Path("https://example.org/x.vcf.gz"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(errors.SourceNotFileError):
        prep.read_source_header(tmp_path / "pipe")


def tarred() -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        member = tarfile.TarInfo("a.vcf")
        member.size = len(GOOD)
        archive.addfile(member, io.BytesIO(GOOD))
    return data.getvalue()


def zipped() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.vcf", GOOD)
    return data.getvalue()


def test_a_header_that_something_stands_before_is_found_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(errors.BeforeHeaderError) as caught:
        run(write(tmp_path, b"Loading modules\n\n  " + GOOD))
    assert caught.value.facts == {"line": 3}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.EmptyFileError),
        (END_BLOCK, errors.EmptyFileError),
        (gzip.compress(b""), errors.EmptyFileError),
        (gzip.compress(b"")[:2], errors.TruncatedError),
        (gzip.compress(b"") * 3, errors.EmptyFileError),
        (gzip.compress(b"") * 3 + b"x", errors.TrailingDataError),
        (gzip.compress(GOOD)[:-8] + b"wrong" + gzip.compress(GOOD)[-3:], errors.DamagedError),
        (bgzf(GOOD)[:60] + b"wrong" + bgzf(GOOD)[65:], errors.DamagedError),
        (gzip.compress(b"")[:-1], errors.TruncatedError),
        (b"\n", errors.NotVcfError),
        (b"hello\n", errors.NotVcfError),
        (os.urandom(5000).replace(b"\x1f", b"x"), errors.NotVcfError),
        (gzip.compress(b"hello"), errors.NotVcfError),
        (GOOD.decode().encode("utf-16"), errors.Utf16Error),
        (gzip.compress(GOOD.decode().encode("utf-16-be")), errors.Utf16Error),
        (gzip.compress(gzip.compress(GOOD)), errors.CompressionError),
        (tarred(), errors.CompressionError),
        (gzip.compress(tarred()), errors.CompressionError),
        (bz2.compress(GOOD), errors.CompressionError),
        (zipped(), errors.CompressionError),
        (b"BCF\x02\x01" + bytes(99), errors.OldBcfError),  # as htsjdk writes it, unpacked
        (bgzf(b"BCF\x02\x01" + bytes(99)), errors.OldBcfError),
        (bgzf(b"BAM\x01" + bytes(99)), errors.NotVcfError),
        (b"##fileformat=VCFv4.2\n", errors.HeaderError),
        (b"##fileformat=VCFv4.2\n#CHROM POS ID REF ALT\n", errors.HeaderError),
        (b"##fileformat=VCFv4.2\nchr20\t5\t.\tA\tG\t.\tPASS\t.\n", errors.HeaderError),
        (b"chr20\t5\t.\tA\tG\t.\tPASS\t.\n", errors.HeaderError),
        (gzip.compress(b"CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"), errors.HeaderError),
        (b"chr20\t5\t9\tname\n", errors.NotVcfError),
        (b"Loading modules\n\n" + GOOD, errors.BeforeHeaderError),
        (gzip.compress(b"\n" + GOOD.replace(b"\n", b"\r\n")), errors.BeforeHeaderError),
        (b"A VCF begins with ##fileformat=VCFv4.2\n", errors.NotVcfError),
        (bgzf(GOOD, 60)[:200], errors.TruncatedError),
        (gzip.compress(GOOD)[:-20], errors.TruncatedError),
    ],
    ids=range(34),  # compressed bytes carry the time of day and make no stable ids
)
def test_what_is_no_vcf_has_an_error_of_its_own(tmp_path: Path, data: bytes, error: type[errors.InputError]) -> None:
    with pytest.raises(error) as caught:
        run(write(tmp_path, data), build="hg38")
    assert caught.value.exit_code == 3


def test_a_bgzf_file_without_its_end_block_was_cut_short(tmp_path: Path) -> None:
    with pytest.raises(errors.TruncatedError):
        run(write(tmp_path, bgzf(GOOD, 60, end=False)))


@pytest.mark.parametrize("behind", [b"hidden text", bgzf(vcf([record(11, "0/1", "1/1", "0/0")])), b"\x00" * 40])
def test_what_lies_behind_the_end_block_is_neither_believed_nor_copied(tmp_path: Path, behind: bytes) -> None:
    with pytest.raises(errors.TrailingDataError):
        run(write(tmp_path, bgzf(GOOD) + behind))


def test_files_joined_with_cat_are_refused_by_an_error_of_their_own(tmp_path: Path) -> None:
    with pytest.raises(errors.JoinedError) as caught:
        run(write(tmp_path, bgzf(GOOD) * 2))
    assert caught.value.facts == {"offset": len(bgzf(GOOD))}


@pytest.mark.parametrize("empty_blocks", [1, 2000])
@pytest.mark.parametrize("cut", [0, 21, 150, 190])
def test_empty_blocks_between_others_hold_nothing_and_do_not_matter(
    tmp_path: Path, cut: int, empty_blocks: int
) -> None:
    """Beagle writes such between its windows; to every reader they are a part of the file like any other."""
    data = bgzf(GOOD[:cut], end=False) + END_BLOCK * empty_blocks + bgzf(GOOD[cut:])
    assert run(write(tmp_path, data)).report.outputs[0].records_kept == 2
    with pytest.raises(errors.TruncatedError):
        run(write(tmp_path, data[: -len(END_BLOCK)]))


@pytest.mark.parametrize("count", [2, 2000])
def test_end_blocks_behind_the_end_block_hold_nothing_and_do_not_matter(tmp_path: Path, count: int) -> None:
    prepared = run(write(tmp_path, bgzf(GOOD) + END_BLOCK * (count - 1)))
    assert prepared.report.outputs[0].records_kept == 2
    with pytest.raises(errors.TrailingDataError) as caught:
        run(write(tmp_path, bgzf(GOOD) + END_BLOCK * (count - 1) + b"hidden"))
    assert caught.value.facts == {"offset": len(bgzf(GOOD)) + len(END_BLOCK) * (count - 1)}


@pytest.mark.parametrize("where", [0, 1, 2])
def test_empty_gzip_members_hold_nothing_and_do_not_matter(tmp_path: Path, where: int) -> None:
    members = [gzip.compress(GOOD[:150]), gzip.compress(GOOD[150:])]
    members.insert(where, gzip.compress(b"") * 60_000)  # more than is read at once, cut anywhere
    assert run(write(tmp_path, b"".join(members))).report.outputs[0].records_kept == 2


def test_text_in_extra_fields_and_gzip_comments_is_not_copied(tmp_path: Path) -> None:
    member = bytearray(gzip.compress(GOOD))
    member[3] = 0x18  # FNAME and FCOMMENT
    member[10:10] = b"ANNA.vcf\x00SECRET\x00"
    prepared = run(write(tmp_path, bytes(member)))
    assert b"SECRET" not in b"".join(prepared.sinks.values())
    finding = next(f for f in prepared.report.findings if f.where == "gzip header")
    assert finding.examples == ("ANNA.vcf",)


@pytest.mark.parametrize("at", [25, 40, 60])
def test_a_flipped_bit_in_a_block_is_damage(tmp_path: Path, at: int) -> None:
    data = bytearray(bgzf(GOOD, 100))
    data[at] ^= 4
    with pytest.raises(errors.InputError) as caught:
        run(write(tmp_path, bytes(data)))
    assert caught.value.code in {"VCF-DAMAGED", "VCF-TRUNCATED", "VCF-NOT-VCF", "VCF-EMPTY"}


def test_a_block_that_holds_another_text_than_was_packed_is_damage(tmp_path: Path) -> None:
    data = bytearray(bgzf(vcf(random_records(3, 3, 4_000))))
    data[-len(END_BLOCK) - 8] ^= 4  # of its CRC: nothing else tells
    with pytest.raises(errors.DamagedError):
        run(write(tmp_path, bytes(data)))


@pytest.mark.parametrize("packed", [b"\xff" * 20, b"\x03", bytes.fromhex("cb48cdc9c95728cf2fca4901"), b""])
def test_a_block_that_says_it_is_empty_and_is_not_is_damage(tmp_path: Path, packed: bytes) -> None:
    # The length and the CRC of no text at all, before data that is damaged, cut short or full of text.
    block = bytes.fromhex("1f8b08040000000000ff060042430200") + (len(packed) + 25).to_bytes(2, "little") + packed
    whole = bgzf(vcf(random_records(3, 3, 40)), 500)
    (tmp_path / "in.vcf.gz").write_bytes(whole.removesuffix(END_BLOCK) + block + bytes(8) + END_BLOCK)
    with pytest.raises(errors.DamagedError):
        run(tmp_path / "in.vcf.gz")


def test_a_zip_bomb_of_one_line_ends_early_and_small(tmp_path: Path) -> None:
    head = vcf([])
    packer = gzip.GzipFile(tmp_path / "bomb.vcf.gz", "wb", compresslevel=1)
    with packer:
        packer.write(head)
        for _ in range(LINE_LIMIT // (1 << 20) + 8):
            packer.write(b"A" * (1 << 20))
    started = time.monotonic()
    with pytest.raises(errors.LineTooLongError) as caught:
        run(tmp_path / "bomb.vcf.gz")
    assert caught.value.facts["line"] == 4
    assert time.monotonic() - started < 20


def test_a_line_over_the_limit_in_blocks_is_refused_too(tmp_path: Path) -> None:
    blocks = bgzf(b"A" * 65280, end=False) * (LINE_LIMIT // 65280 + 2)
    with pytest.raises(errors.LineTooLongError):
        run(write(tmp_path, bgzf(GOOD, end=False) + blocks + END_BLOCK))


@pytest.mark.parametrize("piece_bytes", range(1, 40))
def test_a_line_over_the_limit_is_named_by_its_number(monkeypatch: pytest.MonkeyPatch, piece_bytes: int) -> None:
    monkeypatch.setattr("prep.text_in.LINE_LIMIT", 40)
    text = b"short\n" * 3 + b"x" * 40 + b"\n"

    def pieces(text: bytes) -> Iterator[bytes]:
        return (text[start : start + piece_bytes] for start in range(0, len(text), piece_bytes))

    assert b"".join(whole_lines(pieces(text), 10)) == text
    with pytest.raises(errors.LineTooLongError) as caught:
        list(whole_lines(pieces(text + b"y" * 41 + b"\nlast\n"), 10))
    assert caught.value.facts == {"line": 15, "limit": 40}


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, vcf(random_records(1, 3, 300)))

    def touch(_: object) -> None:
        os.utime(path, ns=(1, 1))

    with pytest.raises(errors.SourceChangedError):
        run(path, progress=touch)


def test_a_file_that_is_written_anew_while_it_is_read_is_not_called_wrong(tmp_path: Path) -> None:
    text = vcf(random_records(1, 3, 3000))
    path = write(tmp_path, text)

    def overwrite(_: object) -> None:
        with path.open("r+b") as file:
            file.seek(len(text) // 2)
            file.write(b"no record\n" * 1000)

    with pytest.raises(errors.SourceChangedError):
        run(path, progress=overwrite, chunk_bytes=2000)


def test_a_file_that_shrinks_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, bgzf(vcf(random_records(1, 3, 3000)), 3000))

    def cut(_: object) -> None:
        os.truncate(path, 9000)

    with pytest.raises((errors.TruncatedError, errors.SourceChangedError)):
        run(path, progress=cut, chunk_bytes=2000)


def test_several_gzip_members_and_zero_padding_are_one_text(tmp_path: Path) -> None:
    first, second = GOOD[:150], GOOD[150:]
    prepared = run(write(tmp_path, gzip.compress(first) + gzip.compress(second) + b"\x00" * 100))
    assert prepared.report.outputs[0].records_kept == 2
    with pytest.raises(errors.TrailingDataError):
        run(write(tmp_path, gzip.compress(GOOD) + b"rubbish"))


def test_utf8_and_latin1_names_are_read_and_put_back(tmp_path: Path) -> None:
    for encoding in ("utf-8", "latin-1"):
        text = vcf([record(5, "0/1", "1/1")], samples=("Åse", "Jürgen")).decode().encode(encoding)
        prepared = prepare_text(tmp_path, text)
        assert prepared.map.sample_ids == ("Åse", "Jürgen")


def test_a_letter_of_another_encoding_changes_no_name_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "mixed.vcf"
    text = vcf([record(5, "0/1", "0/1", "0/0")], samples=("Søren", "M@ller", "Åse"), meta=(HG38_20, "##lab=M@nchen"))
    path.write_bytes(text.replace(b"@", b"\xfc"))
    header = prep.read_source_header(path)
    assert (header.sample_ids, header.is_utf8) == (("Søren", "Müller", "Åse"), False)
    assert "##lab=München" in header.meta_lines


def test_plain_and_gzipped_vcf_work_without_pysam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pysam", None)
    assert run(write(tmp_path, gzip.compress(GOOD))).report.outputs[0].records_kept == 2
    with pytest.raises(errors.BcfUnavailableError):
        run(write(tmp_path, bgzf(b"BCF\x02\x02" + b"\x00" * 100)))


def test_a_damaged_bcf_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(errors.InputError):
        run(write(tmp_path, bgzf(b"BCF\x02\x02" + b"\x00" * 100)))


@pytest.mark.parametrize("odd", ["", '##odd=<ID="a\\"b">'])  # the second header is pysam's to read
def test_a_bcf_inside_plain_gzip_is_called_that_and_not_cut_short(tmp_path: Path, odd: str) -> None:
    import pysam

    meta = [HG38_20, '##FORMAT=<ID=GT,Number=1,Type=String,Description="">', *([odd] if odd else [])]
    source, target = write(tmp_path, vcf([record(5, "0/1")], samples=("A1",), meta=meta)), tmp_path / "out.bcf"
    with pysam.VariantFile(str(source)) as reader, pysam.VariantFile(str(target), "wb", header=reader.header) as writer:
        for line in reader:
            writer.write(line)
    assert run(target).report.outputs[0].records_kept == 1
    target.write_bytes(gzip.compress(gzip.decompress(target.read_bytes())))
    with pytest.raises(errors.CompressionError):
        run(target)


def test_bcf_gives_the_same_lines_as_vcf(tmp_path: Path) -> None:
    import pysam

    text = vcf(
        random_records(5, 4, 60),
        samples=("A1", "B2", "C3", "D4"),
        meta=[HG38_20, '##FORMAT=<ID=GT,Number=1,Type=String,Description="">'],
    )
    plain = prepare_text(tmp_path, text)
    source, target = tmp_path / "input.vcf", tmp_path / "out.bcf"
    with pysam.VariantFile(str(source)) as reader, pysam.VariantFile(str(target), "wb", header=reader.header) as writer:
        for line in reader:
            writer.write(line)
    assert run(target, existing=plain.map).texts == plain.texts
    data = target.read_bytes()
    target.write_bytes(data[: len(data) - 40])
    with pytest.raises(errors.TruncatedError):
        run(target, existing=plain.map)


def test_chunks_of_a_source_are_its_body_whatever_their_size(tmp_path: Path) -> None:
    text = vcf(random_records(6, 3, 100))
    body = text.split(b"\n", 3)[3]
    for data in (text, gzip.compress(text), bgzf(text, 500)):
        for size in (1, 300, 10_000_000):
            with Source(write(tmp_path, data)) as source:
                assert b"".join(map(text_of, source.iter_chunks(size))) == body


def test_errors_carry_no_path_and_no_name(tmp_path: Path) -> None:
    with pytest.raises(errors.PrepError) as caught:
        prep.read_source_header(tmp_path / "ANNA.vcf")
    assert "ANNA" not in repr(caught.value) + str(caught.value.facts)
    assert policy().name == "imputation"


def test_empty_members_before_and_among_the_text_are_nothing(tmp_path: Path) -> None:
    empty = gzip.compress(b"")
    whole = prepare_text(tmp_path, GOOD)
    path = tmp_path / "members.vcf.gz"
    path.write_bytes(empty * 3 + gzip.compress(GOOD[:100]) + empty + gzip.compress(GOOD[100:]) + empty)
    assert run(path, existing=whole.map).sinks == whole.sinks


def test_members_of_any_size_are_read_in_full(tmp_path: Path) -> None:
    """What is fed to the decompressor grows with a member and ends in the middle of the next one."""
    text = vcf([record(1000 + 13 * index, "0/1", "1/1", "./.") for index in range(20_000)])
    whole = prepare_text(tmp_path, text)
    chance = random.Random(7)
    bounds = sorted({0, len(text), *(chance.randrange(len(text)) for _ in range(300)), *range(100, 300)})
    members = [gzip.compress(text[start:end], chance.choice((0, 1, 9))) for start, end in pairwise(bounds)]
    path = tmp_path / "members.vcf.gz"
    path.write_bytes(b"".join(members) + b"\0" * 3000)
    assert run(path, existing=whole.map).genotypes() == whole.genotypes()


def test_lines_with_a_tab_too_many_are_no_file_without_records(tmp_path: Path) -> None:
    with pytest.raises(errors.BlockedError) as caught:
        prepare_text(tmp_path, GOOD.replace(b"GT\t", b"GT\t\t"))
    assert codes(caught.value.findings, "block") == {"VCF-COLUMNS"}


@pytest.mark.parametrize("chunk_bytes", [40, 1 << 20])
@pytest.mark.parametrize("first", [0, 1])
def test_line_ends_of_both_kinds_in_one_file_are_line_ends(tmp_path: Path, first: int, chunk_bytes: int) -> None:
    lines = GOOD.splitlines()
    mixed = b"".join(line + (b"\n", b"\r\n")[(number + first) % 2] for number, line in enumerate(lines))
    whole = prepare_text(tmp_path, GOOD)
    got = prepare_text(tmp_path, mixed, existing=whole.map, chunk_bytes=chunk_bytes)
    assert got.texts == whole.texts

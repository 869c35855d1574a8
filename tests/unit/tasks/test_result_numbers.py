"""Numbers over results: tables of any service that names its columns, compared with what was sent, never an error."""

from __future__ import annotations

import gzip
from pathlib import Path

from client.tasks.result_numbers import BINS, read_numbers

SENT = {("20", 100): 0.25, ("20", 200): 0.5, ("21", 100): 0.75, ("20", 300): 0.1}


def test_tables_of_several_chromosomes_are_one_picture(tmp_path: Path) -> None:
    one, two = tmp_path / "chr20.sites.tsv.gz", tmp_path / "chr21.sites.tsv"
    one.write_bytes(
        gzip.compress(
            b"CHROM\tPOS\tREF\tALT\tAF\tCALL_RATE\n"
            b"chr20\t100\tA\tC\t0.26\t1\n"
            b"chr20\t200\tA\tC\t0.9\t0.5\n"
            b"chr20\t300\tA\tC\t0.1\t1\n"
            b"chr20\t300\tA\tG\t0.2\t1\n"
            b"chr20\t400\tA\tC,G\t0.1,0.2\tnot a number\n"
        )
    )
    two.write_text("CHROM\tPOS\tREF\tALT\tAF\tCALL_RATE\n21\t100\tA\tC\t0.75\t1\n")
    numbers = read_numbers([one, two], SENT)
    assert numbers is not None
    assert numbers.sites == 6
    assert sum(numbers.frequencies) == 7
    assert numbers.frequencies[BINS - BINS // 4] == 1
    assert numbers.mean_call_rate == 4.5 / 5
    assert sorted(numbers.pairs) == [(0.25, 0.26), (0.5, 0.9), (0.75, 0.75)], "300 holds two sites: left out"
    assert numbers.far_apart == 1


def test_a_vcf_like_table_of_sites_gives_its_frequencies(tmp_path: Path) -> None:
    table = tmp_path / "chr20.info.gz"
    names, row = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO", "20\t200\t.\tA\tC\t.\tPASS\tMAF=0.4;AF=0.6"
    text = f"##fileformat=VCFv4.2\n{names}\n{row}\n"
    table.write_bytes(gzip.compress(text.encode()))
    numbers = read_numbers([table], SENT)
    assert numbers is not None
    assert numbers.pairs == ((0.5, 0.6),)
    assert numbers.mean_call_rate is None


def test_what_is_no_table_of_sites_gives_no_picture(tmp_path: Path) -> None:
    for name, data in {
        "notes.txt": b"nothing here\n",
        "broken.tsv.gz": gzip.compress(b"CHROM\tPOS\tAF\n20\t1\t0.1\n" * 50)[:-20],
        "damaged.tsv.gz": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + b"\xff" * 40,
        "empty.tsv": b"",
        "chr20.dose.vcf.gz": gzip.compress(b"CHROM\tPOS\tAF\n20\t1\t0.1\n"),
    }.items():
        (tmp_path / name).write_bytes(data)
    assert read_numbers([*sorted(tmp_path.iterdir()), tmp_path / "gone.tsv"], SENT) is None


def test_numbers_that_are_none_are_left_out(tmp_path: Path) -> None:
    table = tmp_path / "sites.tsv"
    table.write_text("chrom\tpos\taf\n20\t1e9\t0.1\n20\t\u0661\tnan\n20\t-5\tinf\n20\n20\t100\t-1\n20\t200\t2\n")
    numbers = read_numbers([table], SENT)
    assert numbers is not None
    assert sum(numbers.frequencies) == 1
    assert numbers.pairs == ()

"""BGZF as we write it: the same bytes wherever the packer's memory lies, and whole for every text."""

import gzip
import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from prep.bgzf import BLOCK_TEXT, END_BLOCK, compress_blocks


def test_packed_bytes_do_not_depend_on_where_the_packer_lies_in_memory() -> None:
    # isal's first hash of a stream takes in bits of the stream's address. Two threads have two stacks: of these texts,
    # whose third to sixth letters come again later, some eighty were packed otherwise by one of them.
    draw = random.Random(5)
    letters = b"abcdefghijklmnopqrstuvwxyz0123456789"
    common = bytes(draw.choices(letters, k=200))
    texts = []
    for _ in range(20_000):
        word = bytes(draw.choices(letters, k=4))
        texts.append(b"XY" + word + b"QRSTUVWQRSTUVW" + word + b"ZABCD" + common + word + b"ABAB")
    both_alive = Barrier(2)

    def packed(_: int) -> list[bytes]:
        both_alive.wait(60)
        blocks = [compress_blocks(text) for text in texts]
        both_alive.wait(60)
        return blocks

    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(packed, range(2))
    assert sum(here != there for here, there in zip(one, other, strict=True)) == 0


def test_every_text_comes_back_from_whole_blocks() -> None:
    draw = random.Random(6)
    genotypes = ("\t".join(draw.choices(["0|0", "0|1", "1|1"], k=70_000)) + "\n").encode()
    hostile = b"\0".join([b"20\t1", b"20\t", b"\0\0", b"20\t1\t."] * 9_000)
    for text in (b"", b"\n", b"\0", b"ab\0ab", genotypes, hostile, draw.randbytes(3 * BLOCK_TEXT + 1)):
        packed = compress_blocks(text)
        assert gzip.decompress(packed + END_BLOCK) == text
        start = 0
        while start < len(packed):
            assert packed[start : start + 16] == END_BLOCK[:16]
            start += int.from_bytes(packed[start + 16 : start + 18], "little") + 1
        assert start == len(packed)

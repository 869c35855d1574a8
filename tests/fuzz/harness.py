"""Fuzz one target under atheris: `python -m tests.fuzz.harness TARGET --seconds 600 [--runs N] [--keep DIR]`.

Ends with 0 when nothing was found. What is found is written into DIR (default: the working folder) as `crash-…`, and
the process ends with another code; put the bytes into FOUND of test_prep_fuzz.py, so that it stays found. `--corpus
DIR` keeps inputs that reached new code for the next run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["prep"]):
    from tests.fuzz.targets import DICTIONARY, SEEDS, TARGETS


def main() -> None:
    """Run until the time or the runs are used up, or something is found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path())
    parser.add_argument("--corpus", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = chosen.corpus or Path(folder) / "corpus"
        seeds = Path(folder) / "seeds"
        for made in (corpus, seeds):
            made.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(SEEDS[chosen.target]):
            (seeds / str(number)).write_bytes(seed)
        words = Path(folder) / "words"
        words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in DICTIONARY))
        atheris.Setup(
            [
                sys.argv[0], str(corpus), str(seeds), f"-dict={words}", f"-max_total_time={chosen.seconds}",
                f"-runs={chosen.runs}", f"-seed={chosen.seed}", "-max_len=6000", "-timeout=30", "-rss_limit_mb=3000",
                f"-artifact_prefix={chosen.keep}/", "-print_final_stats=1", "-verbosity=1",
            ],
            TARGETS[chosen.target],
        )  # fmt: skip
        atheris.Fuzz()  # ends the process


if __name__ == "__main__":
    main()

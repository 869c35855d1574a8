"""Large leaky cohorts from the corpus' own maker, with the list of what was planted."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SOURCES = {
    "20": "server/imputationserver-utils__chr20-phased__chr20.R50.merged.1.330k.recode.small.vcf.gz",
    "X": "large/UW-GAC__analysis_pipeline__1KG_phase3_subset_chrX.vcf.gz",
}
# One process makes many, and reads each source once.
_MAKER = """
import functools, importlib.util, json, sys
spec = importlib.util.spec_from_file_location("make_cohort", sys.argv[1])
maker = importlib.util.module_from_spec(spec)
spec.loader.exec_module(maker)
maker.read_source = functools.cache(maker.read_source)
for line in sys.stdin:
    sys.argv[1:] = json.loads(line)
    maker.main()
"""


@dataclass(frozen=True)
class Cohort:
    path: Path
    sample_names: tuple[str, ...]
    secrets: tuple[str, ...]
    records: int


def make_cohort(corpus: Path, folder: Path, *options: str, name: str = "cohort.vcf.gz", source: str = "20") -> Cohort:
    """Run make_cohort.py; `options` as on its command line."""
    return make_cohorts(corpus, [(folder / name, source, options)])[0]


def make_cohorts(corpus: Path, wanted: Sequence[tuple[Path, str, Sequence[str]]]) -> list[Cohort]:
    """The same for several: where each goes, which source it is made of, the maker's options."""
    arguments = [
        ["--source", str(corpus / SOURCES[source]), "--out", str(out), "--threads", "1", *options]
        for out, source, options in wanted
    ]
    subprocess.run(
        [sys.executable, "-c", _MAKER, str(corpus / "make_cohort.py")],
        input="".join(json.dumps(each) + "\n" for each in arguments).encode(),
        check=True,
        capture_output=True,
    )
    return [_made(out) for out, _, _ in wanted]


def _made(out: Path) -> Cohort:
    facts = json.loads(Path(f"{out}.secrets.json").read_text())
    return Cohort(out, tuple(facts["sample_names"]), tuple(facts["secrets"]), facts["records"])


def planted_in(data: bytes, cohort: Cohort) -> list[str]:
    """Secrets and sample names that occur in the bytes."""
    return [text for text in (*cohort.secrets, *cohort.sample_names) if text.encode() in data]

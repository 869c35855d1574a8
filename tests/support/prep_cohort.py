"""Large leaky cohorts from the corpus' own maker, with the list of what was planted."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCES = {
    "20": "server/imputationserver-utils__chr20-phased__chr20.R50.merged.1.330k.recode.small.vcf.gz",
    "X": "large/UW-GAC__analysis_pipeline__1KG_phase3_subset_chrX.vcf.gz",
}


@dataclass(frozen=True)
class Cohort:
    path: Path
    sample_names: tuple[str, ...]
    secrets: tuple[str, ...]
    records: int


def make_cohort(corpus: Path, folder: Path, *options: str, name: str = "cohort.vcf.gz", source: str = "20") -> Cohort:
    """Run make_cohort.py; `options` as on its command line."""
    out = folder / name
    command = [
        sys.executable,
        str(corpus / "make_cohort.py"),
        "--source",
        str(corpus / SOURCES[source]),
        "--out",
        str(out),
    ]
    subprocess.run([*command, "--threads", "1", *options], check=True, capture_output=True)
    facts = json.loads(Path(f"{out}.secrets.json").read_text())
    return Cohort(out, tuple(facts["sample_names"]), tuple(facts["secrets"]), facts["records"])


def planted_in(data: bytes, cohort: Cohort) -> list[str]:
    """Secrets and sample names that occur in the bytes."""
    return [text for text in (*cohort.secrets, *cohort.sample_names) if text.encode() in data]

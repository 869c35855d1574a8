"""A leaky file made for this project, and exactly what preparing it gives.

`GENOSEAL_GOLDEN=write` writes the expected files anew; look at the difference before committing it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import prep
from prep.report import MapInfo, build_report
from tests.support.prep_files import limits, policy, run

FOLDER = Path(__file__).parent / "prep"


def expect(name: str, text: str) -> None:
    path = FOLDER / name
    if os.environ.get("GENOSEAL_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), name


def test_a_leaky_file_gives_exactly_these_lines_findings_and_report() -> None:
    pseudonym_map = prep.parse_pseudonym_map((FOLDER / "map.json").read_bytes())
    prepared = run(FOLDER / "leaky.vcf", existing=pseudonym_map)
    for name, text in prepared.texts.items():
        expect(name.removesuffix(".gz"), text)
    findings = [
        f"{f.severity:8}{f.code:28}{f.where:24}{f.count:5}  line {f.line or '-'}" for f in prepared.report.findings
    ]
    expect("findings.txt", "\n".join(findings) + "\n")
    report = build_report(
        [prepared.report],
        MapInfo(pseudonym_map.map_id, len(pseudonym_map.entries)),
        policy(),
        limits(),
        created="2026-01-01T00:00:00Z",
    )
    for file in report["files"]:
        file["sha256"], file["bytes"] = "", 0  # another release of the compressor may pack otherwise
    report["totals"]["bytes"] = 0
    expect("report.json", json.dumps(report, indent=1, sort_keys=True) + "\n")

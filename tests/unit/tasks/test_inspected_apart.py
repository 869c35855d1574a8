"""Files that are inspected one by one, as the window does, and then looked at as one job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from client.tasks.facts import InspectedFile, PrepareChoices
from client.tasks.inspection import check_together, inspect_files
from client.tasks.workplace import Workplace
from tests.support.places import make_workplace
from tests.support.prep_files import record, vcf

MICHIGAN = PrepareChoices(service="michigan")
NAMES = [f"PERSON{number}" for number in range(20)]


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    with make_workplace(tmp_path / "home") as opened:
        yield opened


def inspected(workplace: Workplace, folder: Path, chromosome: int, sites: int) -> InspectedFile:
    file = folder / f"chr{chromosome}.vcf"
    lines = [record(5 + at, *["0/1"] * len(NAMES), chrom=f"chr{chromosome}") for at in range(sites)]
    file.write_bytes(vcf(lines, NAMES))
    (found,) = inspect_files(workplace, (file,), MICHIGAN, is_part=True).files
    assert not any(entry.blocks() for entry in found.findings), "what only the whole job is refused for stops no part"
    return found


def test_what_a_service_counts_over_a_job_is_counted_over_files_that_were_inspected_apart(
    workplace: Workplace, tmp_path: Path
) -> None:
    good, poor = inspected(workplace, tmp_path, 20, sites=5), inspected(workplace, tmp_path, 21, sites=2)
    assert not any(entry.blocks() for entry in check_together(workplace, [good, poor], MICHIGAN))
    (found,) = check_together(workplace, [poor], MICHIGAN)
    assert (found.code, found.blocks(), found.in_files) == ("VCF-NO-CHUNK", True, ())


def test_a_file_that_cannot_be_read_keeps_its_number(workplace: Workplace, tmp_path: Path) -> None:
    good, other = inspected(workplace, tmp_path, 20, sites=5), inspected(workplace, tmp_path, 21, sites=5)
    (tmp_path / "no.vcf").write_text("nothing\n")
    (tmp_path / "again.vcf").write_bytes(Path(other.file).read_bytes().replace(NAMES[0].encode(), b"SOMEBODY"))
    files = [tmp_path / "no.vcf", Path(good.file), Path(other.file), tmp_path / "again.vcf"]
    found = inspect_files(workplace, files, MICHIGAN).job_findings
    assert [(one.code, [entry.file for entry in one.in_files]) for one in found] == [
        ("VCF-SAMPLES-DIFFER", [2, 4]),
        ("VCF-CHROM-TWICE", [3, 4]),
    ]

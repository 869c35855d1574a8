"""What an inspection tells of the genome build that a header says."""

from __future__ import annotations

from pathlib import Path

import pytest

from client.tasks.facts import PrepareChoices
from client.tasks.inspection import inspect_files
from tests.support.places import make_workplace
from tests.support.prep_files import record, vcf

HG19, HG38 = "##contig=<ID=20,length=63025520>", "##contig=<ID=chr22,length=50818468>"


@pytest.mark.parametrize(
    ("meta", "build", "says_both"),
    [([HG19], "hg19", False), ([HG19, HG38], None, True), (["##contig=<ID=20>"], None, False)],
    ids=["one", "both", "none"],
)
@pytest.mark.parametrize("given", [None, "hg19"])
def test_a_header_of_both_builds_is_told_from_one_that_is_silent(
    tmp_path: Path, meta: list[str], build: str | None, says_both: bool,
    given: str | None,
) -> None:  # fmt: skip
    """Also when somebody has said the build, and nothing stops the file any more."""
    file = tmp_path / "cohort.vcf"
    file.write_bytes(vcf([record(5, "0/1", "0/0", chrom="20")], ["A", "B"], meta=meta))
    with make_workplace(tmp_path / "home") as workplace:
        (facts,) = inspect_files(workplace, (file,), PrepareChoices(build=given)).files
    assert (facts.header_build, facts.header_says_both) == (build, says_both)

"""What a policy would lose of IDs and numbers beside GT is said by `inspect` too, before anything is prepared."""

from __future__ import annotations

from pathlib import Path

import pytest

import prep
from prep.errors import BlockedError
from tests.support.prep_files import HG38_20, bgzf, limits, policy, record, run, vcf

LINES = [
    record(5, "0/1:0.97:0.01,0.95,0.04", "0/0:1,5:1,0,0", "./.:.:.", format="GT:DS:GP", id="rs12"),
    record(9, "0/1:SECRET:0.5", "1/1:2:0.2,0.3,0.5", "0/0:7:.", format="GT:DS:GP", id="LOCAL-7"),
    record(12, "0/0:x:x", "0/0:x:x", "0/0:x:x", format="GT:DS:GP", id="LOCAL-8"),  # nobody varies: it stays here
    record(14, "x:0/1", "x:1/1", "x:0/0", format="DS:GT", id="rs25"),
]
DOSAGES = policy("dosages", id='"rs"')
WANTED = {"VCF-FIELD-UNREADABLE": 7, "VCF-ID-REMOVED": 1}


def lost(findings: tuple[prep.Finding, ...]) -> dict[str, int]:
    return {finding.code: finding.count for finding in findings if finding.code in WANTED}


@pytest.mark.parametrize("container", ["text", "bgzf"])
def test_inspecting_and_preparing_count_the_same(tmp_path: Path, container: str) -> None:
    path = tmp_path / "input.vcf"
    path.write_bytes(vcf(LINES) if container == "text" else bgzf(vcf(LINES), 90))
    assert lost(prep.inspect(path, policy=DOSAGES, limits=limits()).findings) == WANTED
    assert lost(run(path, the_policy=DOSAGES).report.findings) == WANTED
    assert lost(prep.inspect(path, policy=policy(), limits=limits()).findings) == {}


@pytest.mark.parametrize(
    ("meta", "more"), [((), []), ((HG38_20,), [record(3, "0/1", "0/1", "0/1")])], ids=["at its header", "later"]
)
@pytest.mark.parametrize("chunk_bytes", [100, None])
def test_a_file_that_is_stopped_says_it_too(
    tmp_path: Path, meta: tuple[str, ...], more: list[str], chunk_bytes: int | None
) -> None:
    """Without a build, or not sorted: all that is wrong is said at once."""
    (tmp_path / "input.vcf").write_bytes(vcf([*LINES[:2], *more, *LINES[2:]], meta=meta))
    with pytest.raises(BlockedError) as caught:
        run(tmp_path / "input.vcf", the_policy=DOSAGES, chunk_bytes=chunk_bytes)
    assert lost(caught.value.findings) == WANTED


@pytest.mark.parametrize("chunk_bytes", [100, None])
def test_so_does_one_that_is_stopped_because_its_ploidy_changes(tmp_path: Path, chunk_bytes: int | None) -> None:
    """That somebody has one allele here and two there is sure at the end alone, when the file has started over."""
    cells = ("0/1:7:x", "1/1:2:1,0,0", "0/0:0:y")
    lines = [
        record(5_000_000 + place, *cells[:2], third, chrom="chrX", format="GT:DS:GP", id=f"LOCAL-{place}")
        for place, third in enumerate([cells[2], "1:0:y", cells[2]])
    ]
    (tmp_path / "input.vcf").write_bytes(vcf(lines, meta=("##contig=<ID=chrX,length=156040895>",)))
    with pytest.raises(BlockedError) as caught:
        run(tmp_path / "input.vcf", the_policy=DOSAGES, chunk_bytes=chunk_bytes)
    assert [finding.code for finding in caught.value.findings if finding.blocks()] == ["VCF-X-PLOIDY"]
    assert lost(caught.value.findings) == {"VCF-FIELD-UNREADABLE": 9, "VCF-ID-REMOVED": 3}

"""Every option of the corpus' cohort maker, through inspect, prepare and restore, against what bcftools reads.

The whole matrix is every kind of name with every defect on every chromosome in every container, under the shipped
policies and two that filter; `make soak` runs it. The normal run takes a fixed share in which each value occurs.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor
from itertools import product
from pathlib import Path

import pytest

import prep
from client.model.display import display_text
from prep.errors import BcfNamesError, BlockedError
from prep.report import MapInfo, build_report, render_html
from tests.support.cohort_cells import CHROMOSOMES, CONTAINERS, DEFECTS, NAMES, Cell, Rules, rules_for
from tests.support.cohort_oracle import (
    Outcome,
    Record,
    Source,
    allele_counts,
    alleles,
    expect,
    number,
    read_names,
    read_records,
    read_source,
)
from tests.support.prep_cohort import Cohort, make_cohorts, planted_in
from tests.support.prep_files import Prepared, limits, run

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(shutil.which("bcftools") is None, reason="bcftools is not installed"),
]
# How the maker writes names, and what each kind of them is.
OF_NAMES = {
    r"\d{6}-?\d{4}": {"national-number"},
    r"[A-Z]\w+_[A-Z]\w+_\d{8}": {"person-name", "birth-date"},
    r"MRN\d+|D\d\d-\d+": {"medical-record"},
    r"\d+_R\d\dC\d\d": {"array-barcode"},
    r"FAM\d+_IND\d+|SAMPLE\d+": set[str](),
}
# Of the header, whatever the names are.
OF_HEADER = {"sample-name", "national-number", "person-name", "birth-date", "e-mail", "phone", "credentials", "path",
             "host", "command-line", "date"}  # fmt: skip


def check_cell(cell: Cell, cohort: Cohort, executor: Executor | None) -> None:
    """One file under two of the policies."""
    source = read_source(cohort.path, cohort.sample_names, as_bcf=cell.container == "bcf")
    assert len(source.records) == cohort.records
    if cell.container == "bcf" and cell.has("dupsample"):
        with pytest.raises(BcfNamesError):
            prep.read_source_header(source.path)
        return
    for kind in cell.policies:
        check_policy(cell, source, rules_for(kind, cell, source), cohort, executor)


def check_policy(cell: Cell, source: Source, rules: Rules, cohort: Cohort, executor: Executor | None) -> None:
    """Inspect, prepare several times under one map, and restore."""
    sites = prep.load_site_list(rules.site_list) if rules.site_list else None
    seen = prep.inspect(source.path, policy=rules.policy, limits=limits("michigan"), site_list=sites)
    assert (seen.records, seen.samples, seen.build) == (len(source.records), len(source.names), cell.build)
    whole = expect(source.records, source.names, cell.build, rules.wanted._replace(leave_out=frozenset()))
    check_findings(seen.findings, whole, cell)
    check_leaks(seen.findings, cell, source.names)

    left_out = rules.wanted.leave_out
    pseudonyms = prep.build_pseudonym_map(
        [name for name in source.names if name not in left_out], origin="https://example.org", project="study",
        scheme=rules.scheme, project_key=b"sixteen bytes of key", shuffle_columns=rules.policy.shuffle_columns,
    )  # fmt: skip

    def prepared(chunk_bytes: int | None = None, workers: Executor | None = None) -> Prepared:
        return run(
            source.path, the_policy=rules.policy, service="michigan", site_list=sites, leave_out=tuple(left_out),
            existing=pseudonyms, chunk_bytes=chunk_bytes, executor=workers,
        )  # fmt: skip

    outcome = expect(source.records, source.names, cell.build, rules.wanted)
    if outcome.blocking or cell.has("dupsample"):
        with pytest.raises(BlockedError) as caught:
            prepared()
        check_findings(caught.value.findings, whole if cell.has("dupsample") else outcome, cell)
        return
    first = prepared()
    check_findings(first.report.findings, outcome, cell)
    check_leaks(first.report.findings, cell, source.names)
    assert prepared().sinks == first.sinks
    in_pieces, shared = prepared(20_000), prepared(20_000, executor)
    assert shared.sinks == in_pieces.sinks
    check_findings(shared.report.findings, outcome, cell)
    assert shared.texts == first.texts
    check_counts(first, outcome)
    check_outputs(first, outcome, rules, source)
    check_nothing_planted(first, rules, cohort)


def check_findings(findings: Sequence[prep.Finding], outcome: Outcome, cell: Cell) -> None:
    """Each defect by its code, as often as it is there, in the place where it is first; and nothing else."""
    found: Counter[str] = Counter()
    for finding in findings:
        if finding.finding_class in ("check", "change"):
            found[finding.code] += finding.count
            assert finding.blocks() == (finding.code in {*outcome.blocking, "VCF-SAMPLES-DUPLICATE"})
            if finding.code in outcome.places:
                assert (finding.line, finding.column) == outcome.places[finding.code], finding
    wanted = outcome.findings + Counter(
        {"VCF-VERSION": not {"4.3", "4.4"}.isdisjoint(cell.options), "VCF-SAMPLES-DUPLICATE": cell.has("dupsample")}
    )
    found.pop("VCF-LIST-AMBIGUOUS", None)
    assert found == +wanted


def check_leaks(findings: Sequence[prep.Finding], cell: Cell, names: Sequence[str]) -> None:
    """What identifies is found by class in names, header, file name and gzip header."""
    places: dict[str, set[str]] = {}
    for finding in findings:
        if finding.severity == "removed" and finding.finding_class != "change":
            places.setdefault(finding.where.split(" ##")[0], set()).add(finding.finding_class)
    kinds = {shape for shape in OF_NAMES for name in names if re.fullmatch(shape, name)}
    assert places["sample names"] == {"sample-name"}.union(*(OF_NAMES[shape] for shape in kinds))
    assert places["header"] >= OF_HEADER
    assert places["file name"] >= {"person-name", "birth-date"}
    assert ("file-name" in places.get("gzip header", ())) == (cell.container == "gzip")


def check_counts(prepared: Prepared, outcome: Outcome) -> None:
    """Records in are kept or dropped for a reason, by chromosome."""
    outputs = {output.chromosome: output for output in prepared.report.outputs}
    assert outputs.keys() == {label for label, kept in outcome.kept.items() if kept}
    for label, output in outputs.items():
        assert output.dropped == dict(outcome.dropped[label])
        assert output.records_kept == len(outcome.kept[label])
        assert output.records_in == output.records_kept + sum(output.dropped.values())


def check_outputs(prepared: Prepared, outcome: Outcome, rules: Rules, source: Source) -> None:
    """bcftools reads in the outputs, and in what `restore` makes of them, exactly the records that were to be kept."""
    folder = source.path.parent
    name_of = {pseudonym: name for name, pseudonym in prepared.map.entries}
    for output in prepared.report.outputs:
        wanted = outcome.kept[output.chromosome]
        out = folder / output.file_name
        out.write_bytes(prepared.sinks[output.file_name])
        pseudonyms = read_names(out)
        names = [name_of[pseudonym] for pseudonym in pseudonyms]
        check_records(read_records(out, names), wanted, names, outcome, rules, source)
        back = io.BytesIO()
        prep.restore(out, back, prepared.map)
        out.write_bytes(back.getvalue())
        staying = [name for name in source.names if name not in rules.wanted.leave_out]
        assert read_names(out) == staying
        check_records(read_records(out, staying), wanted, staying, outcome, rules, source)


def check_records(
    got: Sequence[Record],
    wanted: Sequence[Record],
    names: Sequence[str],
    outcome: Outcome,
    rules: Rules,
    source: Source,
) -> None:
    """`got` has one column for each of `names`; `wanted` are the source's own records."""
    columns = [source.names.index(name) for name in names]
    separator = "|" if outcome.phased else "/"
    missing = f".{separator}."
    assert [record.site for record in got] == [record.site for record in wanted]
    for here, before in zip(got, wanted, strict=True):
        assert here.ref + here.alt == (before.ref + before.alt).upper()
        assert here.filter == "PASS"
        assert (here.id, here.info) == rules.fixed_fields(before, allele_counts(before, columns))
        for cell, column in zip(here.samples, columns, strict=True):
            sample = before.samples[column]
            assert tuple(cell) == rules.wanted.format_keys
            assert cell["GT"] == (separator.join(alleles(sample["GT"])) or missing)
            for key in rules.wanted.format_keys[1:]:
                assert number(key, cell[key]) == (number(key, sample.get(key, ".")) or ())


def check_nothing_planted(prepared: Prepared, rules: Rules, cohort: Cohort) -> None:
    """No secret in what leaves or is shared."""
    for name, data in prepared.sinks.items():
        assert planted_in(prepared.texts[name].encode() + data + name.encode(), cohort) == []
    info = MapInfo(prepared.map.map_id, len(prepared.map.entries))
    report = build_report([prepared.report], info, rules.policy, limits("michigan"), created="2026-01-01T00:00:00Z")
    page = render_html(report, local=False, display_text=display_text)
    assert planted_in(page.encode() + json.dumps(report).encode(), cohort) == []


def run_cells(corpus: Path, folder: Path, cells: Sequence[Cell], executor: Executor | None) -> None:
    """Make the files of some cells and check each of them."""
    wanted = []
    for place, cell in enumerate(cells):
        (folder / str(place)).mkdir()
        wanted.append((folder / str(place) / cell.file_name, cell.source, cell.options))
    for cell, cohort in zip(cells, make_cohorts(corpus, wanted), strict=True):
        check_cell(cell, cohort, executor)
        shutil.rmtree(cohort.path.parent)


def share() -> list[Cell]:
    """Fourteen cells: each kind of name, defect, chromosome and container at least once."""
    names, chromosomes, containers = (list(values) * 3 for values in (NAMES, CHROMOSOMES, CONTAINERS))
    return [
        Cell(names[place], defects, chromosomes[place], containers[(place + place // 4) % 4])
        for place, defects in enumerate(DEFECTS)
    ]


def test_a_share_of_the_matrix(corpus: Path, tmp_path: Path) -> None:
    run_cells(corpus, tmp_path, share(), None)


@pytest.mark.soak
@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("defects", DEFECTS)
def test_the_whole_matrix(corpus: Path, tmp_path: Path, names: str, defects: str) -> None:
    cells = [Cell(names, defects, *rest) for rest in product(CHROMOSOMES, CONTAINERS)]
    with prep.block_executor(2) as workers:
        run_cells(corpus, tmp_path, cells, workers.pool)  # type: ignore[attr-defined]

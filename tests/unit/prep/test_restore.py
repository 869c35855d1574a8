"""Results come back under pseudonyms; names and order come back from the map."""

from __future__ import annotations

import gzip
import io
import json
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from pathlib import Path

import pytest

import prep
from prep.bgzf import END_BLOCK
from prep.errors import (
    DamagedError,
    MapCopiesError,
    MapDamagedError,
    MapProjectError,
    ResultBinaryError,
    ResultColumnsError,
    ResultIdsError,
    SourceChangedError,
    TruncatedError,
    UsageError,
)
from prep.pseudonyms import PseudonymMap, build_pseudonym_map, parse_pseudonym_map, with_earlier_jobs
from tests.support.prep_files import Prepared, bgzf, packed, prepare_text, random_records, record, vcf

SAMPLES = ("Anna", "Björn", "Carla x", "D4", "E5", "=F6")


@pytest.fixture
def prepared(tmp_path: Path) -> Prepared:
    return prepare_text(tmp_path, vcf(random_records(21, 6, 80), SAMPLES))


def restored(tmp_path: Path, prepared: Prepared, data: bytes) -> tuple[bytes, prep.RestoreReport]:
    path = tmp_path / "result"
    path.write_bytes(data)
    sink = io.BytesIO()
    report = prep.restore(path, sink, prepared.map)
    return sink.getvalue(), report


def dosage_result(prepared: Prepared) -> str:
    """What an imputation service gives back: the same samples, other fields."""
    lines = []
    for line in prepared.texts["chr20.vcf.gz"].split("\n"):
        fields = line.split("\t")
        if not line.startswith("#") and line:
            fields[7], fields[8] = "R2=0.9;IMPUTED", "GT:DS:GP"
            fields[9:] = [f"{cell}:{n / 7:.3f}:0.1,0.2,0.7" for n, cell in enumerate(fields[9:])]
        lines.append("\t".join(fields))
    return "\n".join(lines).replace("##contig", "##source=Minimac\n##contig", 1)


@pytest.mark.parametrize("container", ["text", "gzip", "bgzf"])
def test_names_and_order_come_back(tmp_path: Path, prepared: Prepared, container: str) -> None:
    data, report = restored(tmp_path, prepared, packed(dosage_result(prepared).encode(), container))
    text = (data if container == "text" else gzip.decompress(data)).decode()
    assert report.container == ("text" if container == "text" else "bgzf")
    assert data.endswith(b"\n" if container == "text" else END_BLOCK)
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("##")]
    assert tuple(rows[0][9:]) == SAMPLES
    for row, line in zip(rows[1:], prepared.records(), strict=True):
        assert [cell.split(":")[0] for cell in row[9:]] == line[9:]
        assert row[8] == "GT:DS:GP"
    assert report.records == len(rows) - 1
    assert report.bytes == len(data)
    assert "##source=Minimac" in text


@pytest.mark.parametrize("with_header", [True, False])
def test_a_mark_before_a_result_does_not_stay_before_it(tmp_path: Path, prepared: Prepared, with_header: bool) -> None:
    text = dosage_result(prepared)
    text = text if with_header else text[text.index("#CHROM") :]
    want, _ = restored(tmp_path, prepared, text.encode())
    assert restored(tmp_path, prepared, b"\xef\xbb\xbf" + text.encode())[0] == want


def test_threads_restore_the_same(tmp_path: Path, prepared: Prepared) -> None:
    path = tmp_path / "result.vcf.gz"
    path.write_bytes(bgzf(dosage_result(prepared).encode(), 500))
    alone, shared = io.BytesIO(), io.BytesIO()
    prep.restore(path, alone, prepared.map)
    with ThreadPoolExecutor(2) as executor:
        prep.restore(path, shared, prepared.map, executor=executor)
    assert alone.getvalue() == shared.getvalue()


def test_only_exactly_the_maps_ids_are_restored(tmp_path: Path, prepared: Prepared) -> None:
    other = prepare_text(tmp_path, vcf(random_records(21, 6, 80), SAMPLES))
    with pytest.raises(ResultIdsError) as foreign:
        restored(tmp_path, prepared, other.sinks["chr20.vcf.gz"])
    assert foreign.value.facts == {"missing": 6, "unknown": 6}
    text = dosage_result(prepared)
    fewer = "\n".join("\t".join(line.split("\t")[:-1]) if line[:2] != "##" else line for line in text.split("\n"))
    with pytest.raises(ResultIdsError) as short:
        restored(tmp_path, prepared, fewer.encode())
    assert short.value.facts == {"missing": 1, "unknown": 0}
    twice = "\n".join(
        line + "\t" + line.rpartition("\t")[2] if line and line[:2] != "##" else line for line in text.split("\n")
    )
    with pytest.raises(ResultIdsError) as doubled:
        restored(tmp_path, prepared, twice.encode())
    assert doubled.value.facts == {"missing": 0, "unknown": 1}


def test_a_result_that_changes_while_it_is_restored_does_not_count(tmp_path: Path, prepared: Prepared) -> None:
    path = tmp_path / "result"
    path.write_bytes(dosage_result(prepared).encode())

    def change(done: int, size: int) -> None:
        with path.open("ab") as result:
            result.write(b"\n")

    with pytest.raises(SourceChangedError):
        prep.restore(path, io.BytesIO(), prepared.map, progress=change)


def test_a_result_line_with_other_columns_is_refused(tmp_path: Path, prepared: Prepared) -> None:
    text = dosage_result(prepared).rstrip("\n").encode()
    for wrong in (text + b"\t0/1:0:0\n", text[: text.rindex(b"\t")]):
        with pytest.raises(ResultColumnsError):
            restored(tmp_path, prepared, wrong)


def test_tables_get_names_where_a_cell_is_a_pseudonym(tmp_path: Path, prepared: Prepared) -> None:
    ids = prepared.map.output_pseudonyms
    table = "ID\tscore\n" + "".join(f"{name}\t{n}\n" for n, name in enumerate(ids))
    data, report = restored(tmp_path, prepared, table.encode())
    back = dict(line.split("\t") for line in data.decode().split("\n")[1:-1])
    assert {name: back[name] for name in SAMPLES} == {
        prepared.map.entries[entry][0]: str(n) for n, entry in enumerate(prepared.map.column_order)
    }
    assert (report.kind, report.samples, report.records) == ("table", 6, 7)


def test_a_table_without_ids_is_copied_and_one_with_strange_ids_refused(tmp_path: Path, prepared: Prepared) -> None:
    info = b"SNP\tR2\n20:5\t0.9\n"
    packed_data, report = restored(tmp_path, prepared, bgzf(info))
    assert gzip.decompress(packed_data) == info
    assert packed_data.endswith(END_BLOCK)
    assert report.samples == 0
    known = prepared.map.output_pseudonyms[0]
    with pytest.raises(ResultIdsError):
        restored(tmp_path, prepared, f"ID\n{known[:-1]}0\n".encode())


@pytest.mark.parametrize("container", ["text", "gzip", "bgzf"])
def test_an_info_file_that_is_a_vcf_without_samples_is_copied(
    tmp_path: Path, prepared: Prepared, container: str
) -> None:
    lines = [record(5, chrom="chr20", info="AF=0.1;R2=0.9;IMPUTED").rsplit(" ", 1)[0]]
    info = vcf(lines, samples=())
    data, report = restored(tmp_path, prepared, packed(info, container))
    assert (gzip.decompress(data) if container != "text" else data) == info
    assert (report.kind, report.samples) == ("table", 0)
    # Several blocks: of one the header's reading already sees that no end follows.
    more = vcf(
        [record(5 + number, chrom="chr20", info="R2=0.9").rsplit(" ", 1)[0] for number in range(3000)], samples=()
    )
    assert restored(tmp_path, prepared, bgzf(more))[1].samples == 0
    with pytest.raises(TruncatedError):
        restored(tmp_path, prepared, bgzf(more, end=False))


def test_damaged_results_are_coded_errors(tmp_path: Path, prepared: Prepared) -> None:
    good = bgzf(dosage_result(prepared).encode(), 2000)
    with pytest.raises(TruncatedError):
        restored(tmp_path, prepared, good[:-100])
    broken = bytearray(good)
    broken[len(good) // 2] ^= 255
    with pytest.raises((DamagedError, TruncatedError)):
        restored(tmp_path, prepared, bytes(broken))
    for binary in (b"\x00\x01\x02binary", bgzf(b"TBI\x01\x01\x00\x00\x00")):
        with pytest.raises(ResultBinaryError):
            restored(tmp_path, prepared, binary)


def test_bcf_results_are_restored_as_vcf(tmp_path: Path, prepared: Prepared) -> None:
    import pysam

    (tmp_path / "in.vcf.gz").write_bytes(prepared.sinks["chr20.vcf.gz"])
    source, target = str(tmp_path / "in.vcf.gz"), str(tmp_path / "in.bcf")
    with pysam.VariantFile(source) as reader, pysam.VariantFile(target, "wb", header=reader.header) as writer:
        for line in reader:
            writer.write(line)
    data, report = restored(tmp_path, prepared, (tmp_path / "in.bcf").read_bytes())
    assert report.container == "bgzf"
    assert "\t".join(SAMPLES) in gzip.decompress(data).decode()


def test_genotypes_alone_and_mixed_widths_are_restored_alike(tmp_path: Path) -> None:
    """The quick way for even cells and the way for any cells give the same lines."""
    even = vcf(random_records(22, 6, 60, separator="|"), SAMPLES)
    prepared = prepare_text(tmp_path, even)
    data, _ = restored(tmp_path, prepared, prepared.sinks["chr20.vcf.gz"])
    rows = [line.split("\t")[9:] for line in gzip.decompress(data).decode().split("\n")[4:-1]]
    assert rows == [line[9:] for line in prepared.records()]
    text = prepared.texts["chr20.vcf.gz"].replace("0|0", "0")
    mixed, _ = restored(tmp_path, prepared, text.encode())
    assert [line.split("\t")[9:] for line in mixed.decode().split("\n")[4:-1]] == [
        ["0" if cell == "0|0" else cell for cell in row] for row in rows
    ]


# ---- one map, several jobs ------------------------------------------------------------------------------------------


def job_map(names: tuple[str, ...], existing: PseudonymMap | None = None) -> PseudonymMap:
    return build_pseudonym_map(names, origin="o", project="p", existing=existing)


def result_of(folder: Path, pseudonyms: tuple[str, ...], name: str = "result.vcf") -> Path:
    """A result whose genotypes tell whose column they are in: person n has n alternate alleles of `columns`."""
    path = folder / name
    cells = [f"{index}" for index in range(len(pseudonyms))]
    head = "##fileformat=VCFv4.2\n" + "\t".join(
        ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"]
    )
    row = "\t".join(["chr20", "100", ".", "A", "C", ".", "PASS", ".", "DS"])
    path.write_text("\t".join([head, *pseudonyms]) + "\n" + "\t".join([row, *cells]) + "\n")
    return path


def restored_columns(path: Path, pseudonym_map: PseudonymMap) -> tuple[tuple[str, ...], dict[str, str]]:
    sink = io.BytesIO()
    prep.restore(path, sink, parse_pseudonym_map(pseudonym_map.to_json_bytes()))
    _, names, row = sink.getvalue().decode().rstrip("\n").split("\n")
    columns = names.split("\t")[9:]
    return tuple(columns), dict(zip(columns, row.split("\t")[9:], strict=True))


def test_every_job_of_a_map_can_be_restored_with_it(tmp_path: Path) -> None:
    first = job_map(("Anna", "Bert", "Carla"))
    second = job_map(("Dora", "Bert"), first)
    third = job_map(("Carla", "Bert", "Anna"), second)
    for job in (first, second, third):
        order, values = restored_columns(result_of(tmp_path, job.output_pseudonyms), third)
        assert order == job.sample_ids
        by_pseudonym = {pseudonym: str(n) for n, pseudonym in enumerate(job.output_pseudonyms)}
        assert values == {name: by_pseudonym[pseudonym] for name, pseudonym in job.entries}
    assert len(third.jobs) == 2


def test_jobs_of_the_same_people_never_leave_in_the_same_order_of_columns() -> None:
    """Else their results could not be told apart, and would come back in the other job's original order."""
    orders = list(permutations(("Anna", "Bert", "Carla", "Dora")))[:12]
    carried = job_map(orders[0])
    for names in orders[1:]:
        carried = job_map(names, carried)
    assert len({job.output_pseudonyms for job in (*carried.jobs, carried.latest_job)}) == 12
    three = job_map(("Anna", "Bert", "Carla"))
    for names in permutations(("Anna", "Bert", "Carla")):
        three = job_map(names, three)  # hardly more orders than jobs: then one may come twice, and nothing hangs


def test_the_same_job_again_keeps_its_order_of_columns_whatever_came_between() -> None:
    """So that the same files prepared twice under one map are the same bytes."""
    names = tuple(f"Person {number}" for number in range(9))
    first = job_map(names)
    between = job_map(names[:5], first)
    again = job_map(names, between)
    assert again.output_pseudonyms == first.output_pseudonyms
    assert len(again.jobs) == 1
    assert first.column_order != tuple(range(9))


def test_a_policy_that_shuffles_does_not_keep_the_order_of_one_that_does_not() -> None:
    names = ("Anna", "Bert", "Carla", "Dora")
    plain = prep.build_pseudonym_map(names, origin="o", project="p", shuffle_columns=False)
    assert plain.column_order == (0, 1, 2, 3)
    for _ in range(30):
        shuffled = prep.build_pseudonym_map(names, origin="o", project="p", existing=plain)
        assert shuffled.column_order != (0, 1, 2, 3)


def test_an_id_set_that_no_job_had_is_refused_although_every_id_is_known(tmp_path: Path) -> None:
    carried = job_map(("Dora", "Bert"), job_map(("Anna", "Bert", "Carla")))
    known = dict((*carried.entries, *carried.others))
    mixed = tuple(known[name] for name in ("Anna", "Dora"))
    for name, writer in (("r.vcf", result_of), ("t.tsv", table_of)):
        with pytest.raises(ResultIdsError) as refused:
            prep.restore(writer(tmp_path, mixed, name), io.BytesIO(), carried)
        assert refused.value.facts == {"missing": 1, "unknown": 1}


@pytest.mark.parametrize("family", ["{0}_{0}", "0_{0}"])
def test_the_families_that_plink_writes_before_ids_do_not_count(tmp_path: Path, family: str) -> None:
    made = job_map(("Anna_Berg", "Bert", "Carla"))
    ids = tuple(family.format(pseudonym) for pseudonym in made.output_pseudonyms)
    for name, plain, doubled in (
        ("r.vcf", result_of(tmp_path, made.output_pseudonyms, "p.vcf"), result_of(tmp_path, ids, "r.vcf")),
        ("t.tsv", table_of(tmp_path, made.output_pseudonyms, "p.tsv"), table_of(tmp_path, ids, "t.tsv")),
    ):
        sinks = io.BytesIO(), io.BytesIO()
        reports = [prep.restore(file, sink, made) for file, sink in zip((plain, doubled), sinks, strict=True)]
        assert sinks[0].getvalue() == sinks[1].getvalue(), name
        assert reports[0] == reports[1]
        assert reports[1].samples == 3


@pytest.mark.parametrize("family", ["{1}_{0}", "{0}_1", "1_{0}", "{0}{0}", "_{0}", "{0}_{0}_{0}"])
def test_ids_that_were_changed_otherwise_are_refused(tmp_path: Path, family: str) -> None:
    made = job_map(("Anna", "Bert", "Carla"))
    pseudonyms = made.output_pseudonyms
    ids = tuple(family.format(own, other) for own, other in zip(pseudonyms, pseudonyms[::-1], strict=True))
    with pytest.raises(ResultIdsError) as refused:
        prep.restore(result_of(tmp_path, ids, "r.vcf"), io.BytesIO(), made)
    assert refused.value.facts == {"missing": 3, "unknown": 3}
    half = (f"{pseudonyms[0]}_{pseudonyms[0]}", *pseudonyms[1:])
    with pytest.raises(ResultIdsError):
        prep.restore(result_of(tmp_path, half, "h.vcf"), io.BytesIO(), made)


def table_of(folder: Path, pseudonyms: tuple[str, ...], name: str = "t.tsv") -> Path:
    path = folder / name
    path.write_text("".join(f"{pseudonym}\t{n}\n" for n, pseudonym in enumerate(pseudonyms)))
    return path


def test_tables_of_an_earlier_job_get_their_names(tmp_path: Path) -> None:
    first = job_map(("Anna", "Bert", "Carla"))
    carried = job_map(("Dora", "Bert"), first)
    sink = io.BytesIO()
    prep.restore(table_of(tmp_path, first.output_pseudonyms), sink, carried)
    names = {pseudonym: name for name, pseudonym in first.entries}
    assert sink.getvalue().decode() == "".join(f"{names[p]}\t{n}\n" for n, p in enumerate(first.output_pseudonyms))


def test_a_map_of_the_older_form_is_read_and_carried_on(tmp_path: Path) -> None:
    document = json.loads(job_map(("Anna", "Bert")).to_json_bytes())
    assert document["schema"] == 2
    del document["jobs"]
    older = parse_pseudonym_map(json.dumps(document | {"schema": 1}).encode())
    carried = job_map(("Bert", "Carla"), older)
    assert restored_columns(result_of(tmp_path, older.output_pseudonyms), carried)[0] == ("Anna", "Bert")


def test_jobs_that_do_not_fit_their_map_are_damage() -> None:
    document = json.loads(job_map(("Carla",), job_map(("Anna", "Bert"))).to_json_bytes())
    (job,) = document["jobs"]
    for damage in (
        {"samples": [0, 7]}, {"samples": [0, 0]}, {"samples": [-1, 0]}, {"samples": [True, 0]},
        {"column_order": [0, 2]}, {"column_order": [0]}, {"column_order": [0.0, 1]},
    ):  # fmt: skip
        with pytest.raises(MapDamagedError):
            parse_pseudonym_map(json.dumps(document | {"jobs": [job | damage]}).encode())


def test_a_map_that_does_not_hold_together_is_damage() -> None:
    document = json.loads(job_map(("Carla", "Dora"), job_map(("Anna", "Bert"))).to_json_bytes())
    (carla, dora), other = document["entries"], document["others"][0]
    for damage in (
        {"entries": [[1, 2], [3, 4]]}, {"entries": [carla, [dora[0], carla[1]]]}, {"entries": [carla, carla]},
        {"entries": [carla, [dora[0], "short"]]}, {"entries": [carla]}, {"entries": [[*carla, "more"], dora]},
        {"others": [[1, 2]]}, {"others": [carla]}, {"others": [[other[0], dora[1]]]}, {"others": None},
        {"column_order": [0]}, {"column_order": [0, 0]}, {"column_order": ["0", "1"]}, {"column_order": None},
        {"map_id": 5}, {"tag": None}, {"schema": "2"}, {"schema": 0}, {"jobs": None},
    ):  # fmt: skip
        with pytest.raises(MapDamagedError):
            parse_pseudonym_map(json.dumps(document | damage).encode())
    for data in (b"", b"{}", b"[]", b"\xff", b"[" * 100_000):
        with pytest.raises(MapDamagedError):
            parse_pseudonym_map(data)


@pytest.mark.parametrize("samples", [(), ("A", "B", "A")])
def test_a_map_is_made_of_samples_each_once(samples: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        build_pseudonym_map(samples, origin="o", project="p")


def test_a_map_is_carried_on_for_its_own_service_and_project_alone() -> None:
    known = build_pseudonym_map(["A"], origin="o", project="p")
    assert build_pseudonym_map(["A", "B"], origin="o", project="p", existing=known).map_id == known.map_id
    for other in ({"origin": "x", "project": "p"}, {"origin": "o", "project": "x"}):
        with pytest.raises(MapProjectError):
            build_pseudonym_map(["A"], existing=known, **other)


def test_maps_of_other_people_are_no_copies_of_one() -> None:
    one, other = (build_pseudonym_map([name], origin="o", project="p") for name in ("A", "B"))
    with pytest.raises(MapCopiesError):
        with_earlier_jobs(one, other)


def test_copies_that_were_carried_on_apart_do_not_become_one() -> None:
    shared = job_map(("Anna",))
    one, other = job_map(("Anna", "Bert"), shared), job_map(("Anna", "Bert"), shared)
    with pytest.raises(MapCopiesError):
        with_earlier_jobs(one, other)
    assert with_earlier_jobs(one, shared) == one


def test_copies_in_which_one_id_stands_for_two_people_do_not_become_one() -> None:
    shared = build_pseudonym_map(["Anna"], origin="o", project="p", scheme="sequential")
    one, other = (
        build_pseudonym_map(["Anna", name], origin="o", project="p", existing=shared) for name in ("Bert", "Carl")
    )
    assert one.entries[1][1] == other.entries[1][1]
    with pytest.raises(MapCopiesError):
        with_earlier_jobs(one, other)

"""Names in the tables, lists and reports that services give back, in the forms that their programs write."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

import prep
from prep.errors import ResultIdsError, ResultNameError
from prep.pseudonyms import PseudonymMap, build_pseudonym_map

PLAIN = ("NA12878", "D25-1260", "Björn", "Anna.1", "f/4")
STRANGE = ("Carla x", "Holm,K.", "=F6", 'the "third"', "A<B")


def map_of(names: tuple[str, ...], existing: PseudonymMap | None = None) -> PseudonymMap:
    return build_pseudonym_map(names, origin="o", project="p", existing=existing)


def restored(folder: Path, pseudonym_map: PseudonymMap, text: str) -> tuple[str, prep.RestoreReport]:
    file, sink = folder / "table", io.BytesIO()
    file.write_bytes(text.encode())
    report = prep.restore(file, sink, pseudonym_map)
    return sink.getvalue().decode(), report


# Each is said once with {0} and so on for the people's ids; what comes back has their names in the same places.
FORMS = {
    "pgs-calc": '"sample","PGS000028"\n"{0}","0.0"\n"{1}","-1.9E-4"\n"{2}","0.5"\n',
    "csv": "sample,score_a\n{0},1\n{1},2\n{2},3\n",
    "csv with semicolons": "sample;score_a\n{0};0,1\n{1};0,2\n{2};0,3\n",
    "HIBAG": '"","sample.id","allele1"\n"1","{0}","01:01"\n"2","{1}","02:01"\n',
    "psam": "#FID\tIID\tSEX\n0\t{0}\tNA\n0\t{1}\tNA\n0\t{2}\tNA\n",
    "fam": "{0} {0} 0 0 0 -9\n{1} {1} 0 0 0 -9\n{2} {2} 0 0 0 -9\n",
    "profile": "                 FID                  IID  SCORE\n {0} {0}  0.1\n {1} {1}  0.2\n",
    "sample": "ID_1 ID_2 missing\n0 0 0\n{0} {0} 0\n{1} {1} 0\n{2} {2} 0\n",
    "kin0": "#IID1\tIID2\tKINSHIP\n{0}\t{2}\t0.25\n",
    "list": "{1}\n{2}\n",
    "list without an end": "{1}\n{2}",
    "carriage returns": "SEX\tIID\r\n1\t{0}\r\n2\t{1}\r\n",
    "log": "Sample {0} has a call rate of 0.3.\nExcluded: {1}, {2}.\n",
    "html": "<table><tr><td>{0}</td><td>0.99</td></tr><tr><td>{1}</td></tr></table>\n",
    "json": '{{"samples": [{{"id": "{0}"}}, {{"id":"{1}"}}]}}',
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_table_gets_its_names(tmp_path: Path, form: str) -> None:
    made = map_of(PLAIN)
    ids = [pseudonym for _, pseudonym in made.entries]
    text, report = restored(tmp_path, made, FORMS[form].format(*ids))
    assert text == FORMS[form].format(*PLAIN)
    assert report.kind == "table"
    assert report.samples == sum(f"{{{n}}}" in FORMS[form] for n in range(len(PLAIN)))
    assert report.missing == len(PLAIN) - report.samples


@pytest.mark.parametrize("family", ["{0}_{0}", "0_{0}"])
def test_families_of_plink_go_in_a_table_separated_by_blanks(tmp_path: Path, family: str) -> None:
    made = map_of(PLAIN)
    ids = [family.format(pseudonym) for _, pseudonym in made.entries]
    text, _ = restored(tmp_path, made, f"FID_IID {' '.join(ids)}\n1 0.1 0.2 0.3 0.4 0.5\n")
    assert text == f"FID_IID {' '.join(PLAIN)}\n1 0.1 0.2 0.3 0.4 0.5\n"


def test_a_name_with_a_separator_stays_one_cell(tmp_path: Path) -> None:
    made = map_of(STRANGE)
    ids = dict(made.entries)
    text, _ = restored(tmp_path, made, "".join(f"{ids[name]}\t1\n" for name in STRANGE))
    assert text == "".join(f"{name}\t1\n" for name in STRANGE)
    text, _ = restored(tmp_path, made, "".join(f"{ids[name]},1\n" for name in STRANGE))
    assert text == 'Carla x,1\n"Holm,K.",1\n=F6,1\n"the ""third""",1\nA<B,1\n'
    for form, name in (("{} 1\n", "Carla x"), ("<td>{}</td>", "A<B"), ('"{}",1\n', 'the "third"')):
        with pytest.raises(ResultNameError):
            restored(tmp_path, made, form.format(ids[name]))


@pytest.mark.parametrize("changed", ["{0}_1", "{0}.1", "{0}-2", "7_{0}", "10_{0}", "x{0}", "{0}/{0}", "{0}_{1}"])
@pytest.mark.parametrize("separator", ["\t", " ", ","])
def test_ids_that_a_program_changed_are_refused_and_do_not_stay(tmp_path: Path, changed: str, separator: str) -> None:
    made = map_of(PLAIN)
    ids = [pseudonym for _, pseudonym in made.entries]
    with pytest.raises(ResultIdsError) as refused:
        restored(tmp_path, made, f"IID{separator}X\n{changed.format(*ids)}{separator}1\n")
    assert refused.value.facts["unknown"] > 0


def test_people_of_two_jobs_are_not_mixed_in_one_table(tmp_path: Path) -> None:
    first = map_of(("Anna", "Bert", "Carla"))
    both = map_of(("Dora", "Bert"), first)
    ids = dict((*both.entries, *both.others))
    text, report = restored(tmp_path, both, f"{ids['Carla']} {ids['Bert']}\n")
    assert (text, report.samples, report.missing) == ("Carla Bert\n", 2, 1)
    text, report = restored(tmp_path, both, f"{ids['Bert']}\n")
    assert (text, report.samples, report.missing) == ("Bert\n", 1, 1)
    with pytest.raises(ResultIdsError) as refused:
        restored(tmp_path, both, f"{ids['Carla']} {ids['Dora']}\n")
    assert refused.value.facts == {"missing": 1, "unknown": 1}


def test_a_compressed_table_of_many_pieces_is_the_same_text(tmp_path: Path) -> None:
    made = map_of(PLAIN)
    rows = [f"{pseudonym},{number},{'x' * 300}" for number in range(2000) for _, pseudonym in made.entries]
    file, sink = tmp_path / "scores.csv.gz", io.BytesIO()
    file.write_bytes(gzip.compress("\n".join(rows).encode(), 1))
    report = prep.restore(file, sink, made)
    names = {pseudonym: name for name, pseudonym in made.entries}
    want = "\n".join(f"{names[row.partition(',')[0]]},{row.partition(',')[2]}" for row in rows)
    assert gzip.decompress(sink.getvalue()).decode() == want
    assert report.samples == len(PLAIN)

"""What is looked for before a closer search never passes over anything that the search would find."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from prep import leakscan, national_numbers
from prep.leakscan import Leak, NameFinder, iter_candidates

_PIECES = (
    "a", "é", "ſ", "K", "7", "12", "1990", "0", " ", "-", "_", ".", "/", "\\", "+", "@", "?", "&", "=", ":", ",", ";",
    "\"", "'", "(", ")", "\t", "A", "R", "C", "x", "born", "geb", "dob", "MRN", "PID", "pass", "Password", "api_key",
    "access-token", "secret", "lic", "License key", "Dr ", "Frau ", "Holm", "Jan", "Mon", "T", "http", "s3", "file",
    "cpr ", "nhs:", "010190", "1234", "650250-6228", "20200105", "2012345678901_R01C02", "NA12878", "id", "sig",
    "host", "hostname", "Hoſt",
)  # fmt: skip
_TEXT = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
_NAMES = st.lists(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4).map("".join), max_size=4)


def _searched_whole(text: str, names: NameFinder) -> list[Leak]:
    found = [Leak(*span, "national-number") for span in national_numbers.iter_in_text(text)]
    found += [Leak(*span, "sample-name") for span in names.iter_spans(text)]
    for leak_class, _, pattern in leakscan._PATTERNS:
        found += [Leak(*match.span(), leak_class) for match in pattern.finditer(text)]
    return found


@settings(max_examples=400, deadline=None)
@given(_TEXT)
def test_every_pattern_finds_in_a_text_what_it_finds_without_a_first_look(text: str) -> None:
    nobody = NameFinder(())
    assert list(iter_candidates(text, nobody)) == _searched_whole(text, nobody)


@settings(max_examples=400, deadline=None)
@given(_TEXT, _NAMES, st.data())
def test_names_are_in_no_text_in_which_they_cannot_be(text: str, ids: list[str], data: st.DataObject) -> None:
    if ids:
        text += data.draw(st.sampled_from(["", " ", "x", "-"])) + data.draw(st.sampled_from([*ids, ""])) + "/"
    names = NameFinder(ids)
    assert names.may_be_in(text) or not list(names.iter_spans(text))


def test_a_text_without_names_is_seen_to_have_none() -> None:
    assert not NameFinder(["NA12878", "Karen Holm"]).may_be_in("##INFO=<ID=AC,Number=A,Type=Integer>")

"""Leak scan of records: what identifies people in ID, INFO and FORMAT values, by class and place.

Most records hold numbers and nothing else. One look over a whole text finds the few entries that need a closer one, and
those are searched together: a pattern goes over thousands of short entries in one call.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate

import numpy as np

from prep.findings import MAX_EXAMPLES, Finding
from prep.leakscan import (
    MOST_LINE_CHARS,
    Leak,
    NameFinder,
    iter_candidates,
    iter_leaks,
    pieces_of,
    places_of,
    removed,
    without_overlaps,
)

# What every pattern over record text begins or goes on with, where no number of many digits and no joint tells of it.
_TELLING = re.compile(
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Dr|Prof|Mr|Ms|Hr|Fr|Herr|MRN|PID|CASE|ACC"
    "|(?i:lic|host|pass|access|api|auth|secret)"
)
_LONGEST_PATH_PART = 120
_KIND = np.zeros(256, np.uint8)
_DIGIT, _LETTER, _STOP, _JOINT, _SPECIAL = 1, 2, 4, 8, 16
for _kind, _characters in (
    (_DIGIT, b"0123456789"),
    (_LETTER, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ_"),
    (_STOP, b"./"),
    (_JOINT, b"- "),
    (_SPECIAL, b"@\\?"),  # a letter that is no byte is read as a question mark
):
    _KIND[list(_characters)] |= _kind
# Keys whose names may be shown anywhere: of the specification, of well-known programs, and plain words. Any other could
# itself be a name, and stands with the local examples alone.
_SHOWN_KEYS = frozenset((
    "AA", "AC", "AD", "AF", "AN", "CIGAR", "DB", "DP", "END", "FT", "GL", "GP", "GQ", "GT", "HQ", "MQ", "NS",
    "PGT", "PID", "PL", "PS", "SB", "SVTYPE", "SVLEN", "CIPOS", "CIEND", "HOMSEQ", "MATEID", "PARID", "EVENT",
    "MEINFO", "METRANS", "ANN", "CSQ", "EFF", "LOF", "NMD", "RS", "GENEINFO", "CLNDN", "CLNDISDB", "CLNHGVS",
    "CLNREVSTAT", "CLNSIG", "COSMIC", "culprit", "set", "source", "SOURCE", "CALLERS", "CARRIER", "CARRIERS",
    "SAMPLE", "SAMPLES", "PATIENT", "USER", "COMMENT", "CONTACT", "CPR", "DATE", "DESC", "DESCRIPTION",
    "FILE", "FILTERS", "GENE", "NOTE", "NOTES",
))  # fmt: skip
_MOST_EXAMPLE_CHARS = 100
_NEAR_BASES = 100_000  # other places that a record names lie nearer, as a rule
_BETWEEN = ";\n"  # most patterns end before one of the two


def scan_sites(text: str, names: NameFinder, positions: Sequence[int] = ()) -> Iterator[Finding]:
    """IDs and INFO of records (lines of `ID\\tINFO`): sample names and everything else that identifies.

    `positions` are those of the records: eight digits near one's own are a place, however much they read like a date.
    """
    found: dict[tuple[str, str], tuple[int, dict[str, None]]] = {}
    entries, is_id, lines = _entries_worth_it(text, names)
    for number, leak in _leaks_of(entries, names):
        entry = entries[number]
        if positions and _is_place(entry, leak, positions[lines[number]]):
            continue
        where, example = ("ID", entry) if is_id[number] else _place_in_info(entry, leak)
        key = (leak.leak_class, where)
        count, examples = found.get(key, (0, {}))
        if len(examples) < MAX_EXAMPLES:
            examples[example[:_MOST_EXAMPLE_CHARS]] = None
        found[key] = count + 1, examples
    for (leak_class, where), (count, examples) in found.items():
        yield removed(leak_class, where, count=count, examples=examples)


def scan_cells(text_format: str, cells: Iterable[str], keys: Iterable[str], names: NameFinder) -> Iterator[Finding]:
    """Values of the FORMAT `keys` that hold text, of some samples of a record."""
    places = {text_format.split(":").index(key): key for key in keys}
    for cell in cells:
        values = cell.split(":")
        for place, key in places.items():
            if place >= len(values) or not _first_look(values[place], names):
                continue
            for leak in iter_leaks(values[place][:MOST_LINE_CHARS], names):
                where, example = _place_of_value("FORMAT", key, values[place][leak.start : leak.end])
                yield removed(leak.leak_class, where, examples=(example[:_MOST_EXAMPLE_CHARS],))


def pieces_worth_it(pieces: Sequence[str], names: NameFinder, *, for_names_alone: bool = False) -> set[int]:
    """The numbers of those pieces of text (without newlines) that a first look cannot pass over."""
    text = "\n".join(pieces)
    starts = list(accumulate((len(piece) + 1 for piece in pieces), initial=0))
    words = pieces_of(text)
    hints = {*names.iter_hints(text, words), *names.iter_glued(text)}
    places = hints if for_names_alone else hints.union(_hints(text, words))
    return {bisect_right(starts, place) - 1 for place in places}


def _entries_worth_it(text: str, names: NameFinder) -> tuple[list[str], list[bool], list[int]]:
    """The IDs and INFO entries that a first look cannot pass over, whether each is an ID, and of which line, from 0.
    `rs` numbers are none."""
    entries: list[str] = []
    is_id: list[bool] = []
    lines: list[int] = []
    line = behind = 0
    for place in sorted(_first_look(text, names)):
        if place < behind:
            continue
        last = behind
        start, behind, in_id = _entry_around(text, place)
        line += text.count("\n", last, behind)
        if not (in_id and text.startswith("rs", start)):
            entries.append(text[start:behind])
            is_id.append(in_id)
            lines.append(line)
    return entries, is_id, lines


def _first_look(text: str, names: NameFinder) -> set[int]:
    """Places of which everything that identifies holds one, and some more; none where a closer look finds nothing."""
    pieces = pieces_of(text)
    return {*_hints(text, pieces), *names.iter_hints(text, pieces)}


def _hints(text: str, pieces: Set[str]) -> list[int]:
    """Places in every entry in which a pattern could match, and some more: a cheap necessary condition of them all."""
    characters = np.frombuffer(f"{text}\n\n".encode("latin-1", "replace"), np.uint8)
    kinds = _KIND[characters]
    digit = (kinds & _DIGIT).astype(np.bool_)
    two = digit[:-1] & digit[1:]
    four = two[:-2] & two[2:]
    six, eight = four[:-2] & two[4:], four[:-4] & four[4:]
    others = np.flatnonzero(~digit)
    stops = (kinds[others] & _STOP).astype(np.bool_)
    slashes = np.flatnonzero(characters == ord("/"))
    plus = np.flatnonzero(characters[:-1] == ord("+"))
    found = (
        np.flatnonzero(eight),
        np.flatnonzero(six[:-1] & (kinds[6:] & _LETTER).astype(np.bool_)[: len(six) - 1]),
        np.flatnonzero(digit[:-1] & (kinds[1:] & _JOINT).astype(np.bool_)),
        others[:-1][stops[:-1] & stops[1:] & (np.diff(others) > 1)],  # a date or an address: 12.5.1979, 10.0.0.1
        slashes[:-1][np.diff(slashes) <= _LONGEST_PATH_PART + 1],
        plus[digit[plus + 1]],
        np.flatnonzero(kinds & _SPECIAL),
    )
    places: list[int] = np.concatenate(found).tolist()
    return places + [at for piece in pieces if _TELLING.match(piece) for at in places_of(piece, text)]


def _entry_around(text: str, place: int) -> tuple[int, int, bool]:
    """Start and end of the ID or INFO entry at a place, and whether it is an ID."""
    line, line_end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    tab = text.find("\t", line, line_end)
    tab = line_end if tab < 0 else tab
    if place < tab:
        return line, tab, True
    start, end = max(tab, text.rfind(";", tab, place)) + 1, text.find(";", place, line_end)
    return start, line_end if end < 0 else end, False


def _leaks_of(entries: Sequence[str], names: NameFinder) -> Iterator[tuple[int, Leak]]:
    """The number of an entry and a leak in it: what `iter_leaks` finds in each by itself."""
    text = _BETWEEN.join(entries)
    starts = list(accumulate((len(entry) + len(_BETWEEN) for entry in entries), initial=0))
    candidates = [(bisect_right(starts, leak.start) - 1, leak) for leak in iter_candidates(text, names)]
    if any(leak.end > starts[number] + len(entries[number]) for number, leak in candidates):
        # A pattern that goes on behind its entry may have passed over something shorter.
        yield from ((number, leak) for number, entry in enumerate(entries) for leak in iter_leaks(entry, names))
        return
    for leak in without_overlaps(text, (leak for _, leak in candidates)):
        number = bisect_right(starts, leak.start) - 1
        yield number, Leak(leak.start - starts[number], leak.end - starts[number], leak.leak_class)


def _is_place(entry: str, leak: Leak, position: int) -> bool:
    """Whether what reads like a date is a place: that of END, or in an ID such as 20:20001021:A:G."""
    digits = entry[leak.start : leak.end]
    return leak.leak_class == "date" and digits.isdecimal() and abs(int(digits) - position) <= _NEAR_BASES


def _place_in_info(entry: str, leak: Leak) -> tuple[str, str]:
    """Where in an entry a leak is, and the local example of it."""
    key, example = entry.partition("=")[0], entry[leak.start : leak.end]
    return ("INFO keys", example) if leak.start < len(key) else _place_of_value("INFO", key, example)


def _place_of_value(field: str, key: str, example: str) -> tuple[str, str]:
    """Where a value stands, and the local example of it; a key that is not shown anywhere stands with the example."""
    return (f"{field}/{key}", example) if key in _SHOWN_KEYS else (f"{field}/…", f"{key}={example}")

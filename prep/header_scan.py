"""Leak scan of a header: what identifies people or places in its meta lines, by class and key, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from prep.findings import Finding, FindingBook
from prep.header import SourceHeader
from prep.leakscan import MOST_LINE_CHARS, NameFinder, classify_names, iter_leaks, removed
from prep.record_scan import pieces_worth_it
from prep.results import HeaderMark

# Header keys whose names may be shown; any other key could itself hold a name.
_BCFTOOLS = ("view", "merge", "annotate", "norm", "concat", "call", "filter", "sort", "isec", "plugin", "convert")
_KNOWN_KEYS = frozenset((
    "fileformat", "fileDate", "source", "reference", "contig", "INFO", "FORMAT", "FILTER", "ALT", "SAMPLE", "PEDIGREE",
    "pedigreeDB", "META", "assembly", "phasing", "GATKCommandLine", "DRAGENCommandLine", "bcftoolsCommand",
    "bcftoolsVersion", "samtoolsCommand", "samtoolsVersion", "SnpEffCmd", "SnpEffVersion", "SnpSiftCmd",
    "SnpSiftVersion", "VEP", "commandline", "cmdline", "content", "center", "tcgaversion", "filedate",
    *(f"bcftools_{tool}{what}" for tool in _BCFTOOLS for what in ("Command", "Version")),
))  # fmt: skip
_COMMAND_KEY = re.compile(r"(?i)##[^=]*(?:command|cmd)[^=]*=")
_MOST_HEADER_MARKS = 5000
_NAMED = re.compile(r"##contig=<ID=([^,>]*)|##([^=]*)")
_LONG_NUMBER = re.compile(r"(?<![A-Za-z])\d{8}")  # behind a letter it is an accession
# Searched whole; of the rest of a longer header what a first look picks out, of plain contig lines what holds a name.
_WHOLLY_SEARCHED_CHARS = 4 << 20
_LOOKED_AT_CHARS = 1 << 20  # at once

_TOGETHER_CHARS = 1 << 14
_NOBODY = NameFinder(())

_Piece = tuple[int, int, str]  # number of a line, from 1; where in it the piece begins; its text


def scan_header(header: SourceHeader, names: NameFinder) -> tuple[list[Finding], list[HeaderMark]]:
    """Findings by class and place over the meta lines, and the spans for the review (line counts from 1)."""
    book = FindingBook()
    marks: list[HeaderMark] = []
    for pieces in _iter_together(_iter_searched(header.meta_lines, names)):
        # Most stretches of a header name no sample, which is seen of all their lines at once.
        names_here = names if names.may_be_in("\n".join(text for _, _, text in pieces)) else _NOBODY
        for number, start, text in pieces:
            line = header.meta_lines[number - 1]
            where = header_place(line)
            if start == 0 and _COMMAND_KEY.match(line):
                book.add(removed("command-line", where, line=number, examples=(line[:200],)))
            for leak in iter_leaks(text, names_here):
                book.add(removed(leak.leak_class, where, line=number, examples=(text[leak.start : leak.end],)))
                if len(marks) < _MOST_HEADER_MARKS:
                    marks.append(HeaderMark(number, start + leak.start, start + leak.end, leak.leak_class))
    for finding in _scan_names_of_lines(header.meta_lines):
        book.add(finding)
    return list(book.findings()), marks


def _iter_together(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces in runs of about `_TOGETHER_CHARS`."""
    run: list[_Piece] = []
    chars = 0
    for piece in pieces:
        run.append(piece)
        chars += len(piece[2])
        if chars >= _TOGETHER_CHARS:
            yield run
            run, chars = [], 0
    yield run


def _scan_names_of_lines(lines: Sequence[str]) -> Iterator[Finding]:
    """Keys and contigs are names: what counts in sample names, such as numbers without dashes, counts in them."""
    named = [(number, line, match[1] or match[2] or "") for number, line in enumerate(lines, start=1)
             if (match := _NAMED.match(line)) is not None]  # fmt: skip
    named = [entry for entry in named if _LONG_NUMBER.search(entry[2])]
    for leak_class, places in classify_names([name for _, _, name in named]).items():
        for number, line, name in (named[place] for place in sorted(places)):
            yield removed(leak_class, header_place(line), line=number, examples=(name,))


def header_place(line: str) -> str:
    """`header ##KEY` for well-known keys, else `header ##…`: a key itself can hold a sample name."""
    key = line[2:].split("=", 1)[0] if line.startswith("##") else ""
    return f"header ##{key}" if key in _KNOWN_KEYS else "header ##…"


def _iter_searched(lines: Sequence[str], names: NameFinder) -> Iterator[_Piece]:
    """Every piece of a header that is not too long; of the rest those that a first look cannot pass over."""
    searched = waiting_chars = 0
    waiting: list[_Piece] = []
    plain: list[_Piece] = []
    for piece in _iter_pieces(lines):
        length = len(piece[2])
        if length < 60 and piece[2].startswith("##contig=<"):
            plain.append(piece)  # thousands of them, and little more than an ID and a length fits
            continue
        searched += length
        if searched <= _WHOLLY_SEARCHED_CHARS:
            yield piece
            continue
        waiting.append(piece)
        waiting_chars += length
        if waiting_chars > _LOOKED_AT_CHARS:
            yield from _worth_it(waiting, names)
            waiting, waiting_chars = [], 0
    yield from _worth_it(waiting, names)
    yield from (plain[place] for place in sorted(pieces_worth_it([p[2] for p in plain], names, for_names_alone=True)))


def _worth_it(pieces: Sequence[_Piece], names: NameFinder) -> Iterator[_Piece]:
    commands = {place for place, (_, start, text) in enumerate(pieces) if start == 0 and _COMMAND_KEY.match(text)}
    found = pieces_worth_it([text for _, _, text in pieces], names)
    yield from (pieces[place] for place in sorted(commands.union(found)))


def _iter_pieces(lines: Sequence[str]) -> Iterator[_Piece]:
    """The lines, long ones in pieces: a search of one piece may take time that grows faster than its length."""
    for number, line in enumerate(lines, start=1):
        for start in range(0, len(line), MOST_LINE_CHARS):
            yield number, start, line[start : start + MOST_LINE_CHARS]

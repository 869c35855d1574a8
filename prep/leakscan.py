"""Leak scan of the input: what identifies people or places in it, by class, and where.

For the report and the review: everything found here is in parts that never leave. What is found in names (of samples,
of the file) tells what kind of names they are. Positions are never scanned, and `rs` numbers are no identifiers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from prep import national_numbers
from prep.findings import Finding

_ADVICE = {
    "sample-name": "Sample names are replaced by pseudonyms; every other place that repeats one is left out.",
    "national-number": "National identity numbers are left out.",
    "person-name": "Names of persons are left out.",
    "birth-date": "Dates of birth are left out.",
    "medical-record": "Record and accession numbers are left out.",
    "e-mail": "E-mail addresses are left out.",
    "phone": "Telephone numbers are left out.",
    "credentials": "A password or access token is left out. Whoever has the file can use it: change it.",
    "path": "Paths and file names are left out.",
    "host": "Names of computers and addresses of services are left out.",
    "licence": "Licence strings are left out.",
    "command-line": "Command lines are left out.",
    "date": "Dates and times are left out.",
    "array-barcode": "Barcodes of arrays and flow cells are left out.",
    "file-name": "The file's name stays here; what leaves is named after its chromosome.",
}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_YEAR = r"(?:19|20)\d{2}"
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
# Words before what opens a door; in an address many more end so (`X-Amz-Signature=`, `sig=` of a shared access link).
_KEY_WORD = r"(?:pass(?:word|wd|phrase)|(?:access|api|auth|secret)[-_]?(?:key|token))"
_OPTION = rf"--(?:{_KEY_WORD}|token)[ =]"
_QUERY_WORD = (
    r"(?:(?:[\w.-]{0,40}[-_.])?(?:api|access|auth)?"
    r"(?:token|key|signature|credential|secret|password|passwd|sig|pwd|auth))"
)
_VALUE = r"[^\s\"'<>,;&]"
_CAPITALISED = r"[A-ZÆØÅÄÖÜ][\w'-]{1,30}"
_RECORD_NUMBER = r"(?<![A-Za-z0-9])(?:MRN[-_:=# ]{0,2}|(?:PID|CASE|ACC)[-_: #]?)\d{5,10}(?!\d)"
_ARRAY_BARCODE = r"(?<!\d)20\d{10}_R\d{2}C\d{2}(?!\w)"
# Every repetition is bounded or cannot overlap itself: hostile lines must not make a search explode.
# In this order the first class that claims a span keeps it. Every match holds something that is looked for first, for
# that takes a fraction of the time: the class, what it holds (one of these characters, or what a name stands for), the
# pattern.
_TWO_DIGITS, _KEY_WORDS, _LICENCE_WORDS, _HOST_WORD = "two digits", "key words", "licence words", "host word"
_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (leak_class, needed, re.compile(pattern))
    for leak_class, needed, pattern in (
        ("credentials", "@", r"\b[a-z][a-z0-9+.-]{1,15}://[^\s/:@\"']{1,80}:[^\s/@\"']{1,80}@[^\s\"'>,;]+"),
        ("credentials", "?&", rf"(?i)(?<=[?&]){_QUERY_WORD}={_VALUE}+"),
        ("credentials", _KEY_WORDS, rf"(?i)(?<![a-z0-9])(?:{_OPTION}|{_KEY_WORD} ?[=:] ?)\"?{_VALUE}{{4,200}}"),
        (  # Ensembl's public databases, which VEP writes as name@host, are nobody's mailbox.
            "e-mail",
            "@",
            r"[\w.+-]{1,64}@(?!\w{1,40}\.ensembl(?:genomes)?\.org\b)(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z][A-Za-z0-9-]{1,62}",
        ),
        (
            "birth-date",
            _TWO_DIGITS,
            r"(?i)\b(?:born|birth\w{0,10}|dob|f(?:oe|ö|ø)dt|geb(?:\.|oren)?|syntynyt|n[eé]e? le|nacid[oa]|nat[oa] il)"
            r"[^0-9A-Za-z]{0,4}(?:\w{1,6}[^0-9A-Za-z]{1,2})?"
            r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4}|\d{8})",
        ),
        ("person-name", " ", rf"\b(?:Dr|Prof|Mr|Mrs|Ms|Hr|Fr|Frau|Herr)\.? {_CAPITALISED}(?: {_CAPITALISED})?"),
        ("phone", "+", r"(?<![\w.+])\+(?=(?:[ ()-]{0,2}\d){7})\d{1,3}(?:[ -]?(?:\(\d{1,5}\)|\d{1,5})){2,6}(?!\w)"),
        ("medical-record", _TWO_DIGITS, _RECORD_NUMBER),
        ("medical-record", _TWO_DIGITS, r"(?<![A-Za-z0-9])[A-Z]{1,2}(?:19|20)?\d{2}-\d{4,6}(?!\d)"),
        ("array-barcode", _TWO_DIGITS, _ARRAY_BARCODE),
        ("array-barcode", _TWO_DIGITS, r"(?<!\w)\d{6}_[A-Z]{1,2}\d{4,6}_\d{4}_[A-Z0-9-]{9,11}(?!\w)"),
        ("licence", _LICENCE_WORDS, r"(?i)\blic(?:ence|ense)?[-_ ]?(?:server|key|file|string)\s?[=: ]\s?\S{4,200}"),
        ("path", "\\", r"\b[A-Za-z]:\\[^\"'<>|*?,;=]+"),
        ("path", "\\", r"(?<![\\\w])\\\\[\w.$-]{1,64}\\[^\s\"'<>,;]+"),
        ("path", "/", r"(?:file://|(?<![\w:/.<])~?)/(?:[\w.@+~%-]{1,120}/){1,40}[\w.@+~%-]{0,200}"),
        # Up to a secret in its query, which is told by itself.
        (
            "host",
            "/",
            r"\b(?:https?|ftp|s3|gs|ssh|sftp)://[^\s\"'<>,;?]+"
            rf"(?:\?(?:(?!(?i:{_QUERY_WORD})=)[^\s\"'<>,;&]+&*)*)?",
        ),
        (  # What is called a host without `name` may be a species (of a virus): there it takes a dot.
            "host",
            _HOST_WORD,
            r"(?i)(?<![^\W_])host(?:name[\"']?\s?[=:]|[\"']?\s?[=:](?=[ \"']{0,2}[\w-]{1,63}\.[a-z]))"
            r"\s?[\"']?[a-z][\w.-]{1,100}",
        ),
        ("host", ".", rf"(?<![\w.])(?<!ersion=\")(?<!ersion=)(?<!Gene3D:)(?:{_OCTET}\.){{3}}{_OCTET}(?![\w.])"),
        (
            "date",
            _TWO_DIGITS,
            rf"(?<![\w.-])(?:{_YEAR}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?)?"
            rf"|{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
            rf"|\d{{1,2}}/\d{{1,2}}/{_YEAR}(?: \d{{1,2}}:\d{{2}})?|\d{{1,2}}[-. ]{_MONTH}[-. ]{_YEAR}"
            rf"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? {_MONTH} +\d{{1,2}},? [\d: A-Z]{{0,14}}{_YEAR}"
            rf"|{_MONTH} \d{{1,2}}, {_YEAR})(?![\w.-])",
        ),
    )
)
_CHARACTERS = {needed for _, needed, _ in _PATTERNS} - {_TWO_DIGITS, _KEY_WORDS, _LICENCE_WORDS, _HOST_WORD}
_WORDS_OF = {
    _KEY_WORDS: ("pass", "access", "api", "auth", "secret", "token"),
    _LICENCE_WORDS: ("lic",),
    _HOST_WORD: ("host",),
}
_ADJACENT_DIGITS = re.compile(r"\d\d")
_TOKEN = re.compile(r"[^\s,;:|=<>()\[\]{}\"'/\\]+")
_PASSWORD = re.compile(r"(://[^\s/:@\"']{1,80}):[^\s/@\"']{1,80}(@|$)")  # an example may end inside it
_TOKEN_VALUE = re.compile(rf"(?i)((?:^|[?&=]){_QUERY_WORD}=|{_OPTION}|(?<![a-z0-9]){_KEY_WORD} ?[=:] ?)\"?{_VALUE}+")
_WORDS = re.compile(r"[^\W\d_]+")
_JOINTS = re.compile(r"[-_.]")
_ALL_BLANK = str.maketrans(dict.fromkeys(",;:|=<>()[]{}\"'/\\_.-", " "))
_BETWEEN_TOKENS = str.maketrans(dict.fromkeys(",;:|=<>()[]{}\"'/\\", " "))
_SUFFIXES = re.compile(r"(?i)(?:\.(?:g|g?vcf|bcf|gz|bgz|txt))+$")
# Words in names of files that no person is called.
_FILE_WORDS = frozenset((
    "all", "array", "batch", "biobank", "calls", "chr", "clinical", "cohort", "control", "controls", "data", "exome",
    "export", "family", "filtered", "final", "genome", "genomes", "genotypes", "germline", "imputed", "joint", "lims",
    "merged", "normal", "panel", "phased", "project", "raw", "reference", "result", "results", "run", "sample",
    "samples", "sequencing", "set", "snp", "snps", "somatic", "study", "test", "trio", "tumor", "tumour",
    "variant", "variants",
))  # fmt: skip
# The same in names of samples: where all words are such, they say what was sampled and not whom.
_SPECIMEN_WORDS = _FILE_WORDS | frozenset((
    "blood", "case", "cases", "cell", "cells", "child", "dna", "father", "genomic", "index", "line", "metastasis",
    "mixed", "mother", "negative", "one", "patient", "plate", "pool", "positive", "primary", "proband", "relapse",
    "rna", "saliva", "sibling", "three", "tissue", "two", "type", "well", "whole", "wild",
))  # fmt: skip
_SHORTEST_NAME = 4
_LONGEST_TOKEN = 200
_FEWEST_DIGITS = 6
_MOST_BLANK_NAMES = 500
MOST_LINE_CHARS = 1 << 16


class Leak(NamedTuple):
    """A span of identifying text."""

    start: int
    end: int
    leak_class: str


class NameFinder:
    """Finds sample names inside other text: as whole tokens, or as parts of tokens joined by `-`, `_` or `.`."""

    def __init__(self, sample_ids: Iterable[str]) -> None:
        self._names = frozenset(name for name in sample_ids if len(name) >= _SHORTEST_NAME)
        # Names with blanks or brackets are no single token.
        self._blank_names = [name for name in self._names if not _TOKEN.fullmatch(name)][:_MOST_BLANK_NAMES]
        text = "\n".join(name.replace("\n", " ") for name in self._names)  # thousands are taken apart as one text
        self._squeezed = frozenset(re.sub(r"[^\w\n]", "_", text).split("\n")) if text else frozenset()
        every = "\n".join((text, *(self._squeezed - self._names)))
        split = [name.split(None, 1) for name in every.translate(_ALL_BLANK).split("\n")]
        self._first_pieces = frozenset(pieces[0] for pieces in split if pieces)
        self._has_name_without_pieces = bool(self._names) and not all(split)
        self._ends = frozenset(name[-_SHORTEST_NAME:] for name in self._names)

    def iter_hints(self, text: str, pieces: Set[str]) -> Iterator[int]:
        """Places of which every span of `iter_spans` that begins at a piece of a token holds one, and some more; much
        faster than finding the spans. `pieces` are those of the text."""
        for piece in (*(self._first_pieces & pieces), *self._blank_names):
            yield from places_of(piece, text)

    def iter_glued(self, text: str) -> Iterator[int]:
        """The same for the spans that lie at the end of other words, as in `KaryotypeNA12878`."""
        ends = self._ends
        for token in {token for token in text.translate(_BETWEEN_TOKENS).split() if token[-_SHORTEST_NAME:] in ends}:
            if len(token) <= _LONGEST_TOKEN and any(token[start:] in self._names for start in range(1, len(token))):
                yield from places_of(token, text)

    def may_be_in(self, text: str) -> bool:
        """Whether `iter_spans` may find any: a cheap necessary condition."""
        ends = self._ends
        return bool(
            self._has_name_without_pieces
            or not self._first_pieces.isdisjoint(pieces_of(text))
            or any(token[-_SHORTEST_NAME:] in ends for token in set(text.translate(_BETWEEN_TOKENS).split()))
            or any(name in text for name in self._blank_names)
        )

    def iter_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where sample names stand in `text`: (start, end) of each."""
        if not self._names:
            return
        for match in _TOKEN.finditer(text):
            token = match[0]
            if token in self._names:
                yield match.span()
            elif _SHORTEST_NAME < len(token) <= _LONGEST_TOKEN:
                yield from ((match.start() + a, match.start() + b) for a, b in self._inside(token))
        for name in self._blank_names:
            yield from ((at, at + len(name)) for at in places_of(name, text))

    def _inside(self, token: str) -> Iterator[tuple[int, int]]:
        """Names between joints of a token, the longest first; also at the end of a token without joints."""
        bounds = [0, *(m.end() for m in _JOINTS.finditer(token)), len(token) + 1]
        if 2 < len(bounds) <= 10:
            pieces = ((a, b - 1) for i, a in enumerate(bounds[:-1]) for b in bounds[:i:-1])
            for start, end in pieces:
                piece = token[start:end]
                if (start, end) != (0, len(token)) and (piece in self._names or piece in self._squeezed):
                    yield start, end
                    return
        if token[-_SHORTEST_NAME:] in self._ends:
            for start in range(1, len(token) - _SHORTEST_NAME + 1):
                if token[start:] in self._names:
                    yield start, len(token)
                    return


def pieces_of(text: str) -> set[str]:
    """What lies between blanks, brackets, quotes, commas and the joints of tokens."""
    return set(text.translate(_ALL_BLANK).split())


def places_of(part: str, text: str) -> Iterator[int]:
    """Where a part occurs in a text, not overlapping."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


@lru_cache(maxsize=1)
def name_finder(sample_ids: tuple[str, ...]) -> NameFinder:
    """The finder of these names. The last one is kept: the files of a job have the same samples."""
    return NameFinder(sample_ids)


def iter_leaks(text: str, names: NameFinder) -> Iterator[Leak]:
    """Everything identifying in a text, spans not overlapping, by start."""
    yield from without_overlaps(text, iter_candidates(text, names))


def iter_candidates(text: str, names: NameFinder) -> Iterator[Leak]:
    """Whatever may be identifying, the class that has a claim to it before others first; spans may overlap."""
    held = _held_in(text)
    if _TWO_DIGITS in held:
        for start, end in national_numbers.iter_in_text(text):
            yield Leak(start, end, "national-number")
    for start, end in names.iter_spans(text):
        yield Leak(start, end, "sample-name")
    for leak_class, needed, pattern in _PATTERNS:
        if needed in held:
            for match in pattern.finditer(text):
                yield Leak(*match.span(), leak_class)


def _held_in(text: str) -> set[str]:
    """What of the things that patterns need is in a text."""
    held = {needed for needed in _CHARACTERS if any(character in text for character in needed)}
    if _ADJACENT_DIGITS.search(text):
        held.add(_TWO_DIGITS)
    # Among other letters some are another case of these, such as the long s.
    small, is_ascii = text.lower(), text.isascii()
    held.update(needed for needed, words in _WORDS_OF.items() if not is_ascii or any(word in small for word in words))
    return held


def without_overlaps(text: str, candidates: Iterable[Leak]) -> list[Leak]:
    """Candidates of a text by start, each where no earlier one has claimed a part of it.

    Sample names always stay, and so do paths: what stands in one is mostly a name or a barcode of the sample's, and the
    folders around it say whose computer it was. A path that may be a part of a secret does not: it would be an example.
    """
    taken: list[Leak] = []
    claimed = bytearray(len(text))
    secrets: list[Leak] = []
    for leak in candidates:
        if leak.leak_class == "credentials":
            secrets.append(leak)
        stays = leak.leak_class == "sample-name" or (
            leak.leak_class == "path" and not any(one.start < leak.end and leak.start < one.end for one in secrets)
        )
        if stays or claimed.find(1, leak.start, leak.end) < 0:
            taken.append(leak)
            claimed[leak.start : leak.end] = b"\x01" * (leak.end - leak.start)
    return sorted(taken, key=lambda leak: (leak.start, leak.end))


def scan_sample_names(sample_ids: Iterable[str]) -> Iterator[Finding]:
    """What the sample names look like, by class; every name counts as a sample name too."""
    yield from _scan_sample_names(tuple(sample_ids))


@lru_cache(maxsize=1)
def _scan_sample_names(ids: tuple[str, ...]) -> tuple[Finding, ...]:
    return tuple(_iter_sample_names(ids)) if ids else ()


def _iter_sample_names(ids: Sequence[str]) -> Iterator[Finding]:
    yield removed("sample-name", "sample names", count=len(ids), examples=ids[:3])
    for leak_class, numbers in classify_names(ids).items():
        examples = [ids[number] for number in sorted(numbers)[:3]]
        yield removed(leak_class, "sample names", count=len(numbers), examples=examples)


def classify_names(names: Sequence[str]) -> dict[str, set[int]]:
    """Which names (by number) belong to which class of identifying text. All names are searched as one text."""
    text = "\n".join(name.replace("\n", " ") for name in names)
    starts = list(accumulate((len(name) + 1 for name in names), initial=0))
    classes: dict[str, set[int]] = {}

    def note(leak_class: str, places: Iterable[int]) -> None:
        if numbers := {bisect_right(starts, place) - 1 for place in places}:
            classes.setdefault(leak_class, set()).update(numbers)

    # One in two hundred has the form and check digit of somebody's number, and a cohort is all of them.
    barcodes = {match.start() for match in re.finditer(_ARRAY_BARCODE, text)}
    note("national-number", (place for place in national_numbers.iter_in_names(text) if place not in barcodes))
    note("person-name", (match.start() for match in _NAME_AND_DATE.finditer(text) if not _is_of_specimens(match[0])))
    numbers_end = {match.end() for match in re.finditer(_RECORD_NUMBER, text)}  # some have a date's eight digits
    dates = (match.start() for match in _NAME_BIRTH_DATE.finditer(text) if match.end() not in numbers_end)
    dated = {bisect_right(starts, place) - 1 for place in dates}
    dated -= classes.get("national-number", set())
    persons = classes.get("person-name", set())
    for leak_class, numbers in (("birth-date", dated & persons), ("date", dated - persons)):
        if numbers:
            classes[leak_class] = numbers
    for leak_class, _, pattern in _PATTERNS:
        if leak_class in ("medical-record", "e-mail", "array-barcode", "phone"):
            note(leak_class, (match.start() for match in pattern.finditer(text)))
    return classes


# Two words, in either order, or several with capitals and blanks; perhaps a date behind them.
_WORD = r"[A-ZÀ-ÖØ-Þ](?:[^\W\d_]|['’-]){0,40}"
_NAME_AND_DATE = re.compile(
    rf"(?m)^(?:[^\W\d_]{{2,}}(?:, ?|[ _.^-])[^\W\d_]{{2,}}|{_WORD}(?:,? {_WORD}\.?){{0,3}},? {_WORD}[^\W\d_])"
    r"(?:[ _.-](?:19|20)?\d{2}[-.]?\d{2}[-.]?\d{2,4})?$"
)
_NAME_BIRTH_DATE = re.compile(r"(?<!\d)(?:19|20)\d{2}[-.]?(?:0[1-9]|1[0-2])[-.]?(?:0[1-9]|[12]\d|3[01])(?!\d)")


def _is_of_specimens(name: str) -> bool:
    return all(word.lower() in _SPECIMEN_WORDS for word in _WORDS.findall(name))


def name_classes(name: str) -> set[str]:
    """Which classes of identifying text a sample name, file name or job name belongs to."""
    return set(classify_names([name]))


def scan_file_names(file_name: str, gzip_name: str | None, names: NameFinder) -> Iterator[Finding]:
    """The names the file carries: its own, and the one that gzip keeps inside."""
    for where, name in (("file name", file_name), ("gzip header", gzip_name)):
        if not name:
            continue
        stem = _SUFFIXES.sub("", name)
        classes = name_classes(stem)
        if "person-name" in classes and not _is_like_a_person(stem):
            classes = {"date" if leak_class == "birth-date" else leak_class for leak_class in classes - {"person-name"}}
        if any(True for _ in names.iter_spans(name)):
            classes.add("sample-name")
        if where == "gzip header":
            classes.add("file-name")
        for leak_class in sorted(classes):
            yield removed(leak_class, where, examples=(name,))


def _is_like_a_person(stem: str) -> bool:
    """Whether the two words of a file's name may be a person's: files are more often called after what is in them."""
    words = _WORDS.findall(stem)
    return all(word[0].isupper() and word.lower() not in _FILE_WORDS for word in words)


def scan_pseudonyms(pseudonyms: Iterable[str]) -> set[str]:
    """Which classes of identifying text the ids that leave look like; none, for any that this program draws.

    Only ids with six digits or more are looked at: what identifies by its form has them.
    """
    suspicious = [name for name in pseudonyms if sum(map(str.isdigit, name)) >= _FEWEST_DIGITS]
    return set(classify_names(suspicious)) if suspicious else set()


def scan_texts(where: str, texts: Iterable[str], names: NameFinder) -> Iterator[Finding]:
    """Texts that lie around the records (a comment in the gzip header, contig names of an index)."""
    for text in texts:
        short = text[:MOST_LINE_CHARS]
        leaks = {(leak.leak_class, short[leak.start : leak.end]) for leak in iter_leaks(short, names)}
        leaks |= {(leak_class, short) for leak_class in name_classes(short) - {leak_class for leak_class, _ in leaks}}
        for leak_class, example in sorted(leaks):
            yield removed(leak_class, where, examples=(example[:100],))


def removed(
    leak_class: str, where: str, *, count: int = 1, line: int | None = None, examples: Iterable[str] = ()
) -> Finding:
    """A finding about something that preparing takes away. No example shows a password or an access token."""
    examples = [_TOKEN_VALUE.sub(r"\1…", _PASSWORD.sub(r"\1:…\2", example)) for example in examples]
    code = f"LEAK-{leak_class.upper()}"
    return Finding(code, leak_class, "removed", where, count, line, None, _ADVICE[leak_class], None, tuple(examples))

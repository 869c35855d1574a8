"""National identity numbers in text and in names.

Two strictnesses. In free text only forms that cannot be anything else count: a separator, a letter or a word before
them, and a right check digit where there is one (measured on 4,759 real files: dashed CPR, dashed SSN, HETU and KVNR
give no false positive; undashed nine-digit numbers give tens of thousands). In sample names and file names, undashed
numbers with a right check digit count too.

Check digits come from python-stdnum; own rules where it has none: the German KVNR, Danish replacement CPRs (day + 60)
and CPRs without a valid mod-11 (issued since 2007), Swedish coordination numbers (day + 60).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from itertools import islice

_TEXT_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cpr", re.compile(r"(?a)(?<![\w-])(\d{6}-\d{4})(?![\w-])")),
    ("hetu", re.compile(r"(?a)(?<![\w-])(\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y])(?![\w-])")),
    ("personnummer", re.compile(r"(?a)(?<![\w-])((?:\d{8}|\d{6})[-+]\d{4})(?![\w-])")),
    ("nhs", re.compile(r"(?a)(?<![\w-])(\d{3}[ -]\d{3}[ -]\d{4})(?![\w-])")),
    ("ssn", re.compile(r"(?a)(?<![\w-])(\d{3}-\d{2}-\d{4})(?![\w-])")),
    ("kvnr", re.compile(r"(?a)(?<!\w)([A-Z]\d{9})(?!\w)")),
    (
        "labelled",
        re.compile(
            r"(?ai)\b(?:cpr|fnr|f.dselsnummer|bsn|pnr|personnummer|nhs|hetu|kvnr|ssn|pesel|nir|insee|dni|oib|cnp)"
            r"(?:[-_ ]?(?:no|nr|number|nummer))?\.?[:=# ]{0,3}(\d[\d -]{7,14}\d)(?!\w)"
        ),
    ),
)  # fmt: skip
# Undashed forms, for names only: kind, pattern, module of python-stdnum that checks it. Where one check digit
# alone tells such a number from a barcode or a running number: the form with separators.
_NAME_MODULES = (
    ("fodselsnummer", r"\d{6} ?\d{5}", "stdnum.no.fodselsnummer"),
    ("personnummer", r"(?:19|20)?\d{6}[-+]?\d{4}", "stdnum.se.personnummer"),
    ("bsn", r"\d{9}", "stdnum.nl.bsn"),
    ("nhs", r"\d{10}", "stdnum.gb.nhs"),
    ("nir", r"[12]\d{2}(?:0[1-9]|1[0-2])[0-9AB]{2}\d{6} ?\d{2}", "stdnum.fr.nir"),
    ("dni", r"\d{8}-?[A-Z]", "stdnum.es.dni"),
    ("nie", r"[XYZ]-?\d{7}-?[A-Z]", "stdnum.es.nie"),
    ("codice-fiscale", r"[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]", "stdnum.it.codicefiscale"),
    ("pesel", r"\d{11}", "stdnum.pl.pesel"),
    ("rodne-cislo", r"\d{6}/?\d{4}", "stdnum.cz.rc"),
    ("belgian-nn", r"\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}", "stdnum.be.nn"),
    ("belgian-bis", r"\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}", "stdnum.be.bis"),
    ("isikukood", r"\d{11}", "stdnum.ee.ik"),
    ("cnp", r"[1-8]\d{12}", "stdnum.ro.cnp"),
    ("oib", r"\d{11}", "stdnum.hr.oib"),
    ("ahv", r"756\.?\d{4}\.?\d{4}\.?\d{2}", "stdnum.ch.ssn"),
    ("pps", r"\d{7}[A-W][A-IW]?", "stdnum.ie.pps"),
    ("kennitala", r"\d{6}-?\d{4}", "stdnum.is_.kennitala"),
    ("idnr", r"\d{2} ?\d{3} ?\d{3} ?\d{3}", "stdnum.de.idnr"),
    ("svnr", r"\d{4} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-3])\d{2}", "stdnum.at.vnr"),
    ("egn", r"\d{10}", "stdnum.bg.egn"),
    ("amka", r"\d{11}", "stdnum.gr.amka"),
    ("personas-kods", r"\d{6}-\d{5}", "stdnum.lv.pvn"),
    ("cartao-de-cidadao", r"\d{8} ?\d ?[A-Z]{2}\d", "stdnum.pt.cc"),
    ("emso", r"\d{13}", "stdnum.si.emso"),
    ("tc-kimlik", r"[1-9]\d{10}", "stdnum.tr.tckimlik"),
    ("cpf", r"\d{3}\.?\d{3}\.?\d{3}-?\d{2}", "stdnum.br.cpf"),
    ("rut", r"\d{1,2}\.\d{3}\.\d{3}-[0-9K]", "stdnum.cl.rut"),
    ("ric", r"\d{17}[0-9X]", "stdnum.cn.ric"),
    ("aadhaar", r"[2-9]\d{3}[- ]\d{4}[- ]\d{4}", "stdnum.in_.aadhaar"),
    ("rrn", r"\d{6}-?\d{7}", "stdnum.kr.rrn"),
    ("curp", r"[A-Z]{4}\d{6}[A-Z]{6}[A-Z0-9]\d", "stdnum.mx.curp"),
    ("cnic", r"\d{5}-\d{7}-\d", "stdnum.pk.cnic"),
    ("pin", r"[1-8]-\d{4}-\d{5}-\d{2}-\d", "stdnum.th.pin"),
    ("za-id", r"\d{6} ?\d{7}", "stdnum.za.idnr"),
)
# No number of any kind has fewer digits, and most names do.
_ENOUGH_DIGITS = re.compile(r"(?a)(?:\d[^\d\n]*){7}")
# Check digits of this many candidates of a kind are looked at; enough to know what kind of names a study has.
_MOST_CHECKED = 500
_CPR_IN_NAME = re.compile(r"(?a)(?<!\d)\d{6}-?\d{4}(?!\d)")


def iter_in_text(text: str) -> Iterator[tuple[int, int]]:
    """Spans (start, end) of national numbers in free text."""
    seen: set[tuple[int, int]] = set()
    for kind, pattern in _TEXT_PATTERNS:
        for match in pattern.finditer(text):
            span = match.span(1)
            if span not in seen and _TEXT_CHECKS[kind](match[1]):
                seen.add(span)
                yield span


def iter_in_names(names: str) -> Iterator[int]:
    """Places in a text of names, one a line, where a name contains a national number, dashed or not."""
    if not _ENOUGH_DIGITS.search(names):
        return
    names = names.replace("_", " ")  # a joint in names, a letter to patterns
    seen = {start for start, _ in iter_in_text(names)}
    seen.update(match.start() for match in _CPR_IN_NAME.finditer(names) if _is_cpr(match[0]))
    yield from seen
    upper = names.upper()
    if len(upper) != len(names):  # a few letters grow in upper case; places must stay right
        upper = names
    for pattern, module in _name_patterns():
        matches = (match for match in pattern.finditer(upper) if match.start() not in seen)
        for match in islice(matches, _MOST_CHECKED):
            if _is_valid(module, match[0]):
                seen.add(match.start())
                yield match.start()


def begins_with_birth_date(ten_digits: str) -> bool:
    """Whether ten digits alone are a possible CPR, kennitala, CHI, personnummer or rodné číslo."""
    return (
        _is_cpr(ten_digits)
        or _is_personnummer(ten_digits)
        or (int(ten_digits) % 11 == 0 and _is_valid("stdnum.cz.rc", ten_digits))
    )


@cache
def _name_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?a)(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"), module) for _, pattern, module in _NAME_MODULES
    )


@cache
def _validator(module: str) -> Callable[[str], bool]:
    is_valid: Callable[[str], bool] = import_module(module).is_valid
    return is_valid


def _is_valid(module: str, number: str) -> bool:
    return bool(_validator(module)(number))


def _is_date(day: int, month: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


def _is_cpr(number: str) -> bool:
    """Any CPR shape with a possible birth date; replacement numbers have 60 added to the day."""
    day, month = int(number[:2]), int(number[2:4])
    return _is_date(day - 60 if day > 60 else day, month)


def _is_personnummer(number: str) -> bool:
    digits = re.sub(r"\D", "", number)[-10:]
    day = int(digits[4:6])
    if not _is_date(day - 60 if day > 60 else day, int(digits[2:4])):
        return False
    doubled = [int(digit) * (2 - index % 2) for index, digit in enumerate(digits)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _is_kvnr(number: str) -> bool:
    """German health insurance number: letter as two digits, weights 1 and 2 in turn, cross sums, mod 10."""
    digits = f"{ord(number[0]) - 64:02d}{number[1:9]}"
    products = [int(digit) * (1 + index % 2) for index, digit in enumerate(digits)]
    return sum(value // 10 + value % 10 for value in products) % 10 == int(number[9])


_TEXT_CHECKS: dict[str, Callable[[str], bool]] = {
    "cpr": _is_cpr,
    "hetu": lambda number: _is_valid("stdnum.fi.hetu", number),
    "personnummer": _is_personnummer,
    "nhs": lambda number: _is_valid("stdnum.gb.nhs", number),
    "ssn": lambda number: _is_valid("stdnum.us.ssn", number),
    "kvnr": _is_kvnr,
    "labelled": lambda number: len(re.sub(r"\D", "", number)) >= 9,
}

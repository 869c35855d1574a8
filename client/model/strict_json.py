"""JSON from outside, read strictly and within bounds (RFC 8259, with what I-JSON, RFC 7493, asks for).

Refused: over 4 MiB, deeper than 32 levels, anything but UTF-8, duplicate keys, NaN and infinities, numbers beyond 64
bits, lone surrogates. Depth is counted before the parser runs: 200,000 brackets would end in a RecursionError, or on
some builds in a crash of the process.
"""

from __future__ import annotations

import json
import math
import re

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

MAX_JSON_BYTES = 4 * 1024 * 1024
MAX_JSON_DEPTH = 32
_MAX_INTEGER_DIGITS = 19

# A string (to its end, or to the end of the text: an unfinished one must not be tried again from each of its quotes)
# or one bracket.
_STRING_OR_BRACKET = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


class StrictJsonError(ValueError):
    """The text is refused; `reason` is `too-long`, `too-deep` or `json`. Each room maps it to its own coded error."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse_strict_json(data: bytes, *, whole_numbers: bool = False) -> Json:
    """Parse one JSON text; raises StrictJsonError and never RecursionError.

    With `whole_numbers`, a number with a fraction or an exponent is refused too.
    """
    if len(data) > MAX_JSON_BYTES:
        raise StrictJsonError("too-long")
    _require_shallow(data)
    try:
        text = data.decode("utf-8")
        value: Json = json.loads(
            text,
            object_pairs_hook=_object_without_duplicates,
            parse_int=_parse_integer,
            parse_float=_refuse_number if whole_numbers else _parse_float,
            parse_constant=_refuse_number,
        )
        if _SURROGATE_ESCAPE.search(text):
            # A pair of escapes is a proper character, a single one could never be written or shown again.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except ValueError:
        raise StrictJsonError("json") from None
    return value


def _require_shallow(data: bytes) -> None:
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(data):
        first = data[match.start()]
        if first in b"[{":
            depth += 1
            if depth > MAX_JSON_DEPTH:
                raise StrictJsonError("too-deep")
        elif first in b"]}":
            depth -= 1


def _object_without_duplicates(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _parse_integer(text: str) -> int:
    if len(text.lstrip("-")) > _MAX_INTEGER_DIGITS:
        raise ValueError("integer beyond 64 bits")
    return int(text)


def _parse_float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("number beyond a double")
    return number


def _refuse_number(text: str) -> float:
    raise ValueError(text)

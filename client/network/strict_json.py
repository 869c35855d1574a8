"""JSON from outside, read strictly and within bounds (RFC 8259, with what I-JSON, RFC 7493, asks for).

Refused: over 4 MiB, deeper than 32 levels, anything but UTF-8, duplicate keys, NaN and infinities, numbers beyond 64
bits, lone surrogates. Depth is counted before the parser runs: 200,000 brackets would end in a RecursionError, or on
some builds in a crash of the process.
"""

from __future__ import annotations

import json
import math
import re

from client.network.errors import ContractError

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

MAX_JSON_BYTES = 4 * 1024 * 1024
MAX_JSON_DEPTH = 32
_MAX_INTEGER_DIGITS = 19

# A string (to its end, or to the end of the text: an unfinished one must not be tried again from each of its quotes)
# or one bracket.
_STRING_OR_BRACKET = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


def parse_json(data: bytes) -> Json:
    """Parse one JSON text; raises ContractError (`too-long`, `too-deep` or `json`) and never RecursionError."""
    if len(data) > MAX_JSON_BYTES:
        raise ContractError(reason="too-long")
    _require_shallow(data)
    try:
        text = data.decode("utf-8")
        value: Json = json.loads(
            text,
            object_pairs_hook=_object_without_duplicates,
            parse_int=_parse_integer,
            parse_float=_parse_float,
            parse_constant=_refuse_constant,
        )
        if _SURROGATE_ESCAPE.search(text):
            # A pair of escapes is a proper character, a single one could never be written or shown again.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except ValueError:
        raise ContractError(reason="json") from None
    return value


def _require_shallow(data: bytes) -> None:
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(data):
        first = data[match.start()]
        if first in b"[{":
            depth += 1
            if depth > MAX_JSON_DEPTH:
                raise ContractError(reason="too-deep")
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


def _refuse_constant(name: str) -> float:
    raise ValueError(name)

"""Takes plain command-line values as they are, so that a command starts without pydantic.

Typer asks pydantic about each value, and importing that takes longer than preparing a small cohort. A text, a path, a
small number and one of a few words need no such judge. Every other value, and every mistake, still goes to Typer,
with its own words. Importing this module raises ImportError under a Typer that is built otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import typer.core
from typer._coercion import RuntimeParam, TypeDescriptor, build_runtime_param
from typer.models import ParameterInfo

_NOT_PLAIN = object()
_MOST_DIGITS = 9


def take_plain_values() -> None:
    """Make Typer's parameters in this process ask us first. Changes no value, no default and no message."""
    typer.core.build_runtime_param = _PlainFirst.of  # type: ignore[attr-defined]


@dataclass(frozen=True)
class _PlainFirst(RuntimeParam):
    """What Typer keeps for each parameter; its own takes over where a value is not plain."""

    descriptor: TypeDescriptor

    @classmethod
    def of(cls, descriptor: TypeDescriptor) -> RuntimeParam:
        return cls(descriptor.parameter_info, descriptor.annotation, descriptor)

    def _coerce_value(self, value: Any, param: Any, ctx: Any) -> Any:
        taken = _taken(value, self.annotation, self.parameter_info)
        if taken is not _NOT_PLAIN:
            return taken
        return build_runtime_param(self.descriptor)._coerce_value(value, param=param, ctx=ctx)


def _taken(value: Any, annotation: Any, asked: ParameterInfo) -> Any:
    """`value` as its type, or _NOT_PLAIN."""
    if get_origin(annotation) is list and isinstance(value, list | tuple):
        (inner,) = get_args(annotation)
        values = [_taken(one, inner, asked) for one in value]
        return _NOT_PLAIN if any(one is _NOT_PLAIN for one in values) else values
    if not isinstance(annotation, type) or not _is_text(value) or _is_special(asked, annotation):
        return _NOT_PLAIN
    if annotation is Path:
        return Path(value)
    if annotation is int:
        return _number(value, asked)
    if issubclass(annotation, Enum):
        return next((member for member in annotation if str(member.value) == value), _NOT_PLAIN)
    return value if annotation is str else _NOT_PLAIN


def _is_special(asked: ParameterInfo, annotation: type) -> bool:
    """Whether the parameter wants more than a value of its type."""
    wants = (asked.parser, asked.path_type, asked.exists, asked.writable, asked.resolve_path, asked.allow_dash)
    return any(wants) or not (asked.file_okay and asked.dir_okay) or (annotation is Path and asked.readable)


def _number(value: str, asked: ParameterInfo) -> Any:
    if not (value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS):
        return _NOT_PLAIN
    number = int(value)
    is_low = asked.min is not None and number < asked.min
    return _NOT_PLAIN if is_low or (asked.max is not None and number > asked.max) else number


def _is_text(value: Any) -> bool:
    """Whether it is text that UTF-8 can write: an argument of other bytes has halves of characters in it."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True

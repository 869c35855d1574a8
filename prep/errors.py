"""The root of every error that `prep` raises on purpose.

PrepError
 ├── UsageError            exit 2
 ├── InputError            exit 3   unreadable, damaged or not VCF
 └── RecheckError          exit 4   the independent second pass disagreed

The same shape as the client's errors: a stable `code`, an `exit_code`, named facts that are fit to be shown anywhere
(numbers, codes, chromosome labels; never a path or a sample name), and no prose.
"""

from __future__ import annotations

from typing import ClassVar

Fact = str | int | float


class PrepError(Exception):
    """Base of prep's errors. `str(error)` is the code and nothing else."""

    code: ClassVar[str] = "PREP-BUG"
    exit_code: ClassVar[int] = 1
    fact_names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **facts: Fact) -> None:
        if set(facts) != set(self.fact_names):
            raise TypeError(f"{type(self).__name__} takes the facts {self.fact_names}")
        super().__init__(self.code)
        self.facts: dict[str, Fact] = facts

    def __str__(self) -> str:
        return self.code

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


def _rebuild(cls: type[PrepError], facts: dict[str, Fact]) -> PrepError:
    return cls(**facts)


class UsageError(PrepError):
    """What was asked for cannot be done like this."""

    code = "PREP-USAGE"
    exit_code = 2


class InputError(PrepError):
    """The input is unreadable, damaged or not VCF."""

    code = "VCF-UNREADABLE"
    exit_code = 3


class RecheckError(PrepError):
    """The independent second pass did not find what the writer promised."""

    code = "RECHECK-FAILED"
    exit_code = 4

"""The root of every error that `client` raises on purpose.

ClientError
 ├── WrongUsageError        exit 2   what was asked for cannot be done like this
 ├── InputNeedsUserError    exit 3   the input has findings that block
 ├── RecheckFailedError     exit 4   the independent second pass disagreed; nothing was kept
 ├── SignInError            exit 5   sign-in, second factor, keyring or vault
 ├── ServiceUnavailableError exit 6  the service cannot be reached, is busy or does not keep its contract
 ├── ServerIdentityError    exit 7   pin, TLS, signature or origin is not the profile's
 └── SealedFileError        exit 8   a sealed file cannot be read

Each room derives its own classes from these in its `errors.py`. A class carries a stable `code`, an `exit_code`
and named facts (numbers, codes, ids), and no prose: the faces turn the class into words (`ui/messages/`). Facts are
fit to be shown, logged and mailed: never a path, sample name, token, key or upload URL.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, TypeVar

E = TypeVar("E", bound=Exception)
Fact = str | int | float


class ClientError(Exception):
    """Base of the client's errors. `str(error)` is the code and nothing else, so that no log can leak."""

    code: ClassVar[str] = "GS-BUG"
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


def _rebuild(cls: type[ClientError], facts: dict[str, Fact]) -> ClientError:
    return cls(**facts)


class WrongUsageError(ClientError):
    """What was asked for cannot be done like this."""

    code = "GS-USAGE"
    exit_code = 2


class InputNeedsUserError(ClientError):
    """The input has findings that block."""

    code = "GS-INPUT"
    exit_code = 3


class RecheckFailedError(ClientError):
    """The independent second pass did not find what the writer promised; nothing was kept."""

    code = "GS-RECHECK"
    exit_code = 4


class SignInError(ClientError):
    """Sign-in, second factor, keyring or vault stands in the way."""

    code = "GS-SIGN-IN"
    exit_code = 5


class ServiceUnavailableError(ClientError):
    """The service cannot be reached, is busy or does not keep its contract."""

    code = "GS-SERVICE"
    exit_code = 6


class ServerIdentityError(ClientError):
    """Pin, TLS version, signature or origin is not the profile's."""

    code = "GS-IDENTITY"
    exit_code = 7


class SealedFileError(ClientError):
    """A sealed file cannot be read."""

    code = "GS-SEALED"
    exit_code = 8


def about(error: E, subject: str | Path) -> E:
    """Pin what the person named (a file as given, an id) to `error`, for the face alone. Returns `error`."""
    if getattr(error, "subject", None) is None:
        error.subject = str(subject)  # type: ignore[attr-defined]
    return error


def iter_error_classes(root: type[Exception]) -> Iterator[type[Exception]]:
    """Yield `root` and all its subclasses, each once, depth first."""
    seen: set[type[Exception]] = set()
    stack: list[type[Exception]] = [root]
    while stack:
        cls = stack.pop()
        if cls not in seen:
            seen.add(cls)
            yield cls
            stack.extend(cls.__subclasses__())

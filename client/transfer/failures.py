"""Errors on their way through the pipe and out of the ledger: code and facts, and the same class again behind it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import client.account.errors
import client.institution.errors
import client.network.errors
import client.seal.errors
import client.transfer.errors  # noqa: F401 - all of these are imported so that their classes are known here
from client.model.errors import ClientError, Fact, iter_error_classes
from client.model.transfer import Problem
from client.transfer.messages import Failure
from prep.errors import BlockedError, PrepError

CodedError = ClientError | PrepError


def to_failure(error: BaseException) -> Failure:
    """What crosses the pipe. An error that nobody foresaw keeps its class and own frames, never its text."""
    if isinstance(error, BlockedError):
        return Failure(error.code, error.facts, error.findings)
    if isinstance(error, ClientError | PrepError):
        return Failure(type(error).code, error.facts, frames=_own_frames(error) if _is_bug(error) else ())
    return Failure(ClientError.code, frames=(type(error).__name__, *_own_frames(error)))


def to_error(failure: Failure) -> CodedError:
    """The error again, as the class it was; a code that this version does not know is `ClientError` itself."""
    if failure.code == BlockedError.code and failure.findings:
        return BlockedError(failure.findings)
    return _error(failure.code, failure.facts)


def problem_of(error: CodedError) -> Problem:
    """What the ledger and the faces keep of an error."""
    return Problem(type(error).code, dict(error.facts))


def error_of(problem: Problem) -> CodedError:
    """The error that a kept problem came from, as its own class (without findings: those are not kept)."""
    return _error(problem.code, problem.facts)


def _error(code: str, facts: dict[str, Fact]) -> CodedError:
    for error_class in _classes(code):
        if set(error_class.fact_names) == set(facts) and error_class is not BlockedError:
            return error_class(**facts)
    if code == BlockedError.code:
        error = BlockedError(())
        error.facts = dict(facts)
        return error
    return ClientError()


@cache
def _classes(code: str) -> tuple[type[CodedError], ...]:
    return tuple(cls for cls in _iter_classes() if cls.code == code)


def _iter_classes() -> Iterator[type[CodedError]]:
    for root in (ClientError, PrepError):
        for cls in iter_error_classes(root):
            if issubclass(cls, ClientError | PrepError):
                yield cls


def _is_bug(error: CodedError) -> bool:
    return error.exit_code == 1


def _own_frames(error: BaseException) -> tuple[str, ...]:
    """`module:line` of our own frames, the innermost last."""
    rooms = {"client", "prep"}
    frames = []
    for frame in traceback.extract_tb(error.__traceback__):
        parts = Path(frame.filename).parts
        start = next((i for i, part in enumerate(parts) if part in rooms), None)
        if start is not None:
            frames.append(f"{'.'.join(parts[start:])}:{frame.lineno}")
    return tuple(frames[-8:])

"""CONTRIBUTING's rule for values: a frozen dataclass has a reason to be one, for every command waits for it."""

from __future__ import annotations

import ast
import re

from tests.conftest import REPOSITORY

_MESSAGES = "client/transfer/messages.py"
"""Kinds that come through one pipe: two of them must not be equal because their fields are."""
_PATH = re.compile(r"\bPath\b")
_SECRET = re.compile(
    r"\b(key|raw|seed|\w*token|ticket|password|passphrase|secrets?|pseudonym_map|vault_key|private_key)$"
)
_NAMES_OF_TUPLES = {"count", "index"}


def test_a_frozen_dataclass_does_what_a_named_tuple_cannot() -> None:
    files = [file for room in ("client", "prep", "ui", "practice") for file in (REPOSITORY / room).rglob("*.py")]
    classes = [
        (file.relative_to(REPOSITORY).as_posix(), node)
        for file in files
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.ClassDef)
    ]
    with_heirs = {ast.unparse(base).split("[")[0] for _, node in classes for base in node.bases}
    plain = [
        f"{file}: {node.name}"
        for file, node in classes
        if _is_frozen(node) and file != _MESSAGES and node.name not in with_heirs and not _needs_a_dataclass(node)
    ]
    assert not plain


def test_no_place_and_no_secret_of_the_client_is_in_the_repr_of_its_dataclass() -> None:
    fields = [
        (f"{file.relative_to(REPOSITORY).as_posix()}: {node.name}", statement)
        for file in (REPOSITORY / "client").rglob("*.py")
        if "@dataclass" in (text := file.read_text())
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(item) for item in node.decorator_list)
        for statement in node.body
        if isinstance(statement, ast.AnnAssign) and _is_private(statement)
    ]
    assert len(fields) > 40
    shown = [(where, ast.unparse(field)) for where, field in fields if "repr=False" not in ast.unparse(field)]
    assert not shown


def _is_private(field: ast.AnnAssign) -> bool:
    kind, name = ast.unparse(field.annotation), ast.unparse(field.target)
    is_function = kind.startswith("Callable")
    return (_PATH.search(kind) is not None or _SECRET.search(name) is not None) and not is_function


def _is_frozen(node: ast.ClassDef) -> bool:
    return any(ast.unparse(decorator) == "dataclass(frozen=True)" for decorator in node.decorator_list)


def _needs_a_dataclass(node: ast.ClassDef) -> bool:
    """It has a base, checks itself, keeps what it has worked out, or a field of it is hidden or made anew."""
    return bool(node.bases) or any(_is_beyond_a_tuple(statement) for statement in node.body)


def _is_beyond_a_tuple(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.AnnAssign):
        return isinstance(statement.value, ast.Call) or ast.unparse(statement.target) in _NAMES_OF_TUPLES
    if isinstance(statement, ast.FunctionDef):
        decorators = {ast.unparse(decorator) for decorator in statement.decorator_list}
        return statement.name == "__post_init__" or "cached_property" in decorators
    return False

"""This program's version, apart from the connection so that work on files alone need not import the network."""

from __future__ import annotations

_VERSION = "0.1.0"
"""The same as in pyproject.toml (a test compares them): asking what is installed would import e-mail and zip files."""


def program_version() -> str:
    """This program's version."""
    return _VERSION

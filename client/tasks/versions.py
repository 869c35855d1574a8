"""This program's version, apart from the connection so that work on files alone need not import the network."""

from __future__ import annotations

import importlib.metadata


def program_version() -> str:
    """This program's version."""
    return importlib.metadata.version("genoseal")

"""Titles of findings, by code."""

from __future__ import annotations

TITLES: dict[str, str] = {}

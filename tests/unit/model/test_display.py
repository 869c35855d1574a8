"""Outside text is shown as plain, visible text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.model.display import csv_cell, display_lines, display_text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain æøå Ω", "plain æøå Ω"),
        ("\x1b]52;c;ZWNobw==\x07", "\\x1b]52;c;ZWNobw==\\x07"),
        ("abc\u202efed", "abc\\u202efed"),
        ("a\u200bb", "a\\u200bb"),
        ("\x9b31m", "\\x9b31m"),
        ("\ud800", "\\ud800"),
        ("two\nlines", "two\\x0alines"),
    ],
)
def test_steering_characters_become_visible(raw: str, shown: str) -> None:
    assert display_text(raw) == shown


def test_sentences_keep_their_line_ends_and_length_and_nothing_that_steers() -> None:
    assert (
        display_lines("one\ntwo\x1b]52;c;x\x07\u202e" + "x" * 1000) == "one\ntwo\\x1b]52;c;x\\x07\\u202e" + "x" * 1000
    )


def test_a_long_text_is_cut_and_says_so() -> None:
    assert display_text("x" * 1000, 10) == "x" * 10 + "…"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_does_not_see_a_formula(start: str) -> None:
    assert csv_cell(f"{start}1+1").startswith("'")


@given(st.text(max_size=300))
def test_any_text_is_printable_and_bounded(text: str) -> None:
    shown = display_text(text, 100)
    assert len(shown) <= 101
    assert all(character.isprintable() for character in shown)

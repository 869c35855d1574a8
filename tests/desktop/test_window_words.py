"""The window's own error words: complete, with facts that exist, naming pages and buttons and never a command."""

from __future__ import annotations

import re
import string

from client.model.transfer import Problem
from tests.unit.terminal.test_every_error_has_words import ERRORS
from ui.desktop.error_words import explain_here
from ui.desktop.pages.security import CLOCK_OFF
from ui.desktop.ways_out import way_out_of
from ui.messages import window

FACTS_OF_THE_WINDOW = {"now", "wait", "apart"}
OF_THE_TERMINAL = re.compile(r"genoseal [a-z]|--[a-z]|\bterminal\b|GENOSEAL_[A-Z]")

TERMINAL_ALONE = {"SECRET-NEEDED", "CONSENT-NEEDED", "OUTPUT-NEEDED", "ANSWER-NEEDED"}
"""Questions that only a terminal asks; the window has dialogs for them."""


def test_each_of_the_windows_words_is_about_an_error_and_names_only_its_facts() -> None:
    facts = {cls.code: set(cls.fact_names) for cls in ERRORS}  # type: ignore[attr-defined]
    facts[CLOCK_OFF] = {"apart_s"}
    for key, words in window.WORDS.items():
        code = key.partition("/")[0]
        assert code in facts, key
        assert code in window.WORDS, f"{code} needs words for what nobody foresaw"
        for part in words:
            named = {name for _, name, _, _ in string.Formatter().parse(part) if name is not None}
            assert named <= facts[code] | FACTS_OF_THE_WINDOW, key


def test_no_error_in_the_window_sends_people_to_a_terminal() -> None:
    for error_class in ERRORS:
        code, facts = error_class.code, dict.fromkeys(error_class.fact_names, "x")  # type: ignore[attr-defined]
        if code not in TERMINAL_ALONE:
            said = explain_here(Problem(code, facts))
            for part in (said.what, said.meaning, said.next):
                assert part, code
                assert not OF_THE_TERMINAL.search(part), (code, part)


def test_a_code_that_nobody_knows_has_no_button() -> None:
    assert way_out_of(Problem("NO-SUCH-CODE")) is None
    assert way_out_of(ValueError("x")) is None

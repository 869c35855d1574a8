"""The window's own error words: complete, with facts that exist, naming pages and buttons and never a command."""

from __future__ import annotations

import re
import string

import pytest

from client.model.transfer import Problem
from tests.support.every_error import ERRORS
from ui.desktop.error_words import explain_here
from ui.desktop.pages.security import CLOCK_OFF
from ui.desktop.ways_out import way_out_of
from ui.messages import window
from ui.messages.finding_advice import ADVICE

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


def test_no_finding_in_the_window_names_an_option_that_it_has_no_field_for() -> None:
    own = re.compile(r"genoseal [a-z]|--(build|leave-out|accept-remaining|policy|map|service|site-list|force)\b")
    for code, words in ADVICE.items():
        assert not own.search(words), code


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("AUTH-PASSWORD-RULES", "Choose a longer one"),
        ("RESULT-EXISTS", "Choose another folder"),
        ("RESULT-RESTORE", "Keep the pseudonyms"),
        ("RESULT-KEY", "Bring back…"),
        ("NET-PROXY-AUTH", "Sign-in of the proxy"),
        ("JOB-NOT-FINISHED", "“Jobs”"),
        ("VCF-BCF-UNAVAILABLE", "Convert it"),
        ("OUTBOX-TOO-LATE", "“Jobs”"),
    ],
)
def test_what_to_do_fits_what_happened(code: str, words: str) -> None:
    """They once all ended in “Open Help”, and a refused new password in “sign in”."""
    facts = next(dict.fromkeys(cls.fact_names, "x") for cls in ERRORS if cls.code == code)  # type: ignore[attr-defined]
    assert words in explain_here(Problem(code, facts)).next

"""The activity log reads in the window's language: every event and every fact there can be."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from client.audit.facts import EVENTS, NUMBERS, TEXT_FORMS
from ui.desktop.activity_words import event_words, facts_words
from ui.desktop.i18n import use_language


@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_every_event_and_fact_of_the_log_has_words_in_every_language(qtbot: QtBot, language: str) -> None:
    use_language(language)
    try:
        unnamed = [event for event in EVENTS if event_words(event) == event]
        shown = facts_words(dict.fromkeys((*NUMBERS, *TEXT_FORMS), 1))
    finally:
        use_language("en")
    assert unnamed == []
    assert "_" not in shown
    if language != "en":
        assert "records" not in shown
        assert "findings" not in shown

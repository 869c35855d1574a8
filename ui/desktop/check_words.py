"""The workstation check in the window's words."""

from __future__ import annotations

from ui.desktop.i18n import translate, translate_message
from ui.desktop.views import CheckView
from ui.messages import explain_check


def check_words(check: CheckView) -> tuple[str, str, str]:
    """(title, what was found, what to do) of one check; commands in the shared table become words of the window."""
    explained = explain_check(check.name, check.state, check.facts, translate_message)
    to_do = explained.next if check.ok is not True else ""
    if "genoseal " in to_do:
        to_do = translate("Checks", "See “Sign-in” and “Settings”.")
    return explained.title, explained.detail, to_do

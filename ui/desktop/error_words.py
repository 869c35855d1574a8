"""Errors in the window's words and language: what happened, what it means for your file, what to do next.

The prose is `ui.messages`, one table for both faces. Its last sentence sometimes names a command; where it does, the
window says where to click instead.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from client.model.transfer import Problem
from ui.desktop.i18n import translate
from ui.desktop.widgets.frames import Banner
from ui.messages import Explanation, explain


def explain_here(error: BaseException | Problem) -> Explanation:
    """The explanation of `error` for this window."""
    explanation = explain(error, _translate_error)
    here = _next_here(explanation.code) if "genoseal " in explanation.next or "--" in explanation.next else ""
    if here or "genoseal " in explanation.next:
        return Explanation(explanation.code, explanation.what, explanation.meaning, here)
    return explanation


def show_error(banner: Banner, error: BaseException | Problem) -> None:
    """Put `error` on a banner."""
    explanation = explain_here(error)
    words = " ".join(part for part in (explanation.meaning, explanation.next) if part)
    banner.say("problem", words, title=explanation.what, code=message_code(explanation.code))


def message_code(code: str) -> str:
    """The line with the code that a helpdesk asks for."""
    return translate("Errors", "Code %1").replace("%1", code)


def _translate_error(text: str) -> str:
    return QCoreApplication.translate("errors", text)


def _next_here(code: str) -> str:
    """What to do in the window where the shared table names a command."""
    if code.startswith(("AUTH-", "GS-SIGN-IN")):
        return translate("Errors", "Open “Sign-in” and sign in there.")
    if code.startswith("PROFILE-"):
        return translate("Errors", "Open the profile that your institution gave you under “Settings”, or try practice "
                         "mode under “Help”.")  # fmt: skip
    if code.startswith("MAP-"):
        return translate("Errors", "Bring the map with “Settings”, “Pseudonym maps”.")
    if code.startswith(("SECRETS-", "VAULT-", "REST-")):
        return translate("Errors", "Open “Sign-in”; the card “Kept on this computer” says what to do.")
    if code.startswith(("FINDINGS-", "GS-INPUT", "VCF-")):
        return translate("Errors", "Choose the file in the list to see what to change.")
    if code.startswith("AUDIT-"):
        return translate("Errors", "Open “Activity” and choose “Verify”.")
    return translate("Errors", "Open “Help”; the diagnostics there say more.")

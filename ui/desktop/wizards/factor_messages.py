"""The messages of step 3. Their codes, 3-A to 3-E, are what people say to the helpdesk: they never change."""

from __future__ import annotations

from ui.desktop.i18n import plural, translate
from ui.desktop.views import CodeJudgement


def judgement_words(judgement: CodeJudgement, label: str) -> tuple[str, str]:
    """(tone, words) for what was found about a typed code; `label` is what the app must show."""
    code = judgement.message_code
    if judgement.is_right:
        return "good", translate("Factor", "The code matches. Continue.")
    if code == "3-A":
        words = translate("Factor", "That is fewer than six digits. Keep typing.")
    elif code == "3-B":
        words = translate(
            "Factor",
            "This code belongs to another account or an old entry. Check that the app shows exactly “%1”, and use that "
            "entry.",
        ).replace("%1", label)
    elif code == "3-C" and judgement.typed_late:
        words = translate("Factor", "That code was right a moment ago. Type the one the app shows now.")
    elif code == "3-C":
        words = _clock_words(judgement.phone_offset_s)
    elif code == "3-D":
        words = translate("Factor", "This code has been used already. Wait for the next one and type that.")
    else:
        words = translate(
            "Factor",
            "The code is right for this computer, but not for the service: one of the two clocks is off. Check this "
            "computer's date and time, then type a new code.",
        )
    message = translate("Factor", "(Message %1)").replace("%1", code)
    # On a line of its own, where its hyphen cannot be torn apart.
    return ("problem" if code in ("3-B", "3-E") else "caution"), f"{words}\n{message}"


def _clock_words(phone_offset_s: int) -> str:
    if phone_offset_s < 0:
        words = plural.tr("That code was right %n second(s) ago: the phone's clock is behind.", "", -phone_offset_s)
    else:
        words = plural.tr("That code will be right in %n second(s): the phone's clock is ahead.", "", phone_offset_s)
    advice = translate("Factor", "On the phone turn on “Set time automatically”, then type a new code.")
    return f"{words} {advice}"

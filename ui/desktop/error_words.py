"""Errors in the window's words and language: what happened, what it means for your file, what to do next.

The prose is `ui.messages`; where its last sentence still names a command, the window says where to click instead.
"""

from __future__ import annotations

from datetime import UTC, datetime

from client.model.transfer import Problem
from ui.desktop.i18n import translate, translate_message
from ui.desktop.next_words import next_here
from ui.desktop.ways_out import way_out_of
from ui.desktop.widgets.frames import Banner
from ui.desktop.words import clock_words, day_words, duration_words, join_words
from ui.messages import Explanation, explain_in_window

_LONG_WAIT_S = 24 * 60 * 60
_OF_THE_TERMINAL = ("genoseal ", "--", "GENOSEAL_")


def explain_here(error: BaseException | Problem) -> Explanation:
    """The explanation of `error` for this window."""
    explanation = explain_in_window(error, translate_message, _window_facts(error))
    if any(mark in explanation.next for mark in _OF_THE_TERMINAL):
        return explanation._replace(next=next_here(explanation.code))
    return explanation


def show_error(
    banner: Banner, error: BaseException | Problem, *, passes: bool = False, is_about_look: bool = False
) -> None:
    """Put `error` on a banner, with the button that leads on. `passes`: it is being waited out at the moment;
    `is_about_look`: the next look that succeeds takes it back."""
    explanation = explain_here(error)
    parts = [explanation.meaning, explanation.next]
    if passes:
        parts.append(translate("Errors", "Genoseal keeps trying by itself."))
    words = " ".join(part for part in parts if part)
    tone = "caution" if passes else "problem"
    banner.say(tone, words, title=explanation.what, code=message_code(explanation.code))
    banner.is_about_look = is_about_look
    way = way_out_of(error)
    if way is not None and not (passes and way.place == "again"):
        banner.offer(way.words, way.place)


def message_code(code: str) -> str:
    """The line with the code that a helpdesk asks for."""
    return translate("Errors", "Code %1").replace("%1", code)


def _window_facts(error: object) -> dict[str, str]:
    """Facts in words that depend on the language or the moment."""
    facts = getattr(error, "facts", {})
    moment = datetime.now(UTC).isoformat()
    more = {"now": join_words(day_words(moment), clock_words(moment))}
    if isinstance(seconds := facts.get("retry_after_s"), int):
        more["wait"] = _wait_words(seconds)
    if isinstance(seconds := facts.get("apart_s"), int):
        more["apart"] = duration_words(seconds)
    if isinstance(ends := facts.get("not_after"), str):
        more["not_after"] = _day(ends)
    return more


def _wait_words(seconds: int) -> str:
    if seconds > _LONG_WAIT_S:
        return translate("Errors", "longer than a day")
    return duration_words(max(60, seconds)) if seconds else translate("Errors", "a few minutes")


def _day(text: str) -> str:
    try:
        return day_words(text)
    except ValueError:
        return text

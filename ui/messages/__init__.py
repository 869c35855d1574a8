"""One table of error prose for both faces: what happened, what it means for your file, what to do next. No Qt.

An error class carries a `code` and facts; the tables of this package carry the words, marked for translation with
`QT_TRANSLATE_NOOP("errors", …)` so that lupdate collects them. The terminal shows them in English, the window passes
its own `translate`. A row's key is the code, or `CODE/value` where the words depend on a fact (see `_VARIANT_FACTS`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from client.model.display import display_text
from ui.messages import account, checks, files, finding_titles, home, practice, sealed, service, usage, window
from ui.messages.marks import KEPT, QT_TRANSLATE_NOOP, Words

_TABLES: tuple[dict[str, Words], ...] = (
    usage.WORDS,
    practice.WORDS,
    files.WORDS,
    home.WORDS,
    account.WORDS,
    service.WORDS,
    sealed.WORDS,
)
_WORDS: dict[str, Words] = {key: words for table in _TABLES for key, words in table.items()}

_OF_THE_WINDOW = {key.split("/")[0] for key in window.WORDS}
_WINDOW_WORDS: dict[str, Words] = {
    key: words for key, words in _WORDS.items() if key.split("/")[0] not in _OF_THE_WINDOW
} | window.WORDS
"""A code with words of the window's own has all its variants there."""

_VARIANT_FACTS: dict[str, str] = {
    "AUTH-PASSWORD-RULES": "rule",
    "NET-BUSY": "status",
    "NET-TIMEOUT": "phase",
    "NET-TLS": "reason",
    "NET-UNREACHABLE": "reason",
    "PREP-RULES-FILE": "line",
    "PROFILE-DAMAGED": "reason",
    "RESULT-PLACE": "reason",
    "SECRETS-NONE": "keyring_state",
    "SEND-HELD": "state",
    "SITE-LIST-SHAPE": "kind",
    "VAULT-PASSWORD-FILE": "reason",
    "VCF-BCF-NAMES": "reason",
    "WORKSTATION-REQUIRED": "check",
}
"""Where one code has several texts: the fact that chooses between them."""

_STANDINGS: dict[str, tuple[str, str]] = {
    "not-queued": (
        QT_TRANSLATE_NOOP(
            "errors", "Nothing was queued and your files are untouched: give the command again when this is settled."
        ),
        QT_TRANSLATE_NOOP("errors", "Try again later: give the same command again."),
    ),
    "ending": (
        QT_TRANSLATE_NOOP(
            "errors", "This submission has ended: its keys are forgotten, and what was uploaded is being withdrawn."
        ),
        QT_TRANSLATE_NOOP("errors", "Your files are untouched; send them again when the reason is gone."),
    ),
    "ended": (
        QT_TRANSLATE_NOOP(
            "errors", "This submission has ended: its keys are forgotten, and what was uploaded is withdrawn."
        ),
        QT_TRANSLATE_NOOP("errors", "Your files are untouched; send them again when the reason is gone."),
    ),
}
"""How a submission stands, for errors whose own words say that it keeps its place: what it means, what to do next.

The second stands in only for words that speak of going on.
"""

NO_PROBLEM = "none"
"""What a fact `problem` says where an answer named none: nothing that a person could read."""

_LONG_WAIT_S = 24 * 60 * 60
_PLAIN_NUMBERS = {
    "driver_pid",
    "port",
    "found",
    "status",
    "exit_status",
    "errno",
    "schema",
    "known",
    "supported",
    "version",
    "line",
}

BUG: Words = (
    QT_TRANSLATE_NOOP("errors", "Genoseal made a mistake."),
    QT_TRANSLATE_NOOP("errors", "This is a bug in the program, not in your file. Nothing was sent because of it."),
    QT_TRANSLATE_NOOP(
        "errors", "Please report the lines below; they hold places in the program and nothing of your data."
    ),
)
STOPPED: Words = (
    QT_TRANSLATE_NOOP("errors", "Stopped."),
    QT_TRANSLATE_NOOP(
        "errors", "You stopped the command. What was half made is removed; what is on its way keeps its place."
    ),
    QT_TRANSLATE_NOOP("errors", "Go on with “genoseal resume”, or give the command again."),
)


class Explanation(NamedTuple):
    """What a person reads about an error."""

    code: str
    what: str
    meaning: str
    next: str


def _english(template: str) -> str:
    return template


def explain(error: object, translate: Callable[[str], str] = _english) -> Explanation:
    """Return the words for an error, or for anything else with `code` and `facts` (a transfer's Problem).

    What has no code of ours is a bug, and shows no text of its own.
    """
    if isinstance(error, KeyboardInterrupt):
        return _filled("STOPPED", STOPPED, {}, translate)
    return _explained(error, translate, _WORDS, {})


def explain_in_window(error: object, translate: Callable[[str], str], more: Mapping[str, str]) -> Explanation:
    """As `explain`, in words that name pages and buttons; `more` are facts only the window has (`now`, `wait`)."""
    return _explained(error, translate, _WINDOW_WORDS, more)


def _explained(
    error: object, translate: Callable[[str], str], table: Mapping[str, Words], more: Mapping[str, str]
) -> Explanation:
    code = getattr(error, "code", None)
    facts = getattr(error, "facts", None)
    if isinstance(code, str) and isinstance(facts, Mapping):
        facts = {**facts, **more}
        words = _find(table, code, facts)
        if words is not None:
            standings = _STANDINGS if table is _WORDS else {**_STANDINGS, **window.STANDINGS}
            words = _as_it_stands(words, standings.get(getattr(error, "standing", None) or ""))
            return _filled(code, words, facts, translate)
        return _filled(code, BUG, {}, translate)
    return _filled("GS-BUG", BUG, {}, translate)


def words_for(code: str, facts: Mapping[str, object]) -> Words | None:
    """The row for `code`: its variant for these facts, else its own, else None."""
    return _find(_WORDS, code, facts)


def _find(table: Mapping[str, Words], code: str, facts: Mapping[str, object]) -> Words | None:
    fact = _VARIANT_FACTS.get(code)
    variant = None if fact is None else table.get(f"{code}/{facts.get(fact)}")
    return table.get(code) if variant is None else variant


def explained_keys() -> tuple[str, ...]:
    """Every key of the tables, for the test that compares them with the error classes."""
    return tuple(_WORDS)


def finding_title(code: str, translate: Callable[[str], str] = _english) -> str:
    """A finding's title for people; the code itself where it has none."""
    title = finding_titles.TITLES.get(code)
    return translate(title) if title is not None else code


def class_title(finding_class: str, translate: Callable[[str], str] = _english) -> str:
    """A class of identifying text, called as its finding is; one that nobody knows keeps its own name."""
    title = finding_titles.TITLES.get(f"LEAK-{finding_class.upper()}")
    return translate(title) if title is not None else display_text(finding_class, 40)


class CheckWords(NamedTuple):
    """What a person reads about one of the doctor's checks. `next` is empty where nothing is to be done."""

    title: str
    detail: str
    next: str


def explain_check(
    name: str, state: str, facts: Mapping[str, object], translate: Callable[[str], str] = _english
) -> CheckWords:
    """The words for a check. One that failed with an error of ours (`state` is `error`) gets the error's words."""
    title = translate(checks.TITLES.get(name, name))
    if state == "error":
        what, _, next_step = words_for(str(facts.get("code")), facts) or BUG
        filled = _Facts({key: _shown(key, value) for key, value in facts.items()})
        return CheckWords(title, translate(what).format_map(filled), translate(next_step).format_map(filled))
    found = checks.WORDS.get(f"{name}/{state}") or checks.WORDS.get(state)
    detail, next_step = found or (QT_TRANSLATE_NOOP("errors", "Could not be found out."), "")
    shown = _Facts({key: _shown(key, value) for key, value in facts.items()})
    return CheckWords(title, translate(detail).format_map(shown), translate(next_step).format_map(shown))


def _as_it_stands(words: Words, standing: tuple[str, str] | None) -> Words:
    what, meaning, next_step = words
    if standing is None:
        return words
    true_meaning, true_next = standing
    goes_on = any(mark in next_step for mark in ("genoseal resume", "genoseal outbox", window.GOES_ON))
    return what, true_meaning if meaning == KEPT else meaning, true_next if goes_on else next_step


def _filled(code: str, words: Words, facts: Mapping[str, object], translate: Callable[[str], str]) -> Explanation:
    shown = {name: _shown(name, value) for name, value in facts.items()}
    what, meaning, next_step = (translate(part).format_map(_Facts(shown)) for part in words)
    return Explanation(code, what, meaning, next_step)


class _Facts(dict[str, str]):
    """A translation that names a fact which the error does not carry must not become a crash."""

    def __missing__(self, key: str) -> str:
        return "?"


def wait_words(seconds: int) -> str:
    """`11 seconds`, `30 minutes`, `5 hours`: what a service asks to wait, for the terminal."""
    if seconds <= 0:
        return "a few minutes"
    if seconds > _LONG_WAIT_S:
        return "longer than a day"
    for unit_s, unit in ((3600, "hours"), (60, "minutes")):
        if seconds >= 2 * unit_s:
            return f"{-(-seconds // unit_s)} {unit}"
    return "1 second" if seconds == 1 else f"{seconds} seconds"


def _shown(name: str, value: object) -> str:
    if isinstance(value, int):
        if name == "retry_after_s":
            return wait_words(value)
        if name.endswith("_bytes"):
            return f"{value / 1e9:,.1f} GB" if value >= 1e9 else f"{value / 1e6:,.1f} MB"
        return str(value) if name in _PLAIN_NUMBERS else f"{value:,}"
    if name == "problem" and value == NO_PROBLEM:
        return "–"
    return display_text(str(value))

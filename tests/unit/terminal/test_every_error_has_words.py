"""Every error class of every room is explained, and no explanation names a fact that its error does not carry."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest

from client.model.errors import ClientError
from prep import check_findings, leakscan
from tests.support.every_error import ERRORS
from ui.messages import BUG, Explanation, explain, explained_keys, finding_title, words_for

_BUG_EXIT = 1


def _placeholders(template: str) -> Iterator[str]:
    for _, name, _, _ in string.Formatter().parse(template):
        if name is not None:
            yield name


@pytest.mark.parametrize("error_class", ERRORS, ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_error_class_has_words_of_its_own(error_class: type[ClientError]) -> None:
    facts = dict.fromkeys(error_class.fact_names, "x")
    words = words_for(error_class.code, facts)
    if error_class.exit_code == _BUG_EXIT and words is None:
        words = BUG  # our own mistakes share one text
    assert words is not None, f"no words for {error_class.code}"
    for part in words:
        assert part
        assert part == part.strip()
        assert set(_placeholders(part)) <= set(error_class.fact_names), error_class.code


def test_variants_belong_to_a_code_and_name_only_its_facts() -> None:
    by_code = {cls.code: cls for cls in ERRORS}  # type: ignore[attr-defined]
    for key in explained_keys():
        code, _, variant = key.partition("/")
        assert code in by_code, f"{key} explains no error"
        if variant:
            fact_names = by_code[code].fact_names  # type: ignore[attr-defined]
            words = next(words for words in [words_for(code, dict.fromkeys(fact_names, variant))] if words)
            assert {name for part in words for name in _placeholders(part)} <= set(fact_names)


def test_two_classes_of_one_code_carry_the_same_facts() -> None:
    seen: dict[str, tuple[str, ...]] = {}
    for error_class in ERRORS:
        facts = error_class.fact_names  # type: ignore[attr-defined]
        assert seen.setdefault(error_class.code, facts) == facts, error_class.code  # type: ignore[attr-defined]


def test_an_unknown_exception_is_a_bug_and_shows_nothing_of_its_text() -> None:
    explanation = explain(ValueError("/home/kirsten/secret.vcf"))
    assert explanation.code == "GS-BUG"
    assert "secret" not in repr(explanation)


def test_facts_are_filled_in_and_steering_characters_are_made_visible() -> None:
    from client.network.errors import PinMismatchError

    explanation = explain(PinMismatchError(presented_pin="abc\x1b[31m"))
    assert "abc\\x1b[31m" in explanation.next
    assert isinstance(explanation, Explanation)


def test_translations_get_the_template_before_facts_are_filled_in() -> None:
    from client.tasks.errors import AnswerNeededError

    asked: list[str] = []

    def translate(text: str) -> str:
        asked.append(text)
        return text.replace("Answer", "Svar")

    assert explain(AnswerNeededError(option="--yes"), translate).next == "Svar it beforehand with --yes."
    assert any("{option}" in text for text in asked)


def test_a_finding_without_a_title_shows_its_code() -> None:
    assert finding_title("NO-SUCH-FINDING") == "NO-SUCH-FINDING"


def test_every_finding_of_preparation_has_a_title() -> None:
    codes = {
        *check_findings.KINDS,
        *(f"VCF-DROPPED-{reason.upper()}" for reason in check_findings.DROP_ADVICE),
        *(f"LEAK-{leak_class.upper()}" for leak_class in leakscan._ADVICE),
    }
    assert {code for code in codes if finding_title(code) == code} == set()

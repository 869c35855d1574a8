"""Where headers do not say the genome build: what that is, what the files show of it, and the choice."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.desk import Desk
from ui.desktop.i18n import grouped
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_S
from ui.desktop.views import FileView
from ui.desktop.widgets.controls import IconLabel, RadioButton
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Card, horizontal, vertical
from ui.desktop.widgets.text import Label
from ui.desktop.words import BUILDS, build_words

_MOST_HINTS = 2 * len(BUILDS)


class _Sign(NamedTuple):
    """Something that speaks for or against a build."""

    icon: str
    colour: str
    words: str


class BuildCard(Card):
    """Hidden while every header says its build. The choice is the desk's; this shows it and takes another one."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(spacing=SPACE_M)
        self._desk = desk
        self.title = Label("", "h2", wrap=True)
        self.words = Label("", wrap=True)
        what = self.tr("A genome build is the version of the human reference that positions are counted on: the same "
                       "variant has one position in hg19 and another in hg38. With the wrong one the results are "
                       "wrong, and nobody may notice.")  # fmt: skip
        how = self.tr("If you are not sure, ask whoever made the file, or look for the name of its reference in the "
                      "laboratory's report: hg19, GRCh37, b37 and hs37d5 are hg19; hg38, GRCh38 and hs38 are "
                      "hg38.")  # fmt: skip
        self.what, self.how = (Label(words, "muted", wrap=True) for words in (what, how))
        self._signs = [_SignRow(theme) for _number in range(_MOST_HINTS)]
        self.choices = {build: RadioButton(theme, build_words(build), name=f"build-{build}") for build in BUILDS}
        for choice in self.choices.values():
            choice.clicked.connect(self._chosen)
        row = horizontal(spacing=SPACE_M)
        self._icon = IconLabel(theme, "circle-question-mark", 1.6, "accent")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(
            vertical(self.title, self.words, self.what, *self._signs,
                     FoldingRow(*self.choices.values(), spacing=SPACE_L), self.how), 1,
        )  # fmt: skip
        self.body.addLayout(row)
        self.hide()
        desk.queue_changed.connect(self._refresh)
        self._refresh()

    @property
    def signs(self) -> list[str]:
        """What speaks for or against a build, as shown."""
        return [sign.words.text() for sign in self._signs if not sign.isHidden()]

    def _chosen(self) -> None:
        chosen = next(build for build, choice in self.choices.items() if choice.isChecked())
        if chosen != self._desk.build:
            self._desk.choose_build(chosen)

    def _refresh(self) -> None:
        files = self._desk.open_files.values()
        asking = [facts for facts in files if facts.asks_for_build]
        if not asking:
            self.hide()
            return
        chosen = self._desk.build
        question, answer = self.tr("Which genome build?"), self.tr("Genome build: chosen by you")
        self.title.setText(question if chosen is None else answer)
        both = sum(facts.header_says_both for facts in asking)
        self.words.setText(" ".join(self._sentences(len(asking) - both, both, chosen)))
        for paragraph in (self.what, self.how):
            paragraph.setVisible(chosen is None)
        signs = list(self._signs_of(asking, files, chosen))
        for number, row in enumerate(self._signs):
            row.show_sign(signs[number] if number < len(signs) else None)
        is_answered = chosen is not None and all(sign.colour != "caution" for sign in signs)
        self._icon.set_icon(*(("circle-check", "good") if is_answered else ("circle-question-mark", "accent")))
        self._tell(chosen, " ".join([self.words.text(), *(sign.words for sign in signs)]))

    def _sentences(self, silent: int, both: int, chosen: str | None) -> Iterator[str]:
        """What headers do not say, and what they say too much."""
        if silent:
            words = self.tr(
                "The header of %n file(s) does not say which genome build the positions are in.", "", silent
            )
            if chosen is not None:
                words = self.tr("You say that %n file(s) are %1; the header does not say it.", "", silent)
                words = words.replace("%1", build_words(chosen))
            yield grouped(words, silent)
        if both:
            words = self.tr("The header of %n file(s) names both genome builds, as happens where files are joined or "
                            "lifted over.", "", both)  # fmt: skip
            if chosen is not None:
                words = self.tr("You say that %n file(s) are %1; the header names both.", "", both)
                words = words.replace("%1", build_words(chosen))
            yield grouped(words, both)

    def _signs_of(self, asking: list[FileView], files: Collection[FileView], chosen: str | None) -> Iterator[_Sign]:
        """What well-known variants and the headers of the other files say."""
        fitting = {build: sum(facts.fitting_build == build for facts in asking) for build in BUILDS}
        for build, count in fitting.items():
            words = self.tr("Well-known variants in %n file(s) lie where %1 has them.", "", count)
            if chosen not in (None, build):
                words = self.tr("Well-known variants in %n file(s) lie where %1 has them, not where you say. Ask "
                                "whoever made the file before you send it.", "", count)  # fmt: skip
            if count:
                yield _sign(chosen, build, count, words)
        if not any(fitting.values()):
            yield _Sign("info", "text_soft", self.tr("Genoseal cannot tell: too few well-known variants are in there."))
        for build in BUILDS:
            count = sum(facts.header_build == build for facts in files)
            words = self.tr("The header of %n other file(s) in the list says %1.", "", count)
            if chosen not in (None, build):
                words = self.tr("The header of %n other file(s) in the list says %1. The files of one job must have "
                                "the same build.", "", count)  # fmt: skip
            if count:
                yield _sign(chosen, build, count, words)

    def _tell(self, chosen: str | None, words: str) -> None:
        """The words for screen readers; when the question comes up, it is read out."""
        for build, choice in self.choices.items():
            choice.setAccessibleName(self.tr("Genome build %1").replace("%1", build_words(build)))
            choice.setAccessibleDescription(words)
            choice.setAutoExclusive(chosen is not None)
            choice.setChecked(build == chosen)
            choice.setAutoExclusive(True)
        self.setAccessibleName(f"{self.title.text()} {words}")
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


class _SignRow(QWidget):
    """One line with its icon; hidden without words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Label("", wrap=True)
        self._icon = IconLabel(theme, "info", 1.2)
        row = horizontal(spacing=SPACE_S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.setLayout(row)
        self.hide()

    def show_sign(self, sign: _Sign | None) -> None:
        """Show it, or nothing."""
        if sign is not None:
            self._icon.set_icon(sign.icon, sign.colour)
            self.words.setText(sign.words)
            self.words.set_tone("caution" if sign.colour == "caution" else "")
        self.setVisible(sign is not None)


def _sign(chosen: str | None, build: str, count: int, words: str) -> _Sign:
    words = grouped(words, count).replace("%1", build_words(build))
    if chosen is None:
        return _Sign("info", "accent", words)
    return _Sign("circle-check", "good", words) if chosen == build else _Sign("triangle-alert", "caution", words)

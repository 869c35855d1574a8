"""Review: what the files are, what in them identifies somebody, what will leave, and the consent for it.

Before and after side by side: the header as it was with every identifier marked, and what of it stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from client.model.display import display_text
from client.model.job import CONSENT_REFERENCE
from client.model.service import Application
from ui.desktop.dialogs.job_choices import JobChoices
from ui.desktop.dialogs.sheet import Sheet
from ui.desktop.drop_words import dropped_words
from ui.desktop.error_words import explain_here, message_code
from ui.desktop.finding_words import class_words
from ui.desktop.i18n import grouped, translate
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_XS
from ui.desktop.views import FileView, HeaderLineView, ProfileView, SendOrder
from ui.desktop.widgets.approval_card import ApprovalCard
from ui.desktop.widgets.controls import Button, CheckBox, Choice, Field, IconLabel
from ui.desktop.widgets.finding_row import SEVERITY_ICON, finding_row
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, Card, clear_layout, horizontal, vertical
from ui.desktop.widgets.text import Label, PathLabel
from ui.desktop.words import build_words, count_words, join_words
from ui.identifying import identifying_places

CRYPT4GH = "crypt4gh"
MOST_HEADER_LINES = 400
MOST_LINE_CHARS = 300
MOST_BETWEEN_CHARS = 100
MOST_NAME_CHARS = 60
LEAST_SPLIT_EM = 42
"""Only in a dialog of this height what is confirmed stays in sight below what scrolls."""


class ReviewSheet(Sheet):
    """Shows the files; with a profile it also takes consent and its Send button accepts.

    `second_person` names the policy that wants one; then an approval has to be opened too, or the sheet ends with
    HAND_OVER and `hand_over_folder`. `left_behind`: so many files of the list need somebody first, and are not among
    `files`.
    """

    HAND_OVER = 2
    _confirm: QWidget | None = None

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        profile: ProfileView | None,
        files: Sequence[tuple[Path, FileView]],
        second_person: str = "",
        left_behind: int = 0,
    ) -> None:
        super().__init__(theme, parent, size_em=(64, 46))
        self._profile, self._files, self._left_behind = profile, list(files), left_behind
        sending = profile is not None
        self.entitle(self.tr("Review and send") if sending else self.tr("What was found"))
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_L)
        self.approval: ApprovalCard | None = None
        self.hand_over_folder: Path | None = None
        if sending and second_person:
            self.approval = ApprovalCard(theme, second_person)
            self.approval.hand_over_wanted.connect(self._hand_over)
            self.approval.changed.connect(self._consent_changed)
            self._column.addWidget(self.approval)
        self._column.addWidget(self._build_facts())
        if len(self._files) > 1:
            self._column.addLayout(self._build_choice())
        self._header_place, self._findings_place = QVBoxLayout(), QVBoxLayout()
        self.choices = JobChoices(theme)
        if not sending:
            # Whoever asks what was found looks for what to put right.
            self._column.addLayout(self._findings_place)
        self._column.addLayout(self._header_place)
        self._column.addWidget(self.choices)
        if sending:
            self._column.addLayout(self._findings_place)
        self._column.addStretch(1)
        self.scrolling(inner)
        self.consent: CheckBox | None = None
        self.reference = Field(self.tr("Consent reference"), placeholder=self.tr("for example H-21012345"),
                               name="consent-reference")  # fmt: skip
        close_button = self.add_close_button(self.tr("Back") if sending else self.tr("Close"))
        words = grouped(self.tr("Send %n file(s)", "", len(self._files)), len(self._files))
        self.send_button = Button(theme, words, kind="primary", icon="upload", name="confirm-send")
        if profile is not None:
            self._confirm = self._build_confirm(profile)
            self.body.addWidget(self._confirm)
            self.add_button(self.send_button, is_default=True)
            self.send_button.clicked.connect(self.accept)
            self._consent_changed()
        self._show_file(0)
        # Not a text of the header: what is above it would be scrolled away.
        (self.choice if len(self._files) > 1 else close_button).setFocus()

    def order(self) -> SendOrder:
        """What was confirmed."""
        assert self._profile is not None
        statement = self._profile.profile.consent[0] if self._profile.profile.consent else None
        return SendOrder(
            files=tuple(path for path, _facts in self._files),
            consent_version=statement.version if statement else "",
            consent_reference=self.reference.text().strip(),
            name=self.name.text().strip(),
            application=self.choices.chosen_application,
            parameters=self.choices.chosen_parameters,
            approval=self._approval_file(),
            build=self.chosen_build,
            site_list=self.site_list,
        )

    @property
    def chosen_build(self) -> str | None:
        """The genome build that the person said, where a header does not."""
        return next((facts.given_build for _path, facts in self._silent_files()), None)

    @property
    def site_list(self) -> Path | None:
        """The site list that the files were compared with."""
        return next((facts.site_list for _path, facts in self._files if facts.site_list is not None), None)

    def show_offer(self, offered: tuple[Application, ...]) -> None:
        """What the service can do was asked while the dialog was open."""
        if len(offered) > 1:
            # Which job it is comes first; parameters that can be left alone stay below what leaves.
            self._column.removeWidget(self.choices)
            self._column.insertWidget(1 if self.approval is None else 2, self.choices)
        said = self._builds()
        self.choices.show_offer(offered, said[0] if len(said) == 1 else "")
        self.order_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what is confirmed stands at the end of what scrolls: else nothing of what leaves is seen."""
        super().resizeEvent(event)
        if self._confirm is not None and self._is_confirmed_at_the_end != (self.height() < em_px() * LEAST_SPLIT_EM):
            self._move_confirm(self._confirm)

    @property
    def _is_confirmed_at_the_end(self) -> bool:
        return self._confirm is not None and self._column.indexOf(self._confirm) >= 0

    def _move_confirm(self, confirm: QWidget) -> None:
        focused = self.focusWidget()
        if self._is_confirmed_at_the_end:
            self.body.addWidget(confirm)
        else:
            self._column.insertWidget(self._column.count() - 1, confirm)
        if confirm.isAncestorOf(focused):
            focused.setFocus()
        self.order_tabs()
        self._consent_changed()

    # ---- building

    def _build_facts(self) -> QWidget:
        samples = max((facts.samples for _path, facts in self._files), default=0)
        records = sum(facts.records for _path, facts in self._files)
        kept = sum(facts.kept for _path, facts in self._files)
        removed = identifying_places(finding for _path, facts in self._files for finding in facts.findings)
        card = Card()
        row = QGridLayout()
        row.setHorizontalSpacing(SPACE_L)
        row.setVerticalSpacing(0)
        numbers = (
            (count_words(len(self._files)), self.tr("file(s)", "", len(self._files))),
            (count_words(samples), self.tr("sample name(s) become pseudonyms", "", samples)),
            (
                count_words(kept),
                self._sent_words(kept).replace("%1", count_words(records)),
            ),
            (count_words(removed), self.tr("identifying place(s) removed", "", removed)),
        )
        for column, (number, words) in enumerate(numbers):
            row.addWidget(Label(number, "number"), 0, column)
            row.addWidget(Label(words, "small", wrap=True), 1, column, Qt.AlignmentFlag.AlignTop)
            row.setColumnStretch(column, 1)
        card.body.addLayout(row)
        if words := self._build_words():
            card.body.addSpacing(SPACE_XS)
            card.body.addLayout(self._build_line(words))
        if self.site_list is not None:
            card.body.addLayout(self._site_list_line(self.site_list))
        if self._left_behind:
            words = self.tr("%n file(s) of the list are not sent with these; they need you first.", "",
                            self._left_behind)  # fmt: skip
            card.body.addLayout(self._line(grouped(words, self._left_behind), is_warning=True))
        return card

    def _sent_words(self, kept: int) -> str:
        if self._profile is None:
            # Perhaps it never is: something may be in the way.
            return self.tr("record(s) would be sent, of %1 read", "", kept)
        return self.tr("record(s) will be sent, of %1 read", "", kept)

    def _silent_files(self) -> list[tuple[Path, FileView]]:
        return [(path, facts) for path, facts in self._files if facts.asks_for_build]

    def _builds(self) -> list[str]:
        """What headers and the person say; more than one where files contradict each other."""
        said = {facts.header_build or facts.given_build for _path, facts in self._files}
        return sorted(build for build in said if build is not None)

    def _build_words(self) -> str:
        """The genome build that everything is sent as, and who says it."""
        chosen, silent = self.chosen_build, len(self._silent_files())
        both = sum(facts.header_says_both for _path, facts in self._silent_files())
        if chosen is not None:
            words = self.tr("Genome build %1: you chose it, for the header of %n file(s) does not say it.", "", silent)
            if both:
                # Also where other headers say nothing: what contradicts itself is what should be known.
                words = self.tr("Genome build %1: you chose it, for the header of %n file(s) names both.", "", both)
            return grouped(words, both or silent).replace("%1", build_words(chosen))
        said = self._builds()
        words = self.tr("Genome build %1, according to the headers of the files.")
        return words.replace("%1", join_words(*map(build_words, said))) if said else ""

    def _build_line(self, words: str) -> QHBoxLayout:
        is_doubtful = any(facts.is_build_doubtful for _path, facts in self._files)
        if is_doubtful:
            words += " " + self.tr("Well-known variants lie where the other build has them.")
        return self._line(words, is_warning=is_doubtful)

    def _site_list_line(self, file: Path) -> QHBoxLayout:
        name = PathLabel()
        name.show_name(file.name, 200)
        icon, colour = SEVERITY_ICON["info"]
        words = Label(self.tr("Compared with the site list"))
        line = horizontal(IconLabel(self.theme, icon, 1.3, colour), words, spacing=SPACE_M)
        line.addWidget(name, 1)
        return line

    def _line(self, words: str, *, is_warning: bool) -> QHBoxLayout:
        line = horizontal(spacing=SPACE_M)
        icon, colour = SEVERITY_ICON["warn" if is_warning else "info"]
        line.addWidget(IconLabel(self.theme, icon, 1.3, colour), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(words, wrap=True, tone="caution" if is_warning else ""), 1)
        return line

    def _build_choice(self) -> QVBoxLayout:
        names = [(str(number), display_text(path.name, 80)) for number, (path, _facts) in enumerate(self._files)]
        self.choice = Choice(self.theme, self.tr("File to look at"), names, name="review-file")
        self.choice.currentIndexChanged.connect(self._show_file)
        return vertical(horizontal(Label(self.tr("Look at"), "muted"), self.choice, None, spacing=SPACE_M))

    def _build_confirm(self, profile: ProfileView) -> QWidget:
        confirm = QWidget()
        is_crypt4gh = profile.profile.inbox.container == CRYPT4GH
        parts = [Banner(self.theme, "info", crypt4gh_words())] if is_crypt4gh else []
        confirm.setLayout(vertical(*parts, self._build_consent(profile), spacing=SPACE_M))
        return confirm

    def _build_consent(self, profile: ProfileView) -> QWidget:
        card = Card(spacing=SPACE_M)
        statement = profile.profile.consent[0] if profile.profile.consent else None
        self.consent = CheckBox(self.theme, label=self.tr("I confirm the consent statement"), name="consent")
        words = Label("", wrap=True)
        words.set_outside_text(statement.text if statement else self.tr("I may send these data to this service."), 2000)
        row = horizontal(spacing=SPACE_M)
        row.addWidget(self.consent, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        reference_label = Label(self.tr("Consent reference"), "muted")
        reference_label.setBuddy(self.reference)
        self.reference.setMinimumWidth(round(em_px() * 16))
        card.body.addLayout(row)
        self.reference_help = Label(
            self.tr("A file number in capital letters and digits, such as H-21012345. No name, no date of birth."),
            "small", wrap=True, tone="caution",
        )  # fmt: skip
        self.name = Field(self.tr("Name, for you only"), placeholder=self.tr("stays on this computer"), name="job-name")
        self.name.setMaxLength(MOST_NAME_CHARS)
        self.name.setMinimumWidth(round(em_px() * 18))
        name_label = Label(self.name.accessibleName(), "muted")
        name_label.setBuddy(self.name)
        pairs = ((reference_label, self.reference), (name_label, self.name))
        rows = (FoldingRow(*pair, spacing=SPACE_M, line_spacing=SPACE_XS) for pair in pairs)
        card.body.addWidget(FoldingRow(*rows, spacing=SPACE_L))
        card.body.addWidget(self.reference_help)
        if profile.profile.environment == "practice":
            self.reference.setText("PRACTICE-1")
        self.consent.toggled.connect(self._consent_changed)
        self.reference.textChanged.connect(self._consent_changed)
        return card

    def _consent_changed(self) -> None:
        confirmed = self.consent is not None and self.consent.isChecked()
        fits = re.fullmatch(CONSENT_REFERENCE, self.reference.text().strip()) is not None
        waits = self.approval is not None and self.approval.approval is None
        self.send_button.setEnabled(confirmed and fits and not waits)
        if waits:
            words = self.tr("Waits for the second person's approval.")
        elif self._is_confirmed_at_the_end and not self.send_button.isEnabled():
            words = self.tr("To send, confirm the statement at the end.")
        else:
            words = self.tr("Nothing has left this computer yet.")
        self.foot_words.setText(words)
        self.reference_help.setVisible(bool(self.reference.text().strip()) and not fits)

    def _approval_file(self) -> Path | None:
        approval = None if self.approval is None else self.approval.approval
        return None if approval is None else approval.file

    def _hand_over(self, folder: Path) -> None:
        self.hand_over_folder = folder
        self.done(self.HAND_OVER)

    def _show_file(self, number: int) -> None:
        clear_layout(self._header_place)
        clear_layout(self._findings_place)
        self._fill_places(*self._files[max(0, number)])
        self.order_tabs()

    def _fill_places(self, path: Path, facts: FileView) -> None:
        if facts.problem is not None:
            explanation = explain_here(facts.problem)
            banner = Banner(self.theme)
            banner.say("problem", f"{explanation.meaning} {explanation.next}".strip(), title=explanation.what,
                       code=message_code(explanation.code))  # fmt: skip
            self._header_place.addWidget(banner)
            return
        self._header_place.addWidget(_Header(self.theme, path.name, facts))
        order = {"block": 0, "warn": 1, "removed": 2, "info": 3}
        findings = sorted(facts.findings, key=lambda finding: order[finding.severity])
        if findings:
            card = Card(Label(self.tr("What was found"), "h2"), spacing=SPACE_M)
            for finding in findings:
                card.body.addLayout(finding_row(self.theme, finding))
            self._findings_place.addWidget(card)


def crypt4gh_words() -> str:
    """What it means that a service takes the archives' format."""
    return translate(
        "ReviewSheet",
        "This service takes Crypt4GH, the format of the archives: your files are sealed with ChaCha20-Poly1305, which "
        "is not AES-256. Only the service can open them, as ever.",
    )


class _Header(Card):
    """The header as it was, marked, beside what happens to it."""

    def __init__(self, theme: Theme, name: str, facts: FileView) -> None:
        super().__init__(spacing=SPACE_M)
        title = PathLabel("h2")
        title.show_name(name, 80)
        self.body.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_XS)
        before, after = QTextEdit(), QTextEdit()
        marks = facts.header[:MOST_HEADER_LINES]
        for column, (edit, words) in enumerate(
            (
                (before, self.tr("In your file: what identifies somebody is marked")),
                (after, self.tr("What leaves instead: a new header, nothing of yours")),
            )
        ):
            edit.setReadOnly(True)
            edit.setAcceptRichText(False)
            edit.setProperty("mono", True)
            # In one long line most of what is marked would lie out of sight.
            edit.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            edit.setAccessibleName(words)
            edit.setTabChangesFocus(True)
            edit.setMinimumHeight(round(em_px() * 13))
            grid.addWidget(Label(words, "small", wrap=True), 0, column)
            grid.addWidget(edit, 1, column)
            grid.setColumnStretch(column, 1)
        _write_before(before, marks, theme)
        after.setPlainText("\n".join(_shown(line) for line in facts.leaving))
        for edit in (before, after):
            _hang(edit)
        self.body.addLayout(grid)
        if facts.dropped:
            words = self.tr("Records that stay here: %1").replace("%1", dropped_words(facts.dropped))
            self.body.addWidget(Label(words, "small", wrap=True))
        hidden = len(facts.header) - len(marks)
        if hidden > 0:
            self.body.addWidget(Label(grouped(self.tr("… and %n more line(s)", "", hidden), hidden), "small"))


def _write_before(edit: QTextEdit, marks: Sequence[HeaderLineView], theme: Theme) -> None:
    cursor = edit.textCursor()
    plain, marked = QTextCharFormat(), QTextCharFormat()
    marked.setBackground(QColor(theme.tokens.problem_tint))
    marked.setForeground(QColor(theme.tokens.problem))
    # Underlined as well: colour alone would say nothing to many people.
    marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    for number, mark in enumerate(marks):
        if number:
            cursor.insertText("\n", plain)
        place = 0
        for start, end, kind in sorted(mark.spans):
            cursor.insertText(_shown(_between(mark.line[place:start])), plain)
            marked.setToolTip(class_words(kind))
            cursor.insertText(_shown(mark.line[max(place, start) : end]), marked)
            place = max(place, end)
        cursor.insertText(_shown(mark.line[place:]), plain)
    edit.moveCursor(QTextCursor.MoveOperation.Start)


def _hang(edit: QTextEdit) -> None:
    """What goes on in the next row stands further in, so that each line of the header has a beginning to be seen."""
    cursor, hanging = QTextCursor(edit.document()), QTextBlockFormat()
    indent = em_px() * 1.2
    hanging.setLeftMargin(indent)
    hanging.setTextIndent(-indent)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(hanging)


def _between(text: str) -> str:
    """What stands before something marked: of a long command line its beginning and what leads up to the mark."""
    if len(text) <= MOST_BETWEEN_CHARS:
        return text
    return f"{text[: MOST_BETWEEN_CHARS // 2]} … {text[-MOST_BETWEEN_CHARS // 2 :]}"


def _shown(text: str) -> str:
    return display_text(text.replace("\t", "  "), MOST_LINE_CHARS)

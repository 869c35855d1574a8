"""Under rules that want two people: what has to happen before the review's Send button works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from client.model.display import display_text
from client.model.handover import APPROVAL_NAME
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme
from ui.desktop.tokens import SPACE_M
from ui.desktop.views import ApprovalView
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.file_dialog import choose_file, choose_folder
from ui.desktop.widgets.folding import FoldingRow
from ui.desktop.widgets.frames import Banner, Card, horizontal, vertical
from ui.desktop.widgets.text import Label
from ui.desktop.words import time_words


class ApprovalCard(Card):
    """Two steps: prepare and hand over, then open what came back. It asks nobody itself.

    `hand_over_wanted(Path)`: prepare into that folder. `approval_chosen(Path)`: look at that file, and tell
    `show_approval` or `show_problem`. `changed`: `approval` is another one.
    """

    hand_over_wanted = Signal(object)
    approval_chosen = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, policy: str) -> None:
        super().__init__(spacing=SPACE_M)
        self.approval: ApprovalView | None = None
        title = Label(self.tr("A second person must approve"), "h2", wrap=True)
        head = horizontal(spacing=SPACE_M)
        head.addWidget(IconLabel(theme, "users-round", 1.6, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        rules = self.tr("The rules “%1” let nothing leave on one person's word. Nothing is sent before the approval is "
                        "here.").replace("%1", display_text(policy, 60))  # fmt: skip
        head.addLayout(vertical(title, Label(rules, "muted", wrap=True), spacing=2), 1)
        self.body.addLayout(head)
        self.prepare_button = Button(
            theme, self.tr("Prepare for approval…"), icon="folder-open", name="prepare-for-approval"
        )
        self.open_button = Button(theme, self.tr("Open the approval…"), icon="file-search", name="open-approval")
        self.prepare_button.clicked.connect(self._prepare)
        self.open_button.clicked.connect(self._open)
        for number, words, button in (
            ("1", self.tr("Prepare the files into an empty folder, and give that folder to the second person."),
             self.prepare_button),
            ("2", self.tr("When “%1” comes back, open it here; then send the same files.").replace("%1", APPROVAL_NAME),
             self.open_button),
        ):  # fmt: skip
            text = Label(words, wrap=True)
            row = horizontal(spacing=SPACE_M)
            row.addWidget(Label(number, "step"), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(vertical(text, FoldingRow(button)), 1)
            self.body.addLayout(row)
        self.banner = Banner(theme)
        self.body.addWidget(self.banner)

    def show_approval(self, approval: ApprovalView) -> None:
        """It fits the rules, a map of this computer, and is somebody else's."""
        self.approval = approval
        words = self.tr("%1 approved (%2). What is prepared now must be what was approved, byte for byte; anything "
                        "else is not sent.")  # fmt: skip
        words = words.replace("%1", display_text(approval.approver, 64)).replace("%2", time_words(approval.approved_at))
        self.banner.say("good", words, title=self.tr("Approved"))
        self.changed.emit()

    def show_problem(self, error: Exception) -> None:
        """The file that was chosen is no approval for this."""
        self.approval = None
        show_error(self.banner, error)
        self.banner.way_out.hide()
        self.changed.emit()

    def _prepare(self) -> None:
        folder = choose_folder(self, self.tr("Choose an empty folder for the second person"))
        if folder is not None:
            self.hand_over_wanted.emit(folder)

    def _open(self) -> None:
        file = choose_file(self, self.tr("Open the approval"), f"{APPROVAL_NAME} (*.json)")
        if file is not None:
            self.approval_chosen.emit(file)

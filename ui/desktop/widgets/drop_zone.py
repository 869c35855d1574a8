"""Where files come in: dropped, or chosen with the button, Enter or Space."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from ui.desktop.widgets.controls import Button, IconLabel
from ui.desktop.widgets.file_dialog import choose_files, choose_folder
from ui.desktop.widgets.frames import horizontal, vertical
from ui.desktop.widgets.text import Label, restyle

ACROSS_EM = 46
"""The compact field puts words and buttons side by side from this width on."""
VCF_SUFFIXES = (".vcf", ".vcf.gz", ".vcf.bgz", ".bcf")


class DropZone(QFrame):
    """Sends `chosen` with a list of paths; folders are passed on as they are."""

    chosen = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("drop-zone")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Add VCF files"))
        self.setAccessibleDescription(self.tr("Drop files or a folder here, or press Enter to choose files"))
        title = Label(self.tr("Drop VCF files or a folder here"), "h2", wrap=True)
        words = Label(
            self.tr("Sample names are replaced before anything leaves this computer. The originals are not changed."),
            "muted",
            wrap=True,
        )
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.files_button = Button(theme, self.tr("Choose files…"), icon="folder-open", name="choose-files")
        self.folder_button = Button(theme, self.tr("Choose a folder…"), kind="ghost", name="choose-folder")
        self.files_button.clicked.connect(self.choose_files)
        self.folder_button.clicked.connect(self.choose_folder)
        self._icon = IconLabel(theme, "cloud-upload", 2.3, "accent")
        self._small_icon = IconLabel(theme, "cloud-upload", 1.6, "accent")
        self._title, self._words = title, words
        self._stretch_before, self._stretch_after = QWidget(), QWidget()
        for stretch in (self._stretch_before, self._stretch_after):
            stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        texts = vertical(title, words, spacing=SPACE_XS)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(SPACE_M)
        self._row.addWidget(self._small_icon)
        self._row.addLayout(texts, 1)
        self._row.addLayout(horizontal(self._stretch_before, self.files_button, self.folder_button,
                                       self._stretch_after))  # fmt: skip
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(SPACE_S)
        self._layout.addStretch(1)
        self._layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addLayout(self._row)
        self._layout.addStretch(1)
        self._compact = True
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """One line once there are files to look at, a large inviting field before."""
        if compact == self._compact:
            return
        self._compact = compact
        self._icon.setVisible(not compact)
        self._words.setVisible(not compact)
        self._stretch_before.setVisible(not compact)
        self._turn()
        side = Qt.AlignmentFlag.AlignLeft if compact else Qt.AlignmentFlag.AlignHCenter
        self._title.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        vertical_margin = 10 if compact else 24
        self._layout.setContentsMargins(SPACE_L if compact else SPACE_M, vertical_margin, SPACE_M, vertical_margin)
        policy = QSizePolicy.Policy.Preferred if compact else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        across = self._compact and self.width() >= ACROSS_EM * em_px()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self._small_icon.setVisible(across)
        # Below the words the buttons keep their size; only beside the words nothing is left over.
        self._stretch_after.setVisible(not across)

    def choose_files(self) -> None:
        """Open the file dialog; what was picked goes out as `chosen`."""
        paths = choose_files(self, self.tr("Choose VCF files"), self.tr("VCF files (*.vcf *.vcf.gz *.vcf.bgz *.bcf)"))
        if paths:
            self.chosen.emit(paths)

    def choose_folder(self) -> None:
        """Open the folder dialog."""
        folder = choose_folder(self, self.tr("Choose a folder with VCF files"))
        if folder is not None:
            self.chosen.emit([folder])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose files."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose_files()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only files of this computer are welcome."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._set_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """The files are here."""
        self._set_hot(False)
        paths = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.chosen.emit(paths)

    def _set_hot(self, hot: bool) -> None:
        self.setProperty("hot", hot)
        restyle(self)


def local_paths(mime: QMimeData) -> list[Path]:
    """The local files and folders in a drag."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def vcf_files_of(paths: list[Path]) -> list[Path]:
    """`paths` with each folder replaced by the VCF and BCF files directly in it, sorted by name, each once.

    A folder that cannot be read stays as it is: whoever looks into it says why.
    """
    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(_files_in(path) if path.is_dir() else [path]))
        except OSError:
            found[path] = None
    return list(found)


def _files_in(folder: Path) -> list[Path]:
    named = (entry for entry in sorted(folder.iterdir()) if entry.name.lower().endswith(VCF_SUFFIXES))
    return [entry for entry in named if entry.is_file()]

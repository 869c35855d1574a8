"""Qt's own file dialog, without its memory.

The native GTK or portal dialogs and Qt's own keep lists of recent folders; Qt writes its list to QtProject.conf under
the user's home, and paths of patient files were found there. Qt's dialog reads and writes that list through QSettings,
whose path the launcher points at a folder that does not exist (`forget_file_dialog_history`), and the history is
emptied besides.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QSettings, QSize, QUrl
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QTreeView, QWidget

from ui.desktop.theme import em_px, room_for

SIZE_EM = (64, 38)
_KIND = 2
"""The column that says "gz File" of each."""
_COLUMNS_EM = {1: 7, 3: 12}
"""Size and date."""
_last_folder = Path.home()


def forget_file_dialog_history(nowhere: Path) -> None:
    """Send whatever Qt itself would store to `nowhere`, a folder that does not exist and cannot be made."""
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, scope, str(nowhere))


def choose_files(parent: QWidget, title: str, name_filter: str) -> list[Path]:
    """Ask for existing files; an empty list when the person changed their mind."""
    return _run(parent, title, QFileDialog.FileMode.ExistingFiles, name_filter)


def choose_file(parent: QWidget, title: str, name_filter: str) -> Path | None:
    """Ask for one existing file."""
    paths = _run(parent, title, QFileDialog.FileMode.ExistingFile, name_filter)
    return paths[0] if paths else None


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    paths = _run(parent, title, QFileDialog.FileMode.Directory, "")
    return paths[0] if paths else None


def choose_new_file(parent: QWidget, title: str, name_filter: str, proposed_name: str) -> Path | None:
    """Ask where to save; the dialog itself asks before an existing file is replaced."""
    paths = _run(parent, title, QFileDialog.FileMode.AnyFile, name_filter, proposed_name)
    return paths[0] if paths else None


def _make_room(dialog: QFileDialog) -> None:
    """File names of cohorts are long and differ at their ends; Qt's dialog is small and cuts them."""
    em = em_px()
    dialog.resize(QSize(round(em * SIZE_EM[0]), round(em * SIZE_EM[1])).boundedTo(room_for(dialog)))
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is not None:
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width_em in _COLUMNS_EM.items():
            tree.setColumnWidth(column, round(em * width_em))
        tree.hideColumn(_KIND)


def _run(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, name_filter: str, proposed_name: str = ""
) -> list[Path]:
    global _last_folder
    dialog = QFileDialog(parent, title, str(_last_folder))
    dialog.setOptions(QFileDialog.Option.DontUseNativeDialog | QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setHistory([])
    dialog.setSidebarUrls([QUrl.fromLocalFile(QDir.homePath()), QUrl.fromLocalFile(QDir.rootPath())])
    dialog.setFileMode(mode)
    if mode == QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    if name_filter:
        dialog.setNameFilter(name_filter)
    if mode == QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(proposed_name)
    _make_room(dialog)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    paths = [Path(name) for name in dialog.selectedFiles()] if accepted else []
    dialog.setHistory([])
    dialog.deleteLater()
    if paths:
        _last_folder = paths[0] if mode == QFileDialog.FileMode.Directory else paths[0].parent
    return paths

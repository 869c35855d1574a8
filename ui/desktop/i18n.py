"""The window's language: which ones there are, and how text outside a QObject is translated.

English is the source and has a catalogue of its own for plurals. `translate` is what pyside6-lupdate looks for in
functions; inside a QObject it is `self.tr`. Both take literal strings only, so that lupdate can collect them.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources import ROOT

LANGUAGES: tuple[tuple[str, str], ...] = (("en", "English"), ("da", "Dansk"), ("de", "Deutsch"))
"""Code and own name of each language. A new one has a territory below, and is a choice in `client.tasks.settings`."""

_TERRITORY = {"en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom), "da": QLocale("da_DK"),
              "de": QLocale("de_DE")}  # fmt: skip
_installed: list[QTranslator] = []


def translate(context: str, text: str) -> str:
    """`text` in the window's language."""
    return QCoreApplication.translate(context, text)


def translate_message(text: str) -> str:
    """A text of `ui.messages`, which is marked for lupdate there, in the window's language."""
    return QCoreApplication.translate("errors", text)


def grouped(words: str, number: int) -> str:
    """`words` with `number` in groups of three as the language has it; Qt's `%n` writes it without."""
    return words if abs(number) < 1000 else words.replace(str(number), QLocale().toString(number), 1)


class Plural:
    """Plurals outside a QObject. lupdate finds plurals only in calls of `tr`; the name before it is the context."""

    def tr(self, text: str, comment: str, number: int) -> str:
        """`text` with `%n` replaced, in the form that fits the number."""
        return grouped(QCoreApplication.translate("plural", text, comment or None, number), number)


plural = Plural()


def system_language() -> str:
    """The first of the person's languages that there is a catalogue for, else English."""
    known = {code for code, _name in LANGUAGES}
    for name in QLocale.system().uiLanguages():
        code = name.split("-")[0].split("_")[0].lower()
        if code in known:
            return code
    return "en"


def use_language(code: str) -> None:
    """Load our catalogue and Qt's own for `code` (an unknown one means English), and write numbers that way too."""
    application = QCoreApplication.instance()
    if application is None:
        return
    while _installed:
        application.removeTranslator(_installed.pop())
    code = code if code in _TERRITORY else "en"
    QLocale.setDefault(_TERRITORY[code])
    of_qt, ours = QTranslator(application), QTranslator(application)
    is_loaded = (
        of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ours.load(_catalogue(code)),
    )
    for translator, loaded in zip((of_qt, ours), is_loaded, strict=True):
        if loaded:
            application.installTranslator(translator)
            _installed.append(translator)


@cache
def _catalogue(code: str) -> bytes:
    """Our catalogue, in memory for good: Qt would map the file, and an update that writes into a mapped file kills the
    process. Qt keeps no copy either, so the bytes stay."""
    return (ROOT / "translations" / f"genoseal_{code}.qm").read_bytes()

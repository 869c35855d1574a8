"""What the service is asked to do with a submission, where it offers a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from client.model.display import display_text
from client.model.service import Application
from ui.desktop.theme import Theme, em_px
from ui.desktop.tokens import SPACE_M
from ui.desktop.widgets.controls import Choice, Field
from ui.desktop.widgets.text import Label

MOST_CHARS = 60
BUILD_PARAMETER = "build"
LABEL_EM = 11
EDITOR_EM = (10, 22)
"""At least and at most."""


class JobChoices(QWidget):
    """Applications and their parameters, once `show_offer` brought them; hidden where there is nothing to choose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offered: tuple[Application, ...] = ()
        self._build = ""
        self._parameters: dict[str, Choice | Field] = {}
        self.application = Choice(theme, self.tr("What the service does"), (), name="application")
        self.application.activated.connect(self._application_chosen)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setColumnStretch(1, EDITOR_EM[1])
        self._grid.setColumnStretch(2, 1)
        self._rows: list[QWidget] = []
        self._application_label = self._add(self.application.accessibleName(), self.application)
        self.hide()

    def show_offer(self, offered: Sequence[Application], build: str = "") -> None:
        """Let the person choose among `offered`; one application without parameters is no choice.

        A parameter that asks for the genome build of the files begins with `build`, which is known by now.
        """
        self._offered, self._build = tuple(offered), build
        self.application.set_options([(one.id, display_text(one.name, MOST_CHARS)) for one in offered])
        several = len(self._offered) > 1
        self._application_label.setVisible(several)
        self.application.setVisible(several)
        self._application_chosen()
        self.setVisible(several or bool(self._parameters))

    @property
    def chosen_application(self) -> str | None:
        """The application's id, None where the person was not asked."""
        return self.application.value() if len(self._offered) > 1 else None

    @property
    def chosen_parameters(self) -> dict[str, str]:
        """What was set; parameters that the person left alone are not named to the service."""
        typed = {
            name: editor.value() if isinstance(editor, Choice) else editor.text().strip()
            for name, editor in self._parameters.items()
        }
        return {name: value for name, value in typed.items() if value}

    def _application_chosen(self) -> None:
        for widget in self._rows:
            widget.hide()
            widget.deleteLater()
        self._rows, self._parameters = [], {}
        chosen = next((one for one in self._offered if one.id == self.application.value()), None)
        for parameter in chosen.parameters if chosen is not None else ():
            label = display_text(parameter.name, MOST_CHARS)
            editor: Choice | Field
            if parameter.values:
                values = [(value, display_text(value, MOST_CHARS)) for value in parameter.values]
                editor = Choice(self._theme, label, [("", self.tr("the service's own")), *values])
                if parameter.name == BUILD_PARAMETER:
                    editor.set_value(self._build)
            else:
                editor = Field(label)
            editor.setObjectName(f"parameter-{label}")
            self._parameters[parameter.name] = editor
            self._rows += [self._add(label, editor), editor]

    def _add(self, words: str, editor: QWidget) -> Label:
        label = Label(words, "muted", wrap=True)
        label.setBuddy(editor)
        em = em_px()
        label.setFixedWidth(round(em * LABEL_EM))
        editor.setMinimumWidth(round(em * EDITOR_EM[0]))
        editor.setMaximumWidth(round(em * EDITOR_EM[1]))
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(editor, row, 1)
        return label

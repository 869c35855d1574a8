"""What the steps of setting up the second factor share: what they work with, and how they wait for the core."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.desktop.bridge import Bridge, Work
from ui.desktop.core import FactorCore
from ui.desktop.error_words import show_error
from ui.desktop.theme import Theme
from ui.desktop.views import AccountView, FactorSetup
from ui.desktop.wizards.frame import Step

LARGEST_CLOCK_OFFSET_S = 30


class FactorContext:
    """What the steps share: the core, the bridge, and the setup while it is needed."""

    def __init__(self, core: FactorCore, bridge: Bridge, *, replaces: bool = False, invitation: str = "") -> None:
        self.core, self.bridge, self.replaces, self.invitation = core, bridge, replaces, invitation
        self.setup: FactorSetup | None = None
        self.codes: tuple[str, ...] = ()
        self.account: AccountView | None = None

    @property
    def label(self) -> str:
        """What the app must show."""
        return "" if self.setup is None else f"{self.setup.issuer} · {self.setup.account}"

    def forget(self) -> None:
        """Drop the secret and the codes."""
        self.setup, self.codes = None, ()


class AskingStep(Step):
    """A step that goes on when the core has answered; Continue rests meanwhile."""

    def __init__(self, theme: Theme, context: FactorContext) -> None:
        super().__init__(theme)
        self._context = context
        self.is_asking = False

    def ask(self, work: Work, answered: Callable[[Any], None]) -> None:
        """Run `work`; an error is shown, and the person can try again."""
        self.is_asking = True
        self.ready_changed.emit()
        self._context.bridge.run(work, done=answered, failed=self._refused, lane="factor")

    def answer_came(self) -> None:
        """To be called by `answered` before anything else."""
        self.is_asking = False

    def _refused(self, error: Exception) -> None:
        self.is_asking = False
        show_error(self.banner, error)
        self.ready_changed.emit()

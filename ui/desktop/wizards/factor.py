"""Setting up the second factor in six steps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desktop.theme import Theme
from ui.desktop.wizards.factor_app_steps import AddAccountStep, BeforeStep, TypeCodeStep
from ui.desktop.wizards.factor_context import FactorContext
from ui.desktop.wizards.factor_recovery_steps import CheckCodeStep, FinishedStep, RecoveryCodesStep
from ui.desktop.wizards.frame import StepWizard


class FactorWizard(StepWizard):
    """Nothing is active before step 5 has passed; whoever closes it earlier still has the old factor, or none."""

    def __init__(self, theme: Theme, parent: QWidget | None, context: FactorContext) -> None:
        self.context = context
        self.before = BeforeStep(theme, context)
        self.add_account = AddAccountStep(theme, context)
        self.type_code = TypeCodeStep(theme, context)
        self.recovery_codes = RecoveryCodesStep(theme, context)
        self.check_code = CheckCodeStep(theme, context)
        self.last = FinishedStep(theme, context)
        steps = (self.before, self.add_account, self.type_code, self.recovery_codes, self.check_code, self.last)
        super().__init__(theme, parent, steps, "")
        self.foot.setText(self.tr("On the phone with the helpdesk? Tell them the step number."))

    def done(self, result: int) -> None:
        """Forget the secret whichever way the dialog closes."""
        super().done(result)
        self.context.forget()

"""The stand-in behind the pictures of the helpdesk's page: an invented account, no service, no secret."""

from __future__ import annotations

from ui.desktop.views import AccountView, CodeJudgement, FactorSetup


class GuideCore:
    """Just what the wizard's first five steps ask of a core."""

    def begin_factor(self, invitation: str) -> FactorSetup:
        """An account that nobody has."""
        return FactorSetup("Genoseal", "anna.holm", "otpauth://totp/none", "")

    def begin_new_factor(self, code: str, *, is_recovery_code: bool) -> FactorSetup:
        """The same."""
        return self.begin_factor("")

    def check_factor_code(self, typed: str) -> CodeJudgement:
        """What the page shows in step 3."""
        return CodeJudgement("3-B")

    def confirm_factor_code(self, typed: str) -> tuple[CodeJudgement, tuple[str, ...]]:
        """No codes."""
        return CodeJudgement("3-B"), ()

    def activate_factor(self, recovery_code: str) -> AccountView:
        """Nobody."""
        return AccountView(None, "")

    def clock_offset_s(self) -> float:
        """Clocks agree."""
        return 0.0

    def practice_code(self) -> str | None:
        """No phone."""
        return None

"""The part of the core for the window's tests that the activity log and the checks of this computer ask."""

from __future__ import annotations

from pathlib import Path

from ui.desktop.views import ActivityJudgement, ActivityRow, CheckView


class FakeRecords:
    """Remembers what it was asked; set `raises[name]` to an error."""

    def __init__(self) -> None:
        self.raises: dict[str, Exception] = {}
        self.asked: list[tuple[str, object]] = []

    def _note(self, name: str, argument: object = None) -> None:
        self.asked.append((name, argument))
        if name in self.raises:
            raise self.raises[name]

    def calls(self, name: str) -> list[object]:
        return [argument for called, argument in self.asked if called == name]

    def activity(self) -> tuple[ActivityRow, ...]:
        self._note("activity")
        return (
            ActivityRow(1, "2026-11-20T09:00:00Z", "profile.installed", {"serial": 7}),
            ActivityRow(2, "2026-11-20T09:03:00Z", "account.signed_in", {"method": "totp", "store": "keyring"}),
            ActivityRow(3, "2026-11-21T10:00:00Z", "submission.sent", {"files": 22, "job": "job-20261121-1"}),
        )

    def verify_activity(self) -> ActivityJudgement:
        self._note("verify_activity")
        return ActivityJudgement(3, 3, "job-20261121-1", "2026-11-21T10:00:00Z", None)

    def export_activity(self, file: Path) -> int:
        self._note("export_activity", file)
        return 3

    def checks(self) -> tuple[CheckView, ...]:
        self._note("checks")
        return (
            CheckView("program", True, "fine", {"version": "0.1.0", "python": "3.11.9", "system": "linux"}),
            CheckView("keyring", True, "unlocked"),
            CheckView("encryption", True, "on"),
            CheckView("screen-lock", None, "unknown"),
            CheckView("tls", False, "inspected", {"issuer": "CN=Corp CA", "tls_version": "TLSv1.3"}),
            CheckView("clock", True, "right", {"seconds": 0}),
        )

    def diagnostics(self) -> str:
        self._note("diagnostics")
        return '{\n  "schema": 1,\n  "checks": []\n}'

    def save_diagnostics(self, text: str, file: Path) -> None:
        self._note("save_diagnostics", file)

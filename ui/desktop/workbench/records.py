"""Records and checks: the activity log, the workstation check, the diagnostics bundle."""

from __future__ import annotations

from pathlib import Path

from client.tasks import activity, bundle, doctor
from ui.desktop.views import ActivityJudgement, ActivityRow, CheckView
from ui.desktop.workbench.lanes import Lanes


class Records(Lanes):
    """The activity log, the workstation check and what the helpdesk is given."""

    def activity(self) -> tuple[ActivityRow, ...]:
        with self._at("core") as workplace:
            return tuple(
                ActivityRow(number, "", "", {})
                if line is None
                else ActivityRow(number, line.time, line.event, line.facts)
                for number, line in enumerate(activity.show_activity(workplace), 1)
            )

    def verify_activity(self) -> ActivityJudgement:
        with self._at("core") as workplace:
            verdict = activity.verify_activity(workplace)
            return ActivityJudgement(
                verdict.lines,
                verdict.complete_until,
                verdict.complete_up_to_job,
                verdict.complete_up_to_time,
                verdict.problem,
            )

    def export_activity(self, file: Path) -> int:
        with self._at("core") as workplace:
            return activity.export_activity(workplace, file, force=True)

    def checks(self) -> tuple[CheckView, ...]:
        with self._at("checks") as workplace:
            found = doctor.run_checks(workplace)
        return tuple(CheckView(check.name, check.ok, check.state, check.facts) for check in found)

    def diagnostics(self) -> str:
        with self._at("checks") as workplace:
            return bundle.build_bundle(workplace, doctor.run_checks(workplace))

    def save_diagnostics(self, text: str, file: Path) -> None:
        with self._at("core") as workplace:
            bundle.save_bundle(workplace, text, file, force=True)

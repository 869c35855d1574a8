"""An outbox with fakes around it: real ledger, spool, workers and pipe; a service in a folder; fake preparing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from client.model.clock import Clock
from client.model.folders import PrivateFolders
from client.model.transfer import SubmissionOutcome, TransferProgress, TransferState
from client.network.retry import RetryPolicy
from client.transfer.outbox import Outbox
from client.transfer.runner import RunSettings
from tests.support.fake_service import FakeDesk, fake_prepare, no_checks
from tests.support.outbox_samples import VAULT_KEY, fixed_clock, sample_plan


@dataclass
class Bench:
    """What a test of the outbox works with."""

    folder: Path
    desk: FakeDesk
    settings: RunSettings
    home: str = "home"
    clock: Clock = fixed_clock

    @property
    def folders(self) -> PrivateFolders:
        return PrivateFolders(self.folder / self.home)

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.folders, VAULT_KEY, self.clock, self.settings)

    def source(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def queue(self, *contents: bytes) -> str:
        start = len(list(self.folder.glob("source-*")))
        paths = [self.source(f"source-{start + i}.vcf", content) for i, content in enumerate(contents)]
        return self.outbox.queue(sample_plan(), paths)

    def run(
        self, submission_id: str | None = None, on_progress: Callable[[TransferProgress], None] = lambda _p: None
    ) -> dict[str, SubmissionOutcome]:
        return self.outbox.run(submission_id, lambda: self.desk, on_progress)

    def state(self, submission_id: str) -> TransferState:
        return next(t.state for t in self.outbox.transfers() if t.submission_id == submission_id)

    def spooled(self) -> list[str]:
        return sorted(path.name for path in self.folders.outbox.iterdir() if path.suffix in (".body", ".part"))


def make_bench(folder: Path) -> Bench:
    settings = RunSettings(
        fake_prepare,
        no_checks,
        retry=RetryPolicy(first_wait_s=0.01, longest_wait_s=0.02),
    )
    return Bench(folder, FakeDesk(folder / "service"), settings)

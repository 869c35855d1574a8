"""What was made here for one submission alone goes with it when it ended without a job: its map, its result keys."""

from __future__ import annotations

from contextlib import suppress

from client.jobs.receipts import ReceiptStore
from client.model.errors import ClientError
from client.tasks.maps import load_map_by_id, map_file
from client.tasks.result_keys import result_key_store
from client.tasks.workplace import Workplace
from client.transfer.outbox import KeptPlan, Outbox
from prep.errors import PrepError

OWN_MAP = "own_map"
"""In a submission's declaration: its map was made for it, and no file was named to keep it in."""


def remove_leftovers(workplace: Workplace, outbox: Outbox, submission_id: str) -> None:
    """Remove the map and result keys of a submission that failed or was cancelled before any job came of it.

    A map that the user named, or that another submission, a receipt or another job uses, stays. So does what cannot be
    judged or removed now: it is encrypted, and too much kept is better than results that nobody can open.
    """
    with suppress(ClientError, PrepError, OSError):
        _remove(workplace, outbox, submission_id)


def _remove(workplace: Workplace, outbox: Outbox, submission_id: str) -> None:
    plans = outbox.kept_plans()
    ended = next((plan for plan in plans if plan.submission_id == submission_id), None)
    receipts = ReceiptStore(workplace.folders.receipts, workplace.clock)
    if ended is None or ended.declaration is None or not ended.has_no_job:
        return
    if receipts.find_submission(submission_id) is not None:
        return
    result_key_store(workplace).forget_submission(submission_id)
    map_id = ended.declaration.get("map_id")
    if ended.declaration.get(OWN_MAP) and isinstance(map_id, str) and not _is_used(workplace, map_id, ended, plans):
        map_file(workplace, map_id).unlink(missing_ok=True)


def _is_used(workplace: Workplace, map_id: str, ended: KeptPlan, plans: tuple[KeptPlan, ...]) -> bool:
    """Whether anything else may need the map; what cannot be read counts as a use."""
    others = [plan for plan in plans if plan is not ended and not plan.has_no_job]
    if any(plan.declaration is None or plan.declaration.get("map_id") == map_id for plan in others):
        return True
    receipts = ReceiptStore(workplace.folders.receipts, workplace.clock)
    try:
        if any(receipts.load(file.stem).map_id == map_id for file in workplace.folders.receipts.glob("*.json")):
            return True
        return bool(load_map_by_id(workplace, map_id).jobs)
    except (ClientError, PrepError, OSError):
        return True

"""Fetch a job's results: verified against the signed list, opened in a worker without network, names put back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from client.jobs.errors import ResultStoppedError
from client.jobs.receipts import ReceiptStore
from client.jobs.result_download import Download
from client.jobs.results import (
    FetchedResult,
    ResultChoices,
    fetch_results,
    of_other_bytes,
    require_result_manifest,
    require_results_ready,
)
from client.model.errors import ClientError
from client.secrets.file_lock import FileLock
from client.tasks.connection import open_account
from client.tasks.errors import about
from client.tasks.facts import Progress, TaskProgress
from client.tasks.maps import load_map_by_id
from client.tasks.opened_result import restore_opened_result
from client.tasks.preferences import load_preferences
from client.tasks.profile import require_installed_profile
from client.tasks.rate import at_most_ten_a_second
from client.tasks.result_keys import result_key_store
from client.tasks.workplace import Workplace


def results_place(workplace: Workplace, job: str) -> Path | None:
    """Where the results of `job` go by the settings: a folder of its own in `results_folder`. None where none is set.

    Names of results are the same for every job; two jobs in one folder would replace each other's.
    """
    folder = load_preferences(workplace).text("results_folder")
    return Path(folder) / job if folder else None


def fetch_job_results(
    workplace: Workplace,
    job: str,
    out: Path,
    *,
    names: Sequence[str] | None = None,
    keep_pseudonyms: bool = False,
    force: bool = False,
    progress: Progress | None = None,
    should_stop: Callable[[], bool] = lambda: False,
    on_left_out: Callable[[str], None] = lambda name: None,
    on_wait: Callable[[], None] = lambda: None,
) -> tuple[FetchedResult, ...]:
    """Download, verify, open and restore the results of `job` into `out`. `on_left_out` hears of `of_other_bytes`.

    `on_wait` is called once where another process fetches results of this job, which is waited for.
    Raises JobUnknownError (no receipt here), JobNotFinishedError, JobWithoutResultsError, ResultKeyMissingError,
    NoSuchMapError, and what `client.jobs.results` raises.
    """
    installed = require_installed_profile(workplace)
    try:
        stored = ReceiptStore(workplace.folders.receipts, workplace.clock).load(job)
    except ClientError as error:
        raise about(error, job) from error
    private_key = result_key_store(workplace).load(stored.reference.result_recipient)
    # Before anything is fetched: without the map the results could only be opened under pseudonyms.
    map_json = None if keep_pseudonyms else load_map_by_id(workplace, stored.map_id).to_json_bytes()
    with (
        _one_at_a_time(workplace.folders.receipts / f"{job}.json", on_wait, should_stop),
        open_account(workplace, installed) as account,
    ):
        require_results_ready(account.api.job(job).job.state)
        token = account.api.result_manifest(job)
        manifest = require_result_manifest(token, stored, installed.signed, workplace.clock())
        if names is None:
            for name in of_other_bytes(manifest, keep_pseudonyms=keep_pseudonyms):
                on_left_out(name)
        places = {entry.name: number for number, entry in enumerate(manifest.results, 1)}
        report = None if progress is None else at_most_ten_a_second(progress)

        def on_bytes(name: str, received: int, total: int) -> None:
            if report is not None:
                report(TaskProgress("download", name, places[name], len(places), received, total))

        def on_opened(result: FetchedResult) -> None:
            # One by one: what is here stays when a later one fails.
            workplace.note("results.downloaded", job=job, results=1, bytes=result.bytes)
            if result.names == "original":
                workplace.note("names.restored", job=job, files=1, map=stored.map_id)

        return fetch_results(
            manifest,
            Download(account.api, job, workplace.folders.results / job, on_bytes, should_stop),
            private_key,
            replace(ResultChoices(out), names=names, keep_pseudonyms=keep_pseudonyms, force=force),
            pseudonym_map=map_json,
            restorer=restore_opened_result,
            opened=on_opened,
        )


def _one_at_a_time(
    receipt: Path, on_wait: Callable[[], None], should_stop: Callable[[], bool]
) -> AbstractContextManager[None]:
    """Two fetches of one job would take each other's half-made files away. Locked is what every job has: its receipt.

    Entering raises ResultStoppedError.
    """

    def pause(seconds: float) -> None:
        if should_stop():
            raise ResultStoppedError
        time.sleep(seconds)

    return FileLock(receipt).held(on_wait, pause)

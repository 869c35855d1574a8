"""What the desk has done on the bridge's lanes, as far as it is more than one call."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from client.model.transfer import TransferProgress
from ui.desktop.bridge import Report
from ui.desktop.core import Core
from ui.desktop.views import FileView, SendOrder


class LookedInto(NamedTuple):
    """What was found in the staged file `key`."""

    key: str
    facts: FileView


class Inspection:
    """Looking into one staged file; answers None where it was stopped before it began."""

    def __init__(self, core: Core, key: str, path: Path, build: str | None, site_list: Path | None) -> None:
        self._core, self._key, self._path, self._build, self._site_list = core, key, path, build, site_list

    def __call__(self, report: Report, stop: threading.Event) -> LookedInto | None:
        if stop.is_set():
            return None
        try:
            return LookedInto(self._key, self._core.inspect(self._path, self._build, self._site_list))
        except Exception as error:
            facts = FileView(self._path.name, problem=error, given_build=self._build, site_list=self._site_list)
            error.looked_into = LookedInto(self._key, facts)  # type: ignore[attr-defined]
            raise


class ListReading:
    """Reading a site list once, to know that it is one; answers, and marks its error, with itself."""

    def __init__(self, core: Core, file: Path) -> None:
        self._core, self.file = core, file

    def __call__(self, report: Report, stop: threading.Event) -> ListReading:
        try:
            self._core.check_site_list(self.file)
        except Exception as error:
            error.reading = self  # type: ignore[attr-defined]
            raise
        return self


class Queueing:
    """One submission into the outbox, for whoever drives it already."""

    def __init__(self, core: Core, order: SendOrder, keys: tuple[str, ...]) -> None:
        self._core, self._order, self._keys = core, order, keys

    def __call__(self, report: Report, stop: threading.Event) -> tuple[str, ...]:
        try:
            self._core.queue(self._order)
        except Exception as error:
            error.queued_keys = self._keys  # type: ignore[attr-defined]
            raise
        return self._keys


def together(moving: dict[str, TransferProgress]) -> TransferProgress:
    """Several submissions as one, for the bar over all files: the first, with the files of all."""
    first = next(iter(moving.values()))
    if len(moving) == 1:
        return first
    return replace(first, files=tuple(file for progress in moving.values() for file in progress.files))

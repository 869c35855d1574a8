"""A line in the activity log for files that were refused: the code of what stopped them, and nothing of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from client.model.errors import ClientError
from client.tasks.workplace import Workplace
from prep.errors import PrepError

_INPUT_NEEDS_SOMEBODY, _RECHECK_FAILED = 3, 4


@contextmanager
def noting_refusal(workplace: Workplace) -> Iterator[None]:
    """Write `files.refused` where the block stops because of what the files are; the error goes on as it is."""
    try:
        yield
    except (PrepError, ClientError) as error:
        if error.exit_code in (_INPUT_NEEDS_SOMEBODY, _RECHECK_FAILED):
            workplace.note_where_kept("files.refused", code=error.code)
        raise

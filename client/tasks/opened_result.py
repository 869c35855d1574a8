"""What the process that opens a result runs. It imports little: one such process is started for each result."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from client.seal.errors import DiskFullError, OutputFailedError
from prep import errors as prep_errors
from prep.pseudonyms import parse_pseudonym_map
from prep.restoration import restore


def restore_opened_result(source: Path, sink: BinaryIO, map_json: bytes) -> None:
    """Put names back into one opened result. A `client.jobs.result_worker.Restorer`.

    Raises DiskFullError and OutputFailedError, which are the output's, and what `restore` raises of the result.
    """
    try:
        restore(source, sink, parse_pseudonym_map(map_json))
    except prep_errors.OutputError as error:
        is_full = isinstance(error, prep_errors.DiskFullError)
        raise (DiskFullError if is_full else OutputFailedError) from None

"""The activity log as a table for auditors."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from client.audit.errors import AuditExportExistsError, AuditWriteError
from client.audit.log import ActivityLog
from client.model.display import csv_cell
from client.seal.errors import DiskFullError, OutputExistsError, OutputFailedError
from client.seal.private_output import private_output

_COLUMNS = ("number", "time", "event", "facts", "previous", "hash")
_UNREADABLE = "log.unreadable"


def export_csv(log: ActivityLog, out: Path, force: bool = False) -> int:
    """Write all lines as CSV (UTF-8, RFC 4180, 0600) and return how many; unreadable ones are listed as such.

    Every cell is made harmless for screens and spreadsheets. Raises AuditExportExistsError and AuditWriteError.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    number = 0
    for number, line in enumerate(log.iter_entries(), start=1):
        if line is None:
            writer.writerow([number, "", _UNREADABLE, "", "", ""])
            continue
        facts = "; ".join(f"{name}={value}" for name, value in sorted(line.facts.items()))
        cells = (line.time, line.event, facts, line.previous, line.hash)
        writer.writerow([number, *(csv_cell(cell, max_chars=4096) for cell in cells)])
    try:
        with private_output(out, force=force) as sink:
            sink.write(text.getvalue().encode())
    except OutputExistsError:
        raise AuditExportExistsError from None
    except DiskFullError:
        raise AuditWriteError(reason="ENOSPC") from None
    except OutputFailedError:
        raise AuditWriteError(reason="OTHER") from None
    return number

"""The tamper-evident activity log."""

from __future__ import annotations

from client.audit.export import export_csv
from client.audit.lines import ActivityLine
from client.audit.log import ANCHOR_NAME, EMPTY_LOG, ActivityLog, AnchorStore
from client.audit.verify import AuditVerdict, ReceiptAnchor, require_intact

__all__ = [
    "ANCHOR_NAME",
    "EMPTY_LOG",
    "ActivityLine",
    "ActivityLog",
    "AnchorStore",
    "AuditVerdict",
    "ReceiptAnchor",
    "export_csv",
    "require_intact",
]

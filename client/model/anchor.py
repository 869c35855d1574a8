"""Where the activity log stood at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class LogAnchor:
    """Head (hex SHA-256 of the last line) and number of lines of the activity log at one moment."""

    head: str
    count: int

    def to_claims(self) -> dict[str, Any]:
        return {"head": self.head, "count": self.count}

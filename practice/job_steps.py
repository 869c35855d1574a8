"""The steps of a job as a client sees them: names, states, and messages written for people."""

from __future__ import annotations

import json
from typing import Any

STEP_NAMES = ("Input Validation", "Quality Control", "Practice Analysis", "Sealing Results")


def new_steps() -> str:
    """The steps of a job that waits, as they are kept in the database."""
    return json.dumps([{"name": name, "state": "waiting", "messages": []} for name in STEP_NAMES])


def parse_steps(text: str) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = json.loads(text)
    return steps


def end_steps(text: str, state: str, messages: list[dict[str, str]]) -> str:
    """The step that runs (or would run next) ends as `state` with the messages; later ones become `cancelled`."""
    steps = parse_steps(text)
    ended = False
    for step in steps:
        if step["state"] == "succeeded":
            continue
        step["state"] = "cancelled" if ended else state
        if not ended:
            step["messages"].extend(messages)
        ended = True
    return json.dumps(steps)

"""What a screen reader finds in another process: run by the system's own Python, which has the bindings (python3-gi).

    /usr/bin/python3 tests/support/atspi_walk.py PROCESS_ID

One JSON list goes to stdout: for each thing that is showing its role, name, description, text and whether the
keyboard can stop there.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 (needs the version first)

MOST = 3000


def application(process_id):
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(number)
        if child is not None and child.get_process_id() == process_id:
            return child
    return None


def facts(thing):
    states = thing.get_state_set()
    text = thing.get_text_iface()
    count = Atspi.Text.get_character_count(text) if text is not None else 0
    return {
        "role": thing.get_role_name(),
        "name": thing.get_name() or "",
        "description": thing.get_description() or "",
        "text": Atspi.Text.get_text(text, 0, min(count, 5000)) if count else "",
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "showing": states.contains(Atspi.StateType.SHOWING),
    }


def walk(thing, found, depth=0):
    if thing is None or len(found) >= MOST or depth > 60:
        return
    one = facts(thing)
    if depth and not one["showing"]:
        return
    found.append(one)
    for number in range(min(thing.get_child_count(), 300)):
        walk(thing.get_child_at_index(number), found, depth + 1)


def main():
    deadline = time.monotonic() + 20
    root = None
    while root is None and time.monotonic() < deadline:
        root = application(int(sys.argv[1]))
        time.sleep(0.1)
    found = []
    walk(root, found)
    json.dump(found, sys.stdout)


main()

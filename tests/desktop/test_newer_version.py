"""The window says that a newer version is out, in its own words, and goes on without an answer."""

from __future__ import annotations

from client.institution.errors import LatestRefusedError
from tests.desktop.conftest import OpenWindow
from tests.support.desktop_core import FakeCore


def test_a_newer_version_is_announced_above_every_page_and_only_while_it_is_one(open_window: OpenWindow) -> None:
    core = FakeCore()
    core.newest = "0.2.0"
    opened = open_window(core)
    strip = opened.window.notices
    for name in ("send", "jobs", "help"):
        opened.window.show_page(name)
        assert strip.isVisibleTo(opened.window)
    assert "0.2.0" in strip.newer_version.words
    assert "Your institution installs it" in strip.newer_version.words
    core.raises["newer_version"] = LatestRefusedError()
    strip.look()
    opened.wait_idle()
    assert not strip.isVisibleTo(opened.window)

"""The Results page: fetched, stopped, shown, and where they go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from client.jobs.errors import ResultStoppedError
from client.model.site_numbers import SiteNumbers
from tests.desktop.conftest import OpenWindow
from tests.support.desktop_core import FakeCore
from tests.support.desktop_facts import job


def test_results_are_fetched_opened_and_shown(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    core.job_list = [job()]
    core.numbers = SiteNumbers(1234, (1, 2), (3, 4), 0.98, ((0.1, 0.1), (0.2, 0.9)), 1)
    opened = open_window(core)
    opened.window.show_page("results")
    opened.wait_idle()
    page = opened.window.results_page
    page.fetch("job-20261121-1", tmp_path)
    opened.wait_idle()
    assert core.calls("results") == [("job-20261121-1", False)]
    assert page.plots_card.isVisibleTo(page)
    assert "1,234 sites" in page.plot_words.text()
    assert "frequencies of 1 of 2 compared sites are within 0.1" in page.plot_words.text()
    assert page.agreement.isVisibleTo(page)
    assert not page.frequencies.isVisibleTo(page), "two pictures are enough"
    assert "names are back in 1" in page.banner.words
    assert "no longer fit" not in page.banner.words
    assert core.calls("result_numbers") == [("job-20261121-1", ["chr20.dose.vcf.gz", "frequencies.tsv"])]
    monkeypatch.setattr("ui.desktop.pages.results.choose_new_file", lambda *_asked: tmp_path / "report.html")
    page.report_button.click()
    opened.wait_idle()
    assert core.calls("save_report") == [("job-20261121-1", tmp_path / "report.html")]
    assert "report is saved" in page.banner.words


def test_fetching_results_can_be_stopped_and_begun_again(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    core = FakeCore()
    core.job_list = [job()]
    core.stopped = ResultStoppedError()
    core.hold.clear()
    opened = open_window(core)
    opened.window.show_page("results")
    page = opened.window.results_page
    page.fetch("job-20261121-1", tmp_path)
    qtbot.waitUntil(lambda: page.stop_button.isVisible())
    page.stop_button.click()
    opened.wait_idle()
    assert "RESULT-STOPPED" in page.banner.words
    assert not page.progress_card.isVisibleTo(page)
    core.hold.set()
    page.fetch("job-20261121-1", tmp_path)
    opened.wait_idle()
    assert "Results are here" in page.banner.words


def test_results_go_where_the_settings_say_without_a_question(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = FakeCore()
    core.job_list = [job()]
    opened = open_window(core)
    page = opened.window.results_page
    asked: list[str] = []
    monkeypatch.setattr("ui.desktop.pages.results.choose_folder", lambda _parent, title: asked.append(title))
    page.ask_folder("job-20261121-1")
    opened.wait_idle()
    assert len(asked) == 1
    assert core.calls("results") == [], "a question that was closed fetches nothing"
    core.values["results_folder"] = replace(core.values["results_folder"], value=str(tmp_path))
    page.ask_folder("job-20261121-1")
    opened.wait_idle()
    assert len(asked) == 1
    assert page._folder == tmp_path / "job-20261121-1"
    assert len(core.calls("results")) == 1


def test_what_would_not_fit_results_with_their_names_is_said_to_have_stayed(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    core = FakeCore()
    core.results_left_out = ("chr20.dose.vcf.gz.tbi", "chr20.dose.vcf.gz.md5")
    opened = open_window(core)
    page = opened.window.results_page
    page.fetch("job-20261121-1", tmp_path)
    opened.wait_idle()
    assert "2 indexes or checksums stayed there: with the names back they would no longer fit" in page.banner.words


def test_a_list_without_results_is_said_to_be_empty(open_window: OpenWindow, tmp_path: Path) -> None:
    core = FakeCore()
    core.results_are_empty = True
    opened = open_window(core)
    page = opened.window.results_page
    page.fetch("job-20261121-1", tmp_path)
    opened.wait_idle()
    assert "list of results is empty" in page.banner.words
    assert page.files_card.isHidden()
    assert page.plots_card.isHidden()

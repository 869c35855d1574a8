"""Whatever the network and the service do, the page says what happened, what it means, what to do, a code; and offers
the button that leads on. A real window over the real core, and a real server in each state."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import ui.desktop.workbench.lanes as lanes
from client.tasks.workplace import open_workplace
from practice.faults import Fault, Hold
from practice.server import PracticeService
from tests.desktop.real_window import (
    VAULT_PASSWORD_FILE,
    Place,
    RealWindow,
    banner_says,
    real_window,
    require_page_state,
    signed_in_place,
    small_cohort,
)
from tests.support.practice_client import cheap_settings
from tests.support.practice_impostors import Impostors
from tests.support.tls_server import http_answer
from ui.desktop.models.queue import QueueState

pytestmark = pytest.mark.xdist_group("states-of-the-service")

PORTAL = http_answer(200, b"<!doctype html><html><title>Guest network</title></html>", Content_Type="text/html")
KEPT = "Your files are untouched"


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return signed_in_place(tmp_path_factory.mktemp("place"))


@pytest.fixture
def place(enrolled: Place) -> Iterator[Place]:
    with enrolled.service:
        yield enrolled


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RealWindow]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with signed_in_window(qapp, qtbot, place, monkeypatch) as window:
        yield window


@contextmanager
def signed_in_window(
    qapp: QApplication, qtbot: QtBot, place: Place, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RealWindow]:
    monkeypatch.setenv(VAULT_PASSWORD_FILE, str(place.folder / "passphrase"))
    with real_window(qapp, qtbot, place.home) as window:
        window.wait_signed_in()
        window.wait_idle()
        yield window


@pytest.fixture
def impostors(place: Place) -> Impostors:
    return Impostors(place.service, place.folder / "service" / "keys")


def test_no_network_before_sending_and_one_press_when_it_is_back(
    window: RealWindow, place: Place, tmp_path: Path
) -> None:
    window.stage(small_cohort(tmp_path / "a.vcf.gz"))
    place.service.stop()
    window.send()
    require_page_state(
        window, "Nobody answers at the service's address.", "Nothing was queued, and your files are untouched.",
        "Code NET-UNREACHABLE", button="Try again",
    )  # fmt: skip
    window.wait_idle()
    assert window.states() == [QueueState.READY], "the file is still there to be sent"
    place.service.start()
    window.page.banner.way_out.click()
    window.wait(lambda: "signed receipt" in window.page.banner.words, 60)
    assert window.states()[-1] is QueueState.SENT


def test_no_network_while_sending_is_said_and_waited_out(window: RealWindow, place: Place, tmp_path: Path) -> None:
    # The whole submission is known to the service by now; its answers to uploads stop coming.
    for _ in range(3):
        place.service.faults.add(Fault("POST", "/api/v1/uploads", lose_answer=True))
    window.stage(small_cohort(tmp_path / "b.vcf.gz"))
    window.send()
    banner = window.page.banner
    window.wait(banner_says(banner, "NET-UNREACHABLE", KEPT, "Genoseal keeps trying by itself."), 60)
    assert banner.property("tone") == "caution"
    assert not banner.way_out.isVisible(), "there is nothing to press"
    window.wait(lambda: "signed receipt" in banner.words, 60)


def test_a_name_that_no_network_knows(window: RealWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_name(*arguments: object, **named: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    window.genoseal.window.show_page("jobs")
    require_page_state(window, "There is no network, or the service's name is not known on it.", KEPT,
                       "Code NET-UNREACHABLE", button="Try again")  # fmt: skip
    monkeypatch.undo()
    window.wait_idle()
    window.page.banner.way_out.click()
    window.wait(lambda: window.page.banner.isHidden())


def test_a_captive_portal(window: RealWindow, impostors: Impostors) -> None:
    with impostors.instead(lambda _: PORTAL, impostors.own_key()):
        window.genoseal.window.show_page("jobs")
        require_page_state(window, "guest network wants a sign-in", KEPT, "Open a web browser", "Code NET-CAPTIVE",
                           button="Try again")  # fmt: skip
        window.wait_idle()
    window.page.banner.way_out.click()
    window.wait(lambda: window.page.banner.isHidden())


def test_a_server_with_another_key_is_never_talked_to_and_the_helpdesk_is_one_press_away(
    window: RealWindow, impostors: Impostors, tmp_path: Path
) -> None:
    window.stage(small_cohort(tmp_path / "c.vcf.gz"))
    with impostors.instead(lambda _: PORTAL, impostors.other_key()) as impostor:
        window.send()
        require_page_state(
            window, "The server's key is not one that your institution's profile names.", "Nothing was sent.",
            "Do not go on.", "Code NET-PIN", button="Call the helpdesk…",
        )  # fmt: skip
        window.wait_idle()
        assert impostor.requests == []
    window.page.banner.way_out.click()
    assert window.genoseal.window.current_page() == "help"


def test_tls_inspection_is_named_by_the_check_that_the_button_starts(
    window: RealWindow, impostors: Impostors, tmp_path: Path
) -> None:
    window.stage(small_cohort(tmp_path / "d.vcf.gz"))
    with impostors.instead(lambda _: PORTAL, impostors.other_authority()) as proxy:
        window.send()
        require_page_state(
            window, "Something opens secure connections here, mostly a virus scanner or a proxy.",
            "Nothing of yours was sent there.", "Code NET-TLS", button="Check this computer",
        )  # fmt: skip
        window.wait_idle()
        window.page.banner.way_out.click()
        assert window.genoseal.window.current_page() == "settings"
        window.wait(lambda: any("Hospital Web Filter" in label.text() for label in window.page.findChildren(QLabel)))
        window.wait_idle()
        assert proxy.requests == []


def test_a_certificate_that_ran_out_asks_for_the_date_of_this_computer(
    window: RealWindow, impostors: Impostors
) -> None:
    with impostors.instead(lambda _: PORTAL, impostors.expired()) as server:
        window.genoseal.window.show_page("jobs")
        year = str(datetime.now().astimezone().year)
        require_page_state(
            window, "or this computer's clock is wrong", "Nothing of yours was sent there.",
            "This computer says that it is", year, "Code NET-TLS", button="Check this computer",
        )  # fmt: skip
        window.wait_idle()
        assert server.requests == []


@pytest.mark.parametrize("minutes", [7, 12])
def test_a_wrong_clock_is_said_where_the_codes_are(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    minutes: int,
) -> None:
    """Also where the service takes the session for ended, as it does after ten minutes: the clock is what to mend.

    With an account of its own, for that session is lost to whoever comes after.
    """
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    place = signed_in_place(tmp_path_factory.mktemp("clock"))
    with ExitStack() as stack:
        stack.callback(place.service.stop)
        place.service.start()
        window = stack.enter_context(signed_in_window(qapp, qtbot, place, monkeypatch))
        place.service.stop()
        require_wrong_clock_is_said(window, place, minutes)


def require_wrong_clock_is_said(window: RealWindow, place: Place, minutes: int) -> None:
    # Not a whole minute: the answer takes a moment, and minutes are rounded down.
    slow = timedelta(minutes=minutes, seconds=30)
    with PracticeService(place.folder / "service", clock=lambda: datetime.now(UTC) + slow, settings=cheap_settings()):
        window.genoseal.window.show_page("sign-in")
        require_page_state(
            window, f"The clocks of this computer and of the service are {minutes} min apart.", KEPT,
            "Set this computer's clock to automatic time", "Code CLOCK-OFF", button="Try again",
        )  # fmt: skip
        assert "seconds off" in window.genoseal.window.security_page.clock.words
        window.wait_idle()
    place.service.start()
    window.page.banner.way_out.click()
    window.wait(lambda: "agree" in window.genoseal.window.security_page.clock.words)
    assert window.page.banner.isHidden() or "CLOCK-OFF" not in window.page.banner.words


def test_a_service_that_is_being_serviced_says_for_how_long(window: RealWindow, place: Place, tmp_path: Path) -> None:
    window.stage(small_cohort(tmp_path / "e.vcf.gz"))
    with ExitStack() as stack:
        stack.callback(place.service.faults._waiting.clear)
        for method in ("GET", "POST", "HEAD", "PATCH") * 30:
            place.service.faults.add(Fault(method, "/api/v1", problem="busy", retry_after_s=1800))
        window.send()
        require_page_state(window, "The service is closed for the moment", "your files are untouched",
                           "Time to wait: 30 min.", "Code NET-BUSY", button="Try again")  # fmt: skip
        window.wait_idle()
    window.page.banner.way_out.click()
    window.wait(lambda: "signed receipt" in window.page.banner.words, 60)


@pytest.mark.parametrize(
    ("page", "call"), [("jobs", "/api/v1/jobs"), ("results", "/api/v1/jobs"), ("sign-in", "/api/v1/account/devices")]
)
def test_while_the_service_lets_a_page_wait_transfers_can_be_paused_and_the_window_locked(
    window: RealWindow, place: Place, page: str, call: str
) -> None:
    hold, told = Hold(), []
    place.service.faults.add(Fault("GET", call, hold=hold))
    window.genoseal.desk.transfers_loaded.connect(lambda: told.append("transfers"))
    window.genoseal.desk.account_changed.connect(lambda: told.append("account"))
    try:
        window.genoseal.window.show_page(page)
        window.wait(hold.arrived.is_set)
        told.clear()
        # Pausing, giving up and the lock after idle time go the ways of these two.
        window.genoseal.desk.clear_finished()
        window.genoseal.desk.refresh_account()
        window.wait(lambda: {"transfers", "account"} <= set(told), 5)
    finally:
        hold.let_go.set()
        window.wait_idle()


def test_an_expired_profile_stops_sending_before_a_file_is_touched(
    qapp: QApplication, qtbot: QtBot, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VAULT_PASSWORD_FILE, str(place.folder / "passphrase"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    def in_two_years(*arguments: object, **named: object) -> object:
        return open_workplace(*arguments, **named, clock=lambda: datetime.now(UTC) + timedelta(days=730))  # type: ignore[arg-type]

    monkeypatch.setattr(lanes, "open_workplace", in_two_years)
    with real_window(qapp, qtbot, place.home) as window:
        window.wait_idle()
        page = window.genoseal.window.send_page
        window.stage(small_cohort(tmp_path / "f.vcf.gz"))
        assert not page.send_button.isEnabled()
        for words in ("Your institution's profile has expired", "Nothing can be sent", "Ask your institution",
                      "Code PROFILE-EXPIRED"):  # fmt: skip
            assert words in page.next_step.words
        assert page.next_button.text() == "Open a profile…"
        assert page.next_button.isVisible()

"""Starting, stopping and coming back: the practice service as a process sees it."""

from __future__ import annotations

import json
import os
import socket
import ssl
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from client.institution.profile import parse_profile
from client.institution.trust import require_signed
from client.seal.minisign import parse_minisign_public_key
from practice.errors import (
    PracticeAddressError,
    PracticeError,
    PracticeFolderError,
    PracticeFolderInUseError,
    PracticeNewerDataError,
    PracticePortError,
)
from practice.json_object import JsonFormError, parse_json_object
from practice.problems import iter_problem_names
from practice.results import parse_range
from practice.server import PracticeFacts, PracticeService, serve
from tests.conftest import REPOSITORY
from tests.support.practice_client import FakeClock, PracticeClient, cheap_settings, good, running_service


def test_only_loopback_is_ever_listened_on(tmp_path: Path) -> None:
    for host in ("0.0.0.0", "192.168.1.5", "::", "example.org", ""):  # noqa: S104 - refused
        with pytest.raises(PracticeAddressError):
            PracticeService(tmp_path, host=host)
    with running_service(tmp_path / "service") as (service, _):
        assert service.url.startswith("https://127.0.0.1:")


def test_a_restart_keeps_port_keys_users_and_profile(tmp_path: Path) -> None:
    clock = FakeClock()
    with running_service(tmp_path / "service", clock) as (service, _):
        before = service.facts.to_json()
        profile = service.profile_path.read_bytes()
        client = PracticeClient(service, clock)
        client.enrol()
        client.close()
    with running_service(tmp_path / "service", clock) as (service, _):
        assert service.facts.to_json() == before
        assert service.profile_path.read_bytes() == profile
        again = PracticeClient(service, clock)
        assert "mfa_ticket" in good(again.begin())
        again.close()


def test_another_port_is_a_profile_with_a_higher_serial_by_the_same_key(tmp_path: Path) -> None:
    with running_service(tmp_path / "service") as (service, _):
        first = parse_profile(service.profile_path.read_bytes())
        fingerprint = service.key_fingerprint
        port = int(service.url.rsplit(":", 1)[1])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with running_service(tmp_path / "service") as (service, _):
            second = parse_profile(service.profile_path.read_bytes())
            assert second.service.origin == service.url != first.service.origin
            assert second.serial == first.serial + 1
            assert second.service.pins == first.service.pins
            assert service.key_fingerprint == fingerprint


def test_the_profile_is_signed_as_clients_verify_it_and_renewed_before_it_ends(tmp_path: Path) -> None:
    clock = FakeClock()
    with running_service(tmp_path / "service", clock) as (service, _):
        first = parse_profile(service.profile_path.read_bytes())
    clock.advance(60 * 86400)
    with running_service(tmp_path / "service", clock) as (service, _):
        text, signature = service.profile_path.read_bytes(), service.signature_path.read_text()
        key_line = signature.splitlines()[0].rsplit(" ", 1)[1]
        trusted = require_signed(text, signature, parse_minisign_public_key(key_line))
        assert trusted.profile.serial == first.serial + 1
        assert trusted.profile.environment == "practice"
        assert len(trusted.profile.service.pins) == 2
        assert trusted.key_fingerprint == service.key_fingerprint
        assert trusted.profile.not_after - clock() <= timedelta(days=90)


def test_the_profile_over_http_is_the_one_in_the_folder(tmp_path: Path) -> None:
    with running_service(tmp_path / "service") as place:
        client = PracticeClient(*place)
        answer = good(client.call("GET", "/profile"))
        assert answer["profile"].encode() == place[0].profile_path.read_bytes()
        assert answer["signature"] == place[0].signature_path.read_text()
        client.close()


def test_service_says_its_limits_time_and_notices(tmp_path: Path) -> None:
    with running_service(tmp_path / "service") as place:
        service, clock = place
        client = PracticeClient(*place)
        service.set_notice("warn", "Closed on Friday", clock() + timedelta(hours=1))
        told = good(client.call("GET", "/service"))
        assert told["environment"] == "practice"
        assert told["retention_days"] == 7
        assert told["applications"][0]["id"] == "practice"
        assert [notice["text"] for notice in told["notices"]] == ["Closed on Friday"]
        clock.advance(3601)
        assert good(client.call("GET", "/service"))["notices"] == []
        client.close()


def test_tls_is_13_with_aes_256_and_an_older_client_sends_no_request(tmp_path: Path) -> None:
    with running_service(tmp_path / "service") as (service, _):
        port = int(service.url.rsplit(":", 1)[1])
        ca_pem = parse_profile(service.profile_path.read_bytes()).service.ca_pem
        for name in ("localhost", "127.0.0.1"):
            context = ssl.create_default_context(cadata=ca_pem)
            with (
                socket.create_connection(("127.0.0.1", port)) as plain,
                context.wrap_socket(plain, server_hostname=name) as tls,
            ):
                assert tls.version() == "TLSv1.3"
                cipher = tls.cipher()
                assert cipher is not None
                assert cipher[0] == "TLS_AES_256_GCM_SHA384"
        old = ssl.create_default_context(cadata=ca_pem)
        old.maximum_version = ssl.TLSVersion.TLSv1_2
        with socket.create_connection(("127.0.0.1", port)) as plain, pytest.raises(ssl.SSLError):
            old.wrap_socket(plain, server_hostname="localhost")
        assert service.faults.requests == 0


def test_answers_do_not_wait_for_delayed_acknowledgements(tmp_path: Path) -> None:
    with running_service(tmp_path / "service") as place:
        client = PracticeClient(*place)
        client.call("GET", "/service")
        began = time.monotonic()
        for _ in range(25):
            client.call("GET", "/service")
        assert time.monotonic() - began < 25 * 0.035, "each answer waited for the client's acknowledgement (Nagle)"
        client.close()


def test_stop_is_quick_with_a_connection_open_and_leaves_no_thread(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    service = PracticeService(tmp_path / "service", settings=cheap_settings())
    service.start()
    client = PracticeClient(service, FakeClock())
    client.call("GET", "/service")
    began = time.monotonic()
    service.stop()
    assert time.monotonic() - began < 2
    assert set(threading.enumerate()) == before
    service.stop()
    client.close()


def test_one_folder_has_one_service_and_a_stopped_one_frees_it(tmp_path: Path) -> None:
    with running_service(tmp_path / "service"), pytest.raises(PracticeFolderInUseError):
        PracticeService(tmp_path / "service").start()
    with running_service(tmp_path / "service"):
        pass


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PracticePortError):
            PracticeService(tmp_path / "service", taken.getsockname()[1]).start()
    with pytest.raises(PracticePortError):
        PracticeService(tmp_path / "service", 70_000).start()


def test_folders_that_cannot_be_used_are_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    with pytest.raises(PracticeFolderError):
        PracticeService(file).start()
    newer = tmp_path / "newer"
    with running_service(newer):
        pass
    import sqlite3

    connection = sqlite3.connect(newer / "practice.sqlite3")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(PracticeNewerDataError) as caught:
        PracticeService(newer).start()
    assert caught.value.facts == {"found": 99, "known": 1}


def test_serve_tells_when_it_is_ready_and_ends_when_told(tmp_path: Path) -> None:
    stop = threading.Event()
    seen: list[PracticeFacts] = []

    def ready(facts: PracticeFacts) -> None:
        seen.append(facts)
        stop.set()

    serve(tmp_path / "service", on_ready=ready, settings=cheap_settings(), stop=stop)
    told = json.loads(json.dumps(seen[0].to_json()))
    assert set(told) == {"url", "profile", "key_fingerprint", "user", "password_file", "invitation_file"}
    for name in ("password_file", "invitation_file"):
        assert Path(told[name]).read_text().strip()
        assert os.name == "nt" or Path(told[name]).stat().st_mode & 0o777 == 0o600


def test_errors_say_their_code_only() -> None:
    codes = [cls.code for cls in PracticeError.__subclasses__()]
    assert len(set(codes)) == len(codes)
    assert str(PracticePortError(port=5)) == "PRACTICE-PORT"


def test_every_problem_is_documented() -> None:
    page = (REPOSITORY / "docs" / "SERVICE.md").read_text()
    missing = [name for name in iter_problem_names() if f"`{name}`" not in page]
    assert not missing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bytes=0-0", (0, 1)),
        ("bytes=5-", (5, 10)),
        ("bytes=-3", (7, 10)),
        ("bytes=-30", (0, 10)),
        ("bytes=2-99", (2, 10)),
        ("bytes=5-2", None),
        ("bytes=0-1,3-4", None),
        ("lines=1-2", None),
        ("bytes=-", None),
    ],
)
def test_ranges_are_read_as_rfc_9110_says(text: str, expected: tuple[int, int] | None) -> None:
    assert parse_range(text, 10) == expected


def test_json_depth_counts_brackets_outside_strings_only() -> None:
    deep = b"[" * 31 + b"]" * 31
    assert parse_json_object(b'{"a": %s}' % deep)
    with pytest.raises(JsonFormError):
        parse_json_object(b'{"a": [%s]}' % deep)
    assert parse_json_object(b'{"a": "%s\\""}' % (b"[" * 500)).text("a").startswith("[[")

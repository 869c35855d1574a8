"""Through a CONNECT proxy: the same pins, credentials for the proxy alone, and a name for whoever sits in between."""

from __future__ import annotations

import base64
import logging

import pytest

from client.model.errors import ClientError
from client.network.errors import (
    PinMismatchError,
    ProxyRefusedError,
    ProxySettingError,
    ProxySignInError,
    TlsRefusedError,
    UnreachableError,
)
from client.network.gate import Gate
from client.network.proxy import ProxySettings, parse_proxy
from client.network.tls_probe import probe_tls
from tests.support.connect_proxy import ConnectProxy
from tests.support.tls_certificates import (
    CertificateAuthority,
    institution_ca,
    institution_certificate,
    institution_pins,
)
from tests.support.tls_server import TlsServer, json_answer

SECRET = "pässw:ord"


def _gate(origin: str, proxy: ProxySettings) -> Gate:
    return Gate(origin, institution_pins(), institution_ca().pem, proxy=proxy)


def _settings(proxy: ConnectProxy, user: str | None = None, password: str | None = None) -> ProxySettings:
    return parse_proxy(f"http://127.0.0.1:{proxy.port}", user, password)


def test_a_request_goes_through_the_tunnel_unread() -> None:
    with TlsServer(lambda _: json_answer({"ok": 1})) as server, ConnectProxy() as proxy:
        with _gate(server.origin, _settings(proxy)) as gate:
            assert gate.request("GET", "/secret-path").json == {"ok": 1}
        assert proxy.heads[0].startswith(f"CONNECT 127.0.0.1:{server.port} ")
        assert b"secret-path" not in proxy.tunnelled


def test_basic_credentials_go_to_the_proxy_and_nowhere_else(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    credentials = base64.b64encode(f"anna:{SECRET}".encode()).decode()
    with TlsServer(lambda _: json_answer({})) as server, ConnectProxy(credentials=credentials) as proxy:
        settings = _settings(proxy, "anna", SECRET)
        with _gate(server.origin, settings) as gate:
            gate.request("GET", "/")
        assert "proxy-authorization" not in server.requests[0].headers
    assert SECRET not in repr(settings) + caplog.text
    assert credentials not in repr(settings) + caplog.text


@pytest.mark.parametrize("user", [None, "anna"])
def test_a_proxy_that_wants_credentials_says_so(user: str | None) -> None:
    with TlsServer(lambda _: json_answer({})) as server, ConnectProxy(credentials="x") as proxy:
        gate = _gate(server.origin, _settings(proxy, user, SECRET))
        with gate, pytest.raises(ProxySignInError) as caught:
            gate.request("GET", "/")
        assert SECRET not in repr(caught.value)
        assert server.connections == 0


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", 403),
        (b"HTTP/1.1 302 Found\r\nLocation: http://login.hotel/\r\nContent-Length: 0\r\n\r\n", 302),
        (b"HTTP/1.1 504 \x1b[2J\r\nContent-Length: 0\r\n\r\n", 504),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", 0),
    ],
)
def test_a_proxy_that_refuses_is_named_by_its_status(answer: bytes, status: int) -> None:
    with ConnectProxy(answer=answer) as proxy:
        with _gate("https://127.0.0.1:9", _settings(proxy)) as gate, pytest.raises(ClientError) as caught:
            gate.request("GET", "/")
        assert isinstance(caught.value, ProxyRefusedError)
        assert caught.value.facts == {"status": status}


def test_a_proxy_that_answers_for_the_service_is_stopped_by_the_pins() -> None:
    interceptor = CertificateAuthority("Office Inspection CA")
    impostor = interceptor.issue()
    with TlsServer(lambda _: json_answer({}), impostor.server_context()) as between, ConnectProxy() as proxy:
        gate = Gate(between.origin, institution_pins(), interceptor.pem, proxy=_settings(proxy))
        with gate, pytest.raises(PinMismatchError):
            gate.request("GET", "/")
    assert between.plain_bytes == 0


def test_a_proxy_that_is_not_there_is_unreachable() -> None:
    with ConnectProxy() as proxy:
        settings = _settings(proxy)
    with _gate("https://127.0.0.1:9", settings) as gate, pytest.raises(UnreachableError):
        gate.request("GET", "/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "proxy:3128",
        "https://proxy:3128",
        "socks5://proxy:1080",
        "http://proxy",
        "http://u:p@proxy:1",
        "http://p:1/x",
    ],
)
def test_a_proxy_setting_is_a_plain_host_and_port(url: str) -> None:
    with pytest.raises(ProxySettingError):
        parse_proxy(url)


def test_the_probe_names_the_inspecting_issuer_and_sends_nothing() -> None:
    impostor = CertificateAuthority("Office \x1b[31mInspection CA").issue()
    with TlsServer(lambda _: json_answer({}), impostor.server_context()) as between, ConnectProxy() as proxy:
        direct = probe_tls(between.origin)
        tunnelled = probe_tls(between.origin, _settings(proxy))
    assert direct == tunnelled
    assert direct.issuer == "Office \\x1b[31mInspection CA Ltd, Office \\x1b[31mInspection CA"
    assert direct.pin == impostor.pin
    assert not direct.is_pinned(institution_pins())
    assert between.plain_bytes == 0


def test_the_probe_knows_the_right_server() -> None:
    with TlsServer(lambda _: json_answer({})) as server:
        finding = probe_tls(server.origin)
    assert finding.is_pinned(institution_pins())
    assert finding.tls_version == "TLSv1.3"
    assert finding.pin == institution_certificate().pin


@pytest.mark.parametrize("answer", [b"HTTP/1.1 407 x\r\n\r\n", b"HTTP/1.1 502 x\r\n\r\n", b"nonsense\r\n\r\n", b""])
def test_the_probe_reports_a_proxy_that_refuses(answer: bytes) -> None:
    with ConnectProxy(answer=answer) as proxy, pytest.raises(ClientError) as caught:
        probe_tls("https://127.0.0.1:9", _settings(proxy))
    assert isinstance(caught.value, ProxyRefusedError | ProxySignInError)


def test_the_probe_reports_what_is_no_tls() -> None:
    with ConnectProxy(answer=b"HTTP/1.1 400 x\r\n\r\n") as other, pytest.raises(ClientError) as caught:
        probe_tls(f"https://127.0.0.1:{other.port}", timeout_s=1)
    assert isinstance(caught.value, TlsRefusedError | UnreachableError) or caught.value.code == "NET-TIMEOUT"

"""A real interception proxy whose CA the machine trusts never sees an HTTP request; without pins it would.

mitmproxy runs as the proxy from the settings (forward), and where the service should be (transparent: a hijacked
route or name), with a certificate for the right name from a CA that the machine's store holds.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from client.network.errors import PinMismatchError
from client.network.gate import Gate
from client.network.proxy import ProxySettings
from client.network.tls_probe import probe_tls
from tests.support.tls_certificates import institution_pins
from tests.support.tls_server import TlsServer, json_answer
from tests.support.tools import MITMDUMP, needs, running, wait_for_file

pytestmark = [needs(MITMDUMP), pytest.mark.xdist_group("mitmproxy")]
ADDON = Path(__file__).resolve().parent.parent / "support" / "mitm_addon.py"


@dataclass(frozen=True)
class Interceptor:
    """A running mitmdump."""

    port: int
    folder: Path

    @property
    def ca_file(self) -> Path:
        return self.folder / "mitmproxy-ca-cert.pem"

    def requests(self) -> list[str]:
        path = self.folder / "requests"
        return path.read_text().splitlines() if path.exists() else []

    def handshakes(self) -> int:
        path = self.folder / "handshakes"
        return len(path.read_text().splitlines()) if path.exists() else 0


@contextmanager
def interceptor(folder: Path, mode: str) -> Iterator[Interceptor]:
    folder.mkdir()
    arguments: list[str | Path] = [
        MITMDUMP,
        "--quiet",
        "--mode",
        mode,
        "--listen-host",
        "127.0.0.1",
        "--listen-port",
        "0",
        "--ssl-insecure",
        "--set",
        f"confdir={folder}",
        "-s",
        ADDON,
    ]
    with running(arguments, environment={"MITM_FOLDER": str(folder)}):
        wait_for_file(folder / "port")
        yield Interceptor(int((folder / "port").read_text()), folder)


@pytest.mark.parametrize("position", ["forward", "transparent"])
def test_an_interception_proxy_that_the_machine_trusts_sees_no_request(
    position: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TlsServer(lambda _: json_answer({"ok": True})) as service:
        mode = "regular" if position == "forward" else f"reverse:https://127.0.0.1:{service.port}/"
        with interceptor(tmp_path / "mitm", mode) as between:
            monkeypatch.setenv("SSL_CERT_FILE", str(between.ca_file))
            proxy = ProxySettings("127.0.0.1", between.port) if position == "forward" else None
            origin = service.origin if position == "forward" else f"https://127.0.0.1:{between.port}"

            with Gate(origin, institution_pins(), None, proxy=proxy) as gate:
                for path in ("/api/v1/service", "/api/v1/session"):
                    with pytest.raises(PinMismatchError):
                        gate.request("POST", path, json={"password": "secret"})
            assert between.requests() == []
            assert service.requests == []

            finding = probe_tls(origin, proxy)
            assert "mitmproxy" in finding.issuer
            assert not finding.is_pinned(institution_pins())
            assert between.requests() == []

            # The same machine, the same store, a client without pins: it reads everything.
            context = ssl.create_default_context(cafile=str(between.ca_file))
            proxy_url = f"http://127.0.0.1:{between.port}" if position == "forward" else None
            with httpx.Client(verify=context, proxy=proxy_url, trust_env=False) as client:
                assert client.get(f"{origin}/api/v1/service").json() == {"ok": True}
            assert between.requests() == ["GET /api/v1/service"]
            assert between.handshakes() >= 1
            assert len(service.requests) == 1

"""Loaded by mitmdump: writes down every HTTP request that it could read, and its port once it listens."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ["MITM_FOLDER"])


class Recorder:
    """Hooks by mitmproxy's names (https://docs.mitmproxy.org/stable/api/events.html)."""

    def running(self) -> None:
        from mitmproxy import ctx  # type: ignore[import-not-found, unused-ignore]

        proxy_server = ctx.master.addons.get("proxyserver")
        ports = [address[1] for server in proxy_server.servers for address in server.listen_addrs]
        (FOLDER / "port.part").write_text(str(ports[0]))
        (FOLDER / "port.part").rename(FOLDER / "port")

    def request(self, flow: Any) -> None:
        with (FOLDER / "requests").open("a") as seen:
            seen.write(f"{flow.request.method} {flow.request.path}\n")

    def tls_established_client(self, data: Any) -> None:
        with (FOLDER / "handshakes").open("a") as seen:
            seen.write("established\n")

    def tls_failed_client(self, data: Any) -> None:
        with (FOLDER / "handshakes").open("a") as seen:
            seen.write("failed\n")


addons = [Recorder()]

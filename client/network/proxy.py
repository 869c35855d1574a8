"""The proxy from the settings. The environment's proxies are never looked at."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from client.network.errors import ProxySettingError


@dataclass(frozen=True)
class ProxySettings:
    """An HTTP proxy that is asked to CONNECT. TLS runs through it end to end: it sees host, port, sizes and times."""

    host: str
    port: int
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    def credentials(self) -> tuple[bytes, bytes] | None:
        """User and password for Basic authentication (RFC 7617, UTF-8), or None."""
        if self.user is None:
            return None
        return self.user.encode("utf-8"), (self.password or "").encode("utf-8")


def parse_proxy(url: str, user: str | None = None, password: str | None = None) -> ProxySettings:
    """Read `http://host:port`; raises ProxySettingError for anything else.

    A user name inside the URL is refused: URLs end up in logs and process lists, credentials come by themselves.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ProxySettingError from None
    has_extras = parts.path not in {"", "/"} or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme != "http" or not parts.hostname or port is None or has_extras:
        raise ProxySettingError
    if user is not None and ":" in user:
        raise ProxySettingError
    return ProxySettings(parts.hostname, port, user, password)


def basic_authorization(proxy: ProxySettings) -> str | None:
    """The value of Proxy-Authorization, or None without credentials."""
    credentials = proxy.credentials()
    if credentials is None:
        return None
    return f"Basic {base64.b64encode(b':'.join(credentials)).decode('ascii')}"

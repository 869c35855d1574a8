"""One origin, written in the profile, and the rule for every URL that the service hands out."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from client.network.errors import ContractError, OriginRefusedError

_HTTPS_PORT = 443
_HTTP_PORT = 80
_MAX_URL_CHARS = 4096

# Printable ASCII without space, quotes, backslash and brackets: what RFC 3986 allows, and nothing a parser could read
# in two ways.
_URL_CHARACTERS = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+")
_PATH = re.compile(r"/[!$%&'()*+,\-./0-9:;=@A-Z_a-z~]*(?:\?[!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]*)?")


class Origin(NamedTuple):
    """`https://host:port`; the port is always a number here."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"https://{host}" if self.port == _HTTPS_PORT else f"https://{host}:{self.port}"

    def url(self, path: str) -> str:
        """The URL of `path` (with its query); raises OriginRefusedError for what is no plain absolute path."""
        if not _PATH.fullmatch(path) or path.startswith("//") or len(path) > _MAX_URL_CHARS:
            raise OriginRefusedError
        return f"{self}{path}"

    def path_of(self, location: str, base_path: str) -> str:
        """The path that `location`, out of an answer to a request for `base_path`, names on this origin.

        `http://` on the same host and port counts as https: a service behind a TLS front end often does not know its
        own scheme. Any other origin raises OriginRefusedError; what is no URL raises ContractError.
        """
        if not _URL_CHARACTERS.fullmatch(location) or len(location) > _MAX_URL_CHARS:
            raise ContractError(reason="location")
        try:
            parts = urlsplit(urljoin(self.url(base_path), location))
            port = parts.port
        except ValueError:
            raise ContractError(reason="location") from None
        if parts.scheme not in {"https", "http"} or "@" in parts.netloc or parts.hostname != self.host:
            raise OriginRefusedError
        if not self._is_same_port(parts.scheme, port):
            raise OriginRefusedError
        if parts.fragment:
            raise ContractError(reason="location")
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def _is_same_port(self, scheme: str, port: int | None) -> bool:
        if scheme == "https":
            return (port or _HTTPS_PORT) == self.port
        # Both schemes' default ports belong together: http://host/ of a front end at https://host/.
        return port == self.port or (port in {None, _HTTP_PORT} and self.port == _HTTPS_PORT)


def parse_origin(text: str) -> Origin:
    """Read `https://host` or `https://host:port`; raises OriginRefusedError for another scheme, a path, a user name
    or anything else."""
    if not _URL_CHARACTERS.fullmatch(text):
        raise OriginRefusedError
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise OriginRefusedError from None
    has_extras = parts.path not in {"", "/"} or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme != "https" or not parts.hostname or has_extras or port == 0:
        raise OriginRefusedError
    return Origin(parts.hostname, port or _HTTPS_PORT)

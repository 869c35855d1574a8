"""Who answers for the service? A look at the certificate on the line, for a person to read; nothing is sent.

Where an office, an antivirus or a hotel opens TLS on the way, the pins stop every request; this names the issuer
behind it. It is its own function: it verifies nothing, closes right after the handshake and never writes a byte into
the connection. Nothing may ever be decided by what it says.
"""

from __future__ import annotations

import socket
import ssl
from typing import NamedTuple

from cryptography import x509
from cryptography.x509.oid import NameOID

from client.model.display import display_text
from client.network.errors import ProxyRefusedError, ProxySignInError, TimedOutError
from client.network.origin import parse_origin
from client.network.proxy import ProxySettings, basic_authorization
from client.network.spki_pin import spki_pin
from client.network.transport import coded_error

_MAX_CONNECT_ANSWER = 16 * 1024
_NAME_CHARS = 80


class ProbeFinding(NamedTuple):
    """What was seen. The names are escaped and cut to 80 characters.

    `tls_version` is `TLSv1.3`, or older; `pin` the presented key's pin (None when the certificate cannot be read).
    """

    issuer: str
    subject: str
    tls_version: str
    pin: bytes | None

    def is_pinned(self, pins: tuple[bytes, ...]) -> bool:
        """Whether the key is one of these: then nothing stands in between."""
        return self.pin in pins


def probe_tls(origin: str, proxy: ProxySettings | None = None, timeout_s: float = 10.0) -> ProbeFinding:
    """Shake hands with `origin` the way requests go there, and look. Raises the network's coded errors."""
    place = parse_origin(origin)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    # An interceptor may speak older TLS only, and is to be named then too.
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        with socket.create_connection(
            (proxy.host, proxy.port) if proxy else (place.host, place.port), timeout_s
        ) as connection:
            if proxy:
                _connect(connection, f"{place.host}:{place.port}", proxy)
            with context.wrap_socket(connection, server_hostname=place.host) as secured:
                return _finding(secured.getpeercert(binary_form=True), secured.version() or "")
    except TimeoutError:
        raise TimedOutError(phase="connect") from None
    except OSError as error:
        raise coded_error(error, in_handshake=True) from None


def _connect(connection: socket.socket, target: str, proxy: ProxySettings) -> None:
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
    authorization = basic_authorization(proxy)
    if authorization:
        lines.append(f"Proxy-Authorization: {authorization}")
    connection.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
    answer = b""
    while b"\r\n\r\n" not in answer:
        data = connection.recv(1)
        answer += data
        if not data or len(answer) > _MAX_CONNECT_ANSWER:
            raise ProxyRefusedError(status=0)
    parts = answer.split(b" ", 2)
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() and len(parts[1]) == 3 else 0
    if status == 407:
        raise ProxySignInError
    if not 200 <= status < 300:
        raise ProxyRefusedError(status=status)


def _finding(certificate_der: bytes | None, version: str) -> ProbeFinding:
    try:
        certificate = x509.load_der_x509_certificate(certificate_der or b"")
        return ProbeFinding(
            _name(certificate.issuer), _name(certificate.subject), version, spki_pin(certificate_der or b"")
        )
    except ValueError:
        return ProbeFinding("", "", version, None)


def _name(name: x509.Name) -> str:
    """Organisation and common name, whichever there are."""
    parts: list[str] = []
    for oid in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        parts += [str(attribute.value) for attribute in name.get_attributes_for_oid(oid)]
    return display_text(", ".join(dict.fromkeys(parts)), _NAME_CHARS)

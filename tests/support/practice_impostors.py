"""Other servers at a practice service's address while it is stopped: a portal, a stolen name, a proxy, an old one."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from practice.certificates import _build_leaf
from practice.server import PracticeService
from tests.support.tls_certificates import CertificateAuthority, ServerCertificate
from tests.support.tls_server import Respond, TlsServer


class Impostors:
    """`keys` is the practice service's folder of keys: an impostor in these tests may have any of them."""

    def __init__(self, service: PracticeService, keys: Path) -> None:
        self._service, self._keys = service, keys
        self._port = int(service.url.rsplit(":", 1)[1])

    def own_key(self) -> ssl.SSLContext:
        """The service's own certificate: whatever answers stands behind the service's own door."""
        return _context((self._keys / "server.pem").read_bytes(), self._key("server"))

    def expired(self) -> ssl.SSLContext:
        """The service's own key under a certificate that ran out."""
        return self._leaf(self._key("server"), timedelta(days=-200))

    def other_key(self) -> ssl.SSLContext:
        """A certificate from the right authority for another key."""
        return self._leaf(ec.generate_private_key(ec.SECP256R1()), timedelta(0))

    @staticmethod
    def other_authority() -> ssl.SSLContext:
        """What a proxy that opens connections shows."""
        return CertificateAuthority("Hospital Web Filter").issue().server_context()

    @contextmanager
    def instead(self, respond: Respond, context: ssl.SSLContext) -> Iterator[TlsServer]:
        """Somebody else answers at the service's address until the block ends."""
        self._service.stop()
        try:
            with TlsServer(respond, context, port=self._port) as server:
                yield server
        finally:
            self._service.start()

    def _leaf(self, key: ec.EllipticCurvePrivateKey, later: timedelta) -> ssl.SSLContext:
        ca = x509.load_pem_x509_certificate((self._keys / "ca.pem").read_bytes())
        return _context(_build_leaf(key, ca, self._key("ca"), datetime.now(UTC) + later), key)

    def _key(self, name: str) -> ec.EllipticCurvePrivateKey:
        key = load_pem_private_key((self._keys / f"{name}.key.pem").read_bytes(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        return key


def _context(certificate_pem: bytes, key: ec.EllipticCurvePrivateKey) -> ssl.SSLContext:
    key_pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return ServerCertificate(certificate_pem, key_pem, b"").server_context()

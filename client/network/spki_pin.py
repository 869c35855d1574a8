"""TLS 1.3 with one cipher suite and pinned server keys, checked before any byte of HTTP can be written.

The check sits at the end of `do_handshake` of the TLS classes themselves (`SSLContext.sslobject_class` and
`sslsocket_class`, documented hooks), so that it holds for direct connections, through a CONNECT tunnel, for every
connection a pool opens later, and for every HTTP library above it: none can get a connection that was not checked.

A pin is the SHA-256 of the DER SubjectPublicKeyInfo of the server's own certificate (RFC 7469, section 2.4). Pins do
not replace the chain: the certificate must also be valid under the profile's CA (or the machine's) and name the host.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import ssl
from collections.abc import Iterable
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from client.network.errors import PinMismatchError, TlsRefusedError

SPKI_PIN_BYTES = 32
MIN_PINS = 2
"""One in use, one whose private key lies offline: a server that loses its key must not cut everybody off."""

CIPHER_SUITE = "TLS_AES_256_GCM_SHA384"
TLS_VERSION = "TLSv1.3"

# OpenSSL's X509_V_ERR_… numbers that a person can do something about (openssl/x509_vfy.h).
_VERIFY_REASONS = {
    9: "not-yet-valid",
    10: "expired",
    18: "unknown-issuer",
    19: "unknown-issuer",
    20: "unknown-issuer",
    21: "unknown-issuer",
    62: "wrong-name",
    64: "wrong-name",
}
_VERSION_REASONS = {
    "UNSUPPORTED_PROTOCOL",
    "TLSV1_ALERT_PROTOCOL_VERSION",
    "WRONG_SSL_VERSION",
    "NO_PROTOCOLS_AVAILABLE",
}
_NOT_TLS_REASONS = {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "PACKET_LENGTH_TOO_LONG"}
# Bytes that changed on the way make one of the two sides say one of these; trying again is right then.
_DAMAGED_REASONS = {
    "BAD_RECORD_TYPE",
    "DATA_LENGTH_TOO_LONG",
    "DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
    "ENCRYPTED_LENGTH_TOO_LONG",
    "SSLV3_ALERT_BAD_RECORD_MAC",
    "TLSV1_ALERT_DECRYPTION_FAILED",
    "TLSV1_ALERT_DECRYPT_ERROR",
    "TLSV1_ALERT_RECORD_OVERFLOW",
}


def format_pin(pin: bytes) -> str:
    """Standard base64, as profiles and the error `NET-PIN` show it."""
    return base64.b64encode(pin).decode("ascii")


def spki_pin(certificate_der: bytes) -> bytes:
    """SHA-256 of the certificate's SubjectPublicKeyInfo."""
    public_key = x509.load_der_x509_certificate(certificate_der).public_key()
    return hashlib.sha256(public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()


class PinSet:
    """The keys that one host may show: at least two different ones, else ValueError."""

    def __init__(self, pins: Iterable[bytes]) -> None:
        self._pins = frozenset(bytes(pin) for pin in pins)
        if len(self._pins) < MIN_PINS or any(len(pin) != SPKI_PIN_BYTES for pin in self._pins):
            raise ValueError("a host needs at least two different SHA-256 pins")

    def require_pinned(self, connection: ssl.SSLSocket | ssl.SSLObject) -> None:
        """Raise TlsRefusedError or PinMismatchError unless the handshake used TLS 1.3, a pinned key and the one suite.

        The key comes before the suite: an impostor is called one (`NET-PIN`) whatever cipher it picks, and the right
        server with a weaker cipher is `NET-TLS`.
        """
        if connection.version() != TLS_VERSION:
            raise TlsRefusedError(reason="version")
        certificate_der = connection.getpeercert(binary_form=True)
        if certificate_der is None:
            raise TlsRefusedError(reason="certificate")
        try:
            presented = spki_pin(certificate_der)
        except ValueError:
            # OpenSSL took a certificate that `cryptography` cannot read: nothing to compare, so refused.
            raise TlsRefusedError(reason="certificate") from None
        if not any(hmac.compare_digest(presented, pin) for pin in self._pins):
            raise PinMismatchError(presented_pin=format_pin(presented))
        suite = connection.cipher()
        if suite is None or suite[0] != CIPHER_SUITE:
            raise TlsRefusedError(reason="suite")


class _PinnedContext(ssl.SSLContext):
    """An SSLContext that remembers whose keys its connections must show."""

    pin_set: PinSet | None = None


def _require_pinned(connection: ssl.SSLSocket | ssl.SSLObject) -> None:
    pin_set = connection.context.pin_set if isinstance(connection.context, _PinnedContext) else None
    if pin_set is None:
        raise TlsRefusedError(reason="certificate")
    pin_set.require_pinned(connection)


class _PinnedSocket(ssl.SSLSocket):
    """Nothing here uses it: `tls_stream` wraps no socket. Whoever does so with the context is checked all the same."""

    def do_handshake(self, block: bool = False) -> None:
        super().do_handshake(block)
        try:
            _require_pinned(self)
        except BaseException:
            # wrap_socket() closes only on OSError and ValueError.
            self.close()
            raise


class _PinnedObject(ssl.SSLObject):
    """OpenSSL would shake hands by itself at the first read or write: both wait for the check."""

    _is_pinned = False

    def do_handshake(self) -> None:
        super().do_handshake()
        _require_pinned(self)
        self._is_pinned = True

    def read(self, len: int = 1024, buffer: Any = None) -> Any:
        self._require_checked()
        return super().read(len, buffer)

    def write(self, data: Any) -> int:
        self._require_checked()
        return super().write(data)

    def _require_checked(self) -> None:
        if not self._is_pinned:
            raise TlsRefusedError(reason="handshake")


def build_pinned_context(pin_set: PinSet, ca_pem: bytes | None) -> ssl.SSLContext:
    """A client context whose every handshake ends with the pin check.

    `ca_pem` is the institution's own CA, and then the only one that counts; None means the machine's trust store.
    Built from `SSLContext` itself: `create_default_context` honours SSLKEYLOGFILE, which would write every session's
    keys into a file that an environment variable names. Raises ValueError when `ca_pem` holds no certificate.
    """
    context = _PinnedContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_3
    context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
    # A full handshake each time: no ticket that a stolen server key could open later, and a pin check each time.
    context.options |= ssl.OP_NO_TICKET | ssl.OP_NO_COMPRESSION
    if ca_pem is None:
        context.load_default_certs()
    else:
        try:
            context.load_verify_locations(cadata=ca_pem.decode("ascii"))
        except (ssl.SSLError, UnicodeDecodeError):
            raise ValueError("the CA is not a PEM certificate") from None
    context.pin_set = pin_set
    context.sslsocket_class = _PinnedSocket
    context.sslobject_class = _PinnedObject
    return context


def is_damage(error: ssl.SSLError) -> bool:
    """True when TLS noticed that bytes were altered or cut on the way, so that trying again is right."""
    return isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError) or (error.reason or "") in _DAMAGED_REASONS


def tls_reason(error: ssl.SSLError) -> str:
    """The `reason` fact of `NET-TLS` for an error out of a handshake."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _VERIFY_REASONS.get(error.verify_code, "certificate")
    reason = error.reason or ""
    if reason in _VERSION_REASONS:
        return "version"
    return "not-tls" if reason in _NOT_TLS_REASONS else "handshake"

"""The practice service's own certificate authority, its server certificate, and a spare key that is only pinned."""

from __future__ import annotations

import hashlib
import ipaddress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from client.model.clock import Clock
from practice.private_file import read_text, write_private_file

_CA_LIFETIME = timedelta(days=365)
_LEAF_LIFETIME = timedelta(days=90)
_RENEW_BEFORE = timedelta(days=7)
_BACKDATED = timedelta(hours=1)


class ServerIdentity(NamedTuple):
    """What the TLS server shows, and what the profile says about it. Pins are raw SHA-256 of SubjectPublicKeyInfo."""

    certificate_path: Path
    key_path: Path
    ca_pem: str
    pin: bytes
    spare_pin: bytes


def load_server_identity(folder: Path, clock: Clock) -> ServerIdentity:
    """Read the identity under `folder`, making what is missing; a certificate near its end is renewed for the same key.

    The keys stay, so the pins in profiles that were handed out stay true.
    """
    ca_key = _load_key(folder / "ca.key.pem")
    leaf_key = _load_key(folder / "server.key.pem")
    spare_key = _load_key(folder / "server-spare.key.pem")
    ca_path, leaf_path = folder / "ca.pem", folder / "server.pem"
    now = clock()
    if _is_spent(ca_path, now):
        write_private_file(ca_path, _build_ca(ca_key, now))
        leaf_path.unlink(missing_ok=True)
    if _is_spent(leaf_path, now):
        ca = x509.load_pem_x509_certificate(read_text(ca_path).encode())
        write_private_file(leaf_path, _build_leaf(leaf_key, ca, ca_key, now))
    return ServerIdentity(
        leaf_path, folder / "server.key.pem", read_text(ca_path), _spki_pin(leaf_key), _spki_pin(spare_key)
    )


def _load_key(path: Path) -> ec.EllipticCurvePrivateKey:
    if not path.exists():
        key = ec.generate_private_key(ec.SECP256R1())
        write_private_file(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    loaded = load_pem_private_key(read_text(path).encode(), None)
    if not isinstance(loaded, ec.EllipticCurvePrivateKey):
        raise ValueError("not an elliptic curve key")
    return loaded


def _is_spent(path: Path, now: datetime) -> bool:
    if not path.exists():
        return True
    certificate = x509.load_pem_x509_certificate(read_text(path).encode())
    return not certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - _RENEW_BEFORE


def _spki_pin(key: ec.EllipticCurvePrivateKey) -> bytes:
    info = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(info).digest()


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _build_ca(key: ec.EllipticCurvePrivateKey, now: datetime) -> bytes:
    name = _name("Genoseal practice authority")
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(now + _CA_LIFETIME)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .add_extension(identifier, critical=False)
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(Encoding.PEM)


def _build_leaf(
    key: ec.EllipticCurvePrivateKey, ca: x509.Certificate, ca_key: ec.EllipticCurvePrivateKey, now: datetime
) -> bytes:
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_name("Genoseal practice service"))
        .issuer_name(ca.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(min(now + _LEAF_LIFETIME, ca.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    return certificate.public_bytes(Encoding.PEM)

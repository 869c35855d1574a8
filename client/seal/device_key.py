"""The workstation's Ed25519 key: it signs refreshes, submission manifests and, where asked, every request."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True)
class DeviceKey:
    """Made from its 32 private bytes (RFC 8032 seed), or by `generate`. Never leaves the workstation."""

    private_bytes: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.private_bytes) != 32:
            raise ValueError("a device key is 32 bytes")

    @staticmethod
    def generate() -> DeviceKey:
        """A fresh key."""
        return DeviceKey(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public_bytes(self) -> bytes:
        """The 32 bytes that the service knows this workstation by."""
        return self._key().public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """A 64-byte signature over `data`."""
        return self._key().sign(data)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.private_bytes)

"""The way from a worker to the institution's inbox, as plain data that travels through the worker's pipe."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from client.model.clock import system_clock
from client.network.gate import Gate, RequestSigner, TokenSource
from client.network.inbox import Inbox
from client.network.proxy import ProxySettings
from client.network.tus import DEFAULT_PATH, TusUpload
from client.seal.device_key import DeviceKey
from client.seal.http_signature import sign_request_digest


@dataclass(frozen=True)
class SigningDevice:
    """Signs each request (RFC 9421), where the profile asks for it."""

    device_id: str
    key: DeviceKey = field(repr=False)

    def signer(self) -> RequestSigner:
        """What the gate calls for each request."""

        def sign(method: str, url: str, body_sha256: bytes) -> Mapping[str, str]:
            return sign_request_digest(method, url, body_sha256, self.key, self.device_id, system_clock())

        return sign


@dataclass(frozen=True)
class ServiceRoute:
    """A tus inbox, the service's own or one on another origin.

    `is_service` false: another origin, which is never given a token (the caller has checked that the profile accepts
    the weaker transport). `max_patch_bytes` is the service's limit, where it names one.
    """

    origin: str
    pins: tuple[bytes, ...]
    ca_pem: bytes | None = field(repr=False)
    user_agent: str
    is_service: bool = True
    path: str = DEFAULT_PATH
    max_patch_bytes: int | None = None
    proxy: ProxySettings | None = field(default=None, repr=False)
    signing: SigningDevice | None = None

    @contextlib.contextmanager
    def open(self, tokens: TokenSource) -> Iterator[Inbox]:
        """Open the inbox for one worker; leaving the block closes its connections."""
        with Gate(
            self.origin,
            self.pins,
            self.ca_pem,
            proxy=self.proxy,
            tokens=tokens if self.is_service else None,
            signer=self.signing.signer() if self.signing else None,
            user_agent=self.user_agent,
        ) as gate:
            yield TusUpload(gate, self.path, max_patch_bytes=self.max_patch_bytes)

"""From the profile's `[inbox]` to an open inbox, as plain data that a worker process can be given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from client.model.clock import Clock, system_clock
from client.model.errors import ClientError, ServerIdentityError
from client.model.profile import Profile
from client.network.errors import OriginRefusedError
from client.network.gate import Gate, RequestSigner, TokenSource
from client.network.inbox import Inbox
from client.network.origin import parse_origin
from client.network.proxy import ProxySettings
from client.network.retry import RetryPolicy
from client.network.s3 import S3Upload
from client.network.service import ServiceApi
from client.network.tus import DEFAULT_PATH, TusUpload
from client.seal.device_key import DeviceKey
from client.seal.http_signature import request_signer


@dataclass(frozen=True)
class GatePlace:
    """Where a gate leads, and by which keys it is known."""

    origin: str
    pins: tuple[bytes, ...]
    ca_pem: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class RequestKey:
    """Signs each request to the service (RFC 9421), where the profile asks for it."""

    device_id: str
    key: DeviceKey = field(repr=False)

    def signer(self, clock: Clock) -> RequestSigner:
        """What a gate calls for each request."""
        return request_signer(self.key, self.device_id, clock)


@dataclass(frozen=True)
class InboxRoute:
    """How to reach the inbox. Pickles; holds no token.

    `inbox` is None where bodies go to the service itself. An inbox on another origin has pins of its own and is never
    given a token; the caller has checked that the profile accepts the weaker transport.
    """

    kind: str
    service: GatePlace
    user_agent: str
    inbox: GatePlace | None = None
    path: str = DEFAULT_PATH
    most_bytes: int | None = None
    """The most that one sealed body may have."""
    proxy: ProxySettings | None = field(default=None, repr=False)
    request_key: RequestKey | None = None

    @contextmanager
    def open(self, tokens: TokenSource) -> Iterator[Inbox]:
        """Open the inbox for one worker; leaving the block closes its connections."""
        with ExitStack() as stack:
            if self.kind == "s3":
                if self.inbox is None:
                    raise OriginRefusedError
                service = stack.enter_context(self._gate(self.service, tokens))
                store = stack.enter_context(self._gate(self.inbox, None))
                yield S3Upload(service, store, most_bytes=self.most_bytes)
            elif self.inbox is None:
                gate = stack.enter_context(self._gate(self.service, tokens))
                yield TusUpload(
                    gate,
                    self.path,
                    most_bytes=self.most_bytes,
                    largest_patch_bytes=lambda: _largest_patch_bytes(gate),
                )
            else:
                gate = stack.enter_context(self._gate(self.inbox, None))
                yield TusUpload(gate, self.path, most_bytes=self.most_bytes)

    def _gate(self, place: GatePlace, tokens: TokenSource | None) -> Gate:
        signer = self.request_key.signer(system_clock) if self.request_key and place is self.service else None
        return Gate(
            place.origin,
            place.pins,
            place.ca_pem,
            proxy=self.proxy,
            tokens=tokens,
            signer=signer,
            user_agent=self.user_agent,
        )


def build_inbox_route(
    profile: Profile,
    *,
    now: Clock,
    user_agent: str,
    proxy: ProxySettings | None = None,
    request_key: RequestKey | None = None,
) -> InboxRoute:
    """The route that a verified profile names.

    Raises OriginRefusedError for an inbox on another origin that the profile does not accept the weaker transport
    for, and for an S3 inbox without an origin. `request_key` is used where the profile asks for signed requests.
    """
    service = GatePlace(profile.service.origin, profile.service.pins_at(now()), _bytes(profile.service.ca_pem))
    inbox = None
    named = profile.inbox.origin
    if named is not None and parse_origin(named) != parse_origin(service.origin):
        if not profile.inbox.weaker_transport_accepted:
            raise OriginRefusedError
        inbox = GatePlace(named, profile.inbox.pins, _bytes(profile.inbox.ca_pem))
    if profile.inbox.kind == "s3" and inbox is None:
        raise OriginRefusedError
    return InboxRoute(
        kind=profile.inbox.kind,
        service=service,
        user_agent=user_agent,
        inbox=inbox,
        most_bytes=profile.limits.max_file_bytes,
        proxy=proxy,
        request_key=request_key if profile.inbox.request_signing else None,
    )


def _largest_patch_bytes(service: Gate) -> int | None:
    """The limit that `/service` names. None where it names none or does not answer: too large a PATCH is halved."""
    try:
        return ServiceApi(service, policy=RetryPolicy(max_attempts=1)).service_info().limits.max_patch_bytes
    except ServerIdentityError:
        raise
    except ClientError:
        return None


def _bytes(pem: str | None) -> bytes | None:
    return None if pem is None else pem.encode("ascii")

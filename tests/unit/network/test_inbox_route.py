"""Where bodies go is what the profile says, and a token goes to the service alone."""

from __future__ import annotations

import io
import pickle
from datetime import UTC, datetime, timedelta

import pytest

from client.model.profile import Inbox, NextPin, Profile, ServicePlace, SubmissionLimits
from client.network.errors import OriginRefusedError, TooLargeError
from client.network.inbox_route import RequestKey, build_inbox_route
from client.network.s3 import S3Upload
from client.network.sending import BodySender
from client.network.tus import TusUpload
from client.seal.device_key import DeviceKey
from client.seal.http_signature import require_request_signature
from tests.support.tls_certificates import SPARE_PIN, institution_ca, institution_pins
from tests.support.tls_server import TlsServer, http_answer
from tests.support.tus_server import TusServer

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CA = institution_ca().pem.decode()
KEY = RequestKey("device-0001", DeviceKey.generate())


class OneToken:
    def access_token(self) -> str:
        return "token"

    def renew(self, stale: str) -> str:
        return "token"


def _profile(origin: str, inbox: Inbox, next_pins: tuple[NextPin, ...] = ()) -> Profile:
    return Profile(
        institution="Test",
        environment="test",
        serial=1,
        not_after=NOW,
        service=ServicePlace(origin, institution_pins(), CA, next_pins),
        recipients=(),
        signing_keys=(),
        consent=(),
        inbox=inbox,
    )


def _route(profile: Profile) -> object:
    return build_inbox_route(profile, now=lambda: NOW, user_agent="genoseal/test", request_key=KEY)


def test_the_services_own_inbox_gets_the_token_and_no_signature_unasked() -> None:
    tus = TusServer()
    with TlsServer(tus) as server:
        route = build_inbox_route(
            _profile(server.origin, Inbox()), now=lambda: NOW, user_agent="genoseal/test", request_key=KEY
        )
        with pickle.loads(pickle.dumps(route)).open(OneToken()) as inbox:  # noqa: S301 - made on the line itself
            assert isinstance(inbox, TusUpload)
            BodySender(inbox).append_from(inbox.create(3, "x"), io.BytesIO(b"abc"), 3, offset=0)
    assert bytes(tus.stored) == b"abc"
    told = {request.headers.get("authorization") for request in server.requests if request.path != "/api/v1/service"}
    assert told == {"Bearer token"}
    # The limit for one PATCH is public; a service that does not tell it is no reason to stop.
    (asked,) = (request for request in server.requests if request.path == "/api/v1/service")
    assert "authorization" not in asked.headers
    assert all("signature" not in request.headers for request in server.requests)


@pytest.mark.parametrize("tightest", ["profile", "server"])
def test_a_body_larger_than_profile_or_server_allow_is_not_announced(tightest: str) -> None:
    """What the profile says may be IT's own limit, which the service does not know."""
    most = 3 if tightest == "server" else 100
    options = http_answer(204, Tus_Version="1.0.0", Tus_Extension="creation", Tus_Max_Size=str(most))
    with TlsServer(TusServer(spoils={"OPTIONS": [lambda _server, _request: options]})) as server:
        limits = SubmissionLimits(max_file_bytes=3 if tightest == "profile" else 100)
        profile = _profile(server.origin, Inbox())._replace(limits=limits)
        route = build_inbox_route(profile, now=lambda: NOW, user_agent="genoseal/test")
        with route.open(OneToken()) as inbox:
            with pytest.raises(TooLargeError):
                inbox.create(4, "x")
            assert "POST" not in {request.method for request in server.requests}
            inbox.create(3, "x")


def test_where_the_profile_asks_each_request_is_signed_bodies_included() -> None:
    tus = TusServer(extensions="creation")
    with TlsServer(tus) as server:
        profile = _profile(server.origin, Inbox(request_signing=True))
        route = build_inbox_route(profile, now=lambda: NOW, user_agent="genoseal/test", request_key=KEY)
        with route.open(OneToken()) as inbox:
            BodySender(inbox).append_from(inbox.create(3, "x"), io.BytesIO(b"abc"), 3, offset=0)
    assert [request.method for request in server.requests] == ["OPTIONS", "POST", "GET", "PATCH"]
    for request in server.requests:
        key_id = require_request_signature(
            request.method,
            f"{server.origin}{request.path}",
            request.headers,
            request.body,
            KEY.key.public_bytes,
            now=datetime.now(UTC),
        )
        assert key_id == "device-0001"


def test_an_inbox_on_another_origin_has_its_own_pins_and_never_a_token() -> None:
    tus = TusServer()
    with TlsServer(tus) as elsewhere:
        named = Inbox(
            kind="tus", origin=elsewhere.origin, pins=institution_pins(), ca_pem=CA, weaker_transport_accepted=True
        )
        route = build_inbox_route(_profile("https://127.0.0.1:9", named), now=lambda: NOW, user_agent="genoseal/test")
        with route.open(OneToken()) as inbox:
            BodySender(inbox).append_from(inbox.create(3, "x"), io.BytesIO(b"abc"), 3, offset=0)
    assert bytes(tus.stored) == b"abc"
    assert all("authorization" not in request.headers for request in elsewhere.requests)


@pytest.mark.parametrize(
    "inbox",
    [
        Inbox(kind="tus", origin="https://elsewhere.example", pins=institution_pins()),
        Inbox(kind="s3"),
        Inbox(kind="s3", origin="https://127.0.0.1:9", pins=institution_pins(), weaker_transport_accepted=True),
        Inbox(kind="tus", origin="http://elsewhere.example", weaker_transport_accepted=True),
    ],
    ids=["not accepted", "s3 without origin", "s3 at the service", "no https"],
)
def test_an_inbox_that_may_not_be_used_is_refused(inbox: Inbox) -> None:
    with pytest.raises(OriginRefusedError):
        _route(_profile("https://127.0.0.1:9", inbox))


def test_an_object_store_is_spoken_to_through_both_gates() -> None:
    named = Inbox(
        kind="s3",
        origin="https://store.example",
        pins=(SPARE_PIN, bytes(32)),
        weaker_transport_accepted=True,
    )
    route = build_inbox_route(_profile("https://127.0.0.1:9", named), now=lambda: NOW, user_agent="genoseal/test")
    with route.open(OneToken()) as inbox:
        assert isinstance(inbox, S3Upload)


def test_an_announced_pin_counts_from_its_day_on() -> None:
    pin = NextPin(b"n" * 32, NOW + timedelta(days=1))
    profile = _profile("https://127.0.0.1:9", Inbox(), (pin,))
    for day, expected in ((NOW, 2), (NOW + timedelta(days=2), 3)):
        route = build_inbox_route(profile, now=lambda day=day: day, user_agent="genoseal/test")  # type: ignore[misc]
        assert len(route.service.pins) == expected


def test_nothing_secret_shows_in_the_repr() -> None:
    profile = _profile("https://127.0.0.1:9", Inbox(request_signing=True))
    shown = repr(_route(profile))
    assert KEY.key.private_bytes.hex() not in shown
    assert "BEGIN CERTIFICATE" not in shown

"""An upload over real TLS: a client, a line that a proxy spoils, and a scripted tus server."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from client.network.gate import Gate
from client.network.retry import RetryPolicy
from client.network.sending import BodySender, SendOutcome
from client.network.transport import Patience
from client.network.tus import TusUpload
from tests.support.fault_proxy import GOOD, FaultProxy, Line
from tests.support.tls_certificates import institution_ca, institution_pins
from tests.support.tls_server import SeenRequest, TlsServer
from tests.support.tus_server import TusServer

KIB = 1024
BODY = random.Random(20261121).randbytes(1024 * KIB)
PATCH_BYTES = 256 * KIB
PATIENCE = Patience(connect_s=1.0, send_s=1.0, answer_s=1.0, grace_s=3.0, least_bytes_per_s=20_000)


class Tokens:
    """Renews for ever."""

    def __init__(self) -> None:
        self.renewals = 0

    def access_token(self) -> str:
        return f"token-{self.renewals}"

    def renew(self, stale: str) -> str:
        self.renewals += 1
        return self.access_token()


@dataclass
class Scene:
    """A client, a line and a server."""

    tus: TusServer
    server: TlsServer
    proxy: FaultProxy
    inbox: TusUpload
    sender: BodySender
    tokens: Tokens
    waits: list[tuple[float, str]] = field(default_factory=list)

    def send(self, offset: int | None = 0) -> SendOutcome:
        upload = self.inbox.create(len(BODY), "job-1")
        return self.sender.append_from(upload, io.BytesIO(BODY), len(BODY), offset=offset)

    def patches(self) -> list[SeenRequest]:
        return [request for request in self.server.requests if request.method == "PATCH"]


@contextmanager
def scene(
    script: tuple[Line, ...] = (GOOD,),
    tus: TusServer | None = None,
    *,
    max_attempts: int = 10,
    patience: Patience = PATIENCE,
    max_patch_bytes: int | None = PATCH_BYTES,
    signed: bool = False,
) -> Iterator[Scene]:
    """A client whose connections go through `script`, one line of it each; `signed` requests carry a checksum."""
    tus = tus or TusServer()
    tokens = Tokens()
    with ExitStack() as stack:
        server = stack.enter_context(TlsServer(tus))
        proxy = stack.enter_context(FaultProxy(server.port, script))
        gate = stack.enter_context(
            Gate(proxy.origin, institution_pins(), institution_ca().pem, tokens=tokens, patience=patience)
        )
        if signed:
            gate.sign_with(lambda _method, _url, _sha256: {})
        inbox = TusUpload(gate, largest_patch_bytes=lambda: max_patch_bytes, patience=patience)
        waits: list[tuple[float, str]] = []
        sender = BodySender(
            inbox,
            policy=RetryPolicy(max_attempts=max_attempts),
            wait=lambda _seconds: None,
            random_number=lambda: 0.5,
            on_wait=lambda seconds, error: waits.append((seconds, error.code)),
        )
        yield Scene(tus, server, proxy, inbox, sender, tokens, waits)

"""TLS over memory: few calls of the system, deadlines for whole calls, no byte before the other side was checked."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from client.network.errors import PinMismatchError, TlsRefusedError
from client.network.spki_pin import PinSet, build_pinned_context
from client.network.tls_stream import TlsStream
from client.network.wire import httpcore
from tests.support.tls_certificates import institution_ca, institution_certificate, institution_pins

MIB = 1024 * 1024


class CountingSocket(socket.socket):
    """Remembers how much each `sendall` was given."""

    def __init__(self, inner: socket.socket) -> None:
        super().__init__(inner.family, inner.type, inner.proto, fileno=inner.detach())
        self.sent: list[int] = []

    def sendall(self, data: Any, flags: int = 0) -> None:
        self.sent.append(len(data))
        super().sendall(data, flags)


class PlainStream(httpcore.NetworkStream):
    def __init__(self, inner: socket.socket) -> None:
        self.socket = CountingSocket(inner)
        self.closed = False

    def get_extra_info(self, info: str) -> Any:
        return {"socket": self.socket, "is_readable": False}[info]

    def close(self) -> None:
        self.closed = True
        self.socket.close()


@contextlib.contextmanager
def talking_to(serve: Callable[[ssl.SSLSocket], None], server_context: ssl.SSLContext | None = None) -> Iterator[Any]:
    """A plain stream whose other end does a handshake and then what `serve` says."""
    context = server_context or institution_certificate().server_context()
    here, there = socket.socketpair()
    there.settimeout(20)

    def run() -> None:
        with contextlib.suppress(OSError), context.wrap_socket(there, server_side=True) as secured:
            serve(secured)

    thread = threading.Thread(target=run, name="tls-peer")
    thread.start()
    plain = PlainStream(here)
    try:
        yield plain
    finally:
        plain.close()
        thread.join()
        there.close()


def secured(plain: PlainStream) -> TlsStream:
    context = build_pinned_context(PinSet(institution_pins()), institution_ca().pem)
    return TlsStream(plain, context, "localhost", timeout=20)


def receive(peer: ssl.SSLSocket, length: int) -> bytes:
    received = b""
    while len(received) < length:
        received += peer.recv(65536)
    return received


def test_records_leave_together_and_arrive_as_they_were() -> None:
    body = bytes(range(256)) * (MIB // 256) + b"tail"
    arrived: list[bytes] = []

    def answer(peer: ssl.SSLSocket) -> None:
        arrived.append(receive(peer, len(body)))
        peer.sendall(b"done")

    with talking_to(answer) as plain:
        stream = secured(plain)
        plain.socket.sent.clear()
        stream.write(body, timeout=20)
        assert stream.read(100, timeout=20) == b"done"
    assert arrived == [body]
    assert len(plain.socket.sent) == 5, "a call of the system for each record of 16 KiB again"


def test_a_whole_body_is_read_record_by_record() -> None:
    body = bytes(range(256)) * 4096

    with talking_to(lambda peer: peer.sendall(body)) as plain:
        stream = secured(plain)
        read = b""
        while piece := stream.read(MIB, timeout=20):
            read += piece
    assert read == body


def test_an_impostor_gets_no_stream_and_its_connection_is_closed() -> None:
    impostor = institution_ca().issue(("localhost",))
    seen: list[bytes] = []
    with talking_to(lambda peer: seen.append(peer.recv(100)), impostor.server_context()) as plain:
        with pytest.raises(PinMismatchError):
            secured(plain)
        assert plain.closed
    assert seen in ([], [b""])


@pytest.mark.parametrize("use", [lambda tls: tls.write(b"GET / HTTP/1.1\r\n"), lambda tls: tls.read(1)])
def test_a_tls_object_that_was_not_checked_moves_no_byte(use: Callable[[ssl.SSLObject], object]) -> None:
    context = build_pinned_context(PinSet(institution_pins()), institution_ca().pem)
    outgoing = ssl.MemoryBIO()
    with pytest.raises(TlsRefusedError):
        use(context.wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname="localhost"))
    assert outgoing.pending == 0


def test_a_record_that_trickles_in_does_not_outlast_the_timeout() -> None:
    ended = threading.Event()

    def trickle(peer: ssl.SSLSocket) -> None:
        raw = socket.socket(fileno=peer.detach())
        with raw:
            # The head of a record of 16 KiB, and then a byte at a time.
            raw.sendall(b"\x17\x03\x03\x40\x00")
            while not ended.wait(0.02):
                raw.sendall(b"x")

    with talking_to(trickle) as plain:
        stream = secured(plain)
        started_s = time.monotonic()
        with pytest.raises(httpcore.ReadTimeout):
            stream.read(100, timeout=0.3)
        ended.set()
        assert time.monotonic() - started_s < 10


def test_a_peer_that_reads_nothing_ends_a_write_at_its_timeout() -> None:
    ended = threading.Event()

    def read_nothing(_: ssl.SSLSocket) -> None:
        ended.wait(20)

    with talking_to(read_nothing) as plain:
        stream = secured(plain)
        with pytest.raises(httpcore.WriteTimeout):
            stream.write(bytes(64 * MIB), timeout=0.2)
        ended.set()


@pytest.mark.parametrize("proper", [True, False])
def test_a_peer_that_closes_is_the_end_of_reading(proper: bool) -> None:
    def close(peer: ssl.SSLSocket) -> None:
        peer.sendall(b"answer")
        if proper:
            with contextlib.suppress(OSError):
                peer.unwrap()

    with talking_to(close) as plain:
        stream = secured(plain)
        assert stream.read(100, timeout=20) == b"answer"
        assert stream.read(100, timeout=20) == b""


def test_what_lies_read_but_unasked_for_is_seen_before_the_connection_is_used_again() -> None:
    """A closing note that came with the answer is no longer in the kernel: the next request must not go out here."""
    sent = threading.Event()

    def answer_and_close(peer: ssl.SSLSocket) -> None:
        peer.settimeout(0)
        peer.sendall(b"answer")
        with contextlib.suppress(OSError):
            peer.unwrap()
        sent.set()
        time.sleep(0.1)

    with talking_to(answer_and_close) as plain:
        stream = secured(plain)
        assert not stream.get_extra_info("is_readable")
        assert sent.wait(20)
        assert stream.read(100, timeout=20) == b"answer"
        assert stream.get_extra_info("is_readable")


def test_a_peer_that_resets_is_an_error_of_reading() -> None:
    def reset(peer: ssl.SSLSocket) -> None:
        raw = socket.socket(fileno=peer.detach())
        raw.sendall(b"\x17\x03\x03\x00\x20" + bytes(32))
        raw.close()

    with talking_to(reset) as plain, pytest.raises(httpcore.ReadError) as caught:
        secured(plain).read(100, timeout=20)
    assert isinstance(caught.value.args[0], ssl.SSLError)

"""A small real TLS server whose answers a test writes byte by byte, and which remembers all it was sent."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import TracebackType

from tests.support.tls_certificates import institution_certificate


@dataclass(frozen=True)
class SeenRequest:
    """One HTTP request. `body` is what arrived of it."""

    method: str
    path: str
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)


Respond = Callable[[SeenRequest], bytes | Iterable[bytes] | None]
"""The whole answer, or its parts (a pause is the generator's own business); None hangs up without an answer, and so
does HangUp between parts."""


class HangUp(Exception):
    """The server closes the connection here."""


class TlsServer:
    """Listens on 127.0.0.1. `requests` holds every request seen, `plain_bytes` how many bytes came out of TLS."""

    def __init__(self, respond: Respond, context: ssl.SSLContext | None = None, *, port: int = 0) -> None:
        self._respond = respond
        self._context = context or institution_certificate().server_context()
        self._listener = socket.create_server(("127.0.0.1", port))
        self._threads: list[threading.Thread] = []
        self._connections: list[socket.socket] = []
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self.port: int = self._listener.getsockname()[1]
        self.origin = f"https://127.0.0.1:{self.port}"
        self.requests: list[SeenRequest] = []
        self.plain_bytes = 0
        self.connections = 0
        self.handshakes = 0

    def __enter__(self) -> TlsServer:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            connections, threads = list(self._connections), list(self._threads)
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in threads:
            thread.join(5)

    def wait(self, seconds: float) -> None:
        """Pause inside an answer; ends early when the server closes."""
        self._closing.wait(seconds)

    def _start(self, target: Callable[[], None]) -> None:
        thread = threading.Thread(target=target, name="tls-server", daemon=True)
        with self._lock:
            self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self._connections.append(connection)
                self.connections += 1
            self._start(lambda connection=connection: self._serve(connection))  # type: ignore[misc]

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            connection.settimeout(30)
            with _Secured(self._context, connection) as secured:
                with self._lock:
                    self._connections.append(secured)
                    self.handshakes += 1
                reader = _Reader(secured, self._count)
                while (request := reader.next_request()) is not None:
                    with self._lock:
                        self.requests.append(request)
                    if not self._answer(secured, request):
                        return
        connection.close()

    def _answer(self, secured: ssl.SSLSocket, request: SeenRequest) -> bool:
        answer = self._respond(request)
        if answer is None:
            return False
        try:
            for part in [answer] if isinstance(answer, bytes) else answer:
                secured.sendall(part)
                if self._closing.is_set():
                    return False
        except HangUp:
            return False
        return True

    def _count(self, length: int) -> None:
        with self._lock:
            self.plain_bytes += length


class _Secured:
    """wrap_socket with the socket closed whatever happens."""

    def __init__(self, context: ssl.SSLContext, connection: socket.socket) -> None:
        self._secured = context.wrap_socket(connection, server_side=True)

    def __enter__(self) -> ssl.SSLSocket:
        return self._secured

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._secured.close()


class _Reader:
    def __init__(self, secured: ssl.SSLSocket, count: Callable[[int], None]) -> None:
        self._secured = secured
        self._count = count
        self._buffer = b""

    def next_request(self) -> SeenRequest | None:
        while b"\r\n\r\n" not in self._buffer:
            if not self._fill():
                return None
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        method, path, _ = lines[0].split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        length = int(headers.get("content-length", "0"))
        while len(self._buffer) < length and self._fill():
            pass
        body, self._buffer = self._buffer[:length], self._buffer[length:]
        return SeenRequest(method, path, headers, body)

    def _fill(self) -> bool:
        data = self._secured.recv(65536)
        self._count(len(data))
        self._buffer += data
        return bool(data)


def http_answer(status: int, body: bytes = b"", /, **headers: str) -> bytes:
    """An HTTP/1.1 answer; header names with underscores for hyphens."""
    lines = [f"HTTP/1.1 {status} Test", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def json_answer(content: object, status: int = 200, **headers: str) -> bytes:
    """A JSON answer."""
    return http_answer(status, json.dumps(content).encode(), Content_Type="application/json", **headers)


def problem_answer(name: str, status: int, **headers: str) -> bytes:
    """An answer with problem details."""
    body = json.dumps({"type": f"https://service.example/problems/{name}", "title": "x", "status": status})
    return http_answer(status, body.encode(), Content_Type="application/problem+json", **headers)

"""A scriptable TCP proxy: one script entry for each accepted connection, the last one repeats.

It sees TLS only, as the network does: what it cuts, stalls or flips is somewhere inside the records.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """How one connection goes. `up` is from the client, `down` from the server; limits count bytes of TLS.

    `answer_after`: the limit downwards is reached as soon as that many bytes have gone up (the answer to a request).
    At a limit `then` happens: `rst`, `fin`, `stall` (nothing more in that direction) or `corrupt` (one bit flips and
    the rest passes). `refuse`: reset at once. `black_hole`: accepted, never answered. `fragment`: largest piece passed
    on at once. `rate`: bytes a second upwards.
    """

    up_limit: int | None = None
    down_limit: int | None = None
    answer_after: int | None = None
    then: str = "rst"
    refuse: bool = False
    black_hole: bool = False
    fragment: int = 65536
    rate: int | None = None


GOOD = Line()


class FaultProxy:
    """Listens on 127.0.0.1 and passes on to `upstream_port`."""

    def __init__(self, upstream_port: int, script: Sequence[Line] = (GOOD,)) -> None:
        self._upstream = ("127.0.0.1", upstream_port)
        self._script = list(script)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self.port: int = self._listener.getsockname()[1]
        self.origin = f"https://127.0.0.1:{self.port}"
        self.connections = 0
        self.fired: list[str] = []

    def __enter__(self) -> FaultProxy:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        with self._lock:
            sockets = [self._listener, *self._sockets]
            threads = list(self._threads)
        for connection in sockets:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in threads:
            thread.join(1)

    def _start(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, name="fault-proxy", daemon=True)  # type: ignore[arg-type]
        with self._lock:
            self._threads.append(thread)
        thread.start()

    def _keep(self, connection: socket.socket) -> None:
        with self._lock:
            self._sockets.append(connection)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            line = self._script[min(self.connections, len(self._script) - 1)]
            self.connections += 1
            self._keep(connection)
            if line.refuse:
                _reset(connection)
            elif not line.black_hole:
                self._connect(connection, line)

    def _connect(self, client: socket.socket, line: Line) -> None:
        try:
            server = socket.create_connection(self._upstream, 5)
        except OSError:
            _reset(client)
            return
        self._keep(server)
        went_up = [0]
        self._start(self._pump, client, server, line, went_up, True)
        self._start(self._pump, server, client, line, went_up, False)

    def _pump(self, source: socket.socket, sink: socket.socket, line: Line, went_up: list[int], is_up: bool) -> None:
        passed = 0
        limit = line.up_limit if is_up else line.down_limit
        with contextlib.suppress(OSError):
            while data := source.recv(line.fragment):
                if not is_up and line.answer_after is not None and went_up[0] >= line.answer_after:
                    limit = passed
                if limit is not None and passed + len(data) > limit:
                    data = self._at_limit(source, sink, line, data, limit - passed)
                    limit = None
                    if not data:
                        return
                sink.sendall(data)
                passed += len(data)
                if is_up:
                    went_up[0] = passed
                    if line.rate:
                        self._closing.wait(len(data) / line.rate)
        for connection in (source, sink):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _at_limit(self, source: socket.socket, sink: socket.socket, line: Line, data: bytes, keep: int) -> bytes:
        """What still passes; nothing ends the pump."""
        self.fired.append(line.then)
        if line.then == "corrupt":
            flipped = bytearray(data)
            flipped[-1] ^= 1
            return bytes(flipped)
        sink.sendall(data[:keep])
        if line.then == "stall":
            self._closing.wait(30)
        elif line.then == "fin":
            for connection in (source, sink):
                connection.shutdown(socket.SHUT_RDWR)
        else:
            _reset(source)
            _reset(sink)
        return b""


def _reset(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # Wakes a recv() that blocks in the other thread; shutting down both ways would send a FIN first.
        connection.shutdown(socket.SHUT_RD)
    connection.close()

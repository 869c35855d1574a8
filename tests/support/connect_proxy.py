"""An HTTP proxy that understands CONNECT, with or without Basic authentication, and keeps what it was sent."""

from __future__ import annotations

import contextlib
import socket
import threading


class ConnectProxy:
    """Tunnels to wherever it is asked. `answer` replaces its own answer to CONNECT (raw bytes, then it hangs up)."""

    def __init__(self, *, credentials: str | None = None, answer: bytes | None = None) -> None:
        self._credentials = credentials
        self._answer = answer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []
        self.port: int = self._listener.getsockname()[1]
        self.heads: list[str] = []
        self.tunnelled = b""

    def __enter__(self) -> ConnectProxy:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        for connection in [self._listener, *self._sockets]:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in self._threads:
            thread.join(5)

    def _start(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, name="connect-proxy", daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._sockets.append(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            head = b""
            while b"\r\n\r\n" not in head:
                data = connection.recv(4096)
                if not data:
                    return
                head += data
            text = head.decode("latin-1")
            self.heads.append(text)
            if self._answer is not None:
                connection.sendall(self._answer)
                return
            if self._credentials is not None and f"Proxy-Authorization: Basic {self._credentials}\r\n" not in text:
                connection.sendall(
                    b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n'
                    b"Content-Length: 0\r\n\r\n"
                )
                return
            host, _, port = text.split(" ")[1].rpartition(":")
            with socket.create_connection((host, int(port))) as upstream:
                self._sockets.append(upstream)
                connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._start(self._pump, upstream, connection)
                self._pump(connection, upstream, keep=True)

    def _pump(self, source: socket.socket, sink: socket.socket, keep: bool = False) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if keep:
                    self.tunnelled += data
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)

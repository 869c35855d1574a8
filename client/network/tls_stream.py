"""TLS over a connected socket, with its records gathered: many of them leave in one call of the system.

`ssl.SSLSocket` hands every record of 16 KiB to the kernel by itself. Here OpenSSL writes its records into memory and
they go out together (measured over loopback: half the kernel's time of an upload). Who is on the other side is checked
where it always is, at the end of the handshake (`spki_pin`): no stream is made before that.
"""

from __future__ import annotations

import contextlib
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket
from typing import Any

from client.network.wire import httpcore

_GATHERED_BYTES = 256 * 1024
"""Plain bytes whose records are held in memory at a time."""

_RECEIVE_BYTES = 64 * 1024


class TlsStream(httpcore.NetworkStream):
    """A secured stream over `plain`, which belongs to it from now on and is closed when the handshake fails.

    Raises `httpcore`'s errors, and what the context's own handshake raises (PinMismatchError, TlsRefusedError). Each
    `timeout`, in seconds, covers the whole call, however many pieces the line makes of it.
    """

    def __init__(
        self, plain: httpcore.NetworkStream, context: ssl.SSLContext, server_hostname: str | None, timeout: float | None
    ) -> None:
        self._plain = plain
        self._socket: socket = plain.get_extra_info("socket")
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        deadline = _Deadline(timeout)
        try:
            with _named(httpcore.ConnectTimeout, httpcore.ConnectError):
                self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=server_hostname)
                self._shake_hands(deadline)
        except BaseException:
            self.close()
            raise

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What came next, at least a byte; empty when the other side closed, properly or not."""
        deadline = _Deadline(timeout)
        with _named(httpcore.ReadTimeout, httpcore.ReadError):
            while True:
                try:
                    return self._tls.read(max_bytes)
                except ssl.SSLWantReadError:
                    self._receive(deadline)
                except ssl.SSLEOFError:
                    return b""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        deadline = _Deadline(timeout)
        left = memoryview(buffer)
        with _named(httpcore.WriteTimeout, httpcore.WriteError):
            while left:
                left = left[self._tls.write(left[:_GATHERED_BYTES]) :]
                self._send(deadline)

    def close(self) -> None:
        self._plain.close()

    def get_extra_info(self, info: str) -> Any:
        if info == "ssl_object":
            return self._tls
        if info == "is_readable" and (self._incoming.pending or self._tls.pending()):
            return True
        return self._plain.get_extra_info(info)

    def _shake_hands(self, deadline: _Deadline) -> None:
        while True:
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                self._receive(deadline)
            except ssl.SSLError:
                # The other side is told why (an alert), where it still listens.
                with contextlib.suppress(OSError):
                    self._send(deadline)
                raise
            else:
                self._send(deadline)
                return

    def _receive(self, deadline: _Deadline) -> None:
        """Answer what TLS wants answered first, then wait for bytes."""
        self._send(deadline)
        self._socket.settimeout(deadline.left_s())
        if received := self._socket.recv(_RECEIVE_BYTES):
            self._incoming.write(received)
        else:
            self._incoming.write_eof()

    def _send(self, deadline: _Deadline) -> None:
        if self._outgoing.pending:
            self._socket.settimeout(deadline.left_s())
            self._socket.sendall(self._outgoing.read())


class _Deadline:
    def __init__(self, timeout_s: float | None) -> None:
        self._ends_s = None if timeout_s is None else time.monotonic() + timeout_s

    def left_s(self) -> float | None:
        """Seconds left, above zero; raises TimeoutError when there are none."""
        if self._ends_s is None:
            return None
        left_s = self._ends_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError
        return left_s


@contextmanager
def _named(timed_out: type[Exception], failed: type[Exception]) -> Iterator[None]:
    """The socket's errors as those of `httpcore`."""
    try:
        yield
    except TimeoutError as error:
        raise timed_out(error) from error
    except OSError as error:
        raise failed(error) from error

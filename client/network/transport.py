"""Connections under watch: pinned TLS, a deadline and a least rate for each request, and coded errors.

An `httpx` transport over `httpcore`'s documented network backend. Time-outs of the library cover one read or write
each, so a server that sends one byte a second would hold a request for days; the watch counts the whole request.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from socket import gaierror
from typing import Any, NamedTuple

from client.model.errors import ClientError
from client.network.errors import (
    ContractError,
    OriginRefusedError,
    ProxyRefusedError,
    ProxySignInError,
    TimedOutError,
    TlsRefusedError,
    UnreachableError,
)
from client.network.proxy import ProxySettings
from client.network.spki_pin import is_damage, tls_reason
from client.network.tls_stream import TlsStream
from client.network.wire import httpcore, httpx

_KEEP_ALIVE_S = 4.0
"""Below the 5 s after which common servers close an idle connection: a request must not race with that."""


_LIBRARY_ERRORS = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    OSError,
)


class Patience(NamedTuple):
    """How long one request may take: silence, and the whole.

    The whole request ends at `grace_s` plus one second for each `least_bytes_per_s` bytes moved either way, and when
    the answer is longer than `receive_bytes` (None: any length, once it has begun). Pauses that the sender makes
    between pieces do not count.
    """

    connect_s: float = 20.0
    send_s: float = 60.0
    answer_s: float = 60.0
    grace_s: float = 60.0
    least_bytes_per_s: int = 4096
    receive_bytes: int | None = 5 * 1024 * 1024


_MOST_HEAD_BYTES = 256 * 1024
"""Before an answer begins: interim answers (1xx) may come in any number, and the library reads over them for ever."""


class _Watch(threading.local):
    """The running request of this thread."""

    started_s: float = 0.0
    moved_bytes: int = 0
    received_bytes: int = 0
    most_bytes: int | None = None
    written_s: float | None = None
    """When the last piece of the request was out, while nothing has been read since."""
    patience: Patience | None = None
    reached_tls: bool = False


class _WatchedStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, watch: _Watch, now_s: Callable[[], float], is_tls: bool) -> None:
        self._inner = inner
        self._watch = watch
        self._now_s = now_s
        self._is_tls = is_tls

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._watch.written_s = None
        left_s = self._left_s()
        try:
            data = self._inner.read(max_bytes, _shorter(timeout, left_s))
        except httpcore.ReadTimeout:
            self._left_s()
            raise
        self._count(len(data), received=len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        watch = self._watch
        if watch.written_s is not None:
            # Between two pieces it was us who waited (a bandwidth limit, a disk), and not the service.
            watch.started_s += self._now_s() - watch.written_s
        left_s = self._left_s()
        try:
            self._inner.write(buffer, _shorter(timeout, left_s))
        except httpcore.WriteTimeout:
            self._left_s()
            raise
        self._count(len(buffer), received=0)
        watch.written_s = self._now_s()

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = TlsStream(self._inner, ssl_context, server_hostname, _shorter(timeout, self._left_s()))
        self._watch.reached_tls = True
        return _WatchedStream(secured, self._watch, self._now_s, is_tls=True)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)

    def _left_s(self) -> float | None:
        """Seconds that the running request still has; raises TimedOutError at zero."""
        watch = self._watch
        if watch.patience is None:
            return None
        watch.reached_tls = watch.reached_tls or self._is_tls
        allowed_s = watch.patience.grace_s + watch.moved_bytes / watch.patience.least_bytes_per_s
        left_s = watch.started_s + allowed_s - self._now_s()
        if left_s <= 0:
            raise TimedOutError(phase="deadline")
        return left_s

    def _count(self, moved: int, received: int) -> None:
        watch = self._watch
        watch.moved_bytes += moved
        watch.received_bytes += received
        if watch.most_bytes is not None and watch.received_bytes > watch.most_bytes:
            raise ContractError(reason="too-long")


class _WatchedBackend(httpcore.NetworkBackend):
    def __init__(self, watch: _Watch, now_s: Callable[[], float]) -> None:
        self._inner = httpcore.SyncBackend()
        self._watch = watch
        self._now_s = now_s

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        stream = self._inner.connect_tcp(host, port, timeout, local_address, socket_options)
        return _WatchedStream(stream, self._watch, self._now_s, is_tls=False)


class PinnedTransport(httpx.BaseTransport):
    """Sends requests over connections of one pinned context, directly or through a CONNECT proxy.

    Raises the coded errors of `client.network.errors` and no error of the libraries under it. The `patience` of a
    request travels in its extensions under that name.
    """

    def __init__(
        self, context: ssl.SSLContext, proxy: ProxySettings | None, now_s: Callable[[], float], max_connections: int = 4
    ) -> None:
        self._watch = _Watch()
        self._now_s = now_s
        self._has_proxy = proxy is not None
        options: dict[str, Any] = {
            "ssl_context": context,
            "max_connections": max_connections,
            "keepalive_expiry": _KEEP_ALIVE_S,
            "http1": True,
            "http2": False,
            "retries": 0,
            "network_backend": _WatchedBackend(self._watch, now_s),
        }
        self._pool: httpcore.ConnectionPool
        if proxy is None:
            self._pool = httpcore.ConnectionPool(**options)
        else:
            self._pool = httpcore.HTTPProxy(proxy_url=proxy.url, proxy_auth=proxy.credentials(), **options)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        patience = request.extensions.get("patience", Patience())
        watch = self._watch
        watch.patience, watch.started_s = patience, self._now_s()
        watch.moved_bytes = watch.received_bytes = 0
        watch.most_bytes = _MOST_HEAD_BYTES if patience.receive_bytes is None else patience.receive_bytes
        watch.written_s = None
        watch.reached_tls = False
        try:
            answer = self._pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions={
                        "timeout": {
                            "connect": patience.connect_s,
                            "write": patience.send_s,
                            "read": patience.answer_s,
                            "pool": patience.grace_s,
                        }
                    },
                )
            )
        except _LIBRARY_ERRORS as error:
            raise self._coded(error) from None
        watch.most_bytes = patience.receive_bytes
        return httpx.Response(status_code=answer.status, headers=answer.headers, stream=_Body(answer, self._coded))

    def close(self) -> None:
        self._pool.close()

    def _coded(self, error: Exception) -> Exception:
        before_tls = self._has_proxy and not self._watch.reached_tls
        return coded_error(error, before_tls=before_tls)


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, coded: Callable[[Exception], Exception]) -> None:
        self._answer = answer
        self._coded = coded

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except _LIBRARY_ERRORS as error:
            raise self._coded(error) from None

    def close(self) -> None:
        self._answer.close()


class RefusingTransport(httpx.BaseTransport):
    """Stands where plain HTTP would go."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise OriginRefusedError


def coded_error(error: Exception, *, before_tls: bool = False, in_handshake: bool = False) -> Exception:
    """Our error for one of `httpcore`'s or the socket's.

    `before_tls`: a proxy is in use and TLS was not reached. `in_handshake`: a TLS error is one of the handshake.

    What is neither (a mistake in our own code) comes back as it is.
    """
    cause = _root_cause(error)
    if isinstance(error, httpcore.ProxyError):
        return _proxy_error(str(error))
    if isinstance(error, httpcore.TimeoutException):
        return TimedOutError(phase=_timeout_phase(error))
    if isinstance(cause, ssl.SSLError):
        return _tls_error(cause, in_handshake or isinstance(error, httpcore.ConnectError))
    if isinstance(error, httpcore.RemoteProtocolError):
        if "disconnected" in str(error) or "closed connection" in str(error):
            return UnreachableError(reason="closed")
        return ProxyRefusedError(status=0) if before_tls else ContractError(reason="protocol")
    if isinstance(error, httpcore.NetworkError | OSError):
        return UnreachableError(reason=_network_reason(cause))
    return error


def _root_cause(error: BaseException) -> BaseException:
    """The error at the bottom. `httpcore` wraps errors as their first argument, and its pool cuts `__cause__` off;
    `__context__` would be whatever the caller was just handling."""
    while error.args and isinstance(error.args[0], BaseException):
        error = error.args[0]
    return error


def _proxy_error(message: str) -> ClientError:
    digits = message[:3]
    status = int(digits) if digits.isascii() and digits.isdigit() else 0
    return ProxySignInError() if status == 407 else ProxyRefusedError(status=status)


def _timeout_phase(error: Exception) -> str:
    if isinstance(error, httpcore.ReadTimeout):
        return "answer"
    return "send" if isinstance(error, httpcore.WriteTimeout) else "connect"


def _tls_error(cause: ssl.SSLError, in_handshake: bool) -> ClientError:
    if isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return UnreachableError(reason="closed")
    if is_damage(cause) or not in_handshake:
        return UnreachableError(reason="damaged")
    return TlsRefusedError(reason=tls_reason(cause))


def _network_reason(cause: BaseException) -> str:
    if isinstance(cause, gaierror):
        return "name"
    if isinstance(cause, ConnectionRefusedError):
        return "refused"
    return "reset" if isinstance(cause, ConnectionResetError | BrokenPipeError) else "network"


def _shorter(timeout_s: float | None, left_s: float | None) -> float | None:
    if timeout_s is None or left_s is None:
        return timeout_s if left_s is None else left_s
    return min(timeout_s, left_s)

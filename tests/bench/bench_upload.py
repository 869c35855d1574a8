"""How fast a sealed file goes up over loopback TLS 1.3, beside `curl -T` to the same receiver.

Medians of alternating runs; above 1.0 we are faster. The receiver is a process of its own that drains bodies and
answers both sides; it speaks enough of tus for the client. Signed requests carry a SHA-256 of each piece.

curl's time includes its start (16 ms); ours a new connection, OPTIONS, POST and some ten PATCHes where curl sends one
PUT.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from client.network.gate import Gate
from client.network.sending import BodySender
from client.network.tus import TusUpload
from tests.support.tls_certificates import (
    SPARE_PIN,
    CertificateAuthority,
    ServerCertificate,
)

MIB = 1024 * 1024
FILE_MIB = int(os.environ.get("GENOSEAL_BENCH_UPLOAD_MIB", "512"))
RUNS = int(os.environ.get("GENOSEAL_BENCH_RUNS", "5"))


def _receive(certificate: ServerCertificate, extensions: str, ready: Connection) -> None:
    context = certificate.server_context()
    listener = socket.create_server(("127.0.0.1", 0))
    ready.send(listener.getsockname()[1])
    buffer = bytearray(256 * 1024)
    while True:
        connection, _ = listener.accept()
        # Without it each short answer waits 40 ms for the peer's acknowledgement of the one before.
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with contextlib.suppress(OSError), context.wrap_socket(connection, server_side=True) as secured:
            pending = b""
            while True:
                while b"\r\n\r\n" not in pending:
                    data = secured.recv(65536)
                    if not data:
                        raise OSError
                    pending += data
                head, _, rest = pending.partition(b"\r\n\r\n")
                lines = head.decode("latin-1").split("\r\n")
                headers = {key.lower(): value.strip() for key, _, value in (line.partition(":") for line in lines[1:])}
                if headers.get("expect") == "100-continue":
                    secured.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
                if headers.get("transfer-encoding") == "chunked":
                    _drain_chunks(secured, rest, buffer)
                left = int(headers.get("content-length", "0")) - len(rest)
                while left > 0:
                    left -= secured.recv_into(buffer)
                pending = b""
                secured.sendall(_answer(lines[0].split(" ")[0], headers, extensions))


def _drain_chunks(secured: ssl.SSLSocket, rest: bytes, buffer: bytearray) -> None:
    """To the last chunk: `curl -T -` waits for an answer after it, so nothing follows."""
    tail = rest[-5:]
    while not tail.endswith(b"0\r\n\r\n"):
        received = secured.recv_into(buffer)
        if not received:
            raise OSError
        tail = (tail + buffer[max(0, received - 5) : received])[-5:]


def _answer(method: str, headers: dict[str, str], extensions: str) -> bytes:
    extra = "Tus-Resumable: 1.0.0\r\nTus-Version: 1.0.0\r\nTus-Checksum-Algorithm: sha256\r\n"
    if method == "OPTIONS":
        extra += f"Tus-Extension: {extensions}\r\n"
    if method == "POST":
        return f"HTTP/1.1 201 Created\r\n{extra}Location: /api/v1/uploads/1\r\nContent-Length: 0\r\n\r\n".encode()
    if method == "PATCH":
        offset = int(headers["upload-offset"]) + int(headers["content-length"])
        extra += f"Upload-Offset: {offset}\r\n"
    return f"HTTP/1.1 204 No Content\r\n{extra}\r\n".encode()


@contextmanager
def receiver(certificate: ServerCertificate, extensions: str) -> Iterator[int]:
    """A receiving process; its port."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_receive, args=(certificate, extensions, there))
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()
        process.join()


def seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(ca: CertificateAuthority, certificate: ServerCertificate, signed: bool, body: Path, ca_file: Path) -> str:
    """One line: both speeds and their ratio."""
    sealed_bytes = body.stat().st_size
    with receiver(certificate, "creation,checksum") as port:

        def with_curl() -> None:
            subprocess.run(
                ["curl", "--silent", "--show-error", "--tlsv1.3", "--http1.1", "--cacert", str(ca_file),
                 "-T", str(body),
                 f"https://localhost:{port}/"],
                check=True,
            )  # fmt: skip

        def with_genoseal() -> None:
            with Gate(f"https://localhost:{port}", (certificate.pin, SPARE_PIN), ca.pem) as gate:
                if signed:
                    gate.sign_with(lambda _method, _url, _sha256: {})
                inbox = TusUpload(gate)
                with body.open("rb", buffering=0) as source:
                    upload = inbox.create(sealed_bytes, "bench")
                    BodySender(inbox).append_from(upload, source, sealed_bytes, offset=0)

        with_genoseal()
        with_curl()
        pairs = [(seconds(with_genoseal), seconds(with_curl)) for _ in range(RUNS)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    size = sealed_bytes / MIB
    return f"genoseal {size / ours:.0f} MiB/s, curl -T {size / theirs:.0f} MiB/s, ratio {theirs / ours:.2f}"


def main() -> None:
    ca = CertificateAuthority("Bench CA")
    certificate = ca.issue()
    with tempfile.TemporaryDirectory() as folder:
        body, ca_file = Path(folder, "body.gseal"), Path(folder, "ca.pem")
        ca_file.write_bytes(ca.pem)
        block = os.urandom(MIB)
        with body.open("wb") as sink:
            for _ in range(FILE_MIB):
                sink.write(block)
        for name, signed in (("as profiles are", False), ("signed requests, with SHA-256", True)):
            line = compare(ca, certificate, signed, body, ca_file)
            sys.stdout.write(f"upload over TLS 1.3, {name}: {line}\n")


if __name__ == "__main__":
    main()

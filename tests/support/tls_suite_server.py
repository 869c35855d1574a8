"""A TLS 1.3 server that speaks one cipher suite only: `python -m tests.support.tls_suite_server SUITE PEM`.

A process of its own, because OpenSSL reads its suites once per process. Prints its port; after each connection it
prints how many bytes of application data it saw. Ends when it has served as many as standard input says.
"""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from tests.support.tls_certificates import ServerCertificate


class SuiteServer:
    """Runs the module in a process of its own."""

    def __init__(self, suite: str, certificate: ServerCertificate) -> None:
        self._folder = tempfile.TemporaryDirectory()
        pem = Path(self._folder.name, "server.pem")
        pem.write_bytes(certificate.key_pem + certificate.certificate_pem)
        configuration = Path(self._folder.name, "openssl.cnf")
        configuration.write_text(
            "openssl_conf = test\n[test]\nssl_conf = ssl\n[ssl]\nsystem_default = system_default\n"
            f"[system_default]\nMinProtocol = TLSv1.3\nCiphersuites = {suite}\n"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.tls_suite_server", str(pem)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "OPENSSL_CONF": str(configuration)},
            cwd=Path(__file__).resolve().parent.parent.parent,
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.origin = f"https://127.0.0.1:{self.port}"

    def __enter__(self) -> SuiteServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.finish()

    def finish(self, connections: int = 0) -> list[int]:
        """End it after that many connections; how many bytes of application data each brought."""
        if self._process.returncode is not None:
            return []
        output, _ = self._process.communicate(f"{connections}\n", timeout=30)
        self._folder.cleanup()
        return [int(line) for line in output.split()]


def _serve(connection: socket.socket, context: ssl.SSLContext) -> None:
    seen = 0
    with contextlib.suppress(OSError), connection:
        connection.settimeout(10)
        with context.wrap_socket(connection, server_side=True) as secured:
            while data := secured.recv(4096):
                seen += len(data)
    print(seen, flush=True)


def main() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1])
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)

    served = threading.Semaphore(0)

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            _serve(connection, context)
            served.release()

    threading.Thread(target=accept, daemon=True).start()
    for _ in range(int(sys.stdin.readline())):
        served.acquire(timeout=10)


if __name__ == "__main__":
    main()

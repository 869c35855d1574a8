"""Uploads work unchanged against somebody else's tus server: the npm package @tus/server behind TLS 1.3.

It has no checksum extension, names its uploads itself, and answers with `http://` locations behind its own idea of
the scheme.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from client.network.errors import UploadGoneError
from client.network.gate import Gate
from client.network.sending import BodySender
from client.network.tus import TusUpload
from tests.support.fault_proxy import GOOD, FaultProxy, Line
from tests.support.tls_certificates import institution_ca, institution_certificate, institution_pins
from tests.support.tools import TUS_MODULES, needs, node_program, running

pytestmark = [needs(TUS_MODULES), pytest.mark.xdist_group("other-tus")]
SERVER = Path(__file__).resolve().parent.parent / "support" / "tus_js" / "server.mjs"
BODY = random.Random(3).randbytes(5_000_001)


@contextmanager
def other_server(folder: Path) -> Iterator[int]:
    """Its port."""
    certificate = institution_certificate()
    pem = folder / "server.pem"
    pem.write_bytes(certificate.key_pem + certificate.certificate_pem)
    store = folder / "store"
    store.mkdir()
    arguments: list[str | Path] = [node_program(), SERVER, pem, store, TUS_MODULES.parent]
    with running(arguments) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline())


def stored(folder: Path) -> bytes:
    [body] = [path for path in (folder / "store").iterdir() if path.suffix != ".json"]
    return body.read_bytes()


def test_an_upload_arrives_whole_and_is_deleted_when_asked(tmp_path: Path) -> None:
    with (
        other_server(tmp_path) as port,
        Gate(f"https://127.0.0.1:{port}", institution_pins(), institution_ca().pem) as gate,
    ):
        inbox = TusUpload(gate, "/files")
        assert not inbox.server().takes_sha256
        upload = inbox.create(len(BODY), "job-1")
        outcome = BodySender(inbox).append_from(upload, io.BytesIO(BODY), len(BODY), offset=0)
        assert outcome.finished
        assert stored(tmp_path) == BODY
        inbox.terminate(upload)
        with pytest.raises(UploadGoneError):
            inbox.offset(upload, len(BODY))


def test_an_upload_survives_a_breaking_line(tmp_path: Path) -> None:
    script = (Line(up_limit=700_000), Line(up_limit=1_200_000, then="fin"), Line(refuse=True), GOOD)
    with (
        other_server(tmp_path) as port,
        FaultProxy(port, script) as line,
        Gate(line.origin, institution_pins(), institution_ca().pem) as gate,
    ):
        inbox = TusUpload(gate, "/files")
        upload = inbox.create(len(BODY), "job-1")
        sender = BodySender(inbox, wait=lambda _seconds: None)
        outcome = sender.append_from(upload, io.BytesIO(BODY), len(BODY), offset=0)
        assert outcome.finished
        assert len(line.fired) == 2
        assert stored(tmp_path) == BODY

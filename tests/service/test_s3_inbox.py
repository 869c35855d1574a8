"""An object store as inbox: moto's server takes the parts, the service signs their URLs and never sees a body."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from client.network.errors import OriginRefusedError, PinMismatchError, UploadGoneError
from client.network.gate import Gate
from client.network.inbox import upload_reference
from client.network.patch_size import MIB
from client.network.s3 import MOST_PARTS, SMALLEST_PART_BYTES, S3Upload, part_size
from client.network.sending import BodySender
from tests.support.fault_proxy import GOOD, FaultProxy, Line
from tests.support.s3_broker import S3Broker
from tests.support.s3_store import BUCKET, S3Store, object_store
from tests.support.tls_certificates import SPARE_PIN, institution_ca, institution_pins
from tests.support.tls_server import SeenRequest, TlsServer, http_answer, json_answer
from tests.support.tools import MOTO_SERVER, needs

pytestmark = [pytest.mark.xdist_group("moto")]
BODY = random.Random(8).randbytes(2 * SMALLEST_PART_BYTES + 123_457)


class OneToken:
    def access_token(self) -> str:
        return "token"

    def renew(self, stale: str) -> str:
        return "token"


@dataclass
class Scene:
    """The service, the store behind a line, and an inbox that speaks to both."""

    inbox: S3Upload
    broker: S3Broker
    service: TlsServer
    line: FaultProxy
    store: httpx.Client

    def stored(self) -> bytes:
        return self.store.get(f"/{BUCKET}/u1").content


@contextmanager
def scene(folder: Path, script: tuple[Line, ...] = (GOOD,)) -> Iterator[Scene]:
    with ExitStack() as stack:
        moto = stack.enter_context(object_store(folder))
        line = stack.enter_context(FaultProxy(moto.port, script))
        broker = S3Broker(S3Store(line.origin, moto.client))
        service = stack.enter_context(TlsServer(broker))
        gate = stack.enter_context(Gate(service.origin, institution_pins(), institution_ca().pem, tokens=OneToken()))
        store_gate = stack.enter_context(Gate(line.origin, (moto.pin, SPARE_PIN), moto.ca.pem))
        yield Scene(S3Upload(gate, store_gate), broker, service, line, moto.client)


@needs(MOTO_SERVER)
def test_parts_arrive_resume_and_become_one_object(tmp_path: Path) -> None:
    kept: list[str] = []
    # moto hangs up after each part, so each has a connection of its own.
    script = (GOOD, Line(up_limit=3_000_000), Line(refuse=True), GOOD)
    with scene(tmp_path, script) as stage:
        upload = stage.inbox.create(len(BODY), "job-1")
        sender = BodySender(stage.inbox, wait=lambda _seconds: None, on_upload=kept.append)
        outcome = sender.append_from(upload, io.BytesIO(BODY), len(BODY), offset=0, should_stop=lambda: len(kept) == 2)
        assert not outcome.finished
        assert len(stage.line.fired) == 1, "the line broke inside the second part, which went again whole"
        assert outcome.upload == kept[-1]
        assert outcome.resent_bytes <= SMALLEST_PART_BYTES

        # Another process goes on from the text that was kept.
        resumed = BodySender(stage.inbox, wait=lambda _seconds: None)
        finished = resumed.append_from(kept[-1], io.BytesIO(BODY), len(BODY))
        assert (finished.finished, finished.resent_bytes) == (True, 0)
        assert stage.stored() == BODY
        assert upload_reference(finished.upload) == "u1"
        assert all(len(request.body) < 2000 for request in stage.service.requests), "no body goes to the service"
        stage.inbox.finish(finished.upload)


@needs(MOTO_SERVER)
def test_an_upload_that_was_deleted_is_gone(tmp_path: Path) -> None:
    with scene(tmp_path) as stage:
        upload = stage.inbox.create(len(BODY), "job-1")
        stage.inbox.terminate(upload)
        stage.inbox.terminate(upload)
        with pytest.raises(UploadGoneError):
            BodySender(stage.inbox).append_from(upload, io.BytesIO(BODY), len(BODY))


@contextmanager
def a_store_that_is_watched() -> Iterator[tuple[S3Upload, TlsServer, list[str], TlsServer]]:
    """An inbox whose service hands out whatever URLs are put into the list."""
    urls: list[str] = []

    def service(request: object) -> bytes:
        return json_answer({"upload": "u1", "parts": urls, "expires_in": 900})

    with (
        TlsServer(service) as server,
        TlsServer(lambda _: json_answer({}, ETag='"x"'), institution_ca().issue().server_context()) as store,
        Gate(server.origin, institution_pins(), institution_ca().pem, tokens=OneToken()) as gate,
        Gate(store.origin, institution_pins(), institution_ca().pem) as store_gate,
    ):
        yield S3Upload(gate, store_gate), store, urls, server


def test_a_part_url_elsewhere_is_refused() -> None:
    with a_store_that_is_watched() as (inbox, store, urls, server):
        for url in ("https://evil.example/p", "http://localhost:1/p", f"{server.origin}/p"):
            urls[:] = [url]
            with pytest.raises(OriginRefusedError):
                inbox.append(inbox.create(100, "x"), io.BytesIO(bytes(100)), 0, 100, lambda _: None)
        assert store.connections == 0


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_url_that_ran_out_is_asked_for_anew_and_the_same_part_goes_again(status: int) -> None:
    asked: list[bytes] = []
    refusals = [status]

    def service(request: SeenRequest) -> bytes:
        if request.path.endswith("/parts"):
            asked.append(request.body)
        return json_answer({"upload": "u1", "parts": [f"{store.origin}/p?n={len(asked)}"], "expires_in": 900})

    def keep(request: SeenRequest) -> bytes:
        return http_answer(refusals.pop()) if refusals else json_answer({}, ETag='"x"')

    ca = institution_ca()
    with (
        TlsServer(keep) as store,
        TlsServer(service) as server,
        Gate(server.origin, institution_pins(), ca.pem, tokens=OneToken()) as gate,
        Gate(store.origin, institution_pins(), ca.pem) as store_gate,
    ):
        inbox = S3Upload(gate, store_gate)
        sender = BodySender(inbox, wait=lambda _seconds: None)
        outcome = sender.append_from(inbox.create(1000, "x"), io.BytesIO(bytes(1000)), 1000, offset=0)
        assert outcome.finished
        assert [request.path for request in store.requests] == ["/p?n=1", "/p?n=2"]
        assert [len(request.body) for request in store.requests] == [1000, 1000]
        assert asked[0] == asked[1], "the same part under the same hash"


def test_the_stores_own_pins_hold_and_no_token_goes_there() -> None:
    with a_store_that_is_watched() as (inbox, store, urls, _):
        urls[:] = [f"{store.origin}/p?X-Amz-Signature=1"]
        with pytest.raises(PinMismatchError):
            inbox.append(inbox.create(100, "x"), io.BytesIO(bytes(100)), 0, 100, lambda _: None)
    assert store.plain_bytes == 0


def test_parts_grow_so_that_ten_thousand_are_enough() -> None:
    for sealed_bytes in (1, 8 * MIB, 80_000 * MIB, 80_001 * MIB, 5 * 1024 * 1024 * MIB):
        size = part_size(sealed_bytes)
        assert size >= SMALLEST_PART_BYTES
        assert size % MIB == 0
        assert -(-sealed_bytes // size) <= MOST_PARTS


@pytest.mark.parametrize("text", ["", "/api/v1/uploads/", "{}", '{"upload": "../x"}', "{", '{"upload": 3}'])
def test_a_text_that_names_no_upload_has_no_reference(text: str) -> None:
    with pytest.raises(UploadGoneError):
        upload_reference(text)


def test_a_tus_upload_is_named_by_the_last_part_of_its_path() -> None:
    assert upload_reference("/api/v1/uploads/abc-1_2") == "abc-1_2"
    assert upload_reference("/files/abc?x=y") == "abc"

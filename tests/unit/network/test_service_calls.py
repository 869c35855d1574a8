"""The typed calls: what is repeated and what never, and answers that a hostile service could send."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from client.model.errors import ClientError
from client.model.strict_json import Json
from client.network.errors import (
    BusyError,
    ContractError,
    NotSignedInError,
    NotThereError,
    PinMismatchError,
    ServerFaultError,
    TimedOutError,
    UnreachableError,
)
from client.network.gate import Gate
from client.network.service import DeviceIdentity, JobFile, ServiceApi, build_job_body
from client.network.transport import Patience
from tests.support.tls_certificates import institution_ca, institution_pins
from tests.support.tls_server import Respond, SeenRequest, TlsServer, http_answer, json_answer, problem_answer

JOB: dict[str, Json] = {
    "id": "job-00000001",
    "submission_id": "0123456789abcdef",
    "state": "succeeded",
    "steps": [{"name": "check", "state": "succeeded", "messages": [{"level": "info", "text": "\x1b]52;c;x\x07"}]}],
    "submitted_at": "2026-11-21T12:00:00Z",
    "finished_at": None,
    "delete_after": "2026-11-28T12:00:00Z",
    "results": ["chr20.tsv.gseal"],
}
DEVICE = DeviceIdentity("device-0001", "Test", bytes(32))


@contextmanager
def api_to(respond: Respond) -> Iterator[tuple[ServiceApi, TlsServer, list[float]]]:
    waits: list[float] = []
    with TlsServer(respond) as server, Gate(server.origin, institution_pins(), institution_ca().pem) as gate:
        yield ServiceApi(gate, wait=waits.append, random_number=lambda: 0.5), server, waits


def in_turn(*answers: bytes | None) -> Respond:
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def test_a_job_is_read_as_the_service_writes_it() -> None:
    with api_to(lambda _: json_answer({"job": JOB, "receipt": "a.b.c"})) as (api, server, _):
        answer = api.job("job-00000001")
        assert server.requests[0].path == "/api/v1/jobs/job-00000001"
    assert answer.job.is_final
    assert answer.job.results == ("chr20.tsv.gseal",)
    assert answer.job.finished_at is None
    assert answer.job.steps[0].messages[0].text == "\x1b]52;c;x\x07", "escaped where it is shown, and nowhere else"
    assert "a.b.c" not in repr(answer)


@pytest.mark.parametrize(
    "change",
    [
        {"results": [1]},
        {"results": {"a": 1}},
        {"id": "../other"},
        {"id": ""},
        {"id": "x" * 200},
        {"submission_id": None},
        {"state": "exploded"},
        {"submitted_at": "yesterday"},
        {"submitted_at": "2026-11-21T12:00:00"},
        {"submitted_at": "99999-11-21T12:00:00Z"},
        {"steps": [{"name": "x", "state": "odd", "messages": []}]},
        {"steps": [[]]},
    ],
)
def test_a_job_of_another_form_breaks_the_contract(change: dict[str, Json]) -> None:
    with api_to(lambda _: json_answer({"job": {**JOB, **change}, "receipt": "a.b.c"})) as (api, _, _):
        with pytest.raises(ContractError) as caught:
            api.job("job-00000001")
        (name,) = change
        of_a_step = {"steps": [{"name": "x", "state": "odd", "messages": []}]}
        assert caught.value.facts == {"reason": f"field {'state' if change == of_a_step else name}"}


@pytest.mark.parametrize("name", ["../../.bashrc", "/etc/passwd", "CON:", "a\x00b", "chrX.dose.vcf.gz"])
def test_a_result_of_another_name_hides_no_job(name: str) -> None:
    """The names are for showing; none of another form is fetched, or becomes part of a path."""
    other = {**JOB, "id": "job-00000002", "results": [name]}
    with api_to(lambda _: json_answer({"jobs": [JOB, other]})) as (api, server, _):
        assert [job.results for job in api.jobs()] == [("chr20.tsv.gseal",), (name,)]
        if name != "chrX.dose.vcf.gz":
            with pytest.raises(NotThereError), api.open_result("job-00000002", name):
                pass
            assert len(server.requests) == 1


@pytest.mark.parametrize("job_id", ["../account/data", "a/b", "", "..", "a?b=c", "a#b", "a b", "\x1b[2J", "%2e%2e"])
def test_an_id_that_is_none_never_becomes_part_of_a_path(job_id: str) -> None:
    with api_to(lambda _: json_answer({})) as (api, server, _):
        for call in (api.job, api.result_manifest, api.delete_job, api.deletion_certificate, api.cancel_job):
            with pytest.raises(NotThereError):
                call(job_id)
        with pytest.raises(NotThereError):
            api.revoke_device(job_id)
        assert server.connections == 0


def test_a_passing_fault_of_a_reading_call_is_waited_out() -> None:
    answers = (http_answer(500), problem_answer("busy", 503, Retry_After="3"), json_answer({"jobs": [JOB]}))
    with api_to(in_turn(*answers)) as (api, server, waits):
        assert [job.id for job in api.jobs()] == ["job-00000001"]
        assert len(server.requests) == 3
        assert waits[0] < 3 <= waits[1] < 4


def test_a_reading_call_gives_up_in_the_end_and_does_not_wait_for_hours() -> None:
    with api_to(lambda _: http_answer(500)) as (api, server, waits):
        with pytest.raises(ServerFaultError):
            api.jobs()
        assert len(server.requests) == 4
    with api_to(lambda _: http_answer(503, Retry_After="1800")) as (api, server, waits):
        with pytest.raises(BusyError) as caught:
            api.jobs()
        assert caught.value.facts["retry_after_s"] == 1800
        assert (len(server.requests), waits) == (1, [])


@pytest.mark.parametrize(
    "call",
    [
        lambda api: api.begin_session("anna", "password", DEVICE),
        lambda api: api.complete_totp("ticket", "123456"),
        lambda api: api.complete_recovery("ticket", "AAAA"),
        lambda api: api.unlock("123456"),
        lambda api: api.confirm_totp("123456", "ticket"),
        lambda api: api.activate_totp("ticket", "AAAA"),
        lambda api: api.renew_recovery_codes("123456"),
        lambda api: api.change_password("a", "b", "123456"),
    ],
)
def test_a_call_that_uses_up_a_code_or_a_try_is_sent_once(call: Callable[[ServiceApi], Any]) -> None:
    with api_to(lambda _: http_answer(500)) as (api, server, _):
        with pytest.raises(ServerFaultError):
            call(api)
        assert len(server.requests) == 1


@pytest.mark.parametrize("fault", [None, http_answer(502), http_answer(404, b"<html>", Content_Type="text/html")])
def test_a_passing_fault_of_the_job_call_is_told_at_once_and_the_same_bytes_may_go_again(fault: bytes | None) -> None:
    body = build_job_body("0123456789abcdef", b"manifest", [JobFile("f" * 32, "u1", b"header")])
    with api_to(in_turn(fault, json_answer({"job": JOB, "receipt": "a.b.c"}, 201))) as (api, server, waits):
        with pytest.raises(UnreachableError if fault is None else ServerFaultError):
            api.submit_job(body)
        assert api.submit_job(body).receipt == "a.b.c"
        assert {request.body for request in server.requests} == {body}
        assert len(server.requests) == 2
        assert waits == []


def test_the_services_own_404_to_the_job_call_says_that_an_upload_is_missing() -> None:
    body = build_job_body("0123456789abcdef", b"manifest", [JobFile("f" * 32, "u1", b"header")])
    with api_to(lambda _: problem_answer("not-found", 404)) as (api, _, _), pytest.raises(NotThereError):
        api.submit_job(body)


@pytest.mark.parametrize(
    "call",
    [
        ServiceApi.service_info,
        ServiceApi.current_profile,
        ServiceApi.jobs,
        lambda api: api.begin_session("a", "b", DEVICE),
    ],
)
def test_a_404_to_a_call_that_names_nothing_says_that_the_service_is_away(call: Callable[[ServiceApi], object]) -> None:
    with api_to(lambda _: http_answer(404)) as (api, _, _), pytest.raises(ServerFaultError) as caught:
        call(api)
    assert caught.value.facts == {"status": 404}


def test_an_answer_without_its_list_is_not_taken_for_an_empty_one() -> None:
    with api_to(lambda _: json_answer({})) as (api, _, _), pytest.raises(ContractError) as caught:
        api.jobs()
    assert caught.value.facts == {"reason": "field jobs"}


def test_a_job_without_steps_and_results_is_one_that_has_none() -> None:
    job = {"id": "job-0001", "submission_id": "s-1", "state": "waiting", "submitted_at": "2026-11-23T02:00:00Z"}
    with api_to(lambda _: json_answer({"jobs": [job]})) as (api, _, _):
        (read,) = api.jobs()
    assert (read.steps, read.results) == ((), ())


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_a_service_of_another_version_of_the_interface_is_refused(version: Json) -> None:
    limits: Json = {"max_file_bytes": 1, "max_files": 1, "max_patch_bytes": None}
    info: dict[str, Json] = {
        "name": "Test", "environment": "test", "time": "2026-11-23T12:00:00Z", "limits": limits, "retention_days": 7,
        "applications": [], "notices": [],
    }  # fmt: skip
    answers = (json_answer({**info, "api_version": version}), json_answer({**info, "api_version": 1}))
    with api_to(in_turn(*answers)) as (api, _, _):
        with pytest.raises(ContractError) as caught:
            api.service_info()
        assert caught.value.facts == {"reason": "field api_version"}
        assert api.service_info().environment == "test"


def test_a_refresh_without_an_answer_is_asked_again_only_while_it_counts_as_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After 60 s the service takes it for a stolen token, and revokes this workstation."""
    passed_s: list[float] = []
    began_s: list[float] = []

    def stalls(*_: object, patience: Patience, **__: object) -> None:
        began_s.append(sum(passed_s))
        passed_s.append(max(patience.connect_s, patience.send_s, patience.answer_s, patience.grace_s))
        raise TimedOutError(phase="answer")

    with Gate("https://127.0.0.1:1", institution_pins(), institution_ca().pem) as gate:
        monkeypatch.setattr(gate, "request", stalls)
        api = ServiceApi(gate, wait=passed_s.append, random_number=lambda: 0.999)
        with pytest.raises(TimedOutError):
            api.refresh("token", lambda method, url, body_sha256: {})
    assert len(began_s) > 1
    assert began_s[-1] < 50


def test_an_impostor_is_not_tried_again() -> None:
    impostor = institution_ca().issue()
    waits: list[float] = []
    with (
        TlsServer(lambda _: json_answer({}), impostor.server_context()) as server,
        Gate(server.origin, institution_pins(), institution_ca().pem) as gate,
    ):
        with pytest.raises(PinMismatchError):
            ServiceApi(gate, wait=waits.append).jobs()
        assert server.connections == 1
    assert waits == []


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"mfa_ticket": "a", "enrolment_ticket": "b"},
        {"mfa_ticket": 3},
        [],
    ],
)
def test_a_sign_in_answer_of_another_form_breaks_the_contract(answer: Json) -> None:
    with api_to(lambda _: json_answer(answer)) as (api, _, _), pytest.raises(ContractError):
        api.begin_session("anna", "password", DEVICE)


@pytest.mark.parametrize("token", ["", "a b", "a\r\nX-Evil: 1", "é", "x" * 5000])
def test_a_token_that_is_none_is_refused(token: str) -> None:
    good: dict[str, Json] = {"access_token": "a", "refresh_token": "b", "token_type": "Bearer", "expires_in": 600}
    for name in ("access_token", "refresh_token"):
        answer = json_answer({**good, name: token})
        with api_to(in_turn(answer)) as (api, _, _), pytest.raises(ContractError):
            api.complete_totp("t", "123456")


@pytest.mark.parametrize(
    "wrong", [{"expires_in": 10**18}, {"expires_in": -1}, {"recovery_codes_left": 2**31}, {"recovery_codes_left": 1e3}]
)
def test_numbers_that_no_clock_or_window_has_room_for_break_the_contract(wrong: dict[str, Json]) -> None:
    good: dict[str, Json] = {"access_token": "a", "refresh_token": "b", "token_type": "Bearer", "expires_in": 600}
    with api_to(in_turn(json_answer({**good, **wrong}))) as (api, _, _), pytest.raises(ContractError):
        api.complete_totp("t", "123456")


def test_a_refresh_is_signed_over_its_own_body() -> None:
    tokens: dict[str, Json] = {"access_token": "a", "refresh_token": "b", "token_type": "Bearer", "expires_in": 600}
    signed: list[tuple[str, str, bytes]] = []

    def signer(method: str, url: str, body_sha256: bytes) -> dict[str, str]:
        signed.append((method, url, body_sha256))
        return {"Signature": "x"}

    with api_to(lambda _: json_answer(tokens)) as (api, server, _):
        api.refresh("old", signer)
        request = server.requests[0]
        assert signed == [("POST", f"{server.origin}/api/v1/session/refresh", hashlib.sha256(request.body).digest())]
        assert "authorization" not in request.headers


def _ranged(content: bytes, **changes: str) -> Respond:
    def respond(request: SeenRequest) -> bytes:
        start = (
            int(request.headers["range"].removeprefix("bytes=").removesuffix("-")) if "range" in request.headers else 0
        )
        headers = {"Content_Range": f"bytes {start}-{len(content) - 1}/{len(content)}", **changes}
        return http_answer(206 if start else 200, content[start:], Content_Type="application/octet-stream", **headers)

    return respond


def test_a_result_comes_in_pieces_from_any_offset() -> None:
    content = bytes(range(256)) * 1000
    with api_to(_ranged(content)) as (api, server, _):
        with api.open_result("job-00000001", "a.gseal") as download:
            assert (download.offset, b"".join(download.chunks)) == (0, content)
        with api.open_result("job-00000001", "a.gseal", 100_001) as download:
            assert (download.offset, download.total_bytes) == (100_001, len(content))
            assert b"".join(download.chunks) == content[100_001:]
        assert server.connections == 1


@pytest.mark.parametrize("value", ["bytes 0-9/10", "bytes 5-4/3", "bytes 5-99/10", "bytes */10", "", "bytes 5-9/*"])
def test_a_range_that_was_not_asked_for_is_refused(value: str) -> None:
    with (
        api_to(_ranged(b"x" * 100, Content_Range=value)) as (api, _, _),
        pytest.raises(ContractError) as caught,
        api.open_result("job-00000001", "a.gseal", 5),
    ):
        pytest.fail("opened")
    assert caught.value.facts == {"reason": "range"}


@pytest.mark.parametrize(
    ("answer", "cls"),
    [
        (problem_answer("results-gone", 410), NotThereError),
        (http_answer(200, b"x", Content_Encoding="gzip"), ContractError),
        (http_answer(401), NotSignedInError),
    ],
)
def test_a_download_is_refused_like_any_other_answer(answer: bytes, cls: type[ClientError]) -> None:
    with api_to(lambda _: answer) as (api, _, _), pytest.raises(cls), api.open_result("job-00000001", "a.gseal"):
        pytest.fail("opened")


def test_a_download_that_drips_ends() -> None:
    holder: list[TlsServer] = []

    def drip(_: SeenRequest) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
        while True:
            holder[0].wait(0.05)
            yield b"x"

    patience = Patience(grace_s=0.5, answer_s=0.5, least_bytes_per_s=100_000, receive_bytes=None)
    with TlsServer(drip) as server, Gate(server.origin, institution_pins(), institution_ca().pem) as gate:
        holder.append(server)
        with gate.download("/x", patience=patience) as download, pytest.raises(TimedOutError):
            b"".join(download.chunks)

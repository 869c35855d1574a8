"""Faults of the line, made by a TCP proxy between client and server: the object is intact afterwards."""

from __future__ import annotations

import io

import pytest

from client.network.errors import (
    TimedOutError,
    UnreachableError,
)
from client.network.transport import Patience
from tests.support.fault_proxy import GOOD, Line
from tests.support.tus_server import PATH, TusServer
from tests.support.upload_scene import BODY, PATCH_BYTES, scene

MID_BODY = 100_000
"""Bytes of TLS after which a limit lies in the middle of the first PATCH."""
AFTER_PATCH = PATCH_BYTES
"""Bytes of TLS that have gone up when the first PATCH is through: what comes down next is its answer."""
LINE_FAULTS = {
    "reset in mid-body": (Line(up_limit=MID_BODY),),
    "closed in mid-body": (Line(up_limit=MID_BODY, then="fin"),),
    "stall in mid-body": (Line(up_limit=MID_BODY, then="stall"),),
    "reset before the answer, bytes stored": (Line(answer_after=AFTER_PATCH),),
    "closed before the answer, bytes stored": (Line(answer_after=AFTER_PATCH, then="fin"),),
    "answer stalls, bytes stored": (Line(answer_after=AFTER_PATCH, then="stall"),),
    "a bit flips on the way up": (Line(up_limit=MID_BODY, then="corrupt"),),
    "a bit flips on the way down": (Line(answer_after=AFTER_PATCH, then="corrupt"),),
    "reset in the handshake of the second connection": (Line(up_limit=MID_BODY), Line(down_limit=500)),
    "stall in the handshake of the second connection": (Line(up_limit=MID_BODY), Line(down_limit=500, then="stall")),
    "refused, then black hole, then reset, then good": (
        Line(up_limit=MID_BODY),
        Line(refuse=True),
        Line(black_hole=True),
        Line(up_limit=MID_BODY),
    ),
    "five resets, each in another place": tuple(Line(up_limit=MID_BODY + 7919 * number) for number in range(5)),
    "tiny fragments": (Line(fragment=211),),
    "a slow line": (Line(rate=900_000, fragment=16384),),
}


@pytest.mark.parametrize("signed", [False, True], ids=["plain", "checksum"])
@pytest.mark.parametrize("script", LINE_FAULTS.values(), ids=LINE_FAULTS.keys())
def test_a_fault_of_the_line_leaves_the_object_intact(script: tuple[Line, ...], signed: bool) -> None:
    last = script if not (script[-1].up_limit or script[-1].down_limit or script[-1].answer_after) else (*script, GOOD)
    with scene(last, TusServer(extensions="creation,checksum,termination"), signed=signed) as stage:
        outcome = stage.send()
        assert outcome.finished
        assert bytes(stage.tus.stored) == BODY
        assert outcome.resent_bytes <= PATCH_BYTES * len(script)
        expected = [line for line in script if line.up_limit or line.down_limit or line.answer_after]
        assert len(stage.proxy.fired) >= len(expected)
        if any(line.answer_after for line in script) and script[0].then != "corrupt":
            # The bytes were stored and only the answer was lost: asking for the offset saves sending them again.
            assert outcome.resent_bytes == 0


def test_nobody_listening_is_tried_again_and_then_given_up() -> None:
    with scene((Line(refuse=True),), max_attempts=3) as stage:
        with pytest.raises(UnreachableError):
            stage.sender.append_from(f"{PATH}/u1", io.BytesIO(BODY), len(BODY))
        assert stage.proxy.connections == 3


def test_a_black_hole_times_out() -> None:
    with scene((Line(black_hole=True),), max_attempts=1) as stage, pytest.raises(TimedOutError) as caught:
        stage.inbox.create(10, "x")
    assert caught.value.facts == {"phase": "connect"}


def test_without_a_checksum_what_arrived_before_a_break_is_not_sent_again() -> None:
    with scene((Line(up_limit=MID_BODY, then="fin"), GOOD), TusServer(extensions="creation,checksum")) as stage:
        outcome = stage.send()
        assert outcome.finished
        assert bytes(stage.tus.stored) == BODY
        assert sum(len(request.body) for request in stage.patches()) == len(BODY)


def test_a_line_of_20_kb_a_second_is_only_slow() -> None:
    with scene((Line(rate=20_000, fragment=2048),), patience=Patience()) as stage:
        upload = stage.inbox.create(30_000, "x")
        outcome = stage.sender.append_from(upload, io.BytesIO(BODY[:30_000]), 30_000, offset=0)
        assert outcome.finished
        assert stage.waits == []
        assert bytes(stage.tus.stored) == BODY[:30_000]

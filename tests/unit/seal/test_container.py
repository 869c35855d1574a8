"""The sealed file as streams, bytes and files: what comes out is what went in, or nothing is there."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from client.model.errors import ClientError
from client.seal import private_output as private_output_module
from client.seal.container import (
    BodyOpener,
    BodySealer,
    BodyWriter,
    FileKey,
    build_header,
    generate_file_key,
    open_body_stream,
    open_bytes,
    open_file,
    open_header,
    open_stream,
    opened_space,
    seal_bytes,
    seal_file,
    seal_stream,
    sealed_space,
)
from client.seal.errors import (
    BodyAlteredError,
    DiskFullError,
    HeaderAlteredError,
    NewerVersionError,
    NotForThisKeyError,
    OutputExistsError,
    OutputFailedError,
    RecipientsError,
    SourceMissingError,
    SourceUnreadableError,
)
from client.seal.header import parse_header_length
from client.seal.keys import Kem, generate_private_key
from client.seal.private_output import private_output, private_source

KEY = generate_private_key(Kem.X25519)
US = KEY.public_key()


@settings(max_examples=60, deadline=None)
@given(
    data=st.binary(max_size=200) | st.integers(0, 70_000).map(lambda n: bytes(range(256)) * (n // 256 + 1)),
    cuts=st.lists(st.integers(1, 40_000), max_size=6),
)
def test_any_way_of_cutting_the_stream_gives_the_same_plaintext(data: bytes, cuts: list[int]) -> None:
    file_key = generate_file_key()
    sealer, opener = BodySealer(file_key), BodyOpener(file_key)
    body, offset = b"", 0
    for cut in [*cuts, len(data)]:
        body += sealer.update(data[offset : offset + cut])
        offset += cut
    body += sealer.update(data[offset:]) + sealer.finish()
    assert len(body) == 56 + len(data) + 16 * (len(data) // 16_384 + 1)
    plain, offset = b"", 0
    for cut in [*reversed(cuts), len(body)]:
        plain += opener.update(body[offset : offset + cut])
        offset += cut
    plain += opener.update(body[offset:]) + opener.finish()
    assert plain == data


@pytest.mark.parametrize("length", [0, 1, 16383, 16384, 16385, 524_288, 1_100_000])
def test_facts_say_what_was_written(length: int) -> None:
    data = os.urandom(length)
    sealed = io.BytesIO()
    facts = seal_stream(io.BytesIO(data), sealed, [US])
    content = sealed.getvalue()
    body = content[4096:]
    assert facts.sealed_sha256 == hashlib.sha256(content).hexdigest()
    assert facts.body_sha256 == hashlib.sha256(body).hexdigest()
    assert (facts.sealed_bytes, facts.body_bytes) == (len(content), len(body))
    assert facts.file_id == content[12:28]
    out = io.BytesIO()
    opened = open_stream(io.BytesIO(content), out, KEY)
    assert (opened.sha256, opened.bytes) == (hashlib.sha256(data).hexdigest(), length)
    assert out.getvalue() == data


def test_the_body_travels_first_and_the_header_opens_it_later() -> None:
    file_key = generate_file_key()
    body = io.BytesIO()
    writer = BodyWriter(BodySealer(file_key), body)
    assert writer.write(b"first ") == 6
    assert writer.write(memoryview(b"second")) == 6
    writer.finish()
    assert writer.body_sha256 == hashlib.sha256(body.getvalue()).hexdigest()
    assert writer.body_bytes == len(body.getvalue())
    other = generate_private_key()
    first, second = build_header(file_key, [US]), build_header(file_key, [other.public_key()])
    assert open_bytes(first + body.getvalue(), KEY) == b"first second"
    assert open_bytes(second + body.getvalue(), other) == b"first second", "a header can be replaced"
    out = io.BytesIO()
    open_body_stream(io.BytesIO(body.getvalue()), out, open_header(first, KEY))
    assert out.getvalue() == b"first second"


@pytest.mark.parametrize(
    ("version", "algorithm", "error"),
    [
        (0, 1, HeaderAlteredError),
        (1, 0, HeaderAlteredError),
        (0, 2, HeaderAlteredError),
        (1, 2, NewerVersionError),
        (2, 0, NewerVersionError),
    ],
)
def test_a_version_that_never_was_is_altered_and_a_later_one_newer(
    version: int, algorithm: int, error: type[ClientError]
) -> None:
    header = build_header(generate_file_key(), [US])
    said = version.to_bytes(2, "big") + algorithm.to_bytes(2, "big")
    assert parse_header_length(header[:32]) == len(header)
    with pytest.raises(error):
        parse_header_length(header[:8] + said + header[12:32])


def test_several_recipients_each_open_it_and_nobody_else() -> None:
    keys = [generate_private_key(kem) for kem in (Kem.X_WING, Kem.X25519, Kem.X_WING)]
    sealed = seal_bytes(b"x", [key.public_key() for key in keys])
    assert [open_bytes(sealed, key) for key in keys] == [b"x"] * 3
    with pytest.raises(NotForThisKeyError) as caught:
        open_bytes(sealed, KEY)
    assert caught.value.facts == {"recipients": 3}


def test_recipients_are_one_to_sixty_four_each_once() -> None:
    many = [generate_private_key(Kem.X25519).public_key() for _ in range(65)]
    file_key = generate_file_key()
    assert len(build_header(file_key, many[:64])) == 2 * 4096
    for wrong in ([], many, [US, US]):
        with pytest.raises(RecipientsError):
            build_header(file_key, wrong)
    x_wing = [generate_private_key().public_key() for _ in range(64)]
    # 36 + 64 stanzas of 40 + 1168 + 32 bytes, rounded up.
    assert len(build_header(file_key, x_wing)) == 19 * 4096


def test_a_header_with_bytes_behind_it_is_no_header() -> None:
    header = build_header(generate_file_key(), [US])
    for wrong in (header + b"\0", header[:-1]):
        with pytest.raises(HeaderAlteredError):
            open_header(wrong, KEY)


def test_no_plaintext_of_a_wrong_chunk_is_released_or_left_in_the_buffer() -> None:
    file_key = generate_file_key()
    sealer = BodySealer(file_key)
    body = bytearray(sealer.update(b"A" * 16384 * 4) + sealer.finish())
    body[56 + 16400 * 2 + 5] ^= 1
    buffer = bytearray(opened_space(len(body)))
    with pytest.raises(BodyAlteredError):
        BodyOpener(file_key).update_into(body, buffer)
    assert not any(buffer)
    released = io.BytesIO()
    with pytest.raises(BodyAlteredError):
        open_body_stream(SlowReader(bytes(body)), released, file_key)
    assert released.getvalue() == b"A" * 16384 * 2, "whole authentic chunks before the fault, nothing of it"


class SlowReader(io.BytesIO):
    """Gives at most 5,000 bytes at a time, as a socket might."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(5000, size) if size is not None and size >= 0 else 5000)


class SlowWriter(io.BytesIO):
    """Takes at most 1,000 bytes at a time, as a pipe might."""

    def write(self, data: Any, /) -> int:
        return super().write(bytes(data)[:1000])


def test_short_reads_and_short_writes_change_nothing() -> None:
    data = os.urandom(100_000)
    sealed, out = SlowWriter(), SlowWriter()
    seal_stream(SlowReader(data), sealed, [US])
    open_stream(SlowReader(sealed.getvalue()), out, KEY)
    assert out.getvalue() == data


def test_two_sealings_share_nothing_but_the_form() -> None:
    first, second = seal_bytes(b"same", [US]), seal_bytes(b"same", [US])
    assert first[12:28] != second[12:28]
    assert first[4096:] != second[4096:]
    assert first[36:76] == second[36:76], "suite, key id and length"
    assert first[76:156] != second[76:156]


def test_keys_are_not_shown_and_have_one_length() -> None:
    file_key = generate_file_key()
    assert file_key.key.hex() not in repr(file_key)
    assert "key=" not in repr(file_key)
    for file_id, key in ((b"x", bytes(32)), (bytes(16), b"x")):
        with pytest.raises(ValueError, match="file key"):
            FileKey(file_id, key)


def test_memory_does_not_grow_with_the_file() -> None:
    class Endless(io.RawIOBase):
        left = 64 * 1024 * 1024

        def read(self, size: int = -1, /) -> bytes:
            given = min(size, self.left)
            self.left -= given
            return bytes(given)

    class Nowhere(io.RawIOBase):
        def write(self, data: Any, /) -> int:
            return len(data)

    tracemalloc.start()
    try:
        seal_stream(Endless(), Nowhere(), [US])  # type: ignore[arg-type]
        assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_buffers_of_the_stated_size_are_always_large_enough() -> None:
    file_key = generate_file_key()
    sealer, opener = BodySealer(file_key), BodyOpener(file_key)
    for length in (16383, 1, 0, 16384, 100_000, 3):
        buffer, plain = bytearray(sealed_space(length)), bytearray(opened_space(sealed_space(length)))
        written = sealer.update_into(bytes(length), buffer)
        opener.update_into(memoryview(buffer)[:written], plain)


# --- files ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "data.vcf.gz"
    path.write_bytes(b"genotypes" * 10_000)
    return path


def code_of(call: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(ClientError) as caught:
        call(*arguments, **options)
    return caught.value.code


def test_files_are_sealed_and_opened_privately_and_whole(source: Path, tmp_path: Path) -> None:
    sealed, out = tmp_path / "data.gseal", tmp_path / "back"
    facts = seal_file(source, sealed, [US])
    assert facts.sealed_sha256 == hashlib.sha256(sealed.read_bytes()).hexdigest()
    assert open_file(sealed, out, KEY).bytes == source.stat().st_size
    assert out.read_bytes() == source.read_bytes()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (sealed, out)} == {0o600}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["back", "data.gseal", "data.vcf.gz"]


def test_an_existing_output_is_replaced_only_with_force(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine")
    assert code_of(seal_file, source, out, [US]) == "SEAL-OUTPUT-EXISTS"
    assert out.read_text() == "mine"
    seal_file(source, out, [US], force=True)
    assert open_file(out, tmp_path / "back", KEY).bytes == source.stat().st_size
    assert code_of(seal_file, source, tmp_path, [US], force=True) == "SEAL-OUTPUT-EXISTS"
    dangling = tmp_path / "link"
    dangling.symlink_to(tmp_path / "nowhere")
    assert code_of(seal_file, source, dangling, [US]) == "SEAL-OUTPUT-EXISTS"
    seal_file(source, dangling, [US], force=True)
    assert not dangling.is_symlink()
    assert not (tmp_path / "nowhere").exists(), "a link in the output's place is replaced, never followed"


def test_an_output_that_appears_meanwhile_is_not_replaced(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def write() -> None:
        with private_output(out) as sink:
            sink.write(b"ours")
            out.write_text("theirs")

    assert code_of(write) == OutputExistsError.code
    assert out.read_text() == "theirs"
    assert not list(tmp_path.glob("*.part"))


def test_where_there_are_no_hard_links_a_rename_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    with private_output(tmp_path / "out") as sink:
        sink.write(b"ours")
    assert (tmp_path / "out").read_bytes() == b"ours"
    with pytest.raises(OutputExistsError), private_output(tmp_path / "second") as sink:
        (tmp_path / "second").write_text("theirs")
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["out", "second"]


def test_each_bad_source_and_output_has_its_error(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert code_of(seal_file, tmp_path / "none", out, [US]) == SourceMissingError.code
    assert code_of(seal_file, tmp_path, out, [US]) == SourceMissingError.code
    assert code_of(seal_file, source / "below", out, [US]) == SourceMissingError.code
    assert code_of(seal_file, Path("null\0byte"), out, [US]) == SourceMissingError.code
    assert code_of(seal_file, source, tmp_path / "none" / "out", [US]) == OutputFailedError.code
    assert code_of(seal_file, source, source / "below", [US]) == OutputFailedError.code
    assert code_of(seal_file, source, tmp_path / "null\0byte", [US]) == OutputFailedError.code
    assert code_of(seal_file, source, tmp_path / ("n" * 300), [US]) == OutputFailedError.code
    assert code_of(seal_file, source, out, []) == RecipientsError.code
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc/self/mem is Linux's")
def test_a_source_that_fails_while_it_is_read_is_the_sources_fault(tmp_path: Path) -> None:
    assert code_of(seal_file, Path("/proc/self/mem"), tmp_path / "out", [US]) == SourceUnreadableError.code
    assert not list(tmp_path.iterdir())
    with pytest.raises(SourceUnreadableError), private_source(Path("/proc/self/mem")) as stream:
        stream.read(10)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_and_nothing_is_left(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(number, "full")

    monkeypatch.setattr(private_output_module.os, "fsync", full)
    assert code_of(seal_file, source, tmp_path / "out", [US]) == DiskFullError.code
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


def test_being_stopped_leaves_nothing(tmp_path: Path) -> None:
    def write() -> None:
        with private_output(tmp_path / "out") as sink:
            sink.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert not list(tmp_path.iterdir())


def test_a_failed_opening_keeps_the_file_that_was_there(source: Path, tmp_path: Path) -> None:
    sealed, out = tmp_path / "s", tmp_path / "out"
    seal_file(source, sealed, [US])
    sealed.write_bytes(sealed.read_bytes()[:-1])
    out.write_text("mine")
    assert code_of(open_file, sealed, out, KEY, force=True) == "SEAL-BODY"
    assert out.read_text() == "mine"

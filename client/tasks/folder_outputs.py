"""Files that are being made for one folder and take their names together, or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from client.model.full_disk import is_disk_full
from client.model.handover import PAGE_NAME, REPORT_NAME
from client.seal.private_output import sync_folder, take_place
from client.tasks.errors import DiskFullError, OutputExistsError, OutputFolderError, about
from client.tasks.left_parts import hold_part, remove_left_parts
from client.tasks.places import require_free
from prep.errors import RecheckError
from prep.results import PreparedName, PrepareReport
from prep.unbroken import unbroken

SHARED_NAMES = (REPORT_NAME, PAGE_NAME)
LOCAL_PAGE_NAME = "report-local.html"
REPORT_NAMES = (*SHARED_NAMES, LOCAL_PAGE_NAME)
_NAME = re.compile(r"chr[0-9A-Z]{1,2}\.vcf\.gz|" + "|".join(map(re.escape, REPORT_NAMES)))


class FolderOutputs:
    """Files that are being made for one folder: `.part` until `publish`, and gone when the block is left before."""

    def __init__(self, folder: Path, sources: Sequence[Path], *, force: bool) -> None:
        self.folder = folder
        self.sources = sources
        self.force = force
        self._parts: dict[tuple[int, str], tuple[Path, BinaryIO]] = {}

    def __enter__(self) -> FolderOutputs:
        remove_left_parts(self.folder, _NAME.fullmatch)
        return self

    def __exit__(self, *_: object) -> None:
        for part, stream in self._parts.values():
            with contextlib.suppress(OSError):  # what it still holds has no room on a full disk
                stream.close()
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        self._parts.clear()

    def open(self, number: int, name: PreparedName) -> BinaryIO:
        """The sink for one output of file `number`; asked again for the same, the earlier bytes are void."""
        return self._open(number, name.file_name)

    def add(self, name: str, data: bytes) -> None:
        """A small finished file."""
        stream = self._open(0, name)
        with _folder_errors(self.folder):
            stream.write(data)

    def sha256(self, reports: Sequence[PrepareReport]) -> dict[str, str]:
        """What each file holds, by name, before it has its name; of outputs the recheck has said it."""
        digests = {output.file_name: output.sha256 for report in reports for output in report.outputs}
        for (_, name), (_, stream) in self._parts.items():
            if name not in digests:
                with _folder_errors(self.folder):
                    stream.seek(0)
                    digests[name] = hashlib.sha256(stream.read()).hexdigest()
        return digests

    def settle(self, reports: Sequence[PrepareReport] = ()) -> None:
        """Bring everything to the disk, still without a name. Existing files are replaced only with `force`.

        Raises RecheckError where an output is not as long there as the recheck saw it.
        """
        for _, name in self._parts:
            require_free(self.folder / name, force=self.force, sources=self.sources)
        lengths = {output.file_name: output.bytes for report in reports for output in report.outputs}
        with _folder_errors(self.folder):
            for (_, name), (_, stream) in self._parts.items():
                stream.flush()
                os.fsync(stream.fileno())
                length = os.fstat(stream.fileno()).st_size
                if lengths.get(name, length) != length:
                    raise RecheckError(check="bytes-on-disk")

    def publish(self) -> None:
        """Give everything its name, after `settle`. A stop that comes now is too late.

        Raises OutputExistsError where another command gave one of the names since then and not `force`.
        Where one name cannot be given the folder is as it was before, what `force` replaced included; that alone is not
        where the file system has no hard links.
        """
        new: list[Path] = []
        replaced: dict[Path, Path] = {}
        with _folder_errors(self.folder), unbroken() as heard:
            try:
                for (_, name), (part, stream) in self._parts.items():
                    place = self.folder / name
                    is_new = not (self.force and os.path.lexists(place))
                    if not is_new:
                        with contextlib.suppress(OSError):
                            replaced[place] = _second_name(place)
                    stream.close()  # as late as this, for the lock goes with it
                    with _existing(place):
                        take_place(part, place, force=self.force)
                    new += [place] if is_new else []
                sync_folder(self.folder)
            except (OSError, OutputExistsError):
                for place in new:
                    with contextlib.suppress(OSError):
                        place.unlink()
                for place, second in replaced.items():
                    with contextlib.suppress(OSError):
                        os.replace(second, place)  # noqa: PTH105
                raise
            finally:
                for second in replaced.values():
                    with contextlib.suppress(OSError):
                        second.unlink(missing_ok=True)
            self._parts.clear()
            heard.clear()

    def _open(self, number: int, name: str) -> BinaryIO:
        require_free(self.folder / name, force=self.force, sources=self.sources)
        earlier = self._parts.get((number, name))
        if earlier is not None:
            stream = earlier[1]
            stream.seek(0)
            stream.truncate()
            return stream
        part = _part_of(self.folder / name)
        with _folder_errors(self.folder), unbroken():
            descriptor = os.open(
                part,
                os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0),
                0o600,
            )
            stream = io.BufferedRandom(io.FileIO(descriptor, "r+b"))
            self._parts[number, name] = (part, stream)
        hold_part(descriptor)
        return stream


def _part_of(place: Path) -> Path:
    """A name beside `place` that the next command removes where it was left."""
    return place.with_name(f"{place.name}.{secrets.token_hex(4)}.part")


def _second_name(place: Path) -> Path:
    """Another name for what lies there, also where that is a link. Raises OSError."""
    second = _part_of(place)
    os.link(place, second, follow_symlinks=os.link not in os.supports_follow_symlinks)
    return second


@contextmanager
def _existing(place: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise about(OutputExistsError(), place) from error


@contextmanager
def _folder_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if is_disk_full(error):
            raise DiskFullError from error
        raise about(OutputFolderError(), folder) from error

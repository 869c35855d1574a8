"""Files that were named and folders to write to: checked before any work starts, so that a mistake costs nothing."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from client.model.folders import make_private_folders
from client.seal.errors import OutputFailedError
from client.secrets.password_file import VAULT_PASSWORD_FILE_VARIABLE
from client.tasks.errors import (
    FileIsFolderError,
    FileIsUrlError,
    FileMissingError,
    FileUnreadableError,
    OutputExistsError,
    OutputFolderError,
    OutputIsSourceError,
    about,
)
from client.tasks.logs import stop_logging

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[/\\]")
"""How an address looks once it was taken for a path; a drive of Windows is one letter."""


def require_file(path: Path) -> None:
    """Raise FileMissingError, FileIsUrlError, FileIsFolderError (no regular file) or FileUnreadableError."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise about(FileIsUrlError() if _URL.match(str(path)) else FileMissingError(), path) from error
    except OSError as error:
        is_no_name = error.errno == errno.ENAMETOOLONG
        raise about(FileMissingError() if is_no_name else FileUnreadableError(), path) from error
    if not stat.S_ISREG(mode):
        raise about(FileIsFolderError(), path)
    if not os.access(path, os.R_OK):
        raise about(FileUnreadableError(), path)


def require_files(paths: Sequence[Path]) -> None:
    """`require_file` for each of them."""
    for path in paths:
        require_file(path)


def read_named(path: Path, most_bytes: int) -> bytes:
    """The beginning of a file that a person named. Raises what `require_file` raises, and FileUnreadableError."""
    require_file(path)
    try:
        with path.open("rb") as stream:
            return stream.read(most_bytes)
    except OSError as error:  # a disk or a network that fails, a file that vanished a moment ago
        raise about(FileUnreadableError(), path) from error


def make_output_folder(folder: Path) -> None:
    """Make `folder` (0700 where it is new). Raises OutputFolderError."""
    try:
        make_private_folders(folder)
    except (OSError, ValueError) as error:
        raise about(OutputFolderError(), folder) from error


@contextmanager
def output_folder(folder: Path) -> Iterator[None]:
    """`make_output_folder` for the block; a folder that was made for it and stays empty goes again."""
    was_there = folder.is_dir()
    make_output_folder(folder)
    try:
        yield
    finally:
        if not was_there:
            # Refused unless it is empty, which is what is wanted.
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def passing_folder(purpose: str) -> Iterator[Path]:
    """A temporary folder with a private folder of its own, gone when the block ends.

    The log that lies in it is closed first: Windows removes nothing that is open.
    """
    import tempfile  # for rehearsals alone: no other command waits for its imports

    with tempfile.TemporaryDirectory(prefix=f"genoseal-{purpose}-") as folder:
        try:
            yield Path(folder)
        finally:
            stop_logging()


def names_apart(files: Sequence[Path]) -> tuple[str, ...]:
    """What to call files that somebody sees together: by their names, or as given where two have the same."""
    names = tuple(file.name for file in files)
    return names if len(set(names)) == len(names) else tuple(map(str, files))


def require_free(path: Path, *, force: bool, sources: Iterable[Path | None] = ()) -> None:
    """Raise OutputExistsError when something lies at `path` and replacing it was not asked for (a folder: always).

    `sources` are the files that the same command reads (None: not given). Raises OutputIsSourceError where `path` is
    one of them, under whatever name or link: replacing it would destroy what the work is made from. So would replacing
    the file with the vault's passphrase, which opens all that is kept here.
    """
    vault_password = os.environ.get(VAULT_PASSWORD_FILE_VARIABLE)
    read = (*sources, Path(vault_password) if vault_password else None)
    if any(source is not None and is_same_file(path, source) for source in read):
        raise about(OutputIsSourceError(), path)
    if os.path.isdir(path) or (not force and os.path.lexists(path)):  # noqa: PTH112 - a name too long must not raise
        raise about(OutputExistsError(), path)


def require_not_read(outputs: Iterable[Path | None], sources: Iterable[Path | None]) -> None:
    """Raise OutputIsSourceError where an output is one of the files with secrets that the same command reads.

    A backup in the place of its own passphrase could never be opened. `-` is standard input and no file.
    """
    read = [source for source in sources if source is not None and str(source) != "-"]
    for output in outputs:
        if output is not None and any(is_same_file(output, source) for source in read):
            raise about(OutputIsSourceError(), output)


def require_output(path: Path, *, force: bool, sources: Iterable[Path | None] = ()) -> None:
    """`require_free`, and OutputFailedError where the folder that `path` is to lie in does not exist."""
    try:
        has_folder = path.absolute().parent.is_dir()
    except (OSError, ValueError):
        has_folder = False
    if not has_folder:
        raise about(OutputFailedError(), path)
    require_free(path, force=force, sources=sources)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both are one file, under whatever name or link, or are meant for the same place."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        # One of them is not there yet: both may still be meant for the same place.
        return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100 - also for a null byte


def require_empty(folder: Path, *, force: bool) -> None:
    """Raise OutputExistsError when something lies in `folder` and using it all the same was not asked for."""
    if not force and any(folder.iterdir()):
        raise about(OutputExistsError(), folder)

"""Commands run in this process, in a folder of their own, and a look into the files that they write."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.support.command import Finished
from ui.terminal.main import run


class Here:
    """Runs commands in this process: hundreds of files need no hundreds of starts."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *arguments: str | Path, as_json: bool = True) -> Finished:
        self._capsys.readouterr()
        code = run([*map(str, arguments), *(["--json"] if as_json else [])])
        captured = self._capsys.readouterr()
        return Finished(code, captured.out, captured.err)


def lines_of(file: Path) -> list[str]:
    with gzip.open(file, "rt") as stream:
        return stream.readlines()


def names_in(file: Path) -> list[str]:
    return next(line for line in lines_of(file) if line.startswith("#CHROM")).rstrip("\n").split("\t")[9:]

"""What the terminal shows: one place that writes to stdout and stderr.

Results go to stdout, everything else (progress, questions, problems) to stderr. With `--json` stdout carries exactly
one object and nothing else. Text is never markup: a sample name such as `[/red]` crashed it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from client.model.display import display_lines, display_text
from client.tasks.errors import OutputUnshownError
from ui.messages import Explanation
from ui.terminal.lines import Line, Table, Terminal, outlet

if TYPE_CHECKING:
    from datetime import datetime

    from rich.progress import Progress

SCHEMA = 1


class Screen:
    """The command's stdout and stderr. `facts` is the JSON object under construction."""

    def __init__(self, *, is_json: bool, arguments: Sequence[str] = ()) -> None:
        self.is_json = is_json
        self._given = dict(_given_file(argument) for argument in reversed(arguments))
        self.facts: dict[str, Any] = {"schema": SCHEMA}
        self._out = outlet(sys.stdout)
        self.err = outlet(sys.stderr)
        self._finished = False

    @property
    def columns(self) -> int:
        """How many characters a line of stdout has room for."""
        return self._out.width

    def say(self, *lines: Line | str) -> None:
        """Print lines to stdout; strings are outside text or plain words and never markup."""
        if self.is_json:
            return
        with _showing():
            for line in lines:
                self._out.show(line if isinstance(line, Line) else Line(display_lines(line)))

    def table(
        self,
        headings: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Sequence[int] = (),
        whole: Sequence[int] = (),
    ) -> None:
        """Print a plain table to stdout; cells go through `display_text`.

        `right` are the right-aligned columns; `whole` those that keep to one line, such as ids that somebody copies.
        """
        if not self.is_json:
            table = Table(headings, [[display_text(cell) for cell in row] for row in rows], right, whole)
            with _showing():
                self._out.table(table)

    def note(self, line: Line | str) -> None:
        """Print a line to stderr, with or without `--json`."""
        self.err.show(line if isinstance(line, Line) else Line(display_lines(line)))

    def problem(self, explanation: Explanation, subject: str | None = None) -> None:
        """Say what happened, what it means and what to do next; with `--json` as the object's `error`."""
        if self.is_json:
            error = {
                "code": explanation.code,
                "what": explanation.what,
                "meaning": explanation.meaning,
                "next": explanation.next,
            }
            if subject is not None:
                error["file"] = subject
            self.facts["error"] = error
            return
        where = "" if subject is None else f"{display_text(self.as_given(subject))}: "
        code = f"  [{explanation.code}]"
        self.err.show(Line(("✗ ", "bold red"), (f"{where}{explanation.what}", "bold"), (code, "dim")), wraps=True)
        for words in (explanation.meaning, explanation.next):
            if words:
                self.err.show(Line(words), indent=2, wraps=True)

    def as_given(self, path: str) -> str:
        """The argument that became this path, letter by letter (`./a//b` became `a/b`)."""
        return self._given.get(path, path)

    @staticmethod
    def shown(text: str, max_chars: int = 200) -> str:
        """Outside text, made visible and inert."""
        return display_text(text, max_chars)

    def mark_finished(self) -> None:
        """The command has printed the JSON object itself."""
        self._finished = True

    def finish(self) -> None:
        """Print the JSON object, once, when `--json` asks for it."""
        if self.is_json and not self._finished:
            self._finished = True
            print_json_line(self._files_as_given(self.facts))

    def _files_as_given(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: self.as_given(inner) if key == "file" and isinstance(inner, str) else self._files_as_given(inner)
                for key, inner in value.items()
            }
        return [self._files_as_given(item) for item in value] if isinstance(value, list) else value

    @contextmanager
    def bar(self, label: str) -> Iterator[Bar]:
        """A progress bar on stderr for long work; silent where stderr is no terminal."""
        if not isinstance(self.err, Terminal):
            yield Bar(None)
            return
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        with Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[detail]}", markup=False),
            TimeElapsedColumn(),
            console=self.err.console,
            transient=True,
        ) as progress:
            yield Bar(progress, label)


class Bar:
    """One progress bar, or nothing at all."""

    def __init__(self, progress: Progress | None, label: str = "") -> None:
        self._progress = progress
        self._task = None if progress is None else progress.add_task(display_text(label, 40), total=None, detail="")

    def show(self, label: str, done: float, total: float | None, detail: str = "") -> None:
        """Draw the state; `total` None shows movement without an end."""
        if self._progress is not None and self._task is not None:
            self._progress.update(
                self._task, description=display_text(label, 40), completed=done, total=total, detail=detail
            )


def options_in(arguments: Sequence[str]) -> Sequence[str]:
    """The arguments that may be options: a `--` behind the command's name ends them, one before it means nothing."""
    command = next((place for place, argument in enumerate(arguments) if not argument.startswith("-")), 0)
    return arguments[: arguments.index("--", command)] if "--" in arguments[command:] else arguments


def _given_file(argument: str) -> tuple[str, str]:
    """An argument as a path and as it was given; of `--out=FILE` the file counts."""
    name, equals, value = argument.partition("=")
    given = value if equals and name.startswith("--") else argument
    return str(Path(given)), given


def print_json_line(facts: dict[str, Any]) -> None:
    """Write one JSON object and a newline to stdout, in ASCII so that no terminal or locale can change it."""
    with _showing():
        sys.stdout.write(json.dumps(facts, ensure_ascii=True, allow_nan=False) + "\n")
        sys.stdout.flush()


@contextmanager
def _showing() -> Iterator[None]:
    """What stdout does not take is told as that: whatever the command did by then is done, and stays."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputUnshownError from error


def good(words: str) -> Line:
    """A line that says something went well."""
    return Line(("✓ ", "green"), display_lines(words))


def heading(words: str) -> Line:
    """A heading."""
    return Line((display_lines(words), "bold"))


def sized(count_bytes: int | float) -> str:
    """Bytes for people: `3.1 GB` (decimal, as disks and services count)."""
    size = float(count_bytes)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            return f"{int(size):,} bytes" if unit == "bytes" else f"{size:,.1f} {unit}"
        size /= 1000
    raise AssertionError("unreachable")


def local_time(moment: datetime | None) -> str:
    """`2026-11-22 10:35`, by this computer's clock; `never` for None."""
    return "never" if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M")


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 file`, `1,126 samples`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"

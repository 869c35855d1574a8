"""What goes to a pipe is, letter by letter, what Rich would write there; and Rich is there for terminals."""

from __future__ import annotations

import io
import random

import pytest

from ui.messages import Explanation
from ui.terminal.lines import Line, Pipe, Table, Terminal, outlet
from ui.terminal.screen import Screen, good


class _Stream(io.StringIO):
    def __init__(self, *, is_terminal: bool = False) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def _tables() -> list[Table]:
    generator = random.Random(7)

    def cell() -> str:
        length = generator.choice([0, 1, 4, 12, 40])
        return "".join(generator.choice("abc DEF 12-/._é→,") for _ in range(length)).strip()

    def table(columns: int) -> Table:
        rows = [[cell() for _ in range(columns)] for _ in range(generator.randint(0, 4))]
        right = [column for column in range(columns) if generator.random() < 0.3]
        return Table([cell() for _ in range(columns)], rows, right, [0])

    return [table(generator.randint(1, 6)) for _ in range(400)]


@pytest.mark.parametrize("columns", ["40", "80", ""])
def test_a_table_in_a_pipe_is_the_one_that_rich_draws(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    plain = 0
    for table in _tables():
        ours, richs = _Stream(), _Stream()
        Pipe(ours).table(table)
        Terminal(richs, int(columns or 200)).table(table)
        assert ours.getvalue() == richs.getvalue(), (table.headings, table.rows, table.right)
        plain += table.plain_lines(int(columns or 200)) is not None
    assert plain > 10


@pytest.mark.parametrize("columns", ["0", "1", "2", "7"])
def test_no_column_of_a_table_is_lost_however_narrow_it_is(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "dumb")
    for is_terminal in (False, True):
        stream = _Stream(is_terminal=is_terminal)
        outlet(stream).table(Table(["Map", "Last written"], [["0123456789abcdef", "2026-11-22"]], [], [0]))
        shown = "".join(stream.getvalue().split())
        assert sorted(shown) == sorted("MapLastwritten0123456789abcdef2026-11-22"), shown


def test_a_line_in_a_pipe_is_its_text_and_on_a_terminal_its_styles_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    line = Line("  ", ("stops", "bold red"), good("a"), (" dim", "dim"))
    pipe, terminal = _Stream(), _Stream(is_terminal=True)
    outlet(pipe).show(line, indent=2, wraps=True)
    assert pipe.getvalue() == "    stops✓ a dim\n"
    outlet(terminal).show(line)
    assert terminal.getvalue() == "  \x1b[1mstops\x1b[0m✓ a\x1b[2m dim\x1b[0m\n"


@pytest.mark.parametrize(
    ("is_terminal", "variable", "kind"),
    [
        (True, "", Terminal),
        (False, "", Pipe),
        (False, "FORCE_COLOR=1", Terminal),
        (True, "FORCE_COLOR=", Pipe),
        (False, "TTY_COMPATIBLE=1", Terminal),
        (True, "TTY_COMPATIBLE=0", Pipe),
        (True, "TTY_COMPATIBLE=2", Terminal),
    ],
)
def test_a_terminal_is_what_rich_takes_for_one(
    is_terminal: bool, variable: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    if variable:
        monkeypatch.setenv(*variable.split("="))
    stream = _Stream(is_terminal=is_terminal)
    assert type(outlet(stream)) is kind
    assert Terminal(stream).is_terminal is (kind is Terminal)


def test_a_problem_is_wrapped_and_indented_on_a_terminal_and_whole_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    screen = Screen(is_json=False)
    words = Explanation("GS-X", "It stops", "Because " + "of this " * 8, "")
    screens = {}
    for is_terminal in (True, False):
        stream = _Stream(is_terminal=is_terminal)
        screen.err = outlet(stream)
        screen.problem(words, "a/b.vcf")
        screens[is_terminal] = stream.getvalue()
    assert screens[False] == f"✗ a/b.vcf: It stops  [GS-X]\n  {words.meaning}\n"
    lines = screens[True].splitlines()
    assert len(lines) > 2
    assert all(line.startswith("  ") for line in lines[1:])

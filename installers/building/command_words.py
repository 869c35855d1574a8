"""Manual pages and shell completion, written from what the command line says about itself."""

from __future__ import annotations

import gzip
import io
import textwrap
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from installers.building.place import Place

Command = dict[str, Any]
_EXIT_CODES = (
    ("0", "done"),
    ("1", "a bug in genoseal"),
    ("2", "wrong usage"),
    ("3", "the input needs you; what blocks is listed"),
    ("4", "the recheck failed, nothing was kept"),
    ("5", "sign-in, keyring or vault"),
    ("6", "service unreachable or busy"),
    ("7", "the server's identity was refused"),
    ("8", "a sealed file could not be read"),
    ("130", "stopped by the user"),
)


def manual_pages(root: Command, tool: Command, place: Place) -> dict[str, bytes]:
    """Compressed pages by file name: one per command of the program and of the institution's tool, and the window's.

    The tool `genoseal-profile` and the command `genoseal profile` are one name to man: its page has both.
    """
    texts = {"genoseal.1": _page(root, (root["name"],), place), "genoseal-desktop.1": _desktop_page(place)}
    commands = [*_walk(root, (root["name"],)), *_walk(tool, (tool["name"],))]
    texts |= {"-".join(path) + ".1": _page(command, path, place) for path, command in commands}
    namesakes = [(path, command) for path, command in commands if "-".join(path) == tool["name"]]
    texts[f"{tool['name']}.1"] = _page(tool, (tool["name"],), place, namesakes)
    return {f"{name}.gz": _compressed(text) for name, text in texts.items()}


def completions(root: Command) -> dict[str, str]:
    """Static completion by path below `share`: it answers without starting the program."""
    words = {" ".join(path): _words(command) for path, command in [(("genoseal",), root), *_walk(root, ("genoseal",))]}
    cases = "\n".join(f'    "{path}") words="{" ".join(options)}" ;;' for path, options in words.items())
    return {
        "bash-completion/completions/genoseal": _BASH.replace("@CASES@", cases),
        "fish/vendor_completions.d/genoseal.fish": "\n".join(_fish(root)) + "\n",
        "zsh/vendor-completions/_genoseal": _ZSH,
    }


_BASH = """# bash completion for genoseal
_genoseal() {
  local path=genoseal words word index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    [[ $word == -* ]] || case "$(_genoseal_words "$path")" in
      *" $word "*) path="$path $word" ;;
    esac
  done
  if [[ $2 == -* ]] || [[ $(_genoseal_words "$path") =~ \\ [a-z] ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_genoseal_words "$path")" -- "$2")
  fi
  # No word of ours fits: it is a file or a folder.
  ((${#COMPREPLY[@]})) || compopt -o default
}

_genoseal_words() {
  local words=
  case "$1" in
@CASES@
  esac
  printf ' %s ' "$words"
}
complete -F _genoseal genoseal
"""
_ZSH = """#compdef genoseal
# Uses the bash completion, which is written from the command line itself.
autoload -U +X bashcompinit && bashcompinit
source /usr/share/bash-completion/completions/genoseal
_bash_complete -F _genoseal
"""


def _walk(command: Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Command]]:
    for below in command["commands"]:
        yield (*path, below["name"]), below
        yield from _walk(below, (*path, below["name"]))


def _words(command: Command) -> list[str]:
    options = [name for item in command["parameters"] if item["kind"] == "option" for name in item["names"]]
    return [*(below["name"] for below in command["commands"]), *options, "--help"]


def _fish(root: Command) -> Iterator[str]:
    yield "# fish completion for genoseal"
    for path, command in [(("genoseal",), root), *_walk(root, ("genoseal",))]:
        condition = "; and ".join(f"__fish_seen_subcommand_from {name}" for name in path[1:]) or "__fish_use_subcommand"
        for below in command["commands"]:
            yield f"complete -c genoseal -n {_quoted(condition)} -a {below['name']} -d {_quoted(_first(below))}"
        for item in command["parameters"]:
            for name in item["names"] if item["kind"] == "option" else ():
                if name.startswith("--"):
                    yield f"complete -c genoseal -n {_quoted(condition)} -l {name[2:]} -d {_quoted(item['help'])}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'"


def _first(command: Command) -> str:
    return str(command["help"].split("\n\n")[0].replace("\n", " "))


def _page(
    command: Command, path: tuple[str, ...], place: Place, namesakes: Sequence[tuple[tuple[str, ...], Command]] = ()
) -> str:
    name = "-".join(path)
    parts = [_title(name, place), ".SH NAME", f"{_roff(name)} \\- {_roff(_first(command).rstrip('.'))}", ".SH SYNOPSIS"]
    parts += [f".B {_roff(' '.join(path))}", _roff(_usage(command)), ".SH DESCRIPTION", _paragraphs(command["help"])]
    if command["parameters"]:
        parts.append(".SH OPTIONS")
        for item in command["parameters"]:
            names = (
                ", ".join(f"\\fB{_roff(option)}\\fR" for option in item["names"]) if item["kind"] == "option" else ""
            )
            parts += [".TP", f"{names} \\fI{_roff(item['metavar'])}\\fR".strip(), _roff(item["help"]) or "\\&"]
    panel = None
    for below in command["commands"]:
        if below["panel"] != panel or panel is None:
            panel = below["panel"]
            parts.append(f'.SH "{_roff((panel or "commands").upper())}"')
        parts += [".TP", f"\\fB{_roff(below['name'])}\\fR", _roff(_first(below))]
    for other, namesake in namesakes:
        parts += [f'.SH "{_roff(" ".join(other).upper())}"', _roff(_first(namesake))]
        for below in namesake["commands"]:
            parts += [".TP", f"\\fB{_roff(' '.join(other))} {_roff(below['name'])}\\fR", _roff(_first(below))]
    parts += _exit_codes() if path == ("genoseal",) else []
    parts += [".SH SEE ALSO", "\\fBgenoseal-desktop\\fR(1)" if path == ("genoseal",) else "\\fBgenoseal\\fR(1)"]
    return "\n".join(parts) + "\n"


def _usage(command: Command) -> str:
    words = ["[OPTIONS]"] + [
        item["metavar"] if item["required"] else f"[{item['metavar']}]"
        for item in command["parameters"]
        if item["kind"] == "argument"
    ]
    return " ".join(words + (["COMMAND [ARGS]..."] if command["commands"] else []))


def _exit_codes() -> list[str]:
    parts = [".SH EXIT STATUS"]
    for code, words in _EXIT_CODES:
        parts += [".TP", f"\\fB{code}\\fR", words]
    parts += [".SH ENVIRONMENT", ".TP", "\\fBGENOSEAL_HOME\\fR", "The private folder, instead of the platform's own."]
    parts += [".TP", "\\fBGENOSEAL_VAULT_PASSWORD_FILE\\fR"]
    parts.append("Keep secrets in the passphrase vault and read its passphrase from this file.")
    return parts


def _desktop_page(place: Place) -> str:
    return "\n".join(
        [
            _title("genoseal-desktop", place),
            ".SH NAME",
            "genoseal\\-desktop \\- the window of Genoseal",
            ".SH SYNOPSIS",
            ".B genoseal\\-desktop",
            "[FILE]...",
            ".SH DESCRIPTION",
            "Opens the window, with the files given. What the window does, \\fBgenoseal\\fR(1) does without it.",
            ".SH SEE ALSO",
            "\\fBgenoseal\\fR(1)\n",
        ]
    )


def _title(name: str, place: Place) -> str:
    date = datetime.fromtimestamp(place.epoch, UTC).strftime("%Y-%m-%d")
    return f'.TH "{name.upper()}" "1" "{date}" "Genoseal {place.version}" "Genoseal"'


def _paragraphs(text: str) -> str:
    return "\n.PP\n".join(_roff(" ".join(part.split())) for part in text.split("\n\n"))


def _roff(text: str) -> str:
    """Text as roff: no line may begin with a control character, and dashes are real dashes."""
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    lines = textwrap.wrap(escaped, 110, break_long_words=False, break_on_hyphens=False)
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)


def _compressed(text: str) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write(text.encode())
    return buffer.getvalue()

"""What README and the pages for those who are no researchers tell people to type exists, and does what they say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from client.institution.os_policy import parse_os_policy_json
from client.tasks.settings import DEFAULTS
from tests.conftest import REPOSITORY
from tests.support.command import Command

PAGES = ("README.md", "IT.md", "DPO.md", "HELPDESK.md", "OPERATORS.md", "FIRST-CLIENT.md")
DESCRIBE = REPOSITORY / "installers" / "pyinstaller" / "describe_commands.py"
GLOBAL = {"--help", "--version", "--selftest", "--json"}


def page(name: str) -> str:
    return (REPOSITORY / ("" if name == "README.md" else "docs") / name).read_text()


@cache
def commands(tool: str) -> dict[str, Any]:
    arguments = ["profile"] if tool == "genoseal-profile" else []
    done = subprocess.run([sys.executable, DESCRIBE, *arguments], cwd=REPOSITORY, capture_output=True, check=True)
    described: dict[str, Any] = json.loads(done.stdout)
    return described


def typed(text: str) -> list[list[str]]:
    """The commands of a page, each as its words: those in code blocks and those in back-quotes."""
    blocks = [block.replace("\\\n", " ") for block in re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
    quoted = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    lines = [line for block in blocks for row in block.splitlines() for line in row.split(";")] + quoted
    found = [re.search(r"(?:^|[\s(])(genoseal(?:-profile)?(?: .*)?)$", line.split("#")[0].strip()) for line in lines]
    return [match[1].split() for match in found if match]


@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_the_pages_exists_with_its_options(name: str) -> None:
    seen = 0
    for words in typed(page(name)):
        command = commands(words[0])
        rest = words[1:]
        while rest and rest[0] in (below := {item["name"]: item for item in command["commands"]}):
            command = below[rest.pop(0)]
        known = GLOBAL | {option for item in command["parameters"] for option in item["names"]}
        given = {word.split("=")[0].strip("[]") for word in rest if word.strip("[").startswith("--")}
        assert given <= known, words
        assert not command["commands"] or not rest or rest[0].startswith(("-", "…")), words
        seen += 1
    assert seen > 0


def test_the_policy_that_the_it_page_shows_is_accepted() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", page("IT.md"), re.DOTALL)
    policy = parse_os_policy_json(example.encode())
    assert policy.idle_lock_minutes == 10


def test_every_setting_stands_on_the_it_page_and_no_other() -> None:
    _, _, below = page("IT.md").partition("### Settings without a window")
    rows = [row.split("|")[1] for row in below.partition("\n## ")[0].splitlines() if row.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == {"schema", *DEFAULTS}


def test_the_operators_few_lines_open_a_sealed_file(tmp_path: Path) -> None:
    command = Command(tmp_path)
    (tmp_path / "chr20.vcf.gz").write_bytes(b"genotypes")
    assert command.run("keys", "new", "--out", tmp_path, "--no-passphrase").code == 0
    sealed = command.run("seal", "chr20.vcf.gz", "--to", "public.pem", "--out", "upload.gseal")
    assert sealed.code == 0, sealed.err
    (tmp_path / "chr20.vcf.gz").unlink()
    (lines,) = re.findall(r"```python\n(.*?)```", page("OPERATORS.md"), re.DOTALL)
    subprocess.run([sys.executable, "-c", lines], cwd=tmp_path, check=True, env={"PYTHONPATH": str(REPOSITORY)})
    assert (tmp_path / "chr20.vcf.gz").read_bytes() == b"genotypes"
    (tmp_path / "chr20.vcf.gz").unlink()
    (line,) = re.findall(r"`genoseal (open upload[^`]*)`", page("OPERATORS.md"))
    assert command.run(*line.split()).code == 0
    assert (tmp_path / "chr20.vcf.gz").read_bytes() == b"genotypes"

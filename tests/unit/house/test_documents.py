"""The documents tell the truth of today, as far as a machine can see."""

from __future__ import annotations

import re
import tomllib

from tests.conftest import REPOSITORY


def test_every_test_that_threats_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (REPOSITORY / "docs" / "THREATS.md").read_text()))
    sources = "\n".join(path.read_text() for path in (REPOSITORY / "tests").rglob("test_*.py"))
    defined = set(re.findall(r"def (test_\w+)\(", sources))
    assert len(named) > 40
    assert named <= defined, named - defined


def test_links_between_documents_lead_somewhere() -> None:
    pages = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md"), *(REPOSITORY / "installers").glob("*.md")]
    broken = [
        f"{page.relative_to(REPOSITORY)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text())
        if not target.startswith(("http://", "https://", "mailto:")) and not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_key_of_a_policy_stands_on_its_page_and_no_other() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", (REPOSITORY / "docs" / "POLICIES.md").read_text(), re.MULTILINE)
    policy = tomllib.loads((REPOSITORY / "resources" / "policies" / "imputation.toml").read_text())
    keys = {
        f"{name}.{below}" if below else name
        for name, value in policy.items()
        for below in (value if isinstance(value, dict) else ("",))
    }
    assert {key for row in rows for key in re.findall(r"`([\w.]+)`", row)} == keys


def test_every_decision_is_listed_under_its_own_title() -> None:
    folder = REPOSITORY / "docs" / "adr"
    pages = sorted(folder.glob("[0-9]*.md"))
    titles = [page.read_text().split("\n")[0].removeprefix(f"# {page.name[:4]} ") for page in pages]
    lines = [f"- [{page.name[:4]}]({page.name}) {title}" for page, title in zip(pages, titles, strict=True)]
    assert [line for line in (folder / "README.md").read_text().split("\n") if line.startswith("- ")] == lines


def test_every_threat_names_the_test_that_shows_it_stopped() -> None:
    stopped, _, _ = (REPOSITORY / "docs" / "THREATS.md").read_text().partition("## Not stopped")
    rows = [line for line in stopped.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert len(rows) > 30
    assert [row for row in rows if "`test_" not in row.rstrip("| ").rpartition("|")[2]] == []

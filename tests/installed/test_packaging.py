"""What the packages are made of, checked without building the program: scripts, templates, locks, manuals."""

# ruff: noqa: S314 - the XML that is read here is the project's own.

from __future__ import annotations

import ast
import gzip
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from client.institution.os_policy import OsPolicy, parse_os_policy
from client.secrets.keyring_backends import ALLOWED_BACKENDS
from installers.building import command_words, deb, licences, locks, sbom, signing, windows
from installers.building.freeze import national_number_modules, prune
from installers.building.place import INSTALLERS, BuildError, Place
from tests.conftest import REPOSITORY
from tests.support.build_place import needs, tiny_repository
from ui.desktop.i18n import LANGUAGES

SPEC = INSTALLERS / "pyinstaller" / "genoseal.spec"


@needs("shellcheck")
def test_every_shell_script_of_the_installers_is_clean() -> None:
    scripts = [
        path
        for folder in (INSTALLERS, REPOSITORY / "tests" / "installed")
        for path in folder.rglob("*")
        if path.is_file() and path.suffix == "" and re.match(r"#!.*\b(ba)?sh\b", path.read_text().split("\n")[0])
    ]
    assert len(scripts) >= 4
    subprocess.run(["shellcheck", "-x", "--source-path=SCRIPTDIR", *map(str, scripts)], check=True)


def test_every_locked_package_has_a_hash_and_the_product_is_locked_as_declared() -> None:
    for target in (*locks.PLATFORMS, "tools"):
        text = locks.lock_file(target).read_text()
        entries = re.split(r"\n(?=\w)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
        assert len(entries) > 20
        assert all("--hash=sha256:" in entry and "==" in entry.split("\n")[0] for entry in entries)
        assert not re.search(r"(?i)(https?|file)://", text)
    linux = locks.lock_file("linux-x86_64").read_text()
    assert "pyside6-essentials==6.11.3" in linux
    assert "uvicorn==" in linux
    assert "pysam==" not in locks.lock_file("windows-x86_64").read_text()


def test_national_number_modules_are_all_found_by_the_build() -> None:
    assert {"no.fodselsnummer", "de.idnr"} <= set(national_number_modules(REPOSITORY))


def test_every_keyring_that_may_be_used_is_built_in() -> None:
    (table,) = re.findall(r"^KEYRINGS = (\{.*?\})", SPEC.read_text(), re.MULTILINE | re.DOTALL)
    built_in = {name for names in ast.literal_eval(table).values() for name in names}
    assert {f"keyring.backends.{name}" for name in built_in} == {name.rpartition(".")[0] for name in ALLOWED_BACKENDS}


def test_of_qts_own_words_a_build_keeps_those_of_the_windows_languages(tmp_path: Path) -> None:
    words = tmp_path / "PySide6" / "Qt" / "translations"
    words.mkdir(parents=True)
    for language in ("de", "fr", *(code for code, _ in LANGUAGES)):
        (words / f"qtbase_{language}.qm").touch()
    (tmp_path / "PySide6" / "Qt" / "plugins" / "tls").mkdir(parents=True)
    (tmp_path / "PySide6" / "Qt" / "plugins" / "tls" / "libqopensslbackend.so").touch()
    (tmp_path / "libgone.so").symlink_to("PySide6/Qt/plugins/tls/libqopensslbackend.so")
    prune(tmp_path)
    kept = {path.name for path in tmp_path.rglob("*") if not path.is_dir()}
    assert kept == {f"qtbase_{code}.qm" for code, _ in LANGUAGES}
    assert not (tmp_path / "PySide6" / "Qt" / "plugins").exists()


def test_a_library_without_a_known_debian_package_stops_the_build(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deb, "needed_libraries", lambda *_: {"libc.so.6", "libz.so.1", "libcups.so.2"})
    monkeypatch.setattr(deb, "system_libraries", lambda _: [])
    assert deb.dependencies(place, place.work) == (["zlib1g"], ["libcups2"])
    monkeypatch.setattr(deb, "needed_libraries", lambda *_: {"libnew.so.1"})
    with pytest.raises(BuildError, match="libnew"):
        deb.dependencies(place, place.work)


_DESCRIBE = (sys.executable, str(INSTALLERS / "pyinstaller" / "describe_commands.py"))


@cache
def _commands(*tool: str) -> dict[str, Any]:
    done = subprocess.run([*_DESCRIBE, *tool], cwd=REPOSITORY, capture_output=True, check=True)
    described: dict[str, Any] = json.loads(done.stdout)
    return described


def test_manuals_and_completion_know_every_command_of_the_command_line(place: Place) -> None:
    root = _commands()
    pages = command_words.manual_pages(root, _commands("profile"), place)
    assert {"genoseal.1.gz", "genoseal-prepare.1.gz", "genoseal-devices-revoke.1.gz"} <= pages.keys()
    assert {"genoseal-profile-announce.1.gz", "genoseal-profile-install.1.gz"} <= pages.keys()
    assert pages == command_words.manual_pages(root, _commands("profile"), place)
    both = gzip.decompress(pages["genoseal-profile.1.gz"]).decode()
    assert "\\fBannounce\\fR" in both
    assert "\\fBgenoseal profile install\\fR" in both, "to man “genoseal profile” has the tool's name"
    completion = command_words.completions(root)["bash-completion/completions/genoseal"]
    assert '"genoseal devices") words="revoke' in completion
    assert "--leave-out" in completion


@needs("bash")
def test_bash_completes_commands_and_options(tmp_path: Path) -> None:
    script = tmp_path / "completion"
    script.write_text(command_words.completions(_commands())["bash-completion/completions/genoseal"])

    def complete(*words: str) -> list[str]:
        line = f"COMP_WORDS=(genoseal {' '.join(map(repr, words))}); COMP_CWORD={len(words)}"
        call = f"_genoseal genoseal {words[-1]!r} x 2>/dev/null"
        done = subprocess.run(
            ["bash", "-c", f'. {script}; {line}; {call}; printf "%s\\n" "${{COMPREPLY[@]}}"'],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.split()

    assert complete("pre") == ["prepare"]
    assert complete("devices", "re") == ["revoke"]
    assert "--leave-out" in complete("prepare", "--l")


@needs("groff")
def test_manual_pages_are_read_without_a_warning(place: Place, tmp_path: Path) -> None:
    pages = command_words.manual_pages(_commands(), _commands("profile"), place)
    for name, page in pages.items():
        (tmp_path / name.removesuffix(".gz")).write_bytes(gzip.decompress(page))
    done = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", *sorted(name.removesuffix(".gz") for name in pages)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", INSTALLERS / "linux" / "genoseal.desktop"], capture_output=True, text=True, check=True
    )
    assert done.stdout == ""


@needs("appstreamcli")
def test_the_metainfo_is_valid(tmp_path: Path) -> None:
    text = (INSTALLERS / "linux" / "org.genoseal.Genoseal.metainfo.xml").read_text()
    filled = tmp_path / "org.genoseal.Genoseal.metainfo.xml"
    filled.write_text(text.replace("@VERSION@", "0.1.0").replace("@DATE@", "2026-01-01"))
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(filled)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_mime_types_of_desktop_and_metainfo_are_the_same() -> None:
    mime = ET.parse(INSTALLERS / "linux" / "genoseal.mime.xml").getroot()
    declared = {item.attrib["type"] for item in mime if item.tag.endswith("mime-type")}
    metainfo = ET.parse(INSTALLERS / "linux" / "org.genoseal.Genoseal.metainfo.xml").getroot()
    assert {item.text for item in metainfo.iter("mediatype")} == declared


def test_group_policy_offers_only_what_the_program_accepts_and_accepts_what_it_offers() -> None:
    space = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
    policies = ET.parse(INSTALLERS / "windows" / "policy" / "genoseal.admx").getroot().iter(f"{space}policy")
    values: dict[str, object] = {}
    for policy in policies:
        name = policy.attrib["name"]
        assert policy.attrib["class"] == "Machine"
        assert policy.attrib["key"] == r"Software\Policies\Genoseal"
        number, enabled = policy.find(f".//{space}elements/{space}decimal"), policy.find(f".//{space}enabledValue/*")
        if number is not None:
            for bound in ("minValue", "maxValue"):
                parse_os_policy({name: int(number.attrib[bound])})
            values[name] = int(number.attrib["minValue"])
        elif enabled is not None:
            values[name] = int(enabled.attrib["value"])
        elif policy.find(f".//{space}multiText") is not None:
            values[name] = {"token_stores": ["keyring"], "workstation": ["clock"]}[name]
        else:
            values[name] = "1.0"
    parse_os_policy(values)
    # A registry number has 32 bits, a file may be larger.
    assert values.keys() == set(OsPolicy._fields) - {"max_file_bytes"}
    strings = (INSTALLERS / "windows" / "policy" / "en-US" / "genoseal.adml").read_text()
    assert all(f'id="{name}"' in strings and f'id="{name}_help"' in strings for name in values)


def test_policy_keys_of_the_it_page_are_those_of_the_program() -> None:
    text = (REPOSITORY / "docs" / "IT.md").read_text()
    section = text[text.index("## Policy") : text.index("## What a user has")]
    named = {key for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)}
    assert named == set(OsPolicy._fields)


@needs("wixl", "msiinfo")
def test_the_msi_holds_every_file_and_places_a_profile_only_when_asked(place: Place) -> None:
    payload, kind = windows.windows_payload(place)
    assert kind == "windows-stub"
    icon = place.work / "genoseal.ico"
    icon.write_bytes(b"\0")
    source = place.work / "genoseal.wxs"
    source.write_text(windows.wxs(payload, "0.1.0", icon, place.work))
    package = place.work / "genoseal.msi"
    place.run("wixl", "--arch", "x64", "--output", package, source, cwd=place.work)
    files = place.run("msiinfo", "export", package, "File", cwd=place.work)
    for path in payload.rglob("*"):
        assert path.is_dir() or path.name in files
    actions = place.run("msiinfo", "export", package, "InstallExecuteSequence", cwd=place.work)
    assert "PlaceProfile\tPROFILE AND NOT REMOVE" in actions


def test_the_manifest_lists_every_file_and_the_test_key_says_that_it_is_one(place: Place, tmp_path: Path) -> None:
    folder = tmp_path / "payload"
    (folder / "inner").mkdir(parents=True)
    (folder / "b").write_bytes(b"b")
    (folder / "inner" / "a").write_bytes(b"a")
    (folder / "link").symlink_to("b")
    manifest = signing.write_manifest(place, Path(sys.executable), folder)
    assert [line.split()[-1] for line in manifest.read_text().splitlines()] == ["b", "inner/a", "b"]
    assert "TEST KEY" in manifest.with_name("MANIFEST.sha256.minisig").read_text()
    assert manifest.read_text() == signing.manifest_text(folder)


@needs("minisign")
def test_minisign_accepts_what_the_build_signs_and_refuses_it_changed(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "SHA256SUMS"
    file.write_text("sums")
    signing.sign_files(place, Path(sys.executable), [file])
    public = place.tools / "signing" / "test.pub"
    verify = ["minisign", "-V", "-q", "-m", str(file), "-p", str(public)]
    subprocess.run(verify, check=True)
    file.write_text("sumz")
    assert subprocess.run(verify, capture_output=True, check=False).returncode != 0


def test_every_shipped_package_says_its_licence() -> None:
    packages = licences.shipped_packages(Path(sys.executable))
    names = {package.name for package in packages}
    assert {"pyside6-essentials", "cryptography", "pysam", "numpy", "uvicorn"} <= names
    product = [package for package in packages if package.name not in {"genoseal"}]
    silent = [package.name for package in product if not package.texts and package.licence == "see its texts"]
    assert silent == []
    (qt,) = [package for package in packages if package.name == "pyside6-essentials"]
    assert {"LGPL-3.txt", "GPL-3.txt"} <= {path.name for path in qt.texts}


@pytest.mark.parametrize(
    ("code", "answer", "verdict"),
    [
        (0, {"dependencies": [{"name": "a", "vulns": []}, {"name": "b", "vulns": []}]}, "passed"),
        (1, {"dependencies": [{"name": "a", "vulns": [{"id": "X"}]}, {"name": "b", "vulns": []}]}, "weak"),
        (0, {"dependencies": []}, "not audited"),
        (0, {"dependencies": [{"name": "a", "vulns": []}]}, "not audited"),
        (0, {"dependencies": [{"name": "a", "skip_reason": "no"}, {"name": "b", "vulns": []}]}, "not audited"),
        (1, {"dependencies": [{"name": "a", "vulns": []}, {"name": "b", "vulns": []}]}, "not audited"),
    ],
    ids=["all answered", "one is weak", "nothing asked", "one not asked", "one skipped", "broken off"],
)
def test_an_audit_passes_only_when_every_package_was_answered(code: int, answer: object, verdict: str) -> None:
    assert sbom.judge(code, json.dumps(answer), packages=2) == verdict


def test_an_audit_that_cannot_ask_is_not_a_pass() -> None:
    assert sbom.judge(1, "ConnectionError", packages=2) == "not audited"


@needs("apt-ftparchive", "gpg", "dpkg-deb", "xz")
def test_the_repository_is_signed_ends_one_day_and_a_changed_release_is_refused(place: Place) -> None:
    repository = tiny_repository(place)
    suite = repository / "dists" / "stable"
    release = (suite / "InRelease").read_text()
    assert "Valid-Until: " in release
    assert "SHA256:" in release
    assert "MD5" not in release
    check = ("gpgv", "--keyring", repository / "genoseal-archive-keyring.gpg", suite / "InRelease")
    place.run(*check)
    (suite / "InRelease").write_text(release.replace("Suite: stable", "Suite: stablE"))
    with pytest.raises(BuildError):
        place.run(*check)

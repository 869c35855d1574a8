"""`genoseal verify-install` and `--selftest`: what is complete passes, what was changed is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from client.seal.minisign import MinisignSecretKey, sign_minisign
from client.tasks.installation import ManifestState, check_installation
from installers.building.signing import MANIFEST, manifest_text
from tests.support.command import Command


@pytest.fixture(scope="module")
def key() -> MinisignSecretKey:
    return MinisignSecretKey.generate()


@pytest.fixture
def public_key(tmp_path: Path, key: MinisignSecretKey) -> Path:
    path = tmp_path / "genoseal.pub"
    path.write_text(key.public_key().to_text())
    return path


@pytest.fixture
def installation(tmp_path: Path, key: MinisignSecretKey) -> Path:
    folder = tmp_path / "program"
    (folder / "_internal").mkdir(parents=True)
    (folder / "genoseal").write_bytes(b"\x7fELF program")
    (folder / "_internal" / "library.so").write_bytes(b"\x7fELF library")
    (folder / "_internal" / "library.so.1").symlink_to("library.so")
    manifest = folder / MANIFEST
    manifest.write_text(manifest_text(folder))
    (folder / f"{MANIFEST}.minisig").write_text(sign_minisign(manifest.read_bytes(), key, "test"))
    return folder


def test_an_untouched_installation_is_whole(installation: Path, public_key: Path) -> None:
    check = check_installation(installation, public_key)
    assert check.is_whole
    assert check.manifest is ManifestState.SIGNED
    assert check.files == 3


def test_a_flipped_byte_a_lost_file_a_new_file_and_a_turned_link_are_named(
    installation: Path, public_key: Path
) -> None:
    (installation / "genoseal").write_bytes(b"\x7fELF prograM")
    (installation / "_internal" / "library.so").unlink()
    (installation / "_internal" / "library.so.1").unlink()
    (installation / "_internal" / "library.so.1").symlink_to("elsewhere.so")
    (installation / "_internal" / "sitecustomize.py").write_text("")
    check = check_installation(installation, public_key)
    assert not check.is_whole
    assert check.changed == ("_internal/library.so.1", "genoseal")
    assert check.missing == ("_internal/library.so",)
    assert check.added == ("_internal/sitecustomize.py",)


def test_a_file_replaced_by_a_link_to_the_same_bytes_is_changed(installation: Path) -> None:
    (installation / "genoseal").rename(installation.parent / "moved")
    (installation / "genoseal").symlink_to(installation.parent / "moved")
    assert check_installation(installation).changed == ("genoseal",)


def test_a_rewritten_manifest_is_refused_by_its_signature(installation: Path, public_key: Path) -> None:
    (installation / "genoseal").write_bytes(b"other")
    (installation / MANIFEST).write_text(manifest_text(installation))
    assert check_installation(installation).is_whole
    assert check_installation(installation, public_key).manifest is ManifestState.REFUSED


def test_another_key_and_a_missing_signature_are_refused(installation: Path, tmp_path: Path, public_key: Path) -> None:
    other = tmp_path / "other.pub"
    other.write_text(MinisignSecretKey.generate().public_key().to_text())
    assert check_installation(installation, other).manifest is ManifestState.REFUSED
    (installation / f"{MANIFEST}.minisig").unlink()
    assert check_installation(installation, public_key).manifest is ManifestState.REFUSED


def test_an_empty_manifest_proves_nothing(installation: Path) -> None:
    (installation / MANIFEST).write_text("")
    assert not check_installation(installation).is_whole


def test_the_command_answers_with_its_exit_codes(installation: Path, public_key: Path, tmp_path: Path) -> None:
    command = Command(tmp_path)
    arguments = ("verify-install", "--folder", str(installation), "--public-key", str(public_key), "--json")
    (installation / "genoseal").write_bytes(b"other")
    changed = command.run(*arguments)
    assert changed.code == 3
    assert changed.json["changed"] == ["genoseal"]
    (installation / MANIFEST).write_text("")
    assert command.run(*arguments).code == 7


def test_the_selftest_passes_here_and_names_its_parts(tmp_path: Path) -> None:
    finished = Command(tmp_path, with_vault=False).run("--selftest", "--json")
    steps = {step["name"]: step for step in finished.json["steps"]}
    assert [*steps] == ["imports", "tls", "prepare", "seal", "workers", "practice", "window", "keyring"]
    assert finished.code == 0, steps
    assert not (tmp_path / "home").exists()

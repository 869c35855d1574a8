"""Building installers in tests: what programs a test needs, and a signed repository with nothing in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from installers.building import apt
from installers.building.place import Place


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")


def tiny_repository(place: Place) -> Path:
    """A signed repository with one package that holds nothing."""
    root = place.work / "tiny"
    (root / "DEBIAN").mkdir(parents=True)
    control = "Package: tiny\nVersion: 1\nArchitecture: amd64\nMaintainer: nobody <nobody@invalid>\nDescription: tiny\n"
    (root / "DEBIAN" / "control").write_text(control)
    place.out.mkdir()
    place.run("dpkg-deb", "--root-owner-group", "--build", root, place.out / "tiny_1_amd64.deb")
    return apt.build_apt(place)

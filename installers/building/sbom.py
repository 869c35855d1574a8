"""The bill of materials (CycloneDX, by cyclonedx-py) and the question whether anything in it is known to be weak."""

from __future__ import annotations

import json
import re
import subprocess
import uuid
from pathlib import Path
from typing import Any

from installers.building.freeze import ready_payload
from installers.building.licences import BUILD_ONLY, qt_third_parties, shipped_packages
from installers.building.linux_tree import freeze_python
from installers.building.locks import LOCKS, make_environment
from installers.building.place import REPOSITORY, Place

_NAMESPACE = uuid.UUID("c1b1ab5e-6a0f-4a7c-9c59-2f7a38fd6f10")


def build_sbom(place: Place) -> Path:
    """Write `genoseal-<version>-<target>.cdx.json`: what the payload carries, Qt's own third parties and Python too."""
    ready_payload(place)
    tools = make_environment(place, place.tools / "build-tools", "tools").parent
    raw = place.run(
        *(tools / "cyclonedx-py", "environment", "--output-reproducible", "--output-format", "JSON"),
        *("--pyproject", place.source / "pyproject.toml", freeze_python(place)),
    )
    bill = complete(json.loads(raw), place)
    place.out.mkdir(parents=True, exist_ok=True)
    target = place.out / f"genoseal-{place.version}-{place.target}.cdx.json"
    target.write_text(json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    return target


def complete(bill: dict[str, Any], place: Place) -> dict[str, Any]:
    """The bill without what only builds, with what no package manager knows of."""
    components = [item for item in bill["components"] if _normal(item["name"]) not in BUILD_ONLY | {"genoseal"}]
    # Some packages say their licence only in a text; ours are read from there too.
    said = {package.name: package.licence for package in shipped_packages(freeze_python(place))}
    for item in components:
        if not item.get("licenses"):
            item["licenses"] = [{"license": {"name": said.get(_normal(item["name"]), "see its texts")}}]
    version = place.run(freeze_python(place), "-c", "import platform; print(platform.python_version())").strip()
    components.append(
        {
            "bom-ref": "python",
            "type": "platform",
            "name": "python",
            "version": version,
            "licenses": [{"license": {"id": "PSF-2.0"}}],
        }
    )
    for party in qt_third_parties():
        reference = "qt-third-party:" + re.sub(r"\W+", "-", party["name"].lower()).strip("-")
        licence = [{"expression": party["licence"]}]
        components.append({"bom-ref": reference, "type": "library", "name": party["name"], "licenses": licence})
    known = {item["bom-ref"] for item in components} | {bill["metadata"].get("component", {}).get("bom-ref")}
    dependencies = [
        {**item, "dependsOn": sorted(set(item.get("dependsOn", [])) & known)}
        for item in bill.get("dependencies", [])
        if item["ref"] in known
    ]
    serial = uuid.uuid5(_NAMESPACE, f"{place.version} {place.commit} {place.target}")
    return {**bill, "serialNumber": f"urn:uuid:{serial}", "components": components, "dependencies": dependencies}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def audit(place: Place) -> str:
    """Ask pip-audit about every lock. Returns `passed`, `weak` (with what it found on stdout) or `not audited`.

    `--strict`: without it pip-audit passes when it audited nothing. Where the advisory service cannot be asked the
    answer is `not audited`, never `passed`.
    """
    tools = make_environment(place, place.tools / "build-tools", "tools").parent
    worst = "passed"
    for lock in sorted(LOCKS.glob("*.txt")):
        done = subprocess.run(
            [tools / "pip-audit", "--strict", "--disable-pip", "--require-hashes", "--format", "json", "-r", lock],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=False,
        )
        verdict = judge(done.returncode, done.stdout, len(re.findall(r"^\w.*==", lock.read_text(), re.MULTILINE)))
        print(f"{lock.name}: {verdict}")
        if verdict == "weak":
            print(done.stdout)
        worst = max(worst, verdict, key=("passed", "not audited", "weak").index)
    return worst


def judge(code: int, answer: str, packages: int) -> str:
    """What pip-audit's answer about `packages` packages means."""
    try:
        audited = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return "not audited"
    if any(item.get("vulns") for item in audited):
        return "weak"
    complete_answer = code == 0 and len(audited) >= packages > 0 and not any("skip_reason" in item for item in audited)
    return "passed" if complete_answer else "not audited"

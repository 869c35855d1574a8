"""What the practice service hands over is enough to make a profile of one's own, and holds no secret."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from client.institution.profile import parse_profile
from installers.profile_tool.main import app
from practice.server import PracticeService
from tests.support.practice_client import cheap_settings


def test_a_profile_made_of_the_handover_says_what_the_services_own_profile_says(tmp_path: Path) -> None:
    with PracticeService(tmp_path / "service", settings=cheap_settings()) as service:
        own = parse_profile(service.profile_path.read_bytes())
    handover = tmp_path / "service" / "handover"
    assert not any(b"PRIVATE" in file.read_bytes() for file in handover.iterdir())
    made = tmp_path / "institution.toml"
    options = ["--institution", "Østerå Hospital", "--environment", "practice", "--origin", own.service.origin]
    options += ["--pin", handover / "server.pin", "--pin", handover / "spare.pin", "--ca", handover / "ca.pem"]
    options += ["--recipient", handover / "recipient.pem", "--phone", "+45 12 34 56 78", "--limits", "practice"]
    options += [option for key in own.signing_keys for option in (f"--{key.purpose}-key", handover / f"{key.kid}.pem")]
    options += ["--consent-version", own.consent[0].version, "--consent-text", handover / "consent.txt"]
    run = CliRunner().invoke(app, ["new", str(made), *map(str, options)])
    assert run.exit_code == 0, run.output + repr(run.exception)
    profile = parse_profile(made.read_bytes())
    assert profile.service == own.service
    assert profile.recipients == own.recipients
    assert profile.consent == own.consent
    keys = {(key.purpose, key.kid, key.public_key) for key in profile.signing_keys}
    assert keys == {(key.purpose, key.kid, key.public_key) for key in own.signing_keys}

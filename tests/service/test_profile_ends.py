"""What an institution can say from afar: a newer version is out, an old one must not send, the profile has ended.

Sending stops where it must. Results, deletion and their certificates go on, under the very same installation.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from client.model.clock import system_clock
from client.model.profile import ClientRule
from client.tasks.versions import program_version
from tests.support.enrolled import CONSENT, Enrolled
from tests.support.operator_of import Operator

pytestmark = pytest.mark.xdist_group("profile-ends")


@pytest.fixture(scope="module")
def operator(client: Enrolled) -> Operator:
    return Operator(client.folder / "service")


def _version_check(client: Enrolled) -> dict[str, Any]:
    checks: list[dict[str, Any]] = client.run("doctor", "--json").json["checks"]
    return next(check for check in checks if check["name"] == "version")


def test_the_doctor_says_whether_a_newer_version_is_out_and_believes_only_the_institution(
    client: Enrolled, operator: Operator
) -> None:
    assert "does not announce" in _version_check(client)["detail"]
    operator.announce(program_version())
    assert _version_check(client)["ok"] is True
    announced = operator.announce("99.1")
    check = _version_check(client)
    assert check["ok"] is None
    assert "99.1" in check["detail"]
    assert "Your institution installs it" in check["next"]
    announced.write_text(announced.read_text().replace("99.1", "99.2"))
    check = _version_check(client)
    assert check["ok"] is False
    assert "99.2" not in check["detail"]


def test_an_old_program_does_not_send_and_an_ended_profile_stops_nothing_else(
    client: Enrolled, operator: Operator, file: Path
) -> None:
    sent = client.run("send", file, *CONSENT, "--json")
    assert sent.code == 0, sent.out + sent.err
    job = sent.json["job"]

    operator.publish(client=ClientRule("99.0", system_clock() - timedelta(days=1)))
    refused = client.run("send", file, *CONSENT, "--json")
    assert (refused.code, refused.error_code) == (7, "PROFILE-VERSION")
    assert "99.0" in refused.json["error"]["what"]
    results = client.run("results", job, "--out", "results-of-the-old-program", "--json")
    assert results.code == 0, results.out + results.err

    # What a workstation has when time has gone by: the profile it once accepted, now past its end.
    ended = operator.publish(client=ClientRule(), not_after=system_clock().replace(microsecond=0) - timedelta(days=1))
    operator.put_into(client.command.home / "profiles" / "installed.json", ended)
    refused = client.run("send", file, *CONSENT, "--json")
    assert (refused.code, refused.error_code) == (7, "PROFILE-EXPIRED")
    results = client.run("results", job, "--out", "results-after-the-end", "--json")
    assert results.code == 0, results.out + results.err
    deleted = client.run("delete", job, "--yes", "--json")
    assert deleted.code == 0, deleted.out + deleted.err
    assert client.run("audit", "verify", "--json").json["ok"] is True

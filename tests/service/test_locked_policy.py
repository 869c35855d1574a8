"""A locked policy cannot be loosened by whoever prepares, inspects or sends; a stricter one is taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from client.model.profile import PolicyChoice
from tests.support.command import Command
from tests.support.enrolled import CONSENT, Enrolled, enrol, running_practice
from tests.support.operator_of import Operator
from tests.support.prep_files import POLICIES

IMPUTATION = (POLICIES / "imputation.toml").read_text()
LOOSER = IMPUTATION.replace("shuffle_columns = true", "shuffle_columns = false")
STRICTER = IMPUTATION.replace("local_days = 30", "local_days = 2").replace('"22", "X"', '"22"')


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Enrolled]:
    command = Command(tmp_path_factory.mktemp("client"))
    for name, text in (("looser", LOOSER), ("stricter", STRICTER), ("same", IMPUTATION)):
        (command.folder / f"{name}.toml").write_text(text)
    with running_practice(command, command.folder / "service") as facts:
        # The institution's own policy says itself that it is locked.
        own = PolicyChoice("imputation", False, IMPUTATION.replace("locked = false", "locked = true"))
        Operator(command.folder / "service").publish(serial=1, policy=own)
        yield enrol(command, facts)


@pytest.mark.parametrize("command", ["inspect", "prepare", "send"])
@pytest.mark.parametrize(
    ("policy", "keys"),
    [("looser.toml", "samples.shuffle_columns"), ("dosages", "records.format")],
)
def test_a_looser_policy_is_refused_by_name_of_the_key(
    client: Enrolled, file: Path, command: str, policy: str, keys: str
) -> None:
    more = {"inspect": (), "prepare": ("--out", client.folder / "refused"), "send": CONSENT}[command]
    refused = client.run(command, file, "--policy", policy, *more, "--json")
    assert (refused.code, refused.error_code) == (2, "POLICY-LOCKED")
    assert f"is looser: {keys}." in refused.json["error"]["what"]
    assert not (client.folder / "refused").exists()


def test_what_was_refused_left_nothing_in_the_outbox(client: Enrolled) -> None:
    assert client.run("outbox", "--json").json["transfers"] == []


def test_a_stricter_one_and_the_same_words_again_are_taken(client: Enrolled, file: Path) -> None:
    for policy in ("stricter.toml", "same.toml"):
        assert client.run("inspect", file, "--policy", policy, "--json").code == 0
    prepared = client.run("prepare", file, "--policy", "stricter.toml", "--out", client.folder / "out", "--json")
    assert prepared.code == 0, prepared.out + prepared.err
    sent = client.run("send", file, "--policy", "stricter.toml", *CONSENT, "--json")
    assert sent.code == 0, sent.out + sent.err


def test_a_setting_of_the_users_own_counts_for_nothing_under_a_lock(client: Enrolled, file: Path) -> None:
    """The window names no policy: it takes what the settings say, and under a lock what the profile says."""
    settings = client.command.home / "settings.toml"
    settings.write_text('schema = 1\npolicy = "dosages"\n')
    try:
        made = client.run("prepare", file, "--out", client.folder / "by-setting", "--json")
    finally:
        settings.unlink()
    assert made.code == 0, made.out + made.err
    report = (client.folder / "by-setting" / "report.json").read_text()
    assert '"dosages"' not in report
    assert '"imputation"' in report

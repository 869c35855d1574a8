"""The whole way through a proxy that wants a user name and password: set by command, nowhere kept in clear."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.connect_proxy import ConnectProxy
from tests.support.enrolled import CONSENT, Enrolled
from ui.terminal.demo_cohort import write_demo_cohort

pytestmark = pytest.mark.xdist_group("proxy-sign-in")

USER, PASSWORD = "kjespersen", "Blåbærgrød til frokost"
CREDENTIALS = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


@pytest.fixture
def password_file(client: Enrolled) -> Iterator[Path]:
    file = client.folder / "proxy-password"
    file.write_text(PASSWORD + "\n")
    yield file
    file.unlink()
    assert client.run("proxy", "--off", "--json").json["proxy"] is None


def test_a_submission_goes_out_through_a_proxy_with_a_password(
    client: Enrolled, password_file: Path, tmp_path: Path
) -> None:
    cohort = write_demo_cohort(tmp_path, samples=22, sites=60)
    with ConnectProxy(credentials=CREDENTIALS) as proxy:
        url = f"http://127.0.0.1:{proxy.port}"
        assert client.run("proxy", url, "--json").json["has_password"] is False
        refused = client.run("devices", "--json")
        assert (refused.code, refused.error_code) == (6, "NET-PROXY-AUTH")
        told = client.run("proxy", "--user", USER, "--password-file", password_file, "--json").json
        assert (told["proxy"], told["user"], told["has_password"]) == (url, USER, True)
        assert client.run("proxy", "--json").json == told
        proxy.heads.clear()
        finished = client.run("send", *cohort.files, *CONSENT, "--json")
        assert finished.code == 0, finished.out + finished.err
        checks = {check["name"]: check["ok"] for check in client.run("doctor", "--json").json["checks"]}
        assert (checks["proxy"], checks["tls"], checks["service"]) == (True, True, True)
    origin = client.facts["url"].removeprefix("https://").rstrip("/")
    assert {head.split(" ")[1] for head in proxy.heads} == {origin}
    # Sign-in, workers and the probe: each brought the credentials, none of them in the open tunnel.
    assert all(f"Basic {CREDENTIALS}" in head for head in proxy.heads)
    for file in (path for path in client.command.home.rglob("*") if path.is_file()):
        data = file.read_bytes()
        assert PASSWORD.encode() not in data, file.name
        assert CREDENTIALS.encode() not in data, file.name


def test_a_password_is_never_given_to_another_proxy_or_for_another_user(client: Enrolled, password_file: Path) -> None:
    with ConnectProxy(credentials=CREDENTIALS) as proxy:
        url = f"http://127.0.0.1:{proxy.port}"
        client.run("proxy", url, "--user", USER, "--password-file", password_file, "--json")
        assert client.run("devices", "--json").code == 0
        settings = client.command.home / "settings.toml"
        as_set = settings.read_text()
        for old, new in ((url, url.replace("127.0.0.1", "127.1")), (f'"{USER}"', '"another"')):
            assert old in as_set
            settings.write_text(as_set.replace(old, new))
            proxy.heads.clear()
            refused = client.run("devices", "--json")
            assert (refused.code, refused.error_code) == (6, "NET-PROXY-AUTH")
            assert proxy.heads
            assert not any("Basic" in head for head in proxy.heads)
        settings.write_text(as_set)
        assert client.run("devices", "--json").code == 0
        # A proxy that is set anew without a sign-in takes the old one away.
        assert client.run("proxy", url, "--json").json["has_password"] is False
        assert client.run("devices", "--json").error_code == "NET-PROXY-AUTH"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("https://127.0.0.1:1",), "NET-PROXY-SETTING"),
        (("http://kjespersen:geheim@127.0.0.1:1",), "NET-PROXY-SETTING"),
        (("http://127.0.0.1:1", "--user", "a:b", "--password-file", "proxy-password"), "NET-PROXY-SETTING"),
        (("--user", "a", "--password-file", "proxy-password"), "NET-PROXY-SETTING"),
        (("http://127.0.0.1:1", "--password-file", "proxy-password"), "ANSWER-NEEDED"),
        (("http://127.0.0.1:1", "--user", "a"), "SECRET-NEEDED"),
    ],
)
def test_what_cannot_be_used_is_refused_and_changes_nothing(
    client: Enrolled, password_file: Path, arguments: tuple[str, ...], error: str
) -> None:
    refused = client.run("proxy", *arguments, "--json")
    assert refused.error_code == error
    assert client.run("proxy", "--json").json["proxy"] is None

"""The rule for every URL that the service hands out."""

from __future__ import annotations

import pytest

from client.network.errors import ContractError, OriginRefusedError
from client.network.origin import Origin, parse_origin

HERE = Origin("service.example", 8443)
DEFAULT = Origin("service.example", 443)


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/api/v1/uploads/1", "/api/v1/uploads/1"),
        ("https://service.example:8443/api/v1/uploads/1?x=y", "/api/v1/uploads/1?x=y"),
        ("http://service.example:8443/api/v1/uploads/1", "/api/v1/uploads/1"),
        ("1", "/api/v1/1"),
        ("uploads/1", "/api/v1/uploads/1"),
        ("HTTPS://SERVICE.example:8443/u", "/u"),
        ("//service.example:8443/u", "/u"),
    ],
)
def test_locations_on_the_origin_become_paths(location: str, path: str) -> None:
    assert HERE.path_of(location, "/api/v1/uploads") == path


@pytest.mark.parametrize(
    "location", ["https://service.example/u", "http://service.example/u", "http://service.example:80/u"]
)
def test_default_ports_of_both_schemes_belong_together(location: str) -> None:
    assert DEFAULT.path_of(location, "/") == "/u"


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/u",
        "https://service.example/u",
        "https://service.example:8444/u",
        "http://service.example/u",
        "//evil.example/u",
        "https://service.example.evil.example:8443/u",
        "https://user@service.example:8443/u",
        "https://service.example:8443@evil.example/u",
        "ftp://service.example:8443/u",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_any_other_origin_is_refused(location: str) -> None:
    with pytest.raises(OriginRefusedError):
        HERE.path_of(location, "/api/v1/uploads")


@pytest.mark.parametrize(
    "location",
    ["", "/a b", "/a\r\nX: 1", "/\\evil.example", "https://service.example:99999/", "/é", "/x#y", "/" + "a" * 5000],
)
def test_what_is_no_url_breaks_the_contract(location: str) -> None:
    with pytest.raises(ContractError) as caught:
        HERE.path_of(location, "/api/v1/uploads")
    assert caught.value.facts == {"reason": "location"}


def test_an_ipv6_origin_keeps_its_brackets() -> None:
    origin = parse_origin("https://[::1]:8443")
    assert origin.url("/x") == "https://[::1]:8443/x"
    assert origin.path_of("https://[::1]:8443/y", "/") == "/y"

"""The one form an origin may have, and what counts as this computer itself."""

from __future__ import annotations

import ipaddress
import re

_ORIGIN = re.compile(r"https://(?P<host>[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::(?P<port>[1-9][0-9]{0,4}))?")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def is_origin(text: str) -> bool:
    """Whether `text` is `https://host[:port]`, lower case and ASCII (an international name in its `xn--` form).

    Nothing after the port, no user information, and no second way of writing an address (`0177.1`, `2130706433`),
    because pins and the loopback rule are decided by this text alone.
    """
    match = _ORIGIN.fullmatch(text)
    if match is None or int(match["port"] or 443) > 65535:
        return False
    host = match["host"]
    if host.startswith("["):
        return _address(host[1:-1]) is not None
    labels = host.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        return False
    # A last label of digits (or 0x…) is what libc and browsers take for an IPv4 number; then it must be a plain one.
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]):
        return _address(host) is not None
    return True


def is_loopback_origin(origin: str) -> bool:
    """Whether a valid origin names this computer: 127.0.0.0/8, ::1, `localhost` and names under it, also mapped."""
    match = _ORIGIN.fullmatch(origin)
    if match is None:
        return False
    host = match["host"].removeprefix("[").removesuffix("]")
    if host == "localhost" or host.endswith((".localhost", "localhost.localdomain")):
        return True
    address = _address(host)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address is not None and (address.is_loopback or address.is_unspecified)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None

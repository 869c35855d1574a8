"""The proxy on the way to the service: address and user name are settings, its password lies in keyring or vault."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from client.network.errors import ProxySettingError
from client.network.proxy import ProxySettings, parse_proxy
from client.tasks.errors import SettingLockedError
from client.tasks.preferences import load_preferences, save_preference
from client.tasks.workplace import Workplace

_SIGN_IN = "proxy-sign-in"
_MAX_USER_CHARS = 128
_MAX_PASSWORD_CHARS = 256


@dataclass(frozen=True)
class ProxyFacts:
    """What may be shown: `""` where nothing is set. `has_password`: one is kept for this proxy and this user."""

    url: str
    user: str = field(repr=False)
    has_password: bool


def proxy_url(workplace: Workplace) -> str:
    """The proxy in the settings, `""` where none is set. Raises ProxySettingError; opens no secret store."""
    url = load_preferences(workplace).text("proxy")
    return parse_proxy(url).url if url else ""


def proxy_of(workplace: Workplace) -> ProxySettings | None:
    """The proxy that requests go through, with its sign-in; None where none is set.

    Raises ProxySettingError and, where a user name is set, the secret store's errors. A password is given to the proxy
    and the user it was kept for and to no other: without it the proxy itself refuses (NET-PROXY-AUTH).
    """
    settings = load_preferences(workplace)
    url, user = settings.text("proxy"), settings.text("proxy_user")
    if not url:
        return None
    password = _kept_password(workplace, parse_proxy(url), user) if user else None
    return parse_proxy(url) if password is None else parse_proxy(url, user, password)


def show_proxy(workplace: Workplace) -> ProxyFacts:
    """What is set. Raises like `proxy_of`."""
    settings, proxy = load_preferences(workplace), proxy_of(workplace)
    return ProxyFacts(settings.text("proxy"), settings.text("proxy_user"), bool(proxy and proxy.password is not None))


def set_proxy(workplace: Workplace, url: str | None, sign_in: tuple[str, bytes] | None = None) -> ProxyFacts:
    """Set the proxy (None: the one in the settings stays) and its user name and password; an earlier sign-in goes.

    Raises ProxySettingError for what cannot be used and SettingLockedError for what the institution has set.
    """
    settings = load_preferences(workplace)
    proxy = parse_proxy(settings.text("proxy") if url is None else url)
    changes = {} if url is None else {"proxy": url}
    user, password = ("", "") if sign_in is None else _usable(*sign_in)
    changes["proxy_user"] = user
    if any(settings.is_locked(name) and settings.text(name) != value for name, value in changes.items()):
        raise SettingLockedError
    if sign_in is not None:
        kept = json.dumps({"schema": 1, "proxy": proxy.url, "user": user, "password": password})
        workplace.secret_store.set(_SIGN_IN, kept.encode())
    else:
        _forget_password(workplace)
    for name, value in changes.items():
        if settings.text(name) != value:
            save_preference(workplace, name, value)
    return show_proxy(workplace)


def clear_proxy(workplace: Workplace) -> None:
    """Go without a proxy, and forget its sign-in. Raises SettingLockedError."""
    settings = load_preferences(workplace)
    if any(settings.is_locked(name) and settings.text(name) for name in ("proxy", "proxy_user")):
        raise SettingLockedError
    _forget_password(workplace)
    for name in ("proxy", "proxy_user"):
        if settings.text(name):
            save_preference(workplace, name, "")


def _usable(user: str, password: bytes) -> tuple[str, str]:
    """RFC 7617: UTF-8 without control characters, no colon in the user name."""
    try:
        text = password.decode("utf-8")
    except UnicodeDecodeError:
        raise ProxySettingError from None
    lengths_fit = 0 < len(user) <= _MAX_USER_CHARS and len(text) <= _MAX_PASSWORD_CHARS
    if not lengths_fit or ":" in user or not user.isprintable() or not text.isprintable():
        raise ProxySettingError
    return user, text


def _kept_password(workplace: Workplace, proxy: ProxySettings, user: str) -> str | None:
    secret = workplace.secret_store.get(_SIGN_IN)
    try:
        kept = json.loads(secret) if secret is not None else None
    except ValueError:
        return None
    if not isinstance(kept, dict) or (kept.get("proxy"), kept.get("user")) != (proxy.url, user):
        return None
    password = kept.get("password")
    return password if isinstance(password, str) else None


def _forget_password(workplace: Workplace) -> None:
    """Opens the secret store only where a sign-in may lie in it."""
    if load_preferences(workplace).text("proxy_user"):
        workplace.secret_store.delete(_SIGN_IN)

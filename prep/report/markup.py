"""HTML that escapes by default: every text given to an element is escaped, only elements themselves are markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple


class Markup(NamedTuple):
    """Finished markup. Only this module makes it."""

    html: str


Content = Markup | str | int | None | Iterable["Content"]
_VOID = frozenset(("meta", "br"))  # HTML's; SVG's shapes need an end tag, or each swallows the next


def element(tag: str, *contents: Content, **attributes: str | int | float | None) -> Markup:
    """`element("td", "text", class_="number")`: a trailing underscore is dropped, other ones become hyphens."""
    attribute_text = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = join(*contents).html
    return Markup(f"<{tag}{attribute_text}>" if tag in _VOID else f"<{tag}{attribute_text}>{inside}</{tag}>")


def join(*contents: Content) -> Markup:
    """Contents one after another; texts are escaped."""
    return Markup("".join(_html(content) for content in contents))


def stylesheet(css: str) -> Markup:
    """A style element; `css` is a constant of ours."""
    return Markup(f"<style>{css}</style>")


def _html(content: Content) -> str:
    if content is None:
        return ""
    if isinstance(content, Markup):
        return content.html
    if isinstance(content, str | int):
        return escape(str(content))
    return "".join(_html(part) for part in content)

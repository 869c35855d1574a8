"""Ids as a person types them: whole, or as much of their beginning as fits no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from client.model.errors import WrongUsageError

_SHORTEST_SHOWN = 8
_MOST_SHOWN = 5


class ShortenedIdError(WrongUsageError):
    """What was typed begins several ids. `matches` counts them; `candidates` tell the first of them apart."""

    code = "ID-SHORTENED"
    fact_names = ("matches", "candidates")


def find_id(typed: str, ids: Iterable[str]) -> str | None:
    """The one of `ids` that `typed` is, or that alone begins like it; None where none does.

    Raises ShortenedIdError where several begin like it.
    """
    known = dict.fromkeys(ids)
    if typed in known:
        return typed
    found = [id_ for id_ in known if id_.startswith(typed)] if typed else []
    if len(found) > 1:
        raise ShortenedIdError(matches=len(found), candidates=_told_apart(found))
    return found[0] if found else None


def _told_apart(ids: Sequence[str]) -> str:
    """`3f2a91c0, 3f77b2d1`: each of them can be typed; after five `…`."""
    ordered = sorted(ids)
    length = _SHORTEST_SHOWN
    while len({id_[:length] for id_ in ordered}) < len(ordered):
        length += 1
    shown = [id_[:length] for id_ in ordered[:_MOST_SHOWN]]
    return ", ".join((*shown, "…") if len(ordered) > _MOST_SHOWN else shown)

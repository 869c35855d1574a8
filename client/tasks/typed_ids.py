"""Ids as a person types them."""

from __future__ import annotations

from collections.abc import Iterable

from client.model.errors import ClientError
from client.model.shortened_ids import find_id
from client.tasks.errors import about


def find_typed_id(typed: str, ids: Iterable[str]) -> str | None:
    """`find_id`, with what was typed pinned to the error. Raises ShortenedIdError."""
    try:
        return find_id(typed, ids)
    except ClientError as error:
        raise about(error, typed) from error

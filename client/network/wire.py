"""The one place that imports the HTTP library: a maintained fork replaces it here, in one line each."""

from __future__ import annotations

import logging

import httpcore
import httpx

__all__ = ["httpcore", "httpx"]

# Both log full URLs (an upload URL is a secret) and headers; ours are logged by code, id and number elsewhere.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

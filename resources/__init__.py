"""Icons, fonts, translations, preparation policies and the TLS configuration. No profile and no key is ever shipped."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent
"""The folder of this package; frozen builds keep its shape."""

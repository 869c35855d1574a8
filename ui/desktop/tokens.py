"""Colour, spacing and radius: the one place where looks are decided.

Palette, style sheet, icons and delegates all read these tokens. Every pair in `PAIRS` is contrast-tested against
WCAG 2.2 AA (text 4.5, controls and focus 3.0; running text aims at 7).
"""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """21 colours, `#RRGGBB`."""

    window: str
    surface: str
    sunken: str
    sidebar: str
    hairline: str
    control: str
    text: str
    text_soft: str
    text_disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_tint: str
    good: str
    good_tint: str
    caution: str
    caution_tint: str
    problem: str
    problem_tint: str
    focus: str
    track: str


LIGHT = Tokens(
    window="#F5F7FA",
    surface="#FFFFFF",
    sunken="#EEF2F6",
    sidebar="#FBFCFD",
    hairline="#DFE5EC",
    control="#7A8899",
    text="#15202B",
    text_soft="#4A5868",
    text_disabled="#8A96A4",
    accent="#0A5AA8",
    accent_hover="#084A8C",
    on_accent="#FFFFFF",
    accent_tint="#E3EFFB",
    good="#14693E",
    good_tint="#E1F4E9",
    caution="#764C00",
    caution_tint="#FDF1D8",
    problem="#A6201A",
    problem_tint="#FCE7E5",
    focus="#0A5AA8",
    track="#DCE4ED",
)

DARK = Tokens(
    window="#11161C",
    surface="#19202A",
    sunken="#222B37",
    sidebar="#0D1218",
    hairline="#2B3542",
    control="#73839A",
    text="#E9EEF4",
    text_soft="#AEBACA",
    text_disabled="#6B7888",
    accent="#79B8F7",
    accent_hover="#9ACAFA",
    on_accent="#07192C",
    accent_tint="#16304B",
    good="#67D69A",
    good_tint="#12301F",
    caution="#F0BE5F",
    caution_tint="#35280E",
    problem="#FF958B",
    problem_tint="#3C1A18",
    focus="#79B8F7",
    track="#2E3A49",
)

TEXT, RUNNING_TEXT, CONTROL = 4.5, 7.0, 3.0

PAIRS: tuple[tuple[str, str, float], ...] = (
    ("text", "window", RUNNING_TEXT),
    ("text", "surface", RUNNING_TEXT),
    ("text", "sidebar", RUNNING_TEXT),
    ("text", "sunken", RUNNING_TEXT),
    ("text", "accent_tint", RUNNING_TEXT),
    ("text_soft", "window", TEXT),
    ("text_soft", "surface", TEXT),
    ("text_soft", "sidebar", TEXT),
    ("text_soft", "sunken", TEXT),
    ("text_soft", "accent_tint", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "window", TEXT),
    ("accent", "sunken", TEXT),
    ("accent", "accent_tint", TEXT),
    ("good", "good_tint", TEXT),
    ("good", "surface", TEXT),
    ("caution", "caution_tint", TEXT),
    ("caution", "surface", TEXT),
    ("problem", "problem_tint", TEXT),
    ("problem", "surface", TEXT),
    ("text", "good_tint", RUNNING_TEXT),
    ("text", "caution_tint", RUNNING_TEXT),
    ("text", "problem_tint", RUNNING_TEXT),
    ("control", "surface", CONTROL),
    ("control", "window", CONTROL),
    ("focus", "window", CONTROL),
    ("focus", "surface", CONTROL),
    ("focus", "sidebar", CONTROL),
    ("accent", "track", CONTROL),
    ("caution", "track", CONTROL),
    ("problem", "track", CONTROL),
    ("good", "track", CONTROL),
)
"""(foreground, background, least contrast) that occur on screen. Disabled text is exempt in WCAG 1.4.3."""

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL, SPACE_XXL = 4, 8, 12, 16, 24, 32
TILE_EM = 17
"""Tiles stand side by side only where each gets this width."""
RADIUS_CONTROL, RADIUS_CARD = 8, 12
LEAST_TARGET_PX = 24
"""WCAG 2.5.8: nothing that is clicked is smaller."""


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, WCAG 2.2."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    brighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

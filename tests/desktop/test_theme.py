"""Looks that can be computed: contrast, colours, fonts, icons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import ROOT
from ui.desktop.icons import svg_renderer
from ui.desktop.theme import Scheme, Theme, em_px
from ui.desktop.tokens import DARK, LIGHT, PAIRS, TEXT, Tokens, contrast
from ui.desktop.widgets.controls import Field
from ui.desktop.widgets.text import Label, plain_tooltip

DESKTOP = Path(__file__).parents[2] / "ui" / "desktop"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("foreground", "background", "least"), PAIRS)
def test_every_pair_of_colours_can_be_told_apart(
    tokens: Tokens, foreground: str, background: str, least: float
) -> None:
    assert contrast(getattr(tokens, foreground), getattr(tokens, background)) >= least


def test_contrast_agrees_with_wcag_on_known_pairs() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_there_are_21_colours_and_all_of_them_take_part_in_a_pair_or_are_exempt() -> None:
    names = set(Tokens._fields)
    paired = {name for pair in PAIRS for name in pair[:2]}
    assert len(names) == 21
    assert names - paired == {"hairline", "text_disabled"}  # decoration, and disabled text (WCAG 1.4.3)


def test_no_colour_is_written_outside_the_token_file() -> None:
    for file in DESKTOP.rglob("*.py"):
        if file.name in {"tokens.py", "qr_code.py", "guide.py", "paper.py"}:  # QR and paper are black on white
            continue
        assert not re.findall(r"#[0-9A-Fa-f]{6}\b", file.read_text("utf-8")), file.name


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_example_in_an_empty_field_can_be_read(qtbot: QtBot, theme: Theme, scheme: Scheme) -> None:
    """Qt takes half of the text's colour, 3.3 : 1 on white, unless the style sheet says otherwise."""
    theme.set_scheme(scheme)
    field = Field("Search", placeholder="Search")
    qtbot.addWidget(field)
    field.show()
    colour = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert colour.alpha() == 255
    for ground in (theme.tokens.surface, theme.tokens.sunken):
        assert contrast(colour.name(), ground) >= TEXT


def test_our_own_setting_decides_light_and_dark_even_without_a_platform_theme(theme: Theme, qapp: QApplication) -> None:
    theme.set_scheme(Scheme.DARK)
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    theme.set_scheme(Scheme.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.window


def test_text_is_inter_with_tabular_figures_and_grows_with_the_users_size(theme: Theme, qapp: QApplication) -> None:
    ordinary = em_px()
    assert qapp.font().families()[0] == "Inter"
    assert QFontMetrics(qapp.font()).horizontalAdvance("1111") == QFontMetrics(qapp.font()).horizontalAdvance("8888")
    theme.set_text_scale(1.5)
    assert em_px() == pytest.approx(1.5 * ordinary, rel=0.01)


def test_the_style_sheet_names_no_fixed_text_size(theme: Theme, qapp: QApplication) -> None:
    ordinary = qapp.styleSheet()
    theme.set_text_scale(1.5)
    sizes = [line for line in ordinary.splitlines() if "font-size" in line]
    assert sizes
    assert not set(sizes) & set(qapp.styleSheet().splitlines())


@pytest.mark.parametrize("file", sorted((ROOT / "icons").glob("*.svg")), ids=lambda file: file.stem)
def test_icon_is_used_and_draws_something(theme: Theme, file: Path) -> None:
    used = any(f'"{file.stem}"' in source.read_text("utf-8") for source in DESKTOP.rglob("*.py"))
    assert used, "an icon that nobody shows"
    image = theme.icon(file.stem).pixmap(QSize(32, 32)).toImage()
    assert any(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))


def test_an_icon_is_redrawn_sharp_at_every_ratio_and_as_pale_as_disabled_words(theme: Theme) -> None:
    icon = theme.icon("lock", "text")
    assert icon.pixmap(QSize(20, 20), 2.0).width() == 40
    for mode, colour in ((QIcon.Mode.Normal, "text"), (QIcon.Mode.Disabled, "text_disabled")):
        image = icon.pixmap(QSize(20, 20), mode).toImage()
        pixels = (image.pixelColor(x, y) for x in range(20) for y in range(20))
        strongest = max(pixels, key=lambda pixel: pixel.alpha())
        assert strongest.name() == theme.colour(colour).lower()
    # On a filled button too, whose own icon colour would be lost on the pale ground.
    pale = theme.icon("lock", "on_accent").pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage()
    assert pale == icon.pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage()


def test_an_icon_that_is_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        svg_renderer("no-such-icon", "#000000")


def test_tooltips_and_labels_keep_html_as_text(theme: Theme) -> None:
    assert Label("<b>x</b>").textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in plain_tooltip('<img src="file:///etc/passwd">')
    assert "\u202e" not in plain_tooltip("a\u202eb")

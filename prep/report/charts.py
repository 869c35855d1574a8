"""Charts as inline SVG: no script, readable in print and by screen readers (title, text labels)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from prep.report.markup import Markup, element, join

_WIDTH, _HEIGHT = 400, 170
_LEFT, _BOTTOM, _TOP = 46, 36, 12
_LEAST_HEIGHT = 1.5  # what holds anything can be seen


def histogram(bins: Sequence[Mapping[str, Any]], lowest: float, highest: float, title: str, axis: str) -> Markup:
    """A histogram of bins `{from, to, count}`; the height is the count per width, as bins differ in width.

    The axis ends at `highest` and begins at `lowest`, or at the tenth below the first bin where the lowest are empty.
    """
    if not bins:
        return element("p", "Too few records for a distribution.", class_="quiet")
    lowest = max(lowest, min(math.floor(bins[0]["from"] * 10) / 10, highest - 0.1))
    narrowest = min(entry["to"] - entry["from"] for entry in bins)
    heights = [entry["count"] / (entry["to"] - entry["from"]) * narrowest for entry in bins]
    tallest = max(heights)
    plot_width, plot_height = _WIDTH - _LEFT - 8, _HEIGHT - _BOTTOM - _TOP

    def x(value: float) -> float:
        return round(_LEFT + (value - lowest) / (highest - lowest) * plot_width, 1)

    bars = [
        element(
            "rect",
            x=x(entry["from"]),
            y=round(_TOP + plot_height - max(_LEAST_HEIGHT, plot_height * height / tallest), 1),
            width=round(max(1.0, x(entry["to"]) - x(entry["from"]) - 1), 1),
            height=round(max(_LEAST_HEIGHT, plot_height * height / tallest), 1),
            rx=1.5,
            class_="bar",
        )
        for entry, height in zip(bins, heights, strict=True)
    ]
    base = _TOP + plot_height
    ticks = [lowest + (highest - lowest) * step / 5 for step in range(6)]
    labels = [element("text", f"{tick:.3g}", x=x(tick), y=base + 14, class_="tick middle") for tick in ticks]
    labels.append(element("text", f"{tallest:,.0f}", x=_LEFT - 6, y=_TOP + 9, class_="tick end"))
    labels.append(element("text", "0", x=_LEFT - 6, y=base, class_="tick end"))
    labels.append(element("text", axis, x=(_LEFT + _WIDTH - 8) / 2, y=base + 30, class_="tick middle"))
    axis_line = element("line", x1=_LEFT, x2=_WIDTH - 8, y1=base, y2=base, class_="axis")
    spoken = "; ".join(f"{entry['from']:g} to {entry['to']:g}: {entry['count']:,}" for entry in bins)
    return element(
        "svg",
        element("title", title),
        element("desc", spoken),  # what a screen reader says of the bars
        axis_line,
        bars,
        labels,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        class_="chart",
    )


def share_bars(parts: Sequence[tuple[str, int]], title: str) -> Markup:
    """Horizontal bars of counts, each with its name and number; the longest fills the width."""
    largest = max((count for _, count in parts), default=0)
    rows = [
        element(
            "tr",
            element("th", name, scope="row"),
            element("td", _bar(count / largest), class_="share"),
            element("td", f"{count:,}", class_="number"),
        )
        for name, count in parts
        if largest
    ]
    return element("table", element("caption", title), element("tbody", rows), class_="shares") if rows else join()


def _bar(share: float) -> Markup:
    return element(
        "svg",
        element("rect", x=0, y=0, width=max(1, round(300 * share)), height=10, rx=3, class_="bar"),
        viewBox="0 0 300 10",
        preserveAspectRatio="none",
        aria_hidden="true",
        class_="share-bar",
    )


def agreement(cells: Sequence[Mapping[str, int]], bins: int, title: str) -> Markup:
    """Frequencies of a list (across) against a file's (up): a square for each pair of bins, darker for more sites."""
    size = 260
    step = size / bins
    most = max((cell["count"] for cell in cells), default=0)
    squares = [
        element(
            "rect",
            x=round(30 + cell["list"] * step, 1),
            y=round(8 + size - (cell["file"] + 1) * step, 1),
            width=round(step - 0.6, 1),
            height=round(step - 0.6, 1),
            class_="bar",
            opacity=round(0.25 + 0.75 * math.log1p(cell["count"]) / math.log1p(most), 2),
        )
        for cell in cells
    ]
    frame = [
        element("line", x1=30, y1=8 + size, x2=30 + size, y2=8 + size, class_="axis"),
        element("line", x1=30, y1=8, x2=30, y2=8 + size, class_="axis"),
        element("line", x1=30, y1=8 + size, x2=30 + size, y2=8, class_="axis"),
    ]
    labels = [
        element("text", "0", x=30, y=size + 22, class_="tick middle"),
        element("text", "1", x=30 + size, y=size + 22, class_="tick middle"),
        element("text", "site list", x=30 + size / 2, y=size + 22, class_="tick middle"),
        element("text", "file", x=26, y=14, class_="tick end"),
    ]
    return element(
        "figure",
        element("figcaption", title),
        element(
            "svg",
            element("title", title),
            frame,
            squares,
            labels,
            viewBox="0 0 300 290",
            role="img",
            class_="chart square",
        ),
    )

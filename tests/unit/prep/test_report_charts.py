"""The charts of the report: what is drawn is what was counted, where the axes say it is."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from prep.report.charts import agreement, histogram, share_bars
from tests.support.prep_files import prepare_text, record, vcf

LEFT, RIGHT, TOP, BASE = 46, 392, 12, 134


def parsed(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html)  # noqa: S314 - made by the program under test


def svg(html: str) -> ElementTree.Element:
    drawn = parsed(html)
    return drawn if drawn.tag == "svg" else next(drawn.iter("svg"))


def numbers(element: ElementTree.Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.attrib[name]) for name in names)


def bin_of(low: float, high: float, count: int) -> dict[str, float]:
    return {"from": low, "to": high, "count": count}


def test_bars_stand_where_the_axis_says_and_as_high_as_their_count_for_their_width() -> None:
    bins = [bin_of(0.0, 0.1, 10), bin_of(0.1, 0.3, 10), bin_of(0.4, 0.5, 5)]
    drawn = svg(histogram(bins, 0.0, 0.5, "Minor allele frequency", "frequency").html)
    bars = [numbers(bar, "x", "y", "width", "height") for bar in drawn.iter("rect")]
    fifth = (RIGHT - LEFT) / 5
    assert [bar[0] for bar in bars] == pytest.approx([LEFT, LEFT + fifth, LEFT + 4 * fifth], abs=0.1)
    assert [bar[2] for bar in bars] == pytest.approx([fifth - 1, 2 * fifth - 1, fifth - 1], abs=0.2)
    assert [bar[3] for bar in bars] == pytest.approx([122, 61, 61], abs=0.1)  # ten in two widths are five in one
    assert all(y + height == pytest.approx(BASE) for _, y, _, height in bars)
    assert bars[0][1] == pytest.approx(TOP)
    texts = {text.text: numbers(text, "x", "y") for text in drawn.iter("text")}
    assert [texts[tick][0] for tick in ("0.1", "0.2", "0.3", "0.4", "0.5")] == pytest.approx(
        [LEFT + step * fifth for step in range(1, 6)], abs=0.1
    )
    assert texts["10"][1] < TOP + 20  # the tallest bar's count, at its top
    assert {"frequency", "0"} <= texts.keys()
    assert drawn.findtext("title") == "Minor allele frequency"
    assert drawn.findtext("desc") == "0 to 0.1: 10; 0.1 to 0.3: 10; 0.4 to 0.5: 5"  # for those who hear it


def test_an_axis_begins_at_the_tenth_below_the_first_bar_and_ends_where_it_must() -> None:
    bins = [bin_of(0.84, 0.86, 5), bin_of(0.98, 1.0, 50)]
    drawn = svg(histogram(bins, 0.0, 1.0, "Call rate", "call rate").html)
    ticks = [text.text for text in drawn.iter("text") if "middle" in text.attrib["class"]]
    assert ticks[:6] == ["0.8", "0.84", "0.88", "0.92", "0.96", "1"]
    first, last = [numbers(bar, "x", "width", "height") for bar in drawn.iter("rect")]
    assert first[0] == pytest.approx(LEFT + (RIGHT - LEFT) * 0.2, abs=0.1)
    assert last[0] + last[1] == pytest.approx(RIGHT - 1, abs=0.2)
    assert first[2] == pytest.approx(12.2, abs=0.1)
    narrow = svg(histogram([bin_of(0.98, 1.0, 9)], 0.0, 1.0, "Call rate", "call rate").html)
    assert next(text.text for text in narrow.iter("text")) == "0.9"


def test_what_holds_little_can_be_seen_and_nothing_is_said_to_be_nothing() -> None:
    drawn = svg(histogram([bin_of(0.0, 0.1, 100_000), bin_of(0.1, 0.2, 5)], 0.0, 0.5, "x", "y").html)
    assert min(numbers(bar, "height")[0] for bar in drawn.iter("rect")) == 1.5
    assert [text.text for text in drawn.iter("text")][6] == "100,000"
    assert "Too few records" in histogram([], 0.0, 1.0, "x", "y").html


def test_pairs_of_frequencies_lie_in_their_squares_and_more_sites_are_darker() -> None:
    cells = [{"list": 0, "file": 0, "count": 5}, {"list": 12, "file": 24, "count": 500}]
    drawn = svg(agreement(cells, 25, "Frequencies").html)
    few, many = list(drawn.iter("rect"))
    step = 260 / 25
    assert numbers(few, "x", "y") == pytest.approx((30, 268 - step), abs=0.1)
    assert numbers(many, "x", "y") == pytest.approx((30 + 12 * step, 8), abs=0.1)
    assert numbers(few, "width", "height") == pytest.approx((step - 0.6, step - 0.6), abs=0.1)
    assert 0.25 < float(few.attrib["opacity"]) < float(many.attrib["opacity"]) == 1.0
    diagonal = list(drawn.iter("line"))[-1]
    assert numbers(diagonal, "x1", "y1", "x2", "y2") == (30, 268, 290, 8)


def test_the_longest_of_bars_fills_the_width_and_none_is_left_out() -> None:
    table = parsed(share_bars([("most", 3000), ("half", 1500), ("one", 1)], "Records").html)
    rows = [(row.findtext("th"), row.findall("td")[1].text) for row in table.iter("tr")]
    assert rows == [("most", "3,000"), ("half", "1,500"), ("one", "1")]
    assert [numbers(bar, "width")[0] for bar in table.iter("rect")] == [300, 150, 1]
    assert share_bars([], "Records").html == share_bars([("none", 0)], "Records").html == ""


def test_a_share_on_the_bound_of_two_bins_is_in_the_upper_one(tmp_path: Path) -> None:
    people = 50
    names = [f"PERSON{n}" for n in range(people)]
    carried = [
        record(n, *["1/1"] * (n // 2), *["0/1"] * (n % 2), *["0/0"] * (people - (n + 1) // 2)) for n in range(1, 100)
    ]
    called = [record(100 + n, *["./."] * n, "0/1", *["0/0"] * (people - n - 1)) for n in range(people)]
    (summary,) = prepare_text(tmp_path, vcf(carried, names)).report.summary.chromosomes
    assert summary.frequency_bins == (0, *[2] * 49, 1)  # n and 100 - n of 100 alleles are the same share
    (summary,) = prepare_text(tmp_path, vcf(called, names)).report.summary.chromosomes
    assert summary.call_rate_bins == (0, *[1] * 50)

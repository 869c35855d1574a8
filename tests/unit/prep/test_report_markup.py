"""The report's markup is closed and escaped."""

from __future__ import annotations

from xml.etree import ElementTree

from prep.report.markup import element


def test_shapes_of_a_chart_stand_beside_each_other_and_not_inside() -> None:
    chart = element("svg", element("line", x1=0), element("rect", x=1), element("rect", x=2))
    drawn = ElementTree.fromstring(chart.html)  # noqa: S314 -- made by us, two lines above
    assert [child.tag for child in drawn] == ["line", "rect", "rect"]


def test_text_never_becomes_markup() -> None:
    assert element("p", '<img src="x">&', title='"').html == '<p title="&quot;">&lt;img src=&quot;x&quot;&gt;&amp;</p>'

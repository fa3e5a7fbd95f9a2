"""Pictures: marks as SVG, without a negative zero, at the place and in the colour that they are given."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from generator.rendering.charts.drawing import Frame, bar, dot, drawing, line, stroke, words


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        (bar(10.4, 0, 31.2, 120, "--ink"), '<path d="M10.4,0h31.2v120h-31.2Z" fill="var(--ink)"/>'),
        (bar(1 / 3, -0.001, 2, 2 / 3, "--ink"), '<path d="M0.33,0h2v0.67h-2Z" fill="var(--ink)"/>'),
        (line((0, 12), (264, 12), 0.18), '<path d="M0,12L264,12" stroke="currentColor" stroke-opacity="0.18"/>'),
        (stroke((8, 14), (44, 10), "--paper"), '<path d="M8,14L44,10" stroke="var(--paper)" stroke-width="2"/>'),
        (dot(11, 36, 3.54, "--ink"), '<circle cx="11" cy="36" r="3.54" fill="var(--ink)"/>'),
        (words(26, -5, "8"), '<text x="26" y="-5" text-anchor="middle" font-size="12px" fill="currentColor">8</text>'),
        (
            words(-8, 16, "7", anchor="end", size=10, colour="--ink", opacity=0.75),
            '<text x="-8" y="16" text-anchor="end" font-size="10px" fill="var(--ink)" fill-opacity="0.75">7</text>',
        ),
        (words(1, 1, ""), ""),
    ],
    ids=["bar", "rounded", "line", "stroke", "dot", "number", "beside", "nothing"],
)
def test_a_mark(mark: str, written: str) -> None:
    assert mark == written


def test_a_frame_holds_marks_margins_and_words() -> None:
    picture = drawing([dot(1, 2, 3, "--a"), dot(4, 5, 6, "--b")], Frame(100, 50, 1, 2, 3, 4))
    root = ET.fromstring(picture.titled("<t>", "d"))
    assert (root.get("width"), root.get("height"), root.get("viewBox"), root.get("role")) == ("107", "53", "-3 -1 107 53", "img")
    assert [one.tag.rpartition("}")[2] for one in root] == ["title", "desc", "circle", "circle"]
    assert root[0].text == "<t>"
    assert [one.get("fill") for one in root[2:]] == ["var(--a)", "var(--b)"]

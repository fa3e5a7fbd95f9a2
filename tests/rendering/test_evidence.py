"""The words that facts rest on: marked, whatever overlaps, without touching a word."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import BODY_KINDS
from generator.model.span import Span
from generator.rendering.parts.article_text.evidence import MOST_SPLIT, MarkedText
from tests.conftest import ROOT
from tests.rendering.made import CAPTION, FURNITURE, PARAGRAPH, STAMP, article
from tests.rendering.shown import html_of, read

KINDS = frozenset({"awards"})
STYLES = ROOT / "docs" / "assets" / "stylesheets" / "parts" / "evidence.css"


def marked(text: str, *spans: tuple[int, int]) -> str:
    read_article = article((PARAGRAPH, text))
    return by_place(str(MarkedText(read_article, {Span(*span): KINDS for span in spans}).block(read_article.blocks[0])))


def by_place(html: str) -> str:
    """``html`` with the places of the spans for their ids, which are those of the words."""
    return re.sub(r'id="w\.[^"]*" data-at="([^"]*)"', r'id="t\1"', html)


def anchor(span: Span) -> str:
    return f"t{span.start}.{span.end}"


def lit(html: str, span: Span) -> str:
    """Return the words that light up when ``span`` is the target, by the rules of the style sheet."""
    text = ""
    open_elements: list[bool] = []
    own = re.search(rf'<span id="{re.escape(anchor(span))}" class="([^"]*)"', html)
    assert own, f"no anchor for {span}"
    together = next((name for name in own.group(1).split() if re.fullmatch(r"x\d+", name)), None)
    for piece in re.split(r"(<[^>]*>)", html):
        if piece.startswith("<span"):
            classes = re.search(r'class="([^"]*)"', piece)
            name = re.search(r'id="([^"]*)"', piece)
            is_lit = (name is not None and name.group(1) == anchor(span)) or (
                together is not None and classes is not None and together in classes.group(1).split()
            )
            open_elements.append(is_lit)
        elif piece.startswith("</span"):
            open_elements.pop()
        elif any(open_elements):
            text += read(piece.replace(" ", "\u00b7"))[0].replace("\u00b7", " ") if piece else ""
    assert not open_elements
    return text


def test_apart() -> None:
    assert marked("một hai ba", (0, 3), (8, 10)) == (
        '<span id="t0.3" class="ev ev-awards">một</span> hai <span id="t8.10" class="ev ev-awards">ba</span>'
    )


def test_nested() -> None:
    assert marked("một hai ba", (0, 10), (4, 7)) == (
        '<span id="t0.10" class="ev ev-awards">một <span id="t4.7" class="ev ev-awards">hai</span> ba</span>'
    )


def test_crossing_is_cut_and_its_pieces_light_together() -> None:
    html = marked("một hai ba", (0, 7), (4, 10))
    assert html == (
        '<span id="t0.7" class="ev ev-awards">một <span id="t4.10" class="ev ev-awards x1">hai</span></span>'
        '<span class="ev ev-awards x1"> ba</span>'
    )
    assert lit(html, Span(4, 10)) == "hai ba"
    assert lit(html, Span(0, 7)) == "một hai"


def test_over_several_blocks() -> None:
    read_article = article((PARAGRAPH, "tặng giấy khen cho:"), (CAPTION, "Chi bộ 1"), (FURNITURE, "Chia sẻ"), (PARAGRAPH, "Chi bộ 2"))
    text = MarkedText(read_article, {Span(5, len(read_article.text)): KINDS})
    html = by_place("".join(text.block(block) for block in read_article.blocks if block.kind in BODY_KINDS))
    assert lit(html, Span(5, len(read_article.text))) == "giấy khen cho:Chi bộ 1Chi bộ 2"
    assert html.count(" id=") == 1


def test_words_outside_the_body_have_no_anchor() -> None:
    read_article = article((STAMP, "Ngày đăng 16/01/2022"), (PARAGRAPH, "Nội dung"))
    text = MarkedText(read_article, {Span(0, 9): KINDS, Span(22, 26): KINDS})
    assert not text.shows(Span(0, 9))
    assert text.shows(Span(22, 26))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12), st.sampled_from(["ab c<d>& *e* ", "đ. 1"]))
def test_any_spans(raw: list[tuple[int, int]], words: str) -> None:
    text = (words * 20)[:60].strip()
    spans = {Span(min(a, len(text) - 1), min(a + length, len(text))) for a, length in raw}
    read_article = article((PARAGRAPH, text))
    html = by_place(str(MarkedText(read_article, dict.fromkeys(spans, KINDS)).block(read_article.blocks[0])))
    assert " ".join(read(html)[0].split()) == " ".join(text.split())
    assert read(html_of(html))[0] == " ".join(text.split())
    for span in spans:
        assert lit(html, span) == span.of(text)
    names = re.findall(r' id="([^"]*)"', html)
    assert len(names) == len(set(names)) == len(spans)


def test_a_comb_of_crossing_spans() -> None:
    """Each cut in two or more, more of them than there are styles: every word stays, every anchor is there."""
    text = "x" * 400
    spans = {Span(n, n + 150) for n in range(0, 200, 2)}
    read_article = article((PARAGRAPH, text))
    html = by_place(str(MarkedText(read_article, dict.fromkeys(spans, KINDS)).block(read_article.blocks[0])))
    assert read(html)[0] == text
    assert {anchor(span) for span in spans} == set(re.findall(r' id="([^"]*)"', html))
    assert max(int(n) for n in re.findall(r"\bx(\d+)\b", html)) == MOST_SPLIT


def test_the_style_sheet_has_a_rule_for_each_piece() -> None:
    rules = [int(n) for n in re.findall(r"article:has\(\.x(\d+):target\) \.x\1\b", STYLES.read_text(encoding="utf-8"))]
    assert rules == list(range(1, MOST_SPLIT + 1))
    assert all(b - a == 1 for a, b in pairwise(rules))

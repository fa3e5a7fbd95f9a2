"""The page of what needs review, and the same for a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mkdocs.utils.meta import get_data

from generator.model.archive import Archive, ReviewItem, ReviewTopic
from generator.model.span import Span
from generator.model.statement import Reason, basis, day
from generator.rendering.pages.review import MOST, listing, review_page
from generator.rendering.parts.article_text.anchors import anchors_of
from generator.rendering.site import REVIEW, files, render
from generator.resolution.assembly import assemble
from generator.resolution.review.queue import review
from tests.conftest import ROOT
from tests.rendering.made import FULL, FULL_FACTS, STAMP
from tests.rendering.shown import html_of, read

MADE = assemble([(FULL, FULL_FACTS)])
SLUG = MADE.entries[0].slug
EVIDENCE = FULL_FACTS.ratings[0].evidence[0]


def queue(*items: ReviewItem) -> Archive:
    return replace(MADE, review=items)


def item(kind: str = "sums", span: Span | None = EVIDENCE, why: Reason = "Không khớp", words: str | None = "câu chữ") -> ReviewItem:
    return ReviewItem(ReviewTopic(kind), why, SLUG, span, words, "Nếu sai, sửa ở seeds/corrections/x.yml")


def test_the_page_leads_to_the_words_and_tells_the_fix() -> None:
    pages = render(queue(item()))
    assert f"](bai/{SLUG}.md#{anchors_of(MADE.entries[0])[EVIDENCE]})" in pages[REVIEW]
    assert f'id="{anchors_of(MADE.entries[0])[EVIDENCE]}"' in html_of(pages[f"bai/{SLUG}.md"])
    shown, _ = read(html_of(pages[REVIEW]))
    assert "Con số không khớp" in shown
    assert "1 mục." in shown
    assert "Không khớp “câu chữ” Nếu sai, sửa ở seeds/corrections/x.yml" in " ".join(shown.split())
    assert "Giá trị suy ra" not in shown, "a kind without an item has no heading"


def test_every_anchor_of_a_real_queue_is_on_its_page() -> None:
    archive = replace(MADE, review=review(MADE.entries))
    pages = render(archive)
    linked = [line for group in review_page(archive).groups for line in group.lines]
    assert any(line.anchor for line in linked)
    for line in linked:
        assert line.anchor is None or f'id="{line.anchor}"' in html_of(pages[f"bai/{line.slug}.md"])


def test_a_long_list_is_folded_behind_its_first_lines() -> None:
    few, many = (render(queue(*(item(words=f"câu {number}") for number in range(count))))[REVIEW] for count in (6, 9))
    assert "<details" not in few
    first, folded = many.split("<details", 1)
    assert [words in first for words in ("“câu 5”", "“câu 6”")] == [True, False]
    assert "và 3 mục nữa" in folded
    shown = html_of(many)
    assert shown.count("“câu ") == 9
    assert shown.index("<details") < shown.index("“câu 6”") < shown.index("“câu 8”") < shown.index("</details>")


@pytest.mark.parametrize("span", [None, Span(0, 3), next(block.span for block in FULL.blocks if block.kind is STAMP)])
def test_words_that_are_not_marked_lead_to_the_article(span: Span | None) -> None:
    page = render(queue(item(span=span)))[REVIEW]
    assert f"](bai/{SLUG}.md)" in page


def test_the_page_is_not_sought_and_stands_beside_the_home_page() -> None:
    pages = render(replace(MADE, review=()))
    assert get_data(pages[REVIEW])[1] == {"title": "Cần xem lại", "robots": "noindex"}
    assert '<div data-search="off" hidden></div>' in pages[REVIEW]
    assert "Hiện không có gì cần xem lại." in pages[REVIEW]
    assert not [path for path, text in pages.items() if "can-xem-lai.md)" in text], "it is the owner's, not the reader's"
    own = (path for path in (ROOT / "docs").glob("*.md") if path.name not in files())
    written = [*own, *(ROOT / "generator/publishing/starter/archive").rglob("*.jinja")]
    assert not [path.name for path in written if "can-xem-lai.md)" in path.read_text(encoding="utf-8")]
    assert {path for path in pages if "/" not in path} == set(files())


def test_a_long_queue_is_cut_and_says_so() -> None:
    page = render(queue(*(item(why=f"Mục {number}.") for number in range(MOST + 3))))[REVIEW]
    assert page.count("](bai/") == MOST
    assert f"**{MOST + 3}** mục." in page
    shown, _ = read(html_of(page))
    assert f"Dưới đây là {MOST} mục đầu; toàn bộ: kyyeu review --kind sums." in shown
    whole = render(queue(*(item() for _ in range(MOST))))[REVIEW]
    assert "mục đầu" not in whole


def test_what_an_article_says_does_nothing_on_the_page() -> None:
    page = render(queue(item(why="<script>x</script> [a](b)", words="*đậm* | {{ x }}")))[REVIEW]
    assert "<script>" not in html_of(page)
    assert "*đậm* | {{ x }}" in read(html_of(page))[0]


def test_dates_are_written_as_vietnamese_writes_them() -> None:
    assert "Ngày đăng 07/03/2023" in read(html_of(render(queue(item(why=basis("published", date=day("2023-03-07")))))[REVIEW]))[0]


def test_the_listing_is_grouped_by_kind_with_places() -> None:
    found = [(item("inferred", why="Ngày 07/03/2023\x1b[31m"), "seeds/b.txt:3"), (item(), "seeds/a.txt:12")]
    assert listing(found).split("\n") == [
        "Con số không khớp [sums]: 1",
        "  seeds/a.txt:12: Không khớp",
        "      “câu chữ”",
        "      → Nếu sai, sửa ở seeds/corrections/x.yml",
        "",
        "Giá trị suy ra [inferred]: 1",
        "  seeds/b.txt:3: Ngày 07/03/2023\\x1b[31m",
        "      “câu chữ”",
        "      → Nếu sai, sửa ở seeds/corrections/x.yml",
    ]
    assert listing([]) == "Không có gì cần xem lại."

"""Headings are headings; rows of cells between bars are shown as a table, with the marks of facts in their cells."""

from __future__ import annotations

import re

from generator.extraction.extract import extract
from generator.model.archive import Entry
from generator.model.article import Source
from generator.reading.text import article_from_text
from generator.rendering.pages.article import article_page
from generator.rendering.parts.article_text.text_tables import tabled
from generator.rendering.site import render
from tests.rendering.made_units import archive_of
from tests.rendering.shown import html_of

HEAD = "Phường Hoa Mai khen thưởng năm 2023\n\nSáng 4/1/2024, phường Hoa Mai họp.\n\nPhường Hoa Mai tặng giấy khen cho 2 cá nhân:\n\n"
ROWS = "| STT | Họ tên | Hình thức |\n| 1 | Lê Thị Lụa | Giấy khen |\n| 2 |  | *khen* <b> |\n"


def shown(text: str) -> list[tuple[str, str]]:
    article = article_from_text(text, Source("seeds/a.txt", "0" * 64, "text"))
    page = article_page(Entry("a", article, extract(article), ()), "bai/a.md")
    return [(block.kind, re.sub(r"</?span[^>]*>", "", str(block.words))) for block in page.text]


def test_rows_are_a_table_whose_first_is_its_head() -> None:
    *_, (kind, words) = shown(HEAD + ROWS)
    assert kind == "table"
    assert words.split("\n") == [
        "| STT | Họ tên | Hình thức |",
        "| --- | --- | --- |",
        "| 1 | Lê Thị Lụa | Giấy khen |",
        "| 2 |  | &#42;khen&#42; &#60;b&#62; |",
    ]


def test_a_table_that_begins_with_a_number_has_no_head() -> None:
    *_, (_, words) = shown(HEAD + ROWS.partition("\n")[2])
    assert words.split("\n")[:2] == ["| | | |", "| --- | --- | --- |"]


def test_what_is_no_table_stays_as_it_is() -> None:
    for rows in ("| một | hàng | thôi |\n", "| hai | hàng |\n| khác | nhau | nhiều |\n"):
        assert "table" not in [kind for kind, _ in shown(HEAD + rows)]
    article = article_from_text(HEAD, Source("a", "", "text"))
    assert tabled(article).article is article


def test_a_heading_is_one_on_the_page_and_no_level_is_left_out() -> None:
    text = HEAD + "#### Cá nhân\n\nMột người.\n\n## Tập thể\n\nHai nơi.\n"
    article = article_from_text(text, Source("seeds/a.txt", "0" * 64, "text"))
    page = html_of(render(archive_of(Entry("a", article, extract(article), ())))["bai/a.md"])
    assert re.findall(r"<h2[^>]*>([^<]*)</h2>", page)[-2:] == ["Cá nhân", "Tập thể"]
    assert "##" not in page


def test_facts_keep_their_places_in_cells() -> None:
    text = HEAD + ROWS.replace("| 2 |  | *khen* <b> |", "| 2 | Trần Văn Thí | Giấy khen |")
    article = article_from_text(text, Source("seeds/a.txt", "0" * 64, "text"))
    page = article_page(Entry("a", article, extract(article), ()), "bai/a.md")
    table = str(page.text[-1].words)
    assert re.search(r'\| <span id="w\.[a-z]+" [^>]*class="ev ev-awards[^>]*>Lê Thị Lụa</span> \|', table)

"""What is on the screen is taken away as a workbook: a table as it is filtered, the results of a search."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.slow


def rows_after(page: Page, button: Locator) -> list[list[Any]]:
    """Return the rows of the workbook that ``button`` saves."""
    with page.expect_download() as waited:
        button.click()
    assert waited.value.suggested_filename.endswith(".xlsx")
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(Path(waited.value.path()).read_bytes()))
    (name,) = book.sheet_names
    return book.get_sheet_by_name(name).to_python()


def test_a_table_is_taken_away_as_it_is_filtered(page: Page) -> None:
    page.goto("van-ban/")
    table = page.locator("article table").first
    expect(page.locator(".ky-take")).to_have_count(1)
    whole = rows_after(page, page.locator(".ky-take"))
    assert whole[0][0] == page.locator("article h1").inner_text().strip()
    assert whole[1][0] == page.url
    heads = whole[3]
    assert [head for head in heads if head][-table.locator("th").count() :] == table.locator("th").all_inner_texts()
    assert len(whole) - 4 == page.locator("article table tbody tr").count()
    assert any(isinstance(cell, float) for row in whole[4:] for cell in row)
    if page.locator(".ky-narrow input").count():
        page.locator(".ky-narrow input").fill("nghi quyet")
        left = page.locator("article table tbody tr:visible").count()
        assert 0 < left < len(whole) - 4
        assert len(rows_after(page, page.locator(".ky-take"))) - 4 == left


def test_the_results_of_a_search_are_taken_away_with_their_address(page: Page) -> None:
    page.goto("tra-cuu/?tk=giay+khen&loai=bai")
    expect(page.locator("[data-ky-search]")).to_have_attribute("data-search-state", "done")
    title, address, *rest = rows_after(page, page.locator(".ky-take"))
    assert "giay khen" in title[0]
    assert address[0] == page.url
    rows = rest[2:]
    assert len(rows) == page.locator(".ky-hit").count() > 0
    assert {row[0] for row in rows} == {words.strip() for words in page.locator(".ky-hit-title").all_inner_texts()}
    assert all(isinstance(row[2], dt.date) for row in rows if row[2])


def test_hostile_words_make_a_valid_sheet(page: Page) -> None:
    page.goto("van-ban/")
    script = """cells => import('../assets/javascripts/sheet.js').then(({ workbook, letters, serial }) => [
      letters(0), letters(25), letters(26), letters(701), letters(702), serial(20240501), serial(19000101),
      Array.from(workbook("a/b[]", ["=1"], cells, [cells.map((words) => ({ words, link: "https://a.example/?a=1&b=<" }))]))])"""
    cells = ["=1+1", "<b>&amp;\"'", "\u0007\ud800", "đ" * 40_000]
    *told, data = page.evaluate(script, cells)
    assert told == ["A", "Z", "AA", "ZZ", "AAA", 45413, None]
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(bytes(data))).get_sheet_by_index(0).to_python()
    assert sheet[3] == ["=1+1", "<b>&amp;\"'", "\ufffd\ufffd", "đ" * 32_767]

"""What paper shows of a record: a unit's and a year's for the wall. Printed by Chromium and read from the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WIDTHS
from tests.browser.windows import Windows

pytestmark = pytest.mark.slow
FOLDED = """() => document.querySelector('article').insertAdjacentHTML('beforeend',
  '<details class="ky-group" id="folded"><summary>a</summary><table><thead><tr><th>Đầu cột</th></tr></thead><tbody>' +
  '<tr><td>1</td></tr>'.repeat(3) + '</tbody></table></details>')"""
CLICKED = ("Tải bảng này", "Tải báo cáo", "Tải CSV", "xem câu trong bài", "Báo sai sót")


@pytest.fixture
def page(windows: Windows, address: str) -> Iterator[Page]:
    """Provide a page as wide as a desktop's, from which one prints."""
    with windows.lent(address, WIDTHS["desktop"]) as (page, errors):
        yield page
    assert errors == []


def printed(page: Page, place: str) -> list[str]:
    """Return the lines of ``place`` on paper."""
    page.goto(place)
    page.wait_for_load_state("networkidle")
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    found = [line.strip() for sheet in paper for line in sheet.get_textpage().get_text_bounded().splitlines()]
    lines = [line for line in found if line and not re.fullmatch(r"\d+/\d+", line)]
    assert not [line for line in lines for words in CLICKED if words in line], place
    assert any(line.startswith("Kỷ Yếu") for line in lines), "the archive is named"
    return lines


def test_a_unit_with_its_folded_table(page: Page) -> None:
    lines = printed(page, "don-vi/dang-bo-cac-co-quan-tinh/")
    assert "Đảng bộ Các cơ quan tỉnh" in lines[0]
    assert "Theo năm và hình thức" in lines
    assert any(line.startswith("Năm Hình thức Nhận") for line in lines), lines


def test_a_folded_table_that_sorts_keeps_its_heads(page: Page) -> None:
    page.goto("don-vi/dang-bo-cac-co-quan-tinh/")
    page.evaluate(FOLDED)
    page.evaluate("import('../../assets/javascripts/tables.js').then(({ mount }) => mount())")
    assert page.locator("#folded th").evaluate("one => one.dataset.head") == "Đầu cột"


def test_a_year_for_the_wall(page: Page) -> None:
    page.goto("khen-thuong/2022/")
    page.get_by_role("link", name="Bảng vàng của năm").click()
    expect(page.locator("h1")).to_have_text("Bảng vàng năm 2022")
    lines = printed(page, "khen-thuong/bang-vang-2022/")
    assert lines[0] == "Bảng vàng năm 2022"
    assert any("Giấy khen" in line for line in lines)

"""Ten tasks of those for whom the archive is made, each to its end by keyboard alone.

The table states who wants what, where one begins, and how one sees that it is done. A step types, presses a key, or goes on with the
tabulator until the focus is where it says; nothing is clicked, and no address is typed but the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WIDTHS
from tests.browser.windows import Windows

pytestmark = pytest.mark.slow

MOST_STEPS = 250  #: of the tabulator to a place; the longest page needs half as many


@pytest.fixture
def page(windows: Windows, address: str) -> Iterator[Page]:
    """Provide a page as wide as a desktop's, where there is a keyboard."""
    with windows.lent(address, WIDTHS["desktop"]) as (page, errors):
        yield page
    assert errors == []


@dataclass(frozen=True)
class Keys:
    """A keyboard at a page."""

    page: Page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def reach(self, selector: str, words: str = "") -> None:
        """Go on with the tabulator until the focus is on what ``selector`` names and holds ``words``."""
        for _ in range(MOST_STEPS):
            self.press("Tab")
            if self.page.evaluate(
                "([selector, words]) => document.activeElement.matches(selector) && document.activeElement.textContent.includes(words)",
                [selector, words],
            ):
                return
        raise AssertionError(f"{selector} {words}: not reached with the tabulator at {self.page.url}")

    def search(self, words: str) -> None:
        """Type into the box of the header, which a key leads to, and send it off."""
        self.press("/")
        self.type(words)
        self.press("Enter")

    def download(self) -> bytes:
        """Press Enter on a link to a file, and return the file."""
        with self.page.expect_download() as waited:
            self.press("Enter")
        return Path(waited.value.path()).read_bytes()


@dataclass(frozen=True)
class Task:
    """A task: ``who`` wants ``what``, beginning at ``start``; ``do`` does it and asserts its end."""

    who: str
    what: str
    start: str
    do: Callable[[Keys], None]


def forms_of_a_year(keys: Keys) -> None:
    keys.search("2022")
    keys.page.wait_for_url(re.compile("/nam/2022/|/tra-cuu/"))
    if "/tra-cuu/" in keys.page.url:  # Enter came before the box knew the names: the year stands on top of the results
        keys.reach("a[href*='nam/2022/']")
        keys.press("Enter")
    keys.page.wait_for_url("**/nam/2022/**")
    expect(keys.page.locator("h1")).to_contain_text("2022")
    expect(keys.page.locator("article")).to_contain_text("Giấy khen")


def record_of_a_unit(keys: Keys) -> None:
    keys.search("dang bo cac co quan tinh")
    keys.page.wait_for_url("**/don-vi/dang-bo-cac-co-quan-tinh/**")
    expect(keys.page.locator(".ky-record tbody tr").first).to_be_visible()
    keys.reach(".ky-sums-of-unit > summary")
    keys.press("Enter")
    expect(keys.page.locator(".ky-sums-of-unit table")).to_be_visible()


def report_of_a_unit(keys: Keys) -> None:
    keys.reach(".ky-handout a", "Excel")
    assert keys.download().startswith(b"PK")
    keys.reach(".ky-handout a", "A4")
    assert keys.download().startswith(b"PK")


def units_of_a_kind(keys: Keys) -> None:
    page = keys.page
    expect(page.locator(".ky-narrow input")).to_be_attached()
    keys.reach(".ky-narrow input")
    keys.type("long bien")
    rows = page.locator("article table tbody tr:visible")
    expect(rows.first).to_contain_text("Long Biên")
    assert 0 < rows.count() < page.locator("article table tbody tr").count()


def most_awards_first(keys: Keys) -> None:
    keys.reach("th .ky-sort", "Bài báo")
    keys.press("Enter", "Enter")
    expect(keys.page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")


def named_without_marks(keys: Keys) -> None:
    keys.search("phuong thi thanh")
    keys.page.wait_for_url("**/tra-cuu/**")
    expect(keys.page.locator(".ky-hit").first).to_contain_text("Đảng bộ Các cơ quan tỉnh")
    keys.reach(".ky-hit a")
    keys.press("Enter")
    keys.page.wait_for_url("**/bai/001-882af54aea8de29e/**")
    expect(keys.page.locator(".ky-text")).to_contain_text("Phương Thị Thanh")


def not_named_at_all(keys: Keys) -> None:
    keys.search('"Nguyễn Thị Không Có"')
    expect(keys.page.locator("[data-ky-search]")).to_have_attribute("data-search-state", "done")
    expect(keys.page.locator(".ky-hit")).to_have_count(0)


def evidence_of_a_fact(keys: Keys) -> None:
    keys.reach(".ky-panel .ky-quotes a")
    keys.press("Enter")
    keys.page.wait_for_url("**#w.*")
    expect(keys.page.locator(".ev.ky-lit, .ev:target").first).to_be_in_viewport()
    keys.reach(".ky-copying")
    keys.press("Enter")
    expect(keys.page.locator(".ky-tools [role=status], .ky-copying").first).to_be_attached()


def source_and_citation(keys: Keys) -> None:
    keys.reach(".ky-cite > summary")
    keys.press("Enter")
    expect(keys.page.locator(".ky-cite")).to_have_attribute("open", "")
    expect(keys.page.locator(".ky-cite")).to_contain_text("Kỷ Yếu")


def the_data(keys: Keys) -> None:
    keys.reach("article a[href$='khen-thuong.parquet']")
    assert keys.download().startswith(b"PAR1")
    keys.reach("article a[href$='v1/index.json']")
    href = keys.page.evaluate("document.activeElement.href")
    loaded: Any = json.loads(keys.page.request.get(href).text())
    assert loaded


ARTICLE = "bai/001-882af54aea8de29e/"
TASKS = (
    Task("leader", "which forms were granted in 2022, and how many", "", forms_of_a_year),
    Task("leader", "the record of my organisation by year and form", "", record_of_a_unit),
    Task("clerk", "the report of my unit as a workbook and on one page", "don-vi/dang-bo-cac-co-quan-tinh/", report_of_a_unit),
    Task("clerk", "the units of my district", "don-vi/", units_of_a_kind),
    Task("leader", "which unit has most articles", "don-vi/", most_awards_first),
    Task("reader", "am I mentioned? typed without marks", "", named_without_marks),
    Task("reader", "am I mentioned? no, and that is said", "", not_named_at_all),
    Task("journalist", "the sentence behind a number, and its address", ARTICLE, evidence_of_a_fact),
    Task("journalist", "how to cite the article", ARTICLE, source_and_citation),
    Task("researcher", "all awards as a table, and the linked data", "du-lieu/", the_data),
)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: f"{task.who}: {task.what}")
def test_a_task_is_done_by_keyboard_alone(page: Page, task: Task) -> None:
    page.goto(task.start)
    page.wait_for_load_state("networkidle")
    task.do(Keys(page))

"""An English site in the browser: its scripts speak English, and its days and numbers sort as what they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import served
from tests.browser.windows import Windows
from tests.built_sites import english_site


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(english_site(tmp_path_factory)) as there:
        yield there


@pytest.fixture
def page(windows: Windows, english: str) -> Iterator[Page]:
    with windows.lent(english) as (page, errors):
        yield page
    assert errors == []


def test_days_in_english_sort_by_time(english: str, page: Page) -> None:
    page.goto(f"{english}su-kien/")
    page.locator(".ky-events table button.ky-sort").first.click()
    days = page.locator(".ky-events tbody tr td:first-child").all_inner_texts()
    dated = [day for day in days if day.strip() != "–"]
    assert dated[0].endswith("2023")
    assert dated.index("2 February 2024") > dated.index("25 January 2024") > dated.index("16 January 2024")


def test_numbers_and_days_are_read_as_the_language_writes_them(english: str, page: Page) -> None:
    page.goto(english)
    read = """async (address) => {
      const {number, day, date, format} = await import(address);
      return [number("1,234+"), number("9.5 %"), number("1.234,5"), day("2 February 2024"), day("March 2023"), day("2023"),
        day("5–7 August 2023"), day("28 February 2022 – 2 March 2022"),
        date("2023-02-10"), date("2023-03"), format(5645)];
    }"""
    told = [1234, 9.5, None, 20240202, 20230300, None, 20230805, 20220228, "10 February 2023", "March 2023", "5,645"]
    assert page.evaluate(read, f"{english}assets/javascripts/say.js") == told


def test_the_search_speaks_english(english: str, page: Page) -> None:
    page.goto(f"{english}tra-cuu/?tk=giay+khen")
    page.wait_for_selector('[data-search-state="done"]')
    assert page.locator(".ky-search-status").inner_text().endswith(" results")
    assert "Form of award" in page.locator("[data-ky-filters]").inner_text()
    page.goto(f"{english}tra-cuu/?tk=year:2023+zzzzqqqq")
    page.wait_for_selector('[data-search-state="done"]')
    assert page.locator(".ky-search-status").inner_text() == "No page was found."


def test_the_articles_words_say_their_language(english: str, page: Page) -> None:
    page.goto(f"{english}bai/")
    titles = page.locator(".ky-rows li > a")
    assert titles.count() > 5
    assert page.locator('.ky-rows li > a > [lang="vi"]').count() == titles.count()
    page.locator(".ky-rows li > a").first.click()
    title = page.locator("h1")
    assert title.locator('[lang="vi"]').inner_text() == title.inner_text()
    assert page.title().startswith(title.inner_text())
    assert page.locator('.ky-text[lang="vi"]').count() == 1

"""The site opened by double click: it reads as it does on the web, links lead on, and what cannot work says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import built_sites
from tests.browser.conftest import VIEWS
from tests.browser.test_content_security import ARTICLE, LISTEN
from tests.browser.test_site import CLEAR, background, overflow
from tests.browser.windows import Windows

WORDS = "mở từ tệp trên máy"
STYLE = "() => { const { font, color } = getComputedStyle(document.querySelector('h1')); return [font, color]; }"


@pytest.fixture(params=VIEWS)
def disk(windows: Windows, site: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Provide a page of a browser that takes addresses for files of the site. In the end: nothing was refused by the policy."""
    with windows.lent(f"{site.as_uri()}/", request.param, first=LISTEN) as (page, _):
        yield page
        assert page.evaluate("refused") == []


PLACES = ("", ARTICLE, "don-vi/", "khen-thuong/2022/", "tra-cuu/", "du-lieu/", "gioi-thieu/")


@pytest.mark.slow
def test_it_looks_as_on_the_web(disk: Page, address: str) -> None:
    ready = "document.fonts.ready.then(() => [...document.fonts].filter(font => font.status === 'loaded').length)"
    styles = {}
    for place in PLACES:
        disk.goto(f"{place}index.html")
        assert disk.evaluate(ready) > 0, place
        assert overflow(disk) <= 0, place
        assert disk.evaluate("typeof __md_scope") == "object", place
        styles[place] = disk.evaluate(STYLE)
    disk.context.route("**/*.js", lambda route: route.abort())  # there too without modules
    for place, style in styles.items():
        disk.goto(f"{address}{place}")
        assert disk.evaluate(STYLE) == style, place


def test_every_link_leads_to_a_page(disk: Page, site: Path) -> None:
    for place in ("", ARTICLE, "nam/2022/", "cac-cach-tra/"):
        disk.goto(f"{place}index.html")
        links = set(disk.locator("a[href]").evaluate_all("all => all.map(one => one.href).filter(one => one.startsWith('file:'))"))
        assert len(links) > 5
        for link in links:
            path = Path(link.partition("#")[0].partition("?")[0].removeprefix("file://"))
            assert path.is_file(), link
            assert path.is_relative_to(site)


def test_a_reader_goes_from_the_home_page_to_the_words_of_a_fact(disk: Page) -> None:
    disk.goto("index.html")
    disk.locator(".ky-title a").first.click()
    expect(disk.locator(".ky-text")).to_be_visible()
    disk.locator(".ky-panel .ky-quotes a:visible").first.click()
    disk.wait_for_function("document.querySelector(':target')")
    assert background(disk, ":target") != CLEAR
    expect(disk.locator(":target")).to_be_in_viewport()
    disk.locator(".ky-crumb a").first.click()
    expect(disk.locator(".ky-totals")).to_be_visible()


def test_former_addresses_lead_on(windows: Windows, tmp_path_factory: pytest.TempPathFactory) -> None:
    site = built_sites.hostile_site(tmp_path_factory)
    with windows.lent(f"{site.as_uri()}/") as (page, _):
        page.goto("bai/ten-cu/index.html#x")
        page.wait_for_url("**/bai/hostile/index.html#x")
        expect(page.locator(".ky-crumb")).to_be_visible()


@pytest.mark.parametrize(("place", "told"), [("", 1), ("tra-cuu/", 1), (ARTICLE, 0)])
def test_what_would_search_says_where_one_can(disk: Page, place: str, told: int) -> None:
    disk.goto(f"{place}index.html")
    assert disk.locator("input[name=tk]").count() == 0
    sentence = disk.locator(".ky-from-disk")
    assert sentence.count() == told
    if told:
        expect(sentence).to_contain_text(WORDS)
        expect(sentence).to_contain_text("kyyeu serve")
        sentence.locator("a").click()
        expect(disk.locator("h1")).to_be_visible()
        assert disk.url.endswith("/cac-cach-tra/index.html")


def test_on_the_web_nothing_of_this_shows(page: Page) -> None:
    page.goto("tra-cuu/")
    expect(page.locator("[data-ky-search] form")).to_be_visible()
    assert page.locator(".ky-from-disk").count() == 0
    assert page.locator("a[href*='index.html']").count() == 0

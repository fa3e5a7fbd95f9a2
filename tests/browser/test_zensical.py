"""The site that Zensical builds from the seeds, in a browser: what MkDocs' does, this does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import zensical
from tests.browser.conftest import served

pytestmark = [zensical.needed, pytest.mark.slow]

ARTICLE = "bai/000-0d5fd4dc65c977ab/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return zensical.shared_site(tmp_path_factory)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as there:
        yield there


@pytest.mark.parametrize("path", ["", ARTICLE, "don-vi/", "nam/2022/", "khen-thuong/2022/", "tra-cuu/", "du-lieu/", "cac-cach-tra/"])
def test_every_kind_of_page_opens(page: Page, path: str) -> None:
    """The fixture fails for an error in the console, a file that is not there, a request to another host."""
    page.goto(path)
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen"


def test_a_facts_link_lights_up_its_words(page: Page) -> None:
    page.goto(ARTICLE)
    link = page.locator(".ky-panel a[href^='#w.']").first
    target = (link.get_attribute("href") or "").removeprefix("#")
    page.goto(f"{ARTICLE}#{target}")
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()


def test_search_finds(page: Page) -> None:
    page.goto("tra-cuu/?tk=giay+khen")
    expect(page.locator("[data-ky-results] a").first).to_be_visible()
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("long bien")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*long*bien*")
    expect(page.locator("h1")).to_be_visible()


def test_tables_can_be_sorted(page: Page) -> None:
    page.goto("khen-thuong/2022/")
    expect(page.locator("th button").first).to_be_visible()

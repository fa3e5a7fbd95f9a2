"""A fact and its words, both ways: all words of a fact lit at once, steps through them, and from words to their fact."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

ARTICLE = "bai/001-882af54aea8de29e/"
ACTIVE = ".ky-panel li.ky-active"
LIT = "marks => marks.filter(mark => mark.id).map(mark => '#' + mark.id).sort()"


def lit(page: Page) -> list[str]:
    found: list[str] = page.locator(".ev.ky-lit").evaluate_all(LIT)
    return found


def several(page: Page) -> list[str]:
    """Return the addresses of the words of a fact that rests on several."""
    page.goto(ARTICLE)
    page.locator(".ky-text.ky-answers").wait_for()
    found: list[list[str]] = page.locator(".ky-panel details > ul > li").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.ky-quotes > a')].map(link => link.getAttribute('href')))"
    )
    return next(links for links in found if len(set(links)) > 1)


def test_all_words_of_a_fact_are_lit_together_and_stepped_through(page: Page) -> None:
    words = several(page)
    link = page.locator(f".ky-panel .ky-quotes > a[href='{words[0]}']").first
    link.click()
    assert lit(page) == sorted(words)
    expect(page.locator(ACTIVE)).to_have_count(1)
    steps = page.locator(f"{ACTIVE} .ky-steps")
    expect(steps).to_contain_text(f"1/{len(words)}")
    steps.get_by_role("button").last.click()
    expect(steps).to_contain_text(f"2/{len(words)}")
    assert page.url.endswith(words[1])
    assert lit(page) == sorted(words)
    expect(steps.get_by_role("button").last).to_be_focused()


@pytest.mark.slow
def test_words_lead_to_their_fact_and_to_the_next_that_rests_on_them(page: Page) -> None:
    page.goto(ARTICLE)
    page.locator(".ky-text.ky-answers").wait_for()
    mark = page.locator(".ky-text .ev-awards[id]").first
    mark.dispatch_event("click")  # of words on two lines no one place is surely theirs
    anchor = page.url.split("#")[1]
    expect(page.locator(f"{ACTIVE} .ky-quotes > a[href='#{anchor}']")).to_have_count(1)
    expect(page.locator(ACTIVE)).to_be_visible()
    bar = page.locator(".ky-fact-bar")
    if (page.viewport_size or {"width": 0})["width"] < 600:
        expect(bar).to_be_in_viewport()
        bar.get_by_role("button", name="Về danh sách").click()
        expect(page.locator(ACTIVE)).to_be_in_viewport()
    else:
        expect(bar).to_be_hidden()


@pytest.mark.slow
def test_an_address_lights_the_whole_fact(page: Page) -> None:
    words = several(page)
    page.goto("gioi-thieu/")
    page.goto(ARTICLE + words[-1])
    expect(page.locator(ACTIVE)).to_have_count(1)
    assert set(lit(page)) >= {words[-1]}

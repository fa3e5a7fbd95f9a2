"""Everything without a mouse: where the focus is can be seen at every step, nothing holds it, and what a click does a key does."""

from __future__ import annotations

from itertools import groupby

import pytest
from playwright.sync_api import Page, expect

ARTICLE = "bai/004-0baa82ef82c13b59/"
MOST_STEPS = 400
# What has the focus: its place in the document, how it is called, whether it lies in the window, is drawn round, and lies on top.
STANDING = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const shown = one.matches('.md-option') ? one.nextElementSibling : one; // the theme draws a switch by the label behind it
  const boxes = [...shown.getClientRects()].filter(({width, height}) => width > 0 && height > 0);
  const inside = boxes.filter(({top, bottom, left, right}) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
  const onTop = inside.some(({top, bottom, left, right}) => [0.2, 0.5, 0.8].some(part => {
    const hit = document.elementFromPoint(left + (right - left) * part, Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1));
    return hit && (shown.contains(hit) || hit.contains(shown)) }));
  const style = getComputedStyle(shown);
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
    || (one.type === 'date' && !one.matches(':focus-visible')); // its calendar's button, drawn by the browser
  return {at: [...document.querySelectorAll('*')].indexOf(one), name: one.outerHTML.slice(0, 120), skips: one.matches('.md-skip'),
    inside: inside.length > 0, onTop, ring};
}"""


def walk(page: Page) -> list[dict[str, object]]:
    """What takes the focus, step by step, until the page is through."""
    steps: list[dict[str, object]] = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        step = page.evaluate(STANDING)
        if step is None or (steps and step["at"] == steps[0]["at"]):
            return steps
        steps.append(step)
    pytest.fail(f"still on the page after {MOST_STEPS} steps: {steps[-3:]}")


@pytest.mark.parametrize("place", ["", ARTICLE, "xep-loai/", "nguoi/", "tra-cuu/"])
def test_the_focus_is_always_seen_and_never_held(page: Page, place: str) -> None:
    page.goto(place)
    steps = walk(page)
    assert len(steps) > 5
    assert [step["name"] for step in steps if not step["inside"]] == []
    assert [step["name"] for step in steps if not step["onTop"]] == []
    assert [step["name"] for step in steps if not step["ring"]] == []
    places = [at for at, _ in groupby(step["at"] for step in steps)]  # a date's day, month and year are steps of one field
    assert len(places) == len(set(places)), "something takes the focus twice"
    assert steps[0]["skips"]


def test_the_skip_link_leads_to_the_words(page: Page) -> None:
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_keys_sort_and_narrow_a_table(page: Page) -> None:
    page.goto("nguoi/")
    table = page.locator("[data-ky-table]:has(.ky-sort)").first
    table.locator(".ky-sort").first.focus()
    page.keyboard.press("Enter")
    expect(table.locator("th").first).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("Space")
    expect(table.locator("th").first).to_have_attribute("aria-sort", "descending")
    page.goto("khen-thuong/2022/")
    page.locator(".ky-narrow input").last.focus()
    page.keyboard.type("68 dang vien")
    expect(page.locator(".ky-ledger tbody tr:visible")).to_have_count(1)


def test_keys_unfold_and_switch(page: Page) -> None:
    page.goto(ARTICLE)
    folded = page.locator("article details > summary").first
    folded.focus()
    before = folded.evaluate("one => one.parentElement.open")
    page.keyboard.press("Enter")
    assert folded.evaluate("one => one.parentElement.open") != before
    switch = page.locator(".ky-switch input")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).not_to_be_checked()


def test_keys_change_between_light_and_dark(page: Page) -> None:
    page.goto("")
    seen = []
    page.locator(".md-option").first.focus()
    for _ in range(3):
        page.keyboard.press("Enter")
        seen.append(page.evaluate("document.body.dataset.mdColorScheme"))
    assert set(seen) == {"default", "slate"}


def test_keys_open_and_close_the_drawer(page: Page) -> None:
    page.goto("")
    if page.viewport_size and page.viewport_size["width"] > 1000:
        expect(page.locator(".md-tabs")).to_be_visible()  # no drawer is needed
        expect(page.locator(".ky-drawer")).to_be_hidden()
        return
    button = page.get_by_role("button", name="mục lục của trang")
    inside = page.locator(".md-sidebar--primary a.md-nav__link[href='bai/']")
    expect(inside).to_be_hidden()
    for key in ("Enter", "Space"):
        button.focus()
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(inside).to_be_visible()
        page.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
        expect(inside).to_be_hidden()


def test_keys_seek_and_open_what_was_found(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("giay khen")
    expect(page.locator(".ky-suggest a").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu/?tk=giay*")
    expect(page.locator(".ky-hit").first).to_be_visible()

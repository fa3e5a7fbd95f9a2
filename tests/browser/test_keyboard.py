"""Everything without a mouse: where the focus is can be seen at every step, nothing holds it, and what a click does a key does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site_audit import keyboard
from tests.site_audit.findings import kinds, told
from tests.site_audit.keyboard import errors, walk, walked
from tests.site_audit.serving import published
from tests.site_audit.views import View, settle

ARTICLE = "bai/004-0baa82ef82c13b59/"
SKIP = "<a class='md-skip' href='#'>skip</a>"


@pytest.mark.slow
def test_the_focus_is_always_seen_and_never_held(browser: Browser, site: Path) -> None:
    with published(site) as online:
        assert told(walked(browser, online, ["", "khen-thuong/2022/", "tra-cuu/"], View(1280, "light"))) == []


@pytest.mark.slow
@pytest.mark.parametrize("view", [View(360, "dark"), View(1280, "light")], ids=str)
def test_the_focus_is_always_seen_and_never_held_on_every_kind_of_page(browser: Browser, site: Path, view: View) -> None:
    with published(site) as online:
        assert told(walked(browser, online, kinds(site), view)) == []


def test_an_article_has_many_steps_and_each_is_seen(page: Page) -> None:
    page.goto(ARTICLE)
    settle(page)
    steps = walk(page)
    assert len(steps) > 30
    assert list(errors(steps)) == []


#: Pages (what is in the head, in the body), and what the walk says is wrong on each.
EXAMPLES: list[tuple[str, str, str | None]] = [
    ("", SKIP + "<a href='#'>x</a>", None),
    ("", "<a href='#'>x</a>", "no link to skip"),
    ("<style>a { outline: none }</style>", SKIP + "<a href='#'>x</a>", "not to be seen"),
    ("", SKIP + "<a href='#' style='position: fixed; left: -99px'>x</a>", "out of the window"),
    ("", SKIP + "<a href='#'>x</a><p style='position: fixed; inset: 0; background: red'>y</p>", "hidden"),
    ("", SKIP + "<a href='#'>x</a><a href='#' onfocus='this.previousSibling.focus()'>y</a>", "held"),
]


@pytest.fixture(scope="module")
def stepped(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Provide what the walk finds on each of EXAMPLES."""
    folder = tmp_path_factory.mktemp("examples")
    places = ["index.html", *(f"{number}.html" for number in range(1, len(EXAMPLES)))]
    for place, (head, body, _) in zip(places, EXAMPLES, strict=True):
        (folder / place).write_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, published(folder) as here:
        patch.setattr(keyboard, "MOST_STEPS", 20)
        found = walked(browser, here, places, View(360, "light"))
    return [told(finding for finding in found if finding.page == place) for place in places]


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=lambda number: f"{number}-{EXAMPLES[number][2]}")
def test_what_the_walk_finds(stepped: list[list[str]], number: int) -> None:
    error, found = EXAMPLES[number][2], stepped[number]
    assert any(error in finding for finding in found) if error else found == [], found


def test_the_skip_link_leads_to_the_words(page: Page) -> None:
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_keys_sort_and_narrow_a_table(page: Page) -> None:
    page.goto("hinh-thuc/")
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
        expect(page.locator(".ky-nav")).to_be_visible()  # no drawer is needed
        expect(page.locator(".ky-drawer")).to_be_hidden()
        return
    button = page.get_by_role("button", name="mục lục của trang")
    inside = page.locator(".ky-nav a[href='bai/']")
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
    page.wait_for_url("**/hinh-thuc/giay-khen/*")  # what is called so
    page.keyboard.press("/")
    page.keyboard.type("giay khen dang vien")
    expect(page.locator(".ky-suggest a").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tra-cuu/?tk=giay*")
    expect(page.locator(".ky-hit").first).to_be_visible()

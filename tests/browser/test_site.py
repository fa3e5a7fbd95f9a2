"""A reader's actions on the site, in a real browser, on a desktop and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.reading import read
from generator.rendering.words.labels import labels
from tests.conftest import ROOT

ARTICLE = "bai/004-0baa82ef82c13b59/"
SEEDS = sorted(path.stem.replace("_", "-") for path in (ROOT / "seeds").glob("*.txt"))
CLEAR = "rgba(0, 0, 0, 0)"


def background(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor"))


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


PLACES = (
    "",
    ARTICLE,
    "bai/",
    "don-vi/",
    "nam/",
    "nam/2022/",
    "hinh-thuc/",
    "hinh-thuc/giay-khen/",
    "khen-thuong/",
    "khen-thuong/2022/",
    "xep-loai/",
    "xep-loai/hoan-thanh-tot/",
    "van-ban/",
    "nguoi/",
    "cac-cach-tra/",
    "tra-cuu/",
    "gioi-thieu/",
    "do-chinh-xac/",
    "can-xem-lai/",
)
NARROWEST = 360


def test_every_kind_of_page_opens_without_scrolling_sideways(page: Page) -> None:
    """At the page's own width, and then, with all unfolded, at that of the narrowest phone."""
    size = page.viewport_size
    assert size
    for place in PLACES:
        page.goto(place)
        expect(page.locator("h1")).to_be_visible()
        assert overflow(page) <= 0, place
        page.set_viewport_size({"width": NARROWEST, "height": 740})
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert overflow(page) <= 0, place
        page.set_viewport_size(size)


def test_a_unit_leads_to_the_words_that_say_it(page: Page) -> None:
    page.goto("don-vi/")
    units = page.locator("td a").evaluate_all("links => links.map(link => link.href)")
    told = 0
    if page.viewport_size and page.viewport_size["width"] > 1000:
        units = units[::4]  # all of them on the phone, in the second tier
    for unit in units:
        page.goto(unit)
        assert overflow(page) <= 0
        links = page.locator(".ky-did .ky-quotes a").evaluate_all("links => links.map(link => link.href)")
        told += len(links)
        for link in links[:1]:
            page.goto(link)
            assert page.evaluate("document.querySelector(':target')?.classList.contains('ev')")
            assert background(page, ":target") != CLEAR
    assert told


def test_home_tells_what_is_here(page: Page) -> None:
    page.goto("")
    expect(page.locator(".ky-totals li").first).to_contain_text(f"{len(SEEDS)}")
    assert page.locator(".ky-entry").count() == len(SEEDS)
    page.locator(".ky-title a").first.click()
    expect(page.locator(".ky-text")).to_be_visible()


def test_each_example_on_the_home_page_finds_something(page: Page) -> None:
    page.goto("")
    asked = page.locator(".ky-examples a").evaluate_all("links => links.map(link => [link.href, link.textContent])")
    assert len(asked) >= 3  # an award in a year, a unit, a document; a person where one has a page
    for address, words in asked:
        page.goto(address)
        expect(page.locator("#ky-tk")).to_have_value(words)
        expect(page.locator(".ky-hits > li").first).to_be_visible()


def test_the_box_on_the_home_page_leads_to_the_results(page: Page) -> None:
    page.goto("")
    page.locator(".ky-ask input").fill("giấy khen tập thể")
    page.keyboard.press("Enter")
    expect(page.locator(".ky-hits > li").first).to_be_visible()


def test_a_picture_is_told_in_words_and_numbers(page: Page) -> None:
    page.goto("su-kien/")
    picture = page.get_by_role("img", name="Sự kiện theo năm, tháng")
    expect(picture).to_be_visible()
    assert overflow(page) <= 0
    numbers = page.locator(".ky-timeline table")
    page.emulate_media(media="print")
    assert numbers.evaluate("table => table.checkVisibility({contentVisibilityAuto: true})")
    page.emulate_media(media="screen")
    assert not numbers.evaluate("table => table.checkVisibility({contentVisibilityAuto: true})")
    page.get_by_text("Từng sự kiện").click()
    assert page.locator(".ky-timeline tbody a").count() == len(SEEDS)
    page.locator(".ky-timeline tbody a").first.click()
    expect(page.locator(".ky-text")).to_be_visible()


def test_a_click_on_a_fact_lights_the_quote(page: Page) -> None:
    page.goto(ARTICLE)
    link = page.locator(".ky-awards .ky-quotes a").first
    target = f'[id="{str(link.get_attribute("href")).removeprefix("#")}"]'
    assert background(page, target) == CLEAR
    link.click()
    page.wait_for_function("selector => document.querySelector(selector).matches(':target')", arg=target)
    assert background(page, target) != CLEAR
    expect(page.locator(target)).to_be_in_viewport()
    assert "15 cơ sở Đảng" in page.locator(target).inner_text()


def test_every_fact_of_every_article_lights_its_words_and_no_other(page: Page) -> None:
    texts = {path.stem.replace("_", "-"): read(path, ROOT).text for path in (ROOT / "seeds").glob("*.txt")}
    for seed, text in texts.items():
        page.goto(f"bai/{seed}/")
        lit = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('.ky-quotes a[href^="#"]')].map(link => {
                 location.hash = link.hash;
                 const bright = [...document.querySelectorAll('.ev')].filter(
                   mark => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)');
                 const outer = bright.filter(mark => !bright.some(other => other !== mark && other.contains(mark)));
                 const { at } = document.getElementById(link.hash.slice(1)).dataset;
                 return [at, outer.map(mark => mark.textContent).join('')];
               }))"""
        )
        assert lit
        for name, words in lit.items():
            start, end = map(int, name.split("."))
            assert "".join(words.split()) == "".join(text[start:end].split()), (seed, name)


@pytest.mark.parametrize("folder", [kind.folder for kind in labels().indexes if kind.unknown])
def test_each_index_reaches_every_article(page: Page, site: Path, folder: str) -> None:
    page.goto(f"{folder}/")
    reached = set()
    for value in page.locator("td a").evaluate_all("links => links.map(link => link.pathname)"):
        tree = LexborHTMLParser((site / value.strip("/") / "index.html").read_text(encoding="utf-8"))
        reached |= {str(link.attributes["href"]).split("/")[-2] for link in tree.css(".ky-title a")}
    assert sorted(reached) == SEEDS


def test_a_search_finds_an_article(page: Page) -> None:
    page.goto("")
    page.locator("[data-ky-box] input").press_sequentially("Lê Kim Tuyền", delay=20)
    result = page.locator(f"a[data-hit][href*='{ARTICLE}?tk=L%C3%AA+Kim+Tuy']").first  # while typing, others come and go
    expect(result).to_be_visible()
    result.click()
    expect(page.locator(".ky-text mark.ky-found").first).to_have_text("Lê Kim Tuyền")


def test_light_and_dark(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(ARTICLE)
    light = background(page, "body")
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert background(page, "body") != light
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_panel_stands_beside_the_text_or_below_it(page: Page) -> None:
    page.goto(ARTICLE)
    panel, text = page.locator(".ky-panel").bounding_box(), page.locator(".ky-text").bounding_box()
    assert panel
    assert text
    if page.viewport_size and page.viewport_size["width"] > 960:
        assert panel["x"] >= text["x"] + text["width"]
        expect(page.locator(".ky-brief")).to_be_hidden()
    else:
        brief = page.locator(".ky-brief").bounding_box()
        assert brief
        assert brief["y"] + brief["height"] <= text["y"]
        assert text["y"] + text["height"] <= panel["y"]
        page.locator(".ky-brief .ky-jump a").click()
        expect(page.locator(".ky-panel")).to_be_in_viewport()


def test_vietnamese_is_set_in_our_own_fonts(page: Page) -> None:
    page.goto(ARTICLE)
    page.wait_for_function("document.fonts.status === 'loaded'")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('\"', ''))")
    assert {"Be Vietnam Pro", "Lora"} <= set(loaded)

"""An article's page: what its small script adds to the facts and citations, and what it is without."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.rendering.parts.provenance.reports import FOLDER
from tests import built_sites
from tests.browser.conftest import served
from tests.browser.windows import Windows
from tests.rendering.sharded import on_disk, record

ARTICLE = "bai/000-0d5fd4dc65c977ab/"
FACTS = ".ky-panel details:not(.ky-key, .ky-corrections, .ky-source, .ky-cite) > ul > li"


@pytest.fixture
def clipboard(page: Page) -> Page:
    """Provide the page, allowed to read what was copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_address_of_a_fact_is_copied_and_said(clipboard: Page) -> None:
    page = clipboard
    page.goto(ARTICLE)
    fact = page.locator(".ky-awards > ul > li").first
    button = fact.get_by_role("button", name="sao chép liên kết")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Đã sao chép")).to_have_count(1)
    expect(button).to_be_focused()
    address = copied(page)
    assert address == fact.locator(".ky-quotes a").first.evaluate("link => link.href")
    page.goto(address)
    assert page.locator(":target").get_attribute("class")


def test_each_form_of_citation_is_copied_whole(clipboard: Page) -> None:
    page = clipboard
    page.clock.install(time="2024-01-01")
    page.goto(ARTICLE)
    page.clock.pause_at("2024-01-02")  # what is said for a while stays until the test lets time pass
    page.locator(".ky-cite summary").click()
    forms = page.locator(".ky-copy").all_text_contents()
    assert len(forms) == 3
    for form, button in zip(forms, page.locator(".ky-cite").get_by_role("button").all(), strict=True):
        button.click()
        expect(button).to_have_text("Đã sao chép")
        assert copied(page) == form
    assert json.loads(forms[2])[0]["type"] == "article-newspaper"
    page.clock.run_for(2000)
    expect(page.locator(".ky-cite").get_by_role("button").first).to_have_text("Sao chép")


def test_a_copy_is_made_where_the_clipboard_is_kept_from_scripts(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.add_init_script("document.addEventListener('copy', () => { window.taken = String(document.activeElement.value) }, true)")
    page.goto(ARTICLE)
    page.get_by_role("button", name="sao chép liên kết").first.click()
    assert "#w." in page.evaluate("window.taken")
    page.add_init_script("document.execCommand = () => false")
    page.reload()
    page.get_by_role("button", name="sao chép liên kết").first.click()
    expect(page.get_by_role("status").filter(has_text="không cho sao chép")).to_have_count(1)


def test_each_fact_has_its_own_report_once_a_reader_comes_near(page: Page, site: Path) -> None:
    page.goto(ARTICLE)
    general = page.locator("p.ky-report a").get_attribute("href")
    facts = page.locator(FACTS)
    reports = record(on_disk(site, FOLDER), FOLDER, "000-0d5fd4dc65c977ab")
    assert facts.count() == len(reports) > 5
    links = page.locator(".ky-tools a")
    assert links.first.get_attribute("href") == general
    facts.first.hover()
    expect(links.last).to_have_attribute("href", reports[-1])
    for fact, link in list(zip(facts.all(), links.all(), strict=True))[:: max(1, facts.count() // 6)]:
        head = fact.locator(".ky-head").first.text_content()
        title = parse_qs(urlsplit(link.get_attribute("href") or "").query)["title"][0]
        assert head
        assert title.startswith(f"Sai sót: {' '.join(head.split())[:40]}")


def test_where_the_reports_cannot_be_had_the_page_s_serves(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.route("**/du-lieu/bao-sai/*", lambda route: route.abort())
    page.route("https://github.com/**", lambda route: route.fulfill(body="report"))
    page.goto(ARTICLE)
    general = page.locator("p.ky-report a").get_attribute("href")
    page.locator(".ky-tools a").first.click()
    page.wait_for_url("https://github.com/**")
    assert page.url.split("?")[0] == (general or "").split("?")[0]
    context.close()


def test_without_script_there_are_plain_links_and_texts(plain: Page) -> None:
    page = plain
    page.goto(ARTICLE)
    expect(page.locator(".ky-panel button, .ky-tools")).to_have_count(0)
    expect(page.locator("p.ky-report a")).to_be_visible()
    page.locator(".ky-cite summary").click()
    expect(page.locator(".ky-copy").first).to_be_visible()
    page.locator(".ky-key summary").click()
    expect(page.locator(".ky-key li").first).to_be_visible()
    expect(page.locator(".ky-scripted")).to_be_hidden()


def test_marks_tell_kinds_inference_and_correction_without_colour(page: Page) -> None:
    page.goto("bai/001-882af54aea8de29e/")
    style = "element => getComputedStyle(element).textDecorationStyle"
    assert {kind: page.locator(f".ky-text .ev-{kind}").first.evaluate(style) for kind in ("awards", "ratings")} == {
        "awards": "solid",
        "ratings": "dashed",
    }
    page.goto(ARTICLE)
    sign = "element => getComputedStyle(element, '::before').content"
    inferred = page.locator(".ky-text .ev-inferred[id]").first
    assert "≈" in inferred.evaluate(sign)
    anchor = inferred.get_attribute("id")
    shown = page.locator(f"{FACTS}:has(a[href='#{anchor}']) .ky-inferred").first
    expect(shown).to_contain_text(re.compile("Suy ra|máy đoán"))
    assert "≈" in shown.evaluate(sign)
    page.locator(".ky-key summary").click()
    expect(page.locator(".ky-key")).to_contain_text("Suy ra")
    expect(page.locator(".ky-scripted")).to_be_visible()


def test_a_former_link_leads_to_its_words(page: Page) -> None:
    page.goto(ARTICLE)
    mark = page.locator(".ky-text .ev[id]").first
    name, place = mark.get_attribute("id"), mark.get_attribute("data-at")
    page.goto("about:blank")
    page.goto(f"{ARTICLE}#t{place}")
    page.wait_for_function("name => document.querySelector(':target')?.id === name", arg=name)
    expect(page.locator(".ky-gone")).to_be_hidden()


@pytest.mark.parametrize("fragment", ["w.bcdfghjk", "w.bcdfghjk.bcdfg", "t1.2"])
def test_where_the_words_are_gone_the_page_says_so(page: Page, fragment: str) -> None:
    page.goto(f"{ARTICLE}#{fragment}")
    expect(page.get_by_role("status").filter(has_text="không còn trong bài")).to_be_in_viewport()
    page.locator(".ky-quotes a").first.click()
    expect(page.locator(".ky-gone")).to_be_hidden()
    page.evaluate("fragment => { location.hash = fragment }", fragment)
    expect(page.locator(".ky-gone")).to_be_visible()


def test_words_whose_surroundings_were_edited_and_words_that_stand_twice(page: Page) -> None:
    """As they are after an edit: a fragment with other surroundings, and one from when the words stood once."""
    page.goto(ARTICLE)
    name = str(page.locator(".ky-text .ev[id]").first.get_attribute("id"))
    page.evaluate("name => { location.hash = name }", f"{name}.zzzzz")
    page.wait_for_function("name => document.querySelector(':target')?.id === name", arg=name)
    expect(page.locator(".ky-gone")).to_be_hidden()
    page.evaluate(
        """name => {
             const mark = document.getElementById(name);
             mark.after(mark.cloneNode(true));
             mark.nextSibling.id = `${name}.bbbbb`;
             mark.id = `${name}.ccccc`;
             location.hash = `${name}.zzzzy`;
           }""",
        name,
    )
    page.wait_for_function("name => document.querySelector(':target')?.id === name", arg=f"{name}.ccccc")
    expect(page.get_by_role("status").filter(has_text="nay có ở 2 chỗ")).to_be_visible()


def test_a_former_address_leads_on_and_takes_the_fragment_along(windows: Windows, tmp_path_factory: pytest.TempPathFactory) -> None:
    with served(built_sites.hostile_site(tmp_path_factory)) as there:
        for scripts, fragment in ((True, "#toan.van"), (False, "")):
            with windows.lent(there, scripts=scripts) as (page, _):
                page.goto(f"bai/ten-cu/{fragment}")
                page.wait_for_url(f"{there}bai/hostile/{fragment}")
                expect(page.locator("h1")).to_be_visible()

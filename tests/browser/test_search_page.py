"""Behaviour of the search: the box in the header and the page "Tra cứu", by mouse, keyboard and address, and with bad input."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served

DONE = "[data-ky-search][data-search-state=done]"


def opened(page: Page, asked: str) -> list[str]:
    """Return the titles of the results of an address of the page."""
    page.goto(f"tra-cuu/?{asked}")
    page.wait_for_selector(DONE)
    return page.locator("a[data-hit]").all_inner_texts()


def test_nothing_is_loaded_before_somebody_searches(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url and not url.endswith("box.js")] == []


@pytest.mark.parametrize("key", ["/", "s"])
def test_the_box_shows_results_as_one_types(page: Page, key: str) -> None:
    page.goto("")
    page.keyboard.press(key)
    box = page.locator("[data-ky-box] input")
    expect(box).to_be_focused()
    page.keyboard.type("giay khe")
    page.wait_for_selector("#ky-suggest[data-search-state=done] a[data-hit]")
    expect(page.locator("#ky-suggest [role=status]")).to_contain_text("kết quả")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#ky-suggest a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    expect(page.locator("#ky-suggest")).to_be_hidden()


def test_units_are_suggested(page: Page) -> None:
    page.goto("")
    page.locator("[data-ky-box] input").fill("cac co quan ti")
    page.wait_for_selector("#ky-suggest[data-search-state=done] .ky-suggest-names a")
    assert "Các cơ quan tỉnh" in page.locator(".ky-suggest-names a").first.inner_text()


def test_enter_opens_the_page_and_a_result_marks_its_words(page: Page) -> None:
    page.goto("")
    page.locator("[data-ky-box] input").fill("hoàn thành xuất sắc")
    page.keyboard.press("Enter")
    page.wait_for_selector(DONE)
    assert "tk=ho%C3%A0n" in page.url
    hit = page.locator(".ky-hit").first
    assert re.search(r"\d\d/\d\d/\d{4}", hit.inner_text())
    assert hit.locator("mark").first.inner_text().lower() == "hoàn thành xuất sắc"
    hit.locator("a[data-hit]").click()
    page.wait_for_selector("mark.ky-found")
    assert {element.lower() for element in page.locator("mark.ky-found").all_inner_texts()} == {"hoàn thành xuất sắc"}
    expect(page.locator(".ky-text mark.ky-found").first).to_be_in_viewport()


def test_filters_count_narrow_and_come_back(page: Page) -> None:
    everything = opened(page, "tk=nhi%E1%BB%87m+v%E1%BB%A5&loai=bai")
    year = page.locator("input[name=nam][value='2022']")
    page.locator(".ky-filter", has=year).evaluate("one => { one.open = true; }")
    count = int(page.locator("label", has=year).locator(".ky-count").inner_text())
    assert 0 < count < len(everything)
    year.check()
    expect(page.locator("a[data-hit]")).to_have_count(count)
    expect(page.locator("[data-hit-count]")).to_have_text(str(count))
    assert "nam=2022" in page.url
    shared = page.url
    page.go_back()
    expect(page.locator("a[data-hit]")).to_have_count(len(everything))
    page.goto(shared)
    page.wait_for_selector(DONE)
    expect(page.locator("a[data-hit]")).to_have_count(count)
    expect(page.locator("[data-ky-filters] input[name=nam][value='2022']")).to_be_checked()
    expect(page.locator("#ky-tk")).to_have_value("nhiệm vụ")


def test_filters_written_in_the_query(page: Page) -> None:
    by_address = opened(page, "tk=&nam=2022&hinh-thuc=giay-khen")
    assert by_address
    assert opened(page, "tk=nam:2022+hinh-thuc:giay-khen") == by_address
    assert opened(page, "tk=hinh-thuc:%22Gi%E1%BA%A5y+khen%22+nam:2022") == by_address


def test_dates_and_order(page: Page) -> None:
    titles = opened(page, "tk=%C4%91%E1%BA%A3ng+vi%C3%AAn&tu=2023-01-01&den=2023-12-31&xep=ngay&loai=bai")
    dates = [re.search(r"(\d\d)/(\d\d)/(\d{4})", element) for element in page.locator(".ky-hit-meta").all_inner_texts()]
    told = [one.group(3, 2, 1) for one in dates if one]
    assert len(told) == len(titles) > 1
    assert told == sorted(told, reverse=True)
    assert all(year == "2023" for year, _, _ in told)


def test_what_is_called_so_stands_on_top_and_enter_leads_there(page: Page) -> None:
    assert "Quận ủy Long Biên" not in opened(page, "tk=quan+uy+long+bien")
    card = page.locator(".ky-results a").first
    expect(card).to_have_text("Quận ủy Long Biên")
    expect(page.locator(".ky-entities li").first).to_contain_text("Đơn vị")
    page.goto("")
    page.locator(".ky-ask input").fill("Đảng bộ quận Long Biên")  # another of its names, in the large box
    page.wait_for_selector(".ky-ask .ky-suggest[data-search-state=done] a[data-entity]")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Mọi kết quả tìm").click()
    page.wait_for_selector(DONE)
    expect(page.locator("#ky-tk")).to_have_value("Đảng bộ quận Long Biên")


def test_an_empty_question_shows_everything_with_filters(page: Page) -> None:
    assert len(opened(page, "")) == 10
    expect(page.locator("input[name=nam][value='2022']")).to_have_count(1)
    opened(page, "tu=2022&den=2022&loai=bai")
    dates = [re.search(r"\d\d/\d\d/(\d{4})", element) for element in page.locator(".ky-hit-meta").all_inner_texts()]
    assert {date[1] for date in dates if date} == {"2022"}
    expect(page.locator("select[name=tu]")).to_have_value("2022")


def test_a_slip_of_spelling_is_forgiven_and_filters_can_be_dropped(page: Page) -> None:
    right = opened(page, "tk=giay+khen")
    assert opened(page, "tk=giay+khenn") == right
    expect(page.locator(".ky-search [role=status]")).to_contain_text("“giay khen”")
    assert opened(page, "tk=gi%E1%BA%A5y+khen&nam=1990") == []
    page.get_by_role("link", name="Bỏ các bộ lọc").click()
    page.wait_for_selector("a[data-hit]")
    assert "nam=" not in page.url


BAD = ['"giấy khen', '""', "?!… “”", "<script>alert(1)</script>", "x" * 10_000, "giấy " * 2_000, "a" * 5 + "́" * 50, "%00\\", "nam:", ":"]


def test_bad_input_is_answered_calmly(page: Page) -> None:
    page.goto("tra-cuu/")
    page.wait_for_selector(DONE)
    page.on("dialog", lambda _: pytest.fail("something ran"))
    page.evaluate(
        "window.asked = 0; new MutationObserver(() => window.asked++)"
        ".observe(document.querySelector('[data-ky-search]'), {attributes: true})"
    )
    for typed in BAD:
        page.evaluate("window.asked = 0")
        page.locator("#ky-tk").fill(typed)
        page.locator("#ky-tk").press("Enter")
        page.wait_for_function("window.asked > 0")
        page.wait_for_selector(DONE)
        assert page.locator("[data-ky-search] [role=status]").inner_text().strip(), typed


@pytest.fixture
def broken(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Page, list[str]]]:
    """Provide a page of a site whose index is missing or shortened, and the errors that scripts raised."""
    site = tmp_path / "site"
    shutil.copytree(request.getfixturevalue("site"), site)
    folder = next(path for path in (site / "search").iterdir() if path.is_dir())
    for path in folder.rglob("*.bin"):
        if request.param == "missing":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:20])
    raised: list[str] = []
    with served(site) as there:
        page = browser.new_page(base_url=there)
        page.on("pageerror", lambda error: raised.append(str(error)))
        yield page, raised
        page.close()


@pytest.mark.parametrize("broken", ["missing", pytest.param("cut", marks=pytest.mark.slow)], indirect=True)
def test_a_broken_index_is_told_calmly(broken: tuple[Page, list[str]]) -> None:
    page, raised = broken
    page.goto("tra-cuu/?tk=giay+khen")
    page.wait_for_selector("[data-ky-search][data-search-state=error]")
    expect(page.locator("[data-ky-search] [role=status]")).to_contain_text("Chưa tìm được")
    page.goto("")
    page.locator("[data-ky-box] input").fill("giay khen")
    page.wait_for_selector("#ky-suggest[data-search-state=error]")
    assert raised == []


def test_without_javascript_the_form_leads_to_the_indexes(plain: Page) -> None:
    plain.goto("")
    plain.locator("[data-ky-box] input").fill("giấy khen")
    plain.keyboard.press("Enter")
    plain.get_by_role("link", name="theo đơn vị").click()
    assert plain.url.endswith("/don-vi/")

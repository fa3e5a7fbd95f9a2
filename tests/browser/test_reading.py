"""Reading features: switching highlights, sorting and filtering tables, printing, and the page for a wrong address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.windows import Windows
from tests.site_audit.views import MOST_SHIFT, SETTLED, WATCH_SHIFTS

ARTICLE = "bai/004-0baa82ef82c13b59/"
# Which buttons of a page are not on top of what is there, once they have the focus. One that is not shown at all takes none.
UNSEEN = """buttons => buttons.filter(button => {
  if (!button.getClientRects().length) return false;
  button.focus();
  const box = button.getBoundingClientRect();
  return document.elementFromPoint(box.x + 3, box.y + box.height / 2) !== button;
}).map(button => button.textContent)"""
LINE = "element => getComputedStyle(element).textDecorationLine"


def column(page: Page, at: int) -> list[str]:
    cells: list[str] = page.locator(f"[data-ky-table] >> nth=0 >> tbody tr:visible td:nth-child({at})").all_inner_texts()
    return cells


def test_the_marks_can_be_switched_off_and_stay_off(page: Page) -> None:
    page.goto(ARTICLE)
    switch = page.get_by_role("checkbox", name="câu dẫn chứng")
    mark = page.locator(".ky-text .ev").first
    assert mark.evaluate(LINE) == "underline"
    switch.focus()
    page.keyboard.press("Space")
    assert mark.evaluate(LINE) == "none"
    page.reload()
    expect(switch).not_to_be_checked()
    assert mark.evaluate(LINE) == "none"
    link = page.locator(".ky-awards .ky-quotes a").first
    link.click()
    assert page.locator(":target").evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
    switch.press("Space")
    expect(switch).to_be_checked()
    page.reload()
    assert mark.evaluate(LINE) == "underline"


def test_a_table_sorts_by_numbers_and_by_words(page: Page) -> None:
    page.goto("xep-loai/")
    table = page.locator("[data-ky-table]").first
    table.get_by_role("button", name="Bài").click()
    rising = [int(cell) for cell in column(page, 2)]
    assert len(rising) > 2
    assert rising == sorted(rising)
    table.get_by_role("button", name="Bài").click()
    assert [int(cell) for cell in column(page, 2)] == sorted(rising, reverse=True)
    expect(table.locator("th").nth(1)).to_have_attribute("aria-sort", "descending")
    expect(table.locator("[aria-sort]")).to_have_count(1)


SORTED_BY: dict[str, object] = {
    "1.234": 1234,
    "56+": 56,
    "9,5 %": 9.5,
    "+": 0,
    "–": None,
    "": None,
    "10/02/2023": 20230210,
    "02/2023": 20230200,
    "Năm 2022": "Năm 2022",
}


def test_what_a_cell_is_sorted_by(page: Page) -> None:
    page.goto("gioi-thieu/")
    script = "words => import('../assets/javascripts/tables.js').then(({ value }) => words.map(value))"
    assert dict(zip(SORTED_BY, page.evaluate(script, list(SORTED_BY)), strict=True)) == SORTED_BY


def test_a_long_table_narrows_with_and_without_diacritics(page: Page) -> None:
    page.goto("khen-thuong/2022/")
    rows = page.locator(".ky-ledger tbody tr:visible")
    before = rows.count()
    field = page.get_by_label("Lọc danh sách…").last
    for asked in ("68 đảng viên", "68 dang vien"):
        field.fill(asked)
        expect(rows).to_have_count(1)
        expect(rows.first).to_contain_text("68 đảng viên")
    field.fill("")
    expect(rows).to_have_count(before)


def test_one_field_narrows_all_groups_of_an_overview(page: Page) -> None:
    page.goto("don-vi/")
    fields = page.get_by_label("Lọc danh sách…")
    expect(fields).to_have_count(1)
    folded, rows = page.locator(".ky-index details"), page.locator(".ky-index tbody tr:not([hidden])")
    before = rows.count()
    expect(folded).not_to_have_attribute("open", "")
    fields.fill("quan uy long bien")
    expect(page.locator(".ky-narrowing [role=status]")).to_have_text(re.compile(rf"^[12] trong {before} dòng$"))
    assert 1 <= rows.count() <= 2
    fields.fill("không có gì như vậy")
    expect(rows).to_have_count(0)
    expect(folded).to_be_hidden()
    expect(page.locator(".ky-narrowing [role=status]")).to_contain_text("Không dòng nào")
    fields.fill("")
    expect(rows).to_have_count(before)
    expect(folded).to_be_visible()


@pytest.mark.slow
def test_a_column_of_few_values_can_be_chosen_from_and_opens_what_is_folded(page: Page) -> None:
    page.goto("don-vi/")
    kinds = page.locator(".ky-narrowing select").first
    chosen = kinds.locator("option").nth(1)
    kind = chosen.get_attribute("value")
    kinds.select_option(value=kind)
    rows = page.locator(".ky-index tbody tr:not([hidden])")
    assert f"({rows.count()})" in chosen.inner_text()
    assert {
        row.split("\t")[1] for row in rows.evaluate_all("all => all.map(row => [...row.cells].map(one => one.textContent).join('\t'))")
    } == {kind}
    expect(rows.last).to_be_visible()


@pytest.mark.slow
def test_heads_have_their_words_on_every_sheet(page: Page) -> None:
    page.goto("khen-thuong/2022/")
    page.locator(".ky-ledger .ky-sort").first.wait_for()
    page.emulate_media(media="print")
    shown = page.locator(".ky-ledger th").evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    assert shown[0] == '"Ngày"'
    expect(page.locator(".ky-ledger .ky-sort").first).to_be_hidden()


@pytest.mark.slow
def test_sums_of_a_year_stand_side_by_side_without_fields_between(page: Page) -> None:
    page.goto("khen-thuong/2022/")
    page.locator("[data-ky-table]").first.wait_for()
    assert page.locator(".ky-sums > *").evaluate_all("all => all.map(one => one.className)") == ["md-typeset__scrollwrap"] * 2


def test_names_sort_as_the_page_has_them_in_vietnamese_order(page: Page) -> None:
    page.goto("nam/2022/")
    names = ["Trường An Bình", "Trường Ăn Khê", "Trường Ấp Đông", "Trường Dân Tiến", "Trường Đông", "Trường Hà", "Trường Hạ"]
    page.evaluate(
        "names => { document.querySelector('article').insertAdjacentHTML('beforeend', '<table><thead><tr><th>Tên</th></tr></thead><tbody>'"
        " + names.map(name => `<tr><td>${name}</td></tr>`).join('') + '</tbody></table>') }",
        names[::-1],
    )
    page.evaluate("import('../../assets/javascripts/tables.js').then(({ mount }) => mount())")
    page.get_by_role("button", name="Tên").click()
    assert column(page, 1) == names


def test_what_sorts_a_table_can_be_seen(page: Page) -> None:
    size = page.viewport_size
    assert size is not None
    # Several short tables below each other have no heads on a phone.
    grouped = ("don-vi/",) if size["width"] >= 600 else ()
    for place in ("khen-thuong/2022/", "hinh-thuc/", "xep-loai/", *grouped):
        page.goto(place)
        expect(page.locator(".ky-sort:visible").first).to_be_visible()
        assert (place, page.locator(".ky-sort:visible").evaluate_all(UNSEEN)) == (place, [])
    page.goto("khen-thuong/2022/")
    page.locator(".ky-ledger").get_by_role("button", name="Ngày").click()
    days = [value for value in page.locator(".ky-ledger tbody td:first-child").all_inner_texts() if value]
    assert len(set(days)) > 1
    assert days == sorted(days, key=lambda day: day.split("/")[::-1])


def test_without_script_tables_and_marks_are_plain(plain: Page) -> None:
    plain.goto("don-vi/")
    expect(plain.locator("table button, .ky-narrowing")).to_have_count(0)
    assert plain.locator("tbody tr").count() > 2
    plain.goto(ARTICLE)
    expect(plain.locator(".ky-switch")).to_have_count(0)
    expect(plain.locator(".ky-text .ev").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_facts_and_no_navigation(page: Page, scheme: str) -> None:
    for place in (ARTICLE, "khen-thuong/2022/", "don-vi/"):
        page.goto(place)
        page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
        for gone in (".md-header", ".ky-nav", ".md-footer", ".ky-box", ".ky-switch", ".ky-report"):
            for element in page.locator(gone).all():
                expect(element).to_be_hidden()
        expect(page.locator(".ky-address")).to_contain_text(place)
        assert page.locator("article").evaluate("element => getComputedStyle(element).color") == "rgb(0, 0, 0)"
    page.goto(ARTICLE)
    expect(page.locator(".ky-panel")).to_be_visible()
    folded = page.locator(".ky-source li").first
    assert folded.evaluate("element => element.checkVisibility({contentVisibilityAuto: true})")
    assert folded.bounding_box()


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_the_search_box_covers_nothing_of_the_header(windows: Windows, address: str, width: int) -> None:
    with windows.lent(address, width) as (page, _):
        page.goto("")
        box = page.locator(".ky-box").bounding_box()
        switch = page.locator(".md-header__option label:visible").bounding_box()
    assert box
    assert switch
    assert switch["x"] + switch["width"] <= box["x"] + 1
    assert box["x"] + box["width"] <= width


def test_nothing_jumps_while_a_page_opens(page: Page) -> None:
    page.add_init_script(WATCH_SHIFTS)
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})  # fonts and all come anew
    for place in ("", ARTICLE, "nguoi/", "tra-cuu/"):
        page.goto(place)
        assert sum(value for value, _ in page.evaluate(SETTLED)) < MOST_SHIFT, place


def test_a_wrong_address_is_told_with_ways_on(plain: Page) -> None:
    page = plain
    page.goto("404.html")  # its styles lie where the site is published, not here
    expect(page.locator("h1")).to_have_text("Không có trang này")
    root = page.locator(".md-logo").first.get_attribute("href")
    assert root
    base = root.removesuffix(".").rstrip("/")
    assert page.locator(".ky-lost").get_attribute("action") == f"{base}/tra-cuu/"
    links = page.locator("article li a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(links) > 3
    assert all(link.startswith(f"{base}/") for link in links)


def test_no_head_of_a_wide_table_leaves_a_gap_above_the_first_ones(page: Page) -> None:
    page.goto("do-chinh-xac/")
    heads = page.locator("article thead").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    line = page.locator("article th").first.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
    assert max(heads) < 5.5 * line, heads

"""The desk as a person uses it, in Chromium: by key and mouse, from nothing to a built site, with no editor opened."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter
from playwright.sync_api import Browser, FilePayload, Page, expect

from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from tests.conftest import ARTICLE, new_archive
from tests.desk.running import running
from tests.site_audit.views import _AXE

pytestmark = pytest.mark.slow

NAMES = ("Hoa Sen", "Hoa Lan", "Hoa Cúc", "Hoa Huệ", "Hoa Hồng", "Hoa Đào", "Hoa Ban", "Hoa Sữa")


def text(name: str, year: int) -> str:
    return (
        f"Đảng ủy phường {name} tổng kết công tác năm {year}\n\n"
        f"Ngày 15/01/{year + 1}, Đảng ủy phường {name} tổ chức hội nghị tổng kết năm {year}.\n\n"
        f"Dịp này, Đảng ủy phường {name} tặng giấy khen cho {year - 2000} chi bộ hoàn thành xuất sắc nhiệm vụ năm {year}.\n"
    )


def word(words: str) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    first, *rest = words.strip().split("\n\n")
    made.add_heading(first, 0)
    for one in rest:
        made.add_paragraph(one)
    made.save(out)
    return out.getvalue()


def page_of(words: str) -> bytes:
    first, *rest = words.strip().split("\n\n")
    paragraphs = "".join(f"<p>{one}</p>" for one in rest)
    head = f"<head><meta charset='utf-8'><title>{first}</title></head>"
    return f"<html>{head}<body><article><h1>{first}</h1>{paragraphs}</article></body></html>".encode()


def sheet(words: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        lines = book.add_worksheet()
        for row, line in enumerate(words.strip().split("\n\n")):
            lines.write(row, 0, line)
    return out.getvalue()


def documents() -> list[FilePayload]:
    """Return ten files of five formats, one of them damaged, one there twice."""
    texts = [text(name, 2012 + number) for number, name in enumerate(NAMES)]
    files = {
        "hoa-sen.txt": texts[0].encode(),
        "hoa-sen-2.txt": texts[0].encode(),
        "hong.txt": texts[1].encode().decode("cp1252", "replace").encode(),
        "hoa-cuc.docx": word(texts[2]),
        "hoa-hue.docx": word(texts[3]),
        "hoa-hong.html": page_of(texts[4]),
        "hoa-dao.html": page_of(texts[5]),
        "hoa-ban.md": ("# " + texts[6]).encode(),
        "hoa-sua.xlsx": sheet(texts[7]),
        "hoa-lan.txt": texts[1].encode(),
    }
    return [FilePayload(name=name, mimeType="application/octet-stream", buffer=data) for name, data in files.items()]


@dataclass
class Hands:
    """A person's hands on a page, counted."""

    page: Page
    actions: int = 0

    def click(self, what: str) -> None:
        self.actions += 1
        self.page.locator(what).first.click()

    def press(self, key: str) -> None:
        self.actions += 1
        self.page.keyboard.press(key)


@contextmanager
def opened(browser: Browser, archive: Path, width: int = 1280) -> Iterator[Page]:
    """Provide a page of the running desk; no script may fail and nothing may be refused by the policy."""
    with running(archive) as desk:
        context = browser.new_context(viewport={"width": width, "height": 860})
        page, wrong = context.new_page(), []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(desk.entrance)
        yield page
        context.close()
        assert wrong == []


def test_from_nothing_to_a_built_site(browser: Browser, tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "archive", {})
    with opened(browser, archive) as page:
        hands = Hands(page)
        hands.click('nav >> text="Bài mới"')
        hands.actions += 1
        page.set_input_files("#files", documents())
        page.wait_for_selector("#all")
        expect(page.locator("[data-item]")).to_have_count(10)
        expect(page.locator("[data-item] .bad")).to_have_count(2)  # the damaged one, and the second of the twins
        hands.click("#all")
        expect(page.locator("[data-item]")).to_have_count(2)
        for _ in range(2):
            hands.click('[data-item] [data-do="drop"]')
            page.wait_for_timeout(200)
        expect(page.locator("[data-item]")).to_have_count(0)
        hands.click('nav >> text="Kiểm"')
        hands.click(".articles a")
        for _ in range(len(NAMES)):
            page.wait_for_selector(".fact.is-chosen")
            for _ in range(page.locator('.fact[data-open="1"]').count()):
                hands.press("Enter")
            expect(page.locator('.fact[data-open="1"]')).to_have_count(0)
            hands.press("f")
            page.wait_for_selector(".end .good")
            before = page.url
            hands.press("n")
            page.wait_for_function("before => location.href !== before", arg=before)
        hands.click('nav >> text="Đăng"')
        page.wait_for_selector("#build")
        hands.click("#build")
        page.wait_for_selector("#building:not([data-building='1']) >> text=Đã dựng xong", timeout=300_000)
    assert hands.actions <= 120, hands.actions
    made = gather(ArchiveFolder.at(archive))
    assert len(made.articles) == len(made.checked) == len(NAMES)
    assert all(award.checked for _, facts in made.articles for award in facts.awards)
    site = (archive / "site" / "bai" / "hoa-cuc" / "index.html").read_text(encoding="utf-8")
    assert "Đã kiểm cả bài" in site


def test_thirty_facts_in_sixty_keys(browser: Browser, tmp_path: Path) -> None:
    forms = ("giấy khen", "bằng khen", "kỷ niệm chương")
    kinds = ("chi bộ", "đảng viên", "tập thể", "cá nhân", "đoàn viên", "hội viên", "hộ gia đình", "doanh nghiệp", "học sinh")
    sentences = "\n\n".join(
        f"Đảng ủy phường Hoa Mai tặng {form} cho {3 + number} {kind}."
        for number, (form, kind) in enumerate((f, k) for f in forms for k in kinds)
    )
    archive = new_archive(tmp_path / "archive", {"dai.txt": f"{ARTICLE}\n{sentences}\n".encode()})
    with opened(browser, archive) as page:
        page.goto(re.sub(r"/$", "/article?a=dai.txt", page.url))
        count, hands = page.locator('.fact[data-open="1"]').count(), Hands(page)
        assert count >= 30
        while page.locator('.fact[data-open="1"]').count():
            hands.press("Enter")
        hands.press("f")
        page.wait_for_selector(".end .good")
    assert hands.actions <= 2 * count
    assert hands.actions <= 60
    ((_, facts),) = gather(ArchiveFolder.at(archive)).articles
    assert len(facts.awards) >= 27
    assert all(award.checked for award in facts.awards)


def test_correct_add_and_undo_by_key_and_mouse(browser: Browser, tmp_path: Path) -> None:
    archive = new_archive(tmp_path / "archive", {"hoa-mai.txt": ARTICLE.encode()})
    folder = ArchiveFolder.at(archive)
    with opened(browser, archive) as page:
        page.goto(re.sub(r"/$", "/article?a=hoa-mai.txt", page.url))
        page.locator('.fact[data-kind="awards"]').first.click()
        page.keyboard.press("e")
        page.fill('#form input[name="count"]', "5")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".s-corrected")
        assert gather(folder).articles[0][1].awards[0].count == 5
        page.keyboard.press("u")
        page.wait_for_selector('.fact[data-kind="awards"]:not(.s-corrected)')
        expect(page.locator(".s-corrected")).to_have_count(0)
        page.evaluate(
            """() => {
              const piece = [...document.querySelectorAll("#text span")].find((one) => one.textContent.includes("hội nghị"));
              const at = piece.firstChild.data.indexOf("hội nghị");
              document.getSelection().setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + "hội nghị".length);
            }"""
        )
        page.wait_for_timeout(100)
        page.keyboard.press("a")
        page.select_option('#form select[name="fact-kind"]', "units")
        page.wait_for_selector('#form select[name="role"]')
        assert page.input_value('#form input[name="name"]') == "hội nghị"
        page.click("#form button[type=submit]")
        page.wait_for_selector(".s-added")
        assert "hội nghị" in {unit.name for unit in gather(folder).articles[0][1].units}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, width: int, scheme: Any) -> None:
    archive = new_archive(tmp_path / "archive", {"hoa-mai.txt": ARTICLE.encode(), "hong.txt": b"\xff\x00"})
    found = []
    with opened(browser, archive, width) as page:
        page.emulate_media(color_scheme=scheme)
        home = page.url
        page.goto(f"{home}inbox")
        page.fill("#paste textarea", text("Hoa Sen", 2020))
        page.click("#paste button")
        page.wait_for_selector("[data-open]")
        for room in ("", "inbox", "articles", "article?a=hoa-mai.txt", "article?a=hong.txt", "units", "people?q=a", "reviews", "publish"):
            page.goto(home + room)
            if room in {"units", "people?q=a", "reviews", "publish"}:
                page.wait_for_selector("h1 + nav, h1 + p:not([data-waiting]), h1 + h2")
            if room == "inbox":
                page.click("[data-open]")
                page.wait_for_selector("form[data-id]")
            if room.endswith("hoa-mai.txt"):
                page.keyboard.press("e")
                page.wait_for_selector("#form form")
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            page.evaluate(_AXE)
            result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found += [(room, violation["id"], [node["html"][:120] for node in violation["nodes"]]) for violation in result["violations"]]
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [(room, "wide", wide)] if wide > width else []
    assert found == []


def test_the_words_of_the_chosen_fact_are_in_sight(browser: Browser, tmp_path: Path) -> None:
    filling = "\n\n".join(f"Phường Hoa Mai có {number} khu phố, dân số tăng đều qua các năm." for number in range(2, 60))
    last = "Đảng ủy phường Hoa Mai tặng bằng khen cho 7 chi bộ."
    archive = new_archive(tmp_path / "archive", {"dai.txt": f"{ARTICLE}\n{filling}\n\n{last}\n".encode()})
    seen = """() => {
      const text = document.getElementById("text").getBoundingClientRect();
      const mark = document.querySelector("#text .m.is-chosen")?.getBoundingClientRect();
      return mark !== undefined && mark.top >= text.top && mark.bottom <= text.bottom;
    }"""
    with opened(browser, archive) as page:
        page.goto(re.sub(r"/$", "/article?a=dai.txt", page.url))
        page.wait_for_function(seen)
        fact = page.locator('.fact[data-kind="awards"]', has_text="7 chi bộ")
        fact.locator(".kind").click()  # by mouse, too
        page.wait_for_selector('.fact.is-chosen:has-text("7 chi bộ")')
        page.wait_for_function(seen)

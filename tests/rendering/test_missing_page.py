"""The page that keeps the address of an article that cannot be read, and the list of what was left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.messages import message
from generator.model.archive import Archive, LeftOut, Redirect
from generator.model.correction import Action, Correction
from generator.model.settings import SiteSettings
from generator.rendering.exports.files import data_files
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.linked.files import linked_files
from generator.rendering.site import REVIEW, render
from generator.resolution.assembly import assemble
from generator.resolution.redirects import with_redirects
from tests.messages.verbatim import Verbatim
from tests.rendering.made import FULL, FULL_FACTS
from tests.rendering.shown import html_of, read

MADE = assemble([(FULL, FULL_FACTS)])
TITLE = Correction(Action.CHANGE, "title", None, (("title", "A"),), (("title", "Đảng bộ tỉnh *tổng kết*"),), "Lê Thị Lụa", "2024-05-01",
                   "Đầu đề ở trang gốc.", "seeds/corrections/hong.yml", 1)  # fmt: skip
FACT = replace(TITLE, kind="awards", quote="12 đảng viên", expected=(("count", 12),), right=(("count", 13),))
ENGLISH = SiteSettings(language="en")


def left_out(slug: str | None = "hong", path: str = "seeds/hong.txt", *corrections: Correction, line: int | None = 3) -> LeftOut:
    return LeftOut(path, line, message("left_out.too_large", limit=8), message("left_out.fix.too_large"), slug, corrections)


def with_left_out(*lost: LeftOut) -> Archive:
    return replace(MADE, left_out=lost)


def words(page: str) -> str:
    return " ".join(read(html_of(page))[0].split())


def test_the_address_says_what_is_known() -> None:
    shown = words(render(with_left_out(left_out()))["bai/hong.md"])
    assert "Bài tạm thời không đọc được: hong.txt" in shown
    assert "seeds/hong.txt (dòng 3)" in shown
    assert "tệp lớn hơn 8 MB" in shown
    assert "Cách sửa: tách thành từng bài" in shown


def test_it_speaks_the_language_of_the_site() -> None:
    pages = render(with_left_out(left_out()), ENGLISH)
    assert "the file is larger than 8 MB" in words(pages["bai/hong.md"])
    assert "Article that cannot be read now: hong.txt" in words(pages["bai/hong.md"])
    assert "the file is larger than 8 MB" in words(pages[REVIEW])


def test_what_a_person_put_right_is_known_too() -> None:
    pages = render(with_left_out(left_out("hong", "seeds/hong.txt", FACT, TITLE)))
    shown = words(pages["bai/hong.md"])
    assert "Đảng bộ tỉnh *tổng kết*" in shown
    assert "Lê Thị Lụa, 01/05/2024: Đầu đề ở trang gốc." in shown
    assert "title: Đảng bộ tỉnh *tổng kết*\n" in pages["bai/hong.md"]


def test_it_is_no_article_of_the_archive() -> None:
    """Only two pages differ from those of an archive without it."""
    plain, pages = render(MADE), render(with_left_out(left_out()))
    assert pages.keys() - plain.keys() == {"bai/hong.md"}
    assert [path for path in plain if plain[path] != pages[path]] == [REVIEW]
    assert "robots: noindex" in pages["bai/hong.md"]
    assert 'data-search="off"' in pages["bai/hong.md"]
    for settings in (SiteSettings(), SiteSettings(site_url="https://example.org/")):
        assert linked_files(with_left_out(left_out()), settings) == linked_files(MADE, settings)
        data = [data_files(Portions(Data(of, settings))) for of in (MADE, with_left_out(left_out()))]
        assert data[0].keys() == data[1].keys()
        assert [name for name in data[0] if data[0][name] != data[1][name] and not name.endswith(".sqlite")] == []


def test_the_owner_has_a_list() -> None:
    page = render(with_left_out(left_out(), left_out(None, "seeds/redirects.yml", line=None)))[REVIEW]
    assert "](bai/hong.md)" in page
    shown = words(page)
    assert "Chưa đưa vào được" in shown
    assert "2 tệp hoặc mục" in shown
    assert "seeds/redirects.yml: tệp lớn hơn" in shown
    assert "Chưa đưa vào được" not in render(MADE)[REVIEW]
    assert "Hiện không có gì cần xem lại" not in words(render(replace(with_left_out(left_out()), review=()))[REVIEW])


def test_an_address_that_another_article_has_is_its() -> None:
    slug = MADE.entries[0].slug
    archive = with_left_out(left_out(slug, "seeds/x.docx"))
    pages = render(archive)
    assert pages[f"bai/{slug}.md"] == render(MADE)[f"bai/{slug}.md"]
    assert f"bai/{slug}.md" not in pages[REVIEW].partition("seeds/x.docx")[0]
    assert "seeds/x.docx" in words(pages[REVIEW])


def test_two_files_with_one_address_share_its_page() -> None:
    shown = words(render(with_left_out(left_out(), left_out("hong", "seeds/HONG.docx")))["bai/hong.md"])
    assert "seeds/hong.txt" in shown
    assert "seeds/HONG.docx" in shown


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>.txt", "a](x) *b* `c`.txt", "{{ 7*7 }}.txt", "\x1b[31m\u202e.txt", "a\udce0.txt"]
)
def test_a_name_does_nothing(name: str) -> None:
    pages = render(with_left_out(left_out("hong", f"seeds/{name}")))
    for page in (pages["bai/hong.md"], pages[REVIEW]):
        page.encode()
        html = html_of(page)
        assert "<script>" not in html
        assert "49" not in words(page) or "{{ 7*7 }}" in words(page)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("cannot open /srv/lua/kho/seeds/a.txt", "cannot open a.txt"),
        ("cannot open C:\\Users\\lua\\a.txt now", "cannot open a.txt now"),
        ("use either/or, and/or 1/2 at https://example.org/a/b", "use either/or, and/or 1/2 at https://example.org/a/b"),
        ("byte 0xff is not UTF-8", "byte 0xff is not UTF-8"),
    ],
)
def test_no_folder_of_the_machine_is_told(reason: str, told: str) -> None:
    page = render(with_left_out(LeftOut("seeds/a.txt", None, Verbatim(reason), None, "a")))["bai/a.md"]
    assert told in words(page)


def test_a_redirect_leads_to_the_page_that_keeps_the_address() -> None:
    kept = with_redirects(with_left_out(left_out()), (Redirect("cu", "hong", 1), Redirect("xua", "khong-co", 2)), "seeds/redirects.yml")
    assert [redirect.old for redirect in kept.redirects] == ["cu"]
    assert [error.line for error in kept.errors] == [2]
    page = linked_files(kept, SiteSettings())["bai/cu/index.html"].decode()
    assert 'url=../hong/"' in page
    assert "hong.txt" in page
    taken = with_redirects(with_left_out(left_out()), (Redirect("hong", MADE.entries[0].slug, 1),), "seeds/redirects.yml")
    assert (taken.redirects, len(taken.errors)) == ((), 1)

"""Names of the search: what a page is called, short forms written out, and how they are kept."""

from __future__ import annotations

import pytest

from generator.publishing.search.names import names
from generator.publishing.search.pages import SearchPage, search_page
from generator.publishing.search.short_forms import short_forms, spelled_out
from generator.text.syllables import is_vietnamese_syllable


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("UBND TPHCM", ["uy ban nhan dan thanh pho ho chi minh"]),
        ("UBND TP.HCM", ["uy ban nhan dan thanh pho ho chi minh"]),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", ["uy ban nhan dan thanh pho ho chi minh"]),
        ("Bộ GD&ĐT", ["bo giao duc dao tao"]),
        ("Bộ Giáo dục và Đào tạo", ["bo giao duc dao tao"]),
        ("Bộ GTVT", ["bo giao thong van tai"]),
        ("HC Lao động", ["huan chuong lao dong"]),
        ("ĐU khối", ["dang uy khoi"]),
        ("Du lịch", ["du lich"]),
        ("CĐ Hoa Mai", ["cong doan hoa mai", "cao dang hoa mai"]),
        ("Trường CĐ Hoa Mai", ["truong cao dang hoa mai"]),
        ("", [""]),
    ],
)
def test_short_forms_are_written_out(written: str, read: list[str]) -> None:
    assert list(spelled_out(written)) == read


def test_no_word_is_taken_for_a_short_form() -> None:
    words = [form for form in short_forms() if form.isascii() and all(is_vietnamese_syllable(word) for word in form.split())]
    assert words == []


def page(title: str, url: str, **facts: object) -> SearchPage:
    return SearchPage(url, title, (), {"loai": "don-vi", **facts})


def test_a_page_is_found_by_each_of_its_names() -> None:
    kept = names([page("UBND phường Hoa Mai", "a/", **{"ten-khac": ["Văn phòng Cây Mai"], "ghi": "Ủy ban", "bai": 2})])
    called = ["uy ban nhan dan phuong hoa mai", "van phong cay mai", "ubndphm"]
    row = [0, "UBND phường Hoa Mai", "a/", "don-vi", 2, "Ủy ban", 1, called]
    assert kept == {letter: [row] for letter in "bchmnpuvd"}


def test_a_page_that_is_no_name_has_none() -> None:
    assert names([SearchPage("bai/a/", "Đảng ủy họp", (), {"loai": "bai"})]) == {}


def test_many_names_are_kept_by_two_letters() -> None:
    many = names([page(f"Xã Hoa {number}", f"{number}/") for number in range(201)])
    assert {key for key in many if key[0] in "hx"} >= {"xa", "ho"}
    assert not {"x", "h"} & set(many)
    assert len(many["xa"]) == len(many["ho"]) == 201


def test_a_page_by_name_only_gives_its_title_alone() -> None:
    said = '<div data-search="{&quot;loai&quot;:&quot;khen-thuong&quot;,&quot;chi-ten&quot;:true}" hidden></div>'
    found = search_page("khen-thuong/", f"<main><article><h1>Sổ</h1><p>Dòng</p>{said}</article></main>")
    assert found is not None
    assert (found.title, found.blocks) == ("Sổ", ())

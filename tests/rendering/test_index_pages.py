"""The indexes: by unit, year, form, rating, document, person; long ones in groups and portions."""

from __future__ import annotations

import re

import pytest

from generator.model.archive import Archive
from generator.model.facts import Aim, Document, Facts, Rating
from generator.model.unit import Unit
from generator.rendering.parts.lists.paging import LINES, ROWS, paged
from generator.rendering.site import render
from tests.rendering.made import award
from tests.rendering.made_units import BLOC, HERE, YEARS, archive_of, bare
from tests.rendering.shown import html_of, read


def document(**values: str | None) -> Document:
    given: dict[str, str | None] = {"kind": "chi-thi", "number": None, "title": None, "issuer": None, "session": None, "date": None}
    return Document(evidence=HERE, rule="d", **(given | values))  # type: ignore[arg-type]


def test_a_level_leads_to_the_words_of_each_article() -> None:
    pages = render(YEARS)
    assert "| [Hoàn thành tốt nhiệm vụ](hoan-thanh-tot.md) | 3 |" in pages["xep-loai/index.md"]
    words, _ = read(html_of(pages["xep-loai/hoan-thanh-tot.md"]))
    assert "90% chi bộ hoàn thành tốt nhiệm vụ" in words
    assert re.findall(r"\.\./bai/(khoi-\d+)\.md#w", pages["xep-loai/hoan-thanh-tot.md"]) == ["khoi-2022", "khoi-2021", "khoi-2019"]


def test_a_target_stands_behind_the_results() -> None:
    ratings = tuple(
        Rating(
            evidence=HERE,
            rule="r",
            subject="chi-bo",
            level="hoan-thanh",
            count=count,
            percent=None,
            at_least=False,
            year=2021,
            kind=Aim(kind),
        )
        for count, kind in ((1, "target"), (2, "result"))
    )
    text = render(archive_of(bare("a", Facts(ratings=ratings))))["xep-loai/hoan-thanh.md"]
    assert text.index("2 chi bộ") < text.index("1 chi bộ")
    assert "chỉ tiêu" in text


def test_a_document_leads_to_those_who_cite_it() -> None:
    entries = [
        bare("a", Facts(documents=(document(number="05-CT/TW", issuer="Bộ Chính trị", title="đẩy mạnh học tập"),))),
        bare("b", Facts(documents=(document(number="05 CT/TW"), document(title="về <nêu> gương")))),
        bare("c", Facts(documents=(document(),))),
    ]
    pages = render(archive_of(*entries))
    words, _ = read(html_of(pages["van-ban/index.md"]))
    assert "Chỉ thị 05 CT/TW (Bộ Chính trị)Đẩy mạnh học tập 2" in words
    assert "Chỉ thị “Về <nêu> gương” 1" in words
    assert re.findall(
        r"\.\./bai/(\w)\.md\)", next(text for path, text in pages.items() if path.startswith("van-ban/chi-thi-05-ct-tw--"))
    ) == ["a", "b"]


@pytest.mark.parametrize(
    ("count", "addresses"),
    [(0, ["x"]), (3, ["x"]), (4, ["x", "x--trang-2"]), (7, ["x", "x--trang-2", "x--trang-3"])],
)
def test_paging(count: int, addresses: list[str]) -> None:
    pages = list(paged(list(range(count)), "x", 3))
    assert [pager.address for pager, _ in pages] == addresses
    assert [one for _, part in pages for one in part] == list(range(count))
    assert [pager.before for pager, _ in pages] == [None, *addresses[:-1]]
    assert [pager.after for pager, _ in pages] == [*addresses[1:], None]


def crowd(count: int) -> Archive:
    """So many units of two kinds, each with an article."""
    units = [Unit(f"u{n:04}", f"Đơn vị {n}", kind="chi-bo" if n % 2 else "so") for n in range(count)]
    return archive_of(*(bare(f"a{unit.id}", Facts(), (unit,)) for unit in units), units={unit.id: unit for unit in units})


@pytest.mark.slow
def test_a_long_overview_leads_to_its_groups() -> None:
    pages = render(crowd(2 * ROWS + 50))
    overview = pages["don-vi/index.md"]
    assert re.findall(r"\| \[([^\]]+)\]\(([^)]+)\.md\) \| (\d+) \| (\d+) \|", overview) == [
        ("Sở", "nhom--so", "325", "325"), ("Chi bộ", "nhom--chi-bo", "325", "325"),
    ]  # fmt: skip
    shown = [name for name in pages if name.startswith("don-vi/nhom--chi-bo")]
    assert shown == ["don-vi/nhom--chi-bo.md", "don-vi/nhom--chi-bo--trang-2.md"]
    assert sum(len(re.findall(r"\(u\d{4}\.md\)", pages[name])) for name in shown) == 325
    articles = [name for name in pages if name.startswith("bai/index")]
    assert len(articles) == -(-(2 * ROWS + 50) // ROWS)
    assert max(map(len, pages.values())) < 400_000


def test_the_units_of_a_short_overview_are_one_table() -> None:
    overview = render(crowd(6))["don-vi/index.md"]
    heads = "| Đơn vị | Loại | Tỉnh, thành phố | Nhận | Trao | Công bố | Bài báo | Gần nhất |"
    assert overview.splitlines().count(heads) == 1
    assert "| [Đơn vị 1](u0001.md) | Chi bộ |" in overview
    assert "nhom--" not in overview


def test_a_year_with_many_articles_has_several_pages() -> None:
    pages = render(archive_of(*(bare(f"a{n:03}", Facts(years=(2021,)), (BLOC,)) for n in range(LINES + 1))))
    assert {"nam/2021.md", "nam/2021--trang-2.md", f"don-vi/{BLOC.id}--trang-2.md"} <= set(pages)
    assert pages["nam/2021--trang-2.md"].count("ky-title") == 1
    assert "**81** bài" not in pages["nam/2021--trang-2.md"]


def test_an_index_without_values_says_so_and_leads_on() -> None:
    pages = render(archive_of(bare("a", Facts())))
    assert "Các bài chưa nêu đơn vị nào." in pages["don-vi/index.md"]
    assert "[Chưa rõ đơn vị](chua-ro.md)" in pages["don-vi/index.md"]
    said = {
        "xep-loai": "Các bài chưa nêu mức xếp loại nào.",
        "van-ban": "Các bài chưa dẫn văn bản nào.",
        "nguoi": "Các bài chưa nêu tên người nào.",
    }
    for folder, words in said.items():
        text = read(html_of(pages[f"{folder}/index.md"]))[0]
        assert f"{words} Có thể xem: tất cả bài, các danh mục." in text, folder
        assert "](../bai/index.md)" in pages[f"{folder}/index.md"]
        assert "ky-index" not in pages[f"{folder}/index.md"]


def test_what_was_proposed_has_a_column_only_where_anything_was() -> None:
    granted, proposed = award(HERE, years=(2021,)), award(HERE, years=(2021,), status="proposed")
    without = render(archive_of(bare("a", Facts(awards=(granted,)))))["hinh-thuc/index.md"]
    both = render(archive_of(bare("a", Facts(awards=(granted, proposed)))))["hinh-thuc/index.md"]
    assert ("Đề nghị, chưa trao" in without, "Đề nghị, chưa trao" in both) == (False, True)


@pytest.mark.parametrize(("values", "long"), [(9, False), (10, True)])
def test_room_is_kept_for_the_filter_of_a_long_index(values: int, long: bool) -> None:
    text = render(archive_of(*(bare(f"a-{n}", Facts(years=(2000 + n,))) for n in range(values))))["nam/index.md"]
    assert ("ky-long" in text) == long


def test_units_of_one_name_are_told_apart_by_their_years() -> None:
    old = Unit("tinh-cu", "Tỉnh Lan", kind="tinh", listed=True, valid_until="2025-06-30")
    new = Unit("tinh-moi", "Tỉnh Lan", kind="tinh", listed=True, valid_from="2025-07-01")
    other = Unit("tinh-khac", "Tỉnh Khác", kind="tinh", listed=True, valid_from="2025-07-01")
    units = {unit.id: unit for unit in (old, new, other)}
    text = render(archive_of(bare("a", Facts(), (old, new, other)), units=units))["don-vi/index.md"]
    assert '[Tỉnh Lan](tinh-cu.md)<span class="ky-detail">đến 30/06/2025</span>' in text
    assert '[Tỉnh Lan](tinh-moi.md)<span class="ky-detail">từ 01/07/2025</span>' in text
    assert "[Tỉnh Khác](tinh-khac.md) |" in text

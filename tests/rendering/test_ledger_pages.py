"""The ledger's pages: every award once a year, and sums that one can add up oneself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, replace

import pytest

from generator.cache.keeping import digest
from generator.model.archive import Archive
from generator.model.facts import GIFTS, Facts
from generator.rendering.pages.ledger import FOLDER
from generator.rendering.parts.links.places import Places
from generator.rendering.parts.lists.ledger_rows import row_view, rows_in_page
from generator.rendering.parts.lists.paging import ROWS
from generator.rendering.site import render
from tests.rendering.made import award
from tests.rendering.made_units import BLOC, HERE, YEARS, archive_of, bare, with_row
from tests.rendering.shown import html_of, read

MIXED = archive_of(
    bare("a", Facts(years=(2021,), awards=(
        award(HERE, count=5), award(HERE, count=3, status="proposed"), award(HERE, count=7, status="past"),
        award(HERE, count=11, type="tang-qua"), award(HERE, count=None), award(HERE, count=2, type="bang-khen", kind="tap-the"),
    )), (BLOC,)),
    bare("b", Facts(years=(2022,), awards=(award(HERE, count=20, years=(2021, 2022)), award(HERE, count=1, years=())))),
)  # fmt: skip


LABELS = {
    "giay-khen": "Giấy khen", "bang-khen": "Bằng khen", "dang-vien": "Đảng viên", "tap-the": "Tập thể", "chi-bo": "Chi bộ",
    "dang-bo": "Đảng bộ",
}  # fmt: skip


def tables(text: str) -> dict[str, dict[str, list[str]]]:
    """Return the tables of a page: heading of the first column, first cell, the others."""
    found: dict[str, dict[str, list[str]]] = {}
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        head, _, *rows = [[cell.strip() for cell in line.strip().strip("|").split(" | ")] for line in block.strip().splitlines()]
        plain = [[read(html_of(cell))[0] for cell in row] for row in rows]
        found[head[0]] = {row[0]: row[1:] for row in plain}
    return found


def sums(archive: Archive, *, year: int | None = None) -> tuple[Counter[str], Counter[str], int]:
    """Recipients of what was granted, by form and by kind of recipient, and how many were only proposed: added up by hand."""
    forms: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    proposed = 0
    for row in archive.ledger:
        if row.award.type in ("tang-qua", "tang-hoa", "tien-thuong") or (year and year not in row.years):
            continue
        if row.award.status == "granted":
            forms[row.award.type] += row.award.count or 0
            kinds[row.award.kind] += row.award.count or 0
        elif row.award.status == "proposed":
            proposed += row.award.count or 0
    return forms, kinds, proposed


def total(told: list[str]) -> int:
    return int(told[1].removeprefix("ít nhất ").replace("có, không nêu số", "").replace("–", "") or 0)


@pytest.mark.parametrize("archive", [MIXED, YEARS], ids=["mixed", "three years"])
def test_the_sums_are_those_of_the_ledger(archive: Archive) -> None:
    pages = render(archive)
    years = {year for row in archive.ledger for year in row.years}
    overview = tables(pages[f"{FOLDER}/index.md"].split("## Theo năm")[1])
    for name, told, year in [("index", overview, None), *((str(year), tables(pages[f"{FOLDER}/{year}.md"]), year) for year in years)]:
        forms, kinds, proposed = sums(archive, year=year)
        assert f"Số được khen: **{sum(forms.values())}**" in pages[f"{FOLDER}/{name}.md"]
        assert (f"· đề nghị, chưa trao: {proposed}" in pages[f"{FOLDER}/{name}.md"]) is bool(proposed)
        assert {form: total(row) for form, row in told["Hình thức"].items() if total(row)} == {
            LABELS[one]: n for one, n in forms.items() if n
        }
        assert {kind: total(row) for kind, row in told["Đối tượng"].items() if total(row)} == {
            LABELS[one]: n for one, n in kinds.items() if n
        }
    for year in years:
        assert total(overview["Năm"][f"Năm {year}"]) == sum(sums(archive, year=year)[0].values())
        assert f"Số được khen: **{sum(sums(archive, year=year)[0].values())}**" in pages[f"nam/{year}.md"]
    granted = sum(row.award.status == "granted" and row.award.type not in GIFTS for row in archive.ledger)
    assert f"**{granted}** đợt khen" in pages["index.md"]


def test_a_sum_that_leaves_something_uncounted_says_at_least() -> None:
    told = tables(render(MIXED)[f"{FOLDER}/2021.md"])
    assert told["Hình thức"]["Giấy khen"] == ["5", "ít nhất 25", "3"]
    assert told["Hình thức"]["Bằng khen"] == ["1", "2", "–"]


def test_every_award_stands_in_each_of_its_years_and_gifts_in_none() -> None:
    pages = render(MIXED)
    counted = {path: text.count("xem câu trong bài") for path, text in pages.items() if path.startswith(f"{FOLDER}/")}
    counted = {path: n for path, n in counted.items() if "bang-vang" not in path}  # a page to put on a wall, with awards of that year
    assert counted == {f"{FOLDER}/index.md": 0, f"{FOLDER}/2022.md": 1, f"{FOLDER}/2021.md": 6, f"{FOLDER}/chua-ro.md": 1}
    assert "Tặng quà" not in "".join(text for path, text in pages.items() if path.startswith(FOLDER))


def test_a_row_tells_it_all() -> None:
    text = render(YEARS)[f"{FOLDER}/2022.md"]
    (line,) = [line for line in text.splitlines() if "Bằng khen" in line and "xem câu trong bài" in line]
    words, _ = read(html_of("| a | b | c | d | e |\n| - | - | - | - | - |\n" + line))
    assert words == (
        "a b c d e 10/01/2023 Bằng khen Đảng bộ Khối Hoa Mai xem câu trong bài “Hoàn thành xuất sắc nhiệm vụ” năm 2022 "
        "Thành ủy Hoa Mai Đảng bộ Khối Hoa Mai"
    ).replace("Bằng khen Đảng", "Bằng khenĐảng").replace("Mai xem", "Maixem")


def test_contradictions_stand_side_by_side_and_the_first_counts() -> None:
    other = (YEARS.entries[1].slug, replace(YEARS.ledger[0].award, count=13))
    pages = render(with_row(YEARS, 0, disagrees=(other,)))
    assert "bài khác nêu</span> Giấy khen cho 13 đảng viên" in pages[f"{FOLDER}/2022.md"]
    assert "Số được khen: **18**" in pages[f"{FOLDER}/2022.md"]


def test_a_long_year_has_several_pages() -> None:
    many = archive_of(bare("a", Facts(years=(2021,), awards=tuple(award(HERE, count=1) for _ in range(2 * ROWS + 5))), (BLOC,)))
    pages = render(many)
    parts = [pages[f"{FOLDER}/{name}.md"] for name in ("2021", "2021--trang-2", "2021--trang-3")]
    assert [part.count("xem câu trong bài") for part in parts] == [ROWS, ROWS, 5]
    assert "[Trang sau →](2021--trang-2.md)" in parts[0]
    assert "[← Trang trước](2021.md) · Trang 2/3" in parts[1]
    assert max(map(len, pages.values())) < 400_000


def test_an_empty_ledger() -> None:
    text = render(Archive((bare("a", Facts()),)))[f"{FOLDER}/index.md"]
    assert "Các bài chưa nêu đợt khen thưởng nào." in text
    assert "](../bai/index.md)" in text


def test_a_row_in_a_page_shows_the_row_and_is_known_by_all_that_it_shows() -> None:
    row = MIXED.ledger[0]
    (shown,), view = rows_in_page([row], Places(MIXED)), row_view(row, Places(MIXED))
    for field in fields(view):
        assert getattr(shown, field.name) == getattr(view, field.name)

    def known(archive: Archive) -> str:
        return digest(rows_in_page(archive.ledger[:1], Places(archive)))

    again = replace(MIXED)
    assert known(again) == known(MIXED), "in another run too"
    more = replace(row, award=replace(row.award, count=(row.award.count or 0) + 1))
    assert known(replace(MIXED, ledger=(more, *MIXED.ledger[1:]))) != known(MIXED), "another number"
    units = {key: replace(unit, name=f"{unit.name} mới") for key, unit in MIXED.units.items()}
    assert row.hosts
    assert known(replace(MIXED, units=units)) != known(MIXED), "a unit of it has another name"

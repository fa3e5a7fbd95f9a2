"""A unit's page: where it is, and by year what it received, granted, how it was rated."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model.archive import Archive
from generator.model.facts import Aim, Facts, Person, Role, UnitRole
from generator.model.unit import Resolution, Standing
from generator.rendering.pages.unit import MOST_ROWS
from generator.rendering.parts.links.places import Places
from generator.rendering.site import render
from tests.rendering.made import award, host
from tests.rendering.made_units import AFTER, BEFORE, BLOC, CELL, CITY, COMMITTEE, HERE, STRANGER, UNITS, YEARS, archive_of, bare, with_row
from tests.rendering.shown import html_of, read


def page(unit_id: str, archive: Archive = YEARS) -> str:
    return render(archive)[f"don-vi/{unit_id}.md"]


def section(text: str, year: int, title: str) -> str:
    """Return the text under one part of a year's heading."""
    of_year = text.split(f"\n## Năm {year}\n")[1].split("\n## ", maxsplit=1)[0]
    return of_year.split(f"\n### {title}\n")[1].split("</section>")[0] if f"\n### {title}\n" in of_year else ""


def test_where_it_stands() -> None:
    words, _ = read(html_of(page(BLOC.id)))
    for told in [
        "Trang chủ Đơn vị Thành ủy Hoa Mai", "Đảng ủy Khối", "từ 2010 đến 01/02/2025", "Địa bàn Thành phố Hoa Mai",
        "Tên khác Đảng ủy Khối *Hoa* Mai", "Bài báo còn gọi là Đảng ủy Khối", "Trước đây Đảng bộ Khối cũ (đến 2009)",
        "Nay là Đảng bộ Các cơ quan Hoa Mai (từ 02/02/2025)", "Gồm có Chi bộ Sở <Một>",
        "Suy ra địa bàn: theo nơi đăng bài ngày 2023-01-10",
    ]:  # fmt: skip
        assert told in words
    assert "Trên địa bàn Đảng bộ Khối Hoa Mai; Thành ủy Hoa Mai" in read(html_of(page(CITY.id)))[0]


def test_what_it_is_linked_to_has_a_page_and_what_nothing_refers_to_has_none() -> None:
    assert Places(YEARS).with_page == {BLOC.id, CELL.id, COMMITTEE.id, CITY.id, AFTER.id}
    pages = render(YEARS)
    assert f"don-vi/{STRANGER.id}.md" not in pages
    assert f"don-vi/{BEFORE.id}.md" not in pages
    assert f"({BEFORE.id}.md)" not in pages[f"don-vi/{BLOC.id}.md"]


@pytest.mark.parametrize(("role", "expected"), [("granter", True), ("recipient", True), ("host", True), ("mentioned", False)], ids=str)
def test_a_part_in_an_event_makes_a_page_a_mention_does_not(role: str, expected: bool) -> None:
    mention = replace(host("Tỉnh Xa", HERE, "x"), role=UnitRole(role))
    one = bare("a", Facts(units=(mention,)), names={"Tỉnh Xa": Resolution("Tỉnh Xa", Standing.LISTED, STRANGER.id)})
    assert (STRANGER.id in Places(archive_of(one)).with_page) is expected


def test_circles_of_parents_and_unknown_ids_do_no_harm() -> None:
    units = {**UNITS, COMMITTEE.id: replace(COMMITTEE, parent=BLOC.id, place="khong-co", successors=("khong-co", BLOC.id))}
    text = page(BLOC.id, replace(YEARS, units=units))
    assert ". [Thành ủy Hoa Mai]" in text
    assert "(khong-co.md)" not in "".join(render(replace(YEARS, units=units)).values())


def test_received_granted_and_within_are_kept_apart() -> None:
    text = page(BLOC.id)
    received, within, granted = (section(text, 2022, title) for title in ("Nhận", "Công bố tại sự kiện của đơn vị", "Trao"))
    assert "Bằng khen" in received
    assert received.count("\n- ") == 1
    assert "4 tập thể" in within
    assert "đề nghị" in within
    assert within.count("\n- ") == 2
    assert "12 đảng viên" in granted
    assert "Chi bộ Sở" in granted
    assert granted.count("\n- ") == 2
    assert "Cơ quan khen thưởng: [Thành ủy Hoa Mai](../don-vi/thanh-uy-hoa-mai.md)" in received
    assert "90% chi bộ" in section(text, 2022, "Xếp loại chất lượng")


def test_a_recipient_and_a_granter_see_their_own_side() -> None:
    cell, committee = page(CELL.id), page(COMMITTEE.id)
    assert "Giấy khen" in section(cell, 2021, "Nhận")
    assert "Cơ quan khen thưởng: [Đảng bộ Khối Hoa Mai]" in section(cell, 2021, "Nhận")
    assert section(cell, 2021, "Trao") == ""
    assert "Bằng khen" in section(committee, 2021, "Trao")
    assert "Được khen: [Đảng bộ Khối Hoa Mai]" in section(committee, 2021, "Trao")
    assert section(committee, 2021, "Nhận") == ""


def test_each_award_and_rating_leads_to_its_words() -> None:
    text = page(BLOC.id)
    pages = render(YEARS)
    links = re.findall(r"\]\(\.\./(bai/[a-z0-9-]+)\.md#([^)]+)\)", text)
    assert len(links) == 3 * 6
    for path, name in links:
        assert f'id="{name}"' in pages[f"{path}.md"]


def test_a_target_without_a_year_is_of_no_year() -> None:
    result = YEARS.entries[0].facts.ratings[0]
    ratings = (replace(result, year=None, evidence=HERE, percent=70.0), replace(result, year=None, evidence=HERE, kind=Aim.TARGET))
    text = page(BLOC.id, archive_of(bare("a", Facts(years=(2021,), ratings=ratings), (BLOC,))))
    assert section(text, 2021, "Xếp loại chất lượng").count("xem câu trong bài") == 1
    assert "90% chi bộ" in text.split("## Chưa rõ năm")[1]


def test_evidence_that_no_page_shows_is_no_anchor() -> None:
    one = bare("a", Facts(awards=(award(HERE),), years=(2021,)), (BLOC,))
    archive = archive_of(one)
    (row,) = archive.ledger
    elsewhere = replace(row.citations[0], evidence=(replace(HERE[0], end=2),))
    text = page(BLOC.id, with_row(archive, 0, citations=(elsewhere,)))
    assert "[xem câu trong bài](../bai/a.md)" in text


def test_three_numbers_are_kept_apart_and_say_what_they_count() -> None:
    text = page(BLOC.id)
    rows = dict(re.findall(r"^\| (Nhận|Trao|Công bố tại sự kiện của đơn vị) \| (\d+ \| [\d–]+)[^|]*\|$", text, re.MULTILINE))
    assert rows == {"Nhận": "3 | –", "Trao": "6 | 33", "Công bố tại sự kiện của đơn vị": "3 | 12"}
    assert text.count("Mỗi lần khen tính một lần dù nhiều bài cùng đưa") == 1
    by_form = re.findall(r"^\| \[Năm 2022\]\([a-z-]+\.md#nam-2022\) \| ([^|]+) \| (.+) \|$", text, re.MULTILINE)
    assert by_form == [("Bằng khen", "1 | – | –"), ("Giấy khen", "– | 13 | 4")]


def test_one_of_several_recipients_received_once() -> None:
    """Nine bodies honoured together received one award each, not nine."""
    names = {name: Resolution(name, Standing.UNLISTED, unit.id) for name, unit in (("Khối", BLOC), ("Chi bộ", CELL))}
    given = award(HERE, kind="dang-bo", count=9, names=("Khối", "Chi bộ"), granted_by=None)
    text = page(CELL.id, archive_of(bare("a", Facts(awards=(given,)), names=names)))
    assert "| Nhận | 1 | – |" in text
    assert "9" not in re.sub(r"[a-z.-]*\d[a-z.-]*\.(?:md|csv)", "", text.split("| Nhận |")[1].split("</details>")[0].splitlines()[0])


def test_its_people_are_those_whom_the_article_places_in_it() -> None:
    names = {"Khối": Resolution("Khối", Standing.LISTED, BLOC.id)}
    given = award(HERE, kind="ca-nhan", count=1, names=("Lê Thị Lụa",), granted_by=None)
    roles = {"hers": (Role("Bí thư", "Khối"),), "former": (Role("nguyên Bí thư", "Khối"),)}
    found = {
        name: page(BLOC.id, archive_of(bare("a", Facts(awards=(given,), people=(Person(evidence=HERE, rule="p", name="Lê Thị Lụa",
                                                                                      roles=of),)), (BLOC,), names=names)))
        for name, of in roles.items()
    }  # fmt: skip
    assert "| Người của đơn vị được khen | 1 | – |" in found["hers"]
    assert "Người của đơn vị được khen |" not in found["former"]


def test_what_articles_contradict_stands_beside_it() -> None:
    other = (YEARS.entries[1].slug, replace(YEARS.ledger[0].award, count=13))
    text = page(BLOC.id, with_row(YEARS, 0, disagrees=(other,)))
    assert "bài khác nêu</span> Giấy khen cho 13 đảng viên" in text
    assert "cho 12 đảng viên" in text


def test_charts_from_the_second_year_on() -> None:
    text = page(BLOC.id)
    assert [read(one)[0] for one in re.findall(r"<figcaption>([^<]*)</figcaption>", text)] == [
        "Hồ sơ của đơn vị theo năm (số đợt)", "Số đợt khen đơn vị nhận theo năm", "Số được đơn vị khen theo năm",
        "Số được khen công bố tại sự kiện của đơn vị, theo năm", "Xếp loại chi bộ theo năm (%)", "Sự kiện theo năm, tháng",
    ]  # fmt: skip
    single = archive_of(YEARS.entries[0])
    assert "<svg" not in page(BLOC.id, single)


def test_a_unit_of_which_much_is_told_has_a_page_a_year() -> None:
    facts = [Facts(years=(year,), awards=tuple(award(HERE, years=(year,), count=n) for n in range(MOST_ROWS))) for year in (2020, 2021)]
    archive = archive_of(*(bare(f"b{number}", one, (BLOC,)) for number, one in enumerate(facts)))
    pages = render(archive)
    assert f"[Năm 2021]({BLOC.id}--2021.md)" in pages[f"don-vi/{BLOC.id}.md"]
    assert pages[f"don-vi/{BLOC.id}.md"].count("\n- <span") < 10
    year = pages[f"don-vi/{BLOC.id}--2021.md"]
    assert year.count("xem câu trong bài") == MOST_ROWS
    assert max(map(len, pages.values())) < 400_000


def test_a_short_page_of_what_is_only_linked() -> None:
    words, _ = read(html_of(page(AFTER.id)))
    assert words == (
        "Trang chủ Đơn vị Đảng bộ Các cơ quan Hoa Mai Đảng ủy Khối từ 02/02/2025 "
        "Trước đây Đảng bộ Khối Hoa Mai (từ 2010 đến 01/02/2025) "
        "Chưa bài nào viết về đơn vị này hay nêu khen thưởng của đơn vị; trang này cho biết đơn vị đứng ở đâu so với các đơn vị khác. "
        "Có thể xem: tất cả bài, các danh mục."
    )

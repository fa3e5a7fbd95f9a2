"""Each award counts once: told by articles of several events, in a total and in its parts, in a number of the year and of the day.

The shapes are those of totals that once came out wrong; the articles are invented.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.archive import Archive, Aside, Entry, LedgerRow
from generator.model.facts import Award, Facts
from generator.model.unit import Resolution, Standing, Unit
from generator.readings import read_and_extract
from generator.resolution.archive_index import ArchiveIndex
from generator.resolution.assembly import assemble
from generator.resolution.events import wholes
from generator.resolution.events.groups import group_events, with_events
from generator.resolution.events.ledger import ledger
from generator.resolution.events.one_award import one_award_each
from generator.resolution.events.totals import totals
from generator.resolution.events.wholes import with_wholes
from tests.rendering.made import PARAGRAPH, article, words
from tests.resolution.telling import award, report

OTHER = Unit("so-hoa", "Sở Hoa")


def rows(*entries: Entry) -> tuple[LedgerRow, ...]:
    events = group_events(entries)
    placed = {entry.slug: entry for entry in with_events(entries, events)}
    return with_wholes(one_award_each(ledger(placed.values(), events), placed), placed)


def granted(*entries: Entry) -> int:
    return totals(rows(*entries)).granted


def badge(count: int, rank: int | None = None) -> Award:
    return award(type="huy-hieu-dang", rank=rank, count=count, standard=None, years=())


def of_text(text: str, *awards: tuple[str, Award]) -> Entry:
    """Return an article with ``awards``, each with the words that state it."""
    made = article((PARAGRAPH, text), path="seeds/a.txt")
    facts = Facts(awards=tuple(replace(one, evidence=words(made, said)) for said, one in awards), years=(2018,))
    return replace(report("a"), article=made, facts=facts)


def test_a_total_and_its_parts_count_once() -> None:
    """133 + 31 + 201 + 914 with their forms, and 1.279 in all in another article of the same host and day."""
    forms = (("bang-khen", 133, "Bộ Hoa"), ("bang-khen", 31, "UBND tỉnh"), ("giay-khen", 201, "Tổng cục"), ("giay-khen", 914, "Cục"))
    parts = [award("tap-the-va-ca-nhan", count, type=form, granted_by=by, standard=None) for form, count, by in forms]
    whole = award("tap-the-va-ca-nhan", 1279, type="khen-thuong", standard=None)
    entries = (report("a", *parts), report("b", whole, name="lễ tuyên dương"))
    assert granted(*entries) == 1279
    assert [row.aside for row in rows(*entries) if row.award.count == 1279] == [Aside.SUM]


def test_praise_in_the_headline_and_its_certificates_count_once() -> None:
    """244 biểu dương are the 75, 50 and 119 of three granters, in articles of two events of one host and day."""
    parts = [award(type="bang-khen", kind="nguoi-lao-dong", count=count, granted_by=by, standard="lao động xuất sắc")
             for count, by in ((75, "Tổng LĐLĐ"), (50, "Bộ Hoa"), (119, "Công đoàn ngành"))]  # fmt: skip
    other = award(type="bang-khen", kind="tap-the-va-ca-nhan", count=263, granted_by="Chính phủ", standard=None)
    head = award(type="bieu-duong", kind="ca-nhan", count=244, standard="nhiều thành tích", granted_by="Công đoàn ngành")
    assert granted(report("a", head, other), report("b", *parts, name="lễ tuyên dương")) == 244 + 263


def test_numbers_of_the_day_are_within_those_of_the_year() -> None:
    """Of 208 badges of a day some by rank; of 1.227 of the year 39 of one rank: 1.227 in all."""
    entry = of_text(
        "Thêm 208 đảng viên được trao huy hiệu. Đợt này, 5 đảng viên nhận huy hiệu 70 năm, 17 đảng viên nhận huy hiệu 55 năm, còn lại "
        "là các mức khác. Tính chung năm nay, đã trao 1.227 huy hiệu, riêng huy hiệu 70 năm có 39 người.",
        ("208 đảng viên", badge(208)), ("5 đảng viên", badge(5, 70)), ("17 đảng viên", badge(17, 55)), ("đã trao 1.227", badge(1227)),
        ("huy hiệu 70 năm có 39", badge(39, 70)),
    )  # fmt: skip
    assert granted(entry) == 1227
    assert {row.award.count for row in rows(entry) if row.aside is Aside.PART} == {208, 5, 17, 39}


def test_what_is_among_a_number_is_within_it() -> None:
    text = "Cả nước có 46 cá nhân được tặng bằng khen, trong đó có 4 người của tỉnh. Ngoài ra 3 người được tỉnh tặng."
    said = {46: "46 cá nhân", 4: "có 4 người", 3: "3 người"}
    entry = of_text(text, *((of, award("ca-nhan", n, type="bang-khen", standard=None)) for n, of in said.items()))
    assert granted(entry) == 46 + 3


def test_prizes_of_a_school_are_within_those_of_the_country() -> None:
    said = (("544 giải Nhì", 2, 544, "giải Nhì"), ("45 giải Nhì", 2, 45, "giải Nhì"), ("7 giải Ba", 3, 7, "giải Ba"))
    prizes = [(of, award("hoc-sinh", n, type="giai-thuong", rank=rank, standard=why, years=())) for of, rank, n, why in said]
    entry = of_text("Cả nước 544 giải Nhì; thành phố có 45 giải Nhì. Có 7 giải Ba.", *prizes)
    assert granted(entry) == 544 + 7


OWN = ("phong trào xanh", "hiến đất làm đường", "cứu người")


@pytest.mark.parametrize(
    ("counts", "standards", "expected"),
    [((3, 2, 1), ("a", "b", "c"), 6), ((3, 2, 1), (None, None, None), 6), ((30, 20, 10), OWN, 60)],
    ids=["small numbers", "small numbers without reasons", "reasons of their own"],
)
def test_numbers_that_add_up_by_chance_all_count(counts: tuple[int, ...], standards: tuple[str | None, ...], expected: int) -> None:
    assert granted(report("a", *(award(count=n, standard=why) for n, why in zip(counts, standards, strict=True)))) == expected


def test_one_award_of_two_events_is_one_row_with_both_hosts() -> None:
    """90 families honoured on one day, by two articles of which each is about another unit."""
    families = award(type="bang-khen", kind="ho-gia-dinh", count=90, granted_by="UBND tỉnh Hoa", standard="văn hóa tiêu biểu")
    told = (
        report("a", families, date="2025-06-28"),
        report("b", replace(families, granted_by="Chủ tịch UBND tỉnh Hoa"), date="2025-06-28", hosts=(OTHER,), name="họp mặt"),
    )
    (row,) = rows(*told)
    assert (row.award.count, set(row.hosts), {citation.slug for citation in row.citations}) == (
        90,
        {"dang-uy-xa-hoa", "so-hoa"},
        {"a", "b"},
    )
    assert granted(*told) == 90
    elsewhere = replace(told[1], facts=replace(told[1].facts, awards=(replace(families, granted_by="Bộ Hoa Lan"),)))
    assert granted(told[0], elsewhere) == 180


def test_one_recipient_of_several_articles_received_once() -> None:
    """Five articles over three days tell one giấy khen for a pupil; another year's is another."""
    given = award(kind="hoc-sinh", count=1, names=("Lê Thị Lụa",), granted_by="Huyện đoàn Hoa", standard="dũng cảm cứu bạn", years=())
    told = [
        report(f"a{n}", replace(given, granted_by=by), date=None, published=f"2013-05-{28 + n}", hosts=(OTHER,), name=None, years=(2013,))
        for n, by in enumerate((None, "Huyện đoàn Hoa", "Huyện đoàn Hoa"))
    ]
    assert [len(row.citations) for row in rows(*told)] == [3]
    later = report("b", given, date=None, published="2015-05-28", hosts=(OTHER,), name=None, years=(2015,))
    assert len(rows(*told, later)) == 2
    namesake = replace(given, names=("Lê Thị Lụ",))
    assert len(rows(*told, report("c", namesake, date=None, published="2013-05-29", hosts=(OTHER,), name=None, years=(2013,)))) == 2


def test_one_honour_of_a_unit_under_two_names_is_one() -> None:
    names = {name: Resolution(name, Standing.UNLISTED, "cuc-hoa") for name in ("Cục Hoa Mai", "Cục HM")}
    given = [award(type="huan-chuong-lao-dong", rank=1, kind="tap-the", count=1, names=(name,), granted_by=by, standard=None)
             for name, by in (("Cục Hoa Mai", None), ("Cục HM", "Nhà nước"), ("Cục Hoa Mai", "Chủ tịch nước"))]  # fmt: skip
    told = [report(f"a{n}", one, hosts=(Unit(f"u{n}", f"Đơn vị {n}"),), names=names) for n, one in enumerate(given)]
    (row,) = rows(*told)
    assert row.recipients == ("cuc-hoa",)
    assert len(rows(*told, report("b", replace(given[0], rank=2), hosts=(OTHER,), names=names))) == 2


def test_a_title_of_a_whole_population_is_in_no_sum() -> None:
    title = award(type="danh-hieu", kind="ho-gia-dinh", count=235_000, standard="gia đình học tập")
    found = rows(report("a", title, award(count=12)))
    assert totals(found).granted == 12
    assert [row.aside for row in found if row.award.count == 235_000] == [Aside.POPULATION]
    assert granted(report("a", award(type="bang-khen", kind="ho-gia-dinh", count=90))) == 90


def test_each_of_several_recipients_received_one_award() -> None:
    """Nine bodies named together: each received one award, and the number of all is nobody's own."""
    units = {f"Sở {n}": Resolution(f"Sở {n}", Standing.UNLISTED, f"so-{n}") for n in "ABC"}
    given = award(type="khen-thuong", kind="dang-bo", count=9, names=tuple(units), standard=None)
    placed = tuple(with_events([report("a", given, names=units)], ()))
    index = ArchiveIndex.of(Archive(placed, ledger=rows(*placed)))
    assert {unit: len(index.rows_of_unit[unit].received) for unit in ("so-A", "so-B", "so-C")} == {"so-A": 1, "so-B": 1, "so-C": 1}


YEAR = """Thành ủy Hoa Mai trao huy hiệu Đảng

Thêm 208 đảng viên thuộc Đảng bộ TP Hoa Mai vừa được Thành ủy trao Huy hiệu Đảng.

Đợt này, 5 đảng viên nhận Huy hiệu 70 năm tuổi Đảng, 17 đảng viên nhận Huy hiệu 55 năm tuổi Đảng, còn lại là các mức khác.

Tính chung năm nay, Thành ủy Hoa Mai đã trao 1.227 Huy hiệu Đảng, riêng Huy hiệu 70 năm tuổi Đảng có 39 đảng viên được nhận.
"""
CONFERENCE = """Xã Hoa Mai tổng kết

Ngày 5/1/2023, Đảng ủy xã Hoa Mai tổng kết công tác năm 2022. Đảng ủy xã tặng giấy khen cho 12 đảng viên.
"""
SHORT = """Xã Hoa Mai khen thưởng

Ngày 5/1/2023, Đảng ủy xã Hoa Mai tặng giấy khen cho 12 đảng viên hoàn thành xuất sắc nhiệm vụ.
"""


@pytest.mark.parametrize(
    ("texts", "expected"), [((YEAR,), 1227), ((CONFERENCE, SHORT), 12)], ids=["a day within a year", "two articles of one conference"]
)
def test_whole_articles(tmp_path: Path, texts: tuple[str, ...], expected: int) -> None:
    (tmp_path / "seeds").mkdir()
    paths = [tmp_path / "seeds" / f"{n}.txt" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    archive = assemble([one for one in read_and_extract(paths, tmp_path) if isinstance(one, tuple)])
    assert totals(archive.ledger).granted == expected


def test_a_crowd_of_awards_is_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    told = report("a", *(award("tap-the-va-ca-nhan", n, type="bang-khen", standard=None) for n in (20, 40)),
                  award("tap-the-va-ca-nhan", 60, type="khen-thuong", standard=None))  # fmt: skip
    assert granted(told) == 60
    monkeypatch.setattr(wholes, "_CROWD", 2)
    assert granted(told) == 120

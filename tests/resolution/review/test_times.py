"""Awards and ratings unknown to the rules of their time, beside known ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.archive import Entry
from generator.model.facts import Decision, Event, Facts
from generator.rendering.words.statements import sentence
from generator.resolution.review.times import anachronisms
from tests.rendering.made import host
from tests.resolution.review.made import at, award, entry, rating

RATINGS = [
    # level, subject, year, kind, flagged
    ("trong-sach-vung-manh", "chi-bo", 2018, "result", True),
    ("trong-sach-vung-manh", "chi-bo", 2017, "result", False),
    ("trong-sach-vung-manh", "chi-bo", 2022, "target", False),
    ("trong-sach-vung-manh", "hoi-co-so", 2019, "result", False),  # an association rates by a scale of its own
    ("trong-sach-vung-manh", "chi-bo", None, "result", False),
    ("yeu-kem", "to-chuc-co-so-dang", 2020, "result", True),
    ("hoan-thanh-xuat-sac", "dang-bo", 2015, "result", True),
    ("hoan-thanh-xuat-sac", "dang-bo", 2018, "result", False),
    ("hoan-thanh-xuat-sac", "dang-vien", 2015, "result", False),  # members: đủ tư cách, hoàn thành xuất sắc
    ("hoan-thanh-tot", "dang-bo", 2015, "result", False),
]


@pytest.mark.parametrize(("level", "subject", "year", "kind", "flagged"), RATINGS)
def test_ratings(level: str, subject: str, year: int | None, kind: str, flagged: bool) -> None:
    found = list(anachronisms(entry("Có 5 chi bộ.", ratings=(rating(level, 5, subject=subject, year=year, kind=kind),))))
    assert [finding.kind for finding in found] == (["anachronism"] if flagged else [])
    assert all(str(year) in sentence(finding.why) for finding in found)


@pytest.mark.parametrize(
    ("rank", "flagged"), [(30, False), (35, True), (40, False), (45, False), (85, False), (90, False), (95, True), (None, False)]
)
def test_badges(rank: int | None, flagged: bool) -> None:
    text = f"Huy hiệu {rank} năm tuổi Đảng"
    found = list(anachronisms(entry(text, awards=(award(at(text, text), type="huy-hieu-dang", rank=rank),))))
    assert len(found) == flagged
    assert all(f"không có mốc {rank} năm" in sentence(finding.why) for finding in found)


def test_the_rank_of_another_award_is_no_year_of_membership() -> None:
    text = "Huân chương Lao động hạng Ba"
    assert list(anachronisms(entry(text, awards=(award(at(text, text), type="huan-chuong-lao-dong", rank=3),)))) == []


def held(text: str, name: str, date: str | None, **award_values: object) -> Entry:
    one = entry(text)
    event = Event(evidence=at(text, text[:3]), rule="event.test", name=None, date=date, part_of_day=None, place=None)
    awards = (award(at(text, text), **award_values),) if award_values else ()
    return Entry("bai", one.article, Facts(event=event, units=(host(name, at(text, name)),), awards=awards), ())


@pytest.mark.parametrize(
    ("name", "date", "flagged"),
    [
        ("Huyện ủy Nam Đàn", "2025-07-01", True),
        ("Huyện ủy Nam Đàn", "2025-06-30", False),
        ("UBND quận Long Biên", "2026", True),
        ("UBND quận Long Biên", "2025", False),  # the year alone leaves it open
        ("UBND quận Long Biên", "2025-07", True),
        ("Đảng ủy xã Nam Đàn", "2025-08-01", False),
        ("Tỉnh ủy Nghệ An", "2025-08-01", False),
        ("Thành ủy Huế", "2025-08-01", False),
        ("Huyện ủy Nam Đàn", None, False),
    ],
)
def test_districts(name: str, date: str | None, flagged: bool) -> None:
    found = list(anachronisms(held(f"Hôm nay, {name} tổng kết.", name, date)))
    assert len(found) == flagged
    assert all("sau 30/06/2025" in sentence(finding.why) for finding in found)


def test_a_former_district_is_named_as_such() -> None:
    assert list(anachronisms(held("Tại Huyện ủy Nam Đàn (cũ), hội nghị họp.", "Huyện ủy Nam Đàn", "2025-08-01"))) == []


def test_a_district_that_grants_is_told_once() -> None:
    one = held("Hôm nay, Huyện ủy Nam Đàn tặng giấy khen.", "Huyện ủy Nam Đàn", "2025-08-01", granted_by="Huyện ủy Nam Đàn")
    assert len(list(anachronisms(one))) == 1


@pytest.mark.parametrize(
    ("decided", "published", "flagged"),
    [
        ("2024-03-05", "2024-03-04T10:00", True),
        ("2024-03-05", "2024-03-05T10:00", False),
        ("2024-03", "2024-03-04", False),  # the month alone leaves it open
        ("2024-04", "2024-03-04", True),
        ("2024-03-05", None, False),
        (None, "2024-03-04", False),
    ],
)
def test_a_decision_of_a_later_day(decided: str | None, published: str | None, flagged: bool) -> None:
    text = "12 tập thể được tặng Giấy khen."
    one = entry(text, awards=(award(at(text, text), decision=Decision("1/QĐ-UBND", decided)),))
    one = replace(one, article=replace(one.article, published=published))
    assert len(list(anachronisms(one))) == flagged

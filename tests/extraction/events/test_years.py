"""The years that achievements concern."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.events.appraisal_years import years
from generator.extraction.events.article import event
from generator.model.article import Source
from generator.model.facts import Aim, Award, AwardStatus, Rating
from generator.model.span import Span
from generator.reading.text import article_from_text


def award(*told: int, period: tuple[int, int] | None = None, status: AwardStatus = AwardStatus.GRANTED) -> Award:
    return Award(
        type="giay-khen", rank=None, kind="tap-the", count=1, names=(), standard=None, granted_by=None, years=told, period=period,
        consecutive_years=None, status=status, evidence=(Span(0, 1),), rule="test",
    )  # fmt: skip


def rating(year: int | None, kind: Aim = Aim.RESULT) -> Rating:
    return Rating(
        subject="dang-bo", level="hoan-thanh-tot", count=1, percent=None, at_least=False, year=year, kind=kind,
        evidence=(Span(0, 1),), rule="test",
    )  # fmt: skip


HELD = "Ngày 10/2/2023, Đảng ủy xã tổ chức hội nghị."


@pytest.mark.parametrize(
    ("title", "lead", "awards", "ratings", "expected"),
    [
        ("Trao giấy khen", HELD, (award(2022),), (), (2022,)),
        ("Trao giấy khen", HELD, (award(2022),), (rating(2022), rating(2023, Aim.TARGET)), (2022,)),
        ("Trao giấy khen", HELD, (award(2018, status=AwardStatus.PAST),), (), (2023,)),
        # A rating of the year before that the one of the year is compared with.
        ("Xếp loại", HELD, (), (rating(2022), rating(2021)), (2022,)),
        ("Xếp loại", HELD, (), (rating(2021), rating(2022), replace(rating(2021), level="hoan-thanh")), (2021, 2022)),
        ("Trao giấy khen", HELD, (award(2003),), (), (2023,)),
        ("Trao giấy khen", HELD, (award(2022), award(2024)), (), (2022,)),
        ("Trao giấy khen", HELD, (award(2021), award(2022)), (), (2021, 2022)),
        ("Trao giấy khen", HELD, (award(period=(2021, 2023)),), (), (2021, 2022, 2023)),
        ("Trao giấy khen", HELD, (award(period=(2018, 2022)),), (), (2023,)),
        ("Sơ kết công tác 6 tháng đầu năm 2023", HELD, (award(period=(2020, 2022)),), (), (2023,)),
        ("Tổng kết công tác năm 2022", HELD, (), (), (2022,)),
        ("Tổng kết", "Ngày 10/2/2023, Đảng ủy xã tổng kết năm 2022, triển khai nhiệm vụ năm 2023.", (), (), (2022,)),
        ("Tổng kết", "Ngày 10/1/2023, Đảng ủy xã tổ chức hội nghị tổng kết công tác Đảng.", (), (), (2022,)),
        ("Tổng kết", "Ngày 10/1/2023, Đảng ủy xã tổ chức hội nghị tổng kết công tác 5 năm.", (), (), (2023,)),
        ("Tổng kết", "Ngày 10/5/2023, Đảng ủy xã tổ chức hội nghị tổng kết công tác Đảng.", (), (), (2023,)),
        ("Kỷ niệm", "Ngày 27/2/2017, Bệnh viện họp mặt. Năm 2016, bệnh viện khám 600 lượt, mổ 52 ca.", (), (), (2017,)),
        ("Kỷ niệm", "Ngày 27/2/2017, Bệnh viện họp mặt. Năm 2016, bệnh viện khám 600 lượt, mổ 52 ca, cứu 9 người.", (), (), (2016,)),
        ("Kỷ niệm", "Ngày 27/5/2017, Bệnh viện họp mặt. Năm 2016, bệnh viện khám 600 lượt, mổ 52 ca, cứu 9 người.", (), (), (2017,)),
        ("Biểu dương gương tốt năm 2022", HELD, (award(2021),), (), (2022,)),
        ("Giao ban", "Ngày 10/2/2023, Đảng ủy xã giao ban, triển khai nhiệm vụ năm 2023.", (), (), (2023,)),
        ("Kỷ niệm", "LĐLĐ tỉnh tổ chức lễ kỷ niệm ngày thành lập (28.7.1929 - 28.7.2014).", (), (), (2014,)),
        ("Trường vùng cao", "Trường thành lập năm 2008, nay đã đổi mới nhiều.", (), (), ()),
        ("Trường vùng cao", "Trường thành lập năm 2008. Năm 2021, trường đón thêm học sinh.", (), (), (2021,)),
        ("Đại hội", "Đảng bộ xã họp bàn về nhiệm kỳ 2015-2020.", (), (), ()),
    ],
)
def test_years(title: str, lead: str, awards: tuple[Award, ...], ratings: tuple[Rating, ...], expected: tuple[int, ...]) -> None:
    text = ArticleText(article_from_text(f"{title}\n{lead}\nHội nghị kết thúc trong ngày.", Source("a.txt", "0", "text")))
    assert years(text, event(text), awards, ratings) == expected

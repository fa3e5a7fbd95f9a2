"""Wording of each fact for readers."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.facts import Aim, AwardStatus, Document, Event, Figure, Person, Rating, Role
from generator.model.span import Span
from generator.rendering.words import wording
from generator.rendering.words.wordbook import wordbook
from generator.rendering.words.wording import Words
from tests.rendering.made import award

HERE = (Span(0, 1),)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (12, "12"), (5645, "5.645"), (1234567, "1.234.567"), (98.45, "98,45"), (0.33, "0,33"), (100.0, "100"), (20, "20")],
)
def test_number(value: float, written: str) -> None:
    assert wording.number(value) == written


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2023-02-10", "10/02/2023"), ("2023-03", "03/2023"), ("2023", "2023"), ("2023-03-07T04:32", "07/03/2023, 04:32"), ("khác", "khác")],
)
def test_date(iso: str, written: str) -> None:
    assert wording.date(iso) == written


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {},
            Words(
                "Giấy khen",
                "cho 12 đảng viên",
                ("“Hoàn thành xuất sắc nhiệm vụ” năm 2021", "Cơ quan khen thưởng: Đảng ủy phường Hoa Mai"),
            ),
        ),
        (
            {"years": (), "period": (2018, 2022), "consecutive_years": 5, "granted_by": None, "status": "proposed"},
            Words("Giấy khen", "cho 12 đảng viên", ("“Hoàn thành xuất sắc nhiệm vụ” 5 năm liền (2018–2022)",), "đề nghị"),
        ),
        (
            {"type": "huy-hieu-dang", "rank": 50, "standard": None, "years": (), "granted_by": None, "count": 1, "names": ("Lê Lụa",)},
            Words("Huy hiệu 50 năm tuổi Đảng", "cho Lê Lụa"),
        ),
        (
            {"type": "huan-chuong-lao-dong", "rank": 2, "kind": "tap-the", "count": None, "standard": None, "granted_by": None,
             "years": (2019, 2020), "status": "past"},
            Words("Huân chương Lao động hạng Nhì", "cho tập thể (không nêu số lượng)", ("các năm 2019, 2020",), "khen từ trước"),
        ),
        (
            {"type": "giai-thuong", "rank": 1, "kind": "tap-the", "count": 2, "names": ("A", "B"), "standard": None, "years": (),
             "granted_by": None},
            Words("Giải nhất", "cho 2 tập thể", ("A; B",)),
        ),
        ({"type": "moi-la", "kind": "la", "years": (), "standard": None, "granted_by": None}, Words("moi la", "cho 12 la")),
    ],
)  # fmt: skip
def test_award(values: dict[str, Any], expected: Words) -> None:
    assert wording.award(award(HERE, **values)) == expected


def rating(**values: Any) -> Rating:
    given: dict[str, Any] = {"subject": "dang-vien", "level": "hoan-thanh-tot", "count": None, "percent": 98.45, "at_least": True,
                             "year": 2022, "kind": "result"} | values  # fmt: skip
    return Rating(evidence=HERE, rule="r", **given)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Words("98,45% đảng viên", "hoàn thành tốt nhiệm vụ trở lên", ("Năm 2022",))),
        (
            {"count": 14, "percent": 20, "at_least": False, "subject": "to-chuc-co-so-dang", "level": "hoan-thanh-xuat-sac"},
            Words("14 tổ chức cơ sở đảng (20%)", "hoàn thành xuất sắc nhiệm vụ", ("Năm 2022",)),
        ),
        ({"kind": "target", "year": None, "count": 0, "percent": None, "at_least": False, "level": "khong-hoan-thanh"},
         Words("0 đảng viên", "không hoàn thành nhiệm vụ", (), "chỉ tiêu")),
        ({"percent": None, "year": None, "at_least": False}, Words("Đảng viên", "hoàn thành tốt nhiệm vụ")),
    ],
)  # fmt: skip
def test_rating(values: dict[str, Any], expected: Words) -> None:
    assert wording.rating(rating(**values)) == expected


def test_figure() -> None:
    given: dict[str, Any] = {"measure": "đảng viên mới", "value": 23, "of": 15, "percent": 153.3, "unit": "chi bộ A", "year": 2022}
    assert wording.figure(Figure(evidence=HERE, rule="r", kind=Aim.RESULT, **given)) == Words(
        "23/15 (153,3%)", "đảng viên mới", ("Chi bộ A, năm 2022",)
    )
    given |= {"value": None, "of": None, "percent": None, "unit": None, "year": None}
    assert wording.figure(Figure(evidence=HERE, rule="r", kind=Aim.TARGET, **given)) == Words("Đảng viên mới", "", (), "chỉ tiêu")


def test_person_document_event() -> None:
    person = Person(evidence=HERE, rule="r", name="Lê Lụa", roles=(Role("trưởng phòng", "Văn phòng"), Role("ủy viên")))
    assert wording.person(person) == Words("Lê Lụa", "", ("Trưởng phòng, Văn phòng", "Ủy viên"))
    document = Document(
        evidence=HERE, rule="r", kind="cong-van", number="1465-CV/QU", title=None, issuer="Quận ủy", session=None, date="2022-10-27"
    )
    assert wording.document(document) == Words("Công văn 1465-CV/QU", "", ("Quận ủy, ngày 27/10/2022",))
    given: dict[str, Any] = {"name": None, "date": "2022-01-15", "part_of_day": "sáng", "place": "hội trường"}
    assert wording.event(Event(evidence=HERE, rule="r", **given)) == Words("Sáng 15/01/2022", "", ("Nơi: hội trường",))
    given["name"] = "hội nghị tổng kết"
    assert wording.event(Event(evidence=HERE, rule="r", **given)) == Words("Hội nghị tổng kết", "", ("Sáng 15/01/2022", "Nơi: hội trường"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_status_of_an_award_has_its_words(language: str) -> None:
    assert list(wordbook(language).ids("statuses")) == [status.value for status in AwardStatus]


def test_an_award_withdrawn_or_posthumous_says_so() -> None:
    told = [
        wording.award(award(HERE, status=status, posthumous=dead)).note
        for status, dead in [("revoked", False), ("granted", True), ("proposed", True), ("granted", False)]
    ]
    assert told == ["đã thu hồi", "truy tặng", "đề nghị, truy tặng", ""]

"""Each phase of ratings alone: pieces, composites, dealing, scopes, register, named units, lists of bare levels."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Passage
from generator.extraction.ratings.asides import asides, shares_of_others
from generator.extraction.ratings.brief_lists import brief_lists
from generator.extraction.ratings.composites import joined
from generator.extraction.ratings.dealing import by_year, dealt, owner, row_before, row_behind
from generator.extraction.ratings.levels import levels_in, with_company
from generator.extraction.ratings.pieces import numbers_in, subjects_in
from generator.extraction.ratings.register import SubjectRegister, year_under_review
from generator.extraction.ratings.scopes import aims, bracket_of, is_conditional, is_reason, sizes, year_near
from generator.extraction.ratings.units import named_units
from generator.model.facts import Event
from generator.model.span import Span
from generator.text.views import Views
from tests.extraction.table import article, article_of_lines


def passage_of(text: str) -> Passage:
    return Passage(Views(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 chi bộ hoàn thành tốt nhiệm vụ", [("hoan-thanh-tot", False, False, False)]),
        ("8 chi bộ hoàn thành tốt nhiệm vụ trở lên", [("hoan-thanh-tot", True, False, False)]),
        ("8 chi bộ không hoàn thành nhiệm vụ", [("khong-hoan-thanh", False, False, False)]),
        ("8 chi bộ hoàn thành tốt, còn lại", [("hoan-thanh-tot", False, True, False)]),
        ("8 chi bộ xếp loại hoàn thành tốt, còn lại", [("hoan-thanh-tot", False, False, False)]),
        ("8 chi bộ hoàn thành tốt việc này", []),
        ("hoàn thành tốt nhiệm vụ được giao", []),
        ("hoàn thành tốt nhiệm vụ do cấp trên giao", []),
        ("hoàn thành tốt nhiệm vụ do Đảng, Nhà nước giao phó", []),
        ("hoàn thành tốt nhiệm vụ do nội bộ đoàn kết", [("hoan-thanh-tot", False, False, False)]),
        ("hoàn thành tốt nhiệm vụ phòng, chống dịch", []),
        ("hoàn thành tốt nhiệm vụ năm 2022", [("hoan-thanh-tot", False, False, False)]),
        ("hoàn thành tốt nhiệm vụ trở lên mới", [("hoan-thanh-tot", True, False, False)]),
        ("đạt trong sạch vững mạnh", [("trong-sach-vung-manh", False, False, False)]),
        ("đạt trong sạch vững mạnh tiêu biểu", [("trong-sach-vung-manh", False, False, True)]),
        ("8; trong sạch vững mạnh", [("trong-sach-vung-manh", False, True, False)]),
        ("xây dựng lực lượng trong sạch vững mạnh", []),
        ("hoàn thành tốt nhiệm vụ của đảng viên là 98%", [("hoan-thanh-tot", False, False, False)]),
        ("hoàn thành tốt nhiệm vụ của đảng viên", []),
    ],
)
def test_levels(text: str, expected: list[tuple[str, bool, bool, bool]]) -> None:
    assert [(level.level, level.at_least, level.brief, level.exemplary) for level in levels_in(passage_of(text))] == expected


def test_brief_levels_need_company() -> None:
    brief, full = levels_in(passage_of("8 chi bộ hoàn thành tốt, 2 chi bộ hoàn thành nhiệm vụ"))
    assert with_company([brief, full]) == [brief, full]
    assert with_company([brief]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("95% đảng viên", [(None, 95, ("dang-vien",), False, None, False)]),
        ("ít nhất 95% đảng viên", [(None, 95, ("dang-vien",), True, None, False)]),
        ("95% trở lên", [(None, 95, (), True, None, False)]),
        ("95% chi bộ và đảng viên", [(None, 95, ("chi-bo", "dang-vien"), False, None, False)]),
        ("100%", [(None, 100, (), False, None, False)]),
        ("101%", []),
        ("tăng 5%", []),
        ("không quá 5%", []),
        ("tối đa 5%", []),
        ("8/41 chi bộ", [(8, None, ("chi-bo",), False, 41, False)]),
        ("8 trong tổng số 41 chi bộ", [(8, None, ("chi-bo",), False, 41, False)]),
        ("trong 41 chi bộ", [(41, None, ("chi-bo",), False, None, True)]),
        ("có 41 chi bộ", [(41, None, ("chi-bo",), False, None, False)]),
        ("có 41, là", [(41, None, (), False, None, False)]),
        ("tổng số 41, là", [(41, None, (), False, None, True)]),
        ("trong đó 41 việc", [(41, None, (), False, None, False)]),
        ("Sư đoàn 330 họp", []),
        ("là tháng 12, họp", []),
        ("giảm thêm 3 chi bộ", []),
        ("1. mở đầu", []),
    ],
)
def test_numbers(text: str, expected: list[tuple[object, ...]]) -> None:
    found = numbers_in(passage_of(text), [])
    assert [(finding.count, finding.percent, finding.kinds, finding.at_least, finding.of, finding.whole) for finding in found] == expected


def test_none_is_a_count_of_nothing() -> None:
    passage = passage_of("không có chi bộ nào không hoàn thành nhiệm vụ; hoàn thành nhiệm vụ: không.")
    found = numbers_in(passage, list(levels_in(passage)))
    assert [(finding.count, finding.none) for finding in found] == [(0, True), (0, False)]


def test_subjects() -> None:
    found = subjects_in(passage_of("Chi bộ Kho vận và các đảng viên; người"))
    assert [(finding.kind, finding.named) for finding in found] == [("chi-bo", True), ("dang-vien", False)]
    assert [subject.named for subject in subjects_in(passage_of("chi bộ Kho vận, Chi bộ họp"))] == [False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 chi bộ (17,4%) và", [(8, 17.4, True)]),
        ("8 chi bộ, chiếm 17,4%, và", [(8, 17.4, True)]),
        ("8/41 = 19,5%", [(8, 19.5, True)]),
        ("17,4% chi bộ (8 chi bộ)", [(8, 17.4, True)]),
        ("8 chi bộ, 17,4%", [(8, None, False), (None, 17.4, False)]),
        ("8 chi bộ và 17,4%", [(8, None, False), (None, 17.4, False)]),
        ("17,4% chi bộ, 8 chi bộ", [(None, 17.4, False), (8, None, False)]),
        ("8 chi bộ (9 chi bộ)", [(8, None, False), (9, None, False)]),
    ],
)
def test_composites(text: str, expected: list[tuple[int | None, float | None, bool]]) -> None:
    passage = passage_of(text)
    found = joined(passage.views.canonical, numbers_in(passage, []), [])
    assert [(finding.count, finding.percent, finding.count is not None and finding.percent is not None) for finding in found] == expected


def test_a_level_between_keeps_a_count_from_a_percentage() -> None:
    passage = passage_of("8 chi bộ hoàn thành tốt nhiệm vụ (17,4%)")
    levels = list(levels_in(passage))
    assert len(joined(passage.views.canonical, numbers_in(passage, levels), levels)) == 2


def test_dealing() -> None:
    passage = passage_of("chi bộ, đảng viên hoàn thành tốt nhiệm vụ là 90% và 95%")
    (level,) = levels_in(passage)
    subjects, numbers = subjects_in(passage), numbers_in(passage, [level])
    text = passage.views.canonical
    row = row_before(text, level, subjects, 0)
    assert [one.kind for one in row] == ["chi-bo", "dang-vien"]
    assert [number.kind for number in row_before(text, level, subjects, 3)] == ["dang-vien"]
    assert [(one.percent, kind) for one, kind in dealt(text, numbers[0], numbers, row)] == [(90, "chi-bo"), (95, "dang-vien")]
    assert dealt(text, numbers[1], numbers, row) == []
    assert dealt(text, numbers[0], numbers, row[:1]) == []
    assert owner(text, level, subjects) is None
    owned = passage_of("hoàn thành tốt nhiệm vụ của đảng viên là 98%")
    (level,) = levels_in(owned)
    (subject,) = subjects_in(owned)
    assert owner(owned.views.canonical, level, [subject]) is subject


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("94%/90% chỉ tiêu", [("rating.norm", 90, None, "target", None)]),
        ("94,4/90%", [("rating.norm", 90, None, "target", None)]),
        ("90%, thấp hơn năm 2021 (91,5%)", [("rating.other_year", 91.5, None, "result", 2021)]),
        ("90%, cao hơn 88% của năm 2021", [("rating.other_year", 88, None, "result", 2021)]),
        ("12; năm 2021 là 14 chi bộ.", [("rating.other_year", None, 14, "result", 2021)]),
        ("12; năm 2021 là 14 chi bộ HTTNV", []),
        ("12; năm 2021 có 14 chi bộ sinh hoạt chuyên đề tốt", []),
        ("tăng từ 15,2% năm 2020 lên 18%", [("rating.other_year", 15.2, None, "result", 2020)]),
        ("tăng từ 9 lên 12", [("rating.other_year", None, 9, "result", None)]),
        ("85%, kết quả năm 2022 đạt 91,3%", [("rating.attained", 91.3, None, "result", 2022)]),
        ("85%, kết quả thu thuế đạt 91,3%", []),
    ],
)
def test_asides(behind: str, expected: list[tuple[object, ...]]) -> None:
    passage = passage_of(f"Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ là {behind}")
    found = asides(passage, list(levels_in(passage)))
    assert [(finding.rule, finding.percent, finding.count, finding.kind, finding.year) for finding in found] == expected


def test_shares_of_others() -> None:
    text = "18 đảng viên (bằng 19,8% số đảng viên hoàn thành tốt nhiệm vụ), có 20% số đảng viên hoàn thành tốt nhiệm vụ"
    assert [span.of(text) for span in shares_of_others(passage_of(text))] == ["bằng 19,8% số đảng viên hoàn thành tốt nhiệm vụ"]


def test_rows_behind_a_level() -> None:
    passage = passage_of("hoàn thành tốt nhiệm vụ có 4 chi bộ, 26 đảng viên; 3 đảng viên")
    numbers = numbers_in(passage, list(levels_in(passage)))
    text = passage.views.canonical
    assert [number.count for number in row_behind(text, numbers[0], numbers, set())] == [4, 26]
    assert [number.count for number in row_behind(text, numbers[0], numbers, {id(numbers[1])})] == [4]
    open_end = passage_of("có 4 chi bộ, 26 đảng viên vượt")
    numbers = numbers_in(open_end, [])
    assert [number.count for number in row_behind(open_end.views.canonical, numbers[0], numbers, set())] == [4]


def test_years_in_turn() -> None:
    passage = passage_of("hoàn thành tốt nhiệm vụ các năm 2020, 2021 lần lượt là 90%, 92%")
    (level,) = levels_in(passage)
    numbers = numbers_in(passage, [level])
    assert [(one.percent, year) for one, year in by_year(passage, level, numbers[0], numbers)] == [(90, 2020), (92, 2021)]
    assert by_year(passage, level, numbers[1], numbers) == []


def test_scopes() -> None:
    passage = passage_of("Phấn đấu 90% chi bộ hoàn thành tốt nhiệm vụ; kết quả: 91% (chỉ tiêu năm 2021: 92%), (năm 2020 là 88%)")
    levels = list(levels_in(passage))
    found = asides(passage, levels)
    assert [(finding.percent, finding.kind, finding.year, finding.at_least) for finding in found] == [
        (92, "target", 2021, False),
        (88, "result", 2020, False),
    ]
    assert asides(passage, []) == []
    assert [aim for _, aim in aims(passage, found)] == [True, False]
    assert [aim for _, aim in aims(passage_of("vượt chỉ tiêu 95% đề ra, có"), [])] == []
    assert bracket_of("a (b) c (d", 0, 9) == (8, True)
    assert bracket_of("a (b) c", 0, 6) == (0, False)
    assert sizes(passage_of("Chi bộ (40 chi bộ) và (x)")) == [(7, 18)]


def test_years_near() -> None:
    passage = passage_of("Năm 2020 có 8 chi bộ hoàn thành tốt nhiệm vụ, năm 2021 có 9")
    at = passage.views.canonical.index("hoàn")
    assert year_near(passage, at, at + 5, []) == 2020
    assert year_near(passage, len(passage.views.text), 9, []) == 2021
    assert year_near(passage, 0, 9, []) == 2020
    assert year_near(passage_of("không"), 0, 0, []) is None
    assert year_near(passage_of("hoàn thành năm 2022, năm 2021"), 21, 10, []) == 2022


def test_reasons_and_conditions() -> None:
    reason = passage_of("tặng giấy khen cho 5 đảng viên hoàn thành xuất sắc nhiệm vụ")
    (level,) = levels_in(reason)
    assert is_reason(reason, level.start, level)
    behind = passage_of("5 đảng viên hoàn thành xuất sắc nhiệm vụ được Huyện ủy tặng giấy khen")
    (level,) = levels_in(behind)
    assert is_reason(behind, level.start, level)
    none = passage_of("tặng hoa; xếp loại 5 đảng viên hoàn thành xuất sắc nhiệm vụ")
    (level,) = levels_in(none)
    assert not is_reason(none, level.start, level)
    assert is_conditional(passage_of("nếu hoàn thành"), 4)
    assert not is_conditional(passage_of("đã hoàn thành"), 3)


def test_the_register() -> None:
    told = SubjectRegister().after("chi-bo").after("dang-vien")
    assert (told.person, told.body, told.last) == ("dang-vien", "chi-bo", "dang-vien")
    assert told.after("ca-nhan") == told
    assert told.after("khac") == told
    assert [told.resolved(kind) for kind in (None, "ca-nhan", "tap-the", "can-bo")] == ["dang-vien", "dang-vien", "chi-bo", "can-bo"]
    assert [SubjectRegister().resolved(kind) for kind in (None, "ca-nhan", "tap-the")] == [None, "ca-nhan", "tap-the"]


@pytest.mark.parametrize(
    ("text", "date", "year"),
    [
        ("Huyện Sen tổng kết năm 2021\n\nSáng nay, huyện Sen họp bàn nhiều việc quan trọng của địa phương.", None, 2021),
        ("Huyện Sen họp\n\nSáng nay, huyện Sen tổng kết công tác năm 2020 và bàn nhiều việc khác của địa phương.", None, 2020),
        ("Huyện Sen họp\n\nSáng nay, huyện Sen họp bàn nhiều việc quan trọng của địa phương.", "2022-03-31", 2021),
        ("Huyện Sen họp\n\nSáng nay, huyện Sen họp bàn nhiều việc quan trọng của địa phương.", "2022-12-01", 2022),
        ("Huyện Sen họp\n\nSáng nay, huyện Sen họp bàn nhiều việc quan trọng của địa phương.", "2022-04-01", None),
        ("Huyện Sen họp\n\nSáng nay, huyện Sen họp bàn nhiều việc quan trọng của địa phương.", "2022-11-30", None),
        ("Huyện Sen họp\n\nSáng nay, huyện Sen họp bàn nhiều việc quan trọng của địa phương.", "2022", None),
        ("Huyện Sen họp\n\nSáng nay, huyện Sen họp bàn nhiều việc quan trọng của địa phương.", None, None),
    ],
)
def test_the_year_under_review(text: str, date: str | None, year: int | None) -> None:
    event = Event(name=None, date=date, part_of_day=None, place=None, evidence=(Span(0, 1),), rule="event.x") if date else None
    assert year_under_review(ArticleText(article(text)), event) == year


@pytest.mark.parametrize(
    ("text", "listed", "expected"),
    [
        ("Chi bộ Kho được xếp loại hoàn thành tốt nhiệm vụ", False, ("chi-bo", 1, 0)),
        ("Chi bộ Kho, Chi bộ Xe được xếp loại hoàn thành tốt nhiệm vụ", False, ("chi-bo", 2, 0)),
        ("Chi bộ Kho: hoàn thành tốt nhiệm vụ", False, ("chi-bo", 1, 0)),
        ("Chi bộ Kho hoàn thành tốt nhiệm vụ", False, None),
        ("Chi bộ Kho hoàn thành tốt nhiệm vụ", True, ("chi-bo", 1, 0)),
        ("chi bộ được xếp loại hoàn thành tốt nhiệm vụ", False, None),
        ("Đảng bộ được cấp trên xếp loại hoàn thành tốt nhiệm vụ", False, ("dang-bo", 1, 0)),
    ],
)
def test_named_units(text: str, listed: bool, expected: tuple[str, int, int] | None) -> None:
    passage = passage_of(text)
    (level,) = levels_in(passage)
    assert named_units(passage, level, subjects_in(passage), 0, listed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Xếp loại chi bộ năm 2021: xuất sắc 3, tốt 4.",
            [("hoan-thanh-xuat-sac", 3, 2021), ("hoan-thanh-tot", 4, 2021)],
        ),
        ("Xếp loại chi bộ: tốt 4.", []),
        ("Xếp loại chi bộ: tốt 4, tốt 5.", []),
        ("Xếp loại chi bộ, đảng viên: xuất sắc 3, tốt 4.", []),
        ("Xếp loại học lực đảng viên: xuất sắc 3, tốt 4.", []),
    ],
)
def test_lists_of_bare_levels(text: str, expected: list[tuple[str, int, int]]) -> None:
    found, spans = brief_lists(ArticleText(article_of_lines(text)))
    assert [(finding.level, finding.count, finding.year) for finding in found] == expected
    assert {finding.subject for finding in found} <= {"chi-bo"}
    assert [span.of(text) for span in spans] == ([text[:-1]] if expected else [])

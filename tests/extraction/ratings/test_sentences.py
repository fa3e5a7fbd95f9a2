"""Ratings of whole sentences and articles alone: what is told twice, tables, sections of plans, costs of a reading, asides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Passage
from generator.extraction.ratings.arithmetic import judged
from generator.extraction.ratings.article import merged, ratings
from generator.extraction.ratings.assignment import Assignment, readings
from generator.extraction.ratings.composites import joined
from generator.extraction.ratings.levels import levels_in
from generator.extraction.ratings.pieces import numbers_in, subjects_in
from generator.extraction.ratings.tables import table_ratings
from generator.extraction.ratings.units import named_units
from generator.model.facts import Aim, Rating
from generator.model.span import Span
from generator.text.views import Views
from tests.extraction.table import article_of_lines


def passage_of(text: str) -> Passage:
    return Passage(Views(text))


def rating(**given: object) -> Rating:
    one = Rating(
        subject="chi-bo", level="hoan-thanh-tot", count=8, percent=None, at_least=False, year=2021, kind=Aim.RESULT,
        evidence=(Span(0, 1),), rule="rating.table",
    )  # fmt: skip
    return replace(one, **given)  # type: ignore[arg-type]


def test_what_is_told_twice_is_one_rating() -> None:
    assert [len(rating.evidence) for rating in merged([rating(), rating()], "")] == [2]
    assert [(rating.percent, len(rating.evidence)) for rating in merged([rating(), rating(percent=20)], "")] == [(20, 2)]
    assert len(merged([rating(), rating(count=9)], "")) == 2
    assert len(merged([rating(kind="target"), rating(kind="target")], "")) == 2
    assert [rating.at_least for rating in merged([rating(at_least=True), rating()], "")] == [True]


def test_tables() -> None:
    text = ArticleText(article_of_lines("Năm 2021\nĐối tượng\nHTXSNV\nHTTNV\nChi bộ\n3\n8\nĐảng viên\n12 (40%)\n60%"))
    found, spans = table_ratings(text)
    assert [(finding.subject, finding.count, finding.percent, finding.year) for finding in found] == [
        ("chi-bo", 3, None, 2021),
        ("chi-bo", 8, None, 2021),
        ("dang-vien", 12, 40, 2021),
        ("dang-vien", None, 60, 2021),
    ]
    assert [span.of(text.article.text)[:6] for span in spans] == ["HTXSNV"]
    total = ArticleText(article_of_lines("HTXSNV\nHTTNV\nChi bộ\n11\n3\n8\nĐảng viên\n5\n7\n12\nĐảng viên\n5\n7\n13"))
    assert [rating.count for rating in table_ratings(total)[0]] == [3, 8, 5, 7]


def test_ratings_of_a_list_keep_the_heads_subject() -> None:
    text = ArticleText(article_of_lines("Xếp loại đảng viên năm 2021:\n- Hoàn thành tốt nhiệm vụ: 40 đồng chí.\n- Hoàn thành nhiệm vụ: 2."))
    assert [(rating.subject, rating.count, rating.year) for rating in ratings(text)] == [("dang-vien", 40, 2021), ("dang-vien", 2, 2021)]
    assert ratings(ArticleText(article_of_lines("Trời mưa."))) == ()


def test_numbers_that_share_a_level_are_told_in_order() -> None:
    text = "Có 92% chi bộ, 93% đảng viên và 94% công chức hoàn thành tốt nhiệm vụ."
    assert [rating.percent for rating in ratings(ArticleText(article_of_lines(text)))] == [92, 93, 94]
    assert [rating.percent for rating in ratings(ArticleText(article_of_lines(text.replace("93%", "3"))))] == [94]


def test_the_bounds_of_a_table() -> None:
    def counts(text: str) -> list[int | None]:
        return [rating.count for rating in table_ratings(ArticleText(article_of_lines(text)))[0]]

    head = "HTXSNV\nHTTNV\nHTNV\n"
    assert counts(head + "Chi bộ\n1\n2\n3\nĐảng viên\n4\n5\n6\nHọp lúc 3") == [1, 2, 3, 4, 5, 6]
    assert counts(head + "Chi bộ\n1\n2\n3\nĐảng viên\n4\n5\n6\n7\n8") == [1, 2, 3]
    assert counts(head + "Chi bộ\n40%\n50%\n10%\n100%") == []
    assert counts("HTXSNV\n" * 2 + "Chi bộ" + "\n1" * 3) == []
    kind = "chi bộ " + "x" * 73
    assert [rating.subject for rating in table_ratings(ArticleText(article_of_lines(f"HTXSNV\nHTTNV\n{kind}\n1\n2")))[0]] == ["chi-bo"] * 2
    assert counts(f"HTXSNV\nHTTNV\n{kind}x\n1\n2") == []
    assert counts("HTXSNV\nHTTNV\nTổng chi bộ\n1\n2") == []


def test_units_in_a_row_are_of_one_kind_and_all_named() -> None:
    passage = passage_of("Đảng bộ Kho, Chi bộ Xe được xếp loại hoàn thành tốt nhiệm vụ")
    (level,) = levels_in(passage)
    assert named_units(passage, level, subjects_in(passage), 0, listed=False) == ("chi-bo", 1, 13)
    apart = passage_of("Chi bộ Kho họp với Chi bộ Xe được xếp loại hoàn thành tốt nhiệm vụ")
    (level,) = levels_in(apart)
    assert named_units(apart, level, subjects_in(apart), 0, listed=False) == ("chi-bo", 1, 19)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PHƯƠNG HƯỚNG\nCó 5 chi bộ hoàn thành tốt nhiệm vụ.", ["target"]),
        ("Phương hướng:\nCó 5 chi bộ hoàn thành tốt nhiệm vụ.", ["target"]),
        ("Phương hướng\nCó 5 chi bộ hoàn thành tốt nhiệm vụ.", ["result"]),
        ("PHƯƠNG HƯỚNG.\nCó 5 chi bộ hoàn thành tốt nhiệm vụ.", ["result"]),
        ("PHƯƠNG HƯỚNG\nKẾT QUẢ\nCó 5 chi bộ hoàn thành tốt nhiệm vụ.", ["result"]),
        ("Phấn đấu có chi bộ tốt.\nCó 5 chi bộ hoàn thành tốt nhiệm vụ.", ["result"]),
        ("Quyết tâm đổi mới. Có 5 chi bộ hoàn thành tốt nhiệm vụ.", ["target"]),
        ("Quyết tâm đổi mới. Kết quả, có 5 chi bộ hoàn thành tốt nhiệm vụ.", ["result"]),
        ("Mục tiêu:\n- 5 chi bộ hoàn thành tốt nhiệm vụ.", ["target"]),
    ],
)
def test_aims_and_sections_hold_on(text: str, expected: list[str]) -> None:
    assert [rating.kind for rating in ratings(ArticleText(article_of_lines(text)))] == expected


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("8 chi bộ hoàn thành tốt nhiệm vụ", 0.0),
        ("8 chi bộ, hoàn thành tốt nhiệm vụ", 2.5),
        ("8 chi bộ: hoàn thành tốt nhiệm vụ", 2.0),
        ("8 chi bộ mới hoàn thành tốt nhiệm vụ", 1.0),
        ("8 chi bộ (mới) hoàn thành tốt nhiệm vụ", 7.0),
        ("8 chi bộ và đoàn hoàn thành tốt nhiệm vụ", 2.0),
        ("trong 8 chi bộ hoàn thành tốt nhiệm vụ", 2.0),
        ("trong 8 chi bộ mới hoàn thành tốt nhiệm vụ", 6.0),
        ("hoàn thành tốt nhiệm vụ 8 phiếu", 12.0),
        ("8 chi bộ là Chi bộ Đông, Chi bộ Tây hoàn thành tốt nhiệm vụ", 4.0),
        ("90% nay vừa mới ngay tức thì hoàn thành tốt nhiệm vụ", 6.0),
        ("90% nay vừa mới ngay tức thì lại hoàn thành tốt nhiệm vụ", 12.0),
        ("hoàn thành tốt nhiệm vụ trong 8 chi bộ", 4.5),
        ("không có khả năng hoàn thành tốt nhiệm vụ", 12.0),
        ("không có ai nào hoàn thành tốt nhiệm vụ", 0.0),
        ("hoàn thành tốt nhiệm vụ phải có 8 chi bộ", 12.0),
        ("hoàn thành tốt nhiệm vụ còn 8 chi bộ", 1.5),
        ("hoàn thành tốt nhiệm vụ, mới 8 chi bộ", 5.25),
        ("hoàn thành tốt nhiệm vụ (8 chi bộ)", 0.0),
        ("hoàn thành tốt nhiệm vụ: 8 chi bộ", 0.0),
        ("hoàn thành tốt nhiệm vụ đảng viên 8 chi bộ", 7.0),
        ("hoàn thành tốt nhiệm vụ", 12.0),
        ("8 chi bộ hoàn thành tốt nhiệm vụ (20%)", -5.0),
        ("20% hoàn thành tốt nhiệm vụ: 8 chi bộ", 0.0),
    ],
)
def test_what_a_reading_costs(text: str, cost: float) -> None:
    passage = passage_of(text)
    levels = list(levels_in(passage))
    numbers = joined(passage.views.canonical, numbers_in(passage, levels), levels)
    assert readings(passage.views.canonical, levels, numbers, subjects_in(passage))[0].cost == cost


def test_where_a_composite_ends() -> None:
    def end(text: str) -> int:
        passage = passage_of(text)
        return joined(passage.views.canonical, numbers_in(passage, []), [])[0].end

    assert end("8 chi bộ, chiếm 17,4%, và") == len("8 chi bộ, chiếm 17,4%,")
    assert end("8 chi bộ chiếm 17,4%, và") == len("8 chi bộ chiếm 17,4%")
    assert end("8 chi bộ, chiếm 17,4% và") == len("8 chi bộ, chiếm 17,4%")
    assert end("8 chi bộ (17,4%) và") == len("8 chi bộ (17,4%)")


def test_what_stands_beside_a_rating() -> None:
    text = "Năm 2021, 97% đảng viên hoàn thành tốt nhiệm vụ (chỉ tiêu: 95%), (năm 2020 là 96%)."
    told = [(one.percent, one.kind, one.year, one.rule) for one in ratings(ArticleText(article_of_lines(text)))]
    assert told == [
        (97, "result", 2021, "rating.number_before"),
        (95, "target", None, "rating.norm"),
        (96, "result", 2020, "rating.other_year"),
    ]


def test_only_readings_that_cost_nearly_as_little_are_judged() -> None:
    passage = passage_of("Trong 10 chi bộ, hoàn thành tốt nhiệm vụ 8, hoàn thành nhiệm vụ 2")
    levels = list(levels_in(passage))
    numbers = numbers_in(passage, levels)
    right = readings(passage.views.canonical, levels, numbers, [])[0]
    near, far = Assignment(right.cost - 6, right.bound[:1]), Assignment(right.cost - 6.5, right.bound[:1])
    assert judged([near, right], numbers) is right
    assert judged([far, right], numbers) is far


@pytest.mark.parametrize(
    ("units", "count"),
    [
        (["Chi bộ Thôn Đông: Hoàn thành tốt nhiệm vụ.", "Chi bộ Thôn Tây: Hoàn thành tốt nhiệm vụ."], [2]),
        (["Chi bộ Thôn Đông: Hoàn thành tốt nhiệm vụ.", "Chi bộ Thôn Đông được xếp loại hoàn thành tốt nhiệm vụ."], [1]),
        (["Chi bộ được xếp loại hoàn thành tốt nhiệm vụ.", "Chi bộ Thôn Đông được xếp loại hoàn thành tốt nhiệm vụ."], [1]),
        (["Chi bộ Thôn Đông: Hoàn thành tốt nhiệm vụ.", "Chi bộ Thôn Tây: Hoàn thành xuất sắc nhiệm vụ."], [1, 1]),
    ],
)
def test_units_named_one_by_one_are_counted_together(units: list[str], count: list[int]) -> None:
    found = ratings(ArticleText(article_of_lines("Xếp loại năm 2021:\n" + "\n".join(units))))
    assert [finding.count for finding in found] == count

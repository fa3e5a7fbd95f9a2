"""Levels cut down to their first words: counted, closed and beside a full one, else everyday words."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.article import ratings
from tests.extraction.table import article_of_lines

X, T, H, K = "hoan-thanh-xuat-sac", "hoan-thanh-tot", "hoan-thanh", "khong-hoan-thanh"


def told(text: str) -> list[tuple[str, str, int | None, float | None]]:
    return [(one.subject, one.level, one.count, one.percent) for one in ratings(ArticleText(article_of_lines(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có 12 chi đoàn hoàn thành xuất sắc nhiệm vụ (20%), 45 hoàn thành tốt (75%), 3 hoàn thành (5%).",
            [("doan-co-so", X, 12, 20), ("doan-co-so", T, 45, 75), ("doan-co-so", H, 3, 5)],
        ),
        (
            "Số giáo viên hoàn thành xuất sắc nhiệm vụ là 14 người; hoàn thành tốt là 70; hoàn thành là 6 người; 1 người không hoàn thành.",
            [("giao-vien", X, 14, None), ("giao-vien", T, 70, None), ("giao-vien", H, 6, None), ("giao-vien", K, 1, None)],
        ),
        (
            "Trong 40 công đoàn cơ sở có 8 xuất sắc, 30 hoàn thành tốt nhiệm vụ, không đơn vị nào không hoàn thành.",
            [("cong-doan-co-so", X, 8, None), ("cong-doan-co-so", T, 30, None), ("cong-doan-co-so", K, 0, None)],
        ),
        (
            "Đơn vị có 21,5% đảng viên hoàn thành xuất sắc nhiệm vụ, 2,4% hoàn thành; không ai bị xếp loại không hoàn thành nhiệm vụ.",
            [("dang-vien", X, None, 21.5), ("dang-vien", H, None, 2.4), ("dang-vien", K, 0, None)],
        ),
    ],
)
def test_a_short_level_counts_beside_a_full_one(text: str, expected: list[tuple[str, str, int | None, float | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chi bộ đã hoàn thành tốt nhiệm vụ năm 2022; 5 công trình hoàn thành, 3 công trình chưa hoàn thành.",
        "Hội nghị biểu dương 5 tập thể xuất sắc, 12 cá nhân hoàn thành tốt nhiệm vụ năm 2022.",
        "Năm 2022, tiểu đoàn hoàn thành 3 công trình, 12 phần việc hoàn thành, 2 không hoàn thành.",
        "Đoàn viên hoàn thành xuất sắc nhiệm vụ phải có ít nhất 2/3 tiêu chí đạt mức xuất sắc.",
    ],
)
def test_everyday_words_are_no_level(text: str) -> None:
    assert told(text) == []

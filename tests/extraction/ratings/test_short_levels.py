"""Levels cut down to their first words: counted, closed and beside a full one, else everyday words."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.article import ratings
from tests.extraction.table import article_of_lines

X, T, H, K = "hoan-thanh-xuat-sac", "hoan-thanh-tot", "hoan-thanh", "khong-hoan-thanh"


def told(text: str) -> list[tuple[str, str, int | None, float | None]]:
    return [(rating.subject, rating.level, rating.count, rating.percent) for rating in ratings(ArticleText(article_of_lines(text)))]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hội nghị thống nhất kết quả xếp loại: 6 đơn vị xuất sắc (18,75%), 24 đơn vị tốt (75%), 2 đơn vị hoàn thành (6,25%).",
            [("don-vi", X, 6, 18.75), ("don-vi", T, 24, 75), ("don-vi", H, 2, 6.25)],
        ),
        (
            "Xếp loại chính quyền cơ sở: 4/22 xã, phường xuất sắc; 17/22 xã, phường tốt; 1 xã hoàn thành nhiệm vụ.",
            [("don-vi", X, 4, None), ("don-vi", T, 17, None), ("don-vi", H, 1, None)],
        ),
        ("Năm 2021, Đảng ủy đánh giá 19 chi bộ: 3 xuất sắc, 16 tốt.", [("chi-bo", X, 3, None), ("chi-bo", T, 16, None)]),
        (
            "Các chi hội nông dân: 20 chi hội hoàn thành xuất sắc, 19 chi hội hoàn thành tốt.",
            [("hoi-co-so", X, 20, None), ("hoi-co-so", T, 19, None)],
        ),
    ],
)
def test_short_levels_alone_count_where_bodies_are_appraised(text: str, expected: list[tuple[str, str, int | None, float | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị xếp loại thi đua: 5 đơn vị xuất sắc, 3 đơn vị tốt.",
        "Kết quả xếp loại học sinh: 30 em xuất sắc, 200 em tốt, 12 em hoàn thành.",
        "Ban tổ chức đánh giá 5 gian hàng xuất sắc, 12 gian hàng tốt.",
        "Hội nghị khen thưởng 5 đơn vị xuất sắc, 3 cá nhân tốt đã được đánh giá.",
        "Phòng đánh giá 9 chi bộ tốt.",
    ],
)
def test_short_levels_of_something_else_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Số chi bộ xếp loại hoàn thành xuất sắc, tốt, hoàn thành nhiệm vụ năm 2021 lần lượt là 10, 38 và 2.",
            [("chi-bo", X, 10, None), ("chi-bo", T, 38, None), ("chi-bo", H, 2, None)],
        ),
        (
            "Các mức xuất sắc, tốt, hoàn thành nhiệm vụ của công chức theo thứ tự là 12%, 85%, 3%.",
            [("cong-chuc-vien-chuc", X, None, 12), ("cong-chuc-vien-chuc", T, None, 85), ("cong-chuc-vien-chuc", H, None, 3)],
        ),
        (
            "Tỷ lệ chi bộ và đảng viên hoàn thành tốt nhiệm vụ lần lượt là 90% và 95%.",
            [("chi-bo", T, None, 90), ("dang-vien", T, None, 95)],
        ),
    ],
)
def test_numbers_are_given_to_levels_in_turn(text: str, expected: list[tuple[str, str, int | None, float | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kết quả xếp loại: Chi bộ Khối 1 và Chi bộ Khối 2 hoàn thành tốt nhiệm vụ; Chi bộ Khối 3 hoàn thành nhiệm vụ.",
            [("chi-bo", T, 2, None), ("chi-bo", H, 1, None)],
        ),
        (
            "Năm 2023:\n- Hoàn thành xuất sắc nhiệm vụ: Chi bộ Văn phòng, Chi bộ Thanh tra.\n- Hoàn thành tốt nhiệm vụ: Chi bộ Kế hoạch.",
            [("chi-bo", X, 2, None), ("chi-bo", T, 1, None)],
        ),
        ("Chi bộ Khối 1 phối hợp với Chi bộ Khối 2 hoàn thành tốt nhiệm vụ; Khối 3 nghỉ.", []),
        ("Năm 2022, tặng giấy khen hoàn thành tốt nhiệm vụ: Chi bộ Văn phòng, Chi bộ Thanh tra.", []),
        ("Chi bộ có 22 đồng chí, 18 đồng chí hoàn thành tốt nhiệm vụ.", [("dang-vien", T, 18, None)]),
        (
            "Tập thể: hoàn thành tốt nhiệm vụ 16/20 (80%). Cá nhân: hoàn thành tốt nhiệm vụ 31/160 (19,4%).",
            [("tap-the", T, 16, 80), ("ca-nhan", T, 31, 19.4)],
        ),
        (
            "So với năm 2021, tỷ lệ chi bộ hoàn thành tốt nhiệm vụ tăng từ 71% lên 75%.",
            [("chi-bo", T, None, 75), ("chi-bo", T, None, 71)],
        ),
        (
            "So với chỉ tiêu Nghị quyết (90% chi bộ hoàn thành tốt nhiệm vụ), năm nay thành phố đạt 92,19%.",
            [("chi-bo", T, None, 90), ("chi-bo", T, None, 92.19)],
        ),
    ],
)
def test_units_named_and_comrades(text: str, expected: list[tuple[str, str, int | None, float | None]]) -> None:
    assert told(text) == expected

"""Tables of ratings: layouts, totals, shares, and what is no table."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.tables import table_ratings
from tests.extraction.table import article_of_lines

HEAD = ["Đối tượng", "HTXSNV", "HTTNV"]


def told(text: str) -> list[tuple[str, str, int | None, float | None, int | None]]:
    found, spans = table_ratings(ArticleText(article_of_lines(text)))
    assert bool(found) == bool(spans)
    return [(one.subject, one.level, one.count, one.percent, one.year) for one in found]


def lines(*cells: str) -> str:
    return "\n".join(cells)


X, T = "hoan-thanh-xuat-sac", "hoan-thanh-tot"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (lines(*HEAD, "Chi bộ", "3", "8"), [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        (lines("Xếp loại năm 2021", *HEAD, "Chi bộ", "11", "3", "8"), [("chi-bo", X, 3, None, 2021), ("chi-bo", T, 8, None, 2021)]),
        (lines(*HEAD, "Cộng", "Chi bộ", "3", "8", "11"), []),
        (lines(*HEAD, "Chi bộ", "3", "8", "11"), [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        (lines(*HEAD, "Chi bộ", "12", "3", "8"), []),
        (
            lines(*HEAD, "Toàn Đảng bộ", "3", "8", "Đảng viên", "20", "70"),
            [("dang-vien", X, 20, None, None), ("dang-vien", T, 70, None, None)],
        ),
        ("\t".join(HEAD) + "\nĐảng viên\t20 (22,2%)\t77,8%", [("dang-vien", X, 20, 22.2, None), ("dang-vien", T, None, 77.8, None)]),
        ("| STT | Đối tượng | HTXSNV | HTTNV |\n| 1 | Chi bộ | 3 | 8 |", [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        ("| Mức | Chi bộ |\n| HTXSNV | 3 |\n| HTTNV | 8 |", [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        ("| HTXSNV | HTTNV |\n| Chi bộ họp | ba lần |", []),
        (lines("HTXSNV", "HTTNV", "Chi bộ"), []),
        (lines("HTXSNV", "Chi bộ", "3"), []),
    ],
)
def test_tables(text: str, expected: list[tuple[str, str, int | None, float | None, int | None]]) -> None:
    assert told(text) == expected


def test_what_a_table_covers_is_not_read_again() -> None:
    _, spans = table_ratings(ArticleText(article_of_lines(lines("Mở đầu.", *HEAD, "Chi bộ", "3", "8", "Kết thúc."))))
    text = lines("Mở đầu.", *HEAD, "Chi bộ", "3", "8", "Kết thúc.")
    assert [one.of(text) for one in spans] == [lines("HTXSNV", "HTTNV", "Chi bộ", "3", "8")]

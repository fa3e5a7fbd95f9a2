"""What holds more than news does: it is read as far as stated, and no further."""

from __future__ import annotations

from generator.extraction.awards.article import awards
from generator.extraction.clauses import ArticleText
from generator.extraction.figures.article import figures
from tests.extraction.table import article_of_lines


def _counts(rows: int) -> int:
    lines = [f"UBND xã Hoa Mai tặng giấy khen cho {number} tập thể." for number in range(2, rows + 2)]
    return sum(len(one.evidence) for one in awards(ArticleText(article_of_lines("\n".join(lines)))))


def test_three_hundred_awards_are_all_read() -> None:
    assert _counts(300) == 300


def test_what_follows_more_honours_than_an_article_tells_is_not_read() -> None:
    length = len("UBND xã Hoa Mai tặng giấy khen cho 100 tập thể.\n")
    assert 500 < _counts(700) <= 500 + 700 * length // 400


def _figures(rows: int) -> int:
    row = ", ".join(f"vận động {number} hộ" for number in range(11, rows + 11))
    return len(figures(ArticleText(article_of_lines(f"Đảng bộ xã tổng kết phong trào thi đua.\nNăm qua chi bộ đã {row}.")), (), None))


def test_a_sentence_of_many_results_is_read_and_a_table_without_columns_is_not() -> None:
    assert _figures(60) == 60
    assert _figures(90) == 0

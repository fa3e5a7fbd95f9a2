"""What holds more than news does: it is read as far as stated, and no further."""

from __future__ import annotations

from generator.extraction.awards.article import awards
from generator.extraction.clauses import ArticleText
from generator.extraction.events.units import units
from generator.extraction.figures.article import figures
from generator.extraction.limits import most_tried
from generator.extraction.people.article import people
from generator.extraction.ratings.article import ratings
from tests.extraction.table import article_of_lines


def _counts(rows: int) -> int:
    lines = [f"UBND xã Hoa Mai tặng giấy khen cho {number} tập thể." for number in range(2, rows + 2)]
    return sum(len(award.evidence) for award in awards(ArticleText(article_of_lines("\n".join(lines)))))


def test_three_hundred_awards_are_all_read() -> None:
    assert _counts(300) == 300


def test_what_follows_more_honours_than_an_article_tells_is_not_read() -> None:
    length = len("UBND xã Hoa Mai tặng giấy khen cho 100 tập thể.\n")
    assert 300 < _counts(600) <= 300 + 600 * length // 4000


def test_persons_are_weighed_up_to_a_limit() -> None:
    def found(times: int) -> list[str]:
        lines = ["Đồng chí Lê Văn An phát biểu."] * times + ["Đồng chí Ngô Thị Bích phát biểu."]
        return [person.name for person in people(ArticleText(article_of_lines("\n".join(lines))))]

    assert found(most_tried("people") - 1) == ["Lê Văn An", "Ngô Thị Bích"]
    assert found(most_tried("people") + 1) == ["Lê Văn An"]


def test_sentences_are_tried_for_ratings_up_to_a_limit() -> None:
    def found(times: int) -> list[int | None]:
        lines = ["Phấn đấu hoàn thành tốt nhiệm vụ."] * times + ["Năm 2021, 12 chi bộ hoàn thành tốt nhiệm vụ."]
        return [rating.count for rating in ratings(ArticleText(article_of_lines("\n".join(lines))))]

    assert found(most_tried("ratings") - 1) == [12]
    assert found(most_tried("ratings") + 1) == []


def test_sentences_are_tried_for_figures_up_to_a_limit() -> None:
    def found(times: int) -> list[float | None]:
        lines = ["Đảng bộ xã tổng kết phong trào thi đua.", *["Có 45 đại biểu dự."] * times, "Năm qua, chi bộ kết nạp 12 đảng viên mới."]
        return [figure.value for figure in figures(ArticleText(article_of_lines("\n".join(lines))), (), None)]

    assert found(most_tried("figures") - 1) == [12]
    assert found(most_tried("figures") + 1) == []


def _figures(rows: int) -> int:
    row = ", ".join(f"vận động {number} hộ" for number in range(11, rows + 11))
    return len(figures(ArticleText(article_of_lines(f"Đảng bộ xã tổng kết phong trào thi đua.\nNăm qua chi bộ đã {row}.")), (), None))


def test_a_sentence_of_many_results_is_read_and_a_table_without_columns_is_not() -> None:
    assert _figures(60) == 60
    assert _figures(90) == 0


def test_organisations_are_mentioned_up_to_a_limit() -> None:
    def found(times: int) -> list[str]:
        lines = ["Đảng ủy xã Hoa Mai đã họp."] * times + ["Đảng ủy xã Kim Sơn đã họp."]
        return [unit.name for unit in units(ArticleText(article_of_lines("\n".join(lines))), (), ())]

    assert found(most_tried("units") - 1) == ["Đảng ủy xã Hoa Mai", "Đảng ủy xã Kim Sơn"]
    assert found(most_tried("units")) == ["Đảng ủy xã Hoa Mai"]


def test_a_sentence_counts_by_its_levels_and_numbers() -> None:
    levels = ArticleText(
        article_of_lines(
            "\n".join(
                ["Phấn đấu hoàn thành tốt nhiệm vụ, hoàn thành tốt nhiệm vụ."] * (most_tried("ratings") // 2 + 1)
                + ["Năm 2021, 12 chi bộ hoàn thành tốt nhiệm vụ."]
            )
        )
    )
    assert ratings(levels) == ()
    numbers = ArticleText(
        article_of_lines(
            "\n".join(
                ["Đảng bộ xã tổng kết phong trào thi đua."]
                + ["Có 45 đại biểu, 12 khách dự."] * (most_tried("figures") // 2 + 1)
                + ["Năm qua, chi bộ kết nạp 12 đảng viên mới."]
            )
        )
    )
    assert figures(numbers, (), None) == ()

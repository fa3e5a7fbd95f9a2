"""Broken lines are joined: a seed wrapped, decomposed, with soft hyphens and no-break spaces states the seed's facts."""

from __future__ import annotations

import functools
import re
import textwrap
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extraction.extract import extract
from generator.model.article import Article, Source
from generator.model.record import record
from generator.reading.text import article_from_text
from generator.reading.wrapping import unwrapped

SEEDS = {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))}
SOURCE = Source("a.txt", "0" * 64, "text")


def article(text: str) -> Article:
    return article_from_text(text, SOURCE)


def told(read_article: Article) -> dict[str, Any]:
    """Return the facts with their words in place of their offsets; each evidence must be words of the text."""
    plain = record(read_article, extract(read_article), str)
    plain.pop("text")
    plain.pop("source")

    def worded(value: Any) -> Any:
        if isinstance(value, dict):
            if {"start", "end"} <= value.keys():
                words = read_article.text[value["start"] : value["end"]]
                assert words.strip()
                assert value.get("quote", words) == words
                return " ".join(words.split())
            return {key: worded(inner) for key, inner in value.items()}
        return [worded(inner) for inner in value] if isinstance(value, list) else value

    return worded(plain)  # type: ignore[no-any-return]


@functools.cache
def facts(name: str) -> dict[str, Any]:
    """Return what the seed states as it lies in the archive."""
    return told(article(SEEDS[name]))


def wrapped(text: str, width: int, apart: str) -> str:
    lines = (textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return apart.join(lines)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("name", SEEDS)
def test_a_wrapped_seed_states_the_same_facts(name: str, width: int, form: str) -> None:
    text = unicodedata.normalize(form, SEEDS[name])  # type: ignore[arg-type]
    assert told(article(wrapped(text, width, "\n"))) == facts(name)
    composed_first = unicodedata.normalize(form, wrapped(SEEDS[name], width, "\n"))  # type: ignore[arg-type]
    assert told(article(composed_first)) == facts(name)


def spread(text: str, sign: str, where: list[int]) -> str:
    """``sign`` inside words, at every gap between two letters whose number ``where`` holds, over and over."""
    at = iter(where * (len(text) // max(len(where), 1) + 1))
    return re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", lambda _: sign if next(at, 0) else "", text)


@settings(max_examples=15)
@given(
    name=st.sampled_from(sorted(SEEDS)),
    sign=st.sampled_from("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    where=st.lists(st.integers(0, 1), min_size=1, max_size=40),
    width=st.sampled_from([0, 60, 72, 100]),
    space=st.sampled_from([" ", "\u00a0", "\u202f"]),
    end=st.sampled_from(["\n", "\r\n", " \n", "\n  "]),
)
def test_what_nobody_sees_changes_no_fact(name: str, sign: str, where: list[int], width: int, space: str, end: str) -> None:
    """Soft hyphens and zero-width characters anywhere in words, no-break spaces, wrapped before or after: all one text."""
    inside = spread(SEEDS[name], sign, where)
    text = wrapped(inside, width, "\n") if width else inside
    assert told(article(text.replace(" ", space).replace("\n", end))) == facts(name)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        # A slip: a sentence goes on.
        (["Dịp này, Đảng ủy xã đã tặng Giấy khen", "cho 4 chi bộ hoàn thành xuất sắc nhiệm vụ."], 1),
        (["Sáng 5/1/2024, Đảng ủy xã tổ chức hội nghị tổng kết công tác", "năm 2023. Dự hội nghị có đồng chí Lê A."], 1),
        (["Hội nghị đã biểu dương, tặng giấy khen cho", "12 đảng viên."], 1),
        (["Đảng ủy xã trao Bằng khen của Chủ tịch UBND tỉnh cho", "Chi bộ Trường Tiểu học Hoa Mai."], 1),
        (["Đảng ủy tổng kết công tác xây dựng Đảng năm", "2023 và triển khai nhiệm vụ."], 1),
        # Lines of their own.
        (["Đảng ủy xã Hoa Mai tổng kết công tác năm 2023", "Sáng 5/1/2024, Đảng ủy xã tổ chức hội nghị."], 0),
        (["Giấy khen được tặng cho các tập thể sau đây:", "chi bộ Trường Tiểu học Hoa Mai.", "chi bộ Trạm Y tế."], 0),
        (["Chi bộ Trường Tiểu học Hoa Mai được tặng Giấy khen", "- chi bộ Trạm Y tế xã được tặng Giấy khen."], 0),
        (["Đảng ủy xã trao giấy khen tại hội nghị tổng kết", "ảnh: Minh Trí."], 0),
        (["Đảng ủy xã Hoa Mai tổng kết công tác xây dựng Đảng", "05/01/2024"], 0),
        (["Đảng ủy xã Hoa Mai tổng kết công tác xây dựng Đảng", "Chia sẻ", "lượt xem: 12"], 0),
        (["chi bộ 1", "chi bộ 2", "chi bộ 3."], 0),
        (["Một hội nghị đáng nhớ của năm", "", "cho thấy nhiều điều."], 0),
        (["Đảng ủy hoàn thành tốt các nhiệm vụ trong năm.", "a) xây dựng Đảng;", "b) kiểm tra, giám sát."], 0),
    ],
)
def test_single_line_ends(lines: list[str], joined: int) -> None:
    assert len(unwrapped("\n".join(lines)).joins) == joined


def test_lists_titles_and_captions_of_a_wrapped_text_stay_lines() -> None:
    body = "Tại hội nghị, các đại biểu đã thảo luận nhiều nội dung của báo cáo và thống nhất các chỉ tiêu, nhiệm vụ của năm tới. " * 3
    body += "Hội nghị đã thông qua nghị quyết."
    items = ["- Chi bộ 1: 2 đảng viên", "- Chi bộ 2: 3 đảng viên", "1. Nguyễn Văn An", "2. Trần Thị Bình"]
    lines = ["Đảng ủy xã Tân Phú tổng kết công tác", "05/01/2024", body, "Đảng ủy khen thưởng:", *items, body, "Minh Trí"]
    read_article = article(wrapped("\n".join(lines), 60, "\n"))
    assert read_article.text.split("\n") == [line.strip() for line in lines]
    assert [block.kind.value for block in read_article.blocks] == [
        "title", "stamp", "paragraph", "paragraph", "list-item", "list-item", "list-item", "list-item", "paragraph", "byline",
    ]  # fmt: skip


def test_lines_of_the_source_are_counted() -> None:
    source = wrapped(SEEDS["001"], 60, "\n")
    read_article = article(source)
    assert len(read_article.joins) > 40
    lines = source.split("\n")
    for match in re.finditer(r"\S+", read_article.text):
        assert match.group() in lines[read_article.line_of(match.start()) - 1]


def test_a_word_hyphenated_at_the_end_of_a_line_is_whole() -> None:
    text = "Dịp này, Đảng ủy xã Hoa Mai đã tặng Giấy kh\u00ad\nen cho 4 chi bộ."
    assert unwrapped(text).text == "Dịp này, Đảng ủy xã Hoa Mai đã tặng Giấy khen cho 4 chi bộ."
    assert article(f"Tổng kết\n\n{text}").line_of(60) == 4


@pytest.mark.parametrize(
    "lead", ["(VOV) - Đảng ủy", "(TNO) Chiều 29.5, Đảng ủy", "Ngày 5/1/2024, Đảng ủy", "1. Nguyễn Văn An", "b) xây dựng Đảng"]
)
def test_a_headline_that_fills_the_width_by_chance_stays_a_line(lead: str) -> None:
    body = wrapped("Tại hội nghị, các đại biểu đã thảo luận nhiều nội dung của báo cáo và thống nhất các chỉ tiêu cho năm tới.", 60, "\n")
    width = max(map(len, body.split("\n")))
    headline = ("a) Đảng" if lead[1] == ")" else "Đảng") + " ủy phường Hoa Mai tặng giấy khen cho chi bộ"
    headline = headline.ljust(width, "ộ")
    text = f"{body}\n\n{body}\n\n{headline}\n{lead}\n\n{body}"
    assert len(unwrapped(text).joins) == 3
    assert f"\n{lead}\n" in unwrapped(text).text

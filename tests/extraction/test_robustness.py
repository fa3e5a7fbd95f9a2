"""Whatever an article says: every fact points at words that stand in it, nothing fails, and the work stays in proportion."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ReadingError
from generator.extraction.extract import extract
from generator.extraction.trimming import trimmed
from generator.model.article import Article, Source
from generator.model.facts import Fact, Facts
from generator.model.span import Span
from generator.reading import read
from generator.reading.text import article_from_text
from tests.conftest import ROOT

F = TypeVar("F", bound=Fact)
FRAGMENTS = (
    "Sáng 15/01/2022, ", "Ngày 10/2, ", "chiều qua 30.9 ", "Đảng ủy phường Hoa Mai ", "Ban Thường vụ Quận uỷ ", "UBND tỉnh Hoa Mai ",
    "Thừa ủy quyền của Chủ tịch nước, ", "đồng chí Lê Thị Hoa, Bí thư Đảng ủy, ", "ông Trần Văn Bình – Phó Chủ tịch ", "Đ/c Võ Hà ",
    "tổ chức hội nghị tổng kết công tác năm 2021 ", "đã trao tặng giấy khen cho ", "được tặng ", "vinh dự đón nhận ", "đề nghị tặng ",
    "phấn đấu đạt ", "không có ", "Bằng khen của Thủ tướng Chính phủ ", "Huân chương Lao động hạng Ba ", "Huy hiệu 50 năm tuổi Đảng ",
    "danh hiệu “Chiến sĩ thi đua cơ sở” ", "giải Nhất ", "01 đảng bộ cơ sở ", "02 chi bộ ", "15 đảng viên ", "các tập thể và cá nhân ",
    "1.279 lượt tập thể ", "trong đó có ", "gồm: ", "; ", ", ", "và ", ". ", "\n\n", "\n- ", ": ", "“", "”", "(", ") ", "năm năm liền ",
    "5 năm liền (2018 - 2022) ", "hoàn thành xuất sắc nhiệm vụ ", "hoàn thành tốt nhiệm vụ trở lên ", "là 98,45% ", "đạt 153% ",
    "kết nạp 23/15 đảng viên ", "Nghị quyết Trung ương 4 (khóa XII) ", "Công văn số 12-CV/ĐU ngày 27/10/2022 ", "Ảnh: An Bình",
    "10-NQ/TW, ",    "100% tổ chức cơ sở Đảng trực thuộc đã tổ chức hội nghị phổ biến các nghị quyết ",
    "tặngHuân chương", "0", "%", "Ð", "\u200b", "\u00a0", "a\u0302\u0323", "İ", "…", "\r",
)  # fmt: skip


def article(text: str) -> Article:
    return article_from_text(text, Source("a.txt", "0" * 64, "text"))


def check(read_article: Article, facts: Facts) -> None:
    """Every fact has evidence, and every evidence is words of the article without white space around them."""
    for _, fact in facts.walk():
        assert fact.evidence, fact
        assert fact.rule, fact
        for span in fact.evidence:
            assert span.end <= len(read_article.text), fact
            assert span.of(read_article.text).strip() == span.of(read_article.text) != "", fact


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_facts_of_the_seeds_point_at_their_words(path: Path) -> None:
    read_article = read(path, ROOT)
    check(read_article, extract(read_article))


@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), min_size=1, max_size=40).map("".join))
def test_property_facts_of_any_article_point_at_its_words(text: str) -> None:
    try:
        read_article = article(text)
    except ReadingError:
        return
    facts = extract(read_article)
    check(read_article, facts)
    assert extract(read_article) == facts


@pytest.mark.parametrize("blank", [" ", "  ", "\u00a0", "\t"], ids=["space", "spaces", "no-break space", "tab"])
@pytest.mark.parametrize(
    "sentence",
    [
        "98,45% đảng viên hoàn thành tốt nhiệm vụ; Đ/c Võ Hà _không có_hoàn thành xuất sắc nhiệm vụ",
        "Có 12 chi bộ hoàn thành tốt nhiệm vụ; đồng chí Lê Thị Hoa_không có_hoàn thành xuất sắc nhiệm vụ.",
        "95% tổ chức đảng hoàn thành tốt nhiệm vụ, ông Trần Văn Bình_không_hoàn thành nhiệm vụ.",
        "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ là 98,45%;_không có_không hoàn thành nhiệm vụ_; kết nạp_23/15 đảng viên_.",
    ],
)
def test_no_evidence_begins_or_ends_with_white_space(sentence: str, blank: str) -> None:
    read_article = article(f"Hội nghị tổng kết\n\nSáng 15/01/2022, {sentence.replace('_', blank)}")
    check(read_article, extract(read_article))


def test_evidence_is_trimmed_whatever_rule_found_it() -> None:
    """A fact of each kind whose evidence takes in the white space around it, as a rule's pattern may."""
    read_article = article((ROOT / "seeds" / "000_0d5fd4dc65c977ab.txt").read_text(encoding="utf-8"))
    facts = extract(read_article)

    def wide(fact: F) -> F:
        spans = []
        for span in fact.evidence:
            start, end = span.start, span.end
            while start and read_article.text[start - 1].isspace():
                start -= 1
            while end < len(read_article.text) and read_article.text[end].isspace():
                end += 1
            spans.append(Span(start, end))
        return replace(fact, evidence=tuple(spans))

    wider = facts.mapped(wide)
    assert trimmed(wider, read_article.text) == facts
    assert wider != facts


@pytest.mark.parametrize("words", [one for one in FRAGMENTS if len(one) > 3], ids=str.strip)
def test_a_repetition_without_end_costs_no_more_than_its_length(words: str) -> None:
    text = "Tin\n\nHội nghị " + words * (30_000 // len(words))
    start = time.process_time()
    read_article = article(text)
    check(read_article, extract(read_article))
    assert time.process_time() - start < 5, "seconds of CPU for 30,000 characters; a tenth of it is usual"

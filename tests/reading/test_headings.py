"""Headings inside an article's text stay what they are: in a document, in the text made of it, and on the page."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from generator.extraction.extract import extract
from generator.model.article import Article, BlockKind, Source
from generator.model.document import Document, Part, PartKind
from generator.reading.formats import document_of
from generator.reading.formats.writing import text_of
from generator.reading.text import article_from_text

TITLE = "Phường Hoa Mai tổng kết công tác năm 2022"
LEAD = "Ngày 15/01/2023, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết năm 2022."
AWARD = "Đảng ủy phường Hoa Mai tặng giấy khen cho 3 chi bộ hoàn thành xuất sắc nhiệm vụ năm 2022."
SOURCE = Source("a.txt", "0", "text")


def parts(*headed: tuple[int, str]) -> Document:
    made = [Part(PartKind.HEADING, TITLE, 1), Part(PartKind.HEADING, "Một phường ven sông", 2), Part(PartKind.PARAGRAPH, LEAD)]
    for level, words in headed:
        award = AWARD.replace("3", str(3 + len(made)))
        made += [Part(PartKind.HEADING, words, level), Part(PartKind.PARAGRAPH, award)]
    return Document(tuple(made), title=TITLE)


def headings(article: Article) -> list[tuple[int, str]]:
    return [(block.level, block.span.of(article.text)) for block in article.blocks if block.level]


def test_headings_keep_their_rank_and_every_letter_its_block() -> None:
    text = text_of(parts((2, "I. Tập thể"), (4, "Chi bộ"), (2, "II. Cá nhân")))
    article = article_from_text(text, SOURCE)
    assert headings(article) == [(1, "I. Tập thể"), (2, "Chi bộ"), (1, "II. Cá nhân")]
    assert article.title == TITLE
    left = list(article.text)
    for block in article.blocks:
        left[block.span.start : block.span.end] = " " * len(block.span)
    assert not "".join(left).strip()


def test_facts_are_those_of_the_text_without_marks() -> None:
    text = text_of(parts((1, "1. Giấy khen"), (2, "Danh sách:")))
    marked, plain = (article_from_text(each, SOURCE) for each in (text, text.replace("## ", "").replace("# ", "").replace("#", "")))
    assert headings(marked)
    assert not headings(plain)
    assert [block.kind for block in marked.blocks if block.span.of(marked.text).strip("#")] == [block.kind for block in plain.blocks]
    first, second = extract(marked), extract(plain)
    assert len(first.awards) == len(second.awards) == 2
    for one, other in zip(first.awards, second.awards, strict=True):
        assert [span.of(marked.text) for span in one.evidence] == [span.of(plain.text) for span in other.evidence]


@pytest.mark.parametrize("words", ["Sáng nay, phường họp.", TITLE, "x" * 300, "***"])
def test_what_only_looks_large_is_no_heading(words: str) -> None:
    assert "##" not in text_of(parts((2, words)))


def test_lines_of_a_persons_own_text() -> None:
    text = f"{TITLE}\n\n{LEAD}\n## Khen thưởng\n{AWARD}\n#hoamai\n## ---\n"
    article = article_from_text(text, SOURCE)
    assert headings(article) == [(1, "Khen thưởng")]
    assert next(block for block in article.blocks if block.level).kind is BlockKind.PARAGRAPH


def test_a_word_file_keeps_its_headings() -> None:
    made, out = docx.Document(), io.BytesIO()
    made.add_heading(TITLE, 0)
    made.add_paragraph(LEAD)
    made.add_heading("Khen thưởng", 1)
    made.add_paragraph(AWARD)
    made.add_heading("Chi bộ", 2)
    made.add_paragraph(AWARD.replace("chi bộ", "đảng viên"))
    made.save(out)
    document = document_of(out.getvalue(), Path("a.docx"))
    assert headings(article_from_text(text_of(document), SOURCE)) == [(1, "Khen thưởng"), (2, "Chi bộ")]

"""Spaces that markup took away are put back for the rules, and spans are carried back to the archived text."""

from __future__ import annotations

import pytest

from generator.extraction.extract import extract
from generator.extraction.respacing import respaced
from generator.model.article import Source
from generator.reading.text import article_from_text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chi bộBan Dân vận họp.", "Chi bộ Ban Dân vận họp."),
        ("Xã tổ chứcĐại hội nhiệm kỳ mới.", "Xã tổ chức Đại hội nhiệm kỳ mới."),
        ("Có 12 cán bộTrong đó có 3 nữ.", "Có 12 cán bộTrong đó có 3 nữ."),
        ("Ban do xã tổ chứcTại đây, ông nói.", "Ban do xã tổ chứcTại đây, ông nói."),
    ],
)
def test_spaces(line: str, expected: str) -> None:
    article, _ = respaced(article_from_text(f"Tin trong ngày\n{line}", Source("a.txt", "0", "text")))
    assert article.text.endswith(expected)


def test_spans_are_those_of_the_archived_text() -> None:
    article = article_from_text(
        "Tin trong ngày\nNgày 2/6/2021, Chi bộBan Dân vận tổ chứcĐại hội nhiệm kỳ mới.", Source("a.txt", "0", "text")
    )
    facts = extract(article)
    assert facts.event is not None
    assert [span.of(article.text) for span in facts.event.evidence] == ["Ngày 2/6/2021", "Đại hội nhiệm kỳ mới"]
    assert [(one.name, one.evidence[0].of(article.text)) for one in facts.units if one.role == "host"] == [
        ("Chi bộ Ban Dân vận", "Chi bộBan Dân vận")
    ]

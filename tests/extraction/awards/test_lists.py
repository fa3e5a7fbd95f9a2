"""Awards told by layout, by the shape of the page (cases/award-lists.yml)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extraction.awards.drafts import drafts
from generator.extraction.awards.lists.layout import lines_of
from generator.extraction.clauses import ArticleText
from generator.model.facts import Award, Facts
from tests.extraction.table import Case, article, facts_of, outcome, table

CASES = table("award-lists")


def awards_of(facts: Facts) -> tuple[Award, ...]:
    return facts.awards


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert outcome(case, awards_of) == ""


@pytest.mark.parametrize("case", [case for case in CASES if "\n- " in case.text], ids=lambda case: case.id)
@pytest.mark.parametrize("mark", ["• ", "* ", "– "])
def test_the_mark_of_an_item_says_nothing(case: Case, mark: str) -> None:
    assert outcome(replace(case, text=case.text.replace("\n- ", f"\n{mark}")), awards_of) == ""


def test_rows_stand_under_their_headings() -> None:
    text = "Tin của cơ quan trong tháng này\n\nKết quả như sau:\nI. Một\n1. A\na) B\n2. C\nII. Hai\n- D\n+ E\n- F\n\nLễ kết thúc."
    lines = lines_of(ArticleText(article(text)))
    words = [text[line.start : line.end] for line in lines]
    parents = {words[at]: None if line.parent is None else words[line.parent] for at, line in enumerate(lines)}
    assert parents["Một"] == "Kết quả như sau:"
    assert (parents["A"], parents["B"], parents["C"]) == ("Một", "A", "Một")
    assert (parents["D"], parents["E"], parents["F"]) == ("Hai", "D", "Hai")


def test_every_row_is_evidence() -> None:
    heading = "Huyện ủy tặng Giấy khen cho các chi bộ"
    read, facts = facts_of(f"Tin của ngành\n\n{heading}:\n1. Chi bộ thôn Đông\n2. Chi bộ thôn Đoài\n\nHội nghị kết thúc.")
    (award,) = facts.awards
    assert [span.of(read.text) for span in award.evidence] == [heading, "Chi bộ thôn Đông", "Chi bộ thôn Đoài"]


def test_a_number_of_rows_that_differs_is_kept_beside_the_stated_one() -> None:
    text = "Tin của ngành\n\nTặng Giấy khen cho 3 chi bộ sau:\n1. Chi bộ thôn Đông\n2. Chi bộ thôn Đoài\n\nHội nghị kết thúc."
    (draft,) = drafts(ArticleText(article(text)), []).drafts
    assert (draft.count, len(draft.names), draft.listed) == (3, 2, 2)


def test_the_standard_in_a_row_is_no_rating() -> None:
    rows = "- 05 chi bộ hoàn thành xuất sắc nhiệm vụ năm 2022;\n- 43 đảng viên hoàn thành xuất sắc nhiệm vụ 5 năm liền."
    _, facts = facts_of(f"Tin của ngành\n\nNhân dịp này, Ban Thường vụ Huyện ủy khen thưởng:\n{rows}\n\nHội nghị kết thúc.")
    assert [(award.kind, award.count) for award in facts.awards] == [("chi-bo", 5), ("dang-vien", 43)]
    assert facts.ratings == ()

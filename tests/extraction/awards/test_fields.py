"""What the text states of an award besides: how its count is hedged, the decision that grants it (cases/approximations, decisions)."""

from __future__ import annotations

import pytest

from generator.model.facts import Award, Decision, Document, Facts, Inference
from generator.model.record import fact_to_data
from tests.extraction.table import HEADLINE, LEAD, Case, facts_of, outcome, table
from tests.restored import fact_from_data


def awards_of(facts: Facts) -> tuple[Award, ...]:
    return facts.awards


@pytest.mark.parametrize("case", [*table("approximations"), *table("decisions")], ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert outcome(case, awards_of) == ""


def test_the_words_of_the_decision_are_evidence_and_it_is_the_document_cited() -> None:
    article, facts = facts_of(
        HEADLINE + LEAD + "Theo Quyết định số 7/QĐ-SYT ngày 3/2/2023 của Giám đốc Sở Y tế, 12 tập thể được tặng Giấy khen."
    )
    (award,) = facts.awards
    (document,) = facts.documents
    assert award.decision == Decision(document.number, document.date, document.issuer)
    assert any("Quyết định số 7/QĐ-SYT ngày 3/2/2023" in span.of(article.text) for span in award.evidence)


def test_a_day_without_its_year_is_told_as_inferred() -> None:
    head = f"Sở Y tế tặng Giấy khen\n\n07/03/2023\n\n{LEAD}"
    _, facts = facts_of(head + "Theo Quyết định số 7/QĐ-SYT ngày 3/2 của Giám đốc Sở Y tế, 12 tập thể được tặng Giấy khen.")
    (award,), (document,) = facts.awards, facts.documents
    assert isinstance(document, Document)
    assert award.decision is not None
    assert award.decision.date == "2023-02-03"
    assert [inference for inference in award.inferred if inference.field == "decision"] == [
        Inference("decision", inference.basis) for inference in document.inferred if inference.field == "date"
    ]


def test_an_award_with_all_of_it_survives_as_data() -> None:
    _, facts = facts_of(
        HEADLINE + LEAD + "Theo Quyết định số 7/QĐ-SYT ngày 3/2/2023 của Giám đốc Sở Y tế, hơn 12 tập thể được tặng Giấy khen."
    )
    (award,) = facts.awards
    data = fact_to_data(award, str)
    assert data["approximate"] == "at-least"
    assert data["decision"] == {"number": "7/QĐ-SYT", "date": "2023-02-03", "issuer": "Giám đốc Sở Y tế"}
    assert fact_from_data(Award, data) == award

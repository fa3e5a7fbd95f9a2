"""An explanation shows every fact beside its sentence, and what no rule explained."""

from __future__ import annotations

import json

from generator.evaluation.explanation import Explanation, explain, listing
from generator.extraction.extract import extract
from generator.model.article import Article, Source
from generator.model.facts import Aim, Facts, Rating
from generator.model.span import Span
from generator.reading import read
from generator.reading.text import article_from_text
from generator.rendering.words.statements import written
from tests.conftest import ARTICLE, ROOT


def article(text: str) -> Article:
    return article_from_text(text, Source("a.txt", "0" * 64, "text"))


def explained(text: str) -> Explanation:
    read_article = article(text)
    return explain(read_article, extract(read_article))


def test_facts_stand_below_their_sentence() -> None:
    explanation = explained(ARTICLE)
    award = next(stretch for stretch in explanation.stretches if "giấy khen" in stretch.words)
    assert award.line == 5
    told = [fact for fact in award.facts if fact.kind == "award"]
    assert [(fact.values["kind"], fact.values["count"]) for fact in told] == [("chi-bo", 3), ("dang-vien", 12)]
    assert all(fact.rule.startswith("award.") and fact.quotes for fact in told)
    assert award.unexplained == ()
    shown = listing(explanation, written)
    assert "   5  Dịp này" in shown
    assert "type=giay-khen" in shown
    assert shown.endswith("Everything is explained.")


def test_what_is_inferred_says_on_what_basis() -> None:
    text = ARTICLE.replace("15/01/2022", "15/01").replace("năm 2021\n\n", "năm 2021\n\n08:00 20/01/2022\n\n", 1)
    assert "inferred date: " in listing(explained(text), written)


def test_words_that_no_rule_explained_stand_at_the_end() -> None:
    text = ARTICLE + "\nCác tập thể mong sẽ có ngày đạt Huân chương Lao động.\n\nNghị quyết đã đi vào cuộc sống.\n"
    explanation = explain(article(text), Facts())
    left = {stretch.words[:12]: stretch.unexplained for stretch in explanation.stretches if stretch.unexplained}
    assert left["Các tập thể "] == ("huân chương lao động",)
    assert left["Nghị quyết đ"] == ("nghị quyết",)
    assert left["Dịp này, Đản"] == ("giấy khen", "hoàn thành xuất sắc nhiệm vụ")
    assert "Not explained by any rule" in listing(explanation, written)


def test_nought_is_told_and_nothing_is_not() -> None:
    read_article = article("Không có chi bộ nào không hoàn thành nhiệm vụ.")
    rating = Rating(
        subject="chi-bo", level="khong-hoan-thanh", count=0, percent=None, at_least=False, year=None, kind=Aim.RESULT,
        evidence=(Span(0, 5),), rule="rating.none",
    )  # fmt: skip
    told = [fact for stretch in explain(read_article, Facts(ratings=(rating,))).stretches for fact in stretch.facts]
    assert [dict(fact.values) for fact in told] == [{"subject": "chi-bo", "level": "khong-hoan-thanh", "count": 0, "kind": "result"}]


def test_every_fact_of_the_seeds_is_shown() -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        read_article = read(path, ROOT)
        facts = extract(read_article)
        explanation = explain(read_article, facts)
        shown = {(fact.kind, fact.rule, quote) for stretch in explanation.stretches for fact in stretch.facts for quote in fact.quotes}
        assert len({fact for fact in shown if fact[0] == "award"}) >= len(facts.awards)
        assert {fact.rule for _, fact in facts.walk()} <= {rule for _, rule, _ in shown}
        assert [stretch.line for stretch in explanation.stretches] == sorted(stretch.line for stretch in explanation.stretches)


def test_an_article_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in listing(explained("Tin \x1b[31mđỏ\n\nĐảng ủy phường Hoa Mai họp.\x1b]0;x\x07"), written)


def test_a_decision_is_told_as_words_and_as_data() -> None:
    read_article = article("Theo Quyết định số 7/QĐ-SYT ngày 3/2/2023 của Giám đốc Sở Y tế, 12 tập thể được tặng Giấy khen.")
    explanation = explain(read_article, extract(read_article))
    assert "decision={number: 7/QĐ-SYT, date: 2023-02-03, issuer: Giám đốc Sở Y tế}" in listing(explanation, written)
    (award,) = [fact for stretch in explanation.stretches for fact in stretch.facts if fact.kind == "award"]
    assert json.loads(json.dumps(award.values))["decision"]["number"] == "7/QĐ-SYT"

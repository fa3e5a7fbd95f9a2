"""Corrections applied to extracted facts: undone without loss, reported when they no longer fit."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.correction import ADDED, ARTICLE_FIELDS, Action, Correction
from generator.model.facts import Aim, Award, Event, Fact, FactKind, Facts, Inference, Person, Rating, Role
from generator.model.record import KINDS, value_fields
from generator.model.span import Span
from generator.model.statement import statement
from generator.resolution.corrections.apply import Corrected, apply, unapply
from generator.resolution.corrections.entries import entries
from tests.rendering.made import FULL, FULL_FACTS, PARAGRAPH, article, award, host, words

WORDS = st.text("abcđạ ", min_size=1, max_size=9).map(lambda one: f"x{one}x")
NUMBERS = st.integers(1000, 2000)  # none that the facts have
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "names": st.lists(WORDS, min_size=1, max_size=3).map(tuple),
    "years": st.lists(NUMBERS, min_size=1, max_size=3).map(tuple),
    "roles": st.lists(st.builds(Role, title=WORDS, unit=st.none() | WORDS), min_size=2, max_size=3).map(tuple),
    "period": st.tuples(NUMBERS, NUMBERS),
    "at_least": st.just(value=True),
} | dict.fromkeys(("rank", "count", "consecutive_years", "percent", "year", "value", "of"), NUMBERS)
FIELDS: dict[str, Any] = {"title": FULL.title, "published": FULL.published, "byline": FULL.byline, "years": FULL_FACTS.years}
#: Words of the text on which no fact rests, for additions: two of one kind at one place would be one fact twice.
FREE = {"people": "Ngày đăng", "documents": "Có", "figures": "Dịp này", "units": "chủ trì", "ratings": "hoàn thành xuất sắc. Đề"}


def changes(fact: Fact) -> st.SearchStrategy[dict[str, Any]]:
    """Return one to three fields of ``fact`` with other values."""
    names = [name for name in value_fields(type(fact)) if name != "id"]
    return st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True).flatmap(
        lambda chosen: st.fixed_dictionaries({name: VALUES.get(name, WORDS) for name in chosen})
    )


def made(action: Action, kind: str, line: int, **values: Any) -> Correction:
    given: dict[str, Any] = {"quote": None, "expected": (), "right": (), "by": "Lụa", "on": "2024-05-01", "why": "Sai."} | values
    return Correction(action=action, kind=kind, path="c.yml", line=line, **given)


@st.composite
def several(draw: st.DrawFn) -> tuple[Correction, ...]:
    """Corrections of which no two are about one fact."""
    found: list[Correction] = []
    for kind in KINDS:
        for fact in FULL_FACTS.of_kind(kind):
            action = draw(st.sampled_from([None, None, Action.CHANGE, Action.REMOVE]))
            if action is None:
                continue
            expected = tuple((name, getattr(fact, name)) for name in value_fields(type(fact)) if name != "id")
            right = draw(changes(fact)) if action is Action.CHANGE else {}
            quote = " ".join(draw(st.sampled_from(fact.evidence)).of(FULL.text).split())
            new = draw(st.sampled_from([None, "chủ trì", "Bài viết liên quan"])) if right else None
            values = {"quote": quote, "expected": expected, "right": tuple(right.items()), "right_quote": new}
            found.append(made(action, kind, len(found) + 1, **values))
    for free, quote in FREE.items():
        if draw(st.booleans()):
            right = {name: draw(VALUES.get(name, WORDS.map("y{}".format))) for name in value_fields(KINDS[FactKind(free)]) if name != "id"}
            found.append(made(Action.ADD, free, len(found) + 1, quote=quote, right=tuple(right.items())))
    for field, value in FIELDS.items():
        if draw(st.booleans()):
            right_value = draw(VALUES.get(field, WORDS))
            found.append(made(Action.CHANGE, field, len(found) + 1, expected=((field, value),), right=((field, right_value),)))
    return tuple(found)


def bare(facts: Facts) -> Facts:
    """``facts`` without the notes of who corrected them."""
    kinds: dict[str, Any] = {kind: tuple(replace(one, corrections=()) for one in facts.of_kind(kind)) for kind in KINDS}
    return replace(facts, **(kinds | {"event": next(iter(kinds["event"]), None)}))


@given(several())
def test_property_applied_and_undone_gives_what_was_extracted(told: tuple[Correction, ...]) -> None:
    done = apply(FULL, FULL_FACTS, told)
    assert done.errors == ()
    assert [applied.line for applied in done.applied] == [correction.line for correction in told]
    assert (done.article, done.facts) != (FULL, FULL_FACTS) or not told
    assert unapply(done.article, done.facts, done.applied) == (FULL, FULL_FACTS)


@given(several())
def test_property_each_says_what_it_shall(told: tuple[Correction, ...]) -> None:
    done = apply(FULL, FULL_FACTS, told)
    for kind in KINDS:
        before, now = FULL_FACTS.of_kind(kind), done.facts.of_kind(kind)
        of_kind = [correction for correction in told if correction.kind == kind]
        removed, added = (sum(one.action is action for one in of_kind) for action in (Action.REMOVE, Action.ADD))
        assert len(now) == len(before) - removed + added
        for fact in now:
            right = {name: value for correction in fact.corrections for name, value in correction.right}
            assert all(getattr(fact, name) == value for name, value in right.items())
            assert (fact.rule == ADDED) == any(correction.action is Action.ADD for correction in fact.corrections)
            assert fact in before or fact.corrections
            assert not {inference.field for inference in fact.inferred} & set(right)
            for correction in fact.corrections:
                if correction.right_quote:
                    assert [span.of(FULL.text) for span in fact.evidence] == [correction.right_quote]
    for field in (correction.kind for correction in told if correction.kind in ARTICLE_FIELDS):
        (correction,) = [one for one in told if one.kind == field]
        assert (done.facts.years if field == "years" else getattr(done.article, field)) == correction.right[0][1]


@given(several())
def test_property_a_second_time_every_one_is_stale(told: tuple[Correction, ...]) -> None:
    once = apply(FULL, FULL_FACTS, told)
    again = apply(once.article, bare(once.facts), told)
    assert [error.line for error in again.errors] == [correction.line for correction in told]
    assert again == Corrected(once.article, bare(once.facts), (), again.errors)


@given(several(), st.randoms(use_true_random=False))
def test_property_the_order_does_not_matter(told: tuple[Correction, ...], dice: random.Random) -> None:
    at_once = apply(FULL, FULL_FACTS, told)
    mixed = list(told)
    dice.shuffle(mixed)
    assert apply(FULL, FULL_FACTS, mixed) == at_once
    one_by_one = Corrected(FULL, FULL_FACTS)
    for each in mixed:
        one_by_one = apply(one_by_one.article, one_by_one.facts, [each])
        assert one_by_one.errors == ()
    assert one_by_one.article == at_once.article
    assert one_by_one.facts.years == at_once.facts.years
    for kind in KINDS:  # the place of a new fact among the others may differ when another's evidence was changed before
        now, then = (sorted(bare(one.facts).of_kind(kind), key=repr) for one in (one_by_one, at_once))
        assert now == then


@given(several(), st.data())
def test_property_a_changed_text_makes_stale_what_quotes_it(told: tuple[Correction, ...], data: st.DataObject) -> None:
    quoting = [correction for correction in told if correction.quote]
    assume(quoting)
    gone = data.draw(st.sampled_from(quoting))
    text = FULL.text
    for first in {gone.quote, *(span.of(text) for span in words(FULL, "12 đảng viên"))}:
        text = "".join("~" * len(part) if " ".join(part.split()) == first else part for part in _split(text, first or ""))
    done = apply(replace(FULL, text=text), FULL_FACTS, told)
    (error,) = [error for error in done.errors if error.line == gone.line]
    assert str(error.message).startswith("the article does not contain “")
    assert all(applied.line != gone.line for applied in done.applied)


def _split(text: str, quote: str) -> list[str]:
    """``text`` cut at each place where it has the words of ``quote``."""
    return re.split("(" + r"\s+".join(map(re.escape, quote.split())) + ")", text)


@given(several(), st.data())
def test_property_a_changed_extraction_makes_stale_what_expects_the_old(told: tuple[Correction, ...], data: st.DataObject) -> None:
    about = [correction for correction in told if correction.expected and correction.quote]
    assume(about)
    chosen = data.draw(st.sampled_from(about))
    place, fact = next(
        (place, fact)
        for place, fact in enumerate(FULL_FACTS.of_kind(FactKind(chosen.kind)))
        if all(getattr(fact, name) == value for name, value in chosen.expected)
    )
    name = data.draw(
        st.sampled_from(
            [name for name, _ in chosen.expected if name != "doubt" and name not in dict(chosen.right)] or [chosen.expected[0][0]]
        )
    )
    changed: dict[str, Any] = {name: "~" if isinstance(getattr(fact, name), str) or getattr(fact, name) is None else ("~",)}
    other = replace(fact, **changed)
    found = list(FULL_FACTS.of_kind(FactKind(chosen.kind)))
    for now in (other, None):
        found[place : place + 1] = [now] if now else []
        rest: dict[str, Any] = {chosen.kind: (found[0] if found else None) if chosen.kind == "event" else tuple(found)}
        done = apply(FULL, replace(FULL_FACTS, **rest), told)
        (error,) = [error for error in done.errors if error.line == chosen.line]
        # Without it, another fact at the same words may be what is there now.
        assert "value" in str(error.message) or (now is None and str(error.message).startswith("no "))
        assert now is None or f"{name} is " in str(error.message)


TEXT = article(
    (PARAGRAPH, "Tặng giấy khen cho 3 chi bộ và 12 đảng viên; tặng giấy khen cho 3 chi bộ và 5 đoàn viên. Ông Mận dự."),
    (PARAGRAPH, "Có 20% chi bộ hoàn thành tốt nhiệm vụ."),
)
FACTS = Facts(
    event=Event(evidence=words(TEXT, "Ông Mận dự"), rule="e", inferred=(Inference("date", "ngày đăng"),), name=None, date="2022-01-15",
                part_of_day=None, place=None),
    units=(host("Đảng ủy A", words(TEXT, "chi bộ"), "dang-uy-a"),),
    years=(2021,),
    awards=(
        award(words(TEXT, "3 chi bộ"), kind="chi-bo", count=3),
        award((Span(TEXT.text.rindex("3 chi bộ"), TEXT.text.rindex("3 chi bộ") + 8),), kind="chi-bo", count=3),
        award(words(TEXT, "giấy khen cho 3 chi bộ và 12 đảng viên"), count=12),
    ),
    ratings=(Rating(evidence=words(TEXT, "20% chi bộ"), rule="r", subject="chi-bo", level="hoan-thanh-tot", count=None, percent=20,
                    at_least=False, year=None, kind=Aim.RESULT),),
    people=(Person(evidence=words(TEXT, "Mận"), rule="p", name="Mận", roles=(Role("Bí thư"),)),),
)  # fmt: skip
WHO = "\n  by: Lụa\n  on: 2024-05-01\n  why: Sai.\n"


def done_with(*sources: str) -> Corrected:
    corrections, errors = entries("".join(f"- {source}{WHO}" for source in sources), "seeds/corrections/a.yml")
    assert errors == ()
    return apply(TEXT, FACTS, corrections)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        # the words are not there
        ("fact: awards\n  quote: cho 13 đảng viên\n  expected: {count: 13}\n  remove: true",
         "the article does not contain “cho 13 đảng viên”; the nearest text is now “Tặng giấy khen cho 3 chi bộ"),
        ("fact: awards\n  quote: cờ thi đua\n  expected: {count: 13}\n  remove: true",
         "the article does not contain “cờ thi đua”, nor any two adjacent words of it"),
        ("fact: awards\n  quote: 3 chi bộ\n  occurrence: 3\n  expected: {count: 3}\n  remove: true",
         "“3 chi bộ” occurs 2 times in the article, not 3"),
        # no fact there
        ("fact: awards\n  quote: 20% chi bộ\n  expected: {type: bang-khen, count: 3}\n  remove: true",
         "no award has the evidence “20% chi bộ” (expected: type bang-khen, count 3); there now: rating (subject chi-bo, "),
        ("fact: people\n  quote: hoàn thành tốt nhiệm vụ\n  expected: {name: Mận}\n  remove: true",
         "no person has the evidence “hoàn thành tốt nhiệm vụ” (expected: name Mận); there is no fact at this quote now, "),
        ("fact: awards\n  quote: 12 đảng viên; tặng\n  expected: {count: 12}\n  remove: true",  # more than its evidence
         "no award has the evidence “12 đảng viên; tặng” (expected: count 12); there now: award (type giay-khen, kind dang-vien, count 12"),
        # other values
        ("fact: awards\n  quote: 12 đảng viên\n  expected: {count: 13, status: granted}\n  right: {count: 14}",
         "the award at “12 đảng viên” has other values now: count is 12, expected 13"),
        ("fact: people\n  quote: Mận\n  expected: {name: Mận, roles: []}\n  remove: true",
         "the person at “Mận” has other values now: roles is [{title: Bí thư}], expected []"),
        # right by itself
        ("fact: awards\n  quote: 12 đảng viên\n  expected: {count: 13, status: granted}\n  right: {count: 12}",
         "the award at “12 đảng viên” is now extracted correctly: count 12"),
        ("fact: awards\n  quote: 12 đảng viên\n  expected: {count: 12}\n  right_quote: giấy khen cho 3 chi bộ và 12 đảng viên",
         "the fact now has this evidence without a correction"),
        (f"fact: title\n  expected: Cũ\n  right: {TEXT.title}", "title is now extracted correctly: Tặng giấy khen"),
        ("fact: years\n  expected: [2020]\n  right: [2022]", "years has another value now: [2021], expected [2020]"),
        ("fact: byline\n  expected: Lụa\n  right: Mận", "byline has another value now: null, expected Lụa"),
        # two of them
        ("fact: awards\n  quote: 3 chi bộ\n  expected: {kind: chi-bo}\n  remove: true",
         "2 awards with the expected values have the evidence “3 chi bộ”: "),
        ("fact: people\n  quote: chi bộ\n  add: {name: Lụa}", "“chi bộ” occurs 3 times in the article"),
        ("fact: awards\n  quote: 12 đảng viên\n  expected: {count: 12}\n  right_quote: giấy khen",
         "“giấy khen” occurs 2 times in the article"),
        # there by itself
        ("fact: people\n  quote: 5 đoàn viên\n  add: {name: Mận}", "this fact exists now: name Mận, roles [{title: Bí thư}]"),
        ("fact: awards\n  quote: và 12 đảng viên\n  add: {type: giay-khen, kind: dang-vien}", "this fact exists now: type giay-khen"),
        ("fact: event\n  quote: Có\n  add: {name: lễ}", "this fact exists now: date 2022-01-15"),
        ("fact: units\n  quote: Có\n  add: {name: Đảng ủy A, role: host}", "this fact exists now: name Đảng ủy A, role host"),
    ],
)  # fmt: skip
def test_stale(source: str, message: str) -> None:
    done = done_with(source)
    (error,) = done.errors
    assert str(error.message).startswith(message)
    assert (error.path, error.line) == ("seeds/corrections/a.yml", 1)
    assert error.fix
    assert (done.article, done.facts, done.applied) == (TEXT, FACTS, ())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("fact: awards\n  quote: 12 đảng viên\n  expected: {count: 12}\n  remove: true",
         "fact: awards\n  quote: 12 đảng viên\n  expected: {count: 12}\n  right: {count: 13}"),
        ("fact: awards\n  quote: 12 đảng viên\n  expected: {count: 12}\n  right: {count: 13}",
         "fact: awards\n  quote: 12 đảng viên\n  expected: {type: giay-khen, count: 12}\n  right: {type: bang-khen, count: 14}"),
        ("fact: years\n  expected: [2021]\n  right: [2020]", "fact: years\n  expected: [2021]\n  right: [2022]"),
        ("fact: people\n  quote: 5 đoàn viên\n  add: {name: Lụa}",
         "fact: people\n  quote: Có\n  add: {name: Lụa, roles: [{title: Bí thư}]}"),
    ],
)  # fmt: skip
def test_two_about_one_fact(first: str, second: str) -> None:
    done = done_with(first, second)
    assert [applied.line for applied in done.applied] == [1]
    (error,) = done.errors
    assert error.line == first.count("\n") + 5
    corrections, _ = entries("".join(f"- {source}{WHO}" for source in (first, second)), "seeds/corrections/a.yml")
    again = apply(TEXT, FACTS, corrections[::-1])  # whichever comes first to hand: the file's order decides
    assert (again.facts, again.applied) == (done.facts, done.applied)
    assert [error.message for error in again.errors] == [error.message]


def test_what_has_the_same_values_elsewhere_is_another_fact() -> None:
    done = done_with("fact: awards\n  quote: 5 đoàn viên\n  add: {type: giay-khen, kind: chi-bo, count: 3}")
    assert (done.errors, len(done.facts.awards)) == ((), 4)


def test_two_about_different_fields_of_one_fact() -> None:
    done = done_with(
        "fact: awards\n  quote: 12 đảng viên\n  expected: {count: 12}\n  right: {count: 13}",
        "fact: awards\n  quote: 12 đảng viên\n  expected: {type: giay-khen}\n  right: {type: bang-khen}\n  right_quote: 12 đảng viên",
    )
    assert done.errors == ()
    one = done.facts.awards[2]
    assert (one.type, one.count, [span.of(TEXT.text) for span in one.evidence]) == ("bang-khen", 13, ["12 đảng viên"])
    assert [correction.line for correction in one.corrections] == [1, 8]
    assert unapply(done.article, done.facts, done.applied) == (TEXT, FACTS)


def test_occurrence_tells_apart_what_words_and_values_do_not() -> None:
    done = done_with("fact: awards\n  quote: 3 chi bộ\n  occurrence: 2\n  expected: {kind: chi-bo}\n  right: {kind: tap-the}")
    assert done.errors == ()
    assert [award.kind for award in done.facts.awards] == ["chi-bo", "tap-the", "dang-vien"]


def test_a_unit_s_id_follows_its_name_and_a_person_s_word_is_no_inference() -> None:
    done = done_with(
        "fact: units\n  quote: chi bộ\n  expected: {name: Đảng ủy A}\n  right: {name: Đảng ủy Bình An}",
        "fact: units\n  quote: Có\n  add: {name: Chi bộ Đông}",
        "fact: event\n  quote: Ông Mận\n  expected: {date: 2022-01-15}\n  right: {date: 2022-01-14}",
    )
    assert done.errors == ()
    assert [(unit.id, unit.role) for unit in done.facts.units] == [("dang-uy-binh-an", "host"), ("chi-bo-dong", "mentioned")]
    assert done.facts.event is not None
    assert (done.facts.event.date, done.facts.event.inferred) == ("2022-01-14", ())


def test_a_fact_may_be_taken_away_and_another_put_in_its_place() -> None:
    done = done_with(
        "fact: event\n  quote: Ông Mận\n  expected: {date: 2022-01-15}\n  remove: true",
        "fact: event\n  quote: Có 20%\n  add: {name: lễ trao giấy khen}",
        "fact: awards\n  quote: 12 đảng viên\n  expected: {count: 12}\n  remove: true",
        "fact: awards\n  quote: và 12 đảng viên\n  add: {type: giay-khen, kind: dang-vien, count: 12}",
    )
    assert done.errors == ()
    assert done.facts.event is not None
    assert done.facts.event.name == "lễ trao giấy khen"
    added = done.facts.awards[1]
    assert isinstance(added, Award)
    assert (added.rule, added.evidence[0].of(TEXT.text), len(done.facts.awards)) == (ADDED, "và 12 đảng viên", 3)
    assert unapply(done.article, done.facts, done.applied) == (TEXT, FACTS)


def test_white_space_in_values_does_not_matter() -> None:
    facts = replace(FACTS, people=(replace(FACTS.people[0], name="Mận\u00a0 A"),))
    corrections, _ = entries(f"- fact: people\n  quote: Mận\n  expected: {{name: Mận A}}\n  remove: true{WHO}", "a.yml")
    done = apply(TEXT, facts, corrections)
    assert (done.errors, done.facts.people) == ((), ())
    spaced = replace(TEXT, title="Ông\u00a0 Mận")
    corrections, _ = entries(f"- fact: title\n  expected: Ông Mận\n  right: Bà Lụa{WHO}", "a.yml")
    done = apply(spaced, FACTS, corrections)
    assert (done.errors, done.article.title) == ((), "Bà Lụa")
    assert unapply(done.article, done.facts, done.applied) == (spaced, FACTS)


def test_a_doubt_worded_by_an_earlier_version_still_fits() -> None:
    doubted = replace(FULL_FACTS.awards[0], sure=False, doubt=statement("doubts.turns"))
    quote = doubted.evidence[0].of(FULL.text)
    expected = (("type", doubted.type), ("sure", False), ("doubt", "số đếm theo lượt, có thể gộp nhiều dịp"))
    told = Correction(Action.CHANGE, "awards", quote, expected, (("sure", True),), "Lụa", "2024-05-01", "Đã đọc lại.", "c.yml", 1)
    done = apply(FULL, replace(FULL_FACTS, awards=(doubted,)), [told])
    assert (done.errors, done.facts.awards[0].sure, done.facts.awards[0].doubt) == ((), True, None)

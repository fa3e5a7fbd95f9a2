"""Persons: two articles report one only where they say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.archive import Archive
from generator.model.facts import Facts, Person, Role
from generator.model.person import PersonDecision
from generator.model.unit import Resolution, Standing, Unit
from generator.resolution.archive_index import ArchiveIndex
from generator.resolution.assembly import assemble
from generator.resolution.records.persons import persons
from tests.rendering.made import PARAGRAPH, article, award, words
from tests.rendering.made_units import HERE, bare

NAMES = {
    "Quận ủy Hoa Mai": Resolution("Quận ủy Hoa Mai", Standing.LISTED, "quan-uy-hoa-mai"),
    "QU Hoa Mai": Resolution("QU Hoa Mai", Standing.LISTED, "quan-uy-hoa-mai"),
    "Sở Y tế Hoa Mai": Resolution("Sở Y tế Hoa Mai", Standing.UNLISTED, "so-y-te-hoa-mai"),
    "Quận ủy": Resolution("Quận ủy", Standing.AMBIGUOUS, candidates=("quan-uy-hoa-mai", "quan-uy-khac")),
    "chi bộ": Resolution("chi bộ", Standing.NO_UNIT),
}


def archive(*people: tuple[str, str, tuple[Role, ...]]) -> Archive:
    """Return an article for each: slug, name, positions."""
    entries = [
        bare(slug, Facts(people=(Person(evidence=HERE, rule="p", name=name, roles=roles),)), names=NAMES) for slug, name, roles in people
    ]
    return Archive(tuple(entries))


def groups(*people: tuple[str, str, tuple[Role, ...]]) -> list[list[str]]:
    return [[slug for slug, _ in person.mentions] for person in persons(archive(*people))]


A, B = "Nguyễn Văn A", "Trần Thị B"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((A, (Role("Bí thư", "Quận ủy Hoa Mai"),)), (A, (Role("Bí thư", "Quận ủy Hoa Mai"),))),
        ((A, (Role("Bí thư", "Quận ủy Hoa Mai"),)), (A, (Role("Phó Bí thư", "QU Hoa Mai"),))),
        ((A, (Role("Ủy viên"), Role("Giám đốc", "Sở Y tế Hoa Mai"))), (A, (Role("Giám đốc", "Sở Y tế Hoa Mai"),))),
        (("Nguyễn Văn Hòa", (Role("Bí thư", "QU Hoa Mai"),)), ("NGUYỄN VĂN HOÀ", (Role("Bí thư", "QU Hoa Mai"),))),
        ((A, (Role("Chủ tịch nước"),)), (A, (Role("Chủ tịch nước"),))),
        ((A, (Role("Thủ tướng Chính phủ"),)), (A, (Role("Thủ tướng"),))),
        ((A, (Role("Phó Chủ tịch nước"),)), (A, (Role("Phó chủ tịch nước"),))),
        ((A, (Role("Đại tướng"),)), (A, (Role("đại tướng"), Role("Bí thư", "Quận ủy")))),
    ],
    ids=[
        "same post",
        "same unit, written otherwise",
        "one of several posts",
        "name in capitals",
        "sole office",
        "sole office, shortened",
        "office of state",
        "a rank that few hold",
    ],
)
def test_one_person(first: tuple[str, tuple[Role, ...]], second: tuple[str, tuple[Role, ...]]) -> None:
    assert groups(("a", *first), ("b", *second)) == [["a", "b"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((A, ()), (A, ())),
        ((A, (Role("Bí thư", "Quận ủy Hoa Mai"),)), (A, ())),
        ((A, (Role("Bí thư", "Quận ủy"),)), (A, (Role("Bí thư", "Quận ủy"),))),
        ((A, (Role("Bí thư", "chi bộ"),)), (A, (Role("Bí thư", "chi bộ"),))),
        ((A, (Role("Bí thư", "Xã lạ"),)), (A, (Role("Bí thư", "Xã lạ"),))),
        ((A, (Role("Bí thư"),)), (A, (Role("Bí thư"),))),
        ((A, (Role("nguyên Thủ tướng"),)), (A, (Role("Thủ tướng"),))),
        ((A, (Role("Bí thư", "Quận ủy Hoa Mai"),)), (A, (Role("Giám đốc", "Sở Y tế Hoa Mai"),))),
        ((A, (Role("Bí thư", "Quận ủy Hoa Mai"),)), (B, (Role("Bí thư", "Quận ủy Hoa Mai"),))),
        (("Lê Lợi", (Role("Bí thư", "QU Hoa Mai"),)), ("Lê Lôi", (Role("Bí thư", "QU Hoa Mai"),))),
    ],
    ids=["the name alone", "no post in one", "an ambiguous unit", "a common noun", "a unit nobody resolved", "a bare title",
         "a former office", "different units", "different names", "names that fold alike"],
)  # fmt: skip
def test_two_persons(first: tuple[str, tuple[Role, ...]], second: tuple[str, tuple[Role, ...]]) -> None:
    assert sorted(groups(("a", *first), ("b", *second))) == [["a"], ["b"]]


def test_addresses_and_namesakes() -> None:
    found = persons(archive(("new", A, ()), ("old", A, ()), ("fold", "Nguyễn Vân A", ()), ("odd", "漢字", ()), ("con", "Con", ())))
    assert [finding.plain for finding in found] == ["con", "nguoi", "nguyen-van-a", "nguyen-van-a", "nguyen-van-a"]
    assert all(finding.id.startswith(f"{finding.plain}--") for finding in found)
    assert len({finding.id for finding in found}) == 5
    one, two = (person for person in found if person.alike)
    assert (one.alike, two.alike) == ((two.id,), (one.id,))


def test_the_order_of_articles_changes_nothing() -> None:
    told = [("a", A, (Role("Bí thư", "QU Hoa Mai"),)), ("b", A, ()), ("c", A, (Role("Bí thư", "Quận ủy Hoa Mai"),))]
    assert {(person.id, frozenset(slug for slug, _ in person.mentions)) for person in persons(archive(*told))} == {
        (person.id, frozenset(slug for slug, _ in person.mentions)) for person in persons(archive(*told[::-1]))
    }


def decided(*decisions: PersonDecision, told: tuple[str, ...] = ("a", "b", "c")) -> list[list[str]]:
    """Return the articles by person, where all place the name in one unit."""
    role = (Role("Bí thư", "QU Hoa Mai"),)
    return [
        [slug for slug, _ in person.mentions] for person in persons(replace(archive(*((slug, A, role) for slug in told)), people=decisions))
    ]


def test_what_people_decided_goes_before_every_sign() -> None:
    assert decided() == [["a", "b", "c"]]
    assert sorted(decided(PersonDecision(A, same=("a",), not_same=("b",)))) == [["a", "c"], ["b"]]
    assert sorted(decided(PersonDecision(A, same=("a",), unsure=("b", "c")))) == [["a"], ["b", "c"]]
    assert sorted(decided(PersonDecision(A, same=("a",)), PersonDecision(A, same=("b", "c")))) == [["a"], ["b", "c"]]


def test_a_decision_joins_articles_and_names_and_gives_an_address() -> None:
    one = replace(archive(("a", A, ()), ("b", B, ()), ("c", A, ())), people=(PersonDecision(A, ("a", "b"), variants=(B,), id="nguyen-a"),))
    first, second = sorted(persons(one), key=lambda person: -len(person.mentions))
    assert (first.id, first.name, [slug for slug, _ in first.mentions], first.decided) == ("nguyen-a", A, ["a", "b"], True)
    assert [slug for slug, _ in second.mentions] == ["c"]
    assert {person.id for person in persons(archive(("a", A, ())))} <= set(first.former)  # the address it had leads there


@pytest.mark.parametrize(("event", "expected"), [("x", 1), (None, 2)], ids=["one event", "nothing in common"])
def test_one_event_makes_one_person(event: str | None, expected: int) -> None:
    told = archive(("a", A, ()), ("b", A, ()))
    assert len(persons(replace(told, entries=tuple(replace(entry, event=event) for entry in told.entries)))) == expected


def test_a_body_that_was_renamed_is_one_body() -> None:
    names = {old: Resolution(old, Standing.LISTED, unit) for old, unit in (("Khối Cũ", "khoi-cu"), ("Khối Mới", "khoi-moi"))}
    people = [Facts(people=(Person(evidence=HERE, rule="p", name=A, roles=(Role("Bí thư", unit),)),)) for unit in names]
    entries = tuple(bare(slug, facts, names=names) for slug, facts in zip("ab", people, strict=True))
    units = {"khoi-cu": Unit("khoi-cu", "Khối Cũ", successors=("khoi-moi",)), "khoi-moi": Unit("khoi-moi", "Khối Mới")}
    assert len(persons(Archive(entries, units=units))) == 1
    assert len(persons(Archive(entries))) == 2


def test_whom_only_an_award_names_is_a_person_and_an_organisation_is_none() -> None:
    made = article((PARAGRAPH, "Trao giấy khen cho Neang Sa và Trường Hoa Mai."), path="seeds/a.txt")
    awards = (
        award(words(made, "giấy khen"), kind="ca-nhan", count=1, names=("Neang Sa",)),
        award(words(made, "Trường"), kind="tap-the", count=1, names=("Trường Hoa Mai",)),
        award(words(made, "Trao"), kind="ho-gia-dinh", count=1, names=("Ông Lê Sa",)),
    )
    index = ArchiveIndex.of(assemble([(made, Facts(awards=awards))]))
    (person,) = index.persons
    assert (person.name, person.articles, person.mentions) == ("Neang Sa", ("a",), ())
    assert [row.award.names for row in index.honours[person.id]] == [("Neang Sa",)]
    assert index.persons_with_page == {person.id}
    assert ArchiveIndex.of(index.archive) is index


def test_a_page_is_due_to_the_honoured_and_to_an_office_in_two_articles() -> None:
    office, mentioned = (Role("Bí thư", "QU Hoa Mai"),), (Role("Giám đốc", "Sở Y tế Hoa Mai"),)
    told = archive(("a", A, office), ("b", A, office), ("c", B, mentioned))
    index = ArchiveIndex.of(told)
    assert {index.person[one].name for one in index.persons_with_page} == {A}
    listed = ArchiveIndex.of(replace(told, people=(PersonDecision(B, ("c",)),)))
    assert {listed.person[one].name for one in listed.persons_with_page} == {A, B}

"""Persons: two articles report one only where they say so."""

from __future__ import annotations

import pytest

from generator.model.archive import Archive
from generator.model.facts import Facts, Person, Role
from generator.model.unit import Resolution, Standing
from generator.resolution.records.persons import persons
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
    return [[slug for slug, _ in one.told] for one in persons(archive(*people))]


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
    ],
    ids=["same post", "same unit, written otherwise", "one of several posts", "name in capitals", "sole office", "sole office, shortened"],
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
        ((A, (Role("Phó Chủ tịch nước"),)), (A, (Role("Phó Chủ tịch nước"),))),
        ((A, (Role("nguyên Thủ tướng"),)), (A, (Role("Thủ tướng"),))),
        ((A, (Role("Bí thư", "Quận ủy Hoa Mai"),)), (A, (Role("Giám đốc", "Sở Y tế Hoa Mai"),))),
        ((A, (Role("Bí thư", "Quận ủy Hoa Mai"),)), (B, (Role("Bí thư", "Quận ủy Hoa Mai"),))),
        (("Lê Lợi", (Role("Bí thư", "QU Hoa Mai"),)), ("Lê Lôi", (Role("Bí thư", "QU Hoa Mai"),))),
    ],
    ids=["the name alone", "no post in one", "an ambiguous unit", "a common noun", "a unit nobody resolved", "a bare title",
         "an office of several", "a former office", "different units", "different names", "names that fold alike"],
)  # fmt: skip
def test_two_persons(first: tuple[str, tuple[Role, ...]], second: tuple[str, tuple[Role, ...]]) -> None:
    assert sorted(groups(("a", *first), ("b", *second))) == [["a"], ["b"]]


def test_addresses_and_namesakes() -> None:
    found = persons(archive(("new", A, ()), ("old", A, ()), ("fold", "Nguyễn Vân A", ()), ("odd", "漢字", ()), ("con", "Con", ())))
    assert [one.plain for one in found] == ["con", "nguoi", "nguyen-van-a", "nguyen-van-a", "nguyen-van-a"]
    assert all(one.id.startswith(f"{one.plain}--") for one in found)
    assert len({one.id for one in found}) == 5
    one, two = (person for person in found if person.alike)
    assert (one.alike, two.alike) == ((two.id,), (one.id,))


def test_the_order_of_articles_changes_nothing() -> None:
    told = [("a", A, (Role("Bí thư", "QU Hoa Mai"),)), ("b", A, ()), ("c", A, (Role("Bí thư", "Quận ủy Hoa Mai"),))]
    assert {(one.id, frozenset(slug for slug, _ in one.told)) for one in persons(archive(*told))} == {
        (one.id, frozenset(slug for slug, _ in one.told)) for one in persons(archive(*told[::-1]))
    }

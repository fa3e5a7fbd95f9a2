"""Kinds of recipients by class: every kind has one, and what includes what."""

from __future__ import annotations

import pytest

from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import COLLECTIVES, PARTY, PEOPLE, PERSONS, alike, covers, either_covers

CLASSES = {"person", "collective", "party", "household", "mixed", "other"}


def test_every_kind_has_a_class() -> None:
    assert {entry.get("class") for entry in lexicon("recipients").entries} == CLASSES


def test_nobody_is_a_person_and_a_collective() -> None:
    assert not PEOPLE & COLLECTIVES
    assert PARTY < COLLECTIVES
    assert PERSONS < PEOPLE


@pytest.mark.parametrize(("one", "other", "same"), [
    ("chi-bo", "don-vi", True), ("dang-vien", "can-bo", True), ("khac", "khac", True), ("tap-the", "ca-nhan", False),
    ("ho-gia-dinh", "ca-nhan", False),
])  # fmt: skip
def test_alike_kinds_may_name_the_same_recipients(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is alike(other, one) is same


@pytest.mark.parametrize(("whole", "part", "covered"), [
    ("tap-the-va-ca-nhan", "khac", True), ("tap-the", "chi-bo", True), ("to-chuc-dang", "don-vi", False), ("chi-bo", "tap-the", False),
])  # fmt: skip
def test_a_wider_kind_covers_a_narrower(whole: str, part: str, covered: bool) -> None:
    assert covers(whole, part) is covered
    assert either_covers(part, whole) is (covered or covers(part, whole))

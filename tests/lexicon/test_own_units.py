"""The common nouns of an article's own unit come from one lexicon."""

from __future__ import annotations

import re

import pytest

from generator.lexicon.load import lexicon
from generator.lexicon.own_units import given_nouns, subject_kind, subject_nouns


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("trường", "tap-the"), ("nhà trường", "tap-the"), ("chi bộ", "chi-bo"), ("đảng bộ", "dang-bo"), ("đảng bộ xã", "dang-bo"),
        ("cơ  quan", "tap-the"),
    ],
)  # fmt: skip
def test_a_noun_that_may_receive_has_its_kind(noun: str, kind: str) -> None:
    assert re.fullmatch(subject_nouns(), noun)
    assert subject_kind(noun) == kind


def test_nouns_that_do_not_receive_or_are_not_given_to() -> None:
    assert re.fullmatch(subject_nouns(), "tập đoàn") is None
    assert re.fullmatch(given_nouns(), "tập đoàn")
    assert re.fullmatch(given_nouns(), "cơ quan") is None


def test_the_kinds_are_kinds_of_recipients() -> None:
    kinds = {entry.get("subject") for entry in lexicon("own-units").entries} - {None}
    assert kinds <= lexicon("recipients").by_id.keys()

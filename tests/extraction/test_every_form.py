"""Every written form of every award type and rating level of the lexicons is found in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.lexicon.load import Entry, lexicon
from tests.extraction.table import facts_of

TYPES = lexicon("award-types")
LEVELS = lexicon("rating-levels")
_COLLECTIVE = {"tap-the", "don-vi", "to-chuc-dang"}
_NAME = " “Vì cộng đồng”"


def _forms() -> Iterator[tuple[Entry, str]]:
    """Each form; a bare head that a name in quotes may follow (``Huy chương “…”``) with such a name."""
    for entry in TYPES.entries:
        for form in entry.written:
            bare = form in {entry.label, *(one for one in entry.written if " " not in one)} and entry.get("named")
            yield entry, form + _NAME if bare and not form.startswith("HC") else form


def _sentences(entry: Entry, form: str) -> Iterator[str]:
    """Plain sentences that hand ``form`` over, after the class of its type."""
    collective = entry.get("recipient") in _COLLECTIVE or form.startswith("Đơn vị")  # no person is called a unit
    who, whom = ("Trường Tiểu học Hoa Mai", "Trường Tiểu học Hoa Mai") if collective else ("Ông Lê Văn Tám", "ông Lê Văn Tám")
    match entry.get("class"):
        case "title":
            yield f"{who} đạt {form if form.startswith('danh hiệu') else f'danh hiệu {form}'} năm 2022."
            yield f"{who} được phong tặng {form}."
        case "verb":
            yield f"Đảng ủy phường Hoa Mai {form} 3 tập thể và 12 cá nhân."
            yield f"Có 7 tập thể được Đảng ủy phường Hoa Mai {form}."
        case "prize":
            yield f"{who} đoạt {form} năm 2022."
            yield f"Có 3 học sinh giành {form}."
        case _:
            yield f"Đảng ủy phường Hoa Mai tặng {form} cho {whom}."
            yield f"{who} được Đảng ủy phường Hoa Mai trao tặng {form}."


@pytest.mark.parametrize(("entry", "form"), list(_forms()), ids=str)
def test_every_form_of_award_is_found(entry: Entry, form: str) -> None:
    for sentence in _sentences(entry, form):
        assert {award.type for award in facts_of(sentence)[1].awards} == {entry.id}, sentence


@pytest.mark.parametrize(("entry", "form"), [(entry, form) for entry in LEVELS.entries for form in entry.written], ids=str)
def test_every_form_of_a_rating_level_is_found(entry: Entry, form: str) -> None:
    sentence = f"Năm 2016, có 12 chi bộ được xếp loại {form}."
    assert [rating.level for rating in facts_of(sentence)[1].ratings] == [entry.id], sentence

"""A clause as signs, and the construction that it is read by."""

from __future__ import annotations

import pytest

from generator.extraction.awards.chunks import Clause, scan
from generator.extraction.awards.constructions import CONSTRUCTIONS, parse
from generator.extraction.awards.elements import Piece, award_elements
from generator.extraction.engine import Passage
from generator.text.views import Views


def clause_of(text: str) -> Clause:
    """The clause in front of the first form of ``text``."""
    passage = Passage(Views(text))
    elements = award_elements(passage)
    form = next(index for index, one in enumerate(elements) if one.piece is Piece.FORM)
    return scan(passage, elements[:form], elements[form])


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Sở Y tế tặng giấy khen cho 3 tập thể.", "BG"),
        ("Sở Y tế vừa trao tặng giấy khen cho 3 tập thể.", "B_G"),
        ("3 tập thể, 5 cá nhân được Sở Y tế tặng giấy khen.", "N,NPBG"),
        ("Ông Lê Văn Bình và các cán bộ đã nhận giấy khen.", "H,K_R"),
        ("Giấy khen cho 3 tập thể.", ""),
    ],
)
def test_a_clause_is_written_as_signs(text: str, signs: str) -> None:
    assert clause_of(text).signs == signs


def test_the_signs_know_their_elements() -> None:
    clause = clause_of("Sở Y tế vừa trao tặng ngay giấy khen cho 3 tập thể.")
    assert clause.signs == "B_G_"
    assert clause.places == (0, 1, 1, 2, 2)
    assert clause.start_of(1) == clause.elements[1].start
    assert clause.start_of(2) == clause.form.start
    assert clause.last_words == " ngay "
    assert clause_of("Dịp này, giấy khen được trao.").last_words == " "
    assert clause_of("Nay giấy khen được trao.").last_words == "nay "


@pytest.mark.parametrize(
    ("text", "construction", "predicate", "verb"),
    [
        ("3 tập thể được Sở Y tế tặng giấy khen.", "is given", "được", "tặng giấy"),
        ("3 tập thể được Sở Y tế khen thưởng.", "is praised", "được", "khen thưởng"),
        ("Sở Y tế khen thưởng 3 tập thể.", "praises", "khen thưởng", "khen thưởng"),
        ("5 cá nhân vinh dự được nhận bằng khen.", "is honoured to receive", "vinh dự được", "nhận"),
        ("5 cá nhân đón nhận bằng khen.", "receives", "đón nhận", "đón nhận"),
        ("Ông Lê Văn Bình được tấm bằng khen của Bộ.", "has had", "được", "tấm bằng khen"),
        ("Sở Y tế trao giấy khen.", "gives", "trao", "trao"),
        ("Kết quả: bằng khen cho 3 tập thể.", "names the form", "bằng khen", "bằng khen"),
    ],
)
def test_a_construction_knows_its_predicate_and_its_verb(text: str, construction: str, predicate: str, verb: str) -> None:
    told = parse(clause_of(text))
    assert told.construction.id == construction
    assert text[told.verb :].startswith(verb)
    assert text[told.clause.start_of(told.cut) :].startswith(predicate)


@pytest.mark.parametrize(
    "text",
    [
        "Dự án được duyệt, Sở Y tế tặng giấy khen cho 3 tập thể.",  # another clause
        "Dự án được khởi công từ nhiều năm trước đây nay hoàn thành và Sở Y tế tặng giấy khen cho 3 tập thể.",
        "Được sự đồng ý, Sở Y tế tặng giấy khen cho 3 tập thể.",
        "Được biết Sở Y tế tặng giấy khen cho 3 tập thể.",
    ],
)
def test_a_passive_far_from_the_verb_is_none_of_its_own(text: str) -> None:
    assert parse(clause_of(text)).construction.id == "gives"


@pytest.mark.parametrize(
    "text",
    [
        "3 tập thể được Bộ Y tế và Sở Y tế tặng giấy khen.",  # two who give
        "3 tập thể được Sở Y tế biểu dương và tặng giấy khen.",
        "3 tập thể được lãnh đạo ngành của tỉnh vừa tặng giấy khen.",
    ],
)
def test_a_passive_reaches_over_its_giver(text: str) -> None:
    assert parse(clause_of(text)).construction.mode == "passive"


def test_objects_are_the_recipients_between_verb_and_form() -> None:
    many = parse(clause_of("Sở Y tế trao tặng các đơn vị gồm 12 tập thể, 20 cá nhân bằng khen."))
    assert [one.value.count for one in many.objects] == [12, 20]  # type: ignore[union-attr]
    assert parse(clause_of("Sở Y tế trao tặng 12 tập thể nhiều bằng khen.")).objects == ()
    assert parse(clause_of("Sở Y tế trao giấy khen cho 12 tập thể.")).objects == ()


def test_every_construction_tells_its_own_example() -> None:
    assert len({one.id for one in CONSTRUCTIONS}) == len(CONSTRUCTIONS)
    for one in CONSTRUCTIONS:
        assert parse(clause_of(one.example.parts()[0])).construction.id == one.id

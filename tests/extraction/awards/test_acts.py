"""A clause as signs, the construction that it is read by, and where the recipients behind its form begin."""

from __future__ import annotations

import pytest

from generator.extraction.awards.acts.clause.chunks import Clause, scan, scan_behind
from generator.extraction.awards.acts.clause.element import Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import Mode
from generator.extraction.awards.acts.sides.constructions import CONSTRUCTIONS, parse
from generator.extraction.awards.acts.sides.openings import begins_behind
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.text.views import Views
from tests.extraction.table import Case, outcome, table


def clause_of(text: str) -> Clause:
    """Return the clause in front of the first form of ``text``."""
    passage = Passage(Views(text))
    elements = award_elements(passage)
    form = next(index for index, element in enumerate(elements) if element.piece is Piece.FORM)
    return scan(passage, elements[:form], elements[form])


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Sở Y tế tặng giấy khen cho 3 tập thể.", "BG"),
        ("Sở Y tế vừa mới trao tặng giấy khen cho 3 tập thể.", "B__G"),
        ("Tại lễ, tập thể Đội Hai được tặng giấy khen.", ",KBPG"),
        ("3 tập thể, 5 cá nhân được Sở Y tế tặng giấy khen.", "N,NPBG"),
        ("Ông Lê Văn Bình và các cán bộ đã nhận giấy khen.", "H&M_R"),
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
        "3 tập thể được chọn, và Bộ Y tế tặng giấy khen cho 5 cá nhân.",
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


def test_a_passive_far_from_praise_is_none_of_its_own() -> None:
    assert (
        parse(clause_of("Dự án được khởi công từ nhiều năm trước đây nay hoàn thành, Sở khen thưởng 3 tập thể.")).construction.id
        == "praises"
    )


def test_objects_are_the_recipients_between_verb_and_form() -> None:
    many = parse(clause_of("Sở Y tế trao tặng các đơn vị gồm 12 tập thể, 20 cá nhân bằng khen."))
    assert [element.value.count for element in many.objects] == [12, 20]  # type: ignore[union-attr]
    assert parse(clause_of("Sở Y tế trao tặng 12 tập thể nhiều bằng khen.")).objects == ()
    assert parse(clause_of("Sở Y tế trao giấy khen cho 12 tập thể.")).objects == ()


def begins_in(text: str) -> str | None:
    """Return the words from which the recipients behind the first form of ``text`` are read; None where none follow."""
    passage = Passage(Views(text))
    elements = award_elements(passage)
    at = next(index for index, element in enumerate(elements) if element.piece is Piece.FORM)
    told = parse(scan(passage, elements[:at], elements[at]))
    form = elements[at].value
    assert isinstance(form, Form)
    found = begins_behind(scan_behind(passage, elements, at + 1, form), told.construction.mode, held=told.cut > 0)
    return None if found is None else text[elements[found.at].start :]


@pytest.mark.parametrize(
    "between",
    [
        "cho",
        "và phần thưởng cho",
        "hạng Nhì, lần thứ hai, cho",
        ", kèm tiền thưởng, cho",
        "một hai ba bốn năm sáu bảy tám chín mười xong cho",
    ],
)
def test_recipients_begin_behind_an_aside(between: str) -> None:
    assert begins_in(f"Sở trao giấy khen {between} 3 tập thể.") == "3 tập thể."


@pytest.mark.parametrize(
    "text",
    [
        "Sở trao giấy khen một hai ba bốn năm sáu bảy tám chín mười mười một xong hẳn rồi cho 3 tập thể.",
        "Sở trao giấy khen, mà ai cũng biết là rất đáng quý với mọi người, cho 3 tập thể.",  # too long for an aside
        "Sở trao giấy khen vào dịp lễ 3 tập thể.",
        "3 tập thể nhận giấy khen cho 5 cá nhân.",  # who receives stands in front already
        "3 tập thể nhận giấy khen; Sở trao quà cho 5 cá nhân.",
        "Sở khen ông Lê Văn Bình.",
        "Sở trao giấy khen",
    ],
)
def test_no_recipients_begin_there(text: str) -> None:
    assert begins_in(text) is None


def test_recipients_begin_at_most_twelve_words_behind_the_form() -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười xong rồi"
    assert begins_in(f"Sở trao giấy khen {words} cho 3 tập thể.") == "3 tập thể."
    assert begins_in(f"Sở trao giấy khen {words} hẳn cho 3 tập thể.") is None


def test_a_badge_is_worn_by_those_told_behind_it() -> None:
    assert begins_in("Kết quả, Huy hiệu 40 năm tuổi Đảng có 3 đồng chí.") == "3 đồng chí."
    assert begins_in("Kết quả, bằng khen có 3 đồng chí.") is None
    assert begins_in("Đảng ủy trao Huy hiệu 40 năm tuổi Đảng các đồng chí.") is None


def test_a_predicate_has_at_most_seven_unread_words() -> None:
    words = "đem ra xét rồi chọn lại đem"
    assert parse(clause_of(f"3 tập thể được {words} tặng giấy khen.")).construction.id == "is given"
    assert parse(clause_of(f"3 tập thể được {words} đi tặng giấy khen.")).construction.id == "gives"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Sở tuyên dương, biểu dương 3 tập thể.", "3 tập thể."),
        ("Sở tuyên dương: 3 tập thể.", "3 tập thể."),
        ("Sở trao giấy khen biểu dương 3 tập thể.", "3 tập thể."),
        ("Sở tuyên dương em Lê Văn Bình.", "em Lê Văn Bình."),
        ("Sở trao giấy khen kịp thời 3 tập thể.", "3 tập thể."),
        ("Giấy khen: 3 tập thể.", "3 tập thể."),
        ("Kết quả: giải Nhất tập thể cho Đội Hai.", "Đội Hai."),
    ],
)
def test_recipients_begin_without_a_link(text: str, rest: str) -> None:
    assert begins_in(text) == rest


def test_a_link_tells_where_the_object_begins() -> None:
    passage = Passage(Views("Sở trao giấy khen cho 3 tập thể."))
    elements = award_elements(passage)
    at = next(index for index, element in enumerate(elements) if element.piece is Piece.FORM)
    form = elements[at].value
    assert isinstance(form, Form)
    sequel = scan_behind(passage, elements, at + 1, form)
    assert sequel.signs == "TN"
    found = begins_behind(sequel, Mode.ACTIVE, held=True)  # only what receives holds its receivers in front
    assert found is not None
    assert (found.opening.id, found.at, found.object) == ("for", at + 2, len("Sở trao giấy khen cho"))
    assert begins_behind(sequel, Mode.RECEIVE, held=True) is None


def test_every_construction_tells_its_own_example() -> None:
    assert len({construction.id for construction in CONSTRUCTIONS}) == len(CONSTRUCTIONS)
    for construction in CONSTRUCTIONS:
        assert parse(clause_of(construction.example.parts()[0])).construction.id == construction.id


@pytest.mark.parametrize("case", [*table("award-acts-2"), *table("award-names")], ids=lambda case: case.id)
def test_an_act_is_read_with_its_parts(case: Case) -> None:
    assert outcome(case, lambda facts: facts.awards) == "", case.text

"""The register finds the one person whom a pronoun or a given name means, and nobody where two may be meant."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText, text_of_lines
from generator.extraction.engine import Passage
from generator.extraction.names.bodies.units_in_full import unit_in_full
from generator.extraction.names.references.register import Register, own_units
from generator.text.views import Views


def _article(text: str) -> ArticleText:
    return text_of_lines(Passage(Views(text)))


def _last(text: str, *known: str) -> list[tuple[str, str | None]]:
    article = _article(text)
    register, passage = Register(article, known), article.passage(article.sentences[-1])
    found = [*register.pronouns(passage), *register.given_names(passage), *register.short_names(passage)]
    return [(finding.name, finding.stated_as) for finding in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ông Lê Văn Bảy về hưu. Ông được tặng Bằng khen.", [("Lê Văn Bảy", "Ông")]),
        ("Bà Lê Thị Bảy về hưu. Năm 2020, bà đã vinh dự được tặng Bằng khen.", [("Lê Thị Bảy", "bà")]),
        ("Chị Lê Thị Bảy về hưu. Bộ Y tế tặng chị Bằng khen.", [("Lê Thị Bảy", "chị")]),
        ("Em Lê Bá Bảy học giỏi. Trường trao giấy khen cho em.", [("Lê Bá Bảy", "em")]),
        ("Ông Lê Văn Bảy về hưu. Bà được tặng Bằng khen.", []),
        ("Ông Lê Văn Bảy gặp ông Trần Văn Tư. Ông được tặng Bằng khen.", []),
        ("Ông Lê Văn Bảy về hưu. Tác phẩm của ông được tặng giải.", []),
        ("Ông Lê Văn Bảy về hưu. Trường trao giấy khen cho em học sinh nghèo.", []),
        ("Ông được tặng Bằng khen.", []),
    ],
)
def test_a_pronoun_means_the_person_named_last(text: str, found: list[tuple[str, str]]) -> None:
    assert _last(text) == found


def test_people_of_the_article_come_before_other_names() -> None:
    text = "Ông Lê Văn Bảy ở đường Trần Văn Tư về hưu. Ông được tặng Bằng khen."
    assert _last(text, "Lê Văn Bảy") == [("Lê Văn Bảy", "Ông")]


def test_nobody_is_meant_from_too_far_away() -> None:
    text = "Ông Lê Văn Bảy về hưu. " + "Trời hôm nay mưa to. " * 200 + "Ông được tặng Bằng khen."
    assert _last(text) == []


def test_a_given_name_stands_for_the_one_full_name() -> None:
    assert _last("Lê Văn Khoát là kỹ sư. Khoát nhận Bằng khen.") == [("Lê Văn Khoát", "Khoát")]
    assert _last("Lê Văn Khoát gặp Trần Văn Khoát. Khoát nhận Bằng khen.") == []
    assert _last("Lê Văn Khoát là kỹ sư. Huyện tặng giấy khen cho anh Khoát.", "Lê Văn Khoát") == [("Lê Văn Khoát", "Khoát")]


def test_a_unit_under_its_common_noun() -> None:
    text = "Trường THPT Hoa Sen họp. UBND tỉnh tặng cờ cho trường."
    assert [name for _, _, name in own_units(Passage(Views(text)))] == ["Trường THPT Hoa Sen"]
    two = "Trường THPT Hoa Sen và Trường THPT Hoa Đào họp. UBND tỉnh tặng cờ cho trường."
    assert list(own_units(Passage(Views(two)))) == []
    assert unit_in_full(Passage(Views(text)), "bệnh viện", len(text)) is None


def test_given_names_behind_a_plural_are_the_known_persons() -> None:
    text = "Công ty đã khen thưởng các anh Tú, Trung và Tân, cùng em Hiền."
    known = ["Lò Văn Tú", "Mai Văn Trung", "Phan Minh Tân", "Lê Thị Hiền", "Vũ Văn Hiền"]
    article = _article(text)
    found = Register(article, known).short_names(article.passage(article.sentences[0]))
    assert [(finding.name, finding.stated_as) for finding in found] == [
        ("Lò Văn Tú", "Tú"),
        ("Mai Văn Trung", "Trung"),
        ("Phan Minh Tân", "Tân"),
    ]

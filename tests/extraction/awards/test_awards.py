"""Awards: the patterns and traps of the domain's grammar, each said in several ways (cases/awards.yml)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.facts import Award, Facts
from generator.text.numbers import number_in_words
from tests.extraction.table import Case, article, facts_of, mismatch, outcome, table

CASES = [*table("awards"), *table("register"), *table("award-positions")]
#: The newer placement of tones, as many offices write it.
_NEWER = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "òe": "oè",
    "óe": "oé",
    "ỏe": "oẻ",
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ụy": "uỵ",
}


def awards_of(facts: Facts) -> tuple[Award, ...]:
    return facts.awards


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert outcome(case, awards_of) == ""


@pytest.mark.parametrize("case", [case for case in CASES if any(pair in case.text for pair in _NEWER)], ids=lambda case: case.id)
def test_the_newer_placement_of_tones_says_the_same(case: Case) -> None:
    text = re.sub("|".join(_NEWER), lambda match: _NEWER[match.group()], case.text)
    assert outcome(replace(case, text=text), awards_of) == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_odd_spaces_and_quotes_say_the_same(case: Case) -> None:
    text = case.text.replace("“", '"').replace("”", '"').replace(" cho ", " cho\u00a0").replace(", ", ",  ")
    assert outcome(replace(case, text=text), awards_of) == ""


_GRANTERS = [
    "",
    "Ban Thường vụ Huyện ủy Tân Yên",
    "UBND tỉnh Long An",
    "Hội đồng Thi đua - Khen thưởng",
    "Thủ tướng Chính phủ",
    "đồng chí Lê Văn Tám",
    "Ban Tổ chức",
]
_VERBS = [
    "trao",
    "tặng",
    "trao tặng",
    "đã trao",
    "quyết định tặng thưởng",
    "được tặng",
    "vinh dự nhận",
    "đạt",
    "khen thưởng",
    "tuyên dương",
    "công nhận",
    "đề nghị tặng",
    "phấn đấu đạt",
    "không",
    "thừa ủy quyền trao",
    "sẽ trao",
]
_FORMS = [
    "giấy khen",
    "Bằng khen",
    "Huân chương Lao động hạng Nhì",
    "Huy hiệu 50 năm tuổi Đảng",
    "Kỷ niệm chương “Vì sự nghiệp”",
    "danh hiệu Lao động tiên tiến",
    "giải Nhất",
    "3 giải Ba",
    "Cờ thi đua",
    "",
    "Huy hiệu Đảng",
    "Tập thể lao động xuất sắc",
]
_GROUPS = [
    "cho 12 đảng viên",
    "cho 02 tập thể",
    "7 cá nhân",
    "ba hộ gia đình",
    "các đơn vị",
    "1.250 hội viên",
    "cho ông Nguyễn Văn Bình",
    "Trường Tiểu học Tân Phú",
    "15 chi bộ và 4 đảng bộ",
    "trong đó có Đảng bộ Sở Y tế",
    "gồm: Chi bộ 1, Chi bộ 2",
    "tập thể, cá nhân",
]
_REASONS = [
    "có thành tích xuất sắc năm 2022",
    "hoàn thành xuất sắc nhiệm vụ 5 năm liền (2018 - 2022)",
    "vì đã cứu người",
    "trong công tác dân vận",
    "giai đoạn 2016-2020",
    "10%",
]
_SEPARATORS = [" ", ", ", "; ", ". ", " và ", ": ", "\n", "\n\n", " (", ") ", "”", " - ", ".", ",", "… "]
_PIECES = st.sampled_from([*_GRANTERS, *_VERBS, *_FORMS, *_GROUPS, *_REASONS])
TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(_SEPARATORS)), min_size=1, max_size=24).map(
    lambda parts: "".join(a + b for a, b in parts)
)
SENTENCES = st.tuples(
    st.sampled_from(_GRANTERS),
    st.sampled_from(_VERBS),
    st.sampled_from(_FORMS),
    st.lists(st.tuples(st.sampled_from(_GROUPS), st.sampled_from(_REASONS)), max_size=5),
    st.sampled_from(_SEPARATORS),
).map(lambda one: f"{one[0]} {one[1]} {one[2]} " + one[4].join(f"{group} {reason}" for group, reason in one[3]))


def numbers_in(text: str) -> set[int]:
    """Every number that the text writes in digits or in words."""
    found = {int(digits.replace(".", "")) for digits in re.findall(r"\d{1,3}(?:\.\d{3})+|\d+", text)}
    words = re.findall(r"[^\W\d]+", text.lower())
    for length in (1, 2, 3):
        for at in range(len(words) - length + 1):
            try:
                value: Any = number_in_words(" ".join(words[at : at + length]))
            except (KeyError, ValueError):
                continue
            if value is not None:
                found.add(value)
    return found


def check(text: str) -> None:
    _, facts = facts_of("Tin hoạt động của ngành trong tháng\n\n" + text + "\n\nHội nghị kết thúc tốt đẹp.")
    numbers = numbers_in(text)
    for award in facts.awards:
        assert award.count is None or award.count in numbers or award.count in {1, len(award.names)} or award.rule == "award.list", award
        assert award.status in {"granted", "proposed", "past"}
        assert award.period is None or award.period[0] < award.period[1]
        assert all(name.strip() for name in award.names)
        assert list(award.years) == sorted(set(award.years))
    for rating in facts.ratings:
        assert rating.count is None or rating.count == 0 or rating.count in {*numbers, 1}, rating
        assert rating.percent is None or 0 <= rating.percent <= 100
        assert rating.count is not None or rating.percent is not None


@given(st.one_of(TEXTS, SENTENCES, st.lists(SENTENCES, min_size=2, max_size=4).map(". ".join)))
def test_any_order_of_fragments_gives_sound_facts(text: str) -> None:
    check(text)


@given(st.lists(SENTENCES, min_size=1, max_size=3).map("; ".join))
def test_upper_case_gives_sound_facts(text: str) -> None:
    check(text.upper())


@pytest.mark.parametrize("cases", [CASES[::5], pytest.param(CASES, marks=pytest.mark.slow)], ids=["some", "all"])
def test_a_repeated_paragraph_adds_no_award(cases: list[Case]) -> None:
    for case in cases:
        last = case.text.strip().rsplit("\n\n", 1)[-1]
        _, once = facts_of(case.text)
        _, twice = facts_of(case.text + "\n\nCác đại biểu đã dự buổi lễ và chúc mừng.\n\n" + last)
        assert mismatch(case.expect, twice.awards) == "", (case.id, len(once.awards))


def test_a_table_of_cases_says_what_differs() -> None:
    case = Case("x", "", [{"type": "giay-khen", "count": 2}])
    facts = facts_of("Tin của ngành\n\nĐảng ủy xã tặng giấy khen cho 3 chi bộ.")[1]
    assert mismatch(case.expect, facts.awards).startswith("- {'type': 'giay-khen', 'count': 2}\n+ {'type': 'giay-khen'")
    assert article("Tin của ngành\n\nĐảng ủy xã họp.").title == "Tin của ngành"

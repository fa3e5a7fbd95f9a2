"""Ratings: which subject reached which level how often, as a result or as a target (cases/rating*.yml)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.facts import Facts, Rating
from tests.extraction.awards.test_awards import numbers_in
from tests.extraction.table import Case, facts_of, outcome, table

CASES = table("ratings")
CLAUSES = table("rating-clauses")
REPORTS = [*table("rating-reports"), *table("rating-reports-2")]


def ratings_of(facts: Facts) -> tuple[Rating, ...]:
    return facts.ratings


@pytest.mark.parametrize("case", [*CASES, *CLAUSES, *REPORTS], ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert outcome(case, ratings_of) == ""


_BARE = [case for case in CASES if "hoàn thành" in case.text and not any(word in case.text for word in ("“", "không có", "tư cách"))]


@pytest.mark.parametrize("case", _BARE, ids=lambda case: case.id)
def test_levels_in_quotes_say_the_same(case: Case) -> None:
    text = case.text
    for level in ("không hoàn thành nhiệm vụ", "hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ"):
        text = text.replace(level, f"“{level[0].upper()}{level[1:]}”")
    assert outcome(replace(case, text=text), ratings_of) == ""


_SUBJECTS = ["đảng viên", "chi bộ", "tổ chức cơ sở đảng", "tập thể cấp ủy", "công chức", "Đảng bộ xã Yên Bình", ""]
_LEVELS = [
    "hoàn thành xuất sắc nhiệm vụ",
    "hoàn thành tốt nhiệm vụ trở lên",
    "hoàn thành nhiệm vụ",
    "không hoàn thành nhiệm vụ",
    "trong sạch vững mạnh",
    "HTTNV",
    "nhiệm vụ",
]
_QUANTITIES = ["12", "95%", "98,45%", "1.204", "không có", "ít nhất 90%", "mười hai", "7/9", "0,33%", "100%", "hơn 200"]
_CUES = [
    "",
    "Năm 2022",
    "phấn đấu",
    "Kết quả",
    "so với Nghị quyết",
    "chỉ tiêu",
    "trong đó",
    "xếp loại",
    "(Nghị quyết ít nhất 95%)",
    "chiếm",
    "đạt",
]
_SEPARATORS = [" ", ", ", "; ", ". ", " và ", ": ", "\n- ", " (", ") ", "\n\n"]
_PARTS = st.tuples(
    st.sampled_from(_CUES), st.sampled_from(_QUANTITIES), st.sampled_from(_SUBJECTS), st.sampled_from(_LEVELS), st.permutations(range(4))
)
TEXTS = st.lists(st.tuples(_PARTS, st.sampled_from(_SEPARATORS)), min_size=1, max_size=8).map(
    lambda parts: "".join(" ".join(str(one[index]) for index in one[4]) + separator for one, separator in parts)
)


@given(TEXTS)
def test_any_order_of_fragments_gives_sound_ratings(text: str) -> None:
    _, facts = facts_of("Tin hoạt động của ngành trong tháng\n\n" + text + "\n\nHội nghị kết thúc tốt đẹp.")
    numbers = numbers_in(text)
    for rating in facts.ratings:
        assert rating.count is None or rating.count in {*numbers, 0, 1}, rating
        assert rating.percent is None or 0 <= rating.percent <= 100
        assert rating.count is not None or rating.percent is not None
        assert rating.kind in {"result", "target"}
        assert rating.year is None or rating.year == 2022

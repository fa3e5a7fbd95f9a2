"""Which facts are the same: the contract's rules as tables of cases."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evaluation.matching import FAMILIES, KINDS, alike, comparable, largest_matching
from generator.lexicon.load import lexicon

SAME = {kind.name: kind.same for kind in KINDS}
AWARD = {"type": "giay-khen", "kind": "chi-bo", "count": 3, "status": "granted"}
DECISION = {"number": "12/QĐ-UBND", "date": "2024-03-05", "issuer": "Chủ tịch UBND tỉnh"}
RATING = {"subject": "chi-bo", "level": "hoan-thanh-tot", "count": 4, "percent": 12.5, "kind": "result", "year": 2022}

# kind of fact, gold, what of it is found otherwise, the same by default, the same strictly
CASES: list[tuple[str, dict[str, Any], dict[str, Any], bool, bool]] = [
    ("awards", AWARD, {}, True, True),
    ("awards", AWARD, {"type": "bang-khen"}, False, False),
    ("awards", AWARD, {"count": 4}, False, False),
    ("awards", AWARD, {"count": None}, False, False),
    ("awards", AWARD, {"status": "proposed"}, False, False),
    ("awards", AWARD, {"kind": "dang-bo-co-so"}, True, False),  # one family
    ("awards", AWARD, {"kind": "don-vi"}, True, False),  # collectives often are party organisations
    ("awards", AWARD, {"kind": "dang-vien"}, False, False),
    ("awards", {**AWARD, "kind": "dang-vien", "count": 1}, {"kind": "ca-nhan"}, True, False),
    ("awards", {**AWARD, "kind": "dang-vien", "count": 2}, {"kind": "ca-nhan"}, False, False),
    ("awards", {**AWARD, "kind": "dang-vien", "type": "huy-hieu-dang"}, {"kind": "ca-nhan"}, True, False),
    ("awards", {**AWARD, "standard": "Hoàn thành xuất sắc nhiệm vụ"}, {"standard": "hoàn thành xuất sắc nhiệm vụ tiêu biểu"}, True, True),
    ("awards", {**AWARD, "standard": "Dân vận khéo"}, {"standard": None}, True, False),
    ("awards", {**AWARD, "rank": 1}, {"rank": 2}, True, False),
    ("awards", {**AWARD, "period": [2018, 2022]}, {"period": (2018, 2022)}, True, True),
    ("awards", {**AWARD, "period": [2018, 2022]}, {"period": None}, True, False),
    ("awards", AWARD, {"granted_by": "Quận ủy"}, True, True),  # the gold doesn't say who
    ("awards", {**AWARD, "granted_by": "Quận uỷ 3"}, {"granted_by": "Quận ủy 3"}, True, True),
    ("awards", AWARD, {"approximate": "nearly", "decision": {"number": "12/QĐ-UBND"}, "posthumous": True}, True, True),  # gold is silent
    ("awards", {**AWARD, "approximate": "at-least"}, {}, True, True),
    ("awards", {**AWARD, "approximate": "at-least"}, {"approximate": "about"}, True, False),
    ("awards", {**AWARD, "approximate": None}, {"approximate": "per-year"}, True, False),
    ("awards", {**AWARD, "posthumous": True}, {"posthumous": False}, True, False),
    ("awards", {**AWARD, "posthumous": False}, {"posthumous": None}, True, True),
    ("awards", {**AWARD, "decision": None}, {}, True, True),
    ("awards", {**AWARD, "decision": None}, {"decision": DECISION}, True, False),
    ("awards", {**AWARD, "decision": DECISION}, {"decision": None}, True, False),
    ("awards", {**AWARD, "decision": DECISION}, {"decision": {**DECISION, "number": "12 / qđ - ubnd"}}, True, True),
    ("awards", {**AWARD, "decision": DECISION}, {"decision": {**DECISION, "number": "13/QĐ-UBND"}}, True, False),
    ("awards", {**AWARD, "decision": DECISION}, {"decision": {**DECISION, "date": "2024-03-06"}}, True, False),
    ("awards", {**AWARD, "decision": DECISION}, {"decision": {**DECISION, "issuer": "Bộ Y tế"}}, True, False),
    ("awards", {**AWARD, "decision": {"number": "12/QĐ-UBND", "date": "2024-03"}}, {"decision": DECISION}, True, True),  # cut short
    ("awards", {**AWARD, "decision": "12/QĐ-UBND"}, {"decision": DECISION}, True, True),  # the number alone
    ("event date", {"date": "2023-08-05"}, {"date_end": "2023-08-07"}, True, True),
    ("event date", {"date": "2023-08-05", "date_end": "2023-08-07"}, {}, True, True),
    ("event date", {"date": "2023-08-05", "date_end": "2023-08-07"}, {"date_end": None}, True, False),
    ("event date", {"date": "2023-08-05", "date_end": None}, {"date_end": "2023-08-07"}, True, False),
    ("event date", {"date": "2023-08-05", "date_end": "2023-08"}, {"date_end": "2023-08-07"}, True, True),  # cut short
    ("event date", {"date": "2023-08-05"}, {"date": "2023-08-07"}, False, False),
    ("event date", {"date": "2023-08"}, {"date": "2023-08-07"}, True, True),
    ("event date", {"date": "2023-08"}, {"date": None}, False, False),
    ("ratings", RATING, {}, True, True),
    ("ratings", RATING, {"percent": 12.50001}, True, True),
    ("ratings", RATING, {"percent": 12.6}, False, False),
    ("ratings", RATING, {"kind": "target"}, False, False),
    ("ratings", RATING, {"year": 2021}, True, False),
    ("ratings", RATING, {"subject": "dang-bo"}, True, False),
    ("people", {"name": "Đỗ Thị Lan", "role": "Bí thư"}, {"name": "đỗ thị lan", "roles": [{"title": "Bí thư", "unit": None}]}, True, True),
    ("people", {"name": "Đỗ Thị Lan", "role": "Bí thư"}, {"roles": []}, True, False),
    (
        "people",
        {"name": "Đỗ Thị Lan", "role": "GĐ"},
        {"name": "Đỗ Thị Lan", "roles": [{"title": "Giám đốc", "written": "GĐ"}]},
        True,
        True,
    ),
    ("people", {"name": "Đỗ Thị Lan", "role": None}, {"roles": []}, True, True),
    ("people", {"name": "Đỗ Thị Lan", "role": None}, {"name": "Đỗ Thị Lan Anh"}, False, False),
    ("documents", {"kind": "cong-van", "number": "12 - CV/QU"}, {"number": "12-CV/QU"}, True, True),
    ("documents", {"kind": "cong-van", "number": "12-CV/QU"}, {"kind": "ke-hoach"}, False, False),
    ("documents", {"kind": "cong-van", "number": "12-CV/QU", "date": "2022-10-27"}, {"date": None}, True, False),
    ("documents", {"kind": "nghi-quyet", "issuer": "Đại hội Đảng bộ Khối"}, {"issuer": None, "title": "Đại hội Đảng bộ khối"}, True, False),
    ("documents", {"kind": "nghi-quyet", "issuer": "Đại hội"}, {"number": "4"}, False, False),
    ("figures", {"value": 23, "of": 15, "percent": 153, "kind": "result"}, {"value": 23.0}, True, True),
    ("figures", {"value": 23, "of": 15, "kind": "result"}, {"of": None}, False, False),
    ("figures", {"value": 23, "kind": "result"}, {"kind": "target"}, True, False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "gold", "otherwise", "default", "strict"), CASES)
def test_facts(kind: str, gold: dict[str, Any], otherwise: dict[str, Any], default: bool, strict: bool) -> None:
    found = {**gold, **otherwise}
    assert SAME[kind](gold, found, False) is default
    assert SAME[kind](gold, found, True) is strict


@pytest.mark.parametrize(
    ("kind", "gold", "found", "default", "strict"),
    [
        ("title", "Đảng uỷ phường tổng kết", "Đảng ủy phường tổng kết", True, True),
        ("title", "Trao giấy khen", "Đại hội chi bộ", False, False),
        ("published", "2023-03", "2023-03-07T04:32", True, True),  # cut short where the gold says less
        ("published", "2023-03-07T04:32", "2023-03", False, False),
        ("hosts", "Đảng ủy Khối", "Đảng ủy Khối Doanh nghiệp", True, False),
        ("hosts", "Quận uỷ", "Quận ủy", True, True),
        ("years", 2022, 2022, True, True),
        ("years", 2022, 2023, False, False),
    ],
)
def test_plain_values(kind: str, gold: Any, found: Any, default: bool, strict: bool) -> None:
    assert SAME[kind](gold, found, False) is default
    assert SAME[kind](gold, found, True) is strict


def test_comparable_spellings() -> None:
    assert comparable("  Đảng ỦY – khối “A” 50% 12-CV/QU ") == "dang uy khoi a 50% 12 cv/qu"
    assert comparable(None) == ""
    assert alike(None, "")
    assert not alike(None, "Quận ủy")


def test_every_kind_of_a_family_is_a_kind_of_recipient() -> None:
    assert {kind for kinds in FAMILIES.values() for kind in kinds} | set(FAMILIES) <= set(lexicon("recipients").by_id)


def test_gifts_are_never_scored() -> None:
    awards = next(kind for kind in KINDS if kind.name == "awards")
    assert awards.of_record({"awards": [{"type": "tang-hoa"}, {"type": "giay-khen"}]}) == [{"type": "giay-khen"}]


def test_the_matching_is_a_largest_one() -> None:
    takes = {(0, 0), (0, 1), (1, 0)}  # whoever comes first must give way
    assert largest_matching([0, 1], [0, 1], lambda gold, found: (gold, found) in takes) == {0: 1, 1: 0}


@given(st.lists(st.integers(0, 5), max_size=7), st.lists(st.integers(0, 5), max_size=7), st.randoms(use_true_random=False))
def test_property_order_never_matters(gold: list[int], found: list[int], random: Any) -> None:
    close = lambda a, b: abs(a - b) <= 1  # noqa: E731
    size = len(largest_matching(gold, found, close))
    shuffled = random.sample(found, len(found))
    pairs = largest_matching(random.sample(gold, len(gold)), shuffled, close)
    assert len(pairs) == size
    assert len(set(pairs.values())) == size

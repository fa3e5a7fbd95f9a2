"""When two tellings speak of one body, one reason, one time."""

from __future__ import annotations

import pytest

from generator.extraction.awards.standards import Merit
from generator.extraction.sameness import ONE_WRITER, TWO_WRITERS, granters_agree, reasons_agree, runs_contradict, times_contradict


@pytest.mark.parametrize(("one", "other"), [
    ("UBND tỉnh", "Chủ tịch UBND tỉnh Sông Xanh"),
    ("UBND huyện Lộc Sơn", "Chủ tịch Ủy ban nhân dân huyện"),
    ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh Sông Xanh"),
    ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
    ("Đảng và Nhà nước", "Chủ tịch nước"),
    ("Thủ tướng", "Chính phủ"),
    ("Giám đốc", "Sở Y tế tỉnh"),
    ("Sở Y tế, UBND tỉnh", "UBND tỉnh"),
    ("Sở Y tế", None),
])  # fmt: skip
def test_one_body_under_two_names(one: str, other: str | None) -> None:
    assert granters_agree(one, other)
    assert granters_agree(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("UBND tỉnh", "UBND huyện Mộc Châu"),
    ("Bộ Y tế", "Công đoàn Y tế Việt Nam"),
    ("Bộ Y tế", "Bộ Quốc phòng"),
    ("Sở Y tế", "Sở Giáo dục và Đào tạo"),
    ("Hội Nông dân tỉnh", "Hội Phụ nữ tỉnh"),
    ("Giám đốc Công an TP Hà Nội", "Bưu điện TP Hà Nội"),
    ("Chủ tịch nước", "Thủ tướng Chính phủ"),
])  # fmt: skip
def test_two_bodies(one: str, other: str) -> None:
    assert not granters_agree(one, other)
    assert not granters_agree(other, one)


def test_two_reporters_may_paraphrase_a_reason_one_may_not() -> None:
    one, other = "thành tích xuất sắc trong phong trào xây dựng nông thôn mới", "có thành tích xây dựng nông thôn mới giai đoạn vừa qua"
    assert reasons_agree(one, other, TWO_WRITERS)
    assert not reasons_agree(one, other, ONE_WRITER)
    assert reasons_agree(one, None, ONE_WRITER)


def test_times_contradict_only_where_both_are_told() -> None:
    told, silent = Merit(None, (2021,), None, 5), Merit(None, (), None, None)
    assert not times_contradict(told, silent)
    assert times_contradict(told, Merit(None, (2022,), None, None))
    assert times_contradict(Merit(None, (), (2016, 2020), None), Merit(None, (), (2011, 2015), None))
    assert runs_contradict(told, Merit(None, (), None, 3))
    assert not runs_contradict(told, silent)

"""A unit's other names: each once, and no post of a person among them."""

from __future__ import annotations

from generator.rendering.parts.records.other_names import other_names


def test_a_post_is_no_name_and_capitals_make_no_other() -> None:
    names = ["Bộ GD&ĐT", "Bộ trưởng Bộ GD&ĐT", "bộ gd&đt", "Ban Chấp hành Đảng bộ Hoa Mai", "Chủ tịch UBND phường Hoa Mai"]
    assert list(other_names("Bộ Giáo dục và Đào tạo", names)) == ["Bộ GD&ĐT", "Ban Chấp hành Đảng bộ Hoa Mai"]
    assert list(other_names("Chủ tịch nước", ["Chủ tịch Nước CHXHCN Việt Nam", "chủ tịch nước"])) == ["Chủ tịch Nước CHXHCN Việt Nam"]

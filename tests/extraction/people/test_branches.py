"""Positions with long names of divisions and units, and where they stand before their holder; highland names."""

from __future__ import annotations

import pytest

from tests.extraction.people.test_people import given_roles

Roles = list[tuple[str, str | None]]

CASES: list[tuple[str, list[tuple[str, Roles]]]] = [
    # small words of a division's name, up to its unit, a bracket or a verb
    (
        "Ông Hồ Phú Bạch, Trưởng phòng Khảo thí và Kiểm định chất lượng giáo dục Sở GD-ĐT nói.",
        [("Hồ Phú Bạch", [("Trưởng phòng Khảo thí và Kiểm định chất lượng giáo dục", "Sở GD-ĐT")])],
    ),
    (
        "Bà Trịnh Thị Lựu, Phó Trưởng phòng Quản lý chất lượng công trình Sở Xây dựng nói.",
        [("Trịnh Thị Lựu", [("Phó Trưởng phòng Quản lý chất lượng công trình", "Sở Xây dựng")])],
    ),
    (
        "TS Lâm Quốc Sơn, Trưởng phòng giám sát ngộ độc (Cục An toàn), cho biết.",
        [("Lâm Quốc Sơn", [("Trưởng phòng giám sát ngộ độc", "Cục An toàn")])],
    ),
    (
        "Ông Đặng Thanh Cảnh, Trưởng Ban đại diện cha mẹ học sinh phát biểu.",
        [("Đặng Thanh Cảnh", [("Trưởng Ban đại diện cha mẹ học sinh", None)])],
    ),
    (
        "Ông Ngô Quốc Trung, Trưởng Ban Bảo vệ, chăm sóc sức khỏe cán bộ Trung ương viếng.",
        [("Ngô Quốc Trung", [("Trưởng Ban Bảo vệ, chăm sóc sức khỏe cán bộ", None)])],
    ),
    (
        "Bà Cao Thị Thu, Trưởng khoa Hồi sức tích cực - Chống độc Bệnh viện Đa khoa tỉnh nói.",
        [("Cao Thị Thu", [("Trưởng khoa Hồi sức tích cực - Chống độc", "Bệnh viện Đa khoa tỉnh")])],
    ),
    ("Bà Cao Thị Thu, Trưởng phòng Nội vụ kể chuyện.", [("Cao Thị Thu", [("Trưởng phòng Nội vụ", None)])]),
    ("Đại úy Lã Thị Gấm, trợ lý chính trị, nhận giải.", [("Lã Thị Gấm", [("Đại úy", None), ("trợ lý chính trị", None)])]),
    ("Bà Trần Thị Yến, Phó Vụ trưởng - Vụ Thi đua khen thưởng dự.", [("Trần Thị Yến", [("Phó Vụ trưởng", "Vụ Thi đua khen thưởng")])]),
    (
        "Lê Thảo Anh – học sinh lớp 10B1 trường THPT Lê Quý Đôn nhận giải.",
        [("Lê Thảo Anh", [("học sinh lớp 10B1", "trường THPT Lê Quý Đôn")])],
    ),
    # what is left of a unit's name, its parent in brackets
    (
        "Theo Cục trưởng Cục Quản lý nhà đất và thị trường BĐS Nguyễn Mạnh Hà, giá giảm.",
        [("Nguyễn Mạnh Hà", [("Cục trưởng", "Cục Quản lý nhà đất")])],
    ),
    ("Theo Giám đốc Trung tâm Y tế (huyện Mai Sơn) Lò Văn Hặc, dịch đã lui.", [("Lò Văn Hặc", [("Giám đốc", "Trung tâm Y tế")])]),
    ("Bí thư Huyện ủy thăm hỏi Lò Văn Hặc ở bản.", []),
    # a clause opens with the position
    ("Với cương vị là Chủ tịch Hội, chị Phạm Thị Hằng luôn chủ động.", [("Phạm Thị Hằng", [("Chủ tịch", "Hội")])]),
    ("Năm ấy, trong vai trò Bí thư chi bộ, ông Lò Văn Pâng luôn gương mẫu.", [("Lò Văn Pâng", [("Bí thư", "chi bộ")])]),
    (
        "“Cần sửa luật”, ĐBQH tỉnh Hà Nam, ông Lê Đức Tiến và ĐBQH tỉnh Hòa Bình, ông Ngô Tiến Sinh cùng nhận định.",
        [("Lê Đức Tiến", [("Đại biểu Quốc hội", "tỉnh Hà Nam")]), ("Ngô Tiến Sinh", [("Đại biểu Quốc hội", "tỉnh Hòa Bình")])],
    ),
    ("Theo lời Giám đốc Sở Y tế, ông Lê Văn Cả cần nghỉ", [("Lê Văn Cả", [])]),
    # a unit in brackets, one for two titles
    ("Theo ĐB Mai Hữu Tính (Bình Dương), cần sửa luật.", [("Mai Hữu Tính", [("Đại biểu", "Bình Dương")])]),
    ("Đại biểu Lê Thị Mơ (35 tuổi) cho biết.", [("Lê Thị Mơ", [("Đại biểu", None)])]),
    ("Ông Lê Văn Ba, Trưởng phòng Tổng hợp (Sở Y tế), nói.", [("Lê Văn Ba", [("Trưởng phòng Tổng hợp", "Sở Y tế")])]),
    ("Ông Lê Văn Ba, Giám đốc (áo trắng), trao quà.", [("Lê Văn Ba", [("Giám đốc", None)])]),
    (
        "Anh Vũ Trọng Khang, Phó Chủ tịch kiêm Tổng Thư ký Hội Nhà báo.",
        [("Vũ Trọng Khang", [("Phó Chủ tịch kiêm Tổng Thư ký", "Hội Nhà báo")])],
    ),
    ("Anh Lê Văn Ba, Chủ tịch Hội kiêm Giám đốc HTX Sông Mây.", [("Lê Văn Ba", [("Chủ tịch", "Hội"), ("Giám đốc", "HTX Sông Mây")])]),
    ("Anh Lê Văn Ba, Bí thư kiêm Chủ tịch UBND xã.", [("Lê Văn Ba", [("Bí thư", None), ("Chủ tịch", "UBND xã")])]),
    (
        "Trưởng Công an xã Mường Chanh, Thượng úy Cầm Văn Toản cho biết",
        [("Cầm Văn Toản", [("Thượng úy", None), ("Trưởng Công an", "xã Mường Chanh")])],
    ),
    ("Ông Phạm Văn Tám, Chi hội trưởng Chi hội CCB thôn 3.", [("Phạm Văn Tám", [("Chi hội trưởng", "Chi hội CCB thôn 3")])]),
    ("Có người trở thành Giám đốc Sở Y tế như bác sĩ Trần Văn Lâm.", [("Trần Văn Lâm", [("bác sĩ", None), ("Giám đốc", "Sở Y tế")])]),
    # highland names
    ("Ông Y Blô Niê, già làng buôn Ea Sim, kể.", [("Y Blô Niê", [("già làng", "buôn Ea Sim")])]),
    ("Già làng Y Bhiông Niê Kđăm được tặng bằng khen.", [("Y Bhiông Niê Kđăm", [("Già làng", None)])]),
    ("Có những người như Điểu M’Rung - Trưởng ban Văn hóa xã Đắk Tih.", [("Điểu M’Rung", [("Trưởng ban Văn hóa", "xã Đắk Tih")])]),
    ("Ông Bríu Pố, già làng thôn A Rơi, kể.", [("Bríu Pố", [("già làng", "thôn A Rơi")])]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_positions_and_their_holders(text: str, expected: list[tuple[str, Roles]]) -> None:
    assert given_roles(text) == expected

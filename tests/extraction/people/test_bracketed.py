"""Names in rows of brackets, behind a degree with its field, and of rare families."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.people.article import people
from tests.extraction.table import article_of_lines


def named(text: str) -> list[str]:
    return [person.name for person in people(ArticleText(article_of_lines(text)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ba huy chương vàng thuộc về các em:\nTrần Hồng Quý (THPT Bắc Sơn), Phạm Tuấn Hải (THPT Nam Sơn), Lê Thế Hào (THPT Tây Sơn).",
            ["Trần Hồng Quý", "Phạm Tuấn Hải", "Lê Thế Hào"],
        ),
        ("Dịp này, ông Võ Hữu Thái (huyện Long An) và Hồ Sơn Tú (huyện Xuân An) nhận bằng khen.", ["Võ Hữu Thái", "Hồ Sơn Tú"]),
        ("Đại biểu Trần Thị Hiên (Hà Nam); Giàng Thị Bích (Lào Cai) cho rằng cần sửa luật.", ["Trần Thị Hiên", "Giàng Thị Bích"]),
        ("Các bài đoạt giải: “Đường về” (Lê Thị Hạnh - Báo A), “Bến sông” (Lê Văn Cần - Đài B).", ["Lê Thị Hạnh", "Lê Văn Cần"]),
        ("GS sử học Lê Văn Lâm và bác sĩ phẫu thuật tim Hồ Thị Na được tôn vinh.", ["Lê Văn Lâm", "Hồ Thị Na"]),
        ("Dự lễ có các nghệ sĩ Lê Thị Hoàn, Trần Văn Thực và Đỗ Minh Quản.", ["Lê Thị Hoàn", "Trần Văn Thực", "Đỗ Minh Quản"]),
        ("Viện trưởng VKSND tối cao Lê Minh Trực phát biểu.", ["Lê Minh Trực"]),
        ("Lễ vinh danh nhà leo núi Edmund Holland diễn ra tối 29/5.", ["Edmund Holland"]),
        ("Dự lễ có ông Lương Văn Tứ - nguyên Thứ trưởng Bộ Công Thương, nguyên Trưởng đoàn đàm phán.", ["Lương Văn Tứ"]),
    ],
)
def test_people_are_named(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Đường Nguyễn Văn Linh (quận 7), Lê Văn Lương (huyện Nhà Bè) được trao giải thưởng.",
        "Bằng khen cho học sinh các trường Nguyễn Thị Minh Khai (quận 3), Lê Hồng Phong (quận 5).",
        "Nghi can Trần Văn Bảy (xã A), Lê Văn Tám (xã B) bị bắt vì trộm huy chương vàng.",
        "Đi cùng có Trần Văn Bảy (SN 1990, ngụ xã A), Lê Văn Tám (SN 1992, ngụ xã B) không chấp hành.",
        "Lê Văn Bảy (xã A), Trần Văn Tám (xã B) đi chợ.",
        "Bác sĩ bệnh viện Nguyễn Tri Phương có mặt.",
        "Bác sĩ khám cho Nguyễn Văn Tèo tại nhà.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert named(text) == []

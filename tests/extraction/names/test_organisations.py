"""Where organisations' names end: the cases that a single example beside the rule can't hold."""

from __future__ import annotations

import pytest

from generator.extraction.engine import Passage
from generator.extraction.names.bodies.organisations import organisations
from generator.text.views import Views


def named(text: str) -> list[str]:
    return [str(organisation.value) for organisation in organisations(Passage(Views(text), 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bệnh viện Huyết học và phục hồi chức năng Hà Nội đã họp", ["Bệnh viện Huyết học và phục hồi chức năng Hà Nội"]),
        ("Sở Giáo dục và đào tạo Lào Cai họp", ["Sở Giáo dục và đào tạo Lào Cai"]),
        ("Sở Y tế và nhân dân tỉnh", ["Sở Y tế"]),
        ("UBND huyện và xã hội", ["UBND huyện"]),
        ("Bí thư Đảng ủy xã Lê Văn Tân kể", ["Đảng ủy xã"]),
        ("Phó Bí thư Thành ủy Hà Nội Tưởng Văn Lân kể", ["Thành ủy Hà Nội"]),
        ("Chủ tịch UBND tỉnh Lai Châu Lê Văn Tân trao quà", ["UBND tỉnh Lai Châu"]),
        ("Chủ tịch UBND tỉnh Hà Giang Lê Văn Tân trao quà", ["UBND tỉnh Hà Giang"]),
        ("Xưởng 35 đã nhận cờ", ["Xưởng 35"]),
        ("Đảng ủy MTTQ, các đoàn thể tỉnh họp", ["Đảng ủy MTTQ, các đoàn thể tỉnh"]),
        ("UBMTTQ tỉnh, các đoàn thể tỉnh họp", ["UBMTTQ tỉnh"]),
        ("Ủy ban Nhà nước về người Việt Nam ở nước ngoài tổ chức lễ", ["Ủy ban Nhà nước về người Việt Nam ở nước ngoài"]),
        ("Trường sĩ quan Công binh khai giảng", ["Trường sĩ quan Công binh"]),
        ("Trường Cao đẳng Y tế thường xuyên họp", ["Trường Cao đẳng Y tế"]),
        ("Phòng 4 Cục Hậu cần được khen", ["Phòng 4 Cục Hậu cần"]),
        ("tặng Phòng 4 giấy khen", []),
        ("Lữ đoàn Pháo binh 75 anh hùng", ["Lữ đoàn Pháo binh 75"]),
        ("Vụ Báo chí-Xuất bản; Nhà xuất bản Kim Đồng", ["Vụ Báo chí-Xuất bản", "Nhà xuất bản Kim Đồng"]),
        ("Công ty TNHH xây dựng - thương mại Hòa An được", ["Công ty TNHH xây dựng - thương mại Hòa An"]),
        ("Công ty Hòa An xây dựng nhà", ["Công ty Hòa An"]),
        ("Đài Tiếng nói nhân dân", ["Đài Tiếng nói nhân dân"]),
        ("Ban chỉ đạo Tây Nam bộ họp", ["Ban chỉ đạo Tây Nam bộ"]),
        ("Đại sứ quán Việt Nam tại Lào đã tổ chức lễ", ["Đại sứ quán Việt Nam tại Lào"]),
        ("CATP Hải Phòng, CAQ Hoàng Mai vừa họp", ["CATP Hải Phòng", "CAQ Hoàng Mai"]),
        ("Xưởng 35 đã được khen, Viện 35 - Tổng cục Kỹ thuật họp", ["Xưởng 35", "Viện 35", "Tổng cục Kỹ thuật"]),
        ("Chi bộ thôn Đoài được khen", ["Chi bộ thôn Đoài"]),
        ("Các chi bộ thôn đều họp", ["chi bộ"]),
        ("Phân xưởng Khai thác 3 Công ty Than Nam Lộc", ["Phân xưởng Khai thác 3 Công ty Than Nam Lộc"]),
        ("Công ty CP Licogi 27 đã được tặng cờ", ["Công ty CP Licogi 27"]),
        ("Công ty CP Licogi 27 công nhân", ["Công ty CP Licogi"]),
        ("Vụ Thi đua - Khen thưởng tổ chức họp", ["Vụ Thi đua - Khen thưởng"]),
        ("Hội Cựu chiến binh xã Tân Lập họp", ["Hội Cựu chiến binh xã Tân Lập"]),
        ("Ban Giám đốc Công an tỉnh, Đoàn Chủ tịch Ủy ban MTTQ tỉnh trao", ["Ban Giám đốc Công an tỉnh", "Đoàn Chủ tịch Ủy ban MTTQ tỉnh"]),
        ("CLB phòng chống ma túy phường Hòa Bình được khen", ["CLB phòng chống ma túy phường Hòa Bình"]),
        (
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực họp",
            ["Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực"],
        ),
    ],
)
def test_where_a_name_ends(text: str, expected: list[str]) -> None:
    assert named(text) == expected

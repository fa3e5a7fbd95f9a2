"""Who may grant what: clear contradictions are listed, open cases are not."""

from __future__ import annotations

import pytest

from generator.lexicon.granter_levels import level_of
from generator.lexicon.load import lexicon
from generator.model.facts import Inference
from generator.rendering.words.statements import sentence
from generator.resolution.review.levels import conflicts
from tests.resolution.review.made import at, award, entry

LEVELS = [
    ("Chủ tịch nước", "state"),
    ("Đảng và Nhà nước", "state"),
    ("Thủ tướng Chính phủ", "government"),
    ("Bộ trưởng Bộ Công an", "ministry"),
    ("Bộ Giáo dục và Đào tạo", "ministry"),
    ("Bộ Lao động, Thương binh và Xã hội", "ministry"),
    ("Bộ Tư lệnh BĐBP", "military"),
    ("Chủ tịch UBND tỉnh", "province"),
    ("Chủ tịch Ủy ban nhân dân tỉnh Cà Mau", "province"),
    ("UBND TPHCM", "province"),
    ("Chủ tịch UBND thành phố Hà Nội", "province"),
    ("Ban Thường vụ Tỉnh uỷ", "party-province"),
    ("Ban Thường vụ Thành ủy TP. Hồ Chí Minh", "party-province"),
    ("Đảng ủy Khối các cơ quan Trung ương", "party-province"),
    ("Liên đoàn Lao động tỉnh Thái Nguyên", "province-organisation"),
    ("Giám đốc Công an TP Hà Nội", "department"),
    ("Sở Y tế", "department"),
    ("UBND huyện Nam Đàn", "district"),
    ("Ban Thường vụ Quận ủy Long Biên", "party-district"),
    ("Đảng ủy Khối Doanh nghiệp quận", "party-upper-grassroots"),
    ("BCH LĐLĐ quận 8", "district-organisation"),
    ("Chủ tịch UBND xã Hòa Bình", "commune"),
    ("Đảng ủy phường Hoa Mai", "party-commune"),
    ("Chi bộ 2", "party-cell"),
    ("Hiệu trưởng Trường THPT Chu Văn An", "school"),
    ("UBND thành phố", None),  # a province's city, or a city of its own
    ("Thành ủy Huế", None),  # a province's city until 2024, a city of its own since
    ("Đảng ủy", None),
    ("Trung ương", None),
    ("Huyện ủy, Đảng ủy Công an", None),  # the second may be of any level
    ("Công đoàn Điện lực Việt Nam", None),
]
CONFLICTS = [
    # words, granter, type
    ("UBND huyện Nam Đàn tặng Huân chương Lao động cho 2 cá nhân.", "UBND huyện Nam Đàn", "huan-chuong-lao-dong"),
    ("Chi bộ 2 quyết định tặng Bằng khen cho 3 đảng viên.", "Chi bộ 2", "bang-khen"),
    ("Huyện ủy tặng Bằng khen cho 3 chi bộ.", "Huyện ủy", "bang-khen"),
    ("Có 3 cá nhân được nhận Bằng khen của Đảng ủy phường Hoa Mai.", "Đảng ủy phường Hoa Mai", "bang-khen"),
    ("UBND tỉnh phong tặng danh hiệu Anh hùng Lao động cho ông Minh.", "UBND tỉnh", "anh-hung-lao-dong"),
    ("Đảng ủy xã tặng Huy hiệu Đảng cho 4 đảng viên.", "Đảng ủy xã", "huy-hieu-dang"),
    ("Thủ tướng Chính phủ tặng Giấy khen cho 2 tập thể.", "Thủ tướng Chính phủ", "giay-khen"),
    ("UBND xã tặng Cờ thi đua cho 2 thôn.", "UBND xã", "co-thi-dua"),
]
RIGHT = [
    ("Chủ tịch nước tặng Huân chương Lao động cho 2 cá nhân.", "Chủ tịch nước", "huan-chuong-lao-dong"),
    ("Đảng và Nhà nước tặng Huân chương Lao động cho công ty.", "Đảng và Nhà nước", "huan-chuong-lao-dong"),
    ("LĐLĐ tỉnh Thái Nguyên tặng Bằng khen cho 9 cá nhân.", "LĐLĐ tỉnh Thái Nguyên", "bang-khen"),
    ("Đảng ủy Khối các cơ quan Trung ương tặng Bằng khen cho 9 chi bộ.", "Đảng ủy Khối các cơ quan Trung ương", "bang-khen"),
    ("Đảng ủy phường Hoa Mai tặng Giấy khen cho 9 đảng viên.", "Đảng ủy phường Hoa Mai", "giay-khen"),
    ("UBND huyện Nam Đàn trao Huân chương Lao động cho 2 cá nhân.", "UBND huyện Nam Đàn", "huan-chuong-lao-dong"),  # hands it over
    ("Đảng ủy xã tổ chức trao tặng Huy hiệu Đảng cho 4 đảng viên.", "Đảng ủy xã", "huy-hieu-dang"),  # hands it over
    ("UBND thành phố tặng Bằng khen cho 2 tập thể.", "UBND thành phố", "bang-khen"),  # of which level, nobody knows
    ("UBND xã tặng cờ luân lưu cho 2 thôn.", "UBND xã", "co-thi-dua"),  # no legal form
    ("Trung ương Đoàn tặng Huy chương Tuổi trẻ dũng cảm cho em Minh.", "Trung ương Đoàn", "huy-chuong"),
    ("Chi bộ 2 biểu dương 3 đảng viên.", "Chi bộ 2", "bieu-duong"),
    ("Trường THPT Chu Văn An tặng Kỷ niệm chương cho 3 thầy cô.", "Trường THPT Chu Văn An", "ky-niem-chuong"),
]


@pytest.mark.parametrize(("name", "level"), LEVELS)
def test_the_level_of_a_name(name: str, level: str | None) -> None:
    found = level_of(name)
    assert (found.id if found else None) == level


@pytest.mark.parametrize(("text", "granter", "type"), CONFLICTS)
def test_what_its_granter_may_not_grant(text: str, granter: str, type: str) -> None:
    (item,) = conflicts(entry(text, awards=(award(at(text, text[:-1]), type=type, granted_by=granter),)))
    assert item.kind == "level-conflict"
    assert granter in sentence(item.why)
    assert sentence(item.fix or "") == "Nếu sai, sửa ở seeds/corrections/bai.yml"


@pytest.mark.parametrize(("text", "granter", "type"), RIGHT)
def test_what_is_right_or_open(text: str, granter: str, type: str) -> None:
    assert list(conflicts(entry(text, awards=(award(at(text, text[:-1]), type=type, granted_by=granter),)))) == []


@pytest.mark.parametrize("values", [{"status": "proposed"}, {"inferred": (Inference("granted_by", "nhan đề"),)}])
def test_what_was_only_proposed_or_inferred_is_no_conflict(values: dict[str, object]) -> None:
    text = "Huyện ủy tặng Bằng khen cho 3 chi bộ."
    assert list(conflicts(entry(text, awards=(award(at(text, text), type="bang-khen", granted_by="Huyện ủy", **values),)))) == []


def test_the_lexicons_fit_each_other() -> None:
    levels, types = lexicon("granter-levels").by_id, lexicon("award-types").by_id
    assert all(isinstance(level.get("rank"), int) for level in levels.values())
    for row in lexicon("award-levels").entries:
        assert row.id in types
        assert {row.get("lowest"), row.get("highest"), *row.get("also", ())} - {None} <= levels.keys()
        assert row.get("lowest") or row.get("highest")

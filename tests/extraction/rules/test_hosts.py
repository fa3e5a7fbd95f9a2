"""Who holds the event or whom the article is about."""

from __future__ import annotations

import time

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.events.article import event
from generator.extraction.events.hosts import hosts
from generator.model.article import Source
from generator.reading.text import article_from_text

Q = "Không có tin nào khác trong ngày."


def names(title: str, *lines: str) -> list[str]:
    text = ArticleText(article_from_text("\n".join((title, *lines)), Source("a.txt", "0", "text")))
    found = hosts(text, event(text))
    for one in found:
        assert one.role == "host"
        assert one.evidence
        assert one.id.isascii()
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Tổng kết năm", "Ngày 3/4/2021, Đảng ủy xã Tân Phú tổ chức hội nghị tổng kết.", ["Đảng ủy xã Tân Phú"]),
        ("Tuyên dương", "Lễ tuyên dương do LĐLĐ tỉnh Hà Giang tổ chức sáng 3/4/2021.", ["LĐLĐ tỉnh Hà Giang"]),
        ("Tuyên dương", "Hội nghị đã được Công an tỉnh Sơn La tổ chức sáng 30/5/2021.", ["Công an tỉnh Sơn La"]),
        ("Đại hội", "Đại hội Đảng bộ Sở Y tế nhiệm kỳ 2020 - 2025 diễn ra sáng 2/6.", ["Đảng bộ Sở Y tế"]),
        ("Họp", "Ngày 3/4/2021, Sở Tư pháp phối hợp với Hội Luật gia tỉnh tổ chức hội nghị.", ["Sở Tư pháp", "Hội Luật gia tỉnh"]),
        ("Kỷ niệm", "Sáng 3/2/2021, Thành ủy, HĐND, UBND TP Vinh tổ chức lễ kỷ niệm.", ["Thành ủy", "HĐND", "UBND TP Vinh"]),
        ("Trao huy hiệu", "Ngày 3/2/2021, được sự ủy quyền của Tỉnh ủy, Đảng ủy Sở Y tế tổ chức lễ trao Huy hiệu.", ["Đảng ủy Sở Y tế"]),
        ("Họp", "Ngày 8/12/2022, tại phòng họp số 2 Quận ủy, Đảng ủy Khối Doanh nghiệp quận đã họp.", ["Đảng ủy Khối Doanh nghiệp quận"]),
        ("Huyện ủy Yên Sơn trao huy hiệu", "12 đảng viên vừa được Huyện ủy trao Huy hiệu Đảng.", ["Huyện ủy Yên Sơn"]),
        ("Đảng ủy Khối Doanh nghiệp quận 3 họp", "Ngày 3/4/2021, Đảng ủy Khối DN quận đã họp.", ["Đảng ủy Khối Doanh nghiệp quận 3"]),
        ("Cứu người", "Ngày 29/5, tin từ Huyện đoàn Nam Đàn cho biết một em nhỏ được khen.", ["Huyện đoàn Nam Đàn"]),
        ("Kiểm tra", "Ngày 2/3/2021, đoàn công tác của Quân ủy đã kiểm tra Đảng ủy Sư đoàn 5.", ["Quân ủy", "Đảng ủy Sư đoàn 5"]),
        ("Được khen", "Ngành Y tế thành phố Huế có 2 tập thể được Thủ tướng Chính phủ tặng Bằng khen.", ["Ngành Y tế thành phố Huế"]),
        ("Kỷ niệm", "Tối 1/6/2021, tại nhà văn hóa huyện, Huyện ủy, UBND huyện Anh Sơn đã tổ chức lễ.", ["Huyện ủy", "UBND huyện Anh Sơn"]),
        ("Kỷ niệm 20 năm thành lập xã Tân Phú", "Về dự buổi lễ có lãnh đạo các phòng của huyện.", ["xã Tân Phú"]),
        (
            "Tôn vinh",
            "Lễ do Vụ Báo chí-Xuất bản; Nhà xuất bản Kim Đồng tổ chức tối 1/6/2021.",
            ["Vụ Báo chí-Xuất bản", "Nhà xuất bản Kim Đồng"],
        ),
        ("Được khen", "Một đơn vị nhỏ vừa được Quân khu 9 tặng danh hiệu Đơn vị Quyết thắng.", []),
        ("Được khen", "ABC Group được Bộ Xây dựng và Hiệp hội Bất động sản trao tặng Bằng khen.", []),
        ("HUYỆN ỦY TÂN PHÚ: Giao ban", "Huyện ủy Tân Phú đã họp giao ban.", ["Huyện ủy Tân Phú"]),
        ("Giao lưu", "Toàn văn phát biểu tại Đại hội Đảng bộ tỉnh Lào Cai lần thứ X, vào sáng 2/6.", ["Đảng bộ tỉnh Lào Cai"]),
        (
            "Đảng ủy Khối tỉnh Lào Cai khen thưởng",
            "12 chi bộ được Ban Thường vụ Đảng ủy Khối tỉnh Lào Cai quyết định khen thưởng.",
            ["Đảng ủy Khối tỉnh Lào Cai"],
        ),
        ("Vươn lên", "Chất lượng dạy học của Trường Tiểu học Hòa An ngày càng được nâng cao.", ["Trường Tiểu học Hòa An"]),
        (
            "Làm theo Bác",
            "Lãnh đạo Phòng Cảnh sát ma túy, Công an tỉnh Lào Cai đã xây dựng kế hoạch.",
            ["Phòng Cảnh sát ma túy, Công an tỉnh Lào Cai"],
        ),
        ("Cứu người", "Một nữ sinh ở xã Tân Phú, huyện Yên Sơn đã cứu bạn.", []),
    ],
)
def test_hosts(title: str, lead: str, expected: list[str]) -> None:
    assert names(title, lead, Q) == expected


def test_a_person_brings_no_host() -> None:
    assert names("Chúc mừng", "Đến dự có đồng chí Lê Văn Ba, Bí thư của đoàn.", Q) == []


def test_a_sentence_without_end_costs_little() -> None:
    start = time.process_time()
    names("Kỷ niệm", "Ngày 1/1, " + "Đảng ủy, " * 40_000, Q)
    assert time.process_time() - start < 5

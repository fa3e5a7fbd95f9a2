"""People by what they do: an open class of callings before and behind names, stage names, names behind kind and unit."""

from __future__ import annotations

import time

import pytest

from tests.extraction.people.test_people import found, given_roles

Roles = list[tuple[str, str | None]]

CALLINGS: list[tuple[str, list[tuple[str, Roles]]]] = [
    # a calling before the name, with its field
    ("Chiều 28/5, tài xế Lò Văn Sáng (số tài 12) chở khách.", [("Lò Văn Sáng", [("tài xế", None)])]),
    ("Theo chuyên gia tài chính Mai Trí Hải, nợ xấu tăng.", [("Mai Trí Hải", [("chuyên gia tài chính", None)])]),
    ("Nhà nghiên cứu văn hóa dân gian Tạ Hữu Sơn phát biểu.", [("Tạ Hữu Sơn", [("Nhà nghiên cứu văn hóa dân gian", None)])]),
    ("Doanh nhân Vũ Tiến Lộc trao quà.", [("Vũ Tiến Lộc", [("Doanh nhân", None)])]),
    (
        "Gồm kỹ thuật viên Bùi Văn Sáng và nữ y tá Hà Thị Mây.",
        [("Bùi Văn Sáng", [("kỹ thuật viên", None)]), ("Hà Thị Mây", [("y tá", None)])],
    ),
    ("Luật sư Trần Văn Lực cho biết vụ việc phức tạp.", [("Trần Văn Lực", [("Luật sư", None)])]),
    ("Bác sĩ Lê Văn Tiến được khen thưởng.", [("Lê Văn Tiến", [("Bác sĩ", None)])]),
    ("TS Lê Văn Tiến được khen thưởng.", [("Lê Văn Tiến", [])]),
    # an age between, and a calling that ends like a work's name
    ("Giải thưởng gọi tên đạo diễn 31 tuổi Tạ Nguyên Phương.", [("Tạ Nguyên Phương", [("đạo diễn", None)])]),
    ("Ban tổ chức trao giải cho nhà quay phim Vũ Minh Thuật.", [("Vũ Minh Thuật", [("nhà quay phim", None)])]),
    ("Khán giả xem phim Vũ Minh Thuật.", []),
    ("Công ty khen thưởng thợ nguội bậc 7 Phạm Xuân Đáng.", [("Phạm Xuân Đáng", [("thợ nguội", None)])]),
    # a counted group of persons, named one by one
    ("Ba mẹ còn sống là Lê Thị Trường, Đoàn Thị Kha và Võ Thị Dư.", [("Lê Thị Trường", []), ("Đoàn Thị Kha", []), ("Võ Thị Dư", [])]),
    ("Hai học sinh đoạt giải là Phạm Gia Huân và Đỗ Minh Khải.", [("Phạm Gia Huân", []), ("Đỗ Minh Khải", [])]),
    ("Hai nghi phạm bị bắt là Phạm Gia Huân và Đỗ Minh Khải.", []),
    ("Hai thôn về đích là Phạm Gia Huân và Đỗ Minh Khải.", []),
    # a full name alone behind what goes to it
    ("Giải Nhất thuộc về Lương Thanh Chi (môn Sử).", [("Lương Thanh Chi", [])]),
    ("Giải Nhất thuộc về Lương Sơn.", []),
    # behind the name
    ("Ông Phạm Hữu Bắc, một nhà kinh doanh bất động sản, nhận định.", [("Phạm Hữu Bắc", [("nhà kinh doanh bất động sản", None)])]),
    ("Bà Huỳnh Thị Quế, kế toán của UBMTTQ tỉnh, nhận hoa.", [("Huỳnh Thị Quế", [("kế toán", "UBMTTQ tỉnh")])]),
    ("Bà Phạm Thị Nga – người sáng lập trường Ban Mai dự lễ.", [("Phạm Thị Nga", [("người sáng lập", None)])]),
    ("Ông Mạc Thế Vinh, Thành viên Hội đồng thành viên Agribank dự.", [("Mạc Thế Vinh", [("Thành viên", "Hội đồng thành viên Agribank")])]),
    # kind and unit before the name
    ("Tặng bằng khen cho nam nhân viên bảo vệ Bến xe Mỹ Lộc Trần Bá Cường.", [("Trần Bá Cường", [("nhân viên bảo vệ", "Bến xe Mỹ Lộc")])]),
    ("Tặng bằng khen cho cô giáo Trường Mầm non Hoa Lan Lý Thị Nga.", [("Lý Thị Nga", [("cô giáo", "Trường Mầm non Hoa Lan")])]),
    ("Tài xế taxi Sao Biển Phan Minh Tân đã trả lại ví.", [("Phan Minh Tân", [("Tài xế taxi", "Sao Biển")])]),
    # stage names and foreign names
    ("Nhà văn Sơn Lâm đã dự lễ.", [("Sơn Lâm", [("Nhà văn", None)])]),
    ("NSƯT Việt Hòa hát tặng đại biểu.", [("Việt Hòa", [])]),
    ("Có nhạc sĩ Ngọc Khuê và MC Quỳnh Hương tham gia.", [("Ngọc Khuê", [("nhạc sĩ", None)]), ("Quỳnh Hương", [("MC", None)])]),
    ("Tranh được Pascal de Marthe, một người sưu tầm tranh, mua.", [("Pascal de Marthe", [("người sưu tầm tranh", None)])]),
    (
        "Jean-Luc Hubert, chuyên gia tư vấn về nghệ thuật Việt Nam cho biết.",
        [("Jean-Luc Hubert", [("chuyên gia tư vấn về nghệ thuật Việt Nam", None)])],
    ),
    # none
    ("Ca sĩ Việt Nam hát tại Hà Nội.", []),
    ("Đây là huấn luyện viên The Voice mùa đầu.", []),
    ("Nghệ sĩ Hà Nội và nghệ sĩ Đoàn Chèo Thái Bình biểu diễn.", []),
    ("Tài xế Nguyễn Văn Bạo bị khởi tố vì gây tai nạn.", []),
    ("Công viên Lê Văn Tám mở cửa.", []),
    ("Chị động viên Nguyễn Văn Sáu học tiếp.", []),
    ("Nhà văn hóa Nguyễn Văn Cừ mở cửa.", []),
    ("Đoàn Luật sư Nguyễn Anh họp.", []),
    ("Toyota Motor Vietnam, nhà sản xuất xe hơi, công bố lãi.", []),
]


@pytest.mark.parametrize(("text", "expected"), CALLINGS, ids=[text[:60] for text, _ in CALLINGS])
def test_a_calling_makes_a_person(text: str, expected: list[tuple[str, Roles]]) -> None:
    assert given_roles(text) == expected


@pytest.mark.parametrize("piece", ["chuyên gia ", "nhà văn Sơn Lâm ", "Pascal de ", "họa sĩ tài chính ", "tài xế Sao Biển Nguyễn Văn A "])
def test_callings_take_linear_time(piece: str) -> None:
    started = time.process_time()
    found(piece * (60_000 // len(piece)))
    assert time.process_time() - started < 5


WITHOUT_POSITION: list[tuple[str, list[str]]] = [
    ("Lê Văn Bình chia sẻ: “Tôi rất vui.”", ["Lê Văn Bình"]),
    ("“Em sẽ cố gắng hơn nữa”, Trần Thị Mai Hoa xúc động nói.", ["Trần Thị Mai Hoa"]),
    ("Đỗ Thị Lan Anh thay mặt các bạn cảm ơn.", ["Đỗ Thị Lan Anh"]),
    ("Xã trao giấy khen cho Lò Văn Pâng, Hà Thị Mây và Cầm Bá Thước vì cứu người.", ["Lò Văn Pâng", "Hà Thị Mây", "Cầm Bá Thước"]),
    ("Dịp này, Giám đốc Sở tặng bằng khen cho Vũ Thị Ngọc Lan.", ["Vũ Thị Ngọc Lan"]),
    ("Tuyên dương 3 gương người tốt gồm Lê Văn Bảy, Trần Thị Tám, Hồ Văn Chín.", ["Lê Văn Bảy", "Trần Thị Tám", "Hồ Văn Chín"]),
    ("Đoàn giành 2 HCV ở nội dung 400m rào nữ (Nguyễn Thị Huê).", ["Nguyễn Thị Huê"]),
    ("Tài năng trẻ Phạm Hồng Nhung đoạt giải Nhất.", ["Phạm Hồng Nhung"]),
    ("Gương mặt tiêu biểu Vừ Thị Dợ vừa được tặng bằng khen.", ["Vừ Thị Dợ"]),
    # suspects, schools, prizes
    ("Trường THPT Nguyễn Văn Trỗi đoạt giải Nhất.", []),
    ("Phường Nguyễn Văn Cừ vừa được tặng bằng khen.", []),
    ("Nghi phạm Lê Văn Bình khai nhận và nói lời xin lỗi.", []),
    ("Lê Văn Bình nói lời sau cùng trước khi bị tuyên phạt về tội trộm.", []),
    ("Quận trao giấy khen cho Trường THCS Nguyễn Văn Cừ.", []),
    ("Tỉnh đoàn trao học bổng Lương Văn Can cho 12 em.", []),
    ("Anh được khen thưởng vì bắt Trần Văn Chỉ.", []),
]


@pytest.mark.parametrize(("text", "names"), WITHOUT_POSITION, ids=[text[:60] for text, _ in WITHOUT_POSITION])
def test_speakers_and_receivers_need_no_position(text: str, names: list[str]) -> None:
    assert [person.name for person in found(text)] == names

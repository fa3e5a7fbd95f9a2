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
    for finding in found:
        assert finding.role == "host"
        assert finding.evidence
        assert finding.id.isascii()
    return [finding.name for finding in found]


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Tổng kết năm", "Ngày 3/4/2021, Đảng ủy xã Tân Phú tổ chức hội nghị tổng kết.", ["Đảng ủy xã Tân Phú"]),
        ("Tuyên dương", "Lễ tuyên dương do LĐLĐ tỉnh Hà Giang tổ chức sáng 3/4/2021.", ["LĐLĐ tỉnh Hà Giang"]),
        ("Tuyên dương", "Hội nghị đã được Công an tỉnh Sơn La tổ chức sáng 30/5/2021.", ["Công an tỉnh Sơn La"]),
        ("Đại hội", "Đại hội Đảng bộ Sở Y tế nhiệm kỳ 2020 - 2025 diễn ra sáng 2/6.", ["Đảng bộ Sở Y tế"]),
        ("Họp", "Sáng nay (3/4), Sở Tư pháp phối hợp với Hội Luật gia tỉnh tổ chức hội nghị.", ["Sở Tư pháp", "Hội Luật gia tỉnh"]),
        ("Họp", "Hôm qua (3/4), Trung ương Đoàn và Bộ GD-ĐT tổ chức lễ trao giải.", ["Trung ương Đoàn", "Bộ GD-ĐT"]),
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
        (
            "Trao giải",
            "Ngày 2/6, tại Công an tỉnh Sơn La, Ban tổ chức Hội thi Tiếng hát sông Lam tổ chức lễ trao giải.",
            ["Ban tổ chức Hội thi Tiếng hát sông Lam"],
        ),
        ("Bế mạc", "Chiều 2/6, tại Trường THPT Hòa An, Ban tổ chức Giải Búa bạc đã tổ chức lễ bế mạc.", ["Ban tổ chức Giải Búa bạc"]),
        ("Trao giải", "Sáng 2/6, Ban tổ chức Liên hoan Đờn ca khu vực 3 trao giải.", ["Ban tổ chức Liên hoan Đờn ca khu vực 3"]),
        ("Trao giải", "Sáng 2/6, Ban tổ chức trao 12 giải cho các đội.", []),
        ("Công bố", "Báo cáo tại lễ công bố vừa được UNESCO tổ chức chiều 30/5 ở Huế, nhiều em đã kể chuyện mình.", ["UNESCO"]),
        ("Tập huấn", "Lớp tập huấn được WWF Việt Nam tổ chức sáng 2/6 tại Huế.", ["WWF Việt Nam"]),
        ("Trao giải", "Đêm nhạc được MobiStar phối hợp tổ chức tối 2/6.", ["MobiStar"]),
        ("Tập huấn", "Lớp tập huấn được Hà tổ chức sáng 2/6 tại Huế.", []),
        (
            "Nhìn lại",
            "Chia sẻ với Báo Sông Lam nhân kỷ niệm 20 năm thành lập Công ty Sao Mai, ông Ba cho biết sẽ mở thêm xưởng.",
            ["Công ty Sao Mai"],
        ),
        (
            "Nhìn lại",
            "Trao đổi với Báo Sông Lam kỷ niệm 10 năm thành lập Hội Luật gia tỉnh Lai Châu, ông Ba vui.",
            ["Hội Luật gia tỉnh Lai Châu"],
        ),
        ("Nhìn lại", "Trả lời Tạp chí Sao Mai tổng kết năm cũ, ông Ba rất vui.", []),
        (
            "Ký kết",
            "Ngày 2/6/2021, Sở Tư pháp và Báo Sông Lam đã ký kết kế hoạch đăng bài trên Báo Sông Lam và Trang Tin tức của Sở.",
            ["Sở Tư pháp", "Báo Sông Lam"],
        ),
        (
            "Khen thưởng đội bóng",
            "Sáng 2/6, lãnh đạo Bộ VH, TT&DL và LĐBĐ Việt Nam đã có buổi gặp và khen thưởng đội.",
            ["Bộ VH, TT&DL", "LĐBĐ Việt Nam"],
        ),
        ("Tổng kết", "Sáng 2/6, Sở VH,TT&DL tổ chức hội thi.", ["Sở VH,TT&DL"]),
        ("Tổng kết", "Sáng 2/6, Sở LĐ, TB và XH tổ chức hội thi.", ["Sở LĐ, TB và XH"]),
        (
            "Thưởng",
            "Ngày 2/6, đại tá Lê Văn Ba thay mặt ban giám đốc Công an tỉnh Sơn La đã thưởng nóng cho tập thể Công an huyện Mai Sơn.",
            ["Công an tỉnh Sơn La"],
        ),
        (
            "Đổi mới lề lối",
            "Nét mới ở Sở Y tế tỉnh Lai Châu là tác phong. Đi đầu là các đơn vị: Phòng Tổ chức cán bộ, Phòng Tài vụ.",
            ["Sở Y tế tỉnh Lai Châu"],
        ),
        ("Luật mới", "Ngày 31-5, Quốc hội thảo luận về dự thảo luật.", ["Quốc hội"]),
        ("Luật mới", "Sáng 2/6, Quốc hội đã biểu quyết thông qua luật.", ["Quốc hội"]),
        ("Phiên họp", "Chiều nay, Chính phủ họp phiên thường kỳ.", ["Chính phủ"]),
        ("Luật mới", "Ngày 31-5, đại biểu Quốc hội thảo luận ở tổ.", []),
        ("Luật mới", "Ngày 31-5, Chính phủ ban hành nghị định mới.", []),
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
        # Bodies known by their place alone.
        ("Bế giảng", "Sáng 12/7/2018, CATP Hải Phòng đã tổ chức lễ bế giảng.", ["CATP Hải Phòng"]),
        ("Vinh danh", "Sáng 5/5/2021, Sao Mai Group vinh danh 40 nhân viên.", ["Sao Mai Group"]),
        ("Gặp mặt", "(PL)- Kho K5 (Cục Kỹ thuật) đã tổ chức gặp mặt.", ["Kho K5"]),
        (
            "Hội thi",
            "Ngày 5/5/2021, Nhóm Hoa Sen và Hội Nông dân huyện Mai Sơn cùng tổ chức hội thi.",
            ["Nhóm Hoa Sen", "Hội Nông dân huyện Mai Sơn"],
        ),
        ("Kỷ niệm", "Ngày 3/2/2019, Đại sứ quán Việt Nam tại Lào đã tổ chức lễ kỷ niệm.", ["Đại sứ quán Việt Nam tại Lào"]),
        ("Kỷ niệm", "Ngày 5/8/2018, Viện 35 - Cục Kỹ thuật tổ chức lễ kỷ niệm.", ["Viện 35 - Cục Kỹ thuật"]),
        (
            "Khai lớp",
            "Ngày 2/4, Trung tâm bồi dưỡng chính trị huyện Sơn Hòa tổ chức khai lớp.",
            ["Trung tâm bồi dưỡng chính trị huyện Sơn Hòa"],
        ),
        ("Đấu giá", "Tranh bán tại buổi đấu giá do nhà đấu giá Sotheby’s International ở Hồng Kông tổ chức.", ["Sotheby’s International"]),
        ("Đêm nhạc", "Ngày 5/5/2021, ca sĩ Hoa Mai tổ chức đêm nhạc.", []),
        ("Hội nghị", "Ngày 5/5/2021, Việt Nam tổ chức hội nghị.", []),
        ("Họp", "Ngày 18/5, bà Lê Thị Ba, Hiệu trưởng Trường Hoa Sen, thị trấn Long Hải tổ chức họp.", ["Trường Hoa Sen"]),
        # Two bodies, the second behind a comma and lower than the first; the place of one body.
        ("Ra quân", "Ngày 6/2/2018, Tỉnh đoàn Lai Châu, huyện Than Uyên tổ chức lễ ra quân.", ["Tỉnh đoàn Lai Châu", "huyện Than Uyên"]),
        ("Họp", "Ngày 6/2/2018, Huyện ủy Anh Sơn, tỉnh Nghệ An tổ chức lễ ra quân.", ["Huyện ủy Anh Sơn"]),
        ("Trao quà", "Sáng 6/5/2018, tại xã Hải Phú, Sở Y tế và Trường Hoa Sen đã làm lễ trao học bổng.", ["Sở Y tế", "Trường Hoa Sen"]),
        (
            "Trao khen",
            "Ngày 6/5/2018, Phòng Xây dựng phong trào (Công an tỉnh) phối hợp cùng Công an huyện Sơn Hòa trao giấy khen.",
            ["Phòng Xây dựng phong trào", "Công an huyện Sơn Hòa"],
        ),
        (
            "Kỷ niệm",
            "Ngày 1/6/2021, Huyện ủy, Hội đồng Nhân dân, Ủy ban Nhân dân huyện Anh Sơn tổ chức lễ.",
            ["Huyện ủy", "Hội đồng Nhân dân", "Ủy ban Nhân dân huyện Anh Sơn"],
        ),
        (
            "Thi viết",
            "Cuộc thi do các đơn vị phối hợp tổ chức là Vụ Văn hóa, Vụ Báo chí (Ban Tuyên giáo), Tạp chí điện tử Sông Quê đã nhận 300 bài.",
            ["Vụ Văn hóa", "Vụ Báo chí", "Tạp chí điện tử Sông Quê"],
        ),
        # A head acts for its body; nobody's school is host.
        (
            "Cứu bạn",
            "Ông Lê Văn Ba, Bí thư huyện đoàn Nam Sơn vừa trao giấy khen cho em Mơ (học sinh Trường Nam Tân).",
            ["huyện đoàn Nam Sơn"],
        ),
        ("Cứu bạn", "Em Lê Thị Mơ, học sinh lớp 4B, Trường Tiểu học Nam Tân đã cứu bạn.", []),
        ("Trao huy hiệu", "Thủ tướng Chính phủ dự lễ trao Huy hiệu Đảng tặng ông Ba.", []),
        (
            "Kỷ niệm",
            "Ngày 1/6/2021, Tỉnh ủy - HĐND - UBND - Ủy ban MTTQ tỉnh Nghệ An tổ chức lễ.",
            ["Tỉnh ủy", "HĐND", "UBND", "Ủy ban MTTQ tỉnh Nghệ An"],
        ),
        (
            "Đảng ủy Khối họp",
            "Ngày 19/5/2022, ông Lê Văn Ba - Bí thư Đảng ủy Khối Doanh nghiệp tỉnh chủ trì hội nghị.",
            ["Đảng ủy Khối Doanh nghiệp tỉnh"],
        ),
        ("Khai mạc", "Giải bóng đá xã Hòa Bình do Xã đoàn Hòa Bình tổ chức đã khai mạc chiều 19/5/2022.", ["Xã đoàn Hòa Bình"]),
        # An honour withdrawn.
        ("Thu hồi danh hiệu của Công ty Minh Tiến", "Thủ tướng Chính phủ thu hồi Bằng khen đã trao.", ["Công ty Minh Tiến"]),
        # A death notice.
        (
            "Đồng chí Lê Văn Ba từ trần",
            "Ban Chấp hành Đảng bộ tỉnh, Hội đồng nhân dân tỉnh và gia đình thương tiếc báo tin: ông Lê Văn Ba từ trần ngày 1/6.",
            ["Ban Chấp hành Đảng bộ tỉnh", "Hội đồng nhân dân tỉnh"],
        ),
    ],
)
def test_hosts(title: str, lead: str, expected: list[str]) -> None:
    assert names(title, lead, Q) == expected


def test_a_second_bulletin_has_its_host() -> None:
    lead = "Sáng 9/1/2022, Huyện ủy Sơn Hòa tổ chức hội nghị."
    more = [*["Năm qua, huyện đạt nhiều kết quả tốt."] * 4, "* Tại huyện Tiên Lãng, sáng 10/1/2022, Huyện ủy Tiên Lãng tổ chức hội nghị."]
    assert names("Tổng kết", lead, *more) == ["Huyện ủy Sơn Hòa", "Huyện ủy Tiên Lãng"]
    more[-1] = more[-1].removeprefix("* ")
    assert names("Tổng kết", lead, *more) == ["Huyện ủy Sơn Hòa"]


def test_a_person_brings_no_host() -> None:
    assert names("Chúc mừng", "Đến dự có đồng chí Lê Văn Ba, Bí thư của đoàn.", Q) == []


def test_a_sentence_without_end_costs_little() -> None:
    start = time.process_time()
    names("Kỷ niệm", "Ngày 1/1, " + "Đảng ủy, " * 40_000, Q)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("QUYẾT ĐỊNH", "Về việc tặng Giấy khen", "Căn cứ Điều lệ Đoàn;", "BAN THƯỜNG VỤ THỊ ĐOÀN HOA MAI QUYẾT ĐỊNH:"),
            "Ban Thường vụ Thị đoàn Hoa Mai",
        ),
        (
            ("Về việc khen thưởng", "Căn cứ Luật Thi đua;", "HIỆU TRƯỞNG TRƯỜNG THPT HOA MAI", "QUYẾT ĐỊNH:", "Điều 1. Khen 5 em."),
            "Trường THPT Hoa Mai",
        ),
        (
            ("HỘI NÔNG DÂN XÃ HOA MAI", "BÁO CÁO", "Kết quả phong trào năm 2018", "Năm 2018, phong trào có 42 mô hình mới."),
            "Hội Nông dân xã Hoa Mai",
        ),
        (
            ("Khen thưởng", "Ngày 2/1/2026, Chủ tịch UBND phường Hoa Mai ban hành Quyết định số 8/QĐ-UBND khen Văn phòng HĐND."),
            "UBND phường Hoa Mai",
        ),
    ],
)
def test_the_body_of_an_offices_own_document(lines: tuple[str, ...], expected: str) -> None:
    assert [name.casefold() for name in names(*lines)] == [expected.casefold()]

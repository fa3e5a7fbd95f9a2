"""Documents cited: a table of citations with what they must give, and of numbers that are no documents."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.documents.article import documents
from generator.extraction.documents.numbers import code_at
from generator.model.facts import Document
from generator.text.folding import canonical
from tests.extraction.table import article_of_lines, seconds, with_evidence

Row = tuple[str, str | None, str | None, str | None, str | None]  # kind, number, issuer, session, date


def found(text: str, published: str | None = None) -> tuple[Document, ...]:
    read_article = article_of_lines(text, published)
    return with_evidence(read_article, documents(ArticleText(read_article), published))


def rows(text: str, published: str | None = None) -> list[Row]:
    return [(finding.kind, finding.number, finding.issuer, finding.session, finding.date) for finding in found(text, published)]


CASES: list[tuple[str, list[Row]]] = [
    # Party numbers
    ("Chi bộ học Chỉ thị 05-CT/TW của Bộ Chính trị.", [("chi-thi", "05-CT/TW", "Bộ Chính trị", None, None)]),
    (
        "Thực hiện Chỉ thị số 13-CT/TU ngày 9/3/2022 của Ban Thường vụ Tỉnh ủy Hà Nam về chuyển đổi số.",
        [("chi-thi", "13-CT/TU", "Ban Thường vụ Tỉnh ủy Hà Nam", None, "2022-03-09")],
    ),
    ("Kế hoạch 41 - KH/HU, ngày 12-01-2023 của Huyện ủy đã rõ việc.", [("ke-hoach", "41 - KH/HU", "Huyện ủy", None, "2023-01-12")]),
    ("Theo Công văn số 210-CV/ĐU của Đảng ủy phường, hội nghị hoãn lại.", [("cong-van", "210-CV/ĐU", "Đảng ủy phường", None, None)]),
    ("theo quy định số 77-QĐ/TW của Ban Bí thư", [("quy-dinh", "77-QĐ/TW", "Ban Bí thư", None, None)]),
    ("Quyết định số 77-QĐ/TW của Ban Bí thư", [("quyet-dinh", "77-QĐ/TW", "Ban Bí thư", None, None)]),
    (
        "Hướng dẫn 09-HD/BTCTW ngày 5 tháng 4 năm 2021 của Ban Tổ chức Trung ương",
        [("huong-dan", "09-HD/BTCTW", "Ban Tổ chức Trung ương", None, "2021-04-05")],
    ),
    ("Hướng dẫn 09-HD/BTCTW được phát cho các chi bộ.", [("huong-dan", "09-HD/BTCTW", "Ban Tổ chức Trung ương", None, None)]),
    (
        "Kết luận số 30-KL/TW của Ban Chấp hành Trung ương Đảng khóa XII",
        [("ket-luan", "30-KL/TW", "Ban Chấp hành Trung ương Đảng", "khóa XII", None)],
    ),
    (
        "Kết luận số 30-KL/TW của Ban Chấp hành Trung ương Đảng (khoá XII)",
        [("ket-luan", "30-KL/TW", "Ban Chấp hành Trung ương Đảng", "khoá XII", None)],
    ),
    ("Đề án 08-ĐA/QU của Quận ủy Thanh Khê", [("de-an", "08-ĐA/QU", "Quận ủy Thanh Khê", None, None)]),
    ("Chương trình hành động số 25-CTr/TU của Thành ủy", [("chuong-trinh", "25-CTr/TU", "Thành ủy", None, None)]),
    ("Kế hoạch số 12-KH/Th.U của Thành ủy", [("ke-hoach", "12-KH/Th.U", "Thành ủy", None, None)]),
    ("Nghị quyết 07 NQ/TU của Tỉnh ủy được quán triệt.", [("nghi-quyet", "07 NQ/TU", "Tỉnh ủy", None, None)]),
    ("Chỉ thị số 05-CT/TƯ được triển khai rộng khắp.", [("chi-thi", "05-CT/TƯ", "Trung ương", None, None)]),
    # State numbers
    ("Quyết định số 88/QĐ-CTN ngày 19/5/2024 của Chủ tịch nước", [("quyet-dinh", "88/QĐ-CTN", "Chủ tịch nước", None, "2024-05-19")]),
    ("Quyết định 1204/QĐ-TTg của Thủ tướng Chính phủ", [("quyet-dinh", "1204/QĐ-TTg", "Thủ tướng Chính phủ", None, None)]),
    ("Quyết định 1204/QĐ-TTg có hiệu lực.", [("quyet-dinh", "1204/QĐ-TTg", "Thủ tướng Chính phủ", None, None)]),
    (
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
        [("nghi-dinh", "30/2020/NĐ-CP", "Chính phủ", None, "2020-03-05")],
    ),
    ("Thông tư 08/2017/TT-BNV", [("thong-tu", "08/2017/TT-BNV", "Bộ Nội vụ", None, None)]),
    ("Thông tư liên tịch số 02/2015/TTLT-BNV-BTC", [("thong-tu-lien-tich", "02/2015/TTLT-BNV-BTC", "Bộ Nội vụ", None, None)]),
    ("Luật số 15/2003/QH11", [("luat", "15/2003/QH11", "Quốc hội", None, None)]),
    ("Luật Thi đua, khen thưởng số 06/2022/QH15", [("luat", "06/2022/QH15", "Quốc hội", None, None)]),
    (
        "Pháp lệnh số 04/2020/UBTVQH14 của Ủy ban Thường vụ Quốc hội",
        [("phap-lenh", "04/2020/UBTVQH14", "Ủy ban Thường vụ Quốc hội", None, None)],
    ),
    ("Công văn 424/SGDĐT-TĐKT của Sở Giáo dục và Đào tạo", [("cong-van", "424/SGDĐT-TĐKT", "Sở Giáo dục và Đào tạo", None, None)]),
    ("Kế hoạch số 55/KH-UBND của UBND huyện Phú Vang", [("ke-hoach", "55/KH-UBND", "UBND huyện Phú Vang", None, None)]),
    ("Tờ trình số 91 của Sở Nội vụ", [("to-trinh", "91", "Sở Nội vụ", None, None)]),
    ("Quyết định số 12/2019 của Bộ trưởng Bộ Y tế", [("quyet-dinh", "12/2019", "Bộ trưởng Bộ Y tế", None, None)]),
    ("Sắc lệnh số 195-SL", []),  # its form is not among those known
    # an office's own letters, the number behind what is decided
    ("Công an tỉnh ra Quyết định số 77/PC02 (Đ3) truy nã.", [("quyet-dinh", "77/PC02 (Đ3)", "Công an tỉnh", None, None)]),
    ("Quyết định khởi tố bị can số 118/C03 (P7)", [("quyet-dinh", "118/C03 (P7)", None, None, None)]),
    ("Kế hoạch phối hợp số 62/CSKT-Đ2", [("ke-hoach", "62/CSKT-Đ2", None, None, None)]),
    ("Quyết định kỷ luật số 15-QĐ/UBKTTU", [("quyet-dinh", "15-QĐ/UBKTTU", None, None, None)]),
    ("Theo hướng dẫn thực hiện Nghị quyết số 02/NQ-CP", [("nghi-quyet", "02/NQ-CP", "Chính phủ", None, None)]),
    # without a number: two of issuer, day, title
    ("Thực hiện chỉ thị của Ban Bí thư T.Ư Đảng về nâng cao chất lượng báo chí.", [("chi-thi", None, "Ban Bí thư T.Ư Đảng", None, None)]),
    ("Theo Kế hoạch ngày 5/6/2020 của Huyện ủy Sơn Hòa.", [("ke-hoach", None, "Huyện ủy Sơn Hòa", None, "2020-06-05")]),
    ("Công bố Quyết định của UBND tỉnh về việc thành lập trường.", [("quyet-dinh", None, "UBND tỉnh", None, None)]),
    ("Báo cáo của Sở Y tế về công tác phòng dịch nêu rõ.", [("bao-cao", None, "Sở Y tế", None, None)]),
    ("Viện trưởng ký Quyết định số 14/QĐ-VCN", [("quyet-dinh", "14/QĐ-VCN", "Viện trưởng", None, None)]),
    # bare numbers
    ("Đảng bộ tiếp tục thực hiện Chỉ thị 05 của Bộ Chính trị khóa XII.", [("chi-thi", "05", "Bộ Chính trị", "khóa XII", None)]),
    ("Sau 2 năm triển khai Chỉ thị 23, phong trào lan rộng.", [("chi-thi", "23", None, None, None)]),
    ("Tinh thần Nghị quyết 57 được thấm nhuần.", [("nghi-quyet", "57", None, None, None)]),
    ("Theo Thông tư số 27 của Bộ Giáo dục và Đào tạo", [("thong-tu", "27", "Bộ Giáo dục và Đào tạo", None, None)]),
    ("Đề án 06 của Chính phủ", [("de-an", "06", "Chính phủ", None, None)]),
    ("Quy định 37 của Ban Chấp hành Trung ương", [("quy-dinh", "37", "Ban Chấp hành Trung ương", None, None)]),
    # lists
    (
        "các Quy định số 11-QĐ/TW; số 22-QĐ/TW; số 33-QĐ/TW của Bộ Chính trị",
        [
            ("quy-dinh", "11-QĐ/TW", "Bộ Chính trị", None, None),
            ("quy-dinh", "22-QĐ/TW", "Bộ Chính trị", None, None),
            ("quy-dinh", "33-QĐ/TW", "Bộ Chính trị", None, None),
        ],
    ),
    (
        "Nghị quyết số 18-NQ/TW và 19-NQ/TW của Ban Chấp hành Trung ương",
        [
            ("nghi-quyet", "18-NQ/TW", "Ban Chấp hành Trung ương", None, None),
            ("nghi-quyet", "19-NQ/TW", "Ban Chấp hành Trung ương", None, None),
        ],
    ),
    ("Nghị quyết 18, 19 của Trung ương", [("nghi-quyet", "18", "Trung ương", None, None), ("nghi-quyet", "19", "Trung ương", None, None)]),
    (
        "Chỉ thị số 05 của Bộ Chính trị và Quy định số 08 của Đảng ủy Quân sự tỉnh",
        [("chi-thi", "05", "Bộ Chính trị", None, None), ("quy-dinh", "08", "Đảng ủy Quân sự tỉnh", None, None)],
    ),
    (
        "Kế hoạch số 19-KH/HU của Huyện ủy về thực hiện Chỉ thị số 40-CT/TW của Ban Bí thư",
        [("ke-hoach", "19-KH/HU", "Huyện ủy", None, None), ("chi-thi", "40-CT/TW", "Ban Bí thư", None, None)],
    ),
    # plenums
    ("gắn với Nghị quyết Trung ương 4 (khóa XII)", [("nghi-quyet", "4", "Trung ương", "khóa XII", None)]),
    ("gắn với Nghị quyết T.Ư 4, khóa XI", [("nghi-quyet", "4", "Trung ương", "khóa XI", None)]),
    ("học tập NQTW4 khóa XI", [("nghi-quyet", "4", "Trung ương", "khóa XI", None)]),
    (
        "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII",
        [("nghi-quyet", "8", "Ban Chấp hành Trung ương Đảng", "khóa XIII", None)],
    ),
    ("Nghị quyết Hội nghị Trung ương 6 khóa XIII", [("nghi-quyet", "6", "Trung ương", "khóa XIII", None)]),
    (
        "Nghị quyết Trung ương 4 (khóa XI, XII)",
        [("nghi-quyet", "4", "Trung ương", "khóa XI", None), ("nghi-quyet", "4", "Trung ương", "khóa XII", None)],
    ),
    (
        "Nghị quyết Trung ương 4 khóa XI và Nghị quyết Trung ương 4 khóa XII",
        [("nghi-quyet", "4", "Trung ương", "khóa XI", None), ("nghi-quyet", "4", "Trung ương", "khóa XII", None)],
    ),
    ("Kết luận Hội nghị Trung ương 4 khóa XIII", [("ket-luan", "4", "Trung ương", "khóa XIII", None)]),
    # congresses
    (
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025",
        [("nghi-quyet", None, "Đại hội Đảng bộ tỉnh", "nhiệm kỳ 2020 - 2025", None)],
    ),
    ("Nghị quyết Đại hội Chi bộ 7 nhiệm kỳ 2022-2025", [("nghi-quyet", None, "Đại hội Chi bộ 7", "nhiệm kỳ 2022-2025", None)]),
    ("đưa Nghị quyết Đại hội XIV của Đảng vào cuộc sống", [("nghi-quyet", None, "Đại hội XIV của Đảng", "lần thứ XIV", None)]),
    (
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        [("nghi-quyet", None, "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "lần thứ XIII", None)],
    ),
    ("Nghị quyết Đại hội Công đoàn tỉnh lần thứ XVI", [("nghi-quyet", None, "Đại hội Công đoàn tỉnh", "lần thứ XVI", None)]),
    ("so với Nghị quyết Đại hội Đảng bộ Sở là vượt", [("nghi-quyet", None, "Đại hội Đảng bộ Sở", None, None)]),
    # the issuer stands before
    (
        "Ban Thường vụ Huyện ủy Hòa Vang vừa ban hành Kế hoạch số 88-KH/HU.",
        [("ke-hoach", "88-KH/HU", "Ban Thường vụ Huyện ủy Hòa Vang", None, None)],
    ),
    ("Bộ Y tế đã có Tờ trình số 300/TTr-BYT.", [("to-trinh", "300/TTr-BYT", "Bộ Y tế", None, None)]),
    # slips
    ("Quyết đinh số 45/QD-UBND của UBND xã", [("quyet-dinh", "45/QD-UBND", "UBND xã", None, None)]),
    ("Chỉ thị 03 CT/TW ngày 14.5.2011 của Bộ Chính trị", [("chi-thi", "03 CT/TW", "Bộ Chính trị", None, "2011-05-14")]),
    ("Nghị quyết số 33 – NQ/TW của Ban Chấp hành Trung ương", [("nghi-quyet", "33 – NQ/TW", "Ban Chấp hành Trung ương", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_a_citation_gives_its_parts(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


NONE = [
    "Chi bộ đã kết nạp 23/15 đồng chí.",
    "Có 68/68 chi bộ hoàn thành đại hội.",
    "Liên hệ số 0236.3822/456 hoặc 028-38/22.",
    "Kế hoạch 5 năm 2021 - 2025 đã khép lại.",
    "Báo cáo 6 tháng đầu năm nêu rõ kết quả.",
    "Ban tổ chức quyết định trao 12 giải.",
    "Hướng dẫn 20 đoàn viên làm thủ tục.",
    "Chương trình 30 phút mỗi tối thu hút người xem.",
    "Nghị quyết năm 2023 của chi bộ đã đạt.",
    "Thực hiện các chỉ thị, nghị quyết của Trung ương và của tỉnh.",
    "Thực hiện nghị quyết đại hội đảng các cấp.",
    "Đưa nghị quyết đại hội vào cuộc sống.",
    "Họp tại phòng số 2, nhà 45/7 đường Nguyễn Huệ.",
    "Ngày 12/5 đoàn về thăm xã; ngày 2-9 nghỉ lễ.",
    "Hội nghị Trung ương 8 khóa XIII họp ngày 2/10.",
    "Quy định 4 mức đánh giá học sinh.",
    "Giá bán 12.000 đồng/kg, diện tích 45 m2/người.",
    "Xe mang biển số 43A-123.45 dừng ở km 12/QL1.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_documents(text: str) -> None:
    assert rows(text) == []


def test_one_document_cited_twice_is_one_fact() -> None:
    (finding,) = found("Học Chỉ thị số 05-CT/TW của Bộ Chính trị.\nSau một năm, Chỉ thị 05 đã đi vào nền nếp.")
    assert (finding.number, finding.issuer, len(finding.evidence)) == ("05-CT/TW", "Bộ Chính trị", 2)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định 91/2017 về khen thưởng. Nghị định 91/2017/NĐ-CP của Chính phủ đã rõ.",
        "Học Nghị quyết Đại hội lần thứ XI của Đảng. Nghị quyết Đại hội XI của Đảng là kim chỉ nam.",
        "Chỉ thị 35-CT/TW của Bộ Chính trị về đại hội đảng bộ các cấp. Chỉ thị của Bộ Chính trị về đại hội đảng bộ các cấp được học.",
        "Quyết định của Thủ tướng về đẩy mạnh học tập suốt đời. Quyết định 281/QĐ-TTg về đẩy mạnh học tập suốt đời trong gia đình.",
        "Chỉ thị của Ban Bí thư về công tác báo chí. Chỉ thị của Ban Bí thư về công tác báo chí được quán triệt.",
    ],
)
def test_two_ways_to_cite_are_one_document(text: str) -> None:
    assert len(found(text)) == 1


def test_two_titles_are_two_documents() -> None:
    assert len(found("Chỉ thị của Ban Bí thư về công tác báo chí. Chỉ thị của Ban Bí thư về xuất khẩu lao động.")) == 2


def test_the_fuller_number_is_kept_whichever_comes_first() -> None:
    (finding,) = found("Theo Thông tư 226 thì rõ.\nThông tư 226/2010/TT-BTC quy định một số chỉ tiêu.")
    assert finding.number == "226/2010/TT-BTC"


def test_the_same_number_of_two_issuers_is_two_documents() -> None:
    assert len(found("Nghị quyết 18 của Trung ương và Nghị quyết 18 của Tỉnh ủy.")) == 2


def test_the_same_number_and_code_of_two_days_is_two_documents() -> None:
    assert len(found("Hướng dẫn 12-HD/BTCTW ngày 6/7/2018 thay cho Hướng dẫn 12-HD/BTCTW ngày 1/3/2022.")) == 2


def test_a_plenum_without_its_term_goes_with_the_one_named_before() -> None:
    (finding,) = found("Nghị quyết Trung ương 5 (khóa VIII) có ý nghĩa lớn. Qua 15 năm, Nghị quyết Trung ương 5 đã thấm sâu.")
    assert (finding.session, len(finding.evidence)) == ("khóa VIII", 2)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chỉ thị 05-CT/TW của Bộ Chính trị về “Đẩy mạnh học tập và làm theo Bác” đã lan tỏa.", "Đẩy mạnh học tập và làm theo Bác"),
        ("Chỉ thị 05-CT/TW của Bộ Chính trị về đẩy mạnh “Học tập theo Bác” được triển khai.", "đẩy mạnh “Học tập theo Bác”"),
        ("Nghị quyết 21-NQ/TW của Trung ương về củng cố tổ chức cơ sở đảng; các chi bộ đã họp.", "củng cố tổ chức cơ sở đảng"),
        ("Thực hiện Nghị quyết 21-NQ/TW về xây dựng Đảng, Huyện ủy Ba Tơ đã tổ chức hội nghị.", "xây dựng Đảng"),
        ("Nghị định 98/2023/NĐ-CP quy định như sau:", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert found(text)[0].title == title


def test_a_day_without_a_year_takes_it_from_the_number_or_the_publication() -> None:
    text = "Ngày 23/5, Chính phủ ban hành Nghị định số 56/2013/NĐ-CP."
    (finding,) = found(text)
    assert (finding.date, finding.issuer) == ("2013-05-23", "Chính phủ")
    assert [note.field for note in finding.inferred] == ["date"]
    (two,) = found("Theo Kết luận số 9-KL/TU ngày 20/12 của Tỉnh ủy.", "2024-01-15T08:00")
    assert two.date == "2023-12-20"
    (three,) = found("Theo Kết luận số 9-KL/TU ngày 20/12 của Tỉnh ủy.")
    assert three.date is None


def test_an_issuer_told_by_the_code_alone_is_inferred() -> None:
    (finding,) = found("Theo Quyết định 7/QĐ-TTg thì rõ.")
    assert [note.field for note in finding.inferred] == ["issuer"]
    (two,) = found("Theo Quyết định 7/QĐ-TTg của Thủ tướng Chính phủ thì rõ.")
    assert two.inferred == ()


def test_numbers_end_where_the_code_ends() -> None:
    view = canonical("số 12-HD/BTCTW.")
    number = code_at(view, 3, len(view))
    assert number is not None
    assert view[number.start : number.end] == "12-hd/btctw"


@pytest.mark.parametrize(
    "unit",
    ["Nghị quyết số ", "12-", "12/2020/", "Nghị quyết Trung ương ", "số 1, ", "của Ban ", "Nghị quyết Đại hội ", "12-QĐ/TW; ", "về "],
)
def test_hostile_repetitions_end_quickly(unit: str) -> None:
    text = ArticleText(article_of_lines(unit * (200_000 // len(unit))))
    assert seconds(lambda: documents(text, None)) < 5

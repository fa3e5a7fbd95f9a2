"""Figures: results and targets of an organisation's work, and the numbers that are neither."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.figures.article import figures
from generator.extraction.figures.clauses import clause_before
from generator.model.facts import Figure
from generator.model.span import Span
from tests.extraction.table import article_of_lines, seconds, with_evidence

Row = tuple[float | None, float | None, float | None, str]  # value, of, percent, kind

#: Makes any sentence part of an article about an organisation's work.
GENRE = "Đảng bộ xã tổng kết phong trào thi đua.\n"


def found(text: str, taken: tuple[Span, ...] = (), year: int | None = None) -> tuple[Figure, ...]:
    read_article = article_of_lines(GENRE + text)
    return with_evidence(read_article, figures(ArticleText(read_article), taken, year))


def rows(text: str) -> list[Row]:
    return [(finding.value, finding.of, finding.percent, finding.kind) for finding in found(text)]


CASES: list[tuple[str, list[Row]]] = [
    # done of planned
    ("Chi bộ đã kết nạp 7/5 đồng chí (đạt 140% chỉ tiêu được giao).", [(7, 5, 140, "result")]),
    ("Năm qua, 41/41 chi bộ tổ chức xong đại hội.", [(41, 41, None, "result")]),
    ("Đảng bộ hoàn thành 14/15 chỉ tiêu đề ra.", [(14, 15, None, "result")]),
    ("Toàn huyện có 9/13 xã đạt chuẩn nông thôn mới.", [(9, 13, None, "result")]),
    ("Số hộ nghèo giảm 88/60 hộ, bằng 147% kế hoạch.", [(88, 60, 147, "result")]),
    ("Thành lập 4/2 chi bộ trong doanh nghiệp tư nhân (đạt 200% kế hoạch).", [(4, 2, 200, "result")]),
    ("Đến nay có 27 trong số 50 trường học đạt chuẩn.", [(27, 50, None, "result")]),
    # another amount's words are its own; what describes a thing is no award
    (
        "Hội nghị thống nhất chỉ tiêu năm 2024: kết nạp 16 đảng viên, 91% chi bộ hoàn thành tốt nhiệm vụ trở lên.",
        [(16, None, None, "target")],
    ),
    ("Toàn tỉnh xây dựng 3.214 mô hình, điển hình dân vận khéo.", [(3214, None, None, "result")]),
    ("Nhà trường phấn đấu có ít nhất 3 sáng kiến được xếp loại cấp tỉnh.", [(3, None, None, "target")]),
    ("Năm 2019, công đoàn sẽ trao ít nhất 5 mái ấm tình thương.", [(5, None, None, "target")]),
    (
        "Phong trào ghi nhận 47 sáng kiến được công nhận cấp Công ty, 8 sáng kiến cấp tỉnh.",
        [(47, None, None, "result"), (8, None, None, "result")],
    ),
    ("Trong năm, 31/45 DN hoàn thành kế hoạch; 7 DN thua lỗ.", [(31, 45, None, "result"), (7, None, None, "result")]),
    # what those concerned are or did, an item's share
    ("Đơn vị huấn luyện đạt 100% nội dung, 84,2% khá, giỏi.", [(None, None, 100, "result"), (None, None, 84.2, "result")]),
    ("Toàn trường có 100% hoàn thành chương trình lớp học.", [(None, None, 100, "result")]),
    ("2. Tiêm vắc xin mũi 4: 71,5% đối tượng.", [(None, None, 71.5, "result")]),
    (
        "Tỉnh phấn đấu 100% xã có mô hình và tối thiểu 65% mô hình được công nhận.",
        [(None, None, 100, "target"), (None, None, 65, "target")],
    ),
    ("Năm học tới trường tuyển 1.200 chỉ tiêu.", [(1200, None, None, "target")]),
    ("IV. CHỈ TIÊU 2023\nKhám 90.000 lượt; 100% trạm y tế có bác sĩ.", [(90000, None, None, "target"), (None, None, 100, "target")]),
    # shares of a plan
    ("Công tác kiểm tra hoàn thành 118% kế hoạch.", [(None, None, 118, "result")]),
    ("Thu ngân sách đạt 104,5% dự toán.", [(None, None, 104.5, "result")]),
    ("Kết nạp đảng viên mới đạt 112% chỉ tiêu.", [(None, None, 112, "result")]),
    ("Đơn vị hoàn thành 100% các chỉ tiêu thi đua.", [(None, None, 100, "result")]),
    # shares of those concerned
    ("100% chi bộ thực hiện nghiêm chế độ sinh hoạt.", [(None, None, 100, "result")]),
    ("Có 92% hộ dân dùng nước sạch.", [(None, None, 92, "result")]),
    ("Tỷ lệ học sinh lên lớp đạt trên 98,6%.", [(None, None, 98.6, "result")]),
    ("Sản lượng tăng 12% so với năm trước.", [(None, None, 12, "result")]),
    ("Tỷ lệ hộ nghèo giảm 3,2% mỗi năm.", [(None, None, 3.2, "result")]),
    # counts
    ("Trong năm, chi bộ kết nạp 12 đảng viên mới.", [(12, None, None, "result")]),
    ("Toàn tỉnh kết nạp 1.204 đảng viên.", [(1204, None, None, "result")]),
    ("Công đoàn phát huy 64 sáng kiến cải tiến kỹ thuật.", [(64, None, None, "result")]),
    ("Người lao động thực hiện hơn 300 sáng kiến, 45 công trình.", [(300, None, None, "result"), (45, None, None, "result")]),
    ("Kết quả, có 21 công trình và 18 sáng kiến được áp dụng.", [(21, None, None, "result"), (18, None, None, "result")]),
    ("Hội xây dựng 8 căn nhà tình nghĩa, 3 nhà tình thương.", [(8, None, None, "result"), (3, None, None, "result")]),
    ("Sở đã tổ chức được 52 suất diễn phục vụ đồng bào.", [(52, None, None, "result")]),
    ("Đảng ủy ban hành 05 nghị quyết chuyên đề.", [(5, None, None, "result")]),
    ("LĐLĐ tuyên truyền gương người tốt cho hơn 2.500 đoàn viên.", [(2500, None, None, "result")]),
    ("Nhà máy sản xuất được 31.500 tấn.", [(31500, None, None, "result")]),
    ("Huyện thống nhất với 3,1% (42 đảng viên).", [(42, None, 3.1, "result")]),
    ("Quân sự tỉnh 15 đảng viên, bằng 5,2%.", [(15, None, 5.2, "result")]),
    ("Du lịch đón khoảng 2 triệu lượt khách.", [(2_000_000, None, None, "result")]),
    ("Từ tháng 3, 9 chi bộ trực thuộc đã tổ chức thành công đại hội.", [(9, None, None, "result")]),
    ("Đến nay Đảng bộ có 640 đảng viên.", [(640, None, None, "result")]),
    (
        "Qua thi đua có 9 công trình, đề tài; 12 sáng kiến kinh nghiệm.",
        [(9, None, None, "result"), (12, None, None, "result")],
    ),
    ("Toàn huyện hiện có 9 trường học đạt chuẩn quốc gia.", [(9, None, None, "result")]),
    # money, in đồng
    ("Các sáng kiến làm lợi 1,5 tỷ đồng.", [(1_500_000_000, None, None, "result")]),
    ("Đoàn viên ủng hộ 320 triệu đồng.", [(320_000_000, None, None, "result")]),
    ("Tổng thu ngân sách đạt 12 tỷ 400 triệu đồng, đạt 88% dự toán.", [(12_400_000_000, None, 88, "result")]),
    # targets
    ("Năm 2024, chi bộ phấn đấu kết nạp 6 đảng viên.", [(6, None, None, "target")]),
    ("Đảng bộ phấn đấu giảm 15% số vụ việc.", [(None, None, 15, "target")]),
    (
        "Mục tiêu: 95% hộ dân có nước sạch; kết nạp 4 đảng viên; mở 2 lớp tập huấn.",
        [(None, None, 95, "target"), (4, None, None, "target"), (2, None, None, "target")],
    ),
    (
        "Một số chỉ tiêu chủ yếu:\n- 100% chi bộ có sổ tay điện tử.\n- Tổ chức 3 cuộc kiểm tra và 2 cuộc giám sát.",
        [(None, None, 100, "target"), (3, None, None, "target"), (2, None, None, "target")],
    ),
    ("Bí thư yêu cầu chỉ đạo 100% chi bộ dùng phần mềm.", [(None, None, 100, "target")]),
    ("Chỉ tiêu cả nhiệm kỳ là 9 đảng viên.", [(9, None, None, "target")]),
    ("Phấn đấu trồng 500 cây xanh.\nĐến nay, xã đã trồng được 120 cây xanh.", [(500, None, None, "target"), (120, None, None, "result")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_results_and_targets(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


NONE = [
    "Tại lễ, Huyện ủy tặng giấy khen cho 12 tập thể và 30 cá nhân.",
    "Dịp này, 84 đoàn viên được tuyên dương.",
    "LĐLĐ quận tuyên dương 104 cá nhân điển hình.",
    "Có 5 đảng viên nhận Huy hiệu 60 năm tuổi Đảng.",
    "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên là 98,4%.",
    "96% tổ chức cơ sở đảng, 83% đảng viên xếp loại hoàn thành tốt nhiệm vụ.",
    "Có 13 tập thể cấp ủy hoàn thành xuất sắc nhiệm vụ.",
    "100% tổ chức đảng đạt trong sạch, vững mạnh.",
    "Kỷ niệm 94 năm Ngày thành lập Đảng.",
    "Nhiệm kỳ 2020 - 2025, khóa XII, lần thứ 17.",
    "Hội nghị họp tại phòng số 2, tầng 3, đường 30/4.",
    "Sáng 23/5 chi bộ họp; ngày 2/9 nghỉ lễ.",
    "Em Lan, 10 tuổi, học lớp 4B, ở thôn 3.",
    "Theo Điều 20, tỷ lệ không quá 15% tổng số cá nhân.",
    "100% cán bộ, đảng viên được học tập nghị quyết.",
    "Có 120 đại biểu tham dự hội nghị.",
    "Chỉ thị 05-CT/TW và Nghị quyết 18-NQ/TW.",
    "Đội trực 24/24 giờ tại 2 chốt.",
    "Anh Bình đã trồng 4 ha tiêu, lãi 2 tỷ đồng.",
    "Lãi suất từ 7-8% một năm.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert rows(text) == []


#: A count recognised by its place (actor, verb, number, noun), in several wordings of each kind (issue 13, C1, C5, C8, C14).
PLACED: list[tuple[str, list[Row]]] = [
    # a verb that no list holds
    ("Năm 2021, Đảng bộ huyện đã thi hành kỷ luật 27 đảng viên.", [(27, None, None, "result")]),
    ("Năm qua, Đảng ủy xã xóa tên 3 đảng viên.", [(3, None, None, "result")]),
    ("Trong năm, Huyện ủy luân chuyển 11 cán bộ.", [(11, None, None, "result")]),
    ("Tính đến nay, Thị ủy đã điều động 19 cán bộ.", [(19, None, None, "result")]),
    ("Hội Nông dân xã góp 730 ngày công sửa đường.", [(730, None, None, "result")]),
    ("Hội Cựu chiến binh phường gom 12 tấn ve chai.", [(12, None, None, "result")]),
    ("Đoàn xã dọn 46 km đường.", [(46, None, None, "result")]),
    ("Bà con thôn Đoài san lấp 5 tuyến đường.", [(5, None, None, "result")]),
    (
        "Đơn vị triệt phá 41 vụ án; 214 đảng viên phụ trách 980 hộ.",
        [(41, None, None, "result"), (214, None, None, "result"), (980, None, None, "result")],
    ),
    (
        "Công an huyện bóc gỡ 6 đường dây ma túy; 38 đảng viên kèm cặp 76 hộ nghèo.",
        [(6, None, None, "result"), (38, None, None, "result"), (76, None, None, "result")],
    ),
    ("Ủy ban Kiểm tra các cấp và cấp ủy cơ sở đã kiểm tra 53 lượt tổ chức đảng.", [(53, None, None, "result")]),
    ("Ủy ban Kiểm tra Huyện ủy đã kiểm tra 12 tổ chức đảng.", [(12, None, None, "result")]),
    ("Năm 2022, Đảng bộ phấn đấu kết nạp từ 36 đảng viên trở lên.", [(36, None, None, "target")]),
    ("Đảng ủy công nhận chính thức cho 158 đồng chí.", [(158, None, None, "result")]),
    ("Ngân hàng giải ngân cho hơn 2.100 tổ vay vốn.", [(2100, None, None, "result")]),
    ("Công đoàn trao 2.340 suất quà cho công nhân.", [(2340, None, None, "result")]),
    ("Trong năm, toàn xã có 65 hộ vươn lên thoát nghèo.", [(65, None, None, "result")]),
    # a part of what was counted
    ("Toàn Đảng bộ kết nạp 21/15 đảng viên, trong đó 14 đoàn viên.", [(21, 15, None, "result"), (14, None, None, "result")]),
    ("Chi bộ kết nạp 52 đảng viên, trong đó có 38 sinh viên.", [(52, None, None, "result"), (38, None, None, "result")]),
    ("Đoàn trường giới thiệu 402 đoàn viên, qua đó 167 bạn vào Đảng.", [(402, None, None, "result"), (167, None, None, "result")]),
    # words near by that are another clause's
    ("Các cấp đã giải quyết dứt điểm 18 đơn thư.", [(18, None, None, "result")]),
    ("Trong năm, Đảng bộ xử lý dứt điểm 14 vụ việc.", [(14, None, None, "result")]),
    ("Thanh tra huyện xử lý dứt điểm 25 vụ khiếu nại.", [(25, None, None, "result")]),
    ("Sau khi giải phóng mặt bằng, xã xây dựng 12 tuyến đường.", [(12, None, None, "result")]),
    ("Sau khi giải ngân vốn vay, Hội xây dựng 9 mô hình.", [(9, None, None, "result")]),
    ("Đảng bộ thành lập 5/4 tổ chức đảng trong doanh nghiệp (đạt 125%).", [(5, 4, 125, "result")]),
    ("Huyện ủy củng cố 7/9 tổ chức cơ sở đảng.", [(7, 9, None, "result")]),
    ("Ban Tuyên giáo tổ chức 9 lớp bồi dưỡng, có 1.240 lượt người dự học.", [(9, None, None, "result")]),
    ("Trung tâm mở 6 lớp, thu hút 310 học viên tham gia học tập.", [(6, None, None, "result")]),
    ("Cuối năm, 36/36 chi bộ được đánh giá, xếp loại.", [(36, 36, None, "result")]),
    ("Có 58/60 chi bộ được xếp loại.", [(58, 60, None, "result")]),
    ("Năm 2022, phấn đấu có 7 chi bộ đạt danh hiệu chi bộ kiểu mẫu.", [(7, None, None, "target")]),
    ("Phấn đấu xây dựng 4 chi bộ đạt danh hiệu kiểu mẫu.", [(4, None, None, "target")]),
    # a noun that no list holds
    ("Có 27/30 cấp ủy ban hành nghị quyết chuyên đề.", [(27, 30, None, "result")]),
    ("Có 45/52 chủ doanh nghiệp ký cam kết.", [(45, 52, None, "result")]),
    ("Cuối năm, 18/21 ban nữ công ra mắt.", [(18, 21, None, "result")]),
    ("Lực lượng bắt giữ 57 đối tượng.", [(57, None, None, "result")]),
    ("Bệnh viện tiêm 12.480 mũi vắc xin.", [(12480, None, None, "result")]),
    ("Trạm y tế xã cấp 640 túi thuốc.", [(640, None, None, "result")]),
    ("Viện lai tạo 3 giống cà phê, 1 giống chè.", [(3, None, None, "result"), (1, None, None, "result")]),
    # shares
    (
        "Đảng bộ kết nạp 88 đảng viên, trong đó đoàn viên thanh niên chiếm 71%.",
        [(88, None, None, "result"), (None, None, 71, "result")],
    ),
    ("Trong số mới kết nạp, nữ chiếm 46%.", [(None, None, 46, "result")]),
    ("Việc nộp đảng phí qua tài khoản mới dừng ở 64%.", [(None, None, 64, "result")]),
    ("Việc giải ngân mới dừng lại ở mức 58%.", [(None, None, 58, "result")]),
    ("Tỷ lệ khỏi bệnh được giữ ở mức cao (91,5%).", [(None, None, 91.5, "result")]),
    ("Tỷ lệ chuyên cần luôn duy trì ở mức cao (97%).", [(None, None, 97, "result")]),
    ("Năm 2022, phấn đấu tốc độ tăng trưởng kinh tế đạt từ 12% trở lên.", [(None, None, 12, "target")]),
    ("Tỷ lệ bỏ học 0,15% (chỉ tiêu dưới 0,5%).", [(None, None, 0.15, "result"), (None, None, 0.5, "target")]),
    ("Tỷ lệ nợ xấu 0,42%, thấp hơn mức khống chế 1%.", [(None, None, 0.42, "result"), (None, None, 1, "target")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACED, ids=[text[:60] for text, _ in PLACED])
def test_a_count_is_recognised_by_its_place(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


NOT_PLACED = [
    "Ủy ban Kiểm tra yêu cầu 5 đảng viên giải trình.",
    "Hội nghị chọn 7 chi bộ làm điểm.",
    "Hội nghị lưu ý 3 nội dung.",
    "Đồng chí Bí thư nêu 4 giải pháp.",
    "Đến dự có lãnh đạo các ban và 128 đảng viên.",
    "Huyện ủy hiện quản lý 46 chi bộ.",
    "Đảng ủy Sư đoàn 330 đã tập trung lãnh đạo.",
    "Trường Quân sự Quân đoàn 12 vừa khai giảng.",
    "Trên địa bàn xảy ra 34 vụ việc.",
    "Hội nghị diễn ra trong 2 ngày.",
    "Trung tâm xã có diện tích tự nhiên 1.600 ha.",
    "Các xã đạt từ tám đến 12 tiêu chí.",
    "Đảng bộ xã đứng đầu trên tổng số hơn 46 cấp ủy.",
    "Chi bộ họp tại thôn 3 phường Sen.",
    "Ông Lê Văn Tư nuôi 3 con bò.",
    "Theo điểm 2 khoản 4, chi bộ kiểm tra 5 đảng viên.",
]


@pytest.mark.parametrize("text", NOT_PLACED)
def test_a_place_filled_by_something_else_gives_none(text: str) -> None:
    assert rows(text) == []


def test_marks_at_school_are_no_appraisal() -> None:
    assert rows("Tỷ lệ học sinh xếp loại học lực giỏi đạt 38,7%.") == [(None, None, 38.7, "result")]


def test_the_clause_of_a_number_begins_at_the_last_mark() -> None:
    view = "năm 2021, các cấp hội góp 7 ngày công; đoàn xã gom hơn 9 tấn"
    assert clause_before(view, 0, view.index("7")).lead == "các cấp hội góp "
    last = clause_before(view, 0, view.index("9"))
    assert (last.lead.strip(), last.about.strip(), last.opened_by) == ("đoàn xã gom", "hơn", ";")


def test_ordinary_news_has_no_figures() -> None:
    read_article = article_of_lines("Giá vàng tăng 3% so với hôm qua.\nCông ty xây dựng 12 nhà máy, đạt 104% kế hoạch.")
    assert figures(ArticleText(read_article), (), None) == ()


def test_what_other_facts_use_is_no_figure() -> None:
    text = "Chi bộ kết nạp 12 đảng viên mới."
    at = (GENRE + text).index("12")
    assert found(text, (Span(at, at + 12),)) == ()


def test_one_figure_said_twice_has_two_pieces_of_evidence() -> None:
    (finding,) = found("Chi bộ kết nạp 12 đảng viên mới.\nNhư vậy, đã kết nạp 12 đảng viên mới trong năm.")
    assert len(finding.evidence) == 2


def test_the_year_is_the_one_told_nearest_before() -> None:
    first, second = found("Năm 2011, ngành đón 14 nghìn lượt khách, tăng 11% so với năm 2010.")
    assert (first.year, second.year) == (2011, 2011)


def test_a_result_without_a_year_takes_the_article_s() -> None:
    assert found("Chi bộ kết nạp 12 đảng viên mới.", year=2022)[0].year == 2022
    assert found("Chi bộ phấn đấu kết nạp 12 đảng viên mới.", year=2022)[0].year is None


@pytest.mark.parametrize(
    "unit",
    [
        "phấn đấu ",
        "12% ",
        "12/15 chi bộ ",
        "kết nạp 12 đảng viên, ",
        "1.000 ",
        "có ",
        "tiếp tục, ",
        "yêu cầu các ",
        "đạt ",
        "12 chi bộ (đạt ",
    ],
)
def test_hostile_repetitions_end_quickly(unit: str) -> None:
    text = ArticleText(article_of_lines(GENRE + unit * (100_000 // len(unit)) + "9"))
    assert seconds(lambda: figures(text, (), None)) < 5

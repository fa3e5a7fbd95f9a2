"""Figures: results and targets of an organisation's work, and the numbers that are neither."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.rules.figures import figures
from generator.model.facts import Figure
from generator.model.span import Span
from tests.extraction.table import article_of_lines, seconds, with_evidence

Row = tuple[float | None, float | None, float | None, str]  # value, of, percent, kind

#: Makes any sentence part of an article about an organisation's work.
GENRE = "Đảng bộ xã tổng kết phong trào thi đua.\n"


def found(text: str, taken: tuple[Span, ...] = (), year: int | None = None) -> tuple[Figure, ...]:
    one = article_of_lines(GENRE + text)
    return with_evidence(one, figures(ArticleText(one), taken, year))


def rows(text: str) -> list[Row]:
    return [(one.value, one.of, one.percent, one.kind) for one in found(text)]


CASES: list[tuple[str, list[Row]]] = [
    # done of planned
    ("Chi bộ đã kết nạp 7/5 đồng chí (đạt 140% chỉ tiêu được giao).", [(7, 5, 140, "result")]),
    ("Năm qua, 41/41 chi bộ tổ chức xong đại hội.", [(41, 41, None, "result")]),
    ("Đảng bộ hoàn thành 14/15 chỉ tiêu đề ra.", [(14, 15, None, "result")]),
    ("Toàn huyện có 9/13 xã đạt chuẩn nông thôn mới.", [(9, 13, None, "result")]),
    ("Số hộ nghèo giảm 88/60 hộ, bằng 147% kế hoạch.", [(88, 60, 147, "result")]),
    ("Thành lập 4/2 chi bộ trong doanh nghiệp tư nhân (đạt 200% kế hoạch).", [(4, 2, 200, "result")]),
    ("Đến nay có 27 trong số 50 trường học đạt chuẩn.", [(27, 50, None, "result")]),
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


def test_ordinary_news_has_no_figures() -> None:
    one = article_of_lines("Giá vàng tăng 3% so với hôm qua.\nCông ty xây dựng 12 nhà máy, đạt 104% kế hoạch.")
    assert figures(ArticleText(one), (), None) == ()


def test_what_other_facts_use_is_no_figure() -> None:
    text = "Chi bộ kết nạp 12 đảng viên mới."
    at = (GENRE + text).index("12")
    assert found(text, (Span(at, at + 12),)) == ()


def test_one_figure_said_twice_has_two_pieces_of_evidence() -> None:
    (one,) = found("Chi bộ kết nạp 12 đảng viên mới.\nNhư vậy, đã kết nạp 12 đảng viên mới trong năm.")
    assert len(one.evidence) == 2


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

"""Figures of articles at first sight: chains of verbs, money, growth, parts of a whole, gifts, contests; and what looks like them."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.figures.article import figures
from tests.extraction.figures.test_figures import Row, found, rows
from tests.extraction.table import article_of_lines

_R = "result"
_T = "target"

CASES: list[tuple[str, list[Row]]] = [
    # bodies counted by what they did; what merely stands in their place is none
    ("Năm qua, 9 trường triển khai học bạ số; 14 khoa đã áp dụng quy trình mới.", [(9, None, None, _R), (14, None, None, _R)]),
    ("Toàn ngành hưởng ứng; 11 bệnh viện duy trì phòng khám ngoài giờ.", [(11, None, None, _R)]),
    ("Sáng nay, 9 trường có mặt tại lễ phát động.", []),
    # procedures are work done, their order in a regulation is none
    ("Chi cục làm thủ tục cho 46.215 tờ khai; phát hiện 173 vụ vi phạm.", [(46_215, None, None, _R), (173, None, None, _R)]),
    ("Hồ sơ, thủ tục đề nghị gồm 3 bộ hồ sơ.", []),
    # things under a name in quotation marks
    ("Hội vận động xây 7 “Mái ấm tình thương”; trao 5 “Tủ sách pháp luật”.", [(7, None, None, _R), (5, None, None, _R)]),
    # points of a rate, told before what it is of
    ("Trong năm, xã giải quyết việc làm cho 1.250 lao động; giảm 3,2% hộ nghèo.", [(1250, None, None, _R), (None, None, 3.2, _R)]),
    # arrests in police work; the verb's other meanings
    ("Công an huyện phá chuyên án, bắt 5 đối tượng, thu giữ 20 bánh heroin.", [(5, None, None, _R), (20, None, None, _R)]),
    ("Các chi hội nắm bắt 5 vấn đề nổi lên.", []),
    # who reached what, at the head of a clause
    ("Năm qua, 92,4% chiến sĩ đạt khá, giỏi; 88% phụ huynh được tập huấn.", [(None, None, 92.4, _R), (None, None, 88, _R)]),
    ("Tại lễ, theo thống kê 88% phụ huynh vui mừng.", []),
    ("Hội đề ra mục tiêu kết nạp 15 hội viên.", [(15, None, None, _T)]),
    ("Bí thư yêu cầu đơn vị năm 2023 bảo đảm an toàn, kết nạp 20 đảng viên.", [(20, None, None, _T)]),
    ("Mục tiêu năm 2021 theo Kế hoạch số 18-KH/HND: kết nạp 500 hội viên.", [(500, None, None, _T)]),
    ("Chỉ tiêu nhiệm kỳ 2020 - 2025 của chi hội: kết nạp 30 hội viên.", [(30, None, None, _T)]),
    ("Kết quả thực hiện mục tiêu năm 2021: kết nạp 50 hội viên.", [(50, None, None, _R)]),
    # targets that a body is given or that a meeting adopts
    ("Năm 2018, Cục được giao thu 1.150 tỷ đồng, phấn đấu vượt 7%.", [(1_150_000_000_000, None, None, _T), (None, None, 7, _T)]),
    ("Hội nghị thông qua chỉ tiêu năm 2020: giúp 120 hộ nghèo; kết nạp 9 đảng viên.", [(120, None, None, _T), (9, None, None, _T)]),
    # verbs that end in a word which alone is not work: xử phạt, thu nhận, hòa giải thành
    ("Công an huyện xử phạt 3.415 trường hợp vi phạm; thu nhận 2.906 hồ sơ căn cước.", [(3415, None, None, _R), (2906, None, None, _R)]),
    ("Tổ hòa giải ở cơ sở đã hòa giải thành 318 vụ việc.", [(318, None, None, _R)]),
    ("Đội thuế đã truy thu 12,3 tỷ đồng tiền thuế.", [(12_300_000_000, None, None, _R)]),
    ("Công ty bị xử phạt 3 trường hợp.", []),
    # money that things cost, or that was raised
    ("Đoàn xã đã thực hiện 74 công trình trị giá 820 triệu đồng.", [(74, None, None, _R), (820_000_000, None, None, _R)]),
    ("Hội xây 5 mái ấm với tổng kinh phí trên 350 triệu đồng.", [(5, None, None, _R), (350_000_000, None, None, _R)]),
    ("Công đoàn ủng hộ Quỹ phòng, chống Covid-19 được 342 triệu đồng.", [(342_000_000, None, None, _R)]),
    ("Đơn vị mất chiếc xe máy trị giá 30 triệu đồng.", []),
    # a share behind those counted by their age; what a test gave
    ("Trạm tiêm chủng cho 187/190 trẻ dưới 1 tuổi (98,4%).", [(187, 190, 98.4, _R)]),
    ("Kết quả kiểm tra bắn súng 95,5% đạt khá, giỏi.", [(None, None, 95.5, _R)]),
    # the plan's own name is no aim, ``với mục tiêu`` is
    (
        "Thu ngân sách bằng 118% dự toán pháp lệnh, 106% dự toán phấn đấu và tăng 9,4% so với năm 2022.",
        [(None, None, 118, _R), (None, None, 106, _R), (None, None, 9.4, _R)],
    ),
    (
        "Chi cục phát động thi đua với mục tiêu thu vượt từ 5% dự toán, tỷ lệ nợ thuế dưới 8% tổng thu.",
        [(None, None, 5, _T), (None, None, 8, _T)],
    ),
    # verbs in a chain keep the sentence's subject
    (
        "Năm qua, Công an xã Hoa Mai đã lập, theo dõi 6 chuyên án, bóc gỡ 3 ổ nhóm, 21 đối tượng.",
        [(6, None, None, _R), (3, None, None, _R), (21, None, None, _R)],
    ),
    (
        "Trong quý, Đồn Biên phòng Bãi Sen đã tuần tra 40 lượt, ngăn chặn 2 tàu lạ; đẩy đuổi 5 tàu cá.",
        [(40, None, None, _R), (2, None, None, _R), (5, None, None, _R)],
    ),
    (
        "Hợp tác xã Sông Lam đã mở rộng vườn ươm, cung cấp 90 nghìn cây giống cho bà con, thu hơn 3 tỷ đồng.",
        [(90_000, None, None, _R), (3_000_000_000, None, None, _R)],
    ),
    # who and what attends is none, works that stand in a contest are
    ("Hội đã xây dựng 6 mô hình tham dự ngày hội.", []),
    ("Hội đã xây dựng 6 mô hình của các thôn.", [(6, None, None, _R)]),
    ("Ban tổ chức đã tiếp nhận 40 thí sinh dự thi.", []),
    # what an award is for, told by its verb; the award's own numbers are none
    ("Công an tỉnh Hoa Mai khen thưởng các đơn vị có thành tích trong việc phá 2 chuyên án lớn.", [(2, None, None, _R)]),
    ("Bộ Công an thưởng Công an huyện Sen về việc khám phá nhanh 3 vụ trọng án.", [(3, None, None, _R)]),
    ("Giám đốc Công an tỉnh thưởng Đội Hình sự vì đã triệt phá 4 ổ nhóm trộm cắp.", [(4, None, None, _R)]),
    ("Hội đồng khen thưởng các tác giả trong việc đoạt 3 giải nhất.", []),
    ("Huyện ủy khen thưởng các đơn vị có thành tích trong việc học tập 5 năm liền.", []),
    # what is received, and abbreviations as nouns
    ("Đội Cảnh sát đã nhận được hơn 2 nghìn tin báo của bà con.", [(2000, None, None, _R)]),
    ("Sau một tháng, Ban tổ chức đã nhận được 315 bài dự thi của đoàn viên.", [(315, None, None, _R)]),
    ("Ban tổ chức đã nhận được 27 phương án dự thi.", [(27, None, None, _R)]),
    ("Trung bình mỗi năm đơn vị cấp phát hơn 5 ngàn CCCD cho người dân.", [(5000, None, None, _R)]),
    # things given
    ("Công ty Sao Khuê tặng 120 tấm chăn cho bệnh viện.", [(120, None, None, _R)]),
    ("Đoàn phường tặng 45 chiếc xe đạp cho học sinh.", [(45, None, None, _R)]),
    ("Hội Phụ nữ trao 60 bộ áo ấm.", [(60, None, None, _R)]),
    ("Công đoàn đã thăm hỏi, tặng quà 415 lượt đoàn viên.", [(415, None, None, _R)]),
    # money that measures a yield
    ("Hợp tác xã có lợi nhuận hàng năm lên tới con số 700 triệu đồng.", [(700_000_000, None, None, _R)]),
    ("Doanh thu từ nấm đạt 2,4 tỷ đồng.", [(2_400_000_000, None, None, _R)]),
    ("Các cấp hội giải ngân vốn vay, tổng dư nợ hơn 9 tỷ đồng.", [(9_000_000_000, None, None, _R)]),
    ("Công đoàn đã thu hồi số tiền trên 56 triệu đồng.", [(56_000_000, None, None, _R)]),
    # growth, in a row or as a thing done
    ("Riêng 6 tháng, lượng hồ sơ đã tăng 41%, tiền thu tăng 17%.", [(None, None, 41, _R), (None, None, 17, _R)]),
    ("Tội phạm giảm ở nhiều nơi: Hoa Mai giảm 12,5%, Sen Hồng giảm 8%.", [(None, None, 12.5, _R), (None, None, 8, _R)]),
    ("Số vụ việc đã giảm 30%.", [(None, None, 30, _R)]),
    ("Giá trị sản xuất đã tăng 14%.", [(None, None, 14, _R)]),
    ("Tỷ lệ hộ nghèo giảm từ 6,5% xuống còn 4,1%.", [(None, None, 4.1, _R)]),
    # a row of shares of those named
    (
        "Công an TP. Hoa Mai đạt tỷ lệ 88,6%; Công an TP. Sen Hồng 82,8%; Công an huyện Bàu 84%.",
        [(None, None, 88.6, _R), (None, None, 82.8, _R), (None, None, 84, _R)],
    ),
    # a share that a verb of work or an actor's deed governs, whatever it is of
    ("Đơn vị điều tra làm rõ 100% trọng án.", [(None, None, 100, _R)]),
    ("Công an huyện đã tăng cường 70% quân số xuống xã.", [(None, None, 70, _R)]),
    ("Trong kỳ, Đoàn trường đã phủ sóng 90% ký túc xá.", [(None, None, 90, _R)]),
    # parts that add up to their whole
    (
        "Câu lạc bộ có 30 thành viên, trong đó xã Hoa 18 và xã Mai 12.",
        [(30, None, None, _R), (18, None, None, _R), (12, None, None, _R)],
    ),
    (
        "70 tham luận gửi về, trong đó có 25 bài bàn về giống, 45 bài bàn về đất.",
        [(70, None, None, _R), (25, None, None, _R), (45, None, None, _R)],
    ),
    ("Câu lạc bộ có 30 thành viên, trong đó xã Hoa 18 và xã Mai 11.", []),
    # a count told with its change, and one of things done to
    ("Cả năm có 214 vụ vi phạm, giảm 36 vụ so với cùng kỳ.", [(214, None, None, _R), (36, None, None, _R)]),
    ("Với hơn 80 đề tài được triển khai, viện có nhiều đóng góp.", [(80, None, None, _R)]),
    # numbers in words
    ("Ngành y tế khai trương hai phòng khám.", [(2, None, None, _R)]),
    ("Hội đã giúp hơn một nghìn hộ vay vốn.", [(1000, None, None, _R)]),
    # units written to their number
    ("Các cấp hội hiến 3.600m2 đất, 250 ngày công.", [(3600, None, None, _R), (250, None, None, _R)]),
    ("Đoàn rà phá 21ha đất, thi công 14,6km đường.", [(21, None, None, _R), (14.6, None, None, _R)]),
    ("Đội thu gom 3tấn rác, nhà cách trường hơn 2km.", [(3, None, None, _R)]),
    # a share that is the quotient of the two numbers before it
    ("Toàn huyện có 543/545 chi bộ trực thuộc đảng ủy cơ sở kiểm điểm, đánh giá, đạt 99,6%.", [(543, 545, 99.6, _R)]),
    ("Có 66/81 hội viên dự họp, học tập, tỷ lệ trên 81,4%.", [(66, 81, 81.4, _R)]),
    # items of lists and of rows: a label, then a number
    ("- Phát triển đảng viên: 12 đồng chí.", [(12, None, None, _R)]),
    ("Số sáng kiến được công nhận: 45.", [(45, None, None, _R)]),
    ("- Tổng thu ngân sách: 12 tỷ đồng, đạt 105% dự toán.", [(12_000_000_000, None, 105, _R)]),
    ("- Tiêm phòng mũi 4: 76,5% đối tượng.", [(None, None, 76.5, _R)]),
    ("Viện khám 120 lượt; công suất giường bệnh 121%; hài lòng 98%.", [(120, None, None, _R), (None, None, 121, _R), (None, None, 98, _R)]),
    ("Điện thoại: 0912 345.", []),
    ("Giải nhất: 2 triệu đồng.", []),
    ("Thời gian: 15 ngày.", []),
    ("Số lượt truy cập: 1.204.551.", []),
    # what is intended begins at the first word that says so; what is allowed at most is none
    ("Năm 2019, công đoàn sẽ giúp 50 hộ, phấn đấu có 5 sáng kiến.", [(50, None, None, _T), (5, None, None, _T)]),
    ("Phấn đấu kết nạp 12 đảng viên; tỷ lệ vắng không quá 2%.", [(12, None, None, _T)]),
    ("Có 14/17 gia đình hứa sẽ đưa con trở lại lớp.", [(14, 17, None, _R)]),
    ("Phấn đấu 100% xã có mô hình và tối thiểu 70% mô hình bền vững.", [(None, None, 100, _T), (None, None, 70, _T)]),
    # disciplines and police work
    (
        "Hình thức: khiển trách 21 đồng chí; cảnh cáo 4 đồng chí; khai trừ 2 đồng chí.",
        [(21, None, None, _R), (4, None, None, _R), (2, None, None, _R)],
    ),
    ("Công an huyện bắt 2 đối tượng cùng tang vật 500 viên ma túy.", [(2, None, None, _R), (500, None, None, _R)]),
    # what works were recognised as is not an award
    ("Phong trào có 52 sáng kiến được công nhận cấp sở, 6 sáng kiến cấp tỉnh.", [(52, None, None, _R), (6, None, None, _R)]),
    ("Toàn tỉnh đăng ký, xây dựng 30 mô hình, điển hình.", [(30, None, None, _R)]),
    ("Có 42/60 DN hoàn thành kế hoạch doanh thu.", [(42, 60, None, _R)]),
    # deeds of a person at work, not what they own
    ("Anh Bình trực tiếp đào tạo 25 công nhân.", [(25, None, None, _R)]),
    ("Chị Lê Thị Sen đã vận động 9 hội viên vào hợp tác xã.", [(9, None, None, _R)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_figures(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


NONE = [
    "Mỗi thí sinh phải nộp 150.000 đồng lệ phí.",
    "Công đoàn hỗ trợ đoàn viên, mỗi nhà 50 triệu đồng.",
    "Đoàn thanh niên quận 3 tổ chức chương trình văn nghệ.",
    "Đoàn viên thực hiện phương châm 4 đúng, 3 không.",
    "Giá vàng đã tăng 12%.",
    "Tiền gửi có lãi suất đã giảm 2%.",
    "Đây là mức khá, cao hơn mức tăng 4,9% của cả nước, dịch vụ ngang mức giảm 2% năm trước.",
    "Vườn tiêu đạt trên 8 tấn/ha.",
    "Chị Sen lặn lội hơn 120 km đến lớp.",
    "Nhà em cách trường học hơn 2km.",
    "Tàu có tải trọng 15.000 tấn.",
    "Cháu bị khởi tố 5 năm trước.",
    "Ban tổ chức đã nhận được 12 bằng khen của tỉnh.",
    "Hội thi có 45 thí sinh dự thi.",
    "Bí thư tặng 12 giấy khen cho 12 chi bộ.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_looks_like_a_figure_is_none(text: str) -> None:
    assert rows(text) == []


def test_money_has_its_unit_and_what_it_measures() -> None:
    profit, gained = found("Hợp tác xã Sông Lam đã mở vườn ươm, lợi nhuận đạt 2 tỷ đồng, thu hơn 3 tỷ đồng.")
    assert (profit.measure, profit.unit) == ("lợi nhuận đạt", "đồng")
    assert gained.unit == "đồng"


@pytest.mark.parametrize("subject", ["Doanh thu năm 2021 ước đạt", "Thu nhập bình quân đầu người đạt", "Tổng thu ngân sách xã đạt hơn"])
def test_money_reached_names_what_reached_it(subject: str) -> None:
    assert [(finding.measure, finding.value) for finding in found(f"{subject} 62 triệu đồng.")] == [(subject, 62_000_000)]


def test_the_parts_of_a_whole_say_whose_they_are() -> None:
    told = found("Câu lạc bộ có 30 thành viên, trong đó xã Hoa 18 và xã Mai 12.")
    assert [statement.measure for statement in told] == ["thành viên", "xã Hoa", "xã Mai"]


def test_an_article_with_an_award_is_about_work() -> None:
    text = "Công ty trao quà.\nTừ đầu năm, đơn vị đã chi trả 318 trường hợp."
    one = ArticleText(article_of_lines(text))
    assert figures(one, (), None) == ()
    assert [figure.value for figure in figures(one, (), None, honours=True)] == [318]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trường trao bằng tốt nghiệp cho 894 cử nhân, kỹ sư.", [(894, None, "result")]),
        (
            "Đảng ủy trao quyết định kết nạp Đảng cho 2 đoàn viên ưu tú; trao thẻ đảng cho 5 đảng viên.",
            [(2, None, "result"), (5, None, "result")],
        ),
        ("Trường tổ chức Lễ tốt nghiệp khóa 2 cho gần 900 học viên.", [(900, None, "result")]),
        ("Đại hội đã bầu Ban Chấp hành khóa mới gồm 15 đồng chí.", [(15, None, "result")]),
        ("Năm 2022, tổn thất điện năng còn 4,87% (kế hoạch 5,02%).", [(None, 4.87, "result"), (None, 5.02, "target")]),
        ("Dự lễ có 45 ủy viên. Trao bằng khen cho 20 học sinh tốt nghiệp loại giỏi.", []),
        ("Đại hội bầu Ban Chấp hành khóa 15 và nghe tham luận.", []),
    ],
)
def test_ceremonies_congresses_and_plans(text: str, expected: list[tuple[object, ...]]) -> None:
    article = ArticleText(article_of_lines(f"Chi bộ tổng kết phong trào thi đua, khen thưởng.\n{text}"))
    assert [(figure.value, figure.percent, str(figure.kind)) for figure in figures(article, (), None)] == expected

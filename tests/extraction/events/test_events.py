"""The event of an article: its day, the year that was inferred and why, part of day, place, name."""

from __future__ import annotations

import time

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.events.article import event
from generator.model.article import Source
from generator.model.facts import Event
from generator.model.statement import basis, day, year_basis
from generator.reading.text import article_from_text

TITLE = "Đảng ủy xã Tân Phú tổ chức hội nghị"


def told(*lines: str) -> Event | None:
    return event(ArticleText(article_from_text("\n".join((TITLE, *lines)), Source("a.txt", "0", "text"))))


@pytest.mark.parametrize(
    ("lines", "date", "part", "place"),
    [
        (("07/03/2023", "Ngày 10/2, Đảng ủy xã tổ chức hội nghị tổng kết năm 2022."), "2023-02-10", None, None),
        (("07/03/2023", "Ngày 10/12, Đảng ủy xã tổ chức hội nghị tổng kết năm 2022."), "2022-12-10", None, None),
        (("Chiều ngày 04/01/2023, tại Hà Nội, Đảng ủy xã tổ chức hội nghị.",), "2023-01-04", "chiều", "Hà Nội"),
        (("date 2023-03", "Ngày 17-3, Đảng ủy xã tổ chức hội nghị."), None, None, None),
        (("Ngày 12/1, Đảng ủy xã tổ chức hội nghị tổng kết công tác năm 2021.",), "2022-01-12", None, None),
        (("Ngày 12/12, Đảng ủy xã tổ chức hội nghị tổng kết công tác năm 2021.",), "2021-12-12", None, None),
        (("Sáng 30/1, nhân ngày thành lập Đảng (3/2/1930 – 3/2/2018), Đảng ủy xã trao Huy hiệu.",), "2018-01-30", "sáng", None),
        (("Sáng 2/6, Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025 diễn ra.",), "2020-06-02", "sáng", None),
        (("Tối 28/6, trường tổ chức lễ kỷ niệm 60 năm thành lập (1965-2025).",), "2025-06-28", "tối", None),
        (("Sáng 5/9, trường tổ chức khai giảng năm học 2024-2025.",), "2024-09-05", "sáng", None),
        (("Ngày 12/7, Đảng ủy xã tổ chức sơ kết 6 tháng đầu năm 2021.",), "2021-07-12", None, None),
        (("Ngày 17/9, Đảng ủy xã tổ chức hội nghị quán triệt nghị quyết.",), None, None, None),
        (("05/03/2021 10:00", "Sáng nay, Đảng ủy xã tổ chức hội nghị."), "2021-03-05", "sáng", None),
        (("01/03/2021 10:00", "Chiều qua, Đảng ủy xã tổ chức hội nghị."), "2021-02-28", "chiều", None),
        (("Từ ngày 23/3 đến ngày 12/5/2020, các chi bộ đã tổ chức đại hội.",), "2020-03-23", None, None),
        (("Ngày 30/1/2018, buổi sáng, Thành ủy tổ chức lễ kỷ niệm.",), "2018-01-30", "sáng", None),
        (("Lễ tuyên dương được LĐLĐ tỉnh tổ chức ngày 28/5/2019 tại hội trường lầu 6.",), "2019-05-28", None, "hội trường lầu 6"),
        (
            ("10/06/2021", "Ông Lê Văn Ba nói tại lễ sơ kết phong trào “Hy sinh vì dân” do xã tổ chức tại Hà Nội chiều 2/6."),
            "2021-06-02",
            "chiều",
            None,
        ),
        (("10/06/2021", "Ông Ba phát biểu tại Hội nghị biểu dương người tốt việc tốt, vào sáng 2/6."), "2021-06-02", "sáng", None),
        (("10/06/2021", "Từ 28-29.5, LĐLĐ huyện tổ chức tập huấn."), "2021-05-28", None, None),
        (("10/06/2021", "Từ 2-3.5 lần lượt nâng lên, xã tổ chức họp mặt ngày 4/6."), "2021-06-04", None, None),
        (("Ngày 23/5, xã tổ chức lễ ra mắt.", "Mô hình hoạt động từ ngày 1/7/2024."), "2024-05-23", None, None),
        (("Ngày 23/5, xã tổ chức lễ ra mắt.", "Trụ sở xây từ tháng 11/2003."), None, None, None),
        (("Ngày 23/5, xã tổ chức lễ ra mắt.", "Trụ sở xây từ tháng 6/2003.", "Năm 2009, xã có thêm đất."), None, None, None),
        (("Ngày 7/9, xã tổ chức tổng kết 10 năm thực hiện quy chế.", "Quy chế được ký kết vào năm 2013."), "2023-09-07", None, None),
        (("Thực hiện Công văn số 1-CV/QU ngày 27/10/2022, Chi bộ họp ngày 8/12/2022.",), "2022-12-08", None, None),
        # Two days joined, each with its word.
        (("Trong 2 ngày, mùng 7 và mùng 8/8/2019, Hội Luật gia tỉnh tổ chức đại hội.",), "2019-08-07", None, None),
        (("Trong hai ngày, ngày 5 và ngày 6/1/2020, Sở Y tế tổ chức hội thảo.",), "2020-01-05", None, None),
        (("Trong các ngày từ 3 đến 5/6/2022, LĐLĐ huyện tổ chức hội thao.",), "2022-06-03", None, None),
        (("Trong ba ngày 3, 4 và 5/6/2022, LĐLĐ huyện tổ chức hội thao.",), "2022-06-03", None, None),
        # The year in the name of what is opened or closed.
        (("Sáng 14/6, Công an tỉnh làm lễ bế giảng khóa huấn luyện chiến sĩ mới năm 2018.",), "2018-06-14", "sáng", None),
        (("Ngày 5/8, huyện Sa Pa tổ chức trao giải cuộc thi Marathon núi 2019.",), "2019-08-05", None, None),
        (("Tối 9/9, xã tổ chức bế mạc liên hoan Tiếng hát mùa thu 2021.",), "2021-09-09", "tối", None),
        (("Ngày 5/2, huyện tổ chức trao giải cuộc thi viết năm 2019.",), None, None, None),
        (("Ngày 5/8, huyện tổ chức trao giải hội thi có từ năm 2009.",), None, None, None),
        # A badge and the day of admission.
        (("Chiều 10/2, xã trao Huy hiệu 30 năm tuổi Đảng cho bà Lê Thị Mơ. Bà vào Đảng ngày 20/2/1988.",), "2018-02-10", "chiều", None),
        (("Ngày 17/9, xã trao Huy hiệu 40 năm tuổi Đảng. Ông Ba được kết nạp Đảng ngày 31/12/1984.",), "2025-09-17", None, None),
        (("Ngày 17/9, xã trao Huy hiệu 40 năm, Huy hiệu 50 năm tuổi Đảng. Ông Ba vào Đảng ngày 31/12/1984.",), None, None, None),
        # A feast counted.
        (("Ngày 20/11, trường tổ chức lễ kỷ niệm 38 năm Ngày Nhà giáo Việt Nam.",), "2020-11-20", None, None),
        (("Ngày 28/12, xã tổ chức lễ kỷ niệm 89 năm ngày thành lập Đảng.",), "2018-12-28", None, None),
        (("Ngày 28/7, huyện gặp mặt kỷ niệm 75 năm Ngày Thương binh, Liệt sĩ.",), "2022-07-28", None, None),
        (("Ngày 3/2, xã tổ chức họp mặt, hướng tới kỷ niệm 100 năm thành lập Đảng.",), None, None, None),
        # Spans of years of something else.
        (("Ngày 20/10, trường đón nhận Huân chương vì thành tích từ năm học 2014 – 2015 đến năm học 2018 – 2019.",), None, None, None),
        (("Ngày 30/9, Đảng ủy Khối tổ chức hội nghị tổng kết công tác kiểm tra nhiệm kỳ 2010 - 2015.",), "2015-09-30", None, None),
        (("Ngày 30/9, xã tổ chức họp triển khai nhiệm vụ quý IV.2015, chuẩn bị đại hội.",), "2015-09-30", None, None),
        (("Ngày 15/12, xã tổ chức họp triển khai nhiệm vụ quý I/2016.",), "2015-12-15", None, None),
        (("Ngày 15/8, phòng tổ chức tổng kết năm học 2020 - 2021, triển khai năm học 2021 - 2022.",), "2021-08-15", None, None),
        (("Ngày 11/6, xã tổ chức hội nghị tổng kết 10 năm (2011 - 2021) thực hiện quy chế.",), "2021-06-11", None, None),
        (("Ngày 11/2, xã tổ chức hội nghị tổng kết 10 năm (2011 - 2021) thực hiện quy chế.",), None, None, None),
        (("30/12/2021 07:00", "Ngày mai (2/1), UBND huyện tổ chức lễ khởi công."), "2022-01-02", None, None),
        # No deadline and no plan.
        (("Ngày 17/9, xã tổ chức lễ ra mắt.", "Nhà văn hóa hoàn thành chậm nhất vào tháng 8/2026."), None, None, None),
        (("Ngày 17/9, xã tổ chức lễ ra mắt.", "Trụ sở sẽ mở cửa từ ngày 20/10/2026."), None, None, None),
        (("Ngày 28/6, xã tổ chức lễ ra mắt.", "Đến tháng 4-2025, mô hình có thêm 5 hộ."), "2025-06-28", None, None),
        # Announced: the nearest day not before the publication.
        (("28/12/2021 07:00", "Dự kiến, lễ trao giải sẽ diễn ra tối 3/1 tại Hà Nội."), "2022-01-03", "tối", "Hà Nội"),
        (("28/05/2021 07:00", "Ban tổ chức cuộc thi sẽ tổng kết và trao giải vào tối 30-5."), "2021-05-30", "tối", None),
        (("28/05/2021 07:00", "Ngày 3/6 tới, Sở Y tế sẽ tổ chức hội thi tay nghề."), "2021-06-03", None, None),
        (("28/05/2021 07:00", "Lễ tuyên dương dự kiến vào ngày 10/6."), "2021-06-10", None, None),
        # A funeral, below the lead, after an hour.
        (
            ("01/06/2021 07:00", "Ông Lê Văn Ba đã từ trần ngày 31/5.", *["Ông quê ở xã Tân Phú."] * 9, "Lễ viếng từ 7 giờ 30, ngày 3/6."),
            "2021-06-03",
            None,
            None,
        ),
    ],
)
def test_day_and_year(lines: tuple[str, ...], date: str | None, part: str | None, place: str | None) -> None:
    found = told(*lines)
    assert found is not None
    assert (found.date, found.part_of_day, found.place) == (date, part, place)


def test_an_inferred_year_tells_its_basis_and_a_written_one_has_none() -> None:
    inferred = told("07/03/2023", "Ngày 10/2, Đảng ủy xã tổ chức hội nghị.")
    written = told("Ngày 10/2/2023, Đảng ủy xã tổ chức hội nghị.")
    assert inferred is not None
    assert [(inference.field, inference.basis) for inference in inferred.inferred] == [
        ("date", year_basis("2023-02-10", basis("published", date=day("2023-03-07"))))
    ]
    assert written is not None
    assert written.inferred == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("30/05/2013 07:00", "Ngày 29-5, Tỉnh đoàn cho biết đang hoàn tất hồ sơ đề nghị tặng huy chương."),
        ("30/05/2013 07:00", "Ngày 29-5, tin từ Huyện đoàn cho biết vừa trao giấy khen."),
        ("30/05/2013 07:00", "Ngày 23/5, Chính phủ ban hành nghị định về thi đua."),
        ("30/05/2013 07:00", "Em sinh ngày 12/5 và được trường tặng quà."),
        ("30/05/2013 07:00", "Trước đó, ngày 12/5, trường tổ chức thi."),
        ("30/05/2013 07:00", "Như báo đã đưa, ngày 12/5, trường tổ chức thi."),
        ("30/05/2013 07:00", "Ngày 28-5, LĐLĐ tỉnh đã triển khai kế hoạch giao lưu, tuyên dương lao động nữ."),
        ("30/05/2013 07:00", "Ngày 28-5, Sở Y tế đã có tờ trình tặng bằng khen cho bác sĩ Ba."),
        ("30/05/2013 07:00", "Ngày 28-5, Sở Y tế cho biết sẽ tổ chức hội thi."),
        ("30/05/2013 07:00", "Kỳ thi tốt nghiệp bắt đầu sáng 28-5, chiều các em dự thi môn hóa."),
        ("30/05/2013 07:00", "Ba học sinh đạt giải tại cuộc thi Toán châu Á tổ chức tại Lào ngày 12/5."),
        ("30/05/2013 07:00", "Ban tổ chức sẽ nhận bài dự thi đến hết ngày 30/8."),
        ("30/05/2013 07:00", "Theo đài khí tượng, ngày mai (31.5) thời tiết miền Bắc sẽ dịu dần."),
        ("30/05/2013 07:00", "Hạn cuối nộp hồ sơ xét tặng là ngày 30/5."),
        ("30/05/2013 07:00", "Công trình dự kiến hoàn thành trước ngày 2/9."),
        ("Phong trào do đoàn phát động từ ngày 12/5/2012 đến nay.",),
        ("Theo Luật Thi đua, khen thưởng ngày 15/6/2022, bằng khen được trao cho cá nhân tiêu biểu.",),
    ],
)
def test_days_of_something_else(lines: tuple[str, ...]) -> None:
    found = told(*lines)
    assert found is None or found.date is None


def test_evidence_is_the_words() -> None:
    article = article_from_text(f"{TITLE}\nHôm qua (16-1), Quận ủy tổ chức hội nghị tổng kết công tác Đảng.", Source("a.txt", "0", "text"))
    found = event(ArticleText(article))
    assert found is not None
    assert [span.of(article.text) for span in found.evidence] == ["Hôm qua (16-1)", "hội nghị tổng kết công tác Đảng"]
    assert found.name == "hội nghị tổng kết công tác Đảng"


def test_a_sentence_without_end_costs_little() -> None:
    start = time.process_time()
    told("Ngày 1/1/2020, " + "đại hội Đảng bộ tại " * 20_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "Ngày 2/6/2021, xã tổ chức lễ đón Huân chương Lao động hạng Ba - phần thưởng cao quý của Nhà nước.",
            "lễ đón Huân chương Lao động hạng Ba",
        ),
        ("Ngày 2/6/2021, xã tổ chức lễ trao Huy hiệu Đảng tặng đồng chí Lê Văn Ba, Bí thư.", "lễ trao Huy hiệu Đảng"),
        ("Ngày 2/6/2021, xã tổ chức lễ trao giấy khen cho gần 40 hộ gia đình.", "lễ trao giấy khen"),
        ("Ngày 2/6/2021 diễn ra hội nghị sơ kết cuộc vận động “Chấp hành nghiêm; sống đẹp” tại xã.", None),
        ("Ngày 2/6/2021, em Ba, lớp 7A3, trường huyện) được xã tặng quà.", None),
        ("Cuối tuần, xã vừa tổ chức lễ tốt nghiệp lớp nghề may.", "lễ tốt nghiệp lớp nghề may"),
        ("Cần tổ chức đại hội đạt chất lượng cao nhất.", None),
        ("Lễ tặng hoặc truy tặng danh hiệu được tổ chức trang trọng.", None),
        ("Tổ chức 50 hội nghị trực tuyến toàn quốc.", None),
    ],
)
def test_name(line: str, name: str | None) -> None:
    found = event(ArticleText(article_from_text(f"Tin trong ngày\n{line}", Source("a.txt", "0", "text"))))
    if name is None and "cuộc vận động" in line:
        assert found is not None
        assert found.name is not None
        assert found.name.startswith("hội nghị sơ kết cuộc vận động “Chấp hành nghiêm; sống đẹp”")
    else:
        assert (None if found is None else found.name) == name


def test_a_wreath_is_beside_the_event() -> None:
    found = told("Sáng 2/6/2021, đoàn làm lễ dâng hoa tại đài liệt sĩ.", "Ngày 3/6/2021, Đại hội Đảng bộ xã lần thứ X diễn ra.")
    assert found is not None
    assert found.date == "2021-06-03"
    alone = told("Sáng 2/6/2021, xã tổ chức lễ dâng hương tại đài liệt sĩ.")
    assert alone is not None
    assert alone.date == "2021-06-02"


def test_name_of_the_headline() -> None:
    article = article_from_text("Hội nghị sơ kết công tác dân vận xã\nNgày 2/6/2021, xã họp.", Source("a.txt", "0", "text"))
    found = event(ArticleText(article))
    assert found is not None
    assert found.name == "Hội nghị sơ kết công tác dân vận xã"
    assert [span.of(article.text) for span in found.evidence] == ["Ngày 2/6/2021", "Hội nghị sơ kết công tác dân vận xã"]


_PROSE = (
    "Trong những năm qua, xã đã có nhiều cố gắng trong công tác vận động quần chúng ở các thôn.",
    "Quỹ Khuyến học được các dòng họ đóng góp đều đặn, con em nghèo đều tới trường.",
    "Hiện nay, nhiều thôn có chi hội hoạt động hiệu quả, được người dân tin tưởng.",
)


def test_lines_in_capitals_do_not_end_the_lead() -> None:
    lines = ("CHI BỘ TRƯỜNG MẦM NON", "HỘI NGHỊ KIỂM ĐIỂM", "TỔ CHỨC CƠ SỞ ĐẢNG", "Ngày 8/10/2022, Chi bộ tổ chức hội nghị kiểm điểm.")
    found = told(*lines)
    assert found is not None
    assert found.date == "2022-10-08"
    inside = told(*lines[:3], "Chi bộ đã tiến hành kỳ họp vào ngày 8/10/2022 kiểm điểm công tác.")
    assert inside is None or inside.date is None


def test_event_of_the_headline_below_the_lead() -> None:
    title = "Biểu dương gia đình hiếu học"
    day_of = "Ngày 27/6/2012, Hội Khuyến học huyện Chợ Lách tổ chức Đại hội biểu dương gia đình hiếu học lần thứ 3."
    article = article_from_text("\n".join((title, *_PROSE, day_of)), Source("a.txt", "0", "text"))
    found = event(ArticleText(article))
    assert found is not None
    assert found.date == "2012-06-27"
    other = day_of.replace("biểu dương gia đình hiếu học", "cổ đông thường niên")
    article = article_from_text("\n".join((title, *_PROSE, other)), Source("a.txt", "0", "text"))
    below = event(ArticleText(article))
    assert below is None or below.date is None

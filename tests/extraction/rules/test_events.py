"""The event of an article: its day, the year that was inferred and why, part of day, place, name."""

from __future__ import annotations

import time

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.events.article import event
from generator.model.article import Source
from generator.model.facts import Event
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
    assert [(one.field, one.basis) for one in inferred.inferred] == [("date", "năm theo ngày đăng 2023-03-07")]
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

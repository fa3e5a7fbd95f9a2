"""The layout of a page is read before its facts: headline, path, menu, date line, captions that run on, related links."""

from __future__ import annotations

import pytest

from generator.extraction.extract import extract
from generator.model.article import Article, BlockKind, Source
from generator.model.span import Span
from generator.reading.headline import lines_above
from generator.reading.lines import below, describe, is_kicker, is_menu, is_path
from generator.reading.runons import run_ons
from generator.reading.stamps import stamp_of
from generator.reading.text import article_from_text

SOURCE = Source("a.txt", "0" * 64, "text")
TITLE = "Huyện ủy Ba Chẽ tổng kết công tác xây dựng Đảng năm 2021"
LEAD = "Sáng 12/1/2022, Huyện ủy Ba Chẽ tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2021."
BODY = "Tại hội nghị, các đại biểu đã thảo luận nhiều nội dung của báo cáo."
WATER = (
    "Ngày 10-02, Đảng bộ Công ty Cổ phần Cấp nước Sông Thao tổ chức Hội nghị tổng kết công tác Đảng năm 2021. Đảng bộ Công ty đã vượt khó."
)


def article(*lines: str) -> Article:
    return article_from_text("\n".join(lines), SOURCE)


def words(read_article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(read_article.text) for block in read_article.blocks if block.kind is kind]


ABOVE = [
    ("Trang chủ » Tin trong tỉnh » Công tác Đảng",),
    ("Trang nhất > Tin tức > Hoạt động cơ sở",),
    ("Home / Tin tức / Xây dựng Đảng",),
    ("Cổng thông tin điện tử huyện Ba Chẽ", "Trang chủ › Đoàn thể"),
    ("GIỚI THIỆU   TIN TỨC   VĂN BẢN   ĐẢNG ỦY   CÔNG ĐOÀN   LIÊN HỆ",),
    ("Giới thiệu | Nghiên cứu | Đào tạo | Công đoàn",),
    ("[Trang chủ] [Hoạt động Đảng] [Hỏi đáp]",),
    ("Đăng nhập | Đăng ký",),
    ("Trang chủ", "Giới thiệu", "Văn bản", "Thư viện ảnh", "Trang chủ / Tin tức - Sự kiện / Xây dựng Đảng"),
    ("HUYỆN ỦY BA CHẼ",),
    ("ĐẢNG BỘ HUYỆN", "Tin tức"),
    ("BA CHẼ ONLINE",),
    ("Trang tin nội bộ Đảng bộ Ba Chẽ",),
    ("#bachemoi #thidua",),
    ("Địa chỉ: 12 phố Chợ - Điện thoại: 0203 388 1234",),
    ("Theo dõi trên",),
    ("Theo dõi chúng tôi trên mạng xã hội",),
    ("Theo dõi Báo Sông Xanh trên Google News",),
    ("Ba Chẽ:",),
    ("Quảng Ninh :",),
    ("Tin cơ sở:",),
    ("Sông Xanh:", ""),
    ("Sông Xanh -", ""),
]


@pytest.mark.parametrize("above", ABOVE, ids=lambda above: above[0][:24])
@pytest.mark.parametrize("after", [(), ("21/01/2022 08:05",)])
def test_what_a_page_writes_above_its_headline(above: tuple[str, ...], after: tuple[str, ...]) -> None:
    read_article = article(*above, TITLE, *after, LEAD, BODY)
    assert read_article.title == TITLE
    assert words(read_article, BlockKind.FURNITURE) == [line for line in above if line]
    assert words(read_article, BlockKind.PARAGRAPH) == [LEAD, BODY]


@pytest.mark.parametrize("line", ["Người viết: Lê Hoa - Ngày viết: 21/01/2022", "Được đăng: 21/01/2022 bởi Lê Hoa"])
def test_a_date_line_with_its_author(line: str) -> None:
    read_article = article(TITLE, line, LEAD, BODY)
    assert (read_article.title, read_article.published, read_article.byline) == (TITLE, "2022-01-21", "Lê Hoa")


def test_path_site_and_stamp_leave_title_date_and_event() -> None:
    read_article = article(
        "CẤP NƯỚC SÔNG THAO ONLINE", "Trang chủ > Đoàn thể > Tin tức", "Đảng bộ Công ty vượt khó",
        "15/02/2022, 08:20 AM | Chuyên mục: Đảng bộ", WATER,
    )  # fmt: skip
    event = extract(read_article).event
    assert (read_article.title, read_article.published, event and event.date) == (
        "Đảng bộ Công ty vượt khó",
        "2022-02-15T08:20",
        "2022-02-10",
    )


def test_a_stranger_above_headline_and_date_line() -> None:
    assert article("LIÊN ĐOÀN LAO ĐỘNG HUYỆN BÌNH GIANG HẠ", TITLE, "21/01/2022", LEAD).title == TITLE
    assert article("LIÊN ĐOÀN LAO ĐỘNG HUYỆN THĂM CÔNG NHÂN", TITLE, LEAD).title == "LIÊN ĐOÀN LAO ĐỘNG HUYỆN THĂM CÔNG NHÂN"
    assert article("Vì một vùng cao giàu đẹp, văn minh", TITLE, "21/01/2022", LEAD).title == TITLE
    known = "Hội nghị tổng kết công tác Đảng"
    assert article(known, TITLE, "21/01/2022", LEAD).title == known
    assert article("Mùa quả ngọt ở vùng cao", "21/01/2022", TITLE, LEAD).title == "Mùa quả ngọt ở vùng cao"


def test_an_office_above_its_document_or_above_headline_and_date_line() -> None:
    result = "Kết quả công tác Hội năm 2018"
    text = "Năm 2018, công tác Hội xã Hoa Mai đạt nhiều kết quả; Hội kết nạp 42 hội viên."
    assert article("HỘI LHPN XÃ HOA MAI", "BÁO CÁO", result, text).title == result
    assert article("BÁO CÁO", result, text).title == result
    school = ("Trường THPT Lê Hoa", "Tin nhà trường", "Lễ tổng kết năm học: Nhiều niềm vui")
    lead = "Sáng 24/5, Trường THPT Lê Hoa tổ chức lễ tổng kết năm học trong niềm vui của thầy và trò toàn trường."
    assert article(*school, "25/05/2013 10:12", lead).title == school[-1]
    assert article("Thời sự - Chính trị", "Lữ đoàn 575 đón nhận Huân chương", "QK5 - 29/09/2015, 16:02", lead).title.startswith("Lữ đoàn")


@pytest.mark.parametrize("line", ["Đăng lúc 14:00 ngày 19/05/2022 bởi Văn phòng", "QK5 - 19/05/2022, 14:00"])
def test_a_date_line_with_an_office(line: str) -> None:
    assert article(TITLE, line, LEAD, BODY).published == "2022-05-19T14:00"


@pytest.mark.parametrize(
    "lines",
    [
        ("Nhà thầu “ăn” nửa con đường!", "Đường nông thôn do dân góp tiền đã bị rút ruột gần nửa"),
        ("Mùa quả ngọt", "Sáng 31/5, Huyện ủy Ba Chẽ tổ chức hội nghị tổng kết công tác"),
        ("Mùa quả ngọt", "Trong niềm vui năm mới, Huyện ủy Ba Chẽ tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2021"),
        (TITLE, "Trang chủ » Tin tức » Công tác Đảng"),
        (TITLE, "Huyện ủy Ba Chẽ"),
        ("Ba Chẽ: Tổng kết công tác", "Hội nghị của Huyện ủy Ba Chẽ thảo luận nhiều nội dung"),
        ("Huyện ủy Ba Chẽ làm theo lời Bác", "Hội nghị tổng kết công tác xây dựng Đảng"),
        ("Chi bộ 3 Ba Chẽ", "Hội nghị tổng kết công tác"),
        ("Ra mắt Cổng thông tin điện tử của huyện", "Hội nghị tổng kết công tác"),
        ("Xã Tân Phú | Nông thôn mới", "Hội nghị tổng kết công tác"),
    ],
)
def test_a_headline_stays_the_first_line(lines: tuple[str, ...]) -> None:
    assert article(*lines, LEAD, BODY).title == lines[0]


@pytest.mark.parametrize("lines", [("Kết quả:", "- 5 tập thể"), ("Kết quả:", LEAD), ("Tổng kết công tác của Huyện ủy:", "Hội nghị")])
def test_what_announces_something_is_no_kicker(lines: tuple[str, ...]) -> None:
    read_article = article(*lines, LEAD, BODY)
    assert not read_article.title_is_headline
    assert words(read_article, BlockKind.FURNITURE) == []


@pytest.mark.parametrize("path", ["Trang chủ » Tin tức » Công tác Đảng", "Trang chủ > Tin tức"])
def test_a_path_alone_is_no_headline(path: str) -> None:
    read_article = article(path, LEAD, BODY)
    assert (read_article.title, read_article.title_is_headline, words(read_article, BlockKind.FURNITURE)) == (LEAD, False, [path])


@pytest.mark.parametrize(
    ("line", "path", "menu", "kicker"),
    [
        ("A » B » C", True, False, False),
        ("» Đảng ủy xã họp", False, False, False),
        ("Đảng ủy xã > Chi bộ", False, False, False),
        ("Tin tức > Chi bộ", True, False, False),
        ("Kết quả năm 2021 / năm 2022", False, False, False),
        ("Trang chủ » Tin tức » Huyện ủy Ba Chẽ tổng kết công tác xây dựng Đảng năm 2021", True, False, False),
        ("Trang chủ » Tin tức.", False, False, False),
        ("Chi bộ 1 | 3 | 8", False, False, False),
        ("Chi bộ | Đảng viên | Tổng", False, True, False),
        ("Tin tức   Liên hệ", False, True, False),
        ("Hội nghị   Đại hội", False, False, False),
        ("Hà Nội:", False, False, True),
        ("- Hà Nội:", False, False, False),
        ("kết quả:", False, False, False),
        ("Các tập thể được khen thưởng gồm:", False, False, False),
    ],
)
def test_shapes_of_lines(line: str, path: bool, menu: bool, kicker: bool) -> None:
    assert (is_path(line), is_menu(line), is_kicker(line)) == (path, menu, kicker)


def test_lines_are_described_before_anything_is_decided() -> None:
    after = below(f"{LEAD} Trường THPT Lê Lợi")
    line = describe("Huyện ủy họp Huyện ủy", after)
    assert (line.words, line.returns, round(line.share, 2), line.is_of_page) == (3, 2, 0.67, False)
    assert describe("Trường THPT Lê Lợi", after).is_masthead
    assert describe("TRƯỜNG THPT LÊ LỢI", after).is_masthead
    unknown = describe("TRƯỜNG TRUNG HỌC CƠ SỞ NGUYỄN DU", after)  # a name, or the start of a headline: it does not come back
    assert (unknown.is_masthead, unknown.is_owner, unknown.is_of_page) == (False, True, False)
    assert not describe("Trường THPT Lê Lợi khai giảng", after).is_masthead
    assert not describe("Trường THPT Lê Lợi: mùa vui", after).is_masthead
    assert describe(LEAD, after).is_lead
    assert lines_above([describe("Huyện ủy", after), describe("Tin tức", after)], None) == 0


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Lượt đọc: 806      Ngày đăng: 21/01/2022", "2022-01-21"),
        ("Lượt xem: 1.204   Ngày đăng: 21/01/2022 08:05", "2022-01-21T08:05"),
        ("Số lần đọc: 5 | Cập nhật: 21/01/2022", "2022-01-21"),
        ("21/01/2022 08:05 | Nghe bài viết | Cỡ chữ", "2022-01-21T08:05"),
        ("Posted on 21/01/2022 by admin", "2022-01-21"),
        ("Xuất bản thông tin: 21/01/2022", "2022-01-21"),
        ("21.01.2022, 08h30'", "2022-01-21T08:30"),
        ("21/01/2022 08:05 | Đọc bài | In trang", "2022-01-21T08:05"),
        ("Cỡ chữ | 21/01/2022 | Chế độ tối", "2022-01-21"),
        ("(Thứ sáu, 21/01/2022 - 08:05) | Lượt xem: 92 | Font chữ: A A", "2022-01-21T08:05"),
        ("[Thứ 6, 21-01-2022 08:05] • Đã xem: 92 • Kiểu chữ: A A", "2022-01-21T08:05"),
        ("Thứ Sáu, 21/01/2022, 08:05 | Mục: Tin cơ sở", "2022-01-21T08:05"),
        ("15/02/2022, 08:20 AM | Chuyên mục: Đảng bộ", "2022-02-15T08:20"),
        ("Đăng lúc: 15 Tháng Mười Hai, 2023", "2023-12-15"),
        ("Tháng Mười Một 5, 2023", "2023-11-05"),
        ("5 Tháng Tư, 2023", "2023-04-05"),
        ("Tin bởi: Ban Biên tập   21/01/2022 10:12   Số lần xem: 33", "2022-01-21T10:12"),
    ],
)
def test_date_lines_by_their_fields(line: str, published: str) -> None:
    read_article = article(TITLE, line, LEAD, BODY)
    assert read_article.published == published
    assert line in words(read_article, BlockKind.STAMP)


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 10-02-2022, Đảng bộ xã họp",
        "Ngày 10/02/2022 - Đảng bộ xã họp bàn",
        "Ngày 10/2/2022 | Đảng bộ huyện tổng kết công tác năm | Lượt xem: 5",
        "Chi bộ 1 | 21/01/2022 | 5",
        "Chi bộ | 21/01/2022 | Đạt",
        "| Chi bộ | 21/01/2022 | Lượt xem: 5 |",
        "08:00 21/01/2022 | Khai mạc hội nghị | Hội trường lớn",
        "Khai mạc: 21/01/2022 | Lượt xem: 5",
        "21/01/2022 08:05 - Chi bộ họp bàn - Lượt xem: 5",
        "Từ khóa: hội nghị ngày 21/01/2022",
        "21/01/2022 08:05 | Chuyên mục: Đảng bộ xã vừa họp bàn về công tác cán bộ của cả năm sau",
    ],
)
def test_a_sentence_or_a_row_with_a_date_is_no_date_line(line: str) -> None:
    assert article(TITLE, line, LEAD, BODY).published is None


def test_the_author_s_field_of_a_date_line() -> None:
    line = "Ngày đăng: 03-01-2024 - Tác giả: Ban Tuyên giáo - Lượt đọc: 1.077"
    stamp = stamp_of(line, Span(0, len(line)))
    assert stamp is not None
    assert (stamp.published, stamp.rest and stamp.rest.of(line)) == ("2024-01-03", "Ban Tuyên giáo")
    read_article = article(TITLE, line, LEAD, BODY)
    assert read_article.published == "2024-01-03"
    assert read_article.byline is not None
    assert read_article.byline.startswith("Ban Tuyên giáo")


RUN_ONS = [
    ("Lãnh đạo xã trao Huy hiệu 40 năm tuổi Đảng cho đồng chí Phan Văn Lộc", "Trong những năm qua, đồng chí Phan Văn Lộc luôn gương mẫu."),
    ("Bí thư Đảng ủy trao Bằng khen cho đồng chí Lưu Thị Hợi", "Cùng dự buổi lễ có các đồng chí Mai Văn Thuận, Trịnh Quốc Huy."),
    ("Lãnh đạo LĐLĐ tỉnh, LĐLĐ huyện Yên Mỹ chúc mừng Ban Chấp hành ra mắt", "Tại hội nghị, các đại biểu đã bầu Ban Chấp hành."),
    ("Ông Lê Văn Ba tặng quà các hộ nghèo", "Sau khi nghe báo cáo, các đại biểu đã thảo luận sôi nổi."),
    ("Đồng chí Bí thư phát biểu tại hội nghị", "Sáng 12/7, đoàn đi thăm xã Tân Phú và tặng quà."),
    ("Đoàn thanh niên biểu diễn văn nghệ (năm 2021)", "Theo kế hoạch, chương trình kéo dài ba ngày."),
    ("Ảnh: Hồng Phúc", "Trong số 12 tác giả được mời có những người rất trẻ."),
    ("Các đại biểu chụp ảnh lưu niệm", "Phát biểu tại buổi lễ, ông Lê Văn Ba cảm ơn các đại biểu."),
]


@pytest.mark.parametrize(("caption", "text"), RUN_ONS, ids=lambda line: line[:24])
@pytest.mark.parametrize("gap", [" ", "\u00a0", "  "])
def test_a_caption_that_runs_on_is_cut(caption: str, text: str, gap: str) -> None:
    read_article = article(TITLE, LEAD, f"{caption}{gap}{text}")
    assert words(read_article, BlockKind.CAPTION) == [caption]
    assert words(read_article, BlockKind.PARAGRAPH) == [LEAD, text]
    inside = article(TITLE, f"{LEAD} {caption}{gap}{text} {BODY}")
    assert words(inside, BlockKind.CAPTION) == [caption]
    assert words(inside, BlockKind.PARAGRAPH) == [LEAD, f"{text} {BODY}"]


@pytest.mark.parametrize(
    "line",
    [
        "Đoàn xã trao quà chương trình Trong trái tim em cho các học sinh nghèo của xã.",
        "Đoàn xã trao giải cuộc thi Theo dấu chân Người cho các học sinh của xã.",
        "Đoàn xã trao quà cho các hộ tại Trên đồi của xã Tân Phú trong dịp Tết.",
        "Đoàn xã trao quà “Đến trường Cùng với em và bạn bè” cho các học sinh.",
        "Bí thư Đảng ủy trao Bằng khen cho ông Phan Văn Trong và vợ của ông ở xã.",
        "Bí thư Đảng ủy trao Bằng khen cho anh Em, chị Ba và Anh hùng Hai ở xã.",
        "Đảng ủy xã dự kỷ niệm 60 năm Ngày truyền thống của lực lượng công an xã.",
        "Lúng túng với thiết bị ghi âm Theo quy định mới, thí sinh được mang máy vào.",
        "Ông Ba trao quà Tại hội nghị.",
    ],
)
def test_names_and_titles_are_not_cut(line: str) -> None:
    assert words(article(TITLE, LEAD, line), BlockKind.PARAGRAPH) == [LEAD, line]


def test_a_lead_without_its_full_stop_is_cut_and_stays_text() -> None:
    left = "Sáng 10/2, Đảng ủy xã trao Huy hiệu Đảng cho đồng chí Phan Văn Lộc"
    read_article = article(TITLE, f"{left} Trong những năm qua, đồng chí luôn gương mẫu.")
    assert words(read_article, BlockKind.PARAGRAPH) == [left, "Trong những năm qua, đồng chí luôn gương mẫu."]


def test_run_ons_are_found_where_they_stand() -> None:
    text = "Một câu. Ông Ba phát biểu tại lễ Tại đây, mọi người cùng vỗ tay. Bà Tư phát biểu tại lễ Theo đó, mọi người đều vui."
    assert [span.of(text) for span in run_ons(text, Span(0, len(text)))] == ["Ông Ba phát biểu tại lễ", "Bà Tư phát biểu tại lễ"]
    fewest = "Ông Ba phát biểu Tại đây, vỗ tay lâu."
    assert [span.of(fewest) for span in run_ons(fewest, Span(0, len(fewest)))] == ["Ông Ba phát biểu"]
    for fewer in ("Ông Ba nói Tại đây, vỗ tay lâu.", "Ông Ba phát biểu Tại đây, vỗ tay."):
        assert run_ons(fewer, Span(0, len(fewer))) == []
    long = "Ông Ba phát biểu " + "rất " * 70 + "hay Tại đây, mọi người cùng vỗ tay."
    assert run_ons(long, Span(0, len(long))) == []


def test_no_fact_is_read_across_a_caption_s_end() -> None:
    badge = extract(article(TITLE, LEAD, " ".join(RUN_ONS[0])))
    assert [(award.type, award.count, award.names) for award in badge.awards] == [("huy-hieu-dang", 1, ("Phan Văn Lộc",))]
    praise = extract(article(TITLE, LEAD, " ".join(RUN_ONS[1])))
    assert [(award.type, award.count, award.names) for award in praise.awards] == [("bang-khen", 1, ("Lưu Thị Hợi",))]
    assert {person.name for person in praise.people} >= {"Lưu Thị Hợi", "Mai Văn Thuận", "Trịnh Quốc Huy"}
    guests = extract(article("Đảng ủy xã tổng kết năm 2022", " ".join(RUN_ONS[2])))
    assert not {unit.name for unit in guests.units if unit.role == "host"} & {"LĐLĐ tỉnh", "LĐLĐ huyện Yên Mỹ"}


@pytest.mark.parametrize("heading", ["Tin liên quan", "Các tin khác", "Bài viết cùng chuyên mục"])
@pytest.mark.parametrize(
    "link",
    [
        "» Đảng ủy Học viện khen thưởng 05 chi bộ dịp 19/5 (19/05/2022)",
        "Công đoàn tặng giấy khen cho 12 đoàn viên (15/04/2022)",
        "- Huyện ủy trao Huy hiệu Đảng cho 14 đảng viên (03/02/2022)",
        "Hội Nông dân xã tặng giấy khen 3 hội viên - 03/02/2022",
        "[03/02/2022] Đoàn xã biểu dương 5 đoàn viên",
    ],
)
def test_related_links_that_end_in_a_date(heading: str, link: str) -> None:
    read_article = article(TITLE, LEAD, BODY, heading, link, "Thông báo tuyển sinh (02/06/2023)")
    assert words(read_article, BlockKind.FURNITURE) == [heading, link, "Thông báo tuyển sinh (02/06/2023)"]
    assert (read_article.published, extract(read_article).awards) == (None, ())


def test_a_date_line_below_related_links_is_the_page_s() -> None:
    read_article = article(TITLE, LEAD, BODY, "Tin liên quan", "Xã A họp chi bộ", "21/01/2022 08:05 | In trang")
    assert read_article.published == "2022-01-21T08:05"


@pytest.mark.parametrize("line", ["Theo dõi báo cáo công tác Đảng", "Theo dõi và giúp đỡ các chi bộ yếu kém của xã trên mọi mặt công tác"])
def test_following_something_is_no_button(line: str) -> None:
    assert article(line, LEAD, BODY).title == line

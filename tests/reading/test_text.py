"""A page becomes an article: what is stated apart, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ReadingError
from generator.model.article import Article, BlockKind, Source
from generator.reading import read
from generator.reading.limits import MOST_LINES
from generator.reading.text import article_from_text

SOURCE = Source("a.txt", "0" * 64, "text")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LEAD = "Ngày 10/2, Đảng ủy xã Tân Phú tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2022."
BODY = "Tại hội nghị, các đại biểu đã thảo luận nhiều nội dung của báo cáo."


def article(*lines: str) -> Article:
    return article_from_text("\n".join(lines), SOURCE)


def kinds(read_article: Article) -> list[str]:
    return [block.kind.value for block in read_article.blocks]


def words(read_article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(read_article.text) for block in read_article.blocks if block.kind is kind]


def assert_covered(read_article: Article) -> None:
    """Blocks in order, without white space at their ends, over every character that is none."""
    at = 0
    for block in read_article.blocks:
        assert at <= block.span.start < block.span.end
        assert read_article.text[at : block.span.start].strip() == ""
        assert block.span.of(read_article.text) == block.span.of(read_article.text).strip()
        at = block.span.end
    assert read_article.text[at:].strip() == ""
    for span in (read_article.title_span, read_article.published_span, read_article.byline_span):
        assert span is None or span.of(read_article.text).strip()
    assert read_article.title


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_seeds_are_covered(path: Path) -> None:
    assert_covered(read(path, path.parent))


PIECES = st.sampled_from(
    [
        *("\n", " ", "\u00a0", "\u200b", "Chia sẻ", "Xã hội", "10/2/2023 15:30", LEAD, "Minh Trí", "Ảnh: A.B", "- ", "1. "),
        *("date 2023-03", "# date = x", "…", "./."),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=25).map("".join))
def test_every_character_stands_in_one_block(text: str) -> None:
    try:
        read_article = article_from_text(text, SOURCE)
    except ReadingError:
        return
    assert_covered(read_article)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("04:32 07/03/2023", "2023-03-07T04:32"),
        ("Ngày đăng 09/12/2022 | 15:50  | Lượt xem: 483", "2022-12-09T15:50"),
        ("27/05/13 18:22 GMT+7", "2013-05-27T18:22"),
        ("THỨ NĂM, 06/12/2018 20:08:31", "2018-12-06T20:08"),
        ("thứ năm, 08 08 2019 08:51", "2019-08-08T08:51"),
        ("10:01, 14/01/2020", "2020-01-14T10:01"),
        ("Thứ sáu, ngày 3 tháng 2 năm 2023", "2023-02-03"),
        ("Cập nhật lúc: 8h05 ngày 1-2-2021", "2021-02-01T08:05"),
        ("2024-05-06", "2024-05-06"),
        ("Đăng ngày 12/3/2024 - 1.204 lượt xem", "2024-03-12"),
        ("21.3.2023 3:05 PM", "2023-03-21T15:05"),
    ],
)
def test_date_lines(line: str, published: str) -> None:
    read_article = article("Đảng ủy xã tổng kết năm 2022", line, "", LEAD, BODY)
    assert read_article.published == published
    assert kinds(read_article)[:2] == ["title", "stamp"]


@pytest.mark.parametrize("line", ["Ngày 10/2/2023, hội nghị khai mạc", "31/02/2023", "Sáng 5-6", "Kết nạp 12/10/2022 đảng viên"])
def test_no_date_lines(line: str) -> None:
    assert article("Đảng ủy xã tổng kết năm 2022", line, LEAD, BODY).published is None


def test_export_prefix_gives_month_section_and_title() -> None:
    read_article = article(" date 2025-11 Xã hội Hai trường học được khen", "", LEAD, BODY)
    assert (read_article.published, read_article.title, kinds(read_article)[:3]) == (
        "2025-11",
        "Hai trường học được khen",
        ["stamp", "furniture", "title"],
    )
    headless = article(f" date 2023-03-04 {LEAD}", "", BODY)
    assert (headless.published, headless.title, headless.title_is_headline) == ("2023-03-04", LEAD, False)


def test_a_headline_that_only_begins_like_a_section_keeps_its_words() -> None:
    assert article(" date 2025-11 Giáo dục Việt Nam đổi mới", "", LEAD, BODY).title == "Giáo dục Việt Nam đổi mới"


def test_settings_of_crawlers_are_no_text() -> None:
    read_article = article(
        "# doc_id = 5", "# url = https://bao.example/a.htm", "# date = 20201101", "Ngành tư pháp đón nhận Huân chương", LEAD
    )
    assert (read_article.published, read_article.source.url, read_article.title) == (
        "2020-11-01",
        "https://bao.example/a.htm",
        "Ngành tư pháp đón nhận Huân chương",
    )


def test_page_around_the_article() -> None:
    read_article = article(
        "Skip to content", "Đoàn thể huyện", "Đảng ủy xã Tân Phú tổng kết công tác xây dựng Đảng", "05/03/2023", LEAD, BODY,
        "Một số hình ảnh tại hội nghị:", "Chia sẻ :", "BÀI VIẾT CÙNG CHUYÊN MỤC", "Chi bộ 3 kết nạp đảng viên mới", "Views Today : 65",
    )  # fmt: skip
    assert kinds(read_article) == ["furniture"] * 2 + ["title", "stamp", "paragraph", "paragraph"] + ["furniture"] * 5


def test_text_resumes_after_a_box_of_related_articles() -> None:
    read_article = article("Tổng kết công tác Đảng", LEAD, "Bài viết liên quan", "Xã A họp chi bộ", BODY)
    assert kinds(read_article) == ["title", "paragraph", "furniture", "furniture", "paragraph"]


def test_closing_section_tags_and_source() -> None:
    read_article = article(
        "Tuyên dương lao động giỏi", LEAD, BODY, "28/05/13 21:32 GMT+7", "Kinh tế", "Công nhân,Thi đua,Quận 8", "Tuần Báo Mới"
    )
    assert kinds(read_article) == ["title", "paragraph", "paragraph", "stamp", "furniture", "furniture", "furniture"]


def test_repeated_lead_and_title_are_shown_once() -> None:
    read_article = article("Tổng kết công tác Đảng", LEAD, "TỔNG KẾT CÔNG TÁC ĐẢNG", f"{LEAD} {BODY}")
    assert kinds(read_article) == ["title", "repeat", "repeat", "paragraph"]


def test_an_item_of_a_list_is_no_lead_that_comes_twice() -> None:
    item = "- 38 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021, được Đảng ủy đề nghị."
    read_article = article("Tổng kết công tác Đảng", LEAD, "Đảng ủy tặng giấy khen cho:", item, BODY, item)
    assert "repeat" not in kinds(read_article)
    two = article("Tổng kết công tác Đảng", "- " + LEAD, f"- {LEAD} {BODY}")
    assert kinds(two)[:2] == ["title", "repeat"]


@pytest.mark.parametrize(
    ("end", "byline"),
    [
        ("\nMinh Trí", "Minh Trí"),
        ("\nHM", "HM"),
        ("\nP.T", "P.T"),
        ("\nVĂN THÀNH", "VĂN THÀNH"),
        ("\nSở Công Thương", "Sở Công Thương"),
        ("\nTin, ảnh: L.Nguyễn", "L.Nguyễn"),
        ("\nTin Khánh Hiền – Thanh Tiến", "Khánh Hiền – Thanh Tiến"),
        ("\nHồng Giang (TTXVN)", "Hồng Giang (TTXVN)"),
        ("\nTuệ Minh - Công ty Dịch vụ", "Tuệ Minh - Công ty Dịch vụ"),
        ("Nguyễn Huế", "Nguyễn Huế"),
        ("/.C.H", "C.H"),
        ("./.Tin, ảnh: L.Nguyễn", "L.Nguyễn"),
        (" MAI PHƯƠNG", "MAI PHƯƠNG"),
        ("Theo VFF", "VFF"),
        ("PV", "PV"),
        (" Cả thôn cùng vuiLÊ HÒA", "LÊ HÒA"),
        (" Cả thôn cùng tới TP HCM", None),
        ("/. Lê Hòa/VOV-Trung tâm Tin", "Lê Hòa/VOV-Trung tâm Tin"),
        ("Lan AnhTheo Infonet", "Lan Anh"),
        ("\nẢnh: Nguyễn Minh", None),
        (" Ảnh: H.L", None),
        ("\nCác đại biểu dự hội nghị", None),
        ("\nQuang cảnh hội nghị.", None),
        ("", None),
    ],
)
def test_signatures(end: str, byline: str | None) -> None:
    read_article = article("Tổng kết công tác Đảng", LEAD, BODY + end)
    assert read_article.byline == byline
    assert ("byline" in kinds(read_article)) == (byline is not None)
    assert_covered(read_article)


def test_author_beside_the_date() -> None:
    read_article = article("Tổng kết công tác Đảng", "Lê Hoa | 05/03/2023 10:00", LEAD, BODY)
    assert (read_article.byline, read_article.published, kinds(read_article)[:3]) == (
        "Lê Hoa",
        "2023-03-05T10:00",
        ["title", "byline", "stamp"],
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Đồng chí Lê Văn Ba, Bí thư Đảng ủy phát biểu tại hội nghị", BlockKind.CAPTION),
        ("Đ/c Lê Văn Ba trao giấy khen cho các tập thể", BlockKind.CAPTION),
        ("Quang cảnh hội nghị", BlockKind.CAPTION),
        ("Các đại biểu dự hội nghị. Ảnh: Hoàng Nam", BlockKind.CAPTION),
        ("- Tập thể Chi bộ 2;", BlockKind.LIST_ITEM),
        ("1. Tiếp tục đổi mới phương thức lãnh đạo.", BlockKind.LIST_ITEM),
        ("Đổi thay ở xã nghèo", BlockKind.PARAGRAPH),
        ("Đồng chí Lê Văn Ba nhấn mạnh ba nhiệm vụ trọng tâm", BlockKind.PARAGRAPH),
    ],
)
def test_captions_and_items(line: str, kind: BlockKind) -> None:
    read_article = article("Tổng kết công tác Đảng", LEAD, line, BODY)
    assert line in words(read_article, kind)


def test_caption_stuck_to_a_paragraph() -> None:
    read_article = article(
        "Tổng kết công tác Đảng", LEAD, f"Ông Lê Văn Ba trao bằng khen cho các học sinh đoạt giảiTheo ban tổ chức, {BODY}"
    )
    assert words(read_article, BlockKind.CAPTION) == ["Ông Lê Văn Ba trao bằng khen cho các học sinh đoạt giải"]


def test_text_is_composed_and_lines_end_with_lf() -> None:
    read_article = article_from_text("\ufeffTo\u0302\u0309ng ke\u0302\u0301t\r\n" + LEAD + "\r" + BODY, SOURCE)
    assert read_article.text.startswith("Tổng kết\nNgày")
    assert "\r" not in read_article.text


def test_nothing_but_furniture_is_no_article() -> None:
    with pytest.raises(ReadingError, match="no article"):
        article("Skip to content", "Chia sẻ", "05/03/2023")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_a_text_of_very_many_lines_is_no_article(end: str) -> None:
    lines = [LEAD, *(f"{number}" for number in range(1, MOST_LINES))]
    assert len(article_from_text(end.join(lines), SOURCE).text) > MOST_LINES
    with pytest.raises(ReadingError, match=f"more than {MOST_LINES} lines"):
        article_from_text(end.join([*lines, BODY]), SOURCE)


ENDS = ("Hết", "Hết.", "HẾT./.", "(Hết)", "./.", "***", "-- Hết --", "– HẾT –", "[Hết].", "* Hết *", "The End", "Hết bài./.")


@pytest.mark.parametrize("end", ENDS)
def test_a_mark_of_the_end_is_nobody_s_name(end: str) -> None:
    title = "Tổng kết công tác Đảng"
    for last in ([end], ["", end]):
        read_article = article(title, LEAD, BODY, *last)
        assert (read_article.byline, kinds(read_article)) == (None, ["title", "paragraph", "paragraph", "furniture"])
    signed = article(title, LEAD, BODY, "Lê Thị Lụa", end)
    assert (signed.byline, kinds(signed)[-2:]) == ("Lê Thị Lụa", ["byline", "furniture"])
    assert article(title, LEAD, BODY, end, "Lê Thị Lụa").byline == "Lê Thị Lụa"


@pytest.mark.parametrize("end", [one for one in ENDS if "H" in one or "E" in one])
def test_a_mark_of_the_end_after_the_last_sentence(end: str) -> None:
    for stop in (" ", "./. ", ""):
        read_article = article("Tổng kết công tác Đảng", LEAD, f"{BODY.rstrip('.')}{stop if stop.startswith('.') else '.' + stop}{end}")
        assert (read_article.byline, kinds(read_article)) == (None, ["title", "paragraph", "paragraph", "furniture"])


@pytest.mark.parametrize("line", ["Hết giờ nhận hồ sơ thi đua.", "Đã hết hạn nộp hồ sơ.", "Hết năm 2021", "Nguồn vốn nay đã hết."])
def test_words_like_a_mark_of_the_end_stay(line: str) -> None:
    for last in ([BODY, line], [f"{BODY} {line}"]):
        assert "furniture" not in kinds(article("Tổng kết công tác Đảng", LEAD, *last))


@pytest.mark.parametrize("line", ["# Đề mục hội nghị", "## Đề mục ##", "**Đề mục hội nghị**", "#thidua #khenthuong", "Đề mục #1", "C#"])
def test_a_title_is_as_it_was_written(line: str) -> None:
    read_article = article(line, "", LEAD, BODY)
    assert (read_article.title, read_article.title_span.of(read_article.text)) == (line, line)


SHORT = [
    "Tin tức", "Thể thao", "Hoa Mai", "Trao giấy khen", "Hội nghị tổng kết công tác năm 2021", "Hội nghị", "1. a", "Kết quả 5", "Chia sẻ",
    "15/01/2022", "15/01/2022 09:00", "Thứ Hai, 05/02/2024, 09:00", "Sáng 15/01/2022, ", "Ảnh: Hoa Mai", "Video hội nghị tổng kết",
    "Đảng ủy phường Hoa Mai tổ chức hội nghị.", "",
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Tin tức", "Hội nghị tổng kết công tác năm 2021", "15/01/2022"], "Hội nghị tổng kết công tác năm 2021"),
        (["Thể thao", "Trao giấy khen", "15/01/2022 09:00"], "Trao giấy khen"),
        (["Hội nghị tổng kết công tác năm 2021", "Trao giấy khen", "Thứ Hai, 05/02/2024, 09:00"], "Hội nghị tổng kết công tác năm 2021"),
    ],
)
def test_short_lines_and_a_date_only(lines: list[str], title: str) -> None:
    read_article = article(*lines)
    assert read_article.title == title
    assert read_article.published
    assert_covered(read_article)


@given(st.lists(st.sampled_from(SHORT), min_size=1, max_size=9))
def test_any_short_lines_are_an_article_or_none(lines: list[str]) -> None:
    try:
        read_article = article(*lines)
    except ReadingError:
        return
    assert_covered(read_article)
    assert read_article.title

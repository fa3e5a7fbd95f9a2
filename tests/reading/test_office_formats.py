"""OpenDocument, spreadsheets, Markdown, text, web pages: parts, titles, dates; what is damaged or hostile is a clear error."""

from __future__ import annotations

import datetime as dt
import stat
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import xlsxwriter

from generator.errors import ReadingError
from generator.model.document import Document
from generator.reading import read
from generator.reading.formats import document_of
from generator.reading.formats.pdf.recognition import recognised
from tests.adding.made import in_bytes, open_document, word

NEWS = (Path(__file__).parents[1] / "adding/news.html").read_text(encoding="utf-8")
BODY = """<p>Sáng 3/1, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết công tác năm 2022 với sự tham dự của nhiều đại biểu.</p>
<figure class="picture"><img src="a.jpg"><figcaption>Lãnh đạo phường trao giấy khen. Ảnh: H.L</figcaption></figure>
<h2>Khen thưởng</h2><p>Dịp này, Đảng ủy phường tặng giấy khen cho<br>3 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2022.</p>
<ol start="4"><li>Chi bộ 1 hoàn thành xuất sắc nhiệm vụ<ul><li>ba năm liền</li></ul></li><li>Chi bộ 2</li></ol>
<table><tr><th>Họ tên</th><th>Hình thức</th></tr><tr><td>Lê Thị Lụa</td><td>Giấy khen</td></tr></table>
<p>Dịp này, Đảng ủy phường tặng giấy khen cho<br>3 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2022.</p>"""
TITLE = "Phường Hoa Mai tổng kết công tác năm 2022"


def news(body: str = BODY, moment: str = "2023-01-04T00:30:00Z", title: str = TITLE) -> str:
    return NEWS.format(title=title, moment=moment, shown="04/01/2023", body=body)


def written(document: Document) -> list[tuple[str, str]]:
    return [(part.kind.value, part.text or " / ".join(map(" · ".join, part.rows))) for part in document.parts]


def test_a_page_of_a_news_site_is_its_article() -> None:
    document = document_of(news().encode(), Path("a.html"))
    given = "Dịp này, Đảng ủy phường tặng giấy khen cho\n3 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2022."
    assert written(document) == [
        ("heading", TITLE),
        ("paragraph", "04/01/2023"),
        ("paragraph", "Sáng 3/1, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết công tác năm 2022 với sự tham dự của nhiều đại biểu."),
        ("caption", "Lãnh đạo phường trao giấy khen. Ảnh: H.L"),
        ("heading", "Khen thưởng"),
        ("paragraph", given),
        ("list-item", "4. Chi bộ 1 hoàn thành xuất sắc nhiệm vụ"),
        ("list-item", "- ba năm liền"),
        ("list-item", "5. Chi bộ 2"),
        ("table", "Họ tên · Hình thức / Lê Thị Lụa · Giấy khen"),
        ("paragraph", given),
    ]
    stated = (document.title, document.published, document.publisher, document.address)
    assert stated == (TITLE, "2023-01-04T07:30", "Báo Sông Xanh", "https://songxanh.example/bai-1.html")


def test_a_page_in_seeds_is_an_article_with_its_address(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(news(), encoding="utf-8")
    read_article = read(tmp_path / "a.html", tmp_path)
    assert (read_article.title, read_article.published, read_article.source.url) == (
        TITLE,
        "2023-01-04T07:30",
        "https://songxanh.example/bai-1.html",
    )
    assert "Tin liên quan" not in read_article.text
    assert "Bản quyền" not in read_article.text


@pytest.mark.parametrize(
    ("encoding", "claimed"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-8"),
        ("cp1258", "windows-1258"),
        ("cp1258", "utf-8"),
        ("tcvn3", "utf-8"),
    ],
)
def test_a_page_whatever_charset_it_claims(encoding: str, claimed: str) -> None:
    page = news().replace("utf-8", claimed)
    document = document_of(in_bytes(page, encoding), Path("a.html"))
    assert document.title == TITLE
    assert any(part.text.startswith("Sáng 3/1, Đảng ủy phường Hoa Mai") for part in document.parts)


def test_a_guess_of_the_date_is_no_date() -> None:
    assert document_of(news(moment="2023-01").replace("04/01/2023", "").encode(), Path("a.html")).published == "2023-01"
    assert document_of(news(moment="").replace("04/01/2023", "").encode(), Path("a.html")).published is None


def test_a_saved_word_file_is_read_whole() -> None:
    old = "<p style='font-family:.VnTime'>§¶ng bé ph­êng</p>"
    page = f"<html><head><title>Tài liệu1</title></head><body>{old}<p><font face=Arial>họp</font></p></body>"
    document = document_of(page.encode(), Path("a.htm"))
    assert written(document) == [("paragraph", "Đảng bộ phường"), ("paragraph", "họp")]
    assert (document.title, document.published) == (None, None)


def test_an_open_document() -> None:
    data = open_document(
        '<text:h text:style-name="Title">Phường khen thưởng</text:h><text:h text:outline-level="2">Tập thể</text:h>'
        '<text:list text:style-name="L1"><text:list-item><text:p>Chi<text:s text:c="2"/>bộ 1</text:p><text:list><text:list-item>'
        "<text:p>tổ 1</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Chi bộ 2</text:p></text:list-item></text:list>"
        '<text:p text:style-name="P1">tæng kÕt <text:span text:style-name="T1">năm</text:span><text:line-break/>x</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Họ tên</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="1">'
        "<text:p>Mức</text:p></table:table-cell></table:table-row><table:table-row>"
        "<table:table-cell><text:p>Lê Thị Lụa</text:p></table:table-cell>"
        "<table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = document_of(data, Path("a.odt"))
    assert written(document) == [
        ("heading", "Phường khen thưởng"),
        ("heading", "Tập thể"),
        ("list-item", "I. Chi  bộ 1"),
        ("list-item", "a) tổ 1"),
        ("list-item", "II. Chi bộ 2"),
        ("paragraph", "tổng kết năm\nx"),
        ("table", "Họ tên · Mức / Lê Thị Lụa · A"),
    ]
    assert document.title == "Phường khen thưởng"


def test_an_open_document_is_read_without_what_is_no_text_of_it() -> None:
    data = open_document(
        "<text:tracked-changes><text:changed-region><text:p>Đã xóa</text:p></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:p>Mục lục</text:p></text:table-of-content><!-- <text:p>x</text:p> -->"
        "<text:section><text:p>Đảng bộ phường họp</text:p></text:section>"
    )
    assert written(document_of(data, Path("a.odt"))) == [("paragraph", "Đảng bộ phường họp")]


def test_a_list_of_recipients_in_a_spreadsheet() -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Khen")
        sheet.write(0, 1, "DANH SÁCH KHEN THƯỞNG NĂM 2023")
        sheet.write_row(2, 0, ["STT", "Họ tên", "", "Số tiền", "Ngày"])
        sheet.write_row(3, 0, [1, "Lê Thị Lụa", "", 1500000])
        sheet.write_datetime(3, 4, dt.datetime(2023, 1, 5), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001
        sheet.write_row(4, 0, [2, "Trần Văn Thí", "", 98.5])
        book.add_worksheet("Ẩn").hide()
    document = document_of(file.getvalue(), Path("a.xlsx"))
    assert written(document) == [
        ("paragraph", "DANH SÁCH KHEN THƯỞNG NĂM 2023"),
        ("table", "STT · Họ tên · Số tiền · Ngày / 1 · Lê Thị Lụa · 1500000 · 05/01/2023 / 2 · Trần Văn Thí · 98,5 · "),
    ]


def test_markdown_with_front_matter() -> None:
    head = "---\ntitle: Phường họp\ndate: 2023-01-05\nauthor: Hoa Lê\nurl: https://a.example/1\n---\n"
    text = f"{head}# Phường họp\n\nSáng *5/1*, họp.\n\n3. Ba\n4. Bốn\n\n1) Một\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    document = document_of(text.encode(), Path("a.md"))
    assert (document.title, document.published, document.author, document.address) == (
        "Phường họp",
        "2023-01-05",
        "Hoa Lê",
        "https://a.example/1",
    )
    items = [("list-item", "3. Ba"), ("list-item", "4. Bốn"), ("paragraph", "1) Một")]
    expected = [("heading", "Phường họp"), ("paragraph", "Sáng 5/1, họp."), *items]
    assert written(document) == [*expected, ("table", "A · B / 1 · 2")]


def bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w", force_zip64=True) as member:
        for _ in range(260):
            member.write(b" " * 1_000_000)
    return file.getvalue()


def with_entities(data: bytes, name: str) -> bytes:
    made, before = BytesIO(), zipfile.ZipFile(BytesIO(data))
    with zipfile.ZipFile(made, "w") as package:
        for member in before.infolist():
            content = before.read(member)
            if member.filename == name:
                content = content.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1)
            package.writestr(member, content)
    return made.getvalue()


def scan() -> bytes:
    file, pdf = BytesIO(), pypdfium2.PdfDocument.new()
    pdf.new_page(200, 300)
    pdf.save(file)
    return file.getvalue()


WORD = word(["Sáng 5/1, phường họp."])
HOSTILE = [
    ("a.docx", bomb(), "unpack to more than 200 MB"),
    ("a.docx", with_entities(WORD, "word/document.xml"), "declares entities"),
    ("a.docx", WORD[:2000], "damaged"),
    ("a.docx", b"PK\x03\x04" + b"x" * 100, "damaged"),
    ("a.docx", b"not a package", "damaged"),
    ("a.odt", open_document("").replace(b"content.xml", b"kontent.xml"), "damaged"),
    ("a.odt", open_document("<text:p> </text:p>"), "no text"),
    ("a.xlsx", b"PK\x03\x04" + b"x" * 100, "damaged"),
    ("a.xlsx", b"nothing", "damaged"),
    ("a.pdf", b"%PDF-1.7\nnothing", "damaged"),
    ("a.pdf", scan(), "pictures, without text (add it with --ocr"),
    ("a.html", b"<html><body><script>x</script></body></html>", "no text"),
    ("a.mhtml", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--", "damaged"),
    ("a.md", b"\n", "empty"),
    ("a.pptx", b"nothing", "no reader for .pptx"),
    ("a.pdf", b"%PDF-" + b" " * 50_000_000, "larger than 50 MB"),
]


@pytest.mark.parametrize(("name", "data", "words"), HOSTILE, ids=[f"{name}: {words[:20]}" for name, _, words in HOSTILE])
def test_what_is_damaged_or_hostile_is_a_clear_error(name: str, data: bytes, words: str) -> None:
    tracemalloc.start()
    with pytest.raises(ReadingError) as error:
        document_of(data, Path(name))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert words in str(error.value)
    assert peak < 30_000_000


def test_a_sparse_file_of_200_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200_000_000)
    tracemalloc.start()
    with pytest.raises(ReadingError, match="larger than 50 MB"):
        read(tmp_path / "a.pdf", tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000


def program(folder: Path, name: str, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{path.parent}:/usr/bin:/bin")


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1528


def test_old_word_files_need_an_installed_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadingError, match=r"LibreOffice, which is not installed.*save the file as \.docx"):
        document_of(OLD, Path("a.doc"))
    (tmp_path / "made.docx").write_bytes(WORD)
    program(tmp_path, "soffice", f'for last; do :; done; cp {tmp_path}/made.docx "${{last%.doc}}.docx"', monkeypatch)
    assert written(document_of(OLD, Path("a.doc"))) == [("paragraph", "Sáng 5/1, phường họp.")]
    program(tmp_path, "soffice", "exit 1", monkeypatch)
    with pytest.raises(ReadingError, match="damaged"):
        document_of(OLD, Path("a.doc"))


def test_a_scan_is_read_by_an_installed_program_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadingError, match="Tesseract with its Vietnamese is not installed"):
        recognised(scan(), Path("a.pdf"))
    table = "".join(
        f"5\\t1\\t1\\t1\\t{line}\\t{place}\\t{200 + 120 * place}\\t{100 + 60 * line}\\t100\\t40\\t{sure}\\t{word}\\n"
        for line, sure, words in ((1, 90, "Phường họp"), (3, 90, "Sáng 5/1, phường họp với các"), (4, 90, "đơn vị."), (8, 5, "~ |x"))
        for place, word in enumerate(words.split())
    )
    program(tmp_path, "tesseract", f"head -c 2 > {tmp_path}/got; cat > /dev/null; printf 'level\\n{table}'", monkeypatch)
    document = recognised(scan(), Path("a.pdf"))
    assert (tmp_path / "got").read_bytes() == b"P5"
    assert written(document) == [("paragraph", "Phường họp"), ("paragraph", "Sáng 5/1, phường họp với các đơn vị.")]
    assert [note.key for note in document.notes] == ["formats.recognised"]

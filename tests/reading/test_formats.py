"""Documents of every format keep their words, in order, and what their parts are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from generator.errors import ReadingError
from generator.extraction.extract import extract
from generator.model.document import PartKind
from generator.reading import read
from generator.reading.formats import document_of
from generator.reading.formats.numbering import Counter, Level, number
from tests.adding.made import in_bytes, lines_of, saved, stored_as, word

SEED = min((Path(__file__).parents[2] / "seeds").glob("001_*.txt"))


def written(data: bytes, name: str) -> list[tuple[str, str]]:
    return [(part.kind.value, part.text or " / ".join(map(" · ".join, part.rows))) for part in document_of(data, Path(name)).parts]


def numbered(made: Any, levels: list[tuple[str, str]]) -> str:
    """Add a list to the numbering part; return the id of it."""
    numbering = made.part.numbering_part.element
    abstract = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (form, pattern) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{abstract}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return "90"


def item(made: Any, text: str, listed: str, level: int = 0) -> None:
    properties = made.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'))


def test_word_keeps_headings_lists_with_their_numbers_tables_and_captions() -> None:
    made: Any = docx.Document()
    made.add_heading("Phường Hoa Mai khen thưởng", 0)
    made.add_heading("Khen thưởng năm 2023", 2)
    made.add_paragraph("Ảnh: trao giấy khen", style="Caption")
    listed = numbered(made, [("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "•")])
    for text, level in (("Tập thể", 0), ("Chi bộ 1", 1), ("Chi bộ 2", 1), ("xuất sắc", 2), ("Cá nhân", 0), ("Ông Lê Văn Mẫu", 1)):
        item(made, text, listed, level)
    table = made.add_table(rows=3, cols=2)
    for row, cells in zip(table.rows, (("Họ tên", "Hình thức"), ("Lê Thị Lụa", "Giấy khen"), ("Trần Văn Thí", "")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert written(saved(made), "a.docx") == [
        ("heading", "Phường Hoa Mai khen thưởng"),
        ("heading", "Khen thưởng năm 2023"),
        ("caption", "Ảnh: trao giấy khen"),
        ("list-item", "1. Tập thể"),
        ("list-item", "a) Chi bộ 1"),
        ("list-item", "b) Chi bộ 2"),
        ("list-item", "- xuất sắc"),
        ("list-item", "2. Cá nhân"),
        ("list-item", "a) Ông Lê Văn Mẫu"),
        ("table", "Họ tên · Hình thức / Lê Thị Lụa · Giấy khen / Trần Văn Thí · "),
    ]


def test_word_leaves_out_what_is_deleted_and_reads_what_is_inserted_linked_or_boxed() -> None:
    made: Any = docx.Document()
    paragraph = made.add_paragraph("Ngày 10/2, ")._p
    for tag, text in (("del", "bỏ"), ("ins", "phường "), ("hyperlink", "họp"), ("smartTag", " tổng kết.")):
        element = parse_xml(f'<w:{tag} {nsdecls("w")}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:{tag}>')
        if tag == "del":
            element[0][0].tag = qn("w:delText")
        paragraph.append(element)
    inner = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
    box = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        f"<mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph.append(box)
    control = OxmlElement("w:sdt")
    content = OxmlElement("w:sdtContent")
    control.append(content)
    content.append(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>Trong ô</w:t><w:br/><w:t>hai dòng</w:t></w:r></w:p>"))
    made.element.body.insert(1, control)
    assert written(saved(made), "a.docx") == [
        ("paragraph", "Ngày 10/2, phường họp tổng kết."),
        ("paragraph", "Trong khung"),
        ("paragraph", "Trong ô\nhai dòng"),
    ]


def test_a_table_that_only_places_text_is_no_table() -> None:
    made: Any = docx.Document()
    head = made.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text, head.rows[0].cells[1].text = "UBND PHƯỜNG HOA MAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập"
    merged = made.add_table(rows=2, cols=2)
    for row, (left, right) in zip(merged.rows, (("Chi bộ 1", "2"), ("", "3")), strict=True):
        row.cells[0].text, row.cells[1].text = left, right
    merged.rows[0].cells[0].merge(merged.rows[1].cells[0])
    kinds = written(saved(made), "a.docx")
    assert kinds == [
        ("paragraph", "UBND PHƯỜNG HOA MAI"),
        ("paragraph", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập"),
        ("table", "Chi bộ 1 · 2 /  · 3"),
    ]


@pytest.mark.parametrize(
    ("font", "name"),
    [
        (".VnTime", "TCVN3"),
        ("VNI-Times", "VNI"),
        *(pytest.param(*names, marks=pytest.mark.slow) for names in ((".VnArial", "TCVN3"), ("VNI-Helve", "VNI"))),
    ],
)
def test_fonts_from_before_unicode_are_decoded_run_by_run(font: str, name: str, tmp_path: Path) -> None:
    text = "\n".join(lines_of(SEED.read_text(encoding="utf-8"))[:6])
    data = word(lines_of(text), change=stored_as(name), font=font)
    document = document_of(data, Path("a.docx"))
    assert "\n".join(part.text for part in document.parts).split() == text.split()
    assert [note.key for note in document.notes] == ["formats.decoded"]
    made: Any = docx.Document()
    paragraph = made.add_paragraph("Đã là Unicode: ")
    run = paragraph.add_run(stored_as("TCVN3")("tổng kết"))
    made.styles.add_style("cu", WD_STYLE_TYPE.CHARACTER).font.name = ".VnTimeH"
    run.style = "cu"
    (tmp_path / "a.docx").write_bytes(saved(made))
    assert read(tmp_path / "a.docx", tmp_path).text == "Đã là Unicode: TỔNG KẾT\n"


def test_a_font_left_behind_on_unicode_changes_nothing() -> None:
    assert written(word(["Đảng bộ phường tổng kết"], font=".VnTime"), "a.docx") == [("paragraph", "Đảng bộ phường tổng kết")]


def test_a_seed_as_word_says_what_its_text_says(tmp_path: Path) -> None:
    text = SEED.read_text(encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(word(lines_of(text)))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    one, other = read(tmp_path / "a.docx", tmp_path), read(tmp_path / "a.txt", tmp_path)
    assert (one.title, one.published, one.byline, one.source.format) == (other.title, other.published, other.byline, "Word")
    assert extract(one).count == extract(other).count > 0


@pytest.mark.parametrize(
    ("form", "given"),
    [("decimal", "1 4 27"), ("lowerLetter", "a d aa"), ("upperRoman", "I IV XXVII"), ("decimalZero", "01 04 27"), ("chicken", "1 4 27")],
)
def test_forms_of_numbers(form: str, given: str) -> None:
    assert [number(value, form) for value in (1, 4, 27)] == given.split()


def test_numbers_of_lists_in_lists() -> None:
    counter = Counter({0: Level("upperRoman", "%1."), 1: Level("decimal", "%1.%2.", 3), 2: Level("none", "")})
    assert [counter.next(depth) for depth in (0, 1, 1, 2, 0, 1, 5)] == ["I.", "I.3.", "I.4.", "", "II.", "II.3.", "-"]


def test_headings_of_word_lead_to_the_title() -> None:
    made: Any = docx.Document()
    made.add_paragraph("Văn phòng")
    made.add_heading("Phường Hoa Mai tổng kết năm 2023", 1)
    document = document_of(saved(made), Path("a.docx"))
    assert (document.title, document.parts[1].kind) == ("Phường Hoa Mai tổng kết năm 2023", PartKind.HEADING)


def test_bytes_are_asked_before_the_name() -> None:
    assert written(word(["Sáng 5/1, phường họp."]), "a.doc") == [("paragraph", "Sáng 5/1, phường họp.")]


@pytest.mark.parametrize(
    "encoding", ["tcvn3", "utf-16", *(pytest.param(name, marks=pytest.mark.slow) for name in ("vni", "viscii", "cp1258", "utf-8-sig"))]
)
def test_a_text_file_in_an_encoding_from_before_unicode(encoding: str) -> None:
    text = "\n\n".join(lines_of(SEED.read_text(encoding="utf-8"))[:3])
    document = document_of(in_bytes(text, encoding), Path("a.txt"))
    assert "\n\n".join(part.text for part in document.parts) == text
    assert [note.key for note in document.notes] == (["formats.decoded"] if encoding in {"tcvn3", "vni", "viscii", "cp1258"} else [])


def test_an_encoding_that_is_not_certain_is_asked_for() -> None:
    with pytest.raises(ReadingError, match=r"byte 0xe1 is not"):
        document_of("Đã họp ngày 5 tháng 1".encode() + b" \xe1\xe2 x", Path("a.txt"))

"""Reports to take away: what a spreadsheet and a word processor read in them is what the pages say."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
import python_calamine

from generator.gathering import gather
from generator.model.archive import Archive
from generator.model.facts import Aim, Award, Facts, Rating
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import Row
from generator.rendering.handouts.awards import in_sums
from generator.rendering.handouts.document import document
from generator.rendering.handouts.files import WHOLE, Handouts
from generator.rendering.handouts.sheets import Column, Link, Sheet, day
from generator.rendering.handouts.workbook import workbook
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from generator.resolution.events.totals import totals
from tests.conftest import ROOT
from tests.rendering.made import FULL, FULL_FACTS, PARAGRAPH, TITLE, article, award, host, words

SITE = SiteSettings(site_url="https://kho.example/", site_name="Kho Hoa Mai")
OFFICE = shutil.which("soffice")


@lru_cache(maxsize=1)
def archive() -> Archive:
    return gather(ArchiveFolder(ROOT / "tests" / "archive")).assembled()[0]


@lru_cache(maxsize=1)
def handouts() -> Handouts:
    return Handouts(Portions(Data(archive(), SITE)))


@lru_cache(maxsize=1)
def files() -> dict[str, bytes]:
    return dict(handouts().files)


def tables(data: bytes) -> dict[str, list[list[Any]]]:
    """Return the rows of each sheet from its head on; what is below the table is left out."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        first = next((at for at, row in enumerate(rows) if at and any(row) and not any(rows[at - 1])), 0)
        found[name] = [rows[first], *(row for row in rows[first + 1 :] if row[0] != "")]
    return found


def test_the_sums_are_those_of_the_pages() -> None:
    _, *rows = tables(files()[f"{WHOLE}.xlsx"])["Tổng hợp"]
    rows = [row for row in rows if isinstance(row[3], float)]
    assert sum(row[4] for row in rows) == totals(archive().ledger).granted > 0
    listed = tables(files()[f"{WHOLE}.xlsx"])["Danh sách khen thưởng"]
    head, *awards = listed
    in_sums, number = head.index("Cộng vào tổng"), head.index("Số được khen")
    assert sum(row[number] for row in awards if row[in_sums] == "có") == totals(archive().ledger).granted


def test_numbers_and_days_are_real_and_links_lead_back() -> None:
    data = files()[f"{WHOLE}.xlsx"]
    head, *rows = tables(data)["Danh sách khen thưởng"]
    assert {type(row[head.index("Ngày")]) for row in rows if row[head.index("Ngày")] != ""} == {dt.date}
    assert {type(row[head.index("Số được khen")]) for row in rows if row[head.index("Số được khen")] != ""} == {float}
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheet = ET.fromstring(packed.read("xl/worksheets/sheet2.xml"))
        relations = ET.fromstring(packed.read("xl/worksheets/_rels/sheet2.xml.rels"))
    tags = {one.tag.rpartition("}")[2]: one for one in sheet.iter()}
    assert {"pane", "autoFilter", "hyperlink"} <= tags.keys()
    assert tags["hyperlink"].get("location")
    pages = render(archive(), SITE)
    for relation in relations:
        address = str(relation.get("Target"))
        assert address.startswith("https://kho.example/bai/")
        assert f"bai/{address.removeprefix('https://kho.example/bai/').rstrip('/')}.md" in pages


def test_a_units_parts_are_not_added_up() -> None:
    name = next(path for path in files() if "/don-vi/" in path and path.endswith(".xlsx"))
    head = tables(files()[name])["Tổng hợp"][0]
    assert head[0] == "Vai trò của đơn vị"
    with zipfile.ZipFile(io.BytesIO(files()[name])) as packed:
        assert b"SUBTOTAL" not in packed.read("xl/worksheets/sheet1.xml")


def test_every_report_is_linked_from_its_page_and_every_link_has_its_file() -> None:
    pages = render(archive(), SITE)
    linked = {path for path in files() if any(f"{path})" in text for text in pages.values())}
    assert linked == files().keys()
    assert all(f"{handouts().of(page)}.xlsx" in files() for page in pages if handouts().of(page))


def test_the_same_archive_gives_the_same_bytes() -> None:
    again = Handouts(Portions(Data(archive(), SITE))).files
    assert again == files()


def test_what_an_article_says_is_no_formula_and_no_link() -> None:
    hostile = ["=1+1", "@SUM(A1)", "https://a.example/", "\x07<b>&amp;", "123"]
    sheet = Sheet("A/b:*?[]\\" + "x" * 40, ("Tên",), (Column("=c", 9), Column("n", 9, summed=True)), [[one, 2] for one in hostile], ())
    (rows,) = tables(workbook("T", [sheet])).values()
    assert [row[0] for row in rows[1:]] == ["=1+1", "@SUM(A1)", "https://a.example/", "\ufffd<b>&amp;", "123"]
    with zipfile.ZipFile(io.BytesIO(workbook("T", [sheet]))) as packed:
        assert packed.read("xl/worksheets/sheet1.xml").count(b"<f>") == 1  # the sum


@pytest.mark.parametrize(
    ("iso", "cell"),
    [("2024-05-01", dt.date(2024, 5, 1)), ("2024-05-01T07:30", dt.date(2024, 5, 1)), ("2024-05", "2024-05"), ("1890-05-01", "1890-05-01"),
     (None, None)],
)  # fmt: skip
def test_a_day_is_a_day_only_where_it_is_known(iso: str | None, cell: object) -> None:
    assert day(iso) == cell


def test_a_document_is_read_as_written() -> None:
    for path, data in files().items():
        if path.endswith(".docx"):
            docx.Document(io.BytesIO(data))
    read = docx.Document(io.BytesIO(files()[f"{WHOLE}.docx"]))
    assert read.paragraphs[1].text == "Khen thưởng trong kho: Kho Hoa Mai"
    rows = [[cell.text for cell in row.cells] for row in read.tables[0].rows]
    assert rows[0] == ["Năm", "Số đợt", "Số được khen"]
    assert sum(int(row[2].rstrip("+").replace(".", "")) for row in rows[1:]) == totals(archive().ledger).granted


def _crowded() -> Archive:
    """Return an archive in which one unit received, granted and was rated as much, and in as long words, as fits no page."""
    said = (
        "tặng bằng khen cho Chi bộ Khu phố số một hai ba bốn năm sáu bảy tám chín mười vì đã có nhiều thành tích xuất sắc trong phong trào"
    )
    text = "\n".join(f"{number} {said} thi đua yêu nước, xây dựng nông thôn mới và đô thị văn minh." for number in range(40))
    of = article((TITLE, "Đảng ủy phường Hoa Mai tổng kết"), (PARAGRAPH, text))
    granter = "Chủ tịch Ủy ban nhân dân thành phố trực thuộc Trung ương Hoa Mai"
    long = "Hoàn thành xuất sắc nhiệm vụ trong phong trào thi đua yêu nước, xây dựng nông thôn mới và đô thị văn minh giai đoạn vừa qua"
    spans = [words(of, f"{number} {said} thi đua yêu nước, xây dựng nông thôn mới và đô thị văn minh.") for number in range(40)]
    name = "Đảng ủy phường Hoa Mai"
    awards: list[Award] = []
    for number in range(20):
        year = 2000 + number
        decision = {"years": (year,), "standard": f"{long} {year}", "granted_by": granter}
        awards += [award(spans[number], type="bang-khen", kind="tap-the", count=1, names=(name,), **decision)]
        own = {"years": (year,), "granted_by": name, "names": (f"Nguyễn Thị Thanh Hoa Mai Số {number}",)}
        awards += [award(spans[20 + number], type="giay-khen", kind="ca-nhan", count=1, **own)]
    rating = Rating(evidence=spans[0], rule="rating.test", subject="chi-bo", level="hoan-thanh-xuat-sac", count=3, percent=20.5,
                    at_least=False, year=2020, kind=Aim.RESULT)  # fmt: skip
    units = (host(name, words(of, "Đảng ủy phường Hoa Mai"), "dang-uy-phuong-hoa-mai"),)
    facts = Facts(units=units, awards=tuple(awards), ratings=tuple(replace(rating, year=2010 + at) for at in range(12)))
    return assemble([(of, facts), (FULL, FULL_FACTS)])


@lru_cache(maxsize=1)
def crowded() -> dict[str, bytes]:
    return dict(Handouts(Portions(Data(_crowded(), SITE))).files)


def test_a_profile_shows_what_fits_and_says_how_much_more_there_is() -> None:
    path = max((path for path in crowded() if "/don-vi/" in path and path.endswith(".docx")), key=lambda path: len(crowded()[path]))
    read = docx.Document(io.BytesIO(crowded()[path]))
    assert [len(table.rows) for table in read.tables] == [8, 5, 5]
    said = [paragraph.text for paragraph in read.paragraphs]
    assert "Còn 13 dòng nữa trong tệp Excel và trên trang." in said
    assert any("Các năm 2000–2019: được nhận 20 lần; đã trao 20 đợt" in words for words in said)


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_sums_and_prints_a_profile_on_one_page(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(files()[f"{WHOLE}.xlsx"])
    path = max((path for path in crowded() if "/don-vi/" in path and path.endswith(".docx")), key=lambda path: len(crowded()[path]))
    (tmp_path / "b.docx").write_bytes(crowded()[path])
    for name, form in (("a.xlsx", "xlsx:Calc MS Excel 2007 XML"), ("b.docx", "pdf")):
        (tmp_path / "out").mkdir(exist_ok=True)
        command = [str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", str(tmp_path / "out"), str(tmp_path / name)], check=True, timeout=170, capture_output=True)
    if not (tmp_path / "out" / "a.xlsx").exists():
        pytest.skip("LibreOffice without Calc")
    sheet = python_calamine.CalamineWorkbook.from_path(tmp_path / "out" / "a.xlsx").get_sheet_by_name("Tổng hợp").to_python()
    total = next(row for row in sheet if row[0] == "" and isinstance(row[4], float))
    assert total[4] == totals(archive().ledger).granted
    with pypdfium2.PdfDocument(tmp_path / "out" / "b.pdf") as printed:
        assert len(printed) == 1
        assert printed[0].get_size() == pytest.approx((595, 842), abs=2)


def test_a_part_of_another_award_is_in_no_number_of_a_report() -> None:
    whole: Row = {"sure": True, "status": "granted", "revoked_by": None, "aside": None, "counted": True, "count": 93}
    assert in_sums([whole, {**whole, "aside": "part"}, {**whole, "aside": "population"}, {**whole, "sure": False}]) == [whole]


def test_words_that_lead_nowhere_are_words() -> None:
    read = docx.Document(io.BytesIO(document("T", (), [])))
    assert [paragraph.text for paragraph in read.paragraphs] == ["T"]
    sheet = Sheet("A", (), (Column("a", 9),), [[Link("x", None)], [Link("y", "https://a.example/" + "z" * 3000)]])
    (rows,) = tables(workbook("T", [sheet])).values()
    assert [row[0] for row in rows[1:]] == ["x", "y"]

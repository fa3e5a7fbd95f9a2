"""The statutory sheets of a year: each number is the sum of the rows that it leads to."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
import python_calamine

from generator.lexicon.granter_levels import level_of
from generator.lexicon.load import lexicon
from generator.model.facts import Facts
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.handouts.files import FOLDER, Handouts
from generator.rendering.handouts.statutory import forms
from generator.resolution.assembly import assemble
from tests.rendering.made import PARAGRAPH, TITLE, article, award, words

MINISTER, PREMIER, COMMITTEE = "Bộ trưởng Bộ Y tế", "Thủ tướng Chính phủ", "Tỉnh ủy Hoa Mai"
#: Of each award: type, kind, number, granter.
GIVEN = (
    ("bang-khen", "tap-the", 3, PREMIER), ("bang-khen", "ca-nhan", 4, PREMIER), ("bang-khen", "doanh-nghiep", 2, PREMIER),
    ("bang-khen", "tap-the-va-ca-nhan", 9, PREMIER), ("bang-khen", "tap-the", 5, MINISTER), ("bang-khen", "tap-the", 7, None),
    ("bang-khen", "tap-the", 8, COMMITTEE), ("huan-chuong-lao-dong", "ca-nhan", 1, "Chủ tịch nước"),
    ("bang-khen", "ho-gia-dinh", 6, MINISTER),
    ("huan-chuong-lao-dong", "tap-the", None, "Chủ tịch nước"), ("giay-khen", "ca-nhan", 20, MINISTER),
)  # fmt: skip


@lru_cache(maxsize=1)
def book() -> bytes:
    text = "\n".join(f"Đợt {number} khen tập thể, cá nhân." for number in range(len(GIVEN)))
    of = article((TITLE, "Tổng kết"), (PARAGRAPH, text))
    awards = [
        award(
            words(of, f"Đợt {number} khen"), type=type_, kind=kind, count=count, granted_by=granter, years=(2021,), standard=f"Đợt {number}"
        )
        for number, (type_, kind, count, granter) in enumerate(GIVEN)
    ]
    return Handouts(Portions(Data(assemble([(of, replace(Facts(), awards=tuple(awards)))])))).files[f"{FOLDER}/nam/2021.xlsx"]


def sheet(name: str) -> list[list[Any]]:
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book())).get_sheet_by_name(name).to_python()


def number_of(name: str, code: str, column: str) -> Any:
    rows = sheet(name)
    head = next(row for row in rows if "Mã số" in row)
    return next(row for row in rows if row[1] == code)[head.index(column)]


@pytest.mark.parametrize(
    ("name", "code", "column", "number"),
    [
        ("Biểu 0602.N", "1", "Bằng khen của Thủ tướng Chính phủ", 18),
        ("Biểu 0602.N", "6", "Bằng khen của Thủ tướng Chính phủ", 5),
        ("Biểu 0602.N", "7", "Bằng khen của Thủ tướng Chính phủ", 2),
        ("Biểu 0602.N", "9", "Bằng khen của Thủ tướng Chính phủ", 4),
        ("Biểu 0602.N", "1", "Huân chương Lao động", 1),
        ("Biểu 0602.N", "1", "Tổng số", 19),
        ("Biểu 0602.N", "8", "Tổng số", 0),
        ("Biểu 0602.N", "10", "Bằng khen của Thủ tướng Chính phủ", ""),
        ("Biểu 0603.N", "01", "Bằng khen", 11),
        ("Biểu 0603.N", "04", "Bằng khen", 6),
        ("Biểu 0603.N", "11", "Bằng khen", ""),
    ],
)
def test_each_cell_counts_what_belongs_in_it(name: str, code: str, column: str, number: Any) -> None:
    assert number_of(name, code, column) == number


def test_orders_and_titles_have_a_column_where_one_was_granted() -> None:
    head = next(row for row in sheet("Biểu 0602.N") if "Mã số" in row)
    assert {"Huân chương Lao động", "Giải thưởng Hồ Chí Minh", "Cờ thi đua của Chính phủ"} <= set(head)
    assert not {"Huân chương Sao vàng", "Nhà giáo ưu tú", "Nghệ nhân nhân dân"} & set(head)


def test_each_number_leads_to_its_rows() -> None:
    with zipfile.ZipFile(io.BytesIO(book())) as packed:
        names = re.findall(r'<sheet name="([^"]*)"', packed.read("xl/workbook.xml").decode())
        page = ET.fromstring(packed.read(f"xl/worksheets/sheet{names.index('Biểu 0602.N') + 1}.xml"))
    links = {one.get("ref"): str(one.get("location")) for one in page.iter() if one.tag.endswith("}hyperlink")}
    rows = sheet("Dòng của biểu 0602.N")
    head = sheet("Biểu 0602.N")[3]
    at = chr(ord("A") + head.index("Bằng khen của Thủ tướng Chính phủ"))
    line = int(links[f"{at}11"].rpartition("!A")[2])  # code 9, persons
    assert rows[line - 1][0] == "Bằng khen của Thủ tướng Chính phủ"
    assert (rows[line - 1][4], rows[line - 1][5]) == ("cá nhân", 4)


def test_the_forms_know_their_types_and_levels() -> None:
    for form in forms():
        for column in form.columns:
            assert column.types <= set(lexicon("award-types").by_id)
            assert column.levels <= set(lexicon("granter-levels").by_id)
    assert {getattr(level_of(name), "id", None) for name in (MINISTER, PREMIER)} == {"ministry", "government"}

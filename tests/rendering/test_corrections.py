"""Corrections are visible, with the former value, who, when and why."""

from __future__ import annotations

from functools import cache

import pytest
from mkdocs.utils.meta import get_data

from generator.model.facts import Role
from generator.model.record import facts_to_data
from generator.rendering.linked.files import linked_files
from generator.rendering.parts.provenance.correction_words import value
from generator.rendering.parts.provenance.reports import FOLDER
from generator.rendering.site import render
from generator.rendering.words.statements import written
from tests.rendering.corrected import SETTINGS, corrected
from tests.rendering.sharded import record
from tests.rendering.shown import html_of, read


@cache
def page() -> str:
    return render(corrected())["bai/bai-mau.md"]


@cache
def shown() -> str:
    return read(html_of(page()))[0]


@pytest.mark.parametrize(
    "words",
    [
        "Giấy khen cho 2 chi bộ",
        "Đã đính chính số lượng: trước ghi 3, nay là 2; thành tích: trước ghi “Hoàn thành xuất sắc nhiệm vụ”, nay là không ghi;",
        "câu dẫn chứng: trước là “3 chi bộ và 12 đảng viên",
        "Lê Thị Lụa, 01/05/2024: Danh sách chỉ có hai <b>chi bộ</b>.",
        "Đã đính chính ngày: trước ghi 15/01/2022, nay là 14/01/2022 Thu Sương, 02/05/2024: Giấy mời ghi ngày 14.",
        "Trần Văn Mận Phó Bí thư, Đảng ủy phường Hoa Mai Đã bổ sung Thu Sương, 02/05/2024: Người trong ảnh.",
        "Đính chính 5",
        "Đã bỏ Khen thưởng cho 1 đảng viên đề nghị Đề nghị cấp trên khen 1 đảng viên Thu Sương, 02/05/2024: Đề nghị đã được rút.",
        "Đầu đề trước ghi “Đảng ủy phường Hoa Mai tổng kết năm 2021”, nay là “Đảng ủy phường Hoa Mai tổng kết *năm* 2021”",
        "Ngày đăng trước ghi 16/01/2022, 07:30, nay là 17/01/2022",
        "Tác giả trước ghi “Thu Sương”, nay là không ghi",
        "Năm xét khen trước ghi 2021, nay là 2020, 2021",
    ],
)
def test_a_correction_is_told(words: str) -> None:
    assert "".join(words.split()) in "".join(shown().split())


def test_the_new_title_is_the_heading_and_the_old_one_stays_in_the_text() -> None:
    html = html_of(page())
    assert read(html.split("</h1>")[0].split("</nav>")[-1])[0] == "Đảng ủy phường Hoa Mai tổng kết *năm* 2021"
    assert "Đảng ủy phường Hoa Mai tổng kết năm 2021" in read(html.split("</h1>")[1].split('id="toan.van"')[1])[0]
    assert [path for path in render(corrected()) if path.startswith("bai/")] == ["bai/bai-mau.md", "bai/index.md"]


def test_what_was_inferred_and_is_put_right_is_inferred_no_more() -> None:
    assert "Suy ra" not in shown().replace("Suy ra bài không nói thẳng", "")  # the key's
    assert "Theo dòng" not in shown()  # the stamp says another date


def test_the_front_matter_holds_the_corrections() -> None:
    front = get_data(page())[1]
    (entry,) = corrected().entries
    facts = facts_to_data(entry.facts, written)
    assert {key: front[key] for key in facts} == facts
    assert [correction["kind"] for correction in front["corrections"]] == ["awards", "title", "published", "byline", "years"]
    assert front["corrections"][0]["before"]["status"] == "proposed"
    assert (front["title"], front["byline"], front["years"]) == ("Đảng ủy phường Hoa Mai tổng kết *năm* 2021", None, [2020, 2021])


def test_a_corrected_fact_s_report_names_the_correction_there_is() -> None:
    reports = "\n".join(record(linked_files(corrected(), SETTINGS), FOLDER, "bai-mau"))
    assert "seeds%2Fcorrections%2Fbai-mau.yml+d%C3%B2ng+1" in reports


@pytest.mark.parametrize(
    ("kind", "name", "given", "told"),
    [
        ("awards", "type", "bang-khen", "Bằng khen"), ("awards", "kind", "chi-bo", "chi bộ"),
        ("awards", "status", "past", "khen từ trước"),
        ("awards", "names", ("A", "B"), "“A; B”"), ("awards", "period", (2018, 2022), "2018–2022"),
        ("awards", "years", (2021, 2022), "2021, 2022"),
        ("awards", "count", 5645, "5.645"), ("awards", "rank", 1, "1"), ("awards", "names", (), "không ghi"),
        ("ratings", "kind", "target", "chỉ tiêu"), ("ratings", "level", "hoan-thanh", "hoàn thành nhiệm vụ"),
        ("ratings", "percent", 98.45, "98,45%"),
        ("ratings", "at_least", True, "có"), ("ratings", "year", 2022, "2022"), ("documents", "kind", "cong-van", "Công văn"),
        ("documents", "date", "2022-10", "10/2022"),
        ("people", "roles", (Role("Bí thư", "Đảng ủy"), Role("Ủy viên")), "“Bí thư, Đảng ủy; Ủy viên”"),
        ("units", "role", "host", "chủ trì"), ("figures", "unit", "Chi bộ A", "“Chi bộ A”"), ("published", "published", None, "không ghi"),
    ],
)  # fmt: skip
def test_values_in_words(kind: str, name: str, given: object, told: str) -> None:
    assert value(kind, name, given) == told

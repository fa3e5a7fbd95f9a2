"""A year's honour roll: the highest first, each award once, with the pages of those honoured."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.archive import Archive, LedgerRow
from generator.model.facts import Facts
from generator.rendering.pages.ledger import FOLDER
from generator.rendering.parts.records.streaks import hints
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from tests.rendering.made import PARAGRAPH, article, award, words
from tests.rendering.made_units import YEARS

LUA = "Lê Thị Lụa"
TEXT = article(
    (PARAGRAPH, "Chủ tịch nước tặng huân chương. Thủ tướng tặng cờ thi đua. Sở tặng giấy khen. Tỉnh tặng bằng khen; biểu dương; đề nghị."),
    path="seeds/a.txt",
)


def archive() -> Archive:
    given = [
        award(words(TEXT, "giấy khen"), count=12, granted_by="Đảng ủy xã Hoa", years=(2022,)),
        award(words(TEXT, "bằng khen"), type="bang-khen", kind="ca-nhan", count=1, names=(LUA,), granted_by="UBND tỉnh Hoa", years=(2022,)),
        award(words(TEXT, "cờ thi đua"), type="co-thi-dua", kind="tap-the", count=2, granted_by="Thủ tướng Chính phủ", years=(2022,)),
        award(words(TEXT, "huân chương"), type="huan-chuong-lao-dong", rank=2, kind="tap-the", count=1, granted_by=None, years=(2022,)),
        award(words(TEXT, "đề nghị"), type="danh-hieu", status="proposed", years=(2022,)),
        award(words(TEXT, "biểu dương"), type="bieu-duong", sure=False, years=(2022,)),
    ]
    return assemble([(TEXT, Facts(awards=tuple(given)))])


def test_the_highest_first_each_with_its_recipients() -> None:
    pages = render(archive())
    text = pages[f"{FOLDER}/bang-vang-2022.md"]
    assert re.findall(r"^#{2,3} (.*)$", text, re.MULTILINE) == [
        "Nhà nước", "Huân chương Lao động hạng Nhì", "Thủ tướng Chính phủ", "Cờ thi đua", "Bộ, ban, ngành, tỉnh", "Bằng khen",
        "Cơ sở và nơi khác", "Giấy khen",
    ]  # fmt: skip
    assert re.search(rf"\[{LUA}\]\(\.\./nguoi/le-thi-lua--[a-z]+\.md\)", text)
    assert "- 12 đảng viên<span" in text
    assert "biểu dương" not in text.lower()
    assert "(bang-vang-2022.md)" in pages[f"{FOLDER}/2022.md"]


def test_a_year_without_a_sure_award_has_none() -> None:
    doubted = award(words(TEXT, "giấy khen"), sure=False, years=(2021,))
    pages = render(assemble([(TEXT, Facts(awards=(doubted,)))]))
    assert f"{FOLDER}/bang-vang-2021.md" not in pages
    assert "bang-vang" not in pages[f"{FOLDER}/2021.md"]
    assert {path for path in render(YEARS) if "bang-vang" in path} == {f"{FOLDER}/bang-vang-{year}.md" for year in (2019, 2021, 2022)}


def test_years_in_a_row_are_a_hint_with_the_law_and_only_where_it_holds() -> None:
    row = YEARS.ledger[0]

    def told(form: str, *years: int, **values: object) -> tuple[str, ...]:
        of = award(row.award.evidence, type=form, kind="ca-nhan", count=1, **values)
        return hints([replace(row, award=of, years=(year,)) for year in years])

    (hint,) = told("chien-si-thi-dua-co-so", 2019, 2020, 2021)
    assert "3 năm liền Chiến sĩ thi đua cơ sở (2019–2021)" in hint
    assert "Luật Thi đua, khen thưởng 2003, Điều 22" in hint
    assert told("chien-si-thi-dua-co-so", 2019, 2021, 2022) == ()
    new = told("chien-si-thi-dua-co-so", 2022, 2023, 2024)
    assert len(new) == 2, "the law of the last year: the title, and a certificate for two in a row"
    assert "Luật Thi đua, khen thưởng 2022" in new[0]
    assert "điểm d khoản 1 Điều 74" in new[1]
    assert "Điều 74" in told("chien-si-thi-dua-co-so", 2024, 2025)[0]
    assert told("chien-si-thi-dua-co-so", 2021, 2022) == ()
    assert "Chiến sĩ thi đua toàn quốc" in told("chien-si-thi-dua-cap-bo-tinh", 2023, 2024)[0]
    assert told("chien-si-thi-dua-cap-bo-tinh", 2023, 2024, status="proposed") == ()


def test_what_was_received_after_another_award_is_a_hint_with_gaps() -> None:
    row = YEARS.ledger[0]

    def received(form: str, year: int, by: str | None = None) -> LedgerRow:
        return replace(row, years=(year,), award=award(row.award.evidence, type=form, kind="ca-nhan", count=1, granted_by=by))

    fighter = [received("chien-si-thi-dua-co-so", year) for year in (2019, 2021, 2023, 2025)]
    (hint,) = hints([received("bang-khen", 2018, "Thủ tướng Chính phủ"), *fighter])
    assert "Huân chương Lao động hạng Ba" in hint
    assert "điểm e khoản 1 Điều 44" in hint
    assert "4 lần" in hint
    assert hints([received("bang-khen", 2018, "UBND tỉnh Hoa"), *fighter]) == ()
    assert hints([received("bang-khen", 2022, "Thủ tướng Chính phủ"), *fighter]) == (), "only two came after it"

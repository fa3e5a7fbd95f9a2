"""Pictures in rows and columns: what they count, what their tables say, and where there are none."""

from __future__ import annotations

from itertools import count

import pytest

from generator.model.archive import Citation, LedgerRow
from generator.model.facts import Aim, Award, AwardStatus, Rating
from generator.model.span import Span
from generator.rendering.charts import flow, grid
from generator.rendering.charts.grids import granters_and_recipients, ladder, ratings_of_units, record_by_year

_numbers = count()
AT = (Span(0, 5),)


def row(
    form: str = "giay-khen",
    years: tuple[int, ...] = (2022,),
    granter: str | None = None,
    recipients: tuple[str, ...] = (),
    status: AwardStatus = AwardStatus.GRANTED,
) -> LedgerRow:
    award = Award(
        evidence=AT, rule="r", inferred=(), type=form, rank=None, kind="tap-the", count=1, names=(), standard=None, granted_by=None,
        years=years, period=None, consecutive_years=None, status=status,
    )  # fmt: skip
    return LedgerRow(f"r{next(_numbers)}", award, None, years, (), granter, recipients, "", (Citation("a", AT),))


def rating(percent: float | None, level: str = "hoan-thanh-xuat-sac") -> Rating:
    return Rating(
        evidence=AT, rule="r", inferred=(), subject="dang-vien", level=level, count=None, percent=percent, at_least=False, year=None,
        kind=Aim.RESULT,
    )  # fmt: skip


def test_the_ladder_has_the_highest_form_first() -> None:
    rows = [row(), row(), row(years=(2023,)), row("huan-chuong-lao-dong", (2023,)), row("bang-khen", status=AwardStatus.PROPOSED)]
    (view,) = ladder(rows, "Kho")
    assert view.series == ("2022", "2023")
    assert view.rows == (("Huân chương Lao động", "–", "1"), ("Giấy khen", "2", "1"))
    assert view.svg.count("<rect") == 3
    assert "Giấy khen: năm 2022: 2, năm 2023: 1" in view.svg


@pytest.mark.parametrize("rows", [[], [row()], [row(), row("bang-khen")], [row(), row(years=(2023,))]])
def test_there_is_no_ladder_of_one_form_or_year(rows: list[LedgerRow]) -> None:
    assert ladder(rows, "Kho") == ()


def test_ratings_of_units_leave_out_what_differs() -> None:
    told = [("A", 2021, rating(15.5)), ("A", 2022, rating(16)), ("B", 2022, rating(20)), ("C", 2022, rating(10)), ("C", 2022, rating(12)),
            ("D", 2022, rating(None)), ("D", 2022, rating(80, "hoan-thanh-tot"))]  # fmt: skip
    (view,) = ratings_of_units(told)
    assert view.rows == (("A", "15,5", "16"), ("B", "–", "20"))
    assert ratings_of_units(told[:2]) == ()


def test_a_record_counts_what_is_recalled_as_received_only() -> None:
    past = row(years=(2021,), status=AwardStatus.PAST)
    (view,) = record_by_year({"Nhận": [past, row()], "Trao": [past, row(), row()], "Công bố": [], "Người": []}, "Đơn vị")
    assert view.rows == (("Nhận", "1", "1"), ("Trao", "–", "2"))
    assert record_by_year({"Nhận": [past, row()]}, "Đơn vị") == ()


def test_who_honoured_whom_is_told_whole() -> None:
    names = {"g": "Chủ tịch tỉnh", "h": "Huyện ủy", "a": "Đảng bộ xã An", "b": "Chi bộ <b>Bình</b>"}
    rows = [row(granter="g", recipients=("a", "b")), row(granter="g", recipients=("a",)), row(granter="h", recipients=("b", "h", "z"))]
    unknown = row(granter="x", recipients=("a",))
    (view,) = granters_and_recipients([*rows, unknown], names, "Kho")
    assert view.rows == (("Chủ tịch tỉnh", "Đảng bộ xã An", "2"), ("Chủ tịch tỉnh", names["b"], "1"), ("Huyện ủy", names["b"], "1"))
    assert "<b>" not in view.svg
    assert view.svg.count("C") >= 3
    assert granters_and_recipients([unknown], names, "Kho") == ()


def test_pictures_are_cut_to_what_fits() -> None:
    many = grid.svg("T", "D", [f"Dòng {n}" for n in range(40)], [str(n) for n in range(1990, 2026)], {(30, 0): 1, (0, 35): 2})
    assert many.count("<rect") == 1
    assert ">1990<" not in many
    assert ">2025<" in many
    assert "…</text>" in flow.svg("T", "D", ["x" * 60], ["y"], {(0, 0): 1})

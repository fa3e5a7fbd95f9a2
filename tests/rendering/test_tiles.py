"""The provinces as tiles: which there are, and which awards count for which."""

from __future__ import annotations

from dataclasses import replace

from generator.model.unit import Unit
from generator.rendering.charts.tiles import awards_by_province, divisions, finder, key, province
from tests.rendering.test_grids import row

UNITS = {
    unit.id: unit
    for unit in (
        Unit("h", "Thành phố Huế", kind="thanh-pho"),
        Unit("t", "Tỉnh Thừa Thiên Huế", kind="tinh"),
        Unit("l", "Tỉnh Lâm Đồng", kind="tinh"),
        Unit("s", "Sở Y tế", place="l"),
        Unit("p", "Phòng Tổ chức", parent="s"),
        Unit("x", "Đơn vị không nơi", parent="x"),
    )
}


def test_there_are_63_and_34_each_in_a_place_of_its_own() -> None:
    assert {name: len(tiles) for name, tiles in divisions().items()} == {"before": 63, "since": 34}
    for tiles in divisions().values():
        assert len({(tile.column, tile.row) for tile in tiles.values()}) == len(tiles)
        assert len({tile.sign for tile in tiles.values()}) == len(tiles)
    assert key("Tỉnh Bà Rịa – Vũng Tàu") == key("Bà Rịa - Vũng Tàu") == "ba ria vung tau"


def test_an_award_counts_once_in_each_province_of_its_day() -> None:
    rows = [
        replace(row(granter="h", recipients=("p", "s")), date="2025-08"),
        replace(row(granter="l", recipients=("p",)), date="2025-07"),
        replace(row(granter="l", recipients=("h",)), date="2025"),
        replace(row(granter="h", recipients=("p", "x")), date="2025-06-30"),
        row(granter="h", recipients=("p",)),
    ]
    since, before = awards_by_province(rows, UNITS)
    assert since.rows == (("Lâm Đồng", "2"), ("Huế", "1"))
    assert before.rows == (("Lâm Đồng", "1"), ("Thừa Thiên Huế", "1"))
    assert since.svg.count("<rect") == 34
    assert awards_by_province(rows[1:2], UNITS) == ()


def test_a_unit_lies_where_its_name_says_and_nowhere_else() -> None:
    units = {
        unit.id: unit
        for unit in (
            Unit("so-y-te-lam-dong--bcdfghjk", "Sở Y tế Lâm Đồng", kind="so"),
            Unit("cuc-thue-thanh-pho-ho-chi-minh--bcdfghjk", "Cục Thuế TPHCM", kind="cuc"),
            Unit("doan-tinh-lam-dong--bcdfghjk", "Tỉnh đoàn Lâm Đồng", kind="doan-tn"),
            Unit("truong-thpt-hoa-binh--bcdfghjk", "Trường THPT Hòa Bình", kind="truong"),
            Unit("chi-doan", "Chi đoàn 1", parent="doan-tinh-lam-dong--bcdfghjk"),
        )
    }
    province_of = finder(units)
    assert [name and province(name) for name in map(province_of, units)] == ["Lâm Đồng", "Hồ Chí Minh", "Lâm Đồng", None, "Lâm Đồng"]

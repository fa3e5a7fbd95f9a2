"""Names of one organisation that differ by more than spelling, and names that stay two."""

from __future__ import annotations

import pytest

from generator.model.archive import Archive
from generator.model.facts import Facts
from generator.resolution.assembly import assemble
from generator.resolution.pointers import pointers
from tests.rendering.made import PARAGRAPH, article, host


def units_of(*names: str, text: str = "Bài.") -> Archive:
    """Return an archive with an article about each."""
    return assemble(
        [(article((PARAGRAPH, f"{text} {name}"), path=f"seeds/a{n}.txt"), Facts(units=(host(name),))) for n, name in enumerate(names)]
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bộ Ngoại giao", "Bộ Ngoại giao Việt Nam"),
        ("Hội Sinh viên thành phố Hoa Mai", "Hội Sinh viên Việt Nam TP Hoa Mai"),
        ("Tổng cục Hoa Mai II", "Tổng cục Hoa Mai II - Bộ Công an"),
        ("Cục Hoa Mai Xanh", "Cục Hoa Mai Xanh, Tổng cục Hoa Lan, Bộ Công an"),
        ("Trường Cao đẳng PT-TH Hoa Mai", "Cao đẳng Phát thanh – Truyền hình Hoa Mai"),
        ("Trường Tiểu học Hoa Mai", "Tiểu học xã Hoa Mai"),
        ("Công an Khánh Hòa", "Công an tỉnh Khánh Hòa"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("Công ty Dịch vụ kĩ thuật Hoa Mai", "Công ty Dịch vụ Kỹ thuật Hoa Mai"),
        ("Huyện ủy Đăk R’Lấp", "Huyện ủy ĐắkR’Lấp"),
        ("Đoàn Thanh niên Cục Cảnh sát QLHC về TTATXH", "Đoàn Thanh niên Cục Cảnh sát quản lý hành chính về trật tự an toàn xã hội"),
    ],
)  # fmt: skip
def test_one_body(first: str, second: str) -> None:
    archive = units_of(first, second)
    assert len({unit.id for entry in archive.entries for unit in entry.units}) == 1
    known = {f"don-vi/{unit}" for unit in archive.units} | {pointer.old for pointer in pointers(archive)}
    for name in (first, second):  # whichever name has the page, the address made of the other leads there
        assert f"don-vi/{units_of(name).entries[0].units[0].id}" in known


@pytest.mark.parametrize(
    ("names"),
    [
        ("Cục Xây dựng Xanh", "Cục Xây dựng Xanh, Bộ Công an", "Cục Xây dựng Xanh, Bộ Y tế"),
        ("Trường Giáo dưỡng Hoa Mai", "Trường Giáo dưỡng Hoa Mai số 2"),
        ("Ngân hàng Việt Nam", "Ngân hàng"),
        ("Công an Thái Nguyên", "Công an tỉnh Thái Nguyên", "Công an thành phố Thái Nguyên"),
        ("Trường Tiểu học Hoa Mai", "Trường Trung học cơ sở Hoa Mai"),
        ("Đại học Hoa Mai", "Đại học Hoa Mái"),
    ],
)
def test_two_bodies(names: tuple[str, ...]) -> None:
    found = {unit.id for entry in units_of(*names).entries for unit in entry.units}
    assert len(found) == len({name for name in names if name != "Ngân hàng"})


def test_an_abbreviation_in_brackets_is_the_name_before_it() -> None:
    full, short = "Tổng công ty Dịch vụ Hoa Mai", "Tổng công ty DVHM"
    assert len({unit.id for entry in units_of(full, short).entries for unit in entry.units}) == 2
    told = [
        (article((PARAGRAPH, f"{full} (DVHM) tổng kết."), path="seeds/a.txt"), Facts(units=(host(full),))),
        (article((PARAGRAPH, f"{short} tổng kết."), path="seeds/b.txt"), Facts(units=(host(short),))),
    ]
    assert len({unit.id for entry in assemble(told).entries for unit in entry.units}) == 1

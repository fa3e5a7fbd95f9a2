"""``benchmarks/totals.py``: an archive's numbers, and those that differ from what a person counted."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

MAIN: Any = runpy.run_path(str(ROOT / "benchmarks" / "totals.py"))["main"]

ARTICLE = """Xã Hoa Mai tổng kết

Ngày 5/1/2023, Đảng ủy xã Hoa Mai tổng kết công tác năm 2022. Đảng ủy xã tặng giấy khen cho 12 đảng viên.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("seeds", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (tmp_path / "seeds" / "tong-ket.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_it_prints_the_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert MAIN([str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "Totals(granted=12" in printed
    assert "granted 12 in 1" in printed


@pytest.mark.parametrize(("granted", "code"), [(12, 0), (13, 1)])
def test_it_tells_what_differs(folder: Path, granted: int, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    expected = folder / "expected.yml"
    expected.write_text(f"- {{articles: [tong-ket], granted: {granted}, awards: 1, why: giấy khen}}\n", encoding="utf-8")
    assert MAIN([str(folder), str(expected)]) == code
    assert ("granted is 12, expected 13 (giấy khen)" in capsys.readouterr().out) is bool(code)

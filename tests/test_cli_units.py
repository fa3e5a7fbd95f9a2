"""``kyyeu units``: lines to paste, or one JSON object; errors of the authority file, each on a line of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.reporting import FAILED, LEFT_OUT

ARTICLE = "Đảng ủy phường Hoa Mai trao giấy khen\n\nNgày 5/1/2023, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết năm 2022.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("seeds", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (tmp_path / "seeds" / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_lines_and_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(folder), "units"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "- {id: dang-uy-phuong-hoa-mai, name: Đảng ủy phường Hoa Mai, kind: dang-uy-xa, source: seeds/bai.txt}" in lines
    assert main(["-C", str(folder), "units", "--json"]) == 0
    assert [organisation["id"] for organisation in json.loads(capsys.readouterr().out)["unlisted"]] == ["dang-uy-phuong-hoa-mai"]


def test_every_error_of_the_authority_file_has_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "seeds" / "units.yml").write_text("- {id: a, nme: A}\n- {id: a b, name: B, source: s}\n", encoding="utf-8")
    assert main(["-C", str(folder), "units"]) == FAILED
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 4
    assert all(line.startswith("kyyeu: ") and f"units.yml:{number}: " in line for line, number in zip(told, (1, 1, 1, 2), strict=True))


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "seeds" / "anh.png").write_bytes(b"\x89PNG")
    assert main(["-C", str(folder), "units"]) == LEFT_OUT
    printed = capsys.readouterr()
    assert "dang-uy-phuong-hoa-mai" in printed.out
    assert "anh.png" in printed.err

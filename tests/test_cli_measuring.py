"""``kyyeu evaluate`` and ``kyyeu explain`` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Kyyeu

GOLD = """\
title: Đảng ủy phường Hoa Mai tổng kết công tác năm 2021
event: {date: "2022-01-15"}
awards:
  - {type: giay-khen, kind: chi-bo, count: 3, standard: Hoàn thành xuất sắc nhiệm vụ, status: granted}
  - {type: bang-khen, kind: chi-bo, count: 1, status: granted}
documents:
  - {kind: cong-van, number: 1-CV/ĐU, date: 2022-01-01}
"""


def gold(archive: Path, name: str = "hoa-mai.yml") -> Path:
    folder = archive / "gold"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(GOLD, encoding="utf-8")
    return folder


def test_evaluate_prints_both_tables(kyyeu: Kyyeu, archive: Path) -> None:
    gold(archive)
    result = kyyeu("evaluate", "-C", archive, "gold")
    assert (result.returncode, result.stderr) == (0, "")
    assert [line.split() for line in result.stdout.splitlines() if line.startswith("awards")] == [
        ["awards", "2", "2", "0.500", "0.500", "0.500"]
    ] * 2
    assert "default match" in result.stdout
    assert "strict match" in result.stdout
    assert "bang-khen" not in result.stdout


def test_evaluate_lists_misses_and_inventions(kyyeu: Kyyeu, archive: Path) -> None:
    gold(archive)
    result = kyyeu("evaluate", "-C", archive, "gold", "seeds", "--misses")
    assert "- hoa-mai awards: {'type': 'bang-khen'" in result.stdout
    assert "+ hoa-mai awards: {'type': 'giay-khen'" in result.stdout


def test_evaluate_as_json(kyyeu: Kyyeu, archive: Path) -> None:
    gold(archive)
    data = json.loads(kyyeu("evaluate", "-C", archive, "gold", "--json", "--misses").stdout)
    assert data["default"]["kinds"]["awards"] == {"gold": 2, "found": 2, "right": 1, "precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert {difference["sort"] for difference in data["strict"]["differences"]} == {"missed", "invented"}


def test_gold_without_its_article_is_a_error_and_all_missed(kyyeu: Kyyeu, archive: Path) -> None:
    gold(archive)
    gold(archive, "khong-co.yml")
    result = kyyeu("evaluate", "-C", archive, "gold")
    assert result.returncode == 3
    assert len(result.stderr.splitlines()) == 1
    assert "khong-co.yml" in result.stderr
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("awards")] == ["4", "4"]


def test_evaluate_without_gold(kyyeu: Kyyeu, archive: Path) -> None:
    result = kyyeu("evaluate", "-C", archive, "no-such-folder")
    assert (result.returncode, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert kyyeu("evaluate", "-C", archive).returncode == 2


def test_explain(kyyeu: Kyyeu, archive: Path) -> None:
    result = kyyeu("explain", "-C", archive, "seeds/hoa-mai.txt")
    assert (result.returncode, result.stderr) == (0, "")
    assert "type=giay-khen; kind=dang-vien; count=12" in result.stdout
    assert kyyeu("explain", "-C", archive, "seeds/missing.txt").returncode == 1


ODD = """\
Đảng ủy phường Hoa Mai tổng kết công tác năm 2021

Sáng 15/01/2022, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2021.

Dịp này, Đảng ủy phường Hoa Mai tặng giấy khen cho 3 chi bộ. Toàn ngành có 1.361 tập thể lao động xuất sắc.

Năm 2021, có 20% chi bộ xếp loại hoàn thành xuất sắc nhiệm vụ, 96% chi bộ hoàn thành tốt nhiệm vụ.
"""


def test_review_lists_what_to_look_at_with_file_and_line(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "le.txt").write_text(ODD, encoding="utf-8")
    result = kyyeu("review", "-C", archive)
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "Con số không khớp [sums]: 1"
    assert lines[1].startswith("  seeds/le.txt:7: Các mức xếp loại của chi bộ năm 2021 cộng lại")
    assert "Câu có thể còn dữ kiện [unexplained]: 1" in lines
    assert any(line.startswith("  seeds/le.txt:5: Có “tập thể lao động xuất sắc” và con số 1.361") for line in lines)


def test_review_of_one_kind_and_as_json(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "le.txt").write_text(ODD, encoding="utf-8")
    result = kyyeu("review", "-C", archive, "--kind", "unexplained", "--json")
    (one,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (one["kind"], one["path"], one["line"], one["article"]) == ("unexplained", "seeds/le.txt", 5, "le")
    assert ODD[one["start"] : one["end"]] == one["words"] == "Toàn ngành có 1.361 tập thể lao động xuất sắc."


def test_review_of_an_archive_without_anything_odd(kyyeu: Kyyeu, archive: Path) -> None:
    result = kyyeu("review", "-C", archive)
    assert (result.returncode, result.stdout) == (0, "Không có gì cần xem lại.\n")


def test_review_knows_its_kinds_and_tells_what_cannot_be_read(kyyeu: Kyyeu, archive: Path) -> None:
    assert kyyeu("review", "-C", archive, "--kind", "x").returncode == 2
    (archive / "seeds" / "hong.txt").write_bytes(b"\x00\x01")
    result = kyyeu("review", "-C", archive)
    assert result.returncode == 3
    assert "hong.txt" in result.stderr

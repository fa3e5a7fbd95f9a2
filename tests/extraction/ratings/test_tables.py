"""Tables of ratings: layouts, totals, shares, and what is no table."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.ratings.rolls import rolls
from generator.extraction.ratings.tables import table_ratings
from tests.extraction.table import article_of_lines

HEAD = ["Đối tượng", "HTXSNV", "HTTNV"]


def told(text: str) -> list[tuple[str, str, int | None, float | None, int | None]]:
    found, spans = table_ratings(ArticleText(article_of_lines(text)))
    assert bool(found) == bool(spans)
    return [(finding.subject, finding.level, finding.count, finding.percent, finding.year) for finding in found]


def lines(*cells: str) -> str:
    return "\n".join(cells)


X, T = "hoan-thanh-xuat-sac", "hoan-thanh-tot"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (lines(*HEAD, "Chi bộ", "3", "8"), [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        (lines("Xếp loại năm 2021", *HEAD, "Chi bộ", "11", "3", "8"), [("chi-bo", X, 3, None, 2021), ("chi-bo", T, 8, None, 2021)]),
        (lines(*HEAD, "Cộng", "Chi bộ", "3", "8", "11"), []),
        (lines(*HEAD, "Chi bộ", "3", "8", "11"), [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        (lines(*HEAD, "Chi bộ", "12", "3", "8"), []),
        (
            lines(*HEAD, "Toàn Đảng bộ", "3", "8", "Đảng viên", "20", "70"),
            [("dang-vien", X, 20, None, None), ("dang-vien", T, 70, None, None)],
        ),
        ("\t".join(HEAD) + "\nĐảng viên\t20 (22,2%)\t77,8%", [("dang-vien", X, 20, 22.2, None), ("dang-vien", T, None, 77.8, None)]),
        ("| STT | Đối tượng | HTXSNV | HTTNV |\n| 1 | Chi bộ | 3 | 8 |", [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        ("| Mức | Chi bộ |\n| HTXSNV | 3 |\n| HTTNV | 8 |", [("chi-bo", X, 3, None, None), ("chi-bo", T, 8, None, None)]),
        (
            "Năm 2023, thu tăng 9% so với năm 2022.\n| Đối tượng | HTXSNV | Không HTNV |\n| Đội trưởng, Phó Đội trưởng | 4 | 0 |",
            [("ca-nhan-lanh-dao", X, 4, None, 2023), ("ca-nhan-lanh-dao", "khong-hoan-thanh", 0, None, 2023)],
        ),
        (  # rows of places: the units of the caption are counted by the total
            "Kết quả xếp loại chi bộ năm 2021\nTT\tĐảng bộ\tHTXSNV\tHTTNV\n1\tXã Hoa Mai\t2\t8\n2\tXã Hoa Sen\t1\t9\n\tCộng\t3\t17",
            [("chi-bo", X, 3, None, 2021), ("chi-bo", T, 17, None, 2021)],
        ),
        (
            "Bảng xếp loại chi hội năm 2020\n| TT | Xã | HTXSNV | HTTNV |\n| 1 | Hoa Mai | 4 | 6 |\n| Tổng cộng | 4 | 6 |",
            [("hoi-co-so", X, 4, None, 2020), ("hoi-co-so", T, 6, None, 2020)],
        ),
        ("| HTXSNV | HTTNV |\n| Chi bộ họp | ba lần |", []),
        (lines("HTXSNV", "HTTNV", "Chi bộ"), []),
        (lines("HTXSNV", "Chi bộ", "3"), []),
    ],
)
def test_tables(text: str, expected: list[tuple[str, str, int | None, float | None, int | None]]) -> None:
    assert told(text) == expected


def test_what_a_table_covers_is_not_read_again() -> None:
    _, spans = table_ratings(ArticleText(article_of_lines(lines("Mở đầu.", *HEAD, "Chi bộ", "3", "8", "Kết thúc."))))
    text = lines("Mở đầu.", *HEAD, "Chi bộ", "3", "8", "Kết thúc.")
    assert [span.of(text) for span in spans] == [lines("HTXSNV", "HTTNV", "Chi bộ", "3", "8")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Mức | Đảng viên | Tỷ lệ (%) |\n| HTXSNV | 20 | 18,5 |", [("dang-vien", X, 20, 18.5, None)]),
        ("| Mức | Đảng viên | Ghi chú |\n| HTXSNV | 20 | 18,5 |", [("dang-vien", X, 20, None, None)]),
        ("Xếp loại đảng viên năm 2021\n| Mức | Số lượng |\n| HTXSNV | 20 |", [("dang-vien", X, 20, None, 2021)]),
        ("Xếp loại chi bộ, đảng viên\n| Mức | Số lượng |\n| HTXSNV | 20 |", []),
        ("Danh sách đảng viên\n| Mức | Số lượng |\n| HTXSNV | 20 |", []),
        ("Xếp loại đảng viên\nHTXSNV\n20\nHTTNV\n70", [("dang-vien", X, 20, None, None), ("dang-vien", T, 70, None, None)]),
        ("Xếp loại đảng viên\nHTXSNV\n20\n22%\nHTTNV\n70\n78%", [("dang-vien", X, 20, 22, None), ("dang-vien", T, 70, 78, None)]),
        ("Xếp loại đảng viên\nHTXSNV\n20\nHTTNV", []),
        ("Họp mặt đảng viên\nHTXSNV\n20\nHTTNV\n70", []),
    ],
)
def test_columns_and_captions(text: str, expected: list[tuple[str, str, int, float, int]]) -> None:
    assert told(text + "\nHTTNV") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "| 1 | Chi bộ Khối 1 | HTTNV |\n| 2 | Chi bộ Khối 2 | HTTNV |\n| 3 | Chi bộ Khối 3 | HTXSNV |",
            [("chi-bo", T, 2), ("chi-bo", X, 1)],
        ),
        ("| 1 | Chi bộ Khối 1 | HTTNV |\nhết\n| 2 | Chi bộ Khối 2 | HTTNV |", []),
        ("| 1 | chi bộ khối 1 | HTTNV |\n| 2 | chi bộ khối 2 | HTTNV |", []),
        ("| 1 | Chi bộ | HTTNV |\n| 2 | Chi bộ | HTTNV |", []),
        ("| 1 | HTTNV | Chi bộ Khối 1 |\n| 2 | HTTNV | Chi bộ Khối 2 |", []),
        ("| 1 | Đề tài Khối 1 | HTTNV |\n| 2 | Đề tài Khối 2 | HTTNV |", []),
    ],
)
def test_rolls(text: str, expected: list[tuple[str, str, int]]) -> None:
    article = ArticleText(article_of_lines("Xếp loại năm 2021\n" + text))
    found, spans = rolls(article)
    assert [(finding.subject, finding.level, finding.count) for finding in found] == expected
    assert all(finding.year == 2021 and finding.percent is None and len(finding.evidence) == finding.count for finding in found)
    assert len(spans) == bool(found)


def test_a_share_may_be_the_last_line() -> None:
    assert told("Xếp loại đảng viên\nHTXSNV\n20\n22%\nHTTNV\n70\n78%") == [("dang-vien", X, 20, 22, None), ("dang-vien", T, 70, 78, None)]


def test_levels_cut_short_head_a_table() -> None:
    rows = "\nChi bộ | 3 | 17 | 1 | 0"
    expected = [("chi-bo", X, 3, None, None), ("chi-bo", T, 17, None, None), ("chi-bo", "hoan-thanh", 1, None, None)]
    expected.append(("chi-bo", "khong-hoan-thanh", 0, None, None))
    full = "Đối tượng | Hoàn thành xuất sắc | Hoàn thành tốt | Hoàn thành | Không hoàn thành" + rows
    assert told(full) == expected
    brief = "Đối tượng | Xuất sắc | Tốt | Hoàn thành | Không hoàn thành" + rows
    assert told(f"Kết quả xếp loại cuối năm:\n{brief}") == expected
    assert told(f"Kết quả học tập:\n{brief}") == []
    assert told(brief) == []


def test_members_of_named_units_are_counted_by_the_total() -> None:
    head = "TT\tTên đơn vị\tTổng số đảng viên\tHTXS\tHTT\n"
    rows = "1\tĐảng bộ xã An Tây\t210\t35\t175\n2\tĐảng bộ xã Bình Tây\t180\t28\t152\n"
    assert told(head + rows + "\tCộng\t390\t63\t327") == [("dang-vien", X, 63, None, None), ("dang-vien", T, 327, None, None)]
    assert told(head + rows) == []
    own = "Đơn vị\tSố đảng viên\tHTXS\tHTT\nĐảng bộ xã\t12\t3\t8"
    assert told(own) == [("dang-bo", X, 3, None, None), ("dang-bo", T, 8, None, None)]


def test_kinds_head_the_rows_below() -> None:
    head = "Mức độ\tSố lượng\tTỷ lệ\n"
    one = "Hoàn thành xuất sắc nhiệm vụ\t5\t25\nHoàn thành tốt nhiệm vụ\t15\t75\n"
    assert told(f"{head}Chi bộ\n{one}Đảng viên\n{one}") == [
        (kind, level, count, share, None) for kind in ("chi-bo", "dang-vien") for level, count, share in ((X, 5, 25), (T, 15, 75))
    ]
    cut = "Xếp loại viên chức\nMức độ\tSố người\nHoàn thành tốt\t240\nHoàn thành\t15"
    assert told(cut) == [("cong-chuc-vien-chuc", T, 240, None, None), ("cong-chuc-vien-chuc", "hoan-thanh", 15, None, None)]

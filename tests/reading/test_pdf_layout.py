"""The lines of a printed page become paragraphs: columns, running heads, broken words, headings, lists, tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Part
from generator.reading.formats.pdf.lines import Line
from generator.reading.formats.pdf.order import columns_of, without_running_heads
from generator.reading.formats.pdf.parts import parts_of

SIZE, LEADING = 10.0, 13.0


def at(text: str, left: float, row: float, right: float, size: float = SIZE) -> Line:
    """Return a line, ``row`` lines below the top of its page."""
    top = 700 - row * LEADING
    return Line(text, left, top - size, right, top, size)


def read(*pages: Sequence[Line]) -> list[tuple[str, str]]:
    def shown(part: Part) -> str:
        return part.text or " / ".join(map(" · ".join, part.rows))

    return [(part.kind.value, shown(part)) for part in parts_of(columns_of(without_running_heads([list(page) for page in pages])))]


def column(begin: str, left: float, count: int, first: int = 0) -> list[Line]:
    """Return a column of full lines, the last of which ends its paragraph."""
    return [
        at(f"{begin}{number} và những chữ tiếp theo của dòng" + ("." if number == count - 1 else ""), left, first + number, left + 200)
        for number in range(count)
    ]


def text_of(begin: str, count: int) -> str:
    return " ".join(f"{begin}{number} và những chữ tiếp theo của dòng" for number in range(count)) + "."


def test_columns_are_read_one_after_another_below_what_stands_across() -> None:
    heading = at("Nhan đề của cả trang báo này", 50, 0, 450, 16)
    left, right = column("trái ", 50, 6, 3), column("phải ", 270, 6, 3)
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    assert read([heading, *rows]) == [("heading", heading.text), ("paragraph", text_of("trái ", 6)), ("paragraph", text_of("phải ", 6))]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [at("Bản tin phường, số 3", 50, 0, 150, 8), *column(f"{word} ", 50, 8, 3), at(f"Trang {number}", 230, 30, 260, 8)]
        for number, word in ((1, "đầu"), (2, "sau"))
    ]
    assert read(*pages) == [("paragraph", text_of("đầu ", 8)), ("paragraph", text_of("sau ", 8))]
    alone = [at("Bản tin phường, số 3", 50, 0, 150, 8), *column("một ", 50, 8, 3), at("3", 230, 30, 236, 8)]
    assert read(alone) == [("paragraph", text_of("một ", 8))]


def test_words_broken_at_an_end_are_joined() -> None:
    lines = [
        at("Thực hiện Quyết định số 12/QĐ-", 50, 0, 250),
        at("UBND và kế hoạch 58-KH/", 50, 1, 250),
        at("ĐU, các đơn vị đã thực hi\u00ad", 50, 2, 250),
        at("ện tốt.", 50, 3, 80),
    ]
    assert read(lines) == [("paragraph", "Thực hiện Quyết định số 12/QĐ-UBND và kế hoạch 58-KH/ĐU, các đơn vị đã thực hiện tốt.")]


def test_a_paragraph_goes_on_over_a_page_and_another_begins() -> None:
    first = [*column("một ", 50, 4), at("Câu này chưa hết và", 62, 4, 250)]
    assert read(first, [at("tiếp ở trang sau.", 50, 0, 120), at("Đoạn mới", 50, 1, 90), at("Đoạn nữa.", 50, 2, 90)]) == [
        ("paragraph", text_of("một ", 4)),
        ("paragraph", "Câu này chưa hết và tiếp ở trang sau."),
        ("paragraph", "Đoạn mới"),
        ("paragraph", "Đoạn nữa."),
    ]
    short = [*column("một ", 50, 4), at("Khen 5 năm liền", 62, 4, 120)]
    assert read(short, [at("Dịp này, phường trao giấy khen.", 50, 0, 220)])[-2:] == [
        ("paragraph", "Khen 5 năm liền"),
        ("paragraph", "Dịp này, phường trao giấy khen."),
    ]


def test_lists_and_tables() -> None:
    lines = [
        *column("một ", 50, 3),
        at("1. Chi bộ 1", 50, 3, 110),
        at("2. Chi bộ 2", 50, 4, 110),
        *(line for row, cells in enumerate((("STT", "Họ tên", "Mức"), ("1", "Lê Thị Lụa", "A"), ("2", "Trần Thí", "B"))) for line in (
            at(cells[0], 50, 6 + row, 65), at(cells[1], 100, 6 + row, 160), at(cells[2], 200, 6 + row, 215),
        )),
        at("Hết.", 50, 10, 75),
    ]  # fmt: skip
    assert read(lines) == [
        ("paragraph", text_of("một ", 3)),
        ("list-item", "1. Chi bộ 1"),
        ("list-item", "2. Chi bộ 2"),
        ("table", "STT · Họ tên · Mức / 1 · Lê Thị Lụa · A / 2 · Trần Thí · B"),
        ("paragraph", "Hết."),
    ]

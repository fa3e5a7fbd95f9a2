"""Dates as Vietnamese writes them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.dates import DateMention, dates, day_before, iso_date, months, nearest_year, year_before, year_not_before
from generator.text.folding import canonical


def found(text: str) -> list[DateMention]:
    return list(dates(canonical(text)))


@pytest.mark.parametrize(
    ("text", "words", "day", "month", "year", "part", "relative"),
    [
        ("Ngày 10/2, Đảng ủy họp", "Ngày 10/2", 10, 2, None, None, None),
        ("Chiều ngày 04/01/2023, họp", "Chiều ngày 04/01/2023", 4, 1, 2023, "chiều", None),
        ("Ngày 17-3, họp", "Ngày 17-3", 17, 3, None, None, None),
        ("Ngày 29/2, họp", "Ngày 29/2", 29, 2, None, None, None),
        ("họp sáng 5.12.", "sáng 5.12", 5, 12, None, "sáng", None),
        ("Sáng qua 30.9, họp", "Sáng qua 30.9", 30, 9, None, "sáng", "qua"),
        ("hôm nay (26/3), họp", "hôm nay (26/3", 26, 3, None, None, "nay"),
        ("Hôm qua, 31-5, họp", "Hôm qua, 31-5", 31, 5, None, None, "qua"),
        ("Sáng nay, tại Hà Nội", "Sáng nay", None, None, None, "sáng", "nay"),
        ("ngày 20 tháng 02 năm 2018", "ngày 20 tháng 02 năm 2018", 20, 2, 2018, None, None),
        ("đêm 3 tháng 2", "đêm 3 tháng 2", 3, 2, None, "tối", None),
        ("đến 20/5/2013 đạt 8517,1", "20/5/2013", 20, 5, 2013, None, None),
        ("ngày 16 – 3 – 2023", "ngày 16 – 3 – 2023", 16, 3, 2023, None, None),
    ],
)
def test_days(text: str, words: str, day: int, month: int, year: int | None, part: str | None, relative: str | None) -> None:
    [one] = found(text)
    assert text[one.start : one.end] == words
    assert (one.day, one.month, one.year, one.part, one.relative) == (day, month, year, part, relative)


@pytest.mark.parametrize(
    ("text", "first", "until"),
    [
        ("trong hai ngày 18 - 19.6", (18, 6, None), (19, 6, None)),
        ("từ ngày 11 đến 15/10", (11, 10, None), (15, 10, None)),
        ("từ ngày 23/3 đến ngày 12/5/2020, các chi bộ", (23, 3, 2020), (12, 5, 2020)),
        ("hai ngày 27 và 28/6/2020", (27, 6, 2020), (28, 6, 2020)),
        ("từ ngày 30/12/2019 đến ngày 2/1/2020", (30, 12, 2019), (2, 1, 2020)),
        ("từ ngày 30/12 đến ngày 2/1/2020", (30, 12, 2019), (2, 1, 2020)),
        ("từ ngày 1/1 đến ngày 1/1/2020", (1, 1, 2020), (1, 1, 2020)),
        ("từ ngày 1/3/2019 đến ngày 2/6/2020", (1, 3, 2019), (2, 6, 2020)),
        ("từ ngày 30/12/2019 đến ngày 2/1", (30, 12, 2019), (2, 1, None)),
    ],
)
def test_spans_of_days(text: str, first: tuple[int, int, int | None], until: tuple[int, int, int | None]) -> None:
    [one] = found(text)
    assert (one.day, one.month, one.year) == first
    assert one.until == until


@pytest.mark.parametrize(
    "text",
    [
        "có 8/8 chỉ tiêu đạt",
        "kết nạp 23/15 đồng chí",
        "đợt 3/2 và dịp 2/9",
        "chào mừng Quốc khánh 2/9",
        "(3/2/1930 – 3/2/2018)",
        "(19/5/1890 - 19/5/2013)",
        "Công văn số 1465-CV/QU ngày 27/10/2022 của Quận ủy",
        "Chỉ thị của Ban Bí thư ngày 2/3/2020",
        "Quyết định số 99/QĐ-UBND về việc khen thưởng ngày 4/5/2021",
        "ngày 31/2/2020",
        "98,45% và 5.645 đảng viên, mã 1-2-3-4",
        "nhiệm kỳ 2020-2025, năm học 2022 - 2023",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert found(text) == []


def test_a_document_before_does_not_hide_the_next_day() -> None:
    text = "Thực hiện Kế hoạch số 58-KH/ĐU ngày 02/11/2022 của Đảng ủy Khối, ngày 08/12/2022, tại trụ sở"
    assert [(finding.day, finding.month) for finding in found(text)] == [(8, 12)]


def test_months() -> None:
    text = "từ tháng 6/2023 và tháng 02 năm 2025, tháng 13/2020"
    assert [value for _, _, value in months(canonical(text))] == ["2023-06", "2025-02"]


@pytest.mark.parametrize(
    ("day", "month", "published", "year"),
    [
        (10, 2, "2023-03-07T04:32", 2023),
        (7, 3, "2023-03-07", 2023),
        (8, 3, "2023-03-07", 2022),
        (17, 3, "2023-03", 2023),
        (17, 4, "2023-03", 2022),
        (1, 1, "2023", 2023),
        (29, 2, "2023-06-01", 2020),
        (31, 6, "2023-06-01", None),
    ],
)
def test_year_is_the_last_before_publication(day: int, month: int, published: str, year: int | None) -> None:
    assert year_before(day, month, published) == year


def test_neighbours() -> None:
    assert day_before("2023-03-01T10:00") == "2023-02-28"
    assert day_before("2023-03") is None
    assert nearest_year(30, 1, (3, 2, 2018)) == 2018
    assert nearest_year(30, 12, (3, 2, 2018)) == 2017
    assert nearest_year(2, 1, (30, 12, 2018)) == 2019
    assert nearest_year(1, 1, (31, 2, 2018)) == 2018
    assert iso_date(31, 4, 2020) is None


@given(st.dates(), st.sampled_from(["/", "-", "."]))
def test_written_dates_are_found(day: dt.date, mark: str) -> None:
    if not 1900 <= day.year <= 2099:
        return
    text = f"Ngày {day.day}{mark}{day.month}{mark}{day.year}, họp"
    [one] = found(text)
    assert iso_date(one.day or 0, one.month or 0, one.year or 0) == day.isoformat()


@given(st.text(alphabet="0123456789/-. ngàytháđếnsố,()hôm", max_size=120))
def test_any_text_gives_real_days(text: str) -> None:
    for finding in found(text):
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.day is None or iso_date(finding.day, finding.month or 0, finding.year or 2024) is not None


def test_months_end_with_december() -> None:
    assert [month for _, _, month in months("tháng 1/2023, tháng 12/2023, tháng 13/2023, tháng 0/2023")] == ["2023-01", "2023-12"]


@pytest.mark.parametrize(
    ("day", "month", "published", "expected"),
    [
        (15, 6, "2023-06-15", 2023),
        (16, 6, "2023-06-15", 2022),
        (1, 7, "2023-06", 2022),
        (30, 6, "2023-06", 2023),
        (31, 12, "2023", 2023),
        (29, 2, "2023-12", 2020),
        (29, 2, "1903-12", None),  # the year before 1904 with such a day is 1896
    ],
)
def test_the_last_such_day_by_the_precision_of_the_publication(day: int, month: int, published: str, expected: int | None) -> None:
    assert year_before(day, month, published) == expected


@pytest.mark.parametrize(
    ("day", "month", "published", "expected"),
    [
        (15, 6, "2023-06-15", 2023),
        (14, 6, "2023-06-15", None),  # 365 days ahead are not announced
        (10, 4, "2023-06-15", 2024),  # 300 days
        (11, 4, "2023-06-15", None),  # 301 days
        (15, 6, "2023-06", None),
    ],
)
def test_a_day_ahead_is_at_most_three_hundred_days_ahead(day: int, month: int, published: str, expected: int | None) -> None:
    assert year_not_before(day, month, published) == expected

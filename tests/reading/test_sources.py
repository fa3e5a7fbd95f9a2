"""A source named before the page's date makes a date line; a sentence or a date in a sentence does not."""

from __future__ import annotations

import pytest

from tests.extraction.table import article

BODY = "\n\nSáng 22/10, Công ty tổ chức lễ kỷ niệm 60 năm thành lập.\n\nNhân dịp này, Công ty tặng Giấy khen cho 5 tập thể.\n\nMinh Anh\n"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Bản tin nội bộ số 37, ngày 22 tháng 10 năm 2019", "2019-10-22"),
        ("Đời sống & Pháp luật - 16/11/2017 22:03", "2017-11-16T22:03"),
        ("Tin nhà trường - 01/06/2024", "2024-06-01"),
        ("Tạp chí Lao động số 12 (15/6/2020)", "2020-06-15"),
        ("Đặc san Người làm than (12/11/2018)", "2018-11-12"),
        ("Báo Công nhân, 16/11/2017", "2017-11-16"),
        ("Lễ kỷ niệm diễn ra tại Hà Nội - 16/11/2017", None),
        ("Sáng nay - 16/11/2017", None),
        ("Kỷ niệm 60 năm thành lập - 16/11/2017", None),
        ("Tin nhà trường - 01/06/2024 là ngày hội", None),
    ],
)
def test_a_source_before_the_date(line: str, published: str | None) -> None:
    assert article(f"Công ty đón Huân chương\n\n{line}{BODY}").published == published

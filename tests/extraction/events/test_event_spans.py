"""The last day of an event of several days, which begins on its first."""

from __future__ import annotations

import pytest

from generator.extraction.extract import extract
from generator.model.facts import Event
from tests.extraction.table import article


def told(lead: str) -> Event:
    found = extract(article(f"Hội nghị điển hình tiên tiến\n\n{lead}")).event
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("lead", "first", "last"),
    [
        ("Từ ngày 5 đến 7/8/2023, Hội Nông dân tỉnh tổ chức hội nghị.", "2023-08-05", "2023-08-07"),
        ("Từ ngày 5 tháng 8 đến ngày 7 tháng 8 năm 2023, Hội Nông dân tỉnh tổ chức hội nghị.", "2023-08-05", "2023-08-07"),
        ("Ngày 5-7/8/2023, Hội Nông dân tỉnh tổ chức hội nghị.", "2023-08-05", "2023-08-07"),
        ("Trong 2 ngày, 7 và 8/8/2023, Sở Nội vụ tổ chức hội nghị.", "2023-08-07", "2023-08-08"),
        ("Trong hai ngày (7 và 8/8/2023), Sở Nội vụ tổ chức hội nghị.", "2023-08-07", "2023-08-08"),
        ("Hội nghị do Sở Nội vụ tổ chức diễn ra trong 3 ngày (5-7/8/2023) tại Vinh.", "2023-08-05", "2023-08-07"),
        ("Trong 3 ngày từ 10 đến 12/8/2023, Hội Nông dân tỉnh tổ chức hội thi.", "2023-08-10", "2023-08-12"),
        ("Mùng 7 và mùng 8/8/2019, Đoàn xã tổ chức hội diễn.", "2019-08-07", "2019-08-08"),
        ("Vào mùng 7 và mùng 8/8/2019, Đoàn xã tổ chức hội diễn.", "2019-08-07", "2019-08-08"),
        ("Trong các ngày 5, 6, 7/8/2023, Công đoàn ngành tổ chức hội thao.", "2023-08-05", "2023-08-07"),
        ("Từ chiều 8/8 đến sáng 9/8/2020, UBND tỉnh tổ chức hội nghị.", "2020-08-08", "2020-08-09"),
        ("Từ ngày 30/12 đến ngày 2/1/2023, Đảng ủy khối tổ chức hội nghị.", "2022-12-30", "2023-01-02"),
        ("Sáng 9/5/2024, Sở Nội vụ tổ chức hội nghị. Hội nghị diễn ra từ ngày 9 đến ngày 11/5/2024.", "2024-05-09", "2024-05-11"),
        ("Sáng 9/5/2024, Sở Nội vụ tổ chức hội nghị. Hội nghị kéo dài đến hết ngày 11/5.", "2024-05-09", "2024-05-11"),
        ("Sáng 9/5/2024, Sở Nội vụ tổ chức hội thi. Hội thi sẽ bế mạc vào chiều ngày 11/5.", "2024-05-09", "2024-05-11"),
        (
            f"Sáng 9/5/2024, Sở Nội vụ khai mạc hội thi. {'Các đội đều vui. ' * 9}Hội thi diễn ra từ ngày 9/5 đến hết ngày 11/5.",
            "2024-05-09",
            "2024-05-11",
        ),
        (f"Sáng 9/5/2024, Sở Nội vụ khai mạc hội thi. {'Các đội đều vui. ' * 9}Trại hè kéo dài đến ngày 30/6.", "2024-05-09", None),
        ("Sáng 9/5/2024, Sở Nội vụ tổ chức hội nghị.", "2024-05-09", None),
        ("Sáng 9/5/2024, Sở Nội vụ tổ chức hội nghị. Hồ sơ gửi trước ngày 30/5.", "2024-05-09", None),
        ("Sáng 9/5/2024, Sở Nội vụ tổ chức hội nghị. Lớp học diễn ra từ ngày 12 đến 15/5.", "2024-05-09", None),
        ("Ngày 5/8/2023, UBND tỉnh tổ chức hội nghị tổng kết phong trào từ ngày 1/1 đến ngày 30/6/2023.", "2023-08-05", None),
        ("Hưởng ứng ngày Quốc tế Thiếu nhi 1-6, sáng 28-5-2023, UBND tỉnh tổ chức hội nghị.", "2023-05-28", None),
    ],
)
def test_days(lead: str, first: str, last: str | None) -> None:
    found = told(lead)
    assert (found.date, found.date_end) == (first, last)


def test_words_elsewhere_that_tell_the_last_day_are_evidence() -> None:
    read_article = article("Hội nghị điển hình tiên tiến\n\nSáng 9/5/2024, Sở Nội vụ tổ chức hội nghị. Hội nghị kéo dài đến hết ngày 11/5.")
    found = extract(read_article).event
    assert found is not None
    assert found.evidence[-1].of(read_article.text) == "kéo dài đến hết ngày 11/5"

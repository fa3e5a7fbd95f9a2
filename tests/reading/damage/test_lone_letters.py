"""Signs that are letters in an encoding from before Unicode: letters where they make words, otherwise a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ReadingError
from generator.reading.damage.repair import repaired
from generator.reading.formats import document_of
from tests.adding.made import in_bytes

TEXT = "Đảng ủy phường Hoa Mai tổng kết công tác năm.\nĐảng ủy phường tặng Giấy khen cho 4 chi bộ ở các khu phố.\n"


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        ("viscii", "12 lượt thích · 3 bình luận"),
        ("viscii", "Trang chủ · Tin tức · Sự kiện"),
        ("viscii", "Trang nhất » Tin tức » Hoạt động"),
        ("viscii", "° Giám đốc công ty được bổ nhiệm."),
        ("viscii", "Hôm nay trời nóng 38°C."),
        ("viscii", "Ở Hoa Mai, nhiều người được khen."),
        ("viscii", "HỘI NGHỊ Ở HOA MAI"),
        ("tcvn3", "© 2023 Phường Hoa Mai. Giữ bản quyền."),
        ("tcvn3", "« Bài trước | Bài tiếp theo »"),
        ("tcvn3", "· Chi bộ khu phố 1 được khen."),
        ("tcvn3", "Công ty Honda® được khen."),
    ],
)
def test_a_sign_that_may_be_a_letter_is_asked_about(encoding: str, line: str) -> None:
    data = in_bytes(f"{TEXT}{line}\n", encoding)
    with pytest.raises(ReadingError):
        document_of(data, Path("a.txt"))
    repair = repaired(data)
    assert repair is not None
    assert not repair.certain


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        ("viscii", "Đảng bộ ở Hà Nội, ở 4 khu phố và “ở xã” được khen; băng, ổ nhóm giảm."),
        ("viscii", "Ban Chấp hành T.Ư và số đ/c khác ở đây nói ồ ạt."),
        ("viscii", "Phong trào thi đua ở Hoa Mai"),
        ("tcvn3", "Đ/c Nam và đ/c Bình của Đ10 được thưởng tại hội nghị tổng kết năm."),
        ("tcvn3", "Ba tập thể được thưởng 500.000đ, 300 đ và chiếc ô tô, ô-tô."),
        ("tcvn3", "Khen thưởng các bộ của thành phố vì giảm ô nhiễm."),
    ],
)
def test_letters_that_make_words_are_read(encoding: str, line: str) -> None:
    (part,) = document_of(in_bytes(f"{TEXT}{line}\n", encoding), Path("a.txt")).parts
    assert part.text.splitlines()[-1] == line

"""Invisible text of an article is reported to its owner, visible text is not."""

from __future__ import annotations

import pytest

from generator.rendering.words.statements import sentence
from generator.resolution.review.unseen import unseen
from tests.resolution.review.made import entry


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tặng \u202egiấy khen", ["Có ký tự đổi chiều chữ (U+202E), 1 chỗ; trang hiện mỗi ký tự điều khiển là �"]),
        ("\u2066a\u2069 b\u200f c\u2066", ["Có ký tự đổi chiều chữ (U+2066, U+2069, U+200F), 4 chỗ; trang hiện mỗi ký tự điều khiển là �"]),
        ("21 \u05d0\u05d1 12", ["Có ký tự đổi chiều chữ (U+05D0, U+05D1), 2 chỗ; trang hiện mỗi ký tự điều khiển là �"]),
        ("a\x1b[2J", ["Có ký tự điều khiển (U+001B), 1 chỗ; trang hiện mỗi ký tự là �"]),
        ("chi b\u00adộ, \u200bkhen", ["Có ký tự không nhìn thấy (U+00AD, U+200B), 2 chỗ"]),
        ("a\u202eb\x07c\u200bd", ["đổi chiều", "điều khiển", "không nhìn thấy"]),
        ("".join(map(chr, range(0x202A, 0x202F))) + "\u200e", ["U+202E …"]),
        ("Đảng ủy “phường” tặng 21 giấy khen\u00a0–\u2009cho 3 chi bộ…\tα я 漢 \U0001f600 e\u0301 \ufffd", []),
    ],
)
def test_each_sort_is_one_item(text: str, told: list[str]) -> None:
    found = list(unseen(entry(f"Đầu đề\n{text}\nDòng sau")))
    assert len(found) == len(told)
    assert all(words in sentence(one.why) for one, words in zip(found, told, strict=True))
    for finding in found:
        assert finding.span
        assert finding.kind == "unseen"
        assert str(sentence(finding.fix or "")).startswith("Nếu không thuộc về bài, xóa khỏi seeds/")
        assert finding.words == " ".join(text.split())

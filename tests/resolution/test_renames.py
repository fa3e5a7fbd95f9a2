"""Which articles were given another name, by their texts."""

from __future__ import annotations

import pytest

from generator.model.archive import Redirect
from generator.resolution.renames import renamed

LONG = " ".join(
    f"Đoạn {word} của bài nói về lễ tổng kết và các tập thể được khen" for word in ("đầu", "giữa", "cuối", "thêm", "kết", "sau")
)
EDITED = LONG.replace("lễ tổng kết", "buổi tổng kết", 1)
OTHER = LONG.replace("Đoạn giữa", "Đoạn 12")
ANOTHER = LONG.replace("Đoạn giữa", "Đoạn 15")


@pytest.mark.parametrize(
    ("before", "now", "led", "expected"),
    [
        ({"a": "x"}, {"b": "x"}, "", {"a": "b"}),
        ({"a": "x"}, {"a": "x", "b": "x"}, "", {}),  # a copy
        ({"a": "x", "b": "x"}, {"b": "x"}, "", {}),  # what was there before was not renamed
        ({"a": "x"}, {"b": "x"}, "a", {}),  # a person has said so already
        ({"a": "x"}, {"b": "y"}, "", {}),
        ({"a": LONG}, {"b": EDITED}, "", {"a": "b"}),  # renamed and edited
        ({"a": OTHER}, {"b": ANOTHER}, "", {}),  # another number: next year's report by the same form
        ({"a": LONG, "b": "x"}, {"c": "x", "d": EDITED}, "", {"a": "d", "b": "c"}),
        ({"a": LONG, "b": EDITED}, {"c": LONG}, "", {"a": "c"}),  # a new one is of one old one
        ({"a": EDITED, "b": EDITED + " nữa"}, {"c": LONG}, "", {"a": "c"}),
        ({}, {"c": LONG}, "", {}),
    ],
)
def test_a_text_at_another_address_is_renamed(before: dict[str, str], now: dict[str, str], led: str, expected: dict[str, str]) -> None:
    redirects = [Redirect(one, "z", 1) for one in led]
    assert renamed(before, now, redirects) == expected
    assert renamed(dict(reversed(before.items())), dict(reversed(now.items())), redirects) == expected

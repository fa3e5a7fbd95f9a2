"""A repair is certain only when it is exact and the result is good."""

from __future__ import annotations

import pytest

from generator.reading.damage.repair import repaired

GOOD = "Hội nghị tổng kết của Đảng ủy phường Hoa Mai."


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("§¶ng ñy x· ®· tÆng GiÊy khen.", "Đảng ủy xã đã tặng Giấy khen."),
        (f"{GOOD}\n§¶ng ñy x· ®· tÆng GiÊy khen cã gi¸ trÞ.\n", f"{GOOD}\nĐảng ủy xã đã tặng Giấy khen có giá trị.\n"),
        ("Äáº£ng á»§y x\u00c3\u00a3 t\u00e1\u00ba\u00b7ng".replace("Äá", "Ä\x90á"), "Đảng ủy xã tặng"),
        ("&#272;&#7843;ng &#7911;y x&atilde; &amp; ph&#432;&#7901;ng", "Đảng ủy xã & phường"),
        ("+ARAeow-ng +Huc-y ph+AbAe3Q-ng t+HtU-ng", "Đảng ủy phường tổng"),
    ],
)
def test_certain(text: str, after: str) -> None:
    repair = repaired(text.encode())
    assert repair is not None
    assert (repair.before, repair.after, repair.certain) == (text, after, True)


@pytest.mark.parametrize(
    "text",
    [
        # ``bé`` may be bộ or bé: its line has no distinctive word, and the other line is good
        f"{GOOD} \n§¶ng ñy x· ®· tÆng GiÊy khen.\nChi bé\n",
        "á»§y phÆ°á»\ufffdng tá»•ng káº¿t",  # a byte is gone
        "??ng ?y xã ?ã t?ng Gi?y khen",
        "T ại h ội ngh ị, Đ ảng ủ y xã đã t ặng",
        "<p>Đảng</p><p>ủy</p>",
        "---\ntitle: A\n---\nNgày 5/1",
    ],
)
def test_uncertain(text: str) -> None:
    repair = repaired(text.encode())
    assert repair is None or not repair.certain


def test_good_text_is_left_alone() -> None:
    assert repaired(GOOD.encode()) is None
    assert repaired(b"") is None
    assert repaired(b"\x89PNG\0\0\xff") is None

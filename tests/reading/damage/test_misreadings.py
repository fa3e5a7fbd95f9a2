"""Every misreading has a way back, and is relative to the others."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.reading.damage.choices import read_as
from generator.reading.damage.encoded import misread
from generator.reading.damage.misreadings import Misreading, misreadings
from tests.adding.made import in_bytes

ROOT = Path(__file__).parents[3]
TEXT = "Đảng ủy phường Hoa Mai tổng kết công tác năm 2021. Tặng Giấy khen cho 4 chi bộ và kỷ niệm chương về sự nghiệp."
# From the tables that RFC 1456, TCVN 5712:1993 and VNI Software published, not from ours.
KNOWN = [
    ("TCVN3 (.VnTime)", "§¶ng ñy x· ®· tÆng GiÊy khen cho 4 chi bé.", "Đảng ủy xã đã tặng Giấy khen cho 4 chi bộ."),
    ("VNI (VNI-Times)", "Ñaûng uûy xaõ ñaõ taëng Giaáy khen cho 4 chi boä.", "Đảng ủy xã đã tặng Giấy khen cho 4 chi bộ."),
    ("VISCII", "Ðäng üy xã ðã t£ng Gi¤y khen cho 4 chi bµ.", "Đảng ủy xã đã tặng Giấy khen cho 4 chi bộ."),
    ("UTF-8", "Ä\x90áº£ng á»§y xÃ£ Ä‘Ã£ táº·ng Giáº¥y khen cho 4 chi bá»™.", "Đảng ủy xã đã tặng Giấy khen cho 4 chi bộ."),
    ("Windows-1258", "ÐaÒng uÒy xaÞ ðaÞ tãòng Giâìy khen cho 4 chi bôò.", "Đảng ủy xã đã tặng Giấy khen cho 4 chi bộ."),
]
WAYS = misreadings()


@pytest.mark.parametrize(("stored", "shown", "meant"), KNOWN)
def test_known_letters(stored: str, shown: str, meant: str) -> None:
    found = misread(shown)
    assert found is not None
    assert (found.misreading.stored, found.misreading.undo(shown)) == (stored, meant)


@pytest.mark.parametrize("way", WAYS, ids=[f"{at} {one.stored} as {one.shown}" for at, one in enumerate(WAYS)])
def test_the_way_back_is_exact_and_found(way: Misreading) -> None:
    damaged = way.redo(TEXT)
    assert damaged != TEXT
    assert way.undo(damaged) == TEXT
    found = misread(damaged)
    assert found is not None
    # The letters of this text may look alike in both.
    assert (found.misreading.stored, found.misreading.undo(damaged)) == (way.stored, TEXT)


def test_every_letter_comes_back() -> None:
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = {unicodedata.normalize("NFC", char + tone) for char in "aăâeêioôơuưy" for tone in tones} | set("ăâđêôơư")
    for way in misreadings():
        for letter in letters:
            assert way.undo(way.redo(letter)) == letter, (way.stored, way.shown, letter)


def test_capitals_that_tcvn3_lacks_come_from_their_neighbours() -> None:
    tcvn3 = next(misreading for misreading in misreadings() if misreading.stored.startswith("TCVN3"))
    assert tcvn3.undo("§¶NG ñY khen §¶ng") == "ĐẢNG ỦY khen Đảng"


@pytest.mark.parametrize(("text", "read"), [
    ("Ở phường Hoa Mai, Đảng ủy tặng Giấy khen cho 4 chi bộ. Ở xã, 3 chi bộ. “Ở xã” và…Ở xã", None),
    ("Đảng ủy phường Hoa Mai tặng Giấy khen cho 4 chi bộ.\nỞ xã cũng vậy", None),
    ("Khen thưởng ở sở…TRƯỜNG và phường Hoa Mai", None),
    ("Phường Hoa Mai — Đảng ủy khen thưởng", "—"),
    ("Đảng ủy phường Hoa Mai nói:\n— Anh được khen", "—"),
])  # fmt: skip
def test_marks_are_letters_of_viscii_where_these_make_words(text: str, read: str | None) -> None:
    data = in_bytes(text, "viscii") if read is None else in_bytes(text.replace(read, "§"), "viscii").replace(b"\xa7", b"\x97")
    assert read_as(data, "viscii") == text

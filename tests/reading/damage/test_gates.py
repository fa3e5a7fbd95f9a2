"""What passes good texts over quickly passes no damage over: each quick check holds wherever the search behind it finds something."""

from __future__ import annotations

import pytest

from generator.reading.damage import torn
from generator.reading.damage.encoded import misread
from generator.reading.damage.lost import lost
from generator.text.syllables import ONSETS
from generator.text.tokens import TOKEN


@pytest.mark.parametrize("before", ["", "nghị (", "x “", 'x "', "a\u00a0", "lễ\n"])
def test_a_torn_onset_is_seen_in_its_word(before: str) -> None:
    for letters in (written for part in filter(None, ONSETS) for written in (part, part.upper(), part.title())):
        text = f"{before}{letters} ại"
        assert torn._PARTS.search(text), text
        assert any(map(torn._is_part, TOKEN.findall(text))), text


@pytest.mark.parametrize("after", ["", ".", ", và", "”", "\n", "\u00a0"])
def test_a_torn_coda_is_seen_in_its_word(after: str) -> None:
    for letters in (written for part in torn._CODAS for written in (part, part.upper())):
        text = f"ủ {letters}{after}"
        assert torn._PARTS.search(text), text
        assert any(map(torn._is_part, TOKEN.findall(text))), text


def test_few_torn_words_are_enough() -> None:
    assert torn.torn("T ại h ội ngh ị, Đ ảng ủ y") is not None
    assert torn.torn("T ại h ội trường") is None


def test_few_lost_letters_are_enough() -> None:
    assert lost("H?i ngh? t?ng k?t") is not None
    assert lost("Hội ngh\ufffd tổng kết") is not None
    assert lost("Đi đâu? Làm gì?ai biết? Vì sao?") is None


def test_few_misread_words_are_enough() -> None:
    assert misread("Há»\u0099i nghá»\u008b tá»\u0095ng káº¿t nÄƒm 2021") is not None
    assert misread("Hội nghị – m² và 5 € …") is None

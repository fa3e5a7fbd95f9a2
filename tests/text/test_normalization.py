"""The archived text: what nobody sees is gone, what is seen stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.normalization import archived


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Giấy kh\u00aden", "Giấy khen"),
        ("chi b\u00adộ", "chi bộ"),
        (unicodedata.normalize("NFD", "chi bộ").replace("o", "o\u00ad"), "chi bộ"),
        ("2019\u00ad2021", "2019\u00ad2021"),  # typed for a hyphen
        ("xã \u00ad phường", "xã \u00ad phường"),
        ("phường H\u200bo\u200da\ufeff Mai", "phường Hoa Mai"),
        ("Giấy\u2060 khen", "Giấy khen"),
        ("khen\u200bthưởng", "khen thưởng"),  # two syllables, one word each
        ("kh\u200ben", "khen"),
        ("khóa XI\u00adI, chi bộ VI\u200bII", "khóa XII, chi bộ VIII"),  # not XI and I
        ("gi\u200bấy\u200bkhen", "giấy khen"),  # each divider by the parts beside it
        ("\ufeff\ufeffĐảng ủy", "Đảng ủy"),
        ("👩\u200d👧 và 🏳\ufe0f\u200d🌈", "👩\u200d👧 và 🏳\ufe0f\u200d🌈"),
        ("نامه\u200cای", "نامه\u200cای"),
        ("4\u202fchi\u2009bộ", "4\u00a0chi bộ"),
        ("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"),
    ],
)
def test_what_is_kept(source: str, kept: str) -> None:
    assert archived(source) == kept


@given(st.text(alphabet=st.sampled_from("aộKh \n\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301\u202f👧")))
def test_what_was_archived_stays(text: str) -> None:
    assert archived(archived(text)) == archived(text)

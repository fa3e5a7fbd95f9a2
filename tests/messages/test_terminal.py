"""Terminal output is short enough to read and contains no control characters."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import LISTED, AuthorityError, KyYeuError, ReadingError, shown, together
from generator.messages import in_language
from generator.messages.terminal import json_line, printable, shortened
from generator.resolution.units.authority import read_authority
from tests.conftest import Kyyeu
from tests.messages.verbatim import Verbatim

OBEYED = [
    "\x1b",
    "\x9b",
    "\x07",
    "\x7f",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u061c",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\xad",
    "\ud800",
    "\U000e0041",
]


@pytest.mark.parametrize("char", OBEYED)
def test_what_a_terminal_obeys_is_shown(char: str) -> None:
    shown = str(ReadingError(Verbatim(f"a{char}b"), path=f"p{char}q", line=1, fix=Verbatim(f"c{char}d")))
    for text in (shown, printable(char), json_line({char: char})):
        assert text.isprintable()
        assert char not in text
        assert "\\" in text or char == "\u2028"  # white space is written as a space


@pytest.mark.parametrize("words", ["Đảng ủy phường Hoa Mai", "a\u00a0b", "😀 é ẵ", "ngày 5\u20136", "“q”"])
def test_words_are_left_as_they_are_in_json(words: str) -> None:
    assert json_line(words) == f'"{words}"'


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_json_means_the_same(value: object) -> None:
    line = json_line(value)
    assert json.loads(line) == value
    assert [
        char for char in line if unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"} or unicodedata.bidirectional(char) in BIDI
    ] == []


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text(max_size=2000), st.text(max_size=2000), st.none() | st.text(max_size=2000))
def test_no_error_is_longer_than_a_screen_or_breaks_the_line(message: str, path: str, fix: str | None) -> None:
    text = str(KyYeuError(Verbatim(message), path=path, line=7, fix=None if fix is None else Verbatim(fix)))
    place = str(KyYeuError(Verbatim(""), path=path, line=7))
    assert len(text) <= len(place) + 1 + 500
    assert text.isprintable()


@pytest.mark.parametrize("n", [10, 500, 100_000])
def test_a_long_value_is_shortened_in_the_middle_and_place_and_fix_stay(n: int) -> None:
    text = str(ReadingError(Verbatim(f"the key {'9' * n} is unknown"), path="seeds/a.yml", line=3, fix=Verbatim("the keys are a, b")))
    assert text.startswith("seeds/a.yml:3: the key 999")
    assert text.endswith("9 is unknown (the keys are a, b)")
    assert ("…" in text) == (n > 400)
    assert len(text) <= 515


def test_shortened() -> None:
    assert shortened("abcdefghij", 10) == "abcdefghij"
    assert shortened("abcdefghijk", 7) == "abcd…jk"


def test_many_errors_of_one_file_are_counted() -> None:
    one = together([ReadingError(Verbatim(f"e{n}"), path="a") for n in range(LISTED)])
    assert len(one.errors) == LISTED
    many = together([ReadingError(Verbatim(f"e{n}"), path="a") for n in range(3047)])
    assert [str(error) for error in many.errors[-2:]] == [f"a: e{LISTED - 1}", "a: … and 2997 more errors like these"]
    with in_language("vi"):
        assert str(many.errors[-1]) == "a: … và 2997 lỗi nữa tương tự"


@pytest.mark.parametrize("n", [2, 3, 3000])
def test_a_name_that_many_entries_bear_is_told_once(tmp_path: Path, n: int) -> None:
    path = tmp_path / "units.yml"
    path.write_text("".join(f"- {{id: u{one}, name: Đảng ủy Hoa Mai, source: s}}\n" for one in range(n)), encoding="utf-8")
    with pytest.raises(AuthorityError) as caught:
        read_authority(path)
    (error,) = (str(error) for error in caught.value.errors)
    more = {2: "", 3: ", and so has one more entry", 3000: ", and so have 2998 more entries"}[n]
    assert error.startswith(f"{shown(path)}:2: 'u0' (line 1) has the name 'Đảng ủy Hoa Mai' at the same time{more} (")


def test_three_thousand_errors_are_fifty_lines(tmp_path: Path) -> None:
    path = tmp_path / "units.yml"
    path.write_text("".join(f"- {{id: u{one}, nam: A, source: s}}\n" for one in range(1500)), encoding="utf-8")
    with pytest.raises(AuthorityError) as caught:
        read_authority(path)
    assert len(caught.value.errors) == LISTED + 1
    assert str(caught.value.errors[-1]).endswith("and 2950 more errors like these")


def test_extract_explain_and_units_show_what_a_terminal_would_obey(archive: Path, kyyeu: Kyyeu) -> None:
    name = "seeds/hoa-mai.txt"
    path = archive / name
    words = path.read_text(encoding="utf-8")
    text = words.replace("3 chi bộ", "3 chi bộ \u202eĐảng ủy phường Lan\u202c \x9b31m").replace("hội nghị", "h\u2066ội nghị")
    path.write_text(text, encoding="utf-8")
    for arguments in (
        ("extract", "seeds/hoa-mai.txt"),
        ("explain", "seeds/hoa-mai.txt"),
        ("units",),
        ("units", "--json"),
        ("review", "--json"),
    ):
        done = kyyeu(arguments[0], "-C", archive, *arguments[1:])
        assert done.returncode == 0, done.stderr
        assert [char for char in done.stdout if char in "\u202e\u202c\x9b\u2066"] == [], arguments
        if arguments[0] == "extract":
            assert json.loads(done.stdout)["source"]["path"] == name


@pytest.mark.parametrize("entry", ["- {id: ID, name: A, source: s}\n", "- {id: a, name: A, source: s, parent: ID}\n"])
def test_an_id_is_short_enough_for_a_files_name(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "units.yml"
    path.write_text(entry.replace("ID", "a" * 201), encoding="utf-8")
    with pytest.raises(AuthorityError, match="201"):
        read_authority(path)

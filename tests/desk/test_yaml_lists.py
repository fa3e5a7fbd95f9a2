"""Entries come and go; every other byte stays."""

from __future__ import annotations

import pytest

from generator.desk.files.yaml_lists import YamlList
from generator.desk.problems import DeskError
from generator.yaml_documents import load

FILE = """\
# mine
- fact: awards   # first
  quote: a
  why: |
    two
    # lines

# about the second
- {fact: people, quote: b}
  # inside
- fact: units
  quote: c
# the end
"""


@pytest.mark.parametrize(
    ("place", "gone"),
    [
        (0, "- fact: awards   # first\n  quote: a\n  why: |\n    two\n    # lines\n"),
        (1, "- {fact: people, quote: b}\n  # inside\n"),
        (2, "- fact: units\n  quote: c\n"),
    ],
)
def test_an_entry_is_taken_out_and_nothing_else(place: int, gone: str) -> None:
    assert gone in FILE
    assert YamlList.of(FILE.encode()).replaced({place: None}).data == FILE.replace(gone, "").encode()


def test_an_entry_is_appended_as_files_write_it() -> None:
    entry = {"fact": "awards", "quote": "12: đảng viên", "is": {"type": "giay-khen", "count": 12}, "on": "2024-05-01T09:30"}
    for before in (FILE, FILE.rstrip(), "", "# only this", FILE.replace("\n", "\r\n"), "\ufeff" + FILE):
        data = YamlList.of(before.encode()).appended(entry).data or b""
        assert load(data)[-1]["quote"] == "12: đảng viên"
        assert b"\n  on: " in data.replace(b"\r", b"")
        assert (b"\r\n" in data) == ("\r\n" in before)
        assert not data.replace(b"\r\n", b"").count(b"\n") or "\r\n" not in before


def test_an_indented_list_stays_indented() -> None:
    assert YamlList.of(b"  - a: 1\n").appended({"a": 2}).data == b"  - a: 1\n  - a: 2\n"


@pytest.mark.parametrize("words", ["[{a: 1}, {b: 2}]\n", "a: 1\n", "- [\n", "- a: 1\nb\n"])
def test_another_shape_is_left_to_its_writer(words: str) -> None:
    with pytest.raises(DeskError):
        YamlList.of(words.encode())

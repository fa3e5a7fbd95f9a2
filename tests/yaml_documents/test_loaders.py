"""Every file that a person writes in YAML: whatever bytes it has, its reader gives a value or errors with a line, each on one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import LISTED, CorrectionError, KyYeuError, together
from generator.evaluation.gold import read_gold
from generator.lexicon.load import parse_lexicon
from generator.publishing.archive_folder.settings_file import read_settings
from generator.resolution.corrections.entries import entries
from generator.resolution.corrections.files import read_corrections
from generator.resolution.redirects import read_redirects
from generator.resolution.units.authority import read_authority

LAUGHS = "- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(f"- &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20))
ENTRY = "- &b {id: a, name: A, source: s, old: a, new: b, fact: title, expected: A, right: B, by: C, on: 2024-01-01, why: D"


def _gold(path: Path) -> object:
    return read_gold(path.parent)


def _lexicon(path: Path) -> object:
    return parse_lexicon("mau", path.read_bytes().decode("utf-8", "surrogateescape"))


def _corrections(path: Path) -> object:
    seeds = path.parent / "seeds"
    (seeds / "corrections").mkdir(parents=True, exist_ok=True)
    (seeds / "corrections" / "a.yml").write_bytes(path.read_bytes())
    read = read_corrections(path.parent, seeds, [seeds / "a.txt"])
    if read.errors:
        raise together(read.errors)
    return read


def _entries(path: Path) -> object:
    read, errors = entries(path.read_bytes(), path.name)
    if errors:
        raise together(errors)
    return read


READERS: dict[str, Callable[[Path], object]] = {
    "units": read_authority, "redirects": read_redirects, "corrections": _corrections, "entries": _entries, "gold": _gold,
    "lexicon": _lexicon, "settings": read_settings,
}  # fmt: skip
#: Those whose every error is of a line; a gold file or a lexicon may be of another shape as a whole.
LINES = ("units", "redirects", "corrections", "entries", "settings")

PIECES = [ENTRY, "- {", "}\n", "id: a", ", ", "name: ", "[", "]", "\n", "  ", "&b ", "*b", "!!python/name:os.x ", "!ENV X", "<<: *b, "]
PIECES += [
    "INHERIT: ",
    "9" * 500,
    "'",
    '"',
    "\\",
    "\x1b",
    "\u202e",
    "expected: {count: 1}",
    "~",
    "title: x\n",
    "awards: [{}]\n",
    "? ",
    "|\n",
]


def _told(read: Callable[[Path], object], path: Path) -> list[KyYeuError]:
    try:
        read(path)
    except KyYeuError as error:
        assert len(error.errors) <= LISTED + 1  # noqa: PT017 (many inputs give a value)
        return list(error.errors)
    return []


@pytest.mark.parametrize("name", READERS)
@given(data=st.binary(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=15).map(lambda parts: "".join(parts).encode()))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / name
    folder.mkdir(exist_ok=True)
    path = folder / "mau.yml"
    path.write_bytes(data)
    for error in _told(READERS[name], path):
        assert str(error).isprintable()
        assert len(str(error)) < len(str(path)) + 520
        assert error.line is not None or name not in LINES


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAUGHS, "more than 500000 values"),
        ("[" * 100_000, "nested more than 64 deep"),
        ("- &a {b: *a}\n", "inside the value that it refers to"),
        ("- !!python/object/apply:os.system [x]\n", "is not allowed"),
        ("- " + "9" * 5000 + "\n", "too long"),
        ("- a\n--- \n- b\n", "another document"),
        ("- 'a\n", "this is not valid YAML"),
    ],
)
def test_attacks(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = tmp_path / "mau.yml"
    path.write_text(text, encoding="utf-8")
    (error,) = _told(READERS[name], path)
    assert told in str(error)
    assert error.line is not None
    assert error.fix


def test_three_thousand_wrong_corrections_are_told_in_fifty_lines(tmp_path: Path) -> None:
    path = tmp_path / "mau.yml"
    path.write_text("- {fact: nothing}\n" * 3000, encoding="utf-8")
    told = _told(_corrections, path)
    assert isinstance(told[0], CorrectionError)
    assert len(told) == LISTED + 1

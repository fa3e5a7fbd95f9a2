"""The cells of a table of ratings: levels, kinds of subjects, numbers, heads of columns."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.ratings.cues import words_of
from generator.extraction.ratings.levels import level_pattern, level_written
from generator.extraction.tables import Cell
from generator.lexicon.load import alternatives, lexicon
from generator.text.folding import canonical
from generator.text.numbers import number_in_digits

_NUMBER = re.compile(
    r"(?P<n>\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\s*\(\s*(?P<share>\d{1,3}(?:[.,]\d{1,2})?)\s?%\s*\))?"
    r"|(?P<p>\d{1,3}(?:[.,]\d{1,2})?)\s?%"
)
LONGEST_CELL = 80
_MEMBERS = {"dang-vien", "doan-vien", "cong-chuc-vien-chuc", "can-bo", "nguoi-lao-dong", "ca-nhan", "hoi-vien"}
_COUNTS_MEMBERS = re.compile(r"(?:tổng\s+)?(?:số\s+)?(?:lượng\s+)?(?P<kind>[^\W\d][^\d()]*?)\s*$")


@lru_cache(maxsize=1)
def kinds_named() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of the kinds of subjects that a table names, and their ids by their forms."""
    entries = lexicon("recipients").entries
    known = {variant: entry.id for entry in entries for variant in entry.variants}
    known.update({canonical(words): entry.id for entry in entries for words in entry.get("row", ())})
    return re.compile(alternatives(known)), known


@lru_cache(maxsize=1)
def share_column() -> re.Pattern[str]:
    """Match the head of a column of shares: ``Tỷ lệ (%)``."""
    return re.compile(rf"\(?\s*(?:%|{alternatives(words_of('share-column'))})")


@lru_cache(maxsize=1)
def count_column() -> re.Pattern[str]:
    """Match the head of a column of counts: ``Số lượng``."""
    return re.compile(alternatives(words_of("count-column")))


def level_of(cell: Cell) -> str | None:
    """Return the level of a cell that contains nothing else, or None."""
    match = level_pattern().fullmatch(cell.words.rstrip(":. ")) if len(cell.words) < LONGEST_CELL else None
    return None if match is None else level_written(match)


def kind_of(cell: Cell) -> str | None:
    """Return the kind of subject that a cell names; None without one, or for a total or a long text."""
    pattern, known = kinds_named()
    if len(cell.words) > LONGEST_CELL or (match := pattern.search(cell.words)) is None or re.match(r"tổng|toàn|cộng", cell.words):
        return None
    return known.get(" ".join(match.group().split()))


def number_of(cell: Cell) -> re.Match[str] | None:
    """Return the count or the percentage that is all a cell holds, or None."""
    return _NUMBER.fullmatch(cell.words) if len(cell.words) < 24 else None


def members_of(cell: Cell) -> str | None:
    """Return the kind of the members that a column counts (``Tổng số đảng viên``), or None."""
    counts = _COUNTS_MEMBERS.match(cell.words) if len(cell.words) < LONGEST_CELL else None
    kind = None if counts is None else kinds_named()[1].get(" ".join(counts["kind"].split()))
    return kind if kind in _MEMBERS else None


def count_of(cell: Cell) -> float:
    """Return the count that is all a cell holds, or -1."""
    match = number_of(cell)
    return -1 if match is None or match["n"] is None else number_in_digits(match["n"])

"""The normaliser of the search: which written words count as the same. Its twin is ``docs/assets/javascripts/search/terms.js``.

``tests/search/vectors.json`` keeps the two equal: both run every case of it. A term has two forms: *exact* (lower case, NFC,
press tone placement, ``y`` as ``i`` where both are written, no leading zero of a day or month) and *folded* (the exact form
without diacritics, ``đ`` as ``d``). Words joined by a hyphen, a slash or a decimal point (``1465-CV/QU``, ``10/2``) stay
separate terms that are marked as joined, so that a number is found whole and in parts.

Source: architecture/grammar.md §0.3–0.4 (tone placement and alternative spellings).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from generator.text.tone import press_spelling

_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width characters: ignored inside a word
_WORD = re.compile(rf"([^\W_]+(?:[{_HIDDEN}]+[^\W_]+)*)")
_HIDDEN_RUN = re.compile(f"[{_HIDDEN}]+")
_JOINERS = frozenset("/-\u2010\u2011\u2012\u2013\u2014\u2212")
_ETH = str.maketrans({"ð": "đ"})  # typed for đ
#: ``y`` after these initials, at the syllable's end, is also written ``i``: kỹ/kĩ, lý/lí; after ``qu`` before a consonant too: quỳnh/quình.
_Y = re.compile(r"^(h|k|l|m|s|t)([yỳýỷỹỵ])$|^(qu)([yỳýỷỹỵ])(?=$|[cnpt])")
_Y_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_LEADING_ZERO = re.compile(r"0\d")


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A word of a text: its two forms, its offsets, and whether it is joined to the word before it."""

    exact: str
    folded: str
    start: int
    end: int
    joined: bool


def terms(text: str) -> list[SearchTerm]:
    """Return the words of ``text`` in order; offsets count the code points of its NFC. NFD counts as NFC."""
    pieces = _WORD.split(unicodedata.normalize("NFC", text))
    found: list[SearchTerm] = []
    at = 0
    for number, piece in enumerate(pieces):
        if number % 2:
            found.append(SearchTerm(*forms(piece), at, at + len(piece), joined(pieces, number)))
        at += len(piece)
    return found


def split(text: str) -> list[str]:
    """Return ``text`` (NFC) cut into ``[gap, word, gap, word, …, gap]``: the words of :func:`terms`, without the objects."""
    return _WORD.split(text)


def joined(pieces: list[str], number: int) -> bool:
    """Return whether the word ``pieces[number]`` of :func:`split` is joined to the word before it: ``CV/QU``, ``10/2``, ``30.9``."""
    gap = pieces[number - 1]
    if len(gap) != 1 or number < 2:
        return False
    if gap == ".":  # 1.500 too; not the end of a sentence
        return pieces[number - 2][-1].isdigit() and pieces[number][0].isdigit()
    return gap in _JOINERS


@lru_cache(maxsize=1 << 17)
def forms(word: str) -> tuple[str, str]:
    """Return the exact and the folded form of a written word in NFC."""
    low = _HIDDEN_RUN.sub("", word).lower().translate(_ETH)
    if low.isascii() and low.isdigit():
        number = low[1:] if _LEADING_ZERO.fullmatch(low) else low
        return number, number
    exact = _Y.sub(_with_i, press_spelling(unicodedata.normalize("NFC", low)))
    return exact, fold(exact)


def _with_i(match: re.Match[str]) -> str:
    return match.group().translate(_Y_TO_I)


def fold(exact: str) -> str:
    """Return an exact form without diacritics."""
    if exact.isascii():
        return exact
    parts = unicodedata.normalize("NFD", exact.replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(char for char in parts if unicodedata.category(char) != "Mn"))

"""A sentence as words, for rules that read names and positions word by word.

Words are split where the source lost its spaces (``HỷLãnh`` is two). Abbreviations stay whole (``VH-TT&DL``, ``T.Ư``). Each
punctuation mark is a word of one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER
from generator.text.views import Views

_WORD = re.compile(
    rf"[Đđ][./]?[Cc](?![{UPPER}{LOWER}])"  # Đ/c
    rf"|[Tt]hS(?![{UPPER}{LOWER}])"
    rf"|[{LOWER}]+"
    rf"|[{UPPER}](?:[{LOWER}]+(?!['’])|[{LOWER}]*['’][{UPPER}]?[{LOWER}]+|[{LOWER}]+)"  # Nguyễn, H’Yim
    rf"|[{UPPER}]+(?:[&/.\-][{UPPER}]+)+(?![{LOWER}]|/[cC])"  # VH-TT&DL, T.Ư, PGS.TS
    rf"|[{UPPER}]+(?![{LOWER}])|[{UPPER}]|\d+|[^\s\w]|\w"
)
#: Two capitalised words in a row, as in every name.
_TWO_CAPITALS = re.compile(
    rf"[{UPPER}](?:(?<=[KH])['’][{UPPER}]|[\w'’-]{{0,14}}\s{{1,2}}(?:(?:văn|thị|d[ei]|del|v[ao]n|der|bin|[ae]l)\s)?[{UPPER}])"
)


def has_two_capitals(views: Views, start: int, end: int) -> bool:
    """Return whether two capitalised words follow each other in ``[start, end)``; several rules look at the same sentence."""
    key = (has_two_capitals, start, end)
    found: bool | None = views.memory.get(key)
    if found is None:
        found = views.memory[key] = _TWO_CAPITALS.search(views.text, start, end) is not None
    return found


_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|kr|kp|ks|ph|qu|th|tr|br|đr|b|c|d|đ|f|g|h|k|l|m|n|p|q|r|s|t|v|x|z)?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệĕiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựŭyỳýỷỹỵ]{1,3}(?:ch|ng|nh|c|k|l|m|n|p|r|t)?$"
)
_HIGHLAND = re.compile(
    r"[hkmrl]['’]\w+$|(?:ksor|hlanh|brao|kđăm|mlô|kbuôr|ayŭn|byă|krông|siu|rmah|rcom|rahlan|touneh)$"
    r"|(?:êban|ênuôl|êñuôl|adrơng|bkrông|hđơk|hmok|hwing|knul|kpơr|ktla)$"
)

#: Highland syllables by their initial clusters (Blô, Bhiông, Mlô). A word without diacritics may be any foreign word.
_CLUSTER = re.compile(
    r"(?:b[hjklr]|d[hjlr]|đ[hr]|g[lr]|h[lmnrw]|jr|k[bđglmnrtw]|m[lnr]|nj|p[lr]|r[cm]|s[lr]|t[l]|j|w)h?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệĕiìíỉĩịĭoòóỏõọôồốổỗộơờớởỡợŏuùúủũụưừứửữựŭyỳýỷỹỵ]{1,4}(?:ch|ng|nh|[cklmnprt])?$"
)

_PHRASE_WORD = re.compile(r"[^\W\d_]+(?:[&/.\-][^\W\d_]+)*|\d+|[^\s\w]")


@lru_cache(maxsize=16384)
def is_syllable(low: str) -> bool:
    """Return whether a lower-case word can be a syllable of a Vietnamese or highland name; ``ubnd`` and ``obama`` cannot."""
    return _SYLLABLE.match(low) is not None or _HIGHLAND.match(low) is not None or (not low.isascii() and _CLUSTER.match(low) is not None)


def _shape(word: str, low: str) -> str:
    first = word[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "p"
    if not first.isupper():
        return "l"
    if len(word) == 1:
        return "i"
    rest = word[1:]
    cased = rest.islower() or word.isupper() or "'" in word or "’" in word
    return "C" if cased and is_syllable(low) else "U"


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words of ``text[start:end]``: offsets, canonical forms and shapes, as parallel lists.

    Shapes: ``C`` a capitalised syllable, ``U`` another capitalised word or an abbreviation, ``i`` one capital letter,
    ``l`` lower case, ``d`` digits, ``p`` a mark.
    """

    views: Views
    start: int
    end: int
    starts: list[int]
    ends: list[int]
    low: list[str]
    shape: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def written(self, first: int, after: int) -> str:
        """Return the words ``[first, after)`` as written in the text, with single spaces."""
        return " ".join(self.views.text[self.starts[first] : self.ends[after - 1]].split())

    def spaced(self, index: int) -> bool:
        """Return whether the word is separated from the word before it."""
        return index == 0 or self.starts[index] > self.ends[index - 1]


def words_of(views: Views, start: int, end: int) -> SentenceWords:
    """Return the words of ``views.text[start:end]``, split once and remembered: several rules read the same sentence."""
    key = (words_of, start, end)
    if key not in views.memory:
        views.memory[key] = _split(views, start, end)
    words: SentenceWords = views.memory[key]
    return words


def _split(views: Views, start: int, end: int) -> SentenceWords:
    starts: list[int] = []
    ends: list[int] = []
    lows: list[str] = []
    shapes: list[str] = []
    part = views.text[start:end]
    tokens = part.split()
    single = " ".join(tokens) == part  # nearly always; then each token begins one behind the end of that before it
    at, find = start, views.text.index
    for token, (low, shape, places) in zip(tokens, map(_PIECES.__getitem__, tokens), strict=True):
        if not single:
            at = find(token, at)
        after = at + len(token)
        lows += low
        shapes += shape
        if places is None:
            starts.append(at)
            ends.append(after)
        else:
            for left, right in places:
                starts.append(at + left)
                ends.append(at + right)
        at = after + single
    return SentenceWords(views, start, end, starts, ends, lows, shapes)


#: Canonical forms, shapes and places of the words in a token without spaces; no places of a token that is one word.
_Pieces = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, int], ...] | None]
_MOST_TOKENS = 65536


class _Tokens(dict[str, _Pieces]):
    """The pieces of the tokens seen, because an article repeats the same few hundred: a look-up costs less than a cached call."""

    def __missing__(self, token: str) -> _Pieces:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        view = canonical(token)
        spans = tuple(match.span() for match in _WORD.finditer(token))
        low = tuple(view[left:right] for left, right in spans)
        shape = tuple(_shape(token[left:right], view[left:right]) for left, right in spans)
        pieces = self[token] = (low, shape, None if spans == ((0, len(token)),) else spans)
        return pieces


_PIECES = _Tokens()


class _Opened:
    """The phrases that begin with one word: that word ``alone``, and those that are ``longer`` by their second word."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone: list[tuple[list[str], Any]] = []
        self.longer: dict[str, list[tuple[list[str], Any]]] = {}


class Phrases:
    """Phrases indexed by their first and last words: finds the longest phrase at a word without trying each."""

    def __init__(self, meanings: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
        items = meanings.items() if isinstance(meanings, Mapping) else meanings
        self._by_first: dict[str, _Opened] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        for phrase, meaning in items:
            parts = tuple(match.group() for piece in phrase.split() for match in _PHRASE_WORD.finditer(piece))
            opened = self._by_first.setdefault(parts[0], _Opened())
            (opened.alone if len(parts) == 1 else opened.longer.setdefault(parts[1], [])).append(([*parts], meaning))
            self._by_last.setdefault(parts[-1], []).append((parts, meaning))
        for group in self._by_last.values():
            group.sort(key=lambda known: (-len(known[0]), known[0]))
        for opened in self._by_first.values():
            for longer in opened.longer.values():
                longer.sort(key=lambda known: (-len(known[0]), known[0]))

    @property
    def openers(self) -> frozenset[str]:
        """The words with which a phrase begins."""
        return frozenset(self._by_first)

    @property
    def closers(self) -> frozenset[str]:
        """The words with which a phrase ends."""
        return frozenset(self._by_last)

    def at(self, low: list[str], index: int) -> tuple[int, Any] | None:
        """Return end and meaning of the longest phrase that begins at ``index``, or None."""
        opened = self._by_first.get(low[index])
        if opened is None:
            return None
        for parts, meaning in opened.longer.get(low[index + 1], ()) if index + 1 < len(low) else ():
            if len(parts) == 2 or low[index : index + len(parts)] == parts:
                return index + len(parts), meaning
        return (index + 1, opened.alone[0][1]) if opened.alone else None

    def before(self, low: list[str], index: int) -> tuple[int, Any] | None:
        """Return start and meaning of the longest phrase that ends before ``index``, or None."""
        if index == 0:
            return None
        for parts, meaning in self._by_last.get(low[index - 1], ()):
            if len(parts) <= index and tuple(low[index - len(parts) : index]) == parts:
                return index - len(parts), meaning
        return None


def is_brand(word: str) -> bool:
    """Return whether a word is not a Vietnamese syllable: ``PTSC``, ``GROUP``, ``Vinamilk``."""
    return word[:2].isupper() or (len(word) > 4 and word.isascii() and not is_syllable(word.lower()))

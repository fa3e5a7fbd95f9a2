"""Text read in the wrong encoding: its words are none, and become Vietnamese when a misreading is undone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.reading.damage.misreadings import Misreading, misreadings
from generator.reading.damage.words import Stretch, thickest
from generator.text.syllables import WORD, are_syllables, is_cased, is_vietnamese_syllable
from generator.text.tokens import TOKEN, Sieve, different_words, words_of_text

_MOST = 4000  #: different words at most that are looked at, taken evenly: more add no information
_PLAIN = -0.05  #: evidence of a word in ASCII: English between damaged words is common, a damaged word in a page of it is a name


@dataclass(frozen=True, slots=True)
class Misread:
    """Place and kind of a misreading; ``words`` are those that show it."""

    misreading: Misreading
    stretch: Stretch
    words: frozenset[str]


def misread(text: str) -> Misread | None:
    """Return the misreading that explains the most words of ``text``, or None where none explains enough."""
    odd = _ODD_WORDS.caught(different_words(text))
    if len(odd) > _MOST:
        odd = frozenset([word for word in dict.fromkeys(words_of_text(text)) if word in odd][:: -(-len(odd) // _MOST)])
    best: Misread | None = None
    by_word = {word: found for word in odd if (found := _rescuing(word))}
    for misreading in misreadings() if by_word else ():
        words = frozenset(word for word, found in by_word.items() if misreading in found)
        if not words:
            continue
        stretch = thickest(_evidence(text, words))
        if stretch is None or stretch.score < misreading.needed or (best is not None and stretch.score <= best.stretch.score):
            continue
        inside = set(TOKEN.findall(text[stretch.start : stretch.end]))
        if (
            len({tuple(WORD.findall(misreading.undo(word).lower())) for word in words & inside}) >= misreading.needed
        ):  # not ``m²`` four times
            best = Misread(misreading, stretch, words)
    return best


@lru_cache(maxsize=65536)
def is_sound(word: str) -> bool:
    """Return whether every letter beyond ASCII in ``word`` is in a Vietnamese syllable and nothing else in it is odd."""
    composed = unicodedata.normalize("NFC", word)
    runs = [run for run in WORD.findall(composed) if not run.isascii()]
    rest = "".join(char for char in composed if not char.isascii() and not char.isalpha())
    return bool(runs) and all(map(is_vietnamese_syllable, runs)) and not _ODD.search(rest)


#: Signs that legacy letters are shown as. Quotes, dashes and the like are in good text, too.
_ODD = re.compile("[\x80-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf\u0152\u0153\u0192\u02c6\u2020\u2021\u2030\u20ac\u2122\ufffd]")


_OURS = "ĂăĐđƠơƯư"  #: Letters of Windows-1258 that abbreviations and slips of the pen are of


def rescued(word: str, misreading: Misreading) -> bool:
    """Return whether ``word``, which is not sound, is of Vietnamese syllables when ``misreading`` is undone."""
    if _is_ours(word):
        return False
    meant = misreading.undo(word)
    return meant != word and are_syllables(meant) and not _ODD.search(meant) and all(map(is_cased, WORD.findall(meant)))


@lru_cache(maxsize=65536)
def _rescuing(word: str) -> tuple[Misreading, ...]:
    """Return the misreadings that explain ``word``; good texts share their few odd words (a dash, ``m²``)."""
    return tuple(misreading for misreading in misreadings() if rescued(word, misreading))


def _is_ours(word: str) -> bool:
    return all(char.isascii() or char in _OURS for char in word)  # CĐ, NĐ-CP


_ODD_WORDS = Sieve(lambda word: not word.isascii() and not is_sound(word) and not _is_ours(word))


def _evidence(text: str, words: frozenset[str]) -> Iterator[tuple[int, int, float]]:
    known: dict[str, float] = {}
    for match in TOKEN.finditer(text):
        word = match.group()
        weight = known.get(word)
        if weight is None:
            weight = known[word] = 1.0 if word in words else _PLAIN if word.isascii() else -1.0 if speaks_against(word) else 0.0
        yield match.start(), match.end(), weight


def speaks_against(word: str) -> bool:
    """Return whether ``word`` holds a Vietnamese syllable with a letter that no misreading shows."""
    return is_sound(word) and any(char >= "\u0100" and char.isalpha() for char in unicodedata.normalize("NFC", word))

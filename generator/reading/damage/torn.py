"""Words torn apart, as some PDF readers leave them: ``T ại h ội ngh ị, Đ ảng ủ y``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.reading.damage.words import Stretch, thickest
from generator.text.syllables import ONSETS, is_vietnamese_syllable
from generator.text.tokens import TOKEN, Sieve, different_words, words_of_text

NEEDED = 3.5  #: torn words that accuse a text: a drop cap is one, ``500 đ ở`` and ``y tế`` look like some
_FEWEST = 4  #: the least whole number of words that is enough
_WHOLE, _PLAIN = -0.5, -0.1  #: evidence of a whole word with diacritics, and of any other
_CODAS = frozenset({"c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"})
_ONSET, _CODA = "|".join(sorted(filter(None, ONSETS))), "|".join(sorted(_CODAS))
#: What looks like an onset or the letters after an accented vowel, alone: without some of these nothing is torn.
_PARTS = re.compile(rf"(?<![^\s(“\"])(?:{_ONSET}) (?=[aeiouy]|[^\x00-\x7f])|[^\x00-\x7f] (?:{_CODA})(?!\w)", re.IGNORECASE)
#: A word that may be such a part, whatever is around it.
_PART = re.compile(rf"(?:.*[\s(“\"])?(?:{_ONSET})\Z|(?:{_CODA})(?!\w)", re.IGNORECASE | re.DOTALL)
_EDGE = re.compile(r"^[^\w]+|[^\w]+$")


def torn(text: str) -> Stretch | None:
    """Return where the words of ``text`` are torn apart, or None."""
    parts = _PART_WORDS.caught(different_words(text))
    if not parts or sum(map(parts.__contains__, words_of_text(text))) < _FEWEST:
        return None
    if sum(1 for _, _ in zip(range(_FEWEST), _PARTS.finditer(text), strict=False)) < _FEWEST:
        return None
    found = thickest(_evidence(text))
    return found if found is not None and found.score >= NEEDED else None


@lru_cache(maxsize=65536)
def _is_part(word: str) -> bool:
    return _PART.match(word) is not None


_PART_WORDS = Sieve(_is_part)


def _evidence(text: str) -> Iterator[tuple[int, int, float]]:
    before, beginning = "", 0
    for match in TOKEN.finditer(text):
        word = match.group()
        if before and text[match.start() - 1] == " " and is_torn(before, word):
            yield beginning, match.end(), 1.0
            before = ""
            continue
        if before:
            yield beginning, beginning + len(before), _PLAIN if before.isascii() else _WHOLE
        before, beginning = word, match.start()
    if before:
        yield beginning, beginning + len(before), _PLAIN if before.isascii() else _WHOLE


@lru_cache(maxsize=65536)
def is_torn(left: str, right: str) -> bool:
    """Return whether two words are one syllable torn apart, neither of them a word of its own."""
    if len(left) > 8 or len(right) > 8 or not left[-1].isalpha():
        return False
    left, right = (unicodedata.normalize("NFC", _EDGE.sub("", side)) for side in (left, right))
    if not (left.isalpha() and right.isalpha() and (right.islower() or (left + right).isupper())) or (left + right).isascii():
        return False
    if not is_vietnamese_syllable(left + right):
        return False
    return left.lower() in ONSETS or (right.lower() in _CODAS and not left.isascii())

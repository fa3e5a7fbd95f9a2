"""Letters that became ``?`` or U+FFFD: what is left of the words is of Vietnamese syllables with letters missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.reading.damage.words import Stretch, thickest
from generator.text.syllables import LOST, may_be_syllable
from generator.text.tokens import TOKEN

NEEDED = 2.5  #: words with a ``?`` inside that accuse a text: ``gì?ai`` and addresses of pages are in good ones
_REPLACED = "\ufffd"
_MARKED = re.compile(rf"[{re.escape(LOST)}{_REPLACED}]")
_RUN = re.compile(rf"[^\W\d_{_REPLACED}]*(?:[{re.escape(LOST)}{_REPLACED}]+[^\W\d_]*)+")
_INSIDE = re.compile(rf"{re.escape(LOST)}[^\W\d_]")  #: A word with a ``?`` inside has some.
_ADDRESS = re.compile(r"[/=@]|www\.")
_PLAIN, _WHOLE = -0.05, -0.15  #: evidence of a word in ASCII, and of one that kept a letter beyond it


def lost(text: str) -> Stretch | None:
    """Return where letters of ``text`` were lost, or None. One U+FFFD in a word is enough: nobody writes it."""
    if _REPLACED not in text and (text.count(LOST) < NEEDED or len(_INSIDE.findall(text)) < NEEDED):
        return None
    found = thickest(_evidence(text))
    return found if found is not None and found.score >= NEEDED else None


def _evidence(text: str) -> Iterator[tuple[int, int, float]]:
    for match in TOKEN.finditer(text):
        word = match.group()
        if not _MARKED.search(word):
            yield match.start(), match.end(), _PLAIN if word.isascii() else _WHOLE
        else:
            yield match.start(), match.end(), _weight(word)


def _weight(word: str) -> float:
    if len(word) > 60 or _ADDRESS.search(word):
        return 0.0
    runs = [run for run in _RUN.findall(unicodedata.normalize("NFC", word)) if run.strip(LOST + _REPLACED)]
    if any(_REPLACED in run and _is_missing(run) for run in runs):
        return NEEDED
    return 1.0 if any(_is_within(run) and _is_missing(run) for run in runs) else 0.0


def _is_within(run: str) -> bool:
    """Return whether a mark is before a letter of ``run`` as one of the word's own: ``gì?Ai`` is two sentences."""
    at = run.index(LOST) if LOST in run else len(run)
    after = run[at:].lstrip(LOST)
    return bool(after) and (after[0].islower() or run.isupper())


def _is_missing(run: str) -> bool:
    """Return whether ``run`` is a syllable with lost letters, each of which left one mark, or two or three (its bytes)."""
    marks = run.replace(_REPLACED, LOST)
    return any(may_be_syllable(re.sub(rf"\?{{{each}}}", LOST, marks)) for each in (1, 2, 3))

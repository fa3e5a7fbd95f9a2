"""Tone placement: the press writes ``hòa, khóa, ủy``; school books write ``hoà, khoá, uỷ``. Both are spellings of the same word.

Both spellings have the same number of code points in NFC, so mapping one to the other keeps every offset. Sources of the pairs:
architecture/grammar.md §0.3 (fifteen bigrams), Vietnamese orthography before 1980 (press usage).
"""

from __future__ import annotations

import re

_PLAIN = {
    "a": "àảãáạ", "e": "èẻẽéẹ", "o": "òỏõóọ", "u": "ùủũúụ", "y": "ỳỷỹýỵ", "i": "ìỉĩíị",
}  # fmt: skip


def _pairs() -> dict[str, str]:
    """Return a map from school spelling to press spelling, for open syllables in oa, oe, uy, in every case of letters."""
    pairs: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for mark_first, mark_second in zip(_PLAIN[first], _PLAIN[second], strict=True):
            for upper_first in (False, True):
                for upper_second in (False, True):
                    cased = [c.upper() if up else c for c, up in ((first, upper_first), (mark_second, upper_second))]
                    press = [c.upper() if up else c for c, up in ((mark_first, upper_first), (second, upper_second))]
                    pairs["".join(cased)] = "".join(press)
    return pairs


_TO_PRESS = _pairs()
_LETTER = "A-Za-zÀ-ỹĐđ"
# Only an open syllable has two spellings (hoà/hòa, but hoàn); after q the u is part of the consonant (quý, quỳ).
_MARKED = {first: "".join(sorted({pair[1] for pair in _TO_PRESS if pair[0] in first})) for first in ("oO", "uU")}
# The letter precedes its lookbehind, so that the search jumps from one o or u to the next.
_SCHOOL = re.compile(
    rf"[{''.join(_MARKED)}](?<![qQ].)(?:{'|'.join(rf'(?<=[{first}])[{marked}]' for first, marked in _MARKED.items())})(?![{_LETTER}])"
)


def _pressed(match: re.Match[str]) -> str:
    return _TO_PRESS[match.group()]


def press_spelling(text: str) -> str:
    """Return ``text`` with the press's tone placement; same length. ``text`` must be NFC."""
    return _SCHOOL.sub(_pressed, text)

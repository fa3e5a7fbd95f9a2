"""Folded views of a text, on which patterns run; every view has the text's own offsets (one code point in, one out).

There are two views: *canonical* keeps the diacritics (lower case, press spelling, plain dashes, quotes and spaces); *folded*
has no diacritics either. Patterns run on the canonical view if case doesn't matter, on the folded view if diacritics don't
either, on the text itself if both matter (names).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.text.normalization import archived
from generator.text.tone import press_spelling

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4`"
_SPACES = "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\u200c\u200d\ufeff\u2060"
_PUNCTUATION = {
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _DOUBLE), '"'),
    **dict.fromkeys(map(ord, _SINGLE), "'"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    0x00D0: "đ",  # Ð, Icelandic eth, typed for Đ
    0x00F0: "đ",
}
# Found by a pattern that jumps from match to match: ``str.translate`` looks up every letter and takes ten times as long.
_MARK = re.compile(f"[{re.escape(''.join(map(chr, _PUNCTUATION)))}]")
_PLAIN = {chr(mark): plain for mark, plain in _PUNCTUATION.items()}
# Alternative spellings of a word, same length (architecture/grammar.md §0.4). Whole syllables only.
_DOUBLETS = {
    "qui": "quy", "quí": "quý", "quì": "quỳ", "quĩ": "quỹ", "kĩ": "kỹ", "kì": "kỳ", "kí": "ký", "kỉ": "kỷ", "kị": "kỵ",
    "tỉ": "tỷ", "sỹ": "sĩ", "lí": "lý", "mĩ": "mỹ", "hi": "hy",
}  # fmt: skip
_FIRST = "".join(sorted({doublet[0] for doublet in _DOUBLETS}))
# The letter precedes its lookbehind, so that the search jumps from letter to letter.
_DOUBLET = re.compile(rf"[{_FIRST}](?<!\w.)(?:{'|'.join(sorted({doublet[1:] for doublet in _DOUBLETS}))})(?!\w)")


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else low[0]


#: Two letters in a row, or a letter and what may be its mark: between them a part of a text would cut a word.
_CUT = re.compile(r"[\wÀ-ỹ]{2}")
_NAME = 120  # code points; shorter texts are names and phrases, which an article requests repeatedly


def canonical(text: str) -> str:
    """Return ``text`` (NFC) in lower case, press spelling, plain dashes, quotes and spaces; line feeds are kept. Same length as
    ``text``."""
    return _of_name(text) if len(text) <= _NAME else _canonical(text)


def canonical_part(text: str, view: str, start: int, end: int) -> str:
    """Return ``canonical(text[start:end])``. ``view`` is that of all of ``text``: a part between whole words is a slice of it."""
    part = text[start:end]
    cut = (start > 0 and _CUT.match(text, start - 1)) or (end > 0 and _CUT.match(text, end - 1))
    return canonical(part) if cut or "Σ" in part or "İ" in part else view[start:end]


@lru_cache(maxsize=4096)
def _of_name(name: str) -> str:
    return _canonical(name)


def _canonical(text: str) -> str:
    plain = _MARK.sub(lambda match: _PLAIN[match.group()], text)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(map(_lower, plain))
    return _DOUBLET.sub(lambda match: _DOUBLETS.get(match.group(), match.group()), press_spelling(low))


@lru_cache(maxsize=4096)
def _base(char: str) -> str:
    if char == "đ":
        return "d"
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isalnum() else char


def folded(text: str) -> str:
    """Return the canonical view without diacritics (``đ`` as ``d``). Same length as ``text`` (NFC)."""
    view = canonical(text)
    return view if view.isascii() else "".join([char if char.isascii() else _base(char) for char in view])


@lru_cache(maxsize=16384)
def spelling_key(words: str) -> str:
    """Return the common form of a name's spellings: case, white space, normal form, tone placement, dashes and quotes do not matter."""
    return " ".join(canonical(archived(words)).split())

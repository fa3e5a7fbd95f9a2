"""The archived text: decoded, NFC, line ends as LF, without invisible characters; nothing else is changed."""

from __future__ import annotations

import re
import unicodedata

from generator.text.syllables import is_vietnamese_syllable

_DIVIDER = re.compile("([\u00ad\u200b])[\u00ad\u200b]*")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[\u00ad\u200b]+(?=[^\W\d_]|[\u0300-\u036f]))*")
# Zero-width characters; joiners are kept after characters that need them (emoji, Arabic, Indic scripts).
_MARKS = re.compile("[\u2060\ufeff]")
# The joiner precedes its lookbehind, so that the search jumps from one to the next.
_JOINERS = re.compile("[\u200c\u200d](?<![\u0590-\u1cff\u2190-\U0010ffff].)")
_APART = {"\u200b": " ", "\u00ad": "\u00ad"}
_ROMAN = re.compile(r"[IVXLC]{2,8}")  # XI and I are syllables too, but XII is a single number
_LINE_ENDS = ("\r", "\u2028", "\u2029", "\x85")
_LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85")


_SPACES = str.maketrans(
    {
        **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " "),
        "\u2007": "\u00a0",
        "\u202f": "\u00a0",
    }
)


_SPACE = re.compile(f"[{''.join(map(chr, _SPACES))}]")


def archived(text: str) -> str:
    """Return ``text`` as the archive keeps it: NFC, LF line ends, spaces of one width, no zero-width characters, no soft
    hyphens inside words.

    Between two syllables, which are words of their own, a zero-width space is a space, and a soft hyphen is kept: it was typed
    for a hyphen.
    """
    visible = _JOINERS.sub("", _MARKS.sub("", with_line_feeds(text)))
    if "\u00ad" in visible or "\u200b" in visible:
        visible = _WORD.sub(_put_together, visible).replace("\u200b", "")
    if _SPACE.search(visible):  # ``translate`` looks up every letter
        visible = visible.translate(_SPACES)
    return unicodedata.normalize("NFC", visible)


def _put_together(match: re.Match[str]) -> str:
    parts = _DIVIDER.split(match.group())
    whole = "".join(parts[::2])
    if is_vietnamese_syllable(whole) or _ROMAN.fullmatch(whole):
        return whole
    put = parts[0]
    for before, divider, part in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        apart = is_vietnamese_syllable(before) and is_vietnamese_syllable(part) and not is_vietnamese_syllable(before + part)
        put += (_APART[divider] if apart else "") + part
    return put


def with_line_feeds(text: str) -> str:
    """Return ``text`` with LF for every line end."""
    return _LINE_END.sub("\n", text) if any(mark in text for mark in _LINE_ENDS) else text

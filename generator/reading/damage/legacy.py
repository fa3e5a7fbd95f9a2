"""Recognition of bytes that are not UTF-8: encodings from before Unicode, and UTF-16 or UTF-32 without a mark."""

from __future__ import annotations

from dataclasses import dataclass

from generator.reading.damage.encoded import misread
from generator.reading.damage.misreadings import Misreading

_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_LEAST = 0.95  #: share of the characters of a text that are letters of Latin scripts, digits, marks or spaces
_LATIN = (
    ("\t", "\r"),
    (" ", "~"),
    ("\u00a0", "\u024f"),
    ("\u0300", "\u036f"),
    ("\u1e00", "\u1eff"),
    ("\u2000", "\u22ff"),
    ("\ufeff", "\ufeff"),
)


@dataclass(frozen=True, slots=True)
class Legacy:
    """Text of bytes that are not UTF-8, and the name of their encoding. ``shown`` is the text as Windows-1252 shows it and ``misreading``
    how that is corrected; None for UTF-16 and UTF-32, which are decoded whole."""

    name: str
    text: str
    shown: str
    misreading: Misreading | None


def wide(data: bytes) -> Legacy | None:
    """Return the text of ``data`` when it is UTF-16 or UTF-32 without a byte-order mark, which NUL bytes betray; else None."""
    if b"\0" not in data[:4096]:
        return None
    for codec in _WIDE:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if text and sum(map(_is_latin, text)) >= _LEAST * len(text):
            return Legacy(codec[:6].upper(), text, text, None)
    return None


def _is_latin(char: str) -> bool:
    return any(first <= char <= last for first, last in _LATIN)


def windows_text(data: bytes) -> str:
    """Return what a program shows that takes ``data`` for Windows-1252; bytes that this leaves out become controls."""
    return "".join(data[at : at + 1].decode("cp1252", "ignore") or chr(data[at]) for at in range(len(data)))


def legacy(data: bytes) -> Legacy | None:
    """Return the text of ``data``, which is not UTF-8, if it is Vietnamese in an encoding from before Unicode; else None."""
    shown = windows_text(data)
    found = misread(shown)
    if found is None or found.misreading.stored == "UTF-8" or found.misreading.shown != "Windows-1252":
        return None
    return Legacy(found.misreading.stored, found.misreading.undo(shown), shown, found.misreading)

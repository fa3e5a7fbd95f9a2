"""Bytes to text: UTF-8 with or without byte-order mark, UTF-16 with one. What else they seem to be is named, never guessed."""

from __future__ import annotations

import codecs
from pathlib import Path

from generator.errors import ReadingError
from generator.messages import message
from generator.reading.damage.legacy import Legacy, legacy, wide
from generator.reading.damage.repair import repaired

_SAVE = message("text.fix.save")
_SHOWN = 48  # characters of the text that a message shows
# First bytes of formats that people mistake for text, so that the message can say so.
_SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b")


def decoded(data: bytes, path: Path) -> str:
    """Return the text in ``data``, which came from ``path``.

    Raises ReadingError for an empty file (white space only counts as empty), a binary one, or bytes that the encoding does not know; then
    it names the line of the first such byte.
    """
    if not data:
        raise ReadingError(message("text.empty"), path=path, fix=message("text.fix.empty"))
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise ReadingError(message("text.utf_32"), path=path, line=1, fix=_SAVE)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _decoded(data, "utf-16", "UTF-16", path)
    elif data.startswith(_SIGNATURES):
        raise ReadingError(message("text.binary"), path=path, fix=_SAVE)
    elif (unmarked := wide(data)) is not None:
        raise _named(unmarked, "damage.unmarked", data, path, 1)
    elif b"\0" in data:
        line = _line(data[: data.index(b"\0")])
        raise ReadingError(message("text.nul_byte"), path=path, line=line, fix=_SAVE)
    else:
        text = _decoded(data, "utf-8-sig", "UTF-8", path)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ReadingError(message("text.nul_character"), path=path, line=line, fix=_SAVE)
    if not text.strip("\ufeff\u200b \t\r\n\v\f\u00a0"):
        raise ReadingError(message("text.empty"), path=path, fix=message("text.fix.empty"))
    return text


def _decoded(data: bytes, codec: str, name: str, path: Path) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        # ``error.object`` may lack the byte-order mark that the codec took off, so count in it, not in ``data``.
        before = error.object[: error.start]
        line = before.decode(codec, "replace").count("\n") + 1 if codec == "utf-16" else _line(before)
        named = legacy(data) if codec == "utf-8-sig" else None
        if named is not None:
            raise _named(named, "damage.bytes", data, path, line) from error
        bad = error.object[error.start : error.start + 1].hex()
        raise ReadingError(message("text.byte", byte=f"0x{bad}", encoding=name), path=path, line=line, fix=_SAVE) from error


def _named(found: Legacy, key: str, data: bytes, path: Path, line: int) -> ReadingError:
    repair = repaired(data)
    fix = message("damage.fix.repair" if repair is not None and repair.certain else "damage.fix.encoding")
    begin = " ".join(found.text[:_SHOWN].split())
    values = {"stored": found.name} if found.misreading is None else {"stored": found.name, "meant": begin}
    return ReadingError(message(key, **values), path=path, line=line, fix=fix)


def _line(before: bytes) -> int:
    """Return the 1-based line that follows ``before``, whatever its line ends (LF, CR LF or CR)."""
    return before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1

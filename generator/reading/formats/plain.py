"""Plain text: paragraphs are parted by blank lines; lines of one keep together."""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import ReadingError
from generator.messages import Message, message
from generator.model.document import Document, Part, PartKind
from generator.model.span import Span
from generator.reading.damage.finding import damage_of
from generator.reading.damage.legacy import legacy
from generator.reading.damage.repair import repaired
from generator.reading.decoding import decoded
from generator.reading.stamps import iso_of_setting, setting_of

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_STATED = {"url": "address", "publisher": "publisher", "author": "author", "title": "title"}


def document(data: bytes, path: Path) -> Document:
    """Return the document in a text file, in any encoding that is recognised for certain; a header becomes what the document states.

    Raises ReadingError for an empty or binary file, and for one whose encoding is not certain.
    """
    text, notes = _text(data, path)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    stated, rest = _header(text)
    parts = tuple(Part(PartKind.PARAGRAPH, paragraph) for paragraph in paragraphs(rest))
    return Document(parts, **stated, notes=notes)


def _text(data: bytes, path: Path) -> tuple[str, tuple[Message, ...]]:
    try:
        text = decoded(data, path)
        damage = damage_of(text)
        if damage is None:
            return text, ()
        error = damage.error(path, repairable=False)
    except ReadingError as refused:
        error = refused
    repair = repaired(data)
    if repair is None or not repair.certain:
        raise error
    named = legacy(data)
    return repair.after, (message("formats.decoded", stored=named.name) if named else message("formats.repaired"),)


def paragraphs(text: str) -> list[str]:
    """Return the runs of lines between blank lines."""
    return [paragraph for paragraph in _GAP.split(text.replace("\f", "\n\n")) if paragraph.strip()]


def _header(text: str) -> tuple[dict[str, str], str]:
    """Return what the lines ``# key = value`` at the beginning state, and the text without those that are understood."""
    stated: dict[str, str] = {}
    lines = text.split("\n")
    kept: list[str] = []
    for number, line in enumerate(lines):
        setting = setting_of(line, Span(0, len(line)))
        if setting is None and line.strip():
            return stated, "\n".join((*kept, *lines[number:]))
        if setting is None:
            kept.append(line)
            continue
        key, value = setting
        if key in _STATED:
            stated[_STATED[key]] = value.strip()
        elif key == "date" and (iso := iso_of_setting(value)):
            stated["published"] = iso
        elif key not in {"retrieved", "original", "sha256"}:
            kept.append(line)
    return stated, "\n".join(kept)

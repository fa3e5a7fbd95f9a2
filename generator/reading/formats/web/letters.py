"""The letters of a web page, whatever charset it claims: many claim one and use another."""

from __future__ import annotations

import codecs
import re

from generator.messages import Message, message
from generator.reading.damage.legacy import legacy, windows_text
from generator.reading.damage.repair import repaired

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]{0,2000}>|&nbsp;")


def page_text(data: bytes) -> tuple[str, tuple[Message, ...]]:
    """Return the text of a page with its tags, and notes on encodings that were undone.

    UTF-8 if it is (no other encoding looks like it), UTF-16 with its mark, else an encoding of Vietnamese from before Unicode if the words
    become Vietnamese by it, else what the page claims, else Windows-1252.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 or data[: error.start].count(b"\xe1") > 200:  # cut off, or one bad byte in a long page
            return data.decode("utf-8-sig", "replace"), ()
    found = legacy(_TAG.sub(b" ", data))
    if found is not None and found.misreading is not None:
        whole = repaired(data)
        text = whole.after if whole is not None and whole.certain else found.misreading.undo(windows_text(data))
        return text, (message("formats.decoded", stored=found.name),)
    claimed = _CHARSET.search(data[:4096])
    name = claimed[1].decode("ascii") if claimed else "cp1252"
    try:
        return data.decode(name, "replace"), ()
    except LookupError:
        return data.decode("cp1252", "replace"), ()

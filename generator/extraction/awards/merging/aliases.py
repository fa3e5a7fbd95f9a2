"""Short names that an article defines: after ``Tổng công ty … Dầu khí (PTSC)``, PTSC is that company."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.awards.draft import Draft

_DEFINED = re.compile(r"\((?:gọi\s+tắt\s+là\s+|viết\s+tắt\s+là\s+|sau\s+đây\s+gọi\s+là\s+)?(?P<short>[A-ZĐ][\w.-]{1,11})(?!\w)")


def without_aliases(found: list[Draft], text: str) -> list[Draft]:
    """Return the drafts with each short name that ``text`` defines in brackets after a recipient's full name replaced by that full name."""
    names = {name for draft in found for name in draft.names}
    lengths = sorted({len(name) for name in names})
    short: dict[str, str] = {}
    for match in _DEFINED.finditer(text) if names else ():
        end = match.start()
        while end > 0 and text[end - 1].isspace():
            end -= 1
        for name in (text[end - length : end] for length in lengths if length <= end):
            if name in names:
                short.setdefault(name, match["short"])
    full: dict[str, str] = {}
    for name in sorted(short):
        full.setdefault(short[name], name)
    if not full:
        return found
    return [replace(draft, names=tuple(dict.fromkeys(full.get(name, name) for name in draft.names))) for draft in found]

"""Short names that an article defines: ``Tổng công ty … Dầu khí (PTSC)`` is PTSC wherever it is said again."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.rules.award_drafts import Draft

_DEFINED = r"\s*\((?:gọi\s+tắt\s+là\s+|viết\s+tắt\s+là\s+|sau\s+đây\s+gọi\s+là\s+)?(?P<short>[A-ZĐ][\w.-]{1,11})(?!\w)"


def without_aliases(found: list[Draft], text: str) -> list[Draft]:
    """The drafts with each short name that ``text`` defines in brackets behind a recipient's name written in full."""
    full: dict[str, str] = {}
    for name in sorted({name for draft in found for name in draft.names}):
        match = re.search(re.escape(name) + _DEFINED, text)
        if match is not None:
            full.setdefault(match["short"], name)
    if not full:
        return found
    return [replace(draft, names=tuple(dict.fromkeys(full.get(name, name) for name in draft.names))) for draft in found]

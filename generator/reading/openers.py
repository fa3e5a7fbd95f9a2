"""Words that open a sentence, in their spelling there: they show where a line end was lost."""

from __future__ import annotations

import re

from generator.lexicon.load import alternatives, lexicon


def openers(*joints: str) -> str:
    """Return the words that open a sentence after these ``joints``, with their capital, as alternatives, the longest first."""
    written = sorted({word[0].upper() + word[1:] for word in _words(*joints)}, key=lambda item: (-len(item), item))
    return "|".join(map(re.escape, written)).replace(r"\ ", r"\s")


def named_things() -> str:
    """Return the nouns whose names begin like sentences (``chương trình Cùng em đến trường``), for the canonical view."""
    return alternatives(_words("none"))


def _words(*joints: str) -> list[str]:
    return [word for entry in lexicon("sentence-openers").entries if entry.get("joint") in joints for word in entry.variants]

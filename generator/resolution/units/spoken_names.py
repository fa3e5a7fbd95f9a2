"""Names of organisations as one would say them: without the abbreviation explained in brackets, and not in capitals."""

from __future__ import annotations

import re

from generator.text.syllables import is_vietnamese_syllable

_ABBREVIATION = re.compile(r"\s*\((?:[A-ZĐ][A-ZĐ&.\-]{1,9})\)")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3  #: words in capitals from which on they are shouted, not an abbreviation (UBND TP HCM)


def spoken(name: str) -> str:
    """Return ``name`` without an abbreviation in brackets (``Hội Cựu chiến binh (CCB) xã``), and the words of a part that is in capitals
    with a capital each (``Đảng bộ CHI CỤC THUẾ QUẬN 4``). A name wholly in capitals is left to the others that articles write."""
    plain = _ABBREVIATION.sub("", name).strip() or name
    words = list(_WORD.finditer(plain))
    loud = [match for match in words if match.group().isupper() and len(match.group()) > 1]
    if len(loud) == len(words) or len(loud) < _FEWEST or not all(is_vietnamese_syllable(match.group()) for match in loud):
        return plain
    parts, at = [], 0
    for match in loud:
        parts += [plain[at : match.start()], match.group().capitalize()]
        at = match.end()
    return "".join([*parts, plain[at:]])

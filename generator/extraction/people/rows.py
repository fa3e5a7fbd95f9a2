"""Recognise the head of a row of persons: a counted group that names follow (``Ba mẹ còn sống là Lê Thị A, Đoàn Thị B và Võ Thị C``)."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.names.words import SentenceWords
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS

_LEAD = 14  # words before the first name
_NUMBER = r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các|\d{1,2})"


@lru_cache(maxsize=1)
def _counted_persons() -> re.Pattern[str]:
    persons = alternatives(variant for entry in lexicon("recipients").entries if entry.id in PERSONS for variant in entry.variants)
    return re.compile(rf"(?<!\w){_NUMBER} {persons}(?: [^\W\d_]+){{0,6}} (?:đó là|là|gồm|gồm có)(?: :)?$")


def heads_row(words: SentenceWords, first: int) -> bool:
    """Return whether a counted group of persons is named from the word ``first`` on."""
    return _counted_persons().search(" ".join(words.low[max(0, first - _LEAD) : first])) is not None

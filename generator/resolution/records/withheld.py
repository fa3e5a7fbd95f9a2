"""Persons who are in the news for what they are accused of or suffered: no page lists their offices (lexicon ``accused``)."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.lexicon.load import lexicon
from generator.model.archive import Archive
from generator.resolution.records.persons import PersonRecord
from generator.text.folding import canonical

_BEFORE = 24  #: characters before a name in which such a word is sought


def withheld(archive: Archive, person: PersonRecord) -> bool:
    """Return whether an article calls ``person`` accused or a victim, right before the name."""
    for slug, fact in person.mentions:
        text = archive.by_slug[slug].article.text
        for span in fact.evidence:
            before = canonical(text[max(0, span.start - _BEFORE) : span.start])
            if _accused().search(before):
                return True
    return False


@lru_cache(maxsize=1)
def _accused() -> re.Pattern[str]:
    return re.compile(lexicon("accused").alternatives + r"\s+$")

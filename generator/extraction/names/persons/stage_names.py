"""Names of two syllables without a family name, used by artists and writers: ``nhà văn Sơn Tùng``, ``NSƯT Việt Hoàn``.

Many other words have this shape. It is a name only right after an occupation or an artists' title, and never if it is a place,
an organisation or a country. Source: lexicon ``occupations``.
"""

from __future__ import annotations

from functools import lru_cache

from generator.extraction.names.bodies.organisations import organisation_at
from generator.extraction.names.persons.addresses import address_before
from generator.extraction.names.persons.foreign import Name
from generator.extraction.names.persons.occupations import occupation_before
from generator.extraction.names.words import Phrases, SentenceWords
from generator.lexicon.load import lexicon

SIZE = 2  # syllables; a single syllable is a given name, three without a family name are clubs and firms


@lru_cache(maxsize=1)
def _places() -> Phrases:
    entries = (*lexicon("name-like-places").entries, *lexicon("countries").entries)
    return Phrases({variant: True for entry in entries for variant in entry.variants})


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Return the titles of honour that artists put before their names."""
    return frozenset(v for entry in lexicon("ranks-and-degrees").entries if entry.get("stage") for v in entry.variants)


def stage_name(words: SentenceWords, first: int, after: int) -> Name | None:
    """Return the stage name formed by the row of capitals ``[first, after)``, or None."""
    if after - first != SIZE or first == 0 or words.shape[first] != "C" or words.shape[first + 1] != "C":
        return None
    if words.written(first, after).isupper() or _places().at(words.low, first) is not None:
        return None
    if after < len(words) and words.shape[after] in "Ui" and words.spaced(after):
        return None
    title = words.low[first - 1] in _titles()
    if not title:
        calling = occupation_before(words, first)
        if calling is None or not calling.entry.get("stage"):
            return None
    if organisation_at(words.views, words.starts[first], words.ends[after - 1]) is not None:
        return None
    address = address_before(words, first)
    return Name(first, after, first if address is None else address.start, address, after_admin=False, strong=False)

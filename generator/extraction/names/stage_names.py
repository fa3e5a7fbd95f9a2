"""Names of two syllables without a family name, as artists and writers bear them: ``nhà văn Sơn Tùng``, ``NSƯT Việt Hoàn``.

Anything else has the same shape, so only a calling or a title of artists right before it makes it a name, and no place,
organisation or country is one. Sources: first-sight.md C18; lexicon ``occupations``.
"""

from __future__ import annotations

from functools import lru_cache

from generator.extraction.names.addresses import address_before
from generator.extraction.names.foreign import Name
from generator.extraction.names.occupations import occupation_before
from generator.extraction.names.organisations import organisation_at
from generator.extraction.names.words import Phrases, Words
from generator.lexicon.load import lexicon

SIZE = 2  # syllables; one is a given name, three without a family name are clubs and firms


@lru_cache(maxsize=1)
def _places() -> Phrases:
    entries = (*lexicon("name-like-places").entries, *lexicon("countries").entries)
    return Phrases({variant: True for entry in entries for variant in entry.variants})


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Titles of honour that artists put before their names."""
    return frozenset(v for entry in lexicon("ranks-and-degrees").entries if entry.get("stage") for v in entry.variants)


def stage_name(words: Words, first: int, after: int) -> Name | None:
    """Return the stage name that the row of capitals ``[first, after)`` is; None where it is none."""
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

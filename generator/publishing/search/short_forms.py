"""Short forms that readers type and articles write: TPHCM, GTVT, GD&ĐT, HC. A name and a query are compared written out.

Source of the forms: the lexicons ``unit-abbreviations`` and ``search-short-forms``. The browser's side, which writes out the query, is
``docs/assets/javascripts/search/short-forms.js``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from generator.lexicon.load import Entry, lexicon
from generator.text.search_terms import SearchTerm, terms
from generator.text.syllables import is_vietnamese_syllable

_JOINING = frozenset({"va"})  #: words that a name may have or not: giáo dục (và) đào tạo
_LONGEST = 5  #: words of a form
_MOST_READINGS = 4  #: of a name whose forms have several meanings


@cache
def short_forms() -> Mapping[str, tuple[str, ...]]:
    """Return each form, its words folded, with what it may mean, folded too. A form spelled like a Vietnamese syllable has its diacritics
    and is left out where it has none."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in (*lexicon("search-short-forms").entries, *lexicon("unit-abbreviations").entries):
        if entry.get("ambiguous"):
            continue
        meanings = tuple(dict.fromkeys(words_of(meaning) for meaning in (entry.label, *entry.get("also", ()))))
        for form in _forms(entry):
            if form not in meanings:
                found.setdefault(form, meanings)
    return dict(sorted(found.items()))


def _forms(entry: Entry) -> Iterator[str]:
    for written in entry.written[1:]:
        words = _counted(written)
        if all(is_vietnamese_syllable(word.exact) for word in words) and all(word.exact == word.folded for word in words):
            continue  # "nhà trường" is no short form, TU might be any word
        if len(words) == 1 and is_vietnamese_syllable(words[0].folded):
            yield words[0].exact
        elif any(not is_vietnamese_syllable(word.folded) for word in words):
            yield " ".join(word.folded for word in words)


def words_of(text: str) -> str:
    """Return the words of ``text``, folded, without those that a name may have or not."""
    return " ".join(word.folded for word in _counted(text))


def spelled_out(text: str) -> tuple[str, ...]:
    """Return the readings of a name: its words, folded, with every short form written out; one unless a form has several meanings."""
    words, known = _counted(text), short_forms()
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            some = words[at : at + length]
            meanings = known.get(" ".join(word.exact for word in some)) or known.get(" ".join(word.folded for word in some))
            if meanings:
                break
        else:
            meanings, length = (words[at].folded,), 1
        parts.append(meanings)
        at += length
    readings = (" ".join(reading) for _, reading in zip(range(_MOST_READINGS), product(*parts), strict=False))
    return tuple(dict.fromkeys(readings))


def _counted(text: str) -> list[SearchTerm]:
    return [word for word in terms(text) if word.folded not in _JOINING]

"""The names by which units, persons, forms, levels, years and documents are found, whatever a reader calls them.

A page states further names (``ten-khac``), a note that distinguishes it from its namesakes (``ghi``) and its number of articles (``bai``)
in its ``data-search``. The browser's side is ``docs/assets/javascripts/search/names.js``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.publishing.search.pages import SearchPage
from generator.publishing.search.short_forms import spelled_out
from generator.text.search_terms import terms

#: Kinds of page whose titles are names that one may be looking for.
NAMES = ("don-vi", "nguoi", "hinh-thuc", "xep-loai", "nam", "van-ban", "khen-thuong")
_UNIT = "don-vi"
_MOST_ROWS = 200  #: of a letter; more are kept by the first two letters
_INITIALS = range(3, 9)  #: words of a name that its initials may stand for


def names(pages: Sequence[SearchPage]) -> dict[str, list[list[Any]]]:
    """Return, by the first letter of any of their words, or the first two where many share one, rows of page number, title, address, kind,
    number of articles, note, how many of the following are the title's own, and what it is called: readings of the title and of each
    further name, initials."""
    found: dict[str, list[tuple[set[str], list[Any]]]] = {}
    for number, page in enumerate(pages):
        if page.kind not in NAMES:
            continue
        own = spelled_out(page.title)
        also = dict.fromkeys(reading for name in page.facts.get("ten-khac", ()) for reading in spelled_out(str(name)))
        called = list(dict.fromkeys((*own, *also, *(_initials(own) if page.kind == _UNIT else ()))))
        facts = page.facts
        row = [number, page.title, page.url, page.kind, int(facts.get("bai", 0)), str(facts.get("ghi") or ""), len(own), called]
        begun = {term.folded[:2] for name in (page.title, *called) for term in terms(name)}
        for letter in sorted({two[0] for two in begun}):
            found.setdefault(letter, []).append(({two for two in begun if two[0] == letter}, row))
    letters: dict[str, list[list[Any]]] = {}
    for letter, rows in found.items():
        for begun, row in rows:
            for key in sorted(begun) if len(rows) > _MOST_ROWS else [letter]:
                letters.setdefault(key, []).append(row)
    return letters


def _initials(readings: Iterable[str]) -> list[str]:
    return ["".join(word[0] for word in words) for words in (reading.split() for reading in readings) if len(words) in _INITIALS]

"""Which terms stand where: the lists of the index, and the files that hold them.

A list belongs to a key and a spelling. Keys are folded: one term (``giay``), two neighbours (``giay khen``), or two that are
joined (``10/2``). Under a key stand the spellings that occur (``giấy``), so that a query with diacritics finds its own
spelling first and the others too. A list of one term tells documents and how often (``[step, 2·count + in title]``); a list
of two tells every place (``[step, number, place, step, …]``); documents and places are written as steps from the one before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from generator.text.search_terms import Term

#: About so many numbers a file, so that a query loads little beside what it needs.
NUMBERS_A_FILE = 6000
MOST_FILES = 1 << 14

_OFFSET, _PRIME, _MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def bucket(key: str, buckets: int) -> int:
    """The number of the file that holds ``key``: FNV-1a of its UTF-8, as ``index.js`` counts it."""
    digest = _OFFSET
    for byte in key.encode():
        digest = ((digest ^ byte) * _PRIME) & _MASK
    return digest % buckets


class Postings:
    """Collects the lists, document by document; documents are numbered from 0 in the order they are added."""

    def __init__(self) -> None:
        self._lists: dict[tuple[str, str], array[int]] = {}
        self._last: dict[tuple[str, str], int] = {}
        self._spellings: dict[str, dict[str, int]] = {}
        self.documents = 0

    def add(self, title: Sequence[Term], body: Sequence[Term]) -> None:
        """The next document."""
        number = self.documents
        self.documents += 1
        counts: dict[tuple[str, str], int] = {}
        places: dict[tuple[str, str], list[int]] = {}
        in_title = {(term.folded, term.exact) for term in title}
        before: Term | None = None
        for place, term in enumerate((*title, *body)):
            own = (term.folded, term.exact)
            counts[own] = counts.get(own, 0) + 1
            if before is not None:
                pair = (f"{before.folded} {term.folded}", f"{before.exact} {term.exact}")
                places.setdefault(pair, []).append(place - 1)
                if term.joined:
                    joined = (f"{before.folded}/{term.folded}", f"{before.exact}/{term.exact}")
                    places.setdefault(joined, []).append(place - 1)
            before = term
        for key, count in counts.items():
            self._extend(key, number, (2 * count + (key in in_title),))
            known = self._spellings.setdefault(key[0], {})
            known[key[1]] = known.get(key[1], 0) + 1
        for key, found in places.items():
            self._extend(key, number, (len(found), found[0], *(b - a for a, b in zip(found, found[1:], strict=False))))

    def _extend(self, key: tuple[str, str], number: int, values: Sequence[int]) -> None:
        row = self._lists.get(key)
        if row is None:
            row = self._lists[key] = array("I")
        row.append(number - self._last.get(key, 0))
        row.extend(values)
        self._last[key] = number

    def files(self) -> tuple[int, Iterator[tuple[int, dict[str, dict[str, list[int]]]]]]:
        """How many files there are, and each that holds something: its number and ``{key: {spelling: list}}``, sorted."""
        numbers = sum(map(len, self._lists.values()))
        buckets = 1
        while buckets < MOST_FILES and buckets * NUMBERS_A_FILE < numbers:
            buckets *= 2
        keys: dict[int, list[tuple[str, str]]] = {}
        for key in self._lists:
            keys.setdefault(bucket(key[0], buckets), []).append(key)
        return buckets, ((number, self._file(keys[number])) for number in sorted(keys))

    def _file(self, keys: list[tuple[str, str]]) -> dict[str, dict[str, list[int]]]:
        file: dict[str, dict[str, list[int]]] = {}
        for key, spelling in sorted(keys):
            file.setdefault(key, {})[spelling] = self._lists[key, spelling].tolist()
        return file

    def vocabulary(self) -> dict[str, dict[str, list[object]]]:
        """By first letter: each folded term with the number of its documents and its most frequent spelling."""
        letters: dict[str, dict[str, list[object]]] = {}
        for folded in sorted(self._spellings):
            spellings = self._spellings[folded]
            best = min(spellings, key=lambda one: (-spellings[one], one))
            letters.setdefault(folded[0], {})[folded] = [sum(spellings.values()), best]
        return letters

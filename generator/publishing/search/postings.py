"""Postings: the lists of the index, and the files that hold them.

A list belongs to a key and a spelling. Keys are folded: one term (``giay``), two neighbours (``giay khen``), or two that are joined
(``10/2``). A key has the spellings that occur (``giấy``), so that a query with diacritics finds its own spelling first and the others too.
A list of one term holds documents and frequencies: ``[step, 2·count + in title]``, the count rounded down to a power of two. A list of two
tells every occurrence: ``[step, 2·number + in title, a, b, a, b, …]``, where ``a`` says the how-many-th of its document the first term is
and ``b`` the second; a phrase is a chain in which ``b`` is the next pair's ``a``. Documents, ``a`` and ``b`` are written as steps from the
one before. Such ranks are small and, for words that mostly stand together, nearly always go up by one, so the longest lists compress best.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from generator.text.search_terms import forms, joined, split
from generator.text.shards import bucket

#: About so many numbers a file, so that a query loads little beside what it needs.
NUMBERS_A_FILE = 3000
MOST_FILES = 1 << 14


class Postings:
    """Collects the lists, document by document; documents are numbered from 0 in the order they are added."""

    def __init__(self) -> None:
        self._lists: dict[str, array[int]] = {}  # by key, tab, spelling
        self._last: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], str] = {}
        self._words: dict[str, tuple[str, str]] = {}
        self.documents = 0

    def add(self, title: str, body: str) -> int:
        """Return the next document, both texts in NFC. Gives the number of its words."""
        number = self.documents
        self.documents += 1
        counts: dict[str, int] = {}
        pairs: dict[str, list[int]] = {}
        ranks: dict[str, int] = {}
        heading = split(title)
        places = self._collect(heading, None, counts, pairs, ranks)
        in_title = {*counts, *pairs}
        last = heading[-2] if len(heading) > 1 else None
        places += self._collect(split(body), last, counts, pairs, ranks)
        for key, count in counts.items():
            self._extend(key, number, (2 * rounded(count) + (key in in_title),))
        for key, found in pairs.items():
            steps = [now - then for now, then in zip(found, (0, 0, *found), strict=False)]
            self._extend(key, number, (len(found) + (key in in_title), *steps))
        return places

    def _collect(
        self, pieces: list[str], before: str | None, counts: dict[str, int], pairs: dict[str, list[int]], ranks: dict[str, int]
    ) -> int:
        """Count the words of one part of a document; ``before`` is the last word of the part before it."""
        known, neighbours = self._words, self._pairs
        rank_before = ranks[known[before][1]] if before is not None else 0
        for place in range(1, len(pieces), 2):
            word = pieces[place]
            written = known.get(word)
            if written is None:
                exact, folded = forms(word)
                written = known[word] = (f"{folded}\t{exact}", folded)
            own, folded = written
            counts[own] = counts.get(own, 0) + 1
            rank = ranks[folded] = ranks.get(folded, 0) + 1
            if before is not None:
                pair = neighbours.get((before, word))
                if pair is None:
                    pair = neighbours[before, word] = _pair(before, word, " ")
                pairs.setdefault(pair, []).extend((rank_before, rank))
                if len(pieces[place - 1]) == 1 and joined(pieces, place):
                    pairs.setdefault(_pair(before, word, "/"), []).extend((rank_before, rank))
            before, rank_before = word, rank
        return len(pieces) // 2

    def _extend(self, key: str, number: int, values: Sequence[int]) -> None:
        row = self._lists.get(key)
        if row is None:
            row = self._lists[key] = array("I")
        row.append(number - self._last.get(key, 0))
        row.extend(values)
        self._last[key] = number

    def files(self) -> tuple[int, Iterator[tuple[int, dict[str, dict[str, list[int]]]]]]:
        """Return the number of files, and each non-empty file: its number and ``{key: {spelling: list}}``, sorted."""
        numbers = sum(map(len, self._lists.values()))
        buckets = 1
        while buckets < MOST_FILES and buckets * NUMBERS_A_FILE < numbers:
            buckets *= 2
        keys: dict[int, list[str]] = {}
        for key in self._lists:
            keys.setdefault(bucket(key.partition("\t")[0], buckets), []).append(key)
        return buckets, ((number, self._file(keys[number])) for number in sorted(keys))

    def _file(self, keys: list[str]) -> dict[str, dict[str, list[int]]]:
        file: dict[str, dict[str, list[int]]] = {}
        for whole in sorted(keys):
            key, _, spelling = whole.partition("\t")
            file.setdefault(key, {})[spelling] = self._lists[whole].tolist()
        return file

    def vocabulary(self) -> dict[str, dict[str, list[object]]]:
        """Return terms by first letter: each folded term with the number of its documents and its most frequent spelling."""
        spellings: dict[str, list[tuple[int, str]]] = {}
        for own, folded in self._words.values():
            spellings.setdefault(folded, []).append((-len(self._lists[own]) // 2, own.partition("\t")[2]))
        letters: dict[str, dict[str, list[object]]] = {}
        for folded in sorted(spellings):
            found = set(spellings[folded])  # words that differ in case only are one
            letters.setdefault(folded[0], {})[folded] = [-sum(count for count, _ in found), min(found)[1]]
        return letters


def rounded(count: int) -> int:
    """Return a count down to a power of two: the ranking needs no more, and equal numbers compress well."""
    return 1 << (count.bit_length() - 1)


def _pair(before: str, word: str, sign: str) -> str:
    (exact, folded), (other_exact, other_folded) = forms(before), forms(word)
    return f"{folded}{sign}{other_folded}\t{exact}{sign}{other_exact}"

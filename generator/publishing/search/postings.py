"""Postings: the lists of the index, and the files that hold them.

A list belongs to a key and a spelling. Keys are folded: one term (``giay``), two neighbours (``giay khen``), or two that are joined
(``10/2``). A key has the spellings that occur (``giấy``), so that a query with diacritics finds its own spelling first and the others too.
A list of one term holds documents and frequencies: ``[step, 2·count + in title]``, the count rounded down to a power of two. A list of two
states every occurrence: ``[step, 2·number + in title, a, b, a, b, …]``, where ``a`` says the how-many-th of its document the first term is
and ``b`` the second; a phrase is a chain in which ``b`` is the next pair's ``a``. Documents, ``a`` and ``b`` are written as steps from the
one before. Such ranks are small and, for words that mostly occur together, nearly always go up by one, so the longest lists compress best.

The lists of some hundred documents at a time are a *run*, and the runs are merged, a group of keys after the other: as in an external sort,
what is in memory does not grow with the archive, and several processes share the work. Within a run documents are counted from its first,
so that it stays the same whatever comes before it.
"""

from __future__ import annotations

import hashlib
import pickle
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from generator.text.search_terms import forms, joined, split
from generator.text.shards import bucket

#: About so many numbers a file, so that a query loads little beside what it needs.
NUMBERS_A_FILE = 3000
MOST_FILES = 1 << 14
GROUPS = 1024  #: in which keys are merged; a power of two, as the number of files is, so that a file's keys are of few groups

File = dict[str, dict[str, list[int]]]  #: {key: {spelling: list}}, sorted
_Lists = dict[str, tuple["array[int]", int]]  # by key, tab, spelling: the list, and its last document


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of some documents, by group, packed. ``words`` are the numbers of words of the documents, ``numbers`` how many numbers the
    lists have."""

    groups: tuple[bytes, ...]
    words: tuple[int, ...]
    numbers: int

    def placed(self, path: Path, first: int) -> Run:
        """Write the lists to ``path``; ``first`` is the number of their first document."""
        places = [0, *accumulate(map(len, self.groups))]
        path.write_bytes(b"".join(self.groups))
        digests = tuple(hashlib.blake2b(group, digest_size=16).digest() for group in self.groups)
        return Run(path, tuple(places), digests, first, self.words, self.numbers)


@dataclass(frozen=True, slots=True)
class Run:
    """:class:`Lists` in a file at ``path``; ``places`` is where each group begins in it, ``digests`` are those of the groups, ``first`` is
    the number of their first document."""

    path: Path
    places: tuple[int, ...]
    digests: tuple[bytes, ...]
    first: int
    words: tuple[int, ...]
    numbers: int

    def group(self, number: int) -> _Lists:
        """Return the lists of one group; documents are counted from ``first``."""
        with self.path.open("rb") as file:
            file.seek(self.places[number])
            lists: _Lists = pickle.loads(file.read(self.places[number + 1] - self.places[number]))  # noqa: S301 - written by this run
            return lists


def number_of_files(numbers: int) -> int:
    """Return into how many files so many numbers go: a power of two."""
    buckets = 1
    while buckets < MOST_FILES and buckets * NUMBERS_A_FILE < numbers:
        buckets *= 2
    return buckets


def files_of(group: int, runs: Sequence[Run], buckets: int) -> dict[int, File]:
    """Return, by their numbers, the files of ``buckets`` that have the keys of ``group`` (below :func:`groups`), empty ones too."""
    files: dict[int, dict[str, array[int]]] = {number: {} for number in range(group, buckets, GROUPS)}
    last: dict[str, int] = {}
    for run in runs:
        for part in parts_of(group, buckets):
            for whole, (row, end) in run.group(part).items():
                file = files[bucket(whole.partition("\t")[0], buckets)]
                row[0] += run.first - last.get(whole, 0)
                if (known := file.get(whole)) is None:
                    file[whole] = row
                else:
                    known.extend(row)
                last[whole] = run.first + end
    return {number: _sorted(lists) for number, lists in files.items()}


def parts_of(group: int, buckets: int) -> range:
    """Return the groups of runs of which the files of ``group`` are made."""
    return range(group, GROUPS, min(buckets, GROUPS))


def groups(buckets: int) -> range:
    """Return the numbers for :func:`files_of` that together give every file."""
    return range(min(buckets, GROUPS))


def _sorted(lists: dict[str, array[int]]) -> File:
    file: File = {}
    for whole in sorted(lists):
        key, _, spelling = whole.partition("\t")
        file.setdefault(key, {})[spelling] = lists[whole].tolist()
    return file


def vocabulary(files: Sequence[File]) -> dict[str, list[object]]:
    """Return the terms of ``files``, sorted: each folded term with the number of its documents and its most frequent spelling."""
    found: dict[str, list[object]] = {}
    for key, spellings in sorted((key, spellings) for file in files for key, spellings in file.items()):
        if " " not in key and "/" not in key:  # one term
            counts = [(-(len(row) // 2), spelling) for spelling, row in spellings.items()]
            found[key] = [-sum(count for count, _ in counts), min(counts)[1]]
    return found


class Postings:
    """Collects the lists, document by document; documents are numbered in the order they are added."""

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

    def lists(self, words: Sequence[int]) -> Lists:
        """Return the lists of the documents, which have so many ``words``."""
        parts: list[_Lists] = [{} for _ in range(GROUPS)]
        for whole, row in self._lists.items():
            parts[bucket(whole.partition("\t")[0], GROUPS)][whole] = (row, self._last[whole])
        packed = tuple(pickle.dumps(lists, pickle.HIGHEST_PROTOCOL) for lists in parts)
        return Lists(packed, tuple(words), sum(map(len, self._lists.values())))


def rounded(count: int) -> int:
    """Return a count down to a power of two: the ranking needs no more, and equal numbers compress well."""
    return 1 << (count.bit_length() - 1)


def _pair(before: str, word: str, sign: str) -> str:
    (exact, folded), (other_exact, other_folded) = forms(before), forms(word)
    return f"{folded}{sign}{other_folded}\t{exact}{sign}{other_exact}"

"""Occupations as positions: ``tài xế Mai Văn A``, ``Lê Văn B, chuyên gia tài chính``.

An occupation is beside a name, so the names must be known first. Source: lexicon ``occupations``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extraction.names.persons.foreign import Name
from generator.extraction.names.persons.occupations import Occupation, age_before, no_end_between, occupation_before, occupation_behind
from generator.extraction.names.words import Phrases, SentenceWords
from generator.extraction.people.roles import Title
from generator.lexicon.load import Entry, lexicon

LONGEST_UNIT = 12  # words of a unit between an occupation and a name
MOST_OF_KIND = 3  # lower-case words of the unit's kind before its first capital
_LINKS = frozenset({",", "-", "(", "là"})
_ONE = frozenset({"một", "vị"})


@lru_cache(maxsize=1)
def _positions() -> dict[str, Entry]:
    """Return the occupations as positions: weak ones, because nobody holds them in a unit."""
    return {
        entry.id: replace(entry, attributes={**entry.attributes, "weak": True, "calling": True}) for entry in lexicon("occupations").entries
    }


@lru_cache(maxsize=1)
def _places() -> Phrases:
    return Phrases({variant: True for entry in lexicon("name-like-places").entries for variant in entry.variants})


def with_callings(words: SentenceWords, titles: Sequence[Title], names: Sequence[Name]) -> list[Title]:
    """Return the titles with the occupations before and behind the names, in reading order."""
    owner = {at: title for title in titles for at in range(title.first, title.after)}
    for at, name in enumerate(names):
        barrier = names[at + 1].start if at + 1 < len(names) else len(words)
        for title in (_before(words, name), _behind(words, name, barrier, owner)):
            if title is None:
                continue
            rivals = {owner[at_word].first: owner[at_word] for at_word in range(title.first, title.after) if at_word in owner}
            if all(rival.entry.get("weak") and title.first <= rival.first and rival.after < title.after for rival in rivals.values()):
                owner.update(dict.fromkeys(range(title.first, title.after), title))  # nhân viên bảo vệ, not nhân viên
    return list({title.first: title for _, title in sorted(owner.items())}.values())


def _before(words: SentenceWords, name: Name) -> Title | None:
    if not name.strong and name.address is None and _ends_in_place(words, name):
        return None  # nghệ sĩ Đoàn Chèo Thái Bình
    occupation = occupation_before(words, age_before(words, name.start))
    if occupation is not None:
        return replace(_title(words, occupation, occupation.after), after=name.start)
    return _with_unit_between(words, name) if name.strong and name.address is None else None


def _ends_in_place(words: SentenceWords, name: Name) -> bool:
    place = _places().before(words.low, name.after)
    return place is not None and place[0] > name.first


def _with_unit_between(words: SentenceWords, name: Name) -> Title | None:
    """Return an occupation with its unit between it and the name, or None: ``tài xế | taxi Sao Mai | Lê Văn B``, ``cô giáo |
    Trường Mầm non Hoa Mai | Lý Thị N``."""
    if name.first == 0 or words.shape[name.first - 1] not in "CU":
        return None
    for core in range(name.first - 1, max(0, name.first - LONGEST_UNIT), -1):
        if words.shape[core] in "pd":
            return None
        occupation = occupation_before(words, core)
        if occupation is None or occupation.after != occupation.core:
            continue
        kind = next(at for at in range(core, name.first) if words.shape[at] in "CU") - core
        if kind > MOST_OF_KIND or occupation.entry.get("corporate") or not no_end_between(words, core, name.first):
            return None
        title = _title(words, occupation, core)
        return replace(title, after=name.first, unit=words.written(core, name.first))
    return None


def _behind(words: SentenceWords, name: Name, barrier: int, taken: Container[int]) -> Title | None:
    at = name.after
    if at + 1 >= barrier or words.low[at] not in _LINKS:
        return None
    at += 2 if words.low[at + 1] in _ONE and at + 2 < barrier else 1
    stop = at
    while stop < barrier and stop not in taken:
        stop += 1
    occupation = occupation_behind(words, at, stop) if at < stop else None
    return None if occupation is None else _title(words, occupation, occupation.after)


def _title(words: SentenceWords, occupation: Occupation, after: int) -> Title:
    return Title(occupation.first, after, _positions()[occupation.entry.id], words.written(occupation.first, after), None)

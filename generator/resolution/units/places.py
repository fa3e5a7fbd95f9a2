"""Places in the names of organisations: the province that a name ends in, and the districts and communes inside it.

A province is written with its level (``Công an tỉnh Khánh Hòa``) or, behind some kinds of organisations, without
(``Công an Khánh Hòa``). The key of a name ends in the official form, so that both are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from generator.lexicon.load import lexicon
from generator.model.unit import Unit
from generator.resolution.periods import overlap
from generator.resolution.units.names import Words, head_of, heads, name_words

#: The words that state a place's level, as they are in keys.
LEVELS: tuple[Words, ...] = (
    ("thành", "phố"), ("thị", "xã"), ("thị", "trấn"), ("đặc", "khu"), ("tỉnh",), ("quận",), ("huyện",), ("xã",), ("phường",),
)  # fmt: skip
_FIRST = frozenset(level[0] for level in LEVELS)
_LAST = frozenset(level[-1] for level in LEVELS)
_PROVINCIAL = frozenset({"tinh", "thanh-pho"})
#: Words that begin like a level and are none: xã hội, xã viên; thành phố means itself.
_NO_PLACE = frozenset({("xã", "hội"), ("xã", "viên"), ("huyện", "lỵ"), ("tỉnh", "lỵ")})


@dataclass(frozen=True)
class PlaceNames:
    """The provinces by the forms of their names: with the level word, and bare. Values are units that bear the form."""

    levelled: Mapping[Words, tuple[Unit, ...]] = field(default_factory=dict)
    bare: Mapping[Words, tuple[Unit, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, units: Iterable[Unit]) -> PlaceNames:
        """Return the names of those of ``units`` that are provinces or cities of that rank."""
        levelled: dict[Words, list[Unit]] = {}
        bare: dict[Words, list[Unit]] = {}
        for unit in units:
            if unit.kind in _PROVINCIAL:
                level = level_of(name_words(unit.name))
                for form in dict.fromkeys(map(name_words, (unit.name, *unit.variants))):
                    if level_of(form):
                        levelled.setdefault(form, []).append(unit)
                    else:
                        bare.setdefault(form, []).append(unit)
                        levelled.setdefault((*level, *form), []).append(unit)
        return cls(
            {form: tuple(dict.fromkeys(found)) for form, found in levelled.items()},
            {form: tuple(dict.fromkeys(found)) for form, found in bare.items()},
        )

    @cached_property
    def _keys(self) -> dict[str, Words]:
        return {}

    def key(self, name: str) -> Words:
        """Return the key of ``name``, its province in the official form."""
        key = self._keys.get(name)
        if key is None:
            words = name_words(name)
            tail, units = self.tail(words)
            key = self._keys[name] = (*words[: len(words) - len(tail)], *name_words(units[0].name)) if tail else words
        return key

    @cached_property
    def _tails(self) -> dict[Words, tuple[Words, tuple[Unit, ...]]]:
        return {}

    def tail(self, words: Words) -> tuple[Words, tuple[Unit, ...]]:
        """Return the province's name in which ``words`` end, and the units that bear it; nothing where they end in none."""
        found = self._tails.get(words)
        if found is None:
            found = self._tails[words] = self._tail(words)
        return found

    def _tail(self, words: Words) -> tuple[Words, tuple[Unit, ...]]:
        for start in range(max(0, len(words) - 8), len(words)):
            form = words[start:]
            if form in self.levelled:
                return form, self.levelled[form]
            if form in self.bare and start and not level_before(words, start) and _takes_bare_place(words):
                return form, self.bare[form]
        return (), ()

    def named(self, words: Words, when: str | None) -> Unit | None:
        """Return the province in which ``words`` end, as it was at ``when`` (ISO 8601); None if unknown."""
        return at(self.tail(words)[1], when)


def at(units: Sequence[Unit], when: str | None) -> Unit | None:
    """Return the one of ``units`` that was there at ``when``; None where several or none may have been."""
    there = [unit for unit in units if overlap((when, when), (unit.valid_from, unit.valid_until))]
    return there[0] if len(there) == 1 else None


def level_of(words: Words) -> Words:
    """Return the level word with which ``words`` begin; empty where they begin with none."""
    if not words or words[0] not in _FIRST or words[:2] in _NO_PLACE:
        return ()
    return next((level for level in LEVELS if words[: len(level)] == level), ())


def level_before(words: Words, end: int) -> bool:
    """Return whether a level word ends at ``end``."""
    return end > 0 and words[end - 1] in _LAST and any(words[end - len(level) : end] == level for level in LEVELS if end >= len(level))


def ends_in_level(words: Words) -> Words:
    """Return the level word in which ``words`` end, so that the place itself is left out: ``Công an tỉnh``; empty where in none."""
    if not words or words[-1] not in _LAST:
        return ()
    return next((level for level in LEVELS if words[-len(level) :] == level), ())


@lru_cache(maxsize=100_000)
def phrases(words: Words) -> Mapping[Words, Words]:
    """Return the places inside a key: the words of each behind its level word (``quận`` → ``long biên``)."""
    if _FIRST.isdisjoint(words):
        return {}
    starts: list[tuple[int, Words]] = []
    index = 0
    while index < len(words):
        level = level_of(words[index:])
        if level:
            starts.append((index, level))
        index += len(level) or 1
    found: dict[Words, Words] = {}
    for (start, level), (end, _) in pairwise([*starts, (len(words), ())]):
        if proper := words[start + len(level) : end]:
            found[level] = proper
    return found


def _takes_bare_place(words: Words) -> bool:
    kind = heads()[0].get(head_of(words))
    return kind is not None and bool(lexicon("unit-kinds").by_id[kind].get("bare_place"))

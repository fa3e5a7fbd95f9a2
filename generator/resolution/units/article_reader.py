"""Reads the organisations' names of one article: full names by the authority, short ones by what the article says.

A short name (``Đảng ủy Khối``) means the one full name of the article that it shortens, else for the unit whose site the article comes
from, else it is completed by the place of the unit that the article is about; where that leaves a choice it is ambiguous, never guessed.
Source of the rules: how articles shorten the names of bodies (lexicons unit-kinds and unit-abbreviations).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model.article import Article
from generator.model.facts import Facts
from generator.model.statement import basis
from generator.model.unit import Unit
from generator.resolution.units.article_names import ArticleNames, bodies, is_bare_word, spelled, trimmed, written_out
from generator.resolution.units.article_places import around, lies_in, official, province_at
from generator.resolution.units.authority import Authority
from generator.resolution.units.choice import choose
from generator.resolution.units.completeness import Whole, completeness, inner_start, is_noun, kind_of
from generator.resolution.units.names import Words, head_of, heads, is_actor, name_words, without_actor
from generator.resolution.units.places import ends_in_level, level_of, phrases
from generator.resolution.units.readings import Identity, Read, Reading, distinct
from generator.text.folding import canonical

#: Kinds of organisations that are parts of the one named behind them.
_PARTS = frozenset({"ban-dang", "phong", "ban", "hoi-dong", "hoi-dong-tdkt"})
#: Kinds of first bodies that are parts of the next one: ``Phòng 2, Cục An ninh Tây Nguyên``.
_NESTED = _PARTS | {"cuc", "chi-cuc", "truong-pho-thong", "truong", "trung-tam", "quan-doi"}
_COMMITTEE_WORDS = frozenset({"đảng ủy", "tỉnh ủy", "thành ủy", "quận ủy", "huyện ủy", "thị ủy"})
_LEVELLED = frozenset({("tỉnh",), ("thành", "phố"), ("quận",), ("huyện",), ("thị", "xã")})
#: Levels that ended, and the last day on which they were there: an undated name with one is older.
_DISTRICTS = frozenset({("quận",), ("huyện",), ("thị", "xã"), ("thị", "trấn")})
_LAST_DISTRICTS = "2025-06-30"


class ArticleReader:
    """The names of one article. ``reads`` maps each written name to its meaning."""

    def __init__(self, authority: Authority, article: Article, facts: Facts) -> None:
        self.authority = authority
        self.places = authority.places
        self.names = ArticleNames.of(article, facts, self.places)
        self._memory: dict[str, Read] = {}
        self._busy: set[str] = set()
        self._acronyms = written_out(self.names.names)
        self._fulls = self._full_names()
        when = (facts.event.date if facts.event else None) or (article.published or "")[:10] or None
        sites = authority.of_source(article.source)
        stated = {words for full in self._fulls if (words := official(authority, full))} | set(self.names.glosses.values())
        self.surroundings = around(authority, when, sites, (), stated)
        hosts = [self.read(name) for name in self.names.hosts]
        self.surroundings = around(authority, when, sites, [host.reading for host in hosts if host.reading], stated)
        self._memory.clear()
        self.reads = {name: self.read(name) for name in self.names.names}

    def read(self, written: str) -> Read:
        """Return what ``written`` means in this article."""
        known = self._memory.get(written)
        if known is None:
            if written in self._busy:  # a name that would explain itself
                return Read()
            self._busy.add(written)
            known = self._memory[written] = self._read(written)
            self._busy.discard(written)
        return known

    def _read(self, written: str) -> Read:
        name = self._plain(written)
        words = self.places.key(name)
        if not words or is_noun(words) or written in self.names.people:
            return Read(names_none=True)
        if (parts := bodies(name)) and not _is_part(parts):
            return Read(candidates=distinct([reading for part in parts if (reading := self.read(part).reading)]))
        long = self.names.aliases.get(words)
        if long is not None and self.places.key(long) != words:
            return self.read(long)
        if self._is_whole(name, words):
            return self._longer(words) or self._full(words, name)
        return Read() if is_actor(words) else self._short(words, name)

    def _plain(self, written: str) -> str:
        return spelled(trimmed(written), self._acronyms)

    def _is_whole(self, name: str, words: Words) -> bool:
        if not head_of(words) and is_bare_word(name):
            return words in self.authority.by_key
        return completeness(words, self.places) in (Whole.NAMED, Whole.PLACE)

    def _full_names(self) -> dict[Words, str]:
        """Return the full names of the article by their key, those inside others as well (Ban Tổ chức | Quận ủy Quận 4)."""
        found: dict[Words, str] = {}
        for written in self.names.names:
            name = self._plain(written)
            words = self.places.key(name)
            if written in self.names.people or not words or is_noun(words) or ((parts := bodies(name)) and not _is_part(parts)):
                continue
            if self._is_whole(name, words):
                found.setdefault(words, name)
                start = self._part_start(words)
                inner = self._rest(name, words[start:]) if start else ""
                if inner and not level_of(words[start or 0 :]):  # a place inside a name need not be the article's
                    found.setdefault(words[start:], inner)
        return found

    @staticmethod
    def _part_start(words: Words) -> int | None:
        """Return where the whole begins in a name that is a part's: behind Ban Tổ chức, Phòng 2, Đảng bộ, Công đoàn; None where in none."""
        head = head_of(words)
        if not head:
            return None
        return len(head) if head_of(words[len(head) :]) else inner_start(words) if heads()[0][head] in _PARTS else None

    def _rest(self, name: str, words: Words) -> str:
        """Return the end of ``name`` that has the key ``words``; empty where none has."""
        return next((name[at.end() :] for at in re.finditer(r"[\s,]+", name) if self.places.key(name[at.end() :]) == words), "")

    def _full(self, words: Words, name: str) -> Read:
        """Return the reading of a complete name, or of a local name in the province that the article states."""
        around_it = self.surroundings
        local = completeness(words, self.places) is Whole.PLACE
        own = official(self.authority, words)
        stated = own or self.names.glosses.get(name, ())
        province = stated or (around_it.province if local else ())
        scoped = words if own or not local else (*words, *province)
        chosen = choose(self.authority, (words, scoped), around_it, province, local=local)
        if chosen is not None:
            return chosen
        when = around_it.when or (_LAST_DISTRICTS if _DISTRICTS & phrases(words).keys() else None)
        where = province_at(self.authority, province, when) if province else None
        identity = Identity(scoped, where.id if where else None, self._bare(words, own, local=local))
        why = None if stated or not province else around_it.basis
        return Read(Reading(identity=identity, name=without_actor(" ".join(name.split())), owner=self._owner(words, name), place_basis=why))

    def _owner(self, words: Words, name: str) -> Reading | None:
        """Return what a whole name is the name of a part of: ``Văn phòng | Thành ủy TPHCM``."""
        start = inner_start(words) if heads()[0].get(head_of(words)) in _PARTS else None
        rest = self._rest(name, words[start:]) if start is not None else ""
        return self.read(rest).reading if rest else None

    def _bare(self, words: Words, own: Words, *, local: bool) -> Words | None:
        if local:
            return words
        bare = words[: len(words) - len(own)] if own else ()
        return bare if bare and completeness(bare, self.places) is Whole.PLACE else None

    def _longer(self, words: Words) -> Read | None:
        """For a name that the authority doesn't know: the one of the article that says the same and its place (Cục Thuế | TPHCM)."""
        if words in self.authority.by_key:
            return None
        longer = [full for full in self._fulls if len(full) > len(words) and full[: len(words)] == words]
        if len(longer) == 1 and head_of(longer[0][len(words) :]) in _LEVELLED:
            return self.read(self._fulls[longer[0]])
        return None

    def _short(self, words: Words, name: str) -> Read:
        for attempt in (self._in_article, self._in_province, self._of_site, self._completed, self._as_part, self._listed):
            found = attempt(words, name)
            if found is not None:
                return found
        return Read()

    def _in_article(self, words: Words, name: str) -> Read | None:
        """Return the full names of the article that this one shortens."""
        committee = words == ("đảng", "bộ") and name_words(name[-7:]) == words and name[-2:].lower() != "bộ"
        longer = [
            full
            for full in self._fulls
            if len(full) > len(words) and full[: len(words)] == words and not (committee and head_of(full[2:]) in _LEVELLED)
        ]
        return self._one_of([self.read(self._fulls[full]) for full in longer])

    @staticmethod
    def _one_of(reads: Sequence[Read]) -> Read | None:
        found = distinct([candidate for read in reads for candidate in ((read.reading,) if read.reading else read.candidates)])
        if not found:
            return None
        return Read(found[0]) if len(found) == 1 and all(read.reading for read in reads) else Read(candidates=found)

    def _in_province(self, words: Words, name: str) -> Read | None:
        """``Sở Y tế`` where the article reports one province only."""
        if completeness(words, self.places) is not Whole.PROVINCE:
            return None
        stated = self.names.glosses.get(name, ())
        province = stated or self.surroundings.province
        if not province:
            return None
        why = None if stated else self.surroundings.basis
        chosen = choose(self.authority, ((*words, *province),), self.surroundings, province, local=False)
        if chosen is not None:
            return chosen
        where = province_at(self.authority, province, self.surroundings.when)
        called = f"{without_actor(name)} {where.name[0].lower()}{where.name[1:]}" if where else without_actor(name)
        return Read(Reading(identity=Identity((*words, *province), where.id if where else None), name=called, basis=why, place_basis=why))

    def _as_part(self, words: Words, name: str) -> Read | None:
        """``Ban Tổ chức Quận ủy``: a part of what ``Quận ủy`` means here; ``Đảng bộ trường``: of what ``trường`` does."""
        start = self._part_start(words)
        if start is None or kind_of(words, self.places) == "dang-uy-khoi":
            return None
        rest = self._rest(name, words[start:])
        whole = self.read(rest) if rest else Read()
        if whole.reading is None:
            return Read() if rest and not whole.names_none else None
        of = whole.reading
        key = (*words[:start], *(self.places.key(of.unit.name) if of.unit else of.identity.key if of.identity else ()))
        chosen = choose(self.authority, (key,), self.surroundings, (), local=False)
        if chosen is not None:
            return Read(replace(chosen.reading, basis=chosen.reading.basis or of.basis)) if chosen.reading else chosen
        owner = of if kind_of(words, self.places) in _PARTS else None
        province = of.identity.province if of.identity else self._province_of(of.unit)
        whole_name = of.unit.name if of.unit else of.name
        why = of.basis
        if level_of(words[start:]) == words[start:]:
            whole_name = whole_name[0].lower() + whole_name[1:]
            why = basis("only-place", place=whole_name)
        bare = (*words[:start], *of.identity.bare) if of.identity and of.identity.bare else None
        called = without_actor(name[: len(name) - len(rest)] + _as_committee(whole_name, rest))
        return Read(Reading(identity=Identity(key, province, bare), name=called, owner=owner, basis=why, place_basis=of.place_basis))

    def _province_of(self, unit: Unit | None) -> str | None:
        """Return the id of the province in which a listed unit lies."""
        if unit is None:
            return None
        chain = (unit, *self.authority.chain(unit))
        return next((container.id for container in chain if container.kind in ("tinh", "thanh-pho")), None)

    def _of_site(self, words: Words, _name: str) -> Read | None:
        """Return the unit of the site from which the article comes, where this shortens its name."""
        found = [unit for unit in self.surroundings.sites if any(key[: len(words)] == words for key in self.authority.keys(unit))]
        readings = distinct([Reading(unit, basis=basis("site", unit=unit.name)) for unit in found])
        if not readings:
            return None
        return Read(readings[0]) if len(readings) == 1 else Read(candidates=readings)

    def _listed(self, words: Words, _name: str) -> Read | None:
        """Return a short name that the authority lists: only in the province of its unit."""
        units = self.authority.by_key.get(words, ())
        here = [unit for unit in units if self.surroundings.province and self.surroundings.province in lies_in(self.authority, unit)]
        if len(here) == 1:
            return Read(Reading(here[0], basis=self.surroundings.basis))
        return Read(candidates=tuple(Reading(unit) for unit in units)) if units else None

    def _completed(self, words: Words, name: str) -> Read | None:
        """``Công an tỉnh``, in the province of the unit that the article is about."""
        known = self.surroundings.levels.get(ends_in_level(words), frozenset())
        if len(known) != 1:
            return None
        (proper,) = known
        called = " ".join((*without_actor(name).split(), *_capital(proper)))
        read = self._full((*words, *proper), called)
        if read.reading is None:
            return read
        about = basis("about", unit=self.surroundings.about) if self.surroundings.about else self.surroundings.basis
        reading = read.reading
        return Read(replace(reading, name=called, basis=about, place_basis=reading.place_basis or about))


def _is_part(parts: Sequence[str]) -> bool:
    """Return whether the first of several bodies lies in the next: ``Tổng cục An ninh I, Bộ Công an``; ``Công an xã A, tỉnh B``."""
    first, second = (head_of(name_words(part)) for part in parts[:2])
    in_place = bool(level_of(second)) and not level_of(first)
    return in_place or heads()[0][first] in _NESTED or (first == ("tổng", "cục") and second == ("bộ",))


def _as_committee(name: str, written: str) -> str:
    """Return an organisation's name as the article calls its committee: ``Tỉnh ủy Đồng Nai`` for ``Đảng bộ tỉnh Đồng Nai``."""
    key = name_words(written)
    begins = " ".join(written.split()[:2])
    if canonical(begins) in _COMMITTEE_WORDS and canonical(name).startswith("đảng bộ"):
        rest = name.split()[len(key) if key[:2] == ("đảng", "bộ") and level_of(key[2:]) else 2 :]
        if name_words(" ".join((begins, *rest))) == name_words(name):
            return " ".join((begins, *rest))
    return name


def _capital(words: Words) -> tuple[str, ...]:
    return tuple(word[0].upper() + word[1:] for word in words)

"""The archive's units, and what every name written in its articles means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.archive import Pointer
from generator.model.article import Article
from generator.model.facts import Facts, Inference
from generator.model.statement import Reason, in_order
from generator.model.unit import Resolution, Standing, Unit
from generator.resolution.addresses import address
from generator.resolution.units.addresses import former_addresses, unlisted_address
from generator.resolution.units.article_reader import ArticleReader
from generator.resolution.units.authority import Authority
from generator.resolution.units.completeness import kind_of
from generator.resolution.units.names import Words
from generator.resolution.units.one_body import one_body
from generator.resolution.units.places import LEVELS, phrases
from generator.resolution.units.readings import Identity, Read, Reading
from generator.resolution.units.spoken_names import spoken
from generator.text.normalization import archived
from generator.text.slugs import slug
from generator.text.tone import press_spelling

#: From the smallest place outward: a unit lies in the nearest that the authority lists.
_NEAREST = tuple(reversed(LEVELS))


@dataclass(frozen=True, slots=True)
class Resolved:
    """``units`` are those that the articles name, and the listed ones that they lie in, belong to or became.

    For the article at a position of the sequence that was resolved, :meth:`names` states what each written name means, :meth:`hosts` which
    units the article is about. ``pointers`` are the addresses that units had before they were listed or before articles stated their
    province, and names that several may have.
    """

    units: Mapping[str, Unit]
    by_article: tuple[Mapping[str, Resolution], ...]
    host_names: tuple[tuple[str, ...], ...]
    pointers: tuple[Pointer, ...] = ()

    def names(self, position: int) -> Mapping[str, Resolution]:
        return self.by_article[position]

    def hosts(self, position: int) -> tuple[Unit, ...]:
        """Return the hosts whose unit is known, each once, in the article's order."""
        names = self.by_article[position]
        found = dict.fromkeys(unit for name in self.host_names[position] if (unit := names[name].unit))
        return tuple(self.units[unit] for unit in found)


def resolve(articles: Sequence[tuple[Article, Facts]], authority: Authority, keeping: Keeping = NOTHING_KEPT) -> Resolved:
    """Return what the organisations' names of ``articles`` mean. The order of the articles changes nothing but the positions."""
    rules = keeping.once((authority.units, authority.sites))
    work, depends = partial(_read, authority), lambda name: (rules, *map(keeping.once, name))
    read = list(keeping.made("names of an article", work, articles, depends))
    unlisted = _Unlisted(authority, [(article.text, reads) for (article, _), (reads, _) in zip(articles, read, strict=True)])
    by_article = tuple({name: unlisted.resolution(name, read) for name, read in reads.items()} for reads, _ in read)
    units = unlisted.units()
    for names in by_article:
        for reading in names.values():
            for identifier in (reading.unit, *reading.candidates):
                if identifier is not None and identifier in authority.units:
                    units[identifier] = authority.units[identifier]
    known = _with_relatives(units, authority)
    pointers = (*unlisted.pointers(), *former_addresses(known, authority))
    return Resolved(known, by_article, tuple(hosts for _, hosts in read), pointers)


def _read(authority: Authority, article: tuple[Article, Facts]) -> tuple[Mapping[str, Read], tuple[str, ...]]:
    """Return what each name written in ``article`` is read as, and which are its hosts'."""
    reader = ArticleReader(authority, *article)
    return reader.reads, reader.names.hosts


class _Unlisted:
    """The organisations that the authority doesn't list, made of what all articles say of them."""

    def __init__(self, authority: Authority, articles: Sequence[tuple[str, Mapping[str, Read]]]) -> None:
        self.authority = authority
        self.said: dict[Identity, list[Reading]] = {}
        for _, reads in articles:
            for read in reads.values():
                self._take(read.reading)
        self.same = self._one_body(articles)
        for other, identity in self.same.items():
            self.said[identity] += self.said.pop(other)
        self._scoped: dict[Words, list[Identity]] = {}
        for identity in self.said:
            if identity.bare is not None and identity.key != identity.bare:
                self._scoped.setdefault(identity.bare, []).append(identity)
        self.kept = [identity for identity in self.said if not self._others(identity)]
        self.names = self._names()
        self.ids = self._ids()

    def _take(self, reading: Reading | None) -> None:
        while reading is not None and reading.identity is not None:
            self.said.setdefault(reading.identity, []).append(reading)
            reading = reading.owner

    def _one_body(self, articles: Sequence[tuple[str, Mapping[str, Read]]]) -> Mapping[Identity, Identity]:
        """Return the identities that are another's body under another name, each with that other one."""
        names = {identity: {reading.name for reading in readings} for identity, readings in self.said.items()}
        meant = [(text, {name: read.reading.identity for name, read in reads.items() if read.reading}) for text, reads in articles]
        return one_body(names, ((text, [(name, meaning) for name, meaning in of.items() if meaning is not None]) for text, of in meant))

    def _others(self, identity: Identity) -> Sequence[Identity]:
        """Return those of the same local name in a known province, where this one's is not known."""
        return self._scoped.get(identity.key, ()) if identity.key == identity.bare else ()

    def _names(self) -> dict[Identity, str]:
        """As most articles write it; with its province where two would be called alike."""
        names = {}
        for identity in self.kept:
            readings = self.said[identity]
            counts = Counter((reading.basis is not None, press_spelling(spoken(archived(reading.name)))) for reading in readings)
            name = min(counts, key=lambda count: (count[0], count[1].isupper(), -counts[count], count[1]))[1]
            names[identity] = name[:1].upper() + name[1:]
        alike = Counter(names.values())
        for identity, name in names.items():
            if alike[name] > 1 and identity.province is not None:
                names[identity] = f"{name} ({self.authority.units[identity.province].name})"
        return names

    def _ids(self) -> dict[Identity, str]:
        return {identity: unlisted_address(identity) for identity in self.kept}

    def pointers(self) -> Iterator[Pointer]:
        """Yield the addresses of the names alone, and of those whose province was not known when it now is: they may mean several."""
        for other, identity in self.same.items():
            if identity in self.ids and unlisted_address(other) not in self.ids.values():
                yield Pointer(f"don-vi/{unlisted_address(other)}", (f"don-vi/{self.ids[identity]}",))
        plain: dict[str, list[str]] = {}
        for identity in self.kept:
            own = self.ids[identity]
            for name in dict.fromkeys((self.names[identity], *(reading.name for reading in self.said[identity]))):
                plain.setdefault(address(slug(name) or "don-vi"), []).append(own)
            if identity.bare is not None and identity.key != identity.bare:
                plain.setdefault(unlisted_address(Identity(identity.bare, None, identity.bare)), []).append(own)
        for old, new in sorted(plain.items()):
            if old not in self.authority.units and old not in new:
                yield Pointer(f"don-vi/{old}", tuple(f"don-vi/{target}" for target in sorted(set(new))), moved=False)

    def resolution(self, written: str, read: Read) -> Resolution:
        """Return what a name that is read as ``read`` means in the archive."""
        if read.names_none:
            return Resolution(written, Standing.NO_UNIT)
        reading = read.reading
        if reading is None:
            candidates = {found for reading in read.candidates if (found := self._id(reading)) is not None}
            return Resolution(written, Standing.AMBIGUOUS, candidates=tuple(sorted(candidates)))
        if reading.unit is not None:
            return Resolution(written, Standing.LISTED, reading.unit.id, basis=reading.basis)
        if reading.identity is not None and (others := self._others(self.same.get(reading.identity, reading.identity))):
            return Resolution(written, Standing.AMBIGUOUS, candidates=tuple(sorted(self.ids[other] for other in others)))
        return Resolution(written, Standing.UNLISTED, self._id(reading), basis=reading.basis)

    def _id(self, reading: Reading) -> str | None:
        if reading.unit is not None:
            return reading.unit.id
        return self.ids.get(self.same.get(reading.identity, reading.identity)) if reading.identity else None

    def units(self) -> dict[str, Unit]:
        """Return the unlisted units by their id."""
        return {self.ids[identity]: self._unit(identity) for identity in self.kept}

    def _unit(self, identity: Identity) -> Unit:
        readings = self.said[identity]
        owner = next((found for reading in readings if reading.owner and (found := self._id(reading.owner))), None)
        inferred = []
        place = self._place(identity)
        if place is not None and (why := _basis(reading.place_basis for reading in readings)) is not None:
            inferred.append(Inference("place", why))
        if owner is not None and (why := _basis(reading.basis for reading in readings if reading.owner)) is not None:
            inferred.append(Inference("parent", why))
        return Unit(
            id=self.ids[identity],
            name=self.names[identity],
            kind=kind_of(identity.key, self.authority.places),
            variants=tuple(sorted({press_spelling(archived(reading.name)) for reading in readings} - {self.names[identity]})),
            parent=owner,
            place=place,
            inferred=tuple(inferred),
        )

    def _place(self, identity: Identity) -> str | None:
        """Return the nearest listed place in the key that lies in the identity's province, else that province."""
        found = phrases(identity.key)
        for level in _NEAREST:
            for unit in self.authority.by_key.get((*level, *found.get(level, ())), ()) if level in found else ():
                lies = {unit.id, *(unit_above.id for unit_above in self.authority.chain(unit))}
                if self.authority.is_place(unit) and identity.province in lies:
                    return unit.id
        return identity.province


def _basis(bases: Iterable[Reason | None]) -> Reason | None:
    """Return the first of ``bases`` in order; None where one reading needs none, because the text states it."""
    found = list(bases)
    return min((each for each in found if each is not None), key=in_order) if all(each is not None for each in found) else None


def _with_relatives(units: dict[str, Unit], authority: Authority) -> Mapping[str, Unit]:
    """``units`` and the listed ones that they lead to, sorted by id."""
    waiting = list(units.values())
    while waiting:
        unit = waiting.pop()
        for identifier in (unit.parent, unit.place, *unit.successors):
            if identifier is not None and identifier not in units and identifier in authority.units:
                units[identifier] = authority.units[identifier]
                waiting.append(units[identifier])
    return dict(sorted(units.items()))

"""Link targets: quotes in an article, pages of units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.archive import Archive, Citation, Entry
from generator.model.packing import packed
from generator.model.span import Span
from generator.model.unit import Unit
from generator.rendering.charts.tiles import finder, province
from generator.rendering.parts.article_text.anchors import anchors_of
from generator.rendering.parts.article_text.body import body_of
from generator.resolution.archive_index import ArchiveIndex

#: Roles by which a unit has part in an event; one that is merely mentioned has no page of its own for that.
_PARTS = ("host", "granter", "recipient")


@packed
@dataclass(frozen=True, slots=True)
class Value:
    """Something with a page: its address below its folder, and its name. Without a page the address is None."""

    id: str | None
    name: str


@dataclass(frozen=True)
class Places:
    """The addresses of an archive, from its root: ``bai/le-trao.md#w.bcdfghjk``."""

    archive: Archive

    def words(self, slug: str, evidence: Iterable[Span]) -> str:
        """Return the first words of ``evidence`` that the article's page shows, or else the page."""
        shown = self.marked(slug)
        for span in evidence:
            if (anchor := shown.get(span)) is not None:
                return f"bai/{slug}.md#{anchor}"
        return f"bai/{slug}.md"

    def citations(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """Return the words of each article that reports it."""
        return tuple(self.words(citation.slug, citation.evidence) for citation in citations if citation.slug in self.archive.by_slug)

    def unit(self, id: str) -> Value:
        """Return the unit, with an address where it has a page."""
        known = self.archive.units.get(id)
        return Value(id if id in self.with_page else None, known.name if known else id)

    def provinces(self, units: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the provinces in which ``units`` lie, as far as the archive knows."""
        return tuple(dict.fromkeys(province(found) for unit in units if (found := self._province_of(unit))))

    @cached_property
    def _province_of(self) -> Callable[[str], str | None]:
        return finder(self.archive.units)

    @cached_property
    def index(self) -> ArchiveIndex:
        """What the archive's articles, awards, persons and units are connected with."""
        return ArchiveIndex.of(self.archive)

    def person(self, id: str) -> Value:
        """Return the person, with an address where one has a page."""
        return Value(id if id in self.index.persons_with_page else None, self.index.person[id].name)

    @cached_property
    def with_page(self) -> frozenset[str]:
        """The units that have a page: those with a part in an event or in the ledger, what these belong to, where they lie and
        what they became. The authority file lists more."""
        archive = self.archive
        waiting = [unit.id for entry in archive.entries for unit in entry.units]
        for entry in archive.entries:
            resolutions = (entry.names.get(unit.name) for unit in entry.facts.units if unit.role in _PARTS)
            waiting += [resolution.unit for resolution in resolutions if resolution and resolution.unit]
        for row in archive.ledger:
            waiting += [*row.hosts, *row.recipients, *([row.granter] if row.granter else [])]
        found: set[str] = set()
        while waiting:
            unit_id = waiting.pop()
            if unit_id not in found and (unit := self._units.get(unit_id)):
                found.add(unit_id)
                waiting += [successor for successor in (unit.parent, unit.place, *unit.successors) if successor]
        return frozenset(found)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units that have a page, by address."""
        return tuple(self._units[unit_id] for unit_id in sorted(self.with_page))

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {**{unit.id: unit for entry in self.archive.entries for unit in entry.units}, **self.archive.units}

    def marked(self, slug: str) -> Mapping[Span, str]:
        """Return the anchors of the article's evidence, made once for all that lead there: whose text they are made of is read once."""
        of_archive: dict[str, Mapping[Span, str]] = self.archive.memory.setdefault(Places, {})
        found = of_archive.get(slug)
        if found is None:
            found = of_archive[slug] = _shown(self.archive.by_slug[slug])
        return found


def _shown(entry: Entry) -> Mapping[Span, str]:
    """Return the anchors of the evidence that the article's page marks: that of its facts, where it is in the body."""
    body = body_of(entry.article)
    return {span: anchor for span, anchor in anchors_of(entry).items() if body.shows(span)}

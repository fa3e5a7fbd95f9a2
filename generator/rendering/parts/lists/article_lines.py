"""Articles in lists, each with those of its facts that the list is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model.archive import Entry, LedgerRow
from generator.model.facts import Award, Fact
from generator.model.packing import packed
from generator.rendering.parts.links.places import Places, Value
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.wording import Words
from generator.resolution.events import totals


@packed
@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact in words, and where they are in the article; None where the list leaves that to the article's page."""

    words: Words
    at: str | None = None


@packed
@dataclass(frozen=True, slots=True)
class Line:
    """An article in a list: its address, title, date, units and facts. ``more`` facts are not shown."""

    slug: str
    title: str
    date: str | None
    units: tuple[Value, ...]
    facts: tuple[StatedFact, ...]
    more: int = 0


@packed
@dataclass(frozen=True, slots=True)
class Total:
    """Totals of some articles and rows of the ledger, as :class:`~generator.resolution.events.totals.Totals`."""

    articles: int
    granted: int
    proposed: int
    uncounted: int
    approximate: int = 0
    doubtful: int = 0

    @property
    def open(self) -> bool:
        """Whether more awards were granted than ``granted`` counts."""
        return bool(self.uncounted or self.approximate)

    @classmethod
    def of(cls, articles: int, rows: Iterable[LedgerRow]) -> Total:
        sums = totals.totals(rows)
        return cls(articles, sums.granted, sums.proposed, sums.uncounted, sums.approximate, sums.doubtful)


def line(entry: Entry, facts: Sequence[StatedFact], most: int | None = None) -> Line:
    """``entry`` in a list with ``facts``, ``most`` of them."""
    units = tuple(Value(unit.id, unit.name) for unit in entry.units)
    shown = tuple(facts[:most])
    return Line(
        entry.slug, entry.article.title, entry.date and wording.days(entry.date, entry.last_day), units, shown, len(facts) - len(shown)
    )


def awards_line(entry: Entry, keep: Callable[[Award], bool] = lambda _: True, most: int | None = None) -> Line:
    """``entry`` with those of its awards that ``keep`` lets through, what was granted first; gifts stay out."""
    awards = [award for award in entry.facts.awards if award.type not in labels().gifts and keep(award)]
    order = labels().order("statuses")
    awards.sort(key=lambda award: order.get(award.status, len(order)))
    return line(entry, [StatedFact(wording.award(award, granter=False, withdrawn=award in entry.withdrawn)) for award in awards], most)


def stated_facts(places: Places, slug: str, facts: Iterable[Fact], words: Callable[..., Words]) -> list[StatedFact]:
    """``facts`` of one article in words, each with its place."""
    return [StatedFact(words(fact), places.words(slug, fact.evidence)) for fact in facts]

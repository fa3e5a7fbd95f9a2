"""The page of one article: front matter, the panel of its facts, its full text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from generator.model.archive import Entry
from generator.model.article import BODY_KINDS, Article, Block, BlockKind
from generator.model.correction import ARTICLE_FIELDS, Action
from generator.model.facts import Award, Fact, is_sure
from generator.model.record import correction_to_data, facts_to_data
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.model.span import Span
from generator.rendering.linked.citations import Citation, citation
from generator.rendering.linked.json_ld import Node, article_data
from generator.rendering.linked.moments import moment
from generator.rendering.pages.checked import seal
from generator.rendering.pages.hidden import HiddenLine
from generator.rendering.parts.article_text.evidence import MarkedText
from generator.rendering.parts.article_text.facts_in_order import facts_in_order
from generator.rendering.parts.article_text.text_tables import Tabled, table, tabled
from generator.rendering.parts.links.places import Value
from generator.rendering.parts.lists.paging import FACTS, Pager, paged
from generator.rendering.parts.provenance import correction_words
from generator.rendering.parts.provenance.correction_words import CorrectionView
from generator.rendering.parts.provenance.reports import article_report
from generator.rendering.parts.provenance.source_line import SourceLine, source_line
from generator.rendering.words import wording
from generator.rendering.words.labels import FactGroup
from generator.rendering.words.statements import doubt, guessed_years, inferences, written
from generator.rendering.words.wording import Words
from generator.resolution.records.decisions import CitedDecisions

_LONGEST_QUOTE = 160
_LONGEST_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence: the anchor of its words, or where they are outside the text shown, the words themselves."""

    anchor: str | None
    words: str


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact of the panel. ``guessed`` are sentences about years that were inferred, ``inferred`` the other values. ``decision`` is the
    one that grants an award, with the address of its page below ``van-ban/``; then it is not among the details of ``words``.
    ``pages`` are the records of the persons and units that it names. ``checked`` is who
    confirmed it, and when."""

    words: Words
    quotes: tuple[Quote, ...]
    guessed: tuple[str, ...]
    inferred: tuple[str, ...]
    doubt: str | None
    corrections: tuple[CorrectionView, ...]
    decision: Value | None = None
    pages: tuple[Value, ...] = ()
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one kind, ``total`` in the whole article."""

    kind: FactGroup
    facts: tuple[FactView, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FactsPage:
    """Facts of an article with very many: those beside its text, or on a further page. ``first`` is the place of the first among all."""

    groups: tuple[Group, ...]
    first: int
    pager: Pager


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the text: ``kind`` as in the article, ``words`` as Markdown with its marks; ``level`` is that of a heading on the page (2
    is the highest), 0 for any other block."""

    kind: str
    words: Markup
    level: int = 0


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that the template of an article shows."""

    entry: Entry
    front: dict[str, Any]
    title: Markup | str
    facts: tuple[FactsPage, ...]
    text: tuple[TextBlock, ...]
    published: str | None
    published_words: str | None
    date: str | None
    years: tuple[int, ...]
    corrections: tuple[CorrectionView, ...]
    report: Markup | None
    reports: str
    citation: Citation
    data: Node
    source: SourceLine
    hidden: tuple[HiddenLine, ...]
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article's page shows of the rest of the archive: ``decisions``, the pages below ``van-ban/`` of the decisions that it cites,
    by number and day; ``records``, for each of its facts in their order, the pages of the persons and units that it names; ``hidden``,
    which names are hidden in it."""

    decisions: Mapping[tuple[str | None, str | None], str] = field(default_factory=dict)
    records: tuple[tuple[Value, ...], ...] | None = None
    hidden: tuple[HiddenLine, ...] = ()


NO_SURROUNDINGS = Surroundings()


def article_page(
    entry: Entry, path: str, settings: SiteSettings = NO_SETTINGS, surroundings: Surroundings = NO_SURROUNDINGS
) -> ArticlePage:
    """Return the view of the page of ``entry``, at ``path`` below docs/, which depends on nothing else."""
    article = entry.article
    facts = tuple(facts_in_order(entry))
    kinds: dict[Span, set[str]] = {}
    for kind, fact in facts:
        for span in fact.evidence:
            kinds.setdefault(span, set()).update(
                [
                    kind.key,
                    *["inferred"] * bool(fact.inferred),
                    *["corrected"] * bool(fact.corrections),
                    *["doubtful"] * (not is_sure(fact)),
                ]
            )
    in_tables = tabled(article)
    marked = MarkedText(in_tables.article, {span: frozenset(of) for span, of in kinds.items() if len(span)})
    corrected = {correction.kind for correction in entry.corrections if correction.kind in ARTICLE_FIELDS}
    title, text = _text(in_tables, marked, corrected="title" in corrected)

    stamp = article.published_span if "published" not in corrected else None
    return ArticlePage(
        entry=entry,
        front=front(entry),
        title=title,
        facts=tuple(_facts_pages(entry, facts, marked, surroundings)),
        text=text,
        published=article.published and wording.date(article.published),
        published_words=" ".join(stamp.of(article.text).split()) if stamp else None,
        date=entry.date and wording.days(entry.date, entry.last_day),
        years=entry.facts.years,
        corrections=correction_words.of_article(entry.corrections, wording.fact_words),
        report=article_report(settings, path, entry),
        reports=entry.slug,
        citation=citation(entry, path, settings),
        data=article_data(entry, path, settings),
        source=source_line(article),
        hidden=surroundings.hidden,
        checked=seal(entry.checked),
    )


def _facts_pages(
    entry: Entry, facts: Sequence[tuple[FactGroup, Fact]], marked: MarkedText, surroundings: Surroundings
) -> Iterator[FactsPage]:
    totals = Counter(kind.key for kind, _ in facts)
    cited, records = CitedDecisions.of(entry), surroundings.records or ((),) * len(facts)
    views = [
        (kind, _view(kind, fact, marked, entry, _decision(fact, cited, surroundings), pages))
        for (kind, fact), pages in zip(facts, records, strict=True)
    ]
    for pager, portion in paged(views, entry.slug, FACTS):
        by_kind = groupby(portion, itemgetter(0))
        groups = tuple(Group(kind, tuple(view for _, view in of), totals[kind.key]) for kind, of in by_kind)
        yield FactsPage(groups, pager.at * FACTS, pager)


def _decision(fact: Fact, cited: CitedDecisions, surroundings: Surroundings) -> str | None:
    """Return where the decision that grants the award ``fact`` has its page; None where the article cites none."""
    document = cited.meant(fact.decision) if isinstance(fact, Award) else None
    return surroundings.decisions.get((document.number, document.date)) if document else None


def _view(kind: FactGroup, fact: Fact, marked: MarkedText, entry: Entry, granting: str | None, pages: tuple[Value, ...]) -> FactView:
    words, decision = wording.fact_words(kind.key, fact), None
    if isinstance(fact, Award) and fact in entry.withdrawn:
        words = wording.award(fact, withdrawn=True)
    if isinstance(fact, Award) and granting:
        decision = Value(granting, wording.by_decision(fact))
        words = replace(words, details=tuple(detail for detail in words.details if detail != decision.name))
    corrections = correction_words.of_fact(fact, marked.article.text)
    return FactView(
        words, _quotes(fact, marked), guessed_years(fact), inferences(fact), doubt(fact), corrections, decision, pages, seal(fact.checked)
    )


def _quotes(fact: Fact, marked: MarkedText) -> tuple[Quote, ...]:
    quotes = []
    for span in dict.fromkeys(fact.evidence):
        words = " ".join(span.of(marked.article.text).split())
        if words:
            quotes.append(Quote(marked.anchors[span] if marked.shows(span) else None, _short(words, _LONGEST_QUOTE)))
    return tuple(quotes)


def _text(in_tables: Tabled, marked: MarkedText, *, corrected: bool) -> tuple[Markup | str, tuple[TextBlock, ...]]:
    """Return the heading, and the blocks below it. Where the title is not the text's headline, because there is none or because it was
    ``corrected``, the heading is the title, and what the text has stays below."""
    article = in_tables.article
    heading: Markup | str = article.title
    blocks = [block for block in article.blocks if block.kind in BODY_KINDS]
    headline: Block | None = next((block for block in blocks if block.kind is BlockKind.TITLE and not corrected), None)
    if headline is not None:
        heading = marked.block(headline)
    cells = {cell for rows in in_tables.tables.values() for row in rows for cell in row if cell is not None}
    shown, above = list[TextBlock](), 1
    for block in blocks:
        if block in in_tables.tables:
            shown.append(TextBlock("table", table(in_tables.tables[block], marked)))
        elif block is not headline and block not in cells:
            level = min(block.level + 1, above + 1) if block.level else 0  # none is left out between two
            above = level or (2 if block.kind is BlockKind.TITLE else above)
            shown.append(TextBlock(block.kind.value, marked.block(block), level))
    return heading, tuple(shown)


def _described(article: Article) -> dict[str, str]:
    """Return the description for other sites: the article's first words."""
    first = next((block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.PARAGRAPH), "")
    words = " ".join(first.split())
    return {"description": _short(words, _LONGEST_DESCRIPTION)} if words else {}


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def front(entry: Entry) -> dict[str, Any]:
    """Return the front matter of an article's page: the facts of the contract, and what the site needs to place it."""
    source, facts = entry.article.source, facts_to_data(entry.facts, written)
    fields: dict[str, Any] = {
        "title": entry.article.title,
        **_described(entry.article),
        "date": entry.date,
        "source": {"path": source.path, "sha256": source.sha256, "format": source.format, "url": source.url, **source.stated()},
        **({"copies": [{"path": copy.path, "sha256": copy.sha256, "url": copy.url} for copy in entry.copies]} if entry.copies else {}),
        **({"event_page": entry.event} if entry.event else {}),
        "published": entry.article.published,
        **({"published_time": moment(entry.article.published)} if entry.article.published and "T" in entry.article.published else {}),
        "byline": entry.article.byline,
        "unit": [{"id": unit.id, "name": unit.name} for unit in entry.units],
        "years": facts["years"],
        "award_types": list(dict.fromkeys(award.type for award in entry.facts.awards)),
        "event": facts["event"],
        "units": facts["units"],
        "awards": facts["awards"],
        "ratings": facts["ratings"],
        "people": facts["people"],
        "documents": facts["documents"],
        "figures": facts["figures"],
    }
    # A fact carries its own corrections; here are those that none carries.
    rest = [correction for correction in entry.corrections if correction.kind in ARTICLE_FIELDS or correction.action is Action.REMOVE]
    if rest:
        fields["corrections"] = [correction_to_data(correction, written) for correction in rest]
    return fields

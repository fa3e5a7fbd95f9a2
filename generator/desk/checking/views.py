"""An article and its rows as the desk's pages show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.desk.checking.rows import Row, Standing
from generator.desk.checking.shelf import Judged
from generator.model.article import Article, Block, BlockKind
from generator.model.correction import ARTICLE_FIELDS
from generator.model.facts import FactKind
from generator.model.span import Span
from generator.rendering.parts.provenance import correction_words
from generator.rendering.words import statements, wording
from generator.rendering.words.labels import labels


@dataclass(frozen=True, slots=True)
class RowView:
    """A row in words. ``quotes`` are its pieces of evidence, ``notes`` why it is doubtful or on what it is inferred, ``done`` who decided
    and what."""

    key: str
    state: str
    kind: str
    kind_label: str
    standing: str
    head: str
    body: str
    details: tuple[str, ...]
    notes: tuple[str, ...]
    done: tuple[str, ...]
    quotes: tuple[str, ...]
    doubtful: bool
    changed: bool
    is_field: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block from the offset ``start`` of the text, marked as evidence of the rows ``keys``."""

    start: int
    words: str
    keys: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the text in pieces."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows of an article there are, and about how many a person has decided."""

    done: int
    total: int

    @property
    def left(self) -> int:
        """The number of rows still open."""
        return self.total - self.done

    @property
    def percent(self) -> int:
        """The share of rows decided."""
        return round(100 * self.done / self.total) if self.total else 0


def progress_of(rows: Sequence[Row]) -> Progress:
    """Count the rows decided."""
    return Progress(sum(not row.is_open for row in rows), len(rows))


def row_view(row: Row, text: str) -> RowView:
    """Return ``row`` in the words of the archive's language."""
    table = "article_fields" if row.fact is None else "facts"
    label = labels().of(table, row.kind)
    if row.fact is None:
        shown = wording.Words(correction_words.value(row.kind, row.kind, row.value).strip("“”"))
        quotes: tuple[str, ...] = ()
        done = tuple(f"{view.label}: {view.changes} · {view.who}" for view in correction_words.of_fields(row.corrections))
        notes: tuple[str, ...] = ()
    else:
        shown = wording.fact_words(FactKind(row.kind), row.fact)
        quotes = tuple(dict.fromkeys(_short(" ".join(span.of(text).split())) for span in row.fact.evidence if len(span)))
        notes = tuple(filter(None, (statements.doubt(row.fact), *statements.guessed_years(row.fact), *statements.inferences(row.fact))))
        done = tuple(f"{view.label} {view.changes} · {view.who}" for view in correction_words.of_fact(row.fact, text))
        if row.standing is Standing.REMOVED:
            done = tuple(f"{view.label} · {view.who}" for view in correction_words.of_article(row.corrections, wording.fact_words))
    if row.checked:
        done = (*done, f"{row.checked[0]} · {wording.date(row.checked[1])}")
    return RowView(row.key, row.state, row.kind, label, row.standing.value, shown.head, shown.body, shown.details, notes, done, quotes,
                   row.is_doubtful, row.changed, row.kind in ARTICLE_FIELDS)  # fmt: skip


def blocks_of(judged: Judged, rows: Sequence[Row]) -> tuple[BlockView, ...]:
    """Return the text of an article, all of it, with the evidence of its rows marked."""
    article = judged.article
    spans: list[tuple[Span, str, bool]] = [
        (span, row.key, row.is_doubtful)
        for row in rows
        if row.fact is not None and row.standing is not Standing.REMOVED
        for span in row.fact.evidence
        if len(span)
    ]
    for row in rows:
        span = _field_span(article, row.kind) if row.fact is None else None
        if span is not None and len(span):
            spans.append((span, row.key, False))
    spans.sort(key=lambda each: each[0])
    shown = ((block, look_of(block, article)) for block in article.blocks)
    return tuple(BlockView(look, tuple(_pieces(article, block, spans))) for block, look in shown if look)


def look_of(block: Block, article: Article) -> str:
    """Return how a block of the text looks: its kind, or that it is a heading; nothing for the marks of one, which it shows itself."""
    if block.level:
        return "heading"
    return "" if block.kind is BlockKind.FURNITURE and not block.span.of(article.text).strip("#") else block.kind.value


def _field_span(article: Article, name: str) -> Span | None:
    return {"title": article.title_span, "published": article.published_span, "byline": article.byline_span}.get(name)


def _pieces(article: Article, block: Block, spans: Sequence[tuple[Span, str, bool]]) -> Iterator[Piece]:
    here = [each for each in spans if each[0].overlaps(block.span)]
    cuts = {block.span.start, block.span.end}
    for span, _, _ in here:
        cuts |= {max(span.start, block.span.start), min(span.end, block.span.end)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        over = [each for each in here if each[0].start <= start and end <= each[0].end]
        keys = " ".join(dict.fromkeys(key for _, key, _ in over))
        yield Piece(start, article.text[start:end], keys, any(doubtful for _, _, doubtful in over))


def _short(words: str, longest: int = 160) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"

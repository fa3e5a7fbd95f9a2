"""An article's text with the words that facts rest on marked, so that a link can light them up.

Each distinct span of evidence has one anchor. Spans that nest become nested elements; of spans that cross, the later
is cut where the earlier ends, and its pieces share a class ``x1`` … ``x60`` by which the style sheet lights them
together. So also for a span over several blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush

from markupsafe import Markup

from generator.model.article import BODY_KINDS, Article, Block
from generator.model.span import Span, overlapping
from generator.rendering.escaping import markdown
from generator.rendering.parts.article_text.anchors import anchors

#: How many spans of one article can be lit piece by piece; of any further one its first piece is. The style sheet
#: (docs/assets/stylesheets/parts/evidence.css) has one rule for each.
MOST_SPLIT = 60


@dataclass(frozen=True, slots=True, order=True)
class _Piece:
    start: int
    end: int
    owner: Span


@dataclass(frozen=True)
class MarkedText:
    """The body of ``article`` with marks. ``kinds`` states which kinds of fact each span is evidence of (with ``inferred`` and
    ``corrected`` or ``doubtful`` where that happened to one of these), each a class of the mark."""

    article: Article
    kinds: Mapping[Span, frozenset[str]]

    def shows(self, span: Span) -> bool:
        """Return whether any of the span's words are in the body, so that one can link to them."""
        return span in self._first

    @cached_property
    def anchors(self) -> Mapping[Span, str]:
        """The ids of the elements that mark each span."""
        return anchors(self.article.text, self.kinds)

    def block(self, block: Block) -> Markup:
        """Return the words of a block as Markdown, with their marks."""
        out: list[str] = []
        text = self.article.text
        at = block.span.start
        open_pieces: list[_Piece] = []

        def copy(until: int) -> None:
            nonlocal at
            if until > at:
                out.append(markdown(text[at:until], whole=not out))
                at = until

        for piece in self._pieces.get(block, ()):
            while open_pieces and open_pieces[-1].end <= piece.start:
                copy(open_pieces.pop().end)
                out.append("</span>")
            copy(piece.start)
            out.append(self._opening(piece))
            open_pieces.append(piece)
        while open_pieces:
            copy(open_pieces.pop().end)
            out.append("</span>")
        copy(block.span.end)
        return Markup("".join(out))  # noqa: S704 (every part is ours or escaped)

    def _opening(self, piece: _Piece) -> str:
        classes = ["ev", *(f"ev-{kind}" for kind in sorted(self.kinds[piece.owner]))]
        if piece.owner in self._split:
            classes.append(f"x{self._split[piece.owner]}")
        name = ""
        if self._first[piece.owner] == piece:  # `data-at`: what links were made of once, for anchors.js
            name = f' id="{self.anchors[piece.owner]}" data-at="{piece.owner.start}.{piece.owner.end}"'
        return f'<span{name} class="{" ".join(classes)}">'

    @cached_property
    def _pieces(self) -> Mapping[Block, tuple[_Piece, ...]]:
        blocks = [block for block in self.article.blocks if block.kind in BODY_KINDS]
        found: dict[Block, tuple[_Piece, ...]] = {}
        for block, spans in zip(blocks, overlapping(self.kinds, (block.span for block in blocks)), strict=True):
            if spans:
                found[block] = tuple(nested(_Piece(max(s.start, block.span.start), min(s.end, block.span.end), s) for s in spans))
        return found

    @cached_property
    def _first(self) -> Mapping[Span, _Piece]:
        first: dict[Span, _Piece] = {}
        for pieces in self._pieces.values():
            for piece in pieces:
                first.setdefault(piece.owner, piece)
        return first

    @cached_property
    def _split(self) -> Mapping[Span, int]:
        counts: dict[Span, int] = {}
        for pieces in self._pieces.values():
            for piece in pieces:
                counts[piece.owner] = counts.get(piece.owner, 0) + 1
        several = [span for span, count in counts.items() if count > 1]
        return {span: number for number, span in enumerate(several[:MOST_SPLIT], 1)}


def nested(pieces: Iterable[_Piece]) -> list[_Piece]:
    """``pieces`` cut so that of any two one holds the other or they are apart; in the order of their opening."""
    waiting = [(_opening_order(piece), piece) for piece in pieces]
    heapify(waiting)
    result: list[_Piece] = []
    open_ends: list[int] = []
    while waiting:
        _, piece = heappop(waiting)
        while open_ends and open_ends[-1] <= piece.start:
            open_ends.pop()
        if open_ends and piece.end > open_ends[-1]:
            cut = open_ends[-1]
            rest = _Piece(cut, piece.end, piece.owner)
            heappush(waiting, (_opening_order(rest), rest))
            piece = _Piece(piece.start, cut, piece.owner)
        result.append(piece)
        open_ends.append(piece.end)
    return result


def _opening_order(piece: _Piece) -> tuple[int, int, Span]:
    return (piece.start, -piece.end, piece.owner)

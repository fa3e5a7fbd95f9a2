"""An article as read from its source, before any fact is extracted."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from generator.model.packing import packed
from generator.model.span import Span


class BlockKind(StrEnum):
    """Role of a block of text."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    BYLINE = "byline"
    STAMP = "stamp"  # the page's own date line: not shown as text, used for `published`
    REPEAT = "repeat"  # a title or lead printed a second time: shown once
    FURNITURE = "furniture"  # menus, counters, sharing buttons


#: Blocks whose words belong to the article and must are on its page.
BODY_KINDS = frozenset({BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.BYLINE})
#: Blocks in which facts are sought: the body without the signature.
FACT_KINDS = BODY_KINDS - {BlockKind.BYLINE}


@packed
@dataclass(frozen=True, slots=True)
class Block:
    """One block of text, without the white space around it. Blocks are in reading order and never overlap.

    ``level`` is that of a heading inside the text (1 is the highest), 0 for any other block. A heading is read for facts like the paragraph
    or list item that its ``kind`` says: where a document's author made one and where a line merely looks so, the facts are the same.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@packed
@dataclass(frozen=True, slots=True)
class Source:
    """Source of an article. ``path`` is relative to the archive folder, with forward slashes; ``sha256`` is the file's.

    ``url`` is the address at which the article was published, ``publisher`` who published it, ``retrieved`` the day on which it was read
    there (ISO 8601), ``archived`` the address of a copy that others keep; each None where neither the file nor ``seeds/sources.csv``
    states it.
    """

    path: str
    sha256: str
    format: str
    url: str | None = None
    publisher: str | None = None
    retrieved: str | None = None
    archived: str | None = None

    def stated(self) -> dict[str, str]:
        """Return what is stated besides the file and the address."""
        provenance = {"publisher": self.publisher, "retrieved": self.retrieved, "archived": self.archived}
        return {name: value for name, value in provenance.items() if value is not None}


@packed
@dataclass(frozen=True, slots=True)
class Article:
    """A source read as an article.

    ``text`` is the decoded source in NFC with LF line ends, without invisible characters and with broken lines joined, otherwise unchanged;
    all spans count its code points. ``joins`` are the offsets at which a line of the source begins and none of ``text``. ``title`` is never
    empty: without a headline it is the start of the first sentence and ``title_is_headline`` is False. ``published`` is ISO 8601, shortened
    where the page says less. ``byline`` is the author or signing office.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    title: str
    title_span: Span
    title_is_headline: bool
    published: str | None = None
    published_span: Span | None = None
    byline: str | None = None
    byline_span: Span | None = None
    joins: tuple[int, ...] = ()

    def line_of(self, offset: int) -> int:
        """Return the line (1-based) of the source that contains ``offset`` of ``text``."""
        return 1 + self.lines_between(0, offset)

    def lines_between(self, start: int, end: int) -> int:
        """Return how many lines of the source end between two offsets of ``text``."""
        return self.text.count("\n", start, end) + bisect_right(self.joins, end) - bisect_right(self.joins, start)

"""A document of any format, before it is read as an article: what its author wrote, and what each part of it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.messages import Message


class PartKind(StrEnum):
    """Role that the document itself gives to a part."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE = "table"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document, in reading order.

    ``text`` has LF between lines and, in a list item, begins with the item's number or bullet. A table has ``rows`` of cells instead.
    ``level`` is that of a heading (1 is the highest) or how deep a list item lies (0 is the outermost).
    """

    kind: PartKind
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a file states: its ``parts`` and, where it states them apart from these, title, date (ISO 8601), author, publisher and address.

    ``notes`` are for the person who adds it: fonts that were decoded, pages without text.
    """

    parts: tuple[Part, ...]
    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None
    address: str | None = None
    notes: tuple[Message, ...] = ()

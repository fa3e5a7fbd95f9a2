"""OpenDocument texts (.odt), as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from generator.model.document import Document, Part, PartKind
from generator.reading.formats.fonts import decoded_runs
from generator.reading.formats.numbering import Counter
from generator.reading.formats.office.finished import finished
from generator.reading.formats.office.open_styles import Styles, attribute, named
from generator.reading.formats.packages import package, part
from generator.reading.formats.tables import table

#: What is no text of the page: notes and comments, deleted words, indexes made of the text.
_PASSED = frozenset(
    map(named, ("office:annotation", "office:annotation-end", "text:tracked-changes", "text:note-citation", "text:table-of-content"))
)
_MOST_COLUMNS = 256  #: of a table; a row of a spreadsheet may repeat an empty cell to the end of the sheet
_MOST_SPACES = 64


def document(data: bytes, path: Path) -> Document:
    """Return the document in an .odt file. Raises ReadingError for one that is damaged, has a password, too large, or without text."""
    with package(data, path) as opened:
        root = part(opened, "content.xml", path)
        styles = Styles.of(part(opened, "styles.xml", path), root)
    body = None if root is None else root.find(f"{named('office:body')}/{named('office:text')}")
    return finished(_Reading(styles), body, path)


@dataclass
class _Reading:
    """A document being read; ``met`` are encodings that were undone, ``title`` the first paragraph that its style calls one."""

    styles: Styles
    met: set[str] = field(default_factory=set)
    title: str | None = None
    counters: dict[str, Counter] = field(default_factory=dict)

    def parts(self, parent: etree._Element) -> Iterator[Part]:
        """Yield the parts in ``parent``: the text, a section, a frame, a cell."""
        for child in parent:
            if child.tag in _PASSED or not isinstance(child.tag, str):
                continue
            if child.tag in {named("text:p"), named("text:h")}:
                yield from self._paragraph(child)
            elif child.tag == named("text:list"):
                yield from self._list(child, 0, None)
            elif child.tag == named("table:table"):
                yield from table(list(self._rows(child)))
            else:
                yield from self.parts(child)

    def _paragraph(self, paragraph: etree._Element, mark: str | None = None, depth: int = 0) -> Iterator[Part]:
        style = attribute(paragraph, "text:style-name")
        text = decoded_runs(self._runs(paragraph, self.styles.font(style)), self.met).strip()
        role = self.styles.role(style)
        if text:
            whole = f"{mark} {text}" if mark else text
            if role == "title":
                self.title = self.title or text
                yield Part(PartKind.HEADING, text, 1)
            elif paragraph.tag == named("text:h"):
                yield Part(PartKind.HEADING, whole, int(attribute(paragraph, "text:outline-level") or 1))
            elif role == "caption":
                yield Part(PartKind.CAPTION, text)
            elif mark is not None:
                yield Part(PartKind.LIST_ITEM, whole, depth)
            else:
                yield Part(PartKind.PARAGRAPH, text)
        for box in paragraph.iter(named("draw:text-box")):
            if next(box.iterancestors(named("text:p"), named("text:h"))) is paragraph:
                yield from self.parts(box)

    def _list(self, of: etree._Element, depth: int, style: str | None) -> Iterator[Part]:
        style = attribute(of, "text:style-name") or style
        goes_on = attribute(of, "text:continue-numbering") == "true" or attribute(of, "text:continue-list") is not None
        if depth == 0 and (not goes_on or (style or "") not in self.counters):
            self.counters[style or ""] = Counter(self.styles.levels(style))
        counter = self.counters.setdefault(style or "", Counter(self.styles.levels(style)))
        for item in of:
            mark: str | None = None
            for child in item:
                if child.tag == named("text:list"):
                    yield from self._list(child, depth + 1, style)
                elif child.tag in {named("text:p"), named("text:h")}:
                    first = mark is None and item.tag == named("text:list-item")
                    mark = counter.next(depth) if first else ""
                    yield from self._paragraph(child, mark if first else None, depth)
                else:
                    yield from self.parts(child)

    def _runs(self, element: etree._Element, font: str | None) -> Iterator[tuple[str, str | None]]:
        yield element.text or "", font
        for child in element:
            if child.tag == named("text:s"):
                yield " " * min(int(attribute(child, "text:c") or 1), _MOST_SPACES), font
            elif child.tag == named("text:tab"):
                yield "\t", font
            elif child.tag == named("text:line-break"):
                yield "\n", font
            elif isinstance(child.tag, str) and child.tag not in _PASSED and child.tag not in {named("text:note"), named("draw:frame")}:
                own = self.styles.font(attribute(child, "text:style-name")) if child.tag == named("text:span") else None
                yield from self._runs(child, own or font)
            yield child.tail or "", font

    def _rows(self, of: etree._Element) -> Iterator[tuple[str, ...]]:
        for child in of:
            if child.tag == named("table:table-row"):
                yield tuple(self._cells(child))
            elif child.tag in {named("table:table-header-rows"), named("table:table-rows"), named("table:table-row-group")}:
                yield from self._rows(child)

    def _cells(self, row: etree._Element) -> Iterator[str]:
        left = _MOST_COLUMNS
        for cell in row:
            if cell.tag not in {named("table:table-cell"), named("table:covered-table-cell")}:
                continue
            inner = [text for inside in self.parts(cell) for text in ([inside.text] if inside.text else map(" ".join, inside.rows))]
            for _ in range(min(int(attribute(cell, "table:number-columns-repeated") or 1), left)):
                left -= 1
                yield "\n".join(inner)

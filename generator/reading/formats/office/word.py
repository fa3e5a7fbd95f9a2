"""Word documents (.docx): headings, paragraphs, tables, lists with their numbers, captions, fonts from before Unicode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from generator.model.document import Document, Part, PartKind
from generator.reading.formats.fonts import decoded_runs
from generator.reading.formats.numbering import Counter
from generator.reading.formats.office.finished import finished
from generator.reading.formats.office.word_styles import Styles, W, counters, value
from generator.reading.formats.packages import package, part
from generator.reading.formats.tables import table

_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "", f"{W}ptab": "\t"}
#: What is no text of the page: deleted words, fields' code, the second form of a drawing, notes' marks.
_PASSED = frozenset(
    {*(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr", "sectPr", "tblPr", "fldData"))}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)


def document(data: bytes, path: Path) -> Document:
    """Return the document in a .docx file. Raises ReadingError for one that is damaged, has a password, too large, or without text."""
    with package(data, path) as opened:
        root = part(opened, "word/document.xml", path)
        styles = Styles.of(part(opened, "word/styles.xml", path))
        lists = counters(part(opened, "word/numbering.xml", path))
    body = None if root is None else root.find(f"{W}body")
    return finished(_Reading(styles, lists), body, path)


@dataclass
class _Reading:
    """A document being read; ``met`` are encodings that were undone, ``title`` the first paragraph that its style calls one."""

    styles: Styles
    lists: dict[str, Counter]
    met: set[str] = field(default_factory=set)
    title: str | None = None

    def parts(self, parent: etree._Element) -> Iterator[Part]:
        """Yield the parts in ``parent``: a body, the content of a control, a text box, a cell."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from table(list(self._rows(child)))
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    yield from self.parts(content)
            elif child.tag in {f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}:
                yield from self.parts(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Part]:
        style = value(paragraph, "pPr/pStyle")
        text = decoded_runs(self._runs(paragraph, style), self.met).strip()
        role = self.styles.role(style)
        own = value(paragraph, "pPr/outlineLvl")
        if text:
            listed = self._mark(paragraph, style)
            if role == "title":
                self.title = self.title or text
                yield Part(PartKind.HEADING, text, 1)
            elif role.startswith("heading") or (own is not None and own.isdigit() and int(own) < 9):
                level = int(role[-1]) if role[-1:].isdigit() else int(own or 0) + 1
                yield Part(PartKind.HEADING, f"{listed[0]} {text}".strip() if listed else text, level)
            elif role == "caption":
                yield Part(PartKind.CAPTION, text)
            elif listed is not None:
                yield Part(PartKind.LIST_ITEM, f"{listed[0]} {text}".strip(), listed[1])
            else:
                yield Part(PartKind.PARAGRAPH, text)
        for box in _boxes(paragraph):
            yield from self.parts(box)

    def _mark(self, paragraph: etree._Element, style: str | None) -> tuple[str, int] | None:
        """Return number or bullet, and depth, of a list item; None for a paragraph that is none."""
        named, depth = value(paragraph, "pPr/numPr/numId"), value(paragraph, "pPr/numPr/ilvl")
        if named is None:
            named, depth = self.styles.numbering(style)
        if named is None or named == "0" or named not in self.lists:
            return None
        at = int(depth) if depth and depth.isdigit() else 0
        return self.lists[named].next(at), at

    def _runs(self, element: etree._Element, style: str | None) -> Iterator[tuple[str, str | None]]:
        for child in element:
            if child.tag in _PASSED:
                continue
            if child.tag == f"{W}r":
                font = self.styles.font(child, style)
                yield from ((text, font) for text in _texts(child))
            elif isinstance(child.tag, str):
                yield from self._runs(child, style)

    def _rows(self, element: etree._Element) -> Iterator[tuple[str, ...]]:
        for row in element.iterfind(f"{W}tr"):
            cells: list[str] = []
            for cell in row.iter(f"{W}tc"):
                if _inside(cell, element) != element:
                    continue  # of a table in a cell, read with that cell
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                inner = [text for inside in self.parts(cell) for text in ([inside.text] if inside.text else map(" ".join, inside.rows))]
                cells.append("" if goes_on else "\n".join(inner))
            yield tuple(cells)


def _texts(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield "" if child.get(f"{W}type") in {"page", "column"} else _BREAKS[child.tag]
        elif child.tag == f"{W}sym":  # a sign of a symbol font: a bullet, a tick
            yield "•"


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes of a paragraph, without those in other boxes and without second forms of them."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = [iterancestor.tag for iterancestor in box.iterancestors() if isinstance(iterancestor.tag, str)]
        if next(box.iterancestors(f"{W}p")) is paragraph and not any(tag.endswith("}Fallback") for tag in above):
            yield box


def _inside(cell: etree._Element, table_of: etree._Element) -> etree._Element:
    return next(cell.iterancestors(f"{W}tbl"), table_of)

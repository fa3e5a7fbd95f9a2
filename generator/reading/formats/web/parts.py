"""The parts of a web page: what its elements say that they are, with the fonts of letters from before Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

from generator.model.document import Part, PartKind
from generator.reading.formats.fonts import decoded_runs
from generator.reading.formats.numbering import BULLET, number
from generator.reading.formats.tables import table
from generator.yaml_documents import load_packaged

_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "meter", "o:p", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FONT = re.compile(r"font-family\s*:\s*['\"]?([^;,'\"]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")
_LONGEST_CAPTION = 60  # words
_LINKED = 0.6  #: share of the letters of a part in links, above which it is a list of them
_LONGEST_LINK = 200  #: characters of a paragraph that is only a link
_DEEPEST = 200  #: elements within one another that are distinguished; deeper ones are text


@cache
def _names() -> dict[str, frozenset[str]]:
    table_of: dict[str, Any] = load_packaged((files("generator.reading.formats.web") / "parts.yml").read_bytes())
    return {key: frozenset(names) for key, names in table_of.items()}


@dataclass
class Walk:
    """A walk through the elements of a page. ``of_site`` leaves out the frame around an article; ``met`` are encodings undone."""

    of_site: bool
    whole: int = 0  #: letters of the page; what holds most of them is no part around the article, whatever it is called
    met: set[str] = field(default_factory=set)

    def parts(self, element: etree._Element, font: str | None = None, depth: int = 0) -> Iterator[Part]:
        """Yield the parts in ``element``: text between its blocks, and its blocks."""
        runs: list[tuple[str, str | None]] = [(element.text or "", font)]
        for child in element:
            if not isinstance(child.tag, str):
                runs.append((child.tail or "", font))
                continue
            if self.is_outside(child):
                pass
            elif self._is_inline(child) or depth > _DEEPEST:
                runs += self._runs(child, _font_of(child) or font, depth + 1)
            else:
                yield from self._text(runs)
                runs = []
                yield from self._block(child, _font_of(child) or font, depth + 1)
            runs.append((child.tail or "", font))
        yield from self._text(runs)

    def is_outside(self, element: etree._Element) -> bool:
        """Return whether an element is none of the article's."""
        if element.tag in _names()["outside"] or element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return True
        if element.tag == "div" and element.get("title") in {"header", "footer"}:  # of LibreOffice: the heads of printed pages
            return True
        if not self.of_site or element.tag in {"body", "article", "main", "html"}:
            return False
        if self._is_of_links(element):
            return True
        if not words_of(element) & _names()["words"]:
            return False
        return not self.whole or sum(map(len, element.itertext())) < self.whole / 2

    def _is_of_links(self, element: etree._Element) -> bool:
        """Return whether an element is links to other pages: a menu, a list of them, a box with one among the paragraphs."""
        if element.tag not in {"ul", "ol", "div", "p", "table", "tr", "td", "section", "dl"}:
            return False
        linked = [len("".join(link.itertext()).strip()) for link in element.iter("a") if link.get("href")]
        if not linked:
            return False
        letters = len("".join(element.itertext()).strip())
        if len(linked) == 1:
            return letters < _LONGEST_LINK and linked[0] >= 0.95 * letters and linked[0] > 0
        return sum(linked) > _LINKED * letters

    def _is_inline(self, element: etree._Element) -> bool:
        if element.tag not in _INLINE:
            return False
        return all(not isinstance(iterdescendant.tag, str) or iterdescendant.tag in _INLINE for iterdescendant in element.iterdescendants())

    def _block(self, element: etree._Element, font: str | None, depth: int) -> Iterator[Part]:
        tag = element.tag
        if tag in {"ul", "ol"}:
            yield from self._list(element, font, depth)
        elif tag == "table":
            yield from table([tuple(self._cell(cell, font, depth) for cell in _cells(row)) for row in _rows(element)])
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            yield from (_as(PartKind.HEADING, part, int(tag[1])) for part in self.parts(element, font, depth))
        elif tag in {"figcaption", "caption"} or _is_caption(element):
            yield from (_as(PartKind.CAPTION, part) for part in self.parts(element, font, depth))
        else:
            yield from self.parts(element, font, depth)

    def _list(self, element: etree._Element, font: str | None, depth: int) -> Iterator[Part]:
        form = _FORMS.get(element.get("type") or "", "decimal")
        at = _number(element.get("start"), 1)
        inner = sum(1 for iterancestor in element.iterancestors("ul", "ol"))
        for item in element:
            if item.tag != "li":
                if isinstance(item.tag, str) and not self.is_outside(item):
                    yield from self._block(item, font, depth)
                continue
            if self.is_outside(item):
                continue
            at = _number(item.get("value"), at)
            unmarked = "none" in (element.get("style") or "").lower() and "list-style" in (element.get("style") or "").lower()
            mark = "" if unmarked else BULLET if element.tag == "ul" else f"{number(at, form)}."
            at += 1
            for place, part in enumerate(self.parts(item, font, depth + 1)):
                if place == 0 and part.kind in {PartKind.PARAGRAPH, PartKind.HEADING}:
                    part = Part(PartKind.LIST_ITEM, f"{mark} {part.text}".strip(), inner)
                yield part

    def _cell(self, cell: etree._Element, font: str | None, depth: int) -> str:
        inner = self.parts(cell, _font_of(cell) or font, depth + 1)
        return "\n".join(text for part in inner for text in ([part.text] if part.text else map(" ".join, part.rows)))

    def _runs(self, element: etree._Element, font: str | None, depth: int) -> list[tuple[str, str | None]]:
        if element.tag == "br":
            return [("\0", font)]
        runs = [(element.text or "", font)]
        for child in element:
            if isinstance(child.tag, str) and not self.is_outside(child):
                if depth > 2 * _DEEPEST:
                    runs.append(("".join(child.itertext()), font))
                else:
                    runs += self._runs(child, _font_of(child) or font, depth + 1)
            runs.append((child.tail or "", font))
        return runs

    def _text(self, runs: list[tuple[str, str | None]]) -> Iterator[Part]:
        text = decoded_runs(((_SPACE.sub(" ", words), font) for words, font in runs), self.met)
        for paragraph in _GAP.split("\n".join(line.strip() for line in text.split("\0"))):
            words = "\n".join(filter(None, (_SPACE.sub(" ", line).strip() for line in paragraph.split("\n"))))
            if words.strip("\u200b\ufeff\u00a0\n "):
                yield Part(PartKind.PARAGRAPH, words)


def words_of(element: etree._Element) -> frozenset[str]:
    """Return the words of an element's class, id and role, and each of those names run together."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}".split()
    return frozenset(word.lower() for name in names for word in (*_WORD.findall(name), re.sub(r"[^A-Za-z]", "", name)))


def _as(kind: PartKind, part: Part, level: int = 0) -> Part:
    return Part(kind, part.text, level) if part.kind is PartKind.PARAGRAPH else part


def _font_of(element: etree._Element) -> str | None:
    style = _FONT.search(element.get("style") or "")
    found = style[1].strip() if style else element.get("face")
    return found.split(",")[0] if found else None


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.lstrip("-").isdigit() and len(written) < 8 else otherwise


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for row in element.iter("tr"):
        if next(row.iterancestors("table")) is element:
            yield row


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from (cell for cell in row if cell.tag in {"td", "th"})


def _is_caption(element: etree._Element) -> bool:
    if not words_of(element) & _names()["captions"] or len(" ".join(element.itertext()).split()) > _LONGEST_CAPTION:
        return False
    return next(element.iter("ul", "ol", "table", "h1", "h2"), None) is None

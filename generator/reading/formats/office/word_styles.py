"""What a Word document's styles and lists say of its paragraphs: role, font, numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.reading.formats.numbering import Counter, Level

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|tiêu đề|đề mục) ?([1-9])")
_DEEPEST = 20  #: styles that are based on one another


def value(element: etree._Element, path: str) -> str | None:
    """Return ``w:val`` of the descendant at ``path``, names without their prefix; None where there is none."""
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


@dataclass(frozen=True)
class Styles:
    """The styles of a document by id, and the id of the paragraph style where none is named."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)
    default: str | None = None
    font_of_all: str | None = None

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """Return the styles in ``word/styles.xml``; none where the document has no such part."""
        if root is None:
            return cls()
        by_id = {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}
        default = next((name for name, style in by_id.items() if style.get(f"{W}default") in {"1", "true"} and style.get(f"{W}type") == "paragraph"), None)  # fmt: skip # noqa: E501
        return cls(by_id, default, _font(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))

    def role(self, style: str | None) -> str:
        """Return ``title``, ``heading1`` …, ``caption``, or ``""`` for text, by the names of the style and of those that it is based on."""
        for unit in self._chain(style):
            name = (value(unit, "name") or "").lower()
            if name in {"title", "tiêu đề"}:
                return "title"
            if name in {"caption", "chú thích"}:
                return "caption"
            match = _HEADING.fullmatch(name)
            if match:
                return f"heading{match[1]}"
        return ""

    def numbering(self, style: str | None) -> tuple[str | None, str | None]:
        """Return id and level of the list that a paragraph style belongs to."""
        for unit in self._chain(style):
            named = value(unit, "pPr/numPr/numId")
            if named is not None:
                return named, value(unit, "pPr/numPr/ilvl")
        return None, None

    def font(self, run: etree._Element, style: str | None) -> str | None:
        """Return the name of the font of a run in a paragraph of ``style``."""
        own = _font(run.find(f"{W}rPr"))
        if own:
            return own
        for unit in (*self._chain(value(run, "rPr/rStyle"), default=False), *self._chain(style)):
            own = _font(unit.find(f"{W}rPr"))
            if own:
                return own
        return self.font_of_all

    def _chain(self, style: str | None, *, default: bool = True) -> Iterator[etree._Element]:
        name = style or (self.default if default else None)
        for _ in range(_DEEPEST):
            found = self.by_id.get(name or "")
            if found is None:
                return
            yield found
            name = value(found, "basedOn")


def counters(root: etree._Element | None) -> dict[str, Counter]:
    """Return the lists in ``word/numbering.xml`` by id. Lists of one abstract list count on together, unless one starts anew."""
    if root is None:
        return {}
    abstract = {node.get(f"{W}abstractNumId", ""): _levels(node) for node in root.iterfind(f"{W}abstractNum")}
    shared: dict[str, Counter] = {}
    found: dict[str, Counter] = {}
    for node in root.iterfind(f"{W}num"):
        name, of = node.get(f"{W}numId", ""), value(node, "abstractNumId") or ""
        levels = dict(abstract.get(of, {}))
        changed = False
        for override in node.iterfind(f"{W}lvlOverride"):
            depth = int(override.get(f"{W}ilvl", "0"))
            start = value(override, "startOverride")
            for level in override.iterfind(f"{W}lvl"):
                levels[depth] = _level(level)
            if start is not None and depth in levels:
                levels[depth] = Level(levels[depth].form, levels[depth].pattern, int(start))
            changed = True
        found[name] = Counter(levels) if changed else shared.setdefault(of, Counter(levels))
    return found


def _levels(of: etree._Element) -> dict[int, Level]:
    return {int(level.get(f"{W}ilvl", "0")): _level(level) for level in of.iterfind(f"{W}lvl")}


def _level(level: etree._Element) -> Level:
    start = value(level, "start") or "1"
    return Level(value(level, "numFmt") or "decimal", value(level, "lvlText") or "", int(start) if start.lstrip("-").isdigit() else 1)


def _font(properties: etree._Element | None) -> str | None:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")

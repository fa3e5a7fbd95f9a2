"""What an OpenDocument text's styles say of its paragraphs: role, font, numbering of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.reading.formats.numbering import Level

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_DEEPEST = 20  #: styles that are based on one another


def named(name: str) -> str:
    """Return ``prefix:name`` as lxml names it."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def attribute(element: etree._Element, name: str) -> str | None:
    """Return the attribute ``prefix:name`` of ``element``, or None."""
    found: str | None = element.get(named(name))
    return found


@dataclass(frozen=True)
class Styles:
    """The styles of a document by name, those of its lists, and the fonts that its names of fonts mean."""

    by_name: dict[str, etree._Element] = field(default_factory=dict)
    lists: dict[str, etree._Element] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: etree._Element | None) -> Styles:
        """Return the styles in the roots of ``styles.xml`` and ``content.xml``, those of the latter first."""
        found = cls()
        for root in roots:
            if root is None:
                continue
            found.by_name.update({attribute(node, "style:name") or "": node for node in root.iter(named("style:style"))})
            found.lists.update({attribute(node, "style:name") or "": node for node in root.iter(named("text:list-style"))})
            for node in root.iter(named("style:font-face")):
                found.fonts[attribute(node, "style:name") or ""] = (attribute(node, "svg:font-family") or "").strip("'\"")
        return found

    def role(self, style: str | None) -> str:
        """Return ``title``, ``caption`` or ``""`` for text, by the names of the style and of those that it is based on."""
        for unit in self._chain(style):
            name = (attribute(unit, "style:display-name") or attribute(unit, "style:name") or "").lower()
            if name in {"title", "caption", "illustration", "figure"}:
                return "title" if name == "title" else "caption"
        return ""

    def font(self, style: str | None) -> str | None:
        """Return the name of the font of text in ``style``, or None where it names none."""
        for unit in self._chain(style):
            for properties in unit.iterfind(named("style:text-properties")):
                name = attribute(properties, "style:font-name")
                if name or attribute(properties, "fo:font-family"):
                    return self.fonts.get(name or "", name) or attribute(properties, "fo:font-family")
        return None

    def levels(self, style: str | None) -> dict[int, Level]:
        """Return the levels of a list in ``style``."""
        found: dict[int, Level] = {}
        of = self.lists.get(style or "")
        for level in () if of is None else of:
            depth = int(attribute(level, "text:level") or 1) - 1
            if level.tag != named("text:list-level-style-number"):
                found[depth] = Level("bullet", "")
                continue
            form = _FORMS.get(attribute(level, "style:num-format") or "", "decimal")
            first = max(0, depth + 1 - int(attribute(level, "text:display-levels") or 1))
            inner = ".".join(f"%{at + 1}" for at in range(first, depth + 1))
            whole = f"{attribute(level, 'style:num-prefix') or ''}{inner}{attribute(level, 'style:num-suffix') or ''}"
            found[depth] = Level(form, whole, int(attribute(level, "text:start-value") or 1))
        return found

    def _chain(self, style: str | None) -> Iterator[etree._Element]:
        name = style
        for _ in range(_DEEPEST):
            found = self.by_name.get(name or "")
            if found is None:
                return
            yield found
            name = attribute(found, "style:parent-style-name")

"""Pictures as static SVG: the one module that knows the library which draws them.

Vega (through vl-convert, https://github.com/vega/vl-convert) lays them out. It is given no text but numbers and asked for no axis
that would need the width of letters, so the bytes don't depend on the fonts of a machine. Colours are variables of the style
sheet: one picture serves light, dark and print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.rendering.escaping import markdown

_SCHEMA = "https://vega.github.io/schema/vega/v6.json"
_OPENING = re.compile(r"\A<svg [^>]*>")
# The page's own font is meant, and no hundredth of a pixel is seen.
_FONT = re.compile(r' (?:font-family|xmlns:xlink)="[^"]*"')
_LONG = re.compile(r"-?\d+\.\d{3,}(?:e-\d+)?")
_TAG = re.compile(r"<[^>]*>")
# What Vega says to programs that read a picture part by part; ours is one picture with a title and a description.
_PARTS = re.compile(r' (?:role|aria-\w+|class|pointer-events)="[^"]*"')


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a picture: that of its marks, and the margins around it for words; all in pixels."""

    width: int
    height: int
    above: int
    below: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture without its words: the opening of the element, and what follows it."""

    opening: str
    body: str

    def told(self, title: str, description: str) -> Markup:
        """The SVG element on one line, with what someone who cannot see it is told."""
        return Markup(f"{self.opening}<title>{markdown(title)}</title><desc>{markdown(description)}</desc>{self.body}")  # noqa: S704


def drawn(specification: dict[str, Any], frame: Frame) -> Drawing:
    """What ``specification`` (https://vega.github.io/vega/docs/specification/: data, scales, marks) shows in ``frame``; the same bytes
    on every machine."""
    import vl_convert  # noqa: PLC0415 (a second to load: not in a site without pictures)

    whole = {"$schema": _SCHEMA, "width": frame.width, "height": frame.height, "padding": 0, "autosize": "none", **specification}
    svg = _TAG.sub(_short, vl_convert.vega_to_svg(whole, allowed_base_urls=[]))
    width, height = frame.left + frame.width + frame.right, frame.above + frame.height + frame.below
    box = f"{-frame.left} {-frame.above} {width} {height}"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" viewBox="{box}">'
    return Drawing(opening, _OPENING.sub("", svg))


def _short(tag: re.Match[str]) -> str:
    return _LONG.sub(_rounded, _PARTS.sub("", _FONT.sub("", tag.group())))


def _rounded(match: re.Match[str]) -> str:
    return f"{float(match.group()):.2f}".rstrip("0").rstrip(".")

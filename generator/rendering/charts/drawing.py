"""Pictures as static SVG of few kinds of marks: bars, lines, dots, words (https://www.w3.org/TR/SVG2/).

No mark needs the width of letters, so the bytes don't depend on the fonts of a machine; the page's own font is used. Colours are
variables of the style sheet: one picture serves light, dark and print.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.rendering.escaping import markdown

_FONT_SIZE = 12  # pixels
_LONGEST_LABEL = 31  # letters: some 200 pixels


@dataclass(frozen=True, slots=True)
class Frame:
    """The area of a picture: that of its marks, and the margins around it for words; all in pixels."""

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

    def titled(self, title: str, description: str) -> Markup:
        """Return the SVG element on one line, with the ``title`` and ``description`` that a screen reader speaks."""
        return Markup(f"{self.opening}<title>{markdown(title)}</title><desc>{markdown(description)}</desc>{self.body}")  # noqa: S704


def drawing(marks: Iterable[str], frame: Frame) -> Drawing:
    """Put ``marks`` into ``frame``, later ones above earlier ones. The point (0, 0) is the upper left corner inside the margins."""
    width, height = frame.left + frame.width + frame.right, frame.above + frame.height + frame.below
    box = f"{-frame.left} {-frame.above} {width} {height}"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" viewBox="{box}">'
    return Drawing(opening, f"{''.join(marks)}</svg>")


def bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Draw a rectangle from its upper left corner; ``colour`` is a variable of the style sheet."""
    return f'<path d="M{_pixels(x)},{_pixels(y)}h{_pixels(width)}v{_pixels(height)}h-{_pixels(width)}Z" fill="var({colour})"/>'


def cell(x: float, y: float, width: float, height: float, colour: str, opacity: float) -> str:
    """Draw a rectangle with round corners, paler the lower ``opacity`` is; ``colour`` is a variable of the style sheet."""
    size = f'x="{_pixels(x)}" y="{_pixels(y)}" width="{_pixels(width)}" height="{_pixels(height)}" rx="2"'
    return f'<rect {size} fill="var({colour})" fill-opacity="{_pixels(opacity)}"/>'


def curve(start: tuple[float, float], end: tuple[float, float], width: float, colour: str) -> str:
    """Draw a line from left to right that leaves and arrives level; ``colour`` is a variable of the style sheet."""
    middle = (start[0] + end[0]) / 2
    way = f"M{_pixels(start[0])},{_pixels(start[1])}C{_pixels(middle)},{_pixels(start[1])} {_pixels(middle)},{_pixels(end[1])} "
    shown = f'fill="none" stroke="var({colour})" stroke-opacity="0.45" stroke-width="{_pixels(width)}"'
    return f'<path d="{way}{_pixels(end[0])},{_pixels(end[1])}" {shown}/>'


def label(x: float, y: float, text: str, *, anchor: str = "end") -> str:
    """Write a name beside the marks, cut where it would leave its margin: the table below the picture has it whole."""
    shown = text if len(text) <= _LONGEST_LABEL else f"{text[:_LONGEST_LABEL].rpartition(' ')[0] or text[: _LONGEST_LABEL - 1]}…"
    place = f'x="{_pixels(x)}" y="{_pixels(y)}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{_FONT_SIZE}px" fill="currentColor">{markdown(shown)}</text>'


def line(start: tuple[float, float], end: tuple[float, float], opacity: float) -> str:
    """Draw a line of the text's colour, one pixel wide."""
    return f'<path d="{_between(start, end)}" stroke="currentColor" stroke-opacity="{opacity}"/>'


def stroke(start: tuple[float, float], end: tuple[float, float], colour: str) -> str:
    """Draw a line two pixels wide; ``colour`` is a variable of the style sheet."""
    return f'<path d="{_between(start, end)}" stroke="var({colour})" stroke-width="2"/>'


def dot(x: float, y: float, radius: float, colour: str) -> str:
    """Draw a filled circle around a point; ``colour`` is a variable of the style sheet."""
    return f'<circle cx="{_pixels(x)}" cy="{_pixels(y)}" r="{_pixels(radius)}" fill="var({colour})"/>'


def words(
    x: float,
    y: float,
    text: str,
    *,
    anchor: Literal["middle", "end"] = "middle",
    size: int = _FONT_SIZE,
    colour: str = "",
    opacity: float = 1,
) -> str:
    """Write ``text`` (numbers only: it is not escaped) on the base line ``y``; in the text's own colour unless ``colour`` names a
    variable of the style sheet. Nothing is drawn for an empty text."""
    if not text:
        return ""
    fill = f"var({colour})" if colour else "currentColor"
    faint = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return f'<text x="{_pixels(x)}" y="{_pixels(y)}" text-anchor="{anchor}" font-size="{size}px" fill="{fill}"{faint}>{text}</text>'


def _between(start: tuple[float, float], end: tuple[float, float]) -> str:
    return f"M{_pixels(start[0])},{_pixels(start[1])}L{_pixels(end[0])},{_pixels(end[1])}"


def _pixels(value: float) -> str:
    """Round to what an eye can see, in the shortest form."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")  # + 0: no negative zero

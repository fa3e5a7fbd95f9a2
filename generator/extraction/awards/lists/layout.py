"""The layout of a page with lists: its lines, the marks that open them, which line is below which.

Nothing here depends on awards. A line is a block, or a part of one where numbered items run on (``gồm: 1. A; 2. B; 3. C``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extraction.clauses import ArticleText
from generator.model.article import FACT_KINDS, Block, BlockKind
from generator.text.sentences import UPPER

_ROMAN = {"I": 1, "V": 5, "X": 10}
_MARK = re.compile(
    r"\s{0,8}(?:(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?=\s)|(?P<roman>[IVX]{1,5})\s?[.)/](?=\s)|(?P<roman_dash>[IVX]{1,5})\s?[-–](?=\s)"
    rf"|(?P<arabic>\d{{1,3}})\s?[.)/](?=\s|[{UPPER}])|(?P<letter>[a-zđ])\s?[.)](?=\s)|(?P<bullet>[-–+*•●▪■◦➢✓»>]{{1,2}})(?=\s|[{UPPER}\d]))\s{{0,4}}"
)
#: An item that runs on behind the item before: its number, and where its words begin.
_RUN_ON = re.compile(rf"(?<=[\s:;.,])(?P<number>\d{{1,2}})[.)]\s{{0,2}}(?=[{UPPER}])")
_FEWEST_RUN_ON = 2
_WRAPPED = re.compile(r"[*_#]{1,3}")


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A line of a page: its words from ``start`` to ``end``, without the mark that opens it at ``opens``.

    ``mark`` is the kind of mark (empty: none), ``number`` its number, ``parent`` the index of the line that it is below.
    """

    block: Block
    opens: int
    start: int
    end: int
    mark: str = ""
    number: int | None = None
    parent: int | None = None


def lines_of(text: ArticleText) -> tuple[LayoutLine, ...]:
    """Return the lines of the article's body in reading order, each with the line that heads it."""
    found = [line for block in text.article.blocks if block.kind in FACT_KINDS for line in _lines(text.article.text, block)]
    return tuple(_placed(found))


def _lines(text: str, block: Block) -> Iterator[LayoutLine]:
    start, end = block.span.start, block.span.end
    if block.kind is BlockKind.TITLE:
        yield LayoutLine(block, start, start, end)
        return
    first = _marked(text, block, start, end)
    items = _run_on(text, first)
    stop = items[0].start() if items else end
    stop = _stripped(text, first.start, stop)
    yield first if stop == first.end else replace(first, end=stop)
    stops = [match.start() for match in items[1:]] + [end] * bool(items)
    for match, stop in zip(items, stops, strict=True):
        yield LayoutLine(block, match.start(), match.end(), _stripped(text, match.end(), stop), "run-on", int(match["number"]))


def _run_on(text: str, line: LayoutLine) -> list[re.Match[str]]:
    """Return the items 1, 2, 3 … that follow a colon in a single line."""
    colon = text.find(":", line.start, line.end)
    if colon < 0:
        return []
    found: list[re.Match[str]] = []
    for match in _RUN_ON.finditer(text, colon + 1, line.end):
        if int(match["number"]) == len(found) + 1 and (found or not text[colon + 1 : match.start()].strip()):
            found.append(match)
    return found if len(found) >= _FEWEST_RUN_ON else []


def _marked(text: str, block: Block, start: int, end: int) -> LayoutLine:
    match = _MARK.match(text, start, end)
    if match is None or match.lastgroup is None or match.end() >= end:
        return LayoutLine(block, start, start, end)
    kind, words = match.lastgroup, match[match.lastgroup]
    number = None
    if kind.startswith("roman"):
        kind, number = "roman", _roman(words)
    elif kind == "arabic":
        number = int(words)
    elif kind == "decimal":
        kind, number = f"decimal{words.count('.')}", int(words.rpartition(".")[2])
    elif kind == "bullet":
        kind = words
    return LayoutLine(block, start, match.end(), end, kind, number)


def _roman(words: str) -> int:
    values = [_ROMAN[letter] for letter in words]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _placed(lines: list[LayoutLine]) -> Iterator[LayoutLine]:
    """Yield each line with its parent: the nearest line before it whose mark encloses its own."""
    open_lines: list[tuple[int, str, int | None]] = []  # index, mark, number
    head: int | None = None  # the last line without a mark
    for index, line in enumerate(lines):
        if not line.mark:
            open_lines, head = [], index
            yield line
            continue
        level = _level(open_lines, line)
        del open_lines[level:]
        parent = open_lines[-1][0] if open_lines else head
        open_lines.append((index, line.mark, line.number))
        yield replace(line, parent=parent)


def _level(open_lines: list[tuple[int, str, int | None]], line: LayoutLine) -> int:
    """Return the depth at which a marked line continues: beside the last of its mark whose number it follows, else below all.

    A numbering may begin anew below another of its own kind, once.
    """
    alike = [depth for depth, (_, mark, _) in enumerate(open_lines) if mark == line.mark]
    for depth in reversed(alike):
        number = open_lines[depth][2]
        if line.number is None or (number is not None and number < line.number):
            return depth
    return alike[-1] if len(alike) > 1 else len(open_lines)


def words_of_line(text: str, line: LayoutLine) -> tuple[int, int]:
    """Return where the words of a line begin and end, without marks of emphasis and closing punctuation."""
    start, end = line.start, line.end
    while end > start and text[end - 1] in " \t.;,*_#":
        end -= 1
    while (match := _WRAPPED.match(text, start, end)) is not None:
        start = match.end()
    return start, end

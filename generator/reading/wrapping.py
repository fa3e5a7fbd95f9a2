"""Lines that were broken to fit a width, or by a slip, inside a sentence: joined again before the page is read.

A text is wrapped if its line ends inside sentences are where the next word would not have fitted. Then all such line ends are joined,
unless a line looks separate (item of a list, date line, furniture). Elsewhere a line end is joined only if a sentence plainly continues
after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from generator.model.span import Span
from generator.reading import furniture
from generator.reading.bylines import is_credit
from generator.reading.captions import is_list_item
from generator.reading.stamps import is_date_line, setting_of
from generator.text.normalization import archived, with_line_feeds

_NARROWEST, _WIDEST = 40, 130  #: columns that texts are wrapped at
_FEWEST = 2  #: line ends inside a sentence that show wrapping: one is a slip
_AGREEING = 0.8  #: share of them that must be where the next word did not fit
_NEAR = 0.85  #: share of the width that a wrapped line fills at least, where what the program counted is unknown (marks, soft hyphens)
_LONG = 20  #: characters; a shorter line that a slip could have broken is a line of its own
_END = re.compile(r"[.!?…:;][\"”’»)\]]*$|[.…]/?-?\.?$")
_TAIL = 40  #: characters at a line's end that its full stop and what closes after it are among
_SOFT_HYPHEN = "\u00ad"
#: How a lead begins; a headline, which has no full stop, often is before it.
LEAD = re.compile(r"\([A-ZĐ]{2}[\w+ .-]{0,20}\)\s?(?:[-–—]|(?=[NSTC]\S+\s\d))|(?:Ngày|Sáng|Trưa|Chiều|Tối)\s(?:ngày\s|mùng\s)?\d|Theo\s")
#: A heading inside the text, as a document's are written: its marks, one more than its level.
HEADING = re.compile(r"(#{2,7})[ \u00a0](?=.*\w)")
#: Words that want something after them, so that no line of its own ends with one; after the second sort a headline may.
_OPEN = frozenset({"và", "các", "những", "với", "bởi", "là", "cho", "tại", "do"})
_HALF_OPEN = frozenset({"của", "ở", "trong", "về", "từ", "theo", "được"})
_DATED = frozenset({"năm", "tháng", "ngày"})  #: Words that want a number after them, or nothing.


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text with its broken lines joined; ``joins`` are the offsets at which a line of the source begins and none of the text."""

    text: str
    joins: tuple[int, ...]


def unwrapped(source: str) -> Unwrapped:
    """Archive ``source`` and join its broken lines: a space takes the place of a line end, nothing that of a hyphenated word's."""
    text = archived(source)
    if "\n" not in text:
        return Unwrapped(text, ())
    lines = text.split("\n")
    layout = _layout(lines, lines if text == source else with_line_feeds(source).split("\n"))
    pieces, joins, at = [lines[0]], [], len(lines[0])
    for number, (before, line) in enumerate(pairwise(lines)):
        left, right = before.strip(), line.strip()
        if not left or not right or not _joined(left, right, number, layout):
            pieces += ["\n", line]
            at += 1 + len(line)
            continue
        kept = pieces[-1].rstrip()
        kept = kept.rstrip(_SOFT_HYPHEN) + ("" if kept.endswith(_SOFT_HYPHEN) else " ")
        begun = line.lstrip()
        at += len(kept) - len(pieces[-1])
        joins.append(at)
        at += len(begun)
        pieces[-1:] = [kept, begun]
    return Unwrapped("".join(pieces), tuple(joins))


def _joined(left: str, right: str, number: int, layout: _Layout | None) -> bool:
    hyphenated = left.endswith(_SOFT_HYPHEN) and right[0].isalpha()
    if HEADING.match(left) or HEADING.match(right):
        return False
    ended = _ended(left)
    if not ended and LEAD.match(right):
        return False
    if not hyphenated and not (layout and layout.joins(number, exactly=ended or not right[0].islower())) and not _is_slip(left, right):
        return False
    # ``Đồng chí A⏎– Phó Bí thư``, ``(khóa⏎XII) của``: the look of an item, but the sentence before has no end.
    begun = left.rfind("(") > left.rfind(")") or (layout is not None and layout.exact and layout.fills(number) and not ended)
    begun = begun and not (is_list_item(left) or right.startswith(("1.", "1)")))
    return not (is_list_item(right) and not begun) and not _stands_alone(right) and not _is_of_page(left)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Wrapping of a text: its ``width``, from each line's length and that of its first word; ``exact`` if these agree to the letter."""

    width: int
    lengths: Sequence[int]
    firsts: Sequence[int]
    exact: bool

    def reach(self, number: int) -> int:
        """Return how long a line would have been with the first word of the next."""
        return self.lengths[number] + 1 + self.firsts[number + 1]

    def fills(self, number: int) -> bool:
        """Return whether a line ends where the next word did not fit."""
        return self.lengths[number] <= self.width < self.reach(number)

    def joins(self, number: int, *, exactly: bool) -> bool:
        """Return whether the end of a line is one of wrapping, at which a line fills the width ``exactly`` or nearly."""
        return (
            self.fills(number) if exactly and self.exact else self.lengths[number] <= self.width and self.reach(number) > _NEAR * self.width
        )


def _layout(lines: list[str], source: list[str]) -> _Layout | None:
    """Return how ``lines`` are wrapped, or None where they are not. A program may have counted what is in the ``source``, with its
    invisible characters, or letters and marks apart."""
    inside = [
        at for at, (left, right) in enumerate(pairwise(lines)) if len(left) <= 2 * _WIDEST and _is_inside(left.strip(), right.strip())
    ]
    if len(inside) < _FEWEST:
        return None
    for counted, widest in ((lines, _WIDEST), (source, 2 * _WIDEST), ([normalize("NFD", line) for line in lines], 2 * _WIDEST)):
        found = _measured(counted, inside, exact=True)
        if _NARROWEST <= found.width <= widest and sum(map(found.fills, inside)) >= _AGREEING * len(inside):
            return found
    found = _measured(lines, inside, exact=False)
    near = sum(found.joins(at, exactly=False) for at in inside)
    return found if _NARROWEST <= found.width <= _WIDEST and len(inside) > 2 * _FEWEST and near >= _AGREEING * len(inside) else None


def _measured(lines: list[str], inside: list[int], *, exact: bool) -> _Layout:
    lengths = [len(line.rstrip()) for line in lines]
    firsts = [len(words[0]) if (words := line.split(maxsplit=1)) else 0 for line in lines]
    return _Layout(max(lengths[at] for at in inside), lengths, firsts, exact)


def _ended(line: str) -> bool:
    """Return whether a line ends where a sentence does."""
    return _END.search(line, max(0, len(line) - _TAIL)) is not None


def _is_inside(left: str, right: str) -> bool:
    """Return whether a sentence plainly goes on from one line to the next."""
    return bool(left and right) and not _ended(left) and right[0].islower() and not is_list_item(right) and not is_list_item(left[:1])


def _is_slip(left: str, right: str) -> bool:
    """Return whether a line end is inside a sentence of a text that is not wrapped."""
    if len(left) < _LONG or _ended(left):
        return False
    last = left.rsplit(maxsplit=1)[-1].lower()
    if right[0].isdigit() and last in _OPEN | _HALF_OPEN | _DATED:
        return True
    if right[0].isalpha() and (last in _OPEN or (last in _HALF_OPEN and right[0].islower())):
        return True
    return right[0].islower() and not left.endswith(",") and (_ended(right) or ". " in right)


def _stands_alone(line: str) -> bool:
    """Return whether a line is one by its look, whatever is before it."""
    return is_credit(line) or _is_of_page(line) or line.startswith(("#", "|", "http"))


@lru_cache(maxsize=16)  # each line is asked for as the one before and as the one behind
def _is_of_page(line: str) -> bool:
    """Return whether a line belongs to the page around an article: a date line, a setting, furniture, a mark."""
    span = Span(0, len(line))
    return is_date_line(line, span) or setting_of(line, span) is not None or furniture.is_mark(line) or furniture.use_of(line) is not None

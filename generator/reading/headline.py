"""Which line above an article's text is its headline.

It is the first one, unless that is of the page around the article: then it is the next whose words the text repeats. What the page
writes there has a look of its own (``lines``); what has none is left alone, for a headline may be any words.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.lines import Line

_LONGEST = 35  # distinct words; a longer line is a lead that lost its full stop
_MORE = 2  # words that must come back of a headline beyond those of the site's name above it
_HALF = 0.5  # share of the words of a headline right above the date line that come back
_MUCH, _LITTLE = 0.6, 0.34  # shares of a line's words that come back: of a headline, of a line that has nothing to do with the text
_LONGEST_STRANGER = 8  # distinct words of a line above a headline that the text ignores
_FEW = 4  # distinct words of the shortest headline below a site's name
_SHORTEST = 6  # distinct words of a headline that a path may be below


def lines_above(lines: Sequence[Line], stamped: int | None) -> int:
    """Count the lines at the top of ``lines`` that belong to the page, those above the headline.

    ``stamped`` is the number of lines above the page's date line, None without one. Where no line below could be the headline, the count is
    0.
    """
    above = _above_path(lines)
    while above < len(lines) - 1 and _is_above(lines, above, stamped) and _rival(lines, above, stamped):
        above += 1
    return above


def _above_path(lines: Sequence[Line]) -> int:
    """Return the lines down to the last path or menu with a headline below it and none above it."""
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].is_path and any(map(_could_be, lines[at + 1 :])):
            long_line = any(_could_be(line) and line.words >= _SHORTEST and line.share >= _MUCH for line in lines[:at])
            return 0 if long_line else at + 1
    return 0


def _is_above(lines: Sequence[Line], at: int, stamped: int | None) -> bool:
    return lines[at].is_of_page or _is_stranger(lines, at, stamped) or _is_sender(lines, at)


def _is_sender(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line is the office above the kind of its document: ``HỘI NÔNG DÂN XÃ A`` / ``BÁO CÁO`` / ``Kết quả công tác …``."""
    return lines[at].is_owner and at + 2 < len(lines) and lines[at + 1].is_form


def _rival(lines: Sequence[Line], at: int, stamped: int | None) -> bool:
    """Return whether a line below ``at`` could be the headline in its place."""
    line = lines[at]
    if _is_sender(lines, at) or line.is_form or (line.is_masthead and _dated(lines, at, stamped)):
        return any(map(_could_be, lines[at + 1 :]))
    if line.is_path or line.is_kicker:
        return any(map(_could_be, lines[at + 1 :]))
    least = line.returns + _MORE if line.is_masthead else 1
    return any(_could_be(line) and (line.returns >= least or _is_repeated(line)) for line in lines[at + 1 :])


def _dated(lines: Sequence[Line], at: int, stamped: int | None) -> bool:
    """Return whether the line right above the date line is a headline: longer than the name ``at`` the top, and half of it comes back."""
    if stamped is None or at >= stamped - 1:
        return False
    last = lines[stamped - 1]
    longer = last.words >= max(_SHORTEST, lines[at].words + 1) and last.returns > lines[at].returns
    return longer and last.share >= _HALF and _could_be(last)


def _is_repeated(line: Line) -> bool:
    """Return whether the text comes back to much of a line."""
    return line.words >= _FEW and line.share >= _MUCH


def _is_stranger(lines: Sequence[Line], at: int, stamped: int | None) -> bool:
    """Return whether the text ignores a short line, or it may be a name, and repeats more of one between it and the date line."""
    line = lines[at]
    ignored = line.words <= _LONGEST_STRANGER and line.share <= _LITTLE
    if stamped is None or not (ignored or line.is_owner):
        return False
    more = line.returns + (_MORE if line.is_owner else 2 * _MORE)
    return any(_could_be(line) and line.share >= _MUCH and line.returns >= more for line in lines[at + 1 : stamped])


def _could_be(line: Line) -> bool:
    return not line.is_of_page and not line.is_lead and line.words <= _LONGEST

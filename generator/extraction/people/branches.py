"""The own name of a board or a division behind a title: ``Trưởng phòng | Khảo thí và Kiểm định chất lượng giáo dục | Sở …``.

Only its first words are capitalised. How many lower-case words belong to it follows from what comes behind: a unit, a bracket,
a verb.
"""

from __future__ import annotations

from generator.extraction.names.persons.addresses import address_opens
from generator.extraction.names.words import SentenceWords
from generator.extraction.people.role_units import common_heads, organisation_end, stretch, unit_end, unit_words

LONGEST_BRANCH = 14  # words of a division's name
MOST_UNKNOWN = 5  # of its words that are in no lexicon


def branch_after(words: SentenceWords, start: int, barrier: int) -> tuple[int, int | None, int]:
    """Return the end of the division's own name, the start of the unit to which it belongs or None, and the end of both."""
    tail, unit, end = stretch(words, start, barrier, nested=True)
    if unit is not None:
        return tail, unit, end
    tail = _tail(words, tail, barrier)
    if tail == start or tail >= barrier:
        return tail, None, tail
    end = unit_end(words, tail, barrier)
    return (tail, tail, end) if end > tail else (tail, None, tail)


def _tail(words: SentenceWords, start: int, barrier: int) -> int:
    """Return the end of the lower-case words of a division's name that begin at ``start``; ``start`` if none are certain."""
    fields, ends = unit_words()
    low, shape = words.low, words.shape
    at = sure = start
    unknown = 0
    closed = False
    while at < min(barrier, start + LONGEST_BRANCH):
        if shape[at] == "p":
            step = _over_mark(words, at, barrier)
            if step is None:
                closed = low[at] == "("
                break
            at = step
            continue
        if address_opens(words, at):
            break
        if at > start and (common_heads().at(low, at) is not None or organisation_end(words, at, barrier) is not None):
            closed = True
            break
        known, ended = fields.at(low, at), ends.at(low, at)
        if ended is not None and (known is None or ended[0] >= known[0]) and shape[at] == "l":
            closed = True
            break
        if shape[at] != "l" and low[at - 1] != "và":
            break
        if known is not None and known[0] <= barrier:
            at = sure = known[0]
            continue
        unknown += shape[at] == "l" and low[at] != "và"
        if unknown > MOST_UNKNOWN:
            return sure
        at += 1
    if closed and at > start and low[at - 1] not in {"và", ",", "-"}:
        return at
    return sure


def _over_mark(words: SentenceWords, at: int, barrier: int) -> int | None:
    """Return the word after a mark inside a division's name: ``Bảo vệ, chăm sóc …``, ``Hồi sức tích cực - Chống độc``; else None."""
    if at + 2 >= barrier:
        return None
    if words.low[at] == "," and words.shape[at + 1] == "l" and unit_words()[0].at(words.low, at + 1) is not None:
        return at + 1
    word = words.low[at] == "-" and words.shape[at + 1] == "C" and words.shape[at + 2] == "l"
    if not word or organisation_end(words, at + 1, barrier) is not None or unit_words()[1].at(words.low, at + 1) is not None:
        return None
    return at + 3

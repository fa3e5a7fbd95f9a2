"""The unit in which a position is held: how far its words extend after a title.

Usually the unit is an organisation's name (:mod:`organisations`). The remaining cases are read word by word: units that do not
begin like an organisation's name (``nhà trường``, ``huyện đoàn``), names that continue in lower case, a board's own name.
"""

from __future__ import annotations

from functools import lru_cache

from generator.extraction.names.bodies.organisations import organisation_at
from generator.extraction.names.persons.addresses import address_opens
from generator.extraction.names.words import Phrases, SentenceWords
from generator.lexicon.load import lexicon
from generator.text.folding import canonical

#: Lower-case words after which digits belong to a unit's name (quận 8, Chi bộ 2).
_NUMBERED = frozenset("quận phường số khu đội đoàn tổ bộ khoa thôn ấp xóm khóm vùng trạm phòng".split())  # noqa: SIM905
#: First words of names that continue in lower case and end in a proper name (Công ty may …, Viện nghiên cứu …).
_OPEN_HEADS = frozenset("cty hiệp hội viện ban bql htx khối câu phòng trường đh khoa quỹ ủy".split())  # noqa: SIM905
#: Offices named for a field, which may be followed by further lower-case words (Cục Quản lý nhà …).
_OFFICES = frozenset({"cục", "vụ", "viện", "phòng", "khoa", "sở", "ban", "quỹ", "vksnd", "tand"})
_COMPANIES = frozenset({"cty", "htx", "quỹ", "trường", "viện", "hãng"})
_OPEN_PAIRS = (
    ["công", "ty"],
    ["trung", "tâm"],
    ["bệnh", "viện"],
    ["tập", "đoàn"],
    ["xí", "nghiệp"],
    ["nhà", "máy"],
    ["nhà", "xuất"],
    ["hợp", "tác"],
    ["tổng", "công"],
    ["ngân", "hàng"],
    ["chi", "nhánh"],
)
_PLACE_WORDS = frozenset({"tp", "tỉnh", "huyện", "quận", "phường", "xã", "phố"})
_DOTTED = frozenset({"tp", "tx", "tt", "q", "p", "h"})
_LINKS = frozenset({"và", "các", "của", "thuộc", "cho"})
#: Capitalised words that open the next sentence after a lost full stop.
_SENTENCE_OPENERS = frozenset({"đã", "có", "tại", "theo", "sau", "trong", "ngày", "sáng", "chiều", "năm", "đến", "cùng"})


@lru_cache(maxsize=1)
def unit_words() -> tuple[Phrases, Phrases]:
    """Return the words that may be lower case in a unit's name, and the words that end it."""
    words, ends = (
        {v: True for name in names for entry in lexicon(name).entries for v in entry.variants}
        for names in (("organisation-words", "role-units"), ("organisation-ends",))
    )
    return Phrases(words), Phrases(ends)


@lru_cache(maxsize=1)
def common_heads() -> Phrases:
    """Return the words that begin a unit also in lower case: Trưởng phòng Tổng hợp | bệnh viện Hoàn Mỹ."""
    return Phrases(dict.fromkeys(lexicon("role-units").by_id["nha-truong"].variants, True))


def organisation_end(words: SentenceWords, start: int, barrier: int) -> int | None:
    """Return the word after the organisation's name that begins at ``start``; None if none begins there."""
    if start >= barrier or words.shape[start] == "p":
        return None
    stop = words.starts[barrier] if barrier < len(words) else words.end
    end = organisation_at(words.views, words.starts[start], stop)
    if end is None:
        return None
    at = start
    while at < barrier and words.starts[at] < end:
        if words.low[at] == "." and words.low[at - 1] not in _DOTTED:
            break  # a lost space: T.Ư.Trong năm qua
        at += 1
    return _extended(words, start, at, barrier)


def unit_end(words: SentenceWords, start: int, barrier: int) -> int:
    """Return the word after a unit at ``start``, capitalised or in lower case (``bệnh viện Hoàn Mỹ``); ``start`` if none begins there."""
    end = organisation_end(words, start, barrier)
    if end is None and common_heads().at(words.low, start) is not None:
        end = _extended(words, start, stretch(words, start, barrier, nested=False)[2], barrier)
    return end or start


def is_open_ended(unit: str) -> bool:
    """Return whether a unit's name may end in any proper name, even a person's: companies, hospitals, associations."""
    low = canonical(unit).split()
    return low[0] in _COMPANIES or low[:2] in _OPEN_PAIRS


def has_field(unit: str) -> bool:
    """Return whether a unit is named for its field, so that its name may continue in words that are in no lexicon."""
    low = canonical(unit).split()
    return len(low) > 1 and (low[0] in _OFFICES or low[:2] in (["chi", "cục"], ["tổng", "cục"], *_OPEN_PAIRS))


def unnamed_unit_end(words: SentenceWords, start: int, barrier: int) -> int:
    """Return the word after a unit that does not begin like an organisation's name: ``nhà trường``, ``VFF``, ``Cty in Quân đội``."""
    end = stretch(words, start, barrier, nested=False)[2]
    return _extended(words, start, end, barrier) if end > start else end


def _extended(words: SentenceWords, start: int, at: int, barrier: int) -> int:
    """Return the end of a name that continues after an apparent end: ``Công ty may Thiên Long``, ``Sở Kế hoạch - Đầu tư``."""
    known_words, _ = unit_words()
    low, shape = words.low, words.shape
    if at < barrier and shape[at] == "C" and words.spaced(at):
        if shape[at - 1] == "C":
            at += 1  # Tỉnh ủy Thái Nguyên, UBND huyện Đắk Song: the second word of a place that also has another meaning
        elif low[at - 1] in _PLACE_WORDS and at + 1 < barrier and shape[at + 1] == "C":
            at += 2  # UBND TP Cần Thơ
    if at < barrier and shape[at] == "d" and low[at - 1] in _NUMBERED:
        at += 1  # Chi bộ 2.
    if at + 2 < barrier and "".join(shape[at : at + 3]) == "dpd" and low[at + 1] == "/" and low[start] in _COMPANIES:
        at += 3  # Cty Cơ khí 1/5
    if at + 1 < barrier and low[at] == "-":
        known = known_words.at(low, at + 1)
        if shape[at + 1] == "C" and known is not None and known[0] <= barrier:
            return stretch(words, known[0], barrier, nested=False)[2]
        if shape[at + 1] == shape[at - 1] == "U":
            return organisation_end(words, at + 1, barrier) or at
    open_ended = low[start] in _OPEN_HEADS or low[start : start + 2] in _OPEN_PAIRS
    if open_ended and at < barrier and shape[at] == "C" and words.spaced(at):
        return stretch(words, at, barrier, nested=False)[2]  # Công ty Địa ốc Lê Thành
    return _lower_case_tail(words, at, barrier) if open_ended and "U" not in shape[start + 1 : at] else at


def _lower_case_tail(words: SentenceWords, at: int, barrier: int) -> int:
    """Return the end of a name's lower-case words that lead to a proper name, are known, or are a single closing syllable."""
    known_words, ends = unit_words()
    low, shape = words.low, words.shape
    on = sure = at
    while on < min(barrier, at + 6) and shape[on] == "l" and not address_opens(words, on):
        known, ended = known_words.at(low, on), ends.at(low, on)
        if ended is not None and (known is None or ended[0] > known[0]):
            break
        on = known[0] if known is not None else on + 1
        sure = on if known is not None and ended is None else sure
    if on == at or on > barrier:
        return at
    if on < barrier and shape[on] in "CU" and ends.at(low, on) is None:
        return stretch(words, on, barrier, nested=False)[2]
    closed = on >= barrier or shape[on] == "p"
    return on if on == at + 1 and closed and shape[at - 1] == "C" else sure


def organisation_after(words: SentenceWords, start: int, barrier: int) -> int | None:
    """Return the word after an organisation's name that begins with a capital at ``start``; None if none begins there."""
    if start + 1 < barrier and words.low[start] == "trường" and words.shape[start] == "l":
        start += 1
    if start >= barrier or words.shape[start] not in "CU":
        return None
    return organisation_end(words, start, barrier)


def stretch(words: SentenceWords, start: int, barrier: int, *, nested: bool) -> tuple[int, int | None, int]:
    """Return how far words of a unit extend from ``start``: the end of its own name, the start of its parent organisation or
    None, and the end of all."""
    at = last = start
    while at < barrier:
        if at > start and words.shape[at] != "p" and (end := organisation_end(words, at, barrier)) is not None:
            own = at
            while own > start and words.low[own - 1] in _LINKS:
                own -= 1
            return (own, at, end) if nested else (last, None, end)
        if nested and at > start and common_heads().at(words.low, at) is not None:
            end = stretch(words, at, barrier, nested=False)[2]
            return at, at, _extended(words, at, end, barrier)
        step = _step(words, start, at, barrier)
        if step is None:
            break
        at, counts = step
        last = at if counts else last
    return last, None, last


def _step(words: SentenceWords, start: int, at: int, barrier: int) -> tuple[int, bool] | None:
    """Return the word after the next part of the unit at ``at``, and whether the unit may end there; None if the unit is over."""
    known_words, ends = unit_words()
    low, shape = words.low, words.shape
    if shape[at] == "p":
        return (at + 1, False) if at > start and _joins(words, at, barrier) else None
    if shape[at] == "d":
        numbered = at > start and (low[at - 1] in _NUMBERED or low[at - 1] == "." or (shape[at - 1] == "U" and not words.spaced(at)))
        return (at + 1, True) if numbered else None
    if address_opens(words, at):
        return None
    capital = shape[at] in "CU" or (shape[at] == "i" and at > start)
    known, ended = known_words.at(low, at), ends.at(low, at)
    if ended is not None and (known is None or ended[0] >= known[0]):
        if capital and low[at] not in _SENTENCE_OPENERS:
            return ended[0], True
        return _link(words, start, at, barrier)
    if known is not None:
        return known[0], True
    if capital:
        return _second_syllable(words, start, at + 1, barrier), True
    return _link(words, start, at, barrier)


def _link(words: SentenceWords, start: int, at: int, barrier: int) -> tuple[int, bool] | None:
    """Return the step over ``và``, ``các``, ``của`` before another capital, which continue the unit; else None."""
    goes_on = words.low[at] in _LINKS and at > start and at + 1 < barrier and words.shape[at + 1] in "CU"
    return (at + 1, False) if goes_on else None


def _second_syllable(words: SentenceWords, start: int, at: int, barrier: int) -> int:
    """Return the end of a word whose first syllable is a capital, with its lower-case second syllable: ``Đối | ngoại``."""
    if words.shape[at - 1] != "C" or at >= barrier or words.shape[at] != "l" or words.low[at] in _LINKS:
        return at
    first = at - 1 == start or words.shape[at - 2] != "C"
    return at + 1 if first and unit_words()[1].at(words.low, at) is None else at


def _joins(words: SentenceWords, at: int, barrier: int) -> bool:
    """Return whether a mark inside a unit's name joins its parts: TP. Huế, Dân - Chính - Đảng, Văn hóa & Thể thao."""
    mark, low = words.low[at], words.low
    if at == 0 or at + 1 >= barrier:
        return False
    before, after = words.shape[at - 1], words.shape[at + 1]
    if mark == ".":
        return low[at - 1] in _DOTTED and after in "CUd"
    return (mark == "&" and after in "CU") or (mark == "-" and before in "Cl" and after == "C")

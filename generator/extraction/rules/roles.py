"""Positions: a title (``Phó Bí thư Thường trực``) with the unit in which it is held (``Tỉnh ủy``).

The title is a phrase of the lexicon ``roles`` with its modifiers (``nguyên``, ``Phó``, ``Thường trực``); after some
the title goes on with a board's own name (``Trưởng Ban | Tổ chức``). The unit is the organisation that follows.
Sources: domain/roles.yml roles, attachment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.rules.names import Name, address_opens, names_in
from generator.extraction.rules.organisations import organisation_at
from generator.extraction.rules.words import Phrases, Words, words_of
from generator.lexicon.load import Entry, lexicon
from generator.model.facts import Role
from generator.model.span import Span

#: Lower-case words after which digits belong to a unit's name (quận 8, Chi bộ 2).
_NUMBERED = frozenset({"quận", "phường", "số", "khu", "đội", "đoàn", "tổ", "bộ", "khoa", "thôn", "ấp", "xóm", "khóm", "vùng", "trạm", "phòng"})
#: Words with which a board's own name begins after a title that says its kind (Phó Trưởng ban Thường trực Ban …).
_BOARDS = frozenset({"ban", "phòng", "khoa", "hội", "ủy", "đoàn", "văn", "bộ", "tiểu"})
#: First words of names that go on in lower case and end in a proper name (Công ty may …, Viện nghiên cứu …).
_OPEN_HEADS = frozenset({"công", "cty", "hiệp", "hội", "viện", "ban", "bql", "htx", "khối", "câu", "trung", "phòng", "bệnh", "trường", "đh", "khoa"})
_OPEN_PAIRS = (["xí", "nghiệp"], ["nhà", "máy"], ["nhà", "xuất"], ["hợp", "tác"], ["tổng", "công"], ["ngân", "hàng"], ["chi", "nhánh"])
_DOTTED = frozenset({"tp", "tx", "tt", "q", "p", "h"})
_LINKS = frozenset({"và", "các", "của", "thuộc", "cho"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title at the words ``[first, after)``; ``label`` is the full form where the text abbreviates."""

    first: int
    after: int
    entry: Entry
    text: str
    written: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """A title with its unit at the words ``[first, after)``; ``end`` is the offset of its end in the text."""

    first: int
    after: int
    end: int
    title: str
    unit: str | None
    written: str | None
    entry: Entry

    @property
    def role(self) -> Role:
        return Role(self.title, self.unit, self.written)


@lru_cache(maxsize=1)
def _titles() -> tuple[Phrases, Phrases]:
    entries = lexicon("roles").entries
    ranks = [entry for entry in lexicon("ranks-and-degrees").entries if entry.get("kind") == "rank"]
    spelled = Phrases({variant: entry for entry in (*entries, *ranks) for variant in entry.variants})
    short = Phrases({str(form).lower(): entry for entry in entries for form in entry.get("abbreviations", ())})
    return spelled, short


@lru_cache(maxsize=1)
def _modifiers() -> tuple[Phrases, Phrases]:
    entries = lexicon("role-modifiers").entries
    sides = {side: Phrases({v: e.id for e in entries if e.get("position") == side for v in e.variants}) for side in ("before", "after")}
    return sides["before"], sides["after"]


@lru_cache(maxsize=1)
def _unit_words() -> tuple[Phrases, Phrases]:
    names = ("organisation-words", "organisation-ends")
    words, ends = ({v: True for entry in lexicon(name).entries for v in entry.variants} for name in names)
    words.update({v: True for entry in lexicon("role-units").entries for v in entry.variants})
    return Phrases(words), Phrases(ends)


def titles_in(words: Words) -> list[Title]:
    """The titles in a sentence, in reading order, without overlaps."""
    found: list[Title] = []
    index = 0
    while index < len(words):
        title = _title_at(words, index)
        if title is None:
            index += 1
        else:
            found.append(title)
            index = title.after
    return found


def words_of_titles(titles: Sequence[Title]) -> set[int]:
    """The indexes of all words that stand in titles."""
    return {at for title in titles for at in range(title.first, title.after)}


def _title_at(words: Words, index: int) -> Title | None:
    low = words.low
    before, after = _modifiers()
    spelled, short = _titles()
    if low[index] not in _openers() or (low[index] == "quyền" and index > 0 and low[index - 1] in {"ủy", "thừa"}):
        return None
    base = index
    hit, abbreviated = None, False
    while base < len(low):
        hit = spelled.at(low, base)
        if hit is None:
            hit = short.at(low, base)
            if hit is not None and not words.written(base, hit[0]).isupper():
                hit = None
            abbreviated = hit is not None
        else:
            abbreviated = False
        if hit is not None:
            break
        step = before.at(low, base)
        if step is None or base - index > 3:
            return None
        base = step[0] + 1 if step[0] < len(low) and low[step[0]] == "." else step[0]
    if hit is None:
        return None
    end, entry = hit
    if index > 0 and low[index - 1] in entry.get("not_after", ()):
        return None
    if entry.get("kind") == "rank" and end < len(low) and words.shape[end] == "C" and spelled.at(low, end) is None:
        return None  # Đại tá Nguyễn …: the rank addresses the name
    core = entry.label if abbreviated else words.written(base, end)
    last = end
    while (step := after.at(low, last) if last < len(low) else None) is not None:
        last = step[0]
    if entry.get("class"):
        number = _class_end(words, last)
        if number == last:
            return None
        last = number
    parts = [words.written(index, base)] if base > index else []
    parts.append(core)
    if last > end:
        parts.append(words.written(end, last))
    text = " ".join(parts)
    if entry.get("class") and words.low[index : index + 2] == ["học", "lớp"]:
        text = "học sinh " + words.written(index + 1, last)
        return Title(index, last, entry, text, words.written(index, last))
    return Title(index, last, entry, text, words.written(index, last) if abbreviated else None)


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    spelled, short = _titles()
    return frozenset((*spelled.openers, *short.openers, *_modifiers()[0].openers))


def _class_end(words: Words, index: int) -> int:
    """The end of a class's number: 4B, 12T7, 5/1, K35S9."""
    at = index
    while at < len(words) and (at == index or not words.spaced(at)) and (words.shape[at] in "diCU" or words.low[at] in {"/", "."}):
        at += 1
    while at > index and words.shape[at - 1] == "p":
        at -= 1
    return at if any(words.shape[one] == "d" for one in range(index, at)) else index


def positions_in(words: Words, titles: Sequence[Title], names: Sequence[Name]) -> list[Position]:
    """The titles of a sentence with their units; no unit runs into a name or the next title."""
    barriers = sorted({title.first for title in titles} | {name.start for name in names})
    found = [_position(words, title, next((at for at in barriers if at >= title.after), len(words))) for title in titles]
    return [position for position in found if position.unit is not None or not position.entry.get("needs_unit")]


def _position(words: Words, title: Title, barrier: int) -> Position:
    follows = str(title.entry.get("follows", "unit"))
    after, unit, text = title.after, None, title.text
    start = title.after
    if follows != "none" and title.entry.get("kind") != "rank" and start < barrier:
        if words.low[start] in {"của", "thuộc", "tại", "ở"} or (title.written is not None and words.low[start] == "."):
            start = min(start + 1, barrier - 1)
        whole = None
        if follows == "branch" and words.low[start] in _BOARDS:
            whole = _organisation_end(words, start, barrier)
            if whole is None and words.low[start] in words.low[title.first : title.after]:
                whole = _stretch(words, start, barrier, nested=False)[2]
        if whole is not None:
            unit, after = words.written(start, whole), whole
        elif follows == "branch":
            tail, unit_start, end = _stretch(words, start, barrier, nested=True)
            if tail > start:
                text += " " + words.written(start, tail)
            after = end
            unit = words.written(unit_start, end) if unit_start is not None else None
        else:
            end = _organisation_end(words, start, barrier) or start
            if end == start and not title.entry.get("weak"):
                end = _stretch(words, start, barrier, nested=False)[2]
                end = _extended(words, start, end, barrier) if end > start else end
            if end > start:
                unit, after = words.written(start, end), end
    return Position(title.first, after, words.ends[after - 1], text, unit, title.written, title.entry)


def _organisation_end(words: Words, start: int, barrier: int) -> int | None:
    """The word after the organisation's name that begins at ``start``; None where none begins."""
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


def _extended(words: Words, start: int, at: int, barrier: int) -> int:
    """The end of a name that goes on in lower case: ``Công ty may Thiên Long``, ``Sở Kế hoạch - Đầu tư``."""
    known_words, ends = _unit_words()
    low, shape = words.low, words.shape
    if at < barrier and shape[at] == "C" and shape[at - 1] == "C" and words.spaced(at):
        at += 1  # Tỉnh ủy Thái Nguyên, UBND huyện Đắk Song: a place's second word that is also another word
    if at + 1 < barrier and low[at] == "-" and shape[at + 1] == "C" and (known := known_words.at(low, at + 1)) is not None and known[0] <= barrier:
        return _stretch(words, known[0], barrier, nested=False)[2]
    if at + 1 < barrier and low[at] == "-" and shape[at + 1] == "U" and shape[at - 1] == "U" and (end := _organisation_end(words, at + 1, barrier)):
        return end
    if low[start] not in _OPEN_HEADS and low[start : start + 2] not in _OPEN_PAIRS:
        return at
    if any(shape[one] == "U" for one in range(start + 1, at)):
        return at
    on = sure = at
    while on < min(barrier, at + 6) and shape[on] == "l" and not address_opens(words, on):
        known = known_words.at(low, on)
        ended = ends.at(low, on)
        if ended is not None and (known is None or ended[0] > known[0]):
            break
        on = known[0] if known is not None else on + 1
        sure = on if known is not None and ended is None else sure
    if on == at or on > barrier:
        return at
    if on < barrier and shape[on] in "CU" and ends.at(low, on) is None:
        return _stretch(words, on, barrier, nested=False)[2]
    closed = on >= barrier or shape[on] == "p"
    return on if on == at + 1 and closed and shape[at - 1] == "C" else sure


def organisation_after(words: Words, start: int, barrier: int) -> int | None:
    """The word after an organisation's name that begins with a capital at ``start``; None where none begins."""
    if start + 1 < barrier and words.low[start] == "trường" and words.shape[start] == "l":
        start += 1
    if start >= barrier or words.shape[start] not in "CU":
        return None
    return _organisation_end(words, start, barrier)


def _stretch(words: Words, start: int, barrier: int, *, nested: bool) -> tuple[int, int | None, int]:
    """How far words of a unit run from ``start``: end of the own name, start of the organisation it lies in, end of all."""
    known_words, ends = _unit_words()
    low, shape = words.low, words.shape
    at = last = start
    while at < barrier:
        if at > start and shape[at] != "p" and (end := _organisation_end(words, at, barrier)) is not None:
            own = at
            while own > start and low[own - 1] in _LINKS:
                own -= 1
            return (own, at, end) if nested else (last, None, end)
        if shape[at] == "p":
            if not _joins(words, at, barrier):
                break
            at += 1
            continue
        if shape[at] == "d":
            if at == start or low[at - 1] not in _NUMBERED:
                break
            at = last = at + 1
            continue
        if address_opens(words, at):
            break
        known = known_words.at(low, at)
        ended = ends.at(low, at)
        capital = shape[at] in "CU" or (shape[at] == "i" and at > start)
        if ended is not None and (known is None or ended[0] >= known[0]):
            if not capital or low[at] in {"đã", "có", "tại", "theo", "sau", "trong", "ngày", "sáng", "chiều", "năm", "đến", "cùng"}:
                if low[at] in _LINKS and at > start and at + 1 < barrier and shape[at + 1] == "C":
                    at += 1
                    continue
                break
            at = last = ended[0]
            continue
        if known is not None:
            at = last = known[0]
            continue
        if capital:
            at = last = at + 1
            if shape[at - 1] == "C" and at < barrier and shape[at] == "l" and (at - 1 == start or shape[at - 2] != "C") and ends.at(low, at) is None and low[at] not in _LINKS:
                at = last = at + 1
            continue
        if low[at] in _LINKS and at > start and at + 1 < barrier and shape[at + 1] in "CU":
            at += 1
            continue
        break
    return last, None, last


def _joins(words: Words, at: int, barrier: int) -> bool:
    """Whether a mark inside a unit's name joins its parts: TP. Huế, Dân - Chính - Đảng, Văn hóa & Thể thao."""
    mark, low = words.low[at], words.low
    if at == 0 or at + 1 >= barrier or words.shape[at + 1] not in "CU":
        return False
    return mark == "&" or (mark == "." and low[at - 1] in _DOTTED) or (mark == "-" and words.shape[at - 1] in "Cl" and words.shape[at + 1] == "C")


@rule(
    "person.role",
    examples=[
        Example("ông Lò Văn Sen, [[Phó Chủ tịch UBND tỉnh]], dự lễ", Role("Phó Chủ tịch", "UBND tỉnh")),
        Example("[[nguyên Phó Giám đốc Sở Công Thương]] Tạ Thị Lan", Role("nguyên Phó Giám đốc", "Sở Công Thương")),
        Example("bà Lê Thị Út - [[Trưởng Ban Dân vận Huyện ủy]]", Role("Trưởng Ban Dân vận", "Huyện ủy")),
        Example("anh Trần Văn Sáu, [[QUV]]", Role("Quận ủy viên", None, "QUV")),
        Example("ông Võ Văn Bảy, [[Phó Bí thư Thường trực Đảng ủy]]", Role("Phó Bí thư Thường trực", "Đảng ủy")),
        Example("em Phan Thị Tí, [[học sinh lớp 9A]]", Role("học sinh lớp 9A")),
    ],
    counterexamples=["Hội nghị diễn ra tại hội trường", "tập thể lãnh đạo huyện"],
    source="domain/roles.yml roles",
)
def roles(passage: Passage) -> Iterator[Finding]:
    """The positions named in a sentence."""
    words = words_of(passage.views, passage.start, passage.stop)
    titles = titles_in(words)
    for position in positions_in(words, titles, names_in(words, words_of_titles(titles))):
        yield Finding(Span(words.starts[position.first], position.end), position.role)

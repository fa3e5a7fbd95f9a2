"""Positions: a title (``Phó Bí thư Thường trực``) with the unit in which it is held (``Tỉnh ủy``).

The title is a phrase of the lexicon ``roles`` with its modifiers (``nguyên``, ``Phó``, ``Thường trực``); some titles continue
with a board's own name (``Trưởng Ban | Tổ chức``). The unit is the organisation that follows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.persons.foreign import Name
from generator.extraction.names.persons.persons import names_in
from generator.extraction.names.words import Phrases, SentenceWords, words_of
from generator.extraction.people.branches import branch_after
from generator.extraction.people.role_units import organisation_after, organisation_end, stretch, unnamed_unit_end
from generator.lexicon.load import Entry, lexicon
from generator.model.facts import Role
from generator.model.span import Span

#: Words with which a board's own name begins after a title that contains its kind (Phó Trưởng ban Thường trực Ban …).
_BOARDS = frozenset({"ban", "phòng", "khoa", "hội", "ủy", "đoàn", "văn", "bộ", "tiểu"})
#: Words after which the plain words for people belong to an organisation's name (Hội Nông dân, Nhà Công nhân).
_IN_NAMES = frozenset({"hội", "nhà", "đoàn", "ban", "phòng", "quỹ", "cung", "khu", "báo", "trường", "trung", "tâm", "việc", "tác", "viện"})
_LEVELS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường"})
LONGEST_UNIT = 40  # words; the longest in the development articles has 19


@dataclass(frozen=True, slots=True)
class Title:
    """A title at the words ``[first, after)``; ``written`` is the short form if the text abbreviates; ``unit`` is set if known
    beforehand."""

    first: int
    after: int
    entry: Entry
    text: str
    written: str | None
    unit: str | None = None


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


def titles_in(words: SentenceWords) -> list[Title]:
    """Return the titles in a sentence, in reading order, without overlaps."""
    found: list[Title] = []
    openers, done = _openers(), 0
    for index, word in enumerate(words.low):
        if word in openers and index >= done and (title := _title_at(words, index)) is not None:
            found.append(title)
            done = title.after
    return found


def words_of_titles(titles: Sequence[Title]) -> set[int]:
    """Return the indexes of all words of titles."""
    return {at for title in titles for at in range(title.first, title.after)}


def _title_at(words: SentenceWords, index: int) -> Title | None:
    low = words.low
    if low[index] == "quyền" and index > 0 and low[index - 1] in {"ủy", "thừa"}:
        return None
    found = _core_at(words, index)
    if found is None:
        return None
    base, end, entry, abbreviated = found
    if index > 0 and (low[index - 1] in entry.get("not_after", ()) or (entry.get("weak") and low[index - 1] in _IN_NAMES)):
        return None
    if entry.get("kind") == "rank" and end < len(low) and words.shape[end] == "C" and _titles()[0].at(low, end) is None:
        return None  # Đại tá Nguyễn …: the rank belongs to the name
    last = end
    while last < len(low) and (step := _modifiers()[1].at(low, last)) is not None:
        last = step[0]
    if entry.get("class"):
        number = _class_end(words, last)
        if number == last:
            return None
        last = number
    parts = [words.written(index, base)] if base > index else []
    parts.append(entry.label if abbreviated else words.written(base, end))
    if last > end:
        parts.append(words.written(end, last))
    if entry.get("class") and low[index : index + 2] == ["học", "lớp"]:
        return Title(index, last, entry, "học sinh " + words.written(index + 1, last), words.written(index, last))
    return Title(index, last, entry, " ".join(parts), words.written(index, last) if abbreviated else None)


def _core_at(words: SentenceWords, index: int) -> tuple[int, int, Entry, bool] | None:
    """Return the title's own phrase after modifiers such as ``nguyên``: its range, its entry, whether it is abbreviated; or None."""
    low, base = words.low, index
    spelled, short = _titles()
    while base < len(low) and base - index <= 3:
        hit = spelled.at(low, base)
        if hit is not None:
            return base, hit[0], hit[1], False
        hit = short.at(low, base)
        if hit is not None and words.written(base, hit[0]).isupper():
            return base, hit[0], hit[1], True
        step = _modifiers()[0].at(low, base)
        if step is None:
            return None
        base = step[0] + 1 if step[0] < len(low) and low[step[0]] == "." else step[0]
    return None


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    spelled, short = _titles()
    return frozenset((*spelled.openers, *short.openers, *_modifiers()[0].openers))


def _class_end(words: SentenceWords, index: int) -> int:
    """Return the end of a class's number: 4B, 12T7, 5/1, K35S9."""
    at = index
    while at < len(words) and (at == index or not words.spaced(at)) and (words.shape[at] in "diCU" or words.low[at] in {"/", "."}):
        at += 1
    while at > index and words.shape[at - 1] == "p":
        at -= 1
    return at if any(words.shape[place] == "d" for place in range(index, at)) else index


def positions_in(words: SentenceWords, titles: Sequence[Title], names: Sequence[Name]) -> list[Position]:
    """Return the titles of a sentence with their units; no unit extends into a name or the next title."""
    barriers = sorted({title.first for title in titles} | {name.start for name in names})
    barriers.append(len(words))
    found = [_position(words, title, min(barriers[bisect_left(barriers, title.after)], title.after + LONGEST_UNIT)) for title in titles]
    return [position for position in found if position.unit is not None or not position.entry.get("needs_unit")]


def _position(words: SentenceWords, title: Title, barrier: int) -> Position:
    follows = str(title.entry.get("follows", "unit"))
    after, unit, text = title.after, title.unit, title.text
    start = title.after
    if unit is None and follows != "none" and title.entry.get("kind") != "rank" and start < barrier:
        if words.low[start] in {"của", "thuộc", "tại", "ở"} or (title.written is not None and words.low[start] == "."):
            start = min(start + 1, barrier - 1)
        if words.low[start] == "-" and start + 1 < barrier and organisation_end(words, start + 1, barrier) is not None:
            start += 1  # Phó Vụ trưởng - Vụ Thi đua khen thưởng
        whole = None
        if follows == "branch" and words.low[start] in _BOARDS:
            whole = organisation_end(words, start, barrier)
            if whole is None and words.low[start] in words.low[title.first : title.after]:
                whole = stretch(words, start, barrier, nested=False)[2]
        if whole is not None:
            unit, after = words.written(start, whole), whole
        elif follows == "branch":
            tail, unit_start, end = branch_after(words, start, barrier)
            if unit_start is None and tail - start > 1 and words.low[tail - 1] in _LEVELS:
                tail, unit_start = tail - 1, tail - 1  # Trưởng phòng Nội vụ | huyện
            if tail > start:
                text += " " + words.written(start, tail)
            after = end
            unit = words.written(unit_start, end) if unit_start is not None else None
        else:
            within = organisation_after if title.entry.get("class") else organisation_end
            end = within(words, start, barrier) or start
            if end == start and not title.entry.get("weak"):
                end = unnamed_unit_end(words, start, barrier)
            if end > start:
                unit, after = words.written(start, end), end
    return Position(title.first, after, words.ends[after - 1], text, unit, title.written, title.entry)


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
    source="lexicon roles",
)
def roles(passage: Passage) -> Iterator[Finding]:
    """Yield the positions named in a sentence."""
    words = words_of(passage.views, passage.start, passage.stop)
    titles = titles_in(words)
    for position in positions_in(words, titles, names_in(words, words_of_titles(titles))):
        yield Finding(Span(words.starts[position.first], position.end), position.role)

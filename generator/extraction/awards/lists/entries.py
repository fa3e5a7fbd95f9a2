"""Reads the recipients of a list's row: a person with position and unit, a body, or a number of either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import element_name
from generator.extraction.awards.forms.form import forms_in
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import WEAK, Group
from generator.extraction.names.references.named import Named
from generator.extraction.names.references.register import Register
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.text.sentences import LOWER, UPPER

_LONGEST = 400  # code points of a row that names recipients; a longer one is prose
_LONGEST_NAME = 16  # words
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,5})")
_SEPARATOR = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|&)\s+")
_LEAD = re.compile(r"[\s,;:–-]*(?:(?:gồm|bao gồm|là|cho|tặng|của|có|được|trao|đó là|dành cho)(?:\s+có)?(?!\w)[\s:]*)?")
_BRACKET = re.compile(r"\s*\([^()]{0,160}\)?")
#: Words that a name never contains: the row is a statement.
_PROSE = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|được|phát\s+biểu|tổ\s+chức|trao|tặng|nhận|chụp|phải|nếu|khi|theo|quy\s+định|trở\s+lên|đồng|triệu|tỷ|lần|điểm)(?!\w)|[%?!]"
)
#: Where the words about a named body begin: the reason.
_REASON = re.compile(rf"[\s,:–-]+(?=(?:vì|do|đã|có|đạt|hoàn\s+thành|với|về)\s)|\s+[-–]\s+(?=[{LOWER}])")
_PERSON_WORDS = rf"[{UPPER}][\w’'.-]*(?:\s(?:[{UPPER}][\w’'.-]*|văn|thị)){{1,5}}"
_CAPITALS = re.compile(_PERSON_WORDS + r"(?=\s*(?:[,(;:–-]|$))")
_CAPITALS_BEHIND_ADDRESS = re.compile(_PERSON_WORDS.replace("{1,5}", "{0,5}") + r"(?=\s*(?:[,(;:–-]|$))")
#: What may follow a person's name in a row: a mark, a link, a class.
_AFTER_NAME = re.compile(r"\s*(?:$|[,;:(|./–-]|(?:và|&|cùng|lớp|năm|sinh|nguyên|hiện|là|ở|thôn|chi\s+bộ|\d)(?!\w)|[*_\"”'’)])")
#: The words between two names of a row: A – giáo viên và B; A (lớp 11) và B.
_APPOSITION_AND = re.compile(r"[(,–-].*(?<!\w)(?:và|cùng|&)", re.DOTALL)
_BADGE_YEARS = re.compile(r"(?:huy\s+hiệu\s+)?(?P<years>[3-9][05])\s+năm(?:\s+tuổi\s+đảng)?\s*[:–-]\s*")
_KIND_END = re.compile(r"(?:\s+(?:tiêu\s+biểu|xuất\s+sắc|sau|sau\s+đây|có\s+tên\s+sau))?\s*(?::|gồm\s*:?|là\s*:?|\((?=\D))\s*")


@dataclass(frozen=True, slots=True)
class RowEntry:
    """The recipients of one kind in a row.

    ``kind`` None leaves it to the heading. ``count`` is as stated, or the number of ``names``. ``start`` to ``end`` are its
    words; ``about`` is where the words of the reason behind it end. ``rank`` is the honour's, if the row itself states it.
    """

    kind: str | None
    personal: bool | None
    count: int | None
    names: tuple[str, ...]
    start: int
    end: int
    about: int
    rank: int | None = None


def entries(passage: Passage, register: Register, *, personal: bool | None, single: bool) -> tuple[RowEntry, ...]:
    """Read the words of a row; empty unless the whole row states recipients.

    ``personal``: look for persons (True), bodies (False) or either (None). ``single``: the row names a single body, even if its
    name contains commas.
    """
    text = passage.views.text
    lead = _LEAD.match(passage.views.canonical, passage.start, passage.stop)
    start, stop = passage.start if lead is None else lead.end(), passage.stop
    while stop > start and text[stop - 1] in " \t\n.;,*_…":
        stop -= 1
    if start >= stop or stop - start > _LONGEST or forms_in(passage.within(start, stop)):
        return ()
    found: list[RowEntry] = []
    for first, last in _segments(text, start, stop):
        read = _segment(passage.within(first, last), register, personal, single)
        if not read:
            return ()
        found.extend(read)
    return tuple(found)


@lru_cache(maxsize=1)
def _ratio() -> re.Pattern[str]:
    """Match a number out of a total: ``3/12 phòng``."""
    return re.compile(rf"(?P<count>\d{{1,4}})/\d{{1,4}}(?!/)\s+(?P<kind>{lexicon('recipients').alternatives})")


def _segments(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between semicolons outside brackets."""
    depth, first = 0, start
    for at in range(start, stop):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if text[at] == ";" and depth <= 0:
            yield _trimmed(text, first, at)
            first = at + 1
    yield _trimmed(text, first, stop)


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and (text[start].isspace() or text[start] in "-–,"):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ".,;:"):
        stop -= 1
    return start, stop


def _segment(passage: Passage, register: Register, personal: bool | None, single: bool) -> tuple[RowEntry, ...]:
    if passage.start >= passage.stop:
        return ()
    if personal is not None and _NUMBER.fullmatch(passage.views.canonical, passage.start, passage.stop):
        return (RowEntry(None, personal, int(passage.text.replace(".", "")), (), passage.start, passage.stop, passage.stop),)
    if (ratio := _ratio().match(passage.views.canonical, passage.start, passage.stop)) is not None:  # 3/12 phòng
        kind = lexicon("recipients").entry_of(ratio["kind"])
        own_kind = None if kind.id == "don-vi" and ratio["kind"] in WEAK else kind.id
        return (RowEntry(own_kind, kind.id in PERSONS, int(ratio["count"]), (), passage.start, ratio.end(), ratio.end()),)
    elements = award_elements(passage, register)
    first = elements[0] if elements else None
    if first is not None and isinstance(first.value, Group) and first.start == passage.start:
        return _group(passage, register, elements, single)
    return _named(passage, elements, personal, single)


def _group(passage: Passage, register: Register, elements: list[Element], single: bool) -> tuple[RowEntry, ...]:
    """Read a segment that begins with a group: ``2 cá nhân``, ``2 tập thể, 3 cá nhân``, ``các cá nhân: A, B``, ``02 tập thể (A, B)``."""
    canonical, group = passage.views.canonical, cast(Group, elements[0].value)
    personal = None if group.kind in {"tap-the-va-ca-nhan", "khac"} else group.kind in PERSONS
    colon = _KIND_END.match(canonical, group.end, passage.stop)
    if colon is not None:
        named = entries(passage.within(colon.end(), _without_bracket(passage, colon.end())), register, personal=personal, single=False)
        names = tuple(name for entry in named for name in entry.names)
        if names and (personal is None or all(entry.personal is personal for entry in named)):
            if group.count is None:
                return tuple(replace(entry, kind=group.kind if entry.kind is None or not entry.personal else entry.kind) for entry in named)
            return (RowEntry(group.kind, personal, group.count, names, group.start, passage.stop, passage.stop),)
    if not group.counted:
        if colon is None and group.words and canonical.startswith(group.words, group.start) and passage.views.text[group.start].isupper():
            return _named(passage, elements[1:], None if group.kind in {"tap-the-va-ca-nhan", "khac"} else personal, single)
        return ()
    counted = [element for element in elements if isinstance(element.value, Group) and element.value.counted]
    if _PROSE.search(canonical, group.end, counted[-1].end):
        return ()
    found = []
    for element, after in zip(counted, [*counted[1:], None], strict=True):
        counted_group = cast(Group, element.value)
        end = passage.stop if after is None else after.start
        kind_is_personal = None if counted_group.kind in {"tap-the-va-ca-nhan", "khac"} else counted_group.kind in PERSONS
        kind = None if counted_group.words in WEAK and counted_group.kind == "don-vi" else counted_group.kind  # 5 phòng, bộ môn
        found.append(RowEntry(kind, kind_is_personal, counted_group.count, (), element.start, element.end, end))
    return tuple(found)


def _without_bracket(passage: Passage, start: int) -> int:
    text = passage.views.text
    return passage.stop - 1 if text[start - 1 : start] == "(" and text[passage.stop - 1 : passage.stop] == ")" else passage.stop


def _named(passage: Passage, elements: list[Element], personal: bool | None, single: bool) -> tuple[RowEntry, ...]:
    if personal is not False and (persons := _persons(passage, elements, expected=personal is True)):
        return persons
    if personal is True or (personal is False and elements and elements[0].piece is Piece.PERSON and elements[0].start == passage.start):
        return ()
    starts = {element.start for element in elements if element.piece is Piece.PERSON} if personal is None else set()
    return _bodies(passage, elements, starts, single=single, expected=personal is False)


def _persons(passage: Passage, elements: list[Element], *, expected: bool) -> tuple[RowEntry, ...]:
    """Return the persons of a row, each at its beginning or behind a separator, with positions and units between them."""
    text, canonical = passage.views.text, passage.views.canonical
    persons = [element for element in elements if element.piece is Piece.PERSON and not _is_bracketed(text, passage.start, element.start)]
    if persons and not opens_with(passage, persons[0], expected=expected):
        persons = []
    if not persons:
        address = _address().match(canonical, passage.start, passage.stop)
        name_at = _CAPITALS if address is None else _CAPITALS_BEHIND_ADDRESS
        match = name_at.match(text, passage.start if address is None else address.end(), passage.stop) if expected else None
        if match is None or _head().match(canonical, passage.start) is not None:
            return ()
        name = " ".join(match.group().split())
        return (RowEntry(None, True, 1, (name,), passage.start, match.end(), passage.stop),)
    kept = [persons[0]]
    for element in persons[1:]:
        between = canonical[kept[-1].end : element.start].strip()
        if between.endswith((",", ";")) or between in {"và", "&", ", và", "cùng", ""} or _APPOSITION_AND.fullmatch(between):
            kept.append(element)
    if any(_AFTER_NAME.match(canonical, element.end, passage.stop) is None for element in kept):
        return ()  # the words after the name say what the person does
    found = []
    for element, after in zip(kept, [*kept[1:], None], strict=True):
        pupil = isinstance(element.value, Named) and element.value.pupil
        kind = "hoc-sinh" if pupil or canonical.startswith((", học sinh", ", sinh viên", ", lớp", " lớp", " (lớp"), element.end) else None
        end = passage.stop if after is None else after.start
        found.append(RowEntry(kind, True, 1, (element_name(element),), element.start, element.end, end))
    return tuple(found)


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    """Match an honorific before a name."""
    return re.compile(rf"{lexicon('honorifics').alternatives}\s+")


def opens_with(passage: Passage, person: Element, *, expected: bool) -> bool:
    """Return whether a row begins with ``person``, or with the position or the unit that precedes the name."""
    before = passage.views.text[passage.start : person.start].strip()
    if not before or re.fullmatch(r"(?:[A-ZĐ]\w{0,4}\.\s?){1,3}|\d{1,3}", before):
        return True
    if not expected or len(before.split()) > 10 or re.search(r"[;]", before):
        return False
    return before.endswith(":") or not re.search(r"[,:]", before)


def _is_bracketed(text: str, start: int, at: int) -> bool:
    return text.rfind("(", start, at) > text.rfind(")", start, at)


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    """Match the first words of a body's name, or of a group treated as a body (a class, a household)."""
    kinds = (variant for entry in lexicon("recipients").entries if entry.id not in PERSONS | {"khac"} for variant in entry.variants)
    small = (variant for entry in lexicon("list-words").entries if entry.get("use") == "body" for variant in entry.variants)
    return re.compile(rf"(?:{lexicon('organisation-heads').alternatives}|{alternatives((*kinds, *small))})")


def opens_body(canonical: str, at: int) -> bool:
    """Return whether the name of a body begins at ``at`` of the canonical view."""
    return _head().match(canonical, at) is not None


def _bodies(passage: Passage, elements: list[Element], persons: set[int], *, single: bool, expected: bool) -> tuple[RowEntry, ...]:
    canonical, text = passage.views.canonical, passage.views.text
    found: list[RowEntry] = []
    for start, end in _parts(passage, persons, single=single):
        if start in persons:  # Trung tâm A và bà B
            people = _persons(passage.within(start, end), [element for element in elements if start <= element.start < end], expected=False)
            if not people:
                return ()
            found.extend(people)
            continue
        reason = _REASON.search(text, start, end)
        bracket = text.find("(", start, end)
        stop = min(end, end if reason is None else reason.start(), end if bracket < 0 else bracket)
        first, last = _trimmed(text, start, stop)
        name = " ".join(text[first:last].strip('“”"*_ ').split())
        if not _is_body(name, canonical, first, last, expected=expected):
            return ()
        found.append(RowEntry(_kind_of(canonical[first:last]), False, 1, (name,), first, last, end))
    return tuple(found)


def _parts(passage: Passage, persons: set[int], *, single: bool) -> Iterator[tuple[int, int]]:
    """Yield the bodies of a row: cut at a separator that a body's first word follows, or, in a row of several, any capital."""
    text, canonical, start = passage.views.text, passage.views.canonical, passage.start
    for match in _SEPARATOR.finditer(canonical, passage.start, passage.stop):
        at = match.end()
        if match.start() <= start or _is_bracketed(text, passage.start, match.start()):
            continue
        comma = "," in match.group()
        named = text[at : at + 1].isupper() and (_head().match(canonical, at) or comma)
        if at in persons or (not single and named):
            yield start, match.start()
            start = at
    yield start, passage.stop


def _is_body(name: str, canonical: str, start: int, end: int, *, expected: bool) -> bool:
    words = name.split()
    if not words or len(words) > _LONGEST_NAME or not (name[0].isupper() or name[0].isdigit()) or len(name) < 3:
        return False
    if _PROSE.search(name) or ":" in name or _ratio().match(canonical, start) or not re.search(rf"[{UPPER}{LOWER}]", name):
        return False
    if (kind := _kind_word().match(canonical, start, end)) is not None and not re.search(rf"[{UPPER}\d]", name[kind.end() - start :]):
        return False  # tập thể đoàn kết: a praised quality, not a name
    return (_head().match(canonical, start) is not None and (len(words) > 1 or expected)) or (expected and len(words) <= 10)


@lru_cache(maxsize=1)
def _kind_word() -> re.Pattern[str]:
    """Match a kind that does not open an organisation's name by itself."""
    named = lexicon("organisation-heads").by_variant
    kinds = (words for words in lexicon("recipients").by_variant if words not in WEAK and words not in named)
    return re.compile(alternatives(kinds))


def _kind_of(words: str) -> str | None:
    """Return the kind in a name's first words (canonical), or None."""
    for opening, kind in (("đảng bộ", "dang-bo"), ("chi bộ", "chi-bo"), ("gia đình", "ho-gia-dinh"), ("hộ ", "ho-gia-dinh")):
        if words.startswith(opening):
            return kind
    return None


def badge_years(passage: Passage) -> tuple[int | None, Passage]:
    """Return the years of Party membership at the beginning of a row (``40 năm tuổi Đảng: A, B``), or None, and the words behind them."""
    match = _BADGE_YEARS.match(passage.views.canonical, passage.start, passage.stop)
    return (None, passage) if match is None else (int(match["years"]), passage.within(match.end(), passage.stop))

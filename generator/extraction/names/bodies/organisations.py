"""Organisations' names, and where each ends.

Vietnamese capitalises only the first syllable of each word of such a name (``Sở Nông nghiệp và Phát triển nông thôn``) and
nests names without ``của`` (``Ban Thường vụ Đảng ủy Khối Doanh nghiệp quận Long Biên``), so a run of capitals is not a name. A
name begins with a head word and runs over capitalised and short lower-case stretches up to a word that cannot be part of it
(lexicon ``organisation-ends``), a person's name or punctuation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, remembered, rule
from generator.extraction.names.bodies.organisation_parts import is_name_part, is_number_of_unit, is_place
from generator.extraction.names.bodies.organisation_persons import is_person
from generator.lexicon.load import Entry, lexicon, prefix_tree
from generator.model.span import Span
from generator.text.sentences import LOWER, UPPER
from generator.text.views import Views

_WHOLE_NAME = 5  # words of a head that is a complete name
LONGEST = 24  # words in a name; the longest in the development articles has 19

_WORD = re.compile(r"[^\W_]+(?:[&.'’‘/\-][^\W_]+)*\.?(?=\W|$)|[^\W_]+")
_GAP = re.compile(rf"\s?[-–]\s|[-–](?=[{UPPER}])|[ ]?&[ ]?|[ \t\u00a0]{{1,2}}")
_HYPHENED = re.compile(rf"[-–][{UPPER}][{LOWER}]+$")
#: The name before a lower-case ``và`` that joins: ``Giáo dục | và đào tạo``; not ``Tỉnh ủy | và``, ``UBND huyện | và``.
_TWO_SYLLABLES = re.compile(rf"[{UPPER}][{LOWER}]*\s(?!ủy|uỷ|bộ|đoàn|huyện|xã|tỉnh)[{LOWER}]+(?:\s[{LOWER}]+\s[{LOWER}]+)?$")
#: Forms of a company that its lines of business follow, in lower case too.
_COMPANY_FORMS = frozenset({"tnhh", "phần", "cp", "mtv", "viên"})
#: A company by its legal form, in lower case: công ty TNHH Sao Bắc.
_COMPANY = re.compile(rf"công ty (?:TNHH|CP|[Cc]ổ phần)(?: (?:MTV|một thành viên))? [{UPPER}]")
_COMMA_LIST = re.compile(
    rf",\s{{1,2}}(?=[{UPPER}][{LOWER}]*(?:\s[{LOWER}]+){{0,3}}(?:,\s[{UPPER}][{LOWER}]*(?:\s[{LOWER}]+){{0,3}})?\s(?:và|&)\s[{UPPER}][{LOWER}])"
)
#: Initials of a ministry's fields: Bộ VH | , TT&DL.
_INITIALS = rf"[{UPPER}]{{1,5}}"
_INITIALS_LIST = re.compile(rf"(?:(?<=\s[{UPPER}])|(?<=\s[{UPPER}]{{2}})),\s?(?={_INITIALS}\s?(?:&|và)\s?{_INITIALS}(?!\w))")
_BRACKET = re.compile(rf"\s\([{UPPER}&\-]{{2,12}}\)(?=\s(?:[{UPPER}][{LOWER}]|\d{{1,3}}(?![\w/.])))")
#: The Party committee of the Front and of all mass organisations, whose name holds a comma.
_FRONT = re.compile(r",\s?các (?:đoàn thể|tổ chức chính trị - xã hội)(?: trung ương| tỉnh| thành phố| huyện| xã| phường)?(?!\w)")
#: A kind of village without a name behind it: 12 chi bộ | thôn.
_BARE_PLACE = re.compile(r"(?:(?<=bộ)|(?<=đoàn)|(?<=hội))\s(?:thôn|bản|ấp|buôn|xóm|khu phố|khối phố|tổ dân phố|khu dân cư|tiểu khu)$")
#: The country of an embassy: Đại sứ quán Việt Nam | tại Lào.
_ABROAD = re.compile(rf"\s(?:tại|ở)\s[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*){{0,3}}")
_PARTY = re.compile(r"đảng (?:ủy|bộ)\s")
_NUMBER = re.compile(r"số\s+\d{1,3}(?![\d/.,-])")
#: Words that begin like a head but are not heads.
_NOT_HEAD = re.compile(
    r"hội (?:nghị|thao|thi|thảo|trường|nhập|viên|hoa|chợ|diễn|họp|ý|chứng|tụ|đàm)(?!\w)|chi hội (?:trưởng|phó)|tổ (?:chức|quốc"
    r"|tiên)(?!\w)|báo (?:cáo|chí|động|hiệu)(?!\w)"
    r"|bộ (?:trưởng|luật|máy|phận|phim|sách|môn|mặt|đội (?!biên))|ban (?:hành|đầu|ngày|đêm|bố|tặng)(?!\w)"
    r"|khối lượng|cơ quan (?:chức|ngôn)|đơn vị (?:nào|này|có|đạt|học)"
    r"|vụ (?:án|tai|việc|thảm|nổ|cháy|kiện|mùa)(?!\w)|trường (?:hợp|sa|kỳ|học)(?!\w)|đài loan|viện (?:dẫn"
    r"|trợ|phí|trưởng)(?!\w)|đội (?:trưởng|ngũ|tuyển|hình|viên)(?!\w)"
    r"|sở (?:hữu|thích|dĩ)(?!\w)|phòng (?:chống|cháy|ngừa|tránh|họp|trào|khi)(?!\w)|phòng,|xã (?:hội|giao"
    r"|luận|viên)(?!\w)|tỉnh (?:táo|lẻ)(?!\w)|khoa học|trạm trưởng"
    r"|(?:đảng|tỉnh|thành|quận|huyện|thị|chi) ủy viên|cục (?:trưởng|diện|bộ|phó)(?!\w)|quỹ đạo|đại học(?= và|,)|trung tâm(?= của)|hạt nhân"
)
_DOTTED = {"tp.", "tx.", "q.", "p.", "t.ư."}
_STANDING = "thường trực"
_TITLE = re.compile(r"(?<!\w)(?:bí thư|chủ tịch|trưởng|trưởng ban|giám đốc|chủ nhiệm|tổng thư ký)\s{1,2}$")


@lru_cache(maxsize=1)
def _heads() -> tuple[re.Pattern[str], frozenset[str]]:
    heads = lexicon("organisation-heads")
    cased = frozenset(v for entry in heads.entries if entry.get("cased") for v in entry.variants)
    return re.compile(heads.alternatives), cased


@lru_cache(maxsize=1)
def _before_head() -> re.Pattern[str]:
    """Match a position where a head may begin: a character other than a lower-case letter, followed by a head's letters. A prefilter."""
    return re.compile(rf"[^a-zà-ỹ](?={prefix_tree(lexicon('organisation-heads').by_variant)})")


def _head_starts(views: Views) -> list[int]:
    """Return the offsets where heads may begin in the whole text, in order; computed once for a text."""
    if _head_starts not in views.memory:
        # The line feed before the text makes the match's start equal the head's offset in the text.
        views.memory[_head_starts] = [match.start() for match in _before_head().finditer("\n" + views.canonical)]
    starts: list[int] = views.memory[_head_starts]
    return starts


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    return re.compile(lexicon("organisation-ends").alternatives)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(lexicon("organisation-words").alternatives)


@lru_cache(maxsize=1)
def _fields() -> re.Pattern[str]:
    """Match words of a field with which a name continues after ``và`` in lower case: ``Giáo dục và đào tạo``."""
    return re.compile(
        rf"(?:{'|'.join(sorted(lexicon('organisation-words').by_id['nganh'].get('joined', ()), key=len, reverse=True))})(?!\w)"
    )


def organisation_at(views: Views, start: int, stop: int, *, small: bool = False) -> int | None:
    """Return the end of the organisation's name that begins at ``start``, at most ``stop``; None if none begins there.

    A name is a head word with the words that belong to it. A bare head (``Đảng ủy``, ``Quận ủy``) is a name as well; a bare
    common word (``tỉnh``, ``Sở``) is not. ``small``: the head may be written in small letters though it is also a common word.
    """
    head = _head_at(views, start, stop, small=small)
    return None if head is None else _end_of(views, head, stop)


def _end_of(views: Views, head: re.Match[str], stop: int) -> int | None:
    """Return the end of the name that begins with ``head``; None for a bare common word."""
    start, end, capitals, words = head.start(), head.end(), 0, 0
    place = _entry(head).get("kind") == "place"
    before = head.group().split()[-1]
    while words < LONGEST:
        step = _next_stretch(views, start, end, stop, before)
        if step is None:
            break
        at, after, whole = step
        first = views.text[at]
        if whole:
            capitals = 0
        elif first.isupper() or first.isdigit():
            word = views.text[at:after]
            # No lower-case syllable follows a complete proper name, an abbreviation or a foreign name.
            capitals = capitals + 1 if word[1:].islower() and len(word) <= 7 else 2
        elif _HYPHENED.search(views.text, at, after):
            capitals = 1  # Báo chí-Xuất | bản
        elif capitals == 1 and not place:
            capitals = 0  # the second syllable of a word: Điện lực, Đa khoa
        else:
            break
        end, before, words = after, views.canonical[at:after].split()[-1], words + 1
    if words == 0 and not _stands_alone(head):
        return None
    if (bare := _BARE_PLACE.search(views.canonical, max(head.end() - 1, end - 14), end)) is not None:
        end = bare.start()
    if _entry(head).id == "co-quan-dai-dien" and (abroad := _ABROAD.match(views.text, end, stop)) is not None:
        end = abroad.end()
    if views.canonical.startswith(("mttq", "mặt trận tổ quốc"), head.end() + 1) and _PARTY.match(views.canonical, start):
        front = _FRONT.match(views.canonical, end, stop)
        end = end if front is None else front.end()
    return end


def _head_at(views: Views, at: int, stop: int, *, small: bool = False) -> re.Match[str] | None:
    head = _heads()[0].match(views.canonical, at, stop)
    return head if head is not None and _is_head(views, head, stop, small=small) else None


def _is_head(views: Views, head: re.Match[str], stop: int, *, small: bool = False) -> bool:
    """Return whether the matched words are a head and not the beginning of another word."""
    at = head.start()
    if _NOT_HEAD.match(views.canonical, at, stop) or views.canonical.startswith("đại hội", max(0, at - 4)):
        return False
    if _of_title(views, head):
        return False
    return (
        small
        or views.text[at].isupper()
        or " ".join(head.group().split()) not in _heads()[1]
        or _COMPANY.match(views.text, at, stop) is not None
    )


def _of_title(views: Views, head: re.Match[str]) -> bool:
    """Return whether ``Thường trực`` ends a title: Phó Bí thư Thường trực | Tỉnh ủy."""
    return (
        views.canonical.startswith(_STANDING, head.start())
        and _TITLE.search(views.canonical, max(0, head.start() - 20), head.start()) is not None
    )


def _entry(head: re.Match[str]) -> Entry:
    return _entry_of(head.group())


@lru_cache(maxsize=2048)
def _entry_of(words: str) -> Entry:
    return lexicon("organisation-heads").by_variant[" ".join(words.split())]


def _stands_alone(head: re.Match[str]) -> bool:
    if len(head.group().split()) >= _WHOLE_NAME:
        return True
    return (
        _entry(head).get("kind") in {"party", "union", "youth"}
        or _entry(head).id in {"trung-uong-nha-nuoc", "tap-the-dieu-hanh"}
        or head.group() == "ubnd"
    )


def _next_stretch(views: Views, start: int, end: int, stop: int, before: str) -> tuple[int, int, bool] | None:
    """Return the next part of a name that has run from ``start`` to ``end``; None if the name is over.

    Start, end, and whether it is a known stretch (a nested head, words of a field) rather than a single word.
    """
    text = views.text
    joined = False
    if end + 1 < stop and text[end] == " " and text[end + 1].isalnum():
        return _next_word(views, start, end, end + 1, stop, before, joined=False)  # nearly always
    comma = _COMMA_LIST.match(text, end, stop) or _INITIALS_LIST.match(text, end, stop) if text.startswith(",", end) else None
    bracket = _BRACKET.match(text, end, stop) if text.startswith("(", end + 1) else None
    gap = _GAP.match(text, end, stop)
    if comma is not None:
        at, joined = comma.end(), True
    elif bracket is not None:
        at = bracket.end() + 1
    elif gap is not None:
        at = gap.end()
        joined = gap.group().strip() != ""
    else:
        return None
    return _next_word(views, start, end, at, stop, before, joined=joined)


def _next_word(views: Views, start: int, end: int, at: int, stop: int, before: str, *, joined: bool) -> tuple[int, int, bool] | None:
    """Return the part that begins at ``at``, behind the gap; ``joined``: the gap is a mark that joins."""
    text, canonical = views.text, views.canonical
    if canonical.startswith("và ", at):
        at, joined = at + 3, True
    numbered = _NUMBER.match(canonical, at, stop) if canonical.startswith("số", at) else None
    if numbered is not None and not joined:
        return at, numbered.end(), True
    match = _WORD.match(text, at, stop)
    if match is None:
        return None
    capital = text[at].isupper()
    if joined and not capital:
        joins = canonical.startswith("và ", at - 3) and _TWO_SYLLABLES.search(text, max(0, end - 28), end) is not None
        joins = joins or (canonical.startswith("- ", at - 2) and text[end - 1].islower())
        field = _fields().match(canonical, at, stop) if joins else None
        return None if field is None else (at, field.end(), True)
    nested = _head_at(views, at, stop) if capital else None
    if nested is not None:
        return None if joined else (at, nested.end(), True)
    known = _words().match(canonical, at, stop)
    sure = (known is not None and before in _COMPANY_FORMS) or is_place(text, at, stop, before)
    ended = None if sure else _ends().match(canonical, at, stop)
    if (
        ended is not None
        and (known is None or ended.end() >= known.end())
        and not is_name_part(match.group(), joined=joined, known=known is not None)
    ):
        return None
    if known is not None:
        return at, known.end(), True
    heads = text[at].isdigit() and text[match.end() + 1 : match.end() + 2].isupper() and _head_at(views, match.end() + 1, stop) is not None
    if text[at].isdigit() and not is_number_of_unit(views, match, stop, before, heads=heads):
        return None
    if capital and is_person(views, at, stop, before, start):
        return None
    return at, match.end() if match.group().lower() in _DOTTED else match.start() + len(match.group().rstrip(".")), False


@rule(
    "organisation.name",
    examples=[
        Example("Tại lễ, [[Ban Thường vụ Đảng ủy Các cơ quan tỉnh]] trao Giấy khen.", "Ban Thường vụ Đảng ủy Các cơ quan tỉnh"),
        Example("[[Đảng ủy Khối doanh nghiệp quận Long Biên]] tổ chức hội nghị.", "Đảng ủy Khối doanh nghiệp quận Long Biên"),
        Example("Sáng nay, [[Sở Nông nghiệp và Phát triển nông thôn]] họp.", "Sở Nông nghiệp và Phát triển nông thôn"),
        Example("Do [[LĐLĐ quận 8 - TPHCM]] tặng.", "LĐLĐ quận 8 - TPHCM"),
        Example("[[Sở Văn hóa, Thể thao và Du lịch]] vừa họp.", "Sở Văn hóa, Thể thao và Du lịch"),
        Example("cho [[công ty TNHH Sao Bắc]] cùng 9 hộ", "công ty TNHH Sao Bắc"),
        Example("Trưởng [[Ban Tổ chức Đảng ủy Khối]] Lê Kim Tuyền cho biết", "Ban Tổ chức Đảng ủy Khối"),
        Example("Phó Bí thư Thường trực [[Huyện ủy Gia Lâm]] dự", "Huyện ủy Gia Lâm"),
        Example("[[Thường trực Huyện ủy Gia Lâm]] họp", "Thường trực Huyện ủy Gia Lâm"),
        Example("[[Đảng ủy Khối Dân - Chính - Đảng TP HCM]] họp", "Đảng ủy Khối Dân - Chính - Đảng TP HCM"),
    ],
    counterexamples=["cán bộ, công chức đã dự họp", "Cơ sở vật chất được nâng lên", "ban ngày và ban đêm", "các công ty cổ phần đã nộp"],
    source="lexicons unit-kinds and organisation-ends",
)
@remembered
def organisations(passage: Passage) -> Iterator[Finding]:
    """Yield the organisations named in the passage; the value is the name as written, with single spaces."""
    views, at, stop = passage.views, passage.start, passage.stop
    pattern, _ = _heads()
    starts = _head_starts(views)
    for start in starts[bisect_left(starts, at) : bisect_left(starts, stop)]:
        head = pattern.match(views.canonical, start, stop) if start >= at else None
        if head is None:
            continue
        end = _end_of(views, head, stop) if _is_head(views, head, stop) else None
        if end is None:
            at = start + len(_STANDING) if _of_title(views, head) else head.end()
            continue
        yield Finding(Span(start, end), " ".join(views.text[start:end].split()), organisations.id)
        at = end

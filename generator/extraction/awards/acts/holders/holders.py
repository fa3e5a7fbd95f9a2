"""Holders of an honour under a common noun that opens the clause: ``Trường đón nhận …``, ``Năm 2020, cán bộ và nhân dân xã được
tặng …``, ``xã Quảng Lưu được tặng …``; and persons referred to by their office (``Hiệu trưởng Trường X``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.adverbs import ADVERBS
from generator.extraction.names.bodies.granters import granters_in
from generator.extraction.names.bodies.small_heads import small_headed
from generator.extraction.names.bodies.units_in_full import unit_in_full
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.own_units import given_nouns
from generator.model.span import Span

#: An indefinite row of honours: đạt được những danh hiệu cao quý như …
_MANY_AHEAD = re.compile(r"(?:[^\W\d]+\s+){1,3}(?:nhiều|những|các)\s(?![^.;\"]{0,50}(?:như|:|gồm|trong\s+đó\s+có)\s)")
#: What may precede the subject: a time, an occasion, a reason, up to two of them, each up to its comma.
_LEAD = re.compile(
    r"(?:^|.*[;:]\s)[\s\"'*+-]*(?:(?:(?:năm|ngày|tháng|quý|sáng|chiều|tối|từ|trong|đến|nhiệm\s+kỳ|giai\s+đoạn|nhờ|qua|với|vì|do|dịp\s+này"
    r"|đặc\s+biệt|ngoài\s+ra|bên\s+cạnh\s+đó|đồng\s+thời|(?:\d{1,2}|nhiều|những)\s+năm\s+(?:qua|gần\s+đây|liền))(?!\w)(?:[^,;]|,(?=\d)){0,120},\s+){1,2}|(?:(?:vào|đến|từ)\s+)?(?:đầu\s+|cuối\s+)?năm\s+(?:19|20)\d\d\s+"
    r"|(?:liên\s+tục\s+)?từ\s+(?:năm\s+)?(?:19|20)\d\d\s+(?:đến|tới|-)\s+(?:nay|(?:năm\s+)?(?:19|20)\d\d)\s+)?",
    re.DOTALL,
)
_ADVERBS = re.compile(rf"{ADVERBS}\s*")
_LONGEST_LEAD = 240  # code points


@lru_cache(maxsize=1)
def _holder() -> re.Pattern[str]:
    return re.compile(
        r"(?P<people>(?:cán\s+bộ,?\s+)?(?:đảng\s+viên,?\s+)?(?:chiến\s+sĩ\s+)?(?:và\s+)?nhân\s+dân\s+)?"
        rf"(?P<noun>(?:{given_nouns()}|nhà\s+trường|đơn\s+vị|cơ\s+quan|đảng\s+bộ\s+(?:xã|phường|huyện|trường|công\s+ty))(?!\w))(?={_ADVERBS.pattern}$)"
    )


def opens_clause(passage: Passage, start: int) -> bool:
    """Return whether only a time, an occasion or a reason precedes ``start``."""
    canonical = passage.views.canonical
    if start - passage.start > _LONGEST_LEAD:
        return False
    return _LEAD.fullmatch(canonical[passage.start : start]) is not None


def is_subject_in_small_letters(passage: Passage, body: Element, predicate: int) -> bool:
    """Return whether a body's name opens the clause and its verb follows: ``Năm 2021, xã Quảng Lưu được …``."""
    if not opens_clause(passage, body.start) and all(start != body.start for start, _, _ in small_headed(passage)):
        return False
    return _ADVERBS.fullmatch(passage.views.canonical, body.end, predicate) is not None


def _is_capital(passage: Passage, start: int) -> bool:
    """Return whether a noun in the middle of a sentence means the article's own unit by its capital: ``…, Bệnh viện từng được``."""
    return passage.views.text[start].isupper() and passage.views.canonical.endswith(
        (", ", "rằng ", " và ", " thì ", " nay "), passage.start, start
    )


def bare_holder(passage: Passage, predicate: int) -> Element | None:
    """Return the article's own unit as the subject, under its common noun; with its full name if the text before has exactly one."""
    canonical = passage.views.canonical
    low = max(passage.start, predicate - 80)
    match = _holder().search(canonical[low:predicate])
    if match is None or _MANY_AHEAD.match(canonical, predicate):
        return None
    start, end = low + match.start(), low + match.end()
    if (start and canonical[start - 1].isalnum()) or not (opens_clause(passage, start) or _is_capital(passage, start)):
        return None
    noun = " ".join(match["noun"].split())
    name = None if match["people"] else unit_in_full(passage, noun.removeprefix("nhà "), start)
    if name is not None:
        return Element(Piece.BODY, start, end, name)
    kind = "chi-bo" if noun == "chi bộ" else "dang-bo" if noun.startswith("đảng bộ") else "tap-the"
    return Element(Piece.GROUP, start, end, Group(start, end, kind, 1, False, False, noun))


_OF_A_YEAR = re.compile(r"[\s\"'*+-]*năm\s+(?P<year>(?:19|20)\d\d),\s")


def is_of_a_year(passage: Passage, elements: Iterable[Element]) -> bool:
    """Return whether an honour is history by its year (``Năm 2018, Trường đón nhận F``), unless the article reviews just that
    year (architecture/grammar.md §5)."""
    match = _OF_A_YEAR.match(passage.views.canonical, passage.start, passage.stop)
    if match is None:
        return False
    year = match["year"]
    if not all(_is_bare(passage, element) for element in elements):
        return False
    return re.search(rf"(?:tổng kết|sơ kết|kết quả|đánh giá)[^.;]{{0,80}} năm (?:học )?{year}", passage.views.canonical) is None


def _is_bare(passage: Passage, element: Element) -> bool:
    """Return whether a unit is referred to by a common noun, or its name begins with one in lower case."""
    if isinstance(element.value, Group):
        return element.value.count == 1 and not element.value.counted
    written = passage.views.text[element.start : element.end]
    return element.piece is Piece.BODY and (written[0].islower() or written != element.value)


_OFFICE = (
    r"(?:nguyên\s+)?(?:phó\s+)?(?:tổng\s+giám\s+đốc|giám\s+đốc|cục\s+trưởng|chủ\s+tịch|hiệu\s+trưởng|bộ\s+trưởng|viện\s+trưởng|trưởng\s+ban"
    r"|tư\s+lệnh|chủ\s+nhiệm|bí\s+thư|chánh\s+văn\s+phòng|trưởng\s+phòng|trưởng\s+khoa|đội\s+trưởng|trưởng)"
)
_OFFICE_INSIDE = re.compile(rf"{_OFFICE}\s")
_OFFICE_BEFORE = re.compile(rf"(?<!\w)(?P<office>{_OFFICE})\s+$")


def office_of(passage: Passage, body: Element) -> Span | None:
    """Return the span of a person's office whose organisation is ``body``: ``Hiệu trưởng Trường X``, ``Bí thư Đảng ủy xã Y``; else None."""
    if body.piece is not Piece.BODY:
        return None
    canonical = passage.views.canonical
    if canonical.endswith(("ban ", "phòng "), passage.start, body.start):
        return None  # Ban Giám đốc Công an tỉnh
    if _OFFICE_INSIDE.match(canonical, body.start, body.end):
        return Span(body.start, body.end)
    low = max(passage.start, body.start - 40)
    match = _OFFICE_BEFORE.search(canonical[low : body.start])
    return None if match is None else Span(low + match.start(), body.end)


_VERBS = re.compile(r"(?<!\w)(?:được|đón nhận)(?!\w)")


@rule(
    "award.holder",
    examples=[
        Example("Năm 2020, [[Trường]] đón nhận Huân chương Lao động.", "tap-the"),
        Example("Qua đó, [[cán bộ và nhân dân xã]] được tặng Bằng khen.", "tap-the"),
        Example("[[Chi bộ]] được tặng giấy khen.", "chi-bo"),
    ],
    counterexamples=[
        "Thôn Hạ, xã được tặng cờ.",
        "Các trường được tặng máy tính.",
        "Trường Mầm non Hoa Sen được tặng cờ.",
        "Công ty được nhận nhiều bằng khen.",
        "Lễ trao giải do công ty được chọn tổ chức.",
    ],
    source="architecture/grammar.md §6.21 and §7.20",
)
def bare_holders(passage: Passage) -> Iterator[Finding]:
    """Yield units under their common noun before a verb of receiving; the value is their kind."""
    for match in passage.matches(_VERBS):
        holder = bare_holder(passage, match.start())
        if holder is not None and isinstance(holder.value, Group):
            yield Finding(Span(holder.start, holder.end), holder.value.kind)


@rule(
    "award.office",
    examples=[
        Example("khen [[Hiệu trưởng Trường THPT Lý Bôn]] về", "Hiệu trưởng Trường THPT Lý Bôn"),
        Example("trao cho [[Bí thư Đảng ủy xã An Lạc]].", "Bí thư Đảng ủy xã An Lạc"),
    ],
    counterexamples=["Trường THPT Lý Bôn được khen", "cán bộ, Đảng ủy xã An Lạc", "Ban Giám đốc Công an tỉnh họp"],
    source="architecture/facts.md kinds: a single named person is ca-nhan",
)
def offices(passage: Passage) -> Iterator[Finding]:
    """Yield persons referred to by their office and its organisation; the value is both as written."""
    for start, end, name in granters_in(passage):
        office = office_of(passage, Element(Piece.BODY, start, end, name))
        if office is not None:
            yield Finding(office, " ".join(office.of(passage.views.text).split()))

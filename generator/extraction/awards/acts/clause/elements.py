"""The pieces of an award sentence: award types, verbs, groups of recipients, granters, names, separators.

:func:`award_elements` cuts a sentence into pieces in reading order; :mod:`binding` relates them to one another.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.extraction.awards.acts.clause.copulas import conferred, files_of_proposed, held_titles, shares_of_groups
from generator.extraction.awards.forms.form import Form, forms_in
from generator.extraction.awards.forms.places import BRINGS, is_of_prizes
from generator.extraction.awards.forms.praise import is_accused
from generator.extraction.engine import Passage
from generator.extraction.names.bodies.elided import elided_names
from generator.extraction.names.bodies.granters import granters_in
from generator.extraction.names.bodies.offices import nouns_in
from generator.extraction.names.bodies.small_heads import small_headed
from generator.extraction.names.bodies.teams import classes_in, teams_in
from generator.extraction.names.groups.bare_numbers import bare_numbers
from generator.extraction.names.groups.open_groups import open_groups
from generator.extraction.names.groups.place_rows import rows_of_places
from generator.extraction.names.groups.recipients import Group, groups_in
from generator.extraction.names.groups.works import works_given
from generator.extraction.names.references.named import Named, foreign_persons, named_persons
from generator.extraction.names.references.register import Register, acronyms, own_units
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import DisjointSpans
from generator.text.sentences import LOWER, UPPER


class Piece(StrEnum):
    """The class of a piece of an award sentence."""

    FORM = "form"
    GIVE = "give"
    RECEIVE = "receive"
    PASSIVE = "passive"
    TO = "to"
    GROUP = "group"
    BODY = "body"  # an organisation or an office: granter or recipient
    PERSON = "person"
    PART = "part"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"


@dataclass(frozen=True, slots=True)
class Element:
    """A piece; ``value`` is a Form, a Group, a Named person, or the text as written."""

    piece: Piece
    start: int
    end: int
    value: Form | Group | Named | str


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], dict[str, Piece]]:
    """Return a pattern of all verbs and links of the lexicon, and the piece of each."""
    cues = lexicon("award-cues")
    pieces: dict[str, Piece] = {}
    for piece in (Piece.PASSIVE, Piece.RECEIVE, Piece.GIVE, Piece.TO, Piece.PART):
        for variant in sorted(cues.by_id[piece].variants, key=lambda variant: (-len(variant), variant)):
            pieces.setdefault(variant, piece)
    for variant in cues.by_id["revoke"].variants:
        pieces.setdefault(variant, Piece.GIVE)  # in the same position; acts/sides/status.py distinguishes them
    pieces["rút"] = Piece.GIVE  # right before an award only
    # The check for the middle of a word follows the first letter, so that the search jumps from letter to letter.
    says = "|".join(variant.removeprefix("cho ") for variant in cues.by_id["says"].variants)  # ông cho biết: nothing is given
    words = (re.escape(variant[0]) + r"(?<!\w.)" + re.escape(variant[1:]).replace(r"\ ", r"\s+") + r"(?!\w)" for variant in pieces)
    behind = {
        "c(?<!\\w.)ho(": rf"(?!\s+(?:{says})(?!\w))",
        "r(?<!\\w.)út(": rf"(?=\s+(?:cả\s+|các\s+)?{lexicon('award-types').alternatives})",
    }
    return re.compile("|".join(word + next((more for head, more in behind.items() if word.startswith(head)), "") for word in words)), pieces


#: Several bodies named jointly before a place: Đảng bộ, chính quyền và nhân dân huyện Anh Sơn; Huyện ủy, HĐND, UBND huyện …
_JOINT = re.compile(
    r"(?:(?:Đảng bộ|Cán bộ|cán bộ|Chính quyền|chính quyền|Quân|quân|[Ll]ực lượng vũ trang)(?:,| và)\s+"
    r"(?:(?:chính quyền|lực lượng vũ trang|quân|cán bộ|chiến sĩ)(?:,| và)\s+)*"
    r"(?:[Nn]hân dân|quân dân|dân)(?: các dân tộc)?"
    r"|[Nn]hân dân(?:,| và) (?:các lực lượng vũ trang|cán bộ|Đảng bộ|LLVT)"
    r"|(?:(?:Huyện ủy|Thị ủy|Thành ủy|Tỉnh ủy|Quận ủy|Đảng ủy|HĐND|UBND|Hội đồng [Nn]hân dân|[ỦU][yỷ] ban [Nn]hân dân)(?:,| và|-)\s*){2,}"
    r"(?:[ỦU][yỷ] ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|UBMTTQ|UB MTTQ|MTTQ|UBND|[ỦU][yỷ] ban [Nn]hân dân))"
    r"\s+(?:tỉnh|huyện|xã|phường|quận|thị xã|thành phố|TP|thị trấn)"
    rf"(?:\.? ?[{UPPER}][\w’]*)(?: [{UPPER}][\w’]*)*"
)
_SEPARATOR = re.compile(r";|:|,(?!\d)|và(?<!\wvà)(?!\w)|cùng(?<!\wcùng)(?!\w)|lẫn(?<!\wlẫn)(?!\w)")
_SEPARATORS = {";": Piece.SEMICOLON, ":": Piece.COLON}  # the others join like a comma


def award_elements(passage: Passage, register: Register | None = None) -> list[Element]:
    """Return the pieces of the passage in reading order, without overlaps.

    Award types take precedence over groups, these over bodies and persons, these over verbs and separators. ``register``
    resolves ``em Hiền``, ``ông``.
    """
    memory, key = passage.views.memory, (award_elements, register, passage.start, passage.stop)
    elements: tuple[Element, ...] | None = memory.get(key)
    if elements is None:
        elements = memory[key] = _elements(passage, register)
    return list(elements)


def _elements(passage: Passage, register: Register | None) -> tuple[Element, ...]:
    taken = DisjointSpans()
    found = sorted(
        (element for element in _candidates(passage, register) if taken.add(element.start, element.end)), key=lambda element: element.start
    )
    found = _called(passage, found)
    return tuple(_wearer(passage, found, at) for at in range(len(found)))


#: Words that never come between a person and the unit: công nhân có thành tích cứu A.
_NO_UNIT = re.compile(r"(?<!\w)(?:có|đã|vì|do|được|là|khi|trong|cho|với|và|giúp|cứu|như|gồm|bắt|của)(?!\w)|[,;:.()]")
_LONGEST_UNIT = 90  # code points


def _is_its_end(passage: Passage, body: Element, person: Element) -> bool:
    """Return whether a unit's name ends right before a person's; a word of it may be left between (``Trường Hoa | Mai Lý Thị Nga``)."""
    between = passage.views.text[body.end : person.start].split()
    return len(between) <= 2 and all(word.istitle() for word in between)


def _called(passage: Passage, elements: list[Element]) -> list[Element]:
    """Join an occupation, its unit and a bare name into one person: ``công nhân Xí nghiệp A Ngô Văn Tình``."""
    result: list[Element] = []
    for element in elements:
        result.append(element)
        if not isinstance(element.value, Named) or element.start != element.value.first:
            continue
        unit = result[-2] if len(result) > 1 and result[-2].piece is Piece.BODY and _is_its_end(passage, result[-2], element) else None
        calling = result[-2 if unit is None else -3] if len(result) > (1 if unit is None else 2) else None
        if calling is None or not isinstance(calling.value, Group) or calling.value.counted or calling.value.several:
            continue
        if calling.value.kind not in PERSONS or element.start - calling.end > _LONGEST_UNIT:
            continue
        if _NO_UNIT.search(passage.views.canonical, calling.end, element.start if unit is None else unit.start) is None:
            result[-2 if unit is None else -3 :] = [Element(Piece.PERSON, calling.start, element.end, element.value)]
    return result


def _wearer(passage: Passage, elements: list[Element], at: int) -> Element:
    """Turn a counted title behind another award into its recipients: ``tặng bằng khen cho 9 chiến sĩ thi đua``."""
    element = elements[at]
    if not isinstance(element.value, Form) or element.value.count is None or element.value.group != AwardClass.TITLE:
        return element
    kind = lexicon("award-types").by_id[element.value.type].get("recipient")
    before = at - 1
    if before > 0 and elements[before].piece is Piece.TO:
        before -= 1
    form = elements[before].value if before >= 0 else None
    if kind is None or not isinstance(form, Form) or form.group != AwardClass.FORM or form.count is not None:
        return element
    between = passage.views.canonical[elements[before].end : element.start].split()
    if between not in ([], ["cho"]):
        return element
    group = Group(element.start, element.end, str(kind), element.value.count, True, False, element.value.words)
    return Element(Piece.GROUP, element.start, element.end, group)


def _family_before(passage: Passage, start: int) -> bool:
    word = passage.views.text[max(passage.start, start - 12) : start].split(" ")[-2:-1]
    return bool(word) and word[0][:1].isupper() and word[0].lower() in lexicon("family-names").by_variant


def _is_whence(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether ``cho`` or ``đến`` does not introduce a recipient: ``12 gia đình đại diện cho 3.405 gia đình``, ``đến từ``."""
    canonical = passage.views.canonical
    if match.group() in {"đến", "tới"} and canonical.startswith((" năm ", " nay", " ngày ", " tháng ", " khi "), match.end()):
        return True
    return canonical.endswith("đại diện ", passage.start, match.start()) or canonical.startswith(" từ ", match.end())


#: A unit named by its function before its place: CLB phòng chống ma túy | phường Hòa Bình.
_HEAD = re.compile(
    r"(?:(?<=, )|(?<=: )|(?<=là )|(?<=cho )|(?<=và )|(?<=gồm ))(?:CLB|Câu lạc bộ|Đội|Tổ|Nhóm|Trung tâm|Trạm|Phòng|Ban)"
    rf"\s(?:[{LOWER}]+\s){{1,7}}$"
)


def _bodies(passage: Passage, groups: list[Group], persons: list[Named]) -> Iterator[Element]:
    starts = [group.start for group in groups]
    for match in (
        _JOINT.finditer(passage.views.text, passage.start, passage.stop) if passage.holds("dân", "mttq", "mặt trận", "ubnd") else ()
    ):
        yield Element(Piece.BODY, match.start(), match.end(), " ".join(match.group().split()))
    for start, end, name in (*teams_in(passage), *classes_in(passage), *small_headed(passage)):
        if not any(person.first < start < person.end for person in persons):
            yield Element(Piece.BODY, start, end, name)
    for start, end, name in granters_in(passage):
        if any(person.first < start < person.end for person in persons):
            continue  # Thân Quỹ Mùi, Nguyễn Trường Sơn
        words = " ".join(passage.views.canonical[start:end].split())
        grants = words in lexicon("granting-offices").by_variant or (start, end) in nouns_in(passage)
        kind = words in lexicon("recipients").by_variant and not grants  # Đảng bộ cơ sở names no body
        at = bisect_right(starts, start) - 1
        if name.startswith("Trường ") and _family_before(passage, start):
            continue
        if not kind and (at < 0 or end > groups[at].end):
            head = _HEAD.search(passage.views.text, max(passage.start, start - 60), start) if passage.views.text[start].islower() else None
            yield from _body(passage, start if head is None else head.start(), end, name if head is None else f"{head.group()}{name}")


def _named(passage: Passage, persons: list[Named], register: Register | None) -> Iterator[Named]:
    """Yield the persons named in the passage; pronouns and partial names are resolved to full names."""
    if register is None:
        yield from (*persons, *foreign_persons(passage))
        return
    yield from (register.completed(person) for person in persons)
    yield from (
        *foreign_persons(passage),
        *register.short_names(passage),
        *register.given_names(passage),
        *register.pronouns(passage),
        *register.openers(passage),
    )


def _candidates(passage: Passage, register: Register | None) -> Iterator[Element]:
    for form in forms_in(passage):
        yield Element(Piece.FORM, form.start, form.end, form)
    groups = list(groups_in(passage))
    starts = [group.start for group in groups]
    for group in groups:
        if group.counted:
            yield Element(Piece.GROUP, group.start, group.end, group)
    for group in (*works_given(passage), *open_groups(passage), *shares_of_groups(passage), *files_of_proposed(passage)):
        yield Element(Piece.GROUP, group.start, group.end, group)
    for match in passage.matches(_FAMILY, view="text") if passage.holds("dòng họ") else ():
        yield Element(Piece.BODY, match.start(), match.end(), match.group())
    for group in (*rows_of_places(passage), *bare_numbers(passage, [*groups, *open_groups(passage)])):
        yield Element(Piece.GROUP, group.start, group.end, group)
    persons = list(named_persons(passage))
    yield from _bodies(passage, groups, persons)
    for person in _named(passage, persons, register):
        if is_accused(passage, person.start):
            continue  # có thành tích bắt giữ nghi phạm Trần Văn A
        at = bisect_left(starts, person.first) - 1
        counted = at >= 0 and groups[at].counted and person.first <= groups[at].end + 1  # hai đồng chí Lê Thị A
        start = person.first if counted else person.start
        if at >= 0 and not groups[at].counted and not groups[at].several and groups[at].end + 1 == start:
            start = groups[at].start  # công nhân Lê Văn A
        yield Element(Piece.PERSON, start, person.end, person)
    for first, end, name in (*own_units(passage), *acronyms(passage)):
        noun = passage.views.canonical[first:end]
        own = Group(first, end, "chi-bo" if noun == "chi bộ" else "dang-bo" if noun == "đảng bộ" else "tap-the", 1, False, False, noun)
        yield Element(Piece.BODY, first, end, name) if name is not None else Element(Piece.GROUP, first, end, own)
    for group in groups:
        if not group.counted:
            yield Element(Piece.GROUP, group.start, group.end, group)
    for first, end in held_titles(passage, groups):
        yield Element(Piece.RECEIVE, first, end, "là")
    yield from ((Element(Piece.GIVE, first, end, "phong")) for first, end in conferred(passage))
    yield from _links(passage)


_FAMILY = re.compile(rf"[Dd]òng họ(?: [{UPPER}][{LOWER}]+){{1,4}}")  # dòng họ Lê Đình


def _body(passage: Passage, start: int, end: int, name: str) -> Iterator[Element]:
    yield Element(Piece.BODY, start, end, name)
    for first, last, whole in elided_names(passage, end, name):
        yield Element(Piece.BODY, first, last, whole)


@lru_cache(maxsize=1)
def _is_taken() -> re.Pattern[str]:
    """Match the passive of withdrawing: ``bị UBND tỉnh thu hồi``."""
    return re.compile(r"bị(?<!\wbị)(?=\s+(?:[^\s.,;:]+\s+){0,8}?" + alternatives(lexicon("award-cues").by_id["revoke"].variants) + ")")


def _behind_a_name(passage: Passage, cues: re.Pattern[str], found: re.Match[str]) -> re.Match[str]:
    """Return the match without the last word of a name before the verb: ``Trần Hữu Đạt | được tặng``."""
    text, start = passage.views.text, found.start()
    first = found.group().split()[0]
    if start == passage.start or not text[start].isupper() or first == found.group() or not text[start - 2 : start - 1].isalpha():
        return found
    rest = cues.search(passage.views.canonical, start + len(first), found.end())
    return found if rest is None else rest


def _links(passage: Passage) -> Iterator[Element]:
    """Yield verbs, links and separators."""
    for match in passage.matches(_is_taken()) if passage.holds("bị") else ():
        yield Element(Piece.PASSIVE, match.start(), match.end(), match.group())
    cues, pieces = _cues()
    for found in passage.matches(cues):
        match = _behind_a_name(passage, cues, found)
        piece = pieces[" ".join(match.group().split())]
        if piece is Piece.TO and _is_whence(passage, match):
            continue
        word = match.group()
        if (word == "nhận" and passage.views.canonical.endswith("chứng ", 0, match.start())) or (
            word in BRINGS and not is_of_prizes(passage, match.end())
        ):
            continue  # giấy chứng nhận, mang về quê
        yield Element(piece, match.start(), match.end(), match.group())
    for match in passage.matches(_SEPARATOR):
        yield Element(_SEPARATORS.get(match.group(), Piece.COMMA), match.start(), match.end(), match.group())

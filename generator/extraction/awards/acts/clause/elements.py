"""The pieces of an award sentence: award types, verbs, groups of recipients, granters, names, separators.

:func:`award_elements` cuts a sentence into pieces in reading order; :mod:`binding` relates them to one another.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.extraction.awards.acts.clause.copulas import conferred, files_of_proposed, held_titles, shares_of_groups
from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.links import links
from generator.extraction.awards.forms.form import Form, forms_in
from generator.extraction.awards.forms.praise import is_accused, is_source
from generator.extraction.engine import Passage
from generator.extraction.names.bodies.elided import elided_names
from generator.extraction.names.bodies.granters import granters_in
from generator.extraction.names.bodies.joint import joint_bodies
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
from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import DisjointSpans
from generator.text.sentences import LOWER, UPPER


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
#: The place that a calling is of: nhà thơ trẻ của Huế | Lê Văn Tám.
_HOME = re.compile(rf"\scủa(?:\s[{UPPER}][\w-]*){{1,4}}\s*$")


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
        first = element.start if unit is None else unit.start
        first = first if (home := _HOME.search(passage.views.text, calling.end, first)) is None else home.start()
        if _NO_UNIT.search(passage.views.canonical, calling.end, first) is None:
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


#: A unit named by its function before its place: CLB phòng chống ma túy | phường Hòa Bình.
_HEAD = re.compile(
    r"(?:(?<=, )|(?<=: )|(?<=là )|(?<=cho )|(?<=và )|(?<=gồm ))(?:CLB|Câu lạc bộ|Đội|Tổ|Nhóm|Trung tâm|Trạm|Phòng|Ban)"
    rf"\s(?:[{LOWER}]+\s){{1,7}}$"
)


def _bodies(passage: Passage, groups: list[Group], persons: list[Named]) -> Iterator[Element]:
    starts = [group.start for group in groups]
    yield from (Element(Piece.BODY, start, end, name) for start, end, name in joint_bodies(passage))
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
        if is_accused(passage, person.start) or is_source(passage, person.start, person.first, person.end):
            continue  # có thành tích bắt giữ nghi phạm Trần Văn A; theo ông B, …
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
    yield from links(passage)


_FAMILY = re.compile(rf"[Dd]òng họ(?: [{UPPER}][{LOWER}]+){{1,4}}")  # dòng họ Lê Đình


def _body(passage: Passage, start: int, end: int, name: str) -> Iterator[Element]:
    yield Element(Piece.BODY, start, end, name)
    for first, last, whole in elided_names(passage, end, name):
        yield Element(Piece.BODY, first, last, whole)

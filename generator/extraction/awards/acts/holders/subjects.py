"""Recipients before the verb: the subject of a clause, joined, elided or under a common noun."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.holders.holders import bare_holder, is_subject_in_small_letters
from generator.extraction.awards.acts.holders.other_acts import without_other_acts
from generator.extraction.awards.acts.holders.positions import open_subject, with_partners
from generator.extraction.awards.acts.holders.works import subject_work
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.adverbs import ADVERB, ADVERBS
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.references.named import Named
from generator.extraction.names.words import is_brand
from generator.lexicon.load import lexicon
from generator.lexicon.own_units import subject_kind, subject_nouns
from generator.text.numbers import number_in_digits

#: Groups that mean the article's own unit if they are the subject: ``đơn vị được tặng …``.
_OWN_UNIT = {"đơn vị", "tập thể", "tập thể đơn vị", "nhà trường"}


def subjects_before(passage: Passage, elements: list[Element], predicate: int) -> tuple[Element, ...]:
    """Return the recipients before the verb: counted groups if any, else persons, else bodies, else a bare group."""
    canonical = passage.views.canonical
    elements, whole, predicate = _of_its_clause(passage, elements, predicate)
    pronoun = passage.first(_PRONOUN, passage.start, predicate)
    if pronoun is not None and not any(element.piece is Piece.GROUP and pronoun.end("who") == element.end for element in elements):
        return tuple([element for element in elements if element.piece is Piece.PERSON][-1:]) if pronoun["who"] not in {"tôi", "họ"} else ()
    if _OTHER_TASK.match(canonical, predicate) is not None:
        return ()
    if (work := subject_work(passage, elements, predicate)) is not None:
        return work
    if (congratulated := canonical.rfind("chúc mừng ", passage.start, predicate)) >= 0:
        elements = [element for element in elements if element.start > congratulated]
    before = canonical[max(passage.start, predicate - REACH) : predicate]
    if _AT_CEREMONY.search(before) is not None:
        return ()  # … khẳng định tại lễ đón nhận F: the speaker received nothing
    ceremony = _CEREMONY.search(before) is not None and _WHO.search(before) is None
    groups = [element for element in _without_heads(passage, elements) if not _is_article(passage, element)]
    counted = [
        element
        for element in groups
        if cast(Group, element.value).counted and not (_is_one_of(passage, element) or _is_whose(passage, element))
    ]
    counted = [element for element in counted if not _is_of_an_aside(passage, elements, element)]
    counted = without_other_acts(passage, counted)
    counted = _part_of_them(passage, elements, _behind_another_verb(elements, counted), predicate)
    persons = (
        []
        if ceremony
        else [element for element in elements if element.piece is Piece.PERSON and not _SPEAKS.search(canonical, element.end, predicate)]
    )
    ends = {element.end for element in groups}  # cán bộ Bộ Ngoại giao
    bodies = [
        element for element in elements
        if element.piece is Piece.BODY and element.start - 1 not in ends
        and (passage.views.text[element.start].isupper() or is_subject_in_small_letters(passage, element, predicate))
        and not _is_circumstance(passage, element)
    ]  # fmt: skip
    if (part := _OF_THEM.search(before)) is not None and len(counted) == 1:
        whole_group = cast(Group, counted[0].value)
        number = number_in_digits(part["number"])
        counted = [Element(Piece.GROUP, counted[0].start, counted[0].end, replace(whole_group, count=int(number)))]
    if counted and _WHOSE.match(canonical, counted[-1].end, predicate) is not None:
        return ()  # 26 đơn vị có học sinh đoạt giải
    own = [element for element in groups if cast(Group, element.value).words in _OWN_UNIT]
    if not groups and not persons and not bodies and not any(element.piece is Piece.FORM for element in whole):
        own = [element for element in whole if element.piece is Piece.GROUP and cast(Group, element.value).words in _OWN_UNIT]
    loose = [element for element in groups if cast(Group, element.value).several][-1:]
    if (
        loose
        and (persons or bodies)
        and not counted
        and loose[0].start > max(element.start for element in (*persons, *bodies))
        and loose[0] not in own
    ):
        return tuple(loose)
    run = [] if any(element.piece is Piece.PERSON for element in elements) and not persons and not ceremony else last_run(passage, bodies)
    if ceremony:
        run = run[:1]  # A, (thuộc) B tổ chức lễ đón nhận: the first receives
    elif persons and run and not counted:
        persons = _joined_to_bodies(passage, persons, run)
    if not counted and (persons or run):
        return tuple(with_partners(passage, elements, persons or run, predicate))
    if not (counted or persons or run) and (named := open_subject(passage, whole, predicate)) is not None:
        return (named,)
    return tuple(counted or persons or run or own[-1:] or loose or _own_noun(passage, predicate))


def _of_its_clause(passage: Passage, elements: list[Element], predicate: int) -> tuple[list[Element], list[Element], int]:
    """Return the elements in which the subject of the verb at ``predicate`` is, those in which it may be the article's own unit, and where
    the verb begins that has the subject: an elided one is that of the verb before."""
    last = max((at for at, element in enumerate(elements) if element.piece in {Piece.GIVE, Piece.FORM, Piece.TO}), default=-1)
    if _is_elided(passage, elements, predicate):
        elements, predicate = _of_the_clause_before(passage, elements, predicate)
        return elements, elements, predicate
    return elements[last + 1 :], elements, predicate


_STAFF = r"(?:(?:cán\s+bộ,?\s+)?(?:cbcnv|cb-cnv|cán\s+bộ|công\s+nhân\s+viên|nhân\s+viên|người\s+lao\s+động)\s+)?"
_AND = re.compile(rf"\s*(?:và|cùng|cùng\s+với)\s+(?:cá\s+nhân\s+|tập\s+thể\s+{_STAFF})?")


def _without_heads(passage: Passage, elements: list[Element]) -> list[Element]:
    """Return the groups, without the common noun of a body that receives beside a person: ``ông A và tập thể cán bộ Công ty B``."""
    groups = [element for element in elements if element.piece is Piece.GROUP]
    persons = [element for element in elements if element.piece is Piece.PERSON]
    bodies = [element for element in elements if element.piece is Piece.BODY]
    if not persons or not bodies or persons[-1].end > bodies[-1].start:
        return groups
    canonical, first, last = passage.views.canonical, persons[-1].end, bodies[-1].start
    if _AND.fullmatch(canonical, first, last) is None or not any(element.start > first for element in groups):
        return groups
    return [element for element in groups if not first < element.start < last]


def _part_of_them(passage: Passage, elements: list[Element], counted: list[Element], predicate: int) -> list[Element]:
    """Return only the counted groups behind ``trong đó``, if the last of them is right before the verb: ``106 học sinh, trong
    đó có 11 em đoạt giải``."""
    part = max((element.end for element in elements if element.piece is Piece.PART), default=-1)
    if part < 0 or not counted or counted[-1].start < part or "," in passage.views.canonical[counted[-1].end : predicate]:
        return counted
    return [element for element in counted if element.start > part]


_ASIDE = re.compile(r",\s+(?:là\s+)?(?:người|vốn|nguyên)\s[^,;]{0,80}$")


def _is_of_an_aside(passage: Passage, elements: list[Element], counted: Element) -> bool:
    """Return whether a number is in the aside about a person: ``ông A, người dùng thuyền cứu 31 người, được …``."""
    if not any(element.piece is Piece.PERSON and element.end <= counted.start for element in elements):
        return False
    return _ASIDE.search(passage.views.canonical, passage.start, counted.start) is not None


def _behind_another_verb(elements: list[Element], counted: list[Element]) -> list[Element]:
    """Return the numbers without those that an earlier verb has: ``5 sáng kiến được xếp loại A, 12 giáo viên đạt danh hiệu D``."""
    verb = max((element.end for element in elements if element.piece in {Piece.PASSIVE, Piece.RECEIVE}), default=-1)
    comma = next((element.start for element in elements if element.piece in {Piece.COMMA, Piece.SEMICOLON} and element.start > verb), -1)
    later = [element for element in counted if element.start > comma]
    return later if 0 <= verb < comma and later else counted


def _joined_to_bodies(passage: Passage, persons: list[Element], bodies: list[Element]) -> list[Element]:
    """Return persons and bodies together, if ``và`` joins them: ``Công ty A và (cá nhân) ông B được …``, ``ông B và tập thể
    Phòng C được …``."""
    first, second = (bodies[-1], persons[0]) if bodies[-1].end <= persons[0].start else (persons[-1], bodies[0])
    if _AND.fullmatch(passage.views.canonical, first.end, second.start) is None:
        return persons
    return [*bodies, *persons] if first is bodies[-1] else [*persons, *bodies]


#: Words between a separator and a verb that has its subject from the clause before.
_NO_SUBJECT = re.compile(rf"\s*(?:và\s+)?(?:{ADVERB}\s+){{0,3}}")


def _is_elided(passage: Passage, elements: list[Element], predicate: int) -> bool:
    """Return whether the verb at ``predicate`` directly follows a comma: ``A được G tặng F, được H tặng F``."""
    last = max((element.end for element in elements if element.piece is Piece.COMMA and element.end <= predicate), default=-1)
    return last >= 0 and _NO_SUBJECT.fullmatch(passage.views.canonical, last, predicate) is not None


def _of_the_clause_before(passage: Passage, elements: list[Element], predicate: int) -> tuple[list[Element], int]:
    """Return the elements before the first verb of receiving, whose subject is also that of ``predicate``, and where that verb begins: ``A
    được G đánh giá tốt, được tặng F``; no elements if the verb gives, all if there is none."""
    for index, element in enumerate(elements):
        if element.piece in {Piece.PASSIVE, Piece.RECEIVE}:
            other = element.start < predicate and _OTHER_TASK.match(passage.views.canonical, element.start) is not None
            return (elements[:index] if element.start < predicate else []), predicate if other else element.start
        if element.piece in {Piece.GIVE, Piece.TO}:
            return [], predicate
    return elements if not any(element.piece is Piece.FORM for element in elements) else [], predicate


def _is_one_of(passage: Passage, element: Element) -> bool:
    """Return whether a group is introduced as part of many: ``một trong những tập thể``."""
    before = passage.views.canonical[max(passage.start, element.start - REACH) : element.start].rstrip()
    return (
        before.endswith(_ONE_OF_ENDS)
        and _ONE_OF.search(passage.views.canonical, max(passage.start, element.start - REACH), element.start) is not None
    )


def _is_whose(passage: Passage, element: Element) -> bool:
    """Return whether a number only states to whom the subject belongs: ``các vận động viên thuộc 35 đội tuyển đã giành``."""
    return passage.views.canonical.endswith((" thuộc ", " đến từ "), passage.start, element.start)


#: An act other than receiving an honour: được giao trao F, được chọn tổ chức lễ trao F.
_OTHER_TASK = re.compile(r"(?:(?:vinh\s+dự|đã|vừa|cũng|còn)\s+)?được\s+(?:giao|chọn|mời|phân\s+công|cử|ủy\s+quyền|tham\s+gia)(?!\w)")
_CEREMONY = re.compile(r"(?:tổ\s+chức|lễ|(?<!nhân )(?<!dịp )kỷ\s+niệm)(?!\w)[^.;]{0,90}$")
_WHO = re.compile(r",\s+người\s+(?:vừa|đã|từng|được)(?:\s+(?:được|vinh\s+dự))*\s*$")  # ông A, người vừa nhận F
_SPEAKS = re.compile(
    r"(?<!\w)(?:khẳng\s+định|phát\s+biểu|cho\s+biết|chia\s+sẻ|nhấn\s+mạnh|nói|bày\s+tỏ|ôn\s+lại|nhắc\s+lại|điểm\s+lại|kể|trình\s+bày"
    r"|báo\s+cáo(?!\s+viên)|chứng\s+kiến|(?<!vinh )dự)(?!\w)"
)
_AT_CEREMONY = re.compile(r"(?:tại|dự|trong|chứng\s+kiến|về)\s+(?:buổi\s+)?lễ\s+(?:kỷ\s+niệm\s+và\s+)?$")
_OF_THEM = re.compile(r"trong\s+(?:đó|số\s+đó),?\s+(?:có\s+)?(?P<number>\d[\d.]*)\s+(?:đã\s+|được\s+)?$")
_WHOSE = re.compile(r"\s+có\s+(?:học\s+sinh|thí\s+sinh|sinh\s+viên|vận\s+động\s+viên|đoàn\s+viên|cán\s+bộ)(?!\w)")
_ONE_OF_ENDS = ("trong", "số", "những", "top")
_ONE_OF = re.compile(r"(?:một\s+trong(?:\s+số)?(?:\s+những)?|(?<!\w)top)\s+$")


@lru_cache(maxsize=1)
def _own_subject() -> re.Pattern[str]:
    """Match the article's own unit under a common noun, up to its verb."""
    return re.compile(rf"(?<!\w)(?P<noun>{subject_nouns()}){ADVERBS}\s*$")


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """Match an indefinite number with a word too common to be a group elsewhere: ``các trường đều``, ``nhiều phòng``."""
    kinds = lexicon("recipients").alternatives
    return re.compile(
        rf"(?<!\w)(?:các|nhiều|những|tất cả các|hầu hết các|một số)\s+(?P<kind>{kinds})(?:\s+(?:đã|cũng|đều|vinh dự|còn))*\s*$"
    )


def _own_noun(passage: Passage, predicate: int) -> tuple[Element, ...]:
    """Return the article's unit under a common noun: ``năm học qua, trường đạt danh hiệu …``."""
    if (holder := bare_holder(passage, predicate)) is not None:
        return (holder,)
    if (several := _several().search(passage.views.canonical, max(passage.start, predicate - REACH), predicate)) is not None:
        kind = lexicon("recipients").entry_of(several["kind"]).id
        group = Group(several.start(), several.end("kind"), kind, None, False, True, several["kind"])
        return (Element(Piece.GROUP, group.start, group.end, group),)
    match = _own_subject().search(passage.views.canonical, passage.start, predicate)
    if match is None or passage.views.text[match.start()].isupper():
        return ()
    start, end = match.span("noun")
    words = " ".join(match["noun"].split())
    return (Element(Piece.GROUP, start, end, Group(start, end, subject_kind(words), 1, False, False, words)),)


_PRONOUN = re.compile(
    r"(?<!\w)(?<!\d )(?<!dòng )(?P<who>ông|bà|anh|chị|em|cô|cụ|tôi|họ|thầy|chúng tôi|ông ấy|anh ấy)"
    rf"(?:\s+(?:{ADVERB}|và)){{0,3}}\s*$"
)


def _is_article(passage: Passage, group: Element) -> bool:
    """Return whether ``một`` is an article, not a number: ``Một nghệ sĩ được tặng …``."""
    return cast(Group, group.value).count == 1 and passage.views.canonical.startswith("một ", group.start)


_PREPOSITION = re.compile(r"(?<!\w)(?:tại|ở|của|thuộc|từ|theo|về|với|cùng|do|cho)\s+(?:[^\W\d]+\s+){0,2}$")


def _is_circumstance(passage: Passage, body: Element) -> bool:
    """Return whether a body behind a preposition or in brackets gives place or owner, not the recipient."""
    before = passage.views.canonical[max(passage.start, body.start - 60) : body.start]
    return _PREPOSITION.search(before) is not None or before.rfind("(") > before.rfind(")")


_PROPER = re.compile(
    r"\s*(?:(?:(?:Sáng|Chiều|Tối|Vừa qua|Mới đây),?\s*)?(?:[Nn]gày\s+)?[\d/.-]+,\s*)?"
    r"(?P<name>[A-ZĐ][\w&.]*(?:\s[A-ZĐ][\w&.]*){0,5})\s(?:là|được|đã|vinh|đón|nhận|cũng|vừa|đạt)\s"
)


def proper_name(passage: Passage, before: int) -> tuple[Element, ...]:
    """Return a name in no lexicon, as the subject that opens the sentence: ``TTB GROUP đón Cờ thi đua``."""
    match = _PROPER.match(passage.views.text, passage.start, min(before + 14, passage.stop))
    if match is None or not any(is_brand(word) for word in match["name"].split()):
        return ()
    name, start = match["name"], match.start("name")
    if len(name.split()) > 2 and name.split()[0].lower() in lexicon("family-names").by_variant:
        return (Element(Piece.PERSON, start, match.end("name"), Named(start, start, match.end("name"), name, False)),)  # Bùi Ngọc Hân Julia
    return (Element(Piece.BODY, match.start("name"), match.end("name"), match["name"]),)


def last_run(passage: Passage, bodies: list[Element]) -> list[Element]:
    """Return the bodies joined to the last body by commas and 'và'; bodies before them give place and time."""
    if not bodies:
        return []
    run = [bodies[-1]]
    for element in reversed(bodies[:-1]):
        between = passage.views.canonical[element.end : run[0].start].split()
        if [word for word in between if word not in {",", "và", ";"}]:
            break
        run.insert(0, element)
    return run

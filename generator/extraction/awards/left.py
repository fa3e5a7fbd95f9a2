"""What stands before a form of award: who acts, who receives, in which mode (active, passive, receiving, nominal)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from generator.extraction.awards.contests import is_entrant, team_before
from generator.extraction.awards.elements import Element, Piece
from generator.extraction.awards.forms import Form
from generator.extraction.awards.holders import bare_holder, is_subject_in_small_letters
from generator.extraction.awards.status import mandate
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.granters import is_office_of_state
from generator.extraction.names.named import Named
from generator.extraction.names.recipients import Group
from generator.extraction.names.words import is_syllable
from generator.lexicon.load import lexicon
from generator.text.numbers import number_in_digits

_BREAKS = {Piece.COMMA, Piece.SEMICOLON, Piece.COLON, Piece.TO, Piece.FORM}
#: Groups that stand for the article's own unit when they are the subject: ``đơn vị được tặng …``.
_OWN_UNIT = {"đơn vị", "tập thể", "tập thể đơn vị", "nhà trường"}


@dataclass(frozen=True, slots=True)
class Left:
    """``mode`` of the frame; ``subjects`` in front of its verb; ``granter`` as written; ``verb`` is where the verb stands,
    ``predicate`` where it begins with its ``được``; ``objects`` the recipients between verb and form."""

    mode: str
    subjects: tuple[Element, ...]
    granter: str | None
    verb: int
    predicate: int
    objects: tuple[Element, ...] = ()


def left_of(passage: Passage, elements: list[Element], form: Element, *, opens: bool) -> Left:
    """Reads the elements between the start of the clause and ``form``; ``opens``: the clause opens the sentence."""
    mode, split, verb = _mode(passage, elements, cast(Form, form.value), form.start)
    predicate = elements[split].start if split < len(elements) else verb
    prize = cast(Form, form.value).group == "prize"
    takers = [one for one in elements[:split] if not (prize and is_entrant(passage, one))]
    subjects = _subjects(passage, takers, predicate) if mode in {"passive", "receive"} else ()
    subjects = subjects or (team_before(passage, predicate) if prize and mode == "receive" else ())
    if opens and not subjects and mode in {"passive", "receive"} and not any(one.piece is not Piece.COMMA for one in elements[:split]):
        subjects = _proper_name(passage, predicate)
    granter = _granter(passage, elements, mode, split)
    objects = _objects(passage, elements[split:], form) if mode == "active" else ()
    return Left(mode, subjects, granter, verb, predicate, objects)


def _mode(passage: Passage, elements: list[Element], form: Form, at: int) -> tuple[str, int, int]:
    """Mode, the index where the subject ends, and the offset of the verb."""
    verb = next((i for i in range(len(elements) - 1, -1, -1) if elements[i].piece in {Piece.GIVE, Piece.RECEIVE}), None)
    passive = next((i for i in range(len(elements) - 1, -1, -1) if elements[i].piece is Piece.PASSIVE), None)
    if form.group == "verb" and (verb is None or passive is None or passive > verb or elements[verb].piece is Piece.RECEIVE):
        if passive is not None and _within_passive(passage, elements, passive, len(elements), at):
            return "passive", passive, at
        return "active", len(elements), at
    if verb is None:
        return "nominal", len(elements), at
    start = elements[verb].start
    if elements[verb].piece is Piece.RECEIVE:
        before = passive is not None and passive < verb and _within_passive(passage, elements, passive, verb, start)
        return "receive", cast(int, passive) if before else verb, start
    if passive is not None and passive < verb and _within_passive(passage, elements, passive, verb, start):
        return "passive", passive, start
    return "active", verb, start


def _within_passive(passage: Passage, elements: list[Element], passive: int, verb: int, end: int) -> bool:
    """Whether ``được`` and the verb are one predicate: between them at most the granter and a few words."""
    between = elements[passive + 1 : verb]
    if any(one.piece in _BREAKS and one.piece is not Piece.COMMA for one in between):
        return False
    canonical = passage.views.canonical
    loose = canonical[elements[passive].end : end]
    for one in between:
        loose = loose.replace(canonical[one.start : one.end], " ", 1)
    words = loose.split()
    for index, one in enumerate([] if "đề nghị" in loose else between):
        opening = passage.views.text[elements[passive].end : one.start].strip()
        if _PRAISE_TOO.search(canonical, elements[passive].end, one.end):
            continue  # được G biểu dương và tặng F
        if one.piece is Piece.COMMA and not _joins_bodies(between, index) and not (opening.isalpha() and opening[:1].isupper()):
            return False  # được Đảng, Nhà nước tặng: two granters; được chọn, UBND tặng: another clause
    return len(words) <= 7 and words[:1] not in (["sự"], ["biết"])


_PRAISE_TOO = re.compile(
    r"(?:biểu\s+dương|tuyên\s+dương|vinh\s+danh|tôn\s+vinh|khen\s+ngợi|ghi\s+nhận|đánh\s+giá\s+cao|chúc\s+mừng|khen)\s*(?:và|,)$"
)


def _objects(passage: Passage, elements: list[Element], form: Element) -> tuple[Element, ...]:
    """``trao tặng 12 tập thể, 20 cá nhân Bằng khen``, ``tặng ông A Huân chương``: the recipients stand before the form."""
    if len(elements) == 2 and elements[0].piece is Piece.GIVE and elements[1].piece in {Piece.PERSON, Piece.BODY}:
        gaps = (elements[0].end, elements[1].start), (elements[1].end, form.start)
        if not any(passage.views.canonical[start:end].strip() for start, end in gaps):
            return (elements[1],)
    groups = [one for one in elements if one.piece is Piece.GROUP and cast(Group, one.value).counted]
    if not groups or passage.views.canonical[groups[-1].end : form.start].strip():
        return ()
    return tuple(groups)


def _joins_bodies(elements: list[Element], index: int) -> bool:
    """``được Tổng cục Chính trị và Trung ương Đoàn tặng``: a comma or 'và' between two granters."""
    around = elements[index - 1 : index] + elements[index + 1 : index + 2]
    return elements[index].piece is Piece.COMMA and len(around) == 2 and all(one.piece is Piece.BODY for one in around)


def _subjects(passage: Passage, elements: list[Element], predicate: int) -> tuple[Element, ...]:
    """The recipients in front of the verb: counted groups if any, else persons, else bodies, else a bare group."""
    whole, canonical = elements, passage.views.canonical
    for index in range(len(elements) - 1, -1, -1):
        if elements[index].piece in {Piece.GIVE, Piece.FORM, Piece.TO}:
            elements = elements[index + 1 :]
            break
    if (pronoun := passage.first(_PRONOUN, passage.start, predicate)) is not None:
        return tuple([one for one in elements if one.piece is Piece.PERSON][-1:]) if pronoun["who"] not in {"tôi", "họ"} else ()
    if _OTHER_TASK.match(canonical, predicate) is not None:
        return ()
    if (congratulated := canonical.rfind("chúc mừng ", passage.start, predicate)) >= 0:
        elements = [one for one in elements if one.start > congratulated]
    before = canonical[max(passage.start, predicate - REACH) : predicate]
    if _AT_CEREMONY.search(before) is not None:
        return ()  # … khẳng định tại lễ đón nhận F: who spoke there received nothing
    ceremony = _CEREMONY.search(before) is not None
    groups = [one for one in elements if one.piece is Piece.GROUP and (not _is_article(passage, one))]
    counted = [one for one in groups if cast(Group, one.value).counted and not _is_one_of(passage, one)]
    persons = (
        [] if ceremony else [one for one in elements if one.piece is Piece.PERSON and not _SPEAKS.search(canonical, one.end, predicate)]
    )
    ends = {one.end for one in groups}
    bodies = [
        one for one in elements
        if one.piece is Piece.BODY and one.start - 1 not in ends  # cán bộ Bộ Ngoại giao
        and (passage.views.text[one.start].isupper() or is_subject_in_small_letters(passage, one, predicate))
        and not _is_circumstance(passage, one)
    ]  # fmt: skip
    if (part := _OF_THEM.search(before)) is not None and len(counted) == 1:
        whole_group = cast(Group, counted[0].value)
        number = number_in_digits(part["number"])
        counted = [Element(Piece.GROUP, counted[0].start, counted[0].end, replace(whole_group, count=int(number)))]
    if counted and _WHOSE.match(canonical, counted[-1].end, predicate) is not None:
        return ()  # 26 đơn vị có học sinh đoạt giải
    own = [one for one in groups if cast(Group, one.value).words in _OWN_UNIT]
    if not groups and not persons and not bodies and not any(one.piece is Piece.FORM for one in whole):
        own = [one for one in whole if one.piece is Piece.GROUP and cast(Group, one.value).words in _OWN_UNIT]
    loose = [one for one in groups if cast(Group, one.value).several][-1:]
    if (
        loose
        and (persons or bodies)
        and not counted
        and loose[0].start > max(one.start for one in (*persons, *bodies))
        and loose[0] not in own
    ):
        return tuple(loose)
    run = [] if any(one.piece is Piece.PERSON for one in elements) and not persons and not ceremony else _last_run(passage, bodies)
    if ceremony:
        run = run[:1]  # A, (thuộc) B tổ chức lễ đón nhận: the first receives
    return tuple(counted or persons or run or own[-1:] or loose or _own_noun(passage, predicate))


def _is_one_of(passage: Passage, element: Element) -> bool:
    """``một trong những tập thể``: one of many."""
    return _ONE_OF.search(passage.views.canonical, max(passage.start, element.start - REACH), element.start) is not None


#: Another act than an honour received: được giao trao F, được chọn tổ chức lễ trao F.
_OTHER_TASK = re.compile(r"(?:(?:vinh\s+dự|đã|vừa|cũng|còn)\s+)?được\s+(?:giao|chọn|mời|phân\s+công|cử|ủy\s+quyền|tham\s+gia)(?!\w)")
_CEREMONY = re.compile(r"(?:tổ\s+chức|lễ|kỷ\s+niệm)(?!\w)[^.;]{0,90}$")
_SPEAKS = re.compile(r"(?<!\w)(?:khẳng\s+định|phát\s+biểu|cho\s+biết|chia\s+sẻ|nhấn\s+mạnh|nói|bày\s+tỏ|chứng\s+kiến|dự)(?!\w)")
_AT_CEREMONY = re.compile(r"(?:tại|dự|trong|chứng\s+kiến|về)\s+(?:buổi\s+)?lễ\s+(?:kỷ\s+niệm\s+và\s+)?$")
_OF_THEM = re.compile(r"trong\s+(?:đó|số\s+đó),?\s+(?:có\s+)?(?P<number>\d[\d.]*)\s+(?:đã\s+|được\s+)?$")
_WHOSE = re.compile(r"\s+có\s+(?:học\s+sinh|thí\s+sinh|sinh\s+viên|vận\s+động\s+viên|đoàn\s+viên|cán\s+bộ)(?!\w)")
_ONE_OF = re.compile(r"(?:một\s+trong(?:\s+số)?(?:\s+những)?|(?<!\w)top)\s+$")
_OWN_NOUN = re.compile(
    r"(?<!\w)(?P<noun>trường|nhà\s+trường|liên\s+đội|công\s+ty|chi\s+bộ|đảng\s+bộ(?:\s+(?:xã|phường|huyện))?|cơ\s+quan|chi\s+đoàn|công\s+đoàn)"
    r"(?:\s+(?:đã|còn|cũng|vinh\s+dự|liên\s+tục|đều|luôn|\d+\s+năm\s+(?:liền|liên\s+tục))){0,3}\s*$"
)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """``các trường đều``, ``nhiều phòng``: an open number of what is too common a word to be a group elsewhere."""
    kinds = lexicon("recipients").alternatives
    return re.compile(
        rf"(?<!\w)(?:các|nhiều|những|tất cả các|hầu hết các|một số)\s+(?P<kind>{kinds})(?:\s+(?:đã|cũng|đều|vinh dự|còn))*\s*$"
    )


def _own_noun(passage: Passage, predicate: int) -> tuple[Element, ...]:
    """The article's unit under a common noun: ``năm học qua, trường đạt danh hiệu …``."""
    if (holder := bare_holder(passage, predicate)) is not None:
        return (holder,)
    if (several := _several().search(passage.views.canonical, max(passage.start, predicate - REACH), predicate)) is not None:
        kind = lexicon("recipients").entry_of(several["kind"]).id
        group = Group(several.start(), several.end("kind"), kind, None, False, True, several["kind"])
        return (Element(Piece.GROUP, group.start, group.end, group),)
    match = _OWN_NOUN.search(passage.views.canonical, passage.start, predicate)
    if match is None or passage.views.text[match.start()].isupper():
        return ()
    start, end = match.span("noun")
    words = " ".join(match["noun"].split())
    kind = "chi-bo" if words == "chi bộ" else "dang-bo" if words.startswith("đảng bộ") else "tap-the"
    return (Element(Piece.GROUP, start, end, Group(start, end, kind, 1, False, False, words)),)


_PRONOUN = re.compile(
    r"(?<!\w)(?P<who>ông|bà|anh|chị|em|cô|cụ|tôi|họ|thầy|chúng tôi|ông ấy|anh ấy)(?:\s+(?:đã|còn|cũng"
    r"|vinh dự|từng|liên tục|lại|và|vừa|đều|luôn|tiếp tục)){0,3}\s*$"
)


def _is_article(passage: Passage, group: Element) -> bool:
    """``Một nghệ sĩ được tặng …``: one of the kind, nobody counted."""
    return cast(Group, group.value).count == 1 and passage.views.canonical.startswith("một ", group.start)


_PREPOSITION = re.compile(r"(?<!\w)(?:tại|ở|của|thuộc|từ|theo|về|với|cùng|do|cho)\s+(?:[^\W\d]+\s+){0,2}$")


def _is_circumstance(passage: Passage, body: Element) -> bool:
    """A body behind a preposition or in brackets tells where or whose, not who received."""
    before = passage.views.canonical[max(passage.start, body.start - 60) : body.start]
    return _PREPOSITION.search(before) is not None or before.rfind("(") > before.rfind(")")


_PROPER = re.compile(
    r"\s*(?:(?:(?:Sáng|Chiều|Tối|Vừa qua|Mới đây),?\s*)?(?:[Nn]gày\s+)?[\d/.-]+,\s*)?"
    r"(?P<name>[A-ZĐ][\w&.]*(?:\s[A-ZĐ][\w&.]*){0,5})\s(?:là|được|đã|vinh|đón|nhận|cũng|vừa|đạt)\s"
)


def _is_brand(word: str) -> bool:
    """``PTSC``, ``GROUP``, ``Vinamilk``: a word that is no Vietnamese syllable."""
    return word[:2].isupper() or (len(word) > 4 and word.isascii() and not is_syllable(word.lower()))


def _proper_name(passage: Passage, before: int) -> tuple[Element, ...]:
    """A name that no lexicon knows, as the subject that opens the sentence: ``TTB GROUP đón Cờ thi đua``."""
    match = _PROPER.match(passage.views.text, passage.start, min(before + 14, passage.stop))
    if match is None or not any(_is_brand(word) for word in match["name"].split()):
        return ()
    name, start = match["name"], match.start("name")
    if len(name.split()) > 2 and name.split()[0].lower() in lexicon("family-names").by_variant:
        return (Element(Piece.PERSON, start, match.end("name"), Named(start, start, match.end("name"), name, False)),)  # Bùi Ngọc Hân Julia
    return (Element(Piece.BODY, match.start("name"), match.end("name"), match["name"]),)


def _last_run(passage: Passage, bodies: list[Element]) -> list[Element]:
    """The bodies joined to the last one by commas and 'và'; those before are where and when."""
    if not bodies:
        return []
    run = [bodies[-1]]
    for one in reversed(bodies[:-1]):
        between = passage.views.canonical[one.end : run[0].start].split()
        if [word for word in between if word not in {",", "và", ";"}]:
            break
        run.insert(0, one)
    return run


#: Before a body that does not act: kỷ niệm 90 năm thành lập Công đoàn, truyền thống của Hội, tại Sở, phối hợp với Viện.
_NO_ACTOR = re.compile(
    r"(?:thành\s+lập|truyền\s+thống|ngày|(?<!đạo )(?<!diện )(?<!mặt )của|tại|ở|dự|thuộc|phối\s+hợp\s+(?:với|cùng)"
    r"|đến|tới|cho(?:\s+(?:tập\s+thể|đơn\s+vị))?)\s+$"
)
_DECISION_OF = re.compile(r"quyết\s+định[^,;]{0,60}\scủa\s+$")


def _may_act(passage: Passage, body: Element) -> bool:
    near = max(passage.start, body.start - 100)
    if _NO_ACTOR.search(passage.views.canonical, near, body.start) is None:
        return True
    return _DECISION_OF.search(passage.views.canonical, near, body.start) is not None


def _granter(passage: Passage, elements: list[Element], mode: str, split: int) -> str | None:
    if mode in {"passive", "receive"}:
        bodies = [one for one in elements[split:] if one.piece is Piece.BODY]
        giver = next((index for index, one in enumerate(elements[:split]) if one.piece is Piece.GIVE), None)
        if not bodies and giver is not None:
            bodies = [one for one in elements[:giver] if one.piece is Piece.BODY]  # G công nhận N K đạt danh hiệu D
        return ", ".join(cast(str, one.value) for one in _last_run(passage, bodies)) if bodies else None
    scope = elements[:split]
    told = mandate(passage, scope)
    if told is not None:
        return told
    bodies = [one for one in scope if one.piece is Piece.BODY and _may_act(passage, one)]
    persons = [one for one in scope if one.piece is Piece.PERSON]
    if bodies and persons and is_office_of_state(cast(str, bodies[-1].value)) and persons[-1].start - bodies[-1].end <= 1:
        return cast(str, bodies[-1].value)  # Chủ tịch nước Lương Cường trao: the office and its holder are one
    if not bodies or persons:
        return None
    run = _last_run(passage, bodies)
    return ", ".join(cast(str, one.value) for one in run) if run else None

"""What stands before a form of award: who acts, who receives, in which mode (active, passive, receiving, nominal)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from generator.extraction.awards.contests import is_entrant, team_before
from generator.extraction.awards.elements import Element, Piece
from generator.extraction.awards.forms import Form
from generator.extraction.awards.status import mandate
from generator.extraction.awards.subjects import last_run, proper_name, subjects_before
from generator.extraction.engine import Passage
from generator.extraction.names.granters import is_office_of_state
from generator.extraction.names.recipients import Group

_ENDS = {Piece.COMMA, Piece.SEMICOLON}
_BREAKS = {Piece.COMMA, Piece.SEMICOLON, Piece.COLON, Piece.TO, Piece.FORM}


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
    subjects = subjects_before(passage, takers, predicate) if mode in {"passive", "receive"} else ()
    subjects = subjects or (team_before(passage, predicate) if prize and mode == "receive" else ())
    if opens and not subjects and mode in {"passive", "receive"} and not any(one.piece is not Piece.COMMA for one in elements[:split]):
        subjects = proper_name(passage, predicate)
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
        if passive is not None and _is_had(passage, elements, passive, at):
            return "receive", passive, at
        return "nominal", len(elements), at
    start = elements[verb].start
    if elements[verb].piece is Piece.RECEIVE:
        before = passive is not None and passive < verb and _within_passive(passage, elements, passive, verb, start)
        if before and any(one.piece is Piece.GROUP and cast(Group, one.value).counted for one in elements[passive:verb]):
            before = False  # chọn được 3 tác phẩm đạt giải A
        return "receive", cast(int, passive) if before else verb, start
    if passive is not None and passive < verb and _within_passive(passage, elements, passive, verb, start):
        return "passive", passive, start
    return "active", verb, start


_A_FORM = re.compile(r"\s*(?:một\s+|tấm\s+|\d+\s+|nhiều\s+)?(?:tấm\s+)?[\s\"'“]*")


def _is_had(passage: Passage, elements: list[Element], passive: int, at: int) -> bool:
    """``Anh được bằng khen của Bộ``: the form right behind ``được`` is what was received."""
    if any(one.piece is not Piece.COMMA for one in elements[passive + 1 :]):
        return False
    return _A_FORM.fullmatch(passage.views.canonical, elements[passive].end, at) is not None


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
        told = [passage.views.canonical[start:end].strip() for start, end in gaps]
        if not told[0] and told[1] in {"", "danh hiệu", "danh hiệu cao quý"}:
            return (elements[1],)
    groups = [one for one in elements if one.piece is Piece.GROUP and cast(Group, one.value).counted]
    if not groups or passage.views.canonical[groups[-1].end : form.start].strip():
        return ()
    return tuple(groups)


def _joins_bodies(elements: list[Element], index: int) -> bool:
    """``được Tổng cục Chính trị và Trung ương Đoàn tặng``: a comma or 'và' between two granters."""
    around = elements[index - 1 : index] + elements[index + 1 : index + 2]
    return elements[index].piece is Piece.COMMA and len(around) == 2 and all(one.piece is Piece.BODY for one in around)


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


def _acting(elements: list[Element]) -> list[Element]:
    """The elements without the recipients of an award told before: ``trao F cho A và B; trao H …``, ``giải nhất thuộc về A, giải
    nhì …``. The last body may be the subject of a new clause, where no separator parts it from the verb."""
    to = next((index for index in range(len(elements) - 1, -1, -1) if elements[index].piece is Piece.TO), None)
    if to is None:
        return elements
    last = max((index for index, one in enumerate(elements) if one.piece in _ENDS), default=-1)
    return [*elements[:to], *(elements[last + 1 :] if last > to else [])]


def _granter(passage: Passage, elements: list[Element], mode: str, split: int) -> str | None:
    if mode in {"passive", "receive"}:
        bodies = [one for one in elements[split:] if one.piece is Piece.BODY]
        giver = next((index for index, one in enumerate(elements[:split]) if one.piece is Piece.GIVE), None)
        if not bodies and giver is not None:
            bodies = [one for one in elements[:giver] if one.piece is Piece.BODY]  # G công nhận N K đạt danh hiệu D
        return ", ".join(cast(str, one.value) for one in last_run(passage, bodies)) if bodies else None
    scope = elements[:split]
    told = mandate(passage, scope)
    if told is not None:
        return told
    bodies = [one for one in _acting(scope) if one.piece is Piece.BODY and _may_act(passage, one)]
    persons = [one for one in scope if one.piece is Piece.PERSON]
    if bodies and persons and is_office_of_state(cast(str, bodies[-1].value)) and persons[-1].start - bodies[-1].end <= 1:
        return cast(str, bodies[-1].value)  # Chủ tịch nước Lương Cường trao: the office and its holder are one
    if not bodies or persons:
        return None
    run = last_run(passage, bodies)
    return ", ".join(cast(str, one.value) for one in run) if run else None

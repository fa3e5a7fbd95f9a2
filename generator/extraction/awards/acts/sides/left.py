"""The part of a clause before an award type, bound by its construction: who acts, who receives, in which mode."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from generator.extraction.awards.acts.clause.chunks import scan
from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Mode, element_name, is_of_both
from generator.extraction.awards.acts.holders.contests import is_entrant, team_before
from generator.extraction.awards.acts.holders.subjects import last_run, proper_name, subjects_before
from generator.extraction.awards.acts.holders.winners import subjects_may_be_works, winner_at
from generator.extraction.awards.acts.sides.constructions import CONSTRUCTIONS, RANKS_WITH, Parse, parse
from generator.extraction.awards.acts.sides.status import mandate
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Finding, Passage, rule
from generator.extraction.names.bodies.granters import is_office_of_state
from generator.lexicon.award_classes import AwardClass
from generator.model.span import Span

_ENDS = {Piece.COMMA, Piece.SEMICOLON}


@dataclass(frozen=True, slots=True)
class Left:
    """The bound part before an award type.

    ``mode`` is the frame's. ``subjects`` precede its verb. ``granter`` is as written. ``verb`` is the verb's offset,
    ``predicate`` that of its ``được``. ``objects`` are the recipients between verb and award type.
    """

    mode: Mode
    subjects: tuple[Element, ...]
    granter: str | None
    verb: int
    predicate: int
    objects: tuple[Element, ...] = ()


def left_of(passage: Passage, elements: list[Element], form: Element, *, opens: bool) -> Left:
    """Read the elements between the start of the clause and ``form``; ``opens``: the clause opens the sentence."""
    return _bound(parse(scan(passage, elements, form)), opens=opens)


def _bound(parsed: Parse, *, opens: bool) -> Left:
    """Bind granter and recipients to the parts of a construction."""
    clause, mode = parsed.clause, parsed.construction.mode
    passage, elements = clause.passage, list(clause.elements)
    predicate = elements[parsed.cut].start if parsed.cut < len(elements) else parsed.verb
    if parsed.construction.id == "ranks with" and (ranked := _RANKED.search(passage.views.canonical, passage.start, predicate)):
        predicate = ranked.start()
    subjects: tuple[Element, ...] = ()
    award = cast(Form, clause.form.value)
    prize = award.group == AwardClass.PRIZE
    if mode in RECIPIENT_FIRST:
        takers = [element for element in elements[: parsed.cut] if not (prize and is_entrant(passage, element))]
        work = winner_at(passage, predicate, award.title, shared=True) if prize and subjects_may_be_works(passage) else None
        subjects = (work,) if work is not None else subjects_before(passage, takers, predicate)
        subjects = subjects or (team_before(passage, predicate) if prize and mode == Mode.RECEIVE else ())
        if not subjects and (prize or award.type == "danh-hieu"):
            winner = winner_at(passage, predicate, award.title)
            subjects = () if winner is None else (winner,)
        if not subjects and award.count is not None:
            subjects = tuple(element for element in elements[: parsed.cut] if is_of_both(element))[-1:]
        if opens and not subjects and not any(element.piece is not Piece.COMMA for element in elements[: parsed.cut]):
            subjects = proper_name(passage, predicate)
    return Left(mode, subjects, _granter(passage, elements, mode, parsed.cut, prize=prize), parsed.verb, predicate, parsed.objects)


_RANKED = re.compile(RANKS_WITH + r"\s+$")
#: Words before a body that does not act: kỷ niệm 90 năm thành lập Công đoàn, truyền thống của Hội, tại Sở, phối hợp với Viện.
_NO_ACTOR = re.compile(
    r"(?:thành\s+lập|truyền\s+thống|ngày|(?<!đạo )(?<!diện )(?<!mặt )của|tại|ở|dự|thuộc|phối\s+hợp\s+(?:với|cùng)"
    r"|đến|tới|cho(?:\s+(?:tập\s+thể|đơn\s+vị))?"
    r"|(?:tại|ở)\s+(?:hội\s+trường|phòng\s+họp|trụ\s+sở|sân|khuôn\s+viên|nhà|cổng)(?:\s+(?!do(?!\w))[^\W\d]+){0,4}?)\s+$"
)
_ASKED = re.compile(r"(?<!\w)(?:đề\s+nghị|đề\s+xuất|báo\s+cáo|tham\s+mưu|trình)\s+$")
_DECISION_OF = re.compile(r"quyết\s+định[^,;]{0,60}\scủa\s+$")


def _may_act(passage: Passage, body: Element) -> bool:
    near = max(passage.start, body.start - 100)
    if _NO_ACTOR.search(passage.views.canonical, near, body.start) is None:
        return True
    return _DECISION_OF.search(passage.views.canonical, near, body.start) is not None


def _acting(elements: list[Element]) -> list[Element]:
    """Return the elements without the recipients of an award before: ``trao F cho A và B; trao H …``, ``giải nhất thuộc về A, giải nhì …``.

    The last body may be the subject of a new clause if no separator parts it from the verb.
    """
    to = next((index for index in range(len(elements) - 1, -1, -1) if elements[index].piece is Piece.TO), None)
    if to is None:
        return elements
    last = max((index for index, element in enumerate(elements) if element.piece in _ENDS), default=-1)
    return [*elements[:to], *(elements[last + 1 :] if last > to else [])]


def _granter(passage: Passage, elements: list[Element], mode: str, split: int, *, prize: bool) -> str | None:
    if mode in RECIPIENT_FIRST:
        bodies = [element for element in elements[split:] if element.piece is Piece.BODY]
        giver = next((index for index, element in enumerate(elements[:split]) if element.piece is Piece.GIVE), None)
        if not bodies and giver is not None and not prize:  # not: G tặng quà N K đoạt giải F
            bodies = [element for element in elements[:giver] if element.piece is Piece.BODY]  # G công nhận N K đạt danh hiệu D
        return ", ".join(cast(str, element.value) for element in last_run(passage, bodies)) if bodies else None
    scope = elements[:split]
    if prize and mode == Mode.NOMINAL:  # giải Nhất: A; giải Nhì: B
        scope = scope[max((index for index, element in enumerate(scope) if element.piece is Piece.SEMICOLON), default=-1) + 1 :]
    mandated = mandate(passage, scope)
    if mandated is not None:
        return mandated
    bodies = [element for element in _acting(scope) if element.piece is Piece.BODY and _may_act(passage, element)]
    persons = [element for element in scope if element.piece is Piece.PERSON]
    if bodies and persons and is_office_of_state(cast(str, bodies[-1].value)) and persons[-1].start - bodies[-1].end <= 1:
        return cast(str, bodies[-1].value)  # Chủ tịch nước Lương Cường trao: the office and its holder are the same
    if bodies and persons and _ASKED.search(passage.views.canonical, persons[-1].end, bodies[-1].start) is not None:
        return cast(str, bodies[-1].value)  # Trưởng Công an huyện A cho biết đã đề xuất G khen thưởng
    if not bodies or persons:
        return None
    run = last_run(passage, bodies)
    if run and prize and _HAS.match(passage.views.canonical, run[-1].end):
        return None  # Đại học A có 34 học sinh (2 giải Nhất): who has the prizes
    return ", ".join(cast(str, element.value) for element in run) if run else None


_HAS = re.compile(r"\s+(?:(?:đã|cũng|lần\s+lượt)\s+)?(?:có|với|\d)")


def _construction(id: str) -> Callable[[Passage], Iterator[Finding]]:
    def find(passage: Passage) -> Iterator[Finding]:
        elements, begins = award_elements(passage), 0
        for index, form in enumerate(elements):
            if form.piece is Piece.FORM:
                parsed = parse(scan(passage, elements[begins:index], form))
                left = _bound(parsed, opens=begins == 0)
                if parsed.construction.id == id:
                    yield Finding(
                        Span(form.start, form.end),
                        (left.granter, tuple(_as_written(passage, element) for element in (*left.subjects, *left.objects))),
                    )
                begins = index + 1

    return find


def _as_written(passage: Passage, element: Element) -> str:
    return passage.views.text[element.start : element.end] if element.piece is Piece.GROUP else element_name(element)


for _one in CONSTRUCTIONS:
    rule(
        f"award.act.{_one.id.replace(' ', '_')}",
        examples=[_one.example],
        counterexamples=[_one.counterexample],
        source="architecture/grammar.md §6 patterns 1-9, 18-24",
    )(_construction(_one.id))

"""What stands before a form of award, by the construction of its clause: who acts, who receives, in which mode."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from generator.extraction.awards.acts.chunks import scan
from generator.extraction.awards.acts.constructions import CONSTRUCTIONS, Parse, parse
from generator.extraction.awards.acts.contests import is_entrant, team_before
from generator.extraction.awards.acts.elements import Element, Piece, award_elements
from generator.extraction.awards.acts.frames import Mode, element_name
from generator.extraction.awards.acts.status import mandate
from generator.extraction.awards.acts.subjects import last_run, proper_name, subjects_before
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Finding, Passage, rule
from generator.extraction.names.granters import is_office_of_state
from generator.model.span import Span

_ENDS = {Piece.COMMA, Piece.SEMICOLON}


@dataclass(frozen=True, slots=True)
class Left:
    """``mode`` of the frame; ``subjects`` in front of its verb; ``granter`` as written; ``verb`` is where the verb stands,
    ``predicate`` where it begins with its ``được``; ``objects`` the recipients between verb and form."""

    mode: Mode
    subjects: tuple[Element, ...]
    granter: str | None
    verb: int
    predicate: int
    objects: tuple[Element, ...] = ()


def left_of(passage: Passage, elements: list[Element], form: Element, *, opens: bool) -> Left:
    """Reads the elements between the start of the clause and ``form``; ``opens``: the clause opens the sentence."""
    return _bound(parse(scan(passage, elements, form)), opens=opens)


def _bound(told: Parse, *, opens: bool) -> Left:
    """Binds who gives and who receives to the parts of a construction."""
    clause, mode = told.clause, told.construction.mode
    passage, elements = clause.passage, list(clause.elements)
    predicate = elements[told.cut].start if told.cut < len(elements) else told.verb
    subjects: tuple[Element, ...] = ()
    if mode in {"passive", "receive"}:
        prize = cast(Form, clause.form.value).group == "prize"
        takers = [one for one in elements[: told.cut] if not (prize and is_entrant(passage, one))]
        subjects = subjects_before(passage, takers, predicate)
        subjects = subjects or (team_before(passage, predicate) if prize and mode == "receive" else ())
        if opens and not subjects and not any(one.piece is not Piece.COMMA for one in elements[: told.cut]):
            subjects = proper_name(passage, predicate)
    return Left(mode, subjects, _granter(passage, elements, mode, told.cut), told.verb, predicate, told.objects)


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


def _construction(id: str) -> Callable[[Passage], Iterator[Finding]]:
    def find(passage: Passage) -> Iterator[Finding]:
        elements, begins = award_elements(passage), 0
        for index, form in enumerate(elements):
            if form.piece is Piece.FORM:
                told = parse(scan(passage, elements[begins:index], form))
                left = _bound(told, opens=begins == 0)
                if told.construction.id == id:
                    yield Finding(
                        Span(form.start, form.end), (left.granter, tuple(_as_told(passage, one) for one in (*left.subjects, *left.objects)))
                    )
                begins = index + 1

    return find


def _as_told(passage: Passage, one: Element) -> str:
    return passage.views.text[one.start : one.end] if one.piece is Piece.GROUP else element_name(one)


for _one in CONSTRUCTIONS:
    rule(
        f"award.act.{_one.id.replace(' ', '_')}",
        examples=[_one.example],
        counterexamples=[_one.counterexample],
        source="grammar.md §6 patterns 1-9, 18-24",
    )(_construction(_one.id))

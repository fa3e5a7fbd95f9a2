"""Fills in what a sentence leaves out because another part states it: the verb (``Yên Bái có 31 em được tặng giấy khen, Lào Cai
có 26 em``; ``14 tập thể; 29 cá nhân được tặng …``), or the recipients of an award that comes with a certificate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, Mode, is_counted
from generator.extraction.awards.acts.holders.contests import team_behind
from generator.extraction.awards.acts.holders.winners import winner_behind
from generator.extraction.awards.acts.sides.status import NONE
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.recipient_kinds import PERSONS
from generator.text.sentences import UPPER

_HAS = re.compile(rf"[,;]\s+(?:và\s+|còn\s+)?[{UPPER}][^,;:.()\d]{{1,60}}\s(?:(?:có|với)\s+)?")
_WHOSE = re.compile(r"(?:\s+của\s[^,;.()]{1,60})?")
_END = re.compile(r"\s*(?:[,;.)…]|$)")
_VERB = re.compile(r"(?<!\w)(?:được|nhận|đạt|đoạt|tặng|trao|khen|kết nạp|thành lập|tham gia|đã)(?!\w)")
#: Words that may follow a number of recipients without being a verb of its own.
_ATTRIBUTE = re.compile(
    r"\s*(?:,\s*)?(?:(?:của|thuộc|trực\s+thuộc|khối|ngành|cấp|ở|tại|tiêu\s+biểu|xuất\s+sắc|điển\s+hình|có\s+(?:nhiều\s+)?thành\s+tích)"
    r"(?!\w)[^;:]{0,120})?\s*"
)
_ACTS = {Piece.FORM, Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE, Piece.TO, Piece.PERSON, Piece.PART, Piece.COLON}
_JOINS = {"", ",", "và", ", và"}


def fill_gaps(passage: Passage, elements: list[Element], found: list[Frame]) -> None:
    """Add to the frames of a sentence the recipients whose verb is stated once for all."""
    for frame in found:
        if frame.mode in RECIPIENT_FIRST and not frame.open and frame.status != NONE and len(frame.items) == 1:
            first = frame.items[0].element
            if is_counted(first):
                frame.items[:0] = _before_semicolon(passage, elements, first)
                frame.items.extend(_gapped(passage, elements, frame, first))
    if found:
        _name_behind(passage, elements, found[0])
        _of_the_topic(passage, elements, found[0])
    _by_apposition(passage, elements, found)
    for previous, frame in pairwise(found):
        _share_the_verb(passage, elements, previous, frame)
    if len(found) > 1 and _BESIDES.fullmatch(passage.views.canonical, passage.start, found[0].form.start):
        _share_with_the_first(found[0], found[1])
    for act, other in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = passage.views.canonical[act.end : other.form.start].strip()
        goes_with = other.form.type == "bang-cong-nhan" and act.form.type in {"bang-khen", "giay-khen", "ky-niem-chuong"}
        if goes_with and not act.items and other.items and between in _JOINS and act.form.count is None:
            act.items = [
                Item(item.element, item.end, list(item.names), joined=item.joined) for item in other.items if is_counted(item.element)
            ]


#: A sentence that opens with what somebody has received, who is named behind it: Từng được G tặng F, chị A chia sẻ.
_OF_WHOM = re.compile(
    r"\W{0,6}(?:(?:sinh\s+)?năm\s+\d{4},?\s+)?(?:(?:(?:sau\s+khi|từ\s+khi|từng|đã|vừa|mới|vinh\s+dự|lần\s+đầu|nhiều\s+lần|\d{1,2}\s+lần|hai\s+lần|ba\s+lần)\s+){1,3}"
    r"|(?:vinh\s+dự\s+)?là\s[^,;.:]{3,90}\s|(?=(?:đoạt|giành|đạt)\s))(?:được|nhận|đón\s+nhận|đạt|đoạt|giành)(?!\w)"
)
_TOPIC = re.compile(r"\W{0,6}(?:riêng|(?:đối\s+)?với|về)\s+(?:trường\s+hợp\s+(?:của\s+)?)?(?:[^\W\d]+\s+){0,3}$")


def _name_behind(passage: Passage, elements: list[Element], frame: Frame) -> None:
    """Give an award at the head of the sentence to the person, team or work named behind its comma."""
    if frame.mode not in RECIPIENT_FIRST or frame.items or _OF_WHOM.match(passage.views.canonical, passage.start, frame.form.start) is None:
        return
    comma = next((index for index, element in enumerate(elements) if element.start >= frame.end and element.value == ","), None)
    if frame.form.group == AwardClass.PRIZE and frame.form.count is not None and (team := team_behind(passage, frame.end)) is not None:
        frame.items = [Item(team, team.end)]
        return
    if comma is not None and comma + 1 < len(elements) and elements[comma + 1].piece is Piece.PERSON:
        person = elements[comma + 1]
        if not passage.views.canonical[elements[comma].end : person.start].strip():
            frame.items = [Item(person, person.end)]
            return
    if comma is not None and (frame.form.group == AwardClass.PRIZE or frame.form.type == "danh-hieu"):
        winner = winner_behind(passage, elements[comma].end, frame.form.title)
        frame.items = [] if winner is None else [Item(winner, winner.end)]


def _of_the_topic(passage: Passage, elements: list[Element], frame: Frame) -> None:
    """Give an award to the person with whom the sentence opens: ``Riêng ông A, Công an tỉnh đề nghị G tặng F``."""
    first = next((element for element in elements[:2] if element.piece is not Piece.PART), None)
    if frame.items or frame.mode != Mode.ACTIVE or first is None or first.piece is not Piece.PERSON:
        return
    actor = any(element.piece is Piece.BODY and first.end < element.start < frame.form.start for element in elements)
    if (
        actor
        and _TOPIC.fullmatch(passage.views.canonical, passage.start, first.start)
        and passage.views.canonical.startswith(",", first.end)
    ):
        frame.items = [Item(first, first.end)]


#: Between two prizes, each right behind its winner: đội A giải nhất – đội B giải nhì.
_DASH = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[–-]|,|;|và)\s*")


def _by_apposition(passage: Passage, elements: list[Element], found: list[Frame]) -> None:
    """Give prizes to the person or body right before each, if two or more follow each other so without a verb (``đội A giải nhất – đội B
    giải nhì``), or if the prize is in the brackets behind a person (``ca sĩ A (giải nhất Sao Mai 2005)``)."""
    holders: dict[int, Element] = {}
    for frame in found:
        if frame.mode != Mode.NOMINAL or frame.items or frame.open or frame.form.group != AwardClass.PRIZE or frame.form.count is not None:
            continue
        before = [element for element in elements if element.end <= frame.form.start][-1:]
        if not before or before[0].piece not in {Piece.PERSON, Piece.BODY}:
            continue
        between = passage.views.canonical[before[0].end : frame.form.start]
        if between == " (" and before[0].piece is Piece.PERSON:
            frame.mode, frame.start, frame.items = Mode.RECEIVE, before[0].start, [Item(before[0], before[0].end)]
        elif between == " ":
            holders[found.index(frame)] = before[0]
    for at, holder in holders.items():
        if any(_in_one_row(passage, found, holders, *pair) for pair in ((at - 1, at), (at, at + 1))):
            found[at].mode, found[at].start, found[at].items = Mode.RECEIVE, holder.start, [Item(holder, holder.end)]
            found[at].granter = found[at].granter if found[at].whose else None


def _in_one_row(passage: Passage, found: list[Frame], holders: dict[int, Element], first: int, second: int) -> bool:
    if first not in holders or second not in holders:
        return False
    return _DASH.fullmatch(passage.views.canonical, found[first].form.end, holders[second].start) is not None


#: The words between an award and the next recipient in a row whose verb is stated once.
_NEXT = re.compile(r"(?:[^,;:.()]|\([^()]{0,60}\)){0,80}[,;]\s*(?:(?:và|còn|riêng|đồng)\s+)?|\s+(?:và|còn)\s+")
_APART = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:(?:đồng|cùng|lần\s+lượt)\s+)?")
_BETWEEN = re.compile(r"\s*(?:,|và|, và|cùng)\s*")


def _share_the_verb(passage: Passage, elements: list[Element], previous: Frame, frame: Frame) -> None:
    """Give an award its recipient right before it, if the verb is that of the award before: ``A đạt giải nhất, B giải nhì``."""
    if frame.mode != Mode.NOMINAL or frame.items or frame.open or frame.form.group == AwardClass.VERB:
        return
    if previous.mode not in RECIPIENT_FIRST or not previous.items or previous.status == NONE or frame.form.group != previous.form.group:
        return
    canonical, run = passage.views.canonical, list[Element]()
    stop = frame.form.start
    for element in reversed(
        [
            element
            for element in elements
            if previous.end <= element.start < frame.form.start and element.piece is not Piece.COMMA and canonical[element.start - 1] != "("
        ]
    ):
        named = element.piece in {Piece.PERSON, Piece.BODY}
        if not named or (
            _APART.fullmatch(canonical, element.end, stop) is None and (not run or _BETWEEN.fullmatch(canonical, element.end, stop) is None)
        ):
            break
        run.insert(0, element)
        stop = element.start
    if run and _NEXT.fullmatch(canonical, previous.end, run[0].start):
        frame.mode, frame.status, frame.start = previous.mode, frame.status or previous.status, run[0].start
        frame.granter = frame.granter if frame.whose else None
        frame.items = [Item(named, named.end, joined=True) for named in run]


#: An award beside another of the same recipient: Ngoài bằng khen của G, bà A còn được H tặng F.
_BESIDES = re.compile(r"[^,;.]{0,12}(?:ngoài|cùng\s+với|bên\s+cạnh|cùng)\s+(?:(?:những|các|tấm|chiếc|một)\s+)?")


def _share_with_the_first(first: Frame, second: Frame) -> None:
    """Give the award at the head of the sentence the named recipients of the act behind it."""
    if first.items or first.open or first.mode != Mode.NOMINAL or second.mode not in RECIPIENT_FIRST or first.form.count is not None:
        return
    if second.items and not any(isinstance(item.element.value, Group) for item in second.items):
        first.mode, first.status = second.mode, first.status or second.status
        first.items = [Item(item.element, item.end, list(item.names)) for item in second.items]


def _gapped(passage: Passage, elements: list[Element], frame: Frame, first: Element) -> Iterator[Item]:
    """Yield the recipients of clauses without a verb: ``…, Lào Cai có 26 em, Sơn La có 19 học sinh``, after ``Yên Bái có 31 em
    được tặng F``."""
    canonical = passage.views.canonical
    if not canonical.endswith(" có ", passage.start, first.start):
        return
    at, kind = cast("re.Match[str]", _WHOSE.match(canonical, frame.end, passage.stop)).end(), cast(Group, first.value).kind
    for element in elements:
        if element.start < at or not is_counted(element):
            continue
        group = cast(Group, element.value)
        gap = _HAS.fullmatch(passage.views.text, at, element.start)
        alike = group.kind == kind or {group.kind, kind} <= PERSONS
        if gap is None or not alike or _VERB.search(canonical, *gap.span()) or _END.match(canonical, element.end, passage.stop) is None:
            return
        at = element.end
        yield Item(element, at)


def _before_semicolon(passage: Passage, elements: list[Element], first: Element) -> list[Item]:
    """Return the numbers before semicolons that have no verb of their own: ``14 tập thể khối trường học; 29 cá nhân được tặng F``."""
    canonical, result = passage.views.canonical, list[Item]()
    stop = first.start
    while canonical[passage.start : stop].rstrip().endswith(";"):
        stop = canonical.rfind(";", passage.start, stop)
        start = max(canonical.rfind(";", passage.start, stop) + 1, passage.start)
        inside = [element for element in elements if start <= element.start < stop and element.piece is not Piece.COMMA]
        if not inside or not is_counted(inside[0]) or any(element.piece in _ACTS or is_counted(element) for element in inside[1:]):
            return result
        if canonical[start : inside[0].start].strip() or not _ATTRIBUTE.fullmatch(canonical, inside[0].end, stop):
            return result
        if _VERB.search(canonical, inside[0].end, stop):
            return result
        result.insert(0, Item(inside[0], stop, joined=True))
        stop = start
    return result

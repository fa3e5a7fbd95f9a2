"""Who receives what in a sentence: binds groups, persons and bodies to the forms of award.

Read from left to right, every form opens a *frame*. A frame is active (``G tặng F cho R``: recipients follow),
passive (``R được G tặng F``) or receiving (``R nhận F``: recipients precede), or nominal (``F cho R``). An active
frame stays open over a list, even over a stray full stop (grammar.md §6.4).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from generator.extraction.engine import Passage
from generator.extraction.rules.award_elements import Element, Piece
from generator.extraction.rules.award_forms import Form
from generator.extraction.rules.award_status import clause_status, mandate
from generator.extraction.rules.recipients import Group

_RECIPIENTS = {Piece.GROUP, Piece.PERSON, Piece.BODY}
_PREDICATES = {Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE}


@dataclass
class Item:
    """One recipient of a frame: ``element`` with the range of the words about it; ``names`` are named members."""

    element: Element
    end: int
    names: list[str] = field(default_factory=list)
    part_of: Item | None = None
    joined: bool = False  # by a comma or 'và' to the item after it: a reason told there is shared


@dataclass
class Frame:
    """One act of granting: forms, mode, granter as written, status, recipients. ``start`` is where its words begin."""

    forms: list[Form]
    mode: str
    start: int
    end: int
    granter: str | None
    status: str | None
    items: list[Item] = field(default_factory=list)
    open: bool = False
    granter_is_presenter: bool = False


def frames(passage: Passage, elements: list[Element], carried: Frame | None = None) -> list[Frame]:
    """The frames of a sentence. ``carried`` is the previous sentence's last open frame, for a list that a full stop
    splits: a sentence without a verb that begins with a counted group goes on with it."""
    return _Reader(passage, elements, carried).read()


class _Reader:
    def __init__(self, passage: Passage, elements: list[Element], carried: Frame | None) -> None:
        self.passage = passage
        self.elements = elements
        self.found: list[Frame] = []
        self.clause = 0  # index of the first element of the clause being read
        self.frame: Frame | None = None
        if carried is not None and carried.open and self._continues():
            self.frame = Frame(carried.forms, "active", passage.start, passage.start, carried.granter, carried.status, open=True)
            self.found.append(self.frame)

    def _continues(self) -> bool:
        first = self.elements[0] if self.elements else None
        if first is None or first.piece is not Piece.GROUP or not cast(Group, first.value).counted:
            return False
        lead = self.passage.views.canonical[self.passage.start : first.start]
        verb = any(one.piece in {Piece.PASSIVE, Piece.GIVE} or (one.piece is Piece.FORM and cast(Form, one.value).group != "title") for one in self.elements)
        return lead.strip(" -+*•") == "" and not verb

    def read(self) -> list[Frame]:
        at = 0
        while at < len(self.elements):
            element = self.elements[at]
            if element.piece is Piece.FORM and not self._is_reason(at):
                at = self._open_frame(at)
                continue
            if self.frame is not None and self.frame.open and element.piece in _RECIPIENTS:
                self._take(at)
            elif element.piece is Piece.SEMICOLON and (self.frame is None or not self.frame.open):
                self.clause = at + 1
            at += 1
        self._close(self.passage.stop)
        return self.found

    # -- frames ------------------------------------------------------------------------------------------------

    def _is_reason(self, at: int) -> bool:
        """A title inside the words about a recipient (``cho 15 cá nhân đạt danh hiệu X``) tells why, not what."""
        form = cast(Form, self.elements[at].value)
        if self.frame is None or not self.frame.open or not self.frame.items or form.group not in {"title", "prize"}:
            return False
        left = self.elements[at - 1].piece if at else None
        return left is Piece.RECEIVE or left is Piece.GROUP or left is Piece.PERSON

    def _open_frame(self, at: int) -> int:
        form = cast(Form, self.elements[at].value)
        left = self.elements[self.clause : at]
        verb = next((i for i in range(len(left) - 1, -1, -1) if left[i].piece in {Piece.GIVE, Piece.RECEIVE}), None)
        passive = next((i for i in range(len(left) - 1, -1, -1) if left[i].piece is Piece.PASSIVE), None)
        start = self._clause_start(left, at)
        if form.group == "verb":
            mode = "passive" if passive is not None and self._only_bodies(left[passive + 1 :]) else "active"
            split = passive if mode == "passive" else len(left)
        elif verb is None:
            mode, split = "nominal", len(left)
        elif left[verb].piece is Piece.RECEIVE:
            mode, split = "receive", verb if passive is None or passive > verb else passive
        elif passive is not None and passive < verb and self._only_bodies(left[passive + 1 : verb]):
            mode, split = "passive", passive
        else:
            mode, split = "active", verb
        assert split is not None
        status = clause_status(self.passage, start, self.elements[at].start, self._verb_start(left, verb, at))
        previous = self.frame
        forms = [form]
        at, granter = self._granter_after(at + 1)
        if granter is None:
            granter = self._granter_before(left, mode, split, verb)
        presenter = granter is None and mode == "active" and any(one.piece is Piece.PERSON for one in left)
        frame = Frame(forms, mode, start, self.elements[at - 1].end, granter, status, granter_is_presenter=presenter)
        if mode == "nominal" and previous is not None:
            frame.granter = granter or previous.granter
            frame.status = status or previous.status
        self._close(self._cut_before(at - 1) if previous is not None and previous.open else self.passage.stop)
        self.found.append(frame)
        if mode in {"passive", "receive"}:
            frame.items = self._subjects(left[:split]) or self._same_subjects(previous, left)
        self.frame = frame
        self.clause = at
        return self._look_right(at, frame)

    def _verb_start(self, left: list[Element], verb: int | None, at: int) -> int:
        return self.elements[at].start if verb is None else left[verb].start

    def _clause_start(self, left: list[Element], at: int) -> int:
        if self.clause == 0:
            return self.passage.start
        return left[0].start if left else self.elements[at].start

    @staticmethod
    def _only_bodies(between: list[Element]) -> bool:
        return all(one.piece in {Piece.BODY, Piece.COMMA, Piece.PERSON, Piece.GIVE, Piece.TO} or one.piece is Piece.GROUP for one in between) and len(between) <= 6

    def _granter_after(self, at: int) -> tuple[int, str | None]:
        """The granter told right after the form: ``Bằng khen của Bộ Y tế``, ``Bằng khen Thủ tướng Chính phủ``."""
        if at >= len(self.elements) or self.elements[at].piece is not Piece.BODY:
            return at, None
        between = self.passage.views.canonical[self.elements[at - 1].end : self.elements[at].start]
        words = between.replace('"', " ").split()
        if not words or words[-1] in {"của", "do"}:
            return at + 1, cast(str, self.elements[at].value)
        return at, None

    def _granter_before(self, left: list[Element], mode: str, split: int, verb: int | None) -> str | None:
        if mode in {"passive", "receive"}:
            bodies = [one for one in left[split:] if one.piece is Piece.BODY]
            return cast(str, bodies[-1].value) if bodies else None
        scope = left[: split if verb is not None or mode == "active" else len(left)]
        bodies = [i for i, one in enumerate(scope) if one.piece is Piece.BODY]
        persons = [i for i, one in enumerate(scope) if one.piece is Piece.PERSON]
        mandated = mandate(self.passage, scope)
        if mandated is not None:
            return mandated
        if not bodies or (persons and persons[-1] > bodies[0]):
            return None
        first = bodies[-1]
        while first > 0 and scope[first - 1].piece is Piece.COMMA and first - 2 in bodies:
            first -= 2
        names = [cast(str, scope[i].value) for i in bodies if i >= first]
        return names[-1] if len(names) == 1 else ", ".join(names)

    def _close(self, end: int) -> None:
        if self.frame is not None and self.frame.items and self.frame.items[-1].end < end and self.frame.open:
            self.frame.items[-1].end = end

    def _cut_before(self, at: int) -> int:
        """Where the words before the clause that ends at element ``at`` stop: at the separator in front of it."""
        for index in range(at, max(self.clause - 1, -1), -1):
            if self.elements[index].piece in {Piece.SEMICOLON, Piece.COMMA} and index > self.clause:
                return self.elements[index].start
        return self.elements[self.clause].start if self.clause < len(self.elements) else self.passage.stop

    # -- recipients --------------------------------------------------------------------------------------------

    def _subjects(self, left: list[Element]) -> list[Item]:
        """The recipients in front of the verb: counted groups if any, else persons, else bodies, else groups."""
        counted = [one for one in left if one.piece is Piece.GROUP and cast(Group, one.value).counted]
        persons = [one for one in left if one.piece is Piece.PERSON]
        bodies = [one for one in left if one.piece is Piece.BODY]
        loose = [one for one in left if one.piece is Piece.GROUP]
        chosen = counted or persons or bodies or loose[-1:]
        items = [Item(one, one.end, joined=True) for one in chosen]
        if items:
            items[-1].joined = False
        return items

    @staticmethod
    def _same_subjects(previous: Frame | None, left: list[Element]) -> list[Item]:
        if previous is None or previous.mode not in {"passive", "receive"} or any(one.piece is Piece.SEMICOLON for one in left):
            return []
        return [Item(one.element, one.end, list(one.names)) for one in previous.items]

    def _look_right(self, at: int, frame: Frame) -> int:
        """Opens the frame to the right where recipients follow the form; returns the next element to read."""
        index, direct = at, True
        while index < len(self.elements):
            element = self.elements[index]
            gap = self.passage.views.canonical[self.elements[index - 1].end : element.start]
            if element.piece is Piece.TO:
                frame.open = True
                frame.items = [] if frame.mode in {"passive", "receive"} and element.value != "gồm" else frame.items
                return index + 1
            if element.piece is Piece.FORM and frame.mode != "nominal" and index - at <= 2 and cast(Form, element.value).group != "verb":
                return index  # the next form has a frame of its own
            if element.piece in {Piece.PASSIVE, Piece.GIVE, Piece.COLON} or (element.piece is Piece.COMMA and frame.forms[0].group == "verb" and index == at):
                direct = direct and len(gap.split()) <= 3
                index += 1
                continue
            if element.piece is Piece.GROUP and frame.mode in {"active", "nominal"} and direct and len(gap.split()) <= 2 and frame.mode == "active":
                frame.open = True
                return index
            if element.piece is Piece.PERSON and frame.mode == "active" and frame.forms[0].group == "verb" and direct and gap.strip() in {"", "đối với"}:
                frame.open = True
                return index
            break
        return at

    def _take(self, at: int) -> None:
        """Binds a recipient to the open frame, or closes the frame when it is the subject of what follows."""
        assert self.frame is not None
        element, frame = self.elements[at], self.frame
        before = self.elements[at - 1].piece if at else None
        if before is not Piece.TO and self._begins_clause(at):
            cut = self.elements[at - 1].start if before in {Piece.COMMA, Piece.SEMICOLON} else element.start
            self._close(cut)
            frame.open = False
            self.clause = at
            return
        after_separator = before in {Piece.COMMA, Piece.SEMICOLON, Piece.COLON, Piece.TO, Piece.PART} and self._touches(at)
        if element.piece is Piece.BODY or element.piece is Piece.PERSON:
            if not after_separator and frame.items:
                return
            if self._names_members(at):
                frame.items[-1].names.append(cast(str, element.value))
                return
            if frame.items and frame.items[-1].element.piece is Piece.PERSON and element.piece is Piece.BODY:
                return  # an office of the person just named
            if frame.items and frame.items[-1].element.piece is Piece.GROUP and not cast(Group, frame.items[-1].element.value).counted and before is not Piece.TO:
                return
        elif frame.items and not after_separator and not cast(Group, element.value).counted:
            return
        if frame.items:
            frame.items[-1].end = self.elements[at - 1].start if after_separator else element.start
            frame.items[-1].joined = before is not Piece.SEMICOLON
        item = Item(element, element.end)
        if before is Piece.PART and frame.items:
            item.part_of = frame.items[-1]
        frame.items.append(item)

    def _touches(self, at: int) -> bool:
        gap = self.passage.views.canonical[self.elements[at - 1].end : self.elements[at].start].split()
        return len(gap) <= 1 or " ".join(gap) in {"có", "là", "gồm có"}

    def _names_members(self, at: int) -> bool:
        """Whether a name tells members of the counted group before it: after ``trong đó có``, a colon, ``gồm``."""
        assert self.frame is not None
        if not self.frame.items or self.frame.items[-1].element.piece is not Piece.GROUP:
            return False
        group = cast(Group, self.frame.items[-1].element.value)
        for index in range(at - 1, -1, -1):
            one = self.elements[index]
            if one.piece is Piece.PART or one.piece is Piece.COLON or (one.piece is Piece.TO and one.value == "gồm"):
                return group.counted
            if one is self.frame.items[-1].element:
                return False
        return False

    def _begins_clause(self, at: int) -> bool:
        """Whether a recipient is the subject of a following clause (``…; 26 cá nhân được B tặng bằng khen``)."""
        if self.elements[at].piece is Piece.BODY:
            following = self.elements[at + 1] if at + 1 < len(self.elements) else None
            if following is not None and following.piece in _PREDICATES:
                gap = self.passage.views.canonical[self.elements[at].end : following.start].split()
                return len(gap) <= 3 and self._form_ahead(at + 1)
        for index in range(at + 1, min(at + 8, len(self.elements))):
            piece = self.elements[index].piece
            if piece is Piece.PASSIVE or piece is Piece.RECEIVE:
                gap = self.passage.views.canonical[self.elements[index - 1].end : self.elements[index].start].split()
                near = len(gap) <= 8
                return near and self._form_ahead(index, titles=piece is Piece.PASSIVE)
            if piece not in {Piece.GROUP, Piece.COMMA, Piece.BODY, Piece.PERSON}:
                return False
        return False

    def _form_ahead(self, at: int, *, titles: bool = True) -> bool:
        for index in range(at, min(at + 7, len(self.elements))):
            one = self.elements[index]
            if one.piece is Piece.FORM:
                return titles or cast(Form, one.value).group != "title"
            if one.piece in {Piece.SEMICOLON, Piece.COLON, Piece.TO} or (one.piece is Piece.GROUP and index > at):
                return False
        return False

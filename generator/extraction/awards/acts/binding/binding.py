"""Binds recipients to awards: groups, persons and bodies of a sentence to its award types.

Read from left to right, every award type opens a *frame*. A frame is active (``G tặng F cho R``: recipients follow), passive
(``R được G tặng F``) or receiving (``R nhận F``: recipients precede), or nominal (``F cho R``). An active frame stays open over
a list, even over a stray full stop (architecture/grammar.md §6.4).
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from generator.extraction.awards.acts.binding.clauses import body_that_opens, continues, separator_before
from generator.extraction.awards.acts.binding.dealing import deal_in_order
from generator.extraction.awards.acts.binding.rows import (
    as_withdrawn_too,
    has_label_behind,
    has_label_of_its_own,
    is_act_of_giving,
    is_badge_of,
    joined_to,
    name_the_counted,
    opens_bracket,
    take_over,
    wears,
)
from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import (
    GRANTER_FIRST,
    RECIPIENT_FIRST,
    Frame,
    Item,
    Mode,
    element_name,
    is_counted,
    may_be_member,
)
from generator.extraction.awards.acts.sides.ahead import granter_after, holder_after, look_right
from generator.extraction.awards.acts.sides.gaps import fill_gaps
from generator.extraction.awards.acts.sides.left import left_of
from generator.extraction.awards.acts.sides.right import (
    after_colon,
    begins_clause,
    is_deputy,
    is_further,
    is_of_a_gift,
    is_titled_anew,
    is_whereabouts,
    names_one_of,
    share_recipients,
    touches,
)
from generator.extraction.awards.acts.sides.status import NONE, clause_status, is_asked_too, is_done, only_proposes
from generator.extraction.awards.acts.sides.withdrawing import is_to_be_withdrawn
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.lexicon.award_classes import AwardClass
from generator.model.facts import AwardStatus

_RECIPIENTS = {Piece.GROUP, Piece.PERSON, Piece.BODY}
_ACTORS = {Piece.BODY, Piece.PERSON}
_SEPARATORS = {Piece.COMMA, Piece.SEMICOLON, Piece.COLON, Piece.TO, Piece.PART}


def frames(passage: Passage, elements: list[Element], carried: Frame | None = None) -> list[Frame]:
    """Return the frames of a sentence. ``carried`` is the previous sentence's last frame: a sentence without a verb that begins
    with a counted group continues its list; a sentence that begins with ``trong đó`` or ``cụ thể`` breaks it down."""
    return _Reader(passage, elements, carried).read()


class _Reader:
    def __init__(self, passage: Passage, elements: list[Element], carried: Frame | None) -> None:
        self.passage = passage
        self.elements = elements
        self.found: list[Frame] = []
        self.clause = 0  # index of the first element of the clause being read
        self.frame: Frame | None = None
        self.total: Item | None = None  # the counted group that 'trong đó', 'gồm' breaks down
        self.aside = False  # 'trong đó' ends at the semicolon, 'gồm' does not
        if carried is not None and continues(passage, elements, carried):
            start, stop = passage.start, passage.stop
            self.frame = Frame(carried.form, Mode.ACTIVE, start, start, carried.granter, carried.status, start, stop, open=True)
            self.found.append(self.frame)

    def read(self) -> list[Frame]:
        at = 0
        while at < len(self.elements):
            element = self.elements[at]
            if element.piece is Piece.FORM and not self._is_reason(at):
                at = self._open_frame(at)
                continue
            if self.frame is not None and self.frame.open:
                if element.piece in _RECIPIENTS:
                    self._take(at)
                elif element.piece is Piece.PART and self.frame.items:
                    self.total = self.frame.items[-1] if self.frame.items[-1].part_of is None else self.total
                    self.aside = cast(str, element.value).startswith("trong")
                elif element.piece is Piece.GIVE and self.frame.items and self.elements[at - 1].piece is not Piece.PASSIVE:
                    self._end_clause(at)
            elif element.piece is Piece.SEMICOLON:
                self.clause = at + 1
            if element.piece is Piece.SEMICOLON and self.total is not None and self.aside:
                self.total = None
            at += 1
        self._close(self.passage.stop)
        for frame, other in zip(self.found, self.found[1:], strict=False):
            frame.limit = max(frame.end, other.start if other.start > frame.end else other.predicate)
        share_recipients(self.found, self.passage)
        deal_in_order(self.passage, self.found)
        fill_gaps(self.passage, self.elements, self.found)
        return self.found

    # -- frames ------------------------------------------------------------------------------------------------

    def _is_reason(self, at: int) -> bool:
        """Return whether a title inside the words about a recipient (``cho 15 cá nhân đạt danh hiệu X``) is the reason, not the award."""
        form = cast(Form, self.elements[at].value)
        if self.frame is None or not self.frame.open or not self.frame.items:
            return False
        left = self.elements[at - 1].piece
        if has_label_behind(self.elements, at):
            return False  # F1: A (phim B). F2: C: the label of the next row
        if form.group == AwardClass.VERB:
            return left is Piece.PASSIVE
        if form.group == AwardClass.TITLE and self.passage.views.canonical.endswith("là ", 0, self.elements[at].start):
            return True
        return form.group in {AwardClass.TITLE, AwardClass.PRIZE} and (left is Piece.RECEIVE or left is Piece.GROUP or left is Piece.PERSON)

    def _open_frame(self, at: int) -> int:
        element = self.elements[at]
        form = cast(Form, element.value)
        between = self.elements[self.clause : at]
        left = left_of(self.passage, between, element, opens=self.clause == 0)
        clause = self.passage.start if self.clause == 0 else self.elements[self.clause - 1].end
        status = clause_status(self.passage, clause, element.start, left.verb, element.end)
        asked_back = is_to_be_withdrawn(self.passage, clause, element.start, element.end)
        if asked_back:
            status, left = AwardStatus.PAST, replace(left, granter=None)
        recipients = (piece.start for piece in between if piece.piece in _RECIPIENTS)
        start = element.start if left.mode == Mode.NOMINAL else next(recipients, left.predicate)
        previous = self.frame
        given = is_act_of_giving(left, previous, form)
        after, granter = granter_after(self.passage, self.elements, at + 1, given=given)
        if status == AwardStatus.PROPOSED and left.mode == Mode.ACTIVE and only_proposes(self.passage, between, element.start):
            left = replace(left, granter=None)
        granted_by = granter or left.granter or (self._opener() if left.mode == Mode.ACTIVE else None)
        end, whose = self.elements[after - 1].end, granter is not None
        frame = Frame(form, left.mode, start, end, granted_by, status, left.predicate, self.passage.stop, whose=whose)
        status, left = as_withdrawn_too(frame, previous, left)
        taken = status == AwardStatus.REVOKED or asked_back
        if taken and (holder := holder_after(self.passage, self.elements, at, left.granter)) is not None:
            frame.granter, frame.items, frame.open = left.granter, [Item(holder, holder.end)], True
            self._close_for(frame, previous, at)
            return self.elements.index(holder) + 1
        frame.follows = previous
        if previous is not None:
            self._inherit(frame, previous, between, at)
        if previous is not None and previous.open:
            self._close(separator_before(self.elements, self.clause, at))
        self.found.append(frame)
        frame.items = [Item(element, element.end, joined=True) for element in left.objects]
        if left.mode in RECIPIENT_FIRST:
            frame.items = [Item(element, element.end, joined=True) for element in left.subjects]
            name_the_counted(frame.items, between)
            if not frame.items and previous is not None and previous.mode in RECIPIENT_FIRST and joined_to(self.passage, previous, element):
                frame.items = [Item(item.element, item.end, list(item.names)) for item in previous.items]
                frame.status = frame.status or previous.status
        self.frame, self.clause, self.total = frame, after, None
        following = after if left.objects else look_right(self.passage, self.elements, after, frame)
        if previous is not None and previous.open and left.mode == Mode.NOMINAL and is_badge_of(self.passage, previous, form):
            frame.items, previous.items[-1:] = previous.items[-1:], []  # 1 đảng viên 75 năm tuổi Đảng
            frame.items[0].part_of = None
            frame.mode, previous.open, frame.open = Mode.RECEIVE, True, False
            self.frame = previous
        elif not frame.items and wears(self.passage, self.elements, at, left.mode):
            frame.items = [Item(self.elements[at - 1], self.elements[at - 1].end)]  # …, 2 đảng viên 65 năm tuổi Đảng
            frame.mode, frame.open, frame.start = Mode.RECEIVE, False, self.elements[at - 1].start
        if previous is not None:
            take_over(self.passage, previous, frame, between)
        if status == AwardStatus.PROPOSED and not frame.items and not frame.open:
            frame.items = [
                Item(counted, counted.end, joined=True) for counted in between if is_counted(counted)
            ]  # suy tôn 2 đơn vị đề nghị B tặng F
        return following

    def _close_for(self, frame: Frame, previous: Frame | None, at: int) -> None:
        if previous is not None and previous.open:
            self._close(separator_before(self.elements, self.clause, at))
        self.found.append(frame)
        self.frame, self.clause, self.total = frame, at + 1, None

    def _inherit(self, frame: Frame, previous: Frame, between: list[Element], at: int) -> None:
        """Give a frame the granter and status that the previous frame states for both."""
        acts = any(piece.piece in _ACTORS for piece in between)
        if frame.mode == Mode.ACTIVE and previous.mode in GRANTER_FIRST and not acts:
            frame.granter = frame.granter or previous.granter  # G tuyên dương và trao …; G tặng cờ cho A, tặng bằng khen cho B
            if previous.status == NONE or (
                previous.status == AwardStatus.PROPOSED and not is_done(self.passage, previous.end, frame.form.start)
            ):
                frame.status = frame.status or previous.status
        if opens_bracket(self.passage, previous, frame):
            frame.status = frame.status or previous.status  # đề nghị tặng F cho 9 đảng viên (gồm 2 đồng chí được nhận F …)
        if previous.status == AwardStatus.PROPOSED and is_asked_too(self.passage, self.elements, at, frame.mode):
            frame.status = frame.status or previous.status
        if frame.mode == Mode.NOMINAL:
            own = previous.whose and frame.form.group == AwardClass.FORM  # Cờ thi đua của Chính phủ, 14 Bằng khen: by others
            frame.granter = frame.granter or (None if own else previous.granter)
            frame.status = frame.status or previous.status

    def _opener(self) -> str | None:
        """Return the body that opens the sentence, if it acts in a later clause without a frame before."""
        return None if self.clause == 0 or self.frame is not None else body_that_opens(self.passage, self.elements)

    def _close(self, end: int) -> None:
        if self.frame is not None and self.frame.open and self.frame.items and self.frame.items[-1].end < end:
            self.frame.items[-1].end = end

    def _end_clause(self, at: int) -> None:
        """Close the open frame before the clause whose verb is at element ``at``."""
        assert self.frame is not None
        for index in range(at - 1, self.clause - 1, -1):
            if self.elements[index].piece in {Piece.SEMICOLON, Piece.COMMA}:
                self._close(self.elements[index].start)
                self.clause = index + 1
                while self.frame.items and self.frame.items[-1].element.start > self.elements[index].start:
                    self.frame.items.pop()  # an apparent further recipient is the subject of the new verb
                break
        else:
            if not self.passage.views.text[self.elements[at].start].isupper():
                return
            self._close(self.elements[at].start)  # … tiêu biểu Trao học bổng cho: a caption run on
            self.clause = at
        self.frame.open = False

    # -- recipients --------------------------------------------------------------------------------------------

    def _take(self, at: int) -> None:
        """Bind a recipient to the open frame, or close the frame if it is the subject of the next clause."""
        assert self.frame is not None
        element, frame = self.elements[at], self.frame
        before = self.elements[at - 1].piece if at else None
        anew = (frame.items and before is not Piece.TO) or (before is Piece.COLON and frame.form.group == AwardClass.VERB)
        if anew and (begins_clause(self.passage, self.elements, at) or is_titled_anew(self.elements, at, frame)):
            self._close(self.elements[at - 1].start if before in _SEPARATORS else element.start)
            frame.open, self.clause = False, at
            return
        far = not frame.items and frame.object is not None and len(self.passage.views.canonical[frame.object : element.start].split()) > 7
        if far or is_of_a_gift(self.passage, frame, element) or has_label_of_its_own(self.passage, frame, element):
            frame.open = False  # để tặng cho người học có …: nobody that is counted or named
            return
        separated = before in _SEPARATORS and touches(self.passage, self.elements, at)
        last = frame.items[-1] if frame.items else None
        if self.aside and self.total is not None and self.total.names and element.piece is Piece.GROUP:
            self.total = None  # 15 tập thể, trong đó có A, và 20 cá nhân: the aside is over
        if last is not None and element.piece is not Piece.GROUP and names_one_of(self.passage, last, element):
            frame.items[-1] = Item(element, element.end)  # thuộc về thí sinh Trần Thị A, cho tập thể Trường B
            return
        if last is not None and not is_further(
            self.passage, element, last, before, separated=separated, broken_down=self.total is not None
        ):
            if before is Piece.SEMICOLON and is_counted(element):
                self._close(self.elements[at - 1].start)
                frame.open = False  # …; giới thiệu 2 tập thể, 6 cá nhân dự hội nghị
            return
        if is_whereabouts(self.passage, self.elements, at) or (last is not None and is_deputy(self.passage, last.end, element)):
            return
        if last is not None and element.piece is not Piece.GROUP and self.total is not None:
            if may_be_member(self.total.element, element):
                self.total.names.append(element_name(element))
            return
        if (
            last is not None
            and element.piece is not Piece.GROUP
            and after_colon(self.elements, at, last.element)
            and last.element.piece is Piece.GROUP
        ):
            if may_be_member(last.element, element):
                last.names.append(element_name(element))
            return
        if element.piece is Piece.PERSON and any(
            element_name(element) == element_name(item.element) for item in frame.items if item.element.piece is Piece.PERSON
        ):
            return
        if last is not None:
            last.end = self.elements[at - 1].start if separated else element.start
            last.joined = before is not Piece.SEMICOLON
        frame.items.append(Item(element, element.end, part_of=self.total))

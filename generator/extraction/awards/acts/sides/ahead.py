"""Opens an award's frame to the right: the granter right behind the award type, and where its recipients begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import cast

from generator.extraction.awards.acts.clause.chunks import scan, scan_behind
from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import GRANTER_FIRST, Frame, Mode, is_counted
from generator.extraction.awards.acts.sides.constructions import parse
from generator.extraction.awards.acts.sides.opening_rows import OPENINGS
from generator.extraction.awards.acts.sides.openings import begins_behind
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Finding, Passage, rule
from generator.extraction.names.references.named import Named
from generator.lexicon.award_classes import AwardClass
from generator.model.span import Span

_RECIPIENTS = {Piece.GROUP, Piece.PERSON, Piece.BODY}


def granter_after(passage: Passage, elements: list[Element], at: int, *, given: bool = False) -> tuple[int, str | None]:
    """Return the granter right behind the award type (``Bằng khen của Bộ Y tế``, ``Bằng khen Thủ tướng Chính phủ``) and the
    next index to read."""
    if at >= len(elements) or elements[at].piece is not Piece.BODY:
        return at, None
    words = passage.views.canonical[elements[at - 1].end : elements[at].start].replace('"', " ").replace("(", " ").split()
    words = words[:-1] if words[-1:] in (["nguyên"], ["cố"]) else words
    if not words and isinstance(form := elements[at - 1].value, Form) and form.group == AwardClass.VERB:
        return at, None  # khen thưởng Đội A: the object
    if not words and given and not _is_whose(passage, elements, at):
        return at, None  # G tặng Giấy khen Chi hội 3: the object
    if not words or (words[-1] in {"của", "do", "từ"} and len(words) <= 3):
        return at + 1 + _is_its_holder(passage, elements, at), cast(str, elements[at].value)
    return at, None


def _is_its_holder(passage: Passage, elements: list[Element], at: int) -> bool:
    """Return whether the name of an office's holder is right behind it: ``Bằng khen của Bộ trưởng Bộ Y tế | Lê Văn Hai``."""
    person = elements[at + 1] if at + 1 < len(elements) else None
    if person is None or not isinstance(person.value, Named):
        return False
    if person.start != person.value.first or person.start - elements[at].end != 1:
        return False
    return (
        _OFFICE.match(passage.views.canonical, elements[at].start) is not None
        and _MARK.match(passage.views.canonical, person.end) is not None
    )


_MARK = re.compile(r"\s*(?:[,;.)…]|$)")
_OFFICE = re.compile(
    r"(?:phó\s+)?(?:chủ\s+tịch|thủ\s+tướng|chính\s+phủ|bộ\s+trưởng|giám\s+đốc|tổng\s+giám\s+đốc|bí\s+thư|ban\s+chấp\s+hành|trung\s+ương)(?!\w)"
)
_AS_FAR = 4  # elements in which whom it is for would follow


def _is_whose(passage: Passage, elements: list[Element], at: int) -> bool:
    """Return whether a body right behind a form is the one whose form it is: an office, or followed by whom it is for."""
    if _OFFICE.match(passage.views.canonical, elements[at].start):
        return True
    for element in elements[at + 1 : at + 1 + _AS_FAR]:
        if element.piece is Piece.TO or (element.piece is Piece.GIVE and element is elements[at + 1]):
            return True
        if element.piece in {Piece.FORM, Piece.SEMICOLON}:
            return False
    return False


def holder_after(passage: Passage, elements: list[Element], form: int, granter: str | None) -> Element | None:
    """Return the holder of a withdrawn honour: ``tước danh hiệu F của ông A``. A body is the holder only if the granter is known."""
    whose = _WHOSE.match(passage.views.canonical, elements[form].end, passage.stop)
    at = next((index for index in range(form + 1, len(elements)) if whose is not None and elements[index].end > whose.end()), None)
    if whose is None or at is None or any(element.piece in {Piece.GIVE, Piece.TO} for element in elements[at + 1 : at + 2]):
        return None  # thu hồi F của G đã tặng cho A
    following = elements[at]
    if following.piece not in _RECIPIENTS or (following.piece is Piece.BODY and granter is None):
        return None
    return following if len(passage.views.canonical[whose.end() : following.start].split()) <= 3 else None


#: thu hồi danh hiệu F (các năm 2015, 2016) của ông A
_WHOSE = re.compile(r"[\"'\s]*(?:(?:các\s+)?năm\s+(?:học\s+)?\d{4}(?:\s*(?:,|-|và)\s*(?:năm\s+)?\d{4}){0,4}[\"'\s]*)?\s*của\s+")


def look_right(passage: Passage, elements: list[Element], at: int, frame: Frame) -> int:
    """Open the frame to the right if recipients follow the award type, and return the index of the next element to read."""
    if (behind := _behind_reason(passage, elements, at, frame)) is not None:
        frame.open, frame.items, frame.object = True, [], elements[behind].end
        return behind + 1
    sequel = scan_behind(passage, elements, at, frame.form)
    if frame.mode == Mode.RECEIVE and frame.granter is not None and _GIVEN_TO.match(sequel.signs):
        frame.mode, frame.items = Mode.ACTIVE, []  # lễ đón nhận F do G tặng cho R: the host need not be R
    begins = begins_behind(sequel, frame.mode, held=bool(frame.items))
    if begins is None or (begins.opening.id == "prize, and who has it behind a dash" and _has_its_holder(passage, elements, frame)):
        return at
    frame.open, frame.items, frame.object = True, [], begins.object
    return begins.at


def _has_its_holder(passage: Passage, elements: list[Element], frame: Frame) -> bool:
    """Return whether who has a prize is right before it, and behind the dash who has the next: ``A giải nhất – B giải nhì``."""
    before = [element for element in elements if element.end <= frame.form.start][-1:]
    return bool(before) and before[0].piece in _RECIPIENTS and passage.views.canonical[before[0].end : frame.form.start] == " "


#: Behind the granter of what is received, who it was given to.
_GIVEN_TO = re.compile(r"_?GT[NHB]")
#: A reason before the recipients: Giấy khen về thành tích …, Bằng khen đơn vị hoàn thành xuất sắc nhiệm vụ năm 2015 cho A.
_REASON = re.compile(
    r"\s+(?:và\s+[^,.;]{3,30}?\s)?(?:vì|do|về)\s|\s+(?:có|đã|đạt|tập\s+thể|cá\s+nhân|đơn\s+vị|đảng\s+viên|chi\s+bộ)(?!\w)[^.;:]{0,20}?"
    r"(?:hoàn\s+thành|thành\s+tích|có\s+nhiều|xuất\s+sắc|tiêu\s+biểu)(?!\w)"
)
_LONGEST_REASON = 30  # words
_ANOTHER_ACT = {Piece.FORM, Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE, Piece.SEMICOLON, Piece.COLON, Piece.PERSON}


def _behind_reason(passage: Passage, elements: list[Element], at: int, frame: Frame) -> int | None:
    """Return the index of ``cho`` behind a reason between award type and recipients: ``giấy khen (và phần thưởng) vì hành động
    … cho A``; else None."""
    if frame.mode not in GRANTER_FIRST or frame.form.group != AwardClass.FORM:
        return None
    if _REASON.match(passage.views.canonical, frame.end, passage.stop) is None:
        return None
    for index in range(at, len(elements)):
        element = elements[index]
        words = passage.views.canonical[frame.end : element.start].split()
        if len(words) > _LONGEST_REASON or element.piece in _ANOTHER_ACT or is_counted(element):
            return None
        if element.piece is Piece.TO:
            return index if element.value == "cho" else None
    return None


def _opening(id: str) -> Callable[[Passage], Iterator[Finding]]:
    def find(passage: Passage) -> Iterator[Finding]:
        elements, begins = award_elements(passage), 0
        for index, form in enumerate(elements):
            if isinstance(form.value, Form):
                parsed = parse(scan(passage, elements[begins:index], form))
                at, _ = granter_after(passage, elements, index + 1)
                found = begins_behind(scan_behind(passage, elements, at, form.value), parsed.construction.mode, held=parsed.cut > 0)
                if found is not None and found.opening.id == id:
                    first = elements[found.at]
                    yield Finding(Span(form.start, form.end), passage.views.text[first.start : first.end])
                begins = index + 1

    return find


for _one in OPENINGS:
    rule(
        f"award.opening.{_one.id.replace(' ', '_').replace(',', '')}",
        examples=[_one.example],
        counterexamples=[_one.counterexample],
        source="architecture/grammar.md §6 patterns 1-4, 8-10, 23-28",
    )(_opening(_one.id))

"""From the frames of the sentences to award drafts: kind, count, names, merit, evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from generator.extraction.awards.binding import frames
from generator.extraction.awards.elements import Element, Piece, award_elements
from generator.extraction.awards.forms import form_trigger, forms_in
from generator.extraction.awards.frames import Frame, Item
from generator.extraction.awards.history import goes_on, is_history, is_of_a_life, of_today, year_of
from generator.extraction.awards.holders import told_of_a_year
from generator.extraction.awards.lists import NameList, first_name, is_listed, items_of_line, name_lists, opens_list
from generator.extraction.awards.merits import around_form, merits, reason_end
from generator.extraction.awards.recipients import Recipient, counted_kind, is_counted_form, is_mere_share, recipient_of, winners_of
from generator.extraction.awards.standards import Merit
from generator.extraction.awards.status import NONE, is_posthumous
from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.named import Named
from generator.extraction.names.recipients import groups_in
from generator.extraction.names.register import Register
from generator.model.article import BlockKind
from generator.model.facts import AwardStatus
from generator.model.span import Span

#: More forms of award than this in one sentence is no sentence but noise (the longest of 200 real articles has 11).
_MOST_FORMS = 48
_MOST_DRAFTS = 5_000  #: in one article; beyond it is no news but a text made to be slow, and is not read on
#: Another event, whose granter is not this one's.
_ELSEWHERE = re.compile(r"[\s*•+-]{0,4}(?:(?:(?:sáng|chiều|tối)\s+)?cùng\s+ngày|trước\s+đó|cũng\s+trong\s+(?:ngày|sáng|chiều))(?!\w)")
_VERBS = {Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE}
_COUNTED_LIST = re.compile(r"(?:gồm|\slà|:)\s")


@dataclass(frozen=True, slots=True)
class Draft:
    """An award as one sentence tells it, before repetitions are merged."""

    type: str
    rank: int | None
    kind: str
    count: int | None
    names: tuple[str, ...]
    merit: Merit
    granted_by: str | None
    status: str | None
    span: Span
    sentence: Sentence
    group: str  # the form's class: form, title, verb, prize
    title: str | None
    rule: str
    ceremony: bool = False  # told of who held the ceremony: A tổ chức lễ đón nhận F
    member: bool = False  # one of a number told elsewhere: A, một trong hai trường nhận …
    posthumous: bool = False
    stated_as: str | None = None  # a pronoun or given name under which the sentence names the one recipient

    @property
    def from_caption(self) -> bool:
        return self.sentence.block.kind is BlockKind.CAPTION

    @property
    def from_title(self) -> bool:
        return self.sentence.block.kind is BlockKind.TITLE


#: What the lines of one award have in common, by which the first of them is found.
_Listed = tuple[str, int | None, str, Merit]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the sentences tell: ``drafts`` in reading order, ``lists`` of names told apart from them, and the
    ``granters`` named with each type, whether or not recipients stand beside."""

    drafts: list[Draft]
    lists: list[NameList]
    granters: dict[str, list[str]]


def drafts(text: ArticleText, known: list[str]) -> Reading:
    """Reads the sentences of an article; ``known`` are the names of its people."""
    register = Register(text, known)
    found: list[Draft] = []
    granters: dict[str, list[str]] = {}
    lists: list[NameList] = []
    homes: dict[_Listed, int] = {}
    carried: Frame | None = None
    carried_block = None
    only_proposed = False  # the headline tells what is proposed, and nothing else
    announced: Frame | None = None  # the frame whose recipients the lines that follow list
    for sentence in text.sentences:
        if len(found) >= _MOST_DRAFTS:
            break
        passage = text.passage(sentence)
        listed = announced is not None and is_listed(passage, sentence)
        continues = carried is not None and sentence.block is carried_block
        triggered = form_trigger().search(passage.views.canonical, sentence.start, sentence.end) is not None
        forms = len(forms_in(passage)) if triggered else 0
        counted = bool(found) and _COUNTED_LIST.search(passage.views.canonical, sentence.start, sentence.end) is not None
        if forms > _MOST_FORMS or not (forms or listed or continues or counted):
            carried = announced = None
            continue
        if not (listed or forms_in(passage) or any(group.counted for group in groups_in(passage))):
            carried = announced = None  # neither a form nor a number of recipients: the sentence goes on with nothing
            continue
        elements = award_elements(passage, register)
        if listed and not any(one.piece is Piece.FORM for one in elements):
            _list_line(passage, sentence, elements, cast(Frame, announced), found, homes)
            continue
        elsewhere = _ELSEWHERE.match(passage.views.canonical, sentence.start) is not None
        read = frames(passage, elements, carried if continues else None)
        if continues and read and passage.views.canonical.startswith("trong đó", sentence.start):
            read[0].follows = read[0].follows or carried  # its reason is the reason here
        if sentence.block.kind is BlockKind.TITLE and read:
            only_proposed = all(frame.status == "proposed" for frame in read)
        elif only_proposed and not any(one.piece in _VERBS for one in elements):
            for frame in read:
                frame.status = frame.status or "proposed"  # Ngoài ra, còn có Cờ thi đua: 54 tập thể
        for index, frame in enumerate(read):
            if frame.granter is not None and frame.status is None and not elsewhere:
                granters.setdefault(frame.form.type, []).append(frame.granter)
            found.extend(_frame_drafts(passage, sentence, frame, follows=index > 0 and bool(found) and found[-1].sentence is sentence))
        lists.extend(name_lists(passage, elements))
        carried = read[-1] if read and read[-1].items else None
        carried_block = sentence.block
        announced = read[-1] if read and opens_list(passage, sentence) and read[-1].status != NONE else None
    return Reading(found, lists, granters)


def _list_line(
    passage: Passage, sentence: Sentence, elements: list[Element], frame: Frame, found: list[Draft], homes: dict[_Listed, int]
) -> None:
    """A line of a list names members of the group just counted, or recipients of an award told without a number."""
    last = found[-1] if found else None
    while last is not None and last.type == frame.form.type and last.count is None and not last.names:
        found.pop()  # cho các tập thể, cá nhân sau: the lines tell them
        last = found[-1] if found else None
    if (
        last is not None
        and last.type == frame.form.type
        and last.rule != "award.list"
        and last.count is not None
        and last.count > len(last.names)
    ):
        name = first_name(elements)
        if name is not None and name not in last.names:
            found[-1] = replace(last, names=(*last.names, name))
        return
    for item, about in items_of_line(passage, sentence, elements, frame):
        draft = _draft(passage, sentence, replace(frame, items=[item], open=True, start=item.element.start), item, about, first=False)
        if draft is None:
            continue
        draft = replace(draft, rule="award.list")
        award = _award_of(draft)
        home = homes.get(award, len(found))
        if home >= len(found) or found[home].rule != "award.list" or _award_of(found[home]) != award:
            homes[award] = len(found)  # the first line of this award, or the first since others gave way to the lines that tell them
            found.append(draft)
        elif not draft.names and draft.count != found[home].count:
            found.append(draft)
        elif not set(draft.names) <= set(found[home].names):  # a list printed twice counts once
            one = found[home]
            found[home] = replace(one, names=(*one.names, *draft.names), count=(one.count or 0) + 1)


def _award_of(draft: Draft) -> _Listed:
    return (draft.type, draft.rank, draft.kind, draft.merit)


_ONE_OF = re.compile(r"[\s,–-]*(?:cũng\s+)?(?:là\s+)?một\s+trong")
_MANY = re.compile(r"(?<!\w)(?:nhiều|các|những|một\s+số)\s+(?:tấm\s+)?(?:(?:bằng|giấy)\s+khen(?:,|\s+và)\s+)?$")


def _frame_drafts(passage: Passage, sentence: Sentence, frame: Frame, *, follows: bool) -> list[Draft]:
    if frame.status == NONE:
        return []
    if frame.status is None and (is_history(passage, sentence, frame) or goes_on(passage, frame) or is_of_a_life(passage, sentence, frame)):
        frame.status = "past"
    if frame.status is None and frame.items and told_of_a_year(passage, [item.element for item in frame.items]):
        frame.status = "past"
    if frame.status is None and frame.mode == "active" and _OVER_YEARS.match(passage.views.canonical, sentence.start):
        frame.status = "past" if any(_is_turns(passage, item) for item in frame.items) else None
    if (winners := winners_of(passage, frame)) is not None:
        return [_counted_form(passage, sentence, frame, winners)]
    result: list[Draft] = []
    for item, about in zip(frame.items, merits(passage, frame), strict=True):
        if item.part_of is not None and (item.part_of.names or is_mere_share(frame, item)):
            continue  # 6 tập thể, gồm 5 đảng bộ nói trên và Ban Tổ chức: the total is the fact
        draft = _draft(passage, sentence, frame, item, about, first=not result)
        if draft is not None:
            result.append(draft)
            frame.merit = about if about.standard else frame.merit
    if frame.mode in {"passive", "receive"} and _MANY.search(
        passage.views.canonical, max(passage.start, frame.form.start - REACH), frame.form.start
    ):
        return []  # nhiều Bằng khen: nobody knows which
    follows = follows or _opens_prizes(passage, sentence, frame)
    if not frame.items and frame.form.count is not None and is_counted_form(frame, follows=follows):
        result.append(_counted_form(passage, sentence, frame, (counted_kind(passage, frame.form), frame.form.count, ())))
    return _joined_names(result)


_PRIZED = re.compile(
    r"(?:trao|lựa\s+chọn|chọn\s+ra|đoạt|đạt|giành)(?!\w)[^.;]{0,60}"
    r"(?:giải|tác\s+phẩm|bài|huy\s+chương|sản\s+phẩm|mô\s+hình)|kết\s+quả"
)
_PLANNED = re.compile(r"cơ\s+cấu|thể\s+lệ|(?<!\w)sẽ(?!\w)|mỗi\s+giải|trị\s+giá|dự\s+kiến|số\s+lượng\s+giải")


def _opens_prizes(passage: Passage, sentence: Sentence, frame: Frame) -> bool:
    """``57 tác phẩm được chọn, trong đó có 5 giải A, 10 giải B``: prizes told by their number, and no plan of them."""
    if frame.mode != "nominal" or frame.form.group != "prize":
        return False
    canonical, start = passage.views.canonical, sentence.block.span.start
    if _PLANNED.search(canonical, max(start, frame.form.start - 400), min(frame.form.end + 200, sentence.end)):
        return False
    return _PRIZED.search(canonical, max(start, frame.form.start - 400), frame.form.start) is not None


#: Qua 14 năm …, tỉnh đã khen 7.605 lượt gia đình: all that was granted since.
_OVER_YEARS = re.compile(r"(?:qua|trong|sau|từ)\s+(?:hơn\s+|gần\s+|suốt\s+)?(?:\d{1,2}\s+năm|năm\s+\d{4}\s+đến\s+nay)(?!\w)")


def _is_turns(passage: Passage, item: Item) -> bool:
    return re.search(r"(?<!\w)lượt\s", passage.views.canonical[item.element.start : item.element.end]) is not None


def _draft(passage: Passage, sentence: Sentence, frame: Frame, item: Item, about: Merit, *, first: bool) -> Draft | None:
    form, element = frame.form, item.element
    recipient = recipient_of(passage, frame, item)
    if recipient is None:
        return None
    kind, count, names = recipient
    start = frame.start if first and frame.mode in {"active", "nominal"} else element.start
    if frame.mode in {"passive", "receive"} and not frame.open:
        start, end = min(element.start, frame.start if first else element.start), reason_end(passage, frame, item)
    else:
        end = max(item.end, element.end)
    span = _trimmed(passage, min(start, element.start, form.start if first else element.start), end)
    standard = form.title or (about.standard if frame.status != AwardStatus.REVOKED else None)  # why it was withdrawn is no merit
    if not about.years and (year := year_of(passage, frame)) is not None:
        about = replace(about, years=(year,))
    return Draft(
        form.type, form.rank, kind, count, names, replace(about, standard=standard), frame.granter, frame.status, span, sentence,
        form.group, form.title, f"award.{frame.mode}",
        ceremony=frame.mode == "receive" and element.piece is Piece.BODY and of_today(passage, sentence, frame),
        member=_ONE_OF.match(passage.views.canonical, element.end) is not None, posthumous=is_posthumous(passage, frame),
        stated_as=element.value.stated_as if isinstance(element.value, Named) else None,
    )  # fmt: skip


def _counted_form(passage: Passage, sentence: Sentence, frame: Frame, holders: Recipient) -> Draft:
    form = frame.form
    kind, count, names = holders
    span = _trimmed(passage, frame.start, max(frame.end, form.end))
    told = replace(around_form(passage, frame), standard=form.title)
    return Draft(
        form.type, form.rank, kind, count, names, told, frame.granter, frame.status, span, sentence,
        form.group, form.title, "award.counted_form",
    )  # fmt: skip


def _joined_names(found: list[Draft]) -> list[Draft]:
    """Named recipients of one act are one award: their number is the count, their names its names."""
    result: list[Draft] = []
    for draft in found:
        last = result[-1] if result else None
        if (
            last is not None and draft.names and last.names and draft.count == 1 and last.count == len(last.names)
            and (draft.type, draft.rank, draft.kind) == (last.type, last.rank, last.kind)
        ):  # fmt: skip
            better = last.merit if last.merit.standard else draft.merit
            result[-1] = replace(
                last, names=(*last.names, *draft.names), count=len(last.names) + len(draft.names), merit=better,
                span=Span(min(last.span.start, draft.span.start), max(last.span.end, draft.span.end)),
            )  # fmt: skip
        else:
            result.append(draft)
    return result


def _trimmed(passage: Passage, start: int, end: int) -> Span:
    text = passage.views.text
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:.-–"):
        start += 1
    return Span(start, end)

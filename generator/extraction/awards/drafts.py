"""From the frames of the sentences to award drafts: kind, count, names, merit, evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extraction.awards.acts.binding import frames
from generator.extraction.awards.acts.completion import complete, parted
from generator.extraction.awards.acts.deciders import with_deciders
from generator.extraction.awards.acts.elements import Piece, award_elements
from generator.extraction.awards.acts.elided import carry_subject
from generator.extraction.awards.acts.frames import Frame, Item
from generator.extraction.awards.acts.recipients import Recipient, is_bare_name, is_counted_form, is_mere_share, recipient_of
from generator.extraction.awards.acts.status import NONE, is_posthumous
from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.form import form_trigger, forms_in
from generator.extraction.awards.forms.generic import honour
from generator.extraction.awards.lists.announced import NameList, name_lists
from generator.extraction.awards.lists.inherited import Inherited, inherited
from generator.extraction.awards.lists.listed import Listing, arranged
from generator.extraction.awards.lists.own_honours import told_long_ago, years_of
from generator.extraction.awards.lists.rolls import Honoured, roll
from generator.extraction.awards.prizes import counted_kind, number_won, opens_prizes, told_winners, winners_of
from generator.extraction.awards.qualities.announcements import Announcement, announced, following
from generator.extraction.awards.qualities.history import last_year, of_today, set_past, year_of
from generator.extraction.awards.qualities.merits import around_form, merits, reason_end
from generator.extraction.awards.qualities.proposals import told_on
from generator.extraction.awards.standards import Merit, merit
from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import REACH, Passage
from generator.extraction.names.named import Named
from generator.extraction.names.recipients import groups_in
from generator.extraction.names.register import Register
from generator.lexicon.recipient_kinds import PERSONS
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
class Reading:
    """What the sentences tell: ``drafts`` in reading order, ``lists`` of names told apart from them, and the
    ``granters`` named with each :func:`honour`, whether or not recipients stand beside."""

    drafts: list[Draft]
    lists: list[NameList]
    granters: dict[str, list[str]]


def drafts(text: ArticleText, known: list[str]) -> Reading:
    """Reads the sentences of an article; ``known`` are the names of its people."""
    register = Register(text, known)
    found: list[Draft] = []
    granters: dict[str, list[str]] = {}
    lists: list[NameList] = []
    carried: Frame | None = None
    carried_block = None
    only_proposed = False  # the headline tells what is proposed, and nothing else
    act: Announcement | None = None
    for sentence, listing in arranged(text, register):
        if len(found) >= _MOST_DRAFTS:
            break
        passage = text.passage(sentence)
        elsewhere = _ELSEWHERE.match(passage.views.canonical, sentence.start) is not None
        act = None if elsewhere else following(act, passage, sentence)
        continues = carried is not None and sentence.block is carried_block
        triggered = form_trigger().search(passage.views.canonical, sentence.start, sentence.end) is not None
        forms = len(forms_in(passage)) if triggered else 0
        counted = bool(found) and _COUNTED_LIST.search(passage.views.canonical, sentence.start, sentence.end) is not None
        if forms > _MOST_FORMS or not (forms or continues or counted):
            carried = None
            continue
        if not (forms_in(passage) or any(group.counted for group in groups_in(passage))):
            carried = None  # neither a form nor a number of recipients: the sentence goes on with nothing
            continue
        elements = award_elements(passage, register)
        read = frames(passage, elements, carried if continues else None)
        complete(passage, read)
        with_deciders(passage, elements, read)
        if continues and carried is not None:
            told_on(passage, read, carried)
            carry_subject(passage, read, carried)
        if continues and read and passage.views.canonical.startswith("trong đó", sentence.start):
            read[0].follows = read[0].follows or carried  # its reason is the reason here
        if sentence.block.kind is BlockKind.TITLE and read:
            only_proposed = all(frame.status == "proposed" for frame in read)
        elif only_proposed and not any(one.piece in _VERBS for one in elements):
            for frame in read:
                frame.status = frame.status or "proposed"  # Ngoài ra, còn có Cờ thi đua: 54 tập thể
        for index, frame in enumerate(read):
            if frame.granter is not None and frame.status is None and not elsewhere:
                granters.setdefault(honour(frame.form.type, frame.form.title), []).append(frame.granter)
            if listing is not None and listing.rows and frame is read[-1]:
                found.extend(_listed(passage, listing, frame, register))
                continue
            told = _frame_drafts(passage, sentence, frame, follows=index > 0 and bool(found) and found[-1].sentence is sentence)
            told = [_part(one, act) for one in told] if act is not None and act.holds else told
            found.extend(told if listing is None or listing.rows else _itemised(told, passage, listing, register))
        act = announced(passage, sentence, read) or act
        lists.extend(name_lists(passage, elements))
        carried = read[-1] if read and read[-1].items and not (listing and listing.rows) else None
        carried_block = sentence.block
    return Reading(found, lists, granters)


def _part(one: Draft, act: Announcement) -> Draft:
    """An award as a part of what was announced, which tells who grants and why."""
    if one.status not in {None, AwardStatus.GRANTED} or one.title is not None or one.group in {"title", "prize"}:
        return one
    told = replace(one, merit=act.of(one.merit), granted_by=one.granted_by or act.granter)
    return one if told == one else replace(told, rows=(*one.rows, act.span))


def _itemised(told: list[Draft], passage: Passage, item: Listing, register: Register) -> list[Draft]:
    """The awards that an item of a list tells in a sentence of its own, with what the headings above give to it."""
    above = inherited((passage, *item.section.context), register) if told else Inherited()
    if item.section.is_other or above.status == NONE:
        return []
    return [
        replace(
            one, merit=above.dated(one.merit), granted_by=one.granted_by or above.granter_of(one.type), status=one.status or above.status
        )
        for one in told
    ]


def _listed(passage: Passage, listing: Listing, frame: Frame, register: Register) -> list[Draft]:
    """The awards of a list: what its heading tells, with the rows."""
    set_past(passage, listing.sentence, frame)
    above = inherited((passage, *listing.section.context), register)
    if listing.section.is_other or NONE in {frame.status, above.status}:
        return []
    frame.granter, frame.status = frame.granter or above.granter_of(frame.form.type), frame.status or above.status
    years = years_of(passage) if listing.is_own else ()
    if listing.is_own:
        long_ago = told_long_ago(passage, listing.section.context[0], last_year(passage) - 1)
        frame.status, frame.items = frame.status or ("past" if long_ago else None), []
    told = list(zip(frame.items, merits(passage, frame), strict=True))
    groups = [(item, about) for item, about in told if item.element.piece is Piece.GROUP]
    named = [(item, about) for item, about in told if item.element.piece is not Piece.GROUP and frame.mode == "active"]
    drafted = [_draft(passage, listing.sentence, frame, item, about, first=False) for item, about in named]
    around = merit(passage.within(frame.end, passage.stop)) if not groups else around_form(passage, frame)
    around = replace(around, years=years) if listing.is_own and not around.period else around
    span = _trimmed(passage, frame.start if frame.follows is not None else passage.start, passage.stop)
    honoured = roll(passage, frame, groups, around, listing.rows)
    listed = [_of_roll(passage, frame, listing.sentence, span, replace(one, merit=above.dated(one.merit))) for one in honoured]
    return [*(one for one in drafted if one is not None), *listed]


def _of_roll(passage: Passage, frame: Frame, sentence: Sentence, span: Span, one: Honoured) -> Draft:
    form = frame.form
    told = replace(one.merit, standard=form.title or one.merit.standard)
    return Draft(
        form.type, one.rank or form.rank, one.kind, one.count, one.names, told, frame.granter, frame.status, span, sentence,
        form.group, form.title, "award.list", rows=tuple(_trimmed(passage, row.start, row.end) for row in one.rows), listed=one.listed,
    )  # fmt: skip


_ONE_OF = re.compile(r"[\s,–-]*(?:cũng\s+)?(?:là\s+)?một\s+trong")
_MANY = re.compile(r"(?<!\w)(?:nhiều|các|những|một\s+số)\s+(?:tấm\s+)?(?:(?:bằng|giấy)\s+khen(?:,|\s+và)\s+)?$")


def _frame_drafts(passage: Passage, sentence: Sentence, frame: Frame, *, follows: bool) -> list[Draft]:
    set_past(passage, sentence, frame)
    if frame.status == NONE:
        return []
    if (winners := winners_of(passage, frame)) is not None:
        return [_counted_form(passage, sentence, frame, winners)]
    result: list[Draft] = []
    for item, about in zip(frame.items, merits(passage, frame), strict=True):
        if item.part_of is not None and (item.part_of.names or is_mere_share(frame, item)):
            continue  # 6 tập thể, gồm 5 đảng bộ nói trên và Ban Tổ chức: the total is the fact
        draft = _draft(passage, sentence, frame, item, about, first=not result)
        if draft is not None:
            if result and draft.kind == "ca-nhan" and is_bare_name(item.element) and result[-1].names and result[-1].kind in PERSONS:
                draft = replace(draft, kind=result[-1].kind)  # các học sinh A và B
            result.append(draft)
            frame.merit = about if about.standard else frame.merit
    if frame.mode in {"passive", "receive"} and _MANY.search(
        passage.views.canonical, max(passage.start, frame.form.start - REACH), frame.form.start
    ):
        return []  # nhiều Bằng khen: nobody knows which
    follows = follows or opens_prizes(passage, frame, sentence.block.span.start, sentence.end)
    if (
        not frame.items
        and frame.form.count is not None
        and (is_counted_form(passage, frame, follows=follows) or told_winners(passage, frame.form, team=True) is not None)
    ):
        result.append(_counted_form(passage, sentence, frame, (counted_kind(passage, frame.form), frame.form.count, ())))
    told = _parted(passage, _joined_names(result))
    return [replace(one, count=number_won(frame, one.count, one.names)) for one in told] if len(told) == 1 else told


def _parted(passage: Passage, told: list[Draft]) -> list[Draft]:
    """The drafts, a number of which the sentence tells how many received after death as two."""
    if len(told) != 1 or (parts := parted(passage, told[0].span.start, told[0].count)) is None:
        return told
    return [replace(told[0], count=parts[0], posthumous=False), replace(told[0], count=parts[1], posthumous=True)]


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
            and (draft.type, draft.rank) == (last.type, last.rank) and _in_one_row(last.kind, draft.kind)
        ):  # fmt: skip
            better = last.merit if last.merit.standard else draft.merit
            names = tuple(dict.fromkeys((*last.names, *draft.names)))  # ông A, khi ông vừa nhận F: one person
            result[-1] = replace(
                last, names=names, count=len(names), merit=better,
                span=Span(min(last.span.start, draft.span.start), max(last.span.end, draft.span.end)),
            )  # fmt: skip
        else:
            result.append(draft)
    return result


def _in_one_row(first: str, second: str) -> bool:
    """Whether the kinds of two names may be told of one row: ``tài xế A, B``. A pupil's word is for a pupil alone."""
    return first == second or (second == "ca-nhan" and first in PERSONS and first != "hoc-sinh")


def _trimmed(passage: Passage, start: int, end: int) -> Span:
    text = passage.views.text
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:.-–"):
        start += 1
    return Span(start, end)

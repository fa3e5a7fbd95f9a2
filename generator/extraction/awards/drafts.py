"""Turns the frames of sentences into award drafts: kind, count, names, merit, evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extraction.awards.acts.binding.binding import frames
from generator.extraction.awards.acts.binding.completion import complete, parted
from generator.extraction.awards.acts.binding.elided import carry_past, carry_subject, share_subject
from generator.extraction.awards.acts.clause.asides import is_in_speech
from generator.extraction.awards.acts.clause.element import Piece
from generator.extraction.awards.acts.clause.elements import award_elements
from generator.extraction.awards.acts.clause.frames import GRANTER_FIRST, RECIPIENT_FIRST, Frame, Item, Mode
from generator.extraction.awards.acts.holders.deciders import with_deciders
from generator.extraction.awards.acts.holders.members import with_members
from generator.extraction.awards.acts.holders.positions import with_open_recipients
from generator.extraction.awards.acts.holders.recipients import (
    Recipient,
    is_bare_name,
    is_counted_form,
    is_mere_share,
    only_part_of,
    recipient_of,
)
from generator.extraction.awards.acts.sides.status import NONE, is_posthumous
from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.form import forms_in, triggers
from generator.extraction.awards.forms.generic import honour
from generator.extraction.awards.lists.announced import NameList, name_lists
from generator.extraction.awards.lists.inherited import Inherited, inherited
from generator.extraction.awards.lists.listed import Listing, arranged
from generator.extraction.awards.lists.own_honours import is_long_ago, years_of
from generator.extraction.awards.lists.rolls import Honoured, roll
from generator.extraction.awards.prizes import counted_kind, is_rate, number_won, opens_prizes, opens_titles, winners_kind, winners_of
from generator.extraction.awards.qualities.announcements import Announcement, announced, following
from generator.extraction.awards.qualities.history import of_today, set_past
from generator.extraction.awards.qualities.honour_years import last_year, year_of
from generator.extraction.awards.qualities.merits import around_form, merits, reason_end
from generator.extraction.awards.qualities.proposals import mark_proposed_parts
from generator.extraction.awards.standards import Merit, merit
from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import REACH, Passage
from generator.extraction.limits import most_read
from generator.extraction.names.groups.recipients import groups_in
from generator.extraction.names.references.named import Named
from generator.extraction.names.references.register import Register
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.article import BlockKind
from generator.model.facts import AwardStatus
from generator.model.span import Span

#: A sentence with more award types than this is noise (the maximum in 200 real articles is 11).
_MOST_FORMS = 48
#: Words that introduce another event, whose granter is a different one.
_ELSEWHERE = re.compile(r"[\s*•+-]{0,4}(?:(?:(?:sáng|chiều|tối)\s+)?cùng\s+ngày|trước\s+đó|cũng\s+trong\s+(?:ngày|sáng|chiều))(?!\w)")
_VERBS = {Piece.GIVE, Piece.RECEIVE, Piece.PASSIVE}
_COUNTED_LIST = re.compile(r"(?:gồm|\slà|:)\s")


@dataclass(frozen=True, slots=True)
class DraftReading:
    """The drafts in reading order, the lists of names separate from them, and the granters by :func:`honour`, also without recipients."""

    drafts: list[Draft]
    lists: list[NameList]
    granters: dict[str, list[str]]


def drafts(text: ArticleText, known: list[str]) -> DraftReading:
    """Read the sentences of an article; ``known`` are the names of its people."""
    register = Register(text, known)
    found: list[Draft] = []
    granters: dict[str, list[str]] = {}
    lists: list[NameList] = []
    carried: Frame | None = None
    carried_block = None
    only_proposed = False  # the headline states a proposal and nothing else
    act: Announcement | None = None
    for sentence, listing in arranged(text, register):
        if len(found) >= most_read("awards"):
            break
        passage = text.passage(sentence)
        elsewhere = _ELSEWHERE.match(passage.views.canonical, sentence.start) is not None
        act = None if elsewhere else following(act, passage, sentence)
        continues = carried is not None and sentence.block is carried_block
        forms = len(forms_in(passage)) if triggers(passage.views, passage.start, passage.stop) else 0
        listed = forms or continues or (found and _COUNTED_LIST.search(passage.views.canonical, sentence.start, sentence.end))
        if forms > _MOST_FORMS or not listed:
            carried = None
            continue
        if not (forms_in(passage) or any(group.counted for group in groups_in(passage))):
            carried = None  # neither an award type nor a number of recipients: nothing is carried on
            continue
        elements = with_open_recipients(passage, list(with_members(passage, award_elements(passage, register))))
        read = frames(passage, elements, carried if continues else None)
        complete(passage, elements, read)
        share_subject(passage, elements, read)
        with_deciders(passage, elements, read)
        if continues and carried is not None:
            mark_proposed_parts(passage, read, carried)
            carry_subject(passage, read, carried)
            carry_past(passage, read, carried)
        if continues and carried is not None and read and passage.views.canonical.startswith("trong đó", sentence.start):
            read[0].follows = read[0].follows or carried  # the reason of that frame is the reason here
            read = read[1:] if only_part_of(passage, read[0], carried) else read
        if sentence.block.kind is BlockKind.TITLE and read:
            only_proposed = all(frame.status == AwardStatus.PROPOSED for frame in read)
        elif only_proposed and not any(element.piece in _VERBS for element in elements):
            for frame in read:
                frame.status = frame.status or AwardStatus.PROPOSED  # Ngoài ra, còn có Cờ thi đua: 54 tập thể
        for index, frame in enumerate(read):
            if frame.granter is not None and frame.status is None and not elsewhere and not is_rate(passage, frame):
                granters.setdefault(honour(frame.form.type, frame.form.title), []).append(frame.granter)
            if listing is not None and listing.rows and frame is read[-1]:
                found.extend(_listed(passage, listing, frame, register))
                continue
            follows = index > 0 and bool(found) and found[-1].sentence is sentence
            follows = follows or opens_titles(passage, frame, read[index + 1] if index + 1 < len(read) else None)
            stated = _frame_drafts(passage, sentence, frame, follows=follows)
            stated = [_part(draft, act) for draft in stated] if act is not None and act.holds else stated
            found.extend(stated if listing is None or listing.rows else _itemised(stated, passage, listing, register))
        act = announced(passage, sentence, read) or act
        lists.extend(name_lists(passage, award_elements(passage, register)))
        carried = read[-1] if read and read[-1].items and not (listing and listing.rows) else None
        carried_block = sentence.block
    return DraftReading(found, lists, granters)


def _part(draft: Draft, act: Announcement) -> Draft:
    """Return an award as a part of what was announced, which states who grants and why."""
    if draft.status not in {None, AwardStatus.GRANTED} or draft.title is not None or draft.group in {AwardClass.TITLE, AwardClass.PRIZE}:
        return draft
    stated = replace(draft, merit=act.of(draft.merit), granted_by=draft.granted_by or act.granter)
    return draft if stated == draft else replace(stated, rows=(*draft.rows, act.span))


def _itemised(stated: list[Draft], passage: Passage, item: Listing, register: Register) -> list[Draft]:
    """Return the awards of a list item that is a sentence of its own, with what it inherits from the headings above."""
    above = inherited((passage, *item.section.context), register) if stated else Inherited()
    if item.section.is_other or above.status == NONE:
        return []
    return [
        replace(
            draft,
            merit=above.dated(draft.merit),
            granted_by=draft.granted_by or above.granter_of(draft.type),
            status=draft.status or above.status,
        )
        for draft in stated
    ]


def _listed(passage: Passage, listing: Listing, frame: Frame, register: Register) -> list[Draft]:
    """Return the awards of a list: those of its heading joined with its rows."""
    set_past(passage, listing.sentence, frame)
    above = inherited((passage, *listing.section.context), register)
    if listing.section.is_other or NONE in {frame.status, above.status}:
        return []
    frame.granter, frame.status = frame.granter or above.granter_of(frame.form.type), frame.status or above.status
    years = years_of(passage) if listing.is_own else ()
    if listing.is_own:
        long_ago = is_long_ago(passage, listing.section.context[0], last_year(passage) - 1)
        frame.status, frame.items = frame.status or (AwardStatus.PAST if long_ago else None), []
    grouped = list(zip(frame.items, merits(passage, frame), strict=True))
    groups = [(item, about) for item, about in grouped if item.element.piece is Piece.GROUP]
    named = [(item, about) for item, about in grouped if item.element.piece is not Piece.GROUP and frame.mode == Mode.ACTIVE]
    drafted = [_draft(passage, listing.sentence, frame, item, about, first=False) for item, about in named]
    around = merit(passage.within(frame.end, passage.stop)) if not groups else around_form(passage, frame)
    around = replace(around, years=years) if listing.is_own and not around.period else around
    span = _trimmed(passage, frame.start if frame.follows is not None else passage.start, passage.stop)
    honoured = roll(passage, frame, groups, around, listing.rows)
    listed = [_of_roll(passage, frame, listing.sentence, span, replace(row, merit=above.dated(row.merit))) for row in honoured]
    return [*(draft for draft in drafted if draft is not None), *listed]


def _of_roll(passage: Passage, frame: Frame, sentence: Sentence, span: Span, listed: Honoured) -> Draft:
    form = frame.form
    reason = replace(listed.merit, standard=form.title or listed.merit.standard)
    return Draft(
        form.type, listed.rank or form.rank, listed.kind, listed.count, listed.names, reason, frame.granter, frame.status, span, sentence,
        form.group, form.title, "award.list",
        rows=tuple(_trimmed(passage, row.start, row.end) for row in listed.rows), listed=listed.listed,
    )  # fmt: skip


_ONE_OF = re.compile(r"[\s,–-]*(?:cũng\s+)?(?:là\s+)?một\s+trong")
_MANY = re.compile(r"(?<!\w)(?:nhiều|các|những|một\s+số)\s+(?:tấm\s+)?(?:(?:bằng|giấy)\s+khen(?:,|\s+và)\s+)?$")


def _frame_drafts(passage: Passage, sentence: Sentence, frame: Frame, *, follows: bool) -> list[Draft]:
    set_past(passage, sentence, frame)
    if frame.status == NONE or is_in_speech(passage, frame.form.start):
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
    many = _MANY.search(passage.views.canonical, max(passage.start, frame.form.start - REACH), frame.form.start)
    which = many is not None and (frame.form.rank or frame.form.title) and many.group().startswith(("các", "những"))
    if frame.mode in RECIPIENT_FIRST and many is not None and not which:
        return []  # nhiều Bằng khen: it is unclear which
    follows = follows or opens_prizes(passage, frame, sentence.block.span.start, sentence.end)
    if (
        not frame.items
        and frame.form.count is not None
        and (is_counted_form(passage, frame, follows=follows) or winners_kind(passage, frame.form, team=True) is not None)
    ):
        result.append(_counted_form(passage, sentence, frame, (counted_kind(passage, frame.form), frame.form.count, ())))
    stated = _parted(passage, _joined_names(result))
    return [replace(award, count=number_won(frame, award.count, award.names)) for award in stated] if len(stated) == 1 else stated


def _parted(passage: Passage, stated: list[Draft]) -> list[Draft]:
    """Return the draft split in two, if the sentence states how many of its number received it after death."""
    if len(stated) != 1 or (parts := parted(passage, stated[0].span.start, stated[0].count)) is None:
        return stated
    return [replace(stated[0], count=parts[0], posthumous=False), replace(stated[0], count=parts[1], posthumous=True)]


def _draft(passage: Passage, sentence: Sentence, frame: Frame, item: Item, about: Merit, *, first: bool) -> Draft | None:
    form, element = frame.form, item.element
    recipient = recipient_of(passage, frame, item)
    if recipient is None:
        return None
    kind, count, names = recipient
    start = frame.start if first and frame.mode in GRANTER_FIRST else element.start
    if frame.mode in RECIPIENT_FIRST and not frame.open:
        start, end = min(element.start, frame.start if first else element.start), reason_end(passage, frame, item)
    else:
        end = max(item.end, element.end)
    span = _trimmed(passage, min(start, element.start, form.start if first else element.start), end)
    standard = form.title or (about.standard if frame.status != AwardStatus.REVOKED else None)  # a reason for withdrawal is not a merit
    if not about.years and (year := year_of(passage, frame)) is not None:
        about = replace(about, years=(year,))
    return Draft(
        form.type, form.rank, kind, count, names, replace(about, standard=standard), frame.granter, frame.status, span, sentence,
        form.group, form.title, f"award.{frame.mode}",
        ceremony=frame.mode == Mode.RECEIVE and element.piece is Piece.BODY and of_today(passage, sentence, frame),
        member=_ONE_OF.match(passage.views.canonical, element.end) is not None, posthumous=is_posthumous(passage, frame),
        stated_as=element.value.stated_as if isinstance(element.value, Named) else None,
    )  # fmt: skip


def _counted_form(passage: Passage, sentence: Sentence, frame: Frame, holders: Recipient) -> Draft:
    form = frame.form
    kind, count, names = holders
    span = _trimmed(passage, frame.start, max(frame.end, form.end))
    reason = replace(around_form(passage, frame), standard=form.title)
    return Draft(
        form.type, form.rank, kind, count, names, reason, frame.granter, frame.status, span, sentence,
        form.group, form.title, "award.counted_form",
    )  # fmt: skip


def _joined_names(found: list[Draft]) -> list[Draft]:
    """Join the named recipients of a single act into one award: its names are theirs, its count their number."""
    result: list[Draft] = []
    for draft in found:
        last = result[-1] if result else None
        if (
            last is not None and draft.names and last.names and draft.count == 1 and last.count == len(last.names)
            and (draft.type, draft.rank) == (last.type, last.rank) and _in_one_row(last.kind, draft.kind)
        ):  # fmt: skip
            better = last.merit if last.merit.standard else draft.merit
            names = tuple(dict.fromkeys((*last.names, *draft.names)))  # ông A, khi ông vừa nhận F: a single person
            result[-1] = replace(
                last, names=names, count=len(names), merit=better,
                span=Span(min(last.span.start, draft.span.start), max(last.span.end, draft.span.end)),
            )  # fmt: skip
        else:
            result.append(draft)
    return result


def _in_one_row(first: str, second: str) -> bool:
    """Return whether the kinds of two names may share a row: ``tài xế A, B``. The word for a pupil applies to that pupil only."""
    return first == second or (second == "ca-nhan" and first in PERSONS and first != "hoc-sinh")


def _trimmed(passage: Passage, start: int, end: int) -> Span:
    text = passage.views.text
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:.-–"):
        start += 1
    return Span(start, end)

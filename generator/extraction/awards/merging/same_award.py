"""Decides whether two sentences of an article state the same award.

Each step answers one question; :func:`is_same_award` asks them in order. The comparison of bodies, reasons and times is shared with
articles on the same event (:mod:`generator.extraction.sameness`).
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.generic import GENERIC
from generator.extraction.sameness import ONE_WRITER, granters_agree, reasons_agree, share_a_name, times_contradict
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS, alike
from generator.text.folding import canonical

#: Statuses under which a mention does not repeat an award stated as granted.
_APART = {"proposed", "revoked"}
#: Kinds that a repetition may use for recipients described more exactly elsewhere.
_ANYBODY = {"ca-nhan", "tap-the", "tap-the-va-ca-nhan", "don-vi"}
_ATTRIBUTES = ("xuất sắc", "tiêu biểu", "điển hình", "tiên tiến", "giỏi")
_MANY = 20  # two larger numbers are not equal by chance


def is_same_award(draft: Draft, other: Draft) -> bool:
    """Return whether two drafts from the body state the same award."""
    if draft.type != other.type or other_time(draft, other) or other_granter(draft, other) or _are_two_prizes(draft, other):
        return False
    if _received_today(draft, other):
        return True
    if not alike(draft.kind, other.kind):
        return _part_of_everybody(draft, other)
    if _some_of_the_badges(draft, other):
        return draft.rank is not None and draft.sentence is not other.sentence
    if _share_names(draft, other) and (draft.rank == other.rank or draft.rank is None or other.rank is None):
        return (
            draft.count == other.count
            and _may_be_same_act(draft, other)
            and (_same_reason(draft, other) or draft.merit.period == other.merit.period)
        )
    if draft.rank != other.rank or draft.sentence is other.sentence or (draft.names and other.names):
        return False
    if draft.status != other.status or draft.merit.consecutive_years != other.merit.consecutive_years:
        return False
    if draft.count is None or other.count is None:
        return _open_number(draft, other)
    return draft.count == other.count and (_same_reason(draft, other) or _only_attributes(draft, other) or draft.count > _MANY)


def _are_two_prizes(draft: Draft, other: Draft) -> bool:
    """Return whether two prizes without a place are called by different names: ``nhận giải thưởng A và giải thưởng B``; in two sentences,
    only if neither name contains the other."""
    named = draft.group == other.group == AwardClass.PRIZE and draft.rank is other.rank is None
    titled = draft.type == other.type == "danh-hieu" and draft.sentence is other.sentence
    if not (named or titled) or draft.title is None or other.title is None:
        return False
    first, second = draft.title.lower(), other.title.lower()
    if draft.sentence is other.sentence:
        return first != second
    return not (first in second or second in first or first.startswith(_PLACES) or second.startswith(_PLACES))


#: Titles that give a prize's place or level, not its name.
_PLACES = ("giải ", "huy chương", "hc", "kỳ thi", "kì thi", "cuộc thi", "hội thi", "học sinh", "cấp ")


def repeats_award(draft: Draft, other: Draft) -> bool:
    """Return whether a headline or caption ``other`` repeats the award ``one``."""
    if draft.type != other.type and not (other.type in GENERIC and draft.count == other.count):
        return False
    if other.rank is not None and draft.rank is not None and draft.rank != other.rank:
        return False
    if other.status in _APART and draft.status != other.status:
        return False
    if not alike(draft.kind, other.kind) and other.kind != "tap-the-va-ca-nhan":
        return False
    if other.names and draft.names:
        return _share_names(draft, other) or draft.count is None
    return other.count is None or draft.count is None or draft.count == other.count


def other_time(draft: Draft, other: Draft) -> bool:
    """Return whether two drafts state different years."""
    if draft.rule == other.rule == "award.list":
        return draft.merit.period != other.merit.period
    return times_contradict(draft.merit, other.merit)


def other_granter(draft: Draft, other: Draft) -> bool:
    """Return whether two drafts of different sentences, or of two acts of one (``được G tặng F; được H tặng F``), name different
    granters."""
    if draft.group == other.group == AwardClass.PRIZE and (_is_committee(draft.granted_by) or _is_committee(other.granted_by)):
        return False  # the committee of a contest acts for whoever holds it
    apart = draft.sentence is not other.sentence or draft.rule == other.rule in {"award.passive", "award.receive"}
    return apart and not granters_agree(draft.granted_by, other.granted_by)


def _is_committee(granter: str | None) -> bool:
    return granter is not None and canonical(granter).startswith(("ban tổ chức", "btc", "ban giám khảo"))


def sums_up(parts: Iterable[Draft], draft: Draft) -> bool:
    """Return whether ``draft`` repeats of all recipients, without a number, what ``parts`` state of collectives and of persons:
    ``trao Bằng khen cho các tập thể, cá nhân``."""
    if draft.kind != "tap-the-va-ca-nhan" or draft.count is not None or draft.names:
        return False
    kinds = {part.kind for part in parts if _may_be_part(part, draft)}
    return bool(kinds & PERSONS) and bool(kinds & COLLECTIVES)


def _may_be_part(part: Draft, draft: Draft) -> bool:
    if (part.count is None and not part.names) or part.sentence is draft.sentence or (part.rank, part.status) != (draft.rank, draft.status):
        return False
    return _adds_no_reason(part, draft) and not other_time(part, draft) and not other_granter(part, draft)


def _received_today(draft: Draft, other: Draft) -> bool:
    """Return whether ``other`` announces the ceremony of ``one``: in ``A tổ chức lễ đón nhận F; B trao F cho C``, C received it."""
    return other.ceremony and draft.rank == other.rank and draft.count == other.count == 1 and draft.kind not in PERSONS


def _some_of_the_badges(draft: Draft, other: Draft) -> bool:
    """Return whether ``other`` names some of the members counted: ``… 9 đảng viên``, and the names of the four who came."""
    fewer = bool(other.names) and not draft.names and (draft.count or 0) > (other.count or 0)
    return draft.type == "huy-hieu-dang" and draft.rank == other.rank and fewer


def _share_names(draft: Draft, other: Draft) -> bool:
    return share_a_name(draft.names, other.names)


def _same_reason(draft: Draft, other: Draft) -> bool:
    return reasons_agree(_reason(draft), _reason(other), ONE_WRITER)


def _reason(draft: Draft) -> str | None:
    """Return the award's reason; a place alone (``giải Nhất``), without its contest, is none, nor a description of the recipients."""
    place = draft.group == AwardClass.PRIZE and draft.merit.standard == draft.title
    return None if place or draft.merit.describes else draft.merit.standard


def _only_attributes(award: Draft, other: Draft) -> bool:
    """Return whether a standard only qualifies the recipients and is not a reason of its own: ``3 đơn vị xuất sắc của Ủy ban``."""
    return any((draft.merit.standard or "").lower().startswith(_ATTRIBUTES) for draft in (award, other))


def _open_number(draft: Draft, other: Draft) -> bool:
    """Return whether a mention without a number may be of the same award: its kind is as wide or the same, its reason the same
    or missing."""
    if draft.kind != other.kind and not {draft.kind, other.kind} & _ANYBODY:
        return False
    badges = draft.type == "huy-hieu-dang" and draft.rank is None  # Huy hiệu 65, 50 và 30 năm tuổi Đảng cho 21 đồng chí
    return badges or _adds_no_reason(draft, other)


def _adds_no_reason(draft: Draft, other: Draft) -> bool:
    """Return whether the second mention gives no reason, or the first one's."""
    return _reason(other) is None or (_reason(draft) is not None and _same_reason(draft, other))


def _part_of_everybody(draft: Draft, other: Draft) -> bool:
    """Return whether ``cho các tập thể, cá nhân`` is repeated as ``cho các cá nhân``, without a number both times."""
    return (
        draft.count is None and other.count is None and draft.rank == other.rank and draft.sentence is not other.sentence
        and not draft.names and not other.names and "tap-the-va-ca-nhan" in {draft.kind, other.kind} <= _ANYBODY
    )  # fmt: skip


def _may_be_same_act(draft: Draft, other: Draft) -> bool:
    """Return whether two mentions of a recipient may be of the same act: with the same status, or of an honour received only
    once, mentioned also as history."""
    if draft.status == other.status:
        return True
    if {draft.status, other.status} & _APART:
        return False
    once = draft.type.startswith(("huan-chuong", "anh-hung")) and draft.rank == other.rank
    return once or bool(draft.merit.years and draft.merit.years == other.merit.years)

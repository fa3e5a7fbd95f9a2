"""Decides whether two sentences of an article state the same award.

Each step answers one question; :func:`one_award` asks them in order. The comparison of bodies, reasons and times is shared with
articles on the same event (:mod:`generator.extraction.sameness`).
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.extraction.awards.drafts import Draft
from generator.extraction.awards.forms.generic import GENERIC
from generator.extraction.sameness import ONE_WRITER, granters_agree, reasons_agree, share_a_name, times_contradict
from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS, alike

#: Statuses under which a mention does not repeat an award stated as granted.
_APART = {"proposed", "revoked"}
#: Kinds that a repetition may use for recipients described more exactly elsewhere.
_ANYBODY = {"ca-nhan", "tap-the", "tap-the-va-ca-nhan", "don-vi"}
_ATTRIBUTES = ("xuất sắc", "tiêu biểu", "điển hình", "tiên tiến", "giỏi")
_MANY = 20  # two larger numbers are not equal by chance


def one_award(one: Draft, other: Draft) -> bool:
    """Return whether two drafts from the body state the same award."""
    if one.type != other.type or other_time(one, other) or other_granter(one, other) or _two_prizes(one, other):
        return False
    if _received_today(one, other):
        return True
    if not alike(one.kind, other.kind):
        return _part_of_everybody(one, other)
    if _some_of_the_badges(one, other):
        return one.rank is not None and one.sentence is not other.sentence
    if _share_names(one, other) and (one.rank == other.rank or one.rank is None or other.rank is None):
        return one.count == other.count and _one_act(one, other) and (_one_reason(one, other) or one.merit.period == other.merit.period)
    if one.rank != other.rank or one.sentence is other.sentence or (one.names and other.names):
        return False
    if one.status != other.status or one.merit.consecutive_years != other.merit.consecutive_years:
        return False
    if one.count is None or other.count is None:
        return _open_number(one, other)
    return one.count == other.count and (_one_reason(one, other) or _only_attributes(one, other) or one.count > _MANY)


def _two_prizes(one: Draft, other: Draft) -> bool:
    """Return whether a sentence calls two prizes without a place by different names: ``nhận giải thưởng A và giải thưởng B``."""
    named = one.group == other.group == "prize" and one.rank is other.rank is None and one.sentence is other.sentence
    return named and one.title is not None and other.title is not None and one.title.lower() != other.title.lower()


def retells(one: Draft, other: Draft) -> bool:
    """Return whether a headline or caption ``other`` repeats the award ``one``."""
    if one.type != other.type and not (other.type in GENERIC and one.count == other.count):
        return False
    if other.rank is not None and one.rank is not None and one.rank != other.rank:
        return False
    if other.status in _APART and one.status != other.status:
        return False
    if not alike(one.kind, other.kind) and other.kind != "tap-the-va-ca-nhan":
        return False
    if other.names and one.names:
        return _share_names(one, other) or one.count is None
    return other.count is None or one.count is None or one.count == other.count


def other_time(one: Draft, other: Draft) -> bool:
    """Return whether two drafts state different years."""
    if one.rule == other.rule == "award.list":
        return one.merit.period != other.merit.period
    return times_contradict(one.merit, other.merit)


def other_granter(one: Draft, other: Draft) -> bool:
    """Return whether two drafts of different sentences name different granters."""
    return one.sentence is not other.sentence and not granters_agree(one.granted_by, other.granted_by)


def sums_up(told: Iterable[Draft], draft: Draft) -> bool:
    """Return whether ``draft`` repeats of all recipients, without a number, what ``told`` states of collectives and of persons:
    ``trao Bằng khen cho các tập thể, cá nhân``."""
    if draft.kind != "tap-the-va-ca-nhan" or draft.count is not None or draft.names:
        return False
    kinds = {part.kind for part in told if _may_be_part(part, draft)}
    return bool(kinds & PERSONS) and bool(kinds & COLLECTIVES)


def _may_be_part(part: Draft, draft: Draft) -> bool:
    if (part.count is None and not part.names) or part.sentence is draft.sentence or (part.rank, part.status) != (draft.rank, draft.status):
        return False
    return _adds_no_reason(part, draft) and not other_time(part, draft) and not other_granter(part, draft)


def _received_today(one: Draft, other: Draft) -> bool:
    """Return whether ``other`` announces the ceremony of ``one``: in ``A tổ chức lễ đón nhận F; B trao F cho C``, C received it."""
    return other.ceremony and one.rank == other.rank and one.count == other.count == 1 and one.kind not in PERSONS


def _some_of_the_badges(one: Draft, other: Draft) -> bool:
    """Return whether ``other`` names some of the members counted: ``… 9 đảng viên``, and the names of the four who came."""
    fewer = bool(other.names) and not one.names and (one.count or 0) > (other.count or 0)
    return one.type == "huy-hieu-dang" and one.rank == other.rank and fewer


def _share_names(one: Draft, other: Draft) -> bool:
    return share_a_name(one.names, other.names)


def _one_reason(one: Draft, other: Draft) -> bool:
    return reasons_agree(_reason(one), _reason(other), ONE_WRITER)


def _reason(draft: Draft) -> str | None:
    """Return the award's reason; a place alone (``giải Nhất``), without its contest, is not a reason."""
    return None if draft.group == "prize" and draft.merit.standard == draft.title else draft.merit.standard


def _only_attributes(one: Draft, other: Draft) -> bool:
    """Return whether a standard only qualifies the recipients and is not a reason of its own: ``3 đơn vị xuất sắc của Ủy ban``."""
    return any((draft.merit.standard or "").lower().startswith(_ATTRIBUTES) for draft in (one, other))


def _open_number(one: Draft, other: Draft) -> bool:
    """Return whether a mention without a number may be of the same award: its kind is as wide or the same, its reason the same
    or missing."""
    if one.kind != other.kind and not {one.kind, other.kind} & _ANYBODY:
        return False
    badges = one.type == "huy-hieu-dang" and one.rank is None  # Huy hiệu 65, 50 và 30 năm tuổi Đảng cho 21 đồng chí
    return badges or _adds_no_reason(one, other)


def _adds_no_reason(one: Draft, other: Draft) -> bool:
    """Return whether the second mention gives no reason, or the first one's."""
    return _reason(other) is None or (_reason(one) is not None and _one_reason(one, other))


def _part_of_everybody(one: Draft, other: Draft) -> bool:
    """Return whether ``cho các tập thể, cá nhân`` is repeated as ``cho các cá nhân``, without a number both times."""
    return (
        one.count is None and other.count is None and one.rank == other.rank and one.sentence is not other.sentence
        and not one.names and not other.names and "tap-the-va-ca-nhan" in {one.kind, other.kind} <= _ANYBODY
    )  # fmt: skip


def _one_act(one: Draft, other: Draft) -> bool:
    """Return whether two mentions of a recipient may be of the same act: with the same status, or of an honour received only
    once, mentioned also as history."""
    if one.status == other.status:
        return True
    if {one.status, other.status} & _APART:
        return False
    once = one.type.startswith(("huan-chuong", "anh-hung")) and one.rank == other.rank
    return once or bool(one.merit.years and one.merit.years == other.merit.years)

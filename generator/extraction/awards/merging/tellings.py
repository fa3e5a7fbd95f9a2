"""When two sentences of one article tell one award.

Each step answers one question; :func:`one_award` asks them in order. What bodies, reasons and times have in common, articles
of one event are asked too (:mod:`generator.extraction.sameness`).
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.generic import GENERIC
from generator.extraction.sameness import ONE_WRITER, granters_agree, reasons_agree, share_a_name, times_contradict
from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS, alike

#: What is told under one of these repeats nothing told as granted.
_APART = {"proposed", "revoked"}
#: Kinds that a repetition may use for recipients told more closely elsewhere.
_ANYBODY = {"ca-nhan", "tap-the", "tap-the-va-ca-nhan", "don-vi"}
_ATTRIBUTES = ("xuất sắc", "tiêu biểu", "điển hình", "tiên tiến", "giỏi")
_MANY = 20  # two numbers above it are not alike by chance


def one_award(one: Draft, other: Draft) -> bool:
    """Whether two drafts of the body tell one award."""
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
    """``nhận giải thưởng A và giải thưởng B``: prizes of no place that one sentence calls by two names."""
    named = one.group == other.group == "prize" and one.rank is other.rank is None and one.sentence is other.sentence
    return named and one.title is not None and other.title is not None and one.title.lower() != other.title.lower()


def retells(one: Draft, other: Draft) -> bool:
    """Whether a headline or caption ``other`` repeats the award ``one``."""
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
    """Whether two drafts tell of different years."""
    if one.rule == other.rule == "award.list":
        return one.merit.period != other.merit.period
    return times_contradict(one.merit, other.merit)


def other_granter(one: Draft, other: Draft) -> bool:
    """Whether two drafts of different sentences name different granters."""
    return one.sentence is not other.sentence and not granters_agree(one.granted_by, other.granted_by)


def sums_up(told: Iterable[Draft], draft: Draft) -> bool:
    """Whether ``draft`` says of everybody, without a number, what ``told`` says of collectives and of persons: ``trao Bằng khen
    cho các tập thể, cá nhân``."""
    if draft.kind != "tap-the-va-ca-nhan" or draft.count is not None or draft.names:
        return False
    kinds = {part.kind for part in told if _may_be_part(part, draft)}
    return bool(kinds & PERSONS) and bool(kinds & COLLECTIVES)


def _may_be_part(part: Draft, draft: Draft) -> bool:
    if (part.count is None and not part.names) or part.sentence is draft.sentence or (part.rank, part.status) != (draft.rank, draft.status):
        return False
    return _adds_no_reason(part, draft) and not other_time(part, draft) and not other_granter(part, draft)


def _received_today(one: Draft, other: Draft) -> bool:
    """``A tổ chức lễ đón nhận F; B trao F cho C``: C received it."""
    return other.ceremony and one.rank == other.rank and one.count == other.count == 1 and one.kind not in PERSONS


def _some_of_the_badges(one: Draft, other: Draft) -> bool:
    """``… 9 đảng viên``, and the names of the four of the nine who came."""
    fewer = bool(other.names) and not one.names and (one.count or 0) > (other.count or 0)
    return one.type == "huy-hieu-dang" and one.rank == other.rank and fewer


def _share_names(one: Draft, other: Draft) -> bool:
    return share_a_name(one.names, other.names)


def _one_reason(one: Draft, other: Draft) -> bool:
    return reasons_agree(_reason(one), _reason(other), ONE_WRITER)


def _reason(draft: Draft) -> str | None:
    """What the award is for; the place alone (``giải Nhất``), without its contest, is no reason, nor what the recipients are called."""
    place = draft.group == "prize" and draft.merit.standard == draft.title
    return None if place or draft.merit.describes else draft.merit.standard


def _only_attributes(one: Draft, other: Draft) -> bool:
    """``3 đơn vị xuất sắc của Ủy ban``: what the recipients are called, no reason of its own."""
    return any((draft.merit.standard or "").lower().startswith(_ATTRIBUTES) for draft in (one, other))


def _open_number(one: Draft, other: Draft) -> bool:
    """Whether a telling without a number is one with the other: its kind is as wide or the same, its reason the same or none."""
    if one.kind != other.kind and not {one.kind, other.kind} & _ANYBODY:
        return False
    badges = one.type == "huy-hieu-dang" and one.rank is None  # Huy hiệu 65, 50 và 30 năm tuổi Đảng cho 21 đồng chí
    return badges or _adds_no_reason(one, other)


def _adds_no_reason(one: Draft, other: Draft) -> bool:
    """Whether the second telling gives no reason, or the first one's."""
    return _reason(other) is None or (_reason(one) is not None and _one_reason(one, other))


def _part_of_everybody(one: Draft, other: Draft) -> bool:
    """``cho các tập thể, cá nhân``, said again as ``cho các cá nhân``: no number either time."""
    return (
        one.count is None and other.count is None and one.rank == other.rank and one.sentence is not other.sentence
        and not one.names and not other.names and "tap-the-va-ca-nhan" in {one.kind, other.kind} <= _ANYBODY
    )  # fmt: skip


def _one_act(one: Draft, other: Draft) -> bool:
    """Whether two mentions of one recipient may be of one act: told alike, or once as history of a thing received once."""
    if one.status == other.status:
        return True
    if {one.status, other.status} & _APART:
        return False
    once = one.type.startswith(("huan-chuong", "anh-hung")) and one.rank == other.rank
    return once or bool(one.merit.years and one.merit.years == other.merit.years)

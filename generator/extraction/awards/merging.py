"""What several sentences tell of one award: repetitions become evidence, a total gives way to its parts."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.awards.drafts import Draft
from generator.extraction.awards.groups import AwardGroups
from generator.extraction.awards.likeness import COLLECTIVE, GENERIC, alike, alike_words, one_granter, share_a_name
from generator.extraction.awards.lists import NameList
from generator.extraction.awards.totals import is_sum, sums, without_totals
from generator.extraction.clauses import Sentence
from generator.extraction.names.recipients import PERSONAL

#: Kinds that a repetition may use for recipients told more closely elsewhere.
#: What is told under one of these repeats nothing told as granted.
_APART = {"proposed", "revoked"}
_ANYBODY = {"ca-nhan", "tap-the", "tap-the-va-ca-nhan", "don-vi"}


def merged(found: list[Draft]) -> list[list[Draft]]:
    """The drafts grouped by award, the fullest of each group first; totals whose parts add up are left out."""
    body = [draft for draft in found if not draft.from_title and not draft.from_caption]
    repeats = [draft for draft in found if draft.from_title or draft.from_caption]
    badges = _badge_lists(body)
    told = AwardGroups()
    for draft in sorted(body, key=lambda one: (one.ceremony, one.count is None and not one.names, one.type in GENERIC)):
        near = told.places(draft, any_number=draft.count is None or (draft.type == "huy-hieu-dang" and bool(draft.names)))
        home = next((at for at in near if _same(told.all[at][0], draft) and not _other_list(badges, told.all[at][0], draft)), None)
        if home is None:
            if not _is_echo(told, draft):
                told.add([draft])
            continue
        head = told.all[home][0]
        if draft.type == "huy-hieu-dang" and draft.count != head.count and head.count is not None:
            draft = replace(draft, count=head.count)  # the names of some of them
        told.join(home, draft, first=_fullness(draft) > _fullness(head))
    for group in told.all:
        group.sort(key=_fullness, reverse=True)
    groups = _with_form(told.all)
    groups = without_totals(sorted(groups, key=lambda group: min(draft.span for draft in group)))
    added = sums(groups)
    told = AwardGroups(groups)
    for draft in sorted(repeats, key=lambda one: one.from_caption):
        home = next((at for at in _repeated(told, draft) if _repeats(told.all[at][0], draft)), None)
        if home is not None:
            told.join(home, draft, first=False)
        elif draft.from_caption and (unnamed := _without_form(told.all, draft)):
            for group in unnamed:
                group[0] = replace(group[0], type=draft.type, rank=draft.rank)
            unnamed[0].append(draft)
            told = AwardGroups(told.all)
        elif not is_sum(added, draft) and not _vaguer(told.all, draft) and not _is_echo(told, draft):
            told.add([draft])
    return sorted(told.all, key=lambda group: group[0].span)


def _repeated(told: AwardGroups, draft: Draft) -> list[int]:
    """The places of the awards that a headline or caption may repeat: of its type; khen thưởng may be of any, with its number."""
    places = told.places(draft, any_number=draft.count is None or bool(draft.names))
    return sorted({*places, *told.places_of_count(draft.count)}) if draft.type in GENERIC else places


def _badge_lists(body: list[Draft]) -> dict[Sentence, set[tuple[int, int]]]:
    """The badges that each sentence counts, by their years and numbers."""
    lists: dict[Sentence, set[tuple[int, int]]] = {}
    for draft in body:
        if draft.type == "huy-hieu-dang" and draft.rank is not None and draft.count is not None:
            lists.setdefault(draft.sentence, set()).add((draft.rank, draft.count))
    return lists


def _other_list(lists: dict[Sentence, set[tuple[int, int]]], one: Draft, other: Draft) -> bool:
    """Whether two drafts stand in different lists of badges: those of two Party bodies, some numbers of which agree."""
    if one.type != "huy-hieu-dang" or one.sentence is other.sentence:
        return False
    first, second = lists.get(one.sentence, set()), lists.get(other.sentence, set())
    return len(first) > 2 and len(second) > 2 and first != second


def _with_form(groups: list[list[Draft]]) -> list[list[Draft]]:
    """``khen thưởng 2 tập thể, 3 cá nhân`` beside ``trao Giấy khen cho các tập thể, cá nhân``: the numbers of one award."""
    told = [group for group in groups if group[0].type not in GENERIC]
    generic = [group for group in groups if group[0].type in GENERIC]
    if len(told) != 1 or not generic or told[0][0].kind != "tap-the-va-ca-nhan" or told[0][0].count is not None or told[0][0].names:
        return groups
    form = told[0][0]
    if any(group[0].count is None or group[0].status != form.status or not one_granter(group[0], form) for group in generic):
        return groups
    if not {group[0].kind for group in generic} & COLLECTIVE or not {group[0].kind for group in generic} & PERSONAL:
        return groups
    for group in generic:
        group[0] = replace(group[0], type=form.type, rank=form.rank)
        group.extend(told[0])
    return generic


def _without_form(groups: list[list[Draft]], caption: Draft) -> list[list[Draft]]:
    """The awards that the text tells as mere khen thưởng and whose form the caption names."""
    if caption.type in GENERIC:
        return []
    generic = [group for group in groups if group[0].type in GENERIC and group[0].status == caption.status]
    if caption.count is not None:
        return [group for group in generic if group[0].count == caption.count and alike(group[0].kind, caption.kind)][:1]
    return generic if len(generic) == len(groups) and caption.kind == "tap-the-va-ca-nhan" and not caption.names else []


def with_names(groups: list[list[Draft]], lists: list[NameList]) -> list[list[Draft]]:
    """Gives the names that a list tells to the award of the same number and kind."""
    for told in lists:
        home = next(
            (group for group in groups if group[0].count == told.count and alike(group[0].kind, told.kind) and not group[0].names), None
        )
        if home is not None:
            home[0] = replace(home[0], names=told.names)
            home.append(replace(home[0], span=told.span))
    return groups


def _is_echo(told: AwardGroups, draft: Draft) -> bool:
    """``… chúc mừng các đồng chí được trao Huy hiệu``: the award told before, of nobody in particular."""
    if draft.member and any((group[0].count or 0) > 1 and alike(group[0].kind, draft.kind) for group in told.of_type(draft.type)):
        return True
    if (
        draft.type in GENERIC
        and draft.names
        and any(
            group[0].names == draft.names and group[0].sentence is draft.sentence and group[0].type not in GENERIC
            for group in told.naming(draft.names[0])
        )
    ):
        return True  # trao giấy khen biểu dương em A
    if draft.type in GENERIC and (covering := _covering(told, draft)):
        if draft.granted_by and not any(one_granter(one, draft) for one in covering):
            return False  # Huyện đoàn trao giấy khen; nhà trường cũng biểu dương
        return draft.rule == "award.passive" or any(one.type not in GENERIC for one in covering)
    graded = draft.type.startswith(("huan-chuong", "anh-hung")) or (draft.type == "giai-thuong" and draft.rank is not None)
    if draft.count is None and not draft.names and graded:
        return any(group[0].rank == draft.rank for group in told.of_type(draft.type))
    if draft.count is not None or draft.names or not draft.rule.endswith(("passive", "receive")):
        return False
    return any(
        (alike(group[0].kind, draft.kind) or draft.rank is None) and one_granter(group[0], draft) for group in told.of_type(draft.type)
    )


def _covering(told: AwardGroups, draft: Draft) -> list[Draft]:
    """The awards told before of which ``draft`` says no more than that they were given."""
    return [group[0] for groups in (told.of_count(draft.count), told.of_type(draft.type)) for group in groups if _covers(group[0], draft)]


def _covers(one: Draft, draft: Draft) -> bool:
    """``Hai trường được khen là …``, ``A là một trong các đơn vị được khen``: said of an award told before."""
    if not alike(one.kind, draft.kind) or one.count is None or one.sentence is draft.sentence:
        return False
    if one.count == draft.count:
        return not draft.names or not one.names or (share_a_name(one, draft) and not _other_time(one, draft))
    return one.type == draft.type and bool(draft.names) and draft.count == 1 and one.count > 1


def _fullness(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    return (
        draft.count is not None,
        draft.rank is not None,
        draft.merit.standard is not None,
        draft.granted_by is not None,
        len(draft.names),
    )


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts of the body tell one award."""
    if one.type != other.type or _other_time(one, other):
        return False
    if other.ceremony and one.rank == other.rank and one.count == other.count == 1 and one.kind not in PERSONAL:
        return True  # A tổ chức lễ đón nhận F; B trao F cho C: C received it
    if not alike(one.kind, other.kind):
        return _is_part_of_everybody(one, other)
    if one.type == "huy-hieu-dang" and one.rank == other.rank and other.names and not one.names and (one.count or 0) > (other.count or 0):
        return one.rank is not None and one.sentence is not other.sentence  # the four of the nine who came
    if one.names and other.names and share_a_name(one, other) and (one.rank == other.rank or one.rank is None or other.rank is None):
        told_twice = one.merit.standard is None or other.merit.standard is None or alike_words(one.merit.standard, other.merit.standard)
        return one.count == other.count and _one_time(one, other) and (told_twice or one.merit.period == other.merit.period)
    if one.rank != other.rank or one.sentence is other.sentence or (one.names and other.names):
        return False
    if one.status != other.status or (one.status == "past" and not one_granter(one, other)):
        return False
    if one.count is None or other.count is None:
        if one.kind != other.kind and not {one.kind, other.kind} & _ANYBODY:
            return False
        badges = one.type == "huy-hieu-dang" and one.rank is None  # Huy hiệu 65, 50 và 30 năm tuổi Đảng cho 21 đồng chí
        same_merit = (
            badges
            or other.merit.standard is None
            or (one.merit.standard is not None and alike_words(one.merit.standard, other.merit.standard))
        )
        return same_merit and one.merit.consecutive_years == other.merit.consecutive_years
    return (
        one.count == other.count
        and one.merit.consecutive_years == other.merit.consecutive_years
        and (
            one.merit.standard is None
            or other.merit.standard is None
            or alike_words(one.merit.standard, other.merit.standard)
            or _only_attribute(one.merit.standard)
            or _only_attribute(other.merit.standard)
            or one.count > 20
        )
    )


def _is_part_of_everybody(one: Draft, other: Draft) -> bool:
    """``cho các tập thể, cá nhân``, said again as ``cho các cá nhân``: no number either time."""
    return (
        one.count is None and other.count is None and one.rank == other.rank and one.sentence is not other.sentence
        and not one.names and not other.names and "tap-the-va-ca-nhan" in {one.kind, other.kind} <= _ANYBODY
    )  # fmt: skip


def _one_time(one: Draft, other: Draft) -> bool:
    """Whether two mentions of one recipient may be of one act: told alike, or once as history of a thing received once."""
    if one.status == other.status:
        return True
    if {one.status, other.status} & _APART:
        return False
    once = one.type.startswith(("huan-chuong", "anh-hung")) and one.rank == other.rank
    return once or bool(one.merit.years and one.merit.years == other.merit.years)


_ATTRIBUTES = ("xuất sắc", "tiêu biểu", "điển hình", "tiên tiến", "giỏi")


def _only_attribute(standard: str) -> bool:
    """``3 đơn vị xuất sắc của Ủy ban``: what the recipients are called, no reason of its own."""
    return standard.lower().startswith(_ATTRIBUTES)


def _other_time(one: Draft, other: Draft) -> bool:
    first, second = one.merit, other.merit
    if one.rule == other.rule == "award.list":
        return first.period != second.period
    return bool(first.period and second.period and first.period != second.period) or bool(
        first.years and second.years and not set(first.years) & set(second.years)
    )


def _repeats(one: Draft, other: Draft) -> bool:
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
        return share_a_name(one, other) or one.count is None
    if other.count is None or one.count is None or other.from_caption:
        return other.count is None or one.count is None or one.count == other.count
    return one.count == other.count


def _vaguer(groups: list[list[Draft]], draft: Draft) -> bool:
    """Whether a headline or caption only hints at what the body tells better."""
    if draft.status == "proposed":
        groups = [group for group in groups if group[0].status == "proposed" and one_granter(group[0], draft)]
    if draft.count is None or draft.from_title:
        honours = [group for group in groups if group[0].type != "giai-thuong" or draft.count is None]  # a prize won is no reward for it
        return any(group[0].type == draft.type for group in groups) or (draft.type in GENERIC and bool(honours))
    return False

"""What several sentences tell of one award: repetitions become evidence, a total gives way to its parts."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.rules.award_drafts import Draft
from generator.extraction.rules.award_lists import NameList
from generator.extraction.rules.recipients import PERSONAL
from generator.text.folding import folded

#: Kinds that may name the same recipients: a party cell is a collective, a party member an individual.
_COLLECTIVE = {
    "tap-the", "don-vi", "to-chuc-dang", "to-chuc-co-so-dang", "dang-bo", "dang-bo-co-so", "chi-bo", "chi-bo-co-so", "chi-dang-bo",
    "cap-uy", "doanh-nghiep", "cong-doan-co-so", "doan-co-so", "hoi-co-so", "tap-the-lanh-dao",
}  # fmt: skip
_ANYBODY = {"ca-nhan", "tap-the", "tap-the-va-ca-nhan", "don-vi"}
_GENERIC = {"khen-thuong", "bieu-duong"}


def merged(found: list[Draft]) -> list[list[Draft]]:
    """The drafts grouped by award, the fullest of each group first; totals whose parts add up are left out."""
    body = [draft for draft in found if not draft.from_title and not draft.from_caption]
    repeats = [draft for draft in found if draft.from_title or draft.from_caption]
    groups: list[list[Draft]] = []
    for draft in sorted(body, key=lambda one: (one.ceremony, one.count is None and not one.names, one.type in _GENERIC)):
        home = next((group for group in groups if _same(group[0], draft)), None)
        if home is None and _is_echo(groups, draft):
            continue
        if home is None:
            groups.append([draft])
        elif _fullness(draft) > _fullness(home[0]):
            home.insert(0, draft)
        else:
            home.append(draft)
    for group in groups:
        group.sort(key=_fullness, reverse=True)
    groups = _with_form(groups)
    groups = _without_totals(sorted(groups, key=lambda group: min(draft.span for draft in group)))
    sums = _sums(groups)
    for draft in sorted(repeats, key=lambda one: one.from_caption):
        home = next((group for group in groups if _repeats(group[0], draft)), None)
        if home is not None:
            home.append(draft)
        elif draft.from_caption and (unnamed := _without_form(groups, draft)):
            for group in unnamed:
                group[0] = replace(group[0], type=draft.type, rank=draft.rank)
            unnamed[0].append(draft)
        elif not _is_sum(sums, draft) and not _vaguer(groups, draft) and not _is_echo(groups, draft):
            groups.append([draft])
    return sorted(groups, key=lambda group: group[0].span)


def _with_form(groups: list[list[Draft]]) -> list[list[Draft]]:
    """``khen thưởng 2 tập thể, 3 cá nhân`` beside ``trao Giấy khen cho các tập thể, cá nhân``: the numbers of one award."""
    told = [group for group in groups if group[0].type not in _GENERIC]
    generic = [group for group in groups if group[0].type in _GENERIC]
    if len(told) != 1 or not generic or told[0][0].kind != "tap-the-va-ca-nhan" or told[0][0].count is not None or told[0][0].names:
        return groups
    form = told[0][0]
    if any(group[0].count is None or group[0].status != form.status or not _one_granter(group[0], form) for group in generic):
        return groups
    if not {group[0].kind for group in generic} & _COLLECTIVE or not {group[0].kind for group in generic} & PERSONAL:
        return groups
    for group in generic:
        group[0] = replace(group[0], type=form.type, rank=form.rank)
        group.extend(told[0])
    return generic


def _without_form(groups: list[list[Draft]], caption: Draft) -> list[list[Draft]]:
    """The awards that the text tells as mere khen thưởng and whose form the caption names."""
    if caption.type in _GENERIC:
        return []
    generic = [group for group in groups if group[0].type in _GENERIC and group[0].status == caption.status]
    if caption.count is not None:
        return [group for group in generic if group[0].count == caption.count and _alike(group[0].kind, caption.kind)][:1]
    return generic if len(generic) == len(groups) and caption.kind == "tap-the-va-ca-nhan" and not caption.names else []


def with_names(groups: list[list[Draft]], lists: list[NameList]) -> list[list[Draft]]:
    """Gives the names that a list tells to the award of the same number and kind."""
    for told in lists:
        home = next(
            (group for group in groups if group[0].count == told.count and _alike(group[0].kind, told.kind) and not group[0].names), None
        )
        if home is not None:
            home[0] = replace(home[0], names=told.names)
            home.append(replace(home[0], span=told.span))
    return groups


def _is_echo(groups: list[list[Draft]], draft: Draft) -> bool:
    """``… chúc mừng các đồng chí được trao Huy hiệu``: the award told before, of nobody in particular."""
    if draft.member and any(
        group[0].type == draft.type and (group[0].count or 0) > 1 and _alike(group[0].kind, draft.kind) for group in groups
    ):
        return True
    if draft.type in _GENERIC and draft.names and any(
        group[0].names == draft.names and group[0].sentence is draft.sentence and group[0].type not in _GENERIC for group in groups
    ):
        return True  # trao giấy khen biểu dương em A
    if draft.type in _GENERIC and any(_covers(group[0], draft) for group in groups):
        if draft.granted_by and not any(_covers(group[0], draft) and _one_granter(group[0], draft) for group in groups):
            return False  # Huyện đoàn trao giấy khen; nhà trường cũng biểu dương
        return draft.rule == "award.passive" or any(group[0].type not in _GENERIC and _covers(group[0], draft) for group in groups)
    if draft.count is None and not draft.names and draft.type.startswith(("huan-chuong", "anh-hung")):
        return any((group[0].type, group[0].rank) == (draft.type, draft.rank) for group in groups)
    if draft.count is not None or draft.names or not draft.rule.endswith(("passive", "receive")):
        return False
    return any(group[0].type == draft.type and (_alike(group[0].kind, draft.kind) or draft.rank is None) for group in groups)


def _one_granter(one: Draft, other: Draft) -> bool:
    if one.granted_by is None or other.granted_by is None:
        return True
    return any(same_name(first, second) for first in one.granted_by.split(", ") for second in other.granted_by.split(", "))


def _covers(one: Draft, draft: Draft) -> bool:
    """``Hai trường được khen là …``, ``A là một trong các đơn vị được khen``: said of an award told before."""
    if not _alike(one.kind, draft.kind) or one.count is None or one.sentence is draft.sentence:
        return False
    if one.count == draft.count:
        return not draft.names or not one.names or (_share_a_name(one, draft) and not _other_time(one, draft))
    return one.type == draft.type and bool(draft.names) and draft.count == 1 and one.count > 1


def _fullness(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    return (
        draft.count is not None,
        draft.rank is not None,
        draft.merit.standard is not None,
        draft.granted_by is not None,
        len(draft.names),
    )


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= _COLLECTIVE or {one, other} <= PERSONAL


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts of the body tell one award."""
    if one.type != other.type or _other_time(one, other):
        return False
    if other.ceremony and one.rank == other.rank and one.count == other.count == 1 and one.kind not in PERSONAL:
        return True  # A tổ chức lễ đón nhận F; B trao F cho C: C received it
    if not _alike(one.kind, other.kind):
        return _is_part_of_everybody(one, other)
    if one.names and other.names and _share_a_name(one, other) and (one.rank == other.rank or one.rank is None or other.rank is None):
        told_twice = one.merit.standard is None or other.merit.standard is None or _alike_words(one.merit.standard, other.merit.standard)
        return one.count == other.count and _one_time(one, other) and (told_twice or one.merit.period == other.merit.period)
    if one.rank != other.rank or one.sentence is other.sentence or (one.names and other.names):
        return False
    if one.status != other.status:
        return False
    if one.count is None or other.count is None:
        if one.kind != other.kind and not {one.kind, other.kind} & _ANYBODY:
            return False
        same_merit = other.merit.standard is None or (
            one.merit.standard is not None and _alike_words(one.merit.standard, other.merit.standard)
        )
        return same_merit and one.merit.consecutive_years == other.merit.consecutive_years
    return (
        one.count == other.count
        and one.merit.consecutive_years == other.merit.consecutive_years
        and (
            one.merit.standard is None
            or other.merit.standard is None
            or _alike_words(one.merit.standard, other.merit.standard)
            or _only_attribute(one.merit.standard)
            or _only_attribute(other.merit.standard)
            or one.count > 20
        )
    )


def _is_part_of_everybody(one: Draft, other: Draft) -> bool:
    """``cho các tập thể, cá nhân``, said again as ``cho các cá nhân``: no number either time."""
    return (
        one.count is None and other.count is None and one.rank == other.rank and one.sentence is not other.sentence
        and not other.names and one.kind == "tap-the-va-ca-nhan" and other.kind in _ANYBODY
    )  # fmt: skip


def _one_time(one: Draft, other: Draft) -> bool:
    """Whether two mentions of one recipient may be of one act: told alike, or once as history of a thing received once."""
    if one.status == other.status:
        return True
    if "proposed" in {one.status, other.status}:
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


def _share_a_name(one: Draft, other: Draft) -> bool:
    return any(same_name(first, second) for first in one.names for second in other.names)


#: Đảng bộ, chính quyền và nhân dân huyện A; Huyện ủy, HĐND, UBND huyện A: the place, under its bodies (folded).
_TOGETHER = re.compile(
    r".*(?:nhan dan|mttq|mat tran to quoc|ubnd|dan) (?P<place>(?:tinh|huyen|xa|phuong|quan|thi xa|thanh pho|tp|thi tran) .+)$"
)


def same_name(one: str, other: str) -> bool:
    """``Cục quản lý Xuất nhập cảnh`` and ``Cục QLXNC``: equal, one inside the other, or one an abbreviation's letters."""
    first, second = folded(one), folded(other)
    if first in second or second in first:
        return True
    places = [_TOGETHER.match(name) for name in (first, second)]
    if places[0] is not None and places[1] is not None and places[0]["place"] == places[1]["place"]:
        return True
    if first.split()[0] != second.split()[0]:
        return False
    short, long = sorted((first.split(), second.split()), key=lambda one: len(" ".join(one)))
    while len(short) > 2 and len(long) > 2 and short[1] == long[1]:
        short, long = short[1:], long[1:]
    rest = "".join(short[1:])
    initials = iter("".join(word if len(word) > 1 and word == rest else word[0] for word in long[1:]))
    return (
        len(rest) >= 2
        and all(letter in initials for letter in rest)
        and any(word.isupper() and len(word) > 1 for word in (*one.split(), *other.split()))
    )


def _alike_words(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    if first in second or second in first:
        return True
    words, others = set(first.split()), set(second.split())
    return len(words & others) >= 0.8 * max(len(words), len(others))


def _repeats(one: Draft, other: Draft) -> bool:
    """Whether a headline or caption ``other`` repeats the award ``one``."""
    if one.type != other.type and not (other.type in _GENERIC and one.count == other.count):
        return False
    if other.rank is not None and one.rank is not None and one.rank != other.rank:
        return False
    if not _alike(one.kind, other.kind) and other.kind != "tap-the-va-ca-nhan":
        return False
    if other.names and one.names:
        return _share_a_name(one, other) or one.count is None
    if other.count is None or one.count is None or other.from_caption:
        return other.count is None or one.count is None or one.count == other.count
    return one.count == other.count


def _vaguer(groups: list[list[Draft]], draft: Draft) -> bool:
    """Whether a headline or caption only hints at what the body tells better."""
    if draft.count is None or draft.from_title:
        return any(group[0].type == draft.type for group in groups) or (draft.type in _GENERIC and bool(groups))
    return False


def _sums(groups: list[list[Draft]]) -> dict[tuple[str, bool], int]:
    totals: dict[tuple[str, bool], int] = {}
    for group in groups:
        one = group[0]
        if one.count is not None:
            for key in {(one.type, one.kind in PERSONAL), ("*", one.kind in PERSONAL), (one.type, True), ("*", True)}:
                totals[key] = totals.get(key, 0) + one.count
    return totals


def _is_sum(sums: dict[tuple[str, bool], int], draft: Draft) -> bool:
    keys = {(draft.type, draft.kind in PERSONAL), (draft.type, True)}
    if draft.type in _GENERIC:
        keys |= {("*", draft.kind in PERSONAL), ("*", True)}
    return draft.count is not None and any(sums.get(key) == draft.count for key in keys)


def _without_totals(groups: list[list[Draft]]) -> list[list[Draft]]:
    """Leaves out a total whose parts are told: some run of later awards adds up to its count."""
    kept: list[list[Draft]] = []
    for index, group in enumerate(groups):
        total = group[0]
        if total.count is not None and (total.count > 1 or total.rank is None) and not total.names and (parts := _parts(groups, index)):
            for part in parts:
                _inherit(part, total)
            continue
        kept.append(group)
    return kept


def _parts(groups: list[list[Draft]], index: int) -> list[list[Draft]]:
    total = groups[index][0]
    after = groups[index + 1 :]
    for start in range(min(len(after), 6)):
        run: list[list[Draft]] = []
        amount = 0
        for group in after[start:]:
            part = group[0]
            if part.count is None or not _may_be_part(total, part):
                break
            run.append(group)
            amount += part.count
            if amount == total.count and (
                len(run) > 1 or (total.rank is None and part.rank is not None and part.sentence is not total.sentence)
            ):
                return run
            if amount > (total.count or 0):
                break
    return []


def _may_be_part(total: Draft, part: Draft) -> bool:
    if total.type in _GENERIC:
        compatible = True
    elif total.type == "huy-hieu-dang":
        compatible = part.type == "huy-hieu-dang" and total.rank is None
    else:
        compatible = part.type == total.type and (total.rank is None or total.rank == part.rank)
    collective = total.kind in _COLLECTIVE | {"khac"} and part.kind in _COLLECTIVE | {"khac"}
    return (
        compatible and (collective or total.kind == "tap-the-va-ca-nhan" or _alike(total.kind, part.kind)) and part.status == total.status
    )


def _inherit(part: list[Draft], total: Draft) -> None:
    """A part keeps what its total told: granter and merit."""
    first = part[0]
    merit = first.merit if first.merit.standard else replace(total.merit, years=first.merit.years or total.merit.years)
    part[0] = replace(first, granted_by=first.granted_by or total.granted_by, merit=merit)

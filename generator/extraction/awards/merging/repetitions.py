"""Merges repetitions: a repeated award gives further evidence, a total gives way to its parts."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.generic import GENERIC
from generator.extraction.awards.lists.announced import NameList
from generator.extraction.awards.merging.groups import AwardGroups
from generator.extraction.awards.merging.same_award import is_same_award, other_time, repeats_award, sums_up
from generator.extraction.awards.merging.totals import is_sum, sums, without_totals
from generator.extraction.clauses import Sentence
from generator.extraction.sameness import granters_agree, share_a_name
from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS, alike
from generator.model.facts import AwardStatus


def merged(found: list[Draft]) -> list[list[Draft]]:
    """Return the drafts grouped by award, the fullest of each group first; totals whose parts add up are left out."""
    body = [draft for draft in found if not draft.from_title and not draft.from_caption]
    repeats = [draft for draft in found if draft.from_title or draft.from_caption]
    badges = _badge_lists(body)
    known = AwardGroups()
    for draft in sorted(body, key=lambda award: (award.ceremony, award.count is None and not award.names, award.type in GENERIC)):
        near = known.places(draft, any_number=draft.count is None or (draft.type == "huy-hieu-dang" and bool(draft.names)))
        home = next(
            (at for at in near if is_same_award(known.all[at][0], draft) and not _other_list(badges, known.all[at][0], draft)), None
        )
        if home is None:
            if not _is_echo(known, draft):
                known.add([draft])
            continue
        head = known.all[home][0]
        if draft.type == "huy-hieu-dang" and draft.count != head.count and head.count is not None:
            draft = replace(draft, count=head.count)  # the names of some of them
        known.join(home, draft, first=_fullness(draft) > _fullness(head))
    for group in known.all:
        group.sort(key=_fullness, reverse=True)
    groups = _with_form(_without_members(known.all))
    groups = without_totals(sorted(groups, key=lambda group: min(draft.span for draft in group)))
    added = sums(groups)
    known = AwardGroups(groups)
    for draft in sorted(repeats, key=lambda award: award.from_caption):
        home = next((at for at in _repeated(known, draft) if repeats_award(known.all[at][0], draft)), None)
        if home is not None:
            known.join(home, draft, first=False)
        elif draft.from_caption and (unnamed := _without_form(known.all, draft)):
            for group in unnamed:
                group[0] = replace(group[0], type=draft.type, rank=draft.rank)
            unnamed[0].append(draft)
            known = AwardGroups(known.all)
        elif not is_sum(added, draft) and not _vaguer(known.all, draft) and not _is_echo(known, draft):
            known.add([draft])
    return sorted(known.all, key=lambda group: group[0].span)


def _without_members(groups: list[list[Draft]]) -> list[list[Draft]]:
    """Return the groups without those that repeat for a single recipient what another group states of several: ``trao F cho A``
    beside ``A và B được F``. Their drafts join that group."""
    naming: dict[tuple[str, str], list[list[Draft]]] = {}
    for group in groups:
        if len(group[0].names) > 1 and group[0].count == len(group[0].names):
            for name in group[0].names:
                naming.setdefault((group[0].type, name), []).append(group)
    kept: list[list[Draft]] = []
    for group in groups:
        draft = group[0]
        whole = naming.get((draft.type, draft.names[0]), ())[:1] if len(draft.names) == 1 and draft.count == 1 else ()
        home = next((other for other in whole if other is not group and _says_of_one(other[0], draft)), None)
        if home is None:
            kept.append(group)
        else:
            home.extend(group)
    return kept


def _says_of_one(whole: Draft, draft: Draft) -> bool:
    if draft.sentence is whole.sentence or (draft.rank, draft.status) != (whole.rank, whole.status) or other_time(whole, draft):
        return False
    own_reason = draft.merit.standard is not None and not draft.merit.describes and draft.merit.standard != whole.merit.standard
    return not own_reason and draft.type not in GENERIC and granters_agree(draft.granted_by, whole.granted_by)


def _repeated(known: AwardGroups, draft: Draft) -> list[int]:
    """Return the places of the awards that a headline or caption may repeat: those of its type; for khen thưởng also any of its number."""
    places = known.places(draft, any_number=draft.count is None or bool(draft.names))
    return sorted({*places, *known.places_of_count(draft.count)}) if draft.type in GENERIC else places


def _badge_lists(body: list[Draft]) -> dict[Sentence, set[tuple[int, int]]]:
    """Return the badges that each sentence counts, by their years and numbers."""
    lists: dict[Sentence, set[tuple[int, int]]] = {}
    for draft in body:
        if draft.type == "huy-hieu-dang" and draft.rank is not None and draft.count is not None:
            lists.setdefault(draft.sentence, set()).add((draft.rank, draft.count))
    return lists


def _other_list(lists: dict[Sentence, set[tuple[int, int]]], draft: Draft, other: Draft) -> bool:
    """Return whether two drafts are in different lists of badges: those of two Party bodies, some numbers of which agree."""
    if draft.type != "huy-hieu-dang" or draft.sentence is other.sentence:
        return False
    first, second = lists.get(draft.sentence, set()), lists.get(other.sentence, set())
    return len(first) > 2 and len(second) > 2 and first != second


def _with_form(groups: list[list[Draft]]) -> list[list[Draft]]:
    """Merge numbers and award type: ``khen thưởng 2 tập thể, 3 cá nhân`` beside ``trao Giấy khen cho các tập thể, cá nhân``."""
    typed = [group for group in groups if group[0].type not in GENERIC]
    generic = [group for group in groups if group[0].type in GENERIC]
    if len(typed) != 1 or not generic or typed[0][0].kind != "tap-the-va-ca-nhan" or typed[0][0].count is not None or typed[0][0].names:
        return groups
    form = typed[0][0]
    if any(
        group[0].count is None or group[0].status != form.status or not granters_agree(group[0].granted_by, form.granted_by)
        for group in generic
    ):
        return groups
    if not {group[0].kind for group in generic} & COLLECTIVES or not {group[0].kind for group in generic} & PERSONS:
        return groups
    for group in generic:
        group[0] = replace(group[0], type=form.type, rank=form.rank)
        group.extend(typed[0])
    return generic


def _without_form(groups: list[list[Draft]], caption: Draft) -> list[list[Draft]]:
    """Return the awards that the text states as mere khen thưởng and whose award type the caption names."""
    if caption.type in GENERIC:
        return []
    generic = [group for group in groups if group[0].type in GENERIC and group[0].status == caption.status]
    if caption.count is not None:
        return [group for group in generic if group[0].count == caption.count and alike(group[0].kind, caption.kind)][:1]
    return generic if len(generic) == len(groups) and caption.kind == "tap-the-va-ca-nhan" and not caption.names else []


def with_names(groups: list[list[Draft]], lists: list[NameList]) -> list[list[Draft]]:
    """Add the names of a list to the award of the same number and kind."""
    for named in lists:
        home = next(
            (group for group in groups if group[0].count == named.count and alike(group[0].kind, named.kind) and not group[0].names), None
        )
        if home is not None:
            home[0] = replace(home[0], names=named.names)
            home.append(replace(home[0], span=named.span))
    return groups


def _is_echo(known: AwardGroups, draft: Draft) -> bool:
    """Return whether a draft only refers to an award stated before: ``… chúc mừng các đồng chí được trao Huy hiệu``."""
    if draft.member and any((group[0].count or 0) > 1 and alike(group[0].kind, draft.kind) for group in known.of_type(draft.type)):
        return True
    if (
        draft.type in GENERIC
        and draft.names
        and any(
            group[0].names == draft.names and group[0].sentence is draft.sentence and group[0].type not in GENERIC
            for group in known.naming(draft.names[0])
        )
    ):
        return True  # trao giấy khen biểu dương em A
    if draft.type in GENERIC and (covering := _covering(known, draft)):
        if draft.granted_by and not any(granters_agree(award.granted_by, draft.granted_by) for award in covering):
            return False  # Huyện đoàn trao giấy khen; nhà trường cũng biểu dương
        return draft.rule == "award.passive" or any(award.type not in GENERIC for award in covering)
    graded = draft.type.startswith(("huan-chuong", "anh-hung")) or (draft.type == "giai-thuong" and draft.rank is not None)
    if draft.count is None and not draft.names and graded:
        return any(draft.rank in {None, group[0].rank} for group in known.of_type(draft.type))
    if draft.count is not None or draft.names:
        return False
    if sums_up((group[0] for group in known.of_type(draft.type)), draft):
        return True
    if draft.rule == "award.active" and draft.kind in PERSONS and draft.granted_by is not None:
        return any(
            len(group[0].names) == 1 and alike(group[0].kind, draft.kind) and granters_agree(group[0].granted_by, draft.granted_by)
            for group in known.of_type(draft.type)
        )  # tặng Bằng khen cho nam sinh Trường B; em A, học sinh Trường B, được tặng Bằng khen
    if not draft.rule.endswith(("passive", "receive")):
        return False
    return any(
        (alike(group[0].kind, draft.kind) or draft.rank is None) and granters_agree(group[0].granted_by, draft.granted_by)
        for group in known.of_type(draft.type)
    )


def _covering(known: AwardGroups, draft: Draft) -> list[Draft]:
    """Return the awards stated before of which ``draft`` only says that they were given."""
    return [group[0] for groups in (known.of_count(draft.count), known.of_type(draft.type)) for group in groups if _covers(group[0], draft)]


def _covers(award: Draft, draft: Draft) -> bool:
    """Return whether ``draft`` only refers to ``one``: ``Hai trường được khen là …``, ``A là một trong các đơn vị được khen``."""
    if not alike(award.kind, draft.kind) or award.count is None or award.sentence is draft.sentence:
        return False
    if award.count == draft.count:
        return not draft.names or not award.names or (share_a_name(award.names, draft.names) and not other_time(award, draft))
    return award.type == draft.type and bool(draft.names) and draft.count == 1 and award.count > 1


def _fullness(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    return (
        draft.count is not None,
        draft.rank is not None,
        draft.merit.standard is not None and not draft.merit.describes,
        draft.granted_by is not None,
        len(draft.names),
    )


def _vaguer(groups: list[list[Draft]], draft: Draft) -> bool:
    """Return whether a headline or caption only hints at what the body states more exactly."""
    if draft.status == AwardStatus.PROPOSED:
        groups = [
            group for group in groups if group[0].status == AwardStatus.PROPOSED and granters_agree(group[0].granted_by, draft.granted_by)
        ]
    if draft.count is None or draft.from_title:
        honours = [group for group in groups if group[0].type != "giai-thuong" or draft.count is None]  # not the reward for a prize
        return any(group[0].type == draft.type for group in groups) or (draft.type in GENERIC and bool(honours))
    return False

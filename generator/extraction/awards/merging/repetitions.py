"""What several sentences tell of one award: repetitions become evidence, a total gives way to its parts."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.generic import GENERIC
from generator.extraction.awards.lists.announced import NameList
from generator.extraction.awards.merging.groups import AwardGroups
from generator.extraction.awards.merging.tellings import one_award, other_time, retells, sums_up
from generator.extraction.awards.merging.totals import is_sum, sums, without_totals
from generator.extraction.clauses import Sentence
from generator.extraction.sameness import granters_agree, share_a_name
from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS, alike


def merged(found: list[Draft]) -> list[list[Draft]]:
    """The drafts grouped by award, the fullest of each group first; totals whose parts add up are left out."""
    body = [draft for draft in found if not draft.from_title and not draft.from_caption]
    repeats = [draft for draft in found if draft.from_title or draft.from_caption]
    badges = _badge_lists(body)
    told = AwardGroups()
    for draft in sorted(body, key=lambda one: (one.ceremony, one.count is None and not one.names, one.type in GENERIC)):
        near = told.places(draft, any_number=draft.count is None or (draft.type == "huy-hieu-dang" and bool(draft.names)))
        home = next((at for at in near if one_award(told.all[at][0], draft) and not _other_list(badges, told.all[at][0], draft)), None)
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
    groups = _with_form(_without_members(told.all))
    groups = without_totals(sorted(groups, key=lambda group: min(draft.span for draft in group)))
    added = sums(groups)
    told = AwardGroups(groups)
    for draft in sorted(repeats, key=lambda one: one.from_caption):
        home = next((at for at in _repeated(told, draft) if retells(told.all[at][0], draft)), None)
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


def _without_members(groups: list[list[Draft]]) -> list[list[Draft]]:
    """The groups without those that say of one of several named ones what is told of all: ``trao F cho A`` beside ``A và B được F``."""
    naming: dict[tuple[str, str], list[list[Draft]]] = {}
    for group in groups:
        if len(group[0].names) > 1 and group[0].count == len(group[0].names):
            for name in group[0].names:
                naming.setdefault((group[0].type, name), []).append(group)
    kept: list[list[Draft]] = []
    for group in groups:
        one = group[0]
        whole = naming.get((one.type, one.names[0]), ())[:1] if len(one.names) == 1 and one.count == 1 else ()
        home = next((other for other in whole if other is not group and _says_of_one(other[0], one)), None)
        if home is None:
            kept.append(group)
        else:
            home.extend(group)
    return kept


def _says_of_one(whole: Draft, one: Draft) -> bool:
    if one.sentence is whole.sentence or (one.rank, one.status) != (whole.rank, whole.status) or other_time(whole, one):
        return False
    own_reason = one.merit.standard is not None and not one.merit.describes and one.merit.standard != whole.merit.standard
    return not own_reason and one.type not in GENERIC and granters_agree(one.granted_by, whole.granted_by)


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
    if any(
        group[0].count is None or group[0].status != form.status or not granters_agree(group[0].granted_by, form.granted_by)
        for group in generic
    ):
        return groups
    if not {group[0].kind for group in generic} & COLLECTIVES or not {group[0].kind for group in generic} & PERSONS:
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
        if draft.granted_by and not any(granters_agree(one.granted_by, draft.granted_by) for one in covering):
            return False  # Huyện đoàn trao giấy khen; nhà trường cũng biểu dương
        return draft.rule == "award.passive" or any(one.type not in GENERIC for one in covering)
    graded = draft.type.startswith(("huan-chuong", "anh-hung")) or (draft.type == "giai-thuong" and draft.rank is not None)
    if draft.count is None and not draft.names and graded:
        return any(draft.rank in {None, group[0].rank} for group in told.of_type(draft.type))
    if draft.count is not None or draft.names:
        return False
    if sums_up((group[0] for group in told.of_type(draft.type)), draft):
        return True
    if draft.rule == "award.active" and draft.kind in PERSONS and draft.granted_by is not None:
        return any(
            len(group[0].names) == 1 and alike(group[0].kind, draft.kind) and granters_agree(group[0].granted_by, draft.granted_by)
            for group in told.of_type(draft.type)
        )  # tặng Bằng khen cho nam sinh Trường B; em A, học sinh Trường B, được tặng Bằng khen
    if not draft.rule.endswith(("passive", "receive")):
        return False
    return any(
        (alike(group[0].kind, draft.kind) or draft.rank is None) and granters_agree(group[0].granted_by, draft.granted_by)
        for group in told.of_type(draft.type)
    )


def _covering(told: AwardGroups, draft: Draft) -> list[Draft]:
    """The awards told before of which ``draft`` says no more than that they were given."""
    return [group[0] for groups in (told.of_count(draft.count), told.of_type(draft.type)) for group in groups if _covers(group[0], draft)]


def _covers(one: Draft, draft: Draft) -> bool:
    """``Hai trường được khen là …``, ``A là một trong các đơn vị được khen``: said of an award told before."""
    if not alike(one.kind, draft.kind) or one.count is None or one.sentence is draft.sentence:
        return False
    if one.count == draft.count:
        return not draft.names or not one.names or (share_a_name(one.names, draft.names) and not other_time(one, draft))
    return one.type == draft.type and bool(draft.names) and draft.count == 1 and one.count > 1


def _fullness(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    return (
        draft.count is not None,
        draft.rank is not None,
        draft.merit.standard is not None and not draft.merit.describes,
        draft.granted_by is not None,
        len(draft.names),
    )


def _vaguer(groups: list[list[Draft]], draft: Draft) -> bool:
    """Whether a headline or caption only hints at what the body tells better."""
    if draft.status == "proposed":
        groups = [group for group in groups if group[0].status == "proposed" and granters_agree(group[0].granted_by, draft.granted_by)]
    if draft.count is None or draft.from_title:
        honours = [group for group in groups if group[0].type != "giai-thuong" or draft.count is None]  # a prize won is no reward for it
        return any(group[0].type == draft.type for group in groups) or (draft.type in GENERIC and bool(honours))
    return False

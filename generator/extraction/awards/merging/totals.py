"""Totals and their parts: a total whose parts are stated gives way to them; a headline that adds them up repeats them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.generic import GENERIC
from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS, alike


def sums(groups: list[list[Draft]]) -> dict[tuple[str, bool], int]:
    """Return the sums of the awards' numbers, by type (``*``: any but prizes) and by whether of persons only (true also: of anybody)."""
    totals: dict[tuple[str, bool], int] = {}
    for group in groups:
        draft = group[0]
        if draft.count is not None:
            prize = draft.type == "giai-thuong"  # a reward for the winners is an award of its own
            types = (draft.type,) if prize else (draft.type, "*")
            for key in {(kind, persons) for kind in types for persons in (draft.kind in PERSONS, True)}:
                totals[key] = totals.get(key, 0) + draft.count
    return totals


def is_sum(sums: dict[tuple[str, bool], int], draft: Draft) -> bool:
    """Return whether the number in a headline or caption is the sum of the awards found."""
    keys = {(draft.type, draft.kind in PERSONS), (draft.type, True)}
    if draft.type in GENERIC:
        keys |= {("*", draft.kind in PERSONS), ("*", True)}
    return draft.count is not None and any(sums.get(key) == draft.count for key in keys)


def without_totals(groups: list[list[Draft]]) -> list[list[Draft]]:
    """Leave out each total whose parts are stated, that is, if some run of later awards adds up to its count."""
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


#: A prize without a rank that is a place of its own, not a number of prizes in general.
_PLACE = re.compile(r"giải\s+(?:(?:khuyến\s+khích|tư|đặc\s+biệt)|[a-dđ](?!\w))", re.IGNORECASE)
#: Kinds that exclude one another: a pupil is never part of a number of teachers.
_CALLINGS = {"hoc-sinh", "giao-vien", "nguoi-lao-dong", "doan-vien", "hoi-vien"}


def _may_be_part(total: Draft, part: Draft) -> bool:
    if total.kind != part.kind and {total.kind, part.kind} <= _CALLINGS:
        return False
    if total.title is not None and _PLACE.match(total.title):
        return False
    if total.type in GENERIC:
        compatible = True
    elif total.type == "huy-hieu-dang":
        compatible = part.type == "huy-hieu-dang" and total.rank is None
    else:
        compatible = part.type == total.type and (total.rank is None or total.rank == part.rank)
    collective = total.kind in COLLECTIVES | {"khac"} and part.kind in COLLECTIVES | {"khac"}
    return compatible and (collective or total.kind == "tap-the-va-ca-nhan" or alike(total.kind, part.kind)) and part.status == total.status


def _inherit(part: list[Draft], total: Draft) -> None:
    """Give a part the granter and the merit of its total, unless it has its own."""
    first = part[0]
    merit = first.merit if first.merit.standard else replace(total.merit, years=first.merit.years or total.merit.years)
    part[0] = replace(first, granted_by=first.granted_by or total.granted_by, merit=merit)

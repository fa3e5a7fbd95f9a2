"""Totals and their parts: a total whose parts are told gives way to them, a headline that adds them up repeats them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.awards.draft import Draft
from generator.extraction.awards.forms.generic import GENERIC
from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS, alike


def sums(groups: list[list[Draft]]) -> dict[tuple[str, bool], int]:
    """What the numbers of the awards add up to, by type (``*``: any but prizes) and whether of persons (also true: of anybody)."""
    totals: dict[tuple[str, bool], int] = {}
    for group in groups:
        one = group[0]
        if one.count is not None:
            prize = one.type == "giai-thuong"  # to reward those who won is an award of its own
            types = (one.type,) if prize else (one.type, "*")
            for key in {(kind, persons) for kind in types for persons in (one.kind in PERSONS, True)}:
                totals[key] = totals.get(key, 0) + one.count
    return totals


def is_sum(sums: dict[tuple[str, bool], int], draft: Draft) -> bool:
    """Whether the number that a headline or caption tells is the sum of the awards told."""
    keys = {(draft.type, draft.kind in PERSONS), (draft.type, True)}
    if draft.type in GENERIC:
        keys |= {("*", draft.kind in PERSONS), ("*", True)}
    return draft.count is not None and any(sums.get(key) == draft.count for key in keys)


def without_totals(groups: list[list[Draft]]) -> list[list[Draft]]:
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


#: A prize without a rank that is a place of its own, not a number of prizes at large.
_PLACE = re.compile(r"giải\s+(?:khuyến\s+khích|tư|đặc\s+biệt)", re.IGNORECASE)
#: Callings: of teachers no part is a pupil.
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
    """A part keeps what its total told: granter and merit."""
    first = part[0]
    merit = first.merit if first.merit.standard else replace(total.merit, years=first.merit.years or total.merit.years)
    part[0] = replace(first, granted_by=first.granted_by or total.granted_by, merit=merit)

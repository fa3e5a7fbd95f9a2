"""Prizes told twice, once by their number and once by who won them: ``trong đó có ba huy chương đồng. Ba huy chương đồng thuộc về
A, B và C``."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.awards.draft import Draft


def with_winners(found: list[Draft]) -> list[Draft]:
    """Give the prizes of which only the number is told the kind of those who are told to have won that many of that place, and so
    the prizes beside them in the sentence."""
    told = {(one.rank, one.count): one.kind for one in found if _is_prize(one) and one.kind != "khac"}
    kinds: dict[int, str] = {}
    for one in found:
        if _is_bare(one) and (kind := told.get((one.rank, one.count))) is not None:
            kinds.setdefault(one.sentence.index, kind)
    return [replace(one, kind=kinds[one.sentence.index]) if _is_bare(one) and one.sentence.index in kinds else one for one in found]


def _is_prize(draft: Draft) -> bool:
    return draft.type == "giai-thuong" and draft.group == "prize"


def _is_bare(draft: Draft) -> bool:
    return _is_prize(draft) and draft.kind == "khac" and not draft.names and draft.rule == "award.counted_form"

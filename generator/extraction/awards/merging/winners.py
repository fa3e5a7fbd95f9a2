"""Prizes stated twice, once by number and once with the winners: ``trong đó có ba huy chương đồng. Ba huy chương đồng thuộc về
A, B và C``."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.awards.draft import Draft
from generator.lexicon.award_classes import AwardClass


def with_winners(found: list[Draft]) -> list[Draft]:
    """Fill in the winners' kind of prizes stated by number only.

    It is the kind of those who are elsewhere stated to have won that many prizes of that place. The other prizes of the
    sentence take it too.
    """
    winners = {(draft.rank, draft.count): draft.kind for draft in found if _is_prize(draft) and draft.kind != "khac"}
    kinds: dict[int, str] = {}
    for draft in found:
        if _is_bare(draft) and (kind := winners.get((draft.rank, draft.count))) is not None:
            kinds.setdefault(draft.sentence.index, kind)
    return [
        replace(draft, kind=kinds[draft.sentence.index]) if _is_bare(draft) and draft.sentence.index in kinds else draft for draft in found
    ]


def _is_prize(draft: Draft) -> bool:
    return draft.type == "giai-thuong" and draft.group == AwardClass.PRIZE


def _is_bare(draft: Draft) -> bool:
    return _is_prize(draft) and draft.kind == "khac" and not draft.names and draft.rule == "award.counted_form"

"""Prizes stated twice, once by number and once with the winners: ``trong đó có ba huy chương đồng. Ba huy chương đồng thuộc về
A, B và C``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.extraction.awards.draft import Draft
from generator.extraction.clauses import ArticleText
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon


def with_winners(found: list[Draft], text: ArticleText) -> list[Draft]:
    """Fill in the winners' kind of prizes stated by number only.

    It is the kind of those who are elsewhere stated to have won that many prizes of that place. The other prizes of the
    sentence take it too, unless the sentence counts works: their authors are not known.
    """
    winners = {(draft.rank, draft.count): draft.kind for draft in found if _is_prize(draft) and draft.kind != "khac"}
    kinds: dict[int, str] = {}
    for draft in found:
        if is_bare(draft) and (kind := winners.get((draft.rank, draft.count))) is not None:
            kinds.setdefault(draft.sentence.index, kind)
    filled = []
    for draft in found:
        kind = None
        if is_bare(draft) and draft.sentence.index in kinds:
            kind = winners.get((draft.rank, draft.count)) if _counts_works(draft, text) else kinds[draft.sentence.index]
        filled.append(draft if kind is None else replace(draft, kind=kind))
    return filled


def _counts_works(draft: Draft, text: ArticleText) -> bool:
    """Return whether a work is named before the prizes: ``đối với tác phẩm báo in … 3 giải C``, ``60 giải pháp, trong đó 4 giải nhất``."""
    return _works().search(text.views.canonical, draft.sentence.start, draft.span.start) is not None


@lru_cache(maxsize=1)
def _works() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:đối với|thể loại|cho|\d)\s(?:các\s|những\s)?)(?:{alternatives(lexicon('works').by_variant)})")


def _is_prize(draft: Draft) -> bool:
    return draft.type == "giai-thuong" and draft.group == AwardClass.PRIZE


def is_bare(draft: Draft) -> bool:
    """Return whether a draft is a number of prizes whose winners nothing states."""
    return _is_prize(draft) and draft.kind == "khac" and not draft.names and draft.rule == "award.counted_form"

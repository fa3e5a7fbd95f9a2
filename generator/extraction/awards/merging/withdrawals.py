"""Ends the grants that the article states as withdrawn: those of the holder who lost the honour, not those of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.awards.acts.sides.withdrawing import withdrawn
from generator.extraction.awards.draft import Draft
from generator.extraction.sameness import same_name
from generator.model.facts import AwardStatus

_MOST = 100  # withdrawals by type that grants are compared with; more are not an article's


def still_held(found: list[Draft], canonical: str) -> list[Draft]:
    """Return the drafts without the grants of honours that the text, in its canonical view, withdraws.

    If nobody is read as the holder who lost it, all grants of that type end.
    """
    gone = withdrawn(canonical) if found else set[str]()
    if not gone:
        return found
    lost: dict[str, list[Draft]] = {}
    for draft in found:
        if draft.status == AwardStatus.REVOKED:
            lost.setdefault(draft.type, []).append(draft)
    return [left for draft in found if (left := _left_of(draft, gone, lost)) is not None]


def _left_of(draft: Draft, gone: set[str], lost: dict[str, list[Draft]]) -> Draft | None:
    """Return a draft without the holders who lost it; None if nobody is left."""
    if draft.type not in gone or draft.status == AwardStatus.REVOKED:
        return draft
    others: Sequence[Draft] = lost.get(draft.type, ())[:_MOST]
    if not others:
        return None
    if not draft.names:
        return None if any((draft.kind, draft.count) == (other.kind, other.count) for other in others) else draft
    losers = [name for other in others for name in other.names][:_MOST]
    names = tuple(name for name in draft.names[:_MOST] if not any(same_name(name, loser) for loser in losers)) + draft.names[_MOST:]
    if len(names) == len(draft.names):
        return draft
    count = len(names) if draft.count == len(draft.names) else draft.count
    return replace(draft, names=names, count=count) if names else None

"""Which cited document of an article is the decision that grants an award."""

from __future__ import annotations

from generator.model.archive import Entry
from generator.model.facts import Decision, Document
from generator.text.folding import spelling_key

DECISION = "quyet-dinh"


def cited(entry: Entry, decision: Decision | None) -> Document | None:
    """Return the document of ``entry`` that is ``decision``: by its number, or by its day where it has none. None where it cites no such
    one."""
    if decision is None:
        return None
    found = [document for document in entry.facts.documents if document.kind == DECISION and _same(document, decision)]
    return found[0] if len({(one.number, one.date, one.issuer) for one in found}) == 1 else None


def _same(document: Document, decision: Decision) -> bool:
    if document.number and decision.number:
        return spelling_key(document.number) == spelling_key(decision.number) and _agree(document.date, decision.date)
    return not document.number and not decision.number and document.date is not None and document.date == decision.date


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first.startswith(second) or second.startswith(first)

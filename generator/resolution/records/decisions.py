"""Which cited document of an article is the decision that grants an award."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.archive import Entry
from generator.model.facts import Decision, Document
from generator.text.folding import spelling_key

DECISION = "quyet-dinh"


@dataclass(frozen=True, slots=True)
class CitedDecisions:
    """The decisions that one article cites: ``numbered`` by the spelling key of the number, ``dated`` by the day where they have none."""

    numbered: Mapping[str, tuple[Document, ...]]
    dated: Mapping[str, tuple[Document, ...]]

    @classmethod
    def of(cls, entry: Entry) -> CitedDecisions:
        """Return those of ``entry``."""
        found = [document for document in entry.facts.documents if document.kind == DECISION]
        return cls(
            _grouped((spelling_key(citation.number), citation) for citation in found if citation.number),
            _grouped((citation.date, citation) for citation in found if not citation.number and citation.date is not None),
        )

    def meant(self, decision: Decision | None) -> Document | None:
        """Return the document that is ``decision``: by its number, or by its day where it has none. None where no such one is cited."""
        if decision is None:
            return None
        if decision.number:
            same = self.numbered.get(spelling_key(decision.number), ())
            found = [citation for citation in same if _agree(citation.date, decision.date)]
        else:
            found = [*self.dated.get(decision.date, ())] if decision.date is not None else []
        return found[0] if len({(citation.number, citation.date, citation.issuer) for citation in found}) == 1 else None


def _grouped(pairs: Iterable[tuple[str, Document]]) -> dict[str, tuple[Document, ...]]:
    groups: dict[str, list[Document]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in groups.items()}


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first.startswith(second) or second.startswith(first)

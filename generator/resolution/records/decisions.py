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
            _grouped((spelling_key(one.number), one) for one in found if one.number),
            _grouped((one.date, one) for one in found if not one.number and one.date is not None),
        )

    def meant(self, decision: Decision | None) -> Document | None:
        """Return the document that is ``decision``: by its number, or by its day where it has none. None where no such one is cited."""
        if decision is None:
            return None
        if decision.number:
            same = self.numbered.get(spelling_key(decision.number), ())
            found = [one for one in same if _agree(one.date, decision.date)]
        else:
            found = [*self.dated.get(decision.date, ())] if decision.date is not None else []
        return found[0] if len({(one.number, one.date, one.issuer) for one in found}) == 1 else None


def _grouped(pairs: Iterable[tuple[str, Document]]) -> dict[str, tuple[Document, ...]]:
    groups: dict[str, list[Document]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return {key: tuple(group) for key, group in groups.items()}


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first.startswith(second) or second.startswith(first)

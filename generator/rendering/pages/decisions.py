"""The pages of the decisions by which awards are granted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.archive import Archive, Entry
from generator.model.facts import Award
from generator.resolution.records.decisions import DECISION, CitedDecisions
from generator.resolution.records.documents import documents


@dataclass(frozen=True)
class DecisionPages:
    """``pages`` has the address below ``van-ban/`` of each decision that an article cites, by the article and the number and day cited."""

    pages: Mapping[tuple[str, str | None, str | None], str] = field(default_factory=dict)
    cited: Mapping[str, CitedDecisions] = field(default_factory=dict)

    @classmethod
    def of(cls, archive: Archive) -> DecisionPages:
        """Return those of ``archive``."""
        return cls(
            {
                (slug, award.number, award.date): record.id
                for record in documents(archive)
                if record.kind == DECISION
                for slug, award in record.told
            },
            {entry.slug: CitedDecisions.of(entry) for entry in archive.entries},
        )

    def page(self, entry: Entry, award: Award) -> str | None:
        """Return where the decision that grants ``award`` of ``entry`` has its page; None where the article cites none."""
        document = self.cited[entry.slug].meant(award.decision) if entry.slug in self.cited else None
        return self.pages.get((entry.slug, document.number, document.date)) if document else None


#: No decision has a page.
NO_DECISIONS = DecisionPages()

"""The pages of the decisions by which awards are granted."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.archive import Archive
from generator.resolution.records.decisions import DECISION
from generator.resolution.records.documents import documents


def decision_pages(archive: Archive) -> Mapping[str, Mapping[tuple[str | None, str | None], str]]:
    """Return the address below ``van-ban/`` of each decision that an article of ``archive`` cites: by the article's slug, then by the
    number and day cited."""
    found: dict[str, dict[tuple[str | None, str | None], str]] = {}
    for record in documents(archive):
        if record.kind == DECISION:
            for slug, document in record.mentions:
                found.setdefault(slug, {})[document.number, document.date] = record.id
    return found

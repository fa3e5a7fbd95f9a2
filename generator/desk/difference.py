"""What readers will see changed: the archive as it is now, beside the site as it was built last."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.archive import Archive
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER, tables
from generator.yaml_documents.files import NotRegularError, TooLargeError, regular_bytes

_MOST = 500 * 2**20  # bytes
_SHOWN = ("date", "award", "kind_label", "count", "names", "host_names")
_LISTED = 200  #: changes of a kind that are listed


@dataclass(frozen=True, slots=True)
class Total:
    """A kind of award: how many readers count before and after."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes. ``is_first``: nothing was built yet. Each award is a line of words, an article its title; ``totals`` are those that
    differ, ``all`` that of everything."""

    is_first: bool
    new: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    new_articles: tuple[str, ...]
    gone_articles: tuple[str, ...]
    totals: tuple[Total, ...]
    all: Total

    @property
    def is_nothing(self) -> bool:
        """Whether no award, total or article differs."""
        return not (self.new or self.changed or self.gone or self.new_articles or self.gone_articles)


def difference(archive: Archive, settings: SiteSettings, folder: ArchiveFolder) -> Difference:
    """Return what a build of ``archive`` changes for the readers of the site in ``folder``."""
    now = Data(archive, settings).rows
    before, old_articles = _built(folder, "awards"), _built(folder, "articles")
    old, new = ({str(row["id"]): row for row in rows} for rows in (before or (), now["awards"]))
    pages, there = ({str(row["id"]): str(row["title"]) for row in rows} for rows in (old_articles or (), now["articles"]))
    totals = _totals(old.values(), new.values())
    return Difference(
        before is None,
        _lines(row for key, row in new.items() if key not in old),
        tuple((_line(old[key]), _line(row)) for key, row in new.items() if key in old and _line(old[key]) != _line(row))[:_LISTED],
        _lines(row for key, row in old.items() if key not in new),
        tuple(title for key, title in there.items() if key not in pages)[:_LISTED],
        tuple(title for key, title in pages.items() if key not in there)[:_LISTED],
        tuple(each for each in totals if each.before != each.after),
        Total("", sum(each.before for each in totals), sum(each.after for each in totals)),
    )


def _built(folder: ArchiveFolder, key: str) -> list[dict[str, Any]] | None:
    """Return the rows of a table of the site that was built last; None without one that can be read."""
    path: Path = folder.site / FOLDER / f"{tables()[key].file}.jsonl"
    try:
        return [json.loads(line) for line in regular_bytes(path, _MOST).splitlines() if line.strip()]
    except (OSError, ValueError, NotRegularError, TooLargeError):
        return None


def _totals(*sides: Any) -> list[Total]:
    counts: list[dict[str, int]] = [{}, {}]
    for side, rows in zip(counts, sides, strict=True):
        for row in rows:
            if row.get("counted"):
                side[row["award"]] = side.get(row["award"], 0) + int(row.get("count") or 1)
    names = sorted({*counts[0], *counts[1]})
    return [Total(name, counts[0].get(name, 0), counts[1].get(name, 0)) for name in names]


def _lines(rows: Any) -> tuple[str, ...]:
    return tuple(_line(row) for row in rows)[:_LISTED]


def _line(row: Mapping[str, Any]) -> str:
    """Return an award in one line: its date, form, recipients, number and names."""
    parts = [row.get(name) for name in _SHOWN]
    stated = ("; ".join(map(str, part)) if isinstance(part, Sequence) and not isinstance(part, str) else part for part in parts)
    return " · ".join(str(part) for part in stated if part not in (None, ""))

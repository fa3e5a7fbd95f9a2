"""Which reports there are: ``{path below docs/: bytes}``, and those that a page offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.model.settings import SiteSettings
from generator.processes import fan_out
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.tables import FOLDER as DATA
from generator.rendering.exports.tables import Row
from generator.rendering.handouts.awards import Scope, in_sums, several, sheets
from generator.rendering.handouts.profile import archive_document, unit_profile, year_document
from generator.rendering.handouts.statutory import statutory_sheets
from generator.rendering.handouts.workbook import workbook
from generator.rendering.words.speaking import say, speaking

FOLDER = f"{DATA}/bao-cao"
WHOLE = f"{FOLDER}/ca-kho"
#: A unit with fewer awards has no files of its own: its page shows them all, and its table can be taken away in the browser.
FEWEST = 3
_FEWEST_SCOPES = 20  #: for which a process is worth its start


@dataclass(frozen=True)
class Handouts:
    """The reports of the archive, of each unit of which enough is known, and of each year."""

    portions: Portions
    keeping: Keeping = NOTHING_KEPT

    def of(self, page: str) -> str | None:
        """Return the path of the reports of the page at ``page`` (below docs/), without ending; None if it has none."""
        folder, _, stem = page.removesuffix(".md").partition("/")
        if page in ("index.md", f"{DATA}/index.md", "khen-thuong/index.md"):
            return WHOLE
        name = f"{FOLDER}/{'nam' if folder == 'khen-thuong' else folder}/{stem.split('--')[0] if folder == 'khen-thuong' else stem}"
        return name if name in self.scopes else None

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every report, by path."""
        return dict(self.each_file())

    def each_file(self) -> Iterator[tuple[str, bytes]]:
        """Yield every report with its path."""
        with speaking(self.portions.data.settings):
            work, by = partial(_made, self.portions.data.settings), partial(fan_out, fewest=_FEWEST_SCOPES)
            for files in self.keeping.made("report", work, list(self.scopes.items()), self._depends, by):
                yield from files.items()

    def _depends(self, of: tuple[str, Scope]) -> object:
        """Return what the reports of a scope depend on, beside the settings: the scope, its rows by their digests."""
        path, scope = of
        rows = ([self.keeping.once(row) for row in some] for some in (scope.awards, scope.ratings))
        return path, replace(scope, awards=(), ratings=(), people=frozenset()), sorted(scope.people), *rows

    @cached_property
    def scopes(self) -> Mapping[str, Scope]:
        """What each report is of, by its path without ending."""
        with speaking(self.portions.data.settings):
            return dict(self._scopes())

    def _scopes(self) -> Iterator[tuple[str, Scope]]:
        data = self.portions.data
        awards = tuple(row for row in data.rows["awards"] if not row["gift"])
        ratings = tuple(data.rows["ratings"])
        yield WHOLE, Scope(say("handouts.whole", archive=data.settings.site_name), "index.md", awards, ratings)
        units: dict[str, tuple[list[Row], list[Row]]] = {}
        years: dict[int, tuple[list[Row], list[Row]]] = {}
        for at, rows in enumerate((awards, ratings)):
            for row in rows:
                for unit in _units_of(row):
                    units.setdefault(unit, ([], []))[at].append(row)
                for year in _years_of(row):
                    years.setdefault(year, ([], []))[at].append(row)
        of_units = data.places.index.rows_of_unit
        for unit, (own, rated) in sorted(units.items()):
            people = frozenset(row.id for row in of_units[unit].people) if unit in of_units else frozenset[str]()
            further = people - {str(row["id"]) for row in own}
            own += [row for row in awards if row["id"] in further] if further else []
            if unit in data.places.with_page and len(in_sums(own)) >= FEWEST:
                page = f"don-vi/{unit}.md"
                yield f"{FOLDER}/don-vi/{unit}", Scope(data.names([unit])[0], page, tuple(own), tuple(rated), unit, people)
        for year, (own, rated) in sorted(years.items()):
            if own:
                page = f"khen-thuong/{year}.md"
                yield f"{FOLDER}/nam/{year}", Scope(say("handouts.year", year=str(year)), page, tuple(own), tuple(rated))


def _made(settings: SiteSettings, of: tuple[str, Scope]) -> dict[str, bytes]:
    path, scope = of
    kind = path.removeprefix(f"{FOLDER}/").partition("/")[0]
    further = statutory_sheets(scope, settings) if kind == "nam" else []
    table = workbook(scope.title, [*sheets(scope, settings), *further])
    return {f"{path}.xlsx": table, f"{path}.docx": _PRINTED.get(kind, archive_document)(scope, settings)}


_PRINTED: Mapping[str, Callable[..., bytes]] = {"don-vi": unit_profile, "nam": year_document}


def _units_of(row: Row) -> tuple[str, ...]:
    granter = row.get("granter")
    parts = (*several(row.get("recipients")), *([str(granter)] if granter else []), *several(row["hosts"]))
    return tuple(dict.fromkeys(parts))


def _years_of(row: Row) -> tuple[int, ...]:
    year = row.get("year")
    return several(row.get("years")) or ((year,) if isinstance(year, int) else ())

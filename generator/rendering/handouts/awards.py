"""The sheets of a report: what was granted by form and year, each award, each rating."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.lexicon.load import lexicon
from generator.model.settings import SiteSettings
from generator.rendering.exports.tables import Row
from generator.rendering.handouts.sheets import Cell, Column, Link, Sheet, day
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say

#: Roles of a unit in an award, in the order of their worth to it.
ROLES = ("received", "granted", "announced", "people")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is of: its title, the page it belongs to (below docs/), its awards (without gifts) and ratings, newest first.

    ``unit`` is the unit's id, where it is of one; ``people`` are the ids of the awards of its people.
    """

    title: str
    page: str
    awards: tuple[Row, ...]
    ratings: tuple[Row, ...]
    unit: str | None = None
    people: frozenset[str] = frozenset()

    def of_role(self, role: str) -> list[Row]:
        """Return the awards that count for a part of the unit: those received are also those of before, the others
        only what was granted."""
        rows = [row for row in self.awards if role_of(row, self) == role]
        if role not in ("received", "people"):
            return in_sums(rows)
        return [row for row in rows if row["sure"] and row["status"] in ("granted", "past") and not row["revoked_by"]]


def role_of(row: Row, scope: Scope) -> str:
    """Return the part of the unit of ``scope`` in the award ``row``: it received it, granted it, its people received it, or an article
    about it announces it."""
    if scope.unit in several(row["recipients"]):
        return "received"
    return "granted" if row["granter"] == scope.unit else "people" if row["id"] in scope.people else "announced"


def several(value: object) -> tuple[Any, ...]:
    """Return the values of a cell that may hold several."""
    return value if isinstance(value, tuple) else ()


def adds_up(row: Row) -> bool:
    """Return whether the number of the award ``row`` is in sums: granted, sure, exact, and not withdrawn."""
    return bool(row["counted"]) and row["status"] == "granted" and isinstance(row["count"], int)


def counted(rows: Iterable[Row]) -> int:
    """Return how many recipients the awards ``rows`` have together."""
    return sum(row["count"] for row in rows if adds_up(row) and isinstance(row["count"], int))


def sheets(scope: Scope, settings: SiteSettings) -> list[Sheet]:
    """Return the sheets of the report of ``scope``; those without rows are left out."""
    made = [_summary(scope, settings), _list(scope, settings), _ratings(scope, settings)]
    return [sheet for sheet in made if sheet.rows] or made[:1]


def head_lines(scope: Scope, settings: SiteSettings) -> tuple[str, ...]:
    """Return the lines above a table: what it is of, and where the page is."""
    about = say("handouts.about", archive=settings.site_name)
    return (scope.title, about if settings.site_url is None else f"{about} {page_address(settings, scope.page)}")


def by_form(rows: Sequence[Row]) -> dict[tuple[str, str, str], list[Row]]:
    """Return the awards by year, form and kind of recipient, all in words: the latest years first, then the highest forms. An award of
    several years is listed under all of them once (``2018–2022``)."""
    order = {form: at for at, form in enumerate(lexicon("award-types").by_id)}
    found: dict[tuple[str, str, str], list[Row]] = {}
    ordered = sorted(rows, key=lambda row: (order.get(str(row["type"]), len(order)), row["rank"] or 0, str(row["award"])))
    for row in sorted(ordered, key=lambda row: max(several(row["years"]), default=0), reverse=True):
        found.setdefault((years_of(row), str(row["award"]), str(row["kind_label"] or "")), []).append(row)
    return found


def years_of(row: Row) -> str:
    """Return the years of an award in words."""
    years = several(row["years"])
    if not years:
        return say("handouts.no_year")
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}" if len(set(years)) == last - first + 1 else ", ".join(map(str, sorted(years)))


def in_sums(rows: Iterable[Row]) -> list[Row]:
    """Return the awards that a total is of, those without an exact number too: granted, sure, not withdrawn, no part or sum of others."""
    return [row for row in rows if row["sure"] and row["status"] == "granted" and not row["revoked_by"] and not row["aside"]]


def _summary(scope: Scope, settings: SiteSettings) -> Sheet:
    one_role = scope.unit is None
    columns = [("year", 11), ("award", 34), ("kind", 22), ("times", 10), ("recipients", 14), ("open", 16)]
    rows: list[list[Cell]] = []
    for role in ROLES if scope.unit else (None,):
        own = in_sums(scope.awards) if role is None else scope.of_role(role)
        for (year, award, kind), of in by_form(own).items():
            cells: list[Cell] = [
                int(year) if year.isdigit() else year,
                award,
                kind,
                len(of),
                counted(of),
                sum(not adds_up(row) for row in of),
            ]
            rows.append(cells if role is None else [say(f"handouts.roles.{role}"), *cells])
    # A unit's parts are not added up: what it received, what it granted and what is announced are three things.
    heads = [Column(say(f"handouts.heads.{name}"), width, one_role and name in ("times", "recipients", "open")) for name, width in columns]
    if not one_role:
        heads.insert(0, Column(say("handouts.heads.role"), 20))
    return Sheet(say("handouts.summary"), head_lines(scope, settings), tuple(heads), rows, (say("handouts.how"),))


_LIST = (
    ("number", 6), ("date", 12), ("year", 9), ("award", 30), ("recipients_names", 44), ("kind", 18), ("recipients", 10), ("precision", 14),
    ("standard", 40), ("granter", 30), ("decision", 20), ("decision_date", 13), ("hosts", 34), ("status", 16), ("in_sums", 10),
    ("doubt", 24), ("quote", 60), ("link", 16), ("id", 30),
)  # fmt: skip


def _list(scope: Scope, settings: SiteSettings) -> Sheet:
    columns = [Column(say(f"handouts.heads.{name}"), width) for name, width in _LIST]
    if scope.unit is not None:
        columns.insert(1, Column(say("handouts.heads.role"), 16))
    rows = [_award(at, row, scope, settings) for at, row in enumerate(scope.awards, 1)]
    return Sheet(say("handouts.list"), head_lines(scope, settings), tuple(columns), rows, (say("handouts.how"),))


def _award(at: int, row: Row, scope: Scope, settings: SiteSettings) -> list[Cell]:
    years = several(row["years"])
    names = "; ".join(dict.fromkeys((*several(row["recipient_names"]), *several(row["names"]))))
    cells: list[Cell] = [
        at,
        day(row["date"]),
        years[0] if len(years) == 1 else years_of(row) if years else None,
        _text(row["award"]),
        names,
        _text(row["kind_label"]),
        _number(row["count"]),
        labels().of("approximations", str(row["approximate"])) if row["approximate"] else None,
        _text(row["standard"]),
        _text(row["granted_by"]),
        _text(row["decision_number"]),
        day(row["decision_date"]),
        "; ".join(map(str, several(row["host_names"]))),
        say("handouts.revoked") if row["revoked_by"] else _text(row["status_label"]),
        say("handouts.yes") if adds_up(row) else say("handouts.no"),
        _text(row["doubt"]),
        " … ".join(map(str, several(row["quotes"]))),
        link_to(row, settings),
        _text(row["id"]),
    ]
    if scope.unit is not None:
        cells.insert(1, say(f"handouts.roles.{role_of(row, scope)}"))
    return cells


def _ratings(scope: Scope, settings: SiteSettings) -> Sheet:
    widths = (("number", 6), ("year", 8), ("hosts", 40), ("subject", 24), ("level", 34), ("recipients", 10), ("percent", 10), ("doubt", 24),
              ("quote", 60), ("link", 16))  # fmt: skip
    rows: list[list[Cell]] = [
        [
            at,
            _number(row["year"]),
            "; ".join(map(str, several(row["host_names"]))),
            _text(row["subject_label"]),
            _text(row["level_label"]),
            _number(row["count"]),
            _number(row["percent"]),
            _text(row["doubt"]),
            " … ".join(map(str, several(row["quotes"]))),
            link_to(row, settings),
        ]
        for at, row in enumerate(scope.ratings, 1)
    ]
    columns = tuple(Column(say(f"handouts.heads.{name}"), width) for name, width in widths)
    return Sheet(say("handouts.ratings"), head_lines(scope, settings), columns, rows)


def link_to(row: Row, settings: SiteSettings) -> Link | None:
    """Return the link to the words that state the fact ``row``."""
    evidence = several(row["evidence"])
    if not evidence:
        return None
    base = settings.site_url
    return Link(say("handouts.see") if base else str(evidence[0]), f"{base}{evidence[0]}" if base else None)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(value: object) -> int | float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None

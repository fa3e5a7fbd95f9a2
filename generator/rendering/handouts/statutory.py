"""The statutory summary sheets of a year, as far as articles answer them (``statutory.yml``); each number leads to its rows.

What articles cannot answer is left empty and marked. An award without an exact number adds nothing, and an award whose recipients are of
several kinds is in the total only; both are among the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from generator.lexicon.granter_levels import level_of
from generator.lexicon.recipient_kinds import COLLECTIVES, PEOPLE, PERSONS
from generator.model.settings import SiteSettings
from generator.rendering.exports.tables import Row
from generator.rendering.handouts.awards import Scope, counted, head_lines, in_sums, link_to, several
from generator.rendering.handouts.sheets import EMPTY, Cell, Column, Jump, Sheet, day
from generator.rendering.words.speaking import say
from generator.yaml_documents import load_packaged

_ENTERPRISE = "doanh-nghiep"
_FIRST = 4  #: the line of the head in a sheet of rows, below two lines and an empty one
#: The kinds of recipients in the order of a column's rows, so that each row of a sheet leads to a run of them.
_ORDER = ("enterprise", "collective", "household", "person", "several")


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form: the types of award in it, and of which levels the granter must be (none: any); whether it is there only where an
    award belongs in it."""

    title: str
    types: frozenset[str]
    levels: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form: its code, title and unit of measure; ``kind`` of the recipients, None where articles do not answer it."""

    code: str
    title: str
    unit: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Form:
    """A statutory sheet."""

    number: str
    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """Return the forms of ``statutory.yml``."""
    written = load_packaged((files("generator.rendering.handouts") / "statutory.yml").read_bytes())
    return tuple(
        Form(
            form["number"],
            form["title"],
            tuple(
                FormColumn(of["title"], frozenset(of["types"]), frozenset(of.get("levels", ())), of.get("optional", False))
                for of in form["columns"]
            ),
            tuple(FormRow(of["code"], of["title"], of.get("unit", ""), of.get("kind")) for of in form["rows"]),
        )
        for form in written
    )


def statutory_sheets(scope: Scope, settings: SiteSettings) -> list[Sheet]:
    """Return the statutory sheets of the year of ``scope``, each followed by the sheet of its rows; none where no award belongs in it."""
    made: list[Sheet] = []
    awards = in_sums(scope.awards)
    for form in forms():
        held = [(column, [row for row in awards if _belongs(row, column)]) for column in form.columns]
        if any(rows for _, rows in held):
            kept = [(column, rows) for column, rows in held if rows or not column.optional]
            made += _pair(replace(form, columns=tuple(column for column, _ in kept)), [rows for _, rows in kept], scope, settings)
    return made


def _belongs(row: Row, column: FormColumn) -> bool:
    if row["type"] not in column.types:
        return False
    if not column.levels:
        return True
    level = level_of(str(row["granted_by"])) if row["granted_by"] else None
    return level is not None and level.id in column.levels


def kind_of(row: Row) -> str:
    """Return which kind of recipients of the forms an award has; ``several`` where it has more than one, or none of them."""
    kind = str(row["kind"])
    if kind == _ENTERPRISE:
        return "enterprise"
    return "collective" if kind in COLLECTIVES else "person" if kind in PERSONS else "household" if kind in PEOPLE else "several"


def _pair(form: Form, held: Sequence[Sequence[Row]], scope: Scope, settings: SiteSettings) -> Iterator[Sheet]:
    number = form.number.partition("/")[0]
    name, rows_name = say("handouts.form", number=number), say("handouts.form_rows", number=number)
    ordered = [sorted(rows, key=lambda row: _ORDER.index(kind_of(row))) for rows in held]
    starts = _starts(ordered)
    lines: list[list[Cell]] = []
    for row in form.rows:
        cells: list[Cell] = [EMPTY] * (len(form.columns) + 1)
        if row.kind is not None:
            own = [[award for award in rows if _of_kind(award, row.kind)] for rows in ordered]
            cells = [_cell(of, rows_name, starts.get((at, row.kind))) for at, of in enumerate(own)]
            first = next((starts[at, row.kind] for at, of in enumerate(own) if of), None)
            cells.insert(0, _cell([award for of in own for award in of], rows_name, first))
        lines.append([row.title, row.code, row.unit or None, *cells])
    heads = [
        Column(say("handouts.form_heads.row"), 44),
        Column(say("handouts.form_heads.code"), 8),
        Column(say("handouts.form_heads.unit"), 12),
    ]
    heads += [Column(say("handouts.form_heads.total"), 10), *(Column(column.title, 14) for column in form.columns)]
    above = (say("handouts.form_title", number=form.number, title=form.title), *head_lines(scope, settings)[:1])
    notes = (say("handouts.form_how"), say("handouts.form_empty"), say("handouts.form_source"), say("handouts.how"))
    yield Sheet(name, above, tuple(heads), lines, notes, filtered=False)
    yield _rows_sheet(rows_name, above, form, ordered, settings)


def _starts(ordered: Sequence[Sequence[Row]]) -> Mapping[tuple[int, str], int]:
    """Return the line of the sheet of rows at which the rows of each column and kind begin."""
    found: dict[tuple[int, str], int] = {}
    line = _FIRST
    for at, rows in enumerate(ordered):
        for row in rows:
            line += 1
            for kind in ("total", "collective", "enterprise", "household", "person"):
                if _of_kind(row, kind):
                    found.setdefault((at, kind), line)
    return found


def _of_kind(row: Row, kind: str) -> bool:
    own = kind_of(row)
    return kind in ("total", own) or (kind == "collective" and own == "enterprise")


def _cell(rows: Sequence[Row], sheet: str, line: int | None) -> Cell:
    return Jump(counted(rows), sheet, line) if rows and line else 0


def _rows_sheet(name: str, above: tuple[str, ...], form: Form, ordered: Sequence[Sequence[Row]], settings: SiteSettings) -> Sheet:
    widths = (("form_column", 34), ("date", 12), ("award", 30), ("recipients_names", 44), ("kind", 18), ("recipients", 10), ("granter", 30),
              ("decision", 18), ("quote", 60), ("link", 16))  # fmt: skip
    rows: list[list[Cell]] = [
        [
            column.title,
            day(row["date"]),
            str(row["award"]),
            "; ".join(dict.fromkeys((*several(row["recipient_names"]), *several(row["names"])))),
            str(row["kind_label"] or ""),
            row["count"] if isinstance(row["count"], int) else None,
            str(row["granted_by"] or ""),
            str(row["decision_number"] or ""),
            " … ".join(map(str, several(row["quotes"]))),
            link_to(row, settings),
        ]
        for column, of in zip(form.columns, ordered, strict=True)
        for row in of
    ]
    return Sheet(name, above, tuple(Column(say(f"handouts.heads.{key}"), width) for key, width in widths), rows)

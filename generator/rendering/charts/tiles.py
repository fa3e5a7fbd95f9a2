"""The provinces as tiles, about where they lie, the darker the more: the 63 until 30 June 2025 and the 34 since (``provinces.yml``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.lexicon.load import lexicon
from generator.model.archive import LedgerRow
from generator.model.facts import AwardStatus
from generator.model.unit import Unit, with_those_above
from generator.rendering.charts.by_year import ChartView
from generator.rendering.charts.drawing import Frame, cell, drawing, label, words
from generator.rendering.words import speaking, wording
from generator.rendering.words.speaking import say
from generator.resolution.events.totals import counts as counts_in_totals
from generator.text.folding import folded
from generator.yaml_documents import load_packaged

_CHANGED = "2025-07"  #: the month from whose first day the 34 provinces are
_KINDS = ("thanh pho ", "tinh ", "tp ")
_TILE_WIDTH, _TILE_HEIGHT, _GAP = 50, 34, 3
_PALEST, _DARKEST, _EMPTY = 0.12, 0.45, 0.04  # opacity of a tile: ink on the darkest is still read
_LONGEST = 4  #: words of a province's name
_FORMER = {"hue": "thua thien hue"}  #: a name of today by the one it had


@dataclass(frozen=True, slots=True)
class Tile:
    """A province: its name, the short sign in its tile, and where the tile is."""

    name: str
    sign: str
    column: int
    row: int


@cache
def divisions() -> Mapping[str, Mapping[str, Tile]]:
    """Return the tiles of the two divisions, ``before`` and ``since``, by the folded name."""
    table = load_packaged((files("generator.rendering.charts") / "provinces.yml").read_bytes())
    return {
        division: {key(row["name"]): Tile(row["name"], str(row["sign"]), *row["at"]) for row in rows} for division, rows in table.items()
    }


def key(name: str) -> str:
    """Return a province's name folded, without what it is and without dashes."""
    plain = " ".join(folded(name).replace("-", " ").split())
    return next((plain.removeprefix(kind) for kind in _KINDS if plain.startswith(kind)), plain)


def awards_by_province(rows: Iterable[LedgerRow], units: Mapping[str, Unit]) -> tuple[ChartView, ...]:
    """Return how many times awards were granted in which units of each province have part, before and since July 2025: by the day that the
    award is known from, once for each province. A division with fewer than two provinces has no picture."""
    counts = {"before": Counter[str](), "since": Counter[str]()}
    province_of = finder(units)
    for row in rows:
        month = (row.date or "")[:7]
        if not (counts_in_totals(row) and row.award.status == AwardStatus.GRANTED and month) or month == _CHANGED[:4]:
            continue  # of 2025 without a month it is not known
        division = "before" if month < _CHANGED else "since"
        for name in {province_of(unit) for unit in (*row.hosts, *row.recipients, row.granter) if unit}:
            found = name and (name if name in divisions()[division] else _FORMER.get(name))
            if found and found in divisions()[division]:
                counts[division][found] += 1
    return tuple(_view(division, counts[division]) for division in ("since", "before") if len(counts[division]) > 1)


def province(name: str) -> str:
    """Return a province's name as lists show it, by its folded name."""
    return next(tiles[name].name for tiles in (divisions()["since"], divisions()["before"]) if name in tiles)


def finder(units: Mapping[str, Unit]) -> Callable[[str], str | None]:
    """Return what gives the folded name of the province in which a unit is: by its place, what it belongs to, or its own name (``Sở Y tế
    tỉnh Lâm Đồng``); None where none says."""
    known = {name for tiles in divisions().values() for name in tiles}

    @cache
    def found(unit_id: str) -> str | None:
        for unit in with_those_above(unit_id, units):
            if unit.kind in ("tinh", "thanh-pho") and key(unit.name) in known:
                return key(unit.name)
            if (named := _named(unit, known)) is not None:
                return named
        return None

    return found


def _named(unit: Unit, known: Container[str]) -> str | None:
    """Return the province with which a unit's name ends, where the name says that it is one: ``tỉnh``, ``thành phố``, or what only a
    province has."""
    kind = lexicon("unit-kinds").by_id.get(unit.kind or "")
    of_province = kind is not None and kind.get("level") == "province"
    words = key(unit.name).split()
    if "--" in unit.id:  # made of the name, short forms written out
        words = unit.id.partition("--")[0].split("-")
    for at in range(max(0, len(words) - _LONGEST), len(words)):
        name = " ".join(words[at:])
        if name in known and (of_province or words[at - 1 : at] == ["tinh"] or words[at - 2 : at] == ["thanh", "pho"]):
            return name
    return None


def _view(division: str, counts: Counter[str]) -> ChartView:
    tiles = divisions()[division]
    order = sorted(counts, key=lambda name: (-counts[name], name))
    numbers = tuple((tiles[name].name, wording.number(counts[name])) for name in order)
    title = say(f"charts.provinces_{division}")
    columns, rows = (max(at) + 1 for at in zip(*((tile.column, tile.row) for tile in tiles.values()), strict=True))
    frame = Frame(_TILE_WIDTH * columns, _TILE_HEIGHT * rows, 2, 2, 2, 2)
    described = "; ".join(f"{name}: {n}" for name, n in numbers)
    picture = drawing(_marks(tiles, counts), frame).titled(title, f"{described}.")
    return ChartView(title, picture, (say("heads.times"),), numbers, False, head=say("heads.province"), legend=False)


def _marks(tiles: Mapping[str, Tile], counts: Counter[str]) -> Iterator[str]:
    most = max(counts.values())
    book = speaking.words()
    for name, tile in tiles.items():
        x, y, n = _TILE_WIDTH * tile.column, _TILE_HEIGHT * tile.row, counts[name]
        opacity = _PALEST + (_DARKEST - _PALEST) * n / most if n else _EMPTY
        yield cell(x, y, _TILE_WIDTH - _GAP, _TILE_HEIGHT - _GAP, "--ky-chart-1", opacity)
        yield label(x + (_TILE_WIDTH - _GAP) / 2, y + (14 if n else 20), tile.sign, anchor="middle")
        yield words(x + (_TILE_WIDTH - _GAP) / 2, y + 27, book.number(n) if n else "", size=11)

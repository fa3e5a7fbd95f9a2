"""Checks across rows of the authority file: duplicate or missing ids, circles, names claimed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.lexicon.load import lexicon
from generator.messages import message
from generator.resolution.addresses import DEVICES, RESERVED
from generator.resolution.periods import first_day, last_day, overlap
from generator.resolution.units.names import Words, name_words
from generator.resolution.yaml_rows import Error, Row

_REFERENCES = ("parent", "place", "successor")


def checks(rows: Sequence[Row]) -> list[Error]:
    """Return the errors of rows that are each well-formed."""
    by_id: dict[str, Row] = {}
    errors: list[Error] = []
    for row in rows:
        first = by_id.setdefault(row.values["id"], row)
        if first is not row:
            what, fix = message("ids.twice", id=repr(row.values["id"])), message("ids.fix.twice", line=first.line)
            errors.append(Error(row.line_of("id"), what, fix))
    for row in by_id.values():
        errors += [*_taken(row), *_dangling(row, by_id), *_circles(row, by_id), *_times(row), *_bare(row)]
    return errors + list(_claims(list(by_id.values())))


def _taken(row: Row) -> Iterator[Error]:
    """Yield an id at whose address something else is, or of which Windows cannot make a file."""
    taken = row.values["id"]
    if taken in RESERVED:
        why = message("ids.device" if taken in DEVICES else "ids.taken", id=repr(taken))
        yield Error(row.line_of("id"), why, message("ids.fix.another", example=f"{taken}-1"))


def _targets(row: Row, key: str) -> tuple[str, ...]:
    value = row.values.get(key, ())
    return (value,) if isinstance(value, str) else tuple(value)


def _dangling(row: Row, by_id: Mapping[str, Row]) -> Iterator[Error]:
    for key in _REFERENCES:
        for target in _targets(row, key):
            if target not in by_id:
                yield Error(row.line_of(key), message("units.dangling", key=key, id=repr(target)), message("units.fix.dangling"))


def _circles(row: Row, by_id: Mapping[str, Row]) -> Iterator[Error]:
    """Yield a unit that is its own parent, place or successor by way of others, at each entry of the circle."""
    for key in _REFERENCES:
        seen: set[str] = set()
        waiting = list(_targets(row, key))
        while waiting:
            current = waiting.pop()
            if current not in seen and current in by_id:
                seen.add(current)
                waiting += _targets(by_id[current], key)
        if row.values["id"] in seen:
            yield Error(row.line_of(key), message("units.circle", key=key, id=repr(row.values["id"])), message("units.fix.circle"))


def _times(row: Row) -> Iterator[Error]:
    begins, ends = row.values.get("valid_from"), row.values.get("valid_until")
    if begins and ends and first_day(begins) > last_day(ends):
        yield Error(row.line_of("valid_from"), message("units.times", begins=begins, ends=ends), message("units.fix.times"))
    kind = lexicon("unit-kinds").by_id.get(row.values.get("kind", ""))
    last = kind.get("until") if kind else None
    if kind and last and (ends is None or first_day(ends) > last_day(last)):
        known = {"kind": kind.label, "last": last}
        what = message("units.ends_later", ends=ends, **known) if ends else message("units.no_end", **known)
        yield Error(row.line_of("valid_until" if ends else "kind"), what, message("units.fix.ends", last=last))


def _bare(row: Row) -> Iterator[Error]:
    """Names without a letter, and a basis without what it is the basis of."""
    for key in ("name", "variants"):
        for form in _targets(row, key):
            if not name_words(form):
                yield Error(row.line_of(key), message("units.no_word", key=key, name=repr(form)), message("units.fix.no_word"))
    if "place_basis" in row.values and "place" not in row.values:
        yield Error(row.line_of("place_basis"), message("units.basis"), message("units.fix.basis"))


def _claims(rows: Sequence[Row]) -> Iterator[Error]:
    """Names that two units bear at the same time, unless they lie in two places. A name is stated once, where it is claimed again first."""
    owners: dict[Words, _Owners] = {}
    found: dict[Words, tuple[Row, str, str, Row]] = {}
    counts: Counter[Words] = Counter()
    for row in rows:
        forms = [("name", row.values["name"]), *(("variants", form) for form in row.values.get("variants", ()))]
        claimed: set[Words] = set()
        for key, form in forms:
            words = name_words(form)
            if words in claimed:
                continue
            claimed.add(words)
            bearers = owners.setdefault(words, _Owners())
            other = bearers.at_odds(row)
            bearers.add(row)
            if other is not None:
                found.setdefault(words, (row, key, form, other))
                counts[words] += 1
    for words, (row, key, form, other) in found.items():
        what = message("units.borne", name=repr(form), other=repr(other.values["id"]), line=other.line)
        if counts[words] > 1:
            what = message("units.borne_again", what=what, n=counts[words] - 1)
        yield Error(row.line_of(key), what, message("units.fix.borne"))


class _Owners:
    """The units that bear one name so far, by place: only those of one place, or of none, can be at odds."""

    def __init__(self) -> None:
        self._by_place: dict[str | None, list[Row]] = {}

    def add(self, row: Row) -> None:
        self._by_place.setdefault(row.values.get("place"), []).append(row)

    def at_odds(self, row: Row) -> Row | None:
        """Return the first in the file that has the name at the same time as ``row``, or None."""
        place = row.values.get("place")
        groups = self._by_place.values() if place is None else [self._by_place.get(where, []) for where in (place, None)]
        firsts = (next((other for other in group if _same_time(row, other)), None) for group in groups)
        return min((first for first in firsts if first is not None), key=lambda first: first.line, default=None)


def _same_time(row: Row, other: Row) -> bool:
    return overlap(
        (row.values.get("valid_from"), row.values.get("valid_until")), (other.values.get("valid_from"), other.values.get("valid_until"))
    )

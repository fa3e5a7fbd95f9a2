"""Reads ``seeds/redirects.yml``: which address an article had before its file was renamed, a unit before its id was.

- old: le-khen-thuong        # bai/le-khen-thuong/ now leads to
  new: le-khen-thuong-2022   # bai/le-khen-thuong-2022/
- old: don-vi/dang-uy-xa-a   # a unit that was renamed or merged
  new: don-vi/dang-uy-xa-b

The file is a history: entries are in the order in which names were given, and lead on through each other, so that a further rename is
a further entry, and one that leads back makes those before it hold no more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from generator.errors import RedirectError
from generator.messages import message
from generator.model.archive import Archive, Entry, Redirect
from generator.reading.files import contents_if_any
from generator.resolution.addresses import RESERVED
from generator.resolution.yaml_rows import Error, Row, read_rows, refusal, slug_id
from generator.resolution.yaml_values import Field, Unfit, words

UNITS = "don-vi/"
_UNIT = re.compile(rf"{UNITS}[a-z0-9]+(?:--?[a-z0-9]+)*")


def _place(node: yaml.Node) -> str:
    """Return an article's slug, or ``don-vi/`` with a unit's id."""
    value = words(node)
    if not value.startswith(UNITS):
        return slug_id(node)
    if not _UNIT.fullmatch(value):
        raise Unfit(node, message("addresses.not_a_unit", value=repr(value)), message("addresses.fix.unit"))
    return value


_FIELDS = {"old": Field(_place, required=True), "new": Field(_place, required=True)}


def read_redirects(path: Path) -> tuple[Redirect, ...]:
    """Return the redirects in the file at ``path``; none where there is no such file.

    Raises RedirectError with all errors of the file, each with its line and its fix.
    """
    data = contents_if_any(path, RedirectError)
    return () if data is None else parse_redirects(data, path)


def parse_redirects(data: bytes, path: Path) -> tuple[Redirect, ...]:
    """Return the redirects in ``data``, the content of the file at ``path``. Raises what :func:`read_redirects` raises."""
    rows, errors = read_rows(data, _FIELDS)
    errors = sorted(errors or _misled(rows), key=lambda error: error.line or 0)
    if errors:
        raise refusal(errors, path, RedirectError)
    return tuple(Redirect(row.values["old"], row.values["new"], row.line) for row in rows)


def with_redirects(archive: Archive, redirects: tuple[Redirect, ...], path: str) -> Archive:
    """``archive`` with those of ``redirects`` that lead from where no article or unit is to where one is; the others are errors of the file
    at ``path`` (relative to the archive's folder). An article leads on from its copies' addresses too."""
    places: dict[str, str] = {former: entry.slug for entry in archive.entries for former in entry.former}
    places |= {slug: slug for slug in (*archive.by_slug, *archive.missing, *archive.hidden_articles)}
    places |= {f"{UNITS}{unit}": f"{UNITS}{unit}" for unit in archive.units}
    kept, errors, former = [], [], dict[str, list[str]]()
    onward: dict[str, str] = {}
    returned: set[str] = set()
    for redirect in reversed(redirects):
        old, new = (place if place.startswith(UNITS) else f"bai/{place}" for place in (redirect.old, redirect.new))
        there = onward.get(redirect.new, places.get(redirect.new))
        earlier = redirect.old in onward
        returned.add(redirect.new)
        if there is not None:
            onward.setdefault(redirect.old, there)
        if places.get(redirect.old) == redirect.old and redirect.old not in returned:
            problem, fix = message("addresses.taken", old=old), message("addresses.fix.remove")
        elif there is None:
            problem, fix = message("addresses.nowhere", new=new), message("addresses.fix.now")
        else:
            if not earlier and places.get(redirect.old) != redirect.old:
                kept.append(replace(redirect, new=there))
                former.setdefault(there, []).append(redirect.old)
            continue
        errors.append(RedirectError(problem, path=path, line=redirect.line, fix=fix))
    errors.reverse()
    kept.reverse()
    entries = tuple(_known_as(entry, former) for entry in archive.entries)
    return replace(archive, entries=entries, redirects=tuple(kept), errors=(*archive.errors, *errors))


def _known_as(entry: Entry, former: Mapping[str, list[str]]) -> Entry:
    return replace(entry, former=tuple(dict.fromkeys((*entry.former, *former[entry.slug])))) if entry.slug in former else entry


def _misled(rows: list[Row]) -> list[Error]:
    """Return an address that no article can have had, one that leads to itself, or that leads to two places at once: twice without a
    return."""
    lines: dict[str, int] = {}
    errors = []
    for row in rows:
        old = row.values["old"]
        if old in RESERVED:
            errors.append(Error(row.line_of("old"), message("addresses.never", old=repr(old)), message("addresses.fix.remove")))
        if old in lines:
            errors.append(Error(row.line_of("old"), message("addresses.twice", old=repr(old)), message("rows.fix.twice", line=lines[old])))
        if old == row.values["new"]:
            errors.append(Error(row.line_of("new"), message("addresses.itself", new=repr(old)), message("addresses.fix.remove")))
        lines.setdefault(old, row.line_of("old"))
        lines.pop(row.values["new"], None)  # the name came back, and may go again
    errors += [
        Error(row.line_of("new"), message("addresses.kinds"), message("addresses.fix.kinds"))
        for row in rows
        if row.values["old"].startswith(UNITS) != row.values["new"].startswith(UNITS)
    ]
    return errors

"""What an archive's records and totals come to, beside what a person counted by hand.

    python benchmarks/totals.py [ARCHIVE [EXPECTED.yml]]

ARCHIVE is an archive's folder, by default this one. Without EXPECTED.yml it prints the numbers: of the archive, of each unit that received,
granted or announced an award, and of each person who received one. With it, it compares; the file holds what a person counted:

    - articles: [le-trao-a, le-trao-b]   # addresses bai/… : the rows that these articles report
      granted: 1279                      # recipients that count, each award once
      awards: 5                          # rows that count (optional)
      why: the total and its parts
    - unit: so-hoa-mai                   # received, granted, announced: numbers on the unit's page
      received: 1
    - person: Lê Thị Lụa                 # awards of the persons of this name together
      received: 1

It prints each line that differs, and ends with 1 if any does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.parts.records.records import record
from generator.resolution.archive_index import ArchiveIndex, UnitRows
from generator.resolution.events.totals import counts, is_received, totals
from generator.text.folding import spelling_key


def main(arguments: list[str]) -> int:
    """Print the numbers of the archive, or those that differ from what is expected; return the exit code."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1]
    archive, _ = gather(ArchiveFolder.at(folder)).assembled()
    index = ArchiveIndex.of(archive)
    if len(arguments) < 2:
        print("\n".join(_numbers(index)))
        return 0
    expected: list[dict[str, Any]] = yaml.safe_load(Path(arguments[1]).read_text(encoding="utf-8"))
    wrong = [line for one in expected for line in _differences(index, one)]
    print("\n".join([*wrong, f"{len(expected) - len({line.split(':')[0] for line in wrong})} of {len(expected)} as expected"]))
    return 1 if wrong else 0


def _numbers(index: ArchiveIndex) -> Iterator[str]:
    yield f"archive: {totals(index.archive.ledger)}"
    for unit, rows in sorted(index.rows_of_unit.items()):
        of = record(rows)
        yield (
            f"don-vi/{unit}: received {of.received}, granted {of.granted.granted} in {of.granted.articles}, announced "
            f"{of.announced.granted} in {of.announced.articles}, its people {of.people}"
        )
    for person in index.persons:
        if honours := index.honours.get(person.id):
            yield f"nguoi/{person.id}: received {sum(map(is_received, honours))}"


def _differences(index: ArchiveIndex, one: dict[str, Any]) -> Iterator[str]:
    name, found = _found(index, one)
    for key, value in found.items():
        if key in one and one[key] != value:
            yield f"{name}: {key} is {value}, expected {one[key]} ({one.get('why', '')})"


def _found(index: ArchiveIndex, one: dict[str, Any]) -> tuple[str, dict[str, int]]:
    """Return what ``one`` is about, and its numbers."""
    if "articles" in one:
        told = {row.id: row for slug in one["articles"] for row in index.rows_of_article.get(slug, ())}.values()
        return ", ".join(one["articles"]), {"granted": totals(told).granted, "awards": sum(map(counts, told))}
    if "unit" in one:
        of = record(index.rows_of_unit.get(one["unit"], UnitRows()))
        return one["unit"], {"received": of.received, "granted": of.granted.granted, "announced": of.announced.granted, "people": of.people}
    name = spelling_key(one["person"])
    of_name = [person for person in index.persons if name in person.names]
    rows = {row.id: row for person in of_name for row in index.honours.get(person.id, ())}.values()
    return one["person"], {"received": sum(map(is_received, rows)), "persons": len(of_name)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

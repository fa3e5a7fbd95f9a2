"""Decisions about a row as entries of the files of corrections and checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.desk.checking.leading import expected_of, plain, quoted
from generator.desk.checking.rows import Row, row_with
from generator.desk.checking.shelf import Judged, Shelf
from generator.desk.files.saving import Contents, Saver
from generator.desk.files.yaml_lists import YamlList
from generator.desk.problems import DeskError, StaleError
from generator.errors import KyYeuError
from generator.messages import message
from generator.model.check import WHOLE
from generator.model.facts import CERTAINTY
from generator.model.span import Span
from generator.resolution.checks.entries import entries as check_entries
from generator.resolution.checks.matching import reading, text_digest
from generator.resolution.corrections.apply import apply
from generator.resolution.corrections.entries import entries as correction_entries
from generator.resolution.corrections.fields import FACT_FIELDS
from generator.text.quotes import occurrences


@dataclass(frozen=True, slots=True)
class Person:
    """Who decides, and when: ISO 8601 with the time."""

    name: str
    now: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Where decisions are taken from and put."""

    shelf: Shelf
    saver: Saver

    def judged(self, name: str) -> Judged:
        """Return the article ``name`` as it is decided now. Raises its error, and KeyError without one."""
        found = self.shelf.judged(name)
        if isinstance(found, KyYeuError):
            raise found
        return found

    def confirm(self, name: str, key: str, state: str, person: Person) -> None:
        """Note that the row is right as it is read. Raises StaleError if another has decided since."""

        def edit(files: _Files) -> None:
            row = files.row(key, state)
            files.drop_checks(row)
            files.check(_check(files.judged, row, person))

        self._decide(name, edit, "confirmed")

    def reject(self, name: str, key: str, state: str, person: Person, why: str) -> None:
        """Take the fact away: a removal, or one that a person added is taken out again."""

        def edit(files: _Files) -> None:
            row = files.row(key, state)
            if row.fact is None:
                raise DeskError(message("desk.field_stays"), fix=message("desk.fix.field_stays"))
            files.drop_checks(row)
            files.drop_corrections(row)
            if row.before is not None:
                files.correct(_removal(files.judged, row, person, why))

        self._decide(name, edit, "rejected")

    def correct(self, name: str, key: str, state: str, values: Mapping[str, Any], span: Span | None, person: Person, why: str) -> None:
        """Give the fact the ``values`` (of every field but its certainty), and ``span`` as its evidence where given."""

        def edit(files: _Files) -> None:
            row = files.row(key, state)
            files.drop_checks(row)
            files.drop_corrections(row)
            if row.before is None and row.fact is not None:
                files.correct(_addition(files.judged, row.kind, values, span or min(row.fact.evidence), person, why))
                return
            entry = _change(files.judged, row, values, span, person, why)
            if entry is None:
                files.check(_check(files.judged, _as_read(files.judged, row), person))
            else:
                files.correct(entry)

        self._decide(name, edit, "corrected")

    def add(self, name: str, kind: str, values: Mapping[str, Any], span: Span, person: Person, why: str) -> None:
        """Add a fact of ``kind`` that the words at ``span`` state."""
        self._decide(name, lambda files: files.correct(_addition(files.judged, kind, values, span, person, why)), "added")

    def reopen(self, name: str, key: str, state: str) -> None:
        """Take back what was decided about the row, whoever did."""

        def edit(files: _Files) -> None:
            row = files.row(key, state)
            files.drop_checks(row)
            files.drop_corrections(row)

        self._decide(name, edit, "reopened")

    def finish(self, name: str, person: Person) -> None:
        """Note that the article was read to its end and states nothing else."""

        def edit(files: _Files) -> None:
            files.drop_whole()
            files.check({"fact": WHOLE, **_seal(files.judged, person)})

        self._decide(name, edit, "finished")

    def _decide(self, name: str, edit: Any, what: str) -> None:
        paths = [self.shelf.decision_file(kind, name) for kind in ("corrections", "checks")]

        def edited(contents: Contents) -> Contents:
            files = _Files(self.judged(name), self.shelf.folder.root, paths[0], paths[1], contents)
            edit(files)
            return files.contents()

        self.saver.change(paths, edited, what, name)


class _Files:
    """The two files of one article's decisions while they are changed."""

    def __init__(self, judged: Judged, root: Path, corrections: Path, checks: Path, contents: Contents) -> None:
        self.judged, self._root = judged, root
        self._paths = {"corrections": corrections, "checks": checks}
        self._data = dict(contents)
        self._lists = {kind: YamlList.of(contents[path]) for kind, path in self._paths.items()}
        self._changes: dict[str, dict[int, None]] = {"corrections": {}, "checks": {}}
        self._new: dict[str, list[Mapping[str, Any]]] = {"corrections": [], "checks": []}

    def row(self, key: str, state: str) -> Row:
        """Return the row as it is now. Raises StaleError if it is not as it was shown."""
        found = row_with(self.judged, key)
        if found is None or found.state != state:
            raise StaleError(message("desk.stale"), fix=message("desk.fix.stale"))
        return found

    def correct(self, entry: Mapping[str, Any]) -> None:
        self._new["corrections"].append(entry)

    def check(self, entry: Mapping[str, Any]) -> None:
        self._new["checks"].append(entry)

    def drop_corrections(self, row: Row) -> None:
        """Take out the entries that made ``row`` what it is. Raises DeskError for one in another file of the same article."""
        for each in row.corrections:
            self._drop("corrections", each.path, each.line)

    def drop_checks(self, row: Row) -> None:
        """Take out the checks of ``row``, those that no longer hold too."""
        text, spans = self.judged.article.text, row.fact.evidence if row.fact is not None else ()
        for check in self._checks():
            if check.kind != row.kind:
                continue
            places = occurrences(text, check.quote or "")
            mine = row.fact is None or (
                any(on.covers(span) for on in spans for span in places) and (check in self.judged.confirmed.lapsed or _is_of(check, row))
            )
            if mine:
                self._drop("checks", check.path, check.line)

    def drop_whole(self) -> None:
        """Take out what says that the whole article was read."""
        for check in self._checks():
            if check.kind == WHOLE:
                self._drop("checks", check.path, check.line)

    def contents(self) -> Contents:
        """Return the files as they are to be. Raises DeskError if a correction would not fit."""
        made: dict[Path, bytes | None] = {}
        for kind, path in self._paths.items():
            changed = self._lists[kind].replaced(self._changes[kind])
            for entry in self._new[kind]:
                changed = changed.appended(entry)
            made[path] = changed.data
        self._check_corrections(made[self._paths["corrections"]])
        return made

    def _checks(self) -> Sequence[Any]:
        path = self._paths["checks"]
        place = path.relative_to(self._root).as_posix()
        return check_entries(self._data[path] or b"", place)[0]

    def _drop(self, kind: str, path: str, line: int) -> None:
        if Path(path).name != self._paths[kind].name:
            raise DeskError(message("desk.other_file", file=path), fix=message("desk.fix.by_hand"))
        self._changes[kind][self._lists[kind].at_line(line)] = None

    def _check_corrections(self, data: bytes | None) -> None:
        """Raise DeskError if the corrections in ``data`` have an error that those of before do not have."""
        path = self._paths["corrections"]
        found, wrong = correction_entries(data or b"", path.name)
        errors = (*wrong, *apply(self.judged.article, self.judged.extracted, found).errors)
        known = {str(error.message) for error in self.judged.errors}
        for error in errors:
            if str(error.message) not in known:
                raise DeskError(error.message, fix=error.fix)


def _is_of(check: Any, row: Row) -> bool:
    return row.fact is not None and dict(check.values) == dict(reading(row.kind, row.fact))


def _as_read(judged: Judged, row: Row) -> Row:
    """Return ``row`` as the program reads it."""
    return replace(row, fact=row.before, value=_read_field(judged, row.kind) if row.fact is None else None)


def _read_field(judged: Judged, name: str) -> Any:
    return judged.extracted.years if name == "years" else getattr(judged.article, name)


def _seal(judged: Judged, person: Person) -> dict[str, Any]:
    return {"text": text_digest(judged.article.text), "by": person.name, "on": person.now}


def _check(judged: Judged, row: Row, person: Person) -> dict[str, Any]:
    if row.fact is None:
        return {"fact": row.kind, "is": {row.kind: plain(row.value)}, **_seal(judged, person)}
    values = {name: plain(value) for name, value in reading(row.kind, row.fact)}
    return {"fact": row.kind, **quoted(judged, min(row.fact.evidence)), "is": values, **_seal(judged, person)}


def _signed(person: Person, why: str) -> dict[str, Any]:
    return {"by": person.name, "on": person.now[:10], "why": why}


def _removal(judged: Judged, row: Row, person: Person, why: str) -> dict[str, Any]:
    assert row.before is not None
    return {"fact": row.kind, **expected_of(judged, row.kind, row.before, ()), "remove": True, **_signed(person, why)}


def _addition(judged: Judged, kind: str, values: Mapping[str, Any], span: Span, person: Person, why: str) -> dict[str, Any]:
    fields = FACT_FIELDS[kind]
    stated = {name: value for name, value in values.items() if name in fields and value not in (None, ())}
    shown = {name: plain(value) for name, value in stated.items() if value != fields[name].empty}
    return {"fact": kind, **quoted(judged, span), "add": shown, **_signed(person, why)}


def _change(judged: Judged, row: Row, values: Mapping[str, Any], span: Span | None, person: Person, why: str) -> dict[str, Any] | None:
    """Return the entry that makes ``row`` what ``values`` say; None where the program reads it so already."""
    if row.fact is None:
        before = _read_field(judged, row.kind)
        right = values[row.kind]
        if right == before:
            return None
        return {"fact": row.kind, "expected": plain(before), "right": plain(right), **_signed(person, why)}
    assert row.before is not None
    right = {name: value for name, value in values.items() if name not in CERTAINTY and getattr(row.before, name) != value}
    new = span if span is not None and row.before.evidence != (span,) else None
    if not right and new is None:
        return None
    entry = {"fact": row.kind, **expected_of(judged, row.kind, row.before, tuple(right))}
    if right:
        entry["right"] = {name: plain(value) for name, value in right.items()}
    if new is not None:
        entry |= {f"right_{key}": value for key, value in quoted(judged, new).items()}
    return {**entry, **_signed(person, why)}

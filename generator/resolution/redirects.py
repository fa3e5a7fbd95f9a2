"""Reads ``seeds/redirects.yml``: which address an article had before its file was renamed.

- old: le-khen-thuong        # bai/le-khen-thuong/ now leads to
  new: le-khen-thuong-2022   # bai/le-khen-thuong-2022/
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.errors import RedirectError, together
from generator.model.archive import Archive, Redirect
from generator.reading.files import contents_if_any
from generator.resolution.addresses import RESERVED
from generator.resolution.yaml_rows import Error, Field, Row, read_rows, slug_id

_FIELDS = {"old": Field(slug_id, required=True), "new": Field(slug_id, required=True)}


def read_redirects(path: Path) -> tuple[Redirect, ...]:
    """The redirects in the file at ``path``; none where there is no such file.

    Raises RedirectError with all errors of the file, each with its line and its fix.
    """
    data = contents_if_any(path, RedirectError)
    if data is None:
        return ()
    rows, errors = read_rows(data, _FIELDS)
    errors = sorted(errors or _misled(rows), key=lambda error: error.line or 0)
    if errors:
        raise together([RedirectError(error.message, path=path, line=error.line, fix=error.fix) for error in errors])
    return tuple(Redirect(row.values["old"], row.values["new"], row.line) for row in rows)


def with_redirects(archive: Archive, redirects: tuple[Redirect, ...], path: str) -> Archive:
    """``archive`` with those of ``redirects`` that lead from where no article is to where one is, be it one that cannot be read now;
    the others are errors of the file at ``path`` (told from the archive's folder)."""
    kept, errors = [], []
    there = {*archive.by_slug, *archive.missing}
    for one in redirects:
        if one.old in there:
            message, fix = f"bai/{one.old}/ is an article's address, so it cannot lead elsewhere", "remove this entry"
        elif one.new not in there:
            message, fix = f"there is no article at bai/{one.new}/ to lead to", "write the address that it has now"
        else:
            kept.append(one)
            continue
        errors.append(RedirectError(message, path=path, line=one.line, fix=fix))
    return replace(archive, redirects=tuple(kept), errors=(*archive.errors, *errors))


def _misled(rows: list[Row]) -> list[Error]:
    """An address given twice, or one that leads on: each old address leads straight to where the article is now."""
    lines: dict[str, int] = {}
    errors = []
    for row in rows:
        old = row.values["old"]
        if old in RESERVED:
            errors.append(Error(row.line_of("old"), f"no article ever had the address {old!r}", "remove this entry"))
        if old in lines:
            errors.append(Error(row.line_of("old"), f"{old!r} stands here twice", f"keep one; the other is in line {lines[old]}"))
        lines.setdefault(old, row.line_of("old"))
    onward = {row.values["old"]: row.values["new"] for row in rows}
    errors += [
        Error(row.line_of("new"), f"{row.values['new']!r} is itself an old address", "write where the article is now")
        for row in rows
        if row.values["new"] in onward
    ]
    return errors

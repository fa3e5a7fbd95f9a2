"""Reads ``seeds/sources.csv``: where each article is from, where its file does not say it.

file,url,publisher,published,retrieved,archived
le-khen-thuong.txt,https://bao.example/le-khen,Báo Hoa Mai,2024-05-01,2024-05-03,https://web.archive.org/web/2024/https://bao.example/le-khen

Only ``file`` is required. What the table states goes before what the file states. Columns may be in any order and bear Vietnamese names;
commas or semicolons part them, as the spreadsheets of this and other countries write them.
"""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from generator.errors import SourceError, together
from generator.lexicon.publishers import host_of
from generator.messages import Listed, Message, message
from generator.model.article import Article
from generator.reading.files import contents_if_any
from generator.text.folding import canonical

_COLUMNS = ("file", "url", "publisher", "published", "retrieved", "archived", "note")
_NAMES = dict(zip(("tệp", "địa chỉ", "nguồn", "ngày đăng", "ngày truy cập", "bản lưu", "ghi chú"), _COLUMNS, strict=True))
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ](?P<time>\d\d:\d\d)(?::\d\d)?)?)?)?")
_WRITTEN = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a line of the table states of an article; None for an empty cell."""

    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    retrieved: str | None = None
    archived: str | None = None


#: The table of an archive that has none.
NOTHING_STATED: Mapping[str, Stated] = MappingProxyType({})


class _Unfit(Exception):  # noqa: N818 - caught where it is raised: a cell that its column cannot take
    def __init__(self, what: Message, fix: Message) -> None:
        self.message, self.fix = what, fix
        super().__init__(what)


def read_sources(path: Path, articles: Sequence[Path], root: Path) -> Mapping[str, Stated]:
    """Return what the table at ``path`` states, by the source's path from ``root``; nothing where there is no such file.

    Raises SourceError with all errors of the file, each with its line and its fix; ``articles`` are the files that it may name.
    """
    data = contents_if_any(path, SourceError)
    if data is None:
        return {}
    known = {article.relative_to(root).as_posix() for article in articles if article.is_relative_to(root)}
    found: dict[str, Stated] = {}
    lines: dict[str, int] = {}
    errors: list[SourceError] = []
    for line, row in _rows(data, path, errors):
        try:
            name = _file(row.get("file", ""), known)
        except _Unfit as unfit:
            errors.append(SourceError(_of("file", unfit.message), path=path, line=line, fix=unfit.fix))
            continue
        if name in lines:
            errors.append(
                SourceError(message("sources.twice", file=name), path=path, line=line, fix=message("rows.fix.twice", line=lines[name]))
            )
            continue
        lines[name] = line
        found[name] = _stated(row, path, line, errors)
    if errors:
        raise together(sorted(errors, key=lambda error: error.line or 0))
    return found


def without_source(data: bytes, place: str) -> bytes:
    """Return the table in ``data`` without the rows of the source at ``place``, every other line as it is; unchanged where it cannot be
    read, which a build reports."""
    try:
        text = data.decode("utf-8-sig")
        lines = text.splitlines(keepends=True)
        reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
        kept, at, column = [], 0, None
        for cells in reader:
            own, at = lines[at : reader.line_num], reader.line_num
            names = [canonical(cell.strip()) for cell in cells]
            if column is None and any(names) and not names[0].startswith("#"):
                column = next(number for number, name in enumerate(names) if _NAMES.get(name, name) == "file")
            elif (
                column is not None
                and len(cells) > column
                and _path(cells[column].strip()).removeprefix("seeds/") == place.removeprefix("seeds/")
            ):
                continue
            kept += own
    except (UnicodeDecodeError, csv.Error, StopIteration):
        return data
    return "".join(kept).encode("utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8")


def with_source(article: Article, stated: Stated | None) -> Article:
    """Return ``article`` with what the table states of it, which goes before what its file states."""
    if stated is None:
        return article
    own = {name: value for name in ("url", "publisher", "retrieved", "archived") if (value := getattr(stated, name))}
    article = replace(article, source=replace(article.source, **own))
    if stated.published and not (article.published or "").startswith(stated.published):
        article = replace(article, published=stated.published, published_span=None)
    return article


def _rows(data: bytes, path: Path, errors: list[SourceError]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line and the cells of each row, by column."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        errors.append(SourceError(message("sources.encoding"), path=path, line=line, fix=message("sources.fix.encoding")))
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    columns: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            at, line = line, reader.line_num + 1
            cells = [cell.strip() for cell in cells]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if columns is None:
                columns = _columns(cells, path, at, errors)
                if columns is None:
                    return
            elif any(cells[len(columns) :]):
                errors.append(SourceError(message("sources.cells", n=len(columns)), path=path, line=at, fix=message("sources.fix.cells")))
            else:
                yield at, dict(zip(columns, cells, strict=False))
    except csv.Error:
        errors.append(SourceError(message("sources.quotes"), path=path, line=line, fix=message("sources.fix.quotes")))


def _columns(cells: Sequence[str], path: Path, line: int, errors: list[SourceError]) -> list[str] | None:
    columns = [_NAMES.get(canonical(cell), canonical(cell)) for cell in cells]
    fix = message("sources.fix.columns", columns=Listed(_COLUMNS))
    wrong = [
        message("sources.column", column=repr(cell)) for cell, name in zip(cells, columns, strict=True) if name not in _COLUMNS and name
    ]
    wrong += [message("sources.same_column", column=name) for name in _COLUMNS if columns.count(name) > 1]
    wrong += [message("sources.no_file")] if "file" not in columns else []
    errors += [SourceError(problem, path=path, line=line, fix=fix) for problem in wrong]
    return None if wrong else columns


def _delimiter(text: str) -> str:
    return max(",;\t", key=text.partition("\n")[0].count)


def _path(cell: str) -> str:
    return cell.replace("\\", "/").removeprefix("./")


def _file(cell: str, known: set[str]) -> str:
    if not cell:
        raise _Unfit(message("rows.empty"), message("sources.fix.file"))
    name = _path(cell)
    for path in (name, f"seeds/{name}"):
        if path in known:
            return path
    near = get_close_matches(f"seeds/{name.removeprefix('seeds/')}", sorted(known), 3, 0.6)
    raise _Unfit(
        message("sources.unknown", file=repr(cell)),
        message("sources.fix.near", files=Listed(tuple(near))) if near else message("sources.fix.file"),
    )


def _stated(row: Mapping[str, str], path: Path, line: int, errors: list[SourceError]) -> Stated:
    values: dict[str, str] = {}
    for name, read in _READ.items():
        cell = row.get(name, "")
        if cell:
            try:
                values[name] = read(cell)
            except _Unfit as unfit:
                errors.append(SourceError(_of(name, unfit.message), path=path, line=line, fix=unfit.fix))
    return Stated(**values)


def _of(column: str, what: Message) -> Message:
    return message("yaml.of_key", key=column, what=what)


def _address(cell: str) -> str:
    if host_of(cell) is None or any(char.isspace() for char in cell):
        raise _Unfit(message("sources.address", value=repr(cell)), message("sources.fix.address"))
    return cell


def _date(cell: str) -> str:
    match = _ISO.fullmatch(cell) or _WRITTEN.fullmatch(cell)
    try:
        if match is None:
            raise ValueError
        day = dt.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        raise _Unfit(message("values.date", value=repr(cell)), message("sources.fix.date")) from None
    return day.isoformat() if match.re is _WRITTEN else cell.replace(" ", "T")


_READ: Mapping[str, Callable[[str], str]] = {
    "url": _address,
    "publisher": lambda cell: " ".join(cell.split()),
    "published": _date,
    "retrieved": _date,
    "archived": _address,
}

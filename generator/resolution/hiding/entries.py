"""Reads ``seeds/hidden.yml``: which article, or which person's name, is hidden, when and on what grounds.

- person: Nguyễn Văn An         # every spelling by case, tone placement and white space; also without diacritics
  also: [anh An, em An]         # other words that name the person
  articles: [le-khen.txt]       # only there; without it, in every article
  on: 2026-11-30
  why: Yêu cầu xóa dữ liệu cá nhân (Nghị định 13/2023/NĐ-CP, Điều 16)
- article: tin-cu.txt           # with its copies in other files
  on: 2026-11-30
  why: Theo yêu cầu của tòa soạn

``on`` and ``why`` are published, the name is not, nor is ``by``, who wrote the entry. An entry that hides nothing is an error, because a
mistyped name would stay public; ``gone: true`` keeps one whose article has been removed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml

from generator.errors import HiddenError
from generator.messages import Listed, message
from generator.reading.files import contents_if_any
from generator.resolution.hiding.names import pattern_of
from generator.resolution.yaml_rows import Error, Row, read_rows, refusal
from generator.resolution.yaml_values import Field, Unfit, date, many, words


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the file. ``article`` is a source's path, ``names`` the person's; one of them is set. ``articles`` are the sources in
    which the person is hidden, empty for all. ``line`` is its line in the file, ``gone`` whether it may hide nothing."""

    on: str
    why: str
    line: int
    article: str | None = None
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    gone: bool = False


def read_hidden(path: Path, articles: Sequence[Path], root: Path) -> tuple[Entry, ...]:
    """Return the entries of the file at ``path``; none where there is no such file. ``articles`` are the files that it may name.

    Raises HiddenError with all errors of the file, each with its line and its fix.
    """
    data = contents_if_any(path, HiddenError)
    return () if data is None else hidden_in(data, path, articles, root)


def hidden_in(data: bytes, path: Path, articles: Sequence[Path], root: Path) -> tuple[Entry, ...]:
    """Return the entries in ``data``, the file at ``path``. Takes and raises what :func:`read_hidden` does."""
    known = {article.relative_to(root).as_posix() for article in articles if article.is_relative_to(root)}
    rows, errors = read_rows(data, _fields())
    entries = [] if errors else [_entry(row, known, errors) for row in rows]
    if errors:
        errors.sort(key=lambda error: error.line or 0)
        raise refusal(errors, path, HiddenError)
    return tuple(entries)


def _fields() -> dict[str, Field]:
    file: Callable[[yaml.Node], str] = words
    return {
        "person": Field(_name),
        "article": Field(file),
        "also": Field(many(_name, or_one=True)),
        "articles": Field(many(file, or_one=True)),
        "on": Field(date, required=True),
        "why": Field(words, required=True),
        "by": Field(words),
        "gone": Field(_yes),
    }


def _name(node: yaml.Node) -> str:
    """Return a name of two words or more: a single word would hide the same word everywhere."""
    name = " ".join(words(node).split())
    if len(name.split()) < 2:
        raise Unfit(node, message("hidden.one_word", value=repr(name)), message("hidden.fix.one_word"))
    return name


def _yes(node: yaml.Node) -> bool:
    if getattr(node, "value", None) not in ("true", "false"):
        raise Unfit(node, message("hidden.not_yes"), message("hidden.fix.not_yes"))
    return bool(node.value == "true")


def _entry(row: Row, known: set[str], errors: list[Error]) -> Entry:
    values = row.values
    person, article, gone = values.get("person"), values.get("article"), values.get("gone", False)
    if (person is None) == (article is None):
        errors.append(Error(row.line, message("hidden.which"), message("hidden.fix.which")))
    if article is not None and ("also" in values or "articles" in values):
        errors.append(Error(row.line, message("hidden.of_person"), message("hidden.fix.of_person")))
    names = (person, *values.get("also", ())) if person else ()
    if any(pattern_of((name,)).search(values["why"]) for name in names):
        errors.append(Error(row.line_of("why"), message("hidden.named"), message("hidden.fix.named")))
    files = []
    for key, written in [("article", article), *(("articles", name) for name in values.get("articles", ()))]:
        if written is None:
            continue
        place = next((path for path in (written, f"seeds/{written}") if path in known), None)
        if place is None and not gone:
            fix = message("hidden.fix.no_article", near=Listed(_near(written, known)))
            errors.append(Error(row.line_of(key), message("hidden.no_article", file=repr(written)), fix))
        files.append(place or (written if written.startswith("seeds/") else f"seeds/{written}"))
    if article is not None:
        return Entry(values["on"], values["why"], row.line, article=files[0], gone=gone)
    return Entry(values["on"], values["why"], row.line, names=names, articles=tuple(files), gone=gone)


def _near(written: str, known: set[str]) -> tuple[str, ...]:
    return tuple(get_close_matches(f"seeds/{written.removeprefix('seeds/')}", sorted(known), 3, 0.4)) or ("seeds/…",)

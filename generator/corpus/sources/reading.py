"""All that is in the sources, one after the other, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.corpus.sources import json_lines, parquet, warc
from generator.corpus.sources.given import Damaged, Given
from generator.errors import ConfigurationError, ReadingError
from generator.messages import Listed, message
from generator.messages.system import refusal
from generator.reading import FORMATS
from generator.reading.files import contents
from generator.reading.folders import files_below

_TABLES = {".parquet": "parquet", ".jsonl": "json", ".ndjson": "json", ".warc": "warc", ".wet": "warc"}
CORPUS = "corpus.json"  #: a folder with such a file is a corpus, and no source
#: What lies beside the articles in an archive's ``seeds/``; each is no article.
_BESIDE = frozenset({"sources.csv", "units.yml", "people.yml", "corrections", "checks"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the sources: its ``path``, its ``name`` among them, and its ``kind`` (parquet, json, warc, article)."""

    path: Path
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What is read: files in the order of their names; ``fields`` are the user's names for fields of records, by our names."""

    files: tuple[Source, ...]
    closed: tuple[Damaged, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[str, Iterator[Given | Damaged]]]:
        """Yield the name of each file with what is in it."""
        for damaged in self.closed:
            yield damaged.source, iter([damaged])
        for source in self.files:
            yield source.name, self._contents(source)

    def _contents(self, source: Source) -> Iterator[Given | Damaged]:
        try:
            if source.kind == "json":
                yield from json_lines.read(source.path, source.name, self.fields)
            elif source.kind == "parquet":
                yield from parquet.read(source.path, source.name, self.fields)
            elif source.kind == "warc":
                yield from warc.read(source.path, source.name)
            else:
                yield _article(source)
        except OSError as error:
            yield Damaged(source.name, source.name, message("corpus.unreadable", reason=refusal(error)))


def sources_at(paths: Sequence[Path], fields: Mapping[str, str]) -> Sources:
    """Return the files at and below ``paths``, each once, whatever their order; hidden files, other programs' debris and corpora
    are passed over.

    A file is called by the last part of its path, or by the folder's that was given and its path below. Raises ConfigurationError for a
    path that is not there, and for a file of no known kind that was named.
    """
    found: dict[Path, Source] = {}
    closed: list[Damaged] = []
    for path in paths:
        if path.is_dir():
            below, shut = files_below(path, apart=_BESIDE)
            top = path.resolve().name
            closed += [Damaged(_name(top, item.path, path), _name(top, item.path, path), item.reason, item.fix) for item in shut]
            names = frozenset(below)
            corpora = {file.parent for file in below if file.name == CORPUS}
            for file in below:
                ours = not corpora.isdisjoint(file.parents)
                if not ours and (kind := _kind(file)) is not None and not _is_original(file, names):
                    found.setdefault(file.resolve(), Source(file, _name(top, file, path), kind))
        elif path.exists():
            kind = _kind(path)
            if kind is None:
                known = Listed(tuple(sorted({*_TABLES, *FORMATS})))
                raise ConfigurationError(message("corpus.no_source", known=known), path=path, fix=message("corpus.fix.no_source"))
            found.setdefault(path.resolve(), Source(path, path.name, kind))
        else:
            raise ConfigurationError(message("corpus.not_there"), path=path, fix=message("corpus.fix.not_there"))
    order = sorted(found.values(), key=lambda source: (source.name, os.fspath(source.path)))
    if not order and not closed:
        raise ConfigurationError(message("corpus.nothing"), path=paths[0], fix=message("corpus.fix.not_there"))
    return Sources(tuple(order), tuple(sorted(closed, key=lambda item: item.place)), fields)


def _name(top: str, path: Path, folder: Path) -> str:
    below = path.relative_to(folder).as_posix()
    return f"{top}/{below}" if top else below


def _kind(path: Path) -> str | None:
    name = path.name.lower().removesuffix(".gz")
    suffix = os.path.splitext(name)[1]  # noqa: PTH122 - of the name without .gz
    return _TABLES.get(suffix) or ("article" if path.suffix.lower() in FORMATS else None)


def _article(source: Source) -> Given | Damaged:
    suffix = source.path.suffix.lower()
    try:
        return Given(source.name, suffix, contents(source.path, most=FORMATS[suffix].largest))
    except ReadingError as error:
        return Damaged(source.name, source.name, error.message, error.fix)


def _is_original(path: Path, names: Collection[Path]) -> bool:
    """Return whether ``path`` is what the text beside it was made from."""
    return path.suffix.lower() != ".txt" and path.with_suffix(".txt") in names

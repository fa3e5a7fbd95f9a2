"""An archive cut out of a corpus: one that ``kyyeu new`` would make, with the texts of the articles and where each is from."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.corpus.cutting.choosing import Choice, chosen
from generator.corpus.store.base import base, with_views
from generator.corpus.store.folder import CorpusFolder, alone, refusing
from generator.lexicon.publishers import host_of
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.durability import sync_tree
from generator.publishing.starter.contents import Wishes
from generator.publishing.starter.making import make
from generator.text.slugs import slug

_PORTION = 500  #: articles in memory
_LONGEST_NAME = 60  #: characters of a file's name that are its title's
_COLUMNS = ("file", "url", "publisher", "retrieved", "archived")
_EXAMPLE = "bai-vi-du.txt"  #: the article that a new archive has


def cut(root: Path, target: Path, choice: Choice, wishes: Wishes) -> int:
    """Make an archive in ``target`` of the articles of the corpus in ``root`` that ``choice`` means; return their number.

    A text is as the corpus read it, so that the archive finds the same facts at the same places. Its file is called by its title and its
    content hash, in a folder for the year: the same in every archive. Raises CorpusError where no article fits or the disk refuses, and
    StartingError for a ``target`` that holds something; then nothing is left behind.
    """
    folder = CorpusFolder.at(root)
    with alone(root) as room, base(room) as connection:
        with_views(connection, folder.tables)
        condition = chosen(connection, choice)
        was_there = target.exists()
        make(target, wishes)
        try:
            with refusing(target):
                archive = ArchiveFolder(target)
                (archive.seeds / _EXAMPLE).unlink(missing_ok=True)
                archive.units.write_bytes(folder.units.read_bytes())
                result = connection.execute(
                    f"SELECT id, year, title, text, url, publisher, retrieved, archived FROM articles WHERE {condition} ORDER BY year, id"
                )
                names = [str(column[0]) for column in result.description or ()]
                rows = (dict(zip(names, row, strict=True)) for portion in iter(lambda: result.fetchmany(_PORTION), []) for row in portion)
                number = _written(archive, rows)
                sync_tree(archive.seeds)
                return number
        except BaseException:
            _removed(target, keep=was_there)
            raise


def _written(archive: ArchiveFolder, rows: Iterator[Mapping[str, Any]]) -> int:
    number = 0
    with archive.sources.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(_COLUMNS)
        for number, row in enumerate(rows, 1):  # noqa: B007 - how many there were
            year = "khong-ro-nam" if row["year"] is None else str(row["year"])
            path = archive.seeds / year / f"{slug(row['title'] or '', longest=_LONGEST_NAME) or 'bai'}-{row['id'][:10]}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(row["text"], encoding="utf-8", newline="\n")
            if any(stated := _stated(row)):
                table.writerow([path.relative_to(archive.seeds).as_posix(), *stated])
    return number


def _stated(row: Mapping[str, Any]) -> list[str]:
    """Return what the table of sources states of an article: only what it can take."""
    addresses = {name: row[name] or "" for name in ("url", "archived")}
    good = {name: value if host_of(value) and not any(char.isspace() for char in value) else "" for name, value in addresses.items()}
    return [good["url"], " ".join((row["publisher"] or "").split()), row["retrieved"] or "", good["archived"]]


def _removed(target: Path, *, keep: bool) -> None:
    if not keep:
        shutil.rmtree(target, ignore_errors=True)
        return
    for entry in target.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)

"""Reads ``seeds/corrections/ARTICLE.yml``: what a person corrected in the facts of one article.

ARTICLE is the name of the article's file, with its folders below ``seeds/``, without its suffix (``seeds/2022/a.txt`` has
``corrections/2022/a.yml``); with it (``a.txt.yml``) where two files differ in nothing else; or the article's address. The file is a list of
corrections:

    - fact: awards                          # event, units, awards, ratings, people, documents, figures
      quote: 12 đảng viên                   # words of the fact's evidence; white space doesn't matter
      occurrence: 2                         # which, where the text has these words several times
      expected: {type: giay-khen, count: 12}    # the values that the fact must have now
      right: {count: 13}                    # those that it shall have; each of its fields is in `expected` too
      right_quote: 13 đảng viên             # new evidence, where the old is wrong (and right_occurrence)
      by: Lê Thị Lụa
      on: 2024-05-01
      why: Quyết định ghi 13 đảng viên.

Instead of ``right``: ``remove: true`` takes the fact away; ``add: {type: giay-khen, kind: chi-bo, count: 3}`` adds one whose evidence is
``quote`` (and then nothing is expected). A field of the article (``fact: title``, published, byline, years) has no quote, and its value for
``expected`` and ``right``: ``expected: [2022]``, ``right: [2021]``.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.errors import CorrectionError
from generator.messages import Listed, Message, message
from generator.model.correction import Correction
from generator.reading import FORMATS
from generator.reading.files import contents, why
from generator.reading.folders import files_below
from generator.resolution.addresses import address
from generator.resolution.corrections.entries import entries
from generator.text.normalization import archived
from generator.text.slugs import slug

_SUFFIXES = (".yml", ".yaml")
_Entry = TypeVar("_Entry")
_Errors = tuple[CorrectionError, ...]


@dataclass(frozen=True, slots=True)
class CorrectionFiles:
    """The corrections of an archive by their article's file, and all errors of all files, in the order of the files."""

    by_article: Mapping[Path, tuple[Correction, ...]]
    errors: tuple[CorrectionError, ...] = ()


def read_corrections(root: Path, seeds: Path, articles: Sequence[Path]) -> CorrectionFiles:
    """Return the corrections in ``seeds/corrections/`` for ``articles`` (all files of ``seeds`` that are articles).

    The paths in corrections and errors are relative to ``root``. Nothing is raised: whatever is wrong is in ``errors``, also a folder that
    cannot be looked into.
    """
    found, errors = by_article(root, seeds, "corrections", articles, entries)
    return CorrectionFiles(found, errors)


def by_article(
    root: Path, seeds: Path, name: str, articles: Sequence[Path], read: Callable[[bytes, str], tuple[tuple[_Entry, ...], _Errors]]
) -> tuple[dict[Path, tuple[_Entry, ...]], _Errors]:
    """Return what ``read`` makes of the files below ``seeds/NAME/`` by the article that each is named after, and all errors.

    Paths in errors are relative to ``root``.
    """
    known = _Names([(path, PurePosixPath(archived(path.relative_to(seeds).as_posix()))) for path in articles])
    found: dict[Path, tuple[_Entry, ...]] = {}
    folder = seeds / name
    files, errors = _files(folder, root)
    for file in files:
        place = file.relative_to(root).as_posix()
        try:
            article = known.article(PurePosixPath(archived(file.relative_to(folder).as_posix())))
            corrections, wrong = read(contents(file, CorrectionError), place)
        except _Unnamed as error:
            errors.append(CorrectionError(error.message, path=place, fix=error.fix))
        except CorrectionError as error:
            error.path = place
            errors.append(error)
        else:
            errors += wrong
            found[article] = (*found.get(article, ()), *corrections)
    return found, tuple(errors)


def _files(folder: Path, root: Path) -> tuple[list[Path], list[CorrectionError]]:
    """Return every file below ``folder`` but hidden ones, debris and notes (.md), and what cannot be looked into. No such folder: none."""
    place = folder.relative_to(root).as_posix()
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            reason, fix = message("left_out.not_a_folder"), message("left_out.fix.not_a_folder")
            return [], [CorrectionError(reason, path=place, fix=fix)]
    except OSError as refused:
        if isinstance(refused, FileNotFoundError) and not folder.is_symlink():
            return [], []
        reason, fix = why(refused)
        return [], [CorrectionError(reason, path=place, fix=fix)]
    found, closed = files_below(folder, endings=_SUFFIXES)
    errors = [CorrectionError(error.reason, path=error.path.relative_to(root).as_posix(), fix=error.fix) for error in closed]
    return [path for path in found if path.suffix.lower() != ".md"], errors


class _Unnamed(Exception):  # noqa: N818 (reported to the user as an error of its file)
    """A correction file whose name leads to no article, or to several."""

    def __init__(self, what: Message, fix: Message) -> None:
        super().__init__(what)
        self.message, self.fix = what, fix


class _Names:
    """Which article a correction file's name means."""

    def __init__(self, articles: Sequence[tuple[Path, PurePosixPath]]) -> None:
        self._ways: tuple[dict[str, list[Path]], ...] = ({}, {}, {})
        for path, below in articles:
            for way, name in zip(self._ways, (str(below), str(below.with_suffix("")), address_of(below)), strict=True):
                way.setdefault(name, []).append(path)

    def article(self, file: PurePosixPath) -> Path:
        if file.suffix.lower() not in _SUFFIXES:
            raise _Unnamed(message("entries.no_file"), message("entries.fix.no_file"))
        name = str(file.with_suffix(""))
        for way in self._ways:
            named = way.get(name, [])
            named = [path for path in named if path.suffix.lower() in FORMATS] or named  # a.docx beside a.txt is no article
            if len(named) > 1:
                several, name = Listed(tuple(sorted(path.name for path in named))), f"{file.parent / named[0].name}.yml"
                raise _Unnamed(message("entries.several", files=several), message("entries.fix.several", name=name))
            if named:
                return named[0]
        raise _Unnamed(message("entries.no_article"), message("entries.fix.no_article"))


def address_of(below: PurePosixPath) -> str:
    """Return the address that an article's file has by its place below ``seeds/``; empty where its name has no ASCII letter."""
    name = slug(" ".join((*below.parts[:-1], below.stem)), longest=120)
    return address(name) if name else ""

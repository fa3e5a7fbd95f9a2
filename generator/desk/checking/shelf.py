"""The articles of the archive as the desk shows them: each read and extracted once, and again when its file changes."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from generator.containment import contained
from generator.errors import CorrectionError, KyYeuError
from generator.model.article import Article
from generator.model.check import Check
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.readings import read_and_extract
from generator.resolution.checks.entries import entries as check_entries
from generator.resolution.checks.matching import Confirmed, with_checks
from generator.resolution.corrections.apply import Corrected, apply
from generator.resolution.corrections.entries import entries as correction_entries
from generator.resolution.corrections.files import address_of
from generator.resolution.hiding.entries import Entry, read_hidden
from generator.resolution.sources import Stated, read_sources
from generator.text.normalization import archived
from generator.yaml_documents.files import regular_bytes

_Entry = TypeVar("_Entry")
_Line = TypeVar("_Line")
_MOST = 4_000_000  #: bytes of a file of corrections or checks


@dataclass(frozen=True, slots=True)
class Judged:
    """An article with what persons decided: ``extracted`` are its facts as the program reads them, ``corrected`` those with corrections,
    ``confirmed`` these with checks. ``errors`` are what is wrong with the files of decisions."""

    name: str
    article: Article
    extracted: Facts
    corrected: Corrected
    confirmed: Confirmed
    errors: tuple[CorrectionError, ...] = ()


@dataclass
class Shelf:
    """The articles in ``folder``. A name is the path of an article's file below ``seeds/``."""

    folder: ArchiveFolder

    def __post_init__(self) -> None:
        self._read: dict[Path, tuple[tuple[int, int], tuple[Article, Facts] | KyYeuError]] = {}
        self._lock = threading.Lock()
        self._known: frozenset[str] = frozenset()
        self._hidden: tuple[object, tuple[Entry, ...]] | None = None
        self._stems: Counter[str] = Counter()
        self._lines: dict[str, tuple[object, Any]] = {}
        self._places: dict[tuple[str, str], list[Path]] = {}

    def names(self) -> tuple[str, ...]:
        """Return the names of the articles, in one order. Raises ConfigurationError for a folder that cannot be read or is empty."""
        names = tuple(path.relative_to(self.folder.seeds).as_posix() for path in self.folder.articles())
        if self._known != frozenset(names):
            self._places = {}
            self._known, self._stems = frozenset(names), Counter(str(PurePosixPath(name).with_suffix("")) for name in names)
        return names

    def hidden(self) -> tuple[Entry, ...]:
        """Return what ``seeds/hidden.yml`` states; nothing while it cannot be read, which a build reports."""
        stamp = (_stamp(self.folder.hidden), self._known)
        if self._hidden is None or self._hidden[0] != stamp:
            try:
                entries = read_hidden(self.folder.hidden, self.folder.seed_files(), self.folder.root)
            except KyYeuError:
                entries = ()
            self._hidden = (stamp, entries)
        return self._hidden[1]

    def path(self, name: str) -> Path:
        """Return the file of the article ``name``. Raises KeyError for a name that is no article's."""
        place = PurePosixPath(name)
        if place.is_absolute() or ".." in place.parts or (name not in self._known and name not in self.names()):
            raise KeyError(name)
        if not (self.folder.seeds / place).is_file():
            raise KeyError(name)
        return self.folder.seeds / place

    def known(self, name: str) -> tuple[Article, Facts] | KyYeuError | None:
        """Return the article ``name`` with its facts if it was read since its file changed; None if not."""
        path = self.folder.seeds / name
        found = self._read.get(path)
        return found[1] if found and found[0] == _stamp(path) else None

    def article(self, name: str) -> tuple[Article, Facts] | KyYeuError:
        """Return the article ``name`` with its facts as the program reads them, or its error. Raises KeyError as :meth:`path` does."""
        path = self.path(name)
        with self._lock:
            known = self.known(name)
            if known is None:
                stamp = _stamp(path)
                known = next(iter(read_and_extract([path], self.folder.root, sources=self._sources())))
                self._read[path] = (stamp, known)
            return known

    def _sources(self) -> Mapping[str, Stated]:
        """Return what the table of sources states; nothing while it cannot be read, which a build reports."""
        try:
            return read_sources(self.folder.sources, self.folder.articles(), self.folder.root) if self.folder.sources.exists() else {}
        except KyYeuError:
            return {}

    def remembered(self, name: str, make: Callable[[], _Line]) -> _Line:
        """Return what ``make`` makes of the article ``name``, made anew only if its file or the decisions about it have changed."""
        files = (self.folder.seeds / name, *self._files("corrections", name), *self._files("checks", name))
        stamp = tuple(map(_stamp, files))
        known = self._lines.get(name)
        if known is None or known[0] != stamp:
            known = self._lines[name] = (stamp, make())
        made: _Line = known[1]
        return made

    def judged(self, name: str) -> Judged | KyYeuError:
        """Return the article ``name`` with what persons decided about it, or its error. Raises KeyError as :meth:`path` does."""
        found = self.article(name)
        if isinstance(found, KyYeuError):
            return found
        return contained(self.path(name), partial(self._judged, name, *found))

    def _judged(self, name: str, article: Article, facts: Facts) -> Judged:
        corrections, errors = self.corrections(name)
        checks, wrong = self.checks(name)
        corrected = apply(article, facts, corrections)
        confirmed = with_checks(corrected.article, corrected.facts, checks)
        return Judged(name, article, facts, corrected, confirmed, (*errors, *wrong, *corrected.errors))

    def corrections(self, name: str) -> tuple[tuple[Correction, ...], tuple[CorrectionError, ...]]:
        """Return the corrections of the article ``name``, and what is wrong with their files."""
        return _together(correction_entries(data, place) for data, place in self._decided("corrections", name))

    def checks(self, name: str) -> tuple[tuple[Check, ...], tuple[CorrectionError, ...]]:
        """Return the checks of the article ``name``, and what is wrong with their files."""
        return _together(check_entries(data, place) for data, place in self._decided("checks", name))

    def decision_file(self, kind: str, name: str) -> Path:
        """Return the file below ``seeds/KIND/`` for decisions about the article ``name``: the one that there is, or the one to make."""
        files = self._files(kind, name)
        return next((path for path in files if path.is_file()), files[0])

    def _decided(self, kind: str, name: str) -> Iterator[tuple[bytes, str]]:
        for path in self._files(kind, name):
            try:
                yield regular_bytes(path, _MOST), path.relative_to(self.folder.root).as_posix()
            except OSError:
                continue

    def _files(self, kind: str, name: str) -> list[Path]:
        """Return the files that may hold decisions about an article, as :mod:`generator.resolution.corrections.files` names them."""
        if (kind, name) not in self._places:
            self._places[kind, name] = self._possible(kind, name)
        return self._places[kind, name]

    def _possible(self, kind: str, name: str) -> list[Path]:
        place, folder = PurePosixPath(name), self.folder.seeds / kind
        whole, bare = [f"{place}.yml", f"{place}.yaml"], [f"{place.with_suffix('')}.yml", f"{place.with_suffix('')}.yaml"]
        alone = self._stems[str(place.with_suffix(""))] <= 1
        names = [*(bare if alone else []), *whole]
        address = address_of(PurePosixPath(archived(name)))
        names += [f"{address}.yml"] if address else []
        return [folder / each for each in dict.fromkeys(names)]


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, -1)
    return (found.st_mtime_ns, found.st_size)


def _together(
    read: Iterator[tuple[tuple[_Entry, ...], tuple[CorrectionError, ...]]],
) -> tuple[tuple[_Entry, ...], tuple[CorrectionError, ...]]:
    found: list[_Entry] = []
    errors: list[CorrectionError] = []
    for entries, wrong in read:
        found += entries
        errors += wrong
    return tuple(found), tuple(errors)

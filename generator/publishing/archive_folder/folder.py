"""An archive on disk: the folder that holds ``mkdocs.yml``, ``seeds/`` and ``docs/``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ConfigurationError, together
from generator.messages import message
from generator.reading import FORMATS
from generator.reading.folders import files_below

#: What lies in ``seeds/`` beside the articles: what a person states of units, persons, addresses, sources, feeds, facts and reviews, and
#: of what is hidden or changed.
NOT_ARTICLES = frozenset(
    {
        "units.yml",
        "people.yml",
        "redirects.yml",
        "sources.csv",
        "feeds.yml",
        "hidden.yml",
        "changes.yml",
        "reviews.yml",
        "corrections",
        "checks",
    }
)
#: What the original beside a text is called: the text's name with its own suffix, ``.orig`` where that is the text's.
ORIGINALS = (*(suffix for suffix in FORMATS if suffix != ".txt"), ".orig")


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """The folder of one archive. :meth:`at` checks it; the constructor trusts its caller."""

    root: Path

    @classmethod
    def at(cls, path: Path | str) -> ArchiveFolder:
        """Return the archive in ``path``, which may be relative: from here on it is not. Raises ConfigurationError, naming what is
        missing."""
        folder = cls(Path(path).resolve())
        if not folder.configuration.is_file():
            raise ConfigurationError(message("configuration.no_archive"), path=folder.root, fix=message("configuration.fix.no_archive"))
        for part in (folder.seeds, folder.docs):
            if not part.is_dir():
                why = message("configuration.no_folder", name=part.name)
                raise ConfigurationError(why, path=folder.root, fix=message(f"configuration.fix.no_folder.{part.name}"))
        return folder

    @property
    def configuration(self) -> Path:
        """MkDocs' configuration."""
        return self.root / "mkdocs.yml"

    @property
    def seeds(self) -> Path:
        """The articles as they came, in folders as one likes."""
        return self.root / "seeds"

    @property
    def units(self) -> Path:
        """The authority file of the archive's organisations; it may be missing."""
        return self.seeds / "units.yml"

    @property
    def people(self) -> Path:
        """Who is who among the persons of one name, as people decided; it may be missing."""
        return self.seeds / "people.yml"

    @property
    def reviews(self) -> Path:
        """What persons decided about items for review; the file may be missing."""
        return self.seeds / "reviews.yml"

    @property
    def redirects(self) -> Path:
        """The former addresses of renamed articles; the file may be missing."""
        return self.seeds / "redirects.yml"

    @property
    def feeds(self) -> Path:
        """What is remembered of feeds and sitemaps; the file may be missing."""
        return self.seeds / "feeds.yml"

    @property
    def sources(self) -> Path:
        """The table of the articles' sources; it may be missing."""
        return self.seeds / "sources.csv"

    @property
    def hidden(self) -> Path:
        """What is hidden on request; the file may be missing."""
        return self.seeds / "hidden.yml"

    @property
    def changes(self) -> Path:
        """The log of the data's changes; the file may be missing."""
        return self.seeds / "changes.yml"

    @property
    def docs(self) -> Path:
        """The pages: those written by hand, and the generated ones in folders of their own."""
        return self.root / "docs"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"

    def articles(self) -> list[Path]:
        """Return every file of ``seeds/`` that is to become an article, in one order on every machine; hidden ones and other programs'
        debris are none.

        Raises ConfigurationError when there is none, and when something of ``seeds/`` cannot be looked into: an archive without the
        articles in it would be published.
        """
        found, closed = files_below(self.seeds, NOT_ARTICLES, FORMATS)
        found = without_originals(found)
        errors = [ConfigurationError(omission.reason, path=omission.path, fix=omission.fix) for omission in closed]
        errors += _misnamed(found, self.seeds)
        if errors:
            raise together(errors)
        if not found:
            raise ConfigurationError(message("configuration.no_article"), path=self.seeds, fix=message("configuration.fix.no_article"))
        return found

    def seed_files(self) -> list[Path]:
        """Return the articles as :meth:`articles` does, but raise nothing: leave out what cannot be looked into; there may be none."""
        return without_originals(files_below(self.seeds, NOT_ARTICLES, FORMATS)[0])


def without_originals(files: list[Path]) -> list[Path]:
    """Return ``files`` without the originals of texts: ``a.docx`` beside ``a.txt`` is what the text was made of, and no second article."""
    texts = {path for path in files if path.suffix == ".txt"}
    return [path for path in files if path.suffix.lower() not in ORIGINALS or path.with_suffix(".txt") not in texts]


def root_of(site: Path) -> Path:
    """Return the folder that a run which changes ``site`` works in: the archive that it is in, or else the folder around it."""
    here = Path(os.path.abspath(site))  # noqa: PTH100 (by its name: a link `site` is the archive's, wherever it leads)
    return next((parent for parent in here.parents if (parent / "mkdocs.yml").is_file()), here.parent)


def _misnamed(files: list[Path], seeds: Path) -> Iterator[ConfigurationError]:
    """Yield errors for files whose names differ only slightly from those of the units, redirects or corrections, which would be ignored."""
    for name in dict.fromkeys(path.relative_to(seeds).parts[0] for path in files):
        meant = name.casefold()
        meant = meant.removesuffix(".yaml") + ".yml" if meant.endswith(".yaml") else meant
        if meant in NOT_ARTICLES:
            reason = message("left_out.near_name", name=meant)
            yield ConfigurationError(reason, path=seeds / name, fix=message("left_out.fix.near_name", name=meant))

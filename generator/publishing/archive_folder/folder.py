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

#: What lies in ``seeds/`` beside the articles: the authority file, the redirects and the corrections.
NOT_ARTICLES = frozenset({"units.yml", "people.yml", "redirects.yml", "corrections"})


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
    def redirects(self) -> Path:
        """The former addresses of renamed articles; the file may be missing."""
        return self.seeds / "redirects.yml"

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
        errors = [ConfigurationError(one.reason, path=one.path, fix=one.fix) for one in closed]
        errors += _misnamed(found, self.seeds)
        if errors:
            raise together(errors)
        if not found:
            raise ConfigurationError(message("configuration.no_article"), path=self.seeds, fix=message("configuration.fix.no_article"))
        return found


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

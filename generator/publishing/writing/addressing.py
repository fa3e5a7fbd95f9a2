"""At which address of the site each file below docs/ is published, and which files of a person's share one with something else."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.config_options import PathSpec
from mkdocs.structure.files import File
from mkdocs.utils import is_markdown_file

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.configuration import configuration
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.search.index import FOLDER as SEARCH

#: What MkDocs never publishes (mkdocs.structure.files).
_LEFT_OUT = (".*", "/templates/")
#: Files that the theme's templates make after those of docs/ have been copied, so that they replace such.
_OF_THE_THEME = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})


@dataclass(frozen=True, slots=True)
class Addressing:
    """Addressing of published files according to an archive's ``mkdocs.yml``. The constructor trusts its caller."""

    directory_urls: bool = True
    exclude_docs: str = ""

    @classmethod
    def of(cls, folder: ArchiveFolder) -> Addressing:
        """Read it from the settings of ``folder``. Raises ConfigurationError when they cannot be read."""
        settings = configuration(folder)
        exclude = settings.get("exclude_docs")
        return cls(settings.get("use_directory_urls") is not False, exclude if isinstance(exclude, str) else "")

    def place(self, path: str) -> str:
        """Return the path in the site of the file at ``path`` below docs/."""
        return str(File(path, None, "", self.directory_urls).dest_uri) if is_markdown_file(path) else path

    def published(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield those of ``paths`` (below docs/) that are published at all."""
        spec = PathSpec().validate("\n".join((*_LEFT_OUT, self.exclude_docs)))
        return (path for path in paths if not spec.match_file(path))


def on_disk(docs: Path) -> Iterator[str]:
    """Yield the path below ``docs`` of every file there but hidden ones, in one order; MkDocs follows links to folders, and so does this.

    Raises PublishingError for a folder that cannot be read.
    """

    def refuse(error: OSError) -> None:
        raise unreadable(error, docs) from error

    for here, below, names in os.walk(docs, onerror=refuse, followlinks=True):
        below[:] = sorted(name for name in below if not name.startswith(".") and not _circle(Path(here, name)))
        folder = Path(here).relative_to(docs).as_posix()
        for name in sorted(names):
            if not name.startswith("."):
                yield name if folder == "." else f"{folder}/{name}"


def unreadable(error: OSError, path: Path) -> PublishingError:
    """Return the error for ``path``, or what ``error`` names, that cannot be read."""
    return PublishingError(message("kept.unreadable", reason=refusal(error)), path=error.filename or path, fix=message("kept.fix.readable"))


def _circle(folder: Path) -> bool:
    """Return whether ``folder`` is a link to a folder that it lies in."""
    return folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve())


def shared_addresses(docs: Path, generated: Iterable[str], own: Iterable[str], addressing: Addressing) -> Iterator[PublishingError]:
    """Yield an error for each file of a person's, of ``own``, that has no address of its own in the site, because a file of ``generated``,
    the search, the theme or another of ``own`` has it (all paths below ``docs``): MkDocs would publish one of the two and drop the other.

    Letter case and Unicode form do not distinguish a user file from a generated one, because not every file system distinguishes them.
    """
    taken: dict[str, str] = {}
    above: dict[str, str] = {}
    for path in generated:
        place = _key(addressing.place(path))
        taken[place] = path
        above.update(dict.fromkeys(_above(place), path))
    stated: dict[str, str] = {}
    for path in addressing.published(own):
        place = addressing.place(path)
        key = _key(place)
        other = taken.get(key) or above.get(key) or next((taken[parent] for parent in _above(key) if parent in taken), None)
        other = other or stated.get(place)
        stated.setdefault(place, path)
        if key.split("/", 1)[0] == SEARCH:
            yield PublishingError(message("kept.in_search", folder=SEARCH), path=docs / path, fix=message("kept.fix.rename"))
        elif key in _OF_THE_THEME and not path.endswith(".md"):
            yield PublishingError(message("kept.of_the_theme", name=key), path=docs / path, fix=message("kept.fix.of_the_theme"))
        elif other is not None:
            shown = place.removesuffix("index.html") or place
            text = message("kept.same_address", other=f"docs/{other}", address=shown)
            yield PublishingError(text, path=docs / path, fix=message("kept.fix.rename"))


def _key(place: str) -> str:
    return unicodedata.normalize("NFC", place).casefold()


def _above(place: str) -> list[str]:
    """Return the folders that ``place`` lies in."""
    parts = place.split("/")
    return ["/".join(parts[:number]) for number in range(len(parts) - 1, 0, -1)]

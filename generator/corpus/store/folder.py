"""The folder of a corpus.

    corpus.json           what made it: the layout's number, the program, the rules, the language
    units.yml             the list of units by which it was read
    parts/RULES/xx/*.parquet   what was read, one file a batch, by content hash: work in progress, from which all else is made
    damaged/*.jsonl       places of the sources that cannot be read, one file a source
    tables/TABLE/year=YYYY/part.parquet   articles and facts, once each, in the order of their ids
    merged/*.parquet      copies, events, persons
    manifest.json         how much there is

Parts are written whole or not at all; what exists is done, so that nothing else records progress.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import __version__
from generator.errors import CorpusError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.safe_changes.durability import sync_file
from generator.publishing.safe_changes.staging import working

LAYOUT = 1  #: the number of this layout; a folder of another one is not touched


@dataclass(frozen=True, slots=True)
class CorpusFolder:
    """The folder of one corpus. :meth:`at` checks it, :meth:`made` makes it."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> CorpusFolder:
        """Return the corpus in ``root``. Raises CorpusError where there is none, or one of another layout."""
        folder = cls(root)
        folder.described()
        return folder

    @classmethod
    def made(cls, root: Path, rules: str, units: str, language: str, *, anew: bool = False) -> CorpusFolder:
        """Return the corpus in ``root``, which is made if there is nothing yet; ``units`` is the text of the list of units it is read by.

        Raises CorpusError for a folder that holds something else, a corpus of another layout, and one of other ``rules``, unless it is to
        be made ``anew``.
        """
        folder = cls(root)
        if not folder.description.exists():
            if root.is_dir() and any(entry.name != ".kyyeu" for entry in root.iterdir()):
                raise CorpusError(message("corpus.not_empty"), path=root, fix=message("corpus.fix.not_empty"))
            with refusing(root):
                root.mkdir(parents=True, exist_ok=True)
        elif folder.described().get("rules") != rules and not anew:
            other = folder.described().get("program", "?")
            raise CorpusError(message("corpus.other_rules", program=other), path=root, fix=message("corpus.fix.other_rules"))
        folder.write(folder.units, units.encode())
        described = {"layout": LAYOUT, "program": __version__, "rules": rules, "language": language}
        folder.write(folder.description, json.dumps(described, indent=2).encode() + b"\n")
        return folder

    @property
    def description(self) -> Path:
        """The file that says what the folder is."""
        return self.root / "corpus.json"

    @property
    def units(self) -> Path:
        """The list of units by which the articles were read."""
        return self.root / "units.yml"

    @property
    def manifest(self) -> Path:
        """The file that says how much there is."""
        return self.root / "manifest.json"

    @property
    def tables(self) -> Path:
        """The tables by year."""
        return self.root / "tables"

    @property
    def merged(self) -> Path:
        """Copies, events and persons."""
        return self.root / "merged"

    @property
    def damaged(self) -> Path:
        """The places of the sources that cannot be read."""
        return self.root / "damaged"

    @property
    def parts(self) -> Path:
        """What was read by the rules of the folder."""
        return self.root / "parts" / str(self.described()["rules"])

    def described(self) -> dict[str, Any]:
        """Return what the folder says of itself. Raises CorpusError as :meth:`at` does."""
        try:
            found = json.loads(self.description.read_bytes())
        except FileNotFoundError as error:
            raise CorpusError(message("corpus.no_corpus"), path=self.root, fix=message("corpus.fix.no_corpus")) from error
        except OSError as error:
            raise CorpusError(message("corpus.unreadable", reason=refusal(error)), path=self.description) from error
        except ValueError as error:
            raise CorpusError(message("corpus.no_description"), path=self.description, fix=message("corpus.fix.no_description")) from error
        layout = found.get("layout") if isinstance(found, dict) else None
        if layout != LAYOUT:
            why = message("corpus.other_layout", layout=layout, ours=LAYOUT)
            raise CorpusError(why, path=self.description, fix=message("corpus.fix.other_layout"))
        return dict(found)

    def write(self, path: Path, content: bytes) -> None:
        """Put ``content`` at ``path`` in one step. Raises CorpusError when the disk refuses; what was there stays."""
        beside = path.with_name(f".{path.name}.new")
        with refusing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(content)
                sync_file(beside)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)

    def add_part(self, content: bytes) -> Path:
        """Write a part under the hash of its content."""
        name = hashlib.sha256(content).hexdigest()
        path = self.parts / name[:2] / f"{name}.parquet"
        self.write(path, content)
        return path

    def all_parts(self) -> list[Path]:
        """Return the parts that exist, in the order of their names."""
        return sorted(path for path in self.parts.glob("??/*.parquet") if not path.name.startswith("."))

    def set_damaged(self, source: str, lines: Iterable[dict[str, Any]]) -> None:
        """State the places of ``source`` that cannot be read; none: the file goes."""
        path = self.damaged / f"{hashlib.sha256(source.encode('utf-8', 'surrogateescape')).hexdigest()}.jsonl"
        content = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        if content:
            self.write(path, content.encode("utf-8", "replace"))
        else:
            path.unlink(missing_ok=True)


@contextmanager
def alone(root: Path) -> Iterator[Path]:
    """Hold the lock of the corpus in ``root`` within the block; give the folder for what is temporary."""
    with working(root) as ours:
        yield ours


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Make an error of the disk in the block one that says what to do."""
    try:
        yield
    except OSError as error:
        where = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else path
        raise CorpusError(message("corpus.refused", reason=refusal(error)), path=where, fix=message("corpus.fix.refused")) from error

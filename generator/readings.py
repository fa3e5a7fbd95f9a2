"""Each file's article with its facts: from the cache where file and program are the same as when it was made, else read and extracted by
all cores."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.cache.keeping import Keeping
from generator.cache.program import program
from generator.cache.store import Store
from generator.containment import contained
from generator.errors import KyYeuError
from generator.extraction.extract import extract
from generator.model.article import Article
from generator.model.facts import Facts
from generator.reading import read
from generator.reading.files import contents
from generator.resolution.sources import NOTHING_STATED, Stated, with_source

#: Hands on the files it is given, one by one, and may show how far it has come.
Track = Callable[[Sequence[Path]], Iterable[Path]]
Reading = tuple[Article, Facts]

_KIND = "reading"
#: The rooms of the program on which a reading depends.
_ROOMS = ("containment.py", "extraction", "lexicon", "model", "reading", "readings.py", "resolution/sources.py", "text")


def read_and_extract(
    paths: Sequence[Path],
    root: Path,
    track: Track = iter,
    sources: Mapping[str, Stated] = NOTHING_STATED,
    store: Store | None = None,
) -> Iterator[Reading | KyYeuError]:
    """Yield each file's article with its facts, or its error of any kind, in the order of ``paths``; ``sources`` are the table's lines.

    ``store`` has the readings of before and gets those of now; of files that are errors nothing is kept.
    """
    keeping = Keeping(store, program(*_ROOMS))

    def work(path: Path) -> Reading | KyYeuError:
        return contained(path, partial(_reading, path, root, sources))

    made = keeping.made(_KIND, work, paths, partial(_depends, root, sources))
    for _, result in zip(track(paths), made, strict=True):
        yield result
    keeping.finish()


def _depends(root: Path, sources: Mapping[str, Stated], path: Path) -> object:
    """Return on what the reading of the file at ``path`` depends; None for a file that cannot be read as it should."""
    place = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    try:
        content = hashlib.blake2b(contents(path, most=None), digest_size=20).digest()
    except (KyYeuError, OSError, ValueError):
        return None
    return content, repr((place, sources.get(place)))


def _reading(path: Path, root: Path, sources: Mapping[str, Stated]) -> Reading:
    article = read(path, root)
    article = with_source(article, sources.get(article.source.path))
    return article, extract(article)

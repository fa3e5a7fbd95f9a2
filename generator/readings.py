"""Each file's article with its facts: from the cache where file and program are the same as when it was made, else read and extracted by
all cores."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.cache.program import program
from generator.cache.store import Store
from generator.containment import contained
from generator.errors import KyYeuError
from generator.extraction.extract import extract
from generator.model.article import Article
from generator.model.facts import Facts
from generator.processes import fan_out
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
    store: Store = Store(),  # noqa: B008 - keeps nothing
) -> Iterator[Reading | KyYeuError]:
    """Yield each file's article with its facts, or its error of any kind, in the order of ``paths``; ``sources`` are the table's lines.

    ``store`` has the readings of before and gets those of now; of files that are errors nothing is kept.
    """
    known = set(store.keys(_KIND))
    keys = [_key(path, root, sources) for path in paths] if store.keeps else [None] * len(paths)
    new = [path for path, key in zip(paths, keys, strict=True) if key not in known]
    made = fan_out(partial(_packed, root, sources), new)
    for path, key in zip(track(paths), keys, strict=True):
        if key in known:
            yield _unpacked(store.get(_KIND, key or ""), path, root, sources)
            continue
        packed = next(made)
        result: Reading | KyYeuError = pickle.loads(packed)  # noqa: S301 - made by this run
        if key and not isinstance(result, KyYeuError):
            store.put(_KIND, key, packed)
        yield result
    store.keep_only(_KIND, filter(None, keys))
    store.commit()


def _key(path: Path, root: Path, sources: Mapping[str, Stated]) -> str | None:
    """Return what the reading of the file at ``path`` depends on, as a digest; None for a file that cannot be read as it should."""
    place = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    try:
        content = contents(path, most=None)
    except (KyYeuError, OSError, ValueError):
        return None
    digest = hashlib.blake2b(content, digest_size=20, key=program(*_ROOMS).encode())
    digest.update(repr((place, sources.get(place))).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _packed(root: Path, sources: Mapping[str, Stated], path: Path) -> bytes:
    return pickle.dumps(contained(path, partial(_reading, path, root, sources)), pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes | None, path: Path, root: Path, sources: Mapping[str, Stated]) -> Reading | KyYeuError:
    """Return the reading kept in ``packed``; make it anew where that is damaged."""
    if packed is not None:
        reading: Reading = pickle.loads(packed)  # noqa: S301 - from the user's own cache, with a digest
        return reading
    return contained(path, partial(_reading, path, root, sources))


def _reading(path: Path, root: Path, sources: Mapping[str, Stated]) -> Reading:
    article = read(path, root)
    article = with_source(article, sources.get(article.source.path))
    return article, extract(article)

"""Reading: one module a source format, and one result, an :class:`~generator.model.article.Article`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from generator.errors import ReadingError
from generator.messages import message
from generator.model.article import Article, Source
from generator.reading.decoding import decoded
from generator.reading.files import contents
from generator.reading.text import article_from_text

__all__ = ["FORMATS", "read"]


def _text(data: bytes, path: Path, source: Source) -> Article:
    return article_from_text(decoded(data, path), source)


#: The formats that can be read: suffix (lower case) to the format's name and its reader.
FORMATS: dict[str, tuple[str, Callable[[bytes, Path, Source], Article]]] = {".txt": ("text", _text)}


def read(path: Path, root: Path) -> Article:
    """The article in the file ``path``; ``source.path`` is told from ``root``.

    Raises ReadingError when the file cannot be opened, is no file or too large, has a name that is no text, has a suffix that no
    reader knows, is empty, binary or not decodable, or holds no article.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        reason = message("left_out.no_reader", suffix=suffix) if suffix else message("left_out.no_suffix")
        raise ReadingError(reason, path=path, fix=message("left_out.fix.no_reader"))
    name, reader = FORMATS[suffix]
    try:
        path.as_posix().encode()
    except UnicodeEncodeError as error:  # bytes that no JSON, YAML or address could hold
        raise ReadingError(message("left_out.name"), path=path, fix=message("left_out.fix.name")) from error
    data = contents(path)
    try:
        place = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        place = path.as_posix()
    source = Source(path=place, sha256=hashlib.sha256(data).hexdigest(), format=name)
    try:
        return reader(data, path, source)
    except ReadingError as error:
        if error.path == source.path:
            error.path = path
        raise

"""Reading: one module a source format (``reading/formats/``), and one result, an :class:`~generator.model.article.Article`."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from generator.errors import ReadingError
from generator.messages import message
from generator.model.article import Article, Source
from generator.reading.damage.finding import damage_of
from generator.reading.damage.repair import repaired
from generator.reading.decoding import decoded
from generator.reading.files import contents
from generator.reading.formats import FORMATS, document_of
from generator.reading.formats.writing import text_of
from generator.reading.text import article_from_text

__all__ = ["FORMATS", "read"]


def _text(data: bytes, path: Path, source: Source) -> Article:
    text = decoded(data, path)
    _check(text, path, data)
    return article_from_text(text, source)


def _check(text: str, path: Path, data: bytes | None) -> None:
    damage = damage_of(text)
    if damage is not None:
        repair = None if data is None else repaired(data)
        raise damage.error(path, repairable=repair is not None and repair.certain)


def read(path: Path, root: Path) -> Article:
    """Return the article in the file ``path``; ``source.path`` is relative to ``root``.

    Raises ReadingError if the file cannot be opened, is not a regular file, is too large, has a name that is not text or an unknown suffix,
    is empty, not what its suffix says, not decodable or damaged (``reading/damage/``), or contains no article.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        reason = message("left_out.no_reader", suffix=suffix) if suffix else message("left_out.no_suffix")
        raise ReadingError(reason, path=path, fix=message("left_out.fix.no_reader"))
    try:
        path.as_posix().encode()
    except UnicodeEncodeError as error:  # bytes that no JSON, YAML or address could hold
        raise ReadingError(message("left_out.name"), path=path, fix=message("left_out.fix.name")) from error
    data = contents(path, most=None if suffix == ".txt" else FORMATS[suffix].largest)
    source = Source(path=_place(path, root), sha256=hashlib.sha256(data).hexdigest(), format=FORMATS[suffix].name)
    try:
        if suffix == ".txt":
            return _text(data, path, source)
        document = document_of(data, path)
        text = text_of(document)
        _check(text, path, None)
        return article_from_text(text, replace(source, url=document.address, publisher=document.publisher))
    except ReadingError as error:
        if error.path == source.path:
            error.path = path
        raise


def _place(path: Path, root: Path) -> str:
    """``path`` from ``root``: where a link lies, not where it leads, so that an article's address does not depend on the machine."""
    whole, top = os.path.abspath(path), os.path.abspath(root)  # noqa: PTH100 (Path.resolve would follow the link)
    if os.sep == "/" and whole.startswith(f"{top}/"):  # nearly always; paths that are objects take long
        return whole.removeprefix(f"{top}/")
    place, above = Path(whole), Path(top)
    if not place.is_relative_to(above):
        place, above = path.parent.resolve() / path.name, root.resolve()
    return place.relative_to(above).as_posix() if place.is_relative_to(above) else path.as_posix()

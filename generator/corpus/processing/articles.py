"""The article in what a source gave: by the text that an archive would keep, so that an archive cut out of the corpus reads the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.corpus.sources.given import Given
from generator.model.article import Article, Source
from generator.model.document import Document, Part, PartKind
from generator.reading import FORMATS
from generator.reading.damage.finding import damage_of
from generator.reading.decoding import decoded
from generator.reading.formats import document_of
from generator.reading.formats.writing import text_of
from generator.reading.text import article_from_text

_BOM = b"\xef\xbb\xbf"  # a page that was text already is UTF-8, whatever it says


def article_of(given: Given) -> Article:
    """Return the article in ``given``; its source's path is the content hash.

    Raises ReadingError for what cannot be decoded, is damaged, has no reader, or holds no article.
    """
    path = Path(f"{given.id}{given.suffix}")
    if given.suffix == ".txt" and not given.stated:
        text, address, publisher = decoded(given.data, path), None, None
    else:
        document = _document(given, path)
        stated = dict(given.stated)
        text = text_of(document, {key: stated.get(key) for key in ("url", "retrieved", "publisher")})
        address, publisher = stated.get("url") or document.address, stated.get("publisher") or document.publisher
    if (damage := damage_of(text)) is not None:
        raise damage.error(path, repairable=False)
    digest = hashlib.sha256(given.data).hexdigest()
    return article_from_text(text, Source(given.id, digest, FORMATS[given.suffix].name, address, publisher))


def _document(given: Given, path: Path) -> Document:
    stated = given.stated
    if given.suffix == ".txt":
        lines = decoded(given.data, path).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        parts = tuple(Part(PartKind.PARAGRAPH, line) for line in lines if line.strip())
        document = Document(parts)
    else:
        document = document_of(_BOM + given.data if given.is_text else given.data, path)
    return Document(
        document.parts,
        title=stated.get("title") or document.title,
        published=stated.get("published") or document.published,
        author=stated.get("author") or document.author,
        address=stated.get("url") or document.address,
        publisher=stated.get("publisher") or document.publisher,
        notes=document.notes,
    )

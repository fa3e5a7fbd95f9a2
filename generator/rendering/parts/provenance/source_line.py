"""Where an article is from, under its title: publisher, day, original address, copies kept of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from generator.lexicon.publishers import host_of, publisher_at
from generator.model.article import Article
from generator.rendering.escaping import clean, destination
from generator.rendering.words import wording

_SHORT = 12  #: characters of a hash that a reader compares


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What is known of an article's source, each None where it is not stated.

    ``published`` and ``retrieved`` are days in words; ``address`` and ``archived`` destinations of Markdown links. ``text_sha256`` is the
    hash of the archived text, ``short`` its beginning.
    """

    publisher: str | None
    published: str | None
    address: Markup | None
    retrieved: str | None
    archived: Markup | None
    text_sha256: str

    @property
    def short(self) -> str:
        return self.text_sha256[:_SHORT]


def source_line(article: Article) -> SourceLine:
    """Return the source of ``article`` as its page states it."""
    source = article.source
    return SourceLine(
        publisher=publisher_of(article),
        published=article.published and wording.date(article.published.partition("T")[0]),
        address=_link(source.url),
        retrieved=source.retrieved and wording.date(source.retrieved.partition("T")[0]),
        archived=_link(source.archived),
        text_sha256=text_hash(article),
    )


def publisher_of(article: Article) -> str | None:
    """Return who published ``article``: as stated, or else whoever publishes at its address."""
    source = article.source
    return source.publisher or (publisher_at(source.url) if source.url else None)


def archived_text(article: Article) -> bytes:
    """Return the file that the archive keeps of the article's text."""
    return clean(article.text).encode("utf-8")


def text_hash(article: Article) -> str:
    """Return the SHA-256 of :func:`archived_text`: the version of the archived text."""
    return _hash(article.text)


@lru_cache(maxsize=1 << 14)  # tables, citations and pages state it of every article
def _hash(text: str) -> str:
    return hashlib.sha256(clean(text).encode("utf-8")).hexdigest()


def _link(address: str | None) -> Markup | None:
    return destination(address) if address and host_of(address) else None

"""The text of a document, from which its article is read: every part on lines of its own, in reading order.

The text alone decides what the article is, so that a Word file, the text that :mod:`generator.adding` makes of it, and that text edited by
a person are read by the same rules. Offsets of facts count in it, and the site shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.errors import ReadingError
from generator.model.article import Article, Source
from generator.model.document import Document, Part, PartKind
from generator.reading.page import is_prose
from generator.reading.text import article_from_text
from generator.text.normalization import archived

#: What the header of a text may state, in its order: ``# url = https://…``. Names that crawlers use are theirs.
HEADER = ("url", "retrieved", "original", "sha256", "publisher", "author", "title", "date")
_NEAR = 8  #: parts at the beginning among which title and date are
_LONGEST_STAMP = 120  #: characters of a line that is only a date, a source, a counter
_LONGEST_HEADING = 200  #: characters
_DEEPEST = 5  #: level
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?")


def text_of(document: Document, header: Mapping[str, str | None] | None = None) -> str:
    """Return the text of ``document``: header, title, date, parts; ends with a line feed.

    ``header`` are values for keys of :data:`HEADER`; those that are None or empty are left out. Title and date that the document states
    apart from its parts are written where the page of a newspaper has them; they and the author are in the header only if the article
    would not be read so.
    """
    settings = dict(header or {})
    body = list(_body(document))
    text = _whole(settings, body)
    for key, wanted in (("title", document.title), ("date", document.published), ("author", document.author)):
        if wanted and not settings.get(key) and not _reads(text, key, wanted):
            settings[key] = wanted
            text = _whole(settings, body)
    return text


def article_of(document: Document, source: Source) -> Article:
    """Return the article in ``document``. Raises ReadingError if no part of it is one."""
    return article_from_text(text_of(document), source)


def _whole(settings: Mapping[str, str | None], body: list[str]) -> str:
    head = [f"# {key} = {_line(value)}" for key in HEADER if (value := settings.get(key))]
    return "\n\n".join([*(["\n".join(head)] if head else []), *body]) + "\n"


def _reads(text: str, key: str, wanted: str) -> bool:
    try:
        article = article_from_text(text, Source("", "", "text"))
    except ReadingError:
        return True  # what has no article needs no header
    if key == "title":
        return article.title_is_headline and article.title == _line(archived(wanted))
    if key == "author":
        return article.byline == _line(archived(wanted))
    return (article.published or "").startswith(wanted)


def lines_of(document: Document) -> list[str]:
    """Return the parts of ``document`` as they are written, each as one line or several."""
    levels = _levels(document, _line(document.title or ""))
    return [written for number, part in enumerate(document.parts) if (written := _part(part, levels.get(number, 0)))]


def _body(document: Document) -> Iterator[str]:
    title, parts = _line(document.title or ""), lines_of(document)
    if title and not any(_same(part, title) for part in parts[:_NEAR]):
        yield title
    stamp = _stamp(document.published or "")
    if stamp and not any(stamp.partition(" ")[0] in part for part in parts[:_NEAR] if len(part) < _LONGEST_STAMP):
        at = next((number + 1 for number, part in enumerate(parts[:_NEAR]) if title and _same(part, title)), 0)
        parts.insert(at, stamp)
    yield from parts


def _levels(document: Document, title: str) -> dict[int, int]:
    """Return the level of each heading inside the text, by the number of its part: 1 for the highest that there is.

    Lines above the first sentence are headline, section or date, and a sentence in large letters is a lead; they are known by their
    words.
    """
    begins = (number for number, part in enumerate(document.parts) if any(map(is_prose, _part(part, 0).split("\n"))))
    first = next(begins, len(document.parts))
    found = {
        number: part.level
        for number, part in enumerate(document.parts)
        if number > first and part.kind is PartKind.HEADING and _is_heading(part.text) and not _same(part.text, title)
    }
    ranks = {level: min(rank, _DEEPEST) for rank, level in enumerate(sorted(set(found.values())), 1)}
    return {number: ranks[level] for number, level in found.items()}


def _is_heading(text: str) -> bool:
    words = _line(text)
    return 0 < len(words) <= _LONGEST_HEADING and not words.endswith((".", ";", "…", ".”", '."')) and any(map(str.isalnum, words))


def _part(part: Part, level: int) -> str:
    if level:
        return f"{'#' * (level + 1)} {_line(part.text)}"
    if part.kind is PartKind.TABLE:
        rows = (" | ".join(_line(cell).replace("|", "/") for cell in row) for row in part.rows if any(cell.strip() for cell in row))
        return "\n".join(f"| {row} |" for row in rows)
    lines = (line.strip() for line in part.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _stamp(iso: str) -> str:
    match = _ISO.match(iso)
    if match is None:
        return ""
    year, month, day, hour, minute = match.groups()
    return f"{day}/{month}/{year}" + (f" {hour}:{minute}" if hour else "")


def _same(first: str, second: str) -> bool:
    return archived(_line(first)).casefold() == archived(_line(second)).casefold()


def _line(words: str) -> str:
    return " ".join(words.split())

"""Markdown (.md): read by the library that shows it, so that what is a list on a page is one here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import markdown
from lxml import html

from generator.model.document import Document
from generator.reading.damage import markup
from generator.reading.decoding import decoded
from generator.reading.formats.packages import without_text
from generator.reading.formats.titles import title_in
from generator.reading.formats.web.parts import Walk
from generator.reading.stamps import iso_of_setting
from generator.yaml_documents import YamlError, load

_EXTENSIONS = ["markdown.extensions.tables", "markdown.extensions.sane_lists"]
_NUMBERED = re.compile(r"(?m)^(\s{0,3}\d{1,9})\)(?=\s)")  # Markdown knows no `1)`


def document(data: bytes, path: Path) -> Document:
    """Return the document in a Markdown file, with title, date and the like of its front matter. Raises ReadingError for bytes that are no
    text, and for a file without text."""
    text = decoded(data, path).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    stated: Mapping[str, Any] = {}
    last = markup.front_matter(text)
    if last is not None:
        lines = text.lstrip("\n").split("\n")
        stated = _stated("\n".join(lines[1 : last - 1]))
        text = "\n".join(lines[last:])
    page = markdown.markdown(_NUMBERED.sub(r"\1\\)", text), extensions=_EXTENSIONS)
    parts = tuple(Walk(of_site=False).parts(html.fragment_fromstring(page, create_parent="div"))) if page.strip() else ()
    if not parts:
        raise without_text(path)

    def words(*keys: str) -> str | None:
        values = (stated[key] for key in keys if stated.get(key) is not None)
        return next((str(value).strip() for value in values if not isinstance(value, list | dict)), None)

    return Document(
        parts,
        title=words("title") or title_in(parts),
        published=iso_of_setting(words("date", "published") or ""),
        author=words("author", "byline"),
        publisher=words("publisher"),
        address=words("url", "address"),
    )


def _stated(front_matter: str) -> Mapping[str, Any]:
    try:
        found = load(front_matter)
    except YamlError:
        return {}
    return found if isinstance(found, Mapping) else {}

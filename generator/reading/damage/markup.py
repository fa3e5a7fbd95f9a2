"""Pages saved as text with their markup: HTML, letters written as entities or escapes, front matter of a site generator."""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from generator.reading.damage.words import Stretch, thickest
from generator.text.syllables import are_syllables
from generator.text.tokens import TOKEN

_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|meta|link|title|script|style|div|p|br|span|a|b|i|u|em|strong|font|table|tbody|thead|tr|td|th"
    r"|ul|ol|li|h[1-6]|img|article|section|header|footer|figure|figcaption|blockquote|hr|center|sup|sub|iframe|form|input|button|nav|main)"
    r"(?:\s[^<>]{0,400})?/?)>",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*(?:<\?xml[^<>]{0,100}\?>\s*)?<(?:!doctype|html|head|body)\b", re.IGNORECASE)
TAGS = 3  #: tags that make a text HTML: one or two are a slip of a portal, such as a stray <br>
_KEY = re.compile(r"[ \t{]*[\"']?[A-Za-z_][\w -]{0,40}[\"']?[ \t]*[:=]")


def front_matter(text: str) -> int | None:
    """Return the number of lines that are front matter (``---`` or ``+++`` around keys) at the start of ``text``, or None."""
    lines = text[:20_000].lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or not (fence := re.fullmatch(r"(---|\+\+\+)(?:json|yaml|toml)?", lines[first].strip())):
        return None
    ends = (fence[1], "...") if fence[1] == "---" else (fence[1],)
    last = next((at for at in range(first + 1, len(lines)) if lines[at].strip() in ends), None)
    if last is None:
        return None
    inside = [line for line in lines[first + 1 : last] if line.strip()]
    return last + 1 if inside and (_KEY.match(inside[0]) or inside[0].strip() == "{") else None


def html(text: str) -> int | None:
    """Return the offset of the first tag of ``text`` if it is a page of HTML or holds several tags, or None."""
    if _PAGE.match(text):
        return len(text) - len(text.lstrip())
    if text.count("<") < TAGS:
        return None
    starts = [match.start() for _, match in zip(range(TAGS), _TAG.finditer(text), strict=False)]
    return starts[0] if len(starts) == TAGS else None


@dataclass(frozen=True, eq=False)
class Escape:
    """A way to write letters in ASCII; ``undo`` gives a word's letters back. ``needed`` words accuse a text."""

    name: str
    form: re.Pattern[str]
    undo: Callable[[str], str]
    needed: float


def _quoted_printable(word: str) -> str:
    try:
        return quopri.decodestring(word.encode("ascii", "strict")).decode("utf-8")
    except (UnicodeError, ValueError):
        return word


def _percent(word: str) -> str:
    try:
        return unquote(word, errors="strict")
    except UnicodeDecodeError:
        return word


def _utf7(word: str) -> str:
    try:
        return word.encode("ascii", "strict").decode("utf-7")
    except UnicodeError:
        return word


def _backslash(word: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), word)


#: Entities are replaced in whole texts, the others in words.
ENTITIES = Escape("HTML", re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});"), unescape, 2)
ESCAPES = (
    ENTITIES,
    Escape("\\u", re.compile(r"\\u[0-9a-fA-F]{4}"), _backslash, 3),
    Escape("quoted-printable", re.compile(r"=[0-9A-F]{2}"), _quoted_printable, 3),
    Escape("%", re.compile(r"%[0-9A-Fa-f]{2}"), _percent, 3),
    Escape("UTF-7", re.compile(r"\+[A-Za-z0-9+/]{2,}-?"), _utf7, 3),
)


def escaped(text: str) -> tuple[Escape, Stretch] | None:
    """Return the escape in which the letters of ``text`` are written and where, or None."""
    for escape in ESCAPES:
        if escape.form.search(text):
            found = thickest(_evidence(text, escape))
            if found is not None and found.score >= escape.needed:
                return escape, found
    return None


def _evidence(text: str, escape: Escape) -> Iterator[tuple[int, int, float]]:
    for match in TOKEN.finditer(text):
        word = match.group()
        if escape.form.search(word) and len(word) < 200:
            meant = escape.undo(word)
            yield match.start(), match.end(), 1.0 if meant != word and are_syllables(meant) and "/" not in word else 0.0
        else:
            yield match.start(), match.end(), -0.05

"""The one place through which text enters a page: what an article says is shown as written and does nothing.

Everything that Markdown, HTML, a template engine or one of the usual Markdown extensions could take for a command becomes a numeric
character reference. That holds in a paragraph, a heading, a list item, a link's text and a table cell alike, so callers need not know where
their text will appear.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from generator.messages.unseen import ACTING

# Anywhere: emphasis, code, links, HTML, entities, template braces, attribute lists, footnotes, tables,
# strike-through, marks, keys, mathematics, mail addresses.
_ALWAYS = r"[\\`*_{}\[\]<>&~^=|@$#+]"
# A colon with something behind it could be an address (https://), an emoji (:smile:) or a definition (: word).
_COLON = r":(?=\S)"
_WEB = r"(?<=[wW]{3})\."  # www.
# Where a line begins: lists, rules, quotes, admonitions, blocks, numbering, indented code.
_START = r"\A[ \t!\"%'(),\-./:;?]|(?<=\A\d)[.)]|(?<=\A\d\d)[.)]|(?<=\A\d\d\d)[.)]|(?<=\A\d{4})[.)]"
_END = r"[ \t]\Z"
_INSIDE = re.compile(f"{_ALWAYS}|{_COLON}|{_WEB}")
_WHOLE = re.compile(f"{_INSIDE.pattern}|{_START}|{_END}")
_LINE = re.compile(r"[^\S\n]*\n\s*")
#: What is shown for each character that would act unseen: one for one, so that offsets stay.
_REPLACEMENT = "\ufffd"
_LINE_BREAK = "<br>"
_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_IN_SCRIPT = re.compile(r"[<>&\u2028\u2029]")


def markdown(text: object, *, whole: bool = True) -> Markup:
    """``text`` as Markdown on one line that shows it as written; what is Markdown already (Markup) stays.

    ``whole`` is False for a part that something on the same line precedes and follows. A line feed becomes a line
    break. What would act unseen (see :func:`clean`) is shown as U+FFFD.
    """
    if isinstance(text, Markup):
        return text
    plain = clean(str(text))
    if "\n" in plain:
        plain = _LINE.sub("\n", plain)
    return Markup((_WHOLE if whole else _INSIDE).sub(_reference, plain).replace("\n", _LINE_BREAK))  # noqa: S704


def destination(address: str) -> Markup:
    """Return a web address as the destination of a Markdown link: what could end it or mean something there is percent-encoded."""
    return Markup(quote(address, safe="%:/?#@!$&+,;=-._~", errors="replace"))  # noqa: S704 (no character that Markdown or HTML obeys is left)


def clean(text: str) -> str:
    """Return ``text`` with U+FFFD for each character that acts unseen: controls, lone surrogates, noncharacters, and what turns the
    direction of the words after it. All that leaves for a page, a feed or data passes here; its length stays."""
    return text if text.isprintable() else ACTING.sub(_REPLACEMENT, text)  # most texts: all that acts is not printable


def cleaned(data: Any) -> Any:
    """Give plain ``data`` (mappings, lists, tuples) with :func:`clean` applied to every text in it."""
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, Mapping):
        return {cleaned(key): cleaned(value) for key, value in data.items()}
    return [cleaned(part) for part in data] if isinstance(data, list | tuple) else data


def attribute(text: str) -> str:
    """``text`` as the value of an attribute of HTML, between double quotes."""
    return html.escape(clean(text))


def verbatim(text: str) -> Markup:
    """``text`` for the inside of a ``<pre>``, line by line as it is; one line of Markdown."""
    return Markup(_INSIDE.sub(_reference, clean(text)).replace('"', "&#34;").replace("\n", "&#10;"))  # noqa: S704


def script_data(data: Any) -> str:
    """Return ``data`` (plain) as JSON for the inside of a ``<script>``: in its strings nothing is left that could end it."""
    written = json.dumps(cleaned(data), ensure_ascii=False, separators=(",", ":"))
    return _JSON_STRING.sub(_escaped_string, written)


def _escaped_string(match: re.Match[str]) -> str:
    return _IN_SCRIPT.sub(_escape, match.group())


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"

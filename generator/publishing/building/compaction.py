"""Writes a built page in fewer bytes: what a reader sees, and what a parser makes of it, stays.

Half of a page are the theme's line breaks and indents. White space that no browser shows is taken away: runs of it are one, and none is
beside the elements of :data:`_APART`, which begin and end a line wherever they are. In ``pre``, ``textarea``, scripts and style sheets all
stays, but data of JSON is written anew, without the words of the theme's own search where a page has none. Letters that are written as
numbers only to pass through Markdown are letters again, and HTML needs no namespace for its pictures.
"""

from __future__ import annotations

import json
import re

#: Elements beside which white space is never shown; none of them is set in a line of text by a style sheet.
_APART = frozenset(
    ("article", "aside", "blockquote", "body", "details", "div", "dl", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
     "header", "html", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_IN_HEAD = frozenset(["base", "link", "meta", "noscript", "script", "style", "title"])  #: the same before the body
_PIECE = re.compile(
    r"<!--(?!\[).*?-->"
    r"|<(?P<kept>pre|textarea|script|style)\b(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>(?P<content>.*?)</(?P=kept)\s*>"
    r"|</?(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>",
    re.DOTALL | re.IGNORECASE,
)
_BLANK = " \t\n\f\r"
_SPACE = re.compile(r"[ \t\n\f\r]+")
_QUOTED = re.compile(r'="([^"\']*&(?:quot|#34);[^"\']*)"')
#: Numbers of ASCII letters and signs, without ``&``, ``#``, ``;``, ``<``, ``>``, which could make others of them.
_NUMBER = re.compile(r"&#(3[2-4679]|4\d|5[0-8]|6[1345-9]|[7-9]\d|1[01]\d|12[0-6]);")
_LINE_END = re.compile(r"(?<!^)&#10;")
_NAMESPACE, _SEARCH = ' xmlns="http://www.w3.org/2000/svg"', 'data-md-component="search"'
_JSON = re.compile(r"type=[\"']?application/(?:ld\+)?json\b", re.IGNORECASE)


def compact(page: str) -> str:
    """Return ``page`` (HTML) in fewer bytes; the same for what is compact already."""
    parts: list[str] = []
    text, at, apart, beside = "", 0, True, _APART | _IN_HEAD
    for piece in _PIECE.finditer(page):
        start, end = piece.span()
        if start > at:
            text = text + page[at:start] if text else page[at:start]
        at = end
        kept, name = piece.group("kept", "name")
        if kept is None and name is None:  # a comment
            continue
        name = (kept or name).lower()
        behind = name in beside
        if text:
            if text.strip(_BLANK):
                parts.append(_text(text, before=apart, behind=behind))
            elif not (apart or behind):
                parts.append(" ")
            text = ""
        if kept:
            parts.append(_kept(piece))
        else:
            tag = page[start:end]
            parts.append(_tag(tag) if "&" in tag or name == "svg" else tag)
        apart = behind
        if name == "body":
            beside = _APART
    parts.append(_text(text + page[at:], before=apart, behind=True))
    return "".join(parts)


def _text(text: str, *, before: bool, behind: bool) -> str:
    """Return ``text`` between two tags; ``before`` and ``behind`` state whether white space beside these is never shown."""
    text = _letters(text)
    if before:
        text = text.lstrip(_BLANK)
    if behind:
        text = text.rstrip(_BLANK)
    return _SPACE.sub(" ", text)


def _letters(text: str) -> str:
    return _NUMBER.sub(lambda number: chr(int(number[1])), text) if "&#" in text else text


def _tag(tag: str) -> str:
    if "&quot;" in tag or "&#34;" in tag:
        tag = _QUOTED.sub(lambda value: "='" + value[1].replace("&quot;", '"').replace("&#34;", '"') + "'", tag)
    if tag.startswith("<svg "):
        tag = tag.replace(_NAMESPACE, "", 1)
    return tag


def _kept(piece: re.Match[str]) -> str:
    kind, whole = piece["kept"].lower(), piece.group()
    start, end = piece.start("content") - piece.start(), piece.end("content") - piece.start()
    content = piece["content"]
    if kind == "pre":
        content = _LINE_END.sub("\n", _letters(content))
    elif kind == "script" and _JSON.search(piece["attributes"]):
        content = _data(content, unsearched='id="__config"' in piece["attributes"] and _SEARCH not in piece.string)
    elif kind == "style":
        content = _SPACE.sub(" ", content).strip()
    return whole[:start] + content + whole[end:]


def _data(content: str, *, unsearched: bool) -> str:
    """Return data of JSON without spaces; nothing in it ends the script. ``unsearched``: the theme's, of a page without search."""
    try:
        read = json.loads(content)
        if unsearched and isinstance(read.get("translations"), dict):
            read["translations"] = {key: word for key, word in read["translations"].items() if not key.startswith("search.")}
        data = json.dumps(read, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        data.encode("utf-8", "surrogateescape")
    except ValueError:
        return content
    return data

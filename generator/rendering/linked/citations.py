"""Citations of an article: as text, BibTeX and CSL-JSON. Unknown fields are omitted; there is no day of access."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from generator.model.archive import Entry
from generator.model.settings import SiteSettings
from generator.rendering.escaping import clean
from generator.rendering.parts.page_addresses import page_address
from generator.rendering.words import wording
from generator.rendering.words.speaking import say

FOLDER = "du-lieu/trich-dan"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Braces are written as commands: BibTeX counts them even behind a backslash.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", '"': r"\textquotedbl{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_TEX_SIGN = re.compile("|".join(map(re.escape, _TEX)))
_NO_URL = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")


@dataclass(frozen=True, slots=True)
class Citation:
    """An article as one cites it. ``bibtex`` and ``csl`` are the files' content; ``name`` is theirs below :data:`FOLDER`."""

    name: str
    words: str
    bibtex: str
    csl: str


def citation(entry: Entry, path: str, settings: SiteSettings) -> Citation:
    """Return the citation of ``entry``, whose page is at ``path`` below docs/. Its address is the page's, or else the source's."""
    return Citation(entry.slug, _words(entry, path, settings), _bibtex(entry, path, settings), _csl(entry, path, settings))


def _words(entry: Entry, path: str, settings: SiteSettings) -> str:
    article = entry.article
    when = article.published and wording.date(article.published.partition("T")[0])
    dated = when and f"({when})"
    parts = (f"“{article.title}”", dated) if article.byline is None else (article.byline, dated, f"“{article.title}”")
    head = wording.joined(parts, " ")
    told = wording.joined((f"{head}.", f"{settings.site_name}.", _address(entry, path, settings)), " ")
    return " ".join(clean(told).split())


def _bibtex(entry: Entry, path: str, settings: SiteSettings) -> str:
    article = entry.article
    fields = {"title": f"{{{_tex(article.title)}}}"}
    if article.byline:
        fields["author"] = f"{{{_tex(article.byline)}}}"
    match = _DATE.match(article.published or "")
    lines = []
    if match:
        year, month, day = match.groups()
        fields["year"] = year
        lines += [f"  month = {_MONTHS[int(month) - 1]}"] if month else []
        fields |= {"date": match.group()} if day else {}  # biblatex's; BibTeX knows no days
    fields["howpublished"] = _tex(settings.site_name)
    address = _address(entry, path, settings)
    if address:
        fields["url"] = _NO_URL.sub(_percent, address)
    if article.source.url and article.source.url != address:
        fields["note"] = _tex(say("linked.source", address=article.source.url))
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items()] + lines
    return f"@misc{{{entry.slug},\n" + ",\n".join(lines) + "\n}\n"


def _csl(entry: Entry, path: str, settings: SiteSettings) -> str:
    article = entry.article
    match = _DATE.match(article.published or "")
    address = _address(entry, path, settings)
    item = {
        "id": entry.slug,
        "type": "article-newspaper",
        "title": clean(article.title),
        "author": [{"literal": clean(article.byline)}] if article.byline else None,
        "issued": {"date-parts": [[int(part) for part in match.groups() if part]]} if match else None,
        "archive": clean(settings.site_name),
        "URL": address,
        "note": clean(say("linked.source", address=article.source.url)) if article.source.url and article.source.url != address else None,
        "language": "vi",
    }
    told = {key: value for key, value in item.items() if value is not None}
    return json.dumps([told], ensure_ascii=False, indent=2) + "\n"


def _address(entry: Entry, path: str, settings: SiteSettings) -> str | None:
    return page_address(settings, path) if settings.site_url else entry.article.source.url


def _tex(text: str) -> str:
    return _TEX_SIGN.sub(_command, " ".join(clean(text).split()))


def _command(match: re.Match[str]) -> str:
    return _TEX[match.group()]


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))

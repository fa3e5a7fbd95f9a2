"""Citations of an article: as text, BibTeX and CSL-JSON. Unknown fields are omitted.

The address is the original's where it is known, with the day on which it was accessed; then the article's page here is the archive's. The
version is the beginning of the SHA-256 of the archived text, to which all quotes refer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.lexicon.publishers import host_of
from generator.model.archive import Entry
from generator.model.settings import SiteSettings
from generator.rendering.escaping import clean
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.parts.provenance.source_line import publisher_of, text_hash
from generator.rendering.words import wording
from generator.rendering.words.speaking import say

ALL = "du-lieu/trich-dan/tat-ca"  #: the files of all citations, without their endings
_VERSION = 12  #: characters of the hash that a citation states
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
    """An article as one cites it: in ``words``, as a file of BibTeX and one of CSL-JSON, which a script saves under ``name``."""

    name: str
    words: str
    bibtex: str
    csl: str


def citation(entry: Entry, path: str, settings: SiteSettings) -> Citation:
    """Return the citation of ``entry``, whose page is at ``path`` below docs/."""
    return Citation(entry.slug, _words(entry, path, settings), _bibtex(entry, path, settings), _csl(entry, path, settings))


def citation_files(cited: Sequence[Citation]) -> dict[str, bytes]:
    """Return the files of all citations: path below docs/ → bytes."""
    bibtex = "\n".join(citation.bibtex for citation in cited)
    csl = ",\n".join(citation.csl.removeprefix("[").removesuffix("]\n") for citation in cited)
    return {f"{ALL}.bib": bibtex.encode(), f"{ALL}.json": f"[{csl}]\n".encode()}


def _words(entry: Entry, path: str, settings: SiteSettings) -> str:
    article = entry.article
    when = article.published and wording.date(article.published.partition("T")[0])
    dated = when and f"({when})"
    parts = (f"“{article.title}”", dated) if article.byline is None else (article.byline, dated, f"“{article.title}”")
    head = wording.joined(parts, " ")
    publisher, source, page = publisher_of(article), _source(entry), page_address(settings, path) if settings.site_url else None
    if source and article.source.retrieved:
        source = say("linked.accessed", address=source, date=wording.date(article.source.retrieved.partition("T")[0]))
    version = f"{say('linked.version', version=_version(entry))}."
    words = wording.joined((f"{head}.", publisher and f"{publisher}.", source, f"{settings.site_name}.", page, version), " ")
    return " ".join(clean(words).split())


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
    if publisher := publisher_of(article):
        fields["publisher"] = _tex(publisher)
    address = _address(entry, path, settings)
    if address:
        fields["url"] = _NO_URL.sub(_percent, address)
    if _source(entry) and article.source.retrieved:
        fields["urldate"] = article.source.retrieved.partition("T")[0]
    fields["version"] = _version(entry)
    if note := _note(entry, path, settings):
        fields["note"] = _tex(note)
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items()] + lines
    return f"@misc{{{entry.slug},\n" + ",\n".join(lines) + "\n}\n"


def _csl(entry: Entry, path: str, settings: SiteSettings) -> str:
    article = entry.article
    match = _DATE.match(article.published or "")
    accessed = _DATE.match(article.source.retrieved or "")
    address = _address(entry, path, settings)
    item = {
        "id": entry.slug,
        "type": "article-newspaper",
        "title": clean(article.title),
        "author": [{"literal": clean(article.byline)}] if article.byline else None,
        "issued": {"date-parts": [[int(part) for part in match.groups() if part]]} if match else None,
        "container-title": clean(publisher) if (publisher := publisher_of(article)) else None,
        "archive": clean(settings.site_name),
        "archive_location": page_address(settings, path) if settings.site_url and _source(entry) else None,
        "URL": address,
        "accessed": {"date-parts": [[int(part) for part in accessed.groups() if part]]} if accessed and _source(entry) else None,
        "note": clean(wording.joined((_note(entry, path, settings), say("linked.version", version=_version(entry))), "; ")),
        "language": "vi",
    }
    stated = {key: value for key, value in item.items() if value is not None}
    fields = ",\n".join(f'  "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in stated.items())
    return f"[{{\n{fields}\n}}]\n"


def _source(entry: Entry) -> str | None:
    """Return the web address at which the article was published."""
    address = entry.article.source.url
    return address if address and host_of(address) else None


def _address(entry: Entry, path: str, settings: SiteSettings) -> str | None:
    """Return the original's address, or else the page's."""
    return _source(entry) or (page_address(settings, path) if settings.site_url else None)


def _note(entry: Entry, path: str, settings: SiteSettings) -> str:
    """Return where copies are: the page here beside the original, and what others keep."""
    here = say("linked.kept", address=page_address(settings, path)) if settings.site_url and _source(entry) else None
    copy = entry.article.source.archived
    return wording.joined((here, say("linked.copy", address=copy) if copy else None), "; ")


def _version(entry: Entry) -> str:
    return text_hash(entry.article)[:_VERSION]


def _tex(text: str) -> str:
    return _TEX_SIGN.sub(_command, " ".join(clean(text).split()))


def _command(match: re.Match[str]) -> str:
    return _TEX[match.group()]


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))

"""Which documents the archive's articles cite. One document is one kind, number and issuer; without a number, one title.

A number of a central body is one for the whole country; a local one (``1465-CV/QU``) only with its issuer, or else with the units that the
article is about. Bodies count anew in each term, so terms that are stated keep numbers apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive, Entry
from generator.model.facts import Document
from generator.resolution.addresses import marked
from generator.text.folding import canonical, folded, spelling_key
from generator.text.slugs import slug

# The code behind a number states the class of the issuer: /TW of the Party's central bodies, CP, TTg, QH of the State's.
# Source: Hướng dẫn 36-HD/VPTW 2018 (ký hiệu văn bản của Đảng); Nghị định 30/2020/NĐ-CP, phụ lục I.
_PARTY_CODE = re.compile(r"(?<!\w)t\.?[wư]\.?$|trung ương$")  # TU is a Tỉnh ủy, TƯ the centre
_PARTY = re.compile(r"(?:(?:ban chap hanh|bch) )?(?:trung uong|t\.?[uw]\.?)(?: dang.*)?|bo chinh tri|ban bi thu.*|dang")
_STATE_CODE = re.compile(r"(?<![a-z])(?:cp|ttg|qh\d*|ubtvqh\d*|ctn)$")
_STATE = re.compile(r"chinh phu|thu tuong(?: chinh phu)?|quoc hoi|chu tich nuoc|uy ban thuong vu quoc hoi")
_NUMBER = re.compile(r"0*(\d+)(?:\s*/\s*(\d{4}))?(.*)", re.DOTALL)
_MARKS = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document: an ASCII address, its kind, the number, title, issuer and session as the fullest citation writes them, and
    its citations (slug and fact, newest first). ``former`` are the addresses that mean it too, ``plain`` is a description as a slug,
    which may fit others."""

    id: str
    kind: str
    number: str | None
    title: str | None
    issuer: str | None
    session: str | None
    mentions: tuple[tuple[str, Document], ...]
    former: tuple[str, ...] = ()
    plain: str = ""


def documents(archive: Archive) -> tuple[DocumentRecord, ...]:
    """Return every document cited by number or title, in the order of the addresses. Citations with neither are ignored."""
    if documents not in archive.memory:
        archive.memory[documents] = _documents(archive)
    found: tuple[DocumentRecord, ...] = archive.memory[documents]
    return found


def _documents(archive: Archive) -> tuple[DocumentRecord, ...]:
    found: dict[tuple[str, ...], list[tuple[str, Document]]] = {}
    for entry in archive.entries:
        for document in entry.facts.documents:
            if key := _key(entry, document):
                found.setdefault(key, []).append((entry.slug, document))
    places = {entry.slug: (entry.slug, *entry.former) for entry in archive.entries}
    records = []
    for _, citations in sorted(found.items()):
        facts = [fact for _, fact in citations]
        number, title, issuer, session = (
            _fullest(getattr(fact, name) for fact in facts) for name in ("number", "title", "issuer", "session")
        )
        own = _addresses((place, fact) for slug, fact in reversed(citations) for place in places[slug])
        records.append(DocumentRecord(own[0], facts[0].kind, number, title, issuer, session, tuple(citations), own[1:], _plain(citations)))
    return tuple(sorted(records, key=lambda record: record.id))


def _addresses(citations: Iterable[tuple[str, Document]]) -> tuple[str, ...]:
    """Return the addresses of a document from its ``citations``, the oldest first: what "the document so written in this article" means
    does not change when others cite it."""
    found = []
    for place, citation in citations:
        written = (
            *(" ".join(canonical(part or "").split()) for part in (citation.number, citation.title, citation.session)),
            citation.issuer or "",
        )
        base = slug(" ".join((citation.kind, citation.number or citation.title or "")), longest=60) or "van-ban"
        found.append(marked(base, citation.kind, *written, place))
    return tuple(dict.fromkeys(found))


def _plain(citations: Sequence[tuple[str, Document]]) -> str:
    """Return the kind with the number, and what else reports it from its like; without a number the title. Others may be described so
    too."""
    facts = [fact for _, fact in citations]
    number, session, issuer = (_fullest(getattr(fact, name) for fact in facts) for name in ("number", "session", "issuer"))
    title = _fullest(fact.title for fact in facts)
    named = (number, session, None if number and "/" in number else issuer) if number else (title, session)
    return slug(" ".join(filter(None, (facts[0].kind, *named))), longest=60) or "van-ban"


def _key(entry: Entry, document: Document) -> tuple[str, ...] | None:
    number = _NUMBER.fullmatch(canonical(document.number).strip()) if document.number else None
    if number is None:
        title = spelling_key(document.title or document.number or "")
        return (document.kind, "", title, spelling_key(document.session or "")) if title else None
    digits, year, code = number.group(1), number.group(2) or "", _MARKS.sub("", folded(number.group(3)))
    scope = _scope(entry, document, number.group(3).strip())
    term = spelling_key(document.session or "")
    return (document.kind, digits, year, scope, "" if scope in ("party", "state") else code, term)


def _scope(entry: Entry, document: Document, code: str) -> str:
    """Within what the number means one document."""
    issuer = " ".join(folded(document.issuer or "").split())
    if _PARTY_CODE.search(code) or _PARTY.fullmatch(issuer):
        return "party"
    if _STATE_CODE.search(code) or _STATE.fullmatch(issuer):
        return "state"
    resolution = entry.names.get(document.issuer) if document.issuer else None
    if resolution and resolution.unit:
        return f"unit {resolution.unit}"
    where = entry.units[0].id if entry.units else entry.slug
    return f"near {where} {issuer}"


def _fullest(written: Iterable[str | None]) -> str | None:
    """Return the longest, of equals the first in order: it has most detail."""
    return min((" ".join(text.split()) for text in written if text), key=lambda item: (-len(item), item), default=None)

"""Merges the citations of a document into one fact: which citations are of the same document, and what they state together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.extraction.documents.parts import DocumentCitation
from generator.extraction.engine import Finding
from generator.model.facts import Document, Inference
from generator.model.span import Span
from generator.text.folding import folded

_CENTRAL = ("trung uong", "bo chinh tri", "ban bi thu", "ban chap hanh trung uong", "bch trung uong", "hoi nghi")
_UNNUMBERED = "document.unnumbered"
_TITLE_BEGINS = 24  # letters by which two titles are compared; citations shorten them
_NEAR = 40  # documents of one kind and number with which a citation is compared; the maximum in the development articles is 3
_NUMBERED_CONGRESS = re.compile(
    r"(?<!\w)(?:dai hoi(?: dai bieu)?(?: toan quoc)?|lan thu[c]?|lan|khoa|[ivxl]{1,6}|\d{1,2}|toan quoc|cua)(?!\w)(?:\s|$)"
)
_LETTERS = re.compile(r"[^0-9a-z]+")


def _plain(words: str | None) -> str:
    return _LETTERS.sub(" ", folded(words or "")).strip()


def _same_number(left: str | None, other: str | None) -> bool:
    """Return whether two numbers are of the same document: ``226`` and ``226/2010/TT-BTC``, ``05`` and ``5``."""
    if left is None or other is None:
        return left is other
    first, second = _plain(left).replace(" ", ""), _plain(other).replace(" ", "")
    if first == second:
        return True
    short, long = sorted((left, other), key=len)
    if short.isdigit():
        lead = re.match(r"\d+", long)
        return lead is not None and int(lead.group()) == int(short)
    # 91/2017 and 91/2017/NĐ-CP
    return "/" in short and _plain(long).split()[: len(_plain(short).split())] == _plain(short).split()


def _same_issuer(left: str | None, other: str | None) -> bool:
    if left is None or other is None:
        return True
    first, second = _plain(left), _plain(other)
    if first in second or second in first or _congress(first) == _congress(second) is not None:
        return True
    return first.startswith(_CENTRAL) and second.startswith(_CENTRAL) and "trung uong" in (first, second)


def _congress(issuer: str) -> str | None:
    """Return a congress's issuer without its number and its kind: ``Đại hội lần thứ XI của Đảng``, ``Đại hội XI của Đảng``;
    None for others."""
    return _NUMBERED_CONGRESS.sub(" ", issuer).strip() if issuer.startswith("dai hoi ") else None


def _same_session(left: str | None, other: str | None) -> bool:
    return left is None or other is None or _plain(left).split()[-1] == _plain(other).split()[-1]


def stated_issuer(citation: DocumentCitation) -> str | None:
    """Return the issuer, if words name it."""
    return None if any(note.field == "issuer" for note in citation.inferred) else citation.issuer


def _same_title(left: str | None, other: str | None) -> bool:
    """Return whether two titles begin alike, or both are missing."""
    if left is None or other is None:
        return left is other
    return _begins_alike(_plain(left), _plain(other))


def _begins_alike(left: str, other: str) -> bool:
    return left.startswith(other[:_TITLE_BEGINS]) or other.startswith(left[:_TITLE_BEGINS])


@dataclass
class _Group:
    """The citations of a document so far."""

    rule: str
    citations: dict[DocumentCitation, None] = field(default_factory=dict)  # as an ordered set
    spans: list[Span] = field(default_factory=list)
    numbers: set[str | None] = field(default_factory=set)
    issuers: set[str | None] = field(default_factory=set)
    sessions: set[str | None] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)  # complete dates

    def add(self, citation: DocumentCitation, span: Span) -> None:
        """Add the citation at ``span``."""
        self.spans.append(span)
        self.citations[citation] = None
        self.numbers.add(citation.number)
        self.issuers.add(stated_issuer(citation))
        self.sessions.add(citation.session)
        if citation.date and len(citation.date) == 10:
            self.dates.add(citation.date)

    def takes(self, citation: DocumentCitation) -> bool:
        """Return whether ``citation`` may be of this document. Only its distinct parts are compared, which stay few however
        often it is cited."""
        first = next(iter(self.citations))
        if first.kind != citation.kind or not all(_same_number(known_number, citation.number) for known_number in self.numbers):
            return False
        stated = stated_issuer(citation)
        if not all(_same_issuer(known_issuer, stated) for known_issuer in self.issuers):
            return False
        if citation.number is None:
            issuers = (_plain(first.issuer), _plain(citation.issuer))
            if len(set(issuers)) > 1 and None in (first.session, citation.session):
                return False  # another congress, unless both name the same
            if self.rule == _UNNUMBERED and not _same_title(first.title, citation.title):
                return False
        if not all(_same_session(known_session, citation.session) for known_session in self.sessions):
            return False
        return len(self.dates) < 2 and (not citation.date or len(citation.date) != 10 or self.dates <= {citation.date})

    def is_cited_by(self, citation: DocumentCitation) -> bool:
        """Return whether ``citation``, which has no number, has this document's title and no other issuer."""
        title = _plain(citation.title)
        if not all(_same_issuer(known_issuer, stated_issuer(citation)) for known_issuer in self.issuers):
            return False
        titles = [_plain(cited.title) for cited in self.citations if cited.title]
        return any(_begins_alike(own_title, title) or (len(own_title) >= _TITLE_BEGINS and own_title in title) for own_title in titles)

    def document(self) -> Document:
        def fullest(values: Sequence[str | None]) -> str | None:
            given = [value for value in values if value]
            return max(given, key=len) if given else None

        stated = [citation for citation in self.citations if stated_issuer(citation)]
        issuer = fullest([citation.issuer for citation in stated or self.citations])
        dates = [citation for citation in self.citations if citation.date]
        date = max((citation.date or "" for citation in dates), key=len) if dates else None
        notes: dict[str, Inference] = {}
        for citation in self.citations:
            for note in citation.inferred:
                if (note.field == "issuer" and not stated) or (note.field == "date" and citation.date == date):
                    notes.setdefault(note.field, note)
        return Document(
            kind=next(iter(self.citations)).kind,
            number=fullest([citation.number for citation in self.citations]),
            title=next((citation.title for citation in self.citations if citation.title), None),
            issuer=issuer,
            session=next((citation.session for citation in self.citations if citation.session), None),
            date=date,
            evidence=tuple(sorted(set(self.spans))),
            rule=self.rule,
            inferred=tuple(notes.values()),
        )


def merged(findings: Sequence[Finding]) -> tuple[Document, ...]:
    """Return the documents of the citations ``findings`` (in reading order), in order of first mention."""
    groups: list[_Group] = []
    alike: dict[tuple[str, int | None], list[_Group]] = {}
    for finding in findings:
        citation: DocumentCitation = finding.value
        lead = re.match(r"\d+", citation.number or "")
        near = alike.setdefault((citation.kind, int(lead.group()) if lead else None), [])
        # The latest match: a bare `Nghị quyết Trung ương 4` belongs to the term named last.
        group = next((known for known in reversed(near[-_NEAR:]) if known.takes(citation)), None)
        if group is None:
            group = _Group(finding.rule)
            groups.append(group)
            near.append(group)
        group.add(citation, finding.span)
    return tuple(group.document() for group in _joined(groups))


def _joined(groups: Sequence[_Group]) -> list[_Group]:
    """Return the documents; those without a number that are cited elsewhere with a number become evidence of the latter."""
    numbered: dict[str, list[_Group]] = {}
    for group in groups:
        if group.rule != _UNNUMBERED:
            numbered.setdefault(next(iter(group.citations)).kind, []).append(group)
    kept: list[_Group] = []
    for group in groups:
        first = next(iter(group.citations))
        near = numbered.get(first.kind, [])[:_NEAR] if group.rule == _UNNUMBERED and first.title else []
        other = next((candidate for candidate in near if candidate.is_cited_by(first)), None)
        if other is None:
            kept.append(group)
        else:
            other.spans.extend(group.spans)
    return kept

"""Citations of a block beside each other: a row shares the issuer at its end, and none takes another's words."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.documents.merging import stated_issuer
from generator.extraction.documents.parts import DocumentCitation
from generator.extraction.engine import Finding
from generator.model.facts import Inference
from generator.model.span import Span
from generator.model.statement import basis
from generator.text.views import Views

_NEXT = re.compile(r"\s*(?:[,;]|và|[,;]\s*và)\s*(?:các\s+)?(?:số\s*)?")
_ROW = basis("row")


def sharing(views: Views, findings: list[Finding]) -> list[Finding]:
    """Return ``findings``; a row with the same code shares the issuer at its end (``68-NQ/TW, 66-NQ/TW của Bộ Chính trị``)."""
    shared = list(findings)
    for place in range(len(shared) - 2, -1, -1):
        finding, after = shared[place], shared[place + 1]
        issuer = stated_issuer(after.value) or _lent(after.value)
        if (
            issuer is None
            or stated_issuer(finding.value) is not None
            or _code(finding.value) is None
            or _code(finding.value) != _code(after.value)
        ):
            continue
        if finding.span.end <= after.span.start and _NEXT.fullmatch(views.canonical, finding.span.end, after.span.start):
            others = tuple(note for note in finding.value.inferred if note.field != "issuer")
            value = replace(finding.value, issuer=issuer, inferred=(*others, Inference("issuer", _ROW)))
            shared[place] = replace(finding, value=value)
    return shared


def _lent(citation: DocumentCitation) -> str | None:
    return citation.issuer if any(note.basis == _ROW for note in citation.inferred) else None


def _code(citation: DocumentCitation) -> str | None:
    """Return the issuer's code of a Party number (``TW`` in ``68-NQ/TW``), or None."""
    head, slash, code = (citation.number or "").rpartition("/")
    return code.strip() if slash and not head.isdigit() else None


def apart(text: str, findings: list[Finding]) -> list[Finding]:
    """Return the findings of a block in reading order, without overlaps.

    A document named in another's title (``Kế hoạch số 9 về thực hiện Chỉ thị số 5``) ends the other's words; a list may be
    several documents.
    """
    kept: list[Finding] = []
    for named in sorted(findings, key=lambda finding: (finding.span.start, -finding.span.end)):
        last = kept[-1] if kept else None
        if last is None or named.span.start >= last.span.end or named.span == last.span:
            kept.append(named)
        elif named.value.number != last.value.number and named.span.start > last.span.start:
            end = last.span.start + len(text[last.span.start : named.span.start].rstrip())
            for place in range(len(kept) - 1, -1, -1):
                other = kept[place]
                if other.span.start < last.span.start:
                    break
                if other.span == last.span:
                    kept[place] = replace(other, span=Span(other.span.start, end))
            kept.append(named)
    return kept

"""The decision that grants an award: ``theo Quyết định số 12/QĐ-UBND ngày 5/3/2024 của Chủ tịch UBND tỉnh``.

It is one of the decisions that the article cites; number, day and issuer are those of the document. A decision grants the
awards of its own sentence, of a sentence that continues it (``Theo đó, …``), of the lines of a list that its sentence opens,
and everything below ``(Kèm theo Quyết định số …)``. A decision grants nothing if its title regulates (``ban hành Quy chế …``)
or if it is only carried out. Of several the nearest is taken; if it is not clear which, none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.extraction.awards.forms.form import triggers
from generator.extraction.clauses import ArticleText, Sentence
from generator.lexicon.load import alternatives, lexicon
from generator.model.article import BlockKind
from generator.model.facts import Award, AwardStatus, Decision, Document, Inference
from generator.model.span import Span
from generator.text.folding import canonical

_KIND = "quyet-dinh"
_MARK = re.compile(r"\s*(?:[-+*•–]|\d{1,2}[.)])\s*")
_LEADS = 60  # characters before a citation that show why it is cited
_BY = re.compile(r"(?:(?<!\w)(?:theo|tại|bằng|kèm|trong|nêu tại|qua)(?:\s+các)?|\()\s*$")  # the decision grants what precedes it
_HEADING = 30  # characters before the citation in a heading that consists of it
_DECIDED = {AwardStatus.GRANTED, AwardStatus.PAST}


@dataclass(frozen=True, slots=True)
class _Citation:
    """A citation of a decision that may grant."""

    span: Span
    document: Document


def with_decisions(awards: Sequence[Award], documents: Iterable[Document], text: ArticleText) -> tuple[Award, ...]:
    """Return ``awards`` with the decision that grants each, among the cited ``documents``.

    The citation is added to the evidence, and the issuer is the granter if none is certain. Proposed and withdrawn awards have
    no decision.
    """
    found = sorted(
        (_Citation(span, document) for document in documents if document.kind == _KIND for span in document.evidence),
        key=lambda citation: citation.span,
    )
    citations = [citation for citation in found if (citation.document.number or citation.document.date) and _may_grant(text, citation)]
    if not citations or not awards:
        return tuple(awards)
    granting = _granting(text, citations, sorted({span for award in awards for span in award.evidence}))
    return tuple(_decided(award, granting) for award in awards)


def _decided(award: Award, granting: dict[Span, _Citation]) -> Award:
    stated, citation = next(((span, granting[span]) for span in award.evidence if span in granting), (None, None))
    if stated is None or citation is None or award.status not in _DECIDED:
        return award
    document = citation.document
    guessed = {note.field: note.basis for note in document.inferred}
    issuer = document.issuer if "issuer" not in guessed else None
    granter, inferred = award.granted_by, award.inferred
    unsure = granter is None or _is_in_number(granter, document) or any(note.field == "granted_by" for note in inferred)
    if issuer is not None and unsure:  # the issuer of the decision is the granter
        granter, inferred = issuer, tuple(note for note in inferred if note.field != "granted_by")
    elif issuer is None and not unsure and 0 <= stated.start - citation.span.end <= _LEADS:
        issuer = granter  # Tại Quyết định số 12/QĐ-UBND, Chủ tịch UBND tỉnh tặng F: who grants by it issued it
    if "date" in guessed:
        inferred = (*inferred, Inference("decision", guessed["date"]))
    covered = any(span.covers(citation.span) for span in award.evidence)
    return replace(
        award,
        decision=Decision(document.number, document.date, issuer),
        granted_by=granter,
        evidence=award.evidence if covered else (*award.evidence, citation.span),
        inferred=inferred,
    )


def _is_in_number(granter: str, document: Document) -> bool:
    """Return whether the supposed granter is part of the document's number: ``UBND`` in ``12/QĐ-UBND``."""
    return canonical(granter) in canonical(document.number or "").replace("/", "-").split("-")


def _may_grant(text: ArticleText, citation: _Citation) -> bool:
    """Return whether neither the title nor the words before the citation show that the decision does something else."""
    title, view = canonical(citation.document.title or ""), text.views.canonical
    if title:
        return _words("grants").search(title) is not None and _words("regulates").match(title) is None
    before = view[max(0, citation.span.start - _LEADS) : citation.span.start]
    return not _ends_with(_words("cited"), before) and _words("regulates").match(view, _word(view, citation.span.end)) is None


def _granting(text: ArticleText, citations: Sequence[_Citation], spans: Sequence[Span]) -> dict[Span, _Citation]:
    """Return the citation of the granting decision for each piece of evidence that has one."""
    found: dict[Span, _Citation] = {}
    starts = [span.start for span in spans]
    cited_at = [cited.span.start for cited in citations]
    heading: _Citation | None = None  # (Kèm theo Quyết định …): grants everything below
    opened: _Citation | None = None  # the decision whose list or continuation is being read
    for sentence in text.sentences:
        own = citations[bisect_left(cited_at, sentence.start) : bisect_left(cited_at, sentence.end)]
        stated = spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        passage = text.passage(sentence)
        if own:
            if _is_heading(text, sentence, own):
                heading, opened = own[0], None
                continue
            found.update(_in_sentence(text, sentence, own, stated))
            grants = stated or _words("grants").search(passage.views.canonical, sentence.start, sentence.end) is not None
            opened = own[0] if grants and _are_one(own) else None
            continue
        if opened is not None and not (_is_line(text, sentence) or _goes_on(text, sentence) or _opens_list(text, sentence)):
            opened = None
        citation = opened or heading
        if citation is not None:
            found.update(dict.fromkeys(stated, citation))
    return found


def _in_sentence(
    text: ArticleText, sentence: Sentence, own: Sequence[_Citation], stated: Sequence[Span]
) -> Iterator[tuple[Span, _Citation]]:
    """Yield the nearest decision for each piece of evidence of a sentence.

    It is the decision before the evidence, or behind it if the first is cited after what it grants (``theo Quyết định …``).
    """
    if not stated:
        return
    view = text.views.canonical
    first = min(stated[0].start, own[0].span.start)
    after = triggers(text.views, first, own[0].span.start) > 0
    behind = after and _BY.search(view, max(first, own[0].span.start - _LEADS), own[0].span.start) is not None
    cited_at = [citation.span.start for citation in own]
    last = sentence.start
    for span in stated:
        if behind:
            at = bisect_right(cited_at, span.start)
            if at < len(own):
                yield span, own[at]
            continue
        at = bisect_left(cited_at, span.end)
        between = own[bisect_left(cited_at, last) : at]  # since the award before
        inside = bisect_right(cited_at, span.start)
        grants = inside >= at or not triggers(text.views, span.start, cited_at[inside])
        if at and grants and (not between or _are_one(between)):
            yield span, own[at - 1]
        last = max(last, span.end)


def _are_one(citations: Sequence[_Citation]) -> bool:
    """Whether all cite the same decision."""
    first = citations[0].document
    return all(citation.document is first or citation.document == first for citation in citations)


def _is_heading(text: ArticleText, sentence: Sentence, own: Sequence[_Citation]) -> bool:
    """Return whether a citation is alone on its line: ``(Kèm theo Quyết định số 5/QĐ-SYT ngày 4/4/2022 của Giám đốc Sở Y tế)``."""
    before = text.views.canonical[sentence.start : own[0].span.start]
    return len(own) == 1 and len(before) <= _HEADING and before.lstrip("( *_–-").startswith(_forms("enclosed"))


def _is_line(text: ArticleText, sentence: Sentence) -> bool:
    """Return whether a sentence is a line of a list."""
    return sentence.block.kind is BlockKind.LIST_ITEM or _MARK.match(text.views.text, sentence.start, sentence.end) is not None


def _opens_list(text: ArticleText, sentence: Sentence) -> bool:
    return text.views.text[sentence.start : sentence.end].rstrip().endswith(":")


def _goes_on(text: ArticleText, sentence: Sentence) -> bool:
    return _words("goes-on").match(text.views.canonical, sentence.start, sentence.end) is not None


def _ends_with(cue: re.Pattern[str], before: str) -> bool:
    """Return whether ``before`` ends with a match of ``cue``, apart from words that name no act."""
    found = list(cue.finditer(before))
    return bool(found) and re.fullmatch(r"\s*(?:(?:các|những|nội dung|theo|của|và)\s+){0,3}", before[found[-1].end() :]) is not None


def _word(view: str, at: int) -> int:
    while at < len(view) and (view[at].isspace() or view[at] in ",)"):
        at += 1
    return at


def _forms(name: str) -> tuple[str, ...]:
    return lexicon("decision-cues").by_id[name].variants


@lru_cache(maxsize=8)
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(_forms(name))}")

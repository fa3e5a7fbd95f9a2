"""Documents without a number, cited by two of issuer, date and title. Source: architecture/facts.md, Settled cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from generator.extraction.documents.parts import DocumentCitation, Tail, completed, tail
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span

_SHORTEST_TITLE = 3  # words
MOST_IN_A_PARAGRAPH = 200
#: Words before a kind's word that make it general or not a document: a plural, a negation, a verb.
_GENERAL = re.compile(
    r"(?<!\w)(?:các|những|nhiều|một số|mọi|hàng loạt|dự thảo|bản|từng|có|ra|đã|sẽ|vừa|lễ|và các|,)\s{1,2}$"
    r"|(?<!\w)(?:hội nghị|lễ)[\w ]{0,30}\s$"
)
#: Bodies that are not an issuer, because their rules in general are meant.
_NOBODY = re.compile(r"(?:đảng|nhà nước|pháp luật|cấp trên|các cấp|cấp ủy|trung ương|chính quyền|đơn vị|ngành|cơ quan)$")


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    """Match the words of the kinds that are cited by issuer and title."""
    entries = (entry for entry in lexicon("document-kinds").entries if entry.get("cited_by"))
    return re.compile(alternatives(variant for entry in entries for variant in entry.variants))


@rule(
    "document.unnumbered",
    examples=[
        Example(
            "Thực hiện [[chỉ thị của Ban Bí thư về nâng cao chất lượng báo chí]].",
            DocumentCitation("chi-thi", None, "nâng cao chất lượng báo chí", "Ban Bí thư"),
        ),
        Example(
            "Theo [[Kế hoạch ngày 05/3/2021 của Ban Thường vụ Quận ủy]], các chi bộ họp.",
            DocumentCitation("ke-hoach", None, None, "Ban Thường vụ Quận ủy", None, "2021-03-05"),
        ),
        Example("Hội nghị công bố [[Quyết định của UBND tỉnh Lai Châu về việc thành lập trường]].", None),
    ],
    counterexamples=[
        "Thực hiện các chỉ thị của Ban Bí thư về nâng cao chất lượng báo chí.",
        "Theo quy định của pháp luật về thi đua.",
        "Thực hiện nghị quyết của Đảng về công tác cán bộ.",
        "Nghe báo cáo của Sở Y tế về kết quả công tác.",
        "Thực hiện kế hoạch của Quận ủy, các chi bộ họp.",
    ],
    source="architecture/facts.md Settled cases",
)
def without_number(passage: Passage) -> Iterator[Finding]:
    """Yield documents whose kind's word is followed by issuer and title, or by one of them and a day.

    The passage's context is the day of publication (ISO 8601) or None.
    """
    view, stop = passage.views.canonical, passage.stop
    if not passage.holds("của", "ngày"):
        return
    for match in islice(_kinds().finditer(view, passage.start, stop), MOST_IN_A_PARAGRAPH):
        entry = lexicon("document-kinds").entry_of(match.group())
        capital = passage.views.text[match.start()].isupper()
        if (entry.get("cited_by") == "capital" and not capital) or _is_general(passage, match.start(), capital):
            continue
        parts = tail(passage.views, match.end(), stop)
        if _parts_given(parts) < 2 or (parts.issuer is not None and _NOBODY.match(parts.issuer.lower())):
            continue
        citation = DocumentCitation(entry.id, None, parts.title, parts.issuer, parts.sessions[0] if parts.sessions else None, parts.date)
        citation = completed(citation, passage.views, match.start(), passage.start, None, passage.context)
        yield Finding(Span(match.start(), parts.end), citation)


def _is_general(passage: Passage, start: int, capital: bool) -> bool:
    before = passage.views.canonical[max(passage.start, start - 40) : start]
    return not capital and _GENERAL.search(before) is not None


def _parts_given(parts: Tail) -> int:
    """Return how many of issuer, day and title are given; a year alone is not a day."""
    title = parts.title is not None and len(parts.title.split()) >= _SHORTEST_TITLE
    return (parts.issuer is not None) + title + (parts.date is not None and len(parts.date) > len("2020-01"))

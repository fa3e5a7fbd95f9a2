"""Documents cited: resolutions, directives, decisions, plans, laws … with number, issuer, date, session and title.

There are four rules: a kind's word with a number (or a full code alone), a resolution of a plenum (``Nghị quyết Trung ương 4
khóa XII``), a resolution of a congress, and another document without a number but with two of issuer, day and title. Source:
architecture/facts.md, documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from generator.extraction.clauses import ArticleText
from generator.extraction.documents.merging import merged
from generator.extraction.documents.numbers import DocumentNumber, code_at, codes, kinds_of_codes, loose_number_at
from generator.extraction.documents.parts import DocumentCitation, completed, tail, written
from generator.extraction.documents.rows import apart, sharing
from generator.extraction.documents.sessions import congresses, plenums
from generator.extraction.documents.unnumbered import without_number
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.limits import most_read
from generator.lexicon.load import alternatives, lexicon
from generator.model.article import FACT_KINDS
from generator.model.facts import Document
from generator.model.span import Span
from generator.text.folding import folded
from generator.text.views import Views

_NUMBERED = re.compile(r"\s+(?:mang\s+)?(?:(?:số|sô)\s*:?\s*)?(?=\d)")
#: A number further off, behind the subject of the decision: ``Quyết định khởi tố bị can số 118/C03``.
_NUMBERED_FAR = re.compile(r"[^\d,;:.!?\n()]{1,60}?\ssố\s*:?\s*(?=\d{1,6}\s?/\s?[^\W\d_])")
_BARE = re.compile(r"\d{1,4}(?![\w%]|[/.,:-]\d|\s?[-/]\s?\w|\s?%)")
_SEPARATOR = re.compile(r"\s?[,;]\s?(?:và\s+)?(?:số\s+)?(?=\d)|\s+(?:và|&)\s+(?:số\s+)?(?=\d)|\s?[,;]\s?(?:và\s+)?số\s+")
_GARBLED = re.compile(r"\s?-\s?(?P<kind>nq|ct|kl|qđ|hd)\s?[,/]\s?(?P<issuer>tw|tu|qu|hu)(?!\w)")
#: What may follow a bare number of a document, as opposed to a count (`Chỉ thị 05 của`, but `kế hoạch 5 năm`).
_FOLLOWS = re.compile(
    r"\s*(?:$|[,;:.!?)\"'…\n])|\s(?:[-(]|(?:của|về|và|vào|gắn|với|khóa|ngày|trong|tại|ở|là|đã|được|đến|để|cũng|ra|theo|do|này|nhằm|tới"
    r"|cho|thì|trên|qua|mới|đi|nêu|năm\s(?:19|20)\d\d|từ|bằng|như|sẽ|quy định|hướng dẫn|đề ra|ban hành|mà|đặt|có hiệu lực|thành"
    r"|một cách|gồm"
    r"|tập trung|nhưng|đối với|cùng)(?!\w))"
)
_GAP = re.compile(r"[^\d;:.!?\n()]{0,110}\s(?:số\s*:?\s*)$")


#: A paragraph that cites more documents than this is a register or noise; the rest of it is not read.
MOST_IN_A_PARAGRAPH = 1000
_SHORTEST = 6  # length of a block that cites a document: Luật 5


@lru_cache(maxsize=1)
def _kind_words() -> re.Pattern[str]:
    return re.compile(alternatives(lexicon("document-kinds").by_variant, behind=("kỷ", "pháp")))  # kỷ luật, pháp luật are not laws


@rule(
    "document.numbered",
    examples=[
        Example(
            "Thực hiện [[Kế hoạch số 17-KH/QU ngày 05/3/2021 của Ban Thường vụ Quận ủy]].",
            DocumentCitation("ke-hoach", "17-KH/QU", None, "Ban Thường vụ Quận ủy", None, "2021-03-05"),
        ),
        Example("Học tập [[Chỉ thị 05 của Bộ Chính trị]] trong năm.", DocumentCitation("chi-thi", "05", None, "Bộ Chính trị")),
        Example("Theo [[quyết định số 99/QĐ-TTg]].", None),
        Example("Căn cứ [[Luật số 06/2022/QH15]].", None),
    ],
    counterexamples=[
        "Kết nạp 23/15 đồng chí.",
        "Báo cáo 6 tháng đầu năm.",
        "Kế hoạch 5 năm 2021-2025.",
        "Điện thoại 028-3823/456.",
        "Quyết định kết nạp 21 đảng viên.",
    ],
    source="lexicon document-kinds",
)
def numbered(passage: Passage) -> Iterator[Finding]:
    """Yield documents with a number, behind its kind's word, in a list that shares such a word, or with a code that identifies the kind.

    The passage's context is the day of publication (ISO 8601) or None.
    """
    views, stop = passage.views, passage.stop
    view = views.canonical
    seen: set[int] = set()
    kinds = lexicon("document-kinds")
    for match in islice(_kind_words().finditer(view, passage.start, stop), MOST_IN_A_PARAGRAPH):
        lead = _NUMBERED.match(view, match.end(), stop) or _far_number(view, match.end(), stop)
        if lead is None:
            continue
        entry = kinds.entry_of(match.group())
        certain = "s" in lead.group() or not entry.get("loose")
        numbers = list(_list(views, lead.end(), stop, entry.id, certain and (views.text[match.start()].isupper() or "s" in lead.group())))
        for place, (number, shared) in enumerate(numbers):
            start = match.start() if place == 0 else number.start
            finding = _citation(passage, entry.id, number, start, shared)
            seen.add(number.start)
            yield finding
    yield from _by_code(passage, seen)


def _far_number(view: str, at: int, stop: int) -> re.Match[str] | None:
    """Return the words between a kind's word and a number of its own further off; None before a full code, which identifies its
    kind itself."""
    far = _NUMBERED_FAR.match(view, at, stop)
    if far is None or code_at(view, far.end(), stop) is not None or _kind_words().search(view, at, far.end()):
        return None
    return far


def _list(views: Views, at: int, stop: int, kind: str, bare: bool) -> Iterator[tuple[DocumentNumber, int]]:
    """Yield the numbers of a list that begins at ``at``, each with the place behind which the words about it begin."""
    view = views.canonical
    found: list[DocumentNumber] = []
    after: list[int] = []
    while True:
        number = code_at(view, at, stop) or loose_number_at(view, at, stop, kind)
        if number is None and (digits := _BARE.match(view, at, stop)) and not re.match(r"(?:19|20)\d\d$", digits.group()):
            number = DocumentNumber(digits.start(), digits.end(), None, None, False)
        if number is None:
            break
        end = tail(views, number.end, stop).end if number.kind or number.issuer else number.end
        found.append(number)
        after.append(number.end)
        step = _SEPARATOR.match(view, end, stop)
        if step is None:
            break
        at = step.end()
    while found and _is_bare(found[-1]) and not _stands(views, found, stop, bare):
        found.pop()
    last = found[-1].end if found else 0
    for place, number in enumerate(found):
        yield number, last if _is_bare(number) else after[place]


def _is_bare(number: DocumentNumber) -> bool:
    return number.kind is None and number.issuer is None


def _stands(views: Views, found: list[DocumentNumber], stop: int, bare: bool) -> bool:
    """Return whether the last number of a list, a bare number, is a document's: its kind is certain or an issuer follows."""
    number = found[-1]
    if views.canonical[number.start : number.end].count("/"):
        return True
    behind = tail(views, number.end, stop)
    if behind.issuer or behind.sessions or _GARBLED.match(views.canonical, number.end, stop):
        return True
    return bare and _FOLLOWS.match(views.canonical, number.end, stop) is not None


def _citation(passage: Passage, kind: str, number: DocumentNumber, start: int, after: int) -> Finding:
    views = passage.views
    behind = tail(views, after, passage.stop)
    end = number.end if after > number.end else behind.end
    issuer = behind.issuer
    if issuer is None and (garbled := _GARBLED.match(views.canonical, after, passage.stop)):
        behind = tail(views, garbled.end(), passage.stop)
        issuer, end = behind.issuer, max(end, number.end)
    session = behind.sessions[0] if behind.sessions else None
    citation = DocumentCitation(kind, written(views, number.start, number.end), behind.title, issuer, session, behind.date)
    citation = completed(citation, views, start, passage.start, number.issuer, passage.context)
    return Finding(Span(start, max(end, number.end)), citation)


def _by_code(passage: Passage, seen: set[int]) -> Iterator[Finding]:
    """Yield full numbers whose kind's word is further off (``Luật Thi đua, khen thưởng số 06/2022/QH15``) or missing."""
    for number in islice(codes(passage.views.canonical, passage.start, passage.stop), MOST_IN_A_PARAGRAPH):
        if number.start in seen:
            continue
        kind, start = _kind_before(passage, number)
        if kind is None:
            continue
        yield _citation(passage, kind, number, start, number.end)


def _kind_before(passage: Passage, number: DocumentNumber) -> tuple[str | None, int]:
    view = passage.views.canonical
    left = max(passage.start, number.start - 120)
    words = list(_kind_words().finditer(view, left, number.start))
    code = kinds_of_codes().get(folded(number.kind)) if number.kind else None
    if words:
        word = words[-1]
        kind = lexicon("document-kinds").entry_of(word.group()).id
        same = code is None or code == kind or {code, kind} <= {"quyet-dinh", "quy-dinh"}
        if same and _GAP.fullmatch(view, word.end(), number.start):
            return kind, word.start()
    if code is None:
        return None, 0
    label = re.search(r"số\s*:?\s*$", view[left : number.start])
    party_rule = code == "quyet-dinh" and number.party and number.issuer in {"tw", "tư"}
    return ("quy-dinh" if party_rule else code), left + label.start() if label else number.start


@rule(
    "document.plenum",
    examples=[
        Example(
            "Gắn với [[Nghị quyết Trung ương 4 (khóa XII)]] của Đảng.", DocumentCitation("nghi-quyet", "4", None, "Trung ương", "khóa XII")
        ),
        Example("Tổng kết [[Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng (khóa VIII)]].", None),
    ],
    counterexamples=["Nghị quyết Trung ương đã ban hành 4 năm.", "Hội nghị Trung ương 4 khóa XII khai mạc."],
    source="lexicon document-kinds",
)
def of_plenum(passage: Passage) -> Iterator[Finding]:
    """Yield resolutions of the Central Committee's plenums, with the plenum's number and the committee's term."""
    yield from plenums(passage)


@rule(
    "document.congress",
    examples=[
        Example(
            "Thực hiện [[Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025]].",
            DocumentCitation("nghi-quyet", None, None, "Đại hội Đảng bộ huyện", "nhiệm kỳ 2020 - 2025"),
        ),
        Example(
            "Đưa [[Nghị quyết Đại hội XIII của Đảng]] vào cuộc sống.",
            DocumentCitation("nghi-quyet", None, None, "Đại hội XIII của Đảng", "lần thứ XIII"),
        ),
    ],
    counterexamples=["Đưa nghị quyết đại hội vào cuộc sống.", "Thực hiện nghị quyết đại hội đảng các cấp."],
    source="architecture/facts.md documents; architecture/grammar.md",
)
def of_congress(passage: Passage) -> Iterator[Finding]:
    """Yield resolutions of a congress that is named by its organisation, its number or its term."""
    yield from congresses(passage)


def documents(text: ArticleText, published: str | None) -> tuple[Document, ...]:
    """Return the documents that the article cites, in order of first mention; a document cited again is one fact with more evidence.

    ``published`` (ISO 8601) gives the year of a document's day without a year.
    """
    findings: list[Finding] = []
    for block in text.article.blocks:
        if block.kind in FACT_KINDS and block.span.end - block.span.start >= _SHORTEST and len(findings) < most_read("documents"):
            passage = Passage(text.views, block.span.start, block.span.end, published)
            findings += sharing(
                text.views,
                apart(text.views.text, [*numbered(passage), *of_plenum(passage), *of_congress(passage), *without_number(passage)]),
            )
    return merged(findings[: most_read("documents")])

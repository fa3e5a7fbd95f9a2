"""Death notices and state funerals: the day of the funeral, and the bodies that announce it.

A notice names its bodies in a row before its verb, some of them without the head of a body's name (``Chủ tịch nước …``), and
the funeral's day far below its lead. Source: architecture/facts.md, Settled cases (Hosts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.lexicon.load import alternatives
from generator.model.span import Span
from generator.text.dates import DateMention, dates

_LONGEST = 90  # characters of a body's name in the row
_NOTICE = re.compile(alternatives(("từ trần", "tạ thế", "qua đời", "lễ tang", "tang lễ", "lễ viếng", "lễ truy điệu", "quốc tang")))
#: The verbs of a notice; the decision to hold the funeral names its bodies more exactly than the news of the death.
_DECIDES = re.compile(
    r"(?<!\w)(?:đã\s)?quyết định (?:tổ chức|thành lập) (?:lễ tang|tang lễ|lễ quốc tang|quốc tang|ban (?:tổ chức )?lễ tang)(?!\w)"
)
_ANNOUNCES = re.compile(
    r"(?<!\w)(?:vô cùng |rất )?(?:thương tiếc |đau buồn )?(?:báo tin|thông báo|công bố thông báo)\s?(?::|rằng|đồng chí|ông|bà)"
)
_BETWEEN = re.compile(r"(?:,|;|\svà(?:\sgia đình)?)\s")
_RITE = re.compile(r"(?<!\w)(?:lễ viếng|lễ truy điệu|lễ tang|tang lễ)(?!\w)[^.\n]{0,110}$")
_OPENER = re.compile(r"(?:để|nhằm|với|trong|do|theo|sau|được)(?!\w)")


def is_notice(text: ArticleText) -> bool:
    """Return whether headline or first paragraph report a death."""
    memory = text.views.memory
    found: bool | None = memory.get(is_notice)
    if found is None:
        found = memory[is_notice] = _reports_death(text)
    return found


def _reports_death(text: ArticleText) -> bool:
    start = text.article.title_span.end if text.article.title_is_headline else 0
    return _NOTICE.search(text.views.canonical, 0, min(len(text.views.canonical), start + 700)) is not None


@rule(
    "event.funeral",
    examples=[Example("Lễ viếng được tổ chức từ 7 giờ 30, [[ngày 3/6]], tại Nhà tang lễ.", None)],
    counterexamples=["Ông từ trần ngày 31/5.", "Lễ viếng được tổ chức trọng thể."],
    source="architecture/facts.md Settled cases",
)
def funerals(passage: Passage) -> Iterator[Finding]:
    """Yield the first day in a sentence on which a funeral's rite is held."""
    if not passage.holds("lễ viếng", "lễ truy điệu", "lễ tang", "tang lễ"):
        return
    for mention in dates(passage.views.canonical, passage.start, passage.stop):
        if mention.day is not None and _RITE.search(passage.views.canonical, passage.start, mention.start):
            yield Finding(Span(mention.start, mention.end), mention, "event.funeral")
            return


def funeral(text: ArticleText) -> tuple[Finding, Passage] | None:
    """Return the funeral's day in a death notice, with its sentence; or None."""
    if not is_notice(text):
        return None
    for sentence in text.sentences:
        passage = text.passage(sentence)
        for finding in funerals(passage):
            if isinstance(finding.value, DateMention):
                return finding, passage
    return None


@rule(
    "host.notice",
    examples=[
        Example("[[Ban Thường vụ Tỉnh ủy]], Thường trực HĐND tỉnh và gia đình thương tiếc báo tin: ông Lê Văn Ba từ trần.", None),
    ],
    counterexamples=["Ông Lê Văn Ba từ trần.", "Gia đình báo tin: ông Lê Văn Ba từ trần."],
    source="architecture/facts.md Settled cases",
)
def announcers(passage: Passage) -> Iterator[Finding]:
    """Yield the bodies that announce a death or decide on the funeral, in their row before the verb."""
    view = passage.views.canonical
    verb = _DECIDES.search(view, passage.start, passage.stop) or _ANNOUNCES.search(view, passage.start, passage.stop)
    if verb is None:
        return
    start = passage.start
    found: list[Finding] = []
    cuts = [*_BETWEEN.finditer(view, start, verb.start()), None]
    for cut in cuts:
        end = verb.start() if cut is None else cut.start()
        piece = _piece(passage, start, end)
        if piece is not None:
            found.append(piece)
        start = end if cut is None else cut.end()
    yield from found


def notice(text: ArticleText) -> list[Finding]:
    """Return the bodies of a death notice: those that decide on the funeral, else those that announce the death."""
    for verb in (_DECIDES, _ANNOUNCES):
        for sentence in text.sentences:
            passage = text.passage(sentence)
            if verb.search(text.views.canonical, passage.start, passage.stop) and (found := list(announcers(passage))):
                return found
    return []


def _piece(passage: Passage, start: int, end: int) -> Finding | None:
    """Return a body of the row, which begins with a capital and is not a clause, a person or a family; else None."""
    text, view = passage.views.text, passage.views.canonical
    while end > start and text[end - 1].isspace():
        end -= 1
    if not 8 <= end - start <= _LONGEST or not text[start].isupper() or _OPENER.match(view, start, end):
        return None
    if re.match(r"(?:gia đình|đồng chí|ông|bà)(?!\w)", view[start:end]):
        return None
    return Finding(Span(start, end), " ".join(text[start:end].split()), "host.notice")

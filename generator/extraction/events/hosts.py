"""The hosts: the bodies that hold the event, or that the article is about.

In order of trust: the subject of the sentence of the event, the holder in another sentence of the lead (``do … tổ chức``,
``được … tổ chức``, ``Đại hội … diễn ra``), the organisation that opens the headline, the subject of the first paragraph, the
source of the news (``tin từ …``), any organisation of the headline. A bare name (``Thành ủy``) takes the fuller form from the
headline. Sources: architecture/facts.md, units; articles of the genre.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.events.decision_texts import deciding, sender
from generator.extraction.events.funerals import is_notice, notice
from generator.extraction.events.host_mentions import (
    acting_heads,
    anywhere,
    branches,
    described,
    honouring,
    jubilees,
    named_units,
    office_holders,
    on_behalf,
    opening,
    sources,
    visits,
    withdrawn,
)
from generator.extraction.events.host_words import (
    ACTING,
    BARE_LEVEL,
    BULLETIN,
    BY,
    COMMITTEE,
    CONGRESS,
    GLUED,
    HELD_BY,
    HOLDING,
    LISTED,
    LISTED_HOLDERS,
    NOT_SUBJECT,
    OPENING,
    PARTNER,
    SUBJECT_PLACE,
    TAKES_PLACE,
    VENUE,
)
from generator.extraction.events.subjects import is_bare, subjects, with_subjects
from generator.extraction.names.bodies.organisations import organisations
from generator.model.article import FACT_KINDS, BlockKind
from generator.model.facts import Event, UnitMention, UnitRole
from generator.reading.captions import shows_scene
from generator.text.dates import dates
from generator.text.folding import canonical
from generator.text.slugs import slug

_BLOCKS = 4
_SENTENCES = 10
_LONGEST_SENTENCE = 1200  # characters
_BARE_WORDS = 2  # a name this short is a kind of body, not a particular body
_SURE = 4  # words required to accept a longer name as the same body
_LONGEST_NAME = 10
_DAY_WITHIN = 120  # characters of a bulletin's first sentence that may contain its day
_HOLDING_RULES = ("host.holder", "organisation.name", "host.subject")
_OPENS_BRACKET = ("(", " (")


@rule(
    "host.holder",
    examples=[
        Example("Ngày 3/4, [[Đảng ủy xã Tân Phú]] tổ chức hội nghị tổng kết.", "Đảng ủy xã Tân Phú"),
        Example("Lễ tuyên dương do [[LĐLĐ tỉnh Hà Giang]] tổ chức sáng qua.", "LĐLĐ tỉnh Hà Giang"),
        Example("Hội nghị đã được [[Công an tỉnh Sơn La]] tổ chức sáng 30/5.", "Công an tỉnh Sơn La"),
        Example("Đại hội [[Đảng bộ Sở Y tế tỉnh Lào Cai]] nhiệm kỳ 2020 - 2025 diễn ra sáng 2/6.", "Đảng bộ Sở Y tế tỉnh Lào Cai"),
        Example("[[Huyện ủy Yên Sơn]] (Tuyên Quang) vừa long trọng trao Huy hiệu Đảng cho 12 đảng viên.", "Huyện ủy Yên Sơn"),
        Example("Chiều 2/6, Sở Tư pháp phối hợp với [[Hội Luật gia tỉnh Lai Châu]] tổ chức hội nghị.", "Hội Luật gia tỉnh Lai Châu"),
        Example("12 tập thể được [[Ban Thường vụ Đảng ủy Khối Các cơ quan tỉnh]] quyết định khen thưởng.", None),
    ],
    counterexamples=[
        "Đến dự có đồng chí Lê Văn Ba, Bí thư Huyện ủy Yên Sơn.",
        "Thực hiện kế hoạch của Sở Tư pháp, các xã đã báo cáo.",
        "Ông nhận giấy khen tại Sở Tư pháp.",
    ],
    source="architecture/facts.md units; architecture/grammar.md §1.1",
)
def holders(passage: Passage) -> Iterator[Finding]:
    """Yield the organisations that hold something in a sentence.

    They are the subjects of a holding verb with their partners, ``do …``, ``được … tổ chức``, and, if there are none, the
    organisation whose congress takes place.
    """
    view = passage.views.canonical
    named = with_subjects(passage, named_units(passage))
    chains: list[list[Finding]] = []
    for finding in named:
        if chains and view[chains[-1][-1].span.end : finding.span.start] in _OPENS_BRACKET:
            continue  # Phòng Cảnh sát hình sự (Công an tỉnh)
        if chains and _are_partners(passage, chains[-1][-1], finding):
            chains[-1].append(finding)
        else:
            chains.append([finding])
    held = [rest for chain in chains if (rest := _holding(passage, chain))]
    if not held:
        held = [chain[-1:] for chain in chains if _meets(passage, chain[-1])]
    listed = LISTED_HOLDERS.search(view, passage.start, passage.stop)
    if listed is not None:
        held = [chain for chain in chains if chain[0].span.start == listed.end()] or held
    for chain in held:
        yield from chain


def _are_partners(passage: Passage, finding: Finding, other: Finding) -> bool:
    """Return whether two adjacent names are holders of the same event; a dash joins only bare names (``Tỉnh ủy - HĐND - UBND``)."""
    between = passage.views.canonical[finding.span.end : other.span.start]
    if between == " - ":
        return is_bare(str(finding.value))
    return PARTNER.fullmatch(between) is not None


def _holding(passage: Passage, chain: list[Finding]) -> list[Finding]:
    """Return the part of a row of names that holds the event: all of it, or the part behind a comma (``… của A, B tổ chức``)."""
    if chain[-1].rule == subjects.id:
        return [finding for finding in chain if not _is_venue(passage, finding)]
    if _holds(passage, chain):
        return chain
    for at in range(1, len(chain)):
        between = passage.views.canonical[chain[at - 1].span.end : chain[at].span.start]
        if between.rpartition(")")[2] == ", " and _holds(passage, chain[at:]):
            return chain[at:]
    return []


def _is_venue(passage: Passage, finding: Finding) -> bool:
    """Return whether a name is only the place of the event: ``tại Công an huyện, Ban tổ chức …``."""
    return VENUE.search(passage.views.canonical, max(passage.start, finding.span.start - 12), finding.span.start) is not None


def _holds(passage: Passage, chain: Sequence[Finding]) -> bool:
    view = passage.views.canonical
    start, end = chain[0].span.start, chain[-1].span.end
    before = view[max(passage.start, start - 60) : start]
    after = view[end : min(passage.stop, end + 260)]
    if BY.search(before):
        return HELD_BY.match(after) is not None
    at_start = start - passage.start < 60
    if NOT_SUBJECT.search(before) or LISTED.search(view, passage.start, start):
        return False
    if SUBJECT_PLACE.search(before if at_start else "x" + before) is None:
        return False
    if HOLDING.match(after) or GLUED.match(after):
        return True
    return OPENING.fullmatch(view, passage.start, start) is not None and ACTING.match(after) is not None


def _meets(passage: Passage, finding: Finding) -> bool:
    view = passage.views.canonical
    before = view[max(passage.start, finding.span.start - 60) : finding.span.start]
    after = view[finding.span.end : min(passage.stop, finding.span.end + 260)]
    return CONGRESS.search(before) is not None and TAKES_PLACE.match(after) is not None


def hosts(text: ArticleText, event: Event | None) -> tuple[UnitMention, ...]:
    """Return the hosts, each once, with its mention and the fuller form of its name as evidence."""
    lead = _lead(text)
    title = [sentence for sentence in lead if sentence.start < text.article.title_span.end] if text.article.title_is_headline else []
    body = [sentence for sentence in lead if sentence not in title]
    found = _found(text, event, title, body)
    if found and found[0].rule in _HOLDING_RULES:
        found = [*found, *_bulletins(text, lead)]
    mentions: list[UnitMention] = []
    for finding in found:
        name = _fuller(text, finding, [*title, *body])
        address = slug(str(name.value))
        if name.value in {mention.name for mention in mentions} or not address:
            continue
        evidence = (finding.span,) if name is finding else (finding.span, name.span)
        mentions.append(
            UnitMention(id=address, name=str(name.value), role=UnitRole.HOST, evidence=tuple(sorted(set(evidence))), rule=finding.rule)
        )
    return tuple(mentions)


def _bulletins(text: ArticleText, lead: Sequence[Sentence]) -> Iterator[Finding]:
    """Yield the holders of further events below the lead, each in a paragraph of its own: ``* Tại huyện A, sáng 10/1, Huyện ủy A …``."""
    read, block = [sentence.block for sentence in lead], None
    for sentence in text.sentences:
        if sentence.block is block:
            continue
        block = sentence.block
        if BULLETIN.match(text.views.canonical, sentence.start, min(sentence.end, sentence.start + _LONGEST_SENTENCE)) is None:
            continue
        passage = _start_of(text, sentence)
        if block not in read and next(dates(text.views.canonical, passage.start, min(passage.stop, passage.start + _DAY_WITHIN)), None):
            yield from holders(passage)


def _shows_scene(text: ArticleText, sentence: Sentence) -> bool:
    return sentence.block.kind is BlockKind.CAPTION and shows_scene(text.article.text[sentence.start : sentence.end])


def _start_of(text: ArticleText, sentence: Sentence) -> Passage:
    """Return the part of a sentence that may contain its subject, which limits the work on an endless sentence."""
    passage = text.passage(sentence)
    short = sentence.end - sentence.start <= _LONGEST_SENTENCE
    return passage if short else passage.within(sentence.start, sentence.start + _LONGEST_SENTENCE)


def _lead(text: ArticleText) -> list[Sentence]:
    blocks = [block for block in text.article.blocks if block.kind in FACT_KINDS][:_BLOCKS]
    return [sentence for sentence in text.sentences[:_SENTENCES] if sentence.block in blocks]


def _found(text: ArticleText, event: Event | None, title: Sequence[Sentence], body: Sequence[Sentence]) -> list[Finding]:
    if is_notice(text) and (bodies := notice(text)):
        return bodies
    for sentence in title:
        if lost := withdrawn(_start_of(text, sentence)):
            return lost
    if event is not None:
        reporting = [
            other_sentence
            for other_sentence in [*body, *title]
            if any(other_sentence.start <= span.start < other_sentence.end for span in event.evidence)
        ]
        for sentence in reporting:
            if found := holders(_start_of(text, sentence)):
                return found
        # The event's holder has an unknown name; the body that opens the headline is nearer to it than another sentence.
        if event.date is not None and title and (found := opening(_start_of(text, title[0]))):
            return found
    if (event is None or event.date is None) and (decided := deciding(text)):
        return decided
    # The body in a picture need not hold the event: such a caption is used only if there is nothing else.
    first = [sentence for sentence in body[:3] if not _shows_scene(text, sentence)] or body[:3]
    for sentence in first:
        if found := holders(_start_of(text, sentence)):
            return found
    visited = [finding for sentence in first for finding in visits(_start_of(text, sentence))]
    if visited:
        return visited
    for step in (on_behalf, jubilees, opening, sources, acting_heads, honouring, branches, office_holders, anywhere, described):
        found = [finding for sentence in [*title, *first] for finding in step(_start_of(text, sentence))]
        if found:
            return sorted(found, key=lambda finding: BARE_LEVEL.match(canonical(str(finding.value))) is not None)[:1]
    return sender(text)


def _fuller(text: ArticleText, finding: Finding, lead: Sequence[Sentence]) -> Finding:
    """Return the fuller form of a bare or abbreviated name from headline or lead, if there is one.

    ``Thành ủy`` is ``Thành ủy Hải Dương``, ``Đảng ủy Khối DN quận`` is ``Đảng ủy Khối Doanh nghiệp quận 3``.
    """
    words = str(finding.value).split()
    low = canonical(str(finding.value))
    committee, shouted = COMMITTEE.match(low), str(finding.value).isupper()
    for sentence in lead:
        for other in organisations(_start_of(text, sentence)):
            value = str(other.value)
            full = value.split()
            if shouted and not value.isupper() and low == canonical(value):
                return Finding(other.span, value, finding.rule)  # HUYỆN ỦY … of a headline
            if committee is not None and other.span.start == lead[0].start and low[committee.end() :] == canonical(value):
                return Finding(other.span, value, finding.rule)  # the headline names the body itself
            if low == "đảng ủy" and len(full) > len(words) + 1 and canonical(value).startswith("đảng bộ "):
                return Finding(other.span, value, finding.rule)
            if full[len(words) : len(words) + 1] == ["và"] and full[: len(words)] == words:
                continue  # Báo A và Trang B: two bodies
            bare = len(words) <= _BARE_WORDS or low in ("đảng ủy khối", "đảng bộ khối")
            if len(words) < len(full) <= _LONGEST_NAME and (bare or len(words) >= _SURE) and _shortens(words, full):
                return Finding(other.span, " ".join(full), finding.rule)
    return finding


def _shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether each word of ``short`` is in ``full``, in order, or abbreviates words there by their initials; the first
    two words are the same."""
    if [canonical(word) for word in short[:2]] != [canonical(word) for word in full[: len(short[:2])]]:
        return False
    low = [canonical(word) for word in full]
    at = 0
    for word in short:
        if canonical(word) in low[at:]:
            at = low.index(canonical(word), at) + 1
            continue
        count = len(word)
        initials = "".join(full_word[0] for full_word in low[at : at + count])
        if not word.isupper() or count < 2 or initials != canonical(word):
            return False
        at += count
    return True

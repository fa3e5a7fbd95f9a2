"""Bodies recognised by position: the subject before the verb of holding, with any kind of name.

``Ngày 5/8, Viện 35 - Tổng cục Kỹ thuật tổ chức …``, ``Sáng 2/3, Sao Mai Group và Nhóm Hoa Sen trao tặng …``. Names recognised
by their head (``names/bodies/organisations.py``) are kept; this module adds those without such a head. Persons and countries are
excluded. Source: architecture/facts.md, units, Settled cases (Hosts).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.events.words import NOUNS
from generator.extraction.names.bodies.organisations import organisations
from generator.lexicon.load import lexicon
from generator.model.span import Span
from generator.text.dates import dates
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER

_FAR = 420  # characters of a sentence that may contain its first verb of holding
_LONGEST = 14  # words of a name
_EVENT_WORDS = 6  # words by which the organisers of an event with a long name may be longer
_BARE_WORDS = 2  # a name this short is a kind of body, not a particular body
_ADVERB = r"(?:đã|vừa|cũng|cùng|mới|sẽ|đang|long trọng|trọng thể|trang trọng|chính thức|tưng bừng|đồng loạt|trực tiếp|vừa qua|phối hợp)"
_ACTS = (
    r"(?:(?<!(?<!ủy) ban )tổ chức(?! đảng| cơ sở| chính trị| công đoàn)|làm lễ|khai mạc|khai giảng|bế giảng|tổng kết|sơ kết|trao(?! đổi)"
    r"|tặng|có buổi (?:gặp|giao lưu|làm việc)"
    r"|tuyên dương|khen thưởng|biểu dương|vinh danh|tôn vinh|ra quân|phát động|khánh thành|khởi công|ký kết|gặp mặt|họp mặt|ra mắt|kỷ niệm"
    r"|đón nhận|công bố quyết định)"
)
# A comma or a space comes first, so that the search jumps from one to the next.
_VERB = re.compile(rf"[,\s](?:(?<=,)\s{{1,2}}|(?<=\s)\s?)(?:{_ADVERB}\s{{1,2}}){{0,3}}{_ACTS}(?!\w)")
_JOIN = re.compile(
    r"[,;]\s{1,2}|\s{1,2}(?:và|cùng với|cùng|(?:đã |vừa )?phối hợp (?:với|cùng)|phối hợp|kết hợp (?:với|cùng)|liên kết với)"
    r"\s{1,2}(?:với\s)?"
)
#: A dash between two bodies, of which the second is no unit above the first: Sở Y tế - Hội Chữ thập đỏ tỉnh tổ chức.
_DASH = re.compile(
    r"\s[-–]\s(?=(?:Hội|Báo|Đài|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|LĐLĐ|Liên đoàn|Quỹ|Công ty|Ngân hàng|Tập đoàn|Ủy ban MTTQ)\s)"
)
#: The source at the beginning of a news page: ``(PL)- ``, ``ANTĐ - ``.
_SOURCE = re.compile(r"\W{0,3}(?:\([^()\n]{2,25}\)\s?[-–.:]{0,2}\s?|[A-ZĐ]{2,8}\s?[-–]{1,2}\s)")
_INSIDE = re.compile(rf"(?<=\s)(?:{_ACTS}|{NOUNS})(?!\w)")
#: The organisers of an event that is named with them (``Ban tổ chức Hội thi Tiếng hát sông Cầu``); without it they are not a body.
_ORGANISERS = re.compile(rf"ban tổ chức (?:{NOUNS}|giải|giải thưởng|festival)\s(?=\w)")
_MISSION = re.compile(r"(?:đại sứ|lãnh sự|tổng lãnh sự) quán(?!\w)")
_BRACKET = re.compile(r"\s?\([^()\n]{1,90}\)$")
#: Words that occur in a clause but not in a name.
_CLAUSE = re.compile(
    r"(?<!\w)(?:đã|được|có|là|sẽ|cho|do|khi|này|đó|nhằm|để|vì|đang|bị|phải|cũng|mà|thì|nơi|trong|của|từ|đến|gồm|vừa|đều|luôn|thường"
    r"|tại (?:lễ|buổi|hội|chương))(?!\w)"
)
_NAME_OF_PERSON = re.compile(rf"[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{1,4}}")
_FOREIGN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z'’]+){1,3}")
_COMPANY = re.compile(r"group|bank|corp|club|media|holding|international|vietnam|school|land|food|plus|foundation", re.IGNORECASE)
_FURTHER = re.compile(rf"\s\S*[{UPPER}\d]")
_PLACE = re.compile(
    rf"(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|TP\.?|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]ỉnh|[Tt]hôn|[Bb]ản|[Ấấ]p|[Kk]hu phố)\s[{UPPER}\d]"
)
#: Ranks of a place by the beginning of its name, and of a unit by any word of its name: province, district, commune, hamlet.
_PLACE_RANKS = (
    (re.compile(r"^(?:tỉnh|thành phố|tp)[\s.]"), 3),
    (re.compile(r"^(?:huyện|quận|thị xã)\s"), 2),
    (re.compile(r"^(?:xã|phường|thị trấn)\s"), 1),
    (re.compile(r"^(?:thôn|bản|ấp|khu phố)\s"), 0),
)
_UNIT_RANKS = (
    (re.compile(r"(?<!\w)(?:xã|phường|thị trấn|trường|trạm)(?!\w)"), 1),
    (re.compile(r"(?<!\w)(?:huyện|quận|thị)(?!\w)"), 2),
    (re.compile(r"(?<!\w)(?:tỉnh|thành|sở|tp)(?!\w)"), 3),
    (re.compile(r"(?<!\w)(?:bộ|tổng|trung ương)(?!\w)"), 4),
)
_BY = re.compile(
    r"(?<!\w)do (?P<who>[^.;:()\n]{3,140}?)(?:\s\([^()\n]{1,60}\))?(?:\s(?:ở|tại)\s[^,.;:()\n]{2,40}?)?,?\s(?:đã |phối hợp )?"
    r"(?:tổ chức|phát động|đăng cai|khởi xướng)(?!\w)"
)
#: An acronym or a brand behind ``được``, which may also introduce a place or a time: ``được UNICEF tổ chức``.
_BY_BRAND = re.compile(
    rf"(?<!\w)được (?P<who>[A-ZĐ][A-ZĐa-z]{{0,20}}[A-ZĐ][A-ZĐa-z]{{0,20}}(?:\s[{UPPER}]\w{{1,20}}){{0,3}}),?"
    r"\s(?:phối hợp\s)?(?:tổ chức|phát động|khởi xướng)(?!\w)"
)
_PROPER = re.compile(rf"[{UPPER}]\S*(?:\s(?:[{UPPER}]\S*|&|[{LOWER}]{{1,6}}(?=\s[{UPPER}])))*")


@lru_cache(maxsize=1)
def _no_body() -> re.Pattern[str]:
    """Match words that do not begin a body's name: an event, a time, a link, a group of people, a person's occupation."""
    return re.compile(rf"(?:{NOUNS}(?!\w)|{lexicon('not-bodies').alternatives})")


@lru_cache(maxsize=1)
def _holders_of_posts() -> re.Pattern[str]:
    """Match words that begin a person: an address, a position, a rank."""
    words = {form for name in ("honorifics", "roles", "ranks-and-degrees") for form in lexicon(name).by_variant}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, words), key=lambda name: (-len(name), name)))}|nguyên|cựu)(?!\w)")


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(lexicon("organisation-heads").alternatives)


@rule(
    "host.subject",
    examples=[
        Example("Ngày 5/8, [[Viện 35 - Tổng cục Kỹ thuật]] tổ chức lễ kỷ niệm.", None),
        Example("Sáng 2/3/2021, [[Sao Mai Group]] trao tặng 10 suất học bổng.", None),
        Example("Ngày 2/3, [[Nhóm thiện nguyện Hoa Sen]] và Hội Chữ thập đỏ huyện tổ chức hội thi.", None),
        Example("Ngày 2/3, [[Nhóm thiện nguyện Hoa Sen]] - Hội Chữ thập đỏ huyện tổ chức hội thi.", None),
        Example("Tại buổi đấu giá do nhà đấu giá [[Christie’s International]] ở Hồng Kông tổ chức.", None),
    ],
    counterexamples=[
        "Ngày 2/3, Việt Nam tổ chức hội nghị.",
        "Sáng 2/3, ca sĩ Mỹ Tâm tổ chức đêm nhạc.",
        "Sáng 2/3, Lê Văn Ba tổ chức đám cưới.",
        "Sáng 2/3, Chủ tịch UBND tỉnh Lê Văn Ba trao quà.",
        "Mới đây tổ chức lễ kỷ niệm.",
        "Sáng 2/3, các em học sinh Trường Hoa Sen tổ chức hội trại.",
    ],
    source="architecture/facts.md units, Settled cases",
)
def subjects(passage: Passage) -> Iterator[Finding]:
    """Yield the bodies in the subject position of a sentence's first verb of holding, and behind ``do`` before such a verb."""
    view = passage.views.canonical
    stop = min(passage.stop, passage.start + _FAR)
    start = passage.start
    for mention in dates(view, start, min(stop, start + 140)):
        start = mention.end
        break
    verb = _VERB.search(view, start, stop)
    if verb is not None:
        yield from _row(passage, start, verb.start())
    for match in _BY.finditer(view, passage.start, stop):
        if (proper := _PROPER.search(passage.views.text, *match.span("who"))) is not None and proper.end() == match.end("who"):
            piece = _piece(passage, proper.start(), proper.end())
            if piece is not None:
                yield piece
    for match in _BY_BRAND.finditer(passage.views.text, passage.start, stop):
        if (piece := _piece(passage, *match.span("who"))) is not None:
            yield piece


def _row(passage: Passage, start: int, end: int) -> list[Finding]:
    """Return the bodies in a row right before ``end``, from right to left up to the first piece that is not a body."""
    view = passage.views.canonical
    taken = [finding.span for finding in organisations(passage)]
    marks = sorted((*_JOIN.finditer(view, start, end), *_DASH.finditer(passage.views.text, start, end)), key=lambda match: match.start())
    joins = [match for match in marks if not any(span.start < match.start() < span.end for span in taken)]
    joins = [match for match in joins if view.count("(", start, match.start()) <= view.count(")", start, match.start())]
    edges = [start, *(match.end() for match in joins)]
    stops = [*(match.start() for match in joins), end]
    found: list[Finding] = []
    for left, right in zip(reversed(edges), reversed(stops), strict=True):
        piece = _piece(passage, left, right)
        if piece is None:
            if found and left > start and _PLACE.match(found[0].value):
                found.pop(0)  # hiệu trưởng Trường A, thị trấn B tổ chức
            break
        if found and belongs_to(piece.value, found[0].value):
            found.pop(0)  # Huyện ủy Anh Sơn, tỉnh Nghệ An
        found.insert(0, piece)
    return found


def is_bare(name: str) -> bool:
    """Return whether a name is only a kind of body (``Tỉnh ủy``, ``HĐND``)."""
    return len(name.split()) <= _BARE_WORDS and not any(map(str.isdigit, name))


def belongs_to(unit: str, place: str) -> bool:
    """Return whether ``place``, behind ``unit`` and a comma, is the unit's location and not a second body: its rank is not
    lower than the unit's."""
    rank = _rank(place, _PLACE_RANKS)
    return rank is not None and rank >= (_rank(unit, _UNIT_RANKS) or 0)


def _rank(words: str, ranks: tuple[tuple[re.Pattern[str], int], ...]) -> int | None:
    low = canonical(words)
    return next((rank for pattern, rank in ranks if pattern.search(low)), None)


def _piece(passage: Passage, start: int, end: int) -> Finding | None:
    """Return the body's name between two joints, without the gloss behind it; None if it is not a body."""
    text, view = passage.views.text, passage.views.canonical
    source = _SOURCE.match(text, start, end) if start == passage.start else None
    start = start if source is None else source.end()
    while start < end and not text[start].isalnum():
        start += 1
    opens = not any(char.isalnum() for char in text[passage.start if source is None else source.end() : start])
    bracket = _BRACKET.search(text, start, end)
    end = end if bracket is None else bracket.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",-–"):
        end -= 1
    words = text[start:end].split()
    if not words or len(words) > _LONGEST + _EVENT_WORDS or _CLAUSE.search(view, start, end):
        return None
    if _ORGANISERS.match(view, start, end) and text[start].isupper():
        return Finding(Span(start, end), " ".join(words), "host.subject")
    if len(words) > _LONGEST or _no_body().match(view, start, end):
        return None
    if not text[start].isupper() and _PLACE.match(text, start, end) is None:
        return None
    if opens and _FURTHER.search(text, start, end) is None:
        return None  # the capital of a sentence proves nothing
    if (inside := _INSIDE.search(view, start, end)) and not any(
        finding.span.start < inside.start() < finding.span.end for finding in organisations(passage)
    ):
        return None
    name = " ".join(words)
    return None if _is_person(view, start, end, name) or _is_country(name) else Finding(Span(start, end), name, "host.subject")


def _is_person(view: str, start: int, end: int, name: str) -> bool:
    if _holders_of_posts().match(view, start, end) and _MISSION.match(view, start, end) is None:
        return True
    if _NAME_OF_PERSON.fullmatch(name) and view[start:end].split(maxsplit=1)[0] in lexicon("family-names").by_variant:
        return True
    return _FOREIGN.fullmatch(name) is not None and _COMPANY.search(name) is None


def _is_country(name: str) -> bool:
    try:
        lexicon("countries").entry_of(name)
    except KeyError:
        return name.lower() in {"việt nam", "nhà nước"}
    return True


def with_subjects(passage: Passage, named: Iterable[Finding]) -> list[Finding]:
    """Return ``named`` with the bodies recognised by position; such a body replaces the names inside it."""
    kept = sorted(named, key=lambda finding: finding.span)
    for piece in list(subjects(passage)):
        inside = [finding for finding in kept if finding.span.overlaps(piece.span)]
        if inside and not _is_fuller(passage, piece, inside):
            continue
        kept = [finding for finding in kept if finding not in inside]
        kept.insert(bisect_left([finding.span for finding in kept], piece.span), piece)
    return [finding for at, finding in enumerate(kept) if at == 0 or not _is_gloss(passage, kept[at - 1], finding)]


def _is_gloss(passage: Passage, unit: Finding, place: Finding) -> bool:
    """Return whether ``place`` follows a unit recognised by position and is its location."""
    between = passage.views.canonical[unit.span.end : place.span.start]
    return unit.rule == "host.subject" and between == ", " and belongs_to(str(unit.value), str(place.value))


def _is_fuller(passage: Passage, piece: Finding, inside: list[Finding]) -> bool:
    """Return whether the piece is a single name with more words than the names inside it."""
    if any(finding.span.end > piece.span.end or finding.span.start < piece.span.start for finding in inside):
        return False
    first = inside[0].span
    if first.start > piece.span.start:
        gap = passage.views.text[piece.span.start : first.start]
        headed = _heads().match(passage.views.canonical, piece.span.start, piece.span.end) is not None
        return headed or gap.rstrip().endswith(("-", "–")) or len(gap.split()) <= 3
    behind = passage.views.text[first.end : first.end + 2].strip()[:1]
    if behind in ("-", "–") and is_bare(str(inside[0].value)):
        return False  # Tỉnh ủy - HĐND - UBND tỉnh: a row
    return first.end < piece.span.end and (behind.isalpha() or (behind in ("-", "–") and inside[-1].span.end == piece.span.end))

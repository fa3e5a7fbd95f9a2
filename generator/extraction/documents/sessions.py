"""Documents named by the meeting that passed them: plenums of the Central Committee and congresses.

Source: architecture/facts.md, documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.documents.issuers import issuer_at
from generator.extraction.documents.parts import DocumentCitation, tail, written
from generator.extraction.engine import Finding, Passage
from generator.model.span import Span

_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10}
_ROMANS = {
    roman: value
    for value, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"), 1)
}
_NUMBER = (
    r"\d{1,2}(?![\d/.%])|[ivx]{1,5}(?!\w)|mười(?:\s(?:một|hai|ba|bốn|lăm))?(?!\w)"
    r"|(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín)(?!\w)"
)
_CENTRAL = r"(?:(?:bch|ban\s+chấp\s+hành)\s+)?(?:trung\s+ương|t\.\s?ư\.?|tw|tư)(?:\s+đảng)?"
_KIND = r"(?P<kind>nghị\s+quyết|nq|kết\s+luận)\s*(?:số\s+|của\s+)?"
#: Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng
_MEETING = re.compile(rf"{_KIND}(?:hội\s+nghị\s+)(?:lần\s+)?(?:thứ\s+)?(?P<number>{_NUMBER})\s*,?\s*(?P<central>{_CENTRAL})(?!\w)")
#: Nghị quyết (Hội nghị) Trung ương 4, NQTW4
_CENTRAL_FIRST = re.compile(
    rf"{_KIND}(?:hội\s+nghị\s+)?(?P<central>{_CENTRAL})\s*(?:lần\s+(?:thứ\s+)?(?P<ordinal>{_NUMBER})"
    r"|(?P<numbers>(?:\d{1,2}|[ivx]{1,5})(?![\w/.%-])(?:\s?,\s?(?:\d{1,2})(?![\w/.%-])|\s+và\s+(?:\d{1,2})(?![\w/.%-])){0,4}))"
)
_COUNTED_NEXT = re.compile(r"\s+(?:tháng|năm(?!\s+\d{4})|nội dung|nhiệm vụ|điểm|vấn đề|đảng viên|người|lần)(?!\w)")

_CONGRESS = re.compile(r"nghị\s+quyết\s+(?:của\s+)?(?P<name>đại\s+hội)(?!\w)")
_DELEGATES = re.compile(
    r"(?:\s+(?:đại\s+biểu|đảng\s+viên|toàn\s+thể|toàn\s+quốc|đảng(?!\s+(?:bộ|ủy|viên|đoàn)(?!\w))|toàn\s+đảng|điểm)){1,4}(?!\w)"
)
_ORDINAL = re.compile(
    r"[\s,]{0,2}\(?(?:(?:lần\s+)?th[ứức]{1,2}\s+|lần\s+|khóa\s+)"
    r"(?P<number>[ivxl]{1,6}|\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![\w/])\)?|\s+(?P<bare>[ivx]{1,6})(?!\w)"
)
_OF_PARTY = re.compile(r"\s+(?:của\s+)?(?P<who>đảng(?:\s+cộng\s+sản\s+việt\s+nam)?(?!\s+(?:bộ|ủy|viên)(?!\w)))(?!\w)")
_OF = re.compile(r"\s+(?:của\s+)?(?=\w)")
_TERM = re.compile(r"[\s,]{0,3}\(?(?P<term>(?:nhiệm\s+kỳ|khóa)\s+(?:\d{4}\s?[-]\s?\d{2,4}|[ivx]{1,6}(?!\w)|\d{1,2}(?!\d)))\)?")
_TOO_WIDE = re.compile(r"\s+(?:các\s+cấp|cấp\s+trên|cùng\s+cấp)")


def value_of(words: str) -> int | None:
    """Return the value of an ordinal in digits, Roman numerals or words; None for anything else."""
    words = " ".join(words.split())
    if words.isdigit():
        return int(words)
    if words in _ROMANS:
        return _ROMANS[words]
    if words.startswith("mười "):
        return 10 + {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "lăm": 5}.get(words.split()[1], 0)
    return _ORDINALS.get(words)


def plenums(passage: Passage) -> Iterator[Finding]:
    """Yield resolutions and conclusions of plenums; a list of plenums or of terms is as many documents."""
    if not passage.holds("trung ương", "t.ư", "t. ư", "tw", "tư"):
        return
    for pattern in (_MEETING, _CENTRAL_FIRST):
        for match in passage.matches(pattern):
            yield from _plenum(passage, match)


def _plenum(passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
    parts = match.groupdict()
    named = parts.get("number") or parts.get("ordinal") or parts["numbers"]
    if parts["central"].endswith("tư") and parts["central"] != "trung ương" and not passage.views.text[match.start("central")].isupper():
        return
    if parts.get("numbers") and _COUNTED_NEXT.match(passage.views.canonical, match.end(), passage.stop):
        return
    numbers = [value for item in re.split(r"\s?,\s?|\s+và\s+", named) if (value := value_of(item))]
    behind = tail(passage.views, match.end(), passage.stop)
    kind = "ket-luan" if parts["kind"].startswith("kết") else "nghi-quyet"
    issuer = _central(passage, match)
    span = Span(match.start(), behind.end)
    for number in numbers:
        for session in behind.sessions or (None,):
            yield Finding(span, DocumentCitation(kind, str(number), behind.title, issuer, session, behind.date))


def _central(passage: Passage, match: re.Match[str]) -> str:
    words = written(passage.views, *match.span("central"))
    return words if "rung" in words.lower() and not words.isupper() else "Trung ương"


def congresses(passage: Passage) -> Iterator[Finding]:
    """Yield resolutions of congresses, with the congress as issuer and its term as session."""
    if passage.views.canonical.find("đại hội", passage.start, passage.stop) < 0:
        return
    for match in passage.matches(_CONGRESS):
        finding = _congress(passage, match)
        if finding is not None:
            yield finding


def _congress(passage: Passage, match: re.Match[str]) -> Finding | None:
    views, stop = passage.views, passage.stop
    view, at = views.canonical, match.end()
    session: str | None = None
    named_to: int | None = None
    delegates = _DELEGATES.match(view, at, stop)
    if delegates is not None:
        at = delegates.end()
    named = at
    for _ in range(3):
        if session is None and (ordinal := _ORDINAL.match(view, at, stop)) is not None and _is_ordinal(views.text, ordinal):
            session, at = written(views, ordinal.start(), ordinal.end()).strip(" ,()"), ordinal.end()
            session = session if ordinal["bare"] is None else f"lần thứ {session}"
            continue
        party, of = _OF_PARTY.match(view, at, stop), _OF.match(view, at, stop)
        end = party.end() if party else issuer_at(views, of.end(), stop) if of else None
        if named_to is not None or end is None:
            break
        named_to = at = end
    if _TOO_WIDE.match(view, at, stop):
        return None
    term = _TERM.match(view, at, stop)
    if term is not None:
        stated, at = written(views, *term.span("term")), term.end()
        session = stated if session is None or stated.startswith("nhiệm") else session
    if named_to is None and session is None:
        return None
    issuer = written(views, match.start("name"), named_to or named)
    return Finding(Span(match.start(), at), DocumentCitation("nghi-quyet", None, None, issuer, session, None))


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """Return whether the match is an ordinal: a Roman numeral without ``lần`` must be in capitals."""
    return match["bare"] is None or text[match.start("bare") : match.end("bare")].isupper()

"""The parts of a citation around its number: date, session, issuer, title.

Grammar: ``KIND [số] NUMBER [DATE] [của ISSUER] [khóa TERM] [về … | “title”]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.extraction.documents.issuers import issuer_after, issuer_before, issuer_of_code
from generator.extraction.names.bodies.organisations import organisation_at
from generator.lexicon.load import lexicon
from generator.model.facts import Inference
from generator.model.statement import Statement, basis, day, year_basis
from generator.text.sentences import UPPER
from generator.text.views import Views

TITLE_LONGEST = 220  # characters; the longest title in the development articles has 190


@dataclass(frozen=True, slots=True)
class DocumentCitation:
    """A document as cited in one place; the fields are those of :class:`generator.model.facts.Document`."""

    kind: str
    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    session: str | None = None
    date: str | None = None
    inferred: tuple[Inference, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Tail:
    """The words behind a number: the fields given there and where the words end."""

    end: int
    issuer: str | None = None
    sessions: tuple[str, ...] = ()
    date: str | None = None
    title: str | None = None


_D = r"(?P<d>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})"
_DATE = re.compile(
    rf"[\s,(]{{0,3}}(?:(?:được\s+)?(?:ban hành|ký|ra)\s+)?(?:(?:vào\s+)?ng[àa]y\s+(?:{_D}(?:\s?[/.\-]\s?(?P<y>\d{{4}})(?!\d))?"
    r"|(?P<d2>\d{1,2})(?:\s+tháng\s+|/)(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4}))?)"
    r"|\(\s?(?P<d3>\d{1,2})[/.\-](?P<m3>\d{1,2})[/.\-](?P<y3>\d{4})\s?(?=\))"
    r"|tháng\s+(?P<m4>\d{1,2})(?:/|\s+năm\s+)(?P<y4>\d{4})|năm\s+(?P<y5>(?:19|20)\d\d)(?![\d-]))(?:\s?\))?"
)
_SESSION = re.compile(
    r"[\s,]{0,3}\(?\s*(?:các\s+)?(?P<words>khóa\s+(?:[ivx]{1,5}|\d{1,2})(?!\w)(?:(?:\s?,|\s+và)\s+(?:khóa\s+)?(?:[ivx]{1,5}"
    r"|\d{1,2})(?![\w/.-])){0,6})(?:\s*\))?"
)
_MAY_STAND_BETWEEN = re.compile(rf"\s?\((?:[{UPPER}][{UPPER}\d.\-]{{1,11}}|[A-Z]\d{{1,2}})\)")

_QUOTED = re.compile(
    r"[\s,:]{0,3}(?:(?:về|với\s+(?:chủ đề|nội dung|tên gọi))\s+(?:việc\s+)?)?(?P<open>\"|'{1,2})(?P<title>[^\"\n]{4,220}?)(?P=open)"
)
_ABOUT = re.compile(r"[\s,]{0,2}(?:về|v/v)\s+(?:việc\s+)?(?P<title>(?=\w)[^\n;:!?]{4,300})")
_LEGAL = re.compile(
    r"\s+(?P<title>(?:quy định\s+(?:chi tiết|chức năng|một số)|hướng dẫn\s+(?:thi hành|thực hiện)|sửa đổi|bổ sung|ban hành"
    r"|bổ nhiệm|điều chỉnh|phê duyệt|đề nghị|tặng thưởng|công nhận)\s+[^\n;:!?]{4,300})"
)
# The end of the words after `về` that name the document.
_TITLE_ENDS = re.compile(
    r"(?<!tp)(?<!\st)[.…](?!\d)|\s+[-]\s+"
    r"|,\s+(?=(?:ngày|năm|tháng|và|trong đó|nhất là|đồng thời|gắn|đặc biệt|theo đó|của|do|thì|trong|cũng|đã|nhằm|với)\s)"
    r"|\s+(?=(?:gắn|cũng|nhằm|đã|được|sẽ|vừa|để|do|tại|ở|bằng|từ|giai đoạn|thì|là)\s)"
    r"|\s+(?=(?:trong\s+(?:thời gian|giai đoạn|toàn|các|đảng|cnvc|năm)|và\s+(?:triển khai|các|những)"
    r"|đến\s+(?!năm)|có hiệu lực)(?!\w))|\s+(?=\()"
)
_AS_FOLLOWS = re.compile(r"như sau$|^(?:thực hiện|triển khai|việc)$")


@lru_cache(maxsize=1)
def kinds_pattern() -> str:
    """Return a pattern of the kinds' words (canonical view)."""
    return lexicon("document-kinds").alternatives


@lru_cache(maxsize=1)
def _kind_ahead() -> re.Pattern[str]:
    return re.compile(r"(?:,\s+|\s+và\s+)(?:số\s+\d|" + kinds_pattern() + r"\s+(?:số|\d|của\s|trung ương|t\.ư|tw))")


def iso_date(match: re.Match[str]) -> str | None:
    """Return a date in ISO 8601, shortened if month or day are missing; ``--MM-DD`` without a year; None if there is no such day."""
    part = match.groupdict()
    day = part.get("d") or part.get("d2") or part.get("d3")
    month = part.get("m") or part.get("m2") or part.get("m3") or part.get("m4")
    year = part.get("y") or part.get("y2") or part.get("y3") or part.get("y4") or part.get("y5")
    if month is None:
        return year
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    if day is None:
        return f"{year}-{int(month):02d}"
    return f"{year or '-'}-{int(month):02d}-{int(day):02d}"


def tail(views: Views, start: int, stop: int) -> Tail:
    """Return the parts of a citation that follow its number, which ends at ``start``; nothing behind ``stop`` is read."""
    at, issuer, sessions, date = start, None, (), None  # type: int, str | None, tuple[str, ...], str | None
    for _ in range(6):
        if date is None and (match := _DATE.match(views.canonical, at, stop)) and (iso := iso_date(match)):
            date, at = iso, match.end()
        elif not sessions and (match := _SESSION.match(views.canonical, at, stop)):
            sessions, at = _sessions(views, match), match.end()
        elif issuer is None and (named := issuer_after(views, at, stop)):
            issuer, at = written(views, named[0], named[1]), named[2]
        elif match := _MAY_STAND_BETWEEN.match(views.text, at, stop):
            at = match.end()
        else:
            break
    title = title_at(views, at, stop)
    if title is not None:
        return Tail(title[1], issuer, sessions, date, title[0])
    return Tail(at, issuer, sessions, date)


def _sessions(views: Views, match: re.Match[str]) -> tuple[str, ...]:
    words = views.text[slice(*match.span("words"))].split()
    word = words[0]
    terms = re.split(r"\s*,\s*|\s+và\s+", " ".join(words))
    return tuple(f"{word} {term.split()[-1]}" for term in terms)


def title_at(views: Views, at: int, stop: int) -> tuple[str, int] | None:
    """Return the title that begins at ``at`` (quoted, or the words after ``về``) and its end, or None."""
    view = views.canonical
    if quoted := _QUOTED.match(view, at, stop):
        return written(views, *quoted.span("title")), quoted.end()
    if (about := _ABOUT.match(view, at, stop) or _LEGAL.match(view, at, stop)) is None:
        return None
    start, end = about.span("title")
    opening = re.compile(r"[\"']").search(view, start, end)
    cut = _TITLE_ENDS.search(view, start, end)
    if opening is not None and (cut is None or opening.start() < cut.start()):
        closing = view.find(opening.group(), opening.end(), min(stop, opening.end() + TITLE_LONGEST))
        if closing > 0:
            return written(views, start, closing + 1), closing + 1
    if cut is not None:
        end = cut.start()
    if (other := _kind_ahead().search(view, start, end)) is not None:
        end = other.start()
    end = _before_subject(views, start, end)
    while end > start and view[end - 1] in ' ,.(-"':
        end -= 1
    if not 4 <= end - start <= TITLE_LONGEST or _AS_FOLLOWS.search(view[start:end]):
        return None
    return written(views, start, end), end


def _before_subject(views: Views, start: int, end: int) -> int:
    """Return ``end``, or the comma before an organisation that opens the main clause (``về xây dựng Đảng, Huyện ủy đã …``)."""
    for comma in re.compile(r",\s+(?=\w)").finditer(views.canonical, start, end):
        name = organisation_at(views, comma.end(), end)
        if (
            name is not None
            and views.text[comma.end()].isupper()
            and not re.match(r"\s*(?:[,.;\n]|và\s|$)", views.canonical[name : name + 9])
        ):
            return comma.start()
    return end


def written(views: Views, start: int, end: int) -> str:
    """Return the words as written, with single spaces."""
    return " ".join(views.text[start:end].split())


def completed(citation: DocumentCitation, views: Views, start: int, left: int, code: str | None, published: str | None) -> DocumentCitation:
    """Return ``citation`` with issuer and date completed from the words before it (``Ngày 23/5, Chính phủ ban hành Nghị định …``).

    Else the issuer is taken from its ``code``, and the year of a date from the number or the day of publication; both are noted
    as inferred.
    """
    notes = list(citation.inferred)
    issuer, date = citation.issuer, citation.date
    if issuer is None and (span := issuer_before(views, start, left)) is not None:
        issuer = written(views, *span)
        if date is None and (day := _last_date(views, left, span[0])) is not None:
            date = day
    if issuer is None and code and (named := issuer_of_code(code)) is not None:
        issuer = named
        notes.append(Inference("issuer", basis("code", code=code)))
    if date is not None and date.startswith("--"):
        date, year_from = _with_year(date, citation.number, published)
        if date is not None and year_from is not None:
            notes.append(Inference("date", year_basis(date, year_from)))
    return replace(citation, issuer=issuer, date=date, inferred=tuple(notes))


_DAY_BEFORE = re.compile(rf"(?:ngày|sáng|chiều|hôm nay|\()\s*\(?{_D}(?:[/.\-](?P<y>\d{{4}}))?\)?,?\s*$")


def _last_date(views: Views, left: int, end: int) -> str | None:
    match = _DAY_BEFORE.search(views.canonical, max(left, end - 30), end)
    return iso_date(match) if match else None


def _with_year(date: str, number: str | None, published: str | None) -> tuple[str | None, Statement | None]:
    """Return ``--MM-DD`` with the year in the document's number, else the last such day not after the publication; and the basis."""
    year = re.search(r"/((?:19|20)\d\d)/", number or "")
    if year is not None:
        return year.group(1) + date[1:], basis("year-in-number")
    if published is None or len(published) < 10:
        return None, None
    latest = int(published[:4])
    if date[2:] > published[5:10]:
        latest -= 1
    return f"{latest}{date[1:]}", basis("day-published", date=day(published[:10]))

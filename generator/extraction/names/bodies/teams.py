"""Teams of a sport (``đội tuyển bóng đá nữ U17 tỉnh``, ``Đoàn thể thao Quảng Ninh``), and places that stand for their team
(``Hải Phòng đoạt 3 HCV``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, remembered, rule
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span
from generator.text.sentences import UPPER


@lru_cache(maxsize=1)
def _of_sport() -> re.Pattern[str]:
    """Match a team by its head and sport, up to its unit; on the canonical view."""
    sport = lexicon("competitions").by_id["mon-the-thao"]
    sports = rf"(?:{alternatives((sport.label, *sport.variants))}|bắn\s+súng|vận\s+động\s+viên|vđv|người\s+khuyết\s+tật)"
    whom = r"(?:quốc\s+gia|trẻ|nam|nữ|u\d\d)"
    return re.compile(
        rf"(?:(?:đội\s+tuyển|đội\s+bóng|tuyển)\s+(?:{sports}|{whom})|(?:đoàn|đội|clb|câu\s+lạc\s+bộ)(?<!quân đội)\s+{sports})(?!\w)"
        rf"(?:\s+(?:{sports}|{whom})(?!\w)){{0,4}}(?:\s+(?:tỉnh|thành\s+phố|tp|huyện)(?!\w))?"
    )


_IN_CAPITALS = re.compile(rf"\s[{UPPER}](?!\d)")
_HEADS = ("đoàn ", "đội ", "tuyển ", "clb ", "câu lạc bộ ")
_NAME = re.compile(rf"\.?(?:\s[{UPPER}][\w’]*){{1,5}}")


@remembered
def teams_in(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of the teams that are named by their sport, in reading order."""
    canonical, text = passage.views.canonical, passage.views.text
    for match in passage.matches(_of_sport()) if passage.holds(*_HEADS) else ():
        if match.start() and canonical[match.start() - 1].isalnum():
            continue
        if _IN_CAPITALS.search(text, match.start(), match.end()) and not canonical.startswith(("đội tuyển", "tuyển"), match.start()):
            continue  # đoàn Nam Đàn
        name = _NAME.match(text, match.end(), passage.stop)
        end = match.end() if name is None else name.end()
        yield match.start(), end, " ".join(text[match.start() : end].split())


#: A class or its branch, by its number: Lớp 9A2, chi đoàn 11B1; a ship by its number: tàu HQ-996.
_CLASS = re.compile(
    r"(?<!\w)(?:[Tt]àu\s(?:HQ|BP|CSB|KN|TS|SAR)[- ]?\d[\d-]*|(?:[Tt]ập thể lớp|Lớp|[Cc]hi đoàn|[Cc]hi đội)\s\d{1,2}\s?[A-ZĐ]\d{0,2})(?!\w)"
)


def classes_in(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of the school classes that are named by their number."""
    for match in passage.matches(_CLASS, view="text") if passage.holds("lớp ", "chi đoàn ", "chi đội ", "tàu ") else ():
        yield match.start(), match.end(), match.group()


#: Before a place that stands for its team: the start of a clause.
_OPENS = re.compile(r"(?:^|[,;:.(\"*+-]\s*|(?<!\w)(?:còn|khi|và|đoàn|theo|riêng|chủ\s+nhà)\s)$")
_ADVERBS = re.compile(r"(?:\s+(?:đã|cũng|vừa|xuất\s+sắc|còn|đang|tiếp\s+tục|chỉ|bất\s+ngờ|lần\s+lượt)){0,3}\s*")
_FARTHEST = 80  # code points before a verb in which its team is named


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    countries = (word for entry in lexicon("countries").entries for word in (entry.label, *entry.variants))
    provinces = lexicon("name-like-places").by_id["tinh-thanh"]
    return re.compile(alternatives((*countries, provinces.label, *provinces.variants)))


def winner_before(passage: Passage, predicate: int) -> tuple[int, int, str] | None:
    """Return start, end and name of the team or place that wins a prize, if it is right before the verb at ``predicate``."""
    canonical, text = passage.views.canonical, passage.views.text
    for start, end, name in reversed(teams_in(passage)):
        if end <= predicate and _ADVERBS.fullmatch(canonical, end, predicate):
            return start, end, name
    low = max(passage.start, predicate - _FARTHEST)
    for match in _place().finditer(canonical, low, predicate):
        start, end = match.span()
        if text[start].isupper() and _ADVERBS.fullmatch(canonical, end, predicate) and _OPENS.search(canonical[low:start]):
            return start, end, " ".join(text[start:end].split())
    return None


@rule(
    "organisation.team",
    examples=[
        Example("thưởng cho [[đội tuyển bóng đá nữ U17 tỉnh]] 50 triệu đồng", "đội tuyển bóng đá nữ U17 tỉnh"),
        Example("Kết thúc giải, [[Đoàn thể thao Quảng Ninh]] xếp thứ ba.", "Đoàn thể thao Quảng Ninh"),
    ],
    counterexamples=["Đội ngũ trẻ của công ty", "Đoàn viên nam và nữ dự lễ", "quân đội nữ"],
    source="architecture/facts.md contests; read in articles",
)
def teams(passage: Passage) -> Iterator[Finding]:
    """Yield teams named by their sport; the value is the name as written."""
    for start, end, name in teams_in(passage):
        yield Finding(Span(start, end), name)

"""Prizes as they are written: a place (``giải nhì``, ``HCB``), several together, a number without places (``21 giải cấp quốc
gia``); and the number right before any award."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.engine import Passage
from generator.text.numbers import WORDS, number_in_words
from generator.text.sentences import LOWER, UPPER

_PRIZES = {"nhất": 1, "nhì": 2, "ba": 3, "vàng": 1, "bạc": 2, "đồng": 3, "i": 1, "ii": 2, "iii": 3}
_METALS = {"v": 1, "b": 2, "đ": 3}  # HCV, HCB, HCĐ

_PRIZE = re.compile(
    r"(?<!\w)(?:đoạt\s+|đạt\s+|giành\s+)?(?:(?:giải|huy\s+chương|hc)\s+(?P<place>nhất|nhì|ba|khuyến\s+khích|tư|vàng|bạc|đồng|a|b|c|iii?|i|đặc\s+biệt)|hc(?P<metal>[vbđ]))(?!\w)(?:\s*\(hc[vbđ]\))?(?!\s+(?:đầu(?!\s+tiên)|trận|mùa|này|của\s+giải))"
)
_MORE_PLACES = re.compile(
    r"\s*(?:,|và)\s*(?:nhì|ba|tư|khuyến\s+khích|bạc|đồng)"
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:và|cho|thuộc|tại|ở|của|toàn|cấp|hội|cuộc|các|trong|năm)(?!\w))"
)
#: Prizes without a place: đoạt 21 giải cấp quốc gia.
_AT_LARGE = re.compile(
    r"(?:đoạt|đạt|giành)(?:\s+được)?\s+(?:cả\s+thảy\s+|tổng\s+(?:số|cộng)\s+)?(?P<count>\d{1,3}(?:\.\d{3})*|\d{1,4})\s+(?P<title>giải(?:\s+thưởng)?"
    r"(?:\s+(?:cá\s+nhân|tập\s+thể|cấp|các|ở|tại|trong|quốc|tỉnh|thành|khu|toàn|học\s+sinh|olympic)(?!\w)[^,.;:()]{0,60})?)(?=\s*(?:[,.;:()]|$))"
)
#: A prize without a place, in a contest of good pupils: 3 em đoạt giải trong các kỳ thi học sinh giỏi cấp tỉnh.
_OF_PUPILS = re.compile(
    r"(?<=(?:đoạt|.đạt|iành)\s)giải\s+(?:(?:trong|tại|ở)\s+)?(?:các\s+)?"
    r"(?P<title>(?:(?:k[ìỳ]|cuộc|hội)\s+thi\s+)?(?:chọn\s+)?(?:học\s+sinh|hs|sinh\s+viên)\s+giỏi"
    r"(?:\s+(?:các\s+môn\s+)?văn\s+hóa)?\s+(?:cấp\s+)?(?:quốc\s+gia|quốc\s+tế|tỉnh|thành\s+phố|huyện|quận|thị\s+xã|khu\s+vực|trường))(?!\w)"
)
#: A prize of which only the level is stated: 15 em đoạt giải cấp tỉnh.
_OF_LEVEL = re.compile(
    r"(?<=(?:đoạt|.đạt|iành)\s)giải\s+(?P<title>(?:các\s+)?(?:cấp\s+(?:quốc\s+gia|tỉnh|thành\s+phố|huyện|quận|thị\s+xã|trường|bộ|ngành|toàn\s+quốc)"
    r"|quốc\s+gia|quốc\s+tế))(?=\s*(?:[,;.)]|$|(?:và|tại|trong|năm|môn|ở)\s))"
)
#: Prizes of which nothing but their winners is stated: trao giải thưởng cho gần 200 học sinh giỏi.
_OF_MANY = re.compile(
    r"(?<=trao )giải(?:\s+thưởng)?(?=\s+cho\s+(?:(?:hơn|gần|trên|khoảng|tổng\s+số)\s+)?\d[\d.]*\s+(?:em\s|học\s+sinh|hs\s|"
    r"sinh\s+viên|thí\s+sinh|giáo\s+viên|tác\s+giả(?!,)|vận\s+động\s+viên|cá\s+nhân|tập\s+thể|đội\s|đơn\s+vị|doanh\s+nghiệp|doanh\s+nhân))"
)
_CEREMONIES = ("lễ trao ", "buổi trao ", "đêm trao ", "gala trao ", "việc trao ")
_GIVEN = re.compile(
    r"(?<!\w)(?:khen|thưởng|tặng|trao|tuyên\s+dương|biểu\s+dương|tôn\s+vinh|vinh\s+danh)(?!\w)"
)  # the prize is then the reason
#: Parts of a number of prizes: …, gồm 2 giải nhất
_PARTS = re.compile(r"\s*(?:[,:(]|gồm|trong\s+đó|với)[^.;]{0,40}?(?:\d|một|hai|ba)\s+(?:giải|huy\s+chương|hc)")
_COUNT_BEFORE = re.compile(r"(?<![\w/.,])(\d{1,3}(?:\.\d{3})*|\d{1,5})\s+(?:tấm\s+|lá\s+|chiếc\s+|lượt\s+|cán\s+bộ,?\s+|đồng\s+chí\s+)?$")


#: Medals by their metals alone, behind the word medal: đều giành huy chương, gồm 1 Vàng, 2 Bạc và 1 Đồng.
_METAL_ROW = re.compile(
    rf"(?<![\w/.,])(?P<number>\d{{1,3}}|{WORDS})\s+(?P<metal>vàng|bạc)(?=\s*(?:,|và)\s*(?:\d{{1,3}}|{WORDS})\s+(?:bạc|đồng)(?!\w))"
)
_NEXT_METAL = re.compile(rf"\s*(?:,|và)\s*(?P<number>\d{{1,3}}|{WORDS})\s+(?P<metal>bạc|đồng)(?!\w)")


@dataclass(frozen=True, slots=True)
class Prize:
    """Prizes in ``[start, end)``: their ``rank`` if it is one of the first three, ``title`` as written, their number."""

    start: int
    end: int
    rank: int | None
    title: str
    count: int | None


def count_before(passage: Passage, start: int) -> tuple[int | None, int]:
    """Return the number in digits right before ``start``, and where the words then begin."""
    before = _COUNT_BEFORE.search(passage.views.canonical, max(passage.start, start - 14), start)
    if before is None:
        return None, start
    return int(before.group(1).replace(".", "")), before.start()


#: A prize with a name: giải thưởng Lương Định Của.
_NAME = re.compile(rf"\s+[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{1,4}}(?!\w)")


def name_end(passage: Passage, end: int) -> int | None:
    """Return where the name of a prize ends that follows its common noun, which ends at ``end``; None without a name."""
    match = _NAME.match(passage.views.text, end, passage.stop)
    return None if match is None else match.end()


_WORDS_BEFORE = re.compile(rf"(?<!\w)(?<!giải )(?<!hạng )(?<!thứ )(?P<number>{WORDS})\s+(?:tấm\s+|chiếc\s+)?$")


def _prizes_before(passage: Passage, start: int) -> tuple[int | None, int]:
    """Return the number of prizes of a place, in digits or in words (``6 giải nhì``, ``ba huy chương đồng``), and where the
    words then begin."""
    count, first = count_before(passage, start)
    match = None if count is not None else _WORDS_BEFORE.search(passage.views.canonical, max(passage.start, start - 28), start)
    return (count, first) if match is None else (number_in_words(" ".join(match["number"].split())), match.start())


_BROUGHT = re.compile(rf"\s+(?:cho\s+[^,.;:]{{2,40}}\s)?(?:thêm\s+)?(?:(?:tấm|chiếc|\d{{1,2}}|{WORDS})\s+)*(?:giải|huy\s+chương|hc)")


#: Verbs of winning only if prizes follow: mang về tấm huy chương vàng, not mang về quê.
BRINGS = frozenset({"mang về", "đem về", "mang lại", "đem lại", "mang đến", "đem đến", "có thêm"})


def is_of_prizes(passage: Passage, end: int) -> bool:
    """Return whether prizes follow ``mang về``, which ends at ``end``: ``mang về cho đoàn tấm huy chương vàng``."""
    return _BROUGHT.match(passage.views.canonical, end, passage.stop) is not None


def prizes(passage: Passage) -> Iterator[Prize]:
    """Yield the prizes in the passage."""
    for match in passage.matches(_PRIZE) if passage.holds("giải", "chương", "hc") else ():
        start = match.start() + len(match.group()) - len(re.sub(r"^(?:đoạt|đạt|giành)\s+", "", match.group()))
        count, first = _prizes_before(passage, start)
        if passage.views.canonical.endswith("trúng ", 0, match.start()):
            continue  # a lottery
        if (match["place"] or "") in {"i", "ii", "iii"} and not passage.views.text[match.start("place")].isupper():
            continue
        words = passage.views.text[start : match.end()].partition(" (")[0]
        row = _MORE_PLACES.match(passage.views.canonical, match.end()) is not None
        rank = None if row else (_METALS if match["metal"] else _PRIZES).get(match["metal"] or match["place"])
        yield Prize(first, match.end(), rank, words, count)
    for match in passage.matches(_OF_MANY) if passage.holds("trao giải") else ():
        if passage.views.canonical.endswith(_CEREMONIES, passage.start, match.start()) or passage.holds(" sẽ "):
            continue  # lễ trao giải cho 20 đội sẽ diễn ra
        yield Prize(match.start(), match.end(), None, passage.views.text[match.start() : match.end()], None)
    yield from _at_large(passage)
    yield from _by_metal(passage)
    named = [*passage.matches(_OF_LEVEL)] if passage.holds(" giải cấp", " giải quốc", " giải các cấp") else []
    named = [match for match in named if passage.first(_GIVEN, passage.start, match.start()) is None]
    for match in (*named, *(passage.matches(_OF_PUPILS) if passage.holds(" giỏi ") else ())):
        if _PARTS.match(passage.views.canonical, match.end(), passage.stop) is None:
            yield Prize(match.start(), match.end(), None, passage.views.text[match.start("title") : match.end("title")], None)


def _by_metal(passage: Passage) -> Iterator[Prize]:
    canonical = passage.views.canonical
    for first in passage.matches(_METAL_ROW) if passage.holds("huy chương") and passage.holds(" vàng", " bạc") else ():
        row: re.Match[str] | None = first
        while row is not None:
            number = row["number"]
            count = int(number) if number.isdigit() else number_in_words(" ".join(number.split()))
            words = passage.views.text[row.start("metal") : row.end()]
            yield Prize(row.start("number"), row.end(), _PRIZES[row["metal"]], f"huy chương {words}", count)
            row = _NEXT_METAL.match(canonical, row.end(), passage.stop)


def _at_large(passage: Passage) -> Iterator[Prize]:
    for match in passage.matches(_AT_LARGE) if passage.holds(" giải") else ():
        if _PARTS.match(passage.views.canonical, match.end(), passage.stop) is None:
            title = passage.views.text[match.start("title") : match.end("title")]
            yield Prize(match.start("count"), match.end("title"), None, title, int(match["count"].replace(".", "")))

"""Winners of a prize that only their position shows: the subject right before the verb of winning, a work (``Bộ phim “X” của đạo diễn
Y``, ``cuốn sách``) or a person under a foreign or a stage name (``nữ diễn viên Ana Torres``, ``Ana Torres``).

A bare foreign name may be that of a person, a team or a firm. It is read as a person's only if the article calls its holder by an
occupation elsewhere, or if the prize is one for persons by its name (``giải Nữ diễn viên xuất sắc``). Each way in which the subject
may be worded is a row of :data:`CONSTRUCTIONS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.holders.bearers import PROPER, in_full, is_a_work, is_persons_name, is_place
from generator.extraction.awards.forms.form import forms_in
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.adverbs import ADVERB
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.references.named import Named
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import lexicon
from generator.model.span import Span
from generator.text.sentences import LOWER, UPPER

_FARTHEST = 200  # code points from the clause's beginning to its verb


@dataclass(frozen=True, slots=True)
class WinnerPosition:
    """A way of wording the subject of a verb of winning.

    ``words``: a pattern for the whole subject, on the text; its group ``name`` is the winner's name. ``work``: a work wins, else a
    person. ``known``: only if something else shows that the name is a person's. In ``example`` brackets mark the subject.
    """

    id: str
    words: str
    example: Example
    counterexample: str
    work: bool = False
    known: bool = False


_TITLE = rf"(?:[“\"‘'][^“”\"’']{{2,90}}[”\"’']|[{UPPER}][\w’'-]*(?: (?!(?:của|do|và|với)(?!\w))[\w’'-]+){{0,8}}?)"
#: What is said of a work or a person behind its name.
_BEHIND = r"(?: \([^()]{1,80}\))?(?: (?:của|do) [^,;:“”\"]{3,90}?)?(?: \([^()]{1,80}\))?"

CONSTRUCTIONS = (
    WinnerPosition(
        "work by name",
        rf"(?i:một |chính )?(?i:{{works}})(?: (?!của )[{LOWER}]\w*){{0,8}}(?: [-–])? (?P<name>{_TITLE}){_BEHIND}",
        Example("[[Phim truyện Bến Vắng]] đã giành giải Cánh diều vàng.", "Bến Vắng"),
        "Đạo diễn phim Bến Vắng rời trường quay rồi giành giải Cánh diều vàng.",
        work=True,
    ),
    WinnerPosition(
        "work in quotes",
        r"(?P<name>[“\"‘][^“”\"’]{2,90}[”\"’])(?: \([^()]{1,80}\))? (?:của|do) (?:nữ |nam )?(?i:{callings})(?!\w)[^,;:“”\"]{2,80}",
        Example("[[“Bến vắng” của đạo diễn Lê Văn Sáu]] giành giải Phim ngắn xuất sắc.", "Bến vắng"),
        "“Vua phá lưới” Lê Văn Sáu giành giải Cầu thủ xuất sắc.",
        work=True,
    ),
    WinnerPosition(
        "work under its noun",
        r"(?P<name>)(?i:{common})(?: này| trên| đó| ấy)?(?: (?:nói|kể|viết) về [^;:]{3,150}?,)?",
        Example("[[Bộ phim]] từng giành giải Cánh diều vàng.", ""),
        "Dự án phim giành giải Cánh diều vàng.",
        work=True,
    ),
    WinnerPosition(
        "person by calling",
        rf"(?:(?i:một|chàng|cô|nàng|vị|người) )?(?:(?i:nữ|nam|cựu|nguyên|cố|lão|tân) ){{0,2}}(?i:{{callings}})(?!\w)"
        rf"(?:,? (?!(?:và|cùng|của|cho|là|với|tại|trong|vì|thuộc|về|được) )(?:[{LOWER}\d]\w*|{{countries}}))"
        rf"{{0,6}}?(?: của (?:{{countries}}))? (?!(?<=người )(?:{{countries}}) [{UPPER}])(?P<name>{PROPER})"
        r"(?: \([^()]{1,60}\))?(?: (?:đến từ|người) [^,;:()]{2,40}?)?",
        Example("[[VĐV Ana Torres đến từ Nam Sơn]] giành giải Phong cách.", "Ana Torres"),
        "Ban tổ chức và đạo diễn của đoàn giành giải Phong cách.",
    ),
    WinnerPosition(
        "person by name",
        rf"(?P<name>{PROPER})(?: \([^()]{{1,60}}\))?",
        Example("[[Ana Torres]] giành giải Nữ diễn viên xuất sắc.", "Ana Torres"),
        "Nam Sơn giành giải Phong cách.",
        known=True,
    ),
)

#: Adverbs between the subject and its verb, on the text.
_TAIL = re.compile(
    rf"(?:\s+(?:{ADVERB}|một\s+lần\s+nữa|sau\s+khi|may\s+mắn|chính\s+là|bất\s+ngờ|tiếp\s+tục|còn|sẽ\s+là|tại\s+đây|đã|được|được\s+biết\s+đến\s+(?:khi|sau\s+khi|nhờ|với\s+việc)|chiến)){{0,5}}\s*$",
    re.IGNORECASE,
)
#: Words at the head of a clause, before its subject.
_LEAD = re.compile(
    r"[\s\"*+–-]*(?:(?i:trước đó|sau đó|ngoài ra|trong khi đó|bên cạnh đó|đặc biệt|cuối cùng|theo đó|còn|riêng|và|khi|nhưng|mới đây"
    r"|năm (?:19|20)\d\d|(?:tháng|ngày) [\d/.-]{1,10}|mùa (?:giải )?này),? )?"
)
_POINTS = ("này", "trên", "đó", "ấy")
_MARKS = (", ", "; ", ": ", ". ", " - ", " – ", "\n")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[WinnerPosition, re.Pattern[str]], ...]:
    works = tuple(lexicon("works").by_variant)
    common = [word for word in works if word not in _TOO_COMMON]
    words = {
        "{works}": "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(works, key=len, reverse=True)),
        "{common}": "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(common, key=len, reverse=True)),
        "{callings}": callings(),
        "{countries}": "(?i:"
        + "|".join(
            re.escape(name)
            for entry in lexicon("countries").entries
            for name in sorted((entry.label, *entry.variants), key=len, reverse=True)
        )
        + ")",
    }
    found = []
    for row in CONSTRUCTIONS:
        pattern = row.words
        for key, value in words.items():
            pattern = pattern.replace(key, value)
        found.append((row, re.compile(pattern)))
    return tuple(found)


#: Nouns of works that also mean an act or a body: they are winners only under a name.
_TOO_COMMON = frozenset({"phim", "tranh", "tượng", "vở", "thiết kế", "chương trình", "mô hình", "giải pháp", "đề tài", "ý tưởng", "dự án"})


@lru_cache(maxsize=1)
def callings() -> str:
    """Return a pattern of the callings that a winner's name may follow, in any case."""
    entries = lexicon("occupations").entries
    words = {
        word
        for entry in entries
        if not (entry.get("syllable") or entry.get("describes") or entry.get("apart") or entry.get("corporate"))
        for word in entry.variants
    }
    words |= {"vđv", "hlv", "mc", "kiến trúc sư", "giáo sư", "bác sĩ", "kỹ sư", "sinh viên", "học sinh", "nhà vô địch", "người đẹp"}
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _for_persons() -> re.Pattern[str]:
    """Match the name of a prize that only a person wins: ``Nữ diễn viên xuất sắc``, ``Vua phá lưới``; on the canonical view."""
    return re.compile(
        rf"(?:(?:nam|nữ)\s+)?(?:{callings()}|vua\s+phá\s+lưới|hoa\s+hậu|á\s+hậu|hoa\s+khôi|nam\s+vương|gương\s+mặt|thành\s+tựu\s+trọn\s+đời)(?!\w)"
    )


def is_for_persons(title: str | None) -> bool:
    """Return whether only a person can win a prize of that name, in lower case."""
    return title is not None and _for_persons().match(title) is not None


def winner_at(passage: Passage, predicate: int, title: str | None, *, shared: bool = False) -> Element | None:
    """Return the winner named by its position right before the verb at ``predicate``; None if no construction matches.

    ``title`` is the prize's name. ``shared``: only a work made by many, whoever is named with it.
    """
    title = None if title is None else title.lower()
    text, low = passage.views.text, max(passage.start, predicate - _FARTHEST)
    tail = _TAIL.search(text[low:predicate])
    end = predicate if tail is None else low + tail.start()
    starts = sorted({low} | {at + len(mark) for mark in _MARKS if (at := text.rfind(mark, low, end)) >= 0}, reverse=True)
    for opening in starts:
        if opening == low and low > passage.start:
            continue
        lead = _LEAD.match(text, opening, end)
        start = opening if lead is None else lead.end()
        if start >= end or text[start:end].count("“") != text[start:end].count("”"):
            continue
        for row, pattern in _patterns():
            match = pattern.fullmatch(text, start, end) if row.work or not shared else None
            if match is None or (shared and not _shared().match(match.group())):
                continue
            if not (match["name"] or match.group().endswith(_POINTS) or text[end:predicate].strip() or _DONE.match(text, predicate)):
                continue  # tác phẩm đoạt giải: any that won
            if (element := _element(passage, row, match, title)) is not None:
                return element
    return None


_DONE = re.compile(r"(?:đã|vừa|cũng|còn)\s")


@lru_cache(maxsize=1)
def _shared() -> re.Pattern[str]:
    """Match a work made by many people, or one in quotes of a director; on the text."""
    nouns = [word for word, entry in lexicon("works").by_variant.items() if not entry.get("authored")]
    words = "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(nouns, key=len, reverse=True))
    return re.compile(rf"(?i:{words})(?!\w)|[“\"‘][^”\"’]+[”\"’][^”\"’]{{1,90}}(?:đạo diễn|ê kíp)")


#: Where a winner that follows the words of giving ends.
_ENDS = re.compile(
    r"\s*(?:[,;.:)]|$)|\s(?:với|cho|nhờ|trong|tại|ở|và|từ|sau|khi|vì|của|đến từ|năm|giải|danh hiệu|đã|được|là|cho biết|vẫn|chia sẻ)\s"
)


def winner_behind(passage: Passage, start: int, title: str | None) -> Element | None:
    """Return the winner named by its position right behind ``thuộc về`` or ``trao cho``, which end at ``start``; None if there is none.

    ``title`` is the prize's name.
    """
    text, stop = passage.views.text, min(passage.stop, start + _FARTHEST)
    title = None if title is None else title.lower()
    start += len(text[start:stop]) - len(text[start:stop].lstrip())
    for end in [start + match.start() for match in _ENDS.finditer(text[start:stop])][:_MOST_ENDS]:
        for row, pattern in _patterns():
            match = pattern.fullmatch(text, start, end) if end > start else None
            if match is not None and match["name"] and (element := _element(passage, row, match, title)) is not None:
                return element
    return None


_MOST_ENDS = 4


def subjects_may_be_works(passage: Passage) -> bool:
    """Return whether the sentence mentions a film or the like, or the maker of one: without these no work made by many wins in it."""
    return passage.holds(
        "phim", "đạo diễn", "vở", "chương trình", "tiết mục", "công trình", "dự án", "album", "sản phẩm", "phần mềm", "mô hình"
    )


def _element(passage: Passage, row: WinnerPosition, match: re.Match[str], title: str | None) -> Element | None:
    start, end, name = match.start(), match.end(), match["name"].strip("“”\"‘’'")
    if row.work:
        if not name and title is not None and is_for_persons(title):
            return None  # phim giành giải Nữ diễn viên xuất sắc: its actress
        words = passage.views.canonical[start:end]
        group = Group(start, end, "khac", 1, False, False, " ".join(words.split()), name or None)
        return Element(Piece.GROUP, start, end, group)
    if not is_persons_name(name) or passage.views.canonical[match.start("name") : match.end("name")] in lexicon("countries").by_variant:
        return None
    if row.known and is_a_work(passage, name):
        return Element(Piece.GROUP, start, end, Group(start, end, "khac", 1, False, False, "", name))
    full = in_full(passage, name) if row.known else name
    if full is None and row.known and is_for_persons(title) and " " in name and not is_place(name):
        full = name
    if full is None:
        return None
    first = match.start("name")
    return Element(Piece.PERSON, start, end, Named(start, first, end, full, False, None if full == name else name))


_VERB = re.compile(r"(?<!\w)(?:đoạt|giành|đạt|nhận|được)(?!\w)")


@rule(
    "award.winner",
    examples=[row.example for row in CONSTRUCTIONS],
    counterexamples=[row.counterexample for row in CONSTRUCTIONS],
    source="architecture/grammar.md §6.57",
)
def winners_by_position(passage: Passage) -> Iterator[Finding]:
    """Yield the subjects of verbs of winning that only their position shows; the value is the name as written."""
    for form in forms_in(passage):
        verb = next((match for match in passage.matches(_VERB) if match.end() + 1 >= form.start - 12 and match.start() < form.start), None)
        if verb is None or form.group != AwardClass.PRIZE:
            continue
        element = winner_at(passage, verb.start(), form.title)
        if element is not None:
            value = element.value
            name = value.name if isinstance(value, Named) else value.name if isinstance(value, Group) else ""
            yield Finding(Span(element.start, element.end), name or "")

"""Award types as they are written: the type, its grade (``hạng Nhì``, ``40 năm tuổi Đảng``), its quoted name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.awards.forms.again import with_references
from generator.extraction.awards.forms.badges import badges
from generator.extraction.awards.forms.conferred import ALONE, SO_FAR, meant_title
from generator.extraction.awards.forms.meant import QUOTED, is_meant, quoted_title
from generator.extraction.awards.forms.named_prizes import TRIGGERS, named_prizes
from generator.extraction.awards.forms.places import count_before, name_end, prizes
from generator.extraction.awards.forms.themes import with_theme
from generator.extraction.awards.forms.titles import is_reason, titles
from generator.extraction.engine import REACH, Example, Finding, Passage, remembered, rule
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.views import Views

_GRADES = {"nhất": 1, "nhì": 2, "nhi": 2, "ba": 3, "i": 1, "ii": 2, "iii": 3, "1": 1, "2": 2, "3": 3}


@dataclass(frozen=True, slots=True)
class Form:
    """An award type in the text.

    ``type`` is an award type's id; ``rank`` is as in architecture/facts.md; ``group`` is the lexicon's class (form, title,
    verb, prize); ``title`` is the quoted name of a title or medal; ``count`` is a number right before it (``229 Kỷ niệm
    chương``).
    """

    start: int
    end: int
    type: str
    rank: int | None
    group: AwardClass
    title: str | None
    count: int | None
    words: str


@lru_cache(maxsize=1)
def form_pattern() -> re.Pattern[str]:
    """Match the words of every award type in the lexicon, the longest first; on the canonical view."""
    return re.compile(lexicon("award-types").alternatives)


#: Where those award types begin that are patterns, not words of the lexicon: badges by their years, prizes, a flag, a plain title.
_HEADS = (
    "chọn là", "phong tặng", "truy tặng", "huy hiệu", "tuổi đảng", "hh", "giải", "huy chương", "hc", "cờ", "công nhận", "danh hiệu",
    "giỏi cấp", "vững mạnh", *TRIGGERS,
)  # fmt: skip


@lru_cache(maxsize=1)
def form_trigger() -> re.Pattern[str]:
    """Match any beginning of an award type, on the canonical view: a sentence without a match has none, and is not read further."""
    return re.compile(alternatives((*lexicon("award-types").by_variant, *_HEADS)))


def triggers(views: Views, start: int, stop: int) -> int:
    """Return how many award types may begin in ``[start, stop)``; the text is searched once, for each list and act asks again."""
    view, memory = views.canonical, views.memory
    spans: tuple[list[int], list[int]] | None = memory.get(triggers)
    if spans is None:
        found = [match.span() for match in form_trigger().finditer(view)]
        spans = memory[triggers] = [first for first, _ in found], [end for _, end in found]
    starts, ends = spans
    low = bisect_left(starts, start)
    high = bisect_left(starts, stop, low)
    cut = (low > 0 and ends[low - 1] > start) or (high > low and ends[high - 1] > stop)
    if cut or (0 < stop < len(view) and view[stop - 1].isalnum() and view[stop].isalnum()):  # the part's edge makes or breaks a match
        return sum(1 for _ in form_trigger().finditer(view, start, stop))
    return high - low


_GRADE = re.compile(r'["\s,(]{0,3}(?:hạng|hạng\s+cao)\s+(?P<grade>nhất|nhì|nhi|ba|i{1,3}|[123])(?!\w)')
#: Praise and reward together, of which the reward is the honour: biểu dương, thưởng nóng A; tuyên dương và khen thưởng A.
_REWARDED_TOO = re.compile(
    r"(?:\s*(?:,|và)\s+|\s+(?=khen\s+thưởng(?!\w)))(?:(?:khen\s+)?thưởng(?:\s+(?:nóng|tiền|đột\s+xuất))?|biểu\s+dương|tuyên\s+dương|tôn\s+vinh|vinh\s+danh)(?!\w)"
    r"(?!\s+(?:cho\s+)?(?:\d+\s+(?:triệu|nghìn|đồng)|phạt|thức|tết))"
)
#: The level of a title in quotes: “Chiến sĩ thi đua” cấp tỉnh.
_LEVEL_BEHIND = re.compile(r'"?\s+(?P<level>cấp\s+(?:tỉnh|bộ|thành\s+phố|ngành|cơ\s+sở|trung\s+ương)|toàn\s+quốc|cơ\s+sở)(?!\w)')
_MORE_GRADES = re.compile(r"\s*,\s*(?:nhì|ba|hai|ii|iii)(?!\w)")
_GRADE_AGAIN = re.compile(
    r"(?:[,;]|(?<!\w)và)\s*(?P<hang>hạng\s+(?P<grade>nhất|nhì|nhi|ba|i{1,3}|[123]))"
    r"(?=\s+(?:cho|tặng)(?!\w)|\s*\(?(?:năm\s+)?(?:19|20)\d\d(?!\d)|\s*(?:,|và)\s+hạng\s)"
)
#: A flag without its name is the emulation flag, if it is handed over or received.
_FLAG = re.compile(
    r"(?<=tặng )cờ(?!\w)(?! (?:tổ quốc|đỏ|lưu niệm|đảng|búa|thi đua|nước|cho các đội))"
    r"|(?<=nhận )cờ(?!\w)(?! (?:tổ quốc|đỏ|lưu niệm|đảng|thi đua|đăng cai))"
)
#: The title of a clean and strong Party body, in a decision handed over (before 2018 also the name of a rating).
_CLEAN_AND_STRONG = re.compile(
    r"(?:quyết\s+định\s+công\s+nh[ậâ]n\s+(?:đơn\s+vị\s+|\S+\s+bộ\s+|danh\s+hiệu\s+|tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng\s+)?(?:đạt\s+)?"
    r"|danh\s+hiệu\s+)[\"']?(?:đảng\s+bộ\s+|chi\s+bộ\s+|tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng\s+)?trong\s+sạch,?\s+vững\s+mạnh"
    r"(?:\s+tiêu\s+biểu|\s+xuất\s+sắc)?[\"']?(?:\s+(?:năm\s+)?\d{4})?"
)
_NAMES_TITLE = {"danh hiệu", '"', "là", 'là "', 'danh hiệu "'}  # tuyên dương là “Đơn vị anh hùng”
_GIVING = {"tặng", "trao", "trao tặng", "tặng thưởng", "nhận"}
#: A row of verbs: biểu dương, khen thưởng và tặng F.
_PRAISED = re.compile(r"(?:,|và) (?:khen thưởng|biểu dương|tuyên dương|vinh danh|tôn vinh),? (?:và )?(?:trao |tặng |trao tặng )")


@remembered
def forms_in(passage: Passage) -> Iterator[Form]:
    """Yield the award types of the passage in reading order, the longest reading of each."""
    found = [*_badges(passage), *_prizes(passage), *_listed(passage), *_others(passage), *_named(passage), *_conferred(passage)]
    found.sort(key=lambda item: (item.start, -item.end, item.type == "danh-hieu"))
    last = -1
    kept: list[Form] = []
    for form in found:
        if form.start >= last:
            last = form.end
            kept.append(form)
    chosen: list[Form] = []
    for form in reversed(with_references(passage, kept)):
        if form.group != AwardClass.VERB or not chosen or not _is_only_verb(passage, form, chosen[-1]):
            chosen.append(form)
    yield from reversed(chosen)


def _is_only_verb(passage: Passage, form: Form, following: Form) -> bool:
    """Return whether a verb belongs to the award type that follows it: ``khen tặng danh hiệu X``, ``khen thưởng Huân chương``."""
    between = passage.views.canonical[form.end : following.start].split()
    if following.group == AwardClass.VERB:
        return False
    return (
        not between
        or " ".join(between) in _NAMES_TITLE
        or (between[0] in {"và", ","} and " ".join(between[1:]) in _GIVING)  # biểu dương, tặng F
        or _PRAISED.fullmatch(" ".join(between)) is not None
    )


def _prizes(passage: Passage) -> Iterator[Form]:
    for prize in prizes(passage):
        yield Form(
            prize.start,
            prize.end,
            "giai-thuong",
            prize.rank,
            AwardClass.PRIZE,
            prize.title,
            prize.count,
            passage.views.canonical[prize.start : prize.end],
        )


def _named(passage: Passage) -> Iterator[Form]:
    plain = [finding.span for finding in titles(passage)]
    for prize in named_prizes(passage):
        if any(prize.span.start <= span.start < prize.span.end for span in plain):
            continue
        count, start = count_before(passage, prize.span.start)
        yield Form(start, prize.span.end, prize.type, None, prize.group, prize.title, count, prize.span.of(passage.views.canonical))


def _conferred(passage: Passage) -> Iterator[Form]:
    if not passage.holds("phong tặng", "truy tặng") or passage.first(SO_FAR, passage.start, passage.stop) is not None:
        return
    for match in passage.matches(ALONE):
        start, end = match.span("form")
        if (meant := meant_title(passage, start)) is not None:
            yield Form(start, end, meant.id, None, AwardClass.TITLE, None, None, match["form"])


def _badges(passage: Passage) -> Iterator[Form]:
    for badge in badges(passage):
        count, start = count_before(passage, badge.start) if badge.headed else (None, badge.start)
        yield Form(
            start,
            badge.end,
            "huy-hieu-dang",
            badge.years,
            AwardClass.FORM,
            badge.title,
            count,
            passage.views.canonical[badge.start : badge.end],
        )


def _others(passage: Passage) -> Iterator[Form]:
    for match in passage.matches(_FLAG) if passage.holds("cờ") else ():
        count, start = count_before(passage, match.start())
        named = QUOTED.match(passage.views.canonical, match.end(), passage.stop)
        end = with_theme(passage.views.canonical, "co-thi-dua", match.end(), passage.stop)[0] if named is None else named.end()
        yield Form(start, end, "co-thi-dua", None, AwardClass.FORM, None, count, match.group())
    for finding in titles(passage):
        if form_pattern().match(passage.views.canonical, finding.span.start) is None and not is_reason(passage, finding.span.start):
            title = passage.views.text[finding.span.start : finding.span.end]
            count, start = _recognised(passage, finding.span.start)
            yield Form(
                start,
                finding.span.end,
                "danh-hieu",
                None,
                AwardClass.TITLE,
                title,
                count,
                passage.views.canonical[finding.span.start : finding.span.end],
            )
    for match in passage.matches(_CLEAN_AND_STRONG) if passage.holds("sạch") else ():
        yield Form(match.start(), match.end(), "trong-sach-vung-manh", None, AwardClass.FORM, "trong sạch vững mạnh", None, match.group())


def _recognised(passage: Passage, start: int) -> tuple[int | None, int]:
    """Return the number between ``công nhận`` and the title at ``start``, and where it begins."""
    count, first = count_before(passage, start)
    return (count, first) if passage.views.canonical.endswith("công nhận ", 0, first) else (None, start)


def _listed(passage: Passage) -> Iterator[Form]:
    views = passage.views
    for match in passage.matches(form_pattern()):
        entry = lexicon("award-types").entry_of(match.group())
        start, end, rank = match.start(), match.end(), None
        group = AwardClass(entry.get("class"))
        if not is_meant(passage, match, entry):
            continue
        if group == AwardClass.VERB and (hot := _REWARDED_TOO.match(views.canonical, end, passage.stop)) is not None:
            rewarded = "thưởng" in views.canonical[start : hot.end()]
            entry, end = lexicon("award-types").by_id["khen-thuong"] if rewarded else entry, hot.end()
        grade = _GRADE.match(views.canonical, end, passage.stop)
        if grade is not None:
            rank, end = _GRADES[grade["grade"]], grade.end()
        end, themed = with_theme(views.canonical, entry.id, end, passage.stop)
        title = quoted_title(passage, end) if themed or entry.get("named") else None
        kind = entry.id
        closing = views.canonical.startswith('"', start - 1) and views.canonical.startswith('"', end)  # “Cờ thi đua” của A
        if entry.id == "co-thi-dua" and not closing and (quoted := QUOTED.match(views.canonical, end, passage.stop)) is not None:
            end = quoted.end()  # Cờ thi đua “Đơn vị dẫn đầu …”
        if title is not None:
            quoted = QUOTED.match(views.canonical, end, passage.stop)
            end = end if quoted is None else quoted.end()
        if entry.id == "danh-hieu" and (named := lexicon("award-types").by_variant.get(canonical(title or ""))) is not None:
            kind, title = named.id, None  # danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”
            level = _LEVEL_BEHIND.match(views.canonical, end, passage.stop)
            full = None if level is None else lexicon("award-types").by_variant.get(canonical(f"{named.label} {level['level']}"))
            if level is not None and full is not None:
                kind, end = full.id, level.end()
        last = name_end(passage, end) if title is None and match.group() == "giải thưởng" else None
        if last is not None:
            title, end = views.text[start:last], last
        count, start = count_before(passage, start)
        if rank is not None and _MORE_GRADES.match(views.canonical, end, passage.stop):
            rank = None  # hạng Nhất, Nhì, Ba cho 3 tập thể
        yield Form(start, end, kind, rank, group, title, count, match.group())
        if rank is not None:
            for other in _GRADE_AGAIN.finditer(views.canonical, end, min(end + REACH, passage.stop)):
                if form_pattern().search(views.canonical, end, other.start()):
                    break
                yield Form(other.start("hang"), other.end(), kind, _GRADES[other["grade"]], group, title, None, match.group())


@rule(
    "award.form",
    examples=[
        Example("trao [[Huân chương Lao động hạng Nhì]] cho tập thể trường", ("huan-chuong-lao-dong", 2)),
        Example("trao [[Huy hiệu 40 năm tuổi Đảng]] cho đồng chí", ("huy-hieu-dang", 40)),
        Example("tặng [[229 Kỷ niệm chương “Vì sự nghiệp Giáo dục”]]", ("ky-niem-chuong", None)),
        Example("đạt danh hiệu [[Chiến sỹ thi đua cơ sở]]", ("chien-si-thi-dua-co-so", None)),
        Example("nhận [[giải Nhất]] hội thi", ("giai-thuong", 1)),
    ],
    counterexamples=["công tác thi đua, khen thưởng", "Huy hiệu Đoàn", "NSND Trần Hiếu hát"],
    source="lexicon award-types; architecture/grammar.md §6",
)
def award_forms(passage: Passage) -> Iterator[Finding]:
    """Yield award types; the value is (type, rank)."""
    for form in forms_in(passage):
        yield Finding(Span(form.start, form.end), (form.type, form.rank))

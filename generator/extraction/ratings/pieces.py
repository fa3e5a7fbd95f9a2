"""The numbers of a sentence with what they count, and the subjects without a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from generator.extraction.engine import Passage
from generator.extraction.names.groups.other_acts import is_of_another_act, is_whole_of
from generator.extraction.names.groups.recipients import WEAK, Group, groups_in
from generator.extraction.ratings.cues import cue, right_before
from generator.extraction.ratings.levels import Level, level_pattern, past_space
from generator.lexicon.load import lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import Coverage, Span
from generator.text.numbers import number_in_digits


@dataclass(frozen=True, slots=True)
class Number:
    """A count, a percentage or both, and the kinds counted (none if the number is alone).

    ``of`` is the whole in ``8/41`` or ``8 trong tổng số 41``. ``whole`` marks a number that is the whole (``trong 41 chi bộ``).
    ``none`` is ``không có``, a count of 0 whose subject follows. ``comrades``: those counted are called so (đồng chí).
    """

    start: int
    end: int
    count: int | None
    percent: float | None
    kinds: tuple[str, ...] = ()
    at_least: bool = False
    of: int | None = None
    whole: bool = False
    none: bool = False
    comrades: bool = False


@dataclass(frozen=True, slots=True)
class RatedSubject:
    """A kind named without a number.

    ``named``: it is a named organisation (``Chi bộ Kho vận``). ``heads``: a person's kind, or a body's in general, is the head of the
    words that follow (``Người lao động:``, ``Tập thể:``).
    """

    start: int
    end: int
    kind: str
    named: bool
    heads: bool = False


COMRADES = {"đồng chí", "đ/c"}
#: The marks before a number without a noun; the words are those of group ``led``.
_MARKS_BEFORE = r"^|[:;,.(=\n•+]"
_QUOTE = r"\s*[\"']?"


@lru_cache(maxsize=1)
def _percent() -> re.Pattern[str]:
    kinds = lexicon("recipients").alternatives
    return re.compile(
        r"(?P<least>(?<!\w)(?:ít\s+nhất|tối\s+thiểu|trên|hơn|từ|đạt\s+từ)\s+(?:đạt\s+)?)?(?<![\w.,/])(?P<value>\d{1,3}(?:[.,]\d{1,2})?)(?:\s?%|(?=\s?/\s?\d{1,3}(?:[.,]\d{1,2})?\s?%))(?P<up>\s+trở\s+lên)?"
        rf"(?:\s+(?:số\s+|các\s+|tổng\s+số\s+)*(?P<kind>{kinds})(?:(?:\s+trực\s+thuộc|\s+cơ\s+sở|\s+và|,)\s+(?:(?P<second>{kinds}))(?!\s*\d))?(?P<over>\s+trở\s+lên(?=\s+[\"']?(?:được|đạt|hoàn|xếp)))?)?"
    )


@lru_cache(maxsize=1)
def _ratio() -> re.Pattern[str]:
    digits = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
    return re.compile(
        rf"(?<![\w/.,-])(?P<n>{digits})\s?(?:/|\s(?:trong|trên)\s+(?:tổng\s+)?số\s+)\s?(?P<of>{digits})(?![\w/%]|[.,]\d)"
        rf"(?:\s+(?:số\s+|các\s+)?(?P<kind>{lexicon('recipients').alternatives}))?"
    )


_BARE = re.compile(
    r"(?<![\w/.,%-])(?:\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\w/%]|[.,-]\d|\s*[/-]\s*\d|[.)]\s+[a-zđ]|\s+(?:năm|ngày|tháng|lần)\s)"
)
_NUMBER_BEFORE = re.compile(r"(?:(?<!tổng )(?<!trong )số|[-–])\s*$")
_DASH = re.compile(r"[-–]\s+")
#: Years in a row, to which numbers can be assigned; none of them counts anything.
ROW_OF_YEARS = re.compile(r"(?:năm\s+|\(\s*)(?:19|20)\d\d(?:\s*(?:,|và|;)\s*(?:năm\s+)?(?:19|20)\d\d(?!\d)){1,5}")
#: A ceiling is an upper norm, not a rating's number.
_CEILING = re.compile(r"(?:không|chưa|chớ)\s+(?:được\s+)?(?:vượt\s+)?quá\s+(?:tỷ\s+lệ\s+)?$|(?:tối đa|nhiều nhất)\s+(?:là\s+)?$")


@lru_cache(maxsize=1)
def _none() -> re.Pattern[str]:
    """Match what denies that there is any: ``không có``, ``không ai``, ``không chi bộ nào``, ``không một cơ sở nào``."""
    named = rf"(?=\s+(?:{lexicon('recipients').alternatives}|{cue('appraise').pattern})(?:\s+[^\W\d]+){{0,2}}\s+nào(?!\w))"
    return re.compile(
        rf"(?<!\w)(?:(?:không|chưa)\s+(?:có|còn)|không\s+(?:phát\s+sinh|ghi\s+nhận|để)|không\s+ai|không(?:\s+một)?{named})(?!\w)"
    )


_NO = re.compile(r"[\"']?\s*[:\-–]?\s*(?P<no>không(?:\s+có)?|0)(?=\s*(?:[.;,)\n]|$))")


def numbers_in(passage: Passage, levels: list[Level]) -> list[Number]:
    """Return the numbers that can be a rating's, in reading order, without overlaps."""
    text = passage.views.canonical
    names = lexicon("recipients")
    found: list[Number] = []

    def add(number: Number) -> None:
        if not any(other.start < number.end and number.start < other.end for other in found[-8:]):
            found.append(number)

    for match in passage.matches(_percent()) if passage.holds("%") else ():
        value = float(match["value"].replace(",", "."))
        kinds = tuple(names.entry_of(match[key]).id for key in ("kind", "second") if match[key] is not None)
        left = text[max(passage.start, match.start() - 32) : match.start()]
        if value <= 100 and not _changed().search(left) and not _CEILING.search(left):
            least = any(match[key] is not None for key in ("least", "up", "over"))
            add(Number(match.start(), match.end(), None, value, kinds, least))
    denied = [_NO.match(text, level.end, passage.stop) for level in levels]
    counts = [Number(denial.start("no"), denial.end(), 0, None) for denial in denied if denial is not None]
    counts.extend(Number(match.start(), match.end(), 0, None, none=True) for match in passage.matches(_none()))
    for match in passage.matches(_ratio()) if passage.holds("/", "số") else ():
        of = int(number_in_digits(match["of"]))
        kinds = () if match["kind"] is None else (names.entry_of(match["kind"]).id,)
        counts.append(
            Number(match.start(), match.end(), int(number_in_digits(match["n"])), None, kinds, of=of, comrades=match["kind"] in COMRADES)
        )
    counts.extend(
        Number(
            group.start,
            group.end,
            group.count,
            None,
            (group.kind,),
            _is_least(text, passage.start, group.start, group.end),
            whole=_is_whole(text, passage.start, group.start),
            comrades=group.words in COMRADES,
        )
        for group in _rated(passage, levels)
        if not _changed().search(text, max(passage.start, group.start - 24), group.start)
    )
    ends = {past_space(text, level.end) for level in levels}
    ends |= {mark.end() for end in ends if (mark := _DASH.match(text, end, passage.stop)) is not None}
    rows = Coverage(Span(*match.span()) for match in passage.matches(ROW_OF_YEARS))
    for bare in passage.matches(_BARE):
        if rows.holds(bare.start()):
            continue
        before = text[max(passage.start, bare.start() - 16) : bare.start()]
        behind = bare.start() in ends
        is_level = behind or (right_before("led", _QUOTE, _MARKS_BEFORE).search(before) is not None and not _NUMBER_BEFORE.search(before))
        if (
            is_level
            and not right_before("ordinal").search(before)
            and (bare.start() in ends or not _NUMBER_BEFORE.search(before))
            and not _changed().search(before)
        ):
            whole = _is_whole(text, passage.start, bare.start())
            counted = _subjects().match(text, past_space(text, bare.end()), passage.stop) if whole else None
            kinds = () if counted is None else (names.entry_of(counted.group()).id,)  # trong số 24 chi bộ
            end = bare.end() if counted is None else counted.end()
            counts.append(Number(bare.start(), end, int(number_in_digits(bare.group())), None, kinds, whole=whole))
    return _apart(found, counts)


def _rated(passage: Passage, levels: list[Level]) -> list[Group]:
    """Return the counted groups without those of another act, or those before the first level whose part follows (``45 chi bộ, 12 chi bộ
    được xếp loại``); the last always stays."""
    counted = [group for group in groups_in(passage) if group.counted]
    first = min((level.start for level in levels), default=passage.stop)
    return [
        group
        for group, after in zip_longest(counted, counted[1:])
        if after is None or not (is_of_another_act(passage, group) or (after.end <= first and is_whole_of(passage, group, after)))
    ]


def _changed() -> re.Pattern[str]:
    """Match a word of difference before a number: ``tăng thêm 3``."""
    return right_before("changed", r"(?:\s+(?:được|thêm))?\s")


def _apart(percents: list[Number], counts: list[Number]) -> list[Number]:
    """Order the numbers; of two that overlap, the number found first is kept."""
    rank = {id(number): place for place, number in enumerate([*percents, *counts])}
    kept: list[Number] = []
    for number in sorted([*percents, *counts], key=lambda number: (number.start, rank[id(number)])):
        while kept and number.start < kept[-1].end and rank[id(number)] < rank[id(kept[-1])]:
            kept.pop()
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


_UP = re.compile(r"\s+trở\s+lên(?!\w)")
_LEAST = re.compile(r"(?:ít\s+nhất|tối\s+thiểu)\s+(?:là\s+)?$")


def _is_least(text: str, start: int, at: int, end: int) -> bool:
    """Return whether a count is a lower limit: ``từ 3 chi bộ trở lên``, ``ít nhất 3 chi bộ``."""
    return _UP.match(text, end) is not None or _LEAST.search(text, max(start, at - 16), at) is not None


def _is_whole(text: str, start: int, at: int) -> bool:
    return text[at - 1 : at].isspace() and right_before("whole").search(text, max(start, at - 24), at) is not None


@lru_cache(maxsize=1)
def _subjects() -> re.Pattern[str]:
    return re.compile(lexicon("recipients").alternatives)


#: The beginning of a clause or an item.
_OPENS = re.compile(r"[.;:\n+*•–-]\s*$")
_GENERIC_BODY = {"tap-the", "don-vi"}
_NAMEABLE = {"dang-bo", "chi-bo", "chi-bo-co-so", "dang-bo-co-so", "tap-the-lanh-dao", "cap-uy", "cong-doan-co-so"}
_NAME = re.compile(r"\s(?:[A-ZĐ]|(?:cơ quan|huyện|thị|thành|xã|phường|quận|tỉnh|trường|thôn|TP)\s?\S*\s?[A-ZĐ]|\d)")


def subjects_in(passage: Passage) -> list[RatedSubject]:
    """Return the kinds named without a number, in reading order; words too common to be a subject alone are left out."""
    found: list[RatedSubject] = []
    text, folded = passage.views.text, passage.views.canonical
    for match in passage.matches(_subjects()):
        words = " ".join(match.group().split())
        if words in WEAK:
            continue
        kind = lexicon("recipients").entry_of(words).id
        named = kind in _NAMEABLE and text[match.start()].isupper() and _NAME.match(text, match.end(), match.end() + 24) is not None
        named = named and level_pattern().match(folded, past_space(folded, match.end())) is None
        opens = match.start() == passage.start or _OPENS.search(folded, max(passage.start, match.start() - 4), match.start())
        heads = (kind in PERSONS or kind in _GENERIC_BODY) and bool(opens) and folded.startswith((":", " :"), match.end())
        found.append(RatedSubject(match.start(), match.end(), kind, named, heads))
    return found

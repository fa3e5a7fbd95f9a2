"""The ratings of an article: which subject reached which level how often, as a result or as a target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Passage
from generator.extraction.rules.rating_binding import GENERIC, coordinated, is_near, is_own_unit, named_row, share_after, specific
from generator.extraction.rules.rating_pieces import (
    Level,
    Quantity,
    Subject,
    count_after,
    levels_in,
    quantities_in,
    subjects_in,
)
from generator.lexicon.load import lexicon, prefix_tree
from generator.model.article import BlockKind
from generator.model.facts import Rating
from generator.model.span import Coverage, Span

_TRIGGER = re.compile(prefix_tree(("hoàn thành", *lexicon("rating-levels").by_variant)))
_TARGET = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|quyết tâm|đề ra|yêu cầu|hướng tới|xây dựng (?:chi bộ|đảng bộ"
    r"|tổ chức)|đăng ký|phải đạt|đảm bảo|bảo đảm|sẽ)(?!\w)"
)
_RESULT = re.compile(r"(?<!\w)(?:kết quả|theo đó|đã|được xếp loại|công bố|qua đánh giá|qua bình xét|đạt và vượt|báo cáo)(?!\w)")
_NORM = re.compile(
    r"[\s,(;]*(?:so\s+với\s+)?(?:nghị\s+quyết|chỉ\s+tiêu|kế\s+hoạch|mục\s+tiêu)[^()%;]{0,70}?(?P<least>ít\s+nhất|tối\s+thiểu|trên|từ)?[^()%;\d]{0,24}(?P<p>\d{1,3}(?:,\d{1,2})?)\s?%(?P<up>\s+trở\s+lên)?"
)
_YEAR = re.compile(r"năm(?<!\wnăm)\s+(?P<year>(?:19|20)\d\d)(?!\s*[-/]\s*\d)(?!\d)")
_NONE = re.compile(r"(?:không\s+(?:có|còn)|chưa\s+có)\s+(?:(?:một\s+)?\w+\s+){0,8}[\"']?$")
_APPRAISAL = re.compile(r"xếp\s+loại|đánh\s+giá|phân\s+loại|chất\s+lượng|mức|%|tiêu\s+chuẩn|\"\s*hoàn\s+thành")
_APPRAISED = re.compile(r"được\s+(?:đánh\s+giá|xếp\s+loại|phân\s+loại)|(?:xếp|phân)\s+loại\s+chất\s+lượng")
_SECTION = re.compile(r"phương hướng|mục tiêu|chỉ tiêu|kế hoạch năm")
_PLANS = {"phấn đấu", "quyết tâm", "hướng tới", "đăng ký", "phải đạt"}
_NO_SUBJECT = {"khac", "tap-the-va-ca-nhan", "nguoi-lao-dong", "hoi-vien", "ho-gia-dinh", "doanh-nghiep"}
_OBJECT = re.compile(
    r"[\"']?\s+(?:tìm\s+kiếm|cứu|chiến\s+đấu|phục\s+vụ|bảo\s+vệ|tuần\s+tra|huấn\s+luyện|thi\s+công|đón|vận\s+chuyển)(?!\w)"
)
_OR = re.compile(r"\s*[\"']?\s*(?:,|và|hoặc|hay)\s*(?:mức\s+|loại\s+)?[\"']?\s*")


@dataclass(frozen=True, slots=True)
class _State:
    """What a sentence leaves to the next: the subject and year of its block, whether targets are told from here on."""

    subject: str | None = None
    year: int | None = None
    target: bool = False
    section: bool = False  # under a heading of plans


def ratings(text: ArticleText, taken: Sequence[Span] = ()) -> tuple[Rating, ...]:
    """The ratings in reading order. ``taken``: the words of awards, where a level is a reason and no rating."""
    found: list[Rating] = []
    covered = Coverage(taken)
    state = _State()
    block = None
    appraised = len(text.article.text)  # where the first word of appraisal in the block ends
    title_year: int | None = None
    canonical = text.views.canonical
    last = max((match.start() for match in _TRIGGER.finditer(canonical)), default=-1)
    for sentence in text.sentences:
        if sentence.start > last:
            break  # what a sentence leaves to the next is of no use without a level further on
        passage = text.passage(sentence)
        year = _YEAR.search(canonical, sentence.start, sentence.end)
        if sentence.block.kind is BlockKind.TITLE:
            title_year = int(year["year"]) if year is not None else title_year
            continue
        if sentence.block is not block:
            listed = _is_listed(canonical, sentence)
            state = _State(
                state.subject if listed else None,
                state.year if listed else None,
                state.target and listed,
                section=_section(text, sentence, state.section),
            )
            block = sentence.block
            appraisal = _APPRAISAL.search(canonical, block.span.start, block.span.end)
            appraised = len(canonical) + 1 if appraisal is None else appraisal.end()
        cue = _target_cue(canonical, sentence)
        if canonical.startswith("kết quả", sentence.start):
            state = _State(state.subject, state.year, False, state.section)
        if _TRIGGER.search(canonical, sentence.start, sentence.end) is not None:
            read = _sentence(passage, covered, state, cue, appraised <= sentence.end)
            found.extend(read)
            state = _State(read[-1].subject if read else state.subject, state.year, state.target, state.section)
        if (canonical[sentence.end - 1] == ":" or _APPRAISED.search(canonical, sentence.start, sentence.end)) and (
            heads := [one for one in subjects_in(passage) if one.kind not in _NO_SUBJECT | GENERIC]
        ):
            state = _State(heads[-1].kind, state.year, state.target, state.section)
        told = _RESULT.search(canonical, sentence.start, sentence.end) is not None
        plan = cue is not None and ((not told and cue.group() in _PLANS) or canonical[sentence.end - 1] == ":")
        state = _State(state.subject, state.year if year is None else int(year["year"]), plan or (state.target and not told), state.section)
    return _merged([replace(one, year=title_year) if one.year is None and one.kind == "result" else one for one in found])


def _is_listed(canonical: str, sentence: Sentence) -> bool:
    return sentence.block.kind is BlockKind.LIST_ITEM or canonical.startswith(("-", "+", "•"), sentence.start)


def _section(text: ArticleText, sentence: Sentence, before: bool) -> bool:
    """Whether the block stands under a heading of plans (``PHƯƠNG HƯỚNG VÀ MỤC TIÊU NHIỆM KỲ …``)."""
    span = sentence.block.span
    words = text.article.text[span.start : span.end]
    if len(words) > 120 or words[-1:] in ".;" or "\n" in words or not (words.isupper() or words.endswith(":")):
        return before
    return _SECTION.search(text.views.canonical, span.start, span.end) is not None


def _target_cue(canonical: str, sentence: Sentence) -> re.Match[str] | None:
    """The first word of aim in the sentence; ``8/8 chỉ tiêu đạt`` and ``vượt chỉ tiêu`` are results."""
    for match in _TARGET.finditer(canonical, sentence.start, sentence.end):
        before = canonical[max(sentence.start, match.start() - 24) : match.start()]
        if match.group() in {"chỉ tiêu", "mục tiêu", "đề ra"} and re.search(
            r"(?:\d\s*|vượt\s+|đạt\s+|hoàn thành\s+(?:\S+\s+){0,3}|các\s+|nhiều\s+)$", before
        ):
            continue
        return match
    return None


def _sentence(passage: Passage, taken: Coverage, state: _State, cue: re.Match[str] | None, appraised: bool) -> list[Rating]:
    levels = [one for one in levels_in(passage) if not taken.holds(one.start)]
    appraisal = appraised or any(one.level != "hoan-thanh" or one.end - one.start < 8 for one in levels)  # HTNV
    levels = [
        one for one in levels if (appraisal or one.level != "hoan-thanh") and not _OBJECT.match(passage.views.canonical, one.end)
    ]  # hoàn thành xuất sắc nhiệm vụ tìm kiếm người mất tích: a deed
    if not levels:
        return []
    quantities = quantities_in(passage)
    subjects = [one for one in subjects_in(passage) if one.kind not in _NO_SUBJECT]
    found: list[Rating] = []
    used = passage.start
    subject = state.subject
    colon = passage.views.canonical.find(":", passage.start, levels[0].start)
    if colon > 0 and (heads := [one for one in subjects if one.end <= colon and one.kind not in GENERIC]):
        subject = heads[-1].kind
    for index, level in enumerate(levels):
        if found and found[-1].count == 0 and _OR.fullmatch(passage.views.canonical, levels[index - 1].end, level.start):
            zero = replace(found[-1], level=level.level, evidence=(Span(found[-1].evidence[0].start, level.end),))
            found.append(zero)  # không có A hoàn thành và không hoàn thành nhiệm vụ
            used = level.end
            continue
        read, subject, used = _level(passage, level, quantities, subjects, used, subject)
        aimed = cue is not None and cue.start() < level.start and not _result_between(passage, cue.end(), level.start)
        target = state.target or state.section or aimed
        year = _year(passage, level, state)
        for one in read:
            norm = one.rule == "rating.norm"
            found.append(replace(one, kind="target" if norm or target else "result", year=None if norm else year))
    return found


def _result_between(passage: Passage, start: int, end: int) -> bool:
    return re.compile(r"(?:đã|kết quả)\s").search(passage.views.canonical, start, end) is not None


def _level(
    passage: Passage, level: Level, quantities: list[Quantity], subjects: list[Subject], used: int, subject: str | None
) -> tuple[list[Rating], str | None, int]:
    """The ratings that one level has, the subject it leaves behind, and where its words end."""
    canonical = passage.views.canonical
    semicolon = canonical.rfind(";", used, level.start)
    left_edge = max(used, semicolon + 1) if semicolon >= 0 else used
    left = [one for one in quantities if left_edge <= one.start and one.end <= level.start]
    bare = [one for one in subjects if left_edge <= one.start and one.end <= level.start]
    if bare and (subject is None or bare[-1].kind not in GENERIC):
        subject = bare[-1].kind
    end = level.end
    found: list[Rating] = []
    if left and (left[-1].subjects or left[-1].percent is not None) and is_near(canonical, left[-1], level):
        chosen = coordinated(canonical, left)
        share = share_after(passage, level.end, quantities) if chosen[-1].count is not None else None
        for one in chosen:
            for kind in one.subjects or ((subject,) if subject else ()):
                who = specific(kind, subject, canonical, passage.start, one.start)
                subject = who
                percent = one.percent if share is None else share[0]
                found.append(
                    _rating(
                        who,
                        level,
                        one.count,
                        percent,
                        one.at_least,
                        min(one.start, level.start),
                        level.end if share is None else share[1],
                    )
                )
        end = level.end if share is None else share[1]
    elif _NONE.search(canonical, left_edge, level.start) and subject is not None:
        found.append(_rating(subject, level, 0, None, False, left_edge, level.end))
    elif (
        counted := next((one for one in quantities if 0 <= one.start - level.end <= 12 and one.count is not None), None)
    ) is not None and re.match(r"[\"'\s,]*(?:(?:có|là|gồm|:|cho)\s*)?$", canonical[level.end : counted.start]):
        subject = specific(counted.subjects[0], subject, canonical, passage.start, counted.start) if counted.subjects else subject
        if subject is not None:
            found.append(_rating(subject, level, counted.count, None, False, level.start, counted.end))
        end = counted.end
        share = share_after(passage, counted.end, quantities)
        if share is not None and found:
            found[-1] = replace(found[-1], percent=share[0], evidence=(Span(found[-1].evidence[0].start, share[1]),))
            end = share[1]
    elif (number := count_after(passage, level.end)) is not None and subject is not None:
        share = share_after(passage, number[1], quantities)
        found.append(
            _rating(
                subject,
                level,
                number[0],
                None if share is None else share[0],
                False,
                bare[-1].start if bare else level.start,
                number[1],
            )
        )
        end = number[1]
    elif (share := share_after(passage, level.end, quantities)) is not None and subject is not None:
        found.append(_rating(subject, level, None, share[0], False, bare[-1].start if bare else level.start, share[1]))
        end = share[1]
    elif (
        bare
        and (bare[-1].named or is_own_unit(passage, bare[-1], level))
        and re.search(r"(?:ở\s+mức|xếp\s+loại|đánh\s+giá|xếp|đạt)\s*[\"']?\s*$", canonical[left_edge : level.start])
    ):
        row = named_row(canonical, bare)
        found.append(_rating(subject or bare[-1].kind, level, len(row), None, False, row[0].start, level.end))
    if found and (norm := _NORM.match(canonical, end, passage.stop)) is not None:
        value = float(norm["p"].replace(",", "."))
        value = int(value) if value.is_integer() else value
        least = norm["least"] is not None or norm["up"] is not None or level.at_least
        found.append(
            replace(
                found[-1],
                count=None,
                percent=value,
                at_least=least,
                evidence=(Span(found[-1].evidence[0].start, norm.end()),),
                rule="rating.norm",
                kind="target",
            )
        )
        end = norm.end()
    return found, subject, end


def _rating(subject: str, level: Level, count: int | None, percent: float | None, at_least: bool, start: int, end: int) -> Rating:
    least = at_least or level.at_least
    if percent is not None and percent.is_integer():
        percent = int(percent)
    return Rating(
        subject=subject, level=level.level, count=count, percent=percent, at_least=least, year=None, kind="result",
        evidence=(Span(start, end),), rule="rating.quantity_and_level",
    )  # fmt: skip


def _year(passage: Passage, level: Level, state: _State) -> int | None:
    """The year told nearest before the level in the sentence, else after it, else before in the block."""
    years = [(match.start(), int(match["year"])) for match in _YEAR.finditer(passage.views.canonical, passage.start, passage.stop)]
    before = [year for at, year in years if at < level.start]
    if before:
        return before[-1]
    return years[0][1] if years else state.year


def _merged(found: list[Rating]) -> tuple[Rating, ...]:
    """A rating told twice is one with two pieces of evidence."""
    result: list[tuple[Rating, list[Span]]] = []
    places: dict[Rating, int] = {}
    for one in found:
        told = replace(one, evidence=(), rule="", at_least=False)
        place = places.setdefault(told, len(result)) if one.kind == "result" else len(result)
        if place == len(result):
            result.append((one, []))
        result[place][1].extend(one.evidence)
    return tuple(replace(one, evidence=tuple(evidence)) for one, evidence in result)

"""The years of an article's achievements: the appraisal year, not the year of the report.

In order of trust: the years of ratings and of awards granted; the year that headline or lead reviews (``tổng kết … năm 2022``);
the short period that all awards are for; the event's year; the date of publication; the last year that the article names.
Sources: architecture/facts.md, years; architecture/grammar.md §1.2, §1.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.model.article import FACT_KINDS, Block
from generator.model.facts import Aim, Award, AwardStatus, Event, Rating
from generator.model.span import Span

_BLOCKS = 3
_OPENING = 2  # sentences of the lead that introduce the subject of the article
_SHORT = 3  # years; a longer period is a term, whose merit belongs to the year of the event
_LONG_AGO = 6  # years; anything older is history, or a date of birth
_YEAR = r"(?<!\d)20\d{2}(?!\s?[-–]\s?\d|\d)"
_REVIEWED = re.compile(
    r"(?<!\w)(?:tổng kết|kiểm điểm|đánh giá|xếp loại|bình xét|phân loại|thành tích|hoàn thành|nghĩa vụ|phong trào thi đua|công tác"
    r"|nhiệm vụ|tiêu biểu|xuất sắc"
    rf"|biểu dương|tuyên dương|tôn vinh|khen thưởng|danh hiệu|kết quả"
    rf"|kết nạp)(?!\w)[^.;\n]{{0,160}}?(?<!đầu )(?<!cuối )(?<!sinh )(?<!từ )(?<!đến )(?<!lập )(?<!đời )(?<!trước )năm (?P<y>{_YEAR})"
)
_TURN_OF_YEAR = 2  # the last month in which the previous year is reviewed
#: A yearly review without the year's number, and not of a shorter or longer period.
_YEARLY_REVIEW = re.compile(
    r"(?<!\w)tổng kết (?:công tác|hoạt động|phong trào|nhiệm vụ|năm|cuối năm)(?!\w)(?![^.;,\n]{0,70}(?:\d{1,2} năm|nhiệm kỳ|giai đoạn|đợt"
    r"|chiến dịch|tháng|quý|năm học|20\d\d))"
)
_PLANNED = re.compile(
    r"(?<!\w)(?:triển khai|phương hướng|kế hoạch|nhiệm vụ(?: trọng tâm)?(?: công tác)?|chương trình|phấn đấu|mục tiêu"
    r"|chỉ tiêu)(?:(?!tổng kết)[^.;,\n]){0,60}$"
)
_ANY = re.compile(rf"(?<![\d/.\-–])(?<!\d\s[-–]\s)(?P<y>{_YEAR})|\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?P<last>20\d{{2}})(?!\d)")
_TERM = re.compile(
    r"(?:nhiệm kỳ|giai đoạn|khóa|đến năm|sinh năm|(?:chậm|muộn) nhất[\w ]{0,16}|hướng tới[\w ]{0,16}|sẽ[\w ]{0,30}|trước[\w ]{0,8}"
    r"|(?:thành lập|ra đời|tách ra|tách trường|chia tách|sáp nhập|khởi công|xây dựng"
    r"|hoạt động|ban hành|ký kết)(?: từ| vào)?(?: đầu| cuối)?(?: năm| tháng)?)[\s\d/–-]{0,14}$"
)


@rule(
    "year.reviewed",
    examples=[
        Example("Đảng ủy xã tổng kết công tác [[năm 2021]] và triển khai nhiệm vụ năm 2022.", 2021),
        Example("Biểu dương người lao động tiêu biểu [[năm 2019]].", 2019),
        Example("Hội nghị kiểm điểm tập thể, cá nhân [[năm 2020]].", 2020),
    ],
    counterexamples=[
        "Triển khai nhiệm vụ năm 2022.",
        "Tổng kết nhiệm kỳ 2015 - 2020.",
        "Chi bộ ra đời năm 2010.",
        "Sơ kết công tác 6 tháng đầu năm 2019.",
    ],
    source="architecture/grammar.md §1.2",
)
def reviewed(passage: Passage) -> Iterator[Finding]:
    """Yield the years that a sentence reviews, not those that it plans for."""
    canonical = passage.views.canonical
    if not passage.holds("năm 20"):
        return
    for match in _REVIEWED.finditer(canonical, passage.start, passage.stop):
        at = match.start("y")
        if _PLANNED.search(canonical, max(passage.start, at - 90), at - 4) is None:
            yield Finding(Span(at - 4, match.end("y")), int(match["y"]))


def years(text: ArticleText, event: Event | None, awards: Sequence[Award], ratings: Sequence[Rating]) -> tuple[int, ...]:
    """Return the achievement years, ascending; empty if none can be determined."""
    found_years = _appraised(ratings)
    found_years |= {year for award in awards if award.status == AwardStatus.GRANTED for year in award.years}
    latest = _latest(text, event)
    found_years = {year for year in found_years if latest is None or latest - _LONG_AGO <= year <= latest}
    review = next(
        (found[0] for passage in _relevant(text, event) if (found := [int(finding.value) for finding in reviewed(passage)])), None
    )
    if review is not None and latest is not None and review > latest:
        review = None
    if review in found_years:  # a badge of this year beside the appraisal of the last
        found_years = {year for year in found_years if year <= review}
    if found_years and (review is None or max(found_years) >= review):  # if all are older than the year under review, they are background
        newest = max(found_years)
        return tuple(sorted(year for year in found_years if newest - year < _SHORT))
    if review is not None:
        return (review,)
    if (before := _year_before(text, event)) is not None:
        return (before,)
    if (half := _part_reviewed(text, event)) is not None and half == latest:
        return (half,)
    periods = {award.period for award in awards if award.status == AwardStatus.GRANTED and award.period is not None}
    if len(periods) == 1:
        first, last = next(iter(periods))
        if last - first < _SHORT:
            return tuple(range(first, last + 1))
    if (worked := _worked(text, event)) is not None:
        return (worked,)
    if portrayed := _of_a_portrait(event, awards):
        return portrayed
    if latest is not None:
        return (latest,)
    return _named(text)


def _of_a_portrait(event: Event | None, awards: Sequence[Award]) -> tuple[int, ...]:
    """Return the years of past honours in an article without an event; empty if something is granted."""
    if (event is not None and event.date is not None) or any(award.status == AwardStatus.GRANTED for award in awards):
        return ()
    return tuple(sorted({year for award in awards if award.status == AwardStatus.PAST for year in award.years}))


def _appraised(ratings: Sequence[Rating]) -> set[int]:
    """Return the years of the ratings; for a subject's level rated in several years only the last, with which the others are compared."""
    last: dict[tuple[str, str], int] = {}
    for rating in ratings:
        if rating.kind == Aim.RESULT and rating.year is not None:
            key = (rating.subject, rating.level)
            last[key] = max(rating.year, last.get(key, rating.year))
    return set(last.values())


def _year_before(text: ArticleText, event: Event | None) -> int | None:
    """Return the year before the event's, if a year's work is reviewed at the turn of the year without its number; else None."""
    if event is None or event.date is None or len(event.date) < 7 or int(event.date[5:7]) > _TURN_OF_YEAR:
        return None
    for passage in _relevant(text, event):
        if _YEARLY_REVIEW.search(passage.views.canonical, passage.start, passage.stop):
            return int(event.date[:4]) - 1
    return None


#: A review of part of a year: sơ kết công tác 6 tháng đầu năm 2013.
_PART_REVIEWED = re.compile(
    rf"(?<!\w)sơ kết (?:(?!triển khai|phương hướng)[^.;\n]){{0,120}}?"
    rf"(?:(?:6|sáu|9|chín) tháng(?: đầu)?|quý \w{{1,3}})(?: năm|/)\s?(?P<y>{_YEAR})"
)


def _part_reviewed(text: ArticleText, event: Event | None) -> int | None:
    """Return the year of which the headline, the lead or the event reviews a part, or None."""
    for passage in _relevant(text, event):
        if (match := _PART_REVIEWED.search(passage.views.canonical, passage.start, passage.stop)) is not None:
            return int(match["y"])
    return None


_NUMBER = re.compile(r"(?<![\d.,/])\d[\d.,]*(?![\d/])")
_RESULTS = 4  # numbers of a sentence that states a year's results, the year included
_FIRST = 16  # sentences in which an article comes to them


def _worked(text: ArticleText, event: Event | None) -> int | None:
    """Return the year before the event's, if an event at the turn of the year reports its results: ``năm 2016, bệnh viện đã khám …``."""
    if event is None or event.date is None or len(event.date) < 7 or int(event.date[5:7]) > _TURN_OF_YEAR:
        return None
    year = int(event.date[:4]) - 1
    opening = re.compile(rf"(?:^|[.,;:]\s)(?:trong |riêng )?năm {year}(?!\d)")
    for sentence in text.sentences[:_FIRST]:
        view = text.views.canonical[sentence.start : sentence.end]
        if opening.search(view) and len(_NUMBER.findall(view)) >= _RESULTS:
            return year
    return None


def _latest(text: ArticleText, event: Event | None) -> int | None:
    """Return the year of the event, else of the publication, else None."""
    if event is not None and event.date is not None:
        return int(event.date[:4])
    published = text.article.published
    return None if published is None else int(published[:4])


def _relevant(text: ArticleText, event: Event | None) -> Iterator[Passage]:
    """Yield the headline, the first sentences of the body's first block, and the sentence of the event."""
    block: Block | None = None
    count = 0
    for passage, sentence in _lead(text):
        title = passage.start < text.article.title_span.end and text.article.title_is_headline
        held = event is not None and any(passage.start <= span.start < passage.stop for span in event.evidence)
        block = block or (None if title else sentence.block)
        count += sentence.block is block
        if title or held or (sentence.block is block and count <= _OPENING):
            yield passage


def _lead(text: ArticleText) -> Iterator[tuple[Passage, Sentence]]:
    blocks = [block for block in text.article.blocks if block.kind in FACT_KINDS][:_BLOCKS]
    for sentence in text.sentences:
        if sentence.block not in blocks:
            return
        yield text.passage(sentence), sentence


def _named(text: ArticleText) -> tuple[int, ...]:
    """Return the last year that the article names in headline and lead, else anywhere."""
    for passages in (tuple(passage for passage, _ in _lead(text)), tuple(map(text.passage, text.sentences))):
        found = [
            int(match["y"] or match["last"])
            for passage in passages
            if passage.holds("20")
            for match in passage.matches(_ANY)
            if _TERM.search(passage.views.canonical, max(passage.start, match.start() - 34), match.start()) is None
        ]
        if found:
            return (max(found),)
    return ()

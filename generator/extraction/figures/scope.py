"""The sentences in which figures are searched, and whether they state results or targets.

Ordinary news is full of numbers. Those of an organisation's work occur in articles of emulation, Party and union work, beside
verbs of work. A target's scope opens with ``phấn đấu``, ``mục tiêu``, ``chỉ tiêu …:`` and runs to the paragraph's end, over
``;`` and through a list that it announces; words about the past close it. Sources: architecture/grammar.md §4 aim, §7.2, §7.3;
architecture/facts.md, figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.figures.counts import SPELT
from generator.lexicon.load import alternatives, lexicon, prefix_tree
from generator.model.article import BlockKind
from generator.text.sentences import UPPER


@lru_cache(maxsize=1)
def _genre() -> re.Pattern[str]:
    """Match words of the genre; an article with at least two different words is about an organisation's work."""
    by_id = lexicon("figure-cues").by_id
    return re.compile(rf"(?:{prefix_tree([*by_id['work'].variants, *by_id['honour'].variants], space=' ')}|cnvc\w*)(?!\w)")


ENOUGH = 2

#: The words that open a target's scope, which lasts through the paragraph.
_TARGET = re.compile(
    r"phấn đấu(?<!dự toán phấn đấu)(?<!chỉ tiêu phấn đấu)(?<!kế hoạch phấn đấu)"
    r"(?<!nỗ lực phấn đấu)(?<!cố gắng phấn đấu)(?<!đã phấn đấu)(?<!trình phấn đấu)(?<!không ngừng phấn đấu)(?<!sự phấn đấu)"
    r"(?<!tinh thần phấn đấu)(?<!hăng hái phấn đấu)(?<!ra sức phấn đấu)(?<!luôn phấn đấu)(?! (?:của|vươn lên|không|rèn luyện"
    r"|đạt được|bền bỉ))"
    r"|^(?:[-+*•]\s*)?(?:các |một số |những )?(?:mục tiêu|chỉ tiêu)(?:(?!kết quả|thực hiện|hoàn thành|đạt|vượt)[^.;:]){0,50}"
    r"(?:20\d\d|năm tới|nhiệm kỳ|cuối năm)(?:(?!kết quả|hoàn thành|đạt|vượt)[^.;:]){0,60}:(?!\s*(?:đã|đạt|vượt|hoàn thành)(?!\w))"
    r"|với mục tiêu(?!\s(?:chung|cao cả|vì|xây dựng))(?=[^.;:]{0,60}\d)"
    r"|mục tiêu\s?:|mục tiêu(?:\s[^\W\d_]+){0,8}\s(?:là|như|gồm|đến năm|đề ra)(?!\w)"
    r"|(?:một số|những|các|với|đề ra|xác định|thông qua|thống nhất|ấn định|giao)\s(?:\w+\s){0,2}"
    r"chỉ tiêu(?:\s(?:[^\W\d_]+|20\d\d)){0,8}\s?(?::|như|là|gồm)"
    r"|được giao\s(?:nhiệm vụ\s|chỉ tiêu\s|kế hoạch\s)?(?=(?:thu|sản xuất|kết nạp|huy động|trồng|giải ngân)\s[^;.,]{0,30}\d)"
    r"|(?:đặt|đề|nêu) ra (?:mục tiêu|chỉ tiêu)|đặt (?:mục tiêu|chỉ tiêu)"
    r"|(?:nhiệm vụ|phương hướng)(?:\s[^\W\d_]+){0,6}\s(?:thời gian tới|năm tới|nhiệm kỳ tới"
    r"|\d tháng cuối năm)|nhiệm kỳ tới"
    r"|yêu cầu(?:\s(?:[^\W\d_]+|20\d\d)){0,12}\s"
    r"(?=chỉ đạo|thực hiện|hoàn thành|tập trung|tiếp tục|phấn đấu|triển khai|các|đảm bảo|bảo đảm)"
)
#: The words that make a target of their own sentence only.
_INTENDED = re.compile(r"(?:dự kiến|quyết tâm|hướng tới|(?:trong )?thời gian tới|năm (?:học )?tới|năm học mới|sang năm|(?<=\s)sẽ)(?!\w)")
_ENSURE = re.compile(r"(?:đảm bảo|bảo đảm)\s(?:trên |ít nhất |tối thiểu )?(?=\d)")


@lru_cache(maxsize=1)
def _past() -> re.Pattern[str]:
    words = alternatives(lexicon("figure-cues").by_id["past"].variants, space=" ")
    return re.compile(words + r"|kết(?<!\wkết) quả(?! cao)(?!\w)|(?:năm|tháng) qua(?!\w)|,\shiện\s")


_PAST_OPENS = re.compile(r"đối với|về lĩnh vực|phát biểu|hiện\s")
_HEADING = re.compile(r"phương hướng|mục tiêu|chỉ tiêu")
_HEADING_LONGEST = 90  # characters
_CUES = ("phấn đấu", "được giao", "mục tiêu", "chỉ tiêu", "phương hướng", "nhiệm vụ", "nhiệm kỳ tới", "yêu cầu", "tiếp tục")
#: The cues one of which is in every opening of a target, unless it looks ahead (``nhiệm vụ thời gian tới``).
_OPENERS = ("phấn đấu", "được giao", "mục tiêu", "chỉ tiêu", "yêu cầu")
_HEADS = ("phương hướng", "mục tiêu", "chỉ tiêu", "một số chỉ tiêu", "các chỉ tiêu")
_LISTED = re.compile(r"^\s*(?:[-+*•–]|\d{1,2}[.)/]|[a-zđ][.)])\s*")
#: The mark of a heading: IV. CHỈ TIÊU 2023
_NUMBERED = re.compile(r"^\s*(?:[ivx]{1,5}|\d{1,2}|[a-zđ])[.)/]\s*")
_DIGIT = re.compile(r"\d")
_SHORT = 160  # characters; a shorter block without a number (a caption, a call) leaves the scope as it is
_GOES_ON = re.compile(r"(?:cùng với đó|đồng thời|bên cạnh đó|ngoài ra|cùng đó|trong đó|song song)")
_PERSON = re.compile(rf"(?<!\w)(?:[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]hú|[Ôô]ng|[Bb]à|[Cc]ụ|[Tt]hầy)\s+[{UPPER}]")


@lru_cache(maxsize=1)
def _says() -> re.Pattern[str]:
    """Match words that make a person named in a sentence its speaker."""
    return re.compile(alternatives(lexicon("figure-cues").by_id["says"].variants))


#: Norms of a regulation, forms and procedures: numbers that no organisation reached or aims at.
_NORM = re.compile(
    r"điều(?<!\wđiều) \d|khoản(?<!\wkhoản) \d|mục(?<!\wmục)(?<!hạng mục) \d|phụ(?<!\wphụ) lục \d"
    r"|điểm(?<!\wđiểm) \d+(?:,? (?:điều|khoản|mục|luật|nghị|thông)|\.\d)"
    r"|quy định tại|lương cơ sở|trình tự,? thủ tục|hồ sơ,? thủ tục|thủ tục (?:xét|đề nghị|trình|khen|gồm|hồ sơ|quy định)"
    r"|h(?<!\d .)ồ sơ đề nghị|phải có tỷ lệ|mức thưởng|tiền thưởng"
    r"|ra sao\s?\?|là gì\s?\?"
    r"|phạt tiền|phạt tù|bị bắt|xử phạt(?!(?:\s[^\W\d_]+){0,2}\s\d)|khởi tố(?!(?:\s[^\W\d_]+){0,2}\s\d)"
)


@dataclass(frozen=True, slots=True)
class Scoped:
    """A sentence that may contain figures; ``target_from`` is where it begins to state targets, None for results only."""

    sentence: Sentence
    target_from: int | None
    years: tuple[tuple[int, int], ...]
    year: int | None

    def year_at(self, place: int) -> int | None:
        """Return the last year before ``place``, else the first behind it, else the paragraph's or the article's."""
        before = [year for at, year in self.years if at <= place]
        return before[-1] if before else self.years[0][1] if self.years else self.year


def of_work(text: ArticleText) -> bool:
    """Return whether the article is about an organisation's work."""
    found: set[str] = set()
    for match in _genre().finditer(text.views.canonical):
        word = match.group()
        if word in found and word in lexicon("figure-cues").by_id["honour"].variants:
            return True
        found.add(word)
        if len(found) >= ENOUGH:
            return True
    return False


# Neither the year compared with, nor a year that bounds a period.
_YEAR = re.compile(
    r"năm(?<!với năm)(?<!kỳ năm)(?<!sinh năm)(?<!từ năm)(?<!đến năm)(?<!cuối năm)(?<!hết năm)(?<!\wnăm)\s+((?:19|20)\d\d)(?![\d-])(?!\s?-)"
)


def scoped(text: ArticleText, year: int | None) -> Iterator[Scoped]:
    """Yield the sentences with numbers, each with its scope; ``year`` is the year of results without one."""
    view = text.views.canonical
    target = announced = held = listed = False
    block = None
    last_year: int | None = None
    for sentence in text.sentences:
        words = view[sentence.start : sentence.end]
        if sentence.block is not block:
            block, last_year = sentence.block, None
            listed = _LISTED.match(words) is not None
            target = held and (announced if listed else announced or _GOES_ON.match(words) is not None)
        if block.kind in (BlockKind.TITLE, BlockKind.CAPTION):
            continue
        counted = _DIGIT.search(words) is not None
        opened = _first_target(words)
        if target and opened is None and not (announced and listed) and (_PAST_OPENS.match(words) or _past().search(words)):
            target = announced = False
        begins = sentence.start if target else None if opened is None else sentence.start + opened
        if counted and not target and (intended := _intended(words)) is not None:
            begins = sentence.start + (intended if opened is None else min(intended, opened))
        target = target or opened is not None
        if target and (words.endswith(":") or (_HEADING.search(words) and len(words) < _HEADING_LONGEST and not words.endswith("."))):
            announced = True
        if len(words) > _SHORT or target or counted:
            held = target
        if not counted:
            last_year = None
            if SPELT.search(words) is None:
                continue
        years = tuple((sentence.start + match.start(), int(match.group(1))) for match in _YEAR.finditer(words))
        yield Scoped(sentence, begins, years, last_year or (year if begins is None else None))
        last_year = years[-1][1] if years else None


def is_norm(text: ArticleText, sentence: Sentence) -> bool:
    """Return whether the sentence states a norm, so that none of its numbers is a figure."""
    return _NORM.search(text.views.canonical[sentence.start : sentence.end]) is not None


def about_person(text: ArticleText, sentence: Sentence) -> bool:
    """Return whether the sentence is about a person who is not its speaker."""
    person = _PERSON.search(text.views.text, sentence.start, sentence.end)
    return person is not None and _says().search(text.views.canonical[sentence.start : sentence.end]) is None


def _intended(words: str) -> int | None:
    """Return where a sentence begins to state what is intended, or None."""
    if "sẽ" in words or "tới" in words or "học mới" in words or "sang năm" in words or "dự kiến" in words or "quyết tâm" in words:
        match = _INTENDED.search(words)
        return None if match is None else match.start()
    return None


def _first_target(words: str) -> int | None:
    """Return where a sentence begins to state targets, or None."""
    for cue in _CUES:
        if cue in words:
            break
    else:
        return None
    opens = "tới" in words or "cuối năm" in words or any(cue in words for cue in _OPENERS)
    match = _TARGET.search(words) if opens else None
    if match is None and len(words) < _HEADING_LONGEST and not words.endswith(".") and _NUMBERED.sub("", words).startswith(_HEADS):
        match = _HEADING.search(words)
    if match is None and "tiếp tục" in words:
        match = _ENSURE.search(words, words.index("tiếp tục"))
    return None if match is None else match.start()

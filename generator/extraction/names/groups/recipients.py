"""Groups of recipients and subjects: a number or a quantifier with a kind (``15 đảng viên``, ``các đơn vị``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, remembered, rule
from generator.lexicon.load import lexicon
from generator.model.span import Span
from generator.text.numbers import WORDS, number_in_digits, number_in_words
from generator.text.sentences import UPPER
from generator.text.views import Views

_QUANTIFIERS = r"các|những|nhiều|một\s+số|toàn\s+thể|một\s+vài|hàng\s+(?:chục|trăm|nghìn|ngàn)"
_APPROXIMATE = r"(?:hơn|gần|trên|khoảng|tổng\s+số|tổng\s+cộng|cả|đủ)\s+"
#: Kinds that may be recipients without number or quantifier (``giấy khen cho cá nhân điển hình``).
_BARE = {
    "ca-nhan", "tap-the", "tap-the-va-ca-nhan", "dang-vien", "hoc-sinh", "nguoi-lao-dong", "can-bo", "chi-bo", "dang-bo-co-so",
    "dang-bo", "don-vi", "giao-vien", "doan-vien", "hoi-vien", "ho-gia-dinh", "cong-chuc-vien-chuc",
}  # fmt: skip
#: Variants that are too common as words to be a group alone or behind a quantifier.
WEAK = {
    "người",
    "em",
    "đội",
    "tổ",
    "sở",
    "ban",
    "phòng",
    "khoa",
    "ngành",
    "trường",
    "bản",
    "nhóm",
    "đoàn",
    "hộ",
    "xã",
    "phường",
    "lao động",
    "gương",
    "lđ",
    "thôn",
    "mẹ",
    "bà mẹ",
    "cụ",
    "chủ tịch",
    "giám đốc",
    "hiệu trưởng",
    "hạt nhân",
    "đầu mối",
    "làng",
    "ấp",
    "ủy viên",
    "ủy viên ban chấp hành",
    "ủy viên bch",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A group of recipients.

    ``kind`` is an id of lexicon ``recipients``; ``count`` is None without a number. ``counted``: there is a number;
    ``several``: there is a quantifier (các, những). ``words`` is the kind as written (canonical). ``name`` is the name of a
    single thing that is neither a person nor a body (a film). ``names`` are those of all its members.
    """

    start: int
    end: int
    kind: str
    count: int | None
    counted: bool
    several: bool
    words: str
    name: str | None = None
    names: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    kinds = lexicon("recipients").alternatives
    digits = r"(?<![\w/.,%])(?<!\d[-–])(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d/%]|[.,]\d|\s*[/-]\s*\d)"
    return re.compile(
        rf"\b(?=\w)(?:(?:{_APPROXIMATE})?(?:(?P<digits>{digits})|(?P<words>{WORDS}(?![-\w]))|(?<!\w)(?P<many>{_QUANTIFIERS}))\s+(?:lượt\s+|tấm\s+gương\s+|nam\s+|nữ\s+|em\s+)?)?"
        rf"(?P<kind>{kinds})"
    )


_AFTER_WORD_NUMBER = re.compile(
    r"(?:thứ|năm|tháng|quý|khóa|lớp|số|mỗi|từng|lần|đợt|hạng|phần|lầu|tầng|(?<!niệm )(?<!huân )(?<!huy )chương)\s+$"
)
#: Words before a larger group that the recipients represent or were chosen from: 134 gia đình đại diện cho 21.883 gia đình.
_STOOD_FOR = re.compile(r"(?:đại\s+diện\s+(?:cho|của)|đến\s+từ|được\s+chọn\s+từ|trong\s+tổng\s+số|trên\s+tổng\s+số)\s+$")
#: Words that are a verb as well (tổ chức thành công đại hội) or end a row of offices (các ban, ngành, đoàn thể tỉnh).
_NEVER_BARE = {"tổ chức", "đoàn thể"}


@remembered
def groups_in(passage: Passage) -> Iterator[Group]:
    """Yield the groups of the passage in reading order. A named kind (``Chi bộ 2``) is not a group, nor is a bare common word."""
    text = passage.views.canonical
    for match in passage.matches(_pattern()):
        entry = lexicon("recipients").entry_of(match["kind"])
        words = " ".join(match["kind"].split())
        before = text[max(passage.start, match.start() - 20) : match.start()]
        if _STOOD_FOR.search(before):
            continue
        if match["digits"] is not None:
            if _AFTER_WORD_NUMBER.search(before):
                continue
            count: int | None = int(number_in_digits(match["digits"]))
        elif match["words"] is not None:
            if match["words"] == "năm" and words == "tổ chức":
                continue  # hai năm tổ chức thi tuyển
            if _AFTER_WORD_NUMBER.search(before) or (match["words"] == "năm" and _is_year(before)):
                continue
            count = number_in_words(" ".join(match["words"].split()))
        else:
            count = None
            if words in WEAK or (match["many"] is None and (entry.id not in _BARE or words in _NEVER_BARE or _is_named(passage, match))):
                continue
        kind = kind_in_article(passage.views, entry.id, words)
        yield Group(match.start(), match.end(), kind, count, count is not None, match["many"] is not None, words)


_PUPILS = re.compile(r"(?<!\w)(?:học\s+sinh|sinh\s+viên|học\s+viên|hsg|hssv|thpt|thcs|tiểu\s+học)(?!\w)|(?<!\w)lớp\s+\d")


def kind_in_article(views: Views, kind: str, words: str) -> str:
    """Return the kind that ``words`` mean in the article: contestants (``thí sinh``) are pupils only if it speaks of pupils."""
    if words != "thí sinh":
        return kind
    if kind_in_article not in views.memory:
        views.memory[kind_in_article] = _PUPILS.search(views.canonical) is not None
    return kind if views.memory[kind_in_article] else "ca-nhan"


_NAME_AFTER = re.compile(rf"\s(?:[{UPPER}]|\d|(?:tỉnh|huyện|quận|xã|phường|thị|thành|khối|cơ quan|trường|công ty)\s)")


def _is_named(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether a capitalised kind with a name behind it is an organisation, not a kind: ``Chi bộ 2``, ``Đảng bộ huyện …``."""
    return passage.views.text[match.start()].isupper() and _NAME_AFTER.match(passage.views.text, match.end()) is not None


def _is_year(before: str) -> bool:
    return before.rstrip().endswith(("trong", "cả", "đầu", "cuối", "hằng", "hàng", "mỗi", "nhiều"))


@rule(
    "recipients.group",
    examples=[
        Example("trao giấy khen cho [[15 đảng viên]] tiêu biểu", ("dang-vien", 15)),
        Example("tuyên dương [[1.279 tổ chức, cá nhân]] nộp thuế tốt", ("tap-the-va-ca-nhan", 1279)),
        Example("khen [[hai tập thể]]", ("tap-the", 2)),
        Example("tặng giấy khen cho [[các đơn vị]] đạt thành tích", ("don-vi", None)),
        Example("khen [[gần 1.400 CNVC-LĐ]] giỏi", ("nguoi-lao-dong", 1400)),
        Example("khen [[12 gia đình]] đại diện cho 3.405 gia đình văn hóa", ("ho-gia-dinh", 12)),
        Example("vinh danh [[25 bí thư chi đoàn]] giỏi", ("can-bo", 25)),
        Example("trao quà cho [[6 HS]] nghèo", ("hoc-sinh", 6)),
    ],
    counterexamples=[
        "Tháng 10 người dân gặt lúa",
        "mỗi năm cá chết",
        "Quận 4 đang lên kế hoạch",
        "phục vụ và tổ chức thành công hội diễn",
        "khen các sở, đoàn thể huyện",
    ],
    source="architecture/grammar.md §2 count regex; architecture/facts.md kinds",
)
def recipient_groups(passage: Passage) -> Iterator[Finding]:
    """Yield groups of recipients; the value is (kind, count)."""
    for group in groups_in(passage):
        yield Finding(Span(group.start, group.end), (group.kind, group.count))

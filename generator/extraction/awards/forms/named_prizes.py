"""Prizes, orders and titles with a name that is in no lexicon: ``giành giải Cánh diều vàng``, ``danh hiệu Quả bóng vàng thuộc
về``, ``tước Hiệp sĩ``. The class of names is open: they are recognised by position, beside a verb of winning or giving.

The positions are rows in :mod:`name_positions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.awards.forms.name_patterns import NAME
from generator.extraction.awards.forms.name_position import NamePosition
from generator.extraction.awards.forms.name_positions import CONSTRUCTIONS
from generator.extraction.engine import Finding, Passage, rule
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import lexicon
from generator.model.span import Span

#: Words beside which such a name may occur: a sentence without any of these, and without an award type of the lexicon, has none.
TRIGGERS = (
    "huân chương", "bắc đẩu", "tước", 'cờ "', "danh dự", "bằng lao động", 'bằng "lao động', "đăng quang", "hoa hậu", "á hậu", "hoa khôi",
    "quán quân", "vua phá lưới", "á khôi", "nam vương", "á vương", "á quân", "quả bóng vàng", "quả bóng bạc", "quả bóng đồng", "bông sen",
    "tại hạng mục", "ở hạng mục", "trong hạng mục", "thắng với giải", "cánh diều", "cành cọ", "mai vàng", "chiếc giày",
    "xuất sắc:", "xuất sắc nhất:", "giải á quân", "giải quán quân",
    "búa liềm", "oscar", "nobel", "nô-ben", "grammy", "césar", "emmy", "quả cầu vàng", "pulitzer", "fields",
)  # fmt: skip
#: Names of a prize's place, a championship or a contest, which are not names of a prize.
_PLACES = ("Nhất", "Nhì", "Ba", "Tư", "Khuyến", "Đặc", "Vàng", "Bạc", "Đồng", "A", "B", "C", "I", "II", "III", "Nhất toàn đoàn", "KK")


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[NamePosition, re.Pattern[str]], ...]:
    """Return the constructions with their compiled patterns."""
    contests = lexicon("contest-heads").entries
    heads = {variant for entry in contests for variant in (entry.label, *entry.variants)} | set(lexicon("competitions").by_variant)
    any_case = "|".join(re.escape(head).replace(r"\ ", " ") for head in sorted(heads, key=len, reverse=True))
    others = "|".join((*_PLACES, f"(?i:{any_case})"))
    famous = "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(lexicon("famous-prizes").by_variant, key=len, reverse=True))
    name = NAME.replace("{others}", others)
    return tuple(
        (construction, re.compile(construction.words.replace("{name}", name).replace("{famous}", famous).replace(" ", "[ \\xa0]")))
        for construction in CONSTRUCTIONS
    )


@dataclass(frozen=True, slots=True)
class NamedPrize:
    """An award recognised by its position: its span, award type and class, its name as written."""

    span: Span
    type: str
    group: AwardClass
    title: str


_QUOTE = r"[“\"][^“”\"\n]{2,90}[”\"]"
#: A row of titles in quotes: các danh hiệu cao quý như “Thương hiệu mạnh” 3 năm liền, “Giải Rồng vàng”.
_SAID = r"(?: [^“”\",.;:]{2,30}?)?"
_TITLES = re.compile(
    r"[Dd]anh hiệu(?: (?:cao quý|khác|lớn|uy tín))?(?: như:?| gồm:?|:)? "
    rf"(?P<row>{_QUOTE}{_SAID}(?:(?:,| và|, và) {_QUOTE}{_SAID})+)"
)
_TITLE = re.compile(_QUOTE)
#: Words with which a rating in such a row begins.
_RATINGS = ("hoàn thành", "trong sạch", "chuẩn ", "vững mạnh", "đạt ")


def _titles_in_rows(passage: Passage) -> Iterator[NamedPrize]:
    for row in passage.matches(_TITLES, view="text"):
        for match in _TITLE.finditer(passage.views.text, *row.span("row")):
            title = match.group().strip('“”"')
            if title.lower().startswith(_RATINGS):
                continue
            prize = title.lower().startswith("giải ")
            kind, group = ("giai-thuong", AwardClass.PRIZE) if prize else ("danh-hieu", AwardClass.TITLE)
            if not _is_listed(passage, Span(*match.span()), lexicon("award-types").alternatives):
                yield NamedPrize(Span(*match.span()), kind, group, " ".join(title.split()))


def named_prizes(passage: Passage) -> Iterator[NamedPrize]:
    """Yield the prizes, orders and titles of the passage whose name is in no lexicon."""
    if passage.holds("danh hiệu"):
        yield from _titles_in_rows(passage)
    listed = lexicon("award-types")
    view = passage.views.canonical[passage.start : passage.stop]
    for construction, pattern in patterns():
        for cue in construction.cues:
            if cue in view:
                break
        else:
            continue
        for match in passage.matches(pattern, view="text"):
            span = Span(*match.span("form"))
            title = " ".join(match["title"].strip('“”" ').split())
            if _is_listed(passage, span, listed.alternatives):
                continue
            yield NamedPrize(span, construction.type, construction.group, title)


_LONGEST_FORM = 60  # code points


@lru_cache(maxsize=2)
def _listed(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _is_listed(passage: Passage, form: Span, words: str) -> bool:
    """Return whether the lexicon has the award type, whole or inside the name: ``danh hiệu Nhà nước Anh hùng Lao động``."""
    found = _listed(words).finditer(passage.views.canonical, form.start, min(form.end + _LONGEST_FORM, passage.stop))
    found = (match for match in found if match.start() < form.end)
    return any(lexicon("award-types").entry_of(match.group()).id not in {"giai-thuong", "danh-hieu"} for match in found)


@rule(
    "award.named_prize",
    examples=[construction.example for construction in CONSTRUCTIONS],
    counterexamples=[construction.counterexample for construction in CONSTRUCTIONS],
    source="architecture/facts.md giai-thuong, danh-hieu; read in articles",
)
def prizes_by_name(passage: Passage) -> Iterator[Finding]:
    """Yield prizes, orders and titles with a name of their own; the value is the award type's id."""
    for prize in named_prizes(passage):
        yield Finding(prize.span, prize.type)

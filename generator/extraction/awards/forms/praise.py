"""Words of praise that honour nobody: a speech, a kind word, a ranking of places, the heading of a ceremony.

Each is one row of :data:`CONSTRUCTIONS`; its example and counter-example are run with those of the rules. To add one, write its
row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class PraiseConstruction:
    """Praise without an honour.

    ``before`` ends where the verb begins, ``behind`` begins where it ends; both are patterns for the canonical view and both
    must match. ``verbs``: those to which it applies, all if empty. In ``example`` brackets mark the verb.
    """

    id: str
    example: Example
    counterexample: str
    before: str = ""
    behind: str = ""
    verbs: frozenset[str] = frozenset()


_LAUD = frozenset({"biểu dương", "tôn vinh", "vinh danh", "khen"})
_PLACE = r"(?:thành\s+phố|tp\.?|tỉnh|huyện|thị\s+xã|xã|đảo|quần\s+đảo|bãi\s+biển|vịnh|khu\s+du\s+lịch|hang|núi|món)"

CONSTRUCTIONS = (
    PraiseConstruction(
        "speech",
        Example("Phát biểu chỉ đạo, Bộ trưởng đặc biệt [[biểu dương]] 8 đơn vị đã giảm số vụ tai nạn."),
        "Tại hội nghị, Bộ trưởng biểu dương 8 đơn vị đã giảm số vụ tai nạn.",
        before=r"(?:phát\s+biểu|kết\s+luận|nói\s+chuyện)(?!\w)[^.;]{0,160},\s[^.;]{0,160}(?<!lễ )(?<!buổi )(?<!hội nghị )(?<!trình )",
        verbs=_LAUD,
    ),
    PraiseConstruction(
        "praise for a deed",
        Example("Đồng chí [[biểu dương]] Bưu điện tỉnh đã tổ chức hội nghị bài bản."),
        "Giám đốc biểu dương Bưu điện tỉnh vì đã tổ chức tốt hội nghị.",
        behind=r"\s+(?:cán\s+bộ|tập\s+thể|đơn\s+vị|sự|(?!\d|các|những|anh|chị|ông|bà|em)[^\d\s]+)[^.,;:\d]{1,100}?(?<!vì)(?<!do)\sđã\s",
        verbs=_LAUD,
    ),
    PraiseConstruction(
        "kind word",
        Example("Cầu thủ này được [[khen]] hết lời sau trận thắng."),
        "Hai thực tập sinh được khen vì cứu người.",
        before=r"được\s+(?:[^\s.,;:]+\s+){0,6}?",
        behind=r"(?!\s*(?:[.,;:)…]|$))(?!\s+(?:vì|do|về|trước|trong|tại|nhờ|ở|năm|ngày|dịp|nhân|là|cho|cùng|và|gồm|từ|theo|đợt|đột|với|của|này|[\"'(]))",
        verbs=frozenset({"khen"}),
    ),
    PraiseConstruction(
        "ranking of places",
        Example("Thành phố Hội An được tạp chí Travelers [[vinh danh]] là thành phố đẹp nhất châu Á."),
        "Anh Lê Văn Bảy được tạp chí vinh danh là nông dân giỏi nhất năm.",
        before=rf"(?<!\w){_PLACE}\s[^.;]{{1,100}}?(?:được|vừa|lọt)\s[^.;]{{0,80}}",
        behind=r"\s+(?:là|trong\s+(?:top|danh\s+sách))\s",
        verbs=frozenset({"vinh danh", "tôn vinh"}),
    ),
    PraiseConstruction(
        "ceremony",
        Example("Một số hình ảnh tại buổi lễ [[tuyên dương]]: Bà Lê Thị Lụa phát biểu."),
        "Danh sách được tuyên dương: Bà Lê Thị Lụa, ông Trần Văn Hai.",
        before=r"(?:lễ|buổi|hội\s+nghị|chương\s+trình)\s+",
        behind=r"\s*[:,]",
    ),
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[PraiseConstruction, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (construction, re.compile(f"(?:{construction.before})$"), re.compile(construction.behind)) for construction in CONSTRUCTIONS
    )


def honours_nobody(passage: Passage, start: int, end: int) -> bool:
    """Return whether the verb of praise ``[start, end)`` honours nobody, or is not a verb but a name (``Trần Tôn Vinh``)."""
    canonical, verb = passage.views.canonical, " ".join(passage.views.canonical[start:end].split())
    if _is_name(passage, start, end):
        return True
    for construction, before, behind in _patterns():
        if construction.verbs and verb not in construction.verbs:
            continue
        if behind.match(canonical, end, passage.stop) and before.search(canonical, passage.start, start):
            return True
    return False


def _is_name(passage: Passage, start: int, end: int) -> bool:
    words = passage.views.text[start:end].split()
    if any(not word[:1].isupper() or word.isupper() for word in words):
        return False
    before = passage.views.text[max(passage.start, start - 12) : start]
    return before.endswith(" ") and before.split()[-1:] != [] and before.split()[-1].istitle()


#: Persons whom a merit is about, and who are never honoured: bắt giữ nghi phạm Trần Văn A.
@lru_cache(maxsize=1)
def _accused() -> re.Pattern[str]:
    return re.compile(lexicon("accused").alternatives + r"\s+$")


def is_accused(passage: Passage, start: int) -> bool:
    """Return whether the person named at ``start`` is mentioned as accused or as a victim."""
    return _accused().search(passage.views.canonical, max(passage.start, start - 24), start) is not None


_ACCORDING_TO = re.compile(r"(?<!\w)(?<!noi )(?<!làm )(?<!đi )theo\s+(?:lời\s+)?(?:\S+\s+)?$")


def is_source(passage: Passage, start: int, first: int, end: int) -> bool:
    """Return whether a person is only quoted for what follows: ``Theo ông A, cả hai cháu đều được giấy khen``."""
    if not passage.holds("theo ") or not passage.views.canonical.startswith(",", end):
        return False
    return _ACCORDING_TO.search(passage.views.canonical, max(passage.start, start - 24), first) is not None


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile(alternatives(award_words(AwardClass.VERB)))


@rule(
    "award.mere_praise",
    examples=[*(construction.example for construction in CONSTRUCTIONS), Example("Tiến sĩ Trần [[Tôn Vinh]] cho rằng cần quy định mới.")],
    counterexamples=[construction.counterexample for construction in CONSTRUCTIONS],
    source="architecture/facts.md: praise in a speech is not an award; read in articles",
)
def mere_praise(passage: Passage) -> Iterator[Finding]:
    """Yield verbs of praise that honour nobody."""
    for match in passage.matches(_verbs()):
        if honours_nobody(passage, match.start(), match.end()):
            yield Finding(Span(match.start(), match.end()), match.group())

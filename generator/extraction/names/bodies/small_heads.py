"""Organisations whose head is written in small letters: ``cho khoa Nội tổng hợp, phòng Điều dưỡng``, ``hợp tác xã Sông Đào được tặng``.

Such a head is a common word as well, so a name follows it in capitals or a number, and its position shows that it receives or
grants: behind ``cho``, ``được`` or a verb of giving, in a row with another body, or as the subject of a verb of receiving.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, remembered, rule
from generator.extraction.names.adverbs import ADVERBS
from generator.extraction.names.bodies.organisations import organisation_at
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span
from generator.text.sentences import UPPER

_FARTHEST = 32  # code points before a head in which its position shows


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(alternatives(variant for entry in lexicon("organisation-heads").entries for variant in entry.get("small", ())))


_NAME = re.compile(rf"\s(?:[{UPPER}]|(?:số\s)?\d)")


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """Match words that a recipient or a granter follows, up to the head."""
    cues = lexicon("award-cues").by_id
    links = alternatives(
        (*cues["give"].variants, *cues["to"].variants, *cues["passive"].variants, *award_words(AwardClass.VERB), "cho", "được", "do", "của")
    )
    links = rf"(?:{links}|giải\s+(?:nhất|nhì|ba|khuyến\s+khích)\s+là)"
    return re.compile(rf"{links}(?:\s+(?:cho|hai|ba|bốn|\d{{1,2}}|các|tập\s+thể|đơn\s+vị|nhân\s+dân|cán\s+bộ|riêng)(?!\w)){{0,3}}\s+$")


@lru_cache(maxsize=1)
def _receives() -> re.Pattern[str]:
    """Match what follows a subject that receives."""
    cues = lexicon("award-cues").by_id
    verbs = alternatives((*cues["passive"].variants, *cues["receive"].variants, "được", "nhận"))
    prize = r"(?:(?:đồng\s+)?giải\s+(?:nhất|nhì|ba|khuyến\s+khích)|hc[vbđ])(?!\w)"  # đội A giải nhất, đội B giải nhì
    return re.compile(rf"{ADVERBS}\s+(?:{verbs}|{prize})")


_OPENS = re.compile(r"(?:^|[,;:.]\s{1,2}|(?<!\w)(?:19|20)\d\d\s|(?<!\w)(?:và|còn|riêng)\s)$")
_JOINS = re.compile(r"\s*(?:,|;|và|cùng|, và|cùng\s+với)\s+")


@remembered
def small_headed(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of the organisations with a head in small letters that receive or grant, in reading order."""
    canonical, text = passage.views.canonical, passage.views.text
    last = -1
    for match in passage.matches(_heads()):
        start = match.start()
        if start < last or not text[start].islower() or _NAME.match(text, match.end(), passage.stop) is None:
            continue
        low = max(passage.start, start - _FARTHEST)
        joined = last >= 0 and _JOINS.fullmatch(canonical, last, start) is not None
        bound = joined or _before().search(canonical, low, start) is not None
        if not bound and _OPENS.search(canonical, low, start) is None:
            continue
        end = organisation_at(passage.views, start, passage.stop, small=True)
        if end is not None and (bound or _receives().match(canonical, end, passage.stop)):
            yield start, end, " ".join(text[start:end].split())
            last = end


@rule(
    "organisation.small_head",
    examples=[
        Example("tặng Bằng khen cho [[khoa Nội tổng hợp]]", "khoa Nội tổng hợp"),
        Example("Năm 1968, [[hợp tác xã Đông Lĩnh]] được tặng Cờ", "hợp tác xã Đông Lĩnh"),
        Example("được [[công ty May Hòa Bình]] khen thưởng", "công ty May Hòa Bình"),
        Example("trao cờ cho [[đội Hoa Sen]]", "đội Hoa Sen"),
    ],
    counterexamples=[
        "tặng quà cho khoa học viên",
        "Ông Bình là trưởng khoa Nội tổng hợp",
        "phòng họp của đội ngũ cán bộ",
        "Trao cờ cho trường sau lễ",
    ],
    source="read in articles; lexicon unit-kinds",
)
def organisations_in_small(passage: Passage) -> Iterator[Finding]:
    """Yield organisations with a head in small letters that receive or grant; the value is the name as written."""
    for start, end, name in small_headed(passage):
        yield Finding(Span(start, end), name)

"""The level of a granting body, from the first words of its name; None if they do not determine it."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.lexicon.load import Entry as Level
from generator.lexicon.load import lexicon
from generator.text.folding import canonical

_SHORT = (
    (re.compile(r"ủy\s+ban\s+nhân\s+dân"), "ubnd"),
    (re.compile(r"hội\s+đồng\s+nhân\s+dân"), "hđnd"),
    (re.compile(r"liên\s+đoàn\s+lao\s+động"), "lđlđ"),
    (re.compile(r"(?:thành\s+phố|tp\.?)\s*(?=\w)"), "tp "),
)
# Cities with the rank of a province; any other city was one of a province's districts.
_CENTRAL_CITY = re.compile(r"(?:tp\s+)?(?:hà nội|hồ chí minh|hcm|đà nẵng|hải phòng|cần thơ)(?!\w)")
_OF_A_CITY = {
    "ubnd": "province",
    "hđnd": "province",
    "thành ủy": "party-province",
    "lđlđ": "province-organisation",
    "công an": "department",
}
#: Separators of two bodies. They separate only if a body's head follows, so not in "Bộ Lao động, Thương binh và Xã hội".
_AND = re.compile(r"\s*(?:,|;|\s(?:và|phối\s+hợp\s+với)\s)\s*(?=[^\W\d_])")


def level_of(name: str) -> Level | None:
    """Return the level of the body called ``name`` (entry of the lexicon ``granter-levels``).

    A name of several bodies has the highest level of them, and none if one of them has none.
    """
    plain = canonical(" ".join(name.split()))
    if plain in lexicon("granter-levels").by_variant:
        return lexicon("granter-levels").by_variant[plain]  # Đảng và Nhà nước
    first, *others = _AND.split(plain)
    levels = [_level(item) for item in (first, *(other for other in others if _head().match(other) is not None))]
    known = [level for level in levels if level is not None]
    return min(known, key=lambda known_level: int(known_level.get("rank"))) if len(known) == len(levels) else None


def body_of(name: str) -> str:
    """Return the body called ``name``, canonical, shortened, without the offices and boards that act for it: ``Chủ tịch UBND
    tỉnh`` is ``ubnd tỉnh``."""
    name = canonical(" ".join(name.split()))
    for pattern, short in _SHORT:
        name = pattern.sub(short, name)
    while (office := _acts_for().match(name)) is not None and office.end() < len(name):
        if (exact := _opening().match(name)) is not None and exact.end() == len(name):
            break  # Chủ tịch nước
        name = name[office.end() :]
    return name


def _level(name: str) -> Level | None:
    name = body_of(name)
    for head, level in _OF_A_CITY.items():
        if name.startswith(f"{head} ") and _CENTRAL_CITY.match(name, len(head) + 1):
            return lexicon("granter-levels").by_id[level]
    match = _opening().match(name)
    return lexicon("granter-levels").by_variant[" ".join(match.group().split())] if match is not None else None


@lru_cache(maxsize=1)
def _acts_for() -> re.Pattern[str]:
    """Match the offices and boards that act for the body named behind them."""
    office = rf"(?:(?:phó|ban|đoàn)\s+)?{lexicon('granting-offices').alternatives}"
    return re.compile(rf"(?:{office}|ban\s+thường\s+vụ|btv|ban\s+chấp\s+hành|bch|thường\s+trực|tập\s+thể|lãnh\s+đạo)\s+")


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """Match the words of a level, longest first, at the start of a name."""
    return re.compile(lexicon("granter-levels").alternatives)


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    """Match the words that begin an organisation's name."""
    return re.compile(lexicon("organisation-heads").alternatives)

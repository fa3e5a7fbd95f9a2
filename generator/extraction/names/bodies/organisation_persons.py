"""Decides whether a person's name begins where an organisation's name might go on: ``Bí thư Huyện ủy | Lê Văn …``."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.lexicon.load import lexicon
from generator.text.sentences import LOWER, UPPER
from generator.text.views import Views

_WORD = re.compile(r"\w+")
_PERSON = re.compile(rf"[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{2,4}}(?!\w)")
_FULL_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+){{1,4}}(?!\w)")
#: Words after which a person's name is the name of a place or a school.
_NAMED_AFTER = {
    "trường", "thpt", "thcs", "học", "chuyên", "non", "đường", "phố", "phường", "xã", "huyện", "quận", "viện", "ty", "máy",
    "thưởng", "giải", "quỹ", "trấn", "giáo", "đẳng", "đh", "thôn", "ấp", "đội", "trung", "bv", "tiểu", "tncs", "minh",
    "lập", "thục", "caq", "cah", "cat", "catp",
}  # fmt: skip
#: A position before a unit; its holder's name then follows, also after ``xã`` (Bí thư Đảng ủy xã Lê Văn …).
_HOLDER_BEFORE = re.compile(r"(?<!\w)(?:bí thư|chủ tịch|trưởng|phó|giám đốc|hiệu trưởng|thường trực|chủ nhiệm|chỉ huy trưởng)\s{1,2}$")
_ADMIN = frozenset({"xã", "phường", "huyện", "quận", "trấn", "thôn", "đoàn", "đội", "ấp", "bv"})
_COMMON_FAMILIES = {
    "nguyễn",
    "trần",
    "lê",
    "phạm",
    "hoàng",
    "huỳnh",
    "phan",
    "vũ",
    "võ",
    "đặng",
    "bùi",
    "đỗ",
    "ngô",
    "dương",
    "đinh",
    "trương",
}
_MIDDLE = {"thị", "văn"}  # between family and given name: a ward has such a name only in memory of a person
_PLACES_LIKE_NAMES = (
    "hồ chí minh",
    "lâm đồng",
    "cao bằng",
    "thái nguyên",
    "thái bình",
    "hà giang",
    "hà nội",
    "hà nam",
    "hà tĩnh",
    "đồng nai",
    "đồng tháp",
    "an giang",
)


def is_person(views: Views, at: int, stop: int, before: str, organisation: int) -> bool:
    """Return whether a person's full name begins at ``at``.

    ``before`` is the canonical word before it; ``organisation`` is where the organisation's name begins, which a position may
    precede.
    """
    if before in _NAMED_AFTER:
        return before in _ADMIN and _behind_position(views, organisation) and _is_holder(views, at, stop)
    first = _WORD.match(views.canonical, at, stop)
    if first is None or f"{before} {first.group()}" in lexicon("name-like-places").by_variant:
        return False  # tỉnh Hà | Giang
    if first.group() not in _families() and not (first.group() in _rare_families() and _behind_position(views, organisation)):
        return False
    name = _FULL_NAME.match(views.text, at, stop)
    if name is None:
        return False
    words = views.canonical[name.start() : name.end()]
    if words.startswith(_PLACES_LIKE_NAMES):
        return False
    return _PERSON.match(views.text, at, stop) is not None or first.group() in _COMMON_FAMILIES


def _behind_position(views: Views, organisation: int) -> bool:
    return _HOLDER_BEFORE.search(views.canonical, max(0, organisation - 20), organisation) is not None


def _is_holder(views: Views, at: int, stop: int) -> bool:
    """Return whether a full name that is not a street's or ward's begins at ``at``: ``Bí thư Đảng ủy xã Phạm Văn Lân``."""
    name = _PERSON.match(views.text, at, stop)
    if name is None or len(name.group().split()) > 4 or name.group() in lexicon("namesakes").by_variant:
        return False
    words = views.canonical[name.start() : name.end()].split()
    likely = words[0] in _COMMON_FAMILIES or (words[0] in _families() and words[1] in _MIDDLE)
    return likely and " ".join(words) not in lexicon("namesakes").by_variant


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(lexicon("family-names").by_variant)


@lru_cache(maxsize=1)
def _rare_families() -> frozenset[str]:
    return frozenset(lexicon("name-parts").by_id["further-families"].variants)

"""Completeness of names: whether a name alone identifies its organisation, or what it needs from the article."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from generator.lexicon.load import Entry, lexicon
from generator.resolution.units.names import Words, head_of, heads, name_words
from generator.resolution.units.places import PlaceNames, ends_in_level, level_before, phrases

#: Kinds whose heads open a whole inside another name: Ban Tổ chức | Quận ủy Long Biên, Đảng bộ | Sở Công Thương.
_INNER = frozenset(
    (
        *("tinh-uy", "thanh-uy", "quan-uy", "huyen-uy", "thi-uy", "dang-uy-xa", "dang-uy-khoi", "dang-bo", "dang-doan-bcs", "ban-dang"),
        *("ubnd", "hdnd", "mttq", "so", "cuc", "chi-cuc", "cong-an-quan-su", "quan-doi", "quan-khu", "ldld", "tong-ldld", "doan-tn"),
        *("trung-uong-doan", "truong", "truong-pho-thong", "benh-vien", "doanh-nghiep", "ban-quan-ly", "bao-dai", "toa-vien"),
    )
)
#: Kinds that wrap the organisation named behind them, so that they are as whole as it is.
_WRAPPING = frozenset({"dang-bo", "chi-bo", "ldld", "doan-tn", "khoi", "dang-doan-bcs"})
_LOCAL_LEVELS = frozenset({("quận",), ("huyện",), ("thị", "xã"), ("thị", "trấn"), ("xã",), ("phường",), ("đặc", "khu"), ("thành", "phố")})
#: Kinds whose heads are whole names: there is one Bộ Chính trị, one Chính phủ.
_SINGLE = frozenset({"trung-uong", "nha-nuoc-trung-uong", "trung-uong-doan", "tong-ldld"})
_CENTRAL = ("trung", "ương")
_COUNTRY = ("việt", "nam")
_ARMY = ("quân", "đội")


class Whole(StrEnum):
    """Context that a name needs."""

    NAMED = "named"  # nothing: Tổng cục Thuế, Tỉnh ủy Bắc Kạn
    PLACE = "place"  # its like is in many places: xã Hòa Bình, Trường THCS Quang Trung
    PROVINCE = "province"  # there is one in each province: Sở Y tế
    OPEN = "open"  # it breaks off, or is a part without its whole: Công an tỉnh, Đảng ủy Khối, Phòng Tổng hợp


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, Entry]:
    return lexicon("unit-kinds").by_id


def kind_of(words: Words, places: PlaceNames) -> str | None:
    """Return the kind of the organisation with this key, by its first words; None if they do not determine it."""
    kind = heads()[0].get(head_of(words))
    if kind in ("thanh-uy", "thanh-pho") and not places.tail(words)[0]:
        return f"{kind}-thuoc-tinh"
    return kind


def completeness(words: Words, places: PlaceNames) -> Whole:
    """Return what the name with the key ``words`` needs beside itself."""
    head = head_of(words)
    kind = _kinds().get(heads()[0].get(head, ""))
    rest = words[len(head) :]
    if kind is not None and kind.get("level") == "central" and (rest or kind.id in _SINGLE):
        return Whole.NAMED
    if ends_in_level(words) and words != ("thành", "phố"):
        return Whole.OPEN
    if kind is None:
        return Whole.NAMED
    if not rest or (rest[0].isdigit() and not level_before(words, len(head))):
        return Whole.OPEN
    if places.tail(words)[0] or words[-2:] in (_CENTRAL, _COUNTRY, _ARMY):
        return Whole.NAMED
    return _by_kind(kind, head, words, places)


def _by_kind(kind: Entry, head: Words, words: Words, places: PlaceNames) -> Whole:
    rest = words[len(head) :]
    local = any(level in _LOCAL_LEVELS for level in phrases(words))
    if kind.id in _WRAPPING and head_of(rest):
        inner = completeness(rest, places)
        return Whole.PLACE if local and inner is Whole.NAMED else inner
    within = kind.get("within")
    if within == "owner":
        start = inner_start(words)
        if start is not None:
            return completeness(words[start:], places)
        return Whole.PLACE if local else Whole.OPEN
    if local or within == "place":
        return Whole.PLACE
    return Whole.PROVINCE if within == "province" else Whole.NAMED


def inner_start(words: Words) -> int | None:
    """Return where the organisation begins of which ``words`` name a part: 3 in ``ban tổ chức đảng bộ quận``; None where none is named."""
    for start in range(len(head_of(words)) or 1, len(words)):
        head = head_of(words[start:])
        if head and heads()[0][head] in _INNER:
            return start
    return None


@lru_cache(maxsize=1)
def _nouns() -> tuple[frozenset[Words], frozenset[Words]]:
    """Words that name no organisation, and those that make whatever ends in them name none."""
    all_of, tails = set[Words](), set[Words]()
    for entry in lexicon("unit-nouns").entries:
        forms = {name_words(form) for form in entry.variants}
        all_of |= forms
        if entry.get("tail"):
            tails |= forms
    return frozenset(all_of), frozenset(tails)


def is_noun(words: Words) -> bool:
    """Return whether the key is a word for organisations in general: ``chi bộ``, ``đảng bộ các cấp``."""
    nouns, tails = _nouns()
    return words in nouns or any(words[-len(tail) :] == tail for tail in tails)

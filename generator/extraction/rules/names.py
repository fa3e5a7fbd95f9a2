"""Persons' names: which capitalised words form one.

A name is a family name and one to four further syllables, each capitalised (Nguyễn Thị Bích Hiền), or one of the
highland forms (Y Thanh Hà Niê, H’Yim Kđoh, A Phương). Places, schools, streets and prizes have the same shape: a
row of capitals therefore counts as a name only as far as its surroundings allow, and never after words such as
``trường`` or ``đường``. Sources: domain/roles.yml names; names.traps.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.rules.addresses import Address, address_before, address_end
from generator.extraction.rules.words import Phrases, Words, words_of
from generator.lexicon.load import lexicon
from generator.model.span import Span

_SHORTEST_HIGHLAND = 4  # letters with the apostrophe
LONGEST = 5  # syllables; six only in compound family names, which news hardly has


@dataclass(frozen=True, slots=True)
class Name:
    """The words ``[first, after)``. ``start`` is where its address begins; ``doubtful`` names need a position before
    them, because a place of the same shape could stand here.
    """

    first: int
    after: int
    start: int
    address: Address | None
    after_admin: bool
    strong: bool


@lru_cache(maxsize=1)
def _named_after() -> Phrases:
    return Phrases({variant: bool(entry.get("admin")) for entry in lexicon("named-after").entries for variant in entry.variants})


@lru_cache(maxsize=1)
def _places() -> Phrases:
    return Phrases({variant: entry.id for entry in lexicon("name-like-places").entries for variant in entry.variants})


@lru_cache(maxsize=1)
def _namesakes() -> dict[str, bool]:
    return {variant: bool(entry.get("never")) for entry in lexicon("namesakes").entries for variant in entry.variants}


@lru_cache(maxsize=1)
def _parts() -> dict[str, frozenset[str]]:
    parts = {entry.id: frozenset(entry.variants) for entry in lexicon("name-parts").entries}
    return {**parts, "families": frozenset(lexicon("family-names").by_variant) | parts["further-families"]}


def namesake(name: str) -> bool | None:
    """True for a name that is never a person of the event, False for one that is also a street's, None for others."""
    return _namesakes().get(name)


def names_in(words: Words, stops: Collection[int] = ()) -> list[Name]:
    """The names in a sentence, in reading order. ``stops`` are the words of positions, which no name holds."""
    memory, key = words.views.memory, (names_in, words.start, words.end, frozenset(stops))
    found: list[Name] | None = memory.get(key)
    if found is None:
        found = memory[key] = _sought(words, frozenset(stops))
    return found


def _sought(words: Words, cut: frozenset[int]) -> list[Name]:
    size, shape = len(words.low), words.shape
    names: list[Name] = []
    done = 0
    for index in [at for at, one in enumerate(shape) if one in "Ci"]:
        if index < done or index in cut:
            continue
        opening = address_end(words, index)
        if opening is not None and opening < size and shape[opening] == "C":
            done = opening  # Ông Trần Văn …: the honorific is no part of the row
            continue
        after = index + 1
        while after < size and after not in cut and words.spaced(after) and _continues(words, index, after):
            after += 1
        found = _name_in_row(words, index, after) if after - index > 1 else _highland_name(words, index)
        if found is not None:
            names.append(found)
        done = after if found is None else found.after
    return names


def _highland_name(words: Words, index: int) -> Name | None:
    """A highland name of one written word with an honorific before it and a position behind: ``ông K’Brôih, Bí thư …``."""
    low = words.low[index]
    if low[:2] not in {"k'", "k’", "h'", "h’"} or len(low) < _SHORTEST_HIGHLAND:
        return None
    if _POSITION.match(" ".join(words.low[index + 1 : index + 5])) is None:
        return None
    address = address_before(words, index)
    return None if address is None or address.plural else Name(index, index + 1, address.start, address, after_admin=False, strong=False)


def _continues(words: Words, first: int, index: int) -> bool:
    """Whether the word at ``index`` goes on with the row of capitals that began at ``first``."""
    if words.shape[index] in "Ci":
        in_capitals = index - first > 2 and words.written(index - 1, index + 1).isupper()
        return not (in_capitals and _verbs().at(words.low, index) is not None)
    return words.low[index] in {"văn", "thị"} and index + 1 < len(words) and words.shape[index + 1] == "C"


@lru_cache(maxsize=1)
def _verbs() -> Phrases:
    """Where all is in capitals, words such as ``NHẬN`` end a name."""
    return Phrases({variant: True for entry in lexicon("organisation-ends").entries for variant in entry.variants})


def _name_in_row(words: Words, first: int, after: int) -> Name | None:
    """The name in the row of capitalised words ``[first, after)``, if any."""
    low = words.low
    if first > 0 and low[first] == "đoàn" and low[first - 1] in _YOUTH_UNITS and after - first > 2:
        first += 1  # Bí thư huyện Đoàn Lê Văn …
    address = address_before(words, first)
    if address is not None:
        place = _places().at(low, first)
        stop = min(after, first + LONGEST)
        if after - first < 2 or (place is not None and (place[0] >= stop or low[first] not in _parts()["families"])):
            return None
        return _checked(words, first, stop, address, after_admin=False)
    best: tuple[int, int] | None = None
    for start in range(first, after - 1):
        score = _score(words, first, start, after)
        if score is not None and (best is None or score > best[0]):
            best = (score, start)
    if best is None:
        return None
    start = best[1]
    admin = False
    if start == first:
        cue = _named_after().before(low, first)
        if first > 1 and low[first - 2 : first] == ["nhà", "trường"]:
            cue = None  # Hiệu trưởng nhà trường Lê Thị …: no school of that name
        if cue is None and first > 0 and low[first - 1] == ".":
            cue = _named_after().before(low, first - 1)
        if cue is not None:
            if not cue[1]:
                return None
            admin = True
    elif _named_after().before(low, first) is not None and start - first == 1:
        admin = True
    return _checked(words, start, after, None, after_admin=admin)


def _score(words: Words, first: int, start: int, after: int) -> int | None:
    """How well a name could begin at ``start`` in the row; None where none can."""
    low, parts = words.low, _parts()
    size = after - start
    family = low[start] in parts["families"] or (low[start + 1] in parts["sure-middles"] and size > 2)
    if not family or not 2 <= size <= LONGEST + 1 or words.shape[start] != "C":
        return None
    place = _places().at(low, start)
    if place is not None and place[0] <= after and (place[0] == after or low[start] not in parts["frequent-families"]):
        return None
    score = 3 if low[start] in parts["frequent-families"] else 1 if low[start] in parts["needs-address"] else 2
    score += 2 if low[start + 1] in parts["sure-middles"] and size > 2 else 0
    score += {2: 0, 3: 1, 4: 1, 5: 0, 6: -3}[size]
    prefix = start - first
    if prefix == 1:
        score += 1 if low[first] in _ROW_OPENERS and first > 0 and words.shape[first - 1] != "p" else -2
    elif prefix > 1 and any((hit := _places().at(low, at)) is not None and hit[0] == start for at in range(max(first, start - 4), start)):
        score += 3
    elif prefix > 4:
        score -= 1
    return score


_TODAY = frozenset({"ông", "bà", "đồng", "đ/c", "anh", "chị"})
_POSITION = re.compile(
    r"(?:,|-|\() (?:nguyên )?(?:phó|bí thư|chủ tịch|chủ nhiệm|giám đốc|tổng giám đốc|trưởng|ủy viên|hiệu trưởng|thứ trưởng|bộ trưởng|chánh"
    r"|cục trưởng|vụ trưởng|ct|pct|bt|pbt)(?!\w)"
)
_YOUTH_UNITS = frozenset({"huyện", "tỉnh", "quận", "thành", "thị", "xã", "phường"})
#: Single capitalised words that end a unit's name before the holder's (Bí thư Đoàn Nguyễn …, Đảng ủy Khối Lê …).
_ROW_OPENERS = frozenset(
    "đoàn khối đảng bộ hội sở ban huế vinh nội khóa nước cục viện tổng trường tỉnh huyện xã thôn tp lào mỹ pháp nga".split()  # noqa: SIM905
)


def _checked(words: Words, first: int, after: int, address: Address | None, *, after_admin: bool) -> Name | None:
    low = words.low
    parts = _parts()
    family = low[first] in parts["families"] or low[first] in parts["highland-first"] or "'" in low[first]
    family = family or (low[first + 1] in parts["sure-middles"] and after - first > 2)
    if (after - first == 2 and low[first + 1] in parts["sure-middles"]) or _is_cut_short(words, after):
        return None
    place = _places().at(low, first + 1)
    if low[first] == "đoàn" and place is not None and place[0] == after:
        return None  # ĐBQH Đoàn Bình Định
    if not family and (address is None or not (address.comrade or address.rank is not None or after - first >= 3)):
        return None
    if words.shape[first] == "i" and low[first] not in parts["highland-first"]:
        return None
    if words.shape[after - 1] == "i" and (after - first < 3 or not family):
        return None
    if words.ends[after - 1] - words.starts[first] > 45:
        return None
    if low[first] == "hồ" and low[first + 1 : first + 3] == ["chí", "minh"]:
        return None
    never = namesake(" ".join(low[first:after]))
    if never and not _is_living(words, " ".join(low[first:after]), after, address):
        return None
    frequent = low[first] in parts["frequent-families"]
    if address is None and (_is_broken(words, after) or (after - first == 2 and low[first] in parts["needs-address"])):
        return None
    strong = never is None and after - first >= 3 and (frequent or low[first + 1] in parts["sure-middles"])
    start = first if address is None else address.start
    return Name(first, after, start, address, after_admin, strong)


@lru_cache(maxsize=1)
def _old_names() -> frozenset[str]:
    return frozenset(name for name, entry in lexicon("namesakes").by_variant.items() if entry.id == "anh-hung-lich-su")


def _is_living(words: Words, name: str, after: int, address: Address | None) -> bool:
    """Whether someone of today bears a hero's name: addressed, and with a position behind the name."""
    if address is None or words.low[address.start] not in _TODAY or name not in _old_names():
        return False
    return _POSITION.match(" ".join(words.low[after : after + 4])) is not None


@lru_cache(maxsize=1)
def _compounds() -> Phrases:
    names = ("organisation-heads", "organisation-words")
    return Phrases({v: True for name in names for entry in lexicon(name).entries for v in entry.variants if " " in v})


def _is_broken(words: Words, after: int) -> bool:
    """Whether the last syllable opens a word of an organisation's name: Đoàn Thanh|niên, Đoàn Trường Đại|học."""
    if after >= len(words) or words.shape[after] == "p":
        return False
    hit = _compounds().at(words.low, after - 1)
    return hit is not None and hit[0] > after


def _is_cut_short(words: Words, after: int) -> bool:
    """Whether the name goes on in letters that are no syllable: ``Nguyễn Thị Ng.``, ``Kim Dae-jung``."""
    if after >= len(words):
        return False
    if words.low[after] == "-" and after + 1 < len(words):
        return not words.spaced(after) and not words.spaced(after + 1) and words.shape[after + 1] == "l"
    return words.shape[after] == "U" and words.spaced(after) and words.written(after, after + 1).istitle()


def shown(words: Words, name: Name) -> str:
    """The name as the archive writes it: single spaces, small letters where the text writes capitals only."""
    written = words.written(name.first, name.after)
    if written.isupper() and len(written) > 4:
        return " ".join(part[:1] + part[1:].lower() for part in written.split())
    return " ".join(part[:1].upper() + part[1:] for part in written.split())


@rule(
    "person.name",
    examples=[
        Example("Đồng chí [[Trương Thị Ngọc Sen]] dự hội nghị", "Trương Thị Ngọc Sen"),
        Example("Giám đốc Sở Y tế Hà Nội [[Lê Quang Khải]] cho biết", "Lê Quang Khải"),
        Example("ông [[Giàng A Sình]] vui lắm", "Giàng A Sình"),
        Example("chị [[H’Lan Niê]] nói", "H’Lan Niê"),
        Example("tặng hoa bà [[Hoàng Thị Mây]]Lãnh đạo xã", "Hoàng Thị Mây"),
        Example("Bí thư Đoàn [[Phạm Văn Tài]]", "Phạm Văn Tài"),
        Example("Đ/c [[NGÔ THỊ LỰU]] chủ trì", "Ngô Thị Lựu"),
    ],
    counterexamples=[
        "học sinh trường THPT Nguyễn Gia Thiều",
        "nhà số 5 đường Lê Thanh Nghị",
        "giải thưởng Nguyễn Đức Cảnh",
        "TP Hồ Chí Minh",
        "học tập tư tưởng Hồ Chí Minh",
        "tỉnh Thái Nguyên",
        "Ban Thường vụ Tỉnh ủy Lâm Đồng",
    ],
    source="domain/roles.yml names",
)
def names(passage: Passage) -> Iterator[Finding]:
    """The persons' names in a sentence, without what addresses them."""
    words = words_of(passage.views, passage.start, passage.stop)
    for name in names_in(words):
        yield Finding(Span(words.starts[name.first], words.ends[name.after - 1]), shown(words, name))

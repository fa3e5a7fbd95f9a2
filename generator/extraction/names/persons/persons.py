"""Persons' names: finds which capitalised words form a name.

A name is a family name and one to four further syllables, each capitalised (Nguyễn Thị Bích Hiền), or one of the highland forms
(Y Thanh Hà Niê, H’Yim Kđoh, A Phương). Places, schools, streets and prizes have the same shape. So a row of capitals is a name
only as far as its context allows, and never after words such as ``trường`` or ``đường``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.persons.addresses import Address, address_before, address_end, address_with_field
from generator.extraction.names.persons.foreign import PARTICLES, Name, foreign_name, foreign_starts
from generator.extraction.names.persons.namesakes import POSITION, is_living, namesake
from generator.extraction.names.persons.occupations import calling_ends_at
from generator.extraction.names.persons.person_context import holds_post, is_broken, is_cut_short, is_titled, name_parts
from generator.extraction.names.persons.stage_names import stage_name
from generator.extraction.names.words import Phrases, SentenceWords, words_of
from generator.lexicon.load import lexicon
from generator.model.span import Span

_SHORTEST_HIGHLAND = 4  # letters with the apostrophe
LONGEST = 5  # syllables; six only in compound family names, which are rare in news


@lru_cache(maxsize=1)
def _named_after() -> Phrases:
    return Phrases({variant: bool(entry.get("admin")) for entry in lexicon("named-after").entries for variant in entry.variants})


@lru_cache(maxsize=1)
def _places() -> Phrases:
    return Phrases({variant: entry.id for entry in lexicon("name-like-places").entries for variant in entry.variants})


def names_in(words: SentenceWords, stops: Collection[int] = ()) -> list[Name]:
    """Return the names in a sentence, in reading order. ``stops`` are the words of positions, which no name contains."""
    memory, key = words.views.memory, (names_in, words.start, words.end, frozenset(stops))
    found: list[Name] | None = memory.get(key)
    if found is None:
        found = memory[key] = _sought(words, frozenset(stops))
    return found


def _sought(words: SentenceWords, cut: frozenset[int]) -> list[Name]:
    size, shape = len(words.low), words.shape
    names: list[Name] = []
    done, never_first = 0, name_parts()["never-first"]
    mixed = foreign_starts(words)
    for index in [at for at, kind in enumerate(shape) if kind in ("CiU" if mixed else "Ci")]:
        if index < done or index in cut or words.low[index] in never_first:
            continue
        if index in mixed and (foreign := foreign_name(words, index, cut)) is not None:
            names.append(foreign)
            done = foreign.after
            continue
        if shape[index] == "U":
            continue
        opening = address_end(words, index)
        if opening is not None and opening < size and (shape[opening] == "C" or words.low[opening] in name_parts()["highland-first"]):
            done = opening  # Ông Trần Văn …: the honorific is not part of the row
            continue
        after = index + 1
        while after < size and after not in cut and words.spaced(after) and _continues(words, index, after):
            after += 1
        found = _name_in_row(words, index, after) if after - index > 1 else _highland_name(words, index)
        found = found or stage_name(words, index, after)
        if found is not None:
            names.append(found)
        done = after if found is None else found.after
    return names


def _highland_name(words: SentenceWords, index: int) -> Name | None:
    """Return a highland name of a single word with an honorific before it and a position behind: ``ông K’Brôih, Bí thư …``; else None."""
    low = words.low[index]
    if low[:2] not in {"k'", "k’", "h'", "h’"} or len(low) < _SHORTEST_HIGHLAND:
        return None
    if POSITION.match(" ".join(words.low[index + 1 : index + 5])) is None:
        return None
    address = address_before(words, index)
    return None if address is None or address.plural else Name(index, index + 1, address.start, address, after_admin=False, strong=False)


def _continues(words: SentenceWords, first: int, index: int) -> bool:
    """Return whether the word at ``index`` continues the row of capitals that began at ``first``."""
    if words.shape[index] in "Ci":
        if _honours().at(words.low, index) is not None:
            return False  # tặng cô Đỗ Thị Mận Huân chương …
        in_capitals = index - first > 2 and words.written(index - 1, index + 1).isupper()
        return not (in_capitals and _verbs().at(words.low, index) is not None)
    return words.low[index] in {"văn", "thị"} and index + 1 < len(words) and words.shape[index + 1] == "C"


@lru_cache(maxsize=1)
def _honours() -> Phrases:
    """Return the award types, of two words or more, that may follow a name directly: ``Huân chương Lao động``, ``Bằng khen``."""
    return Phrases({variant: True for entry in lexicon("award-types").entries for variant in entry.variants if " " in variant})


@lru_cache(maxsize=1)
def _verbs() -> Phrases:
    """Return the words that end a name where all is in capitals, such as ``NHẬN``."""
    return Phrases({variant: True for entry in lexicon("organisation-ends").entries for variant in entry.variants})


def _name_in_row(words: SentenceWords, first: int, after: int) -> Name | None:
    """Return the name in the row of capitalised words ``[first, after)``, if any."""
    low = words.low
    youth = first > 0 and low[first] == "đoàn" and low[first - 1] in _YOUTH_UNITS and after - first > 2
    if youth and low[first + 1] not in name_parts()["sure-middles"]:
        first += 1  # Bí thư huyện Đoàn Lê Văn …
    address = address_before(words, first)
    if address is not None:
        place = _places().at(low, first)
        stop = min(after, first + LONGEST)
        if after - first < 2 or (place is not None and (place[0] >= stop or low[first] not in name_parts()["families"])):
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
        cue = _kind_before(words, first)
        if cue is not None and holds_post(words, first, after):
            cue = None  # Giám đốc Bệnh viện Phùng Văn … báo cáo: the holder's name, the unit stays bare
        if cue is None and first > 0 and low[first - 1] == ".":
            cue = _named_after().before(low, first - 1)
        if cue is None and (fielded := address_with_field(words, first)) is not None:
            return _checked(words, first, min(after, first + LONGEST), fielded, after_admin=False)
        if cue is not None:
            if not cue[1]:
                return None
            admin = True
    elif _named_after().before(low, first) is not None and start - first == 1:
        admin = True
    return _checked(words, start, after, None, after_admin=admin)


def _kind_before(words: SentenceWords, first: int) -> tuple[int, bool] | None:
    """Return the kind of place or thing that a row of capitals names (``trường``, ``phim``); None where the kind is a person's own word."""
    cue = _named_after().before(words.low, first)
    if first > 1 and words.low[first - 2 : first] == ["nhà", "trường"]:
        return None  # Hiệu trưởng nhà trường Lê Thị …: no school of that name
    calling = None if cue is None else calling_ends_at(words, first)
    return None if cue is not None and calling is not None and calling < cue[0] else cue  # nhà quay phim Lê Văn …


def _score(words: SentenceWords, first: int, start: int, after: int) -> int | None:
    """Return how well a name could begin at ``start`` in the row; None if none can."""
    low, parts = words.low, name_parts()
    size = after - start
    family = low[start] in parts["families"] or (low[start + 1] in parts["sure-middles"] and size > 2)
    if start == first and low[start] == "y" and size > 2 and words.shape[start] == "i":
        return 6  # Y Bhiông Niê
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


_YOUTH_UNITS = frozenset({"huyện", "tỉnh", "quận", "thành", "thị", "xã", "phường"})
#: Single capitalised words that end a unit's name before the holder's (Bí thư Đoàn Nguyễn …, Đảng ủy Khối Lê …).
_ROW_OPENERS = frozenset(
    "đoàn khối đảng bộ hội sở ban huế vinh nội khóa nước cục viện tổng trường tỉnh huyện xã thôn tp lào mỹ pháp nga".split()  # noqa: SIM905
)


def _checked(words: SentenceWords, first: int, after: int, address: Address | None, *, after_admin: bool) -> Name | None:
    low = words.low
    parts = name_parts()
    family = low[first] in parts["families"] or low[first] in parts["highland-first"] or "'" in low[first]
    family = family or (low[first + 1] in parts["sure-middles"] and after - first > 2)
    if (after - first == 2 and low[first + 1] in parts["sure-middles"]) or is_cut_short(words, after):
        return None
    if low[first] == "đoàn" and (place := _places().before(low, after)) is not None and place[0] > first:
        return None  # ĐBQH Đoàn Bình Định
    if not family and (
        address is None or not (address.comrade or address.rank is not None or after - first >= 3 or is_titled(words, after))
    ):
        return None
    if words.shape[first] == "i" and low[first] not in parts["highland-first"]:
        return None
    if words.shape[after - 1] == "i" and (after - first < 3 or not family):
        return None
    if low[after - 2 : after] == ["việt", "nam"]:
        return None  # Công đoàn Công Thương Việt Nam
    if words.ends[after - 1] - words.starts[first] > 45:
        return None
    if low[first] == "hồ" and low[first + 1 : first + 3] == ["chí", "minh"]:
        return None
    never = namesake(" ".join(low[first:after]))
    if never and not is_living(words, " ".join(low[first:after]), first, after, address):
        return None
    frequent = low[first] in parts["frequent-families"]
    if address is None and (is_broken(words, after) or (after - first == 2 and low[first] in parts["needs-address"])):
        return None
    strong = never is None and after - first >= 3 and (frequent or low[first + 1] in parts["sure-middles"])
    start = first if address is None else address.start
    return Name(first, after, start, address, after_admin, strong)


def shown(words: SentenceWords, name: Name) -> str:
    """Return the name as the archive writes it: single spaces, and lower case where the text is all in capitals."""
    written = words.written(name.first, name.after)
    if written.isupper() and len(written) > 4:
        return " ".join(part[:1] + part[1:].lower() for part in written.split())
    return " ".join(part if part in PARTICLES else part[:1].upper() + part[1:] for part in written.split())


@rule(
    "person.name",
    examples=[
        Example("Đồng chí [[Trương Thị Ngọc Sen]] dự hội nghị", "Trương Thị Ngọc Sen"),
        Example("Giám đốc Sở Y tế Hà Nội [[Lê Quang Khải]] cho biết", "Lê Quang Khải"),
        Example("ông [[Giàng A Sình]] vui lắm", "Giàng A Sình"),
        Example("chị [[H’Lan Niê]] nói", "H’Lan Niê"),
        Example("tặng hoa bà [[Hoàng Thị Mây]]Lãnh đạo xã", "Hoàng Thị Mây"),
        Example("Bí thư Đoàn [[Phạm Văn Tài]]", "Phạm Văn Tài"),
        Example("Bí thư Chi bộ [[Phạm Văn Tài]] dự hội nghị", "Phạm Văn Tài"),
        Example("Đ/c [[NGÔ THỊ LỰU]] chủ trì", "Ngô Thị Lựu"),
    ],
    counterexamples=[
        "học sinh trường THPT Nguyễn Gia Thiều",
        "nhà số 5 đường Lê Thanh Nghị",
        "giải thưởng Nguyễn Đức Cảnh",
        "Bí thư Chi bộ Trần Hưng Đạo",
        "TP Hồ Chí Minh",
        "học tập tư tưởng Hồ Chí Minh",
        "tỉnh Thái Nguyên",
        "Ban Thường vụ Tỉnh ủy Lâm Đồng",
    ],
    source="lexicons family-names and honorifics",
)
def names(passage: Passage) -> Iterator[Finding]:
    """Yield the persons' names in a sentence, without honorifics, ranks and degrees."""
    words = words_of(passage.views, passage.start, passage.stop)
    for name in names_in(words):
        yield Finding(Span(words.starts[name.first], words.ends[name.after - 1]), shown(words, name))

"""Foreign persons' names: a row of capitalised words of which at least one is not a Vietnamese syllable.

Companies and places look alike. So a row is a person only with an honorific or a rank (``ông``, ``đồng chí``), with a position
that no company has (ambassador, minister, president) or with an occupation: ``Đại sứ Lào tại Việt Nam Sengphet …``, ``đồng chí
Khăm-phủi Kẹo-…``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.names.persons.addresses import Address, address_before, address_end
from generator.extraction.names.persons.occupations import calling_at, occupation_before
from generator.extraction.names.words import Phrases, SentenceWords
from generator.lexicon.load import lexicon

#: Entries of the lexicon ``roles`` that a country's name may follow.
POSTS_ABROAD = frozenset({"thong-doc", "nguyen-thu-quoc-gia", "chu-tich-quoc-hoi", "thu-tuong", "bo-truong", "thu-truong", "chu-tich-nuoc"})
LONGEST_POSTING = 7  # words between a position and its holder's name: Việt Nam tại Hàn Quốc
MOST_WORDS = 4
MOST_PIECES = 24  # words and hyphens; a limit, so that a long row is not read again from each of its words
_SHORTEST = 3  # letters of a foreign word in a name
PARTICLES = frozenset({"de", "von", "van", "der", "di", "del", "bin", "al", "el"})  # lower-case words inside a name
_HYPHENS = frozenset({"-", "‑"})
_JOINING = _HYPHENS | PARTICLES


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name at the words ``[first, after)``.

    ``start`` is where its address begins. ``after_admin``: it follows a kind of place. ``strong``: it can hardly be anything
    but a person's name.
    """

    first: int
    after: int
    start: int
    address: Address | None
    after_admin: bool
    strong: bool


@lru_cache(maxsize=1)
def _posts() -> Phrases:
    return Phrases({variant: True for entry in lexicon("roles").entries if entry.id in POSTS_ABROAD for variant in entry.variants})


@lru_cache(maxsize=1)
def _countries() -> Phrases:
    return Phrases({variant: entry.id for entry in lexicon("countries").entries for variant in entry.variants})


def foreign_name(words: SentenceWords, index: int, cut: Collection[int]) -> Name | None:
    """Return the foreign name that begins at the word ``index``, or None."""
    after = _row_end(words, index, cut)
    if after is None:
        return None
    if index > 0 and words.shape[index - 1] in "CU" and words.low[index - 1] not in _closing_words(words, index):
        return None
    if address_end(words, index) is not None or _countries().at(words.low, index) is not None:
        return None
    address = address_before(words, index)
    if address is not None:
        opening = words.low[address.start]
        country = opening == "anh" and words.shape[address.start] == "C" and address.start > 0 and words.shape[address.start - 1] != "p"
        single = (address.honorific or address.rank is not None) and not (address.dead or country or opening == "cụ")
        return Name(index, after, address.start, address, after_admin=False, strong=False) if single else None
    sure = _behind_post(words, index) or _behind_calling(words, index) or _before_calling(words, after)
    return Name(index, after, index, None, after_admin=False, strong=False) if sure else None


def _closing_words(words: SentenceWords, index: int) -> frozenset[str]:
    """Return the word before ``index`` if it ends an address, an occupation, a position or a country; else an empty set."""
    low = words.low
    closes = (
        address_before(words, index) is not None
        or occupation_before(words, index) is not None
        or _posts().before(low, index) is not None
        or _countries().before(low, index) is not None
    )
    return frozenset({low[index - 1]}) if closes else frozenset()


def foreign_starts(words: SentenceWords) -> frozenset[int]:
    """Return the words at which a foreign name may begin: capitalised ones behind which, within a name's length, another word or mark than
    a capitalised syllable comes that such a name contains."""
    low, shape, starts = words.low, words.shape, set[int]()
    if "U" not in shape and _HYPHENS.isdisjoint(low):
        return frozenset()  # nearly always; a particle alone makes no name foreign
    for mark in [at for at, kind in enumerate(shape) if kind == "U" or (kind in "pl" and low[at] in _JOINING)]:
        if shape[mark] == "U":
            starts.add(mark)
        at = mark - 1
        while at >= max(0, mark - MOST_WORDS) and shape[at] == "C":
            starts.add(at)
            at -= 1
    return frozenset(starts)


def _row_end(words: SentenceWords, index: int, cut: Collection[int]) -> int | None:
    """Return the end of a row of two to four capitalised words that contains a foreign word or a hyphen; None for any other."""
    size = len(words)
    at, count, foreign = index, 0, False
    while at < size and at not in cut and (at == index or words.spaced(at)):
        if count > MOST_WORDS or at - index > MOST_PIECES:
            return None
        if count and words.low[at] in PARTICLES and words.shape[at] == "l" and at + 1 < size and words.shape[at + 1] in "CU":
            at += 1
            continue
        written = words.written(at, at + 1)
        if not (words.shape[at] == "C" or (words.shape[at] == "U" and written.istitle() and len(written) >= _SHORTEST)):
            break
        if written.isupper():
            return None
        foreign |= words.shape[at] == "U"
        count, at = count + 1, at + 1
        while at - index <= MOST_PIECES and _is_hyphened(words, at):
            foreign, at = True, at + 2
    return at if foreign and 2 <= count <= MOST_WORDS else None


def _is_hyphened(words: SentenceWords, at: int) -> bool:
    """Return whether the word at ``at`` is a hyphen inside a name: ``Khăm-phủi``."""
    if at + 1 >= len(words) or words.low[at] not in _HYPHENS:
        return False
    joined = not words.spaced(at) and not words.spaced(at + 1) and words.low[at + 1].isalpha()
    return joined and (words.shape[at + 1] in "lU" or words.shape[at - 1] == "U")  # Sang-Đội phó, Bà Rịa-Vũng Tàu are not such names


def _behind_calling(words: SentenceWords, index: int) -> bool:
    """Return whether an occupation that no firm has precedes the name; ``huấn luyện viên The Voice`` names a show."""
    if words.low[index] == "the":
        return False
    people = index - 2
    if people > 0 and words.low[people] == "người" and _countries().at(words.low, people + 1) is not None:
        index = people  # bác sĩ phẫu thuật người Pháp …
    occupation = occupation_before(words, index)
    return occupation is not None and not occupation.entry.get("corporate")


def _before_calling(words: SentenceWords, after: int) -> bool:
    """Return whether an occupation that no firm has follows the name: ``Pascal de Sarthe, một người sưu tầm``."""
    at = after + 1
    if at >= len(words) or words.low[after] not in {",", "-", "("}:
        return False
    at += words.low[at] in {"một", "vị"} and at + 1 < len(words)
    found = calling_at(words, at)
    return found is not None and not found[1].get("corporate")


def _behind_post(words: SentenceWords, index: int) -> bool:
    """Return whether a position precedes ``index`` with nothing but places between."""
    for at in range(index - 1, max(-1, index - LONGEST_POSTING - 2), -1):
        hit = _posts().at(words.low, at)
        if hit is not None and hit[0] <= index and hit[0] > at:
            return all(words.shape[place] in "CU" or words.low[place] in {"tại", "nước", "ở"} for place in range(hit[0], index))
        if words.shape[at] == "p":
            return False
    return False

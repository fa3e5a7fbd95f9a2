"""Words for occupations: ``tài xế``, ``họa sĩ``, ``chuyên gia tài chính``.

The class is open, so it is recognised by form as well as by words: the last syllable (sĩ, sư, viên) makes an occupation of the
word before it, and some words continue with a field of their own. Source: lexicon ``occupations``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.names.words import Phrases, SentenceWords
from generator.lexicon.load import Entry, lexicon

LONGEST_FIELD = 6  # words of a field behind a calling: chuyên gia | tư vấn cao cấp về nghệ thuật
AGE = 2  # words of an age: 31 tuổi
LONGEST_CALLING = 4  # words of a calling itself
_SEX = frozenset({"nam", "nữ"})
_FORMER = frozenset({"cựu", "nguyên", "lão", "tân"})
#: Words before an occupation that is part of a firm's name: Văn phòng | luật sư, Đoàn | luật sư.
_FIRMS = frozenset({"phòng", "đoàn", "hội", "bộ", "nhà", "trường"})


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation at the words ``[first, after)``; its own words end at ``core``, where its field begins."""

    first: int
    core: int
    after: int
    entry: Entry


@lru_cache(maxsize=1)
def _callings() -> Phrases:
    entries = [entry for entry in lexicon("occupations").entries if not (entry.get("syllable") or entry.get("describes"))]
    return Phrases({variant: entry for entry in entries for variant in entry.variants})


@lru_cache(maxsize=1)
def _syllables() -> dict[str, Entry]:
    return {variant: entry for entry in lexicon("occupations").entries if entry.get("syllable") for variant in entry.variants}


@lru_cache(maxsize=1)
def _fields() -> Phrases:
    """Return the words of a field that may follow any occupation, and the words that describe its bearer."""
    described = [entry for entry in lexicon("occupations").entries if entry.get("describes")]
    return Phrases({v: True for entry in (*described, *lexicon("organisation-words").entries) for v in entry.variants})


@lru_cache(maxsize=1)
def _units() -> Phrases:
    """Return the units written in lower case: ``người sáng lập | trường tiểu học …``."""
    return Phrases(dict.fromkeys(lexicon("role-units").by_id["nha-truong"].variants, True))


@lru_cache(maxsize=1)
def _ends() -> Phrases:
    return Phrases({variant: True for entry in lexicon("organisation-ends").entries for variant in entry.variants})


def calling_at(words: SentenceWords, index: int) -> tuple[int, Entry] | None:
    """Return the end of the occupation that begins at the word ``index``, with its entry; None if none begins there."""
    hit = _callings().at(words.low, index)
    if hit is not None:
        return None if hit[1].get("apart") else hit
    if index + 1 < len(words) and words.shape[index + 1] == "l" and words.shape[index] in "lC":
        entry = _syllables().get(words.low[index + 1])
        return None if entry is None else (index + 2, entry)
    return None


def calling_ends_at(words: SentenceWords, index: int) -> int | None:
    """Return where the listed calling that ends before the word ``index`` begins; None where none ends there."""
    hit = _callings().before(words.low, index)
    return None if hit is None or hit[1].get("apart") else hit[0]


def age_before(words: SentenceWords, index: int) -> int:
    """Return where an age or a grade before the word ``index`` begins (``đạo diễn | 31 tuổi``, ``thợ nguội | bậc 7``), else ``index``."""
    if index <= AGE:
        return index
    pair = words.low[index - AGE : index]
    aged = (pair[1] == "tuổi" and pair[0].isdigit()) or (pair[0] == "bậc" and pair[1].isdigit())
    return index - AGE if aged else index


def occupation_before(words: SentenceWords, index: int) -> Occupation | None:
    """Return the occupation that ends before the word ``index``, where a name begins; None if none does."""
    for first in range(index - 1, max(-1, index - LONGEST_FIELD - 4), -1):
        if words.shape[first] not in "lCU" or (first < index - 1 and words.shape[first + 1] not in "lU"):
            return None
        found = calling_at(words, first)
        if found is None or found[0] > index:
            continue
        core, entry = found
        if core < index and not _is_field(words, core, index, entry):
            return None
        for start in range(max(0, first - LONGEST_CALLING + 1), first):  # nhân viên | bảo vệ: the word may begin further left
            longer = calling_at(words, start)
            if longer is not None and longer[0] >= core:
                first, core, entry = start, *longer
                break
        if first > 0 and words.low[first - 1] in _FIRMS:
            return None
        if first > 0 and words.low[first - 1] in _FORMER and words.shape[first - 1] == "l":
            first -= 1
        return Occupation(first, core, index, entry)
    return None


def occupation_behind(words: SentenceWords, index: int, barrier: int) -> Occupation | None:
    """Return the occupation that begins at the word ``index`` behind a name, with as much of its field as is certain, or None."""
    if words.low[index] in _SEX and index + 1 < barrier:
        index += 1
    start = index + 1 if words.low[index] in _FORMER and index + 1 < barrier else index
    found = calling_at(words, start)
    if found is None or found[0] > barrier:
        return None
    core, entry = found
    at = core
    while at < min(barrier, core + LONGEST_FIELD) and words.shape[at] == "l" and _units().at(words.low, at) is None:
        known = _fields().at(words.low, at)
        if known is not None and known[0] <= barrier:
            at = known[0]
        elif entry.get("open") and _ends().at(words.low, at) is None:
            at += 1
        else:
            break
    if entry.get("open") and at + 1 < barrier and words.low[at] == "về" and words.shape[at + 1] == "l":
        at = _matter_end(words, at + 1, barrier)
    return Occupation(index, core, at, entry)


def _matter_end(words: SentenceWords, at: int, barrier: int) -> int:
    """Return where the subject of an expert ends: ``về | nghệ thuật Việt Nam``."""
    stop = min(barrier, at + LONGEST_FIELD)
    while at < stop and words.shape[at] == "l" and _ends().at(words.low, at) is None:
        at += 1
    while at < stop and words.shape[at] == "C":
        at += 1
    return at


def _is_field(words: SentenceWords, at: int, stop: int, entry: Entry) -> bool:
    """Return whether the words ``[at, stop)`` are an occupation's field: known words, or any lower-case words but verbs if the
    field is open."""
    if stop - at > LONGEST_FIELD:
        return False
    while at < stop:
        known = _fields().at(words.low, at)
        if _units().at(words.low, at) is not None:
            return False  # đồng sáng lập | công ty …
        if known is not None and known[0] <= stop:
            at = known[0]
        elif entry.get("open") and words.shape[at] == "l" and _ends().at(words.low, at) is None:
            at += 1
        else:
            return False
    return True


def no_end_between(words: SentenceWords, first: int, after: int) -> bool:
    """Return whether no lower-case word of ``[first, after)`` ends an organisation's name, as verbs and links do."""
    return all(words.shape[at] != "l" or _ends().at(words.low, at) is None for at in range(first, after))

"""Forms of address before a name: honorifics (``đồng chí``), ranks (``Đại tá``), degrees (``PGS.TS``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.names.words import Phrases, SentenceWords
from generator.lexicon.load import lexicon


@dataclass(frozen=True, slots=True)
class Address:
    """Honorifics, rank and degrees directly before a name.

    ``start`` is a word index. ``calling`` is the person's occupation, if spelled out (luật sư, bác sĩ).
    """

    start: int
    honorific: bool
    plural: bool
    rank: str | None
    dead: bool
    comrade: bool
    calling: str | None = None


_SEVERAL = frozenset({"các", "những", "hai", "ba", "bốn", "nhóm"})


@lru_cache(maxsize=1)
def _addresses() -> Phrases:
    kinds = [(entry, "plural" if entry.get("plural") else "honorific") for entry in lexicon("honorifics").entries]
    kinds += [(entry, str(entry.get("kind"))) for entry in lexicon("ranks-and-degrees").entries]
    kinds += [(entry, "dead") for entry in lexicon("role-modifiers").entries if entry.get("position") == "dead"]
    return Phrases({variant: kind for entry, kind in kinds for variant in entry.variants})


@lru_cache(maxsize=1)
def _closers() -> frozenset[str]:
    return _addresses().closers


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    return _addresses().openers


@lru_cache(maxsize=1)
def _callings() -> frozenset[str]:
    """Return the occupations that are spelled out: ``luật sư``, ``bác sĩ``; not ``LS``, ``BS``."""
    entries = [*lexicon("honorifics").entries, *lexicon("ranks-and-degrees").entries]
    return frozenset(v for entry in entries if entry.get("calling") for v in entry.variants if " " in v and "ck" not in v)


@lru_cache(maxsize=1)
def _degrees() -> frozenset[str]:
    return frozenset(v for entry in lexicon("ranks-and-degrees").entries if entry.get("kind") == "degree" for v in entry.variants)


def address_before(words: SentenceWords, index: int) -> Address | None:
    """Return the honorifics, rank and degrees that end before the word ``index``; None if there are none."""
    if index == 0 or not (words.low[index - 1] in _closers() or words.low[index - 1] == "." or words.shape[index - 1] == "U"):
        return None
    at, honorific, plural, rank, dead, comrade, found = index, False, False, None, False, False, False
    calling: str | None = None
    while at > 0:
        below = at
        while below > 0 and found and words.low[below - 1] in {".", ",", "-", "/"} and below >= 2:
            below -= 1  # PGS. TS. , PGS, TS; Giáo sư - Tiến sĩ
        hit = _addresses().before(words.low, below)
        if hit is None and below < at and words.low[at - 1] != ".":
            below = at
        if hit is None and words.low[at - 1] == "." and at >= 2:
            hit = _addresses().before(words.low, at - 1)  # TS. Nguyễn, Đ/c. Nguyễn
            if hit is not None and hit[1] != "degree" and words.low[hit[0]] not in {"đ", "đ/c", "đc", "bs", "ls", "ks", "kts", "ds"}:
                hit = None
        if hit is None and at > 0 and _is_degree_chain(words.low[at - 1]):
            hit = (at - 1, "degree")
        if hit is None:
            break
        start, kind = hit
        if below < at and found and words.low[at - 1] in {",", "-"} and kind not in {"degree", "rank"}:
            break
        if kind == "rank":
            rank = rank or words.written(start, _rank_end(words, start))
        end = _rank_end(words, start)
        if calling is None and " ".join(words.low[start:end]) in _callings():
            calling = words.written(start, end)
        plural |= kind == "plural"
        honorific |= kind in {"honorific", "plural"}
        dead |= kind == "dead"
        comrade |= words.low[start] in {"đ", "đ/c", "đc", "đồng"} or words.low[start + 1] in {"đồng", "đ/c"}
        at, found = start, True
    plural |= calling is not None and at > 0 and words.low[at - 1] in _SEVERAL  # các nghệ sĩ A, B
    if found and at > 0 and (words.low[at - 1] == "phòng" or (calling and words.low[at - 1] in {"đoàn", "hội"})):
        return None  # Văn phòng Luật sư Nguyễn Anh
    return Address(at, honorific, plural, rank, dead, comrade, calling) if found else None


_LONGEST_FIELD = 5  # words of a field between a degree or a calling and the name: GS | sử học, bác sĩ | phẫu thuật tim
_LINKS = frozenset({"và", "của", "cùng", "là", "do", "với", "tên", "như", "cho", "theo", "hay", "hoặc", "nào", "này"})


def address_with_field(words: SentenceWords, index: int) -> Address | None:
    """Return the degree or calling before the word ``index`` with its field between them; None if there is none.

    ``GS sử học Lê Văn …``, ``bác sĩ phẫu thuật tim Trần …``.
    """
    at = index
    while at > 0 and index - at < _LONGEST_FIELD and words.shape[at - 1] == "l" and words.low[at - 1] not in _LINKS:
        if _verbs().at(words.low, at - 1) is not None:
            return None
        at -= 1
        last = words.low[at - 1] if at > 0 else ""
        if at < index and (last in _fielded() or _is_degree_chain(last)) and (found := address_before(words, at)) is not None:
            return found if found.calling is not None or not (found.honorific or found.rank) else None
    return None


@lru_cache(maxsize=1)
def _fielded() -> frozenset[str]:
    """Return the last words of degrees and callings, behind which a field may follow."""
    return frozenset(words.split()[-1] for words in _degrees())


@lru_cache(maxsize=1)
def _verbs() -> Phrases:
    return Phrases({variant: True for entry in lexicon("organisation-ends").entries for variant in entry.variants})


def address_end(words: SentenceWords, index: int) -> int | None:
    """Return the word after the honorific, rank or degree that begins at ``index``; None if none begins there."""
    if words.low[index] not in _openers():
        return None
    hit = _addresses().at(words.low, index)
    return None if hit is None else hit[0]


def address_opens(words: SentenceWords, index: int) -> bool:
    """Return whether an honorific or a rank begins at the word ``index``."""
    if words.low[index] not in _openers():
        return False
    hit = _addresses().at(words.low, index)
    return hit is not None and hit[1] != "degree"


def _rank_end(words: SentenceWords, start: int) -> int:
    hit = _addresses().at(words.low, start)
    return start + 2 if hit is None else hit[0]


def _is_degree_chain(low: str) -> bool:
    pieces = re.split(r"[.&/\-]", low)
    return len(pieces) > 1 and all(piece in _degrees() or piece in {"ck", "i", "ii"} for piece in pieces)

"""Keys shared by the written forms of one organisation's name.

    Ban Thường vụ Đảng uỷ Khối DN quận Long Biên
    ĐẢNG ỦY KHỐI DOANH NGHIỆP QUẬN LONG BIÊN       ──▶  đảng bộ khối doanh nghiệp quận long biên

Case, tone placement, spaces, dashes and joining words don't count; abbreviations are written out (lexicon ``unit-abbreviations``); a body
that acts for its organisation gives way to it (``unit-acting``), and a Party committee is its organisation (Đảng ủy X is Đảng bộ X). Words
keep their diacritics: names that merely fold alike are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.lexicon.load import lexicon
from generator.text.folding import canonical
from generator.text.normalization import archived

#: The words of a name, or of its key.
Words = tuple[str, ...]
#: Phrases with what they mean, and by their first word how long they are, longest first.
_Phrases = tuple[Mapping[Words, Words], Mapping[str, tuple[int, ...]]]

_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+(?:['/][^\W_]+)*")
#: Words that join the parts of a name and are often left out or written as a dash.
_JOINING = frozenset({"và", "của"})
#: What a committee is the committee of.
_COMMITTEES: Mapping[Words, Words] = {
    ("đảng", "ủy"): ("đảng", "bộ"),
    ("chi", "ủy"): ("chi", "bộ"),
    ("tỉnh", "ủy"): ("đảng", "bộ", "tỉnh"),
    ("thành", "ủy"): ("đảng", "bộ", "thành", "phố"),
    ("quận", "ủy"): ("đảng", "bộ", "quận"),
    ("huyện", "ủy"): ("đảng", "bộ", "huyện"),
    ("thị", "ủy"): ("đảng", "bộ", "thị", "xã"),
    ("tỉnh", "đoàn"): ("đoàn", "thanh", "niên", "tỉnh"),
    ("thành", "đoàn"): ("đoàn", "thanh", "niên", "thành", "phố"),
    ("quận", "đoàn"): ("đoàn", "thanh", "niên", "quận"),
    ("huyện", "đoàn"): ("đoàn", "thanh", "niên", "huyện"),
    ("thị", "đoàn"): ("đoàn", "thanh", "niên", "thị", "xã"),
    ("huyện", "đoàn", "hùng"): ("huyện", "đoàn", "hùng"),  # a district of Phú Thọ
    ("trung", "ương", "đoàn", "thanh", "niên", "cộng", "sản", "hồ", "chí", "minh"): ("trung", "ương", "đoàn"),
    ("đoàn", "thanh", "niên", "cộng", "sản", "hồ", "chí", "minh"): ("đoàn", "thanh", "niên"),
}
#: Behind a committee: its member, no organisation (Quận ủy viên).
_MEMBER = "viên"


@lru_cache(maxsize=100_000)
def words_of(name: str) -> Words:
    """Return the words of ``name`` as the key counts them, before anything is written out."""
    plain = _BRACKETS.sub(" ", canonical(archived(name)))
    return tuple(word for word in _WORD.findall(plain) if word not in _JOINING)


@lru_cache(maxsize=100_000)
def name_words(name: str) -> Words:
    """Return the key of ``name`` as words; empty where the name has no letter or digit."""
    words = _without_actors(_rewritten(words_of(name), _abbreviations()))
    return _once(_rewritten(words, _committees()))


@lru_cache(maxsize=100_000)
def without_actor(name: str) -> str:
    """``name`` without the body or office that acts for it, as written: ``BTV Quận ủy Long Biên`` is ``Quận ủy Long Biên``."""
    key = name_words(name)
    shortest = name
    if words_of(name)[:1] == key[:1]:  # nothing was taken away
        return name
    for match in re.finditer(r"\s+", name):
        rest = name[match.end() :]
        begins = _rewritten(words_of(rest), _abbreviations())
        if rest and name_words(rest) == key and _starts_with(begins) and not _ends_inside_brackets(name[: match.start()]):
            shortest = rest
    return shortest


def is_actor(words: Words) -> bool:
    """Return whether the key is a body that acts for an organisation, and the organisation is left out: ``Ban Thường vụ``."""
    return words in _actors()[0]


@lru_cache(maxsize=100_000)
def head_of(words: Words) -> Words:
    """Return the longest head of a kind of organisation (lexicon ``unit-kinds``) that opens ``words``; empty where none does."""
    known, lengths = heads()
    for length in lengths.get(words[0], ()) if words else ():
        if (head := words[:length]) in known:
            return head
    return ()


@lru_cache(maxsize=1)
def heads() -> tuple[Mapping[Words, str], Mapping[str, tuple[int, ...]]]:
    """Return the id of the kind that each head opens, in the key's words; and by their first word how long heads are, longest first."""
    known: dict[Words, str] = {}
    for entry in lexicon("unit-kinds").entries:
        for head in entry.get("heads"):
            words = _once(_rewritten(_rewritten(words_of(head), _abbreviations()), _committees()))
            known.setdefault(words, entry.id)
    return known, _lengths(known)


@lru_cache(maxsize=1)
def _abbreviations() -> _Phrases:
    table = {
        words_of(form): words_of(entry.label)
        for entry in lexicon("unit-abbreviations").entries
        if not entry.get("ambiguous")
        for form in entry.variants[1:]
    }
    return table, _lengths(table)


@lru_cache(maxsize=1)
def _committees() -> _Phrases:
    return _COMMITTEES, _lengths(_COMMITTEES)


@lru_cache(maxsize=1)
def _actors() -> tuple[frozenset[Words], frozenset[Words]]:
    """Bodies that act for an organisation, and offices that do."""
    bodies, offices = set[Words](), set[Words]()
    for entry in lexicon("unit-acting").entries:
        (offices if entry.get("office") else bodies).update(_rewritten(words_of(form), _abbreviations()) for form in entry.variants)
    return frozenset(bodies), frozenset(offices)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(entry.id for entry in lexicon("unit-kinds").entries if entry.get("place"))


def _rewritten(words: Words, phrases: _Phrases) -> Words:
    """``words`` with each of ``phrases`` replaced, the longest that fits first, left to right."""
    table, lengths = phrases
    result: list[str] = []
    at = 0
    while at < len(words):
        for length in lengths.get(words[at], ()):
            new = table.get(words[at : at + length])
            if new is not None and words[at + length : at + length + 1] != (_MEMBER,):
                result += new
                at += length
                break
        else:
            result.append(words[at])
            at += 1
    return tuple(result)


def _lengths(phrases: Iterable[Words]) -> Mapping[str, tuple[int, ...]]:
    """Return by their first word, how many words the phrases have that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _without_actors(words: Words) -> Words:
    """``words`` from the organisation on for which the body that opens them acts."""
    bodies, offices = _actors()
    for known, allowed in ((offices, _has_office), (bodies, _starts_with)):
        while (length := _longest_match(words, known)) and allowed(words[length:]):
            words = words[length:]
    return words


def _longest_match(words: Words, known: frozenset[Words]) -> int:
    return max((length for length in range(1, min(len(words), 6)) if words[:length] in known), default=0)


def _starts_with(words: Words) -> bool:
    """Return whether an organisation's name may begin here."""
    head = head_of(_rewritten(words, _committees()))
    return bool(head) and head != ("trung", "ương") and heads()[0][head] not in _places()


def _has_office(words: Words) -> bool:
    bodies, _ = _actors()
    return _starts_with(words) or _longest_match(words, bodies) > 0


def _once(words: Words) -> Words:
    """Return without a word said twice in a row, as in Quận ủy Quận 4 or Thành ủy TP Hải Dương."""
    result: list[str] = []
    for word in words:
        result.append(word)
        for length in (2, 1):
            if len(result) >= 2 * length and result[-length:] == result[-2 * length : -length] and tuple(result[-length:]) in _SAID_TWICE:
                del result[-length:]
    return tuple(result)


_SAID_TWICE = {("tỉnh",), ("thành", "phố"), ("quận",), ("huyện",), ("thị", "xã"), ("đảng", "bộ"), ("chi", "bộ")}


def _ends_inside_brackets(text: str) -> bool:
    return text.count("(") != text.count(")")

"""Verbs of an organisation's work before a number. Words: lexicon ``work-verbs``; source: architecture/grammar.md §4."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.lexicon.load import Entry, alternatives, lexicon
from generator.text.opened import Opened

#: Characters allowed between a verb and a number of people, and between a verb and any number in a share's clause.
NEAR = 26
_NO_OBJECT = r"(?! (?:giữa|với|từ|thuộc|tại|ở|như|nhằm|để|mà) )"


@lru_cache(maxsize=1)
def _verbs() -> str:
    """Return a pattern of all verbs of work, each with the words that exclude it."""
    entries = lexicon("work-verbs").entries
    plain = [word for entry in entries if not _bounds(entry) for word in entry.variants]
    bound = [f"{_behind(entry)}{alternatives(entry.variants)}{_before(entry)}" for entry in entries if _bounds(entry)]
    return f"(?:{'|'.join([alternatives(plain), *bound])})"


def _bounds(entry: Entry) -> bool:
    return bool(entry.get("not_behind") or entry.get("not_before"))


def _behind(entry: Entry) -> str:
    return "".join(rf"(?<!{re.escape(word)} )" for word in entry.get("not_behind", ()))


def _before(entry: Entry) -> str:
    words = "|".join(re.escape(word) for word in entry.get("not_before", ()))
    return rf"(?! (?:{words})(?!\w))" if words else ""


@lru_cache(maxsize=1)
def known_verb() -> re.Pattern[str]:
    """Match a verb of work right before a number."""
    return re.compile(rf"{_verbs()}\s*$")


@lru_cache(maxsize=1)
def verb_opens() -> re.Pattern[str]:
    """Match a verb of work."""
    return re.compile(_verbs())


@lru_cache(maxsize=1)
def makers() -> str:
    """Return a pattern of the verbs right behind which any noun is counted."""
    return alternatives([word for entry in lexicon("work-verbs").entries if entry.get("makes") for word in entry.variants], space=" ")


@lru_cache(maxsize=1)
def _with_gap() -> Opened:
    opening = alternatives((word for entry in lexicon("work-verbs").entries for word in entry.variants), space=" ")
    return Opened(rf"{_verbs()}(?P<gap>(?:{_NO_OBJECT}[^\d;:.!?,()\"]){{0,75}})$", opening)


@lru_cache(maxsize=1)
def _other_verb() -> re.Pattern[str]:
    return re.compile(alternatives(lexicon("count-slots").by_id["other-verb"].variants) + r"\s*$")


@lru_cache(maxsize=64)
def _verb_before(left: str) -> re.Match[str] | None:
    """Return the first verb of work with no more than a gap behind it; remembered, for a number's left is looked at several times."""
    return _with_gap().search(left, 0, len(left))


@lru_cache(maxsize=64)
def nearest_verb(left: str) -> re.Match[str] | None:
    """Return the verb of work nearest to the number; None if another verb comes between."""
    verb = _verb_before(left)
    while verb is not None and (nearer := _with_gap().search(left, verb.start("gap"), len(left))) is not None:
        verb = nearer
    return None if verb is None or _other_verb().search(verb["gap"]) else verb


def acts(view: str, start: int, at: int) -> bool:
    """Return whether a verb of work governs the words at ``at``, with few words between."""
    verb = nearest_verb(view[max(start, at - 110) : at])
    return verb is not None and len(verb["gap"]) <= NEAR


def first_verb(left: str) -> int:
    """Return where the row of verbs before a number begins: ``vận động xây dựng 42 mô hình``."""
    verb = _verb_before(left)
    return len(left) if verb is None else verb.start()

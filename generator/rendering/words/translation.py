"""Sentences that are made in Vietnamese below rendering, in the words of this build.

A reason for review keeps what it is made of (:class:`~generator.model.sentence.Sentence`); it is made anew.

A basis of inference is stored in the facts as a Vietnamese sentence. The words of Vietnamese have the pattern of each (``bases``);
by it the sentence is recognised and said with the pattern of another language, or with the archive's own. A sentence of no known
pattern, written by a person into the authority file, stays as it is. So are the reasons why a reading is doubtful (``doubts``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.messages import fill
from generator.model.sentence import Part, Sentence, Term
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import words
from generator.rendering.words.wordbook import LANGUAGES, wordbook

_TABLE, _DOUBTS = "bases", "doubts"
_PART = re.compile(r"(\{[a-z_]+\})")
_AND = "; "
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")


def basis(sentence: str) -> str:
    """``sentence``, a basis of inference, in the words of this build; several joined by semicolons are said one by one."""
    if not _differs(_TABLE):
        return sentence
    parts = sentence.split(_AND)
    found = [_said(part) for part in parts]
    if found[0]:
        return _AND.join(one or part for one, part in zip(found, parts, strict=True))
    return _said(sentence) or sentence


def doubt(sentence: str) -> str:
    """``sentence``, why a reading is doubtful, in the words of this build; what a person wrote stays as it is."""
    if not _differs(_DOUBTS):
        return sentence
    book = wordbook()
    known = next((one for one in book.ids(_DOUBTS) if book.pattern(f"{_DOUBTS}.{one}") == sentence), None)
    return sentence if known is None else words().pattern(f"{_DOUBTS}.{known}")


def reason(sentence: str) -> str:
    """Return ``sentence`` of a review item in the language of this build; a plain string is returned unchanged."""
    if not isinstance(sentence, Sentence) or not _differs(sentence.key.partition(".")[0]):
        return sentence
    made = _anew(sentence)
    return made[:1].upper() + made[1:]


def _anew(part: Part) -> str:
    if isinstance(part, Sentence):
        return fill(words().pattern(part.key), {name: _anew(one) for name, one in part.parts})
    if isinstance(part, Term):
        if part.table == _DOUBTS:
            return doubt(part.text)
        return basis(part.text) if part.table == _TABLE else part.id if part.table == "days" else labels().of(part.table, part.id)
    if isinstance(part, tuple):
        return _AND.join(map(_anew, part))
    return words().number(part) if isinstance(part, int | float) else part


def _differs(table: str) -> bool:
    """Return whether this build words the sentences of ``table`` differently from the code that makes them."""
    book = words()
    return book.language != LANGUAGES[0] or any(key.startswith(f"{table}.") for key in book.replaced)


def known(sentence: str) -> str | None:
    """Return the key of the pattern that ``sentence`` has; None for a sentence of no known pattern."""
    return next((key for key, pattern in _patterns() if pattern.fullmatch(sentence)), None)


def _said(sentence: str) -> str | None:
    for key, pattern in _patterns():
        match = pattern.fullmatch(sentence)
        if match is not None:
            return fill(words().pattern(key), {name: _DAY.sub(_iso, value) for name, value in match.groupdict().items()})
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the Vietnamese patterns, those with most words of their own first."""
    book = wordbook()
    found = [(f"{_TABLE}.{one}", book.pattern(f"{_TABLE}.{one}")) for one in book.ids(_TABLE)]
    found.sort(key=lambda row: (-len(_PART.sub("", row[1])), row[0]))
    return tuple((key, re.compile("".join(map(_matching, _PART.split(pattern))), re.DOTALL)) for key, pattern in found)


def _iso(match: re.Match[str]) -> str:
    """Days as Vietnamese writes them (3/2/1930) are rewritten with the others, so that another language does not take day for month."""
    day, month, year = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def _matching(part: str) -> str:
    return f"(?P<{part[1:-1]}>.+)" if _PART.fullmatch(part) else re.escape(part)

"""Bytes that are a letter in an encoding from before Unicode and a sign in Windows: ``·`` is ``ở`` in VISCII, and a dot between two links.

A person who wrote such a text saw the letter; a program that mixed fonts or encodings may have meant the sign.
"""

from __future__ import annotations

import re

from generator.text.syllables import is_cased, is_vietnamese_syllable
from generator.text.tokens import TOKEN

#: Signs that texts use by themselves. Nobody writes a cedilla or a diaeresis alone: they are letters.
_SIGNS = frozenset("©®«»·•°±²§¶£¥¢†‡™")
_OPENING, _ENDING = frozenset("«°±©"), frozenset("»²")
_ALONE = frozenset("ởôồổ")  #: words of one letter, and the first of a compound (``ô tô``, ``ồ ạt``, ``ổ nhóm``)
_EDGES = "“”‘’\"'()[],.;:!?…"
_ENDED = re.compile(r"[.!?…:][”\"’)]*\Z")
_RUN = re.compile(r"[^\W\d_]+")
_DASH = "\u2014"  #: what Windows shows for ``Ở`` of VISCII
_SENTENCE = 15  #: words; a shorter line without a full stop may be a row of links


def has_doubtful_letters(before: str, after: str) -> bool:
    """Return whether a sign of ``before`` became a letter of ``after`` that makes no word there.

    ``before`` is the text as Windows-1252 shows it, ``after`` what it means in an encoding of one byte a letter.
    """
    if _SIGNS.isdisjoint(before):
        return False
    lines = zip(re.split(r"[\r\n]", before), re.split(r"[\r\n]", after), strict=False)
    return any(_is_doubtful(TOKEN.findall(old), TOKEN.findall(new)) for old, new in lines if old != new)


def has_doubtful_dashes(after: str) -> bool:
    """Return whether a dash of a text read from VISCII may be ``Ở``: one that begins a sentence, or is among capitals."""
    if _DASH not in after:
        return False
    for words in map(TOKEN.findall, re.split(r"[\r\n]", after)):
        for ahead, word, follows in zip(["", *words], words, words[1:], strict=False):
            if word != _DASH or not follows[0].isupper():
                continue
            if not ahead or _ENDED.search(ahead) or (len(ahead) > 1 and ahead.isupper() and follows.isupper()):
                return True
    return False


def _is_doubtful(old: list[str], new: list[str]) -> bool:
    """Return whether one of the words ``new`` of a line, shown as ``old``, has a letter that may be a sign."""
    alone = 0
    is_sentence = len(new) >= _SENTENCE or (bool(new) and _ENDED.search(new[-1]) is not None)
    for at, (shown, word) in enumerate(zip(old, new, strict=False)):
        if shown == word or len(shown) != len(word) or _SIGNS.isdisjoint(shown):
            continue
        ahead, follows = new[at - 1] if at else "", new[at + 1].lstrip(_EDGES) if at + 1 < len(new) else ""
        for run in _RUN.finditer(word):
            if _SIGNS.isdisjoint(shown[run.start() : run.end()]):
                continue
            if len(run.group()) > 1:
                if not _is_word(run.group(), shown[run.start()], shown[run.end() - 1], ahead):
                    return True
                continue
            if not _is_letter(word, run.start(), ahead, follows):
                return True
            alone += word.strip(_EDGES) == "ở"
            if not is_sentence and (alone > 1 or (word == "ở" and follows[:1].isdigit())):
                return True
    return False


def _is_word(run: str, first: str, last: str, ahead: str) -> bool:
    """Return whether ``run``, which Windows shows with ``first`` and ``last`` at its ends, may be a word, or several without a space."""
    if last == "²" and ahead[:1].isdigit():
        return False  # 100 m²
    if run[-1] == "đ":
        return False  # Honda®
    return not (first in _OPENING or last in _ENDING) or run.isupper() or (is_vietnamese_syllable(run) and is_cased(run))


def _is_letter(word: str, at: int, ahead: str, follows: str) -> bool:
    """Return whether the letter at ``at`` of ``word``, with no other beside it, is a letter there."""
    letter, left, right = word[at], word[:at], word[at + 1 :]
    if letter in "đĐ":  # đ/c, Đ10, đ), 500 đ, T.Đ.
        return bool(re.match(r"[\w./)-]|[^\w\s]\w", right)) or left[-1:].isalnum() or left[-1:] == "." or ahead[-1:].isdigit()
    if letter.lower() not in _ALONE or left.strip(_EDGES) or (right.strip(_EDGES) and not re.match(r"-\w", right)):
        return False
    if letter.isupper():
        return follows[:1].islower() and (not ahead or bool(left) or _ENDED.search(ahead) is not None)
    if right.strip(_EDGES):
        return True  # ô-tô
    if not ahead and not left.strip("“‘\"'("):
        return False  # what begins a line begins with a capital
    if left == "" and _ENDED.search(ahead) and not ahead.endswith(":"):
        return False
    return follows[:1].islower() or (letter == "ở" and (follows[:1].isalnum() or bool(right)))

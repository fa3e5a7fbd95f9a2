"""Puts a damaged text right where that is certain: the way back is known, exact, and what comes out is good Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from generator.reading.damage import markup
from generator.reading.damage.encoded import is_sound, misread, rescued, speaks_against
from generator.reading.damage.finding import damage_of
from generator.reading.damage.legacy import legacy, wide
from generator.reading.damage.lone_letters import has_doubtful_dashes, has_doubtful_letters
from generator.reading.damage.misreadings import MARKS, Misreading, with_lone_letters
from generator.text.syllables import WORD, is_cased
from generator.text.tokens import TOKEN

_ROUNDS = 3  #: damages of different kinds that are undone one after another
_SOUND = 0.85  #: share of the changed words that must be of Vietnamese syllables: names of other languages are not
_LOST_VOWEL = re.compile(r"(?<!\w)[BCDĐGHKLMNPQRSTVX]{1,3}\u00a0")  #: ``VÕ``, or an abbreviation and a no-break space
_LINE = re.compile(r"[^\r\n]*[\r\n]*")


@dataclass(frozen=True, slots=True)
class Repair:
    """A text before and after its repair, and whether that is ``certain``; else ``after`` is only what it may have been."""

    before: str
    after: str
    certain: bool


def repaired(data: bytes) -> Repair | None:
    """Return the repair of a file's bytes, or None where nothing is wrong with them or no way back is known.

    ``before`` of bytes that are not UTF-8 is the text as Windows shows it.
    """
    try:
        text = shown = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = shown = ""
    certain = True
    if not text or "\0" in text:
        found = wide(data) or legacy(data)
        if found is None:
            return None
        shown, text = found.shown, found.text
        if found.misreading is not None:
            text, certain = _whole(shown, found.misreading)
    for _ in range(_ROUNDS):
        after, sure = _once(text)
        if after == text:
            break
        text, certain = after, certain and sure
    if text == shown and not _is_wide(data):
        return None
    return Repair(shown, text, certain and damage_of(text) is None)


def _is_wide(data: bytes) -> bool:
    return b"\0" in data


def _once(text: str) -> tuple[str, bool]:
    """Undo one damage. The text itself where none is known."""
    if markup.front_matter(text) is not None or markup.html(text) is not None:
        return text, False
    found = misread(text)
    if found is not None:
        if found.misreading.stored == "UTF-8":
            return _utf8(text, found.misreading)
        return _lines(text, found.misreading)
    coded = markup.escaped(text)
    if coded is None:
        return text, True
    if coded[0] is markup.ENTITIES:
        after = unescape(text)
        return after, not markup.ENTITIES.form.search(after)
    return TOKEN.sub(lambda match: coded[0].undo(match.group()) if coded[0].form.search(match.group()) else match.group(), text), True


def _utf8(text: str, how: Misreading) -> tuple[str, bool]:
    """Undo UTF-8 sequences anywhere: each is unambiguous, and good text has none."""
    after = how.undo(text)
    changed = {word: how.undo(word) for word in set(TOKEN.findall(text))}
    changed = {word: meant for word, meant in changed.items() if word != meant}
    # ``Ã`` and a no-break space are ``à``; where that makes no syllable, they are a capital and a space.
    doubtful = any(
        (is_sound(word) and "\u00a0" not in word) or ("\u00a0" in word and not is_sound(meant)) for word, meant in changed.items()
    )
    return after, _is_good(changed) and not doubtful and not any(map(_is_control, after))


def _whole(text: str, how: Misreading) -> tuple[str, bool]:
    """Undo every word."""
    after, changed = _undone(text, how)
    if how.stored == "VISCII" and (lone := with_lone_letters(after)) != after:
        after, changed = lone, {**changed, "\u2014": "Ở"}
    return after, _is_exact(changed, how) and _is_good(changed) and not _is_doubtful(text, after, changed, how)


def _is_doubtful(before: str, after: str, changed: dict[str, str], how: Misreading) -> bool:
    """Return whether signs may be letters, or letters signs: marks and spaces that VISCII has letters for where some were and others were
    kept, or letters on their own."""
    if has_doubtful_letters(before, after):
        return True
    if how.stored != "VISCII":
        return False
    if has_doubtful_dashes(after):
        return True
    letters = any(MARKS.search(word) and not MARKS.search(meant) for word, meant in changed.items())
    return _LOST_VOWEL.search(after) is not None or (letters and MARKS.search(after) is not None)


def _lines(text: str, how: Misreading) -> tuple[str, bool]:
    """Undo every word where no word speaks against it; else lines and parts of lines that hold rescued words only."""
    words = set(TOKEN.findall(text))
    if not any(map(speaks_against, words)):
        return _whole(text, how)
    pieces: list[str] = []
    changed: dict[str, str] = {}
    certain = how.shown == "Windows-1252"  # what Windows-1258 shows are letters of good words, too
    for line in _LINE.findall(text):
        for part in _parts(line):
            inside = [match for match in TOKEN.finditer(part) if not is_sound(match.group()) and rescued(match.group(), how)]
            open_words = [match for match in TOKEN.finditer(part) if how.undo(match.group()) != match.group()]
            if not inside:
                certain = certain and not (open_words and part == line)
                pieces.append(part)
                continue
            start, end = (0, len(part)) if part == line else (inside[0].start(), inside[-1].end())
            certain = certain and all(start <= match.start() < end for match in open_words)
            after, some = _undone(part[start:end], how)
            changed |= some
            pieces += [part[:start], after, part[end:]]
    return "".join(pieces), certain and _is_exact(changed, how) and _is_good(changed)


def _parts(line: str) -> list[str]:
    """Return the parts of ``line`` before, between and after the words that speak against damage; these are parts themselves."""
    cuts = [0]
    for match in TOKEN.finditer(line):
        if speaks_against(match.group()):
            cuts += [match.start(), match.end()]
    cuts.append(len(line))
    return [line[left:right] for left, right in pairwise(cuts) if left < right]


def _undone(text: str, how: Misreading) -> tuple[str, dict[str, str]]:
    changed: dict[str, str] = {}

    def undo(match: re.Match[str]) -> str:
        word, meant = match.group(), how.undo(match.group())
        if meant != word:
            changed[word] = meant
        return meant

    return TOKEN.sub(undo, text), changed


def _is_exact(changed: dict[str, str], how: Misreading) -> bool:
    return all(how.redo(meant) == word for word, meant in changed.items())


def _is_good(changed: dict[str, str]) -> bool:
    composed = [unicodedata.normalize("NFC", meant) for meant in changed.values()]
    good = sum(is_sound(meant) and all(map(is_cased, WORD.findall(meant))) for meant in composed)
    return good >= _SOUND * len(changed)


def _is_control(char: str) -> bool:
    return "\x80" <= char <= "\x9f" or char == "\ufffd"

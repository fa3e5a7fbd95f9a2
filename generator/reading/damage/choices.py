"""What bytes may say where their encoding is not certain: the readings from which a person chooses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.reading.damage.encoded import is_sound
from generator.reading.damage.legacy import windows_text
from generator.reading.damage.misreadings import misreadings, with_lone_letters
from generator.text.syllables import WORD, are_syllables, is_cased
from generator.text.tokens import TOKEN

#: What may be asked for, and the name that messages give it: the encodings from before Unicode, and Windows' own.
_KEYS = {"TCVN3 (.VnTime)": "tcvn3", "VNI (VNI-Times)": "vni", "VISCII": "viscii", "Windows-1258": "windows-1258"}
ENCODINGS = (*_KEYS.values(), "windows-1252")
_NO_BREAK = re.compile(r"[^ \t\r\n\u00a0]{0,10}\u00a0[^ \t\r\n\u00a0]{0,10}")
_LEAST = 0.5  #: share of the words beyond ASCII that must be Vietnamese
_MOST = 3  #: choices
_SAMPLE = 60  #: characters


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to read bytes: the ``encoding`` (of :data:`ENCODINGS`), its ``name``, and a ``sample`` of what comes out."""

    encoding: str
    name: str
    sample: str


def read_as(data: bytes, encoding: str) -> str:
    """Return the text of ``data`` in ``encoding``. Raises KeyError for one that is not of :data:`ENCODINGS`."""
    if encoding not in ENCODINGS:
        raise KeyError(encoding)
    shown = windows_text(data)
    for each in misreadings():
        if each.shown == "Windows-1252" and _KEYS.get(each.stored) == encoding:
            text = each.undo(shown)
            return with_lone_letters(_NO_BREAK.sub(_tilde_o, text)) if encoding == "viscii" else text
    return shown


def _tilde_o(match: re.Match[str]) -> str:
    """Return a word with Õ for what Windows shows as a no-break space, where that makes a syllable of it (``VÕ``)."""
    word = match.group().replace("\u00a0", "Õ")
    return word if are_syllables(word) and all(map(is_cased, WORD.findall(word))) else match.group()


def choices_of(data: bytes) -> tuple[Choice, ...]:
    """Return the encodings in which ``data``, which is neither UTF-8 nor binary, reads as Vietnamese, the best first."""
    if b"\0" in data or is_utf8(data):
        return ()
    found: dict[str, tuple[float, Choice]] = {}
    names = {key: name for name, key in _KEYS.items()}
    for encoding in ENCODINGS:
        text = read_as(data, encoding)
        words = [word for word in dict.fromkeys(TOKEN.findall(text)) if not word.isascii()]
        share = sum(map(is_sound, words)) / len(words) if words else 0.0
        if share >= _LEAST and text not in found:
            found[text] = (share, Choice(encoding, names.get(encoding, "Windows-1252"), _sample(text)))
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], ENCODINGS.index(pair[1].encoding)))
    return tuple(choice for _, choice in ranked[:_MOST])


def _sample(text: str) -> str:
    """Return the beginning of the line with the most letters beyond ASCII, which show best whether the reading is right."""
    lines = [" ".join(line.split())[:_SAMPLE] for line in text.splitlines()]
    return max(lines, key=lambda line: sum(not char.isascii() for char in line), default="")


def is_utf8(data: bytes) -> bool:
    """Return whether ``data`` is UTF-8, about which there is nothing to choose."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

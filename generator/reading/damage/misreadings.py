"""How Vietnamese text is read in the wrong encoding, each with the way back.

A misreading has two halves: how the bytes stored the letters (UTF-8, TCVN3, VISCII, VNI, Windows-1258), and as what they were shown
(Windows-1252, which holds Latin-1, or Windows-1258). The tables of what Python does not know are in ``encodings.yml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations

from generator.text.syllables import WORD, are_syllables, is_cased
from generator.yaml_documents import load_packaged

_SEQUENCE = re.compile(r"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_TOKEN = re.compile(r"[^ \t\r\n\u00a0]+")  # The no-break space is Õ in VISCII; good text has it as a space, and far more often
MARKS = re.compile("[\u2013\u2014\u2018-\u201d\u2022\u2026]")  #: Dashes and quotes of good text whose bytes are capitals in VISCII
_FEW_MARKS = 4  #: of one word, of which some may be letters and some not
#: What VISCII has at the byte of a long dash is a word (``Ở phường …``), and begins a sentence as no dash does.
_LONE = re.compile(r"(?:^|(?<=[.!?…”\"] )|(?<=[“….!?]))\u2014(?= (?=[^\W\d_])(\w))", re.MULTILINE)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, eq=False)
class Misreading:
    """Text stored in the encoding named ``stored`` and shown as ``shown``.

    ``undo`` gives the text that was meant; what it does not know it leaves. ``redo`` damages text in the same way again, so that
    whether ``undo`` was exact can be asked. ``needed`` is how many words at least must become right before a text is accused.
    """

    stored: str
    shown: str
    undo: Callable[[str], str]
    redo: Callable[[str], str]
    needed: float


def with_lone_letters(text: str) -> str:
    """Return a text read from VISCII with ``Ở`` for a dash where a sentence begins, before a small letter."""
    return _LONE.sub(lambda match: "Ở" if match[1].islower() else match.group(), text)


@cache
def misreadings() -> tuple[Misreading, ...]:
    """Return the known misreadings; of two that explain a text equally well the earlier counts."""
    tables = load_packaged((files("generator.reading.damage") / "encodings.yml").read_bytes())
    found: list[Misreading] = []
    for shown, view in (("Windows-1252", _windows("cp1252")), ("Windows-1258", _windows("cp1258"))):
        back = {byte: char for char, byte in view.items()}
        for times in (1, 2, 3):
            undo, redo = _utf8(view, back)
            found.append(Misreading("UTF-8", shown, _repeated(undo, times), _repeated(redo, times), needed=2))
        for key in ("tcvn3", "viscii"):
            letters = {chr(int(byte, 16)): letter for byte, letter in _items(tables[key]["letters"])}
            seen = {back.get(byte, byte): letter for byte, letter in letters.items()}
            found.append(Misreading(tables[key]["name"], shown, *_single(seen), needed=3))
        found.append(Misreading(tables["vni"]["name"], shown, *_paired(dict(_items(tables["vni"]["pairs"])), back), needed=3))
    found.append(Misreading("Windows-1258", "Windows-1252", *_composing(), needed=3))
    return tuple(found)


def _items(words: str) -> list[tuple[str, str]]:
    pairs = (item.split() for item in words.replace("\n", " ").replace("  ", " ").split(","))
    listed = [item for pair in pairs for item in zip(pair[::2], pair[1::2], strict=True)]
    return [(left, right) for left, right in listed]


def _windows(codec: str) -> dict[str, str]:
    """Map each character that programs show for a byte from 0x80 to the Latin-1 character with the byte's number. Bytes that the code page
    leaves out, and those that Latin-1 was meant for, are shown as controls."""
    view = {chr(byte): chr(byte) for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        char = bytes([byte]).decode(codec, "ignore")
        if char:
            view[char] = chr(byte)
    return view


def _repeated(change: Callable[[str], str], times: int) -> Callable[[str], str]:
    def repeat(text: str) -> str:
        for _ in range(times):
            text = change(text)
        return text

    return repeat


def _utf8(view: Mapping[str, str], back: Mapping[str, str]) -> tuple[Callable[[str], str], Callable[[str], str]]:
    table = str.maketrans(dict(view))

    def undo(text: str) -> str:
        seen = text.translate(table)
        pieces, last = [], 0
        for match in _SEQUENCE.finditer(seen):
            try:
                char = match.group().encode("latin-1").decode("utf-8")
            except UnicodeDecodeError:
                continue
            pieces += [text[last : match.start()], char]
            last = match.end()
        return "".join((*pieces, text[last:]))

    def redo(text: str) -> str:
        return "".join("".join(back.get(chr(byte), chr(byte)) for byte in char.encode()) if char > "\x7f" else char for char in text)

    return undo, redo


def _single(seen: Mapping[str, str]) -> tuple[Callable[[str], str], Callable[[str], str]]:
    there = str.maketrans(dict(seen))
    careful = str.maketrans({char: letter for char, letter in seen.items() if not MARKS.match(char)})
    back = {letter: char for char, letter in seen.items()}
    back |= {letter.upper(): char for letter, char in list(back.items()) if letter.upper() not in back}  # capitals that it lacks

    def meant(match: re.Match[str]) -> str:
        word = match.group()
        marks = [mark.start() for mark in MARKS.finditer(word)]
        if not marks:
            return _capitals(word, word.translate(there))
        for count in range(len(marks) if len(marks) <= _FEW_MARKS else 1):
            for kept in combinations(marks, count):
                read = _capitals(word, "".join(char if at in kept else char.translate(there) for at, char in enumerate(word)))
                if are_syllables(read) and all(map(is_cased, WORD.findall(read))):
                    return read
        return _capitals(word, word.translate(careful))

    return lambda text: _TOKEN.sub(meant, text), lambda text: text.translate(str.maketrans(back))


def _capitals(before: str, after: str) -> str:
    """Return ``after`` the capitals that TCVN3 lacks: in ``§¶NG`` the letter between capitals is one."""
    ascii_letters = [char for char in before if char.isascii() and char.isalpha()]
    if not ascii_letters or not all(char.isupper() for char in ascii_letters):
        return after
    return after.upper() if len(ascii_letters) > 1 or not all(map(is_cased, WORD.findall(after))) else after


def _paired(pairs: Mapping[str, str], back: Mapping[str, str]) -> tuple[Callable[[str], str], Callable[[str], str]]:
    there: dict[str, str] = {}
    for signs, letter in pairs.items():
        there[signs] = letter
        there.setdefault(signs[:1].upper() + signs[1:], letter.upper())
        there[signs.upper()] = letter.upper()
    shown = {"".join(back.get(char, char) for char in signs): letter for signs, letter in there.items()}
    pattern = re.compile("|".join(sorted(map(re.escape, shown), key=lambda item: (-len(item), item))))
    again = {letter: signs for signs, letter in shown.items()}  # the last of a letter's forms: capital with capital sign
    return (lambda text: pattern.sub(lambda match: shown[match.group()], text)), lambda text: text.translate(str.maketrans(dict(again)))


def _composing() -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Windows-1258 writes most letters as a base and a tone after it; read as Windows-1252 the tones are letters."""
    view = _windows("cp1252")
    there = {char: bytes([ord(byte)]).decode("cp1258", "ignore") or char for char, byte in view.items()}
    table = str.maketrans(dict(there))
    back = {letter: char for char, letter in there.items() if not "\x80" <= char <= "\x9f"}

    def undo(text: str) -> str:
        return unicodedata.normalize("NFC", text.translate(table))

    def redo(text: str) -> str:
        return "".join("".join(back.get(letter, letter) for letter in (char if char in back else _toned(char))) for char in text)

    return undo, redo


@lru_cache(maxsize=512)
def _toned(char: str) -> str:
    """Return ``char`` as its letter and the tone after it."""
    parts = unicodedata.normalize("NFD", char)
    tone = "".join(part for part in parts if part in _TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) + tone

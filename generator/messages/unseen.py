"""Invisible characters: those that change text direction, those forbidden in documents, and those without a glyph.

The one table: pages show what acts as U+FFFD, the terminal as an escape, the review names all.
"""

from __future__ import annotations

import re

#: What turns the direction of the words around it (UAX #9, explicit formatting), with the deprecated format characters.
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_FORBIDDEN_16 = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
#: Controls but tab and line feed, lone surrogates, noncharacters, and what sets words between the lines.
FORBIDDEN = _FORBIDDEN_16 + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
#: What a reader cannot see, though it does nothing: joiners, spaces without width, hyphens that mostly do not show, fillers, tags.
INVISIBLE = "\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f"

#: Letters written from right to left: the numbers beside them change place.
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"

#: Every character of more than 16 bits: one comparison with a letter where those that are forbidden would take 32.
_LONG = "\U00010000-\U0010ffff"
#: Those that a page must not hold as they are: they change what a reader sees of other words, or end a document.
ACTING = re.compile(f"[{_FORBIDDEN_16}{DIRECTION}{_LONG}](?<=[{FORBIDDEN}{DIRECTION}])")
#: What an archive's owner should know of, by sort.
SORTS = {
    "turning": re.compile(f"[{DIRECTION}{_RIGHT_TO_LEFT}]"),
    "control": re.compile(f"[{_FORBIDDEN_16}{_LONG}](?<=[{FORBIDDEN}])"),
    "invisible": re.compile(f"[{INVISIBLE}]"),
}


def code(char: str) -> str:
    """Return the character's code point, such as U+202E."""
    return f"U+{ord(char):04X}"

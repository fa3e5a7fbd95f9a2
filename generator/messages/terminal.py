"""Text on its way to a terminal."""

from __future__ import annotations

import json
import re

#: What a terminal obeys or turns round: controls (C0, C1, DEL), bidirectional and other format characters, line separators, halves of
#: pairs, noncharacters. Source: Unicode 15, general categories Cc, Cf, Cs, Zl, Zp, those that stand in Vietnamese or may reach a terminal.
_OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0001-\U000e007f"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def printable(line: str) -> str:
    """Show what a terminal would obey in ``line``, such as an escape sequence in an article, as ``\\x1b`` or ``\\u202e``."""
    return line if line.isprintable() else "".join(char if char.isprintable() else _escaped(char) for char in line)


def shortened(line: str, longest: int) -> str:
    """Take from the middle of ``line`` what makes it longer than ``longest`` characters."""
    if len(line) <= longest:
        return line
    kept = longest - 1
    return f"{line[: kept - kept // 3]}…{line[len(line) - kept // 3 :]}"


def json_line(value: object) -> str:
    """Write ``value`` as JSON on one line, readable, with ``\\u`` escapes only for what a terminal would obey.

    What JSON does not know, such as a date, is written as text.
    """
    written = json.dumps(value, ensure_ascii=False, default=str)
    return _OBEYED.sub(lambda found: json.dumps(found[0])[1:-1], written)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")

"""Text on its way to a terminal."""

from __future__ import annotations

import json
import re

from generator.messages.unseen import DIRECTION, FORBIDDEN, INVISIBLE

#: What a terminal obeys or turns round, what would end the line, and what one cannot see on it.
_OBEYED = re.compile(rf"[\t\n\u2028\u2029{FORBIDDEN}{DIRECTION}{INVISIBLE}]")


def printable(line: str) -> str:
    """Escape control characters in ``line``, such as an escape sequence in an article, as ``\\x1b`` or ``\\u202e``."""
    return line if line.isprintable() else "".join(char if char.isprintable() else _escaped(char) for char in line)


def shortened(line: str, longest: int) -> str:
    """Shorten ``line`` in the middle to ``longest`` characters."""
    if len(line) <= longest:
        return line
    kept = longest - 1
    return f"{line[: kept - kept // 3]}…{line[len(line) - kept // 3 :]}"


def json_line(value: object) -> str:
    """Write ``value`` as JSON on one line, readable, with ``\\u`` escapes only for control characters.

    Values unknown to JSON, such as dates, are written as text.
    """
    written = json.dumps(value, ensure_ascii=False, default=str)
    return _OBEYED.sub(lambda found: json.dumps(found[0])[1:-1], written)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")

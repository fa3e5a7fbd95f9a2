"""The archived text: decoded, NFC, line ends as LF; nothing else is changed."""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85")


def archived(text: str) -> str:
    """``text`` as the archive keeps it: NFC, LF line ends, no byte-order mark at the start."""
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text.removeprefix("\ufeff")))

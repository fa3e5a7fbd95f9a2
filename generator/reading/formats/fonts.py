"""Letters from before Unicode in documents: the name of the font says how they are stored (.VnTime: TCVN3, VNI-Times: VNI)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.messages import Message, message
from generator.reading.damage.misreadings import Misreading, misreadings

_BY_FONT = ((".vn", "TCVN3 (.VnTime)"), ("vni-", "VNI (VNI-Times)"), ("vni ", "VNI (VNI-Times)"))


@cache
def _misreading(name: str) -> Misreading:
    return next(misreading for misreading in misreadings() if misreading.stored == name and misreading.shown == "Windows-1252")


def encoding_of(font: str | None) -> str | None:
    """Return the encoding from before Unicode that a font of this name shows, or None."""
    name = (font or "").strip().lower()
    return next((encoding for begin, encoding in _BY_FONT if name.startswith(begin)), None)


def decoded_runs(runs: Iterable[tuple[str, str | None]], met: set[str]) -> str:
    """Return the text of ``runs``, each with the name of its font; encodings that are undone go into ``met``.

    Neighbours of one encoding are put together first: a VNI letter and its sign may be in two runs.
    """
    pieces: list[tuple[str, str | None, bool]] = []
    for text, font in runs:
        encoding = encoding_of(font)
        capital = encoding is not None and encoding.startswith("TCVN3") and (font or "").strip().lower().endswith("h")
        if pieces and pieces[-1][1:] == (encoding, capital):
            pieces[-1] = (pieces[-1][0] + text, encoding, capital)
        else:
            pieces.append((text, encoding, capital))
    written = []
    for text, encoding, capital in pieces:
        if encoding is None or text.isascii():
            written.append(text.upper() if capital else text)
            continue
        if any(char > "\u0233" and char.isalpha() for char in text):  # already Unicode: the font's name was left behind
            written.append(text)
            continue
        met.add(encoding)
        meant = _misreading(encoding).undo(text)
        written.append(meant.upper() if capital else meant)
    return "".join(written)


def notes_on(met: Iterable[str]) -> tuple[Message, ...]:
    """Return a note for each encoding that was undone."""
    return tuple(message("formats.decoded", stored=name) for name in sorted(met))

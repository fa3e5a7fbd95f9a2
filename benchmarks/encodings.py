"""How well encodings from before Unicode are recognised: articles stored in each of them, read as `kyyeu add` reads them.

    python benchmarks/encodings.py FOLDER…

The seeds are always read; FOLDER holds more articles as .txt. A text counts as right if its words come out as they were, in small letters
(TCVN3 has no capitals with a tone), as `asked` if nothing is guessed and the message names an encoding, as `refused` if it names none.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.errors import ReadingError  # noqa: E402
from generator.reading.damage.finding import damage_of  # noqa: E402
from generator.reading.formats import document_of  # noqa: E402
from tests.adding.made import in_bytes  # noqa: E402

ENCODINGS = ("tcvn3", "vni", "viscii", "cp1258", "utf-16", "utf-8")
_NAMED = ("damage.bytes", "damage.misread", "damage.unmarked")


def outcome(text: str, encoding: str) -> str:
    """Return what becomes of ``text`` stored in ``encoding``."""
    try:
        data = in_bytes(text, encoding)
    except (UnicodeEncodeError, ValueError):
        return "not storable"
    try:
        document = document_of(data, Path("a.txt"))
    except ReadingError as error:
        return "asked" if error.message.key in _NAMED else "refused"
    words = " ".join(part.text for part in document.parts).split()
    text = unicodedata.normalize("NFC", text)
    return (
        "right"
        if [unicodedata.normalize("NFC", word).casefold() for word in words] == [word.casefold() for word in text.split()]
        else "wrong"
    )


def main() -> None:
    """Print the counts for each encoding."""
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *(path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.txt")))]
    texts = []
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            continue
        if damage_of(text) is None and text.strip() and not text.lstrip().startswith("#"):
            texts.append(text)
    print(f"{len(texts)} articles")
    for encoding in ENCODINGS:
        counts = Counter(outcome(text, encoding) for text in texts)
        stored = sum(counts.values()) - counts["not storable"]
        parts = ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
        print(f"{encoding:8} {counts['right'] / max(1, stored):7.2%} right  ({parts})")


if __name__ == "__main__":
    main()

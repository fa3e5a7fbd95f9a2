"""Benchmark of damage detection: damaged texts must be found, good texts must not be reported.

    python benchmarks/damage.py [FOLDER_OR_FILE…] [--from FOLDER]

Damages every article of ``--from`` (``seeds/``) in every way and every extent (``DAMAGES`` × ``EXTENTS``) and asks for each whether the
reader reports it and what the repair gives. Then reads the good articles: every ``.txt`` of the folders named, and every ``text`` of their
``.jsonl`` and ``.jsonl.gz``. Prints what was missed, wrongly repaired or accused; the exit code is 1 if anything was.
"""

from __future__ import annotations

import argparse
import gzip
import html
import html.entities
import json
import quopri
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from generator.errors import ReadingError
from generator.reading.damage.finding import damage_of
from generator.reading.damage.misreadings import misreadings
from generator.reading.damage.repair import repaired
from generator.reading.decoding import decoded

ROOT = Path(__file__).parents[1]
ENGLISH = "The Ministry of Home Affairs of Viet Nam said on Tuesday that the awards were granted to 12 officials in Ha Noi."
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")


def _misread(number: int) -> Callable[[str], str]:
    return misreadings()[number].redo


def _latin(text: str) -> str:
    return text.encode("utf-8").decode("latin-1")


def _question(text: str) -> str:
    return re.sub(r"[^\x00-\x7f]", "?", text)


def _question_in_windows(text: str) -> str:
    return text.encode("cp1252", "replace").decode("cp1252")


def _replaced(text: str) -> str:
    return _ACCENTED.sub("\ufffd", text)


def _replaced_bytes(text: str) -> str:
    return _ACCENTED.sub(lambda match: "\ufffd" * len(match.group().encode()), text)


def _torn_before(text: str) -> str:
    return re.sub(r"(?<=[^\W_])(?=[^\W\d_a-zA-Z])(?<![^\W\d_a-zA-Z])", " ", text)


def _torn_after(text: str) -> str:
    return re.sub(r"(?<=[^\W\d_a-zA-Z])(?=[^\W\d_])", " ", text)


def _page(text: str) -> str:
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line)
    return f"<!DOCTYPE html>\n<html>\n<body>\n{lines}\n</body>\n</html>\n"


def _tags(text: str) -> str:
    return "\n".join(f"<p>{line}<br/></p>" if line else line for line in text.split("\n"))


def _numeric(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _named(text: str) -> str:
    return "".join(f"&{name};" if (name := html.entities.codepoint2name.get(ord(char))) and ord(char) > 127 else char for char in text)


def _escaped(text: str) -> str:
    return "".join(char if ord(char) < 128 else f"\\u{ord(char):04x}" for char in text)


def _quoted(text: str) -> str:
    return quopri.encodestring(text.encode()).decode().replace("=\n", "")


def _front(begin: str, end: str, inside: str) -> Callable[[str], str]:
    return lambda text: f"{begin}\n{inside}\n{end}\n{text}"


def _legacy(number: int, text: str) -> bytes:
    return b"".join(map(_byte, misreadings()[number].redo(text)))


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")


#: Damages that any part of a text may suffer.
DAMAGES: dict[str, Callable[[str], str]] = {
    "UTF-8 as Windows-1252": _misread(0),
    "UTF-8 as Latin-1": _latin,
    "UTF-8 doubly as Windows-1252": _misread(1),
    "UTF-8 doubly as Latin-1": lambda text: _latin(_latin(text)),
    "UTF-8 as Windows-1258": _misread(6),
    "NFD, UTF-8 as Windows-1252": lambda text: _misread(0)(unicodedata.normalize("NFD", text)),
    "TCVN3 as Windows-1252": _misread(3),
    "TCVN3 as Windows-1258": _misread(9),
    "VISCII as Windows-1252": _misread(4),
    "VNI as Windows-1252": _misread(5),
    "VNI as Windows-1258": _misread(11),
    "Windows-1258 as Windows-1252": _misread(12),
    "letters lost to ?": _question,
    "letters lost to ? in Windows-1252": _question_in_windows,
    "letters lost to U+FFFD": _replaced,
    "bytes lost to U+FFFD": _replaced_bytes,
    "torn before accents": _torn_before,
    "torn after accents": _torn_after,
    "entities by number": _numeric,
    "escapes": _escaped,
    "quoted-printable": _quoted,
    "UTF-7": lambda text: text.encode("utf-7").decode("ascii"),
    "tags": _tags,
}
#: Damages of whole files.
WRAPPINGS: dict[str, Callable[[str], str]] = {
    "web page": _page,
    "entities by name": _named,
    "front matter (YAML)": _front("---", "---", 'title: "Hội nghị tổng kết"\ndate: 2024-01-05'),
    "front matter (JSON)": _front("---json", "---", '{"title": "Hội nghị"}'),
    "front matter (TOML)": _front("+++", "+++", 'title = "Hội nghị"'),
}
#: Encodings that a file may be in without saying so.
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-16 LE": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: text.encode("utf-16-be"),
    "UTF-32 LE": lambda text: text.encode("utf-32-le"),
    "UTF-32 BE": lambda text: text.encode("utf-32-be"),
    **{misreadings()[number].stored: partial(_legacy, number) for number in (3, 4, 5, 12)},
}


def _second_half(text: str, damage: Callable[[str], str]) -> str:
    middle = text.index("\n", len(text) // 3)
    return text[:middle] + damage(text[middle:])


def _one_paragraph(text: str, damage: Callable[[str], str]) -> str:
    lines = text.split("\n")
    longest = max(range(len(lines)), key=lambda at: len(lines[at]))
    return "\n".join(damage(line) if at == longest else line for at, line in enumerate(lines))


def _one_sentence(text: str, damage: Callable[[str], str]) -> str:
    sentence = max(re.findall(r"(?<=[.] )[^.\n]{60,300}[.]", text), key=lambda item: len(_ACCENTED.findall(item)))
    return text.replace(sentence, damage(sentence), 1)


def _amid_english(text: str, damage: Callable[[str], str]) -> str:
    return "\n".join(f"{damage(line)}\n{ENGLISH}" if line.strip() else line for line in text.split("\n"))


#: How much of a text is damaged.
EXTENTS: dict[str, Callable[[str, Callable[[str], str]], str]] = {
    "whole": lambda text, damage: damage(text),
    "from a third on": _second_half,
    "one paragraph": _one_paragraph,
    "one sentence": _one_sentence,
    "amid English": _amid_english,
    "in capitals": lambda text, damage: damage(text.upper()),
    "in NFD": lambda text, damage: damage(unicodedata.normalize("NFD", text)),
}
#: Damage that cannot be distinguished from good text: too few words are left, or the text is unchanged.
NOT_ASKED = {("tags", "one sentence"), ("tags", "one paragraph")}
_COMPOSED_ONLY = {"in NFD"}  #: extents that mean another damage, or none, in letters that are composed


def damaged(name: str, text: str) -> Iterator[tuple[str, bytes, str | None]]:
    """Yield each damaged form of ``text``: what it is, its bytes, and the text that a repair must give if it is sure of one."""
    for kind, damage in DAMAGES.items():
        for extent, spread in EXTENTS.items():
            if (kind, extent) in NOT_ASKED or (extent in _COMPOSED_ONLY and not kind.startswith("UTF-8")):
                continue
            good = spread(text, lambda part: part)
            yield f"{name}, {kind}, {extent}", spread(text, damage).encode(), None if kind == "tags" else good
    for kind, damage in WRAPPINGS.items():
        yield f"{name}, {kind}", damage(text).encode(), text if kind == "entities by name" else None
    for kind, encoding in ENCODINGS.items():
        yield f"{name}, bytes of {kind}", encoding(text), text


def reported(data: bytes) -> bool:
    """Return whether the reader refuses ``data``."""
    try:
        return damage_of(decoded(data, Path("a.txt"))) is not None
    except ReadingError:
        return True


def compared(text: str, name: str) -> str:
    """Composed, and without case where the encoding has no capitals with a tone."""
    composed = unicodedata.normalize("NFC", text)
    return composed.lower() if "TCVN3" in name else composed


def good_texts(places: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield every text of ``places`` with its name, except texts that are not UTF-8."""
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix == ".txt":
                yield str(path), path.read_text(encoding="utf-8")
            elif path.name.endswith((".jsonl", ".jsonl.gz")):
                content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
                for number, line in enumerate(content.decode("utf-8").splitlines(), 1):
                    yield f"{path}:{number}", json.loads(line)["text"]


def main() -> int:
    """Run the benchmark; the exit code is 1 if a text was missed, wrongly repaired or accused."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("good", nargs="*", type=Path, default=[ROOT / "seeds"])
    parser.add_argument("--from", dest="source", type=Path, default=ROOT / "seeds")
    options = parser.parse_args()
    failures: list[str] = []
    tried = missed = sure = 0
    for path in sorted(options.source.glob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        for name, data, good in damaged(path.stem[:3], text):
            tried += 1
            if not reported(data):
                missed += 1
                failures.append(f"missed: {name}")
            repair = repaired(data)
            if repair is not None and repair.certain:
                sure += 1
                if good is None or compared(repair.after, name) != compared(good, name):
                    failures.append(f"wrongly repaired: {name}")
    read = accused = letters = 0
    started = time.process_time()
    for name, text in good_texts(options.good):
        read, letters = read + 1, letters + len(text)
        damage = damage_of(text)
        if damage is not None:
            accused += 1
            failures.append(f"accused: {name}:{damage.line}: {damage.message}")
    spent = time.process_time() - started
    print(*failures, sep="\n", end="\n" if failures else "")
    print(f"damaged texts: {tried}, missed {missed}, repaired for certain {sure}")
    print(f"good texts: {read}, accused {accused}; {spent / max(letters, 1) * 1e6:.2f} s of CPU for a million letters")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

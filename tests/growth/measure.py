"""Texts of repeated phrases, and what reading, extracting and converting them costs.

``phrases.tsv`` holds invented phrases, each a name and a JSON string; its last rows once took quadratic time. A text
is a neutral head and a phrase, or several run together, repeated up to a size. Costs are CPU time of this process
and of those it starts, with the garbage collector off, so that neither a busy machine nor what was measured before them counts.
"""

from __future__ import annotations

import gc
import json
import random
import re
import resource
from collections.abc import Callable
from pathlib import Path

from generator.errors import ReadingError
from generator.extraction.extract import extract
from generator.model.article import Article, Source
from generator.model.settings import SiteSettings
from generator.reading.text import article_from_text
from generator.rendering.exports.files import data_files
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.linked.files import linked_files
from generator.rendering.site import render
from generator.resolution.assembly import assemble

PHRASES = Path(__file__).with_name("phrases.tsv")
HEAD = "Hội nghị tổng kết\n\nSáng 15/01/2022, Đảng ủy phường Hoa Mai tổ chức hội nghị.\n\n"


def read_phrases(path: Path = PHRASES) -> dict[str, str]:
    """Read the phrases of a file by name; its first line is a heading."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return {name: json.loads(phrase) for name, phrase in rows}


def combinations(phrases: dict[str, str], number: int, seed: int) -> dict[str, str]:
    """Run two to four random phrases together, ``number`` times; the same ``seed`` gives the same ones."""
    chance = random.Random(seed)
    chosen = (chance.sample(sorted(phrases), chance.randint(2, 4)) for _ in range(number))
    return {"+".join(names): "".join(phrases[name] for name in names) for names in chosen}


def repeated(words: str, size: int) -> str:
    """Repeat ``words`` below the head up to about ``size`` bytes of UTF-8."""
    return HEAD + words * (size // len(words.encode()))


def varied(words: str, size: int) -> str:
    """Repeat ``words`` as :func:`repeated` does, with other numbers and names each time: a text with ever new facts."""
    parts = _CHANGING.split(words)
    made: list[str] = []
    for turn in range(size // len(words.encode())):
        for index, part in enumerate(parts):
            if index % 2 == 0:
                made.append(part)
            elif part.isdigit():
                made.append(str(turn * 7919 % 10 ** len(part)) if turn and len(part) > 2 else str(int(part) + turn))
            else:
                made.append(_name(part, turn + index))
    return HEAD + "".join(made)


_CHANGING = re.compile(r"(\d+|Nguyễn Văn An|Lê Thị Hoa|Trần Văn Bình|Hoa Mai|HOA MAI|Kim Đồng)")
_SYLLABLES = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Hải", "Hoa", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quang", "Sơn",
              "Tâm", "Thu", "Uyên", "Vinh", "Xuân", "Yến")  # fmt: skip


def _name(written: str, turn: int) -> str:
    """Return a name of as many syllables as ``written``, another one for each ``turn`` up to some ten thousands."""
    first, *others = written.split()
    chosen = [_SYLLABLES[turn // len(_SYLLABLES) ** place % len(_SYLLABLES)] for place in range(max(len(others), 1))]
    name = " ".join([first, *chosen] if len(others) > 1 else [*chosen, _SYLLABLES[turn // len(_SYLLABLES) % len(_SYLLABLES)]])
    return name.upper() if written.isupper() else name


def extracted(text: str) -> None:
    """Read a text as an article and extract its facts; one over the limits is refused, which counts as read."""
    article = _article(text)
    if article is not None:
        extract(article)


def _article(text: str) -> Article | None:
    try:
        return article_from_text(text, Source("seeds/a.txt", "0" * 64, "text"))
    except ReadingError:
        return None


def converted(text: str) -> None:
    """Read, extract, and make every file of an archive that holds this one article."""
    article = _article(text)
    if article is None:
        return
    archive, settings = assemble([(article, extract(article))]), SiteSettings()
    portions = Portions(Data(archive, settings))
    data_files(portions)
    linked_files(archive, settings)
    render(archive, settings, portions)


def warm(work: Callable[[str], object], phrases: dict[str, str]) -> None:
    """Let lexicons be read and patterns compiled, which the first text would pay for."""
    for phrase in phrases.values():
        work(repeated(phrase, 400))


def _cpu() -> float:
    """Return the CPU seconds of this process and of those that it started and that have ended: pages are made by all cores."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(text.ru_utime + text.ru_stime for text in used)


def seconds(work: Callable[[str], object], text: str, rounds: int = 1) -> float:
    """Measure CPU seconds of ``work`` on ``text``, the least of ``rounds``."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        try:
            start = _cpu()
            work(text)
            best = min(best, _cpu() - start)
        finally:
            gc.enable()
    return best

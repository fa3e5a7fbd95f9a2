"""Detection of damage in a text, and the error that reports it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ReadingError
from generator.messages import Message, message
from generator.reading.damage import markup
from generator.reading.damage.encoded import misread
from generator.reading.damage.lost import lost
from generator.reading.damage.torn import torn
from generator.text.tokens import TOKEN

_SHOWN = 48  #: characters of a text that a message shows at most
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Damage:
    """Damage of a text: its kind, its line (1-based), and the fix if it cannot be repaired for certain."""

    message: Message
    line: int
    fix: Message

    def error(self, path: Path, *, repairable: bool) -> ReadingError:
        """Make the error of the file ``path``."""
        fix = message("damage.fix.repair") if repairable else self.fix
        return ReadingError(self.message, path=path, line=self.line, fix=fix)


def damage_of(text: str) -> Damage | None:
    """Return the damage found in ``text`` (decoded, otherwise as in its file), or None for a good text."""
    last = markup.front_matter(text)
    if last is not None:
        return Damage(message("damage.front_matter", last=last), 1, message("damage.fix.front_matter"))
    tag = markup.html(text)
    if tag is not None:
        return Damage(message("damage.html", found=_sample(text, tag)), line_at(text, tag), message("damage.fix.html"))
    wrong = misread(text)
    if wrong is not None:
        found = _sample(text, wrong.stretch.start)
        how = wrong.misreading
        said = message("damage.misread", found=found, meant=_clean(how.undo(found.removesuffix("…"))), stored=how.stored, shown=how.shown)
        return Damage(said, line_at(text, wrong.stretch.start), message("damage.fix.encoding"))
    coded = markup.escaped(text)
    if coded is not None:
        escape, stretch = coded
        found = _sample(text, stretch.start)
        meant = " ".join(escape.undo(word) for word in found.removesuffix("…").split(" "))
        said = message("damage.escaped", found=found, meant=_clean(meant), name=escape.name)
        return Damage(said, line_at(text, stretch.start), message("damage.fix.escaped"))
    for key, find in (("lost", lost), ("torn", torn)):
        where = find(text)
        if where is not None:
            said = message(f"damage.{key}", found=_sample(text, where.start))
            return Damage(said, line_at(text, where.start), message(f"damage.fix.{key}"))
    return None


def line_at(text: str, at: int) -> int:
    """Return the 1-based line that contains offset ``at``, whatever the line ends."""
    return len(_LINE_END.findall(text[:at])) + 1


def _sample(text: str, start: int) -> str:
    """Whole words from ``start`` on, on one line."""
    line = re.split(r"[\r\n]", text[start : start + 4 * _SHOWN], maxsplit=1)[0]
    words = TOKEN.findall(line)
    kept = words[:1]
    for word in words[1:]:
        if len(" ".join((*kept, word))) > _SHOWN:
            return " ".join(kept) + "…"
        kept.append(word)
    return " ".join(kept)[:_SHOWN]


def _clean(words: str) -> str:
    return " ".join(words.split())

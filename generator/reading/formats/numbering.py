"""The numbers of lists, which Word and LibreOffice count when they show a page and do not store as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip # noqa: E501
BULLET = "-"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the ``form`` of its numbers (``decimal``, ``lowerLetter``, ``upperRoman``, ``bullet``, ``none`` …), the
    ``pattern`` in which ``%1`` is the number of the first level, and the number that it starts with."""

    form: str
    pattern: str
    start: int = 1


@dataclass
class Counter:
    """The numbers that have been given in one list."""

    levels: Mapping[int, Level]
    given: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        """Return the mark of the next item at ``depth`` (0 is the outermost): ``1.``, ``a)``, ``-``; empty for an item without one."""
        level = self.levels.get(depth)
        if level is None:
            return BULLET
        self.given[depth] = self.given.get(depth, level.start - 1) + 1
        for deeper in [at for at in self.given if at > depth]:
            del self.given[deeper]
        if level.form == "none":
            return ""
        if level.form == "bullet":
            return BULLET
        mark = level.pattern
        for at in range(depth + 1):
            of = self.levels.get(at, level)
            mark = mark.replace(f"%{at + 1}", number(self.given.get(at, of.start), of.form))
        return mark.strip()


def number(value: int, form: str) -> str:
    """Return ``value`` in Arabic or Roman numbers or letters, as ``form`` says in Word's words; Arabic for a form that is not known."""
    if form.endswith("Roman") and 0 < value < 4000:
        letters = ""
        for worth, sign in _ROMAN:
            while value >= worth:
                letters, value = letters + sign, value - worth
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Letter") and value > 0:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    return f"{value:02d}" if form == "decimalZero" else str(value)

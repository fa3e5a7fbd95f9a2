"""What persons checked in the archive, and how right the program was there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.evaluation.checked import Read, measured, total
from generator.evaluation.scores import Score, interval
from generator.model.archive import Archive, Entry
from generator.model.check import Checked
from generator.model.facts import Fact, is_sure
from generator.rendering.words import wording
from generator.rendering.words.speaking import say
from generator.rendering.words.statements import written
from generator.resolution.corrections.apply import unapply


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A kind of fact: how many a person left, how many the program found, and precision and recall with their 95 % intervals."""

    kind: str
    gold: int
    found: int
    precision: str
    recall: str


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """Of ``total`` facts a person checked ``count``; ``articles`` were read to their end, and ``rows`` measure the program on these."""

    count: int
    total: int
    percent: str
    articles: int
    rows: tuple[MeasuredRow, ...]


def checked_part(archive: Archive) -> CheckedPart | None:
    """Return what the page shows; None in an archive where nobody has checked anything."""
    facts = [fact for entry in archive.entries for fact in facts_of(entry)]
    count = sum(is_checked(fact) for fact in facts)
    read = tuple(as_read(entry) for entry in archive.entries if entry.checked)
    if not count and not read:
        return None
    scores = measured(read, written).scores
    rows = [_row(name.replace(" ", "_"), score) for name, score in scores.items() if score.gold or score.found]
    if len(rows) > 1:
        rows.append(_row("all", total(scores)))
    percent = wording.number(round(100 * count / len(facts), 1)) if facts else "0"
    return CheckedPart(count, len(facts), percent, len(read), tuple(rows))


def doubtful_count(archive: Archive) -> int:
    """Return how many facts the program itself doubts."""
    return sum(not is_sure(fact) for entry in archive.entries for fact in facts_of(entry))


def as_read(entry: Entry) -> Read:
    """Return ``entry`` as the program read it, and as a person left it."""
    article, extracted = unapply(entry.article, entry.facts, entry.corrections)
    return Read(entry.slug, article, extracted, entry.article, entry.facts)


def facts_of(entry: Entry) -> Iterable[Fact]:
    """Yield every fact of ``entry``."""
    of = entry.facts
    yield from (*([of.event] if of.event else []), *of.units, *of.awards, *of.ratings, *of.people, *of.documents, *of.figures)


def is_checked(fact: Fact) -> bool:
    """Return whether a person confirmed, corrected or added ``fact``."""
    return bool(fact.checked or fact.corrections)


def seal(checked: Checked | None) -> str | None:
    """Return who confirmed, and when, in words."""
    return None if checked is None else say("checked.who", name=checked.by, date=wording.date(checked.on[:10]))


def _row(kind: str, score: Score) -> MeasuredRow:
    precision, recall = _share(score.right, score.found), _share(score.right, score.gold)
    return MeasuredRow(say(f"checked.kinds.{kind}"), score.gold, score.found, precision, recall)


def _share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    low, high = (wording.number(round(100 * each, 1)) for each in interval(part, whole))
    return say("checked.share", share=wording.number(round(100 * part / whole, 1)), low=low, high=high)

"""Common nouns by which an article refers to a unit that it named in full before (lexicon ``own-units``)."""

from __future__ import annotations

from functools import cache

from generator.lexicon.load import Entry, lexicon


@cache
def given_nouns() -> str:
    """Return the pattern of the nouns that follow a verb of giving: ``cho trường``."""
    return "|".join(_spaced(entry.label) for entry in lexicon("own-units").entries if entry.get("given", True))


@cache
def subject_nouns() -> str:
    """Return the pattern of the nouns that may receive, right before the verb: ``trường được tặng``."""
    return "|".join(_subject(entry) for entry in lexicon("own-units").entries if entry.get("subject"))


def subject_kind(noun: str) -> str:
    """Return the kind of recipients that a match of :func:`subject_nouns` names."""
    words = f"{' '.join(noun.split())} "
    entries = (entry for entry in lexicon("own-units").entries if entry.get("subject"))
    return str(next(entry.get("subject") for entry in entries if words.startswith((f"{entry.label} ", f"{entry.get('also')} "))))


def _subject(entry: Entry) -> str:
    tails = "|".join(map(_spaced, entry.get("tail", ())))
    forms = "|".join(_spaced(form) for form in (entry.label, entry.get("also")) if form)
    return forms + (rf"(?:\s+(?:{tails}))?" if tails else "")


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")

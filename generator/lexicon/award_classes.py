"""The written forms of award types by class: titles, verbs that are the award (lexicon ``award-types``, ``class``)."""

from __future__ import annotations

from enum import StrEnum

from generator.lexicon.load import lexicon


class AwardClass(StrEnum):
    """Class of an award type in the lexicon."""

    FORM = "form"  # a document or an emblem that is handed over: giấy khen, huân chương
    TITLE = "title"
    VERB = "verb"  # praise and reward, whose verb is the award
    PRIZE = "prize"


def award_words(award_class: AwardClass, *, of_state: bool = True) -> tuple[str, ...]:
    """Return every written form of the award types of a class; ``of_state``: with those that the President grants."""
    return tuple(
        variant
        for entry in lexicon("award-types").entries
        if entry.get("class") == award_class and (of_state or entry.get("grade") != "state")
        for variant in entry.variants
    )

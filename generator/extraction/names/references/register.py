"""The register of persons: resolves a pronoun or a given name to the person whom the article named in full before.

Precision first: where two persons are possible, nothing is resolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Passage
from generator.extraction.names.bodies.units_in_full import unit_in_full
from generator.extraction.names.references.named import Named, named_persons
from generator.extraction.names.references.references import (
    ADVERBS,
    AFTER_GIVEN,
    GIVEN,
    addressed,
    addressed_row,
    called,
    given_name,
    given_recipient,
    giving,
    opener,
    receiving,
    recipient,
    storyteller,
    subject,
)
from generator.extraction.names.words import has_two_capitals
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import Entry, alternatives, lexicon
from generator.lexicon.own_units import given_nouns
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.sentences import UPPER

#: Code points back to the last sentence that names a person; a life story takes more sentences than an event.
_FARTHEST = 3_000
#: The contexts in which a clause begins: the sentence's start, a mark, a conjunction, a time.
_OPENERS = (
    r"và|còn|riêng|bản\s+thân|cá\s+nhân|nên|rằng|khi|thì|nhưng|mà|giúp|nay|này|đó|ấy|vậy|qua|liền|đây|rồi|\d{4}"
    r"|(?:chống|đánh)\s+(?:pháp|mỹ)|(?:kháng|chinh)\s+chiến"
)
_OPENS = re.compile(rf"(?:^|[,;:.!?()*•+\"“”–-]|(?<!\w)(?:{_OPENERS}))\s*$")
_FAR_BEFORE = 30  # code points of a calling before a given name
_BACK = 12  # code points to search for the beginning of a clause


def _gender(word: str) -> str | None:
    entry: Entry | None = lexicon("pronouns").by_variant.get(word)
    return None if entry is None else str(entry.get("gender"))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A mention of a person by full name; ``gender`` is None unless the honorific or the name shows it."""

    start: int
    end: int
    name: str
    gender: str | None
    pupil: bool

    def may_be(self, gender: str) -> bool:
        return gender == "any" or self.gender in {None, "any", gender}


class Register:
    """The persons that pronouns and given names refer to in an article. ``known``: the full names of its people."""

    def __init__(self, text: ArticleText, known: Sequence[str]) -> None:
        self._text = text
        self.known = list(known)

    @cached_property
    def _spoken(self) -> list[_Spoken]:
        found: list[_Spoken] = []
        for sentence in self._text.sentences:
            if has_two_capitals(self._text.views, sentence.start, sentence.end):
                found.extend(self._persons(self._text.passage(sentence)))
        return found

    def _persons(self, passage: Passage) -> Iterator[_Spoken]:
        for person in named_persons(passage):
            words = passage.views.canonical[person.start : person.first].split()
            gender = _gender(words[0]) if words else None
            if gender in {None, "any"} and " thị " in f" {passage.views.canonical[person.first : person.end]} ":
                gender = "woman"
            yield _Spoken(person.start, person.end, person.name, gender, person.pupil)

    @cached_property
    def _given(self) -> set[str]:
        """The last words of the names of the article's people, each with a space before it."""
        return {f" {name.split()[-1]}" for name in self.known}

    @cached_property
    def _people(self) -> list[_Spoken]:
        known = set(self.known)
        return [mention for mention in self._spoken if mention.name in known]

    @cached_property
    def _by_given(self) -> dict[str, list[_Spoken]]:
        """The mentions by the last word of their names, and by the last two where a name has three or more."""
        found: dict[str, list[_Spoken]] = {}
        for mention in self._spoken:
            words = mention.name.split()
            if len(words) > 1:
                found.setdefault(words[-1], []).append(mention)
            if len(words) > 2:
                found.setdefault(" ".join(words[-2:]), []).append(mention)
        return found

    def in_full(self, given: str, before: int) -> str | None:
        """Return the only full name that ends in ``given`` and ends before the offset ``before``; None if there are none or several."""
        names = {mention.name for mention in self._by_given.get(given, ()) if mention.end <= before and mention.name != given}
        return next(iter(names)) if len(names) == 1 else None

    def _meant(self, passage: Passage, at: int, gender: str) -> _Spoken | None:
        """Return the only person to whom a pronoun at ``at`` may refer, named in its sentence or in the last sentence that names a person.

        The article's people come first; other names (a street's, a hero's) count only if none of the people is named before.
        """
        return self._last(passage, self._people, at, gender) or (
            None if self._people and self._people[0].start < at else self._last(passage, self._spoken, at, gender)
        )

    def _last(self, passage: Passage, spoken: list[_Spoken], at: int, gender: str) -> _Spoken | None:
        index = bisect_left(spoken, at, key=lambda mention: mention.start) - 1
        if index < 0 or at - spoken[index].end > _FARTHEST:
            return None
        low = passage.start if spoken[index].start >= passage.start else self._sentence_start(spoken[index].start)
        near: dict[str, _Spoken] = {}
        while index >= 0 and spoken[index].start >= low:
            near.setdefault(spoken[index].name, spoken[index])
            index -= 1
        fitting = [mention for mention in near.values() if mention.may_be(gender)]
        return fitting[0] if len(fitting) == 1 else None

    def _sentence_start(self, at: int) -> int:
        sentences = self._text.sentences
        return sentences[max(0, bisect_left(sentences, at + 1, key=lambda sentence: sentence.start) - 1)].start

    def pronouns(self, passage: Passage) -> Iterator[Named]:
        """Yield the pronouns of the passage that receive something and refer to one person, with that person's full name."""
        for pattern, opens in ((subject(), True), (recipient(), False)):
            for match in passage.matches(pattern):
                start, end = match.span("who")
                if opens and _OPENS.search(passage.views.canonical[max(passage.start, start - _BACK) : start]) is None:
                    continue
                entry = lexicon("pronouns").entry_of(match["who"])
                meant = self._meant(passage, start, str(entry.get("gender")))
                if meant is not None:
                    pupil = bool(entry.get("pupil")) or meant.pupil
                    yield Named(start, start, end, meant.name, pupil, " ".join(passage.views.text[start:end].split()))

    def openers(self, passage: Passage) -> Iterator[Named]:
        """Yield the pronoun or given name that opens the passage and refers to one person, who then does something else than speak:
        ``Em còn tham gia hội diễn và đoạt giải nhì``."""
        match = opener().match(passage.views.text, passage.start, passage.stop)
        if match is None and passage.holds(" giải ", "huy chương", " hc"):
            match = storyteller().match(passage.views.text, passage.start, passage.stop)
        if match is None:
            return
        start, end = match.span("who")
        words = canonical(match["who"])
        if words in lexicon("pronouns").by_variant:
            entry = lexicon("pronouns").entry_of(words)
            meant = self._meant(passage, start, str(entry.get("gender")))
            if meant is not None:
                yield Named(start, start, end, meant.name, bool(entry.get("pupil")) or meant.pupil, match["who"])
        elif match["who"][:1].isupper():
            yield from self._as_given(start, end, match["who"])

    def given_names(self, passage: Passage) -> Iterator[Named]:
        """Yield bare given names that receive something, as subject at a clause's beginning or as object, with their full name."""
        text = passage.views.text
        for match in given_name().finditer(text, passage.start, passage.stop):
            start, end = match.span("name")
            if _OPENS.search(passage.views.canonical[max(passage.start, start - _BACK) : start]) is None:
                continue
            yield from self._as_given(start, end, " ".join(match["name"].split()))
        for match in given_recipient().finditer(text, passage.start, passage.stop):
            yield from self._as_given(*match.span("name"), " ".join(match["name"].split()))

    def _as_given(self, start: int, end: int, given: str) -> Iterator[Named]:
        if (full := self.in_full(given, start)) is not None:
            yield Named(start, start, end, full, self._by_given[given][0].pupil, given)

    def short_names(self, passage: Passage) -> Iterator[Named]:
        """Yield given names after an honorific (``em Hiền``, ``cô Bảo Ngọc``, ``các anh Tuấn và Tâm``), each with the only full
        name of the article's people that ends so."""
        text, listed = passage.views.text, set[int]()
        words = text[passage.start : passage.stop]
        if not any(given in words for given in self._given):
            return
        for row in addressed_row().finditer(text, passage.start, passage.stop):
            for hit in GIVEN.finditer(text, *row.span("names")):
                listed.add(hit.start())
                start = row.start() if hit.start() == row.start("names") else hit.start()
                yield from self._by_full_name(hit.group(), Span(start, hit.end()), hit.start(), row["who"])
        for match in addressed().finditer(text, passage.start, passage.stop):
            if match.start("name") not in listed:
                span = Span(match.start(), match.end())
                yield from self._by_full_name(" ".join(match["name"].split()), span, match.start("name"), match["who"])

        for hit in GIVEN.finditer(text, passage.start, passage.stop):
            if f" {hit.group()}" in self._given and AFTER_GIVEN.match(text, hit.end()) is not None:
                calling = called().search(passage.views.canonical, max(passage.start, hit.start() - _FAR_BEFORE), hit.start())
                if calling is not None:
                    yield from self._by_full_name(hit.group(), Span(calling.start(), hit.end()), hit.start(), calling["who"])

    def _by_full_name(self, given: str, span: Span, first: int, who: str) -> Iterator[Named]:
        full = sorted({name for name in self.known if name.endswith(f" {given}")})
        if len(full) == 1:
            entry = lexicon("pronouns").by_variant.get(canonical(who))
            yield Named(span.start, first, span.end, full[0], entry is not None and bool(entry.get("pupil")), given)

    def completed(self, person: Named) -> Named:
        """Return ``person`` with the full name, if it has given names alone (``em Bảo Ngọc``) and a single full name ends in them."""
        if len(person.name.split()) > 2 or (full := self.in_full(person.name, person.start)) is None:
            return person
        return replace(person, name=full, stated_as=person.name)


@lru_cache(maxsize=1)
def _own_unit() -> re.Pattern[str]:
    """Match a unit called by its common noun after a verb of giving: ``cho trường``, ``công nhận Trường đạt danh hiệu``."""
    titles = alternatives(award_words(AwardClass.TITLE))
    form = r"\s+(?:danh\s+hiệu|\d+\s+huân\s+chương|huân\s+chương|cờ\s+thi\s+đua|bằng\s+khen|giấy\s+khen)(?!\w)"
    return re.compile(
        rf"{giving()}\s+(?P<own>nhà\s+)?(?P<noun>{given_nouns()})(?=\s*(?:[,.;)]|$)|\s+và\s|{form}|\s+(?:vì|do|nhân)\s"
        rf"|\s+(?:là|đạt|đạt\s+danh\s+hiệu|danh\s+hiệu)\s+[\"'“]?(?:{titles}))"
    )


def own_units(passage: Passage) -> Iterator[tuple[int, int, str | None]]:
    """Yield the units that receive something under their common noun: start, end, their full name in the text before.

    A unit without one is the article's own if its noun is written like a name (``cho Trung đoàn``, ``cho nhà trường``); its name is None.
    """
    for match in passage.matches(_own_unit()):
        start, end = match.span("noun")
        name = unit_in_full(passage, " ".join(match["noun"].split()), start)
        if name is not None or match["own"] is not None or passage.views.text[start].isupper():
            yield start, end, name


@lru_cache(maxsize=1)
def _acronym() -> re.Pattern[str]:
    """Match a name in capitals that opens a clause before a verb of receiving: ``PTSC đã được tặng F``; on the text."""
    return re.compile(
        rf"(?P<name>[{UPPER}](?<![\w&.-].)[{UPPER}][{UPPER}\d&]{{1,9}}(?:\s[-–]\s[^,.;:()\d]{{3,60}}?)?)(?={ADVERBS}{receiving()})"
    )


def acronyms(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield the bodies named by capitals alone that receive something, unless the word is an award type, a kind of recipient or
    a unit noun."""
    for match in _acronym().finditer(passage.views.text, passage.start, passage.stop):
        start, end = match.span("name")
        word = passage.views.canonical[start:end].split()[0]
        if (
            " " in match["name"]
            and passage.views.text[max(0, start - 1) : start].strip() == ""
            and passage.views.text[start - 1 : start] != " "
        ):
            continue  # TTXVN - …: the news agency
        if (
            word in lexicon("award-types").by_variant
            or word in lexicon("recipients").by_variant
            or word in lexicon("unit-nouns").by_variant
        ):
            continue
        if _OPENS.search(passage.views.canonical[max(passage.start, start - _BACK) : start]) is not None:
            yield start, end, " ".join(match["name"].split())

"""Proposals for ``seeds/people.yml``: persons of one name of whom nobody has decided whether they are one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from rapidfuzz.distance import OSA

from generator.messages import Listed, message
from generator.model.archive import Archive
from generator.resolution.archive_index import ArchiveIndex
from generator.resolution.records.person_identity import Mention, signs
from generator.resolution.records.persons import PersonRecord, decisions_about
from generator.text.collation import alphabetical_key
from generator.text.folding import folded


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of a name: the articles (addresses below ``bai/``) and the offices that they give."""

    name: str
    articles: tuple[str, ...]
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Persons of one name, or of names that differ by a letter or its marks.

    ``line`` is that of the entry of the file that already identifies the first, None where none does; ``honoured`` states whether any of
    them was honoured.
    """

    name: str
    bearers: tuple[Bearer, ...]
    line: int | None
    honoured: bool

    @property
    def entry(self) -> str:
        """The entry to paste, on one line, in which a person moves each article from ``unsure`` to ``same`` or ``not_same``."""
        first, *others = self.bearers
        values: dict[str, Any] = {"name": self.name}
        if names := [name for name in dict.fromkeys(other.name for other in others) if name != self.name]:
            values["variants"] = names
        values["same"] = list(first.articles)
        values["unsure"] = sorted({article for other in others for article in other.articles} - set(first.articles))
        return "- " + yaml.safe_dump(values, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**6).strip()


def namesakes(archive: Archive) -> tuple[Namesakes, ...]:
    """Return the persons of one name, or of nearly one who share a unit, an office or an event, of whom ``archive.people`` does not
    decide whether they are one: first those of whom any was honoured, then by alphabet."""
    index = ArchiveIndex.of(archive)
    groups: dict[str, list[PersonRecord]] = {}
    for person in index.persons:
        groups.setdefault(min((person.id, *person.alike)), []).append(person)
    found = [namesake for group in groups.values() if len(group) > 1 for namesake in _undecided(archive, index, group)]
    found += _lookalikes(archive, index)
    return tuple(sorted(found, key=lambda item: (not item.honoured, alphabetical_key(item.name), item.bearers[0].articles)))


def _undecided(archive: Archive, index: ArchiveIndex, group: list[PersonRecord]) -> Iterator[Namesakes]:
    """Yield what is open among the persons of one name: beside each one identified those whom its entry does not mention, or all of them
    where nobody is identified."""
    group = sorted(group, key=lambda person: (not index.is_honoured(person.id), -len(person.articles), min(person.articles)))
    identified = [person for person in group if person.decided]
    decisions = decisions_about(archive, sorted({name for person in group for name in person.names}))
    bases = identified or group[:1]
    seen: set[str] = set()
    for base in bases:
        own = [decision for decision in decisions if set(decision.same) & _places(archive, base)]
        settled = {article for decision in own for article in (*decision.not_same, *decision.unsure)}
        rest = [
            person
            for person in group
            if person is not base and not person.decided and person.id not in seen and not _places(archive, person) & settled
        ]
        seen.update(person.id for person in rest)
        if rest:
            honoured = any(index.is_honoured(person.id) for person in (base, *rest))
            yield Namesakes(base.name, tuple(map(_bearer, (base, *rest))), own[0].line if own else None, honoured)


def _lookalikes(archive: Archive, index: ArchiveIndex) -> Iterator[Namesakes]:
    """Yield two persons of no article together whose names differ by a letter or its marks, and who share what two articles on one person
    share."""
    near: dict[tuple[Hashable, str], list[PersonRecord]] = {}
    seen: set[tuple[str, str]] = set()
    for person in sorted(index.persons, key=lambda person: (not person.decided, -len(person.articles), min(person.articles), person.id)):
        for sign in _signs_of(archive, person):
            for form in _forms(_folded(person)):
                near.setdefault((sign, form), []).append(person)
    for group in near.values():
        for number, base in enumerate(group):
            for other in group[number + 1 :]:
                if (base.id, other.id) not in seen:
                    seen.add((base.id, other.id))
                    if _may_be_one(archive, base, other):
                        honoured = index.is_honoured(base.id) or index.is_honoured(other.id)
                        yield Namesakes(base.name, (_bearer(base), _bearer(other)), _line_of(archive, base), honoured)


def _may_be_one(archive: Archive, base: PersonRecord, other: PersonRecord) -> bool:
    if set(base.names) & set(other.names) or set(base.articles) & set(other.articles) or (base.decided and other.decided):
        return False
    if OSA.distance(_folded(base), _folded(other), score_cutoff=1) > 1:
        return False
    here, there = _places(archive, base), _places(archive, other)
    about = ({*decision.same, *decision.not_same, *decision.unsure} for decision in decisions_about(archive, [*base.names, *other.names]))
    return not any(settled & here and settled & there for settled in about)


def _line_of(archive: Archive, person: PersonRecord) -> int | None:
    own = (decision for decision in decisions_about(archive, person.names) if set(decision.same) & _places(archive, person))
    return next((decision.line for decision in own), None) if person.decided else None


def _signs_of(archive: Archive, person: PersonRecord) -> set[Hashable]:
    facts = dict(person.mentions)
    mentions = (Mention(archive.by_slug[slug], person.name, facts.get(slug)) for slug in person.articles)
    return {sign for mention in mentions for sign in signs(mention, archive.units)}


def _folded(person: PersonRecord) -> str:
    return "".join(folded(person.name).split())


def _forms(name: str) -> set[str]:
    """Return ``name`` and what is left of it without one letter: two that are a letter apart share such a form."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _places(archive: Archive, person: PersonRecord) -> set[str]:
    """Return the addresses of the articles that name ``person``, former ones too."""
    return {place for slug in person.articles for place in (slug, *archive.by_slug[slug].former)}


def _bearer(person: PersonRecord) -> Bearer:
    offices = dict.fromkeys(", ".join(filter(None, (role.title, role.unit))) for _, fact in person.mentions for role in fact.roles)
    return Bearer(person.name, tuple(sorted(person.articles)), tuple(offices))


def listing(found: tuple[Namesakes, ...]) -> Iterator[str]:
    """``found`` as lines of a file of people, what is not to be pasted as comments."""
    yield f"# {message('people.proposed', n=len(found))}"
    for proposal in found:
        for bearer in proposal.bearers:
            offices = Listed(bearer.offices, "; ") if bearer.offices else message("people.no_office")
            yield f"# {message('people.bearer', name=bearer.name, articles=Listed(bearer.articles), offices=offices)}"
        if proposal.line is not None:
            yield f"#   {message('people.listed', line=proposal.line)}"
            yield f"# {proposal.entry}"
        else:
            yield proposal.entry


def to_data(found: tuple[Namesakes, ...]) -> list[dict[str, Any]]:
    """``found`` as plain data, for programs."""
    return [
        {
            "name": proposal.name,
            "line": proposal.line,
            "persons": [
                {"name": bearer.name, "articles": list(bearer.articles), "offices": list(bearer.offices)} for bearer in proposal.bearers
            ],
            "entry": proposal.entry,
        }
        for proposal in found
    ]

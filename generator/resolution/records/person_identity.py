"""When two articles that write one name mean one person.

They do when they place it in the same organisation, one that the archive knows, whatever it is called now; when they give it the same
office of state, or the same office on the same day or in articles about the same unit; and when they report the same event. What people
decided (``seeds/people.yml``) goes before all signs. All others are persons of their own, however alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.lexicon.load import lexicon
from generator.model.archive import Entry
from generator.model.facts import Person, Role
from generator.model.person import PersonDecision
from generator.model.unit import Standing, Unit
from generator.text.folding import canonical, spelling_key


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article. ``fact`` is the person as extracted, None for a recipient of an award who is named only there."""

    entry: Entry
    name: str
    fact: Person | None = None


@dataclass(slots=True)
class _Component:
    """Mentions of one person: the decision that they belong to, and those that they do not belong to."""

    mentions: list[int]
    owner: int | None = None
    barred: set[int] = field(default_factory=set)


def grouped(
    mentions: Sequence[Mention], decisions: Sequence[PersonDecision], units: Mapping[str, Unit]
) -> list[tuple[PersonDecision | None, list[Mention]]]:
    """Return ``mentions`` of one name by person, each with the decision that identifies the person, if any."""
    order = sorted(range(len(mentions)), key=lambda at: (mentions[at].entry.slug, at))
    of = {at: _Component([at]) for at in order}
    for at in order:
        slugs = {mentions[at].entry.slug, *mentions[at].entry.former}
        for number, decision in enumerate(decisions):
            if slugs & set(decision.same):
                of[at].owner = number if of[at].owner is None else of[at].owner
            elif slugs & {*decision.not_same, *decision.unsure}:
                of[at].barred.add(number)
    first: dict[Hashable, list[int]] = {}

    def shares(key: Hashable, at: int) -> None:
        """Join a mention to the first with the same key that it may be one with."""
        others = first.setdefault(key, [])
        if not any(_join(of, other, at) for other in others):
            others.append(at)

    for at in order:  # the surest first: what is decided keeps apart what a sign would join
        if (owner := of[at].owner) is not None:
            shares(("decided", owner), at)
    for at in order:
        shares(("article", mentions[at].entry.slug), at)
    for at in order:
        for key in signs(mentions[at], units):
            shares(key, at)
    found: dict[int, _Component] = {id(component): component for component in of.values()}
    return [
        (None if component.owner is None else decisions[component.owner], [mentions[at] for at in sorted(component.mentions)])
        for component in sorted(found.values(), key=lambda item: min(item.mentions))
    ]


def _join(of: dict[int, _Component], first: int, second: int) -> bool:
    """Make the persons of two mentions one where no decision forbids it; return whether they are one."""
    component, other = of[first], of[second]
    if component is other:
        return True
    owners = {owner for owner in (component.owner, other.owner) if owner is not None}
    if len(owners) > 1 or owners & (component.barred | other.barred):
        return False
    component.mentions += other.mentions
    component.owner = next(iter(owners), None)
    component.barred |= other.barred
    of.update(dict.fromkeys(other.mentions, component))
    return True


def signs(mention: Mention, units: Mapping[str, Unit]) -> Iterator[Hashable]:
    """Yield what two mentions of one person may share: an event, a unit, an office."""
    entry = mention.entry
    if entry.event is not None:
        yield ("event", entry.event)
    for role in mention.fact.roles if mention.fact else ():
        unit = role_unit(entry, role)
        if unit is not None:
            yield ("unit", current(unit, units))
            continue
        title = spelling_key(role.title)
        if role.unit is None and (office := lexicon("state-offices").by_variant.get(" ".join(canonical(role.title).split()))):
            yield ("office", office.id)
        meaning = entry.names.get(role.unit or "")
        if meaning is not None and meaning.standing is Standing.NO_UNIT:
            continue
        post = (title, spelling_key(role.unit or ""))
        if entry.date and len(entry.date) == len("2022-01-15"):
            yield ("day", *post, entry.date)
        for host in entry.units:
            yield ("about", *post, current(host.id, units))


def role_unit(entry: Entry, role: Role) -> str | None:
    """Return the id of the unit in which ``role`` is held, where the archive knows it."""
    meaning = entry.names.get(role.unit) if role.unit else None
    return meaning.unit if meaning else None


def current(unit: str, units: Mapping[str, Unit]) -> str:
    """Return the id of what ``unit`` is now, where it was renamed or merged into one."""
    seen: set[str] = set()
    while unit not in seen and unit in units and len(units[unit].successors) == 1:
        seen.add(unit)
        unit = units[unit].successors[0]
    return unit


def decisions_by_name(decisions: Iterable[PersonDecision]) -> Mapping[str, tuple[str, ...]]:
    """Return the keys of the names that mean the same persons: each name of ``decisions`` with those in the same entry."""
    together: dict[str, set[str]] = {}
    for decision in decisions:
        names = {key for name in (decision.name, *decision.variants) if (key := spelling_key(name))}
        merged = set().union(names, *(together.get(name, set()) for name in names))
        for name in merged:
            together[name] = merged
    return {name: tuple(sorted(names)) for name, names in together.items()}

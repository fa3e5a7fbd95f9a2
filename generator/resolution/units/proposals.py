"""Proposals for the authority file: unlisted organisations, and names that may mean several.

Similar listed names are proposed by rapidfuzz and never decided; an entry is a person's to write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml
from rapidfuzz import fuzz, process

from generator.messages import Listed, Message, message
from generator.model.statement import Written
from generator.model.unit import Resolution, Standing, Unit
from generator.resolution.addresses import RESERVED
from generator.resolution.units.authority import Authority
from generator.text.collation import alphabetical_key
from generator.text.slugs import slug

#: How alike, of 100, a listed name must be to be proposed, and how many at most.
_ALIKE, _MOST = 86, 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """An organisation that is not listed: the articles (paths) that name it, as written, and listed units with a like name. Its id
    is the one proposed: the address that it has until then is nothing for a person to write."""

    unit: Unit
    articles: tuple[str, ...]
    written: tuple[str, ...]
    similar: tuple[Unit, ...]

    def entry(self, written: Written) -> str:
        """Return the entry to paste, on one line, with the basis of its place ``written`` out; its source is the first article."""
        unit = self.unit
        values: dict[str, Any] = {"id": unit.id, "name": unit.name}
        values |= {"variants": list(unit.variants)} if unit.variants else {}
        values |= {key: value for key, value in (("kind", unit.kind), ("parent", unit.parent), ("place", unit.place)) if value}
        basis = next((inference.basis for inference in unit.inferred if inference.field == "place"), None)
        values |= {"place_basis": written(basis)} if basis and unit.place else {}
        values["source"] = self.articles[0]
        return "- " + yaml.safe_dump(values, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**6).strip()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that may mean several units, or none that is known: ``written`` in ``article``, with the candidates."""

    article: str
    written: str
    candidates: tuple[Unit, ...]

    @property
    def fix(self) -> Message:
        """Lines to write to resolve it."""
        if self.candidates:
            return message("proposals.fix.candidates", article=self.article)
        return message("proposals.fix.entry", article=self.article)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """All that is unsettled: the organisations named most often first, the names by article."""

    unlisted: tuple[Proposal, ...]
    ambiguous: tuple[Doubt, ...]


def unsettled(articles: Mapping[str, Mapping[str, Resolution]], units: Mapping[str, Unit], authority: Authority) -> Unsettled:
    """Return what is unsettled in ``articles`` (by path: what each name written there means), whose units are ``units``, by id."""
    proposed = _with_proposed_ids(units, authority)
    named: dict[str, dict[str, set[str]]] = {}
    doubts: list[Doubt] = []
    for path, names in articles.items():
        for name in names.values():
            if name.standing is Standing.UNLISTED and name.unit is not None:
                named.setdefault(name.unit, {}).setdefault(path, set()).add(name.written)
            elif name.standing is Standing.AMBIGUOUS:
                doubts.append(Doubt(path, name.written, tuple(proposed[identifier] for identifier in name.candidates)))
    listed = {identifier: " ".join(authority.places.key(unit.name)) for identifier, unit in authority.units.items()}
    proposals = [
        Proposal(
            unit := proposed[identifier],
            tuple(sorted(where)),
            tuple(sorted(set().union(*where.values()))),
            tuple(authority.units[likely] for likely in _similar(" ".join(authority.places.key(unit.name)), listed)),
        )
        for identifier, where in named.items()
    ]
    proposals.sort(key=lambda proposal: (-len(proposal.articles), alphabetical_key(proposal.unit.name), proposal.unit.id))
    doubts.sort(key=lambda doubt: (doubt.article, alphabetical_key(doubt.written)))
    return Unsettled(tuple(proposals), tuple(doubts))


def _with_proposed_ids(units: Mapping[str, Unit], authority: Authority) -> Mapping[str, Unit]:
    """Return the units by address, those that are not listed with an id made of their name, numbered where that is taken."""
    taken, ids = {*authority.units, *RESERVED}, dict[str, str]()
    for unit in sorted(units.values(), key=lambda unit: (unit.name, unit.id)):
        if not unit.listed:
            base = slug(unit.name) or "don-vi"
            chosen, number = base, 1
            while chosen in taken:
                number += 1
                chosen = f"{base}-{number}"
            taken.add(chosen)
            ids[unit.id] = chosen
    return {
        identifier: replace(unit, id=ids.get(identifier, identifier), parent=unit.parent and ids.get(unit.parent, unit.parent))
        for identifier, unit in units.items()
    }


def _similar(key: str, listed: Mapping[str, str]) -> list[str]:
    """Return the ids whose names have nearly the words of ``key``, the most alike first."""
    found = process.extract(key, listed, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=None)
    return [identifier for _, _, identifier in sorted(found, key=lambda item: (-item[1], item[2]))[:_MOST]]


def listing(found: Unsettled, written: Written) -> Iterator[str]:
    """Yield ``found`` as lines of a file of units, with comments around the entries to paste."""
    yield f"# {message('proposals.unlisted', n=len(found.unlisted))}"
    for proposal in found.unlisted:
        forms = Listed(proposal.written, "; ")
        yield f"# {message('proposals.articles', n=len(proposal.articles), article=proposal.articles[0], written=forms)}"
        for unit in proposal.similar:
            yield f"#   {message('proposals.similar', id=unit.id, name=unit.name)}"
        yield proposal.entry(written)
    yield ""
    yield f"# {message('proposals.ambiguous', n=len(found.ambiguous))}"
    for doubt in found.ambiguous:
        meant = Listed(tuple(unit.id for unit in doubt.candidates)) if doubt.candidates else message("proposals.none")
        yield f"# {message('proposals.name', article=doubt.article, written=doubt.written, meant=meant, fix=doubt.fix)}"


def to_data(found: Unsettled, written: Written) -> dict[str, Any]:
    """Return ``found`` as plain data, for programs."""
    return {
        "unlisted": [
            {
                "id": proposal.unit.id,
                "name": proposal.unit.name,
                "articles": list(proposal.articles),
                "written": list(proposal.written),
                "similar": [unit.id for unit in proposal.similar],
                "entry": proposal.entry(written),
            }
            for proposal in found.unlisted
        ],
        "ambiguous": [
            {
                "article": doubt.article,
                "written": doubt.written,
                "candidates": [unit.id for unit in doubt.candidates],
                "fix": str(doubt.fix),
            }
            for doubt in found.ambiguous
        ],
    }

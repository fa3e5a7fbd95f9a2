"""Which organisations the archive has, and which of them an article is about.

Names that differ only in case, spaces or tone placement are one organisation; names that merely fold alike (``Lê Lợi``
and ``Lê Lôi``) are two, with different addresses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.facts import Facts, UnitMention
from generator.model.unit import Unit
from generator.resolution.addresses import address
from generator.text.folding import canonical
from generator.text.normalization import archived
from generator.text.slugs import distinct_slugs


def name_key(name: str) -> str:
    """What the spellings of one name share."""
    return " ".join(canonical(archived(name)).split())


@dataclass(frozen=True, slots=True)
class Units:
    """The organisations of an archive, by the key of their name."""

    by_key: Mapping[str, Unit]

    @classmethod
    def of(cls, articles: Iterable[Facts]) -> Units:
        """The hosts of all articles. A unit is called as most articles write it."""
        spellings: dict[str, Counter[str]] = {}
        for facts in articles:
            for mention in hosts(facts):
                name = " ".join(mention.name.split())
                spellings.setdefault(name_key(name), Counter())[name] += 1
        names = {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in spellings.items() if key}
        addresses = distinct_slugs(names.values(), fallback="don-vi")
        return cls({key: Unit(address(addresses[name]), name) for key, name in names.items()})

    def hosts(self, facts: Facts) -> tuple[Unit, ...]:
        """The units an article is about, each once, in the article's order."""
        keys = dict.fromkeys(name_key(mention.name) for mention in hosts(facts))
        return tuple(self.by_key[key] for key in keys if key)


def hosts(facts: Facts) -> tuple[UnitMention, ...]:
    """The mentions of organisations that hold the event or that the article is about."""
    return tuple(mention for mention in facts.units if mention.role == "host")

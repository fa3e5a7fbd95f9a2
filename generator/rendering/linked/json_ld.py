"""An article as JSON-LD in the terms of schema.org: what the article is, what it reports, who was honoured.

It says what the facts say and no more. What was inferred is left out; what a person corrected says so. Whether a signature, a granter or a
recipient is a person or an organisation is stated only where the facts report it: else the node has no type.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import starmap
from typing import Any

from generator.lexicon.recipient_kinds import COLLECTIVES, PERSONS
from generator.model.archive import Entry
from generator.model.correction import ARTICLE_FIELDS
from generator.model.facts import Award, AwardStatus, Decision, Document, Event, Fact, Person, UnitMention, UnitRole
from generator.model.settings import SiteSettings
from generator.model.span import Span
from generator.rendering.linked.moments import date_or_moment
from generator.rendering.linked.stated import stated
from generator.rendering.parts.links.page_addresses import address_from
from generator.rendering.words import wording
from generator.rendering.words.labels import document_kind, labels
from generator.rendering.words.speaking import say
from generator.text.sentences import sentence_spans

#: So many awards, people and documents of an article are stated on its page, of each; its annotations have all.
MOST = 100
_PARTS = ("host", "granter", "recipient")
_STATUS = {
    AwardStatus.GRANTED: "CompletedActionStatus",
    AwardStatus.PAST: "CompletedActionStatus",
    AwardStatus.PROPOSED: "PotentialActionStatus",
    AwardStatus.REVOKED: "CompletedActionStatus",  # what was done is the withdrawal
}

Node = dict[str, Any]


def article_data(entry: Entry, path: str, settings: SiteSettings) -> Node:
    """Return the JSON-LD of the page of ``entry``, at ``path`` below docs/."""
    return _Described(entry, path, settings).article()


class _Described:
    """One article's nodes."""

    def __init__(self, entry: Entry, path: str, settings: SiteSettings) -> None:
        self.entry = entry
        self.path = path
        self.settings = settings
        self.article_text = entry.article.text
        self.event = entry.facts.event
        units = [unit for unit in stated(entry.facts.units) if unit.role in _PARTS]
        self.units = {unit.name: self._unit(unit) for unit in units}
        hosts = [unit for unit in units if unit.role == UnitRole.HOST]
        self.organizers = [host.name for host in hosts if self._organizes(host)]
        self.hosts = [host.name for host in hosts if host.name not in self.organizers]

    def article(self) -> Node:
        article = self.entry.article
        address = address_from(self.settings, self.path, self.path)
        facts = self.entry.facts
        awards = [award for award in stated(facts.awards) if award.type not in labels().gifts]
        people = list(stated(facts.people))
        others = [node for name, node in self.units.items() if name not in self.organizers and name not in self.hosts]
        return _some(
            {
                "@type": "NewsArticle",
                "@id": f"{address}#bai",
                "url": address,
                "headline" if article.title_is_headline else "name": article.title,
                "inLanguage": "vi",
                "datePublished": article.published and date_or_moment(article.published),
                "author": article.byline and {"name": article.byline},
                "correction": _corrections(self.entry),
                "isBasedOn": [
                    _some({"@type": "MediaObject", "name": copy.path.rpartition("/")[2], "sha256": copy.sha256, "url": copy.url})
                    for copy in (article.source, *self.entry.copies)
                ],
                "about": [*map(self._event, stated(filter(None, [self.event]))), *(self.units[name] for name in self.hosts)],
                "mentions": [*map(self._award, awards[:MOST]), *map(_person, people[:MOST]), *others[:MOST]],
                "citation": [node for document in stated(facts.documents) if (node := _document(document))][:MOST],
            }
        )

    def _event(self, event: Event) -> Node:
        return _some(
            {
                "@type": "Event",
                "name": event.name and wording.capital(event.name),
                "startDate": event.date,
                "endDate": event.date and event.date_end,
                "location": event.place and {"@type": "Place", "name": event.place},
                "organizer": [self.units[name] for name in self.organizers],
                "description": _corrected(event),
            }
        )

    def _organizes(self, host: UnitMention) -> bool:
        """Return a host holds the event or is what the article is about: it organizes where the sentence of the event names it."""
        if self.event is None:
            return False
        return any(sentence.covers(span) for sentence in self._sentences for span in host.evidence)

    @cached_property
    def _sentences(self) -> list[Span]:
        """The sentences that state the event; they are sought on their lines alone, for a line's end ends a sentence."""
        if self.event is None:
            return []
        text, lines = self.article_text, set[tuple[int, int]]()
        for span in self.event.evidence:
            lines.add((text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end) + 1 or len(text)))
        sentences = [sentence for line in sorted(lines) for sentence in starmap(Span, sentence_spans(text, *line))]
        return [sentence for sentence in sentences if any(sentence.overlaps(span) for span in self.event.evidence)]

    def _unit(self, unit: UnitMention) -> Node:
        """Return an organisation; with the address of its page if the text alone identifies it."""
        known = self.entry.names.get(unit.name)
        page = f"don-vi/{known.unit}.md" if known and known.unit and not known.basis else None
        address = page and address_from(self.settings, page, self.path)
        return _some({"@type": "Organization", "name": unit.name, "url": address, "description": _corrected(unit)})

    def _award(self, award: Award) -> Node:
        """Return the giving of an award, or its withdrawal. Named recipients bear the award, unless it is only proposed or withdrawn."""
        bare = replace(award, granted_by=None)
        withdrawn = award in self.entry.withdrawn
        words = wording.award(bare, withdrawn=withdrawn)
        own = wording.joined((words.head, wording.standard(award)), " ")
        type_ = "Person" if award.kind in PERSONS else "Organization" if award.kind in COLLECTIVES else None
        revoked = award.status == AwardStatus.REVOKED
        given = None if revoked or withdrawn or award.status == AwardStatus.PROPOSED else own
        granter = award.granted_by and self.units.get(award.granted_by, {"name": award.granted_by})
        return _some(
            {
                "@type": "Action" if revoked else "GiveAction",
                "name": wording.joined((words.head, words.body), " "),
                "description": wording.joined((*words.details, words.note, _corrected(award)), "; "),
                "actionStatus": f"https://schema.org/{_STATUS[AwardStatus(award.status)]}",
                "agent": granter,
                "participant" if revoked else "recipient": [_some({"@type": type_, "name": name, "award": given}) for name in award.names],
                "object": {"name": words.head},
                "instrument": award.decision and _decision(award.decision),
            }
        )


def _person(person: Person) -> Node:
    """Return a person; a position within an organisation as a role in it."""
    bare = [role.title for role in person.roles if not role.unit]
    within = [
        {"@type": "OrganizationRole", "roleName": role.title, "memberOf": {"@type": "Organization", "name": role.unit}}
        for role in person.roles
        if role.unit
    ]
    return _some({"@type": "Person", "name": person.name, "jobTitle": bare, "memberOf": within, "description": _corrected(person)})


def _document(document: Document) -> Node | None:
    named = wording.joined((document.number, document.title and f"“{document.title}”"), " ")
    if not named:
        return None
    name = wording.joined((document_kind(document.kind), named), " ")
    return _some({"@type": "CreativeWork", "name": name, "datePublished": document.date, "description": _corrected(document)})


def _decision(decision: Decision) -> Node:
    return _some({"@type": "CreativeWork", "name": wording.decision(decision), "datePublished": decision.date})


def _corrections(entry: Entry) -> str:
    fields = [
        labels().of("article_fields", correction.kind).lower() for correction in entry.corrections if correction.kind in ARTICLE_FIELDS
    ]
    return say("linked.corrected_fields", fields=wording.joined(dict.fromkeys(fields))) if fields else ""


def _corrected(fact: Fact) -> str | None:
    return say("linked.corrected") if fact.corrections else None


def _some(node: Node) -> Node:
    """``node`` without what is not stated."""
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}

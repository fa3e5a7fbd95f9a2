"""Rows of a corpus as the articles and facts that the rules of :mod:`generator.resolution` judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.archive import Entry
from generator.model.article import Article, Source
from generator.model.facts import Approximation, Award, AwardStatus, Decision, Event, Facts, Person, Role, UnitMention, UnitRole
from generator.model.span import Span
from generator.model.unit import Resolution, Standing, Unit


def entry_of(row: Mapping[str, Any], awards: Iterable[Mapping[str, Any]] = (), people: Iterable[Mapping[str, Any]] = ()) -> Entry:
    """Return the article in ``row`` with its event, hosts, ``awards`` and ``people``; other kinds of fact are left out."""
    people = tuple(people)
    facts = Facts(
        event=event_of(row["event"]),
        years=tuple(row.get("years") or ()),
        awards=tuple(map(award_of, awards)),
        people=tuple(map(person_of, people)),
    )
    units = tuple(Unit(host["id"], host["name"], listed=host["listed"]) for host in row["hosts"])
    names = {name: meaning for person in people for name, meaning in _meanings(person["roles"] or ())}
    return Entry(row["id"], article_of(row), facts, units, names)


def article_of(row: Mapping[str, Any]) -> Article:
    """Return the article in ``row``, without its blocks."""
    title = row.get("title") or ""
    return Article(
        Source(row["id"], "", ""), row.get("text") or "", (), title, Span(0, 0), title_is_headline=True, published=row.get("published")
    )


def event_of(data: Mapping[str, Any] | None) -> Event | None:
    """Return the event in ``data``."""
    if data is None:
        return None
    return Event(
        name=data["name"],
        date=data["date"],
        date_end=data["date_end"],
        part_of_day=data["part_of_day"],
        place=data["place"],
        evidence=_spans(data["evidence"]),
        rule=data["rule"],
    )


def award_of(data: Mapping[str, Any]) -> Award:
    """Return the award in ``data``, without the reasons of what is doubtful."""
    decision = data["decision"]
    return Award(
        type=data["type"],
        rank=data["rank"],
        kind=data["kind"],
        count=data["count"],
        names=tuple(data["names"]),
        standard=data["standard"],
        granted_by=data["granted_by"],
        years=tuple(data["years"]),
        period=None if data["period"] is None else (data["period"][0], data["period"][1]),
        consecutive_years=data["consecutive_years"],
        status=AwardStatus(data["status"]),
        approximate=None if data["approximate"] is None else Approximation(data["approximate"]),
        decision=None if decision is None else Decision(decision["number"], decision["date"], decision["issuer"]),
        posthumous=data["posthumous"],
        sure=data["sure"],
        evidence=_spans(data["evidence"]),
        rule=data["rule"],
    )


def person_of(data: Mapping[str, Any]) -> Person:
    """Return the person in ``data``."""
    roles = tuple(Role(role["title"], role["unit"], role["written"]) for role in data["roles"] or ())
    return Person(name=data["name"], roles=roles, sure=data["sure"], evidence=_spans(data["evidence"]), rule=data["rule"])


def hosts_of(row: Mapping[str, Any]) -> Facts:
    """Return of the facts of ``row`` those that distinguish texts of one wording: the event's day and who holds it."""
    hosts = tuple(
        UnitMention(id=host["id"], name=host["name"], role=UnitRole.HOST, evidence=(Span(0, 0),), rule="") for host in row["hosts"]
    )
    return Facts(event=event_of(row["event"]), units=hosts)


def _meanings(roles: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Resolution]]:
    for role in roles:
        if role["unit"] and role["is_body"] is not None:
            standing = Standing.NO_UNIT if not role["is_body"] else Standing.UNLISTED if role["unit_id"] else Standing.AMBIGUOUS
            yield role["unit"], Resolution(role["unit"], standing, role["unit_id"])


def _spans(data: Iterable[Mapping[str, int]]) -> tuple[Span, ...]:
    return tuple(Span(span["start"], span["end"]) for span in data)

"""Articles of one event made by hand, as entries of an archive, for tests of events with several reports."""

from __future__ import annotations

from dataclasses import replace

from generator.model.archive import Entry
from generator.model.facts import Award, Event, Facts, Person
from generator.model.span import Span
from generator.model.unit import Resolution, Unit
from tests.rendering.made import PARAGRAPH, article
from tests.rendering.made import award as made_award

HERE = (Span(0, 3),)
HOST = Unit("dang-uy-xa-hoa", "Đảng ủy xã Hoa")


def award(kind: str = "dang-vien", count: int | None = 12, **values: object) -> Award:
    """Return a giấy khen without granter, unless ``values`` say otherwise."""
    return made_award(HERE, kind=kind, count=count, **({"granted_by": None} | values))


def report(
    slug: str,
    *awards: Award,
    name: str | None = "hội nghị tổng kết",
    date: str | None = "2022-01-15",
    part: str | None = None,
    hosts: tuple[Unit, ...] = (HOST,),
    people: tuple[str, ...] = (),
    published: str | None = None,
    names: dict[str, Resolution] | None = None,
    years: tuple[int, ...] = (2021,),
) -> Entry:
    """Return an article that reports an event and the awards given there."""
    made = article((PARAGRAPH, f"Bài {slug}: tin về một hội nghị."), path=f"seeds/{slug}.txt")
    event = Event(evidence=HERE, rule="e", name=name, date=date, part_of_day=part, place=None)
    persons = tuple(Person(evidence=HERE, rule="p", name=person, roles=()) for person in people)
    facts = Facts(event=event, awards=awards, people=persons, years=years)
    return Entry(slug, replace(made, published=published), facts, hosts, names or {})

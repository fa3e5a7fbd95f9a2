"""Addresses keep their meaning, whatever becomes of the archive.

Random histories of an archive whose maker knows who is who: articles are added, removed, renamed, copied, edited and re-dated, events are
re-dated whole or in one article (and so merge and split), units are listed, renamed and merged in the authority file. Each address that was
ever published must later mean the same, list what bears a name and choose none, or not be there; nothing else.

Cases that no address can detect, so the histories omit them: an article edited to report another person under the same name; another
article under a file name that was another's; an id in the authority file that is given to another unit. These names are a person's to give.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.archive import Archive, Redirect
from generator.model.article import Article
from generator.model.facts import Document, Event, Facts, Person, Role
from generator.model.span import Span
from generator.resolution.addresses import mark, marked
from generator.resolution.assembly import article_address, assemble
from generator.resolution.pointers import pointers, sought_persons
from generator.resolution.records.documents import documents
from generator.resolution.records.persons import persons
from generator.resolution.redirects import with_redirects
from generator.resolution.renames import renamed
from tests.rendering.made import PARAGRAPH, article, host
from tests.resolution.naming import authority_of

#: Each unit's written names; the first two fold alike.
UNITS = (("Đảng ủy phường Hoa Mai", "Đảng bộ phường Hoa Mai"), ("Đảng ủy phường Hòa Mai",), ("Công ty Sao Mai", "CÔNG TY SAO MAI"))
NAMES = ("Nguyễn Văn An", "Nguyễn Vân An", "Trần Thị Bình")
DAYS = ("2022-01-15", "2022-01-16", "2023-02-01")
TYPES = ("hội nghị tổng kết", "đại hội", None)
DOCUMENTS = (("05-CT/TW", "Bộ Chính trị"), ("05-CT/TU", None))

#: What an address means: a kind and which of it.
Thing = tuple[str, object]


@dataclass
class Telling:
    """An article, as it is now. Its ``story`` is what it reports; a copy has the same."""

    file: str
    story: int
    published: str
    unit: int
    writing: int
    people: tuple[tuple[int, int, bool], ...]  # name, unit of the person, whether the article says so
    cites: bool
    day: str | None = None  # where it has another day than its event
    first: str | None = None  # the name that its file had before it was renamed


@dataclass
class World:
    """The archive's files, and what they are truly about."""

    tellings: list[Telling] = field(default_factory=list)
    event_of: dict[int, int] = field(default_factory=dict)  # story → event
    events: list[tuple[str, str | None]] = field(default_factory=list)  # day, name
    redirects: list[Redirect] = field(default_factory=list)  # of articles, as the builds wrote them
    built: dict[str, str] = field(default_factory=dict)  # the texts of the last build by address
    listed: dict[int, tuple[str, int]] = field(default_factory=dict)  # unit → its id, and the unit that it was merged into
    unit_redirects: dict[str, str] = field(default_factory=dict)
    number: int = 0

    def next(self) -> int:
        self.number += 1
        return self.number

    def act(self, what: int, one: int, two: int) -> None:
        """Do one of the things that become of an archive."""
        some = self.tellings[one % len(self.tellings)] if self.tellings else None
        if what <= 2 or some is None:
            self._add(one, two)
        elif what == 3:
            self.tellings.remove(some)
        elif what == 4:
            self._rename(some, back=two % 3 == 0)
        elif what == 5:
            self.tellings.append(replace(some, file=f"ban-{self.next()}", first=None, published=f"2021-12-{two % 28 + 1:02}"))
        elif what == 6:
            some.published = f"2022-0{two % 9 + 1}-0{one % 9 + 1}"
        elif what == 7:
            some.people = tuple((name, unit, not said) if at == two % 3 else (name, unit, said) for at, (name, unit, said) in
                                enumerate(some.people))  # fmt: skip
        elif what == 8:
            some.people = some.people[: two % 3]
        elif what == 9:
            event = self.event_of[some.story]
            self.events[event] = (DAYS[two % 3], self.events[event][1])
        elif what == 10:
            some.day = None if some.day else DAYS[two % 3]
        elif what == 11:
            some.writing += 1
        elif what == 12:
            self._list(one % 3, two)
        else:
            some.cites = not some.cites

    def _add(self, one: int, two: int) -> None:
        story = self.next()
        if len(self.events) < 2 or two % 5 == 0:
            self.events.append((DAYS[one % 2], TYPES[two % 2]))
        event = self.event_of[story] = one % len(self.events)
        people = {(one + more) % 3: ((one + more) % 3, (two * more + one) % 3, bool((one + more) % 2)) for more in range(two % 4)}
        file, published = f"bai-{story}" if one % 3 else "字" * story, f"2022-03-{two % 28 + 1:02}"
        self.tellings.append(Telling(file, story, published, event % 5 % 2, two, tuple(people.values()), cites=bool(two % 2)))

    def _rename(self, some: Telling, *, back: bool) -> None:
        """Anew, or to the name that it had first, which no other article gets."""
        first = some.first or some.file
        some.first, some.file = first, first if back else f"moi-{self.next()}"

    def _list(self, unit: int, two: int) -> None:
        if unit not in self.listed:
            self.listed[unit] = (f"don-vi-{self.next()}", unit)
        elif two % 3 == 0:
            del self.listed[unit]
        elif two % 3 == 1:
            old = self.listed[unit][0]
            new = f"don-vi-{self.next()}"
            self.unit_redirects = {before: new if now == old else now for before, now in self.unit_redirects.items()} | {old: new}
            self.listed[unit] = (new, self.listed[unit][1])
        else:
            self.listed[unit] = (self.listed[unit][0], (unit + 1) % 3)

    def archive(self) -> Archive:
        """Return what the build makes of it."""
        lines = []
        for unit, (identifier, other) in self.listed.items():
            names = [*UNITS[unit][1:], *(UNITS[other] if other != unit and other not in self.listed else ())]
            lines.append(f"- {{id: {identifier}, name: {UNITS[unit][0]}, variants: [{', '.join(dict.fromkeys(names))}], source: s}}\n")
        told = [self._article(one) for one in self.tellings]
        now = {article_address(one): one.text for one, _ in told}
        self.redirects += (Redirect(old, new, 1) for old, new in renamed(self.built, now, self.redirects).items())
        redirects = self.redirects.copy()
        redirects += [Redirect(f"don-vi/{old}", f"don-vi/{new}", 1) for old, new in self.unit_redirects.items()]
        archive = with_redirects(assemble(told, authority_of("".join(lines))), tuple(redirects), "redirects.yml")
        self.built = {entry.slug: entry.article.text for entry in archive.entries}
        return archive

    def _article(self, one: Telling) -> tuple[Article, Facts]:
        body = " ".join(mark(str(one.story), str(at)) for at in range(60))
        made = replace(article((PARAGRAPH, f"Bài: {body}."), path=f"seeds/{one.file}.txt"), published=one.published)
        event = self.events[self.event_of[one.story]]
        here = (Span(0, 3),)
        people = tuple(
            Person(evidence=here, rule="p", name=NAMES[name], roles=(Role("Bí thư", UNITS[unit][0]),) if said else ())
            for name, unit, said in one.people
        )
        cited = [Document(evidence=here, rule="d", kind="chi-thi", number=number, title=None, issuer=issuer, session=None, date=None)
                 for number, issuer in DOCUMENTS if one.cites]  # fmt: skip
        return made, Facts(
            event=Event(evidence=here, rule="e", name=event[1], date=one.day or event[0], part_of_day=None, place=None),
            units=(host(UNITS[one.unit][one.writing % len(UNITS[one.unit])]),),
            people=people,
            documents=tuple(cited),
        )


def meanings(world: World) -> dict[str, frozenset[Thing]]:
    """Return of every address of the archive what it truly is about; nothing for one that lists what bears a name."""
    archive = world.archive()
    telling = {telling.file: telling for telling in world.tellings}
    of = {entry.slug: telling[entry.article.source.path.removeprefix("seeds/").removesuffix(".txt")] for entry in archive.entries}
    found: dict[str, set[Thing]] = {}
    for entry in archive.entries:
        one = of[entry.slug]
        found[f"bai/{entry.slug}"] = {("story", one.story), ("event", world.event_of[one.story])}
        for written, resolution in entry.names.items():
            if resolution.unit:
                found.setdefault(f"don-vi/{resolution.unit}", set()).update(("unit", unit) for unit, names in enumerate(UNITS) if
                                                                            written in names)  # fmt: skip
    for person in persons(archive):
        told = ((NAMES.index(fact.name), of[slug]) for slug, fact in person.mentions)
        found[f"nguoi/{person.id}"] = {("person", next(known[:2] for known in one.people if known[0] == name)) for name, one in told}
    for event in archive.events:
        found[f"su-kien/{event.id}"] = {("event", world.event_of[of[slug].story]) for slug in event.slugs}
    for document in documents(archive):
        found[f"van-ban/{document.id}"] = {("document", fact.number if fact.issuer else (fact.number, of[slug].unit))
                                           for slug, fact in document.mentions}  # fmt: skip
    assert all(len(things) <= 1 for address, things in found.items() if "--" in address and address.startswith("don-vi/"))
    meant = {address: frozenset(things) for address, things in found.items()}
    for pointer in pointers(archive):
        assert pointer.old not in meant, "an address has one meaning"
        if pointer.moved:
            (there,) = pointer.new
            meant[pointer.old] = meant.get(there, frozenset())
    return meant


actions = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 30), st.integers(0, 30)), min_size=6, max_size=16)


def history(acts: list[tuple[int, int, int]]) -> Iterator[dict[str, frozenset[Thing]]]:
    """Yield what the addresses mean after each act."""
    world = World()
    for act in acts:
        world.act(*act)
        if world.tellings:
            yield meanings(world)


@settings(max_examples=50, deadline=None)
@given(actions)
def test_an_address_never_comes_to_mean_another(acts: list[tuple[int, int, int]]) -> None:
    published: dict[str, frozenset[Thing]] = {}
    for now in history(acts):
        for address, things in now.items():
            kinds = {"bai": "story", "don-vi": "unit", "nguoi": "person", "su-kien": "event", "van-ban": "document"}
            things = frozenset(thing for thing in things if thing[0] == kinds[address.partition("/")[0]])
            before = published.get(address, things)
            assert not things or not before or before & things, (address, before, things)
            if things and (address not in published or address.startswith("don-vi/don-vi-")):  # merged and parted at a person's will
                published[address] = things


@settings(max_examples=50, deadline=None)
@given(actions)
def test_a_renamed_article_is_found_at_every_name_that_its_file_had(acts: list[tuple[int, int, int]]) -> None:
    world = World()
    had: dict[str, int] = {}
    for act in acts:
        world.act(*act)
        now = meanings(world)
        had = {address: story for address, story in had.items() if any(telling.story == story for telling in world.tellings)}
        for address, story in had.items():
            assert ("story", story) in now.get(address, ()), (address, world.redirects)
        archive = world.archive()
        stories = {telling.file: telling.story for telling in world.tellings}
        had |= {
            f"bai/{entry.slug}": stories[entry.article.source.path.removeprefix("seeds/").removesuffix(".txt")] for entry in archive.entries
        }


def _telling(file: str, people: tuple[tuple[int, int, bool], ...], published: str, unit: int = 0) -> Telling:
    return Telling(file, int(published.replace("-", "")), published, unit, 0, people, cites=False)


def _world(*tellings: Telling) -> World:
    return World(list(tellings), {one.story: at for at, one in enumerate(tellings)}, [(one.published, None) for one in tellings])


def _moved(archive: Archive) -> dict[str, str]:
    return {pointer.old: pointer.new[0] for pointer in pointers(archive) if pointer.moved}


def test_an_earlier_namesake_takes_no_address() -> None:
    first = _telling("b", ((0, 0, True),), "2022-02-01")
    (one,) = persons(_world(first).archive())
    both = persons(_world(first, _telling("a", ((0, 2, True),), "2021-02-01")).archive())
    assert {person.mentions[0][0] for person in both if person.id == one.id} == {"b"}
    assert len({person.id for person in both}) == 2


def test_a_name_lists_its_bearers_and_never_is_one() -> None:
    archive = _world(_telling("b", ((0, 0, True),), "2022-02-01")).archive()
    assert not [pointer for pointer in pointers(archive) if pointer.old == "nguoi/nguyen-van-an"]
    assert sought_persons(archive)["nguoi/nguyen-van-an"] == "Nguyễn Văn An", "whoever is only named is sought"
    twice = _world(*(_telling(file, ((0, 0, True),), day) for file, day in (("b", "2022-02-01"), ("a", "2021-02-01")))).archive()
    (name,) = (pointer for pointer in pointers(twice) if pointer.old == "nguoi/nguyen-van-an")
    assert not name.moved
    assert len(name.new) == 1


def test_a_person_told_in_two_articles_has_an_address_from_each() -> None:
    told = [_telling(file, ((0, 0, True),), day) for file, day in (("b", "2022-02-01"), ("a", "2021-02-01"))]
    alone = [persons(_world(report).archive())[0].id for report in told]
    archive = _world(*told).archive()
    (person,) = persons(archive)
    assert person.id == alone[1], "the older article's"
    assert _moved(archive)[f"nguoi/{alone[0]}"] == f"nguoi/{person.id}"


def test_a_renamed_article_keeps_what_was_made_of_its_name() -> None:
    world = _world(_telling("cu", ((0, 0, True),), "2022-02-01"))
    (before,) = persons(world.archive())
    world._rename(world.tellings[0], back=False)
    archive = world.archive()
    (after,) = persons(archive)
    moved = _moved(archive)
    assert moved["bai/cu"] == f"bai/{world.tellings[0].file}"
    assert sought_persons(archive).keys() >= {f"nguoi/{before.id}", f"nguoi/{after.id}"}


def test_a_unit_that_gets_listed_renamed_or_merged_leads_on() -> None:
    told = [(article((PARAGRAPH, "Bài."), path=f"seeds/{name}.txt"), Facts(units=(host(name),))) for name in ("Công ty Sao", "Công ty Mai")]
    before = [entry.units[0].id for entry in assemble(told).entries]
    assert all(one.startswith("cong-ty-") for one in before)
    known = authority_of("- {id: sao-mai, name: Công ty Sao Mai, variants: [Công ty Sao, Công ty Mai], source: s}\n")
    redirect = Redirect("don-vi/ten-cu", "don-vi/sao-mai", 1)
    archive = with_redirects(assemble(told, known), (redirect,), "r")
    assert {entry.units[0].id for entry in archive.entries} == {"sao-mai"}
    moved = _moved(archive)
    assert [moved[f"don-vi/{one}"] for one in (*before, "ten-cu")] == ["don-vi/sao-mai"] * 3
    nowhere = with_redirects(assemble(told, known), (replace(redirect, new="don-vi/khong-co"),), "r")
    assert [error.line for error in nowhere.errors] == [1]


def test_a_copy_s_address_leads_to_the_article() -> None:
    one = _telling("a", ((0, 0, True),), "2022-02-01")
    world = World([one, replace(one, file="ban-sao")], {one.story: 0}, [("2022-02-01", None)])
    archive = world.archive()
    (kept,) = archive.entries
    (copy,) = {"a", "ban-sao"} - {kept.slug}
    assert _moved(archive)[f"bai/{copy}"] == f"bai/{kept.slug}"


def test_an_event_that_parts_leads_to_its_articles() -> None:
    told = [_telling(file, (), day) for file, day in (("a", "2022-02-01"), ("b", "2022-02-02"))]
    world = World(told, {report.story: 0 for report in told}, [("2022-01-31", "hội nghị tổng kết")])
    archive = world.archive()
    assert [event.id for event in archive.events] == ["a"]
    assert _moved(archive)["su-kien/b"] == "su-kien/a"
    told[0].day = "2022-01-30"
    assert _moved(world.archive()) == {"su-kien/a": "bai/a", "su-kien/b": "bai/b"}


def test_marks_are_the_same_everywhere() -> None:
    assert marked("nguyen-van-an", "nguyễn văn an", "a") == "nguyen-van-an--" + mark("nguyễn văn an", "a")
    assert mark("nguyễn văn an", "a") != mark("nguyễn văn a", "na")
    assert set(mark("x")) <= set("bcdfghjklmnpqrstvwxz")
